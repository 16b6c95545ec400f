"""Intégrate centres within reach, at a date and in a straight line.

| opened | closed | verified | status | on 2024-06 |
|--------|--------|----------|--------|------------|
| 2023 | – | 2025 | activo | working |
| 2023 | 2024-01 | 2024 | cerrado | not working |
| 2023 | 2025-01 | 2025 | cerrado | working: it closed later |
| 2025 | – | 2025 | activo | not working yet |
| 2023 | – | 2024 | por_verificar | unconfirmed |
| – | – | – | activo | unconfirmed: no date at all |
| – | – | 2024-01 | activo | working: seen |
"""

import math

import numpy as np
import pandas as pd
import pytest

from indicators.cube import Cell
from indicators.measures.centres import (
    NO_CENTRE,
    NO_PEOPLE,
    STRAIGHT_LINE,
    Standing,
    integrate_centres,
    nearest_centre,
    people_per_centre,
    standings,
    within_reach,
)
from indicators.registry import INDICATORS

AT = "2024-06"
COLUMNS = ["kind", "valid_from", "valid_to", "last_verified", "status", "lon", "lat"]


def centre(*dates, lon=-72.5, lat=7.9, code="54001"):
    row = dict(zip(COLUMNS, ["centro_integrate", *dates, lon, lat], strict=True))
    return row | {"id": f"c{lon}", "name": "Centro", "territory_code": code}


WORKING = ("2023", "", "2025", "activo")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        pytest.param(WORKING, Standing.WORKING, id="open"),
        pytest.param(("2023", "2024-01", "2024", "cerrado"), Standing.NOT_WORKING, id="closed"),
        pytest.param(("2023", "2025-01", "2025", "cerrado"), Standing.WORKING, id="closed-later"),
        pytest.param(("2025", "", "2025", "activo"), Standing.NOT_WORKING, id="opens-later"),
        pytest.param(("2023", "", "2024", "por_verificar"), Standing.UNCONFIRMED, id="unverified"),
        pytest.param(("", "", "", "activo"), Standing.UNCONFIRMED, id="no-date"),
        pytest.param(("", "", "2024-01", "activo"), Standing.WORKING, id="seen"),
        pytest.param(("", "", "2025", "activo"), Standing.NOT_WORKING, id="seen-later"),
        pytest.param(("2023", "", "2024", "danado"), Standing.NOT_WORKING, id="damaged"),
        pytest.param(("2023", "", "2024", "cerrado"), Standing.NOT_WORKING, id="shut"),
        pytest.param(("", "", "", "anunciado"), Standing.NOT_WORKING, id="announced"),
    ],
)
def test_what_is_known_of_a_centre(dates, expected):
    assert standings(pd.DataFrame([centre(*dates)]), AT).tolist() == [expected]


TERRITORIES = pd.DataFrame(
    {"lon": [-72.5, -72.5, -72.5, math.nan], "lat": [7.9, 8.2, 9.0, math.nan]},
    index=["54001", "54003", "20001", "99999"],
)
"""0 km, about 33 km and about 122 km north of the centre, and one without position."""


def test_migrants_within_reach():
    migrants = pd.Series({"54001": 60.0, "54003": 30.0, "20001": 10.0, "99999": 500.0})
    found = within_reach(migrants, TERRITORIES, pd.DataFrame([centre(*WORKING)]), AT)
    assert found.table["share"].tolist() == [60, 90, 90]
    assert (found.people, found.without_figure, found.centres) == (100, 1, 1)
    assert found.label == STRAIGHT_LINE


def test_an_unknown_number_of_migrants_is_left_out_not_zero():
    migrants = pd.Series({"54001": 60.0, "54003": math.nan})
    found = within_reach(migrants, TERRITORIES, pd.DataFrame([centre(*WORKING)]), AT)
    assert found.table["share"].tolist() == [100, 100, 100]
    assert found.without_figure == 1


@pytest.mark.parametrize(
    ("migrants", "dates", "reason"),
    [
        pytest.param({"54001": 60.0}, ("2025", "", "2025", "activo"), NO_CENTRE, id="none yet"),
        pytest.param({"54001": math.nan}, WORKING, NO_PEOPLE, id="no figure"),
        pytest.param({}, WORKING, NO_PEOPLE, id="empty scope"),
    ],
)
def test_no_share_without_centre_or_people(migrants, dates, reason):
    found = within_reach(
        pd.Series(migrants, dtype=float), TERRITORIES, pd.DataFrame([centre(*dates)]), AT
    )
    assert found.reason == reason
    assert found.table["share"].isna().all()


def test_people_per_centre():
    both = pd.DataFrame(
        [centre(*WORKING), centre(*WORKING, lon=-72.4), centre(*WORKING, code="05001")]
    )
    migrants = pd.Series({"54001": 60.0, "54003": 40.0})
    assert people_per_centre(migrants, both, AT).value == 50
    assert people_per_centre(migrants, both, "2020").reason == NO_CENTRE
    assert people_per_centre(migrants * np.nan, both, AT).reason == NO_PEOPLE


def test_the_nearest_centre_of_villa_del_rosario(published):
    """Nine kilometres from Cúcuta; its centre is to be verified, so the next confirmed counts."""
    place = published.territories.loc["54874"]
    found = nearest_centre(place["lon"], place["lat"], published.places, "2026-11-20")
    assert found is not None
    assert found.territory_code != "54001"
    assert found.km > 100
    assert nearest_centre(math.nan, 7.8, published.places, "2026-11-20") is None
    assert nearest_centre(place["lon"], place["lat"], published.places, "2010") is None


def test_published_centres_at_two_dates(published):
    """Of eleven opened, those of Barranquilla, Riohacha and Cartagena have a date of 2023."""
    then = integrate_centres(published.places, "2023-12")
    assert set(then["territory_code"]) == {"08001", "13001", "44001"}
    now = integrate_centres(published.places, "2026-11-20")
    assert {"08001", "13001", "44001", "47001", "76001"} == set(now["territory_code"])


def test_migrants_of_cesar_within_reach(engine, published):
    """Centres of Riohacha and Santa Marta: all 70,212 migrants have a figure and a distance."""
    codes = engine.codes("pais", "20")
    cell = Cell(population_group="migrante_venezolana")
    migrants = engine.at(INDICATORS["poblacion_migrante_venezolana"], cell, codes, 2026)
    found = within_reach(
        migrants.table["value"], published.territories, published.places, "2026-11-20"
    )
    assert (found.people, found.without_figure) == (70_212, 0)
    assert found.table["people"].is_monotonic_increasing
    assert found.unconfirmed == 5
