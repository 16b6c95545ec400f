"""Series over time: which points are joined, which stay out, where a break is drawn."""

import pytest

from indicators.compute import per_thousand
from indicators.cube import Cell
from indicators.series import breaks, in_series, segments
from indicators.spec import Need


@pytest.fixture
def drawn(world, figures, counted):
    def draw(rows, **columns):
        header = "period value series flags quality source_id"
        table = figures(f"territory_code {header}\n" + rows.replace("|>", "54874"), **columns)
        parts = segments(world(x=table), counted(), "54874", Cell())
        return {part.series: [(p.period, p.value) for p in part.points] for part in parts}

    return draw


def test_a_change_of_definition_cuts_the_line(drawn):
    assert drawn("""
        |> 2021-08 1842 mc_antes_etpv - - S
        |> 2022-02 2477 mc_etpv       - - S
        |> 2020-12 1729 mc_antes_etpv - - S
    """) == {
        "mc_antes_etpv": [("2020-12", 1729), ("2021-08", 1842)],
        "mc_etpv": [("2022-02", 2477)],
    }


def test_month_and_moving_quarter_are_two_lines(drawn):
    assert drawn("""
        |> 2025-10         8.2  geih2018|mes             - - S
        |> 2025-08/2025-10 10.5 geih2018|trimestre_movil - - S
        |> 2025-12         8    geih2018|mes             - - S
    """) == {
        "geih2018|trimestre_movil": [("2025-08/2025-10", 10.5)],
        "geih2018|mes": [("2025-10", 8.2), ("2025-12", 8)],
    }


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("|> -         5   s - -         S", id="undated"),
        pytest.param("|> 2020/2024 5   s - -         S", id="longer-than-a-year"),
        pytest.param("|> 2023      -   s - -         S", id="no-number"),
        pytest.param("|> 2023      5   s - suprimido S", id="suppressed"),
        pytest.param("|> 2023      -5  s - -         S", id="impossible"),
        pytest.param("|> 2023      inf s - -         S", id="infinite"),
        pytest.param("|> 2023      5   s target -    S", id="a-target"),
        pytest.param("|> 2023      5   s cutoff_not_stated - S", id="cut-off-not-stated"),
        pytest.param("|> 2023      5   s rounded|date_doubtful - S", id="one-flag-is-enough"),
        pytest.param("44430 2023   5   s - -         S", id="another-territory"),
    ],
)
def test_what_stays_out(drawn, row):
    assert drawn(f"|> 2024 7 s - - S\n{row}") == {"s": [("2024", 7)]}
    assert drawn(row) == {}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("|> 2024 1 s - - B\n|> 2024 2 s - - A", id="first-source"),
        pytest.param("|> 2024 1 s conflict - A\n|> 2024 2 s - - B", id="fewest-cautions"),
    ],
)
def test_of_two_figures_the_line_has_the_one_of_the_map(drawn, rows):
    assert drawn(rows) == {"s": [("2024", 2)]}
    assert drawn("\n".join(reversed(rows.splitlines()))) == {"s": [("2024", 2)]}


def test_unreliable_figures_are_drawn(drawn):
    assert drawn("|> 2024 7 s - poco_confiable S") == {"s": [("2024", 7)]}


def test_the_cell_of_the_reader_is_drawn(world, figures, counted):
    table = figures("territory_code period value sex\n54874 2024 1 total\n54874 2024 2 mujeres")
    (part,) = segments(world(x=table), counted(), "54874", Cell(sex="mujeres"))
    assert [point.value for point in part.points] == [2]


def test_points_stand_in_the_middle_of_their_period(world, figures, counted):
    table = figures("territory_code period value\n54874 2023 1\n54874 2024-05/2024-07 2")
    (part,) = segments(world(x=table), counted(), "54874", Cell())
    assert [point.when for point in part.points] == pytest.approx([2023.5, 2024 + 5.5 / 12])


def test_a_break_stands_where_the_next_definition_begins(world, figures, counted):
    table = figures("territory_code period value series\n54874 2021 1 a\n54874 2022 2 b")
    parts = segments(world(x=table), counted(), "54874", Cell())
    assert breaks(parts) == (parts[1].points[0].when,)
    assert breaks(parts[:1]) == ()


def test_a_computed_series_has_one_point_a_year_and_is_cut_with_its_numerator(
    world, figures, counted
):
    rate = counted(needs=(Need("x"), Need("people", keeps=())), compute=per_thousand("x", "people"))
    numerators = figures("""
        territory_code period  value series flags
        54874          2020-06 10    a      -
        54874          2020-12 20    a      -
        54874          2021    30    a      cutoff_not_stated
        54874          2022    40    b      -
        54874          2015    99    a      -
    """)
    people = figures("territory_code period value\n54874 2021 1000")
    parts = segments(world(x=numerators, people=people), rate, "54874", Cell())
    points = [(part.series, [(p.period, p.value) for p in part.points]) for part in parts]
    assert points == [("a", [("2020-12", 20)]), ("b", [("2022", 40)])]


@pytest.mark.parametrize(
    ("flags", "expected"),
    [("", True), ("rounded|conflict", True), ("undated", False), ("rounded|target", False)],
)
def test_flags_decide_on_the_time_axis(flags, expected):
    assert in_series(flags) is expected
