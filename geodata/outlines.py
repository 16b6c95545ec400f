"""The lines of a map file as points, for whoever draws a map on the server.

Neighbours share their lines, so that what is thinned once has no cracks. Nothing here needs a
geometry library: a process that serves readers stays small.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Self

import brotli
import numpy as np
import numpy.typing as npt

from geodata.map_file import MapFile

UNITS, DEPARTMENTS, COUNTRIES, LAND = "municipios", "departamentos", "paises", "tierra"
Points = npt.NDArray[np.float64]
Ring = tuple[int, ...]
"""Numbers of the lines that a ring is made of; ``~n`` is line ``n`` backwards."""

_DEPTH: Final = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}


@dataclass(frozen=True)
class Outlines:
    """The lines of one map.

    Attributes:
        lines: longitude and latitude of the points of each line.
        units: rings of each municipality, by code.
        points: longitude and latitude of where the name of each municipality stands.
        departments: lines between departments.
        countries: rings of the neighbours, by name.
        land: rings of all other land.
    """

    lines: Sequence[Points]
    units: Mapping[str, tuple[Ring, ...]]
    points: Mapping[str, tuple[float, float]]
    departments: tuple[Ring, ...]
    countries: Mapping[str, tuple[Ring, ...]]
    land: tuple[Ring, ...]

    @classmethod
    def of(cls, file: MapFile) -> Self:
        """Decode a map file."""
        topology = json.loads(brotli.decompress(file.brotli))
        objects = topology["objects"]
        return cls(
            lines=_lines(topology),
            units={each["id"]: _rings(each) for each in _members(objects[UNITS])},
            points={e["id"]: tuple(e["properties"]["p"]) for e in _members(objects[UNITS])},
            departments=_all_rings(objects[DEPARTMENTS]),
            countries={each["id"]: _rings(each) for each in _members(objects[COUNTRIES])},
            land=_all_rings(objects[LAND]),
        )

    @cached_property
    def boxes(self) -> Mapping[str, tuple[float, float, float, float]]:
        """West, south, east and north of each municipality."""
        return {code: self._box(rings) for code, rings in self.units.items()}

    def _box(self, rings: tuple[Ring, ...]) -> tuple[float, float, float, float]:
        parts = [self.lines[n if n >= 0 else ~n] for ring in rings for n in ring]
        low = np.min([part.min(axis=0) for part in parts], axis=0)
        high = np.max([part.max(axis=0) for part in parts], axis=0)
        return (float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def _lines(topology: Mapping[str, Any]) -> list[Points]:
    scale, origin = (np.array(topology["transform"][k]) for k in ("scale", "translate"))
    steps = (np.array(arc, dtype=np.int64) for arc in topology["arcs"])
    return [np.cumsum(step, axis=0) * scale + origin for step in steps]


def _members(part: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    collection = part["type"] == "GeometryCollection"
    members: Sequence[Mapping[str, Any]] = part["geometries"] if collection else [part]
    return members


def _all_rings(part: Mapping[str, Any]) -> tuple[Ring, ...]:
    return tuple(ring for member in _members(part) for ring in _rings(member))


def _rings(member: Mapping[str, Any]) -> tuple[Ring, ...]:
    return tuple(_flat(member["arcs"], _DEPTH[member["type"]]))


def _flat(nested: Any, depth: int) -> Iterator[Ring]:  # noqa: ANN401 - lists within lists
    if not depth:
        yield tuple(nested)
        return
    for inner in nested:
        yield from _flat(inner, depth - 1)
