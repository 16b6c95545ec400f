"""From the project's own tables to the default snapshot of the published workspace."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import geopandas as gpd
import pandas as pd

from geodata.defaults import GEOMETRY, RESTORE_GEOMETRY, carried, kept_published, published_inputs
from geodata.errors import DataUnavailableError
from geodata.renewal import imported_into, renew
from geodata.schema import Level
from geodata.snapshot import Manifest, Workspace, publish
from geodata.sources import published
from geodata.sums import population_sums
from geodata.validate import problems

MOST_FAULTS_SHOWN: Final = 5
FACTS_OF_SHAPES: Final = (
    "department_code",
    "department_name",
    "valid_from",
    "valid_to",
    "successor",
)
"""Texts that a survey domain does not have."""

NO_FILES: Final[Mapping[str, Path]] = MappingProxyType({})


def prepare_published(root: Path, data: Path) -> Manifest:
    """Make sure that the published workspace serves what ``data`` says; quick when it already does.

    What people imported stays: see ``geodata.renewal``.

    Raises:
        DataUnavailableError: a file is missing, unreadable or breaks the rules of its table.
    """
    inputs = published_inputs(data)
    kept = kept_published(root, inputs)
    if kept is not None:
        return kept
    tables, files = published_tables(data), carried(data)
    if imported_into(root):
        return renew(root, tables, files, inputs)
    return publish(root, Workspace.PUBLISHED, tables, files, inputs=inputs)


def publish_demo(
    root: Path,
    tables: Mapping[str, pd.DataFrame],
    inputs: str,
    files: Mapping[str, Path] = NO_FILES,
) -> Manifest:
    """Make ``tables``, ``territories`` among them, the current demonstration.

    Raises:
        WorkspaceMixError: a source is not synthetic.
    """
    return publish(root, Workspace.DEMO, tables, files, inputs=inputs)


def published_tables(data: Path) -> dict[str, pd.DataFrame]:
    """The tables of the published workspace, checked.

    Raises:
        DataUnavailableError: names the table and its first faults.
    """
    tables: dict[str, pd.DataFrame] = published.read(data)
    territories = territory_table(data / GEOMETRY, tables["domains"])
    known = {
        "source_id": frozenset(tables["sources"]["source_id"]),
        "territory_code": frozenset(territories["territory_code"]),
    }
    for name, table in tables.items():
        faults = problems(name, table, known)
        if faults:
            shown = "; ".join(faults[:MOST_FAULTS_SHOWN])
            raise DataUnavailableError(
                f"La tabla data/{name}.csv tiene errores: {shown}. Corríjala o recupérela con "
                "`git checkout -- data`."
            )
    figures = tables["observations"]
    tables["observations"] = pd.concat([figures, *population_sums(figures)], ignore_index=True)
    return tables | {"territories": territories}


def territory_table(path: Path, domains: pd.DataFrame) -> gpd.GeoDataFrame:
    """Territories with the corners of their shapes, and the survey domains at their seats.

    Raises:
        DataUnavailableError: the boundary file cannot be read.
    """
    return with_domains(_shapes(path), domains)


def with_domains(shapes: gpd.GeoDataFrame, domains: pd.DataFrame) -> gpd.GeoDataFrame:
    """``shapes`` with their corners, and the survey domains at the points of their seats."""
    corners = shapes.bounds.rename(
        columns={"minx": "west", "miny": "south", "maxx": "east", "maxy": "north"}
    )
    territories = shapes.join(corners)
    seats = territories.set_index("territory_code")[["lon", "lat"]]
    flags = [str(c) for c in shapes if str(c).startswith(("touches_", "within_"))]
    facts = dict.fromkeys(flags, False) | {"has_geometry": False}
    rows = domains[["territory_code", "name", "note"]].assign(
        level=Level.SURVEY_DOMAIN.value,
        lon=domains["seat"].map(seats["lon"]),
        lat=domains["seat"].map(seats["lat"]),
        **dict.fromkeys(FACTS_OF_SHAPES, ""),
        **facts,
    )
    whole = pd.concat([territories, rows], ignore_index=True)
    return gpd.GeoDataFrame(whole, geometry="geometry", crs=shapes.crs)


def _shapes(path: Path) -> gpd.GeoDataFrame:
    try:
        return gpd.read_parquet(path)
    except (OSError, ValueError) as error:  # pyarrow's own errors are ValueError
        raise DataUnavailableError(f"No se puede leer {path}. {RESTORE_GEOMETRY}") from error
