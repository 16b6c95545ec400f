"""The closest published figure for a municipality, and whose figure it really is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final, cast

import pandas as pd

from indicators.cube import Cell
from indicators.engine import Engine
from indicators.evaluate import Result
from indicators.spec import Indicator
from indicators.states import State

NATION: Final = "00"
STALE_YEARS: Final = 5


@unique
class Origin(StrEnum):
    """Whose figure stands in for a municipality's own."""

    OWN = "own"
    DOMAIN = "domain"
    DEPARTMENT = "department"
    NATION = "nation"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Figure:
    """One value with the territory that it speaks of and the observation behind it."""

    indicator: Indicator
    cell: Cell
    territory_code: str
    origin: Origin
    year: int
    value: float | None
    state: State
    observation: pd.Series


def nearest_figure(engine: Engine, indicator: Indicator, code: str, cell: Cell) -> Figure | None:
    """The newest figure of the municipality or, failing that, of the smallest whole around it.

    The order is: the municipality, the survey domains that contain it, its department, the
    nation, and the set of cities of a survey even where it is not one of them. A stand-in that is
    ``STALE_YEARS`` older than that of a larger whole is passed over: what the department was ten
    years ago says less about today than what the nation is. ``None`` where nobody publishes any.
    """
    own = _at(engine, indicator, cell, (code, Origin.OWN))
    if own is not None:
        return own
    found = [_at(engine, indicator, cell, place) for place in _wholes(engine, code)]
    known = [figure for figure in found if figure is not None]
    if known:
        newest = max(figure.year for figure in known)
        return next(figure for figure in known if figure.year > newest - STALE_YEARS)
    elsewhere = (
        _at(engine, indicator, cell, (domain, Origin.ELSEWHERE))
        for domain in engine.snapshot.survey_sets
    )
    return next((figure for figure in elsewhere if figure is not None), None)


def newest_figure(
    engine: Engine, indicator: Indicator, code: str, cell: Cell
) -> tuple[int, Result] | None:
    """Year and result of the newest figure of one territory, or ``None``."""
    board = engine.board(indicator, cell, pd.Index([code]))
    for year in reversed(board.years):
        result = board.at(year)
        if int(result.table["state"].iloc[0]) != State.NO_DATA:
            return year, result
    return None


def _at(
    engine: Engine, indicator: Indicator, cell: Cell, place: tuple[str, Origin]
) -> Figure | None:
    found = newest_figure(engine, indicator, place[0], cell)
    return None if found is None else figure_of(found[1], *place, found[0])


def _wholes(engine: Engine, code: str) -> Iterator[tuple[str, Origin]]:
    for domain in engine.snapshot.domains.get(code, ()):
        yield domain, Origin.DOMAIN
    yield code[:2], Origin.DEPARTMENT
    yield NATION, Origin.NATION


def figure_of(result: Result, code: str, origin: Origin, year: int) -> Figure:
    """The figure of one territory of a result."""
    row = cast("pd.Series", result.table.loc[code])
    return Figure(
        indicator=result.indicator,
        cell=result.cell,
        territory_code=code,
        origin=origin,
        year=year,
        value=None if pd.isna(row["value"]) else float(row["value"]),
        state=State(int(row["state"])),
        observation=result.observations.iloc[int(row["row"])],
    )
