"""Measurements: metres and square kilometres, points, edges and neighbours."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata import geometry

# a b
# c d   unit squares of a two by two grid, in degrees
GRID = np.array([shapely.box(x, y, x + 1, y + 1) for y in (1, 0) for x in (0, 1)], dtype=object)
CODES = ["a", "b", "c", "d"]

longitudes = st.floats(-79, -67)
latitudes = st.floats(-4, 13)


def test_origin_of_the_national_system_has_its_defined_coordinates():
    # IGAC resolution 471 of 2020: 4° N, 73° W is 5,000,000 m east, 2,000,000 m north.
    (point,) = geometry.to_metres(np.array([shapely.Point(-73, 4)], dtype=object))
    assert point.x == pytest.approx(5_000_000, abs=0.01)
    assert point.y == pytest.approx(2_000_000, abs=0.01)


@given(longitudes, latitudes)
def test_metres_and_back_is_the_same_place(lon, lat):
    place = np.array([shapely.Point(lon, lat)], dtype=object)
    (back,) = geometry.to_degrees(geometry.to_metres(place))
    assert (back.x, back.y) == pytest.approx((lon, lat), abs=1e-8)


def test_area_of_a_degree_square_at_the_equator():
    # GRS80: 111.3195 km along the equator by 110.5744 km along the meridian, less the convergence.
    area = geometry.area_km2(np.array([shapely.box(-73, 0, -72, 1)], dtype=object))
    assert area[0] == pytest.approx(12_308.8, abs=0.2)


def test_area_of_a_missing_shape_is_missing():
    assert math.isnan(geometry.area_km2(np.array([None], dtype=object))[0])


@given(longitudes, latitudes, st.floats(0.1, 2), st.floats(0.1, 2))
def test_area_of_the_parts_is_the_area_of_the_whole(lon, lat, width, height):
    west_south, east_south = (lon, lat), (lon + width, lat)
    east_north, west_north = (lon + width, lat + height), (lon, lat + height)
    whole = shapely.Polygon([west_south, east_south, east_north, west_north])
    # Cut corner to corner: a cut elsewhere would bend an edge, which is a geodesic.
    parts = [
        shapely.Polygon([west_south, east_south, east_north]),
        shapely.Polygon([west_south, east_north, west_north]),
    ]
    areas = geometry.area_km2(np.array([whole, *parts], dtype=object))
    assert areas[1:].sum() == pytest.approx(areas[0], rel=1e-9)


def test_representative_point_is_inside_where_the_centroid_is_not():
    horseshoe = shapely.box(0, 0, 3, 3) - shapely.box(1, 1, 2, 3)
    bent = shapely.box(0, 0, 9, 9) - shapely.box(1, 1, 9, 9)
    assert not bent.contains(bent.centroid), "the example must be one where centroids fail"
    points = geometry.representative_points(np.array([horseshoe, bent, None], dtype=object))
    assert horseshoe.contains(shapely.Point(points[0]))
    assert bent.contains(shapely.Point(points[1]))
    assert np.isnan(points[2]).all()


def test_inner_edges_appear_twice_and_outer_edges_once():
    assert len(geometry.edges(GRID)) == 16
    outer = geometry.outer_edges(GRID)
    assert len(outer) == 8
    assert outer.groupby("owner").size().tolist() == [2, 2, 2, 2]


def test_a_ring_of_squares_has_one_hole_and_a_full_grid_none():
    around = [
        shapely.box(x, y, x + 1, y + 1) for x in range(3) for y in range(3) if (x, y) != (1, 1)
    ]
    (hole,) = geometry.holes(np.array(around, dtype=object))
    assert hole.equals(shapely.box(1, 1, 2, 2))
    assert geometry.holes(GRID) == []


def test_queen_neighbours_include_corners_and_both_directions():
    pairs = geometry.queen_neighbours(GRID, CODES)
    found = list(zip(pairs["territory_code"], pairs["neighbour_code"], strict=True))
    assert found == [(one, other) for one in CODES for other in CODES if one != other]


def test_an_island_has_no_neighbours():
    island = shapely.box(9, 9, 10, 10)
    pairs = geometry.queen_neighbours(np.append(GRID, island), [*CODES, "island"])
    assert "island" not in set(pairs["territory_code"]) | set(pairs["neighbour_code"])
    assert len(pairs) == 12


@given(st.floats(0.1, 50), st.floats(0.1, 5))
def test_samples_lie_strictly_inside_and_evenly(length, step):
    start, end = np.array([[0.0, 0.0]]), np.array([[length, 0.0]])
    points, edge = geometry.samples(start, end, step)
    gaps = np.diff(points[:, 0])
    assert (edge == 0).all()
    assert 0 < points[0, 0] < length
    assert 0 < points[-1, 0] < length
    assert (gaps <= step * (1 + 1e-9)).all()
    assert points[0, 0] == pytest.approx(length - points[-1, 0])
