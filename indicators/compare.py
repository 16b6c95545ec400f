"""A figure beside its references, and its place among others as far as the margins allow."""

from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

import numpy as np
import pandas as pd

from indicators.benchmark import Mark, Reference, marks
from indicators.engine import Engine
from indicators.evaluate import Result
from indicators.margins import half_widths
from indicators.nearest import Figure
from indicators.spec import Better, Kind, Text
from indicators.states import State


@unique
class Against(StrEnum):
    """Who a figure is compared with."""

    DEPARTMENT = "department"
    BORDER = "border"
    NATION = "nation"
    PEERS = "peers"


COUNTS: Final = Text(
    "Los conteos no se comparan: un lugar mayor tiene más de todo.",
    "Counts are not compared: a larger place has more of everything.",
)
NOT_COMPARABLE: Final = Text(
    "Sin referencia: no hay otra cifra del mismo periodo, ventana y serie.",
    "No reference: there is no other figure of the same period, window and series.",
)
NO_FIGURE: Final = Text(
    "El municipio no tiene cifra que comparar.", "The municipality has no figure to compare."
)
NO_MARGIN: Final = Text(
    "Sin puesto: no se publica ni margen ni muestra.",
    "No rank: neither margin nor sample is published.",
)
NOT_OF_THE_PERIOD: Final = Text(
    "Sin puesto: no hay cifra confiable del periodo.",
    "No rank: there is no reliable figure of the period.",
)
ALONE: Final = Text(
    "Sin puesto: no hay otro territorio con cifra.",
    "No rank: no other territory has a figure.",
)


@dataclass(frozen=True, slots=True)
class Gap:
    """A figure against one reference.

    Attributes:
        reference: value of the reference; a median where ``n`` is more than 1.
        difference: figure minus reference, in its unit.
        ratio: figure over reference; ``None`` where the reference is not above zero.
        reason: why there is no comparison; ``None`` where there is one.
    """

    against: Against
    reference: float | None = None
    difference: float | None = None
    ratio: float | None = None
    n: int = 0
    reason: Text | None = None


def gaps(engine: Engine, figure: Figure, scope: pd.Index, peers: pd.Index) -> tuple[Gap, ...]:
    """``figure`` against department, border set, nation and peers, in this order.

    Args:
        engine: over the snapshot that the figure is from.
        figure: of one territory; see ``indicators.nearest``.
        scope: local codes of the border set; the reference is the median of those with a figure.
        peers: codes of the peers (``indicators.peers``); the median too.
    """
    refused = NO_FIGURE if figure.value is None else None
    refused = COUNTS if figure.indicator.kind is Kind.COUNT else refused
    if refused is not None:
        return tuple(Gap(against, reason=refused) for against in Against)
    found = {mark.reference: mark for mark in marks(engine, figure, scope)}
    alike = {mark.reference: mark for mark in marks(engine, figure, peers)}
    return (
        _gap(Against.DEPARTMENT, figure, found.get(Reference.DEPARTMENT)),
        _gap(Against.BORDER, figure, found.get(Reference.SCOPE)),
        _gap(Against.NATION, figure, found.get(Reference.NATION)),
        _gap(Against.PEERS, figure, alike.get(Reference.SCOPE)),
    )


def ranks(result: Result) -> pd.DataFrame:
    """Place of each territory of ``result``, 1 for the best, as a range where margins overlap.

    A territory stands surely before another only if their 95 % intervals do not touch. The best
    place of a territory is one more than those surely before it, its worst the number of
    territories less those surely behind. Without a better end, the highest value comes first.

    Returns:
        Indexed by territory code: ``value``, ``low``, ``high``, ``first`` and ``last`` place
        (missing without a rank), ``n`` ranked, and ``told``, a ``Text`` for the reader.
    """
    width = half_widths(result)
    value = result.table["value"]
    ranked = width.notna()
    low, high = (value - width).where(ranked), (value + width).where(ranked)
    first, last = _places(low, high, lower=result.indicator.better is Better.LOWER)
    table = pd.DataFrame(
        {"value": value, "low": low, "high": high, "first": first, "last": last}
    ).assign(n=int(ranked.sum()))
    fresh = result.table["state"] == State.VALUE
    reasons = [NO_MARGIN if is_fresh else NOT_OF_THE_PERIOD for is_fresh in fresh]
    told = [_told(place, reason) for place, reason in zip(table.itertuples(), reasons, strict=True)]
    return table.assign(told=pd.Series(told, table.index, dtype=object))


def place_words(first: int, last: int, n: int) -> Text:
    """A place, or a range of places, among ``n``."""
    if first == last:
        return Text(f"{first}.º de {n}", f"{_ordinal(first)} of {n}")
    return Text(
        f"entre {first}.º y {last}.º de {n}",
        f"between {_ordinal(first)} and {_ordinal(last)} of {n}",
    )


def _gap(against: Against, figure: Figure, mark: Mark | None) -> Gap:
    if mark is None or figure.value is None:
        return Gap(against, reason=NOT_COMPARABLE)
    ratio = figure.value / mark.value if mark.value > 0 else None
    return Gap(against, mark.value, figure.value - mark.value, ratio, mark.n)


def _places(low: pd.Series, high: pd.Series, *, lower: bool) -> tuple[pd.Series, pd.Series]:
    """First and last possible place; missing where an interval is."""
    worst, best = (high, low) if lower else (-low, -high)  # the smaller, the better
    ends, starts = np.sort(worst.dropna()), np.sort(best.dropna())
    surely_before = np.searchsorted(ends, best.to_numpy(float), side="left")
    surely_behind = len(starts) - np.searchsorted(starts, worst.to_numpy(float), side="right")
    first = pd.Series(1.0 + surely_before, low.index).where(low.notna())
    last = pd.Series(float(len(starts)) - surely_behind, low.index).where(low.notna())
    return first, last


def _told(place: object, reason: Text) -> Text:
    first, last, n = (getattr(place, name) for name in ("first", "last", "n"))
    if pd.isna(first):
        return reason
    return ALONE if n == 1 else place_words(int(first), int(last), n)


def _ordinal(place: int) -> str:
    """``3`` becomes ``3rd``."""
    teens = 11 <= place % 100 <= 13  # noqa: PLR2004 - eleventh to thirteenth
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"
