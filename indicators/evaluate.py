"""Run an indicator: from observations to a value and a state for each territory."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.cube import Cell, Cube, cube
from indicators.figures import HAS_VALUE, NONE, Figures, Positions, Years
from indicators.spec import SPAN_MATTERS, Indicator, Inputs, Text, Window
from indicators.states import State

WINDOW_RULE: Final = Text(
    "Un resultado tiene una sola ventana (mes, trimestre o año móvil): la que más territorios "
    "tienen y, a igualdad, la más larga. Los territorios que solo tienen otra quedan sin dato.",
    "A result has one window (month, moving quarter or moving year): the one that most territories "
    "have and, of equals, the longest. Territories that only have another one have no data.",
)
"""How a result keeps apart windows of different length; see ``spec.SPAN_MATTERS``."""


@dataclass(frozen=True, slots=True)
class Result:
    """Values of one indicator for one cell and year.

    ``indicators.details`` tells more of each territory: period, source, terms, margin, reason.

    Attributes:
        table: indexed by territory code; ``value`` (missing unless the state has one),
            ``state`` (a ``State``), ``year`` of the figure used (0 for none), and ``row``, the
            position of the leading observation in ``observations`` (-1 for none).
        inputs: figures of each need that the formula read, by key, then territory code.
        span: months of the window that all values share; 0 where the length does not matter.
        passed_over: territories that only have a figure of another window.
    """

    indicator: Indicator
    cell: Cell
    year: int
    table: pd.DataFrame
    observations: pd.DataFrame
    inputs: Inputs
    span: int
    passed_over: pd.Index

    @property
    def values(self) -> pd.Series:
        """Values where there is one, without the rest."""
        values = self.table["value"].to_numpy()
        known = ~np.isnan(values)
        return pd.Series(values[known], index=self.table.index[known], name="value")

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
        lead, span, passed_over = self._in_one_window(year)
        rows = lead.in_year(year, self.indicator.tolerance_years)
        years = lead.figures.year[rows]
        inputs = {key: cube.values(at) for key, (cube, at) in self._read(lead, rows, span).items()}
        values = self._computed(inputs)
        states = _states(lead.figures.state[rows], years < year, np.isnan(values))
        shown = np.where(HAS_VALUE[states], values, np.nan)
        columns = {"value": shown, "state": states, "year": years, "row": rows}
        table = pd.DataFrame(columns, index=lead.codes)
        return Result(
            self.indicator, self.cell, year, table, lead.observations, inputs, span, passed_over
        )

    def _in_one_window(self, year: int) -> tuple[Cube, int, pd.Index]:
        """The leading cube, of one window; its months; and who only has another one."""
        lead, reach = self.cubes[0], self.indicator.tolerance_years
        if self.indicator.window not in SPAN_MATTERS:
            return lead, 0, lead.codes[:0]
        found = lead.in_year(year, reach)
        spans = lead.figures.span[found[found != NONE]]
        span = _commonest(spans)
        if (spans == span).all():
            return lead, span, lead.codes[:0]
        alike = lead.of_span(span)
        lost = (found != NONE) & (alike.in_year(year, reach) == NONE)
        return alike, span, lead.codes[lost]

    def behind(self, year: int) -> Mapping[str, tuple[Cube, Positions]]:
        """By need: its observations, and which of them each value of ``year`` is made from."""
        lead, span, _ = self._in_one_window(year)
        return self._read(lead, lead.in_year(year, self.indicator.tolerance_years), span)

    def _read(self, lead: Cube, rows: Positions, span: int) -> Mapping[str, tuple[Cube, Positions]]:
        """What the formula reads: leading figures at ``rows``, and those nearest their years."""
        needs, years = self.indicator.needs, lead.figures.year[rows]
        found = {needs[0].key: (lead, rows)}
        for need, other in zip(needs[1:], self.cubes[1:], strict=True):
            if self.indicator.window is Window.LABOUR_SURVEY:
                other = other.of_span(span)  # noqa: PLW2901 - a month over a year is no share
            found[need.key] = (other, other.nearest(years, need.reach_years))
        return found

    def _computed(self, inputs: Inputs) -> npt.NDArray[np.float64]:
        """The formula over ``inputs``; impossible values missing."""
        codes, computed = self.cubes[0].codes, self.indicator.compute(inputs)
        if not computed.index.equals(codes):
            computed = computed.reindex(codes)
        values = computed.to_numpy(dtype=float)
        return _within(values, self.indicator.valid_range)


def board(
    indicator: Indicator, figures: Mapping[str, Figures], cell: Cell, codes: pd.Index
) -> Board:
    """Prepare ``indicator`` for ``codes``.

    Args:
        indicator: an entry of the registry.
        figures: of each need, by key.
        cell: what the reader chose; dimensions that a need does not keep are read in total.
        codes: territories, each once.
    """
    cubes = (
        cube(figures[need.key].of_series(need.series), cell.seen_by(need), codes)
        for need in indicator.needs
    )
    return Board(indicator, cell, tuple(cubes))


def evaluate(
    indicator: Indicator,
    observations: Mapping[str, pd.DataFrame],
    cell: Cell,
    codes: pd.Index,
    year: int,
) -> Result:
    """Value and state of ``indicator`` for each of ``codes`` in ``year``, from observations."""
    figures = {key: Figures.of(rows) for key, rows in observations.items()}
    return board(indicator, figures, cell, codes).at(year)


def _commonest(spans: Years) -> int:
    """The length that occurs most often; of equals, the longest; 0 where there is none."""
    if not len(spans):
        return 0
    lengths, counts = np.unique(spans, return_counts=True)
    return int(lengths[counts == counts.max()].max())


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
