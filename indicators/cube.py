"""Which observation stands for each territory and year: the figure "en uso"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import FLAGS, TOTAL, Quality
from indicators.periods import end_key, span_months, year_of
from indicators.spec import Need
from indicators.states import STATE_OF_QUALITY, State

NONE: Final = -1
"""Position that means "no observation"."""

HAS_VALUE: Final = np.array([state.has_value for state in State])
"""By state: whether a number stands beside it."""

_STATE_BY_WORD = {str(quality): int(state) for quality, state in STATE_OF_QUALITY.items()}

Positions = npt.NDArray[np.int64]


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
class Figures:
    """Observations and what is computed from them, as arrays that ``NONE`` may index too.

    Attributes:
        value: missing where the state has none: a suppressed figure is in no formula.
        state: a ``State`` for the period of the observation itself.
        year: 0 where the period has no single year.
        span: months that the period covers; 0 for an empty one.
    """

    observations: pd.DataFrame
    value: npt.NDArray[np.float64]
    state: npt.NDArray[np.int8]
    year: Positions
    span: Positions

    @classmethod
    def of(cls, rows: pd.DataFrame) -> Self:
        """Read ``rows``; the last entry of each array stands for no observation."""
        state = _by_text(rows["quality"], lambda words: [_STATE_BY_WORD[word] for word in words])
        years_and_spans = _by_text(
            rows["period"], lambda texts: [(year_of(p) or 0, span_months(p)) for p in texts]
        )
        year, span = years_and_spans.reshape(-1, 2).T
        value = rows["value"].to_numpy(dtype=float)
        usable = np.isfinite(value) & HAS_VALUE[state.astype(np.int8)]
        return cls(
            observations=rows,
            value=np.append(np.where(usable, value, np.nan), np.nan),
            state=np.append(state, State.NO_DATA).astype(np.int8),
            year=np.append(year, 0).astype(np.int64),
            span=np.append(span, 0).astype(np.int64),
        )

    @property
    def says_something(self) -> npt.NDArray[np.bool_]:
        """Rows with a value, or with a reason for having none."""
        said: npt.NDArray[np.bool_] = ~np.isnan(self.value) | ~HAS_VALUE[self.state]
        return said[:-1]


@dataclass(frozen=True, slots=True)
class Cube:
    """Observations of one key and cell, placed by territory and year.

    Attributes:
        rows: for each territory (row) and year (column), the position in ``observations`` of the
            figure in use, or ``NONE``.
        place: position of each observation's territory in ``codes``.
    """

    codes: pd.Index
    years: tuple[int, ...]
    rows: Positions
    figures: Figures
    place: Positions

    @property
    def observations(self) -> pd.DataFrame:
        """What ``rows`` points into."""
        return self.figures.observations

    def in_year(self, year: int, tolerance: int) -> Positions:
        """Positions of the newest figure of ``year`` or of up to ``tolerance`` years before."""
        found = np.full(len(self.codes), NONE, dtype=np.int64)
        for column, candidate in enumerate(self.years):
            if year - tolerance <= candidate <= year:
                newer = self.rows[:, column]
                found = np.where(newer == NONE, found, newer)
        return found

    def nearest(self, years: Positions, reach: int) -> Positions:
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

    def of_span(self, span: int) -> "Cube":
        """The same observations, of which only those that cover ``span`` months are in use."""
        alike = self.figures.span[:-1] == span
        return self if alike.all() else _placed(self.figures, self.place, self.codes, alike)

    def values(self, rows: Positions) -> pd.Series:
        """Values at ``rows``; missing where there is no observation."""
        return pd.Series(self.figures.value[rows], index=self.codes)


def cell_rows(observations: pd.DataFrame, cell: Cell) -> pd.DataFrame:
    """Observations of one cell."""
    return observations[_in_cell(observations, cell)]


def read_for(need: Need, observations: pd.DataFrame) -> pd.DataFrame:
    """Observations of the key of ``need``, of the series that count for it."""
    if not need.series:
        return observations
    return observations[observations["series"].isin(need.series)]


def mappable(flags: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which figures may be mapped and ranked, from their ``flags`` texts."""
    return np.array([all(FLAGS[f].in_map for f in text.split("|") if f) for text in flags], bool)


def cube(observations: pd.DataFrame, cell: Cell, codes: pd.Index) -> Cube:
    """Place the observations of ``cell`` by territory and year.

    Of several figures for one year, the one in use is the last of ``ranked``. The others stay
    visible as competing figures. Left out are figures without a single year, those whose flags
    forbid maps, and rows with neither a value nor a reason for having none.
    """
    inside = np.flatnonzero(_in_cell(observations, cell))
    territory = observations["territory_code"].iloc[inside]
    place = _by_text(territory, lambda texts: codes.get_indexer(pd.Index(texts)))
    known = place >= 0
    figures = Figures.of(observations.iloc[inside[known]])
    return _placed(figures, place[known], codes, np.ones(int(known.sum()), dtype=bool))


def _placed(
    figures: Figures, place: Positions, codes: pd.Index, allowed: npt.NDArray[np.bool_]
) -> Cube:
    flags = figures.observations["flags"]
    usable = (figures.year[:-1] != 0) & _by_text(flags, mappable).astype(bool) & allowed
    order = ranked(figures.observations)
    order = order[(usable & figures.says_something)[order]]
    years = np.unique(figures.year[order])
    grid = np.full((len(codes), len(years)), NONE, dtype=np.int64, order="F")
    column = np.searchsorted(years, figures.year[order])
    grid[place[order], column] = order  # the last assignment wins: the order above decides
    return Cube(codes, tuple(years.tolist()), grid, figures, place)


def ranked(rows: pd.DataFrame) -> Positions:
    """Positions of ``rows``, the one to prefer last.

    Later cut-offs come last; at equal cut-off, those with the fewest cautions; then the first
    source, and its first series, in alphabetical order. Where one series contradicts itself, a
    suppressed figure outweighs an open one, and a lower value a higher one: the order in which the
    rows were written never decides.
    """
    ends = _by_text(rows["period"], lambda periods: _ranks([end_key(p) for p in periods]))
    cautions = _by_text(rows["flags"], lambda texts: [len(t.split("|")) * bool(t) for t in texts])
    source, series = _by_text(rows["source_id"], _ranks), _by_text(rows["series"], _ranks)
    hidden = _by_text(rows["quality"], lambda words: [w == Quality.SUPPRESSED for w in words])
    return np.lexsort((-rows["value"].to_numpy(float), hidden, -series, -source, -cautions, ends))


def _in_cell(observations: pd.DataFrame, cell: Cell) -> npt.NDArray[np.bool_]:
    chosen = (
        (observations["sex"] == cell.sex)
        & (observations["population_group"] == cell.population_group)
        & (observations["sector"] == cell.sector)
    )
    return chosen.to_numpy(dtype=bool)


def _by_text(column: pd.Series, answers: Callable[[list[str]], Any]) -> npt.NDArray[Any]:
    """``answers`` for every row, asked once for each distinct text of ``column``."""
    numbers, texts = pd.factorize(column, use_na_sentinel=False)
    distinct = np.asarray(answers([str(text) for text in texts]))
    return distinct[numbers] if len(distinct) else np.zeros(0, np.int64)


def _ranks(texts: list[str]) -> Positions:
    return np.unique(np.array(texts, dtype=str), return_inverse=True)[1].astype(np.int64)
