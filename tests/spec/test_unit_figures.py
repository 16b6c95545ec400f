"""Figures added up from productive units: cohorts, and people who work in them.

Cúcuta (54001), registry R; G is commerce, – is not known.

| unit | sector | status | opened | people |
|------|--------|--------|--------|--------|
| a    | G      | activa | 2021   | 3      |
| b    | G      | en_riesgo | 2021 | 4     |
| c    | G      | activa | 2021   | 5      |
| d    | C      | activa | 2021   | 40     |
| e    | –      | cerrada | 2021  | 9      |
| f    | G      | activa | –      | –      |

Cohort of 2021: four of five are open. Fifty-two people work in the open units that say it, twelve
of them in commerce; by section that is told of the department and the nation only.
"""

import pandas as pd
import pytest

from geodata.disclosure.observations import protected
from geodata.schema import OBSERVATIONS
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.registry import INDICATORS
from indicators.states import State
from indicators.unit_figures import COHORT, COHORT_OPEN, COUNTED, JOBS, KEYS, unit_figures

COLUMNS = ["id", "kind", "territory_code", "sector", "status", "valid_from", "valid_to", "jobs"]


def places(*units, code="54001", source="R"):
    rows = [(i, "unidad_productiva", code, *unit[:3], "", unit[3]) for i, unit in enumerate(units)]
    table = pd.DataFrame(rows, columns=COLUMNS).astype({"jobs": float})
    return table.assign(last_verified="2025-06", source_id=source)


A = ("G", "activa", "2021-02", 3)
B = ("G", "en_riesgo", "2021", 4)
C = ("G", "activa", "2021", 5)
D = ("C", "activa", "2021", 40)
E = ("", "cerrada", "2021", 9)
F = ("G", "activa", "", None)
TABLE = places(A, B, C, D, E, F)


def values(key, table=TABLE, *, period=None):
    rows = unit_figures(table, key)
    shown = rows if period is None else rows[rows["period"] == period]
    return {
        (row.territory_code, row.sector): None if pd.isna(row.value) else row.value
        for row in shown.itertuples()
    }


@pytest.mark.parametrize("key", KEYS)
def test_rows_are_observations(key):
    rows = unit_figures(TABLE, key)
    assert list(rows.columns) == [column.name for column in OBSERVATIONS]
    assert set(rows["territory_code"]) == {"54001", "54", "00"}
    assert set(rows["indicator"]) == {key}
    assert not rows.duplicated(["territory_code", "sector", "period", "source_id"]).any()


def test_a_cohort_counts_those_that_say_when_they_opened():
    assert values(COHORT)["54001", "total"] == 5
    assert values(COHORT_OPEN)["54001", "total"] == 4
    assert values(COHORT)["54001", "G"] == 3
    assert values(COHORT) == values(COHORT, period="2021"), "without a date there is no cohort"


def test_a_unit_without_a_section_is_in_the_total_only():
    sections = [n for (code, sector), n in values(COHORT).items()
                if code == "54001" and sector != "total"]  # fmt: skip
    assert sum(sections) == 4


def test_people_of_open_units_that_say_it():
    assert values(COUNTED)["54001", "total"] == 4
    assert values(JOBS)["54001", "total"] == 52
    assert values(JOBS)["54", "G"] == 12
    assert unit_figures(TABLE, JOBS)["period"].unique().tolist() == ["2025"]


def test_people_of_a_section_are_not_told_of_a_municipality():
    assert {sector for code, sector in values(JOBS) if code == "54001"} == {"total"}
    assert {sector for code, sector in values(JOBS) if code == "54"} == {"total", "G", "C"}


def test_small_counts_and_what_would_give_them_away_are_withheld():
    """Of 15 people in the department 12 are in commerce: three are left for industry."""
    few = places(A, B, C, ("C", "activa", "2021", 3))
    shown = protected(unit_figures(few, JOBS)).set_index(["territory_code", "sector"])["value"]
    for code in ("54", "00"):
        assert pd.isna(shown[code, "C"])
        assert pd.isna(shown[code, "G"]) or pd.isna(shown[code, "total"])


def test_two_registers_are_never_added_up():
    two = pd.concat([TABLE, places(A, B, C, source="S")])
    rows = unit_figures(two, COHORT)
    total = rows[(rows["territory_code"] == "54001") & (rows["sector"] == "total")]
    assert dict(zip(total["source_id"], total["value"], strict=True)) == {"R": 5, "S": 3}


@pytest.mark.parametrize("key", KEYS)
def test_without_units_there_are_no_figures(key):
    centres = TABLE.assign(kind="centro_integrate")
    assert unit_figures(centres, key).empty
    assert list(unit_figures(centres, key).columns) == [c.name for c in OBSERVATIONS]


class _Snapshot:
    """A snapshot of nothing but places."""

    def __init__(self, world, table):
        self.empty, self.places = world().snapshot.whole, table

    def __getattr__(self, name):
        return getattr(self.empty, name)


@pytest.fixture
def engine(world):
    many = places(*([A] * 8), *([B] * 2), *([D] * 10), *([E] * 5), F)
    return Engine(_Snapshot(world, many))


@pytest.mark.parametrize(
    ("key", "sector", "expected"),
    [
        ("supervivencia_por_cohorte", "total", 80.0),
        ("supervivencia_por_cohorte", "G", 100.0),
        ("personas_en_unidades", "total", 432.0),
        ("personas_por_unidad", "total", 21.6),
    ],
)
def test_the_indicators_are_read_from_the_units(engine, key, sector, expected):
    indicator = INDICATORS[key]
    board = engine.board(indicator, Cell(sector=sector), pd.Index(["54001"]))
    found = board.at(board.years[-1]).table.iloc[0]
    assert found["value"] == pytest.approx(expected)
    assert found["state"] == State.VALUE


@pytest.mark.parametrize(
    ("key", "expected"), [("personas_en_unidades", 32), ("personas_por_unidad", 3.2)]
)
def test_a_section_is_read_of_the_department(engine, key, expected):
    found = engine.at(INDICATORS[key], Cell(sector="G"), pd.Index(["54", "54001"]), 2025).table
    assert found["value"].iloc[0] == pytest.approx(expected)
    assert State(int(found["state"].iloc[1])) is State.NO_DATA


def test_a_small_cohort_is_marked(world):
    found = Engine(_Snapshot(world, TABLE))
    indicator = INDICATORS["supervivencia_por_cohorte"]
    row = found.at(indicator, Cell(), pd.Index(["54001"]), 2021).table.iloc[0]
    assert row["value"] == pytest.approx(80)
    assert row["state"] == State.UNRELIABLE
