"""What the engine remembers: the same answers, from bounded memory, for many threads."""

import math
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from geodata.disclosure.policy import Policy
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.memory import Memory
from indicators.registry import INDICATORS
from indicators.states import State


def test_memory_forgets_the_oldest_when_there_is_no_room():
    memory = Memory(room=3)
    for name in "abc":
        memory.keep(name, name.upper())
    memory.keep("d", "D", weight=2)
    assert [memory.get(name) for name in "abcd"] == [None, None, "C", "D"]


def test_memory_keeps_one_thing_that_is_too_large():
    memory = Memory(room=3)
    memory.keep("a", "A", weight=9)
    assert memory.get("a") == "A"
    memory.keep("b", "B")
    assert (memory.get("a"), memory.get("b")) == (None, "B")


def test_of_two_equal_answers_the_first_is_kept():
    memory = Memory(room=3)
    first, second = [1], [1]
    assert memory.keep("a", first) is first
    assert memory.keep("a", second, weight=3) is first
    memory.keep("b", [2], weight=2)
    assert memory.get("a") is first


def test_a_board_is_made_once(engine):
    codes = engine.codes("linea_venezuela", "")
    asked = [engine.board(INDICATORS["poblacion"], Cell(), codes) for _ in range(2)]
    assert asked[0] is asked[1]
    other = engine.board(INDICATORS["poblacion"], Cell(), codes[:5])
    assert len(other.at(2024).table) == 5


def test_codes_of_a_scope_are_found_once(engine):
    assert engine.codes("pais", "") is engine.codes("pais", "")
    assert len(engine.codes("pais", "20")) == 25


@pytest.mark.parametrize(
    ("codes", "domains"),
    [
        pytest.param(["54874"], ["AM54001", "G23"], id="two-domains"),
        pytest.param(["54874", "44001"], ["AM44001", "AM54001", "G23"], id="together-in-order"),
        pytest.param(["44430"], [], id="none"),
    ],
)
def test_domains_that_contain_a_set(world, codes, domains):
    assert world().domains_of(pd.Index(codes)).tolist() == domains


def test_facts_of_a_territory_and_a_source(engine):
    assert engine.name("54874") == "Villa del Rosario"
    assert engine.territory("54874")["department_code"] == "54"
    assert engine.source("laopinion_2025")["publisher"].startswith("La Opinión")


def test_many_threads_get_the_same_answers(published):
    keys = ("migrantes_por_mil", "poblacion", "nbi", "tasa_desocupacion", "vacantes")

    def ask(engine, key):
        codes = engine.codes("frontera_venezuela", "")
        indicator = INDICATORS[key]
        cell = Cell(population_group=indicator.groups[0])
        return engine.at(indicator, cell, codes, 2024).table

    expected = {key: ask(Engine(published), key) for key in keys}
    shared = Engine(published)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda key: (key, ask(shared, key)), keys * 16))
    for key, table in answers:
        pd.testing.assert_frame_equal(table, expected[key])


@pytest.fixture
def register(figures):
    """Three women among twenty persons of an imported register."""
    rows = "54874 2024 total 20\n54874 2024 mujeres 3\n54874 2024 hombres 17"
    return figures(f"territory_code period sex value\n{rows}\n", series="registro_importado")


@pytest.mark.parametrize("sex", ["mujeres", "hombres"])
def test_no_filter_shows_what_another_would_give_away(world, counted, register, sex):
    result = world(x=register).at(counted(), Cell(sex=sex), pd.Index(["54874"]), 2024)
    assert result.table["state"].tolist() == [State.SUPPRESSED]
    assert result.values.empty
    assert math.isnan(result.observation("54874")["value"])


def test_the_total_of_a_register_is_shown(world, counted, register):
    result = world(x=register).at(counted(), Cell(), pd.Index(["54874"]), 2024)
    assert result.values.tolist() == [20.0]


def test_a_stricter_policy_withholds_the_total_too(world, counted, register):
    strict = Engine(world(x=register).snapshot, Policy(threshold=25))
    result = strict.at(counted(), Cell(), pd.Index(["54874"]), 2024)
    assert result.table["state"].tolist() == [State.SUPPRESSED]


def test_every_reader_of_the_snapshot_gets_what_may_leave(world, register):
    engine = world(x=register)
    again = Engine(engine.snapshot)
    for snapshot in (engine.snapshot, again.snapshot):
        found = snapshot.observations("x")
        assert found["quality"].tolist() == ["", "suprimido", "suprimido"]
        assert snapshot.observations("x") is found
    assert register["value"].tolist() == [20.0, 3.0, 17.0]


def test_published_figures_are_not_even_copied(published):
    for indicator in INDICATORS.values():
        key = indicator.needs[0].key
        assert Engine(published).snapshot.observations(key) is published.observations(key)


@pytest.mark.parametrize(
    "key",
    ["migrantes_por_mil", "tasa_desocupacion", "tasa_informalidad", "vacantes_por_mil", "nbi"],
)
def test_all_years_together_are_the_years_one_by_one(engine, key):
    indicator = INDICATORS[key]
    cell = Cell(population_group=indicator.groups[0])
    made = engine.board(indicator, cell, engine.snapshot.territories.index)
    years = (*made.years, 1900)
    assert len(years) > 1
    for year, together in zip(years, made.over(years), strict=True):
        alone = made.at(year)
        assert together.year == alone.year == year
        pd.testing.assert_frame_equal(together.table, alone.table)
        assert together.span == alone.span
        assert together.passed_over.equals(alone.passed_over)
        for need in indicator.needs:
            pd.testing.assert_series_equal(together.inputs[need.key], alone.inputs[need.key])


def test_no_years_are_no_results(engine):
    made = engine.board(INDICATORS["nbi"], Cell(), engine.codes("linea_venezuela", ""))
    assert made.over(()) == ()


def test_what_a_value_is_made_from_is_found_again(engine):
    """The numbers of the observations that are named are the terms of the result."""
    indicator = INDICATORS["migrantes_por_mil"]
    made = engine.board(
        indicator, Cell(population_group=indicator.groups[0]), engine.codes("pais", "")
    )
    result = made.at(made.years[-1])
    for key, (cube, rows) in made.behind(made.years[-1]).items():
        found = cube.figures.value[rows]
        assert found == pytest.approx(result.terms[key], nan_ok=True)
    assert len(result.source_ids) >= 1
    used = result.observations["source_id"].iloc[result.row[result.known]].astype(str)
    assert set(result.source_ids) == set(used)
    assert result.source_ids[0] == used.value_counts().index[0]
