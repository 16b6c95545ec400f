"""Where in a large area a name has room."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from matplotlib.path import Path

from layouts.drawing.frame import Box
from layouts.drawing.geography import Line
from layouts.drawing.sheet import compound

STEP: Final = 14


def room_for(
    rings: Sequence[Line], size: tuple[float, float], box: Box, busy: Sequence[Box]
) -> tuple[float, float] | None:
    """Middle of a name of ``size`` that lies in the rings and the box and covers nothing.

    Of all places the one closest to their middle; ``None`` where there is none.
    """
    if not rings:
        return None
    width, height = size
    xs = np.arange(box.left + width / 2 + 6, box.right - width / 2 - 6, STEP)
    ys = np.arange(box.top + height / 2 + 6, box.bottom - height / 2 - 6, STEP)
    spots = np.array([(x, y) for y in ys for x in xs]).reshape(-1, 2)
    if not len(spots):
        return None
    outline = compound(rings)
    inside = _within(outline, spots, width)
    free = [s for s in spots[inside].tolist()
            if not any(Box(s[0] - width / 2, s[1] - height / 2, width, height).meets(other)
                       for other in busy)]  # fmt: skip
    if not free:
        return None
    places = np.array(free)
    middle = places.mean(axis=0)
    x, y = places[((places - middle) ** 2).sum(axis=1).argmin()].tolist()
    return x, y


def _within(outline: Path, spots: Line, width: float) -> npt.NDArray[np.bool_]:
    """Spots whose name lies inside: its middle and both ends."""
    shifts = (np.array([dx, 0.0]) for dx in (-width / 2, 0.0, width / 2))
    found: npt.NDArray[np.bool_] = np.logical_and.reduce(
        [outline.contains_points(spots + shift) for shift in shifts]
    )
    return found
