"""The map of a snapshot as lines to draw: the very file that the browser downloads, decoded."""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt

Line = npt.NDArray[np.float64]
"""Points in rows, longitude and latitude in degrees."""

Rings = tuple[Line, ...]
"""Outlines of an area; holes and islands are rings like any other."""

UNITS, DEPARTMENTS, COUNTRIES, LAND = "municipios", "departamentos", "paises", "tierra"


@dataclass(frozen=True, slots=True)
class Geography:
    """Outlines by key.

    Attributes:
        points: where the name and the circle of a territory stand.
    """

    areas: Mapping[str, Rings]
    names: Mapping[str, str]
    points: Mapping[str, tuple[float, float]]
    departments: Rings
    countries: Mapping[str, Rings]
    country_names: Mapping[str, str]
    land: Rings

    @classmethod
    def read(cls, gzipped: bytes) -> Self:
        """Decode a map file."""
        topology = json.loads(gzip.decompress(gzipped))
        arcs = _arcs(topology)
        units = topology["objects"][UNITS]["geometries"]
        around = topology["objects"][COUNTRIES]["geometries"]
        lines = topology["objects"][DEPARTMENTS]["arcs"]
        return cls(
            areas={one["id"]: _rings(one, arcs) for one in units},
            names={one["id"]: one["properties"]["n"] for one in units},
            points={one["id"]: tuple(one["properties"]["p"]) for one in units},
            departments=tuple(_joined(numbers, arcs) for numbers in lines),
            countries={one["id"]: _rings(one, arcs) for one in around},
            country_names={one["id"]: one["properties"]["n"] for one in around},
            land=tuple(r for one in topology["objects"][LAND]["geometries"]
                       for r in _rings(one, arcs)),
        )  # fmt: skip


def mercator(lonlat: Line) -> Line:
    """Degrees as the browser's map lays them out: east and north, in units of one degree east."""
    north = np.degrees(np.arcsinh(np.tan(np.radians(lonlat[:, 1]))))
    return np.column_stack([lonlat[:, 0], north])


KM_PER_DEGREE: Final = 111.32
"""Along a meridian, and along the equator."""


def km_per_unit(latitude: float) -> float:
    """Kilometres of one unit of ``mercator`` at a latitude."""
    return float(KM_PER_DEGREE * np.cos(np.radians(latitude)))


def _arcs(topology: Mapping[str, Any]) -> list[Line]:
    scale = np.array(topology["transform"]["scale"])
    origin = np.array(topology["transform"]["translate"])
    return [np.cumsum(np.array(arc), axis=0) * scale + origin for arc in topology["arcs"]]


def _rings(item: Mapping[str, Any], arcs: Sequence[Line]) -> Rings:
    return tuple(_joined(numbers, arcs) for numbers in _lines(item["arcs"]))


def _lines(nested: Sequence[Any]) -> Iterator[Sequence[int]]:
    """The innermost lists of arc numbers."""
    if nested and isinstance(nested[0], int):
        yield nested
        return
    for inner in nested:
        yield from _lines(inner)


def _joined(numbers: Sequence[int], arcs: Sequence[Line]) -> Line:
    """Points of consecutive arcs, each meeting point once."""
    lines = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return np.vstack([lines[0], *(line[1:] for line in lines[1:])])
