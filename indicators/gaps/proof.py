"""What a gap is made from: the indicators of an axis, or the axes of a total, one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self

import pandas as pd

from indicators.cube import Cell
from indicators.engine import Engine
from indicators.gaps.items import ITEMS
from indicators.gaps.matrix import GapMatrix
from indicators.proof import Reference
from indicators.scopes import SCOPES
from indicators.spec import Axis, Indicator

GAP: Final = "brecha"
TOTAL_GAP: Final = "total"
PARTS: Final = 4
YEARS: Final = 4
LONGEST: Final = 200
AXES: Final[Mapping[str, Axis]] = {str(axis): axis for axis in ITEMS}


@dataclass(frozen=True, slots=True)
class GapReference:
    """Names one gap: ``brecha:54874:2025:empleo.frontera_venezuela.54.``.

    Attributes:
        axis: one of ``AXES``, or ``total``.
        scope, department: whose average it departs from; see ``indicators.scopes``.
        weights: of the axes in their order, joined by ``-``; empty for equal ones.
    """

    territory: str
    year: int
    axis: str
    scope: str
    department: str = ""
    weights: str = ""

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read the name of a gap; ``None`` where it is not one."""
        parts = text.split(":")
        if len(text) > LONGEST or len(parts) != PARTS or parts[0] != GAP:
            return None
        words = parts[3].split(".")
        if len(words) != PARTS or not (parts[2].isascii() and parts[2].isdigit()):
            return None
        axis, scope, department, weights = words
        known = axis in (*AXES, TOTAL_GAP) and scope in SCOPES and len(parts[2]) == YEARS
        sound = known and (not weights or len(weights_of(weights)) == len(AXES))
        return cls(parts[1], int(parts[2]), axis, scope, department, weights) if sound else None

    def written(self) -> str:
        """Inverse of ``read``."""
        words = ".".join((self.axis, self.scope, self.department, self.weights))
        return ":".join((GAP, self.territory, str(self.year), words))

    def of_axis(self, axis: Axis) -> Self:
        """The name of the gap of one axis of the same municipality."""
        return type(self)(
            self.territory, self.year, str(axis), self.scope, self.department, self.weights
        )


def weights_of(text: str) -> dict[Axis, float]:
    """Weights by axis; nothing where they are not numbers of one digit."""
    words = text.split("-") if text else []
    sound = all(len(word) == 1 and word.isascii() and word.isdigit() for word in words)
    return {axis: float(word) for axis, word in zip(ITEMS, words, strict=False)} if sound else {}


@dataclass(frozen=True, slots=True, eq=False)
class GapTerm:
    """One indicator of an axis.

    Attributes:
        value: of the municipality; ``None`` where there is none that may be used.
        gap: in standard deviations, worse upwards; ``None`` where it does not count.
        name: of the figure; ``None`` where there is none.
        source_id: of its publication; empty for none.
    """

    indicator: Indicator
    value: float | None
    gap: float | None
    name: Reference | None
    source_id: str


def terms_of(
    engine: Engine, matrix: GapMatrix, reference: GapReference, axis: Axis
) -> Iterator[GapTerm]:
    """The indicators of an axis, with what each says of the municipality."""
    code = reference.territory
    for indicator in matrix.items[axis]:
        value, gap = (frame[indicator.key][code] for frame in (matrix.values, matrix.gaps))
        row = None if pd.isna(value) else _behind(engine, indicator, matrix, reference)
        yield GapTerm(
            indicator=indicator,
            value=None if pd.isna(value) else float(value),
            gap=None if pd.isna(gap) else float(gap),
            name=None if row is None else _named(indicator, code, row, Cell.of(indicator)),
            source_id="" if row is None else str(row["source_id"]),
        )


def _behind(
    engine: Engine, indicator: Indicator, matrix: GapMatrix, reference: GapReference
) -> pd.Series | None:
    codes = matrix.values.index
    result = engine.at(indicator, Cell.of(indicator), codes, reference.year)
    return result.observation(reference.territory)


def _named(indicator: Indicator, code: str, row: pd.Series, cell: Cell) -> Reference:
    return Reference(indicator.key, code, str(row["period"]), cell)
