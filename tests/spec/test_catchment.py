"""The catchment of a centre: the municipalities to which it is the nearest one of its kind.

On a line, a degree of latitude is 111.19 km:

| latitude | 0 | 1 | 2 | 3 | 4 | – |
|----------|---|---|---|---|---|---|
| municipality | m0 | m1 | m2 | m3 | m4 | m5, without a position |
| Intégrate centre | A | | | | B, and C at the same point | |
| closed centre | | | X | | | |
"""

import numpy as np
import pandas as pd
import pytest

from indicators.catchment import catchment
from indicators.measures.centres import Standing

AT = "2024-06"
DEGREE_KM = 111.195
TERRITORIES = pd.DataFrame(
    {"lon": [0.0] * 5 + [np.nan], "lat": [0.0, 1, 2, 3, 4, np.nan]},
    index=["m0", "m1", "m2", "m3", "m4", "m5"],
)


def centre(key, lat, status="activo", kind="centro_integrate"):
    return {"id": key, "kind": kind, "lon": 0.0, "lat": float(lat), "status": status,
            "valid_from": "2020", "valid_to": "", "last_verified": "2024"}  # fmt: skip


PLACES = pd.DataFrame(
    [
        centre("A", 0),
        centre("B", 4),
        centre("C", 4),
        centre("X", 2, "cerrado"),
        centre("S", 1, kind="salud"),
    ]
)


def of(key, places=PLACES):
    return catchment(places.set_index("id", drop=False).loc[key], places, TERRITORIES, AT)


def test_each_municipality_is_of_the_nearest_centre_and_a_tie_is_of_both():
    found = of("A")
    assert found.km.index.tolist() == ["m0", "m1", "m2"]
    assert found.km.tolist() == pytest.approx([0, DEGREE_KM, 2 * DEGREE_KM], rel=1e-3)
    assert (found.standing, found.sharing, found.others) == (Standing.WORKING, 1, 2)


def test_centres_at_one_point_share_their_catchment():
    found = of("B")
    assert found.km.index.tolist() == ["m4", "m3", "m2"]
    assert (found.sharing, found.others) == (2, 1)
    assert of("C").km.equals(found.km)


def test_a_municipality_without_a_position_is_in_none_and_is_counted():
    assert "m5" not in of("A").km
    assert of("A").unplaced == 1


def test_a_centre_that_does_not_work_shows_what_it_would_be_nearest_to():
    found = of("X")
    assert found.standing is Standing.NOT_WORKING
    assert found.km.index.tolist() == ["m2", "m1", "m3"]
    assert "X" not in PLACES.loc[PLACES["status"] == "activo", "id"].tolist()


def test_the_only_one_of_its_kind_has_everybody():
    found = of("S")
    assert len(found.km) == 5
    assert (found.sharing, found.others) == (1, 0)


def test_the_nearest_centre_of_a_municipality_is_never_farther_than_another(published):
    """Real centres and municipalities: every one is in the catchment of a working centre."""
    places = published.places
    local = published.territories
    local = local[(local["level"] == "municipio") & (local["valid_to"] == "")]
    integrate = places[places["kind"] == "centro_integrate"]
    caught = set()
    for _, place in integrate.iterrows():
        found = catchment(place, places, local, "2026-11-28")
        if found.standing is Standing.WORKING:
            caught |= set(found.km.index)
    assert caught == set(local.index[local["lon"].notna()])
