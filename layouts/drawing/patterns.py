"""Fills of the states without a value, the ones of the screen (``layouts.document.PATTERNS``)."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np

from indicators.states import State
from layouts.drawing.frame import Box
from layouts.drawing.geography import Line
from layouts.drawing.sheet import Pen, Sheet

HATCH_STEP: Final = 7
DOT_STEP: Final = 6
DASH_STEP: Final = 8


def fill_state(sheet: Sheet, rings: Sequence[Line], state: State, *, within: Box) -> None:
    """Draw the pattern of ``state`` over rings that ``paper_of`` has filled."""
    if rings:
        PATTERNS[state](sheet, rings, _around(rings, within))


def paper_of(state: State) -> str:
    """Colour under the pattern of a state."""
    return PAPERS[state]


def _around(rings: Sequence[Line], within: Box) -> Box:
    """The part of a box that rings reach."""
    low = np.min([ring.min(axis=0) for ring in rings], axis=0)
    high = np.max([ring.max(axis=0) for ring in rings], axis=0)
    left, top = max(low[0], within.left), max(low[1], within.top)
    right, bottom = min(high[0], within.right), min(high[1], within.bottom)
    return Box(left, top, max(0.0, right - left), max(0.0, bottom - top))


def _hatched(sheet: Sheet, rings: Sequence[Line], box: Box) -> None:
    """Slanted lines, one phase over the whole sheet so that neighbours join."""
    step = HATCH_STEP * np.sqrt(2)
    first = np.floor((box.left + box.top) / step) * step
    starts = np.arange(first, box.right + box.bottom + step, step)
    lines = [_slanted(float(start), box) for start in starts]
    sheet.strokes([line for line in lines if line is not None], Pen("hatch-line", 1.4),
                  inside=rings)  # fmt: skip


def _slanted(total: float, box: Box) -> Line | None:
    """The points of a box whose coordinates add up to ``total``; ``None`` where there are none."""
    left, right = max(box.left, total - box.bottom), min(box.right, total - box.top)
    return np.array([[left, total - left], [right, total - right]]) if left < right else None


def _dotted(sheet: Sheet, rings: Sequence[Line], box: Box) -> None:
    sheet.discs(_grid(box, DOT_STEP), 1.1, "secret-dot", inside=rings)


def _dashed(sheet: Sheet, rings: Sequence[Line], box: Box) -> None:
    lines = [np.array([[x - 2, y], [x + 2, y]]) for x, y in _grid(box, DASH_STEP).tolist()]
    sheet.strokes(lines, Pen("never-line", 1.0), inside=rings)


def _grid(box: Box, step: int) -> Line:
    """Points of one grid over the whole sheet that lie in ``box``."""
    xs = np.arange(np.floor(box.left / step), box.right / step + 1) * step + step / 2
    ys = np.arange(np.floor(box.top / step), box.bottom / step + 1) * step + step / 2
    across, down = np.meshgrid(xs, ys)
    return np.column_stack([across.ravel(), down.ravel()])


Draw = Callable[[Sheet, Sequence[Line], Box], None]
PATTERNS: Final[Mapping[State, Draw]] = MappingProxyType(
    {State.NO_DATA: _hatched, State.SUPPRESSED: _dotted, State.NOT_APPLICABLE: _dashed}
)
PAPERS: Final[Mapping[State, str]] = MappingProxyType(
    {
        State.NO_DATA: "hatch-paper",
        State.SUPPRESSED: "secret-paper",
        State.NOT_APPLICABLE: "never-paper",
    }
)
