"""The form that people answer, and what they read after it. Works without any program."""

from html import escape
from typing import Final

from geodata.participation import LONGEST_WORDS, Round
from indicators.participation import QUESTIONS, Question
from layouts.format import period_words
from layouts.participation.markup import button, hidden, post, whole, words
from layouts.still import tagged
from layouts.text import catalogue, in_language
from layouts.text.participation_words import PARTICIPATION_WORDS, ParticipationWords

PATH: Final = "/participar"
TICKET: Final = "boleta"
WORDS: Final = "palabras"
THANKS: Final = "gracias"


def form_page(asked: Round, place: str, ticket: str, language: str) -> str:
    """The questions of a round, each with the choice not to answer."""
    said = PARTICIPATION_WORDS[language]
    action = f"{PATH}/{asked.token}?idioma={language}"
    fields = [_fieldset(question, said, language) for question in QUESTIONS]
    free = tagged(
        "label", {"class": "field"},
        words("strong", said.words) + words("span", said.words_hint, class_="hint")
        + f'<textarea name="{WORDS}" rows="4" maxlength="{LONGEST_WORDS}"></textarea>',
    )  # fmt: skip
    sent = post(action, [hidden(TICKET, ticket), *fields, free, button(said.send)])
    head = [*_head(asked, place, said), _other(asked, said, language)]
    promise = [words("p", said.promise), words("p", said.optional)]
    return whole(language, said.title, [*head, *promise, sent])


def _head(asked: Round, place: str, said: ParticipationWords) -> list[str]:
    where = said.place.format(place=place, title=asked.title)
    return [words("h1", said.title), words("p", where, class_="place")]


def _other(asked: Round, said: ParticipationWords, language: str) -> str:
    other = "en" if language == "es" else "es"
    link = words(
        "a", said.other_language, href=f"{PATH}/{asked.token}?idioma={other}", lang=other,
        title=said.other_label,
    )  # fmt: skip
    return tagged("p", {}, link)


def _fieldset(question: Question, said: ParticipationWords, language: str) -> str:
    options = [
        _option(question.key, key, in_language(text, language))
        for key, text in question.options.items()
    ]
    silent = _option(question.key, "", said.silent)
    legend = words("legend", in_language(question.text, language))
    return tagged("fieldset", {}, "".join([legend, *options, silent]))


def _option(name: str, value: str, text: str) -> str:
    checked = "" if value else " checked"
    box = f'<input type="radio" name="{escape(name)}" value="{escape(value)}"{checked}>'
    return tagged("label", {"class": "option"}, box + words("span", text))


def thanks_page(asked: Round, place: str, language: str) -> str:
    """That an answer was kept, and the way to the next person's form."""
    said = PARTICIPATION_WORDS[language]
    again = words("a", said.again, href=f"{PATH}/{asked.token}?idioma={language}", class_="button")
    where = words("p", said.place.format(place=place, title=asked.title), class_="place")
    parts = [words("h1", said.thanks), where, words("p", said.thanks_lead), tagged("p", {}, again)]
    return whole(language, said.thanks, parts)


def closed_page(asked: Round, today: str, language: str) -> str:
    """That a round takes no answers today."""
    said = PARTICIPATION_WORDS[language]
    if not asked.over(today):
        when = said.early.format(period_words(asked.opens, catalogue(language)))
        return whole(language, said.title, [words("h1", said.title), words("p", when)])
    return whole(language, said.closed, [words("h1", said.closed), words("p", said.closed_lead)])


def refused_page(reason: str, token: str, language: str) -> str:
    """Why an answer was not kept, and the way back.

    Args:
        reason: ``unknown``, ``stale`` or ``fast``.
        token: of the round; empty where there is none to go back to.
        language: of the page.
    """
    said = PARTICIPATION_WORDS[language]
    title, lead = getattr(said, reason), getattr(said, f"{reason}_lead")
    href = f"{PATH}/{token}?idioma={language}"
    back = [words("a", said.back, href=href, class_="button")] if token else []
    return whole(language, title, [words("h1", title), words("p", lead), *back])
