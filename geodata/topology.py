"""TopoJSON: write polygons so that a common boundary is stored once, and read them back.

Coordinates are integers on a grid (``Grid``). A ring is cut into arcs wherever three or more
boundaries meet; an arc is stored once, whichever polygon uses it, and ``~i`` means arc ``i``
backwards. Format: https://github.com/topojson/topojson-specification (version 1.0).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
import shapely

from geodata.geometry import Floats, Shapes

CLOSED_RING = 4  # points of the smallest ring: a triangle, its first point repeated
Cell = tuple[int, int]
Line = tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """A grid of square cells: ``west`` and ``south`` are its origin, ``cell`` its step, degrees."""

    west: float
    south: float
    cell: float

    def to_cells(self, shapes: Shapes) -> Shapes:
        """Express shapes in cells from the origin; not rounded."""
        origin = np.array([self.west, self.south])
        return np.asarray(shapely.transform(shapes, lambda xy: (xy - origin) / self.cell))

    def to_degrees(self, shapes: Shapes) -> Shapes:
        """Undo ``to_cells``."""
        origin = np.array([self.west, self.south])
        return np.asarray(shapely.transform(shapes, lambda xy: xy * self.cell + origin))


@dataclass(frozen=True)
class Feature:
    """One shape of a layer, in whole cells when it is to be written, in degrees once read."""

    key: str
    properties: Mapping[str, object]
    shape: shapely.Geometry


@dataclass
class Encoder:
    """Collects layers on one grid; layers given together share their arcs."""

    grid: Grid
    _arcs: dict[Line, int] = field(default_factory=dict)

    def layers(self, layers: Mapping[str, Sequence[Feature]]) -> dict[str, Any]:
        """Encode polygon layers whose coordinates are whole cells.

        Every layer is looked at before any ring is cut, so that all agree on where arcs end.
        """
        everything = [feature.shape for features in layers.values() for feature in features]
        ends = _junctions(ring for shape in everything for ring in _rings_of(shape))
        return {
            name: {
                "type": "GeometryCollection",
                "geometries": [self._geometry(feature, ends) for feature in features],
            }
            for name, features in layers.items()
        }

    def topology(self, objects: Mapping[str, Any]) -> dict[str, Any]:
        """The complete file: the given objects, the arcs collected so far and the grid."""
        return {
            "type": "Topology",
            "transform": {
                "scale": [self.grid.cell, self.grid.cell],
                "translate": [self.grid.west, self.grid.south],
            },
            "objects": dict(objects),
            "arcs": [_as_steps(arc) for arc in self._arcs],
        }

    def _geometry(self, feature: Feature, ends: frozenset[Cell]) -> dict[str, Any]:
        polygons = [
            [self._ring(ring, ends) for ring in _rings_of(polygon)]
            for polygon in shapely.get_parts(feature.shape)
        ]
        single = len(polygons) == 1
        return {
            "type": "Polygon" if single else "MultiPolygon",
            "id": feature.key,
            "properties": dict(feature.properties),
            "arcs": polygons[0] if single else polygons,
        }

    def _ring(self, ring: Line, ends: frozenset[Cell]) -> list[int]:
        return [self._arc(piece) for piece in _cut(ring, ends)]

    def _arc(self, line: Line) -> int:
        """Number of ``line``; ``~number`` if it is already stored in the other direction."""
        if line[::-1] in self._arcs:
            return ~self._arcs[line[::-1]]
        return self._arcs.setdefault(line, len(self._arcs))


def boundaries_between(
    geometries: Sequence[Mapping[str, Any]], groups: Sequence[str]
) -> dict[str, Any]:
    """The arcs where ``groups`` change or end, as one MultiLineString that stores no coordinate.

    Args:
        geometries: encoded polygons.
        groups: the group (say, the department) of each of them.
    """
    sides: dict[int, list[str]] = {}
    for geometry, group in zip(geometries, groups, strict=True):
        for arc in _arcs_of(geometry["arcs"]):
            sides.setdefault(arc if arc >= 0 else ~arc, []).append(group)
    # One side only: coast or foreign border. Two sides of one group: inside that group.
    chosen = [arc for arc, owners in sorted(sides.items()) if owners != [owners[0]] * 2]
    return {"type": "MultiLineString", "arcs": [[arc] for arc in chosen]}


def decode(topology: Mapping[str, Any], layer: str) -> list[Feature]:
    """Read one polygon layer back: shapes in degrees; ``key`` is empty where there is no id.

    Raises:
        KeyError: the file has no such layer.
    """
    arcs = _absolute_arcs(topology)
    return [
        Feature(
            key=str(geometry.get("id", "")),
            properties=geometry.get("properties", {}),
            shape=_polygons(geometry, arcs),
        )
        for geometry in topology["objects"][layer]["geometries"]
    ]


def decode_lines(topology: Mapping[str, Any], layer: str) -> shapely.Geometry:
    """Read a MultiLineString object back, in degrees."""
    arcs = _absolute_arcs(topology)
    lines = [_joined(line, arcs) for line in topology["objects"][layer]["arcs"]]
    return shapely.MultiLineString([shapely.LineString(line) for line in lines])


def _rings_of(shape: shapely.Geometry) -> list[Line]:
    """Rings as whole cells, first point repeated; outer ones run counter-clockwise (RFC 7946)."""
    rings = shapely.get_rings(shapely.get_parts(shapely.orient_polygons(shape)))
    return [tuple((round(x), round(y)) for x, y in shapely.get_coordinates(ring)) for ring in rings]


def _junctions(rings: Iterable[Line]) -> frozenset[Cell]:
    """Points where arcs must end: those with different neighbours in different rings."""
    neighbours: dict[Cell, frozenset[Cell]] = {}
    found = set()
    for ring in rings:
        for before, point, after in zip((ring[-2], *ring), ring[:-1], ring[1:], strict=False):
            around = frozenset((before, after))
            if neighbours.setdefault(point, around) != around:
                found.add(point)
    return frozenset(found)


def _cut(ring: Line, ends: frozenset[Cell]) -> Iterator[Line]:
    """Pieces of ``ring`` between ``ends``; the whole ring from its smallest point if none."""
    body = ring[:-1]
    cuts = [i for i, point in enumerate(body) if point in ends]
    # A ring without ends may be the hole of one polygon and the outside of another: both must
    # start at the same point to be recognised as one arc.
    cuts = cuts or [body.index(min(body))]
    turned = body[cuts[0] :] + body[: cuts[0]] + (body[cuts[0]],)
    stops = [cut - cuts[0] for cut in cuts] + [len(body)]
    for start, stop in pairwise(stops):
        yield turned[start : stop + 1]


def _as_steps(arc: Line) -> list[list[int]]:
    """First point, then the difference to the previous point."""
    steps = np.diff(np.array(arc), axis=0, prepend=np.zeros((1, 2), dtype=int))
    return [[int(x), int(y)] for x, y in steps]


def _absolute_arcs(topology: Mapping[str, Any]) -> list[Floats]:
    scale = np.array(topology["transform"]["scale"])
    origin = np.array(topology["transform"]["translate"])
    return [np.cumsum(np.array(arc), axis=0) * scale + origin for arc in topology["arcs"]]


def _arcs_of(nested: Sequence[Any]) -> Iterator[int]:
    for item in nested:
        if isinstance(item, int):
            yield item
        else:
            yield from _arcs_of(item)


def _polygons(geometry: Mapping[str, Any], arcs: Sequence[Floats]) -> shapely.Geometry:
    nested = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    outlines = [[_joined(ring, arcs) for ring in rings] for rings in nested]
    # Islets that collapsed on the publisher's grid have too few corners to be a polygon.
    polygons = [
        shapely.Polygon(rings[0], [hole for hole in rings[1:] if len(hole) >= CLOSED_RING])
        for rings in outlines
        if len(rings[0]) >= CLOSED_RING
    ]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def _joined(numbers: Sequence[int], arcs: Sequence[Floats]) -> Floats:
    """Points of consecutive arcs, each meeting point once."""
    lines = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return np.vstack([lines[0], *(line[1:] for line in lines[1:])])
