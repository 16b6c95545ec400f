"""The sector gap of one municipality, in people, with its terms and its formulas."""

from collections.abc import Iterator
from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import SECTIONS
from indicators.sector_gap import RANGE_METHOD
from indicators.sector_terms import (
    FORMULAS,
    GROWTH,
    HOST,
    MIGRANTS,
    PLACES,
    TERMS,
    UNITS,
    VACANCIES,
)
from indicators.states import State
from layouts.format import numbers
from layouts.gap_sources import sources_of
from layouts.gap_view import GapView
from layouts.reading import table
from layouts.text import in_language

SHOWN_TERMS: Final = (VACANCIES, GROWTH, MIGRANTS, HOST, UNITS, PLACES)
RESULTS: Final = ("places", "posts", "service")
"""Training places first: that is what a programme can decide."""


def sectors_section(view: GapView) -> html.Section:
    """Sections with a gap, the largest lack first; those without are named."""
    words = view.words
    known = [s for s in SECTIONS if any(_state(s, f, view) is not State.NO_DATA for f in RESULTS)]
    blank = [s for s in SECTIONS if s not in known]
    body = _table(_by_lack(known, view), view) if known else _nothing(view)
    left = words.sectors_blank.format(sectors=", ".join(view.texts.sections[s] for s in blank))
    return html.Section(
        [
            html.H3(f"{words.sectors} · {view.engine.name(view.code)}"),
            html.P(words.sectors_lead),
            *body,
            *([html.P(left)] if blank and known else []),
            *sources_of(SHOWN_TERMS, view),
            *_formulas(view),
        ],
        id="sectores",
    )


def _state(section: str, formula: str, view: GapView) -> State:
    return view.sectors.state(view.code, section, formula)


def _by_lack(sections: list[str], view: GapView) -> list[str]:
    """The sections that lack most training places first, then those that lack most posts."""
    table = pd.DataFrame({
        "places": _middle("places", view).reindex(sections).clip(lower=0),
        "posts": -_middle("posts", view).reindex(sections),
    })  # fmt: skip
    order = table.sort_values(["places", "posts"], ascending=False, na_position="last")
    return [str(section) for section in order.index]


def _middle(formula: str, view: GapView) -> pd.Series:
    """People by section; of a range, its middle: only to put rows in order."""
    low, high = (view.sectors.gaps[f"{formula}_{end}"][view.code] for end in ("low", "high"))
    middle: pd.Series = (low + high) / 2
    return middle


def _table(sections: list[str], view: GapView) -> list[Component]:
    words = view.words
    head = [
        words.sector,
        *(words.terms[name] for name in (*SHOWN_TERMS, "gap", "posts", "service")),
    ]
    rows = [_row(section, view) for section in sections]
    return [html.Div(table(head, rows, "records sector-gaps"), className="wide")]


def _row(section: str, view: GapView) -> list[Component]:
    terms = {t: float(view.sectors.terms[t][view.code, section]) for t in SHOWN_TERMS}
    name = html.Th(f"{section} {view.texts.sections[section]}", scope="row")
    results = [_result(section, formula, view) for formula in RESULTS]
    return [name, *(_term(term, terms[term], view) for term in SHOWN_TERMS), *results]


def _term(name: str, value: float, view: GapView) -> html.Td:
    if pd.isna(value):
        return html.Td(view.words.none, className="none")
    write = numbers(view.texts)
    return html.Td(
        f"{write(value * 100, 1)} %" if name == GROWTH else write(value), className="number"
    )


def _result(section: str, formula: str, view: GapView) -> html.Td:
    told = in_language(view.sectors.sentence(view.code, section, formula), view.texts.language)
    names = {State.NO_DATA: "none", State.UNRELIABLE: "range"}
    return html.Td(told, className=names.get(_state(section, formula, view), "told"))


def _nothing(view: GapView) -> list[Component]:
    """Nothing can be computed: the terms that every section lacks."""
    terms = view.sectors.terms.loc[view.code]
    lacking = [name for name in TERMS if terms[name].isna().all()]
    named = ", ".join(in_language(TERMS[name].name, view.texts.language) for name in lacking)
    return [html.P(view.words.sectors_none.format(terms=named), className="note")]


def _formulas(view: GapView) -> Iterator[Component]:
    language = view.texts.language
    terms = [
        part
        for one in FORMULAS.values()
        for part in (
            html.Dt(in_language(one.title, language)),
            html.Dd(
                [
                    in_language(one.text, language),
                    " ",
                    html.Small(in_language(one.caveat, language)),
                ]
            ),
        )
    ]
    yield html.Details(
        [
            html.Summary(view.words.formula),
            html.Dl(terms),
            html.P(in_language(RANGE_METHOD, language)),
        ],
        className="method",
    )
