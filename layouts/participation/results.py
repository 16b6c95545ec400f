"""What the rounds that are over say, as part of follow-up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from geodata.participation import Round
from indicators.participation import QUESTIONS, SILENT, Tally
from indicators.states import State
from layouts.format import marked, numbers, period_words
from layouts.programmes.follow import change_words
from layouts.programmes.follow_view import FollowUp
from layouts.programmes.view import ProgrammeView
from layouts.reading import table
from layouts.text import in_language
from layouts.text.participation_words import PARTICIPATION_WORDS, ParticipationWords

SMALLEST: Final = 0.001
"""Smaller probabilities are told as smaller than this."""


@dataclass(frozen=True, slots=True)
class Told:
    """A round that is over, as far as it may be told.

    Attributes:
        words: free words that an editor approved; none where too few people answered.
    """

    round: Round
    tally: Tally
    words: Sequence[str]


def results_section(rounds: Sequence[Told], up: FollowUp, *, editing: bool) -> html.Section:
    """Every round of the chosen place that is over."""
    view = up.view
    said = PARTICIPATION_WORDS[view.texts.language]
    here = [one for one in rounds if one.round.territory in view.codes]
    head: list[Component] = [html.H3(said.results)]
    manage = [html.P(html.A(said.manage, href="/participar"))] if editing else []
    if not here:
        none = html.P(said.no_results.format(place=view.place_words()), className="note")
        return html.Section([*head, none, *manage], id="participacion")
    blocks = [block for one in here for block in _round(one, up, said)]
    return html.Section([*head, html.P(said.results_lead), *blocks, *manage], id="participacion")


def _round(one: Told, up: FollowUp, said: ParticipationWords) -> list[Component]:
    texts, asked = up.view.texts, one.round
    period = said.period.format(
        opens=period_words(asked.opens, texts), closes=period_words(asked.closes, texts)
    )
    title = html.H4(f"{up.view.engine.name(asked.territory)} · {asked.title}, {period}")
    if one.tally.people is None:
        return [title, html.P(said.too_few, className="note")]
    people = marked(said.people.format(n=numbers(texts)(one.tally.people)))
    rows = [row for question in QUESTIONS
            for row in _counts(question.key, one.tally.counts[question.key], up)]  # fmt: skip
    listed = html.Div(
        table([said.question, said.option, said.count], rows, "records slim"), className="wide"
    )
    sayings = [
        html.H5(said.sayings),
        *(html.Blockquote(words, className="said") for words in one.words),
    ]
    rule = html.P(said.withheld_rule, className="whose")
    return [title, html.P(people), html.P(_change(one.tally, up, said)), listed, rule,
            *(sayings if one.words else [])]  # fmt: skip


def participation_rows(rounds: Sequence[Told], view: ProgrammeView) -> Iterator[dict[str, Any]]:
    """A row for each question and option of the rounds of the chosen place, as on the page."""
    language = view.texts.language
    for one in rounds:
        if one.round.territory not in view.codes or one.tally.people is None:
            continue
        for question in QUESTIONS:
            for option, n in one.tally.counts[question.key].items():
                yield {
                    "parte": "participacion",
                    "territorio_codigo": one.round.territory,
                    "territorio": view.engine.name(one.round.territory),
                    "momento": f"{one.round.opens}/{one.round.closes}",
                    "indicador": in_language(question.text, language),
                    "respuesta": option_words(question.key, option, language),
                    "personas": None if n is None else float(n),
                    "estado": (State.SUPPRESSED if n is None else State.VALUE).code,
                }


def option_words(key: str, option: str, language: str) -> str:
    """What an option of a question says."""
    if option == SILENT:
        return PARTICIPATION_WORDS[language].silent
    question = next(one for one in QUESTIONS if one.key == key)
    return in_language(question.options[option], language)


def _counts(key: str, counts: Mapping[str, int | None], up: FollowUp) -> list[list[Any]]:
    texts = up.view.texts
    said = PARTICIPATION_WORDS[texts.language]
    question = next(one for one in QUESTIONS if one.key == key)
    rows: list[list[Any]] = []
    for option, n in counts.items():
        name = option_words(key, option, texts.language)
        cell = (
            html.Td(said.withheld, className="none")
            if n is None
            else html.Td(numbers(texts)(n), className="number")
        )
        first = html.Th(in_language(question.text, texts.language), scope="rowgroup",
                        rowSpan=len(counts))  # fmt: skip
        rows.append([*([] if rows else [first]), name, cell])
    return rows


def _change(tally: Tally, up: FollowUp, said: ParticipationWords) -> str:
    """How the same people see it a year later, with the test that says whether it is chance."""
    change = tally.change
    if change is None:
        return said.change_withheld
    told = change_words(change, up)
    told = told[:1].lower() + told[1:]
    p = change.p_value or 0.0
    least = p < SMALLEST
    shown = numbers(up.view.texts)(SMALLEST if least else p, 3)
    test = up.words.paired.format(p=f"{'<' if least else '='} {shown}")
    label = in_language(change.label, up.view.texts.language)
    return said.change.format(told=told, test=f"{label} {test}")
