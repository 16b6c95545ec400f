"""Measurements on territories. Degrees come in, metres and square kilometres go out.

A *coverage* here is an array of polygons whose common boundaries have identical vertices, so that
an edge belongs to one polygon (outer edge) or to exactly two (inner edge).
"""

from collections.abc import Sequence

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyproj
import shapely

from geodata.schema import METRIC_CRS, STORAGE_CRS

Shapes = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]

# The metric system is conformal: good for distances, but its areas are up to 2 % too large. Areas
# are therefore measured on the ellipsoid of MAGNA-SIRGAS.
ELLIPSOID = "GRS80"
POINT_DECIMALS = 5  # about 1 m

EDGE = ["ax", "ay", "bx", "by"]


def to_metres(shapes: Shapes) -> Shapes:
    """Project longitude and latitude in degrees to the national metric system."""
    return _as_shapes(gpd.GeoSeries(shapes, crs=STORAGE_CRS).to_crs(METRIC_CRS))


def to_degrees(shapes: Shapes) -> Shapes:
    """Undo ``to_metres``."""
    return _as_shapes(gpd.GeoSeries(shapes, crs=METRIC_CRS).to_crs(STORAGE_CRS))


def area_km2(shapes: Shapes) -> Floats:
    """Geodesic area of each shape given in degrees, in square kilometres; missing stays NaN."""
    ellipsoid = pyproj.Geod(ellps=ELLIPSOID)
    return np.array(
        [
            np.nan if shape is None else abs(ellipsoid.geometry_area_perimeter(shape)[0]) / 1e6
            for shape in shapes
        ]
    )


def representative_points(shapes: Shapes) -> Floats:
    """A point inside each shape, as rows of longitude and latitude; NaN for a missing shape.

    Not the centroid: that falls outside its own polygon for 27 municipalities.
    """
    points = np.full((len(shapes), 2), np.nan)
    present = ~shapely.is_missing(shapes)
    inside = shapely.point_on_surface(shapes[present])
    points[present] = np.round(shapely.get_coordinates(inside), POINT_DECIMALS)
    return points


def edges(coverage: Shapes) -> pd.DataFrame:
    """Every edge of every polygon: ``ax, ay, bx, by`` with the smaller end first, and ``owner``.

    ``owner`` is the position of the polygon in ``coverage``; an inner edge appears twice.
    """
    parts, part_owner = shapely.get_parts(coverage, return_index=True)
    rings, ring_part = shapely.get_rings(parts, return_index=True)
    points, point_ring = shapely.get_coordinates(rings, return_index=True)
    same_ring = point_ring[:-1] == point_ring[1:]
    frame = pd.DataFrame(_ordered_ends(points[:-1][same_ring], points[1:][same_ring]), columns=EDGE)
    return frame.assign(owner=part_owner[ring_part[point_ring[:-1][same_ring]]])


def _ordered_ends(start: Floats, end: Floats) -> Floats:
    """Rows of four numbers for the edges from ``start`` to ``end``, the smaller end first."""
    backwards = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    flip = backwards[:, None]
    return np.hstack([np.where(flip, end, start), np.where(flip, start, end)])


def samples(start: Floats, end: Floats, step: float) -> tuple[Floats, Positions]:
    """Middles of equal pieces, at most ``step`` long, of the edges from ``start`` to ``end``.

    Returns:
        The points, strictly inside their edge, and the position of the edge of each.
    """
    length = np.hypot(*(end - start).T)
    count = np.maximum(1, np.ceil(length / step).astype(int))
    edge = np.repeat(np.arange(len(start)), count)
    first = np.repeat(np.cumsum(count) - count, count)
    share = (np.arange(len(edge)) - first + 0.5) / count[edge]
    return start[edge] + (end - start)[edge] * share[:, None], edge


def outer_edges(coverage: Shapes) -> pd.DataFrame:
    """The rows of ``edges`` that belong to one polygon only: coast, foreign border, holes."""
    table = edges(coverage)
    return table[~table.duplicated(EDGE, keep=False)].reset_index(drop=True)


def holes(coverage: Shapes) -> list[shapely.Polygon]:
    """Gaps completely enclosed by the coverage, as polygons; a clean coverage has none."""
    union = shapely.coverage_union_all(coverage)
    return [
        shapely.Polygon(ring)
        for part in shapely.get_parts(union)
        for ring in shapely.get_rings(part)[1:]
    ]


def queen_neighbours(coverage: Shapes, codes: Sequence[str]) -> pd.DataFrame:
    """Pairs of territories that share an edge or a corner, in both directions.

    Returns:
        Columns ``territory_code`` and ``neighbour_code``, sorted; no row for an island.
    """
    points, owner = shapely.get_coordinates(coverage, return_index=True)
    corners = pd.DataFrame({"x": points[:, 0], "y": points[:, 1], "owner": owner})
    corners = corners.drop_duplicates()
    pairs = corners.merge(corners, on=["x", "y"], suffixes=("", "_other"))
    pairs = pairs.loc[pairs["owner"] != pairs["owner_other"], ["owner", "owner_other"]]
    pairs = pairs.drop_duplicates()
    name = np.asarray(codes, dtype=object)
    table = pd.DataFrame(
        {
            "territory_code": name[pairs["owner"].to_numpy()],
            "neighbour_code": name[pairs["owner_other"].to_numpy()],
        }
    )
    return table.sort_values(["territory_code", "neighbour_code"], ignore_index=True)


def _as_shapes(series: gpd.GeoSeries) -> Shapes:
    return np.array(series.to_numpy(), dtype=object)
