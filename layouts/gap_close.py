"""One municipality up close: its largest gap, its figures beside their references, its peers."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from dash import html
from dash.development.base_component import Component

from indicators import units
from indicators.compare import Gap, gaps, ranks
from indicators.cube import Cell
from indicators.gaps.items import ITEMS
from indicators.nearest import Figure, Origin, nearest_figure
from indicators.spec import Indicator, Kind
from layouts.format import marked, numbers, period_words
from layouts.gap_view import GapView
from layouts.item import value_line
from layouts.provenance import imported, source_words
from layouts.reading import data, table
from layouts.text import in_language

PERCENT: Final = units.PERCENT.key
TIGHT: Final = 0.05
"""Differences that round to nothing are told as equal."""


def close_section(view: GapView) -> html.Section:
    """What is known of the municipality chosen."""
    words = view.words
    name = view.engine.name(view.code)
    link = html.A(name, href=f"/?municipio={view.code}", **data(keep="yes"))
    before, _, after = words.close.partition("{name}")
    return html.Section(
        [
            html.H3([before, link, after]),
            html.P(marked(summary(view))),
            *_comparison(view),
            *_peers(view),
        ],
        id="municipio",
    )


def summary(view: GapView) -> str:
    """The axis with the largest gap, where one is worse than the average."""
    axes = view.matrix.axes
    own = {str(axis): float(axes[axis][view.code]) for axis in axes}
    known = {axis: gap for axis, gap in own.items() if not np.isnan(gap)}
    if not known:
        return view.texts.no_figure
    axis, gap = max(known.items(), key=lambda pair: pair[1])
    if gap < TIGHT:
        return view.words.summary_none
    told = numbers(view.texts)(gap, 1)
    return view.words.summary.format(axis=view.texts.axes[axis], gap=told)


def _comparison(view: GapView) -> Iterator[Component]:
    words = view.words
    items = [item for inside in ITEMS.values() for item in inside if item.kind is not Kind.COUNT]
    found = [(item, figure_of(item, view)) for item in items]
    rows = [_compared(item, figure, view) for item, figure in found if figure is not None]
    yield html.H4(words.comparison)
    if not rows:
        yield html.P(view.texts.no_figure)
        return
    head = [view.texts.indicator, words.value, *words.against.values(), words.rank]
    yield html.P(words.comparison_lead)
    yield html.Div(table(head, rows), className="wide")


def figure_of(indicator: Indicator, view: GapView) -> Figure | None:
    """The municipality's own newest figure; that of a larger place is not its gap."""
    figure = nearest_figure(view.engine, indicator, view.code, Cell.of(indicator))
    return figure if figure is not None and figure.origin is Origin.OWN else None


def _compared(indicator: Indicator, figure: Figure, view: GapView) -> list[Component | str]:
    texts = view.texts
    against = gaps(view.engine, figure, view.codes, view.peers.codes)
    place = ranks(view.engine.at(indicator, figure.cell, view.codes, figure.year))["told"]
    source = view.engine.source(str(figure.observation["source_id"]))
    title = html.Th(
        html.A(in_language(indicator.title, texts.language), href=f"/metodologia#{indicator.key}"),
        scope="row",
    )
    period = period_words(str(figure.observation["period"] or ""), texts)
    whose = html.Small(f"{period} · {source['publisher']}", title=source_words(source, texts))
    files = imported(view.engine.files_of(str(source["source_id"])), texts)
    value = html.Td([value_line(figure, texts), whose, *files])
    told = in_language(place[view.code], texts.language)
    return [title, value, *(_difference(gap, indicator, view) for gap in against), told]


def _difference(gap: Gap, indicator: Indicator, view: GapView) -> html.Td:
    """``4,3 más`` than the reference, with the reference in the title."""
    texts, words = view.texts, view.words
    if gap.difference is None or gap.reference is None:
        reason = in_language(gap.reason, texts.language) if gap.reason else ""
        return html.Td(words.none, className="none", title=reason)
    write = numbers(texts)
    apart = round(gap.difference, indicator.decimals)
    template = words.more if apart > 0 else words.less if apart < 0 else words.same
    points = " pp" if indicator.unit.key == PERCENT else ""
    number = write(abs(apart), indicator.decimals) + points
    times = (
        [html.Br(), html.Small(words.times.format(write(gap.ratio, 2)))]
        if gap.ratio is not None
        else []
    )
    reference = write(gap.reference, indicator.decimals)
    return html.Td([template.format(n=number), html.Br(), *times], title=reference)


def _peers(view: GapView) -> Iterator[Component]:
    language = view.texts.language
    yield html.H4(view.words.peers)
    if view.peers.reason is not None:
        yield html.P(in_language(view.peers.reason, language))
        return
    entries = [
        html.Li(
            [
                html.B(view.engine.name(peer.territory_code)),
                ": ",
                in_language(peer.reason, language),
            ]
        )
        for peer in view.peers.peers
    ]
    yield html.Ul(entries, className="peers")
