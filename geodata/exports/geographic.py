"""GeoPackage and GeoParquet: the same rows with the shape of their territory.

Coordinates are degrees of ``STORAGE_CRS`` (WGS 84, EPSG:4326). MAGNA-SIRGAS (EPSG:4686), the
official frame of Colombia, is equal to it within the precision of these lines; the notes of every
file say so.
"""

import io
from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyogrio
import shapely

from geodata.exports.sheet import Sheet
from geodata.schema import STORAGE_CRS

LAYER = "filas"


def as_geopackage(sheet: Sheet, shapes: Mapping[str, bytes], code: str) -> bytes:
    """``sheet`` as one layer, whose description tells the notes.

    Args:
        sheet: what to write.
        shapes: GeoJSON geometry by territory code; rows without one stay, without a shape.
        code: column of the territory.
    """
    file = io.BytesIO()
    pyogrio.write_dataframe(
        _shaped(sheet, shapes, code),
        file,
        layer=LAYER,
        driver="GPKG",
        geometry_type="MultiPolygon",
        promote_to_multi=True,
        layer_metadata={"IDENTIFIER": sheet.title, "DESCRIPTION": _told(sheet)},
    )
    return file.getvalue()


def as_geoparquet(sheet: Sheet, shapes: Mapping[str, bytes], code: str) -> bytes:
    """``sheet`` as GeoParquet, whose schema carries the notes; see ``as_geopackage``."""
    file = io.BytesIO()
    frame = _shaped(sheet, shapes, code)
    frame.attrs = {"title": sheet.title, "watermark": sheet.watermark, "notes": _told(sheet)}
    frame.to_parquet(file, compression="zstd")
    return file.getvalue()


def _told(sheet: Sheet) -> str:
    lines = [f"{name}: {words}" for name, words in sheet.notes]
    return "\n".join([line for line in (sheet.watermark, *lines) if line])


def _shaped(sheet: Sheet, shapes: Mapping[str, bytes], code: str) -> gpd.GeoDataFrame:
    table = pd.DataFrame(
        {key: [row.get(key) for row in sheet.rows] for key in sheet.keys}, dtype=object
    )
    numbers = sheet.numbers()
    table[numbers] = table[numbers].astype(float)
    words = [key for key in sheet.keys if key not in numbers]
    table[words] = table[words].astype("string")
    return gpd.GeoDataFrame(table, geometry=_geometry(table[code], shapes), crs=STORAGE_CRS)


def _geometry(codes: pd.Series, shapes: Mapping[str, bytes]) -> npt.NDArray[np.object_]:
    """Shapes of ``codes``, read once for each territory."""
    known = {c: shapely.from_geojson(shapes[c]) for c in codes.unique().tolist() if c in shapes}
    return np.array([known.get(code) for code in codes.tolist()], dtype=object)
