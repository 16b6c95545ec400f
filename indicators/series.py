"""Series over time, cut wherever the definition, the frame, the window or the universe changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from geodata.schema import FLAGS
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.figures import Figures
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
    return segments_of(engine, indicator, (code,), cell)[code]


def segments_of(
    engine: Engine, indicator: Indicator, codes: Sequence[str], cell: Cell
) -> Mapping[str, tuple[Segment, ...]]:
    """The series of each of ``codes``, oldest segment first."""
    if len(indicator.needs) > 1:
        return {code: _yearly(engine, indicator, code, cell) for code in codes}
    need = indicator.needs[0]
    known = engine.figures(need.key).of_series(need.series)
    inside = known.where(**cell.seen_by(need).words()) & known.labels["territory_code"].among(codes)
    mine = known.only(inside)
    low, high = indicator.valid_range
    value = mine.value[mine.order]
    mine = mine.only((value >= low) & (value <= high))
    return {code: _joined(mine.only(mine.where(territory_code=code))) for code in codes}


def in_series(flags: str) -> bool:
    """Whether a figure with these cautions has a place on a time axis."""
    return all(FLAGS[flag].in_series for flag in flags.split("|") if flag)


def _joined(known: Figures) -> tuple[Segment, ...]:
    """Figures of one territory and cell as segments; periods longer than a year stay out.

    Of several figures of one series and period, the one that a map would show is drawn: it comes
    last in the order of ``known``.
    """
    texts = (known.observations[name].iloc[known.order] for name in ("series", "period", "flags"))
    single: dict[tuple[str, str], float] = {}
    for series, period, flags, row in zip(*texts, known.order, strict=True):
        if 0 < span_months(period) <= MONTHS_IN_A_YEAR and in_series(str(flags)):
            single.pop((series, period), None)  # keeps the order of those that count
            single[series, period] = known.value[row]
    parts: dict[str, list[Point]] = {}
    for (series, period), value in single.items():
        parts.setdefault(str(series), []).append(_point(period, value))
    grouped = (Segment(series, tuple(points)) for series, points in parts.items())
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
