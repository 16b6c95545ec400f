"""Results frameworks: which component a result belongs to, and what may be added up.

| rule as a file writes it | unit | what it means |
|---|---|---|
| personas | persons | people: added up |
| servicios, no personas | services | services: never |
| total mensual; no se suma | persons | monthly totals: never |
| organizaciones; cota inferior | organisations | a bound: never |
| proporción de participantes | percent | a percentage: never |
"""

import math

import pandas as pd
import pytest

from geodata.schema import COMPONENTS, RESULTS
from indicators.frameworks import (
    UnitRule,
    frameworks,
    inside,
    lines,
    of_sex,
    part_keys,
    progress,
    rule_of,
    slug,
)
from indicators.measures.execution import NO_TARGET, OVERLAP

NAN = math.nan
USUAL = {
    "programme": "Puente 1.0",
    "component": "Empleo",
    "axis": "empleo",
    "indicator": "personas vinculadas",
    "unit": "persons",
    "unit_rule": "personas",
    "sex": "total",
    "population_group": "mixta",
    "baseline": 10.0,
    "target": 200.0,
    "actual": 150.0,
    "period": "2025",
    "territory_code": "54001",
    "source_id": "S",
    "note": "",
}


def results(*changes):
    rows = [USUAL | change for change in changes]
    return pd.DataFrame(rows, columns=[column.name for column in RESULTS])


def components(*rows):
    names = [column.name for column in COMPONENTS]
    full = [
        {"programme": "Puente 1.0", "kind": "componente", "order": i, "name_en": name,
         "name_es": name, "axis": axis, "shows": "", "source_id": "S"}
        for i, (name, axis) in enumerate(rows)
    ]  # fmt: skip
    return pd.DataFrame(full, columns=names)


@pytest.mark.parametrize(
    ("unit", "words", "rule"),
    [
        ("persons", "personas", UnitRule.PEOPLE),
        ("organisations", "organizaciones", UnitRule.THINGS),
        ("services", "servicios, no personas", UnitRule.SERVICES),
        ("services", "servicios, no personas; acumulado desde la apertura", UnitRule.SERVICES),
        ("persons", "total mensual; no se suma", UnitRule.MONTHLY),
        ("persons", "Acumulado desde 2021", UnitRule.RUNNING),
        ("organisations", "organizaciones; cota inferior", UnitRule.BOUND),
        ("percent", "", UnitRule.SHARE),
        ("persons", "Proporción de participantes", UnitRule.SHARE),
    ],
)
def test_the_rule_of_a_unit(unit, words, rule):
    assert rule_of(unit, words) is rule


@pytest.mark.parametrize(
    ("component", "axis", "expected"),
    [
        pytest.param("Empleo", "cohesion_social", "Empleo", id="its own name"),
        pytest.param("EMPLEO", "", "Empleo", id="whatever its capitals"),
        pytest.param("Trabajo", "empleo", "Empleo", id="the only one of its axis"),
        pytest.param("Participación", "cohesion_social", None, id="two of its axis: nobody knows"),
        pytest.param("Otra cosa", "", None, id="neither"),
    ],
)
def test_the_component_of_a_result(component, axis, expected):
    declared = components(
        ("Empleo", "empleo"), ("Redes", "cohesion_social"), ("Convivencia", "cohesion_social")
    )
    (found,) = frameworks(declared, results({"component": component, "axis": axis}))
    owners = [part.name.es for part in found.parts if part.lines]
    assert owners == ([expected] if expected else [])
    assert len(found.loose) == (0 if expected else 1)


def test_a_programme_without_declared_components_has_those_of_its_results():
    found = frameworks(components(("Empleo", "empleo")), results({"programme": "Ajeno"}))
    assert [one.programme for one in found] == ["Puente 1.0", "Ajeno"]
    assert [(part.kind, part.name.es, len(part.lines)) for part in found[1].parts] == [
        ("", "Empleo", 1)
    ]


def test_no_tables_at_all_are_no_programmes():
    assert frameworks(components(), results()) == ()
    (alone,) = frameworks(components(("Empleo", "empleo")), results())
    assert [part.lines for part in alone.parts] == [()]


def test_periods_stand_apart_and_the_newest_leads():
    (line,) = lines(results({"period": "2024"}, {"period": "2025"}, {"period": ""}))
    assert [line.word("period"), *(one.word("period") for one in line.earlier)] == [
        "2025", "2024", "",
    ]  # fmt: skip


def test_people_of_different_municipalities_are_added_with_their_baseline():
    found = progress(results({}, {"territory_code": "54874", "actual": 50.0}))
    assert (found.baseline, found.target, found.actual, found.added) == (20, 400, 200, 2)
    assert found.percent == 50


def test_a_missing_baseline_is_not_zero():
    found = progress(results({}, {"territory_code": "54874", "baseline": NAN}))
    assert found.baseline is None
    assert found.percent == 75


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"unit_rule": "servicios, no personas"}, "reglas de unidad distintas",
                     id="mixed rules"),
        pytest.param({"indicator": "personas orientadas"}, "indicadores", id="another thing"),
        pytest.param({"territory_code": "54"}, "mismo territorio", id="a part of a whole"),
    ],
)  # fmt: skip
def test_what_may_not_be_added_is_refused_in_words(changes, said):
    found = progress(
        results({}, {"territory_code": "54874"} | changes, {"territory_code": "44001"})
    )
    assert (found.baseline, found.target, found.actual, found.percent) == (None,) * 4
    assert found.added == 0
    assert said in found.reason.es


def test_mixed_rules_are_named_in_the_refusal():
    found = progress(results({}, {"territory_code": "54874", "unit_rule": "total mensual"}))
    assert "«personas»; «total mensual»" in found.reason.es
    assert "unit rules" in found.reason.en


@pytest.mark.parametrize("rule", ["servicios, no personas", "total mensual", "cota inferior"])
def test_a_rule_that_forbids_adding_is_never_added_but_stands_alone(rule):
    two = progress(results({"unit_rule": rule}, {"unit_rule": rule, "territory_code": "54874"}))
    assert (two.actual, two.added) == (None, 0)
    assert rule in two.reason.es
    one = progress(results({"unit_rule": rule}))
    assert (one.actual, one.percent, one.added) == (150, 75, 1)


def test_without_target_there_is_no_percentage_and_the_result_stays():
    found = progress(results({"target": NAN}))
    assert (found.actual, found.percent, found.reason) == (150, None, NO_TARGET)


def test_women_and_men_of_one_place_are_not_added_to_each_other():
    rows = results({"sex": "mujeres"}, {"sex": "hombres"})
    assert progress(rows).reason == OVERLAP
    assert progress(of_sex(rows, "mujeres")).actual == 150


def test_a_joint_result_is_of_each_of_its_places():
    rows = results({"territory_code": "44430|54874"}, {"territory_code": "00"})
    assert list(inside(rows, frozenset(["54874"]))) == [True, False]


def test_names_in_an_address():
    assert slug("Banco Amable 2.0") == "banco-amable-2-0"
    assert slug("Acompañamiento psicosocial") == "acompanamiento-psicosocial"


def test_the_keys_of_parts_are_those_of_the_frameworks(published, demonstration):
    tables = [(store.components, store.results) for store in (published, demonstration)]
    tables.append((components(("Empleo", "empleo")), results({"programme": "Ajeno"})))
    for known in tables:
        whole = {one.key: frozenset(part.key for part in one.parts) for one in frameworks(*known)}
        assert part_keys(*known) == whole
        assert whole
