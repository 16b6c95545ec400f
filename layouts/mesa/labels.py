"""Which names fit on a drawn map: the most important first, none over another or over a circle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

GAP: Final = 8.0
SIDES: Final = ((0, 0), (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
"""Where a name may stand beside its point, the best first."""


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle that is already on the map."""

    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name, its point, half its width and its height."""

    name: str
    x: float
    y: float
    half: float
    height: float


def placed(
    wanted: Sequence[Candidate], frame: Box, taken: Sequence[Disc | Box], most: int
) -> Iterator[tuple[Candidate, tuple[float, float]]]:
    """Names with the middle of where they stand; one without a free place is left out.

    Args:
        wanted: in order of importance.
        frame: what names stay in.
        taken: what no name may touch.
        most: how many at the most.
    """
    busy = list(taken)
    for candidate in wanted:
        if most <= 0:
            return
        spots = ((at, _box(candidate, at)) for at in _spots(candidate))
        free = next(((at, box) for at, box in spots if _is_free(box, frame, busy)), None)
        if free is not None:
            most -= 1
            busy.append(free[1])
            yield candidate, free[0]


def _spots(one: Candidate) -> Iterator[tuple[float, float]]:
    for right, down in SIDES:
        yield one.x + right * (one.half + GAP), one.y + down * (one.height / 2 + GAP)


def _box(one: Candidate, at: tuple[float, float]) -> Box:
    x, y = at
    return (x - one.half, y - one.height / 2, x + one.half, y + one.height / 2)


def _is_free(box: Box, frame: Box, busy: Sequence[Disc | Box]) -> bool:
    inside = box[0] >= frame[0] and box[1] >= frame[1] and box[2] <= frame[2] and box[3] <= frame[3]
    return inside and not any(_touches(box, thing) for thing in busy)


def _touches(box: Box, thing: Disc | Box) -> bool:
    if isinstance(thing, Disc):
        dx = max(box[0] - thing.x, 0, thing.x - box[2])
        dy = max(box[1] - thing.y, 0, thing.y - box[3])
        return dx * dx + dy * dy < thing.r * thing.r
    return box[0] < thing[2] and thing[0] < box[2] and box[1] < thing[3] and thing[1] < box[3]
