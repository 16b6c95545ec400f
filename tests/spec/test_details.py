"""What a result tells of each territory, and why it says no more.

| leading figure | denominator | state | reason |
|----------------|-------------|-------|--------|
| 50, of 2024 | 1,000, of 2024 | value | none |
| 50, of 2023 | 1,000 | earlier figure | earlier |
| 50 | none within three years | no data | denominator missing |
| 50 | 0 | no data | denominator empty |
| −50 | 1,000 | no data | impossible |
| suppressed | 1,000 | suppressed | suppressed |
"""

import math

import pandas as pd
import pytest

from indicators.compute import per_thousand
from indicators.cube import Cell
from indicators.details import (
    ALL_SUPPRESSED,
    EMPTY_SCOPE,
    NOTHING_KNOWN,
    ONE_TERRITORY,
    SENTENCES,
    Reason,
    details,
    sentence,
)
from indicators.evaluate import evaluate
from indicators.registry import INDICATORS
from indicators.spec import Need, Window
from indicators.states import State

HERE = pd.Index(["54874"])
BOTH = pd.Index(["54001", "54874"])
HEADER = "territory_code period value quality\n"


@pytest.fixture
def rate(counted):
    return counted(needs=(Need("x"), Need("people", keeps=())), compute=per_thousand("x", "people"))


@pytest.mark.parametrize(
    ("led", "people", "expected"),
    [
        pytest.param("2024 50 -", "2024 1000 -", (State.VALUE, Reason.NONE), id="value"),
        pytest.param("2023 50 -", "2023 1000 -", (State.EARLIER, Reason.EARLIER), id="earlier"),
        pytest.param("2019 50 -", "2024 1000 -", (State.NO_DATA, Reason.NOT_PUBLISHED), id="old"),
        pytest.param(
            "2024 50 -", "2019 1000 -", (State.NO_DATA, Reason.NO_DENOMINATOR), id="apart"
        ),
        pytest.param(
            "2024 50 -", "2024 0 -", (State.NO_DATA, Reason.EMPTY_DENOMINATOR), id="nobody"
        ),
        pytest.param(
            "2024 50 -", "2024 -9 -", (State.NO_DATA, Reason.EMPTY_DENOMINATOR), id="minus"
        ),
        pytest.param(
            "2024 -50 -", "2024 1000 -", (State.NO_DATA, Reason.IMPOSSIBLE), id="negative"
        ),
        pytest.param(
            "2024 50 suprimido", "2024 1000 -", (State.SUPPRESSED, Reason.SUPPRESSED), id="hidden"
        ),
        pytest.param(
            "2024 - no_aplica", "2024 1 -", (State.NOT_APPLICABLE, Reason.NOT_APPLICABLE), id="n/a"
        ),
        pytest.param(
            "2024 50 poco_confiable",
            "2024 1000 -",
            (State.UNRELIABLE, Reason.UNRELIABLE),
            id="weak",
        ),
    ],
)
def test_state_and_reason(figures, rate, led, people, expected):
    needed = {"x": figures(f"{HEADER}54874 {led}"), "people": figures(f"{HEADER}54874 {people}")}
    told = details(evaluate(rate, needed, Cell(), HERE, 2024)).loc["54874"]
    assert (State(told["state"]), Reason(told["reason"])) == expected
    assert math.isnan(told["value"]) is not expected[0].has_value
    assert math.isnan(told["numerator"]) is not expected[0].has_value


def test_every_reason_has_a_sentence():
    assert set(SENTENCES) == set(Reason)


def test_the_terms_of_a_ratio_and_the_whole_period(figures, rate):
    table = "territory_code period value margin source_id\n54874 2024-06-30 50 2,5_pp A"
    needed = {"x": figures(table), "people": figures(f"{HEADER}54874 2022 1000 -")}
    told = details(evaluate(rate, needed, Cell(), HERE, 2024)).loc["54874"]
    assert told[["numerator", "denominator", "value"]].tolist() == [50, 1000, 50]
    assert told[["period", "source_id", "margin"]].tolist() == ["2024-06-30", "A", "2,5_pp"]


def test_published_terms_of_a_figure_shown_as_published(figures, counted):
    table = figures("territory_code period value numerator denominator\n54874 2024 25 5 20")
    told = details(evaluate(counted(), {"x": table}, Cell(), HERE, 2024)).loc["54874"]
    assert told[["numerator", "denominator"]].tolist() == [5, 20]


@pytest.mark.parametrize(
    ("rows", "codes", "expected"),
    [
        pytest.param("54001 2024 1 -\n54874 2024 2 -", BOTH, None, id="an answer"),
        pytest.param("54874 2024 1 -", HERE[:0], EMPTY_SCOPE, id="empty scope"),
        pytest.param("54874 2024 1 -", HERE, ONE_TERRITORY, id="one municipality"),
        pytest.param(
            "54001 2024 - suprimido\n54874 2024 - suprimido", BOTH, ALL_SUPPRESSED, id="suppressed"
        ),
        pytest.param("54001 2010 1 -", BOTH, NOTHING_KNOWN, id="nothing in reach"),
    ],
)
def test_a_sentence_where_the_whole_result_says_little(figures, counted, rows, codes, expected):
    result = evaluate(counted(), {"x": figures(HEADER + rows)}, Cell(), codes, 2024)
    assert sentence(result) == expected


THREE = pd.Index(["54001", "54874", "44430"])
QUARTER, YEAR, MONTH = "2024-10/2024-12", "2024", "2024-12"


@pytest.mark.parametrize(
    ("periods", "span", "kept"),
    [
        pytest.param((QUARTER, QUARTER, YEAR), 3, ["54001", "54874"], id="most territories"),
        pytest.param((QUARTER, YEAR, YEAR), 12, ["54874", "44430"], id="also when it is the year"),
        pytest.param((MONTH, QUARTER, YEAR), 12, ["44430"], id="of equals the longest"),
        pytest.param((MONTH, MONTH, MONTH), 1, list(THREE), id="all alike"),
        pytest.param(("2024-04/2025-03", YEAR, YEAR), 12, ["54874", "44430"], id="ends next year"),
    ],
)
def test_windows_of_different_length_are_never_in_one_result(figures, counted, periods, span, kept):
    lines = [f"{code} {period} 9" for code, period in zip(THREE, periods, strict=True)]
    table = figures("territory_code period value\n" + "\n".join(lines))
    survey = counted(window=Window.LABOUR_SURVEY)
    for rows in (table, table[::-1]):
        result = evaluate(survey, {"x": rows}, Cell(), THREE, 2024)
        assert result.span == span
        assert result.values.index.tolist() == kept


def test_a_territory_passed_over_says_why_and_alone_it_shows_its_figure(figures, counted):
    table = figures(f"territory_code period value\n54001 {YEAR} 1\n54874 {YEAR} 2\n44430 {MONTH} 3")
    survey = counted(window=Window.LABOUR_SURVEY)
    told = details(evaluate(survey, {"x": table}, Cell(), THREE, 2024))
    assert told["reason"].tolist() == [Reason.NONE, Reason.NONE, Reason.OTHER_WINDOW]
    alone = evaluate(survey, {"x": table}, Cell(), pd.Index(["44430"]), 2024)
    assert alone.values.tolist() == [3]


def test_a_figure_of_the_common_window_takes_the_place_of_a_later_one(figures, counted):
    table = figures(
        f"territory_code period value\n54001 {YEAR} 1\n54874 {YEAR} 2\n"
        f"44430 {QUARTER} 3\n44430 2023 4"
    )
    survey = counted(window=Window.LABOUR_SURVEY)
    result = evaluate(survey, {"x": table}, Cell(), THREE, 2024)
    assert result.table.loc["44430", ["value", "state", "year"]].tolist() == [
        4,
        State.EARLIER,
        2023,
    ]


def test_a_stock_has_no_window(figures, counted):
    table = figures(f"territory_code period value\n54001 {YEAR} 1\n54874 {MONTH} 2")
    result = evaluate(counted(window=Window.STOCK), {"x": table}, Cell(), BOTH, 2024)
    assert (result.span, result.values.tolist()) == (0, [1, 2])


def test_a_share_of_a_month_is_not_taken_of_a_year(figures, counted):
    needs = (Need("x"), Need("people", keeps=()))
    rate = counted(needs=needs, compute=per_thousand("x", "people"), window=Window.LABOUR_SURVEY)
    needed = {
        "x": figures(f"territory_code period value\n54874 {MONTH} 50"),
        "people": figures(f"territory_code period value\n54874 {YEAR} 1000\n54874 2022-12 500"),
    }
    assert evaluate(rate, needed, Cell(), HERE, 2024).values.tolist() == [100]


def test_migrants_of_villa_del_rosario_with_their_terms(engine):
    """The published count over the projected population of the year, both shown."""
    indicator = INDICATORS["migrantes_por_mil"]
    cell = Cell(population_group="migrante_venezolana")
    told = details(engine.at(indicator, cell, HERE, 2024)).loc["54874"]
    assert told["value"] == pytest.approx(told["numerator"] / told["denominator"] * 1000)
    assert told["period"].startswith("2024")
    assert told["source_id"]


def test_a_need_of_one_series_reads_no_other(figures, counted):
    table = figures("territory_code period value series\n54874 2024 1 a\n54874 2024-12 2 b")
    one = counted(needs=(Need("x", series=("a",)),))
    assert evaluate(one, {"x": table}, Cell(), HERE, 2024).values.tolist() == [1]
