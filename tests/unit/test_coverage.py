"""Cleaning: overlaps and gaps are shared along their midline, and nothing else moves."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata import coverage, geometry
from geodata.midline import split_by_midline

STEP = coverage.SAMPLE_STEP_DEG


def shapes(*items):
    return np.array(items, dtype=object)


def test_an_overlap_is_shared_half_and_half():
    left, right = shapely.box(0, 0, 0.502, 1), shapely.box(0.498, 0, 1, 1)
    clean = coverage.clean(shapes(left, right))
    assert coverage.is_coverage(clean)
    assert shapely.area(clean) == pytest.approx([0.5, 0.5], abs=2e-4)
    assert shapely.area(shapely.union_all(clean)) == pytest.approx(1, abs=1e-4)


def test_an_enclosed_gap_is_shared_half_and_half():
    gap = shapely.box(0.498, 0.2, 0.502, 0.8)
    left, right = shapely.box(0, 0, 0.5, 1) - gap, shapely.box(0.5, 0, 1, 1) - gap
    clean = coverage.clean(shapes(left, right))
    assert geometry.holes(clean) == []
    assert shapely.area(clean) == pytest.approx([0.5, 0.5], abs=2e-4)


def test_a_gap_past_three_units_makes_no_spike():
    gap = shapely.box(0.1, 0.498, 1.9, 0.502)
    below = shapely.box(0, 0, 2, 0.5) - gap
    above = [shapely.box(x, 0.5, x + 1, 1) - gap for x in (0, 1)]
    clean = coverage.clean(shapes(below, *above))
    assert geometry.holes(clean) == []
    for cleaned, published in zip(clean, (below, *above), strict=True):
        assert shapely.hausdorff_distance(cleaned, published) < 0.004


def test_a_narrow_crack_to_the_outside_is_closed():
    crack = shapely.Polygon([(0.499, 1), (0.501, 1), (0.5, 0.2)])
    left, right = shapely.box(0, 0, 0.5, 1) - crack, shapely.box(0.5, 0, 1, 1) - crack
    clean = coverage.clean(shapes(left, right))
    assert shapely.area(shapely.union_all(clean)) == pytest.approx(1, abs=1e-4)


def test_a_wide_bay_and_a_narrow_inlet_of_one_unit_stay():
    bay = shapely.Polygon([(0.45, 1), (0.55, 1), (0.5, 0.2)])
    inlet = shapely.box(0.2, 0.5, 0.202, 1)
    left, right = shapely.box(0, 0, 0.5, 1) - bay - inlet, shapely.box(0.5, 0, 1, 1) - bay
    clean = coverage.clean(shapes(left, right))
    water = shapely.area(bay) + shapely.area(inlet)
    assert shapely.area(shapely.union_all(clean)) == pytest.approx(1 - water, abs=1e-3)
    assert not shapely.union_all(clean).intersects(shapely.Point(0.201, 0.8))


def test_a_crumb_goes_to_the_neighbour_that_surrounds_it():
    crumb = shapely.box(0.7, 0.4, 0.703, 0.403)
    right = shapely.box(0.5, 0, 1, 1)
    left = shapely.box(0, 0, 0.5, 1)
    moved = coverage._without_shards(
        shapes(shapely.union(left, crumb), right - crumb), shapes(left, right)
    )
    assert shapely.get_num_geometries(moved).tolist() == [1, 1]
    assert moved[1].equals(right)


def test_an_islet_that_the_publisher_drew_stays():
    islet = shapely.box(0.6, 0.4, 0.603, 0.403)
    published = shapes(shapely.union(shapely.box(0, 0, 0.5, 1), islet))
    assert coverage._without_shards(published, published)[0].equals(published[0])


@given(
    st.lists(st.tuples(st.floats(0, 3), st.floats(0, 1)), min_size=2, max_size=30, unique=True),
    st.integers(2, 4),
)
def test_splitting_keeps_the_total_area(places, owners):
    area = shapely.box(0, 0, 3, 1)
    owner = np.arange(len(places)) % owners
    pieces = split_by_midline(area, np.array(places), owner)
    assert set(pieces) <= set(owner.tolist())
    assert sum(shapely.area(piece) for piece in pieces.values()) == pytest.approx(3, rel=1e-6)


def test_splitting_gives_each_side_its_half():
    sites = np.array([[x, y] for y in (0.0, 1.0) for x in np.arange(0.05, 3, 0.1)])
    pieces = split_by_midline(shapely.box(0, 0, 3, 1), sites, np.repeat([7, 9], 30))
    assert pieces[7].contains(shapely.box(0.1, 0.1, 2.9, 0.49))
    assert pieces[9].contains(shapely.box(0.1, 0.51, 2.9, 0.9))


def test_one_owner_gets_everything():
    area = shapely.box(0, 0, 1, 1)
    assert split_by_midline(area, np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([3, 3])) == {3: area}


def test_sites_that_defeat_the_builder_give_all_to_the_one_with_most(monkeypatch):
    def fail(*_, **__):
        raise shapely.errors.GEOSException("no diagram")

    monkeypatch.setattr(shapely, "voronoi_polygons", fail)
    area = shapely.box(0, 0, 1, 1)
    sites = np.array([[0.1, 0.1], [0.2, 0.1], [0.9, 0.9]])
    assert split_by_midline(area, sites, np.array([5, 5, 6])) == {5: area}


def test_rounding_repairs_a_strip_that_collapses():
    shore = shapes(
        shapely.Polygon(
            [(0, 0), (10, 0), (10, 10), (5.2, 10), (5.2, 1), (4.8, 1), (4.8, 10), (0, 10)]
        ),
        shapely.box(0, -5, 10, 0),
    )
    rounded = coverage.rounded(shore, 0)
    assert coverage.is_coverage(rounded)
    assert rounded[0].equals(shapely.box(0, 0, 10, 10))


def test_rounding_away_a_whole_unit_is_refused():
    thin = shapes(shapely.box(0, 0, 10, 0.2), shapely.box(0, 0.2, 10, 10))
    with pytest.raises(coverage.CoverageError, match="1 polygons are broken or empty"):
        coverage.rounded(thin, 0)


def test_gaps_that_cannot_be_closed_are_refused(monkeypatch):
    ring = shapes(
        *(shapely.box(x, y, x + 1, y + 1) for x in range(3) for y in range(3) if (x, y) != (1, 1))
    )
    seen = iter([[], *[["gap"]] * 20])
    monkeypatch.setattr(coverage, "holes", lambda _: next(seen))
    monkeypatch.setattr(coverage, "_filled", lambda shapes, _: shapes)
    with pytest.raises(coverage.CoverageError, match="Rounding to 0 decimals opened gaps"):
        coverage.rounded(ring, 0)


def test_rounding_closes_a_bay_with_a_mouth_narrower_than_the_grid():
    bay = shapely.union(shapely.box(3, 3, 7, 7), shapely.box(4.9, 7, 5.1, 10))
    shore = shapes(shapely.box(0, 0, 10, 10) - bay, shapely.box(10, 0, 20, 10))
    rounded = coverage.rounded(shore, 0)
    assert coverage.is_coverage(rounded)
    assert geometry.holes(rounded) == []
    assert rounded[0].equals(shapely.box(0, 0, 10, 10))


@given(st.lists(st.floats(0.2, 0.8), min_size=1, max_size=8))
def test_rounding_keeps_a_coverage_and_moves_points_less_than_a_step(heights):
    wave = [(0.0, 0.5), *((i + 1.0, y) for i, y in enumerate(heights)), (len(heights) + 1.0, 0.5)]
    width = wave[-1][0]
    low = shapely.Polygon([(0, -1), *wave, (width, -1)])
    high = shapely.Polygon([(0, 2), *wave, (width, 2)])
    rounded = coverage.rounded(shapes(low, high), 1)
    assert coverage.is_coverage(rounded)
    assert shapely.hausdorff_distance(rounded[0], low) <= 0.1


def test_simplifying_drops_a_small_corner_on_both_sides_at_once():
    line = [(0, 0), (500, 40), (1000, 0)]
    low = shapely.Polygon([*line, (1000, -1000), (0, -1000)])
    high = shapely.Polygon([*line, (1000, 1000), (0, 1000)])
    simple = coverage.simplified(shapes(low, high), 300.0)
    assert shapely.get_num_coordinates(simple).tolist() == [5, 5]
    assert shapely.area(simple).sum() == pytest.approx(2e6)


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        pytest.param(
            shapes(shapely.box(0, 0, 1, 1), shapely.box(0.5, 0, 2, 1)),
            "2 polygons do not fit",
            id="overlap",
        ),
        pytest.param(
            shapes(shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])),
            "1 polygons are broken",
            id="bow tie",
        ),
        pytest.param(shapes(shapely.Polygon()), "1 polygons are broken or empty", id="empty"),
    ],
)
def test_what_is_not_a_coverage_is_refused(broken, message):
    with pytest.raises(coverage.CoverageError, match=message):
        coverage.require_coverage(broken)
