"""Cohorts, moves between municipalities, and perception before and after.

| cohort of 100 | followed at 12 months | working | share | lost | of the whole cohort |
|---------------|-----------------------|---------|-------|------|---------------------|
| 100 | 80 | 40 | 50 % (39 to 61) | 20 % | between 40 % and 60 % |
"""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.cube import Cell
from indicators.follow_up import cohorts, mobility, paired_change, perception, unpaired_change
from indicators.follow_up.cohorts import (
    FEW,
    IMPOSSIBLE,
    NO_BASELINE,
    NOT_ASKED,
    NOT_FOLLOWED,
    OF_THE_FOLLOWED,
    moment_of,
    series_of,
    wilson,
)
from indicators.follow_up.mobility import IMPOSSIBLE as BAD_FLOWS
from indicators.follow_up.mobility import NOTHING, SHOWN_ONLY
from indicators.follow_up.perception import (
    IMPOSSIBLE as BAD_SHARES,
)
from indicators.follow_up.perception import (
    NO_MARGIN,
    NOBODY,
    ONE_ROUND,
    PAIRED,
    UNPAIRED,
    mcnemar,
)
from indicators.states import State

HEADER = "territory_code period series value quality\n"
WORKING = "seguimiento_ocupadas"


@pytest.fixture
def told(figures):
    """A function from lines of people followed and people working to the rows of the outcome."""

    def read(followed, working, code="54874"):
        tables = {
            "seguimiento_personas": figures(
                HEADER + "\n".join(f"54874 2023 {f}" for f in followed)
            ),
            WORKING: figures(HEADER + "\n".join(f"54874 2023 {w}" for w in working)),
        }
        rows = cohorts(tables, code)
        return rows[rows["outcome"] == WORKING].reset_index(drop=True)

    return read


BASE, YEAR = "seguimiento|linea_base", "seguimiento|12_meses"


def test_a_share_stands_beside_its_attrition(told):
    row = told([f"{BASE} 100 -", f"{YEAR} 80 -"], [f"{YEAR} 40 -"]).iloc[0]
    assert row[["cohort", "months", "value", "n", "base"]].tolist() == ["2023", 12, 50, 80, 100]
    assert (row["attrition"], row["least"], row["most"]) == (20, 40, 60)
    assert row[["low", "high"]].tolist() == pytest.approx([39.3, 60.7], abs=0.05)
    assert (row["state"], row["reason"]) == (State.VALUE, OF_THE_FOLLOWED)


@pytest.mark.parametrize(
    ("followed", "working", "state", "reason"),
    [
        pytest.param(["80 -"], ["0 -"], State.VALUE, NO_BASELINE, id="no-baseline"),
        pytest.param(["- suprimido"], ["40 -"], State.SUPPRESSED, FEW, id="few-followed"),
        pytest.param(["80 -"], ["- suprimido"], State.SUPPRESSED, FEW, id="few-working"),
        pytest.param([], ["40 -"], State.NO_DATA, NOT_FOLLOWED, id="nobody-followed"),
        pytest.param(["0 -"], ["0 -"], State.NO_DATA, NOT_FOLLOWED, id="zero-followed"),
        pytest.param(["80 -"], [], State.NO_DATA, NOT_ASKED, id="not-asked"),
        pytest.param(["80 -"], ["- -"], State.NO_DATA, NOT_ASKED, id="not-answered"),
        pytest.param(["80 -"], ["81 -"], State.NO_DATA, IMPOSSIBLE, id="more-than-all"),
        pytest.param(["80 -"], ["-5 -"], State.NO_DATA, IMPOSSIBLE, id="negative"),
    ],
)
def test_a_state_and_a_sentence(told, followed, working, state, reason):
    row = told([f"{YEAR} {f}" for f in followed], [f"{YEAR} {w}" for w in working]).iloc[0]
    assert (row["state"], row["reason"]) == (state, reason)
    assert math.isnan(row["value"]) is not state.has_value
    assert math.isnan(row["attrition"])


def test_more_people_followed_than_began_say_nothing_of_attrition(told):
    row = told([f"{BASE} 70 -", f"{YEAR} 80 -"], [f"{YEAR} 40 -"]).iloc[0]
    assert (row["value"], row["reason"]) == (50, NO_BASELINE)
    assert math.isnan(row["attrition"])


def test_moments_come_in_order_and_other_municipalities_stay_out(told):
    moments = ["seguimiento|24_meses", "seguimiento|3_meses", YEAR, "seguimiento|6_meses"]
    lines = [f"{moment} 80 -" for moment in moments]
    rows = told([f"{BASE} 100 -", *lines], [f"{moment} 40 -" for moment in moments])
    assert rows["months"].tolist() == [3, 6, 12, 24]
    assert told(["seguimiento|nunca 80 -"], ["demo 40 -"]).empty
    assert told([f"{BASE} 100 -"], [f"{YEAR} 40 -"], code="54001").empty


@pytest.mark.parametrize(
    ("series", "months"),
    [
        ("seguimiento|linea_base", 0),
        ("seguimiento|corto", 6),
        ("seguimiento|mediano", 12),
        ("seguimiento|largo", 24),
        ("seguimiento|3_meses", 3),
        ("seguimiento|24", 24),
        ("seguimiento|nunca", None),
        ("geih2018|mes", None),
    ],
)
def test_moments_are_read_as_the_tables_write_them(series, months):
    assert moment_of(series) == months


@pytest.mark.parametrize("months", [0, 3, 6, 12, 24])
def test_moments_are_written_as_they_are_read(months):
    assert moment_of(series_of(months)) == months


@given(whole=st.integers(1, 500), data=st.data())
def test_the_interval_contains_the_share_and_stays_possible(whole, data):
    part = data.draw(st.integers(0, whole))
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole * 100 + 1e-9
    assert part / whole * 100 - 1e-9 <= high <= 100


CODES = ["a", "b", "c"]


@pytest.fixture
def flows(figures):
    """A function from lines ``origin destination people quality`` to a matrix."""

    def read(*lines):
        parts = [line.split() for line in lines]
        rows = [f"{o} 2023 destino|{d} {n} {q}" for o, d, n, q in parts]
        return mobility(figures(HEADER + "\n".join(rows)), CODES)

    return read


def test_flows_from_origins_to_destinations(flows):
    found = flows("a a 90 -", "a b 10 -", "b a 7 -", "b b 50 -")
    assert found.matrix.loc["a"].to_dict() == {"a": 90, "b": 10}
    assert found.note == SHOWN_ONLY
    assert not found.withheld.any(axis=None)


def test_a_small_flow_takes_another_along_in_its_row_and_column(flows):
    found = flows("a a 90 -", "a b 3 -", "a c 9 -", "b a 20 -", "b b 80 -", "b c 30 -")
    assert found.matrix.loc["a"].isna().to_dict() == {"a": False, "b": True, "c": True}
    assert (found.withheld.sum(axis=1) != 1).all()
    assert (found.withheld.sum(axis=0) != 1).all()


def test_nobody_is_zero_and_withheld_is_not(flows):
    found = flows("a a 90 -", "a b - suprimido", "b a 9 -", "b b 90 -", "b c 8 -")
    assert found.matrix.loc["a", "c"] == 0
    assert math.isnan(found.matrix.loc["a", "b"])


def test_impossible_flows_are_left_out_and_said(flows):
    assert flows("a a 90 -", "a b -4 -").note == BAD_FLOWS
    assert flows().note == NOTHING


def test_a_flow_withheld_in_one_cohort_is_withheld_in_the_sum(figures):
    rows = f"{HEADER}a 2022 destino|b - suprimido\na 2023 destino|b 90 -\na 2023 destino|a 9 -"
    assert mobility(figures(rows), CODES).withheld.loc["a", "b"]


@given(
    people=st.lists(st.integers(0, 30), min_size=9, max_size=9),
    data=st.data(),
)
def test_no_withheld_flow_is_alone_beside_a_shown_one(figures, people, data):
    pairs = [(o, d) for o in CODES for d in CODES]
    lines = [f"{o} 2023 destino|{d} {n} -" for (o, d), n in zip(pairs, people, strict=True)]
    found = mobility(figures(HEADER + "\n".join(lines)), CODES)
    hidden, shown = found.withheld, found.matrix > 0
    for axis in (0, 1):
        alone = hidden.sum(axis=axis) == 1
        assert not (alone & shown.any(axis=axis)).any()
    assert not ((found.matrix >= 1) & (found.matrix < 5)).any(axis=None)
    turned = mobility(figures(HEADER + "\n".join(data.draw(st.permutations(lines)))), CODES)
    assert turned.matrix.equals(found.matrix)


@pytest.mark.parametrize(
    ("lost", "gained", "p_value"),
    [
        pytest.param(0, 0, 1.0, id="nobody changed"),
        pytest.param(5, 5, 1.0, id="as many either way"),
        pytest.param(0, 5, 0.0625, id="five of five: 2 / 32"),
        pytest.param(2, 8, 0.109375, id="two of ten: 112 / 1024"),
    ],
)
def test_mcnemar(lost, gained, p_value):
    assert mcnemar(lost, gained) == mcnemar(gained, lost) == pytest.approx(p_value)


def test_the_exact_test_and_its_approximation_agree_where_they_meet():
    assert mcnemar(460, 540) == pytest.approx(mcnemar(461, 541), abs=0.002)


def test_a_paired_change_with_its_margin():
    """Of 100 people 10 stop agreeing and 30 start to: 20 points more, 11.8 of margin."""
    found = paired_change(both=40, lost=10, gained=30, neither=20)
    assert (found.points, found.n, found.label) == (20, 100, PAIRED)
    assert found.margin == pytest.approx(11.76, abs=0.01)
    assert found.is_clear
    assert found.p_value == pytest.approx(mcnemar(10, 30))


@pytest.mark.parametrize(
    ("counts", "label"),
    [((0, 0, 0, 0), NOBODY), ((5, -1, 2, 3), BAD_SHARES)],
)
def test_no_paired_change_and_why(counts, label):
    found = paired_change(*counts)
    assert (found.points, found.margin, found.label) == (None, None, label)
    assert not found.is_clear


@pytest.mark.parametrize(
    ("before", "after", "sizes", "points", "label"),
    [
        pytest.param(40.0, 50.0, (400, 400), 10, UNPAIRED, id="both samples"),
        pytest.param(40.0, 50.0, None, 10, NO_MARGIN, id="no samples"),
        pytest.param(40.0, 0.0, None, -40, NO_MARGIN, id="zero is an answer"),
        pytest.param(40.0, 101.0, None, None, BAD_SHARES, id="more than all"),
        pytest.param(math.nan, 50.0, None, None, BAD_SHARES, id="missing"),
        pytest.param(40.0, 50.0, (400, 0), None, BAD_SHARES, id="an empty sample"),
    ],
)
def test_unpaired_change(before, after, sizes, points, label):
    found = unpaired_change(before, after, sizes)
    assert (found.points, found.label, found.paired) == (points, label, False)


def test_the_margin_of_two_samples():
    """40 % and 50 % of 400 each: 1.96 times the root of 6 + 6.25, or 6.86 points."""
    found = unpaired_change(40, 50, (400, 400))
    assert found.margin == pytest.approx(6.86, abs=0.01)
    assert found.is_clear


def test_discrimination_in_bucaramanga_from_2018_to_2020(published):
    """UNAB and Vanguardia: 23 % in 2018, 50 % in 2020; samples not seen, so without margin."""
    rows = published.observations("se_ha_sentido_discriminado")
    cell = Cell(population_group="migrante_venezolana")
    found = perception(rows, "AM68001", cell)
    assert (found.points, found.before, found.after) == (27, "2018", "2020")
    assert found.label == NO_MARGIN
    assert not found.is_clear
    assert perception(rows, "PMV5", cell).label == ONE_ROUND


def test_rounds_of_different_surveys_are_not_compared(figures):
    rows = figures("territory_code period value series\n54874 2022 40 a\n54874 2024 50 b")
    assert perception(rows, "54874", Cell()).label == ONE_ROUND


@given(counts=st.lists(st.integers(0, 40), min_size=4, max_size=4).filter(any))
def test_the_other_way_round_changes_the_sign(counts):
    both, lost, gained, neither = counts
    there, back = (
        paired_change(both, lost, gained, neither),
        paired_change(both, gained, lost, neither),
    )
    assert there.points == pytest.approx(-back.points)
    assert there.margin == pytest.approx(back.margin)


def test_the_input_is_left_as_it_was(figures):
    rows = figures(f"{HEADER}a 2023 destino|b 9 -\na 2023 destino|a 3 -")
    before = rows.copy(deep=True)
    mobility(rows, CODES)
    pd.testing.assert_frame_equal(rows, before)
