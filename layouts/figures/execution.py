"""Baseline, target and actual as one bar: frame, filled part and dotted line, whatever the ink."""

from typing import Final

import dash_svg as svg

from layouts.aria import aria

WIDTH: Final = 150
HEIGHT: Final = 20
TOP: Final = 4
THICK: Final = 12
EDGE: Final = 1


def execution_bar(
    actual: float, target: float, baseline: float | None, label: str
) -> svg.Svg | None:
    """The bar, or ``None`` where there is nothing that it could be drawn from.

    Args:
        actual: what was reached; zero draws an empty frame.
        target: above zero; where the actual is larger the frame ends before the bar.
        baseline: a dotted line; none where it is not known.
        label: the same in words.
    """
    most = max(actual, target, baseline or 0.0)
    if not (target > 0 and actual >= 0):
        return None

    def x(value: float) -> float:
        return EDGE + max(value, 0.0) / most * (WIDTH - 2 * EDGE)

    frame = svg.Rect(
        x=f"{EDGE}", y=f"{TOP}", width=f"{x(target) - EDGE:.1f}", height=f"{THICK}",
        className="target",
    )  # fmt: skip
    done = svg.Rect(
        x=f"{EDGE}", y=f"{TOP + 3}", width=f"{x(actual) - EDGE:.1f}", height=f"{THICK - 6}",
        className="actual",
    )  # fmt: skip
    return svg.Svg(
        [frame, done, *([] if baseline is None else [_mark(x(baseline))])],
        viewBox=f"0 0 {WIDTH} {HEIGHT}", className="execution", role="img", **aria(label=label),
    )  # fmt: skip


def _mark(place: float) -> svg.Line:
    at = f"{place:.1f}"
    return svg.Line(x1=at, x2=at, y1="0", y2=f"{HEIGHT}", className="baseline")
