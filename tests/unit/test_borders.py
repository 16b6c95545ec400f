"""Border length, distance and the agreement with the reviewed lists."""

import numpy as np
import pandas as pd
import pytest
import shapely

from geodata import borders

KM = 1_000
# In metres: a (inland) and b (on the border); Venezuela lies 1 km east of b, Panama far away.
COVERAGE = np.array(
    [shapely.box(0, 0, 30 * KM, 10 * KM), shapely.box(30 * KM, 0, 50 * KM, 10 * KM)], dtype=object
)
COUNTRIES = {
    "venezuela": shapely.box(51 * KM, -50 * KM, 90 * KM, 60 * KM),
    "panama": shapely.box(-900 * KM, 0, -800 * KM, 10 * KM),
}


@pytest.fixture
def pieces():
    return borders.facing(COVERAGE, COUNTRIES)


def test_only_the_side_towards_the_country_faces_it(pieces):
    assert set(pieces["country"]) == {"venezuela"}
    assert set(pieces["owner"]) == {1}
    # The eastern side, and 2 km of each side near it: reach is 3 km and the country is 1 km away.
    assert pieces["km"].sum() == pytest.approx(10 + 2 * 2, abs=2 * borders.PIECE_M / KM)
    assert pieces["km"].max() <= borders.PIECE_M / KM


def test_frontage_has_a_row_for_everyone_and_zero_for_who_has_none(pieces):
    frontage = borders.frontage_km(pieces, ["a", "b"])
    assert frontage.columns.tolist() == list(borders.COUNTRIES)
    assert frontage.loc["a"].tolist() == [0.0] * 5
    assert frontage.loc["b", "venezuela"] > 10


@pytest.mark.parametrize(
    ("km", "expected"),
    [
        pytest.param(0.2, 0.0, id="a corner is no border"),
        pytest.param(0.3, 0.3, id="a short border is one"),
    ],
)
def test_contacts_below_the_threshold_count_as_none(km, expected):
    pieces = pd.DataFrame({"owner": [0], "country": ["peru"], "km": [km]})
    assert borders.frontage_km(pieces, ["a"]).loc["a", "peru"] == expected


def test_distance_is_measured_from_the_polygon_to_the_line(pieces):
    distance = borders.distance_km(COVERAGE, pieces, "venezuela")
    assert distance[1] == 0
    # The line reaches 2 km west of the corner of b, along its northern and southern side.
    assert distance[0] == pytest.approx(18, abs=borders.PIECE_M / KM)


def test_distance_to_a_country_without_border_is_refused(pieces):
    with pytest.raises(borders.BorderError, match="faces panama"):
        borders.distance_km(COVERAGE, pieces, "panama")


def lists(**changes):
    empty = {name: frozenset() for name in (*borders.COUNTRIES, borders.BELT)}
    return {**empty, "venezuela": frozenset("b"), borders.BELT: frozenset("ab"), **changes}


def test_agreement_is_silent(pieces):
    frontage = borders.frontage_km(pieces, ["a", "b"])
    borders.require_agreement(frontage, pd.Series({"a": 50.0, "b": 0.0}), lists())


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        pytest.param(
            lists(venezuela=frozenset("ab")),
            r"'venezuela'.*only in the list \['a'\].*only in the geometry \[\]",
            id="flag without border",
        ),
        pytest.param(
            lists(venezuela=frozenset()), r"only in the geometry \['b'\]", id="border without flag"
        ),
        pytest.param(lists(belt=frozenset("b")), r"'belt'.*geometry \['a'\]", id="belt"),
    ],
)
def test_disagreement_names_the_codes(pieces, wrong, message):
    frontage = borders.frontage_km(pieces, ["a", "b"])
    with pytest.raises(borders.BorderError, match=message):
        borders.require_agreement(frontage, pd.Series({"a": 50.0, "b": 0.0}), wrong)


def test_just_beyond_fifty_kilometres_is_outside_the_belt(pieces):
    frontage = borders.frontage_km(pieces, ["a", "b"])
    with pytest.raises(borders.BorderError, match=r"'belt'.*only in the list \['a'\]"):
        borders.require_agreement(frontage, pd.Series({"a": 50.001, "b": 0.0}), lists())
