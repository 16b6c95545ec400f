"""Run an indicator: from observations to a value and a state for each territory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.compute import Floats, Ratio
from indicators.cube import Cell, Cube, cube
from indicators.figures import HAS_VALUE, NONE, Figures, Flags, Positions, Years
from indicators.spec import SPAN_MATTERS, Indicator, Inputs, Text, Window
from indicators.states import State

WINDOW_RULE: Final = Text(
    "Un resultado tiene una sola ventana (mes, trimestre o año móvil): la que más territorios "
    "tienen y, a igualdad, la más larga. Los territorios que solo tienen otra quedan sin dato.",
    "A result has one window (month, moving quarter or moving year): the one that most territories "
    "have and, of equals, the longest. Territories that only have another one have no data.",
)
"""How a result keeps apart windows of different length; see ``spec.SPAN_MATTERS``."""


@dataclass(frozen=True)
class Result:
    """Values of one indicator for one cell and year, in the order of ``codes``.

    ``indicators.details`` tells more of each territory: period, source, terms, margin, reason.

    Attributes:
        value: missing unless the state has one.
        state: a ``State`` for each territory.
        used: year of the figure used, 0 for none.
        row: position of the leading observation in ``observations``, -1 for none.
        figures: the observations that ``row`` points into.
        terms: figures of each need that the formula read, by key.
        span: months of the window that all values share; 0 where the length does not matter.
        passed_over: territories that only have a figure of another window.
    """

    indicator: Indicator
    cell: Cell
    year: int
    codes: pd.Index
    value: Floats
    state: npt.NDArray[np.int8]
    used: Years
    row: Positions
    figures: Figures
    terms: Mapping[str, Floats]
    span: int
    passed_over: pd.Index

    @cached_property
    def table(self) -> pd.DataFrame:
        """``value``, ``state``, ``year`` of the figure used and ``row``, by territory code."""
        used = self.used.astype(np.int64)
        columns = {"value": self.value, "state": self.state, "year": used, "row": self.row}
        return pd.DataFrame(columns, index=self.codes)

    @property
    def observations(self) -> pd.DataFrame:
        """Observations of the leading need, among them those that ``row`` points at."""
        return self.figures.observations

    @property
    def inputs(self) -> Inputs:
        """``terms`` by territory code."""
        return {key: pd.Series(term, index=self.codes) for key, term in self.terms.items()}

    @cached_property
    def known(self) -> Flags:
        """Where there is a value."""
        return ~np.isnan(self.value)

    @property
    def numbers(self) -> Floats:
        """Values where there is one, without their codes."""
        return self.value[self.known]

    @property
    def values(self) -> pd.Series:
        """Values where there is one, by territory code."""
        return self.table["value"].dropna()

    @property
    def source_ids(self) -> list[str]:
        """Publications behind the values, the most used first; equals in alphabetical order."""
        sources = self.figures.sources
        used = np.bincount(sources.numbers[self.row[self.known]], minlength=len(sources.words))
        most = sorted(zip(-used, sources.words, strict=True))
        return [name for count, name in most if count]

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
        return self.over((year,))[0]

    def over(self, years: Sequence[int]) -> tuple[Result, ...]:
        """Values of each of ``years``, computed together."""
        if not years:
            return ()
        lead = self.cubes[0]
        windows = self._windows(years)
        rows = np.array([w.lead.in_year(w.year, self.indicator.tolerance_years) for w in windows])
        used = lead.figures.year[rows]
        read = self._read(rows, np.array([window.span for window in windows]))
        cubes = zip(read, self.cubes, strict=True)
        terms = {key: of.figures.value[read[key]] for key, of in cubes}
        values = self._computed(terms)
        states = _states(
            lead.figures.state[rows], used < np.array(years)[:, None], np.isnan(values)
        )
        shown = np.where(HAS_VALUE[states], values, np.nan)
        return tuple(
            Result(
                indicator=self.indicator,
                cell=self.cell,
                year=window.year,
                codes=lead.codes,
                value=shown[i],
                state=states[i],
                used=used[i],
                row=rows[i],
                figures=lead.figures,
                terms={key: term[i] for key, term in terms.items()},
                span=window.span,
                passed_over=window.passed_over,
            )
            for i, window in enumerate(windows)
        )

    def _windows(self, years: Sequence[int]) -> list["_Window"]:
        """For each year, the window that a result of it has."""
        lead, reach = self.cubes[0], self.indicator.tolerance_years
        nobody = lead.codes[:0]
        if self.indicator.window not in SPAN_MATTERS:
            return [_Window(year, lead, 0, nobody) for year in years]
        of_span = cache(lead.of_span)
        made = []
        for year in years:
            found = lead.in_year(year, reach)
            spans = lead.figures.span[found[found != NONE]]
            span = _commonest(spans)
            alike = lead if (spans == span).all() else of_span(span)
            lost = (found != NONE) & (alike.in_year(year, reach) == NONE)
            made.append(_Window(year, alike, span, lead.codes[lost] if lost.any() else nobody))
        return made

    def behind(self, year: int) -> Mapping[str, tuple[Cube, Positions]]:
        """By need: its observations, and which of them each value of ``year`` is made from."""
        (window,) = self._windows((year,))
        rows = window.lead.in_year(year, self.indicator.tolerance_years)[None, :]
        found = self._read(rows, np.array([window.span]))
        return {k: (c, found[k][0]) for k, c in zip(found, self.cubes, strict=True)}

    def _read(self, rows: Positions, spans: Positions) -> dict[str, Positions]:
        """What the formula reads: leading figures at ``rows``, and those nearest their years.

        Args:
            rows: one row of positions for each year.
            spans: for each year, the months that its figures cover.
        """
        first, *others = self.indicator.needs
        lead, *cubes = self.cubes
        years, read = lead.figures.year[rows], {first.key: rows}
        for need, other in zip(others, cubes, strict=True):
            if self.indicator.window is not Window.LABOUR_SURVEY:
                near = other.nearest(years, need.reach_years)
                stock = self.indicator.window is Window.STOCK
                read[need.key] = other.of_the_period(lead, rows, near) if stock else near
                continue
            found = np.full(rows.shape, NONE, dtype=np.int64)
            for span in np.unique(spans).tolist():  # a month over a year is no share
                alike = spans == span
                found[alike] = other.of_span(span).nearest(years[alike], need.reach_years)
            read[need.key] = found
        return read

    def _computed(self, terms: Mapping[str, Floats]) -> Floats:
        """The formula over ``terms``; impossible values missing."""
        compute = self.indicator.compute
        if isinstance(compute, Ratio):
            return _within(compute.of(terms), self.indicator.valid_range)
        shape = next(iter(terms.values())).shape
        inputs = {key: pd.Series(term.ravel()) for key, term in terms.items()}
        values = compute(inputs).to_numpy(dtype=float).reshape(shape)
        return _within(values, self.indicator.valid_range)


@dataclass(frozen=True, slots=True)
class _Window:
    """The leading cube of one year, of one window; its months; and who only has another one."""

    year: int
    lead: Cube
    span: int
    passed_over: pd.Index


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


def _within(values: Floats, valid: tuple[float, float]) -> Floats:
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
