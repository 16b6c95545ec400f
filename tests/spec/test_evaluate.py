"""From observations to values: which figure is in use, and what a formula may divide by."""

import pandas as pd
import pytest

from indicators.compute import per_thousand
from indicators.cube import Cell, cube
from indicators.evaluate import board, evaluate
from indicators.figures import NONE, Figures
from indicators.spec import Need
from indicators.states import State

HERE = pd.Index(["54874"])


def in_use(table, cell=None):
    placed = cube(Figures.of(table), cell or Cell(), HERE)
    return {
        year: placed.observations["value"].iloc[row]
        for year, row in zip(placed.years, placed.rows[0], strict=True)
        if row != NONE
    }


@pytest.mark.parametrize(
    ("rows", "used"),
    [
        pytest.param("2024-03 1 - S s\n54874 2024-11 2 - S s", 2, id="latest-cut-off"),
        pytest.param("2024-12-31 1 - S s\n54874 2024-11 2 - S s", 1, id="latest-cut-off-first"),
        pytest.param(
            "2024 1 rounded S s\n54874 2024 2 - Z s", 2, id="fewest-cautions-before-the-alphabet"
        ),
        pytest.param(
            "2024 1 rounded|conflict A s\n54874 2024 2 rounded S s", 2, id="one-caution-beats-two"
        ),
        pytest.param(
            "2024-06 1 - S s\n54874 2024-12 2 rounded S s", 2, id="cut-off-before-cautions"
        ),
        pytest.param("2024 1 - B s\n54874 2024 2 - A s", 2, id="first-source-by-name"),
        pytest.param("2024 1 - A b\n54874 2024 2 - A a", 2, id="then-first-series-by-name"),
        pytest.param("2024 1 - A a\n54874 2024 2 - A a", 1, id="then-the-lower-value"),
        pytest.param("2024 1 undated S s\n54874 2024 2 - Z s", 2, id="flags-that-forbid-maps"),
        pytest.param("2020/2024 1 - A s\n54874 2024 2 - Z s", 2, id="a-total-of-several-years"),
    ],
)
@pytest.mark.parametrize("turned", [False, True], ids=["as-written", "upside-down"])
def test_the_figure_in_use(figures, rows, used, turned):
    table = figures(f"territory_code period value flags source_id series\n54874 {rows}")
    assert in_use(table[::-1] if turned else table) == {2024: used}


def test_a_series_that_contradicts_itself_stays_suppressed(figures, counted):
    table = figures("territory_code period value quality\n54874 2024 7 -\n54874 2024 - suprimido")
    for rows in (table, table[::-1]):
        result = evaluate(counted(), {"x": rows}, Cell(), HERE, 2024)
        assert State(int(result.table["state"].iloc[0])) is State.SUPPRESSED


def test_a_suppressed_figure_of_another_series_does_not_hide_the_one_in_use(figures, counted):
    table = figures(
        "territory_code period value quality series\n54874 2024 7 - a\n54874 2024 - suprimido b"
    )
    for rows in (table, table[::-1]):
        assert evaluate(counted(), {"x": rows}, Cell(), HERE, 2024).values.tolist() == [7]


def test_competing_figures_stay_beside_the_one_in_use(figures):
    table = figures("territory_code period value source_id\n54874 2024 1 A\n54874 2024 2 B")
    beside = cube(Figures.of(table), Cell(), HERE).figures.chosen()
    assert sorted(beside["value"]) == [1, 2]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param(Cell(), {2024: 1}, id="total"),
        pytest.param(Cell(sex="mujeres"), {2024: 2}, id="women"),
        pytest.param(Cell(population_group="retornada"), {2024: 3}, id="returnees"),
        pytest.param(Cell(sector="G"), {2024: 4}, id="commerce"),
        pytest.param(Cell(sector="A"), {}, id="a-cell-without-rows"),
    ],
)
def test_a_cell_reads_its_own_rows(figures, dictionaries, cell, expected):
    table = figures("""
        territory_code period value sex     population_group sector
        54874          2024   1     total   total            total
        54874          2024   2     mujeres total            total
        54874          2024   3     total   retornada        total
        54874          2024   4     total   total            G
    """)
    assert in_use(table, cell) == expected
    assert in_use(dictionaries(table), cell) == expected


@pytest.mark.parametrize("empty", ["no-rows", "another-cell", "another-territory"])
def test_a_cell_with_no_rows_has_no_years_and_no_data(figures, counted, empty):
    header = "territory_code period value\n"
    row = {"no-rows": "", "another-cell": "54874 2024 1", "another-territory": "44430 2024 1"}
    cell = Cell(sector="A") if empty == "another-cell" else Cell()
    made = board(counted(), {"x": Figures.of(figures(header + row[empty]))}, cell, HERE)
    assert made.years == ()
    assert made.at(2024).table["state"].tolist() == [State.NO_DATA]
    assert made.at(2024).values.empty
    assert made.at(0).observation("54874") is None


def test_no_territories_give_an_empty_table(figures, counted):
    table = figures("territory_code period value\n54874 2024 1")
    nobody = HERE[:0]
    assert evaluate(counted(), {"x": table}, Cell(), nobody, 2024).table.empty


@pytest.fixture
def rate(counted):
    needs = (Need("x"), Need("people", keeps=()))
    return counted(needs=needs, compute=per_thousand("x", "people"))


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        pytest.param("2024 1000", 50, id="same-year"),
        pytest.param("2021 1000", 50, id="three-years-before"),
        pytest.param("2027 1000", 50, id="three-years-after"),
        pytest.param("2020 1000", None, id="four-years-before"),
        pytest.param("2028 1000", None, id="four-years-after"),
        pytest.param("2021 1000\n54874 2022 500", 100, id="the-closest"),
        pytest.param("2023 500\n54874 2025 1000", 100, id="of-two-equally-close-the-earlier"),
        pytest.param("2024 0", None, id="nobody-lives-there"),
        pytest.param("2024 -", None, id="nobody-knows"),
        pytest.param("2024 inf", None, id="no-number"),
        pytest.param("2024 -5", None, id="impossible"),
        pytest.param("2024 1e-308", None, id="too-small-to-divide-by"),
    ],
)
def test_denominators(figures, rate, people, expected):
    needed = {
        "x": figures("territory_code period value\n54874 2024 50"),
        "people": figures(f"territory_code period value\n54874 {people}", indicator="people"),
    }
    result = evaluate(rate, needed, Cell(), HERE, 2024)
    assert result.values.tolist() == ([] if expected is None else [expected])
    state = State.NO_DATA if expected is None else State.VALUE
    assert State(int(result.table["state"].iloc[0])) is state


def test_the_denominator_is_that_of_the_year_of_the_numerator_not_of_the_year_asked(figures, rate):
    needed = {
        "x": figures("territory_code period value\n54874 2022 50"),
        "people": figures("territory_code period value\n54874 2022 1000\n54874 2024 500"),
    }
    result = evaluate(rate, needed, Cell(), HERE, 2024)
    assert result.values.tolist() == [50]
    assert result.table[["state", "year"]].iloc[0].tolist() == [State.EARLIER, 2022]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        pytest.param("2024-02 1000\n54874 2024-12 500", 50, id="the-very-month"),
        pytest.param("2024-12 500\n54874 2024-02 1000", 50, id="in-any-order"),
        pytest.param("2024-01 1000\n54874 2024-12 500", 100, id="else-the-one-in-use"),
        pytest.param("2024 500", 100, id="a-whole-year"),
        pytest.param("2024-02 -\n54874 2024-12 500", 100, id="nobody-knew-that-month"),
    ],
)
def test_a_part_of_a_month_is_divided_by_the_whole_of_that_month(figures, rate, people, expected):
    needed = {
        "x": figures("territory_code period value\n54874 2024-02 50"),
        "people": figures(f"territory_code period value\n54874 {people}", indicator="people"),
    }
    assert evaluate(rate, needed, Cell(), HERE, 2024).values.tolist() == [expected]


def test_a_suppressed_denominator_is_in_no_formula(figures, rate):
    needed = {
        "x": figures("territory_code period value\n54874 2024 50"),
        "people": figures("territory_code period value quality\n54874 2024 1000 suprimido"),
    }
    assert evaluate(rate, needed, Cell(), HERE, 2024).values.empty


def test_a_suppressed_numerator_stays_suppressed_in_a_rate(figures, rate):
    needed = {
        "x": figures("territory_code period value quality\n54874 2024 50 suprimido"),
        "people": figures("territory_code period value\n54874 2024 1000"),
    }
    result = evaluate(rate, needed, Cell(), HERE, 2024)
    assert result.values.empty
    assert State(int(result.table["state"].iloc[0])) is State.SUPPRESSED


def test_a_filter_that_a_denominator_does_not_keep_leaves_it_in_total(figures, rate):
    needed = {
        "x": figures("territory_code period value sex\n54874 2024 50 mujeres"),
        "people": figures("territory_code period value\n54874 2024 1000"),
    }
    assert evaluate(rate, needed, Cell(sex="mujeres"), HERE, 2024).values.tolist() == [50]


def test_a_need_of_one_group_is_read_in_that_group():
    need = Need("x", keeps=("sector",), group="retornada")
    chosen = Cell(sex="mujeres", population_group="total", sector="G")
    assert chosen.seen_by(need) == Cell("total", "retornada", "G")


def test_the_observation_behind_a_value(figures, counted):
    table = figures("territory_code period value source_id\n54874 2024 1 A\n54874 2024 2 B")
    result = evaluate(counted(), {"x": table}, Cell(), HERE, 2024)
    assert result.observation("54874")["source_id"] == "A"
    assert result.observation("99999") is None


def test_values_outside_the_valid_range_are_absent(figures, counted):
    table = figures("territory_code period value\n54874 2024 120")
    share = counted(valid_range=(0.0, 100.0))
    assert evaluate(share, {"x": table}, Cell(), HERE, 2024).values.empty
