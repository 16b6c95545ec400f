"""The municipalities to which a centre is the nearest one of its kind, in a straight line."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from indicators.access import great_circle_km
from indicators.measures.centres import Standing, standings

SAME_POINT_KM: Final = 0.05
"""Centres closer than this share their catchment: most are only known by their seat."""


@dataclass(frozen=True, slots=True)
class Catchment:
    """Whom a centre is nearest to.

    Attributes:
        km: straight-line kilometres by municipality, the nearest first.
        standing: of the centre at the date. Unless it works, ``km`` is what it would be nearest
            to if it did.
        sharing: working centres of its kind at the very same point, itself included.
        others: working centres of its kind elsewhere that it was set against.
        unplaced: municipalities without a position, which are in no catchment.
    """

    km: pd.Series
    standing: Standing
    sharing: int
    others: int
    unplaced: int


def catchment(
    place: pd.Series, places: pd.DataFrame, territories: pd.DataFrame, at: str
) -> Catchment:
    """The catchment of ``place`` among the places of its kind that work on ``at``.

    Args:
        place: a row of ``places``.
        places: of any kind and territory.
        territories: local ones, indexed by code, with ``lon`` and ``lat``.
        at: date, ISO 8601.
    """
    alike = places[places["kind"] == place["kind"]]
    known = standings(alike, at)
    others = alike[(known == Standing.WORKING) & (alike["id"] != place["id"])]
    own = _km(place, territories)
    away = [_km(other, territories) for _, other in others.iterrows()]
    closest = np.min([np.full(len(own), np.inf), *away], axis=0)
    nearest = own <= closest + SAME_POINT_KM
    here = _km(place, others) <= SAME_POINT_KM
    return Catchment(
        km=pd.Series(own, index=territories.index)[nearest].sort_values(kind="stable"),
        standing=known.loc[alike["id"] == place["id"]].iloc[0],
        sharing=1 + int(here.sum()),
        others=int((~here).sum()),
        unplaced=int(np.isnan(own).sum()),
    )


def _km(place: pd.Series, points: pd.DataFrame) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Kilometres from ``place`` to each of ``points``; missing where one has no position."""
    lons, lats = points["lon"].to_numpy(float), points["lat"].to_numpy(float)
    return great_circle_km(float(place["lon"]), float(place["lat"]), lons, lats)
