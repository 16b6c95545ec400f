import json

import pytest
import shapely


def test_every_territory_with_a_shape_has_one_and_no_other(published):
    drawn = published.territories["has_geometry"]
    assert set(published.shapes) == set(drawn.index[drawn])


@pytest.mark.parametrize("code", ["54874", "44430", "88001", "00"])
def test_a_shape_is_geojson_around_the_point_of_its_territory(published, code):
    shape = shapely.geometry.shape(json.loads(published.shapes[code]))
    place = published.territories.loc[code]
    assert shape.contains(shapely.Point(place["lon"], place["lat"]))


def test_keys_are_those_that_have_observations(published):
    assert all(len(published.observations(key)) for key in published.keys)
    total = sum(len(published.observations(key)) for key in published.keys)
    assert total == published.manifest.rows["observations"]
