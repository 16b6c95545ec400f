"""Facts of the territories, as the table has them."""

import numpy as np
import pandas as pd
import pytest

from geodata.schema import Level
from indicators.ground import Ground


@pytest.fixture(scope="module")
def ground(published):
    return Ground(published.territories)


def test_every_territory_has_its_name(ground, published):
    assert dict(ground.names) == published.territories["name"].to_dict()


def test_departments_are_those_of_the_set_in_order(ground, published):
    codes = pd.Index(["54874", "44430", "54001"])
    assert ground.departments(codes).tolist() == ["44", "54"]
    assert ground.departments(pd.Index([], dtype=codes.dtype)).empty
    level = published.territories["level"]
    assert ground.all_departments.equals(level.index[level == Level.DEPARTMENT])


def test_corners_hold_every_shape_of_the_set(ground, published):
    codes = ["54874", "54001", "44430"]
    rows = published.territories.loc[codes]
    (south, west), (north, east) = ground.bounds(codes)
    assert (south, west) == (rows["south"].min(), rows["west"].min())
    assert (north, east) == (rows["north"].max(), rows["east"].max())


def test_a_territory_without_shape_moves_no_corner(ground, published):
    drawn = published.territories["has_geometry"]
    absent = drawn.index[~drawn][0]
    assert ground.bounds(["54874", absent]) == ground.bounds(["54874"])
    assert np.isnan(ground.bounds([absent])).all()
    assert dict(ground.without_shape(pd.Index(["54874", absent]))) == {
        absent: published.territories["name"][absent]
    }


def test_survey_domains_stand_at_their_seats(ground, published):
    found = ground.domains(pd.Index(["54874", "AM54001"]))
    seat = published.territories.loc["AM54001", ["lon", "lat"]].tolist()
    assert dict(found) == {"AM54001": seat}
