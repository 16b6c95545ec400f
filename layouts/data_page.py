"""The view of rows, sources and snapshots: where every number can be traced to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from dash import html

from indicators.engine import Engine
from layouts import ids
from layouts.aria import aria
from layouts.format import numbers
from layouts.frame import Frame
from layouts.provenance import source_link
from layouts.reading import data, element, reading_page, table
from layouts.rows.grid import empty_grid, grid_data
from layouts.rows.section import table_foot, table_head
from layouts.rows.table import MOST_ROWS, Table
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.data_words import DATA_WORDS, DataWords


@dataclass(frozen=True, slots=True)
class Record:
    """What the list of snapshots says of one."""

    id: str
    created: str
    author: str
    note: str
    rows: int
    imports: Sequence[Mapping[str, Any]]


def data_page(
    frame: Frame,
    table_asked: Table,
    history: Sequence[Record],
    importing: Mapping[str, Any] | None,
) -> html.Div:
    """The rows behind the views; then indicators, sources, snapshots and importing.

    Args:
        frame: what every view shares.
        table_asked: the table that the address asks for.
        history: snapshots of the workspace, the newest first.
        importing: what the steps of an import need in the browser; ``None`` where it is closed.
    """
    texts, engine = frame.texts, table_asked.asked.view.engine
    words = DATA_WORDS[texts.language]
    fits = len(table_asked.whole) <= MOST_ROWS
    tree = [
        indicators_section(frame, engine),
        sources_section(engine, texts),
        snapshots_section(history, frame),
    ]
    return reading_page(
        frame,
        (texts.data_title, texts.data_lead),
        tree,
        before=[tabs(words), rows_section(words), import_section(texts, editing=bool(importing))],
        further={
            "importing": importing,
            "head": table_head(frame, table_asked),
            "foot": table_foot(table_asked),
            "grid": grid_data(table_asked) if fits else None,
        },
    )


def tabs(words: DataWords) -> html.Nav:
    """The parts of the view; without its script each one is a link."""
    links = [html.A(title, href=f"#{key}") for key, title in words.tabs.items()]
    return html.Nav(links, className="tabs data-tabs", **aria(label=words.tabs_label))


def rows_section(words: DataWords) -> html.Section:
    """Where the browser writes what stands over and under the grid."""
    return html.Section(
        [
            html.Div(id=ids.Data.HEAD),
            html.Div(empty_grid(words), className="grid-box"),
            html.Div(id=ids.Data.FOOT),
        ],
        id="tabla",
        className="rows",
    )


def api_line(texts: Catalogue) -> html.P:
    """Where a program finds the same figures."""
    return html.P(html.A(texts.api, href="/api/v1/docs"))


def import_section(texts: Catalogue, *, editing: bool) -> html.Section:
    """Where a file is brought in; elsewhere, how to allow it."""
    place = html.Div if editing else html.P
    body = place(None if editing else texts.import_closed, id=ids.Data.IMPORT)
    return html.Section(
        [html.H3(texts.import_title), body], className="import", id="importar", hidden=True
    )


def snapshots_section(history: Sequence[Record], frame: Frame) -> html.Section:
    """Every snapshot, the newest first, with what was imported into it."""
    texts = frame.texts
    rows = [_snapshot_row(record, frame) for record in history]
    head = [texts.snapshot_id, texts.snapshot_created, texts.snapshot_author, texts.snapshot_note,
            texts.snapshot_rows]  # fmt: skip
    return _part("cortes", texts.snapshots_title, [table(head, rows)])


def _snapshot_row(record: Record, frame: Frame) -> list[Any]:
    texts = frame.texts
    here = record.id == frame.snapshot
    link = html.A(record.id[:6], href=f"/?corte={record.id}")
    imports = [
        html.Li(
            texts.snapshot_import.format(
                **{k: str(one.get(k, "")) for k in ("file", "kind", "who")}
            )
        )
        for one in record.imports
    ]
    note = [record.note, html.Ul(imports)] if imports else record.note
    shown = html.B(f" ({texts.in_use})") if here else ""
    return [[link, shown], record.created[:16].replace("T", " "), record.author, note,
            numbers(texts)(record.rows)]  # fmt: skip


def indicators_section(frame: Frame, engine: Engine) -> html.Section:
    """What is known of each indicator: how many figures, of how many territories, since when."""
    texts = frame.texts
    rows = []
    for indicator in frame.indicators.values():
        figures = engine.snapshot.observations(indicator.needs[0].key)
        rows.append(
            [
                html.A(in_language(indicator.title, texts.language),
                       href=f"/datos?tabla=mapa&indicador={indicator.key}&filtro=&orden=",
                       **data(keep="yes")),
                texts.axes[indicator.axis],
                numbers(texts)(len(figures)),
                numbers(texts)(figures["territory_code"].nunique()),
                _span(figures),
            ]
        )  # fmt: skip
    head = [texts.indicator, texts.axis, texts.figures, texts.territories, texts.period]
    return _part("indicadores", texts.indicators_title, [api_line(texts), table(head, rows)])


def _span(figures: pd.DataFrame) -> str:
    years = sorted({str(period)[:4] for period in figures["period"].unique() if period})
    if not years:
        return ""
    return years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def sources_section(engine: Engine, texts: Catalogue) -> html.Section:
    """Every publication that a figure stands on."""
    sources = engine.snapshot.sources.sort_values(["publisher", "title"])
    rows = [
        [source_link(source, texts), str(source["licence"]), str(source["accessed"] or "")]
        for _, source in sources.iterrows()
    ]
    head = [texts.source, texts.licence, texts.accessed]
    title = f"{texts.sources_title} · {numbers(texts)(len(rows))}"
    words = DATA_WORDS[texts.language]
    box = element(
        "input",
        {"type": "search", "id": "source-search", "aria-label": words.search_sources,
         "placeholder": words.search_sources},
    )  # fmt: skip
    nothing = html.P(words.search_sources_none, className="note", id="source-none", hidden=True)
    return _part("fuentes", title, [box, nothing, table(head, rows)])


def _part(name: str, title: str, children: Sequence[Any]) -> html.Section:
    """A part that a tab opens."""
    return html.Section([html.H3(title), *children], id=name, hidden=True)
