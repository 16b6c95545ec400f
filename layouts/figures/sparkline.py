"""A small line over time that is cut where the definition changed."""

from collections.abc import Sequence
from typing import Final

import dash_svg as svg

from indicators.series import Point, Segment, breaks
from layouts.aria import aria

WIDTH: Final = 150
HEIGHT: Final = 34
EDGE: Final = 4


class Scale:
    """Linear scale from data to pixels; a flat series lies in the middle."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        """Map ``low`` to ``start`` and ``high`` to ``end``."""
        self.low, self.span, self.start, self.end = low, high - low, start, end

    def __call__(self, value: float) -> float:
        """Pixel of ``value``."""
        share = (value - self.low) / self.span if self.span else 0.5
        return self.start + share * (self.end - self.start)


def sparkline(
    parts: Sequence[Segment], label: str, among: Sequence[Segment] = ()
) -> svg.Svg | None:
    """Lines of the segments, a dashed mark at each break; ``None`` for fewer than two points.

    ``among`` are segments that this line shares its two scales with, its own included.
    """
    points = [point for part in parts for point in part.points]
    if len(points) < 2:  # noqa: PLR2004 - one point is no line
        return None
    scaled = [point for part in among or parts for point in part.points]
    across = _scale([p.when for p in scaled], EDGE, WIDTH - EDGE)
    up = _scale([p.value for p in scaled], HEIGHT - EDGE, EDGE)
    last = max(points, key=lambda p: p.when)
    shapes = [_line(part.points, across, up) for part in parts]
    shapes += [_break(across(when)) for when in breaks(parts)]
    shapes.append(svg.Circle(cx=f"{across(last.when):.1f}", cy=f"{up(last.value):.1f}", r="3"))
    return svg.Svg(
        shapes,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        className="sparkline",
        role="img",
        **aria(label=label),
    )


def _line(points: Sequence[Point], across: Scale, up: Scale) -> svg.Polyline | svg.Circle:
    """A segment; a lone figure is a dot, because no line leads to it."""
    if len(points) == 1:
        return svg.Circle(
            cx=f"{across(points[0].when):.1f}", cy=f"{up(points[0].value):.1f}", r="1.6"
        )
    places = " ".join(f"{across(p.when):.1f},{up(p.value):.1f}" for p in points)
    return svg.Polyline(points=places)


def _break(x: float) -> svg.Line:
    return svg.Line(x1=f"{x:.1f}", x2=f"{x:.1f}", y1="1", y2=str(HEIGHT - 1), className="break")


def _scale(values: Sequence[float], start: float, end: float) -> Scale:
    return Scale(min(values), max(values), start, end)
