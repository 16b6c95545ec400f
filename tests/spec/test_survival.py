"""Survival of productive units by the product-limit estimate.

Twelve units followed; one closes after 6 months, one after 18, ten stay open for three years:
after 12 months 11/12 are open, after 24 months 11/12 of 10/11 = 10/12.
"""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.measures.survival import survival


def units(*lives):
    rows = [{"kind": "unidad_productiva", "valid_from": a, "valid_to": b} for a, b in lives]
    return pd.DataFrame(rows, columns=["kind", "valid_from", "valid_to"])


OPEN = [("2020-01", "")] * 10
CLOSED = [("2020-01", "2020-07"), ("2020-01", "2021-07")]


def test_product_limit():
    found = survival(units(*OPEN, *CLOSED), "2023-06")
    assert found.table["months"].tolist() == [12, 24, 36]
    assert found.table["share"].tolist() == pytest.approx([1100 / 12, 1000 / 12, 1000 / 12])
    assert (found.table["low"] < found.table["share"]).all()
    assert (found.table["share"] < found.table["high"]).all()
    assert found.n == 12


def test_units_still_open_are_not_closed():
    found = survival(units(*OPEN), "2023-06").table
    assert found["share"].tolist() == [100, 100, 100]


def test_with_fewer_than_ten_followed_there_is_no_estimate():
    found = survival(units(*OPEN[:9], *CLOSED), "2023-06").table.set_index("months")
    assert found.loc[12, "at_risk"] == 10
    assert not math.isnan(found.loc[12, "share"])
    assert math.isnan(found.loc[24, "share"])


def test_a_closure_after_the_date_has_not_happened_yet():
    lives = [*OPEN, ("2020-01", "2023-05")]
    assert survival(units(*lives), "2022-06").table["share"].iloc[0] == 100


def test_a_unit_that_opens_later_is_not_counted_and_one_without_date_is_counted_apart():
    found = survival(units(*OPEN, ("2024-01", ""), ("", "")), "2023-06")
    assert (found.n, found.undated) == (10, 1)


def test_nothing_to_follow():
    found = survival(units(), "2023-06")
    assert found.table["share"].isna().all()
    assert found.table["at_risk"].tolist() == [0, 0, 0]


def test_the_textbook_example():
    """Kaplan and Meier by hand: losses drop out of the denominator when they happen."""
    lives = [("2020-01", "")] * 20 + [("2022-06", "")] * 10 + [("2020-01", "2021-04")] * 5
    found = survival(units(*lives), "2023-06").table.set_index("months")
    # 35 followed for 12 months; 5 close in month 15, when 25 are left (10 were lost at 12).
    assert found.loc[12, "share"] == 100
    assert found.loc[24, "share"] == pytest.approx(80)


lives = st.tuples(
    st.dates(pd.Timestamp("2015-01-01").date(), pd.Timestamp("2022-01-01").date()),
    st.one_of(st.none(), st.integers(0, 3000)),
)


@given(drawn=st.lists(lives, max_size=40), data=st.data())
def test_survival_falls_and_does_not_know_the_order(drawn, data):
    rows = [
        (str(a), "" if n is None else str((pd.Timestamp(a) + pd.Timedelta(days=n)).date()))
        for a, n in drawn
    ]
    found = survival(units(*rows), "2023-06").table
    shares = found["share"].dropna()
    assert shares.between(0, 100).all()
    assert shares.is_monotonic_decreasing
    turned = survival(units(*data.draw(st.permutations(rows))), "2023-06").table
    pd.testing.assert_frame_equal(found, turned)
