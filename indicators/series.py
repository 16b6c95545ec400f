"""Series over time, cut wherever the definition, the frame, the window or the universe changed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geodata.schema import FLAGS
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.periods import MONTHS_IN_A_YEAR, middle, span_months
from indicators.spec import Indicator


@dataclass(frozen=True, slots=True)
class Point:
    """One figure on a time axis; ``when`` is the middle of its period, as a year with fraction."""

    when: float
    period: str
    value: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Points that may be joined by a line: same definition, frame, window and universe."""

    series: str
    points: tuple[Point, ...]


def segments(engine: Engine, indicator: Indicator, code: str, cell: Cell) -> tuple[Segment, ...]:
    """The series of one territory, oldest segment first."""
    if len(indicator.needs) > 1:
        return _yearly(engine, indicator, code, cell)
    need = indicator.needs[0]
    known = engine.figures(need.key).of_series(need.series)
    mine = known.only(known.where(territory_code=code, **cell.seen_by(need).words()))
    low, high = indicator.valid_range
    value = mine.value[mine.order]
    rows = mine.only((value >= low) & (value <= high)).chosen()
    placed = np.array([in_series(str(flags)) for flags in rows["flags"]], dtype=bool)
    return _joined(rows[placed])


def in_series(flags: str) -> bool:
    """Whether a figure with these cautions has a place on a time axis."""
    return all(FLAGS[flag].in_series for flag in flags.split("|") if flag)


def _joined(rows: pd.DataFrame) -> tuple[Segment, ...]:
    """Observations of one territory and cell as segments; periods longer than a year stay out.

    ``rows`` come with the one to prefer last. Of several figures of one series and period, the one
    that a map would show is drawn.
    """
    spans = np.array([span_months(str(period)) for period in rows["period"]], dtype=int)
    usable = rows[(spans > 0) & (spans <= MONTHS_IN_A_YEAR)]
    single = usable.drop_duplicates(["series", "period"], keep="last")
    grouped = [
        Segment(str(key), tuple(map(_point, part["period"], part["value"])))
        for key, part in single.groupby("series", sort=False, observed=True)
    ]
    return tuple(sorted(grouped, key=lambda segment: segment.points[0].when))


def breaks(parts: Sequence[Segment]) -> tuple[float, ...]:
    """Where a new segment starts, on the time axis."""
    return tuple(part.points[0].when for part in parts[1:])


def _point(period: str, value: float) -> Point:
    return Point(middle(period), period, float(value))


def _yearly(engine: Engine, indicator: Indicator, code: str, cell: Cell) -> tuple[Segment, ...]:
    """Computed values year by year, joined while the leading figure keeps its definition."""
    board = engine.board(indicator, cell, pd.Index([code]))
    by_series: dict[str, list[Point]] = {}
    for result in map(board.at, board.years):
        observation, value = result.observation(code), result.values.get(code)
        if observation is None or value is None or not in_series(str(observation["flags"])):
            continue
        points = by_series.setdefault(str(observation["series"]), [])
        points.append(_point(str(observation["period"]), float(value)))
    return tuple(Segment(series, tuple(points)) for series, points in by_series.items())
