"""Which observation stands for each territory and year: the figure "en uso"."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Self

import numpy as np
import pandas as pd

from geodata.schema import TOTAL
from indicators.figures import NONE, Figures, Flags, Positions, Years
from indicators.periods import MONTHS_IN_A_YEAR
from indicators.spec import Indicator, Need


@dataclass(frozen=True, slots=True)
class Cell:
    """One combination of the dimensions that a reader may filter."""

    sex: str = TOTAL
    population_group: str = TOTAL
    sector: str = TOTAL

    @classmethod
    def of(cls, indicator: Indicator) -> Self:
        """Both sexes, all sectors and the indicator's own population."""
        return cls(population_group=indicator.own_group)

    def seen_by(self, need: Need) -> "Cell":
        """The cell that ``need`` is read in: kept dimensions follow the reader, others do not."""
        kept = {name: getattr(self, name) for name in need.keeps}
        if need.group is not None:
            kept["population_group"] = need.group
        return Cell(**kept)

    def words(self) -> Mapping[str, str]:
        """Its word in each column of the observations."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Cube:
    """Observations of one key and cell, placed by territory and year.

    Attributes:
        rows: for each territory (row) and year (column), the position in ``observations`` of the
            figure in use, or ``NONE``.
        figures: of the cell and of these territories.
        place: position of the territory of each of them in ``codes``.
    """

    codes: pd.Index
    years: tuple[int, ...]
    rows: Positions
    figures: Figures
    place: Positions

    @property
    def observations(self) -> pd.DataFrame:
        """What ``rows`` points into: every observation of the key."""
        return self.figures.observations

    def in_year(self, year: int, tolerance: int) -> Positions:
        """Positions of the newest figure of ``year`` or of up to ``tolerance`` years before."""
        found = np.full(len(self.codes), NONE, dtype=np.int64)
        for column, candidate in enumerate(self.years):
            if year - tolerance <= candidate <= year:
                newer = self.rows[:, column]
                found = np.where(newer == NONE, found, newer)
        return found

    def nearest(self, years: Years, reach: int) -> Positions:
        """Positions of the figure closest to each territory's own year, ``reach`` years at most.

        Of two equally close figures the earlier one is taken.

        Args:
            years: a row of years, one for each territory, or several such rows.
            reach: in years.
        """
        found = np.full(years.shape, NONE, dtype=np.int64)
        best = np.full(years.shape, reach + 1, dtype=np.int64)
        for column, candidate in enumerate(self.years):
            here = self.rows[:, column]
            gap = np.abs(years - candidate)
            closer = (here != NONE) & (gap < best)
            found, best = np.where(closer, here, found), np.where(closer, gap, best)
        return found

    def of_the_period(self, lead: "Cube", rows: Positions, found: Positions) -> Positions:
        """``found``, but the figure of the very period of ``lead`` at ``rows`` where there is one.

        A part counted in February is not divided by a whole that was counted in December.
        """
        if (self.figures.span[self.figures.order] == MONTHS_IN_A_YEAR).all():
            return found
        dated = (rows != NONE) & (found != NONE) & (lead.figures.span[rows] < MONTHS_IN_A_YEAR)
        if not dated.any():
            return found
        known, periods = self._by_period(), lead.observations["period"].astype(str).to_numpy()
        closest = found.copy()
        for at in zip(*(axis.tolist() for axis in np.nonzero(dated)), strict=True):
            closest[at] = known.get((at[-1], periods[rows[at]]), found[at])
        return closest

    def _by_period(self) -> Mapping[tuple[int, str], int]:
        """Positions of figures with a value by territory and period, the one to prefer last."""
        order, period = self.figures.order, self.figures.labels["period"]
        words, usable = list(period.words), self.figures.usable
        said = usable & np.isfinite(self.figures.value[order])
        told = zip(self.place[said], period.numbers[said], order[said], strict=True)
        return {(int(place), words[number]): int(row) for place, number, row in told}

    def of_span(self, span: int) -> "Cube":
        """The same observations, of which only those that cover ``span`` months are in use."""
        alike = self.figures.span[self.figures.order] == span
        return self if alike.all() else _placed(self.figures, self.place, self.codes, alike)


def cell_rows(observations: pd.DataFrame, cell: Cell) -> pd.DataFrame:
    """Observations of one cell."""
    chosen = (
        (observations["sex"] == cell.sex)
        & (observations["population_group"] == cell.population_group)
        & (observations["sector"] == cell.sector)
    )
    return observations[chosen]


def cube(figures: Figures, cell: Cell, codes: pd.Index) -> Cube:
    """Place the observations of ``cell`` by territory and year.

    Of several figures for one year, the one in use is the last in the order of ``figures``. The
    others stay visible as competing figures. Left out are figures without a single year, those
    whose flags forbid maps, and rows with neither a value nor a reason for having none.
    """
    place = figures.labels["territory_code"].places_in(codes)
    inside = figures.where(**cell.words()) & (place != NONE)
    here = figures.only(inside)
    return _placed(here, place[inside], codes, np.ones(len(here.order), dtype=bool))


def _placed(figures: Figures, place: Positions, codes: pd.Index, allowed: Flags) -> Cube:
    used = figures.usable & allowed
    order = figures.order[used]
    year = figures.year[order]
    years = np.unique(year)
    grid = np.full((len(codes), len(years)), NONE, dtype=np.int64, order="F")
    # The last assignment wins: the order above decides.
    grid[place[used], np.searchsorted(years, year)] = order
    return Cube(codes, tuple(years.tolist()), grid, figures, place)
