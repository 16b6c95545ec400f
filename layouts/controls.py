"""Filters, generated from the registries."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import dash_bootstrap_components as dbc
import pandas as pd
from dash import dcc, html

from geodata.schema import SECTIONS, TOTAL, Level, Sex
from indicators.scopes import SCOPES
from indicators.spec import Axis, Indicator, Kind
from layouts import ids
from layouts.text import in_language
from layouts.text.catalogue import Catalogue

Option = dict[str, Any]

ANY: Final = "-"
"""Value of the option that filters nothing: a native drop-down takes an empty one for no choice."""


def chip(control_id: str, label: str, options: Sequence[Option], value: str) -> html.Label:
    """A native drop-down with its name above it."""
    select = dbc.Select(id=control_id, options=list(options), value=value, size="sm")
    return html.Label([html.Span(label), select], className="chip", htmlFor=control_id)


def scope_options(texts: Catalogue) -> list[Option]:
    """One option per scope."""
    return [
        {"label": in_language(scope.title, texts.language), "value": key}
        for key, scope in SCOPES.items()
    ]


def department_options(territories: pd.DataFrame, texts: Catalogue) -> list[Option]:
    """All departments by name, after the one that filters nothing."""
    rows = territories[territories["level"] == Level.DEPARTMENT].sort_values("name")
    named = [{"label": name, "value": code} for code, name in _columns(rows, "name")]
    return [{"label": texts.all_departments, "value": ANY}, *named]


def _columns(rows: pd.DataFrame, *names: str) -> Iterator[tuple[str, ...]]:
    """Code and the named columns of each row."""
    return zip(rows.index, *(rows[name] for name in names), strict=True)


def indicator_options(indicators: Mapping[str, Indicator], texts: Catalogue) -> list[Option]:
    """Every indicator under the name of its axis, which cannot be chosen itself."""
    options: list[Option] = []
    for axis in Axis:
        options.append(
            {"label": texts.axes[axis].upper(), "value": f"eje:{axis}", "disabled": True}
        )
        options += [
            {"label": in_language(indicator.title, texts.language), "value": indicator.key}
            for indicator in indicators.values()
            if indicator.axis is axis
        ]
    return options


def indicator_picker(indicators: Mapping[str, Indicator], value: str, texts: Catalogue) -> html.Div:
    """Searchable drop-down of indicators."""
    picker = dcc.Dropdown(
        id=ids.Filter.INDICATOR,
        options=indicator_options(indicators, texts),
        value=value,
        clearable=False,
        maxHeight=420,
        labels={"search": texts.indicator, "no_options_found": texts.no_figure},
    )
    label = html.Label(texts.indicator, htmlFor=ids.Filter.INDICATOR)
    return html.Div([label, picker], className="chip chip-wide")


def measure_options(texts: Catalogue) -> list[Option]:
    """What the areas show: the level of the indicator or its difference from the nation."""
    return [
        {"label": texts.measure_level, "value": ANY},
        {"label": texts.measure_gap, "value": "brecha"},
    ]


def second_options(indicators: Mapping[str, Indicator], texts: Catalogue) -> list[Option]:
    """Indicators that fill areas, after the one that crosses nothing; counts are circles."""
    fills = {key: i for key, i in indicators.items() if i.kind is not Kind.COUNT}
    return [{"label": texts.second_none, "value": ANY}, *indicator_options(fills, texts)]


def section_options(texts: Catalogue) -> list[Option]:
    """The 21 sections after the one that adds them all up."""
    named = [
        {"label": f"{letter} · {texts.sections[letter]}", "value": letter} for letter in SECTIONS
    ]
    return [{"label": texts.all_sectors, "value": TOTAL}, *named]


def group_options(texts: Catalogue) -> list[Option]:
    """The default group and all others; the browser keeps those of the chosen indicator."""
    named = [{"label": words, "value": key} for key, words in texts.groups.items()]
    return [{"label": texts.groups[TOTAL], "value": ANY}, *named]


def sex_options(texts: Catalogue) -> list[Option]:
    """Total, women and men."""
    return [{"label": texts.sexes[sex], "value": sex} for sex in Sex]


def layer_switches(chosen: Sequence[str], texts: Catalogue) -> dbc.Checklist:
    """One switch per layer; any combination is possible."""
    options = [
        {"label": html.Span([html.I(className=f"swatch swatch-{key}"), words]), "value": key}
        for key, words in texts.layer_names.items()
    ]
    return dbc.Checklist(
        id=ids.Filter.LAYERS,
        options=options,
        value=list(chosen),
        inline=True,
        className="layers",
    )
