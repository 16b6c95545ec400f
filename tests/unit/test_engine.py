"""What the engine remembers: the same answers, from bounded memory, for many threads."""

from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from indicators.cube import Cell
from indicators.engine import Engine, Memory
from indicators.registry import INDICATORS


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
