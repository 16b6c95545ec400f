"""The matrix of gaps as a table: municipalities by axis, worse in one hue and better in another."""

from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.compare import place_words
from indicators.gaps.items import ITEMS
from indicators.scopes import SCOPES
from indicators.spec import Axis
from layouts.format import numbers
from layouts.gap_view import AXES, GapView
from layouts.reading import data, table
from layouts.text import in_language

FIRST_ROWS: Final = 40
LIMITS: Final = (0.5, 1.5)
"""Standard deviations at which a gap gets its next shade; nearer than the first it has none."""


def matrix_section(view: GapView) -> html.Section:
    """The matrix with what it says, or why there is none."""
    words = view.words
    if view.matrix.total.notna().sum() == 0 and view.matrix.axes.notna().sum().sum() == 0:
        return html.Section([html.H3(words.matrix), *_note(view)])
    scope = in_language(SCOPES[view.scope].sentence, view.texts.language)
    lead = words.matrix_lead.format(n=len(view.codes), scope=scope, year=view.year)
    rows = [_row(str(code), view) for code in view.order]
    n = int(view.places["n"].max())
    place = words.place.format(n=n)
    head = [words.territory, words.total, place, *(view.texts.axes[a] for a in AXES)]
    rest = rows[FIRST_ROWS:]
    more = html.Details(
        [html.Summary(words.rest.format(n=len(rest))), table(head, rest, "records matrix")]
    )
    return html.Section(
        [
            html.H3(words.matrix),
            html.P(lead),
            *_note(view),
            legend(view),
            html.Div(table(head, rows[:FIRST_ROWS], "records matrix"), className="wide"),
            *([more] if rest else []),
        ],
        id="matriz",
    )


def _note(view: GapView) -> list[Component]:
    note = view.matrix.note
    return [html.P(in_language(note, view.texts.language), className="note")] if note else []


def legend(view: GapView) -> html.P:
    """What the shades mean; the numbers say it too."""
    words = view.words
    keys = (("worse-2", words.worse), ("near", words.average), ("better-2", words.better))
    shown = [
        html.Span([html.I(className=f"swatch {name}"), f" {word}"], className="key")
        for name, word in keys
    ]
    unknown = html.Span([html.I(className="swatch none"), f" {words.none}"], className="key")
    return html.P([*shown, unknown], className="keys")


def _row(code: str, view: GapView) -> list[Component]:
    name = html.A(view.engine.name(code), href=f"#{code}", **data(municipality=code))
    row = html.Th(name, scope="row", className="selected" if code == view.code else "")
    cells = [_axis_cell(code, axis, view) for axis in AXES]
    return [row, _gap_cell(view.matrix.total[code], "", view), _place(code, view), *cells]


def _axis_cell(code: str, axis: Axis, view: GapView) -> html.Td:
    told = in_language(view.matrix.sentence(code, axis), view.texts.language)
    return _gap_cell(view.matrix.axes[axis][code], told, view)


def _gap_cell(gap: float, told: str, view: GapView) -> html.Td:
    if pd.isna(gap):
        return html.Td(view.words.none, className="none", title=told)
    return html.Td(signed(gap, view), className=f"number {shade(gap)}", title=told)


def _place(code: str, view: GapView) -> html.Td:
    first, last, n = (view.places[name][code] for name in ("first", "last", "n"))
    if pd.isna(first):
        return html.Td(view.words.no_place, className="none")
    told = in_language(place_words(int(first), int(last), int(n)), view.texts.language)
    ends = f"{first:.0f}" if first == last else f"{first:.0f}–{last:.0f}"
    return html.Td(ends, className="number place", title=told)


def signed(gap: float, view: GapView) -> str:
    """A gap with its sign and one decimal; what rounds to zero has no sign."""
    rounded = round(float(gap), 1)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else ""
    return f"{sign}{numbers(view.texts)(abs(rounded), 1)}"


def shade(gap: float) -> str:
    """Class of a cell: ``worse-1``, ``worse-2``, ``better-1``, ``better-2`` or ``near``."""
    steps = sum(abs(gap) >= limit for limit in LIMITS)
    if not steps:
        return "near"
    return f"{'worse' if gap > 0 else 'better'}-{steps}"


def lacking_section(view: GapView) -> html.Section:
    """Where no gap can be computed: the indicators of each axis and who holds their figures."""
    texts, words = view.texts, view.words
    rows = [
        [
            texts.axes[axis],
            in_language(item.title, texts.language),
            str(int(view.matrix.values[item.key].notna().sum())),
            in_language(item.source_rule, texts.language),
        ]
        for axis, inside in ITEMS.items()
        for item in inside
    ]
    head = [texts.axis, texts.indicator, texts.territories, texts.source]
    return html.Section(
        [
            html.H3(words.lacking_title),
            html.P(words.lacking_lead),
            html.Div(table(head, rows), className="wide"),
        ]
    )
