"""What must hold in the shipped geometry, whatever build made it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata import borders, coverage, geometry, web_map
from geodata.checksum import sha256_of
from geodata.errors import DataUnavailableError
from geodata.map_file import NEIGHBOURS
from geodata.schema import LOCAL_LEVELS, TERRITORIES, Level
from geodata.sources import divipola

TABLE = "territories.parquet"
MANIFEST = "manifest.json"

# Today's DIVIPOLA: 94663 is part of 94343, and 27493 exists but has no published polygon.
EXPECTED = {
    "units": 1_122,
    "with_geometry": 1_121,
    "non_municipal": 18,
    "departments": 33,
    "retired": 2,
    "seven_departments": 222,
}
BOGOTA = "11001"  # its own department, so it has no neighbour in it
ISLANDS = frozenset({"88001", "88564"})
MAX_MAP_BYTES = 170_000  # budget of the first load
MIN_OVERLAP = 0.9  # of a drawn shape with the measured one, intersection over union
AREA_TOLERANCE_KM2 = 0.01
DEPARTMENT_TOLERANCE_KM2 = 0.1  # up to 125 areas, each rounded to 0.001


@dataclass(frozen=True)
class Report:
    """Result of a check: ``counts`` by name, and one sentence per violation."""

    counts: Mapping[str, int]
    violations: tuple[str, ...]


@dataclass(frozen=True)
class Edition:
    """The shipped files, read."""

    folder: Path
    table: gpd.GeoDataFrame
    neighbours: pd.DataFrame
    lists: Mapping[str, frozenset[str]]
    map_hash: str
    topology: Mapping[str, Any]

    @property
    def units(self) -> gpd.GeoDataFrame:
        """Today's municipalities that have a shape, indexed by code."""
        current = current_units(self.table)
        shaped = current[current["has_geometry"]].set_index("territory_code", drop=False)
        return gpd.GeoDataFrame(shaped, geometry="geometry", crs=self.table.crs)


def check(folder: Path) -> Report:
    """Read the files of ``folder`` and test every invariant.

    Raises:
        DataUnavailableError: a file is missing or cannot be read at all.
    """
    edition = load(folder)
    violations = tuple(sentence for rule in RULES for sentence in rule(edition))
    return Report(counts=count(edition.table, edition.lists), violations=violations)


def load(folder: Path) -> Edition:
    """Read the shipped files.

    Raises:
        DataUnavailableError: a file is missing.
    """
    try:
        map_hash, topology = web_map.read(folder)
        return Edition(
            folder=folder,
            table=gpd.read_parquet(folder / TABLE),
            neighbours=pd.read_csv(folder / NEIGHBOURS, dtype=str),
            lists=divipola.border_sets(folder),
            map_hash=map_hash,
            topology=topology,
        )
    except FileNotFoundError as error:
        raise DataUnavailableError(
            f"The geometry is incomplete: {error}. Run `make data`."
        ) from None


def current_units(table: pd.DataFrame) -> pd.DataFrame:
    """Municipalities and áreas no municipalizadas that exist today."""
    return table[table["level"].isin(LOCAL_LEVELS) & (table["valid_to"] == "")]


def count(table: pd.DataFrame, lists: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """The numbers that describe an edition."""
    units = current_units(table)
    departments = table[table["level"] == Level.DEPARTMENT]
    seven = departments.loc[departments["touches_venezuela"], "territory_code"]
    return {
        "units": len(units),
        "with_geometry": int(units["has_geometry"].sum()),
        "non_municipal": int((units["level"] == Level.NON_MUNICIPAL).sum()),
        "departments": len(departments),
        "retired": int((table["valid_to"] != "").sum()),
        **{country: int(units[f"touches_{country}"].sum()) for country in borders.COUNTRIES},
        "any_border": len(frozenset().union(*(lists[name] for name in borders.COUNTRIES))),
        "belt_50km": int(units["within_50km_venezuela"].sum()),
        "seven_departments": int(units["department_code"].isin(seven).sum()),
    }


def _files(edition: Edition) -> Iterator[str]:
    manifest = json.loads((edition.folder / MANIFEST).read_text(encoding="utf-8"))
    tables = {name: manifest["inputs"].get(name, "") for name in divipola.TABLES}
    for name, sha256 in {**manifest["outputs"], **tables}.items():
        path = edition.folder / name
        if not path.is_file() or sha256_of(path) != sha256:
            yield f"{name} is not the file that the manifest describes."
    counts = count(edition.table, edition.lists)
    if manifest["counts"] != counts:
        yield f"The manifest counts {manifest['counts']}, the files give {counts}."


def _columns(edition: Edition) -> Iterator[str]:
    found, expected = list(edition.table.columns), [column.name for column in TERRITORIES]
    if found != expected:
        yield f"The columns are {found}, expected {expected}."
    codes = edition.table["territory_code"]
    if not (codes.is_unique and codes.is_monotonic_increasing):
        yield "The territory codes repeat or are not sorted."
    nameless = codes[edition.table["name"].str.strip() == ""].tolist()
    if nameless:
        yield f"Territories without a name: {nameless}."


def _counts(edition: Edition) -> Iterator[str]:
    counts = count(edition.table, edition.lists)
    for name, expected in EXPECTED.items():
        if counts[name] != expected:
            yield f"Count '{name}' is {counts[name]}, expected {expected}."


def _shapes(edition: Edition) -> Iterator[str]:
    shapes = np.array(edition.units.geometry, dtype=object)
    try:
        coverage.require_coverage(shapes)
    except coverage.CoverageError as error:
        yield f"The municipal boundaries are not a coverage: {error}"
    gaps = len(geometry.holes(shapes))
    if gaps:
        yield f"The municipal boundaries leave {gaps} gaps."
    has_shape = ~edition.table.geometry.isna()
    if not has_shape.equals(edition.table["has_geometry"]):
        yield "Column has_geometry does not say which rows have a shape."


def _departments(edition: Edition) -> Iterator[str]:
    units, table = edition.units, edition.table
    total = units["area_km2"].groupby(units["department_code"]).sum()
    departments = table[table["level"] == Level.DEPARTMENT].set_index("territory_code")
    difference = (departments["area_km2"] - total).abs()
    wrong = difference.index[~(difference <= DEPARTMENT_TOLERANCE_KM2)].tolist()
    if wrong:
        yield f"Departments that are not the sum of their municipalities: {wrong}."


def _points(edition: Edition) -> Iterator[str]:
    table = edition.table[edition.table["has_geometry"]]
    inside = shapely.contains_xy(table.geometry.to_numpy(), table["lon"], table["lat"])
    outside = table.loc[~inside, "territory_code"].tolist()
    if outside:
        yield f"Representative points outside their territory: {outside}."
    measured = geometry.area_km2(np.array(table.geometry, dtype=object))
    wrong = table.loc[np.abs(measured - table["area_km2"]) > AREA_TOLERANCE_KM2, "territory_code"]
    if len(wrong):
        yield f"Areas that differ from the shape: {wrong.tolist()}."


def _borders(edition: Edition) -> Iterator[str]:
    units = edition.units
    flags = {name: set(units.index[units[f"touches_{name}"]]) for name in borders.COUNTRIES}
    flags[borders.BELT] = set(units.index[units["within_50km_venezuela"]])
    for name, codes in flags.items():
        if codes != edition.lists.get(name, frozenset()):
            yield f"The flags of '{name}' are not the reviewed list."
    touches = units[f"touches_{borders.VENEZUELA}"]
    if not touches.equals(units["frontage_venezuela_km"] > 0):
        yield "Some municipality touches Venezuela without a border length, or the reverse."
    if not touches.equals(units["distance_venezuela_km"] == 0):
        yield "Some municipality touches Venezuela at a distance, or the reverse."


def _neighbours(edition: Edition) -> Iterator[str]:
    units = edition.units
    shapes = np.array(units.geometry, dtype=object)
    pairs = edition.neighbours
    if not pairs.equals(geometry.queen_neighbours(shapes, units.index.tolist()).astype(str)):
        yield f"{NEIGHBOURS} does not list the neighbours that the shapes have."
    reverse = set(zip(pairs["neighbour_code"], pairs["territory_code"], strict=True))
    if reverse != set(zip(pairs["territory_code"], pairs["neighbour_code"], strict=True)):
        yield "Some neighbours are listed in one direction only."
    same = pairs[pairs["territory_code"].str[:2] == pairs["neighbour_code"].str[:2]]
    alone = set(units.index) - set(same["territory_code"]) - ISLANDS - {BOGOTA}
    if alone:
        yield f"Without a neighbour in their own department: {sorted(alone)}."


def _map(edition: Edition) -> Iterator[str]:
    packed = edition.folder / f"map.{edition.map_hash}.json.br"
    if not packed.is_file():
        yield "The name of the map does not match its content."
    elif packed.stat().st_size > MAX_MAP_BYTES:
        yield f"The map has {packed.stat().st_size} bytes, more than {MAX_MAP_BYTES}."
    drawn = web_map.drawn_units(edition.topology)
    if list(drawn) != edition.units.index.tolist():
        yield "The map does not draw exactly the municipalities that have a shape."
        return
    shapes = np.array(list(drawn.values()), dtype=object)
    if not coverage.is_coverage(shapes) or geometry.holes(shapes):
        yield "The drawn municipalities overlap or leave gaps."
        return
    measured = np.array(edition.units.geometry, dtype=object)
    common = shapely.area(shapely.intersection(shapes, measured))
    overlap = common / (shapely.area(shapes) + shapely.area(measured) - common)
    if (overlap < MIN_OVERLAP).any():
        yield f"Drawn too differently: {edition.units.index[overlap < MIN_OVERLAP].tolist()}."


RULES: tuple[Callable[[Edition], Iterator[str]], ...] = (
    _files,
    _columns,
    _counts,
    _shapes,
    _departments,
    _points,
    _borders,
    _neighbours,
    _map,
)
