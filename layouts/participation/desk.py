"""The desk of the editor: rounds to open and end, free words to approve or erase."""

from collections.abc import Callable, Sequence
from html import escape

from geodata.participation import Moderation, Round, Words
from geodata.schema import FEWEST_PERSONS
from layouts.format import period_words
from layouts.participation.form import PATH, TICKET
from layouts.participation.markup import button, hidden, post, whole, words
from layouts.still import tagged
from layouts.text import catalogue
from layouts.text.participation_words import PARTICIPATION_WORDS, ParticipationWords

Named = Callable[[str], str]


def desk_page(
    rounds: Sequence[tuple[Round, int]],
    waiting: Sequence[Words],
    page: tuple[str, str, str, str],
    named: Named,
) -> str:
    """The page.

    Args:
        rounds: each with how many answered.
        waiting: free words that nobody has read.
        page: ticket of its forms, language, today, and what went wrong (empty for nothing).
        named: name of a territory by code.
    """
    ticket, language, today, wrong = page
    said = PARTICIPATION_WORDS[language]
    parts = [
        words("h1", said.desk),
        words("p", said.desk_lead),
        *([words("p", said.wrong.format(wrong), role="alert", class_="place")] if wrong else []),
        words("h2", said.rounds),
        _rounds(rounds, (ticket, today, language), said, named),
        words("h2", said.review),
        words("p", said.review_lead, class_="hint"),
        *[_waiting(one, ticket, said, named) for one in waiting],
        *([] if waiting else [words("p", said.nothing_waiting)]),
        words("h2", said.open),
        _opening(ticket, today, said),
    ]
    return whole(language, said.desk, parts)


def _rounds(
    rounds: Sequence[tuple[Round, int]], page: tuple[str, str, str], said: ParticipationWords,
    named: Named,
) -> str:  # fmt: skip
    if not rounds:
        return words("p", said.no_rounds)
    heads = (said.name, said.link, said.state, said.answers)
    head = tagged("tr", {}, "".join(words("th", one, scope="col") for one in heads))
    rows = [_row(one, n, page, said, named) for one, n in rounds]
    return tagged("div", {"class": "wide"}, tagged("table", {}, head + "".join(rows)))


def _row(
    one: Round, n: int, page: tuple[str, str, str], said: ParticipationWords, named: Named
) -> str:
    ticket, today, language = page
    opens, closes = (period_words(day, catalogue(language)) for day in (one.opens, one.closes))
    period = said.period.format(opens=opens, closes=closes)
    title = f"{named(one.territory)} · {one.title}, {period}"
    href = f"{PATH}/{one.token}"
    over = one.over(today)
    state = said.is_over if over else said.is_open if one.accepts(today) else said.is_early
    end = [hidden(TICKET, ticket), button(said.close, "quiet")]
    close = "" if over else post(f"{href}/terminar", end, "inline")
    few = said.few.format(FEWEST_PERSONS) if n < FEWEST_PERSONS else str(n)
    cells = (escape(title), words("a", href, href=href), escape(state) + close, escape(few))
    return tagged("tr", {}, "".join(tagged("td", {}, cell) for cell in cells))


def _waiting(one: Words, ticket: str, said: ParticipationWords, named: Named) -> str:
    quote = words("blockquote", one.words)
    where = words("p", f"{named(one.round.territory)} · {one.round.title}", class_="hint")
    verdicts = [
        button(said.approve, "quiet", name="veredicto", value=Moderation.APPROVED),
        button(said.reject, "quiet", name="veredicto", value=Moderation.REJECTED),
    ]
    sent = post(f"{PATH}/revisar/{one.id}", [hidden(TICKET, ticket), *verdicts], "inline")
    return tagged("section", {}, quote + where + sent)


def _opening(ticket: str, today: str, said: ParticipationWords) -> str:
    code = '<input type="text" name="municipio" inputmode="numeric" pattern="[0-9]{5}" required>'
    title = '<input type="text" name="nombre" maxlength="80" required>'
    day = f'<input type="date" name="{{}}" value="{escape(today)}" required>'
    fields = [
        (said.municipality, code),
        (said.name, title),
        (said.opens, day.format("desde")),
        (said.closes, day.format("hasta")),
    ]
    labels = [tagged("label", {"class": "field"}, escape(text) + box) for text, box in fields]
    return post(f"{PATH}/abrir", [hidden(TICKET, ticket), *labels, button(said.open_button)])
