"""Where the terms of a municipality's sector gap come from: term, period, source and file."""

from collections.abc import Iterator

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.registry import INDICATORS
from indicators.sections import boards
from indicators.sector_terms import TERMS
from layouts.format import period_words
from layouts.gap_view import GapView
from layouts.provenance import imported, source_link
from layouts.text import in_language


def sources_of(terms: tuple[str, ...], view: GapView) -> Iterator[Component]:
    """One closed list for ``terms``; nothing where none has a figure."""
    entries = [entry for term in terms for entry in _entries(term, view)]
    if entries:
        summary = html.Summary(view.texts.source_and_method)
        yield html.Details([summary, html.Ul(entries)], className="method")


def _entries(term: str, view: GapView) -> Iterator[html.Li]:
    title = in_language(TERMS[term].name, view.texts.language)
    for source_id, period in origins(term, view):
        source = view.engine.source(source_id)
        files = imported(view.engine.files_of(source_id), view.texts)
        when = period_words(period, view.texts)
        yield html.Li([f"{title} · {when} · ", source_link(source, view.texts), *files])


def origins(term: str, view: GapView) -> list[tuple[str, str]]:
    """Source and period of the figures that the sections of the municipality use, each once."""
    made = boards(view.engine, INDICATORS[TERMS[term].key], pd.Index([view.code]))
    used = (board.at(view.year).observation(view.code) for board in made.values())
    found = ((str(row["source_id"]), str(row["period"])) for row in used if row is not None)
    return list(dict.fromkeys(found))
