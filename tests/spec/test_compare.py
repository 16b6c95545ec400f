"""A figure beside its references, and its place among others.

| values (margin) | place of the first |
|-----------------|--------------------|
| 30, 20, 10 (register: none) | 1st of 3 |
| 20, 20, 10 (register: none) | between 1st and 2nd of 3 |
| 22 (±3), 20 (±3), 10 (±3) | between 1st and 2nd of 3 |
| 22 (±1), 20 (±1), 10 (±3) | between 1st and 2nd of 3: they touch at 21 |
| 22 (±0.9), 20 (±0.9), 10 (±3) | 1st of 3 |
"""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.compare import (
    ALONE,
    COUNTS,
    NO_FIGURE,
    NO_MARGIN,
    NOT_COMPARABLE,
    NOT_OF_THE_PERIOD,
    Against,
    gaps,
    place_words,
    ranks,
)
from indicators.cube import Cell
from indicators.evaluate import evaluate
from indicators.margins import half_widths, published_margin
from indicators.nearest import nearest_figure
from indicators.registry import INDICATORS
from indicators.spec import Better, Kind, Window

CODES = pd.Index(["54001", "54874", "44430"])
HEADER = "territory_code period value margin sample_size quality\n"


def drawn(figures, lines):
    rows = [f"{code} {line}" for code, line in zip(CODES, lines, strict=True)]
    return {"x": figures(HEADER + "\n".join(rows))}


@pytest.fixture
def survey(counted):
    return counted(window=Window.SURVEY_ROUND, valid_range=(0.0, 100.0), better=Better.HIGHER)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        pytest.param("±1,5 pp", 20, 1.5, id="plus-minus"),
        pytest.param("2.5", 20, 2.5, id="number"),
        pytest.param("CV 5 %", 20, 1.959964, id="variation"),
        pytest.param("3.719 hogares; CV no visto", 20, None, id="not-seen"),
        pytest.param("(5 ciudades); sin margen válido", 20, None, id="no-valid-margin"),
        pytest.param("", 20, None, id="empty"),
    ],
)
def test_a_margin_as_sources_write_it(text, value, expected):
    found = published_margin(text, value)
    assert found == (pytest.approx(expected) if expected is not None else None)


def test_no_published_margin_is_misread(published):
    """None of the notes on samples in the published tables is a number."""
    texts = {"3.719 hogares; CV no visto", "tamaño de muestra y CV no vistos"}
    assert not any(published_margin(text, 10.0) for text in texts)


def test_the_margin_of_a_sample(figures, survey):
    """50 % of 400 people: 1.96 times 2.5 points."""
    needed = drawn(figures, ["2024 50 - 400 -", "2024 50 ±1 400 -", "2024 50 - - -"])
    width = half_widths(evaluate(survey, needed, Cell(), CODES, 2024))
    assert width.tolist()[:2] == [pytest.approx(4.9, abs=0.001), 1]
    assert math.isnan(width.iloc[2])


@pytest.mark.parametrize(
    ("lines", "better", "places"),
    [
        pytest.param(("30 0", "20 0", "10 0"), Better.HIGHER, [(1, 1), (2, 2), (3, 3)], id="apart"),
        pytest.param(("30 0", "20 0", "10 0"), Better.LOWER, [(3, 3), (2, 2), (1, 1)], id="lower"),
        pytest.param(("20 0", "20 0", "10 0"), Better.HIGHER, [(1, 2), (1, 2), (3, 3)], id="equal"),
        pytest.param(("22 3", "20 3", "10 3"), Better.HIGHER, [(1, 2), (1, 2), (3, 3)], id="near"),
        pytest.param(("22 1", "20 1", "10 3"), Better.HIGHER, [(1, 2), (1, 2), (3, 3)], id="touch"),
        pytest.param(("22 .9", "20 .9", "10 3"), Better.HIGHER, [(1, 1), (2, 2), (3, 3)], id="off"),
        pytest.param(("22 9", "20 9", "10 9"), Better.NEITHER, [(1, 3)] * 3, id="all overlap"),
    ],
)
def test_places(figures, survey, counted, lines, better, places):  # noqa: PLR0913, PLR0917
    indicator = counted(window=Window.SURVEY_ROUND, better=better)
    spaced = [f"2024 {line.replace(' .', ' 0.')} - -" for line in lines]
    table = ranks(evaluate(indicator, drawn(figures, spaced), Cell(), CODES, 2024))
    assert list(zip(table["first"], table["last"], strict=True)) == places


def test_registers_are_ranked_exactly_and_surveys_without_margin_are_not(figures, counted, survey):
    needed = drawn(figures, ["2024 30 - - -", "2024 20 - - -", "2024 10 - - -"])
    exact = ranks(evaluate(counted(), needed, Cell(), CODES, 2024))
    assert [text.es for text in exact["told"]] == ["1.º de 3", "2.º de 3", "3.º de 3"]
    unknown = ranks(evaluate(survey, needed, Cell(), CODES, 2024))
    assert unknown["first"].isna().all()
    assert unknown["told"].tolist() == [NO_MARGIN] * 3


def test_only_reliable_figures_of_the_period_are_ranked(figures, counted):
    needed = drawn(figures, ["2024 30 - - -", "2023 20 - - -", "2024 10 - - poco_confiable"])
    table = ranks(evaluate(counted(), needed, Cell(), CODES, 2024))
    assert table["told"].tolist() == [ALONE, NOT_OF_THE_PERIOD, NOT_OF_THE_PERIOD]


def test_nothing_to_rank(figures, counted):
    needed = drawn(figures, ["2024 30 - - -", "2023 20 - - -", "2024 10 - - -"])
    assert ranks(evaluate(counted(), needed, Cell(), CODES[:0], 2024)).empty


@pytest.mark.parametrize(
    ("places", "es", "en"),
    [
        ((3, 7, 25), "entre 3.º y 7.º de 25", "between 3rd and 7th of 25"),
        ((1, 1, 25), "1.º de 25", "1st of 25"),
        ((11, 22, 25), "entre 11.º y 22.º de 25", "between 11th and 22nd of 25"),
    ],
)
def test_words_of_a_place(places, es, en):
    assert (place_words(*places).es, place_words(*places).en) == (es, en)


@given(
    rows=st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), min_size=1, max_size=12),
    data=st.data(),
)
def test_a_place_knows_no_order_and_contains_every_possible_rank(figures, counted, rows, data):
    codes = pd.Index([f"54{n:03d}" for n in range(len(rows))])
    lines = [f"{c} 2024 {v} {m} - -" for c, (v, m) in zip(codes, rows, strict=True)]
    indicator = counted(window=Window.SURVEY_ROUND, better=Better.HIGHER)

    def ranked(order):
        table = figures(HEADER + "\n".join(order))
        return ranks(evaluate(indicator, {"x": table}, Cell(), codes, 2024))

    found = ranked(lines)
    assert (found["first"] <= found["last"]).all()
    plain = found["value"].rank(ascending=False, method="min")
    assert ((found["first"] <= plain) & (plain <= found["last"])).all()
    pd.testing.assert_frame_equal(ranked(data.draw(st.permutations(lines))), found)


RATE = INDICATORS["migrantes_por_mil"]
MIGRANT_CELL = Cell(population_group="migrante_venezolana")


@pytest.fixture
def border(world, figures):
    migrants = figures("""
        territory_code period value
        54001          2024   100
        54874          2024   300
        44430          2024   400
        44001          2024   0
        54             2024   200
        00             2024   50
    """, population_group="migrante_venezolana")  # fmt: skip
    people = figures("""
        territory_code period value
        54001          2024   1000
        54874          2024   1000
        44430          2024   1000
        44001          2024   1000
        54             2024   1000
        00             2024   1000
    """)
    return world(poblacion_migrante_venezolana=migrants, poblacion=people)


def test_four_references(border):
    figure = nearest_figure(border, RATE, "54874", MIGRANT_CELL)
    found = gaps(border, figure, CODES, pd.Index(["44430", "44001"]))
    assert [gap.against for gap in found] == list(Against)
    told = {gap.against: (gap.reference, gap.difference, gap.ratio, gap.n) for gap in found}
    assert told[Against.DEPARTMENT] == (200, 100, 1.5, 1)
    assert told[Against.BORDER] == (300, 0, 1, 3)
    assert told[Against.NATION] == (50, 250, 6, 1)
    assert told[Against.PEERS] == (200, 100, 1.5, 2)


def test_a_reference_of_zero_has_a_difference_and_no_ratio(border):
    figure = nearest_figure(border, RATE, "54874", MIGRANT_CELL)
    zero = pd.Index(["44001", "44001x"])
    peers = gaps(border, figure, CODES, zero)[3]
    assert (peers.reason, peers.ratio) == (NOT_COMPARABLE, None)


def test_counts_are_not_compared(border):
    count = INDICATORS["poblacion_migrante_venezolana"]
    assert count.kind is Kind.COUNT
    figure = nearest_figure(border, count, "54874", MIGRANT_CELL)
    assert {gap.reason for gap in gaps(border, figure, CODES, CODES)} == {COUNTS}


def test_a_suppressed_figure_is_compared_with_nothing(world, figures):
    migrants = figures(
        "territory_code period value quality\n54874 2024 3 suprimido",
        population_group="migrante_venezolana",
    )
    hidden = world(poblacion_migrante_venezolana=migrants)
    figure = nearest_figure(hidden, RATE, "54874", MIGRANT_CELL)
    assert {gap.reason for gap in gaps(hidden, figure, CODES, CODES)} == {NO_FIGURE}


def test_cesar_ranked_by_its_migrants(engine):
    """Valledupar, with 38,514 of 70,212 migrants, is the first of 25."""
    result = engine.at(
        INDICATORS["poblacion_migrante_venezolana"], MIGRANT_CELL, engine.codes("pais", "20"), 2026
    )
    table = ranks(result)
    assert table.loc["20001", "told"].es == "1.º de 25"
    assert table["first"].notna().all()
