"""Employment gaps: one period, one series, one source, or none.

| women | men | gap |
|-------|-----|-----|
| 10.1, December 2025 | 6.4, December 2025 | 3.7 pp |
| 10.1, December 2025 | 6.4, November 2025 | none: not together |
| 10.1, December 2025 | none | none: not published |
"""

import pytest

from indicators.measures.labour_gap import NOT_PUBLISHED, NOT_TOGETHER, Pair, labour_gap

HEADER = "territory_code period value sex series source_id quality flags\n"
WOMEN = "00 2025-12 10.1 mujeres s A - -\n"


@pytest.mark.parametrize(
    ("men", "points", "reason"),
    [
        pytest.param("00 2025-12 6.4 hombres s A - -", 3.7, None, id="together"),
        pytest.param("00 2025-12 0 hombres s A - -", 10.1, None, id="zero is a rate"),
        pytest.param("00 2025-11 6.4 hombres s A - -", None, NOT_TOGETHER, id="period"),
        pytest.param("00 2025-12 6.4 hombres t A - -", None, NOT_TOGETHER, id="series"),
        pytest.param("00 2025-12 6.4 hombres s B - -", None, NOT_TOGETHER, id="source"),
        pytest.param("00 2025-12 6.4 total s A - -", None, NOT_PUBLISHED, id="no men"),
        pytest.param("54 2025-12 6.4 hombres s A - -", None, NOT_PUBLISHED, id="elsewhere"),
        pytest.param("00 2025-12 6.4 hombres s A suprimido -", None, NOT_PUBLISHED, id="hidden"),
        pytest.param("00 2025-12 6.4 hombres s A - undated", None, NOT_PUBLISHED, id="flag"),
    ],
)
@pytest.mark.parametrize("turned", [False, True], ids=["as-written", "upside-down"])
def test_women_and_men(figures, men, points, reason, turned):
    table = figures(HEADER + WOMEN + men)
    found = labour_gap(table[::-1] if turned else table, "00", Pair.WOMEN_MEN)
    assert found.points == (pytest.approx(points) if points is not None else None)
    assert found.reason == reason


def test_the_newest_common_period_is_used(figures):
    table = figures(
        HEADER + WOMEN + "00 2024-12 12 mujeres s A - -\n00 2024-12 8 hombres s A - -\n"
    )
    found = labour_gap(table, "00", Pair.WOMEN_MEN)
    assert (found.points, found.period) == (4, "2024-12")


def test_women_and_men_of_the_nation_in_december_2025(published):
    """Unemployment of women 10.1 %, of men 6.4 % (month, December 2025): 3.7 points."""
    found = labour_gap(published.observations("tasa_desocupacion"), "00", Pair.WOMEN_MEN)
    assert found.points == pytest.approx(3.7)
    assert (found.period, found.series) == ("2025-12", "geih2018|mes")


def test_migrants_and_non_migrants_whose_definition_is_doubtful(published):
    """66.4 % and 57 % (2024, ANDI) have a doubtful definition of migrant: no gap of 9.4 points."""
    found = labour_gap(published.observations("tasa_ocupacion"), "00", Pair.MIGRANT_HOST)
    assert (found.points, found.reason) == (None, NOT_PUBLISHED)


def test_nobody_publishes_the_gap_of_a_municipality(published):
    found = labour_gap(published.observations("tasa_ocupacion"), "54874", Pair.MIGRANT_HOST)
    assert (found.points, found.reason) == (None, NOT_PUBLISHED)


def test_the_other_way_round_changes_the_sign(figures):
    table = figures(HEADER + WOMEN + "00 2025-12 6.4 hombres s A - -")
    swapped = table.assign(sex=table["sex"].map({"mujeres": "hombres", "hombres": "mujeres"}))
    gaps = [labour_gap(rows, "00", Pair.WOMEN_MEN).points for rows in (table, swapped)]
    assert sum(gaps) == pytest.approx(0)
