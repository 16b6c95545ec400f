"""Official boundaries in the place of those being served, held to the same invariants.

Who exists, what it is called and which municipalities touch a border stay as they are: a file of
boundaries only says where the lines run. The neighbouring countries are those that the default
boundaries were built with.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata import borders, coverage, web_map
from geodata.assembly import (
    BELT_FLAG,
    TOUCHES,
    as_array,
    assemble,
    border_columns,
    measure_borders,
    neighbours_csv,
)
from geodata.backdrop import Backdrop
from geodata.borders import Difference
from geodata.map_file import NEIGHBOURS
from geodata.publish import with_domains
from geodata.schema import STORAGE_CRS, Level
from geodata.territories import current_units

REGISTER: Final = (
    *("territory_code", "name", "level", "department_code", "department_name"),
    *("valid_from", "valid_to", "successor", "note"),
)
"""What a file of boundaries does not change."""

SAME_PLACE: Final = 0.3
"""Share of a polygon that must lie in the one it replaces: less is another place or code."""

NEAR_BELT_KM: Final = 1.0
"""Lines are good to a few hundred metres, so the belt may differ by as much."""


@dataclass(frozen=True)
class Fitted:
    """Boundaries that fit together.

    Attributes:
        shapes: clean coverage, in degrees, indexed by code.
        frontage, distance: see ``assembly.measure_borders``.
    """

    shapes: gpd.GeoSeries
    frontage: pd.DataFrame
    distance: pd.Series


def missing_units(codes: pd.Index, territories: pd.DataFrame) -> list[str]:
    """Municipalities that have a shape now and none in a file with ``codes``."""
    units = current_units(territories)
    return sorted(set(units.loc[units["has_geometry"], "territory_code"]) - set(codes))


def fit(shapes: gpd.GeoSeries, backdrop: Backdrop) -> Fitted:
    """Boundaries of a file, by code and in degrees, made to fit and measured.

    Several shapes of one code become one.

    Raises:
        CoverageError: they cannot be made to fit.
        BorderError: none of them touches Venezuela.
    """
    parts = pd.Series(coverage.polygonal(as_array(shapes)), index=shapes.index)
    one = parts.groupby(level=0).agg(_one_shape)
    whole = gpd.GeoSeries(coverage.fitted(as_array(one)), index=one.index, crs=STORAGE_CRS)
    whole = whole.normalize()
    return Fitted(whole, *measure_borders(whole, backdrop.countries))


def _one_shape(parts: pd.Series) -> shapely.Geometry:
    return parts.iloc[0] if len(parts) == 1 else shapely.union_all(as_array(parts))


def misplaced(shapes: gpd.GeoSeries, territories: gpd.GeoDataFrame) -> list[str]:
    """Codes whose new shape lies elsewhere than the one being served."""
    before = territories.set_index("territory_code").geometry
    known = shapes[shapes.index.isin(before.dropna().index)]
    old, new = as_array(before[known.index]), as_array(known)
    share = shapely.area(shapely.intersection(old, new)) / shapely.area(new)
    return list(known.index[share < SAME_PLACE])


def reviewed_lists(territories: pd.DataFrame) -> dict[str, frozenset[str]]:
    """The fixed border lists, as the flags of the table hold them."""
    units = current_units(territories)
    flags = dict(zip(borders.COUNTRIES, TOUCHES, strict=True)) | {borders.BELT: BELT_FLAG}
    return {
        name: frozenset(units.loc[units[flag], "territory_code"]) for name, flag in flags.items()
    }


def border_faults(
    fitted: Fitted, lists: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Difference, bool]]:
    """Differences from the reviewed lists, and whether each is within the accuracy of the lines."""
    for found in borders.differences(fitted.frontage, fitted.distance, lists):
        codes = [c for c in (*found.only_listed, *found.only_measured) if c in fitted.distance]
        apart = (fitted.distance[codes] - borders.BELT_KM).abs()
        yield found, found.name == borders.BELT and bool((apart <= NEAR_BELT_KM).all())


def replaced(
    territories: gpd.GeoDataFrame, domains: pd.DataFrame, fitted: Fitted
) -> gpd.GeoDataFrame:
    """The ``territories`` table of a snapshot with other boundaries."""
    lists = reviewed_lists(territories)
    register = territories.loc[territories["level"] != Level.SURVEY_DOMAIN, list(REGISTER)]
    measured = border_columns(fitted.frontage, fitted.distance, lists)
    table = assemble(register.reset_index(drop=True), fitted.shapes, measured)
    local = table["territory_code"].isin(current_units(table)["territory_code"])
    listed = table["territory_code"].isin(lists[borders.BELT])
    table[BELT_FLAG] = table[BELT_FLAG].where(~local, listed)
    return with_domains(table, domains)


def drawn(table: pd.DataFrame, fitted: Fitted, backdrop: Backdrop) -> dict[str, bytes]:
    """The files that go with ``table``: the map of the browser, and who borders on whom."""
    units = table.set_index("territory_code", drop=False).loc[fitted.shapes.index]
    shapes = np.array(fitted.shapes.to_numpy(), dtype=object)
    content = web_map.encode(units, shapes, backdrop.countries, backdrop.land)
    return web_map.packed(content) | {NEIGHBOURS: neighbours_csv(fitted.shapes)}
