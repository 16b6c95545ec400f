"""Municipality by axis: gaps, what is present, and why a cell is empty."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.cube import Cell
from indicators.details import EMPTY_SCOPE
from indicators.engine import Engine
from indicators.gaps.items import ITEMS
from indicators.gaps.method import METHOD, Method
from indicators.gaps.standardise import standardised
from indicators.spec import Axis, Indicator, Text
from indicators.states import State

USED: Final = (State.VALUE, State.EARLIER)
AXES: Final = tuple(ITEMS)

ONE: Final = Text(
    "Con tan pocos municipios no hay promedio del que apartarse: amplíe el ámbito.",
    "With so few municipalities there is no average to depart from: widen the scope.",
)
TOO_LITTLE: Final = Text(
    "Ningún municipio del ámbito tiene suficientes indicadores para una brecha por eje.",
    "No municipality of the scope has enough indicators for a gap by axis.",
)
BAD_WEIGHTS: Final = Text(
    "Los pesos deben ser números desde cero, y alguno mayor que cero: se usan pesos iguales.",
    "Weights must be numbers from zero, some above it: equal weights are used.",
)

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class GapMatrix:
    """Gaps of a set of municipalities; above 0 is worse than their average.

    Attributes:
        items: indicators of each axis.
        values: figures by territory and indicator, as evaluated; missing where none is used.
        gaps: standardised gaps by territory and indicator.
        axes: gap by territory and ``Axis``; missing where too little is known.
        present: indicators known by territory and ``Axis``.
        total: weighted gap of each territory; missing where too few axes are known.
        weights: of the axes, adding up to 1.
        note: what the reader must know of the whole, or ``None``.
    """

    method: Method
    items: Mapping[Axis, tuple[Indicator, ...]]
    values: pd.DataFrame
    gaps: pd.DataFrame
    axes: pd.DataFrame
    present: pd.DataFrame
    total: pd.Series
    weights: pd.Series
    note: Text | None = None

    def state(self, code: str, axis: Axis) -> State:
        """State of one cell: a value or no data."""
        return State.VALUE if self.axes[axis].notna()[code] else State.NO_DATA

    def sentence(self, code: str, axis: Axis) -> Text:
        """What one cell stands on, or why it is empty."""
        known, asked = int(self.present[axis][code]), len(self.items[axis])
        if self.state(code, axis) is State.VALUE:
            return Text(
                f"Calculado con {known} de {asked} indicadores del eje.",
                f"Computed from {known} of the axis's {asked} indicators.",
            )
        least = int(np.ceil(self.method.present_share * asked))
        return Text(
            f"No calculable: solo {known} de {asked} indicadores del eje tienen dato (mínimo "
            f"{least}).",
            f"Not computable: only {known} of the axis's {asked} indicators have data (at least "
            f"{least}).",
        )


def gap_matrix(
    engine: Engine,
    codes: pd.Index,
    year: int,
    weights: Mapping[Axis, float] | None = None,
    items: Mapping[Axis, tuple[Indicator, ...]] = ITEMS,
) -> GapMatrix:
    """Gaps of ``codes`` in ``year``, with earlier figures where an indicator tolerates them.

    Args:
        engine: over one snapshot.
        codes: local territories, which are also the set that the average is of.
        year: the year asked for.
        weights: of the axes; equal without them, or where they are not usable.
        items: indicators of each axis.
    """
    values = pd.DataFrame(
        {i.key: _values(engine, i, codes, year) for axis in items.values() for i in axis},
        index=codes,
    )
    return matrix_of(values, items, weights)


def reweighted(matrix: GapMatrix, weights: Mapping[Axis, float]) -> GapMatrix:
    """The same matrix under other weights of the axes; nothing is evaluated again."""
    used, note = _weights(matrix.items, weights)
    total = weighted(matrix.axes, used, matrix.method)
    return replace(matrix, total=total, weights=used, note=_whole(matrix.axes, note))


def axis_gap(gaps: pd.DataFrame, method: Method = METHOD) -> pd.Series:
    """Mean of the gaps of one axis where enough of its indicators are known."""
    enough = gaps.notna().sum(axis=1) >= method.present_share * len(gaps.columns)
    return gaps.mean(axis=1).where(enough & (len(gaps.columns) > 0))


def weighted(axes: pd.DataFrame, weights: pd.Series, method: Method = METHOD) -> pd.Series:
    """Weighted mean over the known axes where they hold enough of the axes with weight."""
    asked = weights[weights > 0]
    known = axes[list(asked.index)]
    enough = known.notna().sum(axis=1) >= method.present_share * len(asked)
    held = known.notna().mul(asked, axis=1).sum(axis=1)
    return (known.mul(asked, axis=1).sum(axis=1) / held.where(held > 0)).where(enough)


def matrix_of(
    values: pd.DataFrame,
    items: Mapping[Axis, tuple[Indicator, ...]],
    weights: Mapping[Axis, float] | None = None,
) -> GapMatrix:
    """The matrix of figures that are already evaluated, by territory code and indicator key."""
    better = {i.key: i.better for axis in items.values() for i in axis}
    gaps = standardised(values, better)
    by_axis = {axis: gaps[[i.key for i in inside]] for axis, inside in items.items()}
    axes = pd.DataFrame({axis: axis_gap(part) for axis, part in by_axis.items()})
    present = pd.DataFrame({axis: part.notna().sum(axis=1) for axis, part in by_axis.items()})
    used, note = _weights(items, weights)
    total = weighted(axes, used)
    return GapMatrix(METHOD, items, values, gaps, axes, present, total, used, _whole(axes, note))


def _values(engine: Engine, indicator: Indicator, codes: pd.Index, year: int) -> pd.Series:
    table = engine.at(indicator, Cell.of(indicator), codes, year).table
    return table["value"].where(table["state"].isin(USED))


def _weights(
    items: Mapping[Axis, object], weights: Mapping[Axis, float] | None
) -> tuple[pd.Series, Text | None]:
    """Weights of every axis, adding up to 1; an axis that is not named weighs nothing."""
    equal = pd.Series(1.0 / max(len(items), 1), list(items))
    if weights is None:
        return equal, None
    asked = pd.Series([float(weights.get(axis, 0.0)) for axis in items], list(items))
    usable = np.isfinite(asked).all() and (asked >= 0).all() and asked.sum() > 0
    return (asked / asked.sum(), None) if usable else (equal, BAD_WEIGHTS)


def _whole(axes: pd.DataFrame, note: Text | None) -> Text | None:
    """What the reader must know first; ``note`` where nothing weighs more."""
    if axes.empty:
        return EMPTY_SCOPE
    if len(axes) < METHOD.least_territories:
        return ONE
    return note if axes.notna().any(axis=None) else TOO_LITTLE
