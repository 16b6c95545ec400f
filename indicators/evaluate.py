"""Run an indicator: from observations to a value and a state for each territory."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.cube import HAS_VALUE, NONE, Cell, Cube, cube
from indicators.spec import Indicator
from indicators.states import State

DENOMINATOR_REACH_YEARS: Final = 3
"""A share is not computed from parts more than three years apart."""


@dataclass(frozen=True, slots=True)
class Result:
    """Values of one indicator for one cell and year.

    Attributes:
        table: indexed by territory code; ``value`` (missing unless the state has one),
            ``state`` (a ``State``), ``year`` of the figure used (0 for none), and ``row``, the
            position of the leading observation in ``observations`` (-1 for none).
    """

    indicator: Indicator
    cell: Cell
    year: int
    table: pd.DataFrame
    observations: pd.DataFrame

    @property
    def values(self) -> pd.Series:
        """Values where there is one, without the rest."""
        return self.table["value"].dropna()

    def observation(self, code: str) -> pd.Series | None:
        """The leading observation behind a territory's value, or ``None``."""
        row = int(self.table["row"].get(code, NONE))
        return None if row == NONE else self.observations.iloc[row]


@dataclass(frozen=True, slots=True)
class Board:
    """The cubes of an indicator's needs, for one cell and set of territories, all years."""

    indicator: Indicator
    cell: Cell
    cubes: tuple[Cube, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """Years for which the leading observations have a figure."""
        return self.cubes[0].years

    def at(self, year: int) -> Result:
        """Values of ``year``, with older figures where the indicator tolerates them."""
        lead = self.cubes[0]
        rows = lead.in_year(year, self.indicator.tolerance_years)
        years = lead.figures.year[rows]
        values = self._computed(rows, years)
        states = _states(lead.figures.state[rows], years < year, np.isnan(values))
        shown = np.where(HAS_VALUE[states], values, np.nan)
        columns = {"value": shown, "state": states, "year": years, "row": rows}
        table = pd.DataFrame(columns, index=lead.codes)
        return Result(self.indicator, self.cell, year, table, lead.observations)

    def _computed(
        self, rows: npt.NDArray[np.int64], years: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float64]:
        """The formula over leading figures at ``rows``, of ``years``; impossible values missing."""
        lead, needs = self.cubes[0], self.indicator.needs
        inputs = {needs[0].key: lead.values(rows)}
        for need, other in zip(needs[1:], self.cubes[1:], strict=True):
            inputs[need.key] = other.values(other.nearest(years, DENOMINATOR_REACH_YEARS))
        values = self.indicator.compute(inputs).reindex(lead.codes).to_numpy(dtype=float)
        return _within(values, self.indicator.valid_range)


def board(
    indicator: Indicator, observations: Mapping[str, pd.DataFrame], cell: Cell, codes: pd.Index
) -> Board:
    """Prepare ``indicator`` for ``codes``.

    Args:
        indicator: an entry of the registry.
        observations: the observations of each need, by key.
        cell: what the reader chose; dimensions that a need does not keep are read in total.
        codes: territories, each once.
    """
    cubes = (cube(observations[need.key], cell.seen_by(need), codes) for need in indicator.needs)
    return Board(indicator, cell, tuple(cubes))


def evaluate(
    indicator: Indicator,
    observations: Mapping[str, pd.DataFrame],
    cell: Cell,
    codes: pd.Index,
    year: int,
) -> Result:
    """Value and state of ``indicator`` for each of ``codes`` in ``year``."""
    return board(indicator, observations, cell, codes).at(year)


def _within(values: npt.NDArray[np.float64], valid: tuple[float, float]) -> npt.NDArray[np.float64]:
    """Drop what cannot be true: an impossible figure is treated as absent, never drawn."""
    low, high = valid
    possible = np.isfinite(values) & (values >= low) & (values <= high)
    return np.where(possible, values, np.nan)


def _states(
    published: npt.NDArray[np.int8],
    older: npt.NDArray[np.bool_],
    missing: npt.NDArray[np.bool_],
) -> npt.NDArray[np.int8]:
    """States as they are shown: older values say so, and without a number there is no value."""
    states = np.where((published == State.VALUE) & older, State.EARLIER, published)
    return np.where(HAS_VALUE[states] & missing, State.NO_DATA, states).astype(np.int8)
