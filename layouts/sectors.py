"""Labour demand of a municipality by economic sector."""

from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL, Quality
from indicators.engine import Engine
from indicators.periods import end_key
from indicators.states import State
from layouts.format import numbers
from layouts.provenance import figure_words, imported, source_link
from layouts.slice import MapView
from layouts.text.catalogue import Catalogue

EMPLOYED: Final = "ocupados_por_rama"
VACANCIES: Final = "vacantes"


def sector_section(code: str, view: MapView) -> html.Section:
    """Vacancies by sector and, as the published stand-in, people employed by branch."""
    parts: list[Component] = [html.H3(view.texts.labour_demand)]
    vacancies = newest_by_sector(view.engine, VACANCIES, code)
    if vacancies.empty:
        parts.append(html.P(view.texts.vacancies_none, className="whose"))
    else:
        parts.append(_bars(VACANCIES, code, vacancies, view))
    parts.append(_employed(code, view))
    return html.Section(parts)


def newest_by_sector(engine: Engine, key: str, code: str) -> pd.DataFrame:
    """The newest figures of one territory by sector, highest first; one source, one period.

    Suppressed ones are there as well, last and without a value.
    """
    rows = engine.snapshot.observations(key)
    mine = rows[
        (rows["territory_code"] == code)
        & (rows["sector"] != TOTAL)
        & (rows["sex"] == TOTAL)
        & (rows["period"] != "")
        & (rows["value"].notna() | (rows["quality"] == Quality.SUPPRESSED))
    ]
    if mine.empty:
        return mine
    ends = pd.Series([end_key(period) for period in mine["period"]], mine.index)
    last = mine[ends == ends.max()]
    one: pd.DataFrame = last[last["source_id"] == last["source_id"].value_counts().index[0]]
    return one.sort_values("value", ascending=False)


def _employed(code: str, view: MapView) -> Component:
    for candidate in (code, *view.engine.snapshot.domains.get(code, ())):
        rows = newest_by_sector(view.engine, EMPLOYED, candidate)
        if not rows.empty:
            return _bars(EMPLOYED, candidate, rows, view)
    return html.P(view.texts.sector_none, className="whose")


def _bars(key: str, code: str, rows: pd.DataFrame, view: MapView) -> html.Div:
    texts = view.texts
    high = rows["value"].max()
    source = view.engine.source(str(rows["source_id"].iloc[0]))
    title = view.indicators[key].title
    return html.Div(
        [
            html.H4(
                f"{title.es if texts.language == 'es' else title.en} · {view.engine.name(code)}"
            ),
            html.Table(
                html.Tbody([_bar(row, high, view) for _, row in rows.iterrows()]),
                className="ranking sectors",
            ),
            html.Details(
                [
                    html.Summary(texts.source_and_method),
                    html.P(figure_words(rows.iloc[0], texts)),
                    html.P(source_link(source, texts)),
                    *imported(view.engine.files_of(str(source["source_id"])), texts),
                ],
                className="method",
            ),
        ],
        className="item wide",
    )


def _bar(row: pd.Series, high: float, view: MapView) -> html.Tr:
    chosen = view.sector != TOTAL and view.sector in str(row["sector"])
    name = html.Th(branch_words(str(row["sector"]), view.texts), scope="row")
    return html.Tr([name, *_length(row["value"], high, view)], className="selected" * chosen)


def _length(value: float, high: float, view: MapView) -> list[html.Td]:
    """A bar and its number; a suppressed figure has no length, and says what it is."""
    if pd.isna(value):
        return [html.Td(), html.Td(view.texts.states[State.SUPPRESSED], className="none")]
    bar = html.Span(style={"width": f"{max(1, value / high * 100):.0f}%"})
    return [
        html.Td(bar, className="bar"),
        html.Td(numbers(view.texts)(value), className="number"),
    ]


def branch_words(sector: str, texts: Catalogue) -> str:
    """A section, or several sections that are published together, in words."""
    if sector == TOTAL:
        return texts.all_sectors
    return " + ".join(f"{letter} {texts.sections[letter]}" for letter in sector)
