"""Every fault of a table is named; a sound table has none."""

import pandas as pd
import pytest

from geodata.schema import OBSERVATIONS
from geodata.validate import is_period, problems

SOUND = {
    "territory_code": "54001",
    "indicator": "poblacion",
    "period": "2025",
    "sex": "total",
    "population_group": "total",
    "sector": "total",
    "value": 1.0,
    "unit": "persons",
    "source_id": "s",
}


def observations(**changes):
    row = {column.name: "" for column in OBSERVATIONS} | SOUND | changes
    return pd.DataFrame([row])


def test_a_sound_row_has_no_problem():
    assert problems("observations", observations()) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        pytest.param({"unit": ""}, "columna unit: '' está vacía", id="required cell empty"),
        pytest.param({"value": "mil"}, "columna value: 'mil' no es un número", id="not a number"),
        pytest.param({"sex": "mujer"}, "no es ninguno de total, mujeres, hombres", id="not a word"),
        pytest.param({"territory_code": "5400"}, "no tiene forma de código", id="code cut short"),
        pytest.param({"period": "2025-13"}, "no es una fecha o periodo ISO", id="month thirteen"),
        pytest.param({"flags": "rounded|raro"}, "advertencia desconocida", id="unknown flag"),
        pytest.param({"sector": "Z"}, "no es una sección CIIU", id="no such section"),
    ],
)
def test_a_fault_is_named_with_table_row_and_column(changes, fault):
    (found,) = problems("observations", observations(**changes))
    assert found.startswith("observations, fila 2, columna ")
    assert fault in found


@pytest.mark.parametrize("sector", ["total", "G", "OPQ", "DE"])
def test_sections_and_published_branches_are_accepted(sector):
    assert problems("observations", observations(sector=sector)) == []


@pytest.mark.parametrize("code", ["00", "54", "54001", "AM54001", "G23", "44430|54874|81001"])
def test_codes_of_every_level_and_joined_ones_are_accepted(code):
    assert problems("observations", observations(territory_code=code)) == []


def test_codes_that_do_not_exist_are_named_when_the_existing_ones_are_given():
    known = {"territory_code": frozenset({"54001"}), "source_id": frozenset({"otra"})}
    (found,) = problems("observations", observations(), known)
    assert "columna source_id: 's' no existe" in found


def test_absent_columns_are_named_before_anything_else():
    (found,) = problems("sources", pd.DataFrame({"source_id": ["s"]}))
    assert found.startswith("sources: faltan las columnas publisher, original, title, url, ")


def test_many_equal_faults_are_counted_not_listed():
    rows = pd.concat([observations(unit="")] * 8, ignore_index=True)
    found = problems("observations", rows)
    assert len(found) == 6
    assert found[-1].endswith("3 filas más en las que el valor está vacía.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", True),
        ("2025-02", True),
        ("2024-02-29", True),
        ("2024-11/2025-01", True),
        ("2025-01/2024-11", False),
        ("2025-02-30", False),
        ("2025-1", False),
        ("2024/", False),
        ("", False),
        ("enero", False),
    ],
)
def test_iso_periods(text, expected):
    assert is_period(text) is expected
