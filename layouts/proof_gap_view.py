"""From a gap to the figures of its axis, or to the axes of its total, and to their publications."""

from collections.abc import Iterator

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.engine import Engine
from indicators.gaps import METHOD
from indicators.gaps.proof import AXES as BY_NAME
from indicators.gaps.proof import (
    TOTAL_GAP,
    GapReference,
    GapTerm,
    terms_of,
    weights_of,
)
from indicators.scopes import SCOPES
from indicators.spec import Axis
from layouts.format import numbers
from layouts.gap_matrix import signed
from layouts.gap_view import GapView
from layouts.proof_link import proven
from layouts.proof_view import origin_steps, step
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.data_words import DATA_WORDS

PERCENT = 100


def gap_view_of(reference: GapReference, engine: Engine, texts: Catalogue) -> GapView | None:
    """The view that has the gap; ``None`` where it has none of the municipality."""
    view = GapView(
        engine=engine, texts=texts, scope=reference.scope, department=reference.department,
        asked=reference.territory, wanted_year=reference.year,
        weights=weights_of(reference.weights),
    )  # fmt: skip
    return view if reference.territory in view.codes else None


def gap_proof_tree(reference: GapReference, view: GapView, *, demo: bool) -> list[Component]:
    """The same four steps as of a single figure; see ``layouts.proof_view.proof_tree``.

    Args:
        reference: the gap.
        view: that has it; see ``gap_view_of``.
        demo: whether its figures are invented, which is said first.
    """
    words, texts = DATA_WORDS[view.texts.language], view.texts
    first, second, *_ = words.proof_steps
    whole = reference.axis == TOTAL_GAP
    axes = list(BY_NAME.values()) if whole else [BY_NAME[reference.axis]]
    terms = {axis: list(terms_of(view.engine, view.matrix, reference, axis)) for axis in axes}
    listed = _axes(reference, view) if whole else _terms(terms[axes[0]], view)
    sources = list(dict.fromkeys(t.source_id for found in terms.values() for t in found
                                 if t.source_id))  # fmt: skip
    rule = in_language(METHOD.aggregation if whole else METHOD.formula, texts.language)
    invented = [html.P(texts.watermark, className="note")] if demo else []
    return [
        *invented,
        step(first, _figure(reference, view)),
        step(second, [html.Ul([*listed]),
                      html.P([html.B(f"{words.proof_formula}: "), rule], className="whose"),
                      html.P(in_language(METHOD.missing, texts.language), className="whose")]),
        *origin_steps(sources, view.engine, texts, demo=demo),
    ]  # fmt: skip


def gap_of(reference: GapReference, view: GapView) -> float:
    """The gap itself; missing where too little is known."""
    matrix, code = view.matrix, reference.territory
    if reference.axis == TOTAL_GAP:
        return float(matrix.total[code])
    return float(matrix.axes[BY_NAME[reference.axis]][code])


def _figure(reference: GapReference, view: GapView) -> list[Component]:
    words, texts = DATA_WORDS[view.texts.language], view.texts
    whole = reference.axis == TOTAL_GAP
    title = words.gap_total if whole else texts.axes[BY_NAME[reference.axis]]
    place, scope = view.engine.name(reference.territory), _scope(view)
    snapshot = words.proof_snapshot.format(view.engine.snapshot.snapshot_id)
    return [
        html.P(words.proof_gap.format(title), className="kick"),
        html.P(_value(gap_of(reference, view), view), className="value"),
        html.P(" · ".join([place, scope, str(view.year)])),
        *([] if whole else [_present(reference, view)]),
        html.P(snapshot, className="whose"),
    ]


def _value(gap: float, view: GapView) -> list[Component | str]:
    if pd.isna(gap):
        return [view.texts.no_figure]
    unit = DATA_WORDS[view.texts.language].gap_unit
    return [signed(gap, view), html.Small(f" {unit}")]


def _scope(view: GapView) -> str:
    if view.department:
        return view.engine.name(view.department)
    return in_language(SCOPES[view.scope].title, view.texts.language)


def _present(reference: GapReference, view: GapView) -> html.P:
    told = view.matrix.sentence(reference.territory, BY_NAME[reference.axis])
    return html.P(in_language(told, view.texts.language), className="whose")


def _terms(terms: list[GapTerm], view: GapView) -> Iterator[html.Li]:
    """Each indicator: its figure with its proof, and how far from the average it is."""
    texts, words = view.texts, DATA_WORDS[view.texts.language]
    for term in terms:
        title = in_language(term.indicator.title, texts.language)
        if term.value is None:
            yield html.Li(f"{title}: {words.proof_gap_absent}")
            continue
        number = numbers(texts)(term.value, term.indicator.decimals)
        unit = in_language(term.indicator.unit.symbol, texts.language).strip()
        apart = "" if term.gap is None else words.proof_gap_known.format(gap=signed(term.gap, view))
        yield html.Li([f"{title}: ", proven(number, term.name, texts), f" {unit}",
                       f" · {apart}" if apart else ""])  # fmt: skip


def _axes(reference: GapReference, view: GapView) -> Iterator[html.Li]:
    """Each axis: its gap with its proof, and its weight in the total."""
    for axis in BY_NAME.values():
        yield html.Li([f"{view.texts.axes[axis]}: ", _axis(axis, reference, view),
                       f" · {_weight(axis, view)}"])  # fmt: skip


def _axis(axis: Axis, reference: GapReference, view: GapView) -> Component | str:
    gap = float(view.matrix.axes[axis][reference.territory])
    written = view.texts.no_figure if pd.isna(gap) else signed(gap, view)
    return proven(written, reference.of_axis(axis), view.texts)


def _weight(axis: Axis, view: GapView) -> str:
    share = numbers(view.texts)(float(view.matrix.weights[axis]) * PERCENT, 1)
    return DATA_WORDS[view.texts.language].proof_gap_weight.format(share)
