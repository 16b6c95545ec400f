"""What a figure is compared with: never a count, never another window, never another level."""

import pandas as pd
import pytest

from indicators.benchmark import Mark, Reference, marks
from indicators.compute import per_thousand
from indicators.cube import Cell
from indicators.nearest import nearest_figure
from indicators.spec import Kind, Need, Window

SCOPE = pd.Index(["44001", "44430", "54001", "54874"])
HEADER = "territory_code period value series quality flags\n"


@pytest.fixture
def compared(world, figures, counted):
    def compare(rows, code="54874", kind=Kind.SHARE, window=Window.STOCK):
        engine = world(x=figures(HEADER + rows))
        indicator = counted(kind=kind, window=window)
        figure = nearest_figure(engine, indicator, code, Cell())
        return {mark.reference: (mark.value, mark.n) for mark in marks(engine, figure, SCOPE)}

    return compare


YEAR = """
    54874 2024 10 s - -
    54001 2024 20 s - -
    44430 2024 60 s - -
    54    2024 15 s - -
    00    2024 5  s - -
"""


def test_department_median_of_the_scope_and_nation(compared):
    assert compared(YEAR) == {
        Reference.DEPARTMENT: (15, 1),
        Reference.SCOPE: (20, 3),
        Reference.NATION: (5, 1),
    }


def test_counts_are_never_compared(compared):
    assert compared(YEAR, kind=Kind.COUNT) == {}


def test_a_figure_without_value_is_not_compared(compared):
    assert compared("54874 2024 - s suprimido -\n54 2024 15 s - -") == {}


@pytest.mark.parametrize("window", list(Window), ids=str)
def test_figures_of_the_same_period_and_series_are_compared_whatever_the_window(compared, window):
    assert compared(YEAR, window=window)[Reference.NATION] == (5, 1)


@pytest.mark.parametrize(
    ("window", "nation"),
    [
        pytest.param(Window.LABOUR_SURVEY, "2025-10 8.2 geih2018|mes", id="month"),
        pytest.param(
            Window.LABOUR_SURVEY, "2025-09/2025-11 8 geih2018|trimestre_movil", id="other-quarter"
        ),
        pytest.param(
            Window.LABOUR_SURVEY, "2025-08/2025-10 8 geih2005|trimestre_movil", id="other-frame"
        ),
        pytest.param(Window.LABOUR_SURVEY, "2025 8 geih2018|promedio_anual", id="yearly-mean"),
        pytest.param(Window.SURVEY_ROUND, "2025-10 8.2 geih2018|mes", id="round"),
        pytest.param(Window.FLOW, "2025-01/2025-06 8 rues|meses_01_06", id="half-a-year-of-flow"),
    ],
)
def test_a_moving_quarter_is_not_compared_with_another_window(compared, window, nation):
    own = "AM54001 2025-08/2025-10 10.5 geih2018|trimestre_movil - -"
    assert compared(f"{own}\n00 {nation} - -", window=window) == {}


def test_the_same_quarter_is_found_behind_a_later_month(compared):
    rows = """
        AM54001 2025-08/2025-10 10.5 geih2018|trimestre_movil - -
        00      2025-08/2025-10 8.4  geih2018|trimestre_movil - -
        00      2025-12         8    geih2018|mes             - -
    """
    assert compared(rows, window=Window.LABOUR_SURVEY) == {Reference.NATION: (8.4, 1)}


def test_a_stock_is_compared_with_another_date_of_its_year_and_with_no_other_year(compared):
    rows = "54874 2024-12-31 10 s - -\n54 2024-06 15 s - -\n00 2023 5 s - -"
    assert compared(rows) == {Reference.DEPARTMENT: (15, 1)}


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("54 2024 15 s suprimido -", id="suppressed"),
        pytest.param("54 2024 15 s poco_confiable -", id="unreliable"),
        pytest.param("54 2024 15 s - value_doubtful", id="doubtful"),
        pytest.param("54 2024 15 s - political_claim", id="a-claim"),
        pytest.param("54 2024 -15 s - -", id="impossible"),
    ],
)
def test_a_reference_that_no_map_may_show_is_none(compared, row):
    assert compared(f"54874 2024 10 s - -\n{row}") == {}


def test_a_median_needs_two_territories(compared):
    assert compared("54874 2024 10 s - -") == {}
    assert compared("54874 2024 10 s - -\n44430 2024 30 s - -") == {Reference.SCOPE: (20, 2)}


def test_levels_are_not_mixed_in_a_median(compared):
    domains = """
        AM54001 2024 10 s - -
        AM44001 2024 30 s - -
        G23     2024 90 s - -
        44430   2024 70 s - -
    """
    assert compared(domains) == {Reference.SCOPE: (20, 2)}
    departments = "54 2024 10 s - -\n44 2024 30 s - -\nAM44001 2024 80 s - -"
    assert compared(departments) == {Reference.SCOPE: (20, 2)}


@pytest.mark.parametrize("whole", ["00", "G23"])
def test_a_nation_and_a_set_of_cities_have_no_peers(compared, whole):
    rows = f"{whole} 2024 10 s - -\nAM44001 2024 30 s - -\nAM54001 2024 40 s - -"
    assert compared(rows, code="44430") == {}


def test_a_municipality_outside_the_scope_is_compared_with_the_scope(world, figures, counted):
    engine = world(x=figures(HEADER + YEAR))
    figure = nearest_figure(engine, counted(kind=Kind.SHARE), "54874", Cell())
    without = SCOPE.drop("54874")
    assert Mark(Reference.SCOPE, 40.0, 2) in marks(engine, figure, without)


def test_a_computed_rate_is_compared_in_its_own_period(world, figures, counted):
    rate = counted(
        kind=Kind.RATE,
        window=Window.FLOW,
        needs=(Need("x"), Need("people", keeps=())),
        compute=per_thousand("x", "people"),
    )
    rows = "54874 2024 10 a - -\n54 2024 20 a - -\n00 2024-01/2024-06 30 b - -"
    people = figures("territory_code period value\n54874 2024 100\n54 2024 1000\n00 2024 1000")
    engine = world(x=figures(HEADER + rows), people=people)
    figure = nearest_figure(engine, rate, "54874", Cell())
    assert marks(engine, figure, SCOPE) == (Mark(Reference.DEPARTMENT, 20.0),)
