"""From clean shapes to the ``territories`` table, whatever file the shapes came from."""

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata import borders, geometry, web_map
from geodata.schema import STORAGE_CRS, TERRITORIES

KM_DECIMALS = 3
NATION = "00"
TOUCHES = [f"touches_{country}" for country in borders.COUNTRIES]
BELT_FLAG = "within_50km_venezuela"
FLAGS = [*TOUCHES, BELT_FLAG]


def measure_borders(
    shapes: gpd.GeoSeries, countries: gpd.GeoDataFrame
) -> tuple[pd.DataFrame, pd.Series]:
    """Kilometres of border by country, and kilometres to Venezuela, of each municipality.

    Args:
        shapes: the clean coverage, in degrees, indexed by code.
        countries: ``country`` and outlines of the neighbours, in degrees.
    """
    metric = geometry.to_metres(as_array(shapes))
    window = shapely.box(*web_map.WINDOW)  # the metric system is meant for Colombia only
    near = geometry.to_metres(shapely.intersection(as_array(countries.geometry), window))
    pieces = borders.facing(metric, dict(zip(countries["country"], near, strict=True)))
    codes = shapes.index.tolist()
    frontage = borders.frontage_km(pieces, codes)
    return frontage, borders.distance_km(metric, pieces, borders.VENEZUELA).set_axis(codes)


def border_columns(
    frontage: pd.DataFrame, distance: pd.Series, lists: Mapping[str, frozenset[str]]
) -> pd.DataFrame:
    """Border columns of each municipality, by code; the flags are those of the reviewed lists."""
    columns = pd.DataFrame(index=frontage.index)
    for country, column in zip(borders.COUNTRIES, TOUCHES, strict=True):
        columns[column] = columns.index.isin(lists[country])
    columns["frontage_venezuela_km"] = frontage[borders.VENEZUELA].round(KM_DECIMALS)
    columns["distance_venezuela_km"] = distance.round(KM_DECIMALS)
    return columns


def assemble(
    register: pd.DataFrame, shapes: gpd.GeoSeries, measured: pd.DataFrame
) -> gpd.GeoDataFrame:
    """The ``territories`` table: municipalities, departments, the nation and retired codes.

    Departments and the nation sum up their municipalities: they touch a country if one of them
    does, and their distance is the shortest. Without a shape, measurements are missing and flags
    are false.
    """
    by_department = shapes.index.str[:2].to_numpy()
    nation = np.full(len(shapes), NATION)
    groups = [shapes.index.to_numpy(), by_department, nation]
    shape = pd.concat([joined(shapes.set_axis(group)) for group in groups])
    columns = pd.concat([_summed(measured.set_axis(group, axis="index")) for group in groups])
    codes = register["territory_code"]
    table = register.join(columns, on="territory_code")
    table["geometry"] = codes.map(shape)
    table["has_geometry"] = codes.isin(shape.index)
    table[BELT_FLAG] = table["distance_venezuela_km"] <= borders.BELT_KM
    for column in FLAGS:
        table[column] = table[column].eq(other=True)
    present = np.array([shape.get(code) for code in codes], dtype=object)
    table[["lon", "lat"]] = geometry.representative_points(present)
    table["area_km2"] = geometry.area_km2(present).round(KM_DECIMALS)
    ordered = table[[column.name for column in TERRITORIES]]
    return gpd.GeoDataFrame(ordered, geometry="geometry", crs=STORAGE_CRS)


def joined(shapes: pd.Series) -> gpd.GeoSeries:
    """One shape per index value, sorted; shapes under the same value lose their common edges.

    In normal form: the same areas give the same bytes, whatever order their rings came in.
    """
    groups = shapes.groupby(level=0)
    union = {code: shapely.coverage_union_all(as_array(group)) for code, group in groups}
    return gpd.GeoSeries(pd.Series(union), crs=STORAGE_CRS).normalize()


def neighbours_csv(shapes: gpd.GeoSeries) -> bytes:
    """Neighbours of each municipality, as the file that the shipped geometry has."""
    pairs = geometry.queen_neighbours(as_array(shapes), shapes.index.tolist())
    text: str = pairs.to_csv(index=False, lineterminator="\n")
    return text.encode()


def as_array(shapes: pd.Series) -> geometry.Shapes:
    """The shapes without their codes."""
    return np.array(shapes.to_numpy(), dtype=object)


def _summed(measured: pd.DataFrame) -> pd.DataFrame:
    rules = dict.fromkeys(TOUCHES, "any")
    rules |= {"frontage_venezuela_km": "sum", "distance_venezuela_km": "min"}
    return measured.groupby(level=0).agg(rules)
