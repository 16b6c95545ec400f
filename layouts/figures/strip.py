"""One value among its references, on one line."""

from collections.abc import Sequence
from typing import Final

import dash_svg as svg

from layouts.aria import aria

WIDTH: Final = 150
HEIGHT: Final = 24
EDGE: Final = 8
MIDDLE: Final = HEIGHT / 2


def strip(value: float, references: Sequence[float], label: str) -> svg.Svg | None:
    """A dot for ``value`` and a tick for each reference; ``None`` without references."""
    if not references:
        return None
    low, high = min(value, *references, 0), max(value, *references)
    span = (high - low) or 1

    def x(number: float) -> str:
        return f"{EDGE + (number - low) / span * (WIDTH - 2 * EDGE):.1f}"

    axis = svg.Line(
        x1=str(EDGE), x2=str(WIDTH - EDGE), y1=str(MIDDLE), y2=str(MIDDLE), className="axis"
    )
    ticks = [svg.Line(x1=x(r), x2=x(r), y1="4", y2=str(HEIGHT - 4), className="tick")
             for r in references]  # fmt: skip
    dot = svg.Circle(cx=x(value), cy=str(MIDDLE), r="6", className="dot")
    return svg.Svg(
        [axis, *ticks, dot],
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        className="strip-line",
        role="img",
        **aria(label=label),
    )
