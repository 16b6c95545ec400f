"""The one map file that the browser downloads: municipalities, departments, neighbouring countries.

Everything lies on one grid and shares arcs, so a department boundary or the Colombian side of a
country costs no second set of coordinates.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import brotli
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.coverage import rounded, simplified
from geodata.geometry import Shapes, to_degrees, to_metres
from geodata.topology import Encoder, Feature, Grid, boundaries_between, decode

UNITS, DEPARTMENTS, COUNTRIES, LAND = "municipios", "departamentos", "paises", "tierra"

WINDOW = (-83.5, -7.0, -61.0, 14.5)  # west, south, east, north: Colombia, its islands and around
# About 1e5 cells across the window; a cell is 22 m wide, so a point moves 16 m at most. Ten times
# coarser breaks polygons; finer costs bytes without showing.
GRID = Grid(west=WINDOW[0], south=WINDOW[1], cell=0.0002)
TOLERANCE_M = 300.0  # the published lines are only good to a few hundred metres
BACKDROP_TOLERANCE_DEG = 0.015  # about 1.7 km: countries are only a backdrop
CRACK_CELLS = 150  # about 3.3 km: half the width of a wedge that is a crack, not a bay
BACKDROP_ISLET_CELLS = 40_000  # about 20 km²; smaller islets and crumbs of a country are dropped
LAND_WINDOW = (-100.0, -20.0, -45.0, 27.0)  # what a wide screen can show around Colombia
LAND_TOLERANCE_DEG = 0.25  # about 28 km: the far land only says where the sea ends
LAND_ISLET_DEG2 = 0.3
POINT_DECIMALS = 4  # about 11 m
HASH_DIGITS = 12


def encode(
    units: pd.DataFrame, shapes: Shapes, countries: gpd.GeoDataFrame, land: shapely.Geometry
) -> bytes:
    """Return the TopoJSON file, uncompressed.

    Args:
        units: ``territory_code``, ``name``, ``department_code``, ``lon`` and ``lat`` of each shape.
        shapes: the clean coverage, in degrees.
        countries: ``country``, ``name`` and outlines of the neighbours, in degrees.
        land: all land around, in degrees; drawn coarsely, under everything else.

    Raises:
        CoverageError: simplified or rounded shapes do not form a coverage.
    """
    coverage = generalised(shapes)
    outlines = _backdrop(np.array(countries.geometry, dtype=object), coverage)
    layers = {
        UNITS: [
            Feature(code, {"n": name, "p": point}, shape)
            for code, name, point, shape in zip(
                units["territory_code"], units["name"], _points(units), coverage, strict=True
            )
        ],
        COUNTRIES: [
            Feature(key, {"n": name}, outline)
            for key, name, outline in zip(
                countries["country"], countries["name"], outlines, strict=True
            )
        ],
    }
    encoder = Encoder(GRID)
    objects = encoder.layers(layers)
    objects |= encoder.layers({LAND: [Feature("tierra", {}, _far_land(land))]})
    groups = units["department_code"].tolist()
    objects[DEPARTMENTS] = boundaries_between(objects[UNITS]["geometries"], groups)
    text = json.dumps(encoder.topology(objects), ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def generalised(shapes: Shapes) -> Shapes:
    """The coverage as drawn: simplified and in whole cells of ``GRID``."""
    drawn = to_degrees(simplified(to_metres(shapes), TOLERANCE_M))
    return rounded(GRID.to_cells(drawn), 0)


def write(content: bytes, folder: Path) -> list[Path]:
    """Write both forms of a map; older maps are removed."""
    for old in folder.glob("map.*.json.*"):
        old.unlink()
    files = packed(content)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def packed(content: bytes) -> dict[str, bytes]:
    """The Brotli and gzip forms of a map, under a name made of its content."""
    stem = f"map.{hashlib.sha256(content).hexdigest()[:HASH_DIGITS]}.json"
    return {
        f"{stem}.br": brotli.compress(content, mode=brotli.MODE_TEXT, quality=11),
        f"{stem}.gz": gzip.compress(content, compresslevel=9, mtime=0),
    }


def read(folder: Path) -> tuple[str, Mapping[str, Any]]:
    """Return the hash in the name of the map of ``folder`` and its decoded TopoJSON.

    Raises:
        FileNotFoundError: there is no map, or more than one.
    """
    found = sorted(folder.glob("map.*.json.br"))
    if len(found) != 1:
        raise FileNotFoundError(f"Expected one map file, found {len(found)}.")
    content = brotli.decompress(found[0].read_bytes())
    if content != gzip.decompress(found[0].with_suffix(".gz").read_bytes()):
        raise FileNotFoundError("The Brotli and gzip forms of the map differ.")
    return hashlib.sha256(content).hexdigest()[:HASH_DIGITS], json.loads(content)


def drawn_units(topology: Mapping[str, Any]) -> dict[str, Any]:
    """Municipal shapes of a map file, in degrees, by territory code."""
    return {item.key: item.shape for item in decode(topology, UNITS)}


def _backdrop(countries: Shapes, colombia: Shapes) -> Shapes:
    """Countries clipped to the window, grown into the cracks along Colombia, cut by Colombia.

    A country is what remains of the land around Colombia without the other countries. Cutting it
    by Colombia directly would leave a point wherever the two drawings of the border cross, and
    the arcs of that border could not be shared.
    """
    clipped = shapely.intersection(countries, shapely.box(*WINDOW))
    coarse = GRID.to_cells(np.asarray(shapely.coverage_simplify(clipped, BACKDROP_TOLERANCE_DEG)))
    land = shapely.coverage_union_all(colombia)
    cracks = _cracks(coarse, land)
    grown = _with_cracks(coarse, cracks)
    around = shapely.difference(shapely.union_all([*coarse, *cracks, land]), land)
    others = [shapely.union_all(np.delete(grown, i)) for i in range(len(grown))]
    cut = shapely.difference(around, np.array(others, dtype=object))
    return shapely.set_precision(
        np.array([_without_islets(shape) for shape in cut], dtype=object), grid_size=1
    )


def _far_land(land: shapely.Geometry) -> shapely.Geometry:
    """Land in whole cells, without islets: a backdrop whose lines are never looked at."""
    parts = shapely.get_parts(shapely.simplify(land, LAND_TOLERANCE_DEG))
    large = parts[shapely.area(parts) > LAND_ISLET_DEG2]
    cells = GRID.to_cells(np.array([shapely.MultiPolygon(large.tolist())], dtype=object))
    coarse: shapely.Geometry = shapely.set_precision(cells, grid_size=1)[0]
    return coarse


def _cracks(countries: Shapes, land: shapely.Geometry) -> Shapes:
    """Areas between ``land`` and the countries: enclosed ones, and wedges open to the sea."""
    union = shapely.union_all([*countries, land])
    wide = shapely.buffer(union, CRACK_CELLS, join_style="mitre")
    closed = shapely.buffer(wide, -CRACK_CELLS, join_style="mitre")
    rings = np.concatenate([shapely.get_rings(part)[1:] for part in shapely.get_parts(closed)])
    lakes = [shapely.Polygon(ring) for ring in rings]
    filled = shapely.union_all([closed, *lakes])
    gaps = shapely.get_parts(shapely.difference(filled, union))
    abroad = shapely.dwithin(gaps, shapely.union_all(countries), 1)
    return np.asarray(gaps[abroad & shapely.dwithin(gaps, land, 1)])


def _with_cracks(countries: Shapes, cracks: Shapes) -> Shapes:
    """Give every crack to the country it touches most."""
    reach = shapely.buffer(countries, 1)
    shapes = countries.copy()
    for crack in cracks:
        taker = int(shapely.length(shapely.intersection(reach, crack.exterior)).argmax())
        shapes[taker] = shapely.union(shapes[taker], crack)
    return shapes


def _without_islets(shape: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(shape)
    return shapely.MultiPolygon(parts[shapely.area(parts) > BACKDROP_ISLET_CELLS].tolist())


def _points(units: pd.DataFrame) -> list[list[float]]:
    places = units[["lon", "lat"]].to_numpy().tolist()
    return [[round(lon, POINT_DECIMALS), round(lat, POINT_DECIMALS)] for lon, lat in places]
