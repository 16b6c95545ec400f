"""Distance to services, in a straight line: travel time is not known and is never implied."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth (IUGG)."""

WORKING: Final = ("activo", "reducido", "activa")
"""Statuses of a place that can be visited today."""


def great_circle_km(
    lon: float, lat: float, lons: npt.ArrayLike, lats: npt.ArrayLike
) -> npt.NDArray[np.float64]:
    """Great-circle distances in kilometres from one point to others, in degrees (haversine)."""
    a, b = np.radians([lon, lat])
    x, y = np.radians(np.asarray(lons, float)), np.radians(np.asarray(lats, float))
    half = np.sin((y - b) / 2) ** 2 + np.cos(b) * np.cos(y) * np.sin((x - a) / 2) ** 2
    distances: npt.NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half))
    return distances


def nearest_place(lon: float, lat: float, places: pd.DataFrame) -> tuple[pd.Series, float] | None:
    """The closest working place and its distance in kilometres, or ``None`` if none works."""
    working = places[places["status"].isin(WORKING)]
    if working.empty or pd.isna(lon):
        return None
    distances = great_circle_km(lon, lat, working["lon"], working["lat"])
    closest = int(np.argmin(distances))
    return working.iloc[closest], float(distances[closest])
