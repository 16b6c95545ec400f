"""Territories on one scale, a lane for each, with the references drawn across."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import dash_svg as svg

from layouts.aria import aria
from layouts.figures.sparkline import Scale

WIDTH: Final = 240
LANE: Final = 17
EDGE: Final = 10
TOP: Final = 3


@dataclass(frozen=True, slots=True)
class Dot:
    """A territory on the scale; ``width`` is the half-width of its interval, 0 for none."""

    letter: str
    value: float
    width: float = 0.0


def domain(placed: Sequence[Dot], references: Sequence[float]) -> tuple[float, float]:
    """Ends of a scale that starts at zero, or below it where a value does; intervals fit in it."""
    values = [*(dot.value for dot in placed), *references]
    return min(0.0, *values), max(0.0, *values, *(dot.value + dot.width for dot in placed))


def dots(placed: Sequence[Dot], references: Sequence[float], label: str) -> svg.Svg | None:
    """A dot with its letter in a lane of each territory; ``None`` where there is nothing beside."""
    if len(placed) + len(references) < 2:  # noqa: PLR2004 - one value is no comparison
        return None
    low, high = domain(placed, references)
    across = Scale(low, high, EDGE, WIDTH - EDGE)
    height = TOP * 2 + LANE * len(placed)
    lanes = [shape for i, dot in enumerate(placed) for shape in _lane(dot, i, across)]
    ticks = [
        svg.Line(x1=_at(across, r), x2=_at(across, r), y1="0", y2=str(height), className="tick")
        for r in references
    ]
    return svg.Svg(
        [*ticks, *lanes],
        viewBox=f"0 0 {WIDTH} {height}",
        className="dots",
        role="img",
        **aria(label=label),
    )


def _lane(dot: Dot, place: int, across: Scale) -> list[svg.Line | svg.Circle | svg.Text]:
    y = TOP + LANE * (place + 0.5)
    middle = f"{y:.1f}"
    ends = (max(across.low, dot.value - dot.width), dot.value + dot.width)
    left, right = (_at(across, end) for end in ends)
    axis = svg.Line(x1=str(EDGE), x2=str(WIDTH - EDGE), y1=middle, y2=middle, className="axis")
    margin = svg.Line(
        x1=left, x2=right, y1=middle, y2=middle, className=f"margin side-{dot.letter}"
    )
    mark = svg.Circle(cx=_at(across, dot.value), cy=middle, r="7", className=f"side-{dot.letter}")
    letter = svg.Text(dot.letter, x=_at(across, dot.value), y=f"{y + 3.4:.1f}", textAnchor="middle")
    return [axis, *([margin] if dot.width else []), mark, letter]


def _at(across: Scale, value: float) -> str:
    return f"{across(value):.1f}"
