"""Change between two years, and part of a whole.

| before | now | series | difference | percent |
|--------|-----|--------|------------|---------|
| 100 | 120 | equal | 20 | 20 % |
| 0 | 120 | equal | 120 | none: from zero |
| 100 | 120 | different | none | none |
| missing | 120 | equal | none | none |
"""

import pandas as pd
import pytest

from indicators.cube import Cell
from indicators.evaluate import board
from indicators.figures import Figures
from indicators.measures.growth import SENTENCES, Break, growth, part_of
from indicators.registry import INDICATORS
from indicators.spec import Window

HERE = pd.Index(["54874"])
VENEZUELANS = Cell(population_group="migrante_venezolana")
MIGRANTS = INDICATORS["poblacion_migrante_venezolana"]
HEADER = "territory_code period value series\n"


@pytest.mark.parametrize(
    ("rows", "difference", "percent", "reason"),
    [
        pytest.param("2020 100 a\n54874 2024 120 a", 20, 20, Break.NONE, id="growth"),
        pytest.param("2020 100 a\n54874 2024 0 a", -100, -100, Break.NONE, id="down to zero"),
        pytest.param("2020 0 a\n54874 2024 120 a", 120, None, Break.FROM_ZERO, id="from zero"),
        pytest.param("2020 9 a\n54874 2024 120 b", None, None, Break.OTHER_SERIES, id="series"),
        pytest.param("2024 120 a", None, None, Break.NO_START, id="no start"),
        pytest.param("2020 100 a", None, None, Break.NO_END, id="no end"),
        pytest.param("2019 9 a\n54874 2024 12 a", None, None, Break.NO_START, id="earlier figure"),
    ],
)
def test_growth(figures, counted, rows, difference, percent, reason):  # noqa: PLR0913, PLR0917
    made = board(counted(), {"x": Figures.of(figures(f"{HEADER}54874 {rows}"))}, Cell(), HERE)
    told = growth(made.at(2020), made.at(2024)).loc["54874"]
    assert Break(told["reason"]) is reason
    for name, expected in (("difference", difference), ("percent", percent)):
        assert told[name] == expected if expected is not None else pd.isna(told[name])


def test_a_quarter_has_not_grown_from_a_year(figures, counted):
    table = figures(f"{HEADER}54874 2020 100 a\n54874 2024-10/2024-12 120 a")
    made = board(counted(window=Window.LABOUR_SURVEY), {"x": Figures.of(table)}, Cell(), HERE)
    assert growth(made.at(2020), made.at(2024))["reason"].tolist() == [Break.OTHER_WINDOW]


def test_every_break_has_a_sentence():
    assert set(SENTENCES) == set(Break)


def test_migrants_of_the_nation_between_2022_and_2024(engine):
    """2,867,748 (December 2022) and 2,815,611 (December 2024), both under the ETPV."""
    made = engine.board(MIGRANTS, VENEZUELANS, pd.Index(["00"]))
    told = growth(made.at(2022), made.at(2024)).loc["00"]
    assert told["difference"] == -52_137
    assert told["percent"] == pytest.approx(-1.818, abs=0.001)


def test_visibility_is_no_growth(engine):
    """Valledupar had 35,000 in January 2021 and 38,514 in 2026: two regimes, no growth."""
    made = engine.board(MIGRANTS, VENEZUELANS, pd.Index(["20001"]))
    told = growth(made.at(2021), made.at(2026)).loc["20001"]
    assert (told["before"], told["now"]) == (35_000, 38_514)
    assert Break(told["reason"]) is Break.OTHER_SERIES


def test_the_parts_of_cesar_add_up_to_a_hundred(engine):
    """25 municipalities, 70,212 migrants; Valledupar holds 38,514 of them: 54.9 %."""
    codes = engine.codes("pais", "20")
    parts = engine.at(MIGRANTS, VENEZUELANS, codes, 2026)
    whole = engine.at(MIGRANTS, VENEZUELANS, pd.Index(["20"]), 2026)
    shares = part_of(parts, whole)
    assert whole.values.tolist() == [70_212]
    assert shares["20001"] == pytest.approx(54.854, abs=0.001)
    assert (len(shares), shares.sum()) == (25, pytest.approx(100))


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        pytest.param(2020, 762_823 / 1_729_537 * 100, id="PEP: 44.1 of every hundred"),
        pytest.param(2021, 344_688 / 1_842_392 * 100, id="ETPV: 18.7 of every hundred"),
    ],
)
def test_regular_share_of_the_nation_by_regime(engine, year, expected):
    indicator = INDICATORS["participacion_regular"]
    result = engine.at(indicator, VENEZUELANS, pd.Index(["00"]), year)
    assert result.values["00"] == pytest.approx(expected)


def test_the_regular_share_is_not_compared_between_regimes(engine):
    made = engine.board(INDICATORS["participacion_regular"], VENEZUELANS, pd.Index(["00"]))
    assert growth(made.at(2020), made.at(2021))["reason"].tolist() == [Break.OTHER_SERIES]
