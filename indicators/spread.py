"""What a set of territories says together: the sum of a count, else the middle and the ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

import numpy as np
import pandas as pd

from indicators.cube import Cell
from indicators.engine import Engine
from indicators.evaluate import Result
from indicators.figures import HAS_VALUE
from indicators.spec import Indicator, Kind, Window
from indicators.states import State

FEWEST: Final = 2
"""Territories below which nothing is said of a set: the middle of one is that one."""


@unique
class Among(StrEnum):
    """Which kind of territory a set is made of. Kinds are never mixed."""

    MUNICIPALITIES = "municipalities"
    CITIES = "cities"
    """Cities and metropolitan areas of a survey."""
    DEPARTMENTS = "departments"


@dataclass(frozen=True, slots=True)
class Spread:
    """Figures of a set of territories, told together.

    Attributes:
        value: their sum for a count, else their median.
        low, high: the smallest and the largest, with the codes that have them.
        n: territories with a figure, ``of`` so many.
        earlier: how many of them are of an earlier year.
        period: the one that all share, else the first to the last year, ISO 8601.
        source_ids: publications, the one used most first.
        year: that the figures were asked for.
    """

    indicator: Indicator
    among: Among
    value: float
    low: float
    high: float
    low_code: str
    high_code: str
    n: int
    of: int
    earlier: int
    period: str
    source_ids: tuple[str, ...]
    year: int

    @property
    def summed(self) -> bool:
        """Whether ``value`` is a sum."""
        return self.indicator.kind is Kind.COUNT


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """What a set says, and the rows of the result that it is made of."""

    told: Spread
    result: Result
    kept: pd.DataFrame


def spread(engine: Engine, indicator: Indicator, codes: pd.Index) -> Spread | None:
    """The newest figures of a set, of the finest kind of territory that has at least two.

    Registers may lag behind by the years that the indicator tolerates, and it is said how many
    do; whatever speaks of a period is told of one single period and series. ``None`` where no
    kind of territory has two.
    """
    found = together(engine, indicator, codes, Cell.of(indicator))
    return None if found is None else found.told


def together(
    engine: Engine, indicator: Indicator, codes: pd.Index, cell: Cell, year: int = 0
) -> Together | None:
    """The same with what it is made of, in any cell and, where one is asked for, of one year."""
    for among, inside in _sets(engine, codes):
        result = _newest(engine, indicator, cell, inside, year)
        found = None if result is None else _together(result, among, len(inside))
        if found is not None:
            return found
    return None


def _sets(engine: Engine, codes: pd.Index) -> Iterator[tuple[Among, pd.Index]]:
    yield Among.MUNICIPALITIES, codes
    yield Among.CITIES, engine.domains_of(codes).difference(list(engine.snapshot.survey_sets))
    yield Among.DEPARTMENTS, engine.departments(codes)


def _newest(
    engine: Engine, indicator: Indicator, cell: Cell, codes: pd.Index, year: int
) -> Result | None:
    board = engine.board(indicator, cell, codes)
    years = [one for one in reversed(board.years) if year in (0, one)]
    results = (board.at(one) for one in years)
    return next((result for result in results if len(result.values) >= FEWEST), None)


def _together(result: Result, among: Among, of: int) -> Together | None:
    kept = _comparable(result)
    if len(kept) < FEWEST:
        return None
    values = kept["value"].astype(float)
    rows = result.observations.iloc[kept["row"].to_numpy(dtype=np.int64)]
    summed = result.indicator.kind is Kind.COUNT
    told = Spread(
        indicator=result.indicator,
        among=among,
        value=float(values.sum() if summed else values.median()),
        low=float(values.min()),
        high=float(values.max()),
        low_code=str(values.idxmin()),
        high_code=str(values.idxmax()),
        n=len(values),
        of=of,
        earlier=int((kept["state"] == State.EARLIER).sum()),
        period=_period(rows["period"].astype(str).unique().tolist(), kept["year"]),
        source_ids=tuple(str(s) for s in rows["source_id"].astype(str).value_counts().index),
        year=result.year,
    )
    return Together(told, result, kept)


def _period(periods: list[str], years: pd.Series) -> str:
    if len(periods) == 1:
        return periods[0]
    first, last = int(years.min()), int(years.max())
    return str(last) if first == last else f"{first}/{last}"


def _comparable(result: Result) -> pd.DataFrame:
    """Rows of a result that may be told together."""
    table = result.table
    kept: pd.DataFrame = table[HAS_VALUE[table["state"]] & (table["state"] != State.UNRELIABLE)]
    if result.indicator.window is Window.STOCK or kept.empty:
        return kept
    used = result.observations.iloc[kept["row"].to_numpy(dtype=np.int64)]
    told = used["period"].astype(str) + "|" + used["series"].astype(str)
    commonest = told.value_counts().index[0]
    alike: pd.DataFrame = kept[(told == commonest).to_numpy()]
    return alike
