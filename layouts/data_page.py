"""The view of tables, sources and snapshots: where every number can be traced to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from dash import html

from indicators.engine import Engine
from layouts import ids
from layouts.format import numbers
from layouts.frame import Frame
from layouts.provenance import source_link
from layouts.reading import reading_page, table
from layouts.text import in_language
from layouts.text.catalogue import Catalogue


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
    engine: Engine,
    history: Sequence[Record],
    importing: Mapping[str, Any] | None,
) -> html.Div:
    """Snapshots, indicators and sources; importing where the server allows it.

    Args:
        frame: what every view shares.
        engine: the snapshot.
        history: snapshots of the workspace, the newest first.
        importing: what the steps of an import need in the browser; ``None`` where it is closed.
    """
    texts = frame.texts
    tree = [
        snapshots_section(history, frame),
        indicators_section(frame, engine),
        sources_section(engine, texts),
    ]
    return reading_page(
        frame,
        (texts.data_title, texts.data_lead),
        tree,
        before=[api_line(texts), import_section(texts, editing=importing is not None)],
        importing=importing,
    )


def api_line(texts: Catalogue) -> html.P:
    """Where a program finds the same figures."""
    return html.P(html.A(texts.api, href="/api/v1/docs"))


def import_section(texts: Catalogue, *, editing: bool) -> html.Section:
    """Where a file is brought in; elsewhere, how to allow it."""
    place = html.Div if editing else html.P
    body = place(None if editing else texts.import_closed, id=ids.Data.IMPORT)
    return html.Section([html.H3(texts.import_title), body], className="import")


def snapshots_section(history: Sequence[Record], frame: Frame) -> html.Section:
    """Every snapshot, the newest first, with what was imported into it."""
    texts = frame.texts
    rows = [_snapshot_row(record, frame) for record in history]
    head = [texts.snapshot_id, texts.snapshot_created, texts.snapshot_author, texts.snapshot_note,
            texts.snapshot_rows]  # fmt: skip
    return html.Section([html.H3(texts.snapshots_title), table(head, rows)])


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
                       href=f"/?indicador={indicator.key}"),
                texts.axes[indicator.axis],
                numbers(texts)(len(figures)),
                numbers(texts)(figures["territory_code"].nunique()),
                _span(figures),
            ]
        )  # fmt: skip
    head = [texts.indicator, texts.axis, texts.figures, texts.territories, texts.period]
    return html.Section([html.H3(texts.indicators_title), table(head, rows)])


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
    return html.Section([html.H3(title), table(head, rows)])
