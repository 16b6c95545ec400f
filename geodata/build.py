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
import pandas as pd
import shapely

from geodata import borders, coverage, territories, web_map
from geodata.assembly import (
    as_array,
    assemble,
    border_columns,
    joined,
    measure_borders,
    neighbours_csv,
)
from geodata.backdrop import Backdrop
from geodata.checksum import sha256_of
from geodata.errors import DataUnavailableError
from geodata.map_file import NEIGHBOURS
from geodata.sources import divipola, gazetteer, natural_earth

LIBRARIES = ("brotli", "geopandas", "numpy", "pandas", "pyarrow", "pyproj", "shapely")


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
    found = measure_borders(shapes, countries)
    borders.require_agreement(*found, register.border_sets)
    measured = border_columns(*found, register.border_sets)
    table = assemble(register.territories, shapes, measured)
    _write_table(table, folder / territories.TABLE)
    (folder / NEIGHBOURS).write_bytes(neighbours_csv(shapes))
    drawn = table.set_index("territory_code", drop=False).loc[shapes.index]
    land = natural_earth.read_land(archives.atlas, web_map.LAND_WINDOW)
    maps = web_map.write(web_map.encode(drawn, as_array(shapes), countries, land), folder)
    around = Backdrop(countries, land).write(folder)
    counts = territories.count(table, register.border_sets)
    outputs = [folder / territories.TABLE, folder / NEIGHBOURS, around, *maps]
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
    clean = coverage.clean(as_array(published.geometry))
    owner = published["shape_id"].map(codes).to_numpy()
    whole = joined(pd.Series(clean, index=owner))
    coverage.require_coverage(as_array(whole))
    return whole


def _write_table(table: gpd.GeoDataFrame, path: Path) -> None:
    table.to_parquet(path, index=False, compression="zstd")


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
