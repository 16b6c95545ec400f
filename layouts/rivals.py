"""Figures that compete: what several publications say of one place, side by side."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL
from indicators.nearest import Figure
from indicators.rivals import rival_rows
from layouts.format import numbers
from layouts.provenance import figure_words, imported, source_link
from layouts.slice import MapView

PERSONS = "poblacion_migrante_venezolana"


def every_count(code: str, view: MapView, used: pd.Series | None = None) -> list[Component]:
    """Every published count of migrants of ``code``, newest first; ``used`` is marked."""
    rows = view.engine.snapshot.observations(PERSONS)
    mine = rows[(rows["territory_code"] == code) & (rows["sex"] == TOTAL)]
    return _side_by_side(mine, view, used)


def rivals(figure: Figure, view: MapView) -> list[Component]:
    """What others publish for the very cell and period of ``figure``, with the one in use."""
    return _side_by_side(rival_rows(view.engine, figure), view, figure.observation)


def _side_by_side(rows: pd.DataFrame, view: MapView, used: pd.Series | None) -> list[Component]:
    if len(rows) < 2:  # noqa: PLR2004 - a single figure competes with nothing
        return []
    newest_first = rows.iloc[rows["period"].astype(str).argsort()[::-1]]
    entries = [html.Li(_words(row, view, used)) for _, row in newest_first.iterrows()]
    title = html.Summary(view.texts.competing_more.format(len(entries)))
    rule = html.P(view.texts.in_use_rule, className="whose")
    return [html.Details([title, html.Ul(entries), rule], className="method competing")]


def _words(row: pd.Series, view: MapView, used: pd.Series | None) -> list[Component | str]:
    value = view.texts.no_figure if pd.isna(row["value"]) else numbers(view.texts)(row["value"])
    source = view.engine.source(str(row["source_id"]))
    return [
        html.B(value),
        f" ({view.texts.in_use})" if used is not None and row.equals(used) else "",
        f" · {figure_words(row, view.texts)} · ",
        source_link(source, view.texts),
        *imported(view.engine.files_of(str(source["source_id"])), view.texts),
    ]
