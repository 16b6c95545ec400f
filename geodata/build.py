"""Build the default geometry: municipal boundaries, their measurements and the browser's map.

The result depends only on the two archives and the reviewed tables; the same inputs and library
versions give the same bytes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata import borders, coverage, geometry, territories, web_map
from geodata.checksum import sha256_of
from geodata.errors import DataUnavailableError
from geodata.schema import STORAGE_CRS, TERRITORIES
from geodata.sources import divipola, gazetteer, natural_earth

LIBRARIES = ("brotli", "geopandas", "numpy", "pandas", "pyarrow", "pyproj", "shapely")
KM_DECIMALS = 3
TOUCHES = [f"touches_{country}" for country in borders.COUNTRIES]
FLAGS = [*TOUCHES, "within_50km_venezuela"]


@dataclass(frozen=True)
class Archives:
    """The two published files, as downloaded."""

    wheel: Path
    atlas: Path


def build(archives: Archives, folder: Path) -> Mapping[str, int]:
    """Write every output into ``folder``, which holds the reviewed tables, and return the counts.

    Raises:
        DataUnavailableError: an archive or a table is missing or is another edition.
        CoverageError: the boundaries do not fit together after a step.
        BorderError: the measured borders differ from the reviewed lists.
    """
    register = divipola.read(folder)
    countries = natural_earth.read(archives.atlas)
    shapes = units(register, gazetteer.read(archives.wheel))
    measured = measure_borders(shapes, countries, register.border_sets)
    table = assemble(register.territories, shapes, measured)
    _write_table(table, folder / territories.TABLE)
    _write_neighbours(shapes, folder / territories.NEIGHBOURS)
    drawn = table.set_index("territory_code", drop=False).loc[shapes.index]
    land = natural_earth.read_land(archives.atlas, web_map.LAND_WINDOW)
    maps = web_map.write(web_map.encode(drawn, _array(shapes), countries, land), folder)
    counts = territories.count(table, register.border_sets)
    outputs = [folder / territories.TABLE, folder / territories.NEIGHBOURS, *maps]
    _write_manifest(folder, archives, outputs, counts)
    return counts


def units(register: divipola.Register, published: gpd.GeoDataFrame) -> gpd.GeoSeries:
    """Clean coverage of today's municipalities, in degrees, indexed and sorted by code.

    Polygons of a code that was absorbed are joined to their successor.

    Raises:
        DataUnavailableError: polygons and crosswalk do not name the same shapes.
        CoverageError: the cleaned boundaries do not fit together.
    """
    codes = register.polygons.set_index("shape_id")["territory_code"]
    if set(codes.index) != set(published["shape_id"]):
        raise DataUnavailableError("The crosswalk and the wheel do not name the same polygons.")
    clean = coverage.clean(_array(published.geometry))
    owner = published["shape_id"].map(codes).to_numpy()
    joined = _joined(pd.Series(clean, index=owner))
    coverage.require_coverage(_array(joined))
    return joined


def measure_borders(
    shapes: gpd.GeoSeries, countries: gpd.GeoDataFrame, lists: Mapping[str, frozenset[str]]
) -> pd.DataFrame:
    """Border columns of each municipality, by code; the flags are those of the reviewed lists.

    Raises:
        BorderError: the measured borders differ from the lists.
    """
    metric = geometry.to_metres(_array(shapes))
    window = shapely.box(*web_map.WINDOW)  # the metric system is meant for Colombia only
    near = geometry.to_metres(shapely.intersection(_array(countries.geometry), window))
    pieces = borders.facing(metric, dict(zip(countries["country"], near, strict=True)))
    codes = shapes.index.tolist()
    frontage = borders.frontage_km(pieces, codes)
    distance = borders.distance_km(metric, pieces, borders.VENEZUELA).set_axis(codes)
    borders.require_agreement(frontage, distance, lists)
    measured = pd.DataFrame(index=shapes.index)
    for country, column in zip(borders.COUNTRIES, TOUCHES, strict=True):
        measured[column] = measured.index.isin(lists[country])
    measured["frontage_venezuela_km"] = frontage[borders.VENEZUELA].round(KM_DECIMALS)
    measured["distance_venezuela_km"] = distance.round(KM_DECIMALS)
    return measured


def assemble(
    register: pd.DataFrame, shapes: gpd.GeoSeries, measured: pd.DataFrame
) -> gpd.GeoDataFrame:
    """The ``territories`` table: municipalities, departments, the nation and retired codes.

    Departments and the nation sum up their municipalities: they touch a country if one of them
    does, and their distance is the shortest. Without a shape, measurements are missing and flags
    are false.
    """
    by_department = shapes.index.str[:2].to_numpy()
    nation = np.full(len(shapes), divipola.NATION_CODE)
    groups = [shapes.index.to_numpy(), by_department, nation]
    shape = pd.concat([_joined(shapes.set_axis(group)) for group in groups])
    columns = pd.concat([_summed(measured.set_axis(group, axis="index")) for group in groups])
    codes = register["territory_code"]
    table = register.join(columns, on="territory_code")
    table["geometry"] = codes.map(shape)
    table["has_geometry"] = codes.isin(shape.index)
    table["within_50km_venezuela"] = table["distance_venezuela_km"] <= borders.BELT_KM
    for column in FLAGS:
        table[column] = table[column].eq(other=True)
    present = np.array([shape.get(code) for code in codes], dtype=object)
    table[["lon", "lat"]] = geometry.representative_points(present)
    table["area_km2"] = geometry.area_km2(present).round(KM_DECIMALS)
    ordered = table[[column.name for column in TERRITORIES]]
    return gpd.GeoDataFrame(ordered, geometry="geometry", crs=STORAGE_CRS)


def _joined(shapes: pd.Series) -> gpd.GeoSeries:
    """One shape per index value, sorted; shapes under the same value lose their common edges."""
    groups = shapes.groupby(level=0)
    union = {code: shapely.coverage_union_all(_array(group)) for code, group in groups}
    return gpd.GeoSeries(pd.Series(union), crs=STORAGE_CRS)


def _summed(measured: pd.DataFrame) -> pd.DataFrame:
    rules = dict.fromkeys(TOUCHES, "any")
    rules |= {"frontage_venezuela_km": "sum", "distance_venezuela_km": "min"}
    return measured.groupby(level=0).agg(rules)


def _array(shapes: pd.Series) -> geometry.Shapes:
    return np.array(shapes.to_numpy(), dtype=object)


def _write_table(table: gpd.GeoDataFrame, path: Path) -> None:
    table.to_parquet(path, index=False, compression="zstd")


def _write_neighbours(shapes: gpd.GeoSeries, path: Path) -> None:
    pairs = geometry.queen_neighbours(_array(shapes), shapes.index.tolist())
    pairs.to_csv(path, index=False, lineterminator="\n")


def _write_manifest(
    folder: Path, archives: Archives, outputs: list[Path], counts: Mapping[str, int]
) -> None:
    inputs = [archives.wheel, archives.atlas, *(folder / name for name in divipola.TABLES)]
    manifest = {
        "inputs": {path.name: sha256_of(path) for path in inputs},
        "outputs": {path.name: sha256_of(path) for path in outputs},
        "versions": {name: version(name) for name in LIBRARIES} | {"geos": _geos()},
        "counts": dict(counts),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (folder / territories.MANIFEST).write_text(text + "\n", encoding="utf-8")


def _geos() -> str:
    return ".".join(str(part) for part in shapely.geos_version)
