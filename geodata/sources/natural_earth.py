"""Outlines of the neighbouring countries from Natural Earth 1:10 million, as packed in world-atlas.

Natural Earth is in the public domain; the npm package world-atlas (ISC) only repacks it. Used
instead of the neighbours' own municipal layers because those are under share-alike licences and
overlap Colombia by hundreds of square kilometres.
"""

import json
import tarfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from geodata.checksum import verified
from geodata.errors import DataUnavailableError
from geodata.topology import decode

TITLE = "Natural Earth 1:10m (world-atlas 2.0.2)"
SHA256 = "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"
MEMBER = "package/countries-10m.json"

# ISO 3166-1 numeric code in the file -> our key and the Spanish name shown to users.
NEIGHBOURS = {
    "862": ("venezuela", "Venezuela"),
    "218": ("ecuador", "Ecuador"),
    "604": ("peru", "Perú"),
    "076": ("brazil", "Brasil"),
    "591": ("panama", "Panamá"),
}


def read(atlas: Path) -> gpd.GeoDataFrame:
    """Return the five neighbours: ``country`` (our key), ``name`` (Spanish) and ``geometry``.

    EPSG:4326, in the order of ``NEIGHBOURS``; valid polygons.

    Raises:
        DataUnavailableError: the archive is missing, is another edition, or lacks a country.
    """
    shapes = _countries(atlas)
    missing = sorted(set(NEIGHBOURS) - set(shapes))
    if missing:
        raise DataUnavailableError(f"{TITLE}: no outline for country codes {missing}.")
    outlines = np.array([shapes[code] for code in NEIGHBOURS], dtype=object)
    return gpd.GeoDataFrame(
        list(NEIGHBOURS.values()),
        columns=["country", "name"],
        geometry=shapely.make_valid(outlines, method="structure", keep_collapsed=False),
        crs=4326,
    )


def read_land(atlas: Path, window: tuple[float, float, float, float]) -> shapely.Geometry:
    """All land inside ``window`` (west, south, east, north), without country lines.

    Raises:
        DataUnavailableError: the archive is missing or is another edition.
    """
    shapes = np.array(list(_countries(atlas).values()), dtype=object)
    valid = shapely.make_valid(shapes, method="structure", keep_collapsed=False)
    return shapely.union_all(shapely.intersection(valid, shapely.box(*window)))


def _countries(atlas: Path) -> dict[str, shapely.Geometry]:
    with tarfile.open(verified(atlas, SHA256)) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            raise DataUnavailableError(f"{TITLE}: {MEMBER} is not in the archive.")
        return {item.key: item.shape for item in decode(json.load(member), "countries")}
