"""The six states of a cell: what is written in a table, what a reader is told."""

import math

import pandas as pd
import pytest

from geodata.schema import Quality
from indicators.cube import Cell
from indicators.evaluate import evaluate
from indicators.figures import HAS_VALUE
from indicators.states import STATE_OF_QUALITY, State

HERE = pd.Index(["54874"])


def test_the_numbers_and_words_of_the_states_never_change():
    assert {state.code: int(state) for state in State} == {
        "valor": 0,
        "sin_dato": 1,
        "suprimido": 2,
        "no_aplica": 3,
        "dato_anterior": 4,
        "poco_confiable": 5,
    }


def test_a_number_stands_beside_three_states():
    with_value = [State.VALUE, State.EARLIER, State.UNRELIABLE]
    assert [state for state in State if state.has_value] == with_value
    assert [State(i) for i, has in enumerate(HAS_VALUE) if has] == with_value


def test_every_quality_has_a_state():
    assert set(STATE_OF_QUALITY) == set(Quality)


@pytest.mark.parametrize(
    ("row", "state", "value"),
    [
        pytest.param("2024 12 -", State.VALUE, 12, id="a-value"),
        pytest.param("2024 0 -", State.VALUE, 0, id="zero-is-a-value"),
        pytest.param("2024 - -", State.NO_DATA, None, id="a-row-without-number"),
        pytest.param("2024 inf -", State.NO_DATA, None, id="infinity-is-no-number"),
        pytest.param("2024 -3 -", State.NO_DATA, None, id="an-impossible-value"),
        pytest.param("2024 12 poco_confiable", State.UNRELIABLE, 12, id="unreliable"),
        pytest.param("2024 - poco_confiable", State.NO_DATA, None, id="unreliable-without-number"),
        pytest.param("2024 12 suprimido", State.SUPPRESSED, None, id="suppressed-with-a-number"),
        pytest.param("2024 - suprimido", State.SUPPRESSED, None, id="suppressed"),
        pytest.param("2024 - no_aplica", State.NOT_APPLICABLE, None, id="not-applicable"),
        pytest.param("2023 12 -", State.EARLIER, 12, id="the-year-before"),
        pytest.param("2022 12 -", State.EARLIER, 12, id="the-oldest-that-is-tolerated"),
        pytest.param("2021 12 -", State.NO_DATA, None, id="too-old"),
        pytest.param("2025 12 -", State.NO_DATA, None, id="later-than-asked"),
        pytest.param("2023 12 poco_confiable", State.UNRELIABLE, 12, id="earlier-and-unreliable"),
        pytest.param("2023 - suprimido", State.SUPPRESSED, None, id="earlier-and-suppressed"),
        pytest.param("- 12 -", State.NO_DATA, None, id="undated"),
        pytest.param("2020/2024 12 -", State.NO_DATA, None, id="several-years-together"),
    ],
)
def test_what_a_row_becomes_in_2024(figures, counted, row, state, value):
    table = figures(f"territory_code period value quality\n54874 {row}")
    (shown,) = evaluate(counted(), {"x": table}, Cell(), HERE, 2024).table.to_dict("records")
    assert State(shown["state"]) is state
    assert math.isnan(shown["value"]) if value is None else shown["value"] == value


def test_a_territory_without_rows_has_no_data(figures, counted):
    table = figures("territory_code period value\n54001 2024 1")
    shown = evaluate(counted(), {"x": table}, Cell(), HERE, 2024).table.loc["54874"]
    assert (State(int(shown["state"])), int(shown["row"]), int(shown["year"])) == (
        State.NO_DATA,
        -1,
        0,
    )


def test_an_empty_row_does_not_hide_the_figure_of_the_year_before(figures, counted):
    table = figures("territory_code period value\n54874 2024 -\n54874 2023 7")
    result = evaluate(counted(), {"x": table}, Cell(), HERE, 2024)
    assert result.values.to_dict() == {"54874": 7}
    assert State(int(result.table["state"].iloc[0])) is State.EARLIER


def test_a_suppressed_figure_hides_that_of_the_year_before(figures, counted):
    table = figures("territory_code period value quality\n54874 2024 - suprimido\n54874 2023 7 -")
    result = evaluate(counted(), {"x": table}, Cell(), HERE, 2024)
    assert State(int(result.table["state"].iloc[0])) is State.SUPPRESSED
    assert result.values.empty
