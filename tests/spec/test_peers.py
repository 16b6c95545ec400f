"""Municipalities like one another.

| municipality | people | migrants per 1,000 | km to the line | category | distance to A |
|--------------|--------|--------------------|----------------|----------|---------------|
| A | 1,000 | 100 | 0 | line | – |
| B | 1,000 | 100 | 0 | line | 0 |
| C | 1,000 | 100 | 0 | belt | 1 |
| D | 90,000 | 5 | 600 | inland | the farthest |
"""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.cube import Cell
from indicators.peers import HOW_MANY, NOBODY_ELSE, UNKNOWN, features, peers_of
from indicators.registry import INDICATORS
from indicators.scopes import local_territories

COLUMNS = ["people", "migrants_per_1000", "km", "category"]


def known(*rows):
    table = pd.DataFrame(rows, columns=["code", *COLUMNS])
    return table.set_index("code")


A = ("A", 1000.0, 100.0, 0.0, "line")
B = ("B", 1000.0, 100.0, 0.0, "line")
C = ("C", 1000.0, 100.0, 0.0, "belt")
D = ("D", 90_000.0, 5.0, 600.0, "inland")


def test_the_closest_come_first():
    found = peers_of("A", known(D, C, B, A))
    assert list(found.codes) == ["B", "C", "D"]
    assert [peer.distance for peer in found.peers[:2]] == [0, 1]


def test_the_reason_of_a_peer_names_what_both_have():
    reason = peers_of("A", known(A, D), 1).peers[0].reason
    assert reason.es == (
        "tamaño: 90.000 y 1.000; migrantes por mil habitantes: 5 y 100; "
        "distancia a la línea: 600 y 0 km; categoría: fuera de la franja y en la línea"
    )
    assert "size: 90,000 and 1,000" in reason.en


def test_what_is_not_known_of_the_municipality_is_not_used():
    own = ("A", 1000.0, math.nan, 0.0, "line")
    found = peers_of("A", known(own, B, D))
    assert found.used == ("people", "km", "category")
    assert list(found.codes) == ["B", "D"]


def test_a_candidate_with_a_gap_is_no_candidate():
    assert list(peers_of("A", known(A, ("B", 1000.0, math.nan, 0.0, "line"), D)).codes) == ["D"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        pytest.param([A], NOBODY_ELSE, id="a scope of one"),
        pytest.param([B], UNKNOWN, id="not there"),
        pytest.param([("A", math.nan, 9.0, math.nan, "line"), B], UNKNOWN, id="nothing known"),
    ],
)
def test_no_peers_and_why(rows, reason):
    found = peers_of("A", known(*rows))
    assert (found.peers, found.reason) == ((), reason)


def test_people_that_cannot_be_are_unknown():
    territories = pd.DataFrame(
        {
            "level": ["municipio", "area_no_municipalizada"],
            "touches_venezuela": [True, True],
            "within_50km_venezuela": [True, True],
            "distance_venezuela_km": [0.0, -1.0],
        },
        index=["A", "B"],
    )
    found = features(territories, pd.Series({"A": -5.0}), pd.Series({"A": 1.0}))
    assert found["people"].isna().all()
    assert found["category"].tolist() == ["line", "area"]
    assert math.isnan(found.loc["B", "km"])


def test_peers_of_villa_del_rosario(engine, published):
    """Population is published for all; migrants are not, and peers say that they were not used."""
    local = local_territories(published.territories)
    people = engine.at(INDICATORS["poblacion"], Cell(), local.index, 2025).table["value"]
    cell = Cell(population_group="migrante_venezolana")
    rate = engine.at(INDICATORS["migrantes_por_mil"], cell, local.index, 2025).table["value"]
    found = peers_of("54874", features(local, people, rate * math.nan))
    assert len(found.peers) == HOW_MANY
    assert found.used == ("people", "km", "category")
    assert all("en la línea" in peer.reason.es for peer in found.peers[:4])


rows = st.lists(
    st.tuples(
        st.integers(1, 10**6).map(float),
        st.one_of(st.integers(0, 900).map(float), st.just(math.nan)),
        st.integers(0, 900).map(float),
        st.sampled_from(["line", "belt", "inland"]),
    ),
    min_size=2,
    max_size=14,
)


@given(drawn=rows, data=st.data())
def test_peers_know_no_order_and_leave_the_input(drawn, data):
    table = known(*[(f"{n:02d}", *row) for n, row in enumerate(drawn)])
    before = table.copy(deep=True)
    found = peers_of("00", table)
    again = peers_of("00", table.loc[data.draw(st.permutations(list(table.index)))])
    pd.testing.assert_frame_equal(table, before)
    assert "00" not in found.codes
    distances = [peer.distance for peer in found.peers]
    assert distances == sorted(distances)
    assert distances == pytest.approx([peer.distance for peer in again.peers])
