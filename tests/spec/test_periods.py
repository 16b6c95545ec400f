"""Periods: how long, which year, which comes last."""

import pytest

from indicators.periods import end_key, span_months, year_of


@pytest.mark.parametrize(
    ("period", "months", "year"),
    [
        pytest.param("", 0, None, id="undated"),
        pytest.param("2024", 12, 2024, id="year"),
        pytest.param("2024-07", 1, 2024, id="month"),
        pytest.param("2024-07-31", 1, 2024, id="day"),
        pytest.param("2024-08/2024-10", 3, 2024, id="moving-quarter"),
        pytest.param("2024-11/2025-01", 3, 2025, id="quarter-over-new-year"),
        pytest.param("2024-08/2025-07", 12, 2025, id="moving-year"),
        pytest.param("2024-07/2025-07", 13, None, id="thirteen-months-are-of-no-year"),
        pytest.param("2020/2024", 60, None, id="several-years"),
        pytest.param("2024-01-15/2024-03-02", 3, 2024, id="from-day-to-day"),
        pytest.param("2024-01/2024", 12, 2024, id="from-a-month-to-the-end-of-the-year"),
    ],
)
def test_length_and_year(period, months, year):
    assert span_months(period) == months
    assert year_of(period) == year


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param("2023", "2024", id="years"),
        pytest.param("2024-11", "2024-12", id="months"),
        pytest.param("2024-11-30", "2024", id="a-year-ends-with-december"),
        pytest.param("2024-12-30", "2024-12", id="a-month-ends-with-its-last-day"),
        pytest.param("2024-08/2024-10", "2024-09/2024-11", id="moving-quarters"),
        pytest.param("2024-02/2025-01", "2024-11/2025-01", id="same-end-the-later-start"),
        pytest.param("2024", "2024-12-31", id="same-end-a-day-is-later-than-the-year"),
        pytest.param("", "1985", id="undated-comes-first"),
    ],
)
def test_order(earlier, later):
    assert end_key(earlier) < end_key(later)
