"""Programme execution: what was done over what was planned.

| target | actual | percent |
|--------|--------|---------|
| 200 | 150 | 75 % |
| 200 | 0 | 0 %: nothing done is a result |
| – | 150 | none: no target |
| 200 | – | none: no result |
| 0 | 150 | none: impossible |
"""

import math

import pandas as pd
import pytest

from indicators.measures.execution import (
    DIFFERENT,
    IMPOSSIBLE,
    NO_ACTUAL,
    NO_ROWS,
    NO_TARGET,
    OVERLAP,
    execution,
)

NAN = math.nan
USUAL = {
    "programme": "P",
    "indicator": "personas certificadas",
    "unit": "persons",
    "unit_rule": "personas",
    "sex": "total",
    "population_group": "mixta",
    "period": "2025",
    "territory_code": "54001",
    "target": 200.0,
    "actual": 150.0,
}


def rows(*changes):
    return pd.DataFrame([USUAL | change for change in changes], columns=list(USUAL))


@pytest.mark.parametrize(
    ("target", "actual", "percent", "reason"),
    [
        pytest.param(200, 150, 75, None, id="three quarters"),
        pytest.param(200, 0, 0, None, id="nothing done is a result"),
        pytest.param(200, 300, 150, None, id="more than planned"),
        pytest.param(NAN, 150, None, NO_TARGET, id="no target"),
        pytest.param(200, NAN, None, NO_ACTUAL, id="no result"),
        pytest.param(0, 150, None, IMPOSSIBLE, id="a target of zero"),
        pytest.param(200, -5, None, IMPOSSIBLE, id="negative"),
    ],
)
def test_one_result(target, actual, percent, reason):
    found = execution(rows({"target": target, "actual": actual}))
    assert (found.percent, found.reason) == (percent, reason)


def test_municipalities_of_one_result_are_added():
    found = execution(rows({}, {"territory_code": "44430", "target": 100.0, "actual": 90.0}))
    assert (found.target, found.actual, found.percent) == (300, 240, 80)


def test_a_part_unknown_is_not_zero():
    found = execution(rows({}, {"territory_code": "44430", "actual": NAN}))
    assert (found.target, found.actual, found.reason) == (400, None, NO_ACTUAL)


def test_women_and_men_are_not_added_to_both():
    found = execution(rows({}, {"sex": "mujeres"}, {"sex": "hombres"}))
    assert found.target == 200


@pytest.mark.parametrize("name", ["programme", "indicator", "unit", "population_group", "period"])
def test_different_things_are_not_added(name):
    found = execution(rows({}, {name: "other", "territory_code": "44430"}))
    assert (found.percent, found.reason) == (None, DIFFERENT)


@pytest.mark.parametrize(
    "rule",
    [
        "proporción de participantes",
        "servicios, no personas; acumulado desde la apertura",
        "total mensual",
        "organizaciones; cota inferior",
    ],
)
def test_the_rule_of_a_unit_forbids_adding(rule):
    found = execution(rows({"unit_rule": rule}, {"unit_rule": rule, "territory_code": "44430"}))
    assert found.percent is None
    assert rule in found.reason.es
    assert rule in found.reason.en


@pytest.mark.parametrize("code", ["54001", "54", "00", "44430|54001"])
def test_territories_that_overlap_are_not_added(code):
    assert execution(rows({}, {"territory_code": code})).reason == OVERLAP


def test_nothing_to_execute():
    assert execution(rows()).reason == NO_ROWS


def test_published_results_have_no_target_and_say_so(published):
    """OIT-PNUD certified 865 people in 2021; the target was not published."""
    results = published.results
    certified = results[results["indicator"] == "personas certificadas en competencias laborales"]
    found = execution(certified)
    assert (found.actual, found.percent, found.reason) == (865, None, NO_TARGET)


def test_the_services_of_integra_are_not_added(published):
    """391,153 services until August 2024 are a running total of services, not people."""
    services = published.results[published.results["unit"] == "services"]
    twice = pd.concat([services, services.assign(territory_code="54001")])
    assert execution(services).actual == 391_153
    assert execution(twice).actual is None
