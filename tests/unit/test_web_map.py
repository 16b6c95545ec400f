"""The neighbours on the map: no crack along Colombia, and its border is not drawn twice."""

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geodata import web_map
from geodata.topology import decode

# Two municipalities; the atlas draws the border with the east country 0.01° too far away, and
# wobbling; its north country starts where the municipalities end.
UNITS = pd.DataFrame(
    {
        "territory_code": ["54001", "54002"],
        "name": ["Uno", "Dos"],
        "department_code": ["54", "54"],
        "lon": [-72.50001, -71.5],
        "lat": [6.5, 6.5],
    }
)
SHAPES = np.array([shapely.box(-73, 6, -72, 7), shapely.box(-72, 6, -71, 7)], dtype=object)
EAST = shapely.Polygon(
    [(-71.2, 5), (-70.99, 6.2), (-71.01, 6.5), (-70.99, 6.8), (-71, 7), (-68, 7), (-68, 5)]
)
NORTH = shapely.box(-74, 7, -68, 9)


@pytest.fixture(scope="module")
def topology():
    countries = gpd.GeoDataFrame(
        {"country": ["east", "north"], "name": ["Este", "Norte"]},
        geometry=[EAST, NORTH],
        crs=4326,
    )
    return json.loads(web_map.encode(UNITS, SHAPES, countries, shapely.box(-90, -10, -50, 20)))


def test_countries_fill_the_cracks_and_stay_outside(topology):
    colombia = shapely.union_all(list(web_map.drawn_units(topology).values()))
    countries = [country.shape for country in decode(topology, web_map.COUNTRIES)]
    assert shapely.area(shapely.intersection(countries, colombia)).max() < 1e-9
    together = shapely.union_all([*countries, colombia])
    assert together.contains(shapely.box(-71.1, 6.01, -70.9, 6.99))
    assert sum(len(part.interiors) for part in shapely.get_parts(together)) == 0


def test_the_border_of_a_country_is_the_border_of_colombia(topology):
    east = decode(topology, web_map.COUNTRIES)[0].shape
    assert east.boundary.covers(shapely.LineString([(-71, 6.3), (-71, 6.9)]))
    on_border = [x for x, y in shapely.get_coordinates(east) if 6.1 < y < 6.9]
    assert not [x for x in on_border if x < -70], "no vertex where the two drawings cross"


def test_points_are_cut_to_four_decimals(topology):
    labels = [feature.properties for feature in decode(topology, web_map.UNITS)]
    assert labels == [{"n": "Uno", "p": [-72.5, 6.5]}, {"n": "Dos", "p": [-71.5, 6.5]}]


def test_the_department_line_leaves_out_the_inner_boundary(topology):
    rings = [set(unit["arcs"][0]) for unit in topology["objects"][web_map.UNITS]["geometries"]]
    inner = rings[0] & {~arc for arc in rings[1]}
    assert len(inner) == 1
    drawn = {arc for (arc,) in topology["objects"][web_map.DEPARTMENTS]["arcs"]}
    stored = {max(arc, ~arc) for ring in rings for arc in ring}
    assert drawn == stored - {max(arc, ~arc) for arc in inner}


def test_no_map_and_two_maps_are_both_refused(tmp_path):
    with pytest.raises(FileNotFoundError, match="found 0"):
        web_map.read(tmp_path)
    web_map.write(b"{}", tmp_path)
    (tmp_path / "map.0.json.br").write_bytes(b"")
    with pytest.raises(FileNotFoundError, match="found 2"):
        web_map.read(tmp_path)
