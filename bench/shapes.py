"""The application's own geometry file as GeoJSON, for rivals that need the shapes in Python."""

import json
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

import brotli

Point = tuple[float, float]
Ring = list[Point]

DIGITS: Final = 4
"""Decimals of a degree that the quantised geometry carries."""


def municipalities(folder: Path) -> dict[str, Any]:
    """The municipalities of the newest ``map.<hash>.json.br`` of ``folder``."""
    newest = max(folder.glob("map.*.json.br"), key=lambda path: path.stat().st_mtime)
    return collection(json.loads(brotli.decompress(newest.read_bytes())), "municipios")


def collection(topology: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A named object of a topology as a GeoJSON feature collection."""
    arcs = absolute_arcs(topology)
    features = [
        {
            "type": "Feature",
            "id": member["id"],
            "properties": {},
            "geometry": {
                "type": member["type"],
                "coordinates": _coordinates(member["arcs"], arcs),
            },
        }
        for member in topology["objects"][name]["geometries"]
    ]
    return {"type": "FeatureCollection", "features": features}


def absolute_arcs(topology: Mapping[str, Any]) -> list[Ring]:
    """Arcs in degrees: the file holds differences in steps of a grid."""
    (scale_x, scale_y), (west, south) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    return [
        [
            (round(x * scale_x + west, DIGITS), round(y * scale_y + south, DIGITS))
            for x, y in accumulate(arc, lambda a, b: (a[0] + b[0], a[1] + b[1]))
        ]
        for arc in topology["arcs"]
    ]


def _coordinates(nested: Sequence[Any], arcs: Sequence[Ring]) -> list[Any]:
    if isinstance(nested[0], int):
        return _ring(nested, arcs)
    return [_coordinates(inner, arcs) for inner in nested]


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """One ring from arc numbers; a negative number n means arc ~n backwards."""
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points
