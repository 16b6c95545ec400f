"""Official boundary files, opened without trusting them.

The library that reads maps follows what a file says: a small text named ``.geojson`` made it read
any file of the server and call other hosts. So every driver but the one that the first bytes name
is switched off before the library is loaded, in a process of its own.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

import geopandas as gpd

from geodata.findings import Finding
from geodata.reading import refusals
from geodata.reading.archive import inspected
from geodata.reading.refusals import refuse
from geodata.reading.sandbox import parsed
from geodata.reading.table import measured, restored
from geodata.reading.worker import SHAPES_FILE

GEOJSON: Final = "GeoJSON"
GEOPACKAGE: Final = "GPKG"
SHAPEFILE: Final = "ESRI Shapefile"
FLATGEOBUF: Final = "FlatGeobuf"

DRIVERS: Final = (GEOJSON, GEOPACKAGE, SHAPEFILE, FLATGEOBUF)

_OTHER_DRIVERS: Final = (
    "ADBC", "AIVector", "AVCBin", "AVCE00", "AmigoCloud", "CAD", "CSV", "CSW", "Carto", "DGN",
    "DXF", "EDIGEO", "EEDA", "ESRIJSON", "Elasticsearch", "GDALG", "GML", "GMLAS", "GPSBabel",
    "GPX", "GTFS", "GeoJSONSeq", "GeoRSS", "HTTP", "Idrisi", "Interlis 1", "Interlis 2", "JML",
    "JSONFG", "KML", "LIBKML", "LVBAG", "MBTiles", "MEM", "Memory", "MSSQLSpatial", "MVT",
    "MapInfo File", "MapML", "MiraMonVector", "MySQL", "NAS", "NGW", "OAPIF", "ODBC", "ODS",
    "OGCAPI", "OGR_GMT", "OGR_PDS", "OGR_VRT", "OSM", "OpenFileGDB", "PCIDSK", "PDF", "PDS4",
    "PGDUMP", "PGeo", "PLSCENES", "PMTiles", "Parquet", "PostgreSQL", "S57", "SQLite", "SVG",
    "SXF", "Selafin", "TIGER", "TopoJSON", "UK .NTF", "VDV", "VFK", "VICAR", "VRT", "WAsP", "WFS",
    "XLS", "XLSX", "XODR",
)  # fmt: skip

_DEAD_PROXY: Final = "http://127.0.0.1:9"
"""Nobody answers there: a file that makes the library call a host gets nowhere."""

_CONFINED: Final[Mapping[str, str]] = MappingProxyType({
    "GDAL_DISABLE_READDIR_ON_OPEN": "TRUE",
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
    "GDAL_HTTP_PROXY": _DEAD_PROXY,
    "http_proxy": _DEAD_PROXY,
    "https_proxy": _DEAD_PROXY,
    "all_proxy": _DEAD_PROXY,
    "GDAL_HTTP_TIMEOUT": "1",
    "GDAL_HTTP_MAX_RETRY": "0",
    "PROJ_NETWORK": "OFF",
    "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class VectorOptions:
    """What the person said about the file; empty means "find out".

    Attributes:
        layer: name of the layer of a GeoPackage.
        crs: ``EPSG:4686`` and the like, for a file that does not say its own.
        encoding: of the texts of a Shapefile.
    """

    layer: str = ""
    crs: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class RawBoundaries:
    """Boundaries found in a file.

    Attributes:
        frame: attributes and geometry in degrees (EPSG:4326); the index is the place of the
            feature in the file, from 1.
        crs: system that the file uses.
        layers: of the file, the one read first.
    """

    path: Path
    frame: gpd.GeoDataFrame
    crs: str
    encoding: str = ""
    layers: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=())


def read_boundaries(
    path: Path,
    options: VectorOptions = VectorOptions(),
) -> RawBoundaries:
    """The boundaries in a GeoPackage, GeoJSON, zipped Shapefile or FlatGeobuf file.

    Raises:
        UnreadableFileError: it is none of them, is hostile or too large, or does not say its
            coordinate system.
    """
    path = measured(path)
    driver = driver_of(path)
    task = {"path": str(path), "driver": driver, "options": asdict(options)}
    with parsed("boundaries", task, environment(driver)) as (folder, result):
        frame = gpd.read_parquet(folder / SHAPES_FILE)
    return RawBoundaries(
        path, frame, result["crs"], result["encoding"], tuple(result["layers"]),
        restored(result["findings"]),
    )  # fmt: skip


def driver_of(path: Path) -> str:
    """The driver for the first bytes of a file, whatever its name.

    Raises:
        UnreadableFileError: it is no file of boundaries, or a hostile archive.
    """
    driver = recognised_driver(path)
    if not driver:
        raise refuse(refusals.NOT_BOUNDARIES)
    return driver


def recognised_driver(path: Path) -> str:
    """The same; empty for a file that holds no boundaries."""
    with path.open("rb") as file:
        head = file.read(1024)
    if head.startswith(b"SQLite format 3\0"):
        return GEOPACKAGE
    if head.startswith(b"fgb\x03"):
        return FLATGEOBUF
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return GEOJSON
    if head.startswith(b"PK"):
        with inspected(path) as archive:
            names = archive.namelist()
        if any(name.lower().endswith(".shp") for name in names):
            return SHAPEFILE
    return ""


def environment(driver: str) -> dict[str, str]:
    """Settings of the map library that leave only one driver, and no network."""
    skipped = ",".join((*_OTHER_DRIVERS, *(other for other in DRIVERS if other != driver)))
    return {**_CONFINED, "OGR_SKIP": skipped}
