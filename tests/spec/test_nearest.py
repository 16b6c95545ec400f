"""The closest figure for a municipality, and whose figure it really is."""

import pandas as pd
import pytest

from indicators.cube import Cell
from indicators.nearest import Origin, nearest_figure, newest_figure
from indicators.registry import INDICATORS
from indicators.states import State

EVERYWHERE = {
    "54874": Origin.OWN,
    "AM54001": Origin.DOMAIN,
    "54": Origin.DEPARTMENT,
    "00": Origin.NATION,
}


@pytest.fixture
def nearest(world, figures, counted):
    def find(rows, code="54874"):
        table = figures("territory_code period value quality flags\n" + rows)
        return nearest_figure(world(x=table), counted(), code, Cell())

    return find


@pytest.mark.parametrize("missing", range(5))
def test_own_then_domain_then_department_then_nation_then_nobody(nearest, missing):
    places = list(EVERYWHERE)[missing:]
    figure = nearest("".join(f"{code} 2024 1 - -\n" for code in reversed(places)))
    if not places:
        assert figure is None
    else:
        assert (figure.territory_code, figure.origin) == (places[0], EVERYWHERE[places[0]])


@pytest.mark.parametrize(
    ("code", "origin"),
    [
        pytest.param("54874", Origin.DOMAIN, id="a-member-of-the-set"),
        pytest.param("44430", Origin.ELSEWHERE, id="not-a-member"),
    ],
)
def test_a_set_of_cities_stands_in_for_its_members_and_is_elsewhere_for_the_rest(
    nearest, code, origin
):
    figure = nearest("G23 2024 1 - -", code)
    assert (figure.territory_code, figure.origin) == ("G23", origin)


def test_for_a_municipality_outside_the_set_the_nation_comes_first(nearest):
    assert nearest("G23 2024 1 - -\n00 2020 2 - -", "44430").origin is Origin.NATION


@pytest.mark.parametrize(
    ("department", "origin"),
    [
        pytest.param(2020, Origin.NATION, id="five-years-older-is-passed-over"),
        pytest.param(2021, Origin.DEPARTMENT, id="four-years-older-stays"),
    ],
)
def test_a_stale_stand_in_is_passed_over(nearest, department, origin):
    assert nearest(f"54 {department} 1 - -\n00 2025 2 - -").origin is origin


def test_an_old_figure_of_its_own_comes_before_a_new_one_of_the_department(nearest):
    figure = nearest("54874 2012 1 - -\n54 2025 2 - -")
    assert (figure.origin, figure.year, figure.value) == (Origin.OWN, 2012, 1)


def test_the_newest_year_is_taken_and_an_empty_one_is_passed_over(nearest):
    figure = nearest("54874 2024 - - -\n54874 2023 5 - -\n54874 2022 6 - -")
    assert (figure.year, figure.value, figure.state) == (2023, 5, State.VALUE)


def test_a_suppressed_figure_of_its_own_is_told_and_not_replaced(nearest):
    figure = nearest("54874 2024 7 suprimido -\n54 2024 9 - -")
    assert (figure.origin, figure.state, figure.value) == (Origin.OWN, State.SUPPRESSED, None)
    assert figure.observation["quality"] == "suprimido"


def test_a_zero_is_a_figure(nearest):
    figure = nearest("54874 2024 0 - -\n54 2024 9 - -")
    assert (figure.origin, figure.value) == (Origin.OWN, 0.0)


def test_what_no_map_may_show_is_nobodys_figure(nearest):
    assert nearest("54874 2024 5 - undated\n54874 2020/2024 5 - -") is None


def test_the_newest_figure_of_one_territory(world, figures, counted):
    table = figures("territory_code period value\n54874 2023 5\n54874 2024 6")
    year, result = newest_figure(world(x=table), counted(), "54874", Cell())
    assert (year, result.values.to_dict()) == (2024, {"54874": 6})
    assert newest_figure(world(x=table), counted(), "44430", Cell()) is None


@pytest.mark.parametrize("code", ["54874", "44430", "15223", "11001"])
def test_published_origins_agree_with_the_territory_they_name(engine, code):
    levels = engine.snapshot.territories["level"]
    found = [
        nearest_figure(engine, entry, code, Cell(population_group=entry.groups[0]))
        for entry in INDICATORS.values()
    ]
    origins = pd.Series([(f.origin, levels[f.territory_code]) for f in found if f])
    assert len(origins) > 40
    assert set(origins) <= {
        (Origin.OWN, "municipio"),
        (Origin.DOMAIN, "dominio"),
        (Origin.DEPARTMENT, "departamento"),
        (Origin.NATION, "nacion"),
        (Origin.ELSEWHERE, "dominio"),
    }
