"""Which observation stands for each territory and year: the figure "en uso"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import FLAGS, TOTAL
from indicators.periods import end_key, year_of
from indicators.spec import Need

NONE: Final = -1
"""Position that means "no observation"."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One combination of the dimensions that a reader may filter."""

    sex: str = TOTAL
    population_group: str = TOTAL
    sector: str = TOTAL

    def seen_by(self, need: Need) -> "Cell":
        """The cell that ``need`` is read in: kept dimensions follow the reader, others do not."""
        kept = {name: getattr(self, name) for name in need.keeps}
        if need.group is not None:
            kept["population_group"] = need.group
        return Cell(**kept)


@dataclass(frozen=True, slots=True)
class Cube:
    """Observations of one key and cell, placed by territory and year.

    Attributes:
        rows: for each territory (row) and year (column), the position in ``observations`` of the
            figure in use, or ``NONE``.
    """

    codes: pd.Index
    years: tuple[int, ...]
    rows: npt.NDArray[np.int64]
    observations: pd.DataFrame

    def in_year(self, year: int, tolerance: int) -> npt.NDArray[np.int64]:
        """Positions of the newest figure of ``year`` or of up to ``tolerance`` years before."""
        found = np.full(len(self.codes), NONE, dtype=np.int64)
        for column, candidate in enumerate(self.years):
            if year - tolerance <= candidate <= year:
                newer = self.rows[:, column]
                found = np.where(newer == NONE, found, newer)
        return found

    def nearest(
        self, years: npt.NDArray[np.int64], reach: int
    ) -> npt.NDArray[np.int64]:
        """Positions of the figure closest to each territory's own year, ``reach`` years at most.

        Of two equally close figures the earlier one is taken.
        """
        found = np.full(len(self.codes), NONE, dtype=np.int64)
        best = np.full(len(self.codes), reach + 1, dtype=np.int64)
        for column, candidate in enumerate(self.years):
            here = self.rows[:, column]
            gap = np.abs(years - candidate)
            closer = (here != NONE) & (gap < best)
            found, best = np.where(closer, here, found), np.where(closer, gap, best)
        return found

    def values(self, rows: npt.NDArray[np.int64]) -> pd.Series:
        """Values at ``rows``; missing where there is no observation."""
        column = self.observations["value"].to_numpy(dtype=float)
        padded = np.append(column, np.nan)
        return pd.Series(padded[rows], index=self.codes)


def cell_rows(observations: pd.DataFrame, cell: Cell) -> pd.DataFrame:
    """Observations of one cell."""
    chosen = (
        (observations["sex"] == cell.sex)
        & (observations["population_group"] == cell.population_group)
        & (observations["sector"] == cell.sector)
    )
    return observations[chosen]


def mappable(flags: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which figures may be mapped and ranked, from their ``flags`` texts."""
    return np.array([all(FLAGS[f].in_map for f in text.split("|") if f) for text in flags], bool)


def cube(observations: pd.DataFrame, cell: Cell, codes: pd.Index) -> Cube:
    """Place the observations of ``cell`` by territory and year.

    Of several figures for one year, the one in use has the latest cut-off; at equal cut-off, the
    fewest cautions; then the first source in alphabetical order. The others stay visible as
    competing figures. Figures without a single year, or whose flags forbid maps, are left out.
    """
    rows = cell_rows(observations, cell)
    place = codes.get_indexer(rows["territory_code"].astype(str))
    rows, place = rows[place >= 0], place[place >= 0]
    periods, flags = rows["period"].tolist(), rows["flags"].tolist()
    year = np.array([year_of(p) or np.nan for p in periods], float)
    ranked = _ranked(rows, ~np.isnan(year) & mappable(flags))
    years = tuple(sorted({int(y) for y in year[ranked]}))
    grid = np.full((len(codes), len(years)), NONE, dtype=np.int64)
    column = np.searchsorted(np.array(years), year[ranked])
    grid[place[ranked], column] = ranked  # the last assignment wins: the order above decides
    return Cube(codes, years, grid, rows)


def _ranked(rows: pd.DataFrame, usable: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Positions of the usable rows, the one to prefer last."""
    order = pd.DataFrame(
        {
            "end": [end_key(period) for period in rows["period"]],
            "cautions": [len(text.split("|")) if text else 0 for text in rows["flags"]],
            "source": rows["source_id"].tolist(),
            "position": np.arange(len(rows)),
        }
    )[usable]
    ordered = order.sort_values(["end", "cautions", "source"], ascending=[True, False, False])
    return ordered["position"].to_numpy()
