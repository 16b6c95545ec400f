"""Which names fit on a drawing: the most important first, none over another or over a mark."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from layouts.drawing.frame import Box

GAP: Final = 3.0
SIDES: Final = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -0.9), (-1, -0.9), (1, 0.9), (-1, 0.9))
"""Ways out of the way of a mark, best first."""
REACHES: Final = (0, 7)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that wants a place: its point, the mark on it, and its own size in pixels."""

    text: str
    x: float
    y: float
    radius: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Written:
    """A name in its place; ``x`` and ``y`` are its middle."""

    text: str
    x: float
    y: float


def placed(names: Iterable[Name], room: Box, taken: Sequence[Box], most: int) -> list[Written]:
    """Names to write, in order of importance; one that finds no free place is left out.

    Args:
        names: the most important first.
        room: box that names stay in.
        taken: boxes that no name may touch.
        most: how many at the most.
    """
    busy, kept = list(taken), list[Written]()
    for name in names:
        if len(kept) >= most:
            break
        spot = next((box for box in _spots(name) if _free(box, room, busy)), None)
        if spot is not None:
            busy.append(spot)
            kept.append(Written(name.text, spot.left + spot.width / 2, spot.top + spot.height / 2))
    return kept


def _free(box: Box, room: Box, busy: Sequence[Box]) -> bool:
    return room.holds(box) and not any(box.meets(other) for other in busy)


def _spots(name: Name) -> Iterator[Box]:
    if not name.radius:
        yield _around(name, name.x, name.y)
    for reach in REACHES:
        out = name.radius + GAP + reach
        for across, down in SIDES:
            x = name.x + across * (out + name.width / 2)
            y = name.y + down * (out + name.height / 2)
            yield _around(name, x, y)


def _around(name: Name, x: float, y: float) -> Box:
    return Box(x - name.width / 2, y - name.height / 2, name.width, name.height)
