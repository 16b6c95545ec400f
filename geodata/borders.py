"""Which municipalities lie on a foreign border, how much of it is theirs, and how far the rest are.

In a clean coverage the outer edges belong to one municipality only. Each short piece of them is
given to the nearest neighbouring country within reach, so the neighbours' own boundary files, which
overlap Colombia, are not needed. These borders are administrative, not legal.

The flags shown to users come from a fixed, reviewed list; the measurement here proves that list
against the geometry at every build.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from geodata.errors import UserFacingError
from geodata.geometry import EDGE, Floats, Shapes, outer_edges, samples

VENEZUELA = "venezuela"
COUNTRIES = (VENEZUELA, "ecuador", "peru", "brazil", "panama")
BELT = "belt"
BELT_KM = 50.0  # distance that the programme calls the border belt
# The two publishers draw the line apart. The Venezuelan list is the same at 3, 6 and 12 km.
REACH_M = 3_000.0
PIECE_M = 250.0
MIN_FRONTAGE_KM = 0.2  # shorter contacts are corners


class BorderError(UserFacingError):
    """The measured borders and the fixed lists disagree."""


def facing(coverage: Shapes, countries: Mapping[str, shapely.Geometry]) -> pd.DataFrame:
    """Pieces of the outer boundary that face a neighbouring country.

    Args:
        coverage: municipalities, in metres.
        countries: outlines by key, in metres.

    Returns:
        ``owner`` (position in ``coverage``), ``country``, ``km`` and the ends of the piece in
        metres. Coast faces nobody and has no row.
    """
    table = outer_edges(coverage)
    start, end = table[EDGE[:2]].to_numpy(), table[EDGE[2:]].to_numpy()
    middles, edge = samples(start, end, PIECE_M)
    half = (end - start)[edge] / (2 * np.bincount(edge)[edge])[:, None]
    distance = _distances(middles, list(countries.values()))
    pieces = pd.DataFrame(np.hstack([middles - half, middles + half]), columns=EDGE)
    pieces["owner"] = table["owner"].to_numpy()[edge]
    pieces["country"] = np.array(list(countries), dtype=object)[distance.argmin(axis=0)]
    pieces["km"] = 2 * np.hypot(*half.T) / 1_000
    near: pd.DataFrame = pieces[distance.min(axis=0) <= REACH_M]
    return near.reset_index(drop=True)


def frontage_km(pieces: pd.DataFrame, codes: Sequence[str]) -> pd.DataFrame:
    """Kilometres of border per municipality (rows, by code) and country (columns); 0 where none.

    Contacts shorter than ``MIN_FRONTAGE_KM`` count as none.
    """
    table = pieces.pivot_table(index="owner", columns="country", values="km", aggfunc="sum")
    table = table.reindex(index=range(len(codes)), columns=list(COUNTRIES)).fillna(0.0)
    return table.where(table > MIN_FRONTAGE_KM, 0.0).set_axis(list(codes), axis="index")


def distance_km(coverage: Shapes, pieces: pd.DataFrame, country: str) -> pd.Series:
    """Shortest distance from each polygon to the border line with ``country``; 0 on the line.

    Raises:
        BorderError: nothing faces that country, so there is no line to measure to.
    """
    ends = pieces.loc[pieces["country"] == country, EDGE].to_numpy()
    if len(ends) == 0:
        raise BorderError(f"No boundary faces {country}: the distance to it is not defined.")
    line = shapely.union_all(shapely.linestrings(ends.reshape(-1, 2, 2)))
    shapely.prepare(line)
    return pd.Series(shapely.distance(line, coverage) / 1_000)


@dataclass(frozen=True, slots=True)
class Difference:
    """Codes that only the reviewed list, or only the geometry, puts in the set ``name``."""

    name: str
    only_listed: tuple[str, ...]
    only_measured: tuple[str, ...]


def differences(
    measured: pd.DataFrame, distance: pd.Series, lists: Mapping[str, frozenset[str]]
) -> Iterator[Difference]:
    """Where the measured borders and the fixed ``lists`` disagree.

    Args:
        measured: result of ``frontage_km``.
        distance: kilometres to the Venezuelan line, by code.
        lists: codes by country, and by ``BELT``.
    """
    found = {country: set(measured.index[measured[country] > 0]) for country in COUNTRIES}
    found[BELT] = set(distance.index[distance <= BELT_KM])
    for name, codes in found.items():
        listed = lists.get(name, frozenset())
        if codes != listed:
            yield Difference(name, tuple(sorted(listed - codes)), tuple(sorted(codes - listed)))


def require_agreement(
    measured: pd.DataFrame, distance: pd.Series, lists: Mapping[str, frozenset[str]]
) -> None:
    """Do nothing if there are no ``differences``.

    Raises:
        BorderError: names the codes that differ.
    """
    for found in differences(measured, distance, lists):
        raise BorderError(
            f"List '{found.name}' and the geometry differ: only in the list "
            f"{list(found.only_listed)}, only in the geometry {list(found.only_measured)}."
        )


def _distances(points: Floats, outlines: Sequence[shapely.Geometry]) -> Floats:
    """Metres from every point (columns) to every outline (rows)."""
    places = shapely.points(points)
    shapely.prepare(np.array(outlines, dtype=object))
    return np.vstack([shapely.distance(outline, places) for outline in outlines])
