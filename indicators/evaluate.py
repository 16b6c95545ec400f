"""Run an indicator: from observations to a value and a state for each territory."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import Quality
from indicators.cube import NONE, Cell, Cube, cube
from indicators.periods import year_of
from indicators.spec import Indicator
from indicators.states import STATE_OF_QUALITY, State

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
        years = _years(lead, rows)
        inputs = {self.indicator.needs[0].key: lead.values(rows)}
        for need, other in zip(self.indicator.needs[1:], self.cubes[1:], strict=True):
            inputs[need.key] = other.values(other.nearest(years, DENOMINATOR_REACH_YEARS))
        values = _within(self.indicator.compute(inputs), self.indicator.valid_range)
        states = _states(lead, rows, years < year, values)
        table = pd.DataFrame(
            {"value": values.where(_has_value(states)), "state": states, "year": years, "row": rows},
            index=lead.codes,
        )
        return Result(self.indicator, self.cell, year, table, lead.observations)


def board(
    indicator: Indicator, observations: Mapping[str, pd.DataFrame], cell: Cell, codes: pd.Index
) -> Board:
    """Prepare ``indicator`` for ``codes``.

    Args:
        observations: the observations of each need, by key.
        cell: what the reader chose; dimensions that a need does not keep are read in total.
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


def _years(lead: Cube, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    periods = lead.observations["period"].astype(str).to_numpy()
    return np.array([0 if r == NONE else (year_of(periods[r]) or 0) for r in rows], np.int64)


def _within(values: pd.Series, valid: tuple[float, float]) -> pd.Series:
    """Drop what cannot be true: an impossible figure is treated as absent, never drawn."""
    low, high = valid
    return values.where(values.between(low, high) & np.isfinite(values))


def _states(
    lead: Cube,
    rows: npt.NDArray[np.int64],
    older: npt.NDArray[np.bool_],
    values: pd.Series,
) -> npt.NDArray[np.int8]:
    quality = lead.observations["quality"].astype(str).map(_STATE_BY_WORD).to_numpy(np.int8)
    states = np.append(quality, np.int8(State.NO_DATA))[rows]
    states = np.where((states == State.VALUE) & older, State.EARLIER, states)
    missing = values.isna().to_numpy()
    return np.where(_has_value(states) & missing, State.NO_DATA, states).astype(np.int8)


def _has_value(states: npt.NDArray[np.int8]) -> npt.NDArray[np.bool_]:
    return np.isin(states, [state for state in State if state.has_value])


_STATE_BY_WORD = {str(quality): int(STATE_OF_QUALITY[quality]) for quality in Quality}
