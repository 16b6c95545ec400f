"""The sets of territories that a reader may look at, counted on the real boundaries."""

import pandas as pd
import pytest

from indicators.ground import Ground
from indicators.scopes import (
    CUBARA,
    DEFAULT_SCOPE,
    SCOPES,
    VENEZUELAN_BORDER_DEPARTMENTS,
    local_territories,
    scope_codes,
)


@pytest.fixture(scope="module")
def codes(published):
    return lambda scope, department="": scope_codes(
        scope, department, published.territories, published.places
    )


@pytest.mark.parametrize(
    ("scope", "members"),
    [
        pytest.param("linea_venezuela", 41, id="on-the-line"),
        pytest.param("franja_50_km", 90, id="50-km-belt"),
        pytest.param("frontera_venezuela", 100, id="default"),
        pytest.param("siete_departamentos", 222, id="seven-departments"),
        pytest.param("todas_las_fronteras", 67, id="any-border"),
        pytest.param("pais", 1122, id="whole-country"),
    ],
)
def test_how_many_territories(codes, scope, members):
    found = codes(scope)
    assert len(found) == members
    assert found.is_unique
    assert found.is_monotonic_increasing


def test_the_default_is_six_departments_and_cubara(codes, published):
    departments = published.territories.loc[codes(DEFAULT_SCOPE), "department_code"]
    assert set(departments) == {*VENEZUELAN_BORDER_DEPARTMENTS, "15"}
    assert departments.index[departments == "15"].tolist() == [CUBARA]


def test_every_scope_lies_in_the_country_and_all_but_the_other_borders_touch_the_default(codes):
    country, border = set(codes("pais")), set(codes(DEFAULT_SCOPE))
    for scope in SCOPES:
        assert set(codes(scope)) <= country, scope
    assert set(codes("linea_venezuela")) <= border
    assert set(codes("linea_venezuela")) <= set(codes("franja_50_km"))
    assert border <= set(codes("siete_departamentos"))


def test_the_cities_with_a_centre_are_added_to_the_default(codes, published):
    places = published.places
    cities = set(places.loc[places["kind"] == "centro_integrate", "territory_code"])
    added = set(codes("frontera_y_centros")) - set(codes(DEFAULT_SCOPE))
    assert added == cities - set(codes(DEFAULT_SCOPE))
    assert {"11001", "05001", "76001"} <= added


def test_areas_without_municipality_count_and_retired_codes_do_not(published):
    local = local_territories(published.territories)
    assert (local["level"] == "area_no_municipalizada").sum() == 18
    assert (local["valid_to"] == "").all()


@pytest.mark.parametrize(
    ("department", "members"),
    [
        pytest.param("20", 25, id="cesar"),
        pytest.param("54", 40, id="norte-de-santander"),
        pytest.param("15", 1, id="boyaca-only-cubara"),
        pytest.param("52", 64, id="narino-outside-the-scope-is-shown-whole"),
    ],
)
def test_one_department_of_the_default(codes, department, members):
    found = codes(DEFAULT_SCOPE, department)
    assert len(found) == members
    assert set(found.str[:2]) == {department}


def test_departments_of_a_set_in_order(codes, published):
    found = Ground(published.territories).departments(codes(DEFAULT_SCOPE))
    assert found.tolist() == ["15", "20", "44", "54", "81", "94", "99"]
    assert Ground(published.territories).departments(pd.Index([])).empty


def test_titles_and_sentences_are_there_in_both_languages():
    for scope in SCOPES.values():
        words = (scope.title.es, scope.title.en, scope.sentence.es, scope.sentence.en)
        assert all(words), scope.key
        assert scope.title.es != scope.title.en
