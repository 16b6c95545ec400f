"""Straight-line distance to services that can be visited today."""

import pandas as pd
import pytest

from indicators.access import EARTH_RADIUS_KM, great_circle_km, nearest_place

CUCUTA, BOGOTA, RIOHACHA = (-72.505, 7.894), (-74.081, 4.609), (-72.911, 11.544)


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        pytest.param(CUCUTA, CUCUTA, 0, id="here"),
        pytest.param((0, 0), (0, 90), EARTH_RADIUS_KM * 3.141593 / 2, id="equator-to-pole"),
        pytest.param((179.5, 0), (-179.5, 0), EARTH_RADIUS_KM * 3.141593 / 180, id="date-line"),
        pytest.param(CUCUTA, BOGOTA, 404.6, id="cucuta-bogota"),
        pytest.param(BOGOTA, CUCUTA, 404.6, id="the-same-back"),
    ],
)
def test_distance(start, end, km):
    (found,) = great_circle_km(*start, [end[0]], [end[1]])
    assert found == pytest.approx(km, rel=1e-3)


@pytest.fixture
def places():
    return pd.DataFrame(
        {
            "name": ["Cúcuta", "Riohacha", "Bogotá"],
            "lon": [CUCUTA[0], RIOHACHA[0], BOGOTA[0]],
            "lat": [CUCUTA[1], RIOHACHA[1], BOGOTA[1]],
            "status": ["cerrado", "activo", "reducido"],
        }
    )


def test_a_closed_place_is_not_the_nearest(places):
    place, km = nearest_place(*CUCUTA, places)
    assert (place["name"], round(km)) == ("Bogotá", 405)
    place, km = nearest_place(*CUCUTA, places.assign(status="activo"))
    assert (place["name"], km) == ("Cúcuta", 0)


def test_nothing_works_or_nobody_knows_where_one_is(places):
    assert nearest_place(*CUCUTA, places.assign(status="por_verificar")) is None
    assert nearest_place(float("nan"), float("nan"), places) is None
