"""What holds for every formula, whatever the figures."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.compute import observed, per_thousand, share, share_of_sum

FORMULAS = {
    "per_thousand": per_thousand("part", "whole"),
    "share": share("part", "whole"),
    "share_of_sum": share_of_sum("part", "whole"),
    "observed": observed("part"),
}
each_formula = pytest.mark.parametrize("compute", FORMULAS.values(), ids=FORMULAS)

people = st.one_of(st.integers(0, 10**7).map(float), st.just(math.nan))


@st.composite
def figures(draw):
    parts = draw(st.lists(people, min_size=1, max_size=6))
    wholes = draw(st.lists(people, min_size=len(parts), max_size=len(parts)))
    codes = [f"{54001 + i}" for i in range(len(parts))]
    return {"part": pd.Series(parts, codes), "whole": pd.Series(wholes, codes)}


@each_formula
@given(inputs=figures())
def test_row_order_does_not_matter(compute, inputs):
    turned = {key: series[::-1] for key, series in inputs.items()}
    pd.testing.assert_series_equal(compute(turned)[::-1], compute(inputs))


@each_formula
@given(inputs=figures())
def test_missing_stays_missing_and_nothing_is_infinite(compute, inputs):
    values = compute(inputs)
    assert values[inputs["part"].isna()].isna().all()
    assert not values.isin([math.inf, -math.inf]).any()


@each_formula
@given(inputs=figures())
def test_the_input_is_left_as_it_was(compute, inputs):
    before = {key: series.copy(deep=True) for key, series in inputs.items()}
    compute(inputs)
    for key, series in before.items():
        pd.testing.assert_series_equal(inputs[key], series)


@pytest.mark.parametrize("name", ["per_thousand", "share", "share_of_sum"])
@given(inputs=figures(), factor=st.integers(1, 1000))
def test_a_ratio_does_not_depend_on_the_unit_of_both_parts(name, inputs, factor):
    scaled = {key: series * factor for key, series in inputs.items()}
    pd.testing.assert_series_equal(FORMULAS[name](scaled), FORMULAS[name](inputs))


@given(inputs=figures())
def test_the_two_shares_of_a_sum_make_a_hundred(inputs):
    swapped = {"part": inputs["whole"], "whole": inputs["part"]}
    both = FORMULAS["share_of_sum"](inputs) + FORMULAS["share_of_sum"](swapped)
    assert both.dropna().between(100 - 1e-9, 100 + 1e-9).all()


@given(inputs=figures())
def test_a_ratio_is_missing_exactly_where_a_part_is_missing_or_the_whole_is_empty(inputs):
    values = FORMULAS["share"](inputs)
    expected = inputs["part"].isna() | inputs["whole"].isna() | (inputs["whole"] == 0)
    assert (values.isna() == expected).all()
