"""The worker's side of a boundary file: one driver, measured, in degrees."""

import re
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path, PurePosixPath
from typing import Any, Final

import geopandas as gpd
import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FieldError

from geodata.reading import refusals
from geodata.reading.archive import inspected
from geodata.reading.limits import LIMITS
from geodata.reading.notes import Notebook, note
from geodata.reading.refusals import refuse
from geodata.schema import STORAGE_CRS

SUFFIXES: Final = {"GPKG": ".gpkg", "FlatGeobuf": ".fgb", "GeoJSON": ".geojson"}
_SHAPE_PARTS: Final = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_NEEDED_PARTS: Final = {".shp", ".shx", ".dbf"}
_EPSG: Final = re.compile(r"EPSG:\d{4,6}")
_CPG: Final = {"65001": "utf-8", "UTF8": "utf-8", "UTF-8": "utf-8", "1252": "cp1252",
               "ANSI 1252": "cp1252", "CP1252": "cp1252", "850": "cp850", "CP850": "cp850",
               "ISO-8859-1": "cp1252", "88591": "cp1252", "LATIN1": "cp1252"}  # fmt: skip


def run_boundaries(folder: Path, task: Mapping[str, Any], table: Path) -> dict[str, Any]:
    """Read the boundaries of a task into ``table``."""
    driver, options = task["driver"], task["options"]
    if set(pyogrio.list_drivers()) != {driver}:
        raise refuse(refusals.NOT_BOUNDARIES)
    place, encoding = _placed(Path(task["path"]), driver, folder, options["encoding"])
    notebook = Notebook()
    try:
        layers = _layers(place, options["layer"], notebook)
        frame = _read(place, layers[0], encoding)
    except (DataSourceError, DataLayerError, FieldError, UnicodeError, ValueError) as error:
        raise refuse(refusals.BROKEN) from error
    crs = _system(frame, options["crs"])
    _in_degrees(frame, crs, notebook).to_parquet(table)
    findings = [asdict(finding) for finding in notebook.close()]
    return {"crs": crs, "encoding": encoding or "", "layers": layers, "findings": findings}


def _placed(path: Path, driver: str, folder: Path, encoding: str) -> tuple[str, str | None]:
    """A copy under a name of ours, as the library has to be told it, and the encoding of texts."""
    if driver == "ESRI Shapefile":
        with inspected(path) as archive:
            shape = _unpacked(archive, folder)
        return str(shape), encoding or _encoding(shape)
    copy = folder / f"capa{SUFFIXES[driver]}"
    shutil.copyfile(path, copy)
    return (f"GeoJSON:{copy}" if driver == "GeoJSON" else str(copy)), None


def _unpacked(archive: zipfile.ZipFile, folder: Path) -> Path:
    """The parts of the one Shapefile of an archive, flat and renamed."""
    parts = {
        PurePosixPath(name).suffix.lower(): name
        for name in archive.namelist()
        if name.lower().endswith(_SHAPE_PARTS) and not name.startswith("__MACOSX")
    }
    shapes = [name for name in archive.namelist() if name.lower().endswith(".shp")]
    if len(shapes) != 1 or not parts.keys() >= _NEEDED_PARTS:
        raise refuse(refusals.SHAPE_PARTS)
    for suffix, name in parts.items():
        with archive.open(name) as packed, (folder / f"capa{suffix}").open("wb") as part:
            shutil.copyfileobj(packed, part)
    return folder / "capa.shp"


def _encoding(shape: Path) -> str:
    """What the ``.cpg`` says; without it strict UTF-8, and cp1252 if that fails."""
    declared = shape.with_suffix(".cpg")
    name = declared.read_text("ascii", "ignore").strip().upper() if declared.is_file() else ""
    if name in _CPG:
        return _CPG[name]
    try:
        shape.with_suffix(".dbf").read_bytes()[_DBF_HEADER_BYTES:].decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


_DBF_HEADER_BYTES: Final = 32
"""Dates and counts come first; they are no text."""


def _layers(place: str, wanted: str, notebook: Notebook) -> list[str]:
    """Names of the layers with geometry, the one to read first."""
    names = [str(name) for name, kind in pyogrio.list_layers(place) if kind is not None]
    if not names or (wanted and wanted not in names):
        raise refuse(refusals.NO_LAYER, layers=", ".join(names) or "ninguna")
    chosen = wanted or names[0]
    others = [name for name in names if name != chosen]
    if others and not wanted:
        notebook.add(note("capas_sin_leer", layers=", ".join(others)))
    return [chosen, *others]


def _read(place: str, layer: str, encoding: str | None) -> gpd.GeoDataFrame:
    """One layer, within the limits of features and vertices."""
    about = pyogrio.read_info(place, layer=layer, encoding=encoding, force_feature_count=True)
    if about["features"] > LIMITS.features:
        raise refuse(refusals.TOO_MANY_FEATURES, limit=LIMITS.features)
    frame = pyogrio.read_dataframe(place, layer=layer, encoding=encoding)
    if not isinstance(frame, gpd.GeoDataFrame) or frame.empty:
        raise refuse(refusals.NO_LAYER, layers="ninguna")
    if int(shapely.get_num_coordinates(frame.geometry.to_numpy()).sum()) > LIMITS.vertices:
        raise refuse(refusals.TOO_MANY_VERTICES, limit=LIMITS.vertices)
    return frame.set_axis(range(1, len(frame) + 1), axis="index")


def _system(frame: gpd.GeoDataFrame, said: str) -> str:
    """The coordinate system of the file, else the one that the person said."""
    if said and not _EPSG.fullmatch(said):
        raise refuse(refusals.NO_CRS)
    if frame.crs is None and not said:
        raise refuse(refusals.NO_CRS)
    if frame.crs is None:
        return said
    return str(frame.crs.to_string())


def _in_degrees(frame: gpd.GeoDataFrame, crs: str, notebook: Notebook) -> gpd.GeoDataFrame:
    """The frame in degrees; features that are empty, crossed or off the Earth are written down."""
    placed = frame if frame.crs is not None else frame.set_crs(crs)
    shapes = placed.geometry.to_numpy()
    absent = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    crossed = ~absent & ~shapely.is_valid(shapes)
    flat = placed.set_geometry(shapely.force_2d(shapes), crs=placed.crs).to_crs(STORAGE_CRS)
    bounds = flat.geometry.bounds.to_numpy()
    inside = (np.abs(bounds) <= np.array([180, 90, 180, 90])).all(axis=1)
    faults = {
        "geometria_vacia": absent,
        "geometria_invalida": crossed,
        "coordenadas_imposibles": ~absent & ~inside,
    }
    for rule, where in faults.items():
        notebook.extend(note(rule, int(place) + 1, crs=crs) for place in np.flatnonzero(where))
    return flat
