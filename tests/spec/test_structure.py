"""Location quotient, Herfindahl and Theil.

| section here | total here | section there | total there | quotient |
|--------------|-----------|---------------|-------------|----------|
| 30 | 100 | 150 | 1,000 | 2 |
| 0 | 100 | 150 | 1,000 | 0 |
| missing | 100 | 150 | 1,000 | missing |
| 30 | 0 | 150 | 1,000 | missing |
| 30 | 100 | 0 | 1,000 | missing |
"""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.compute import share
from indicators.cube import Cell
from indicators.measures.structure import (
    IMPOSSIBLE,
    NOBODY,
    PARTIAL,
    herfindahl,
    location_quotients,
    theil,
)
from indicators.registry import INDICATORS

NAN = math.nan


@pytest.mark.parametrize(
    ("here", "total", "there", "whole", "expected"),
    [
        pytest.param(30, 100, 150, 1000, 2, id="twice as heavy"),
        pytest.param(0, 100, 150, 1000, 0, id="none here is zero"),
        pytest.param(NAN, 100, 150, 1000, NAN, id="unknown here"),
        pytest.param(30, 0, 150, 1000, NAN, id="no total here"),
        pytest.param(30, 100, 0, 1000, NAN, id="none there"),
        pytest.param(30, 100, 150, NAN, NAN, id="no total there"),
    ],
)
def test_location_quotient(here, total, there, whole, expected):
    counts = pd.DataFrame({"G": [here]}, index=["54874"], dtype=float)
    totals = pd.Series([total], ["54874"], dtype=float)
    found = location_quotients(counts, totals, pd.Series({"G": there}, dtype=float), whole)
    assert found.loc["54874", "G"] == pytest.approx(expected, nan_ok=True)


def test_a_territory_is_not_specialised_against_itself():
    counts = pd.DataFrame({"A": [10.0], "G": [30.0]}, index=["x"])
    quotients = location_quotients(counts, counts.sum(axis=1), counts.loc["x"], 40.0)
    assert quotients.loc["x"].tolist() == [1, 1]


def test_commerce_in_cucuta_in_2021(engine):
    """113,000 of the 411,000 employed work in commerce: 27.5 of every hundred."""
    indicator = INDICATORS["participacion_rama"]
    result = engine.at(indicator, Cell(sector="G"), pd.Index(["AM54001"]), 2021)
    assert result.values["AM54001"] == pytest.approx(27.494, abs=0.001)
    assert isinstance(indicator.compute, type(share("a", "b")))


@pytest.mark.parametrize(
    ("counts", "total", "expected"),
    [
        pytest.param({"A": 100.0}, 100.0, 1.0, id="one section"),
        pytest.param({"A": 50.0, "G": 50.0}, 100.0, 0.5, id="two equal ones"),
        pytest.param({"A": 100.0, "G": 0.0}, 100.0, 1.0, id="an empty section"),
        pytest.param({"A": 60.0, "G": 36.0, "C": NAN}, 100.0, 0.4896, id="96 % known"),
        pytest.param({"A": 60.0, "G": 34.0, "C": NAN}, 100.0, PARTIAL, id="94 % known"),
        pytest.param({"A": 0.0}, 0.0, IMPOSSIBLE, id="nobody works"),
        pytest.param({"A": -5.0, "G": 105.0}, 100.0, IMPOSSIBLE, id="negative"),
    ],
)
def test_herfindahl(counts, total, expected):
    found = herfindahl(pd.Series(counts), total)
    if isinstance(expected, float):
        assert (found.value, found.reason) == (pytest.approx(expected), None)
    else:
        assert (found.value, found.reason) == (None, expected)


def test_units_of_the_nation_are_too_few_sections_to_concentrate(engine):
    """Published for 2023: C, G, I and M, which hold 1,523,671 of the units, not all."""
    unit = INDICATORS["unidades_productivas"]
    found = {s: engine.at(unit, Cell(sector=s), pd.Index(["00"]), 2023).values for s in "CGIM"}
    known = pd.Series({section: values["00"] for section, values in found.items()})
    assert known.sum() == 1_523_671
    total = engine.at(unit, Cell(), pd.Index(["00"]), 2023).values["00"]
    assert herfindahl(known, total).reason == PARTIAL


GROUPS = pd.Series({"a": "54", "b": "54", "c": "44"})


def test_an_even_spread_has_no_inequality():
    people = pd.Series({"a": 10.0, "b": 20.0, "c": 70.0})
    found = theil(people * 3, people, GROUPS)
    assert found.total.value == pytest.approx(0)


def test_all_in_one_place_is_the_logarithm_of_its_share():
    people = pd.Series({"a": 25.0, "b": 25.0, "c": 50.0})
    found = theil(pd.Series({"a": 9.0, "b": 0.0, "c": 0.0}), people, GROUPS)
    assert found.total.value == pytest.approx(math.log(4))
    assert found.between == pytest.approx(math.log(2))


@pytest.mark.parametrize(
    ("spread", "reason"),
    [
        pytest.param({"a": NAN, "b": NAN, "c": NAN}, NOBODY, id="nobody known"),
        pytest.param({"a": 0.0, "b": 0.0, "c": 0.0}, IMPOSSIBLE, id="nobody at all"),
        pytest.param({"a": -1.0, "b": 5.0, "c": 1.0}, IMPOSSIBLE, id="negative"),
    ],
)
def test_theil_says_why_there_is_none(spread, reason):
    found = theil(pd.Series(spread), pd.Series({"a": 1.0, "b": 1.0, "c": 1.0}), GROUPS)
    assert (found.total.value, found.total.reason) == (None, reason)


def test_places_without_figure_are_left_out_and_counted():
    people = pd.Series({"a": 25.0, "b": 25.0, "c": 50.0})
    found = theil(pd.Series({"a": 9.0, "b": NAN, "c": 3.0}), people, GROUPS)
    assert found.left_out == 1


def test_concentration_of_cesar(engine):
    """25 municipalities of one department: everything lies within it."""
    codes = engine.codes("pais", "20")
    migrants = INDICATORS["poblacion_migrante_venezolana"]
    cell = Cell(population_group="migrante_venezolana")
    spread = engine.at(migrants, cell, codes, 2026).table["value"]
    over = engine.at(INDICATORS["poblacion"], Cell(), codes, 2026).table["value"]
    found = theil(spread, over, pd.Series("20", codes))
    assert spread.sum() == 70_212
    assert (found.between, found.left_out) == (pytest.approx(0), 0)
    assert 0 < found.within < 1


counts = st.lists(st.tuples(st.integers(0, 9999), st.integers(1, 9999)), min_size=2, max_size=9)


@given(rows=counts, factor=st.integers(1, 50), data=st.data())
def test_theil_splits_and_knows_neither_order_nor_unit(rows, factor, data):
    codes = [str(place) for place in range(len(rows))]
    spread = pd.Series([float(s) for s, _ in rows], codes)
    over = pd.Series([float(p) for _, p in rows], codes)
    groups = pd.Series([data.draw(st.sampled_from("xyz")) for _ in rows], codes)
    found = theil(spread, over, groups)
    if found.total.value is None:
        assert spread.sum() == 0
        return
    assert found.total.value == pytest.approx(found.between + found.within)
    assert found.total.value >= -1e-9
    assert found.groups[["between", "within"]].sum().sum() == pytest.approx(found.total.value)
    again = theil(spread[::-1] * factor, over * factor, groups)
    assert again.total.value == pytest.approx(found.total.value, abs=1e-9)


@given(parts=st.lists(st.integers(0, 999), min_size=1, max_size=21).filter(any))
def test_herfindahl_lies_between_even_and_single(parts):
    counts = pd.Series([float(part) for part in parts])
    found = herfindahl(counts, counts.sum()).value
    assert 1 / len(parts) - 1e-9 <= found <= 1 + 1e-9
