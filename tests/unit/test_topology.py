"""TopoJSON: shared arcs are stored once, and what is written is what is read."""

import json
import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata.topology import Encoder, Feature, Grid, boundaries_between, decode, decode_lines

GRID = Grid(west=-80.0, south=-5.0, cell=0.0002)


def encode(**layers):
    encoder = Encoder(GRID)
    features = {
        name: [Feature(key, {"n": key.upper()}, shape) for key, shape in shapes.items()]
        for name, shapes in layers.items()
    }
    return encoder, encoder.layers(features)


def written(encoder, objects):
    """The topology after a trip through text, as the browser gets it."""
    return json.loads(json.dumps(encoder.topology(objects)))


def in_cells(feature):
    (shape,) = GRID.to_cells(np.array([feature.shape], dtype=object))
    return shapely.transform(shape, np.round)


def test_a_common_edge_is_one_arc_used_in_both_directions():
    encoder, objects = encode(units={"a": shapely.box(0, 0, 1, 1), "b": shapely.box(1, 0, 2, 1)})
    arcs = [geometry["arcs"][0] for geometry in objects["units"]["geometries"]]
    assert len(encoder.topology(objects)["arcs"]) == 3
    assert {~arc for arc in arcs[0]} & set(arcs[1]), "b must use an arc of a backwards"


def test_outer_rings_run_counter_clockwise_however_they_came():
    clockwise = shapely.Polygon([(0, 0), (0, 5), (5, 5), (5, 0)])
    (feature,) = decode(written(*encode(units={"a": clockwise})), "units")
    assert feature.shape.exterior.is_ccw


def test_a_hole_and_the_island_that_fills_it_are_one_arc():
    lake = shapely.box(3, 3, 5, 5)
    island = shapely.Polygon([(5, 5), (5, 3), (3, 3), (3, 5)])  # other start, same ring
    encoder, objects = encode(units={"a": shapely.box(0, 0, 9, 9) - lake, "b": island})
    assert len(encoder.topology(objects)["arcs"]) == 2


def test_layers_written_together_share_their_arcs():
    unit, country = shapely.box(0, 0, 5, 5), shapely.box(0, 0, 9, 9) - shapely.box(0, 0, 5, 5)
    encoder, objects = encode(units={"a": unit}, countries={"x": country})
    assert len(encoder.topology(objects)["arcs"]) == 3


def test_a_file_written_by_hand_is_read():
    topology = {
        "transform": {"scale": [0.5, 2], "translate": [10, 20]},
        "arcs": [[[0, 0], [4, 0]], [[4, 0], [0, 3], [-4, 0], [0, -3]]],
        "objects": {
            "land": {
                "geometries": [{"type": "Polygon", "id": "7", "properties": {}, "arcs": [[0, 1]]}]
            }
        },
    }
    (feature,) = decode(topology, "land")
    assert feature.key == "7"
    assert feature.shape.equals(shapely.box(10, 20, 12, 26))


def test_an_islet_that_collapsed_is_left_out():
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [[[0, 0], [1, 0], [0, 1], [-1, -1]], [[9, 9], [1, 0], [-1, 0]]],
        "objects": {
            "land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0]], [[1]]]}]},
        },
    }
    (feature,) = decode(topology, "land")
    assert feature.shape.equals(shapely.Polygon([(0, 0), (1, 0), (1, 1)]))
    assert feature.key == ""


def test_an_unknown_layer_is_an_error():
    with pytest.raises(KeyError, match="roads"):
        decode({**written(*encode()), "objects": {}}, "roads")


@st.composite
def coverages(draw):
    """A grid of quadrilaterals whose corners are moved by whole cells, so none overlap."""
    columns, rows = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    shifts = st.tuples(st.integers(-30, 30), st.integers(-30, 30))
    corner = {
        (x, y): np.array([100 * x, 100 * y]) + draw(shifts)
        for x in range(columns + 1)
        for y in range(rows + 1)
    }
    return {
        f"{x}-{y}": shapely.Polygon(
            [corner[x, y], corner[x + 1, y], corner[x + 1, y + 1], corner[x, y + 1]]
        )
        for x in range(columns)
        for y in range(rows)
    }


@given(coverages())
def test_what_is_written_is_what_is_read(units):
    read = decode(written(*encode(units=units)), "units")
    assert [feature.key for feature in read] == list(units)
    assert [feature.properties for feature in read] == [{"n": key.upper()} for key in units]
    assert all(
        in_cells(feature).normalize().equals(shapely.normalize(units[feature.key]))
        for feature in read
    )


@given(coverages())
def test_no_edge_is_stored_twice(units):
    encoder, objects = encode(units=units)
    stored = sum(len(arc) - 1 for arc in encoder.topology(objects)["arcs"])
    edges = {
        frozenset(pair)
        for shape in units.values()
        for pair in zip(shape.exterior.coords[:-1], shape.exterior.coords[1:], strict=True)
    }
    assert stored == len(edges)


@given(coverages())
def test_boundaries_between_groups_enclose_exactly_the_groups(units):
    encoder, objects = encode(units=units)
    groups = [key[0] for key in units]
    objects["lines"] = boundaries_between(objects["units"]["geometries"], groups)
    drawn = decode_lines(written(encoder, objects), "lines")
    merged = [
        shapely.union_all([shape for key, shape in units.items() if key[0] == group])
        for group in sorted(set(groups))
    ]
    expected = shapely.union_all(shapely.boundary(merged))
    assert drawn.length == pytest.approx(expected.length * GRID.cell, rel=1e-6)


def test_boundaries_store_no_coordinates():
    units = {"a1": shapely.box(0, 0, 1, 1), "a2": shapely.box(1, 0, 2, 1)}
    encoder, objects = encode(units=units)
    before = len(encoder.topology(objects)["arcs"])
    lines = boundaries_between(objects["units"]["geometries"], ["a", "a"])
    assert len(encoder.topology(objects)["arcs"]) == before
    assert len(lines["arcs"]) == 2, "the edge between a1 and a2 is inside the group"


@given(st.floats(-79, -67), st.floats(-4, 13))
def test_a_point_moves_at_most_half_the_diagonal_of_a_cell(lon, lat):
    place = np.array([shapely.Point(lon, lat)], dtype=object)
    cells = shapely.transform(GRID.to_cells(place), np.round)
    (back,) = GRID.to_degrees(cells)
    assert math.hypot(back.x - lon, back.y - lat) <= GRID.cell * math.sqrt(0.5) * (1 + 1e-6)
