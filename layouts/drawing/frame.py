"""Where degrees fall on a sheet: a box shows a scope whole, in the projection of the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from layouts.drawing.geography import Line, km_per_unit, mercator

EDGE_PX: Final = 18
"""Free space around a scope."""

ROUND_KM: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
LONGEST_BAR_PX: Final = 130
CLOSED: Final = 4
"""Points of the smallest ring."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the sheet in pixels, from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        """Whether the two share any pixel."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: "Box") -> bool:
        """Whether the other lies inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


@dataclass(frozen=True, slots=True)
class Frame:
    """A box of the sheet and what of the country it shows."""

    box: Box
    scale: float
    """Pixels of one degree at the equator."""
    west: float
    north: float
    latitude: float
    """In the middle, for the scale bar."""

    @classmethod
    def around(cls, bounds: Sequence[Sequence[float]], box: Box, edge: float = EDGE_PX) -> Self:
        """Show ``bounds`` (south-west and north-east, latitude first) in the middle of ``box``."""
        (south, west), (north, east) = bounds
        corners = mercator(np.array([[west, south], [east, north]], dtype=float))
        span = np.maximum(corners[1] - corners[0], 1e-9)
        room = np.array([box.width - 2 * edge, box.height - 2 * edge])
        scale = float((room / span).min())
        left, top = (np.array([box.width, box.height]) - span * scale) / 2
        return cls(
            box=box,
            scale=scale,
            west=float(corners[0][0]) - float(left) / scale,
            north=float(corners[1][1]) + float(top) / scale,
            latitude=(south + north) / 2,
        )

    def place(self, lonlat: Line) -> Line:
        """Pixels of the sheet, from its upper left corner."""
        there = mercator(lonlat)
        x = self.box.left + (there[:, 0] - self.west) * self.scale
        y = self.box.top + (self.north - there[:, 1]) * self.scale
        return np.column_stack([x, y])

    def spot(self, lon: float, lat: float) -> tuple[float, float]:
        """One point in pixels."""
        ((x, y),) = self.place(np.array([[lon, lat]])).tolist()
        return x, y

    def drawn(self, rings: Iterable[Line]) -> list[Line]:
        """Rings in pixels; those that lie wholly outside the box are left out."""
        placed = (self.place(ring) for ring in rings)
        return [_spare(ring) for ring in placed if self._touches(ring)]

    def _touches(self, ring: Line) -> bool:
        (left, top), (right, bottom) = ring.min(axis=0), ring.max(axis=0)
        box = self.box
        return bool(left < box.right and right > box.left and top < box.bottom and bottom > box.top)

    def scale_bar(self) -> tuple[int, float]:
        """A round number of kilometres and its length in pixels."""
        km = km_per_unit(self.latitude) / self.scale
        fitting = [one for one in ROUND_KM if one / km <= LONGEST_BAR_PX]
        length = fitting[-1] if fitting else ROUND_KM[0]
        return length, length / km


def _spare(ring: Line) -> Line:
    """A line in halves of a pixel, without the points that fall on the one before."""
    rounded = np.round(ring * 2) / 2
    moved = (np.diff(rounded, axis=0) != 0).any(axis=1)
    kept = rounded[np.concatenate([[True], moved])]
    return kept if len(kept) >= CLOSED else rounded
