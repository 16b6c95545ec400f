"""Shapes of territories as GeoJSON, ready to be joined into an answer."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import shapely


def features_of(path: Path) -> Mapping[str, bytes]:
    """GeoJSON geometry by territory code, in degrees, longitude first (RFC 7946).

    Territories without a published shape are left out.

    Args:
        path: ``territories.parquet`` of a snapshot, whose shapes are well-known binary.
    """
    table = pd.read_parquet(path, columns=["territory_code", "geometry"])
    drawn = table[table["geometry"].notna()]
    written = shapely.to_geojson(shapely.from_wkb(drawn["geometry"].to_numpy()))
    return {
        str(code): shape.encode()
        for code, shape in zip(drawn["territory_code"], written, strict=True)
    }
