"""The matrix of gaps: municipality by axis.

Five municipalities, one indicator that is better higher, values 10, 20, 30, 40, 50 (mean 30,
standard deviation 14.14): their gaps are 1.41, 0.71, 0, −0.71, −1.41. The same figures of an
indicator that is better lower have the opposite sign.
"""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.details import EMPTY_SCOPE
from indicators.gaps import METHOD, gap_matrix, reweighted, sensitivity
from indicators.gaps.items import ITEMS
from indicators.gaps.matrix import BAD_WEIGHTS, ONE, TOO_LITTLE, axis_gap, matrix_of, weighted
from indicators.gaps.standardise import standardised, winsorised
from indicators.registry import INDICATORS
from indicators.spec import Axis, Better, Kind, Text
from indicators.states import State

NAN = math.nan
FIVE = list("abcde")
RISING = [10.0, 20.0, 30.0, 40.0, 50.0]
STEPS = [math.sqrt(2), math.sqrt(0.5), 0, -math.sqrt(0.5), -math.sqrt(2)]
AS_GIVEN = METHOD.__class__(**{
    name: (0.0, 100.0) if name == "winsor" else getattr(METHOD, name)
    for name in METHOD.__dataclass_fields__
})  # fmt: skip


@pytest.mark.parametrize(
    ("values", "better", "expected"),
    [
        pytest.param(RISING, Better.HIGHER, STEPS, id="higher-is-better"),
        pytest.param(RISING, Better.LOWER, [-s for s in STEPS], id="lower-is-better"),
        pytest.param([7.0] * 5, Better.HIGHER, [NAN] * 5, id="no-variation"),
        pytest.param([0.1 + 0.2] * 4 + [0.3], Better.HIGHER, [NAN] * 5, id="rounding-is-no-gap"),
        pytest.param([10.0, 20.0, NAN, NAN, NAN], Better.HIGHER, [NAN] * 5, id="too-few"),
    ],
)
def test_standardised(values, better, expected):
    table = pd.DataFrame({"x": values}, index=FIVE)
    found = standardised(table, {"x": better}, AS_GIVEN)["x"]
    assert found.tolist() == pytest.approx(expected, nan_ok=True)


def test_a_missing_value_stays_missing_and_moves_no_other():
    table = pd.DataFrame({"x": [*RISING, NAN]}, index=[*FIVE, "f"])
    found = standardised(table, {"x": Better.HIGHER}, AS_GIVEN)["x"]
    assert found.tolist() == pytest.approx([*STEPS, NAN], nan_ok=True)


def test_an_extreme_value_is_drawn_in():
    values = pd.Series([*map(float, range(100)), 1e9])
    assert winsorised(values, (2.5, 97.5)).max() == pytest.approx(97.5)
    assert winsorised(pd.Series([NAN]), (2.5, 97.5)).isna().all()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param([1.0, 2.0, 3.0, 6.0], 3.0, id="all"),
        pytest.param([1.0, 2.0, 3.0, NAN], 2.0, id="three-of-four"),
        pytest.param([1.0, 2.0, NAN, NAN], NAN, id="half-is-not-enough"),
        pytest.param([0.0, 0.0, 0.0, NAN], 0.0, id="zero-is-a-gap"),
    ],
)
def test_an_axis_needs_a_declared_share_of_its_indicators(row, expected):
    assert axis_gap(pd.DataFrame([row])).iloc[0] == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("row", "weights", "expected"),
    [
        pytest.param([1.0, 3.0, 5.0], [1, 1, 1], 3.0, id="equal"),
        pytest.param([1.0, 3.0, 5.0], [2, 1, 1], 2.5, id="moved"),
        pytest.param([1.0, NAN, 5.0], [1, 1, 1], 3.0, id="two of three"),
        pytest.param([1.0, NAN, NAN], [1, 1, 1], NAN, id="one of three"),
        pytest.param([1.0, NAN, NAN], [1, 0, 0], 1.0, id="only that one is asked"),
    ],
)
def test_the_total_is_a_weighted_mean_of_enough_axes(row, weights, expected):
    axes = pd.DataFrame([row], columns=list("xyz"))
    found = weighted(axes, pd.Series(weights, list("xyz"), dtype=float))
    assert found.iloc[0] == pytest.approx(expected, nan_ok=True)


def items_of(*axes):
    keys = iter(["tasa_desocupacion", "afiliacion_salud", "nbi", "tres_comidas_diarias"])
    return {axis: (INDICATORS[next(keys)],) for axis in axes}


TWO = items_of(Axis.EMPLOYMENT, Axis.COHESION)


def drawn(first, second):
    frame = {"tasa_desocupacion": first, "afiliacion_salud": second}
    return pd.DataFrame(frame, index=[f"m{n}" for n in range(len(first))], dtype=float)


def test_a_cell_says_what_it_stands_on():
    matrix = matrix_of(drawn(RISING, [NAN, *RISING[1:]]), TWO, None)
    assert matrix.state("m0", Axis.COHESION) is State.NO_DATA
    assert matrix.sentence("m0", Axis.COHESION).es == (
        "No calculable: solo 0 de 1 indicadores del eje tienen dato (mínimo 1)."
    )
    assert (
        matrix.sentence("m0", Axis.EMPLOYMENT).en == "Computed from 1 of the axis's 1 indicators."
    )


@pytest.mark.parametrize(
    ("weights", "note"),
    [
        pytest.param({Axis.EMPLOYMENT: 3.0, Axis.COHESION: 1.0}, None, id="usable"),
        pytest.param({Axis.EMPLOYMENT: 3.0}, None, id="the-other-weighs-nothing"),
        pytest.param({Axis.EMPLOYMENT: -1.0, Axis.COHESION: 2.0}, BAD_WEIGHTS, id="negative"),
        pytest.param({Axis.EMPLOYMENT: NAN}, BAD_WEIGHTS, id="no-number"),
        pytest.param({}, BAD_WEIGHTS, id="nothing"),
    ],
)
def test_weights_add_up_to_one(weights, note):
    matrix = reweighted(matrix_of(drawn(RISING, RISING), TWO, None), weights)
    assert matrix.weights.sum() == pytest.approx(1)
    assert matrix.note == note


def test_moving_the_weights_is_the_same_as_starting_with_them():
    values, weights = drawn(RISING, RISING[::-1]), {Axis.EMPLOYMENT: 3.0, Axis.COHESION: 1.0}
    moved, direct = (
        reweighted(matrix_of(values, TWO, None), weights),
        matrix_of(values, TWO, weights),
    )
    pd.testing.assert_series_equal(moved.total, direct.total)


def test_the_ranking_is_sure_where_every_choice_agrees():
    matrix = matrix_of(drawn(RISING, RISING[::-1]), TWO, None)  # the two indicators agree
    table = sensitivity(matrix)
    assert matrix.total["m4"] == matrix.total.max()
    assert table.loc["m4", ["place", "first", "last", "n"]].tolist() == [1, 1, 1, 5]
    assert table["runs"].tolist() == [METHOD.runs] * 5


def test_the_ranking_is_a_range_where_choices_disagree():
    table = sensitivity(matrix_of(drawn(RISING, RISING), TWO, None))  # they contradict each other
    assert table.loc["m0", ["first", "last"]].tolist() == [1, 5]
    assert (table["first"] <= table["last"]).all()


def test_an_indicator_may_be_left_out_of_an_axis_that_has_others():
    """One axis, two indicators that contradict each other: without either, the order turns."""
    both = (INDICATORS["tasa_desocupacion"], INDICATORS["afiliacion_salud"])
    matrix = matrix_of(drawn(RISING, RISING), {Axis.EMPLOYMENT: both}, None)
    assert matrix.total.tolist() == pytest.approx([0] * 5)
    assert sensitivity(matrix).loc["m0", ["first", "last"]].tolist() == [1, 5]


def test_the_sensitivity_is_always_the_same():
    matrix = matrix_of(drawn(RISING, RISING), TWO, None)
    pd.testing.assert_frame_equal(sensitivity(matrix), sensitivity(matrix))


def test_what_has_no_total_has_no_place():
    table = sensitivity(matrix_of(drawn([*RISING, NAN], [*RISING, NAN]), TWO, None))
    assert table.loc["m5", ["place", "first", "last"]].isna().all()
    assert table.loc["m5", "runs"] == 0


def test_items_are_relative_local_and_have_a_desirable_end():
    assert set(ITEMS) == set(Axis) - {Axis.CONTEXT}
    for axis, inside in ITEMS.items():
        assert len(inside) >= 3
        for item in inside:
            assert item.axis is axis
            assert item.kind is not Kind.COUNT
            assert item.better is not Better.NEITHER
            assert "municipio" in item.levels


def test_every_choice_is_stated_in_both_languages():
    for sentence in METHOD.choices:
        assert isinstance(sentence, Text)
        assert sentence.es.endswith(".")
        assert sentence.en.endswith(".")
    low, high = METHOD.winsor
    assert f"{low}".replace(".", ",") in METHOD.winsorising.es
    assert f"{high}".replace(".", ",") in METHOD.winsorising.es
    assert f"{METHOD.present_share:.0%}".replace("%", " %") in METHOD.missing.es


@pytest.mark.parametrize(
    ("codes", "note"),
    [
        pytest.param([], EMPTY_SCOPE, id="empty scope"),
        pytest.param(["54874"], ONE, id="one municipality"),
        pytest.param(["54874", "54001", "44430", "44001", "20001"], TOO_LITTLE, id="published"),
    ],
)
def test_a_scope_that_cannot_be_compared_says_so(engine, codes, note):
    matrix = gap_matrix(engine, pd.Index(codes, dtype="str"), 2025)
    assert matrix.note == note
    assert matrix.total.isna().all()
    assert len(sensitivity(matrix)) == len(codes)


number = st.one_of(st.integers(0, 100).map(float), st.just(NAN))
columns = st.lists(st.tuples(number, number), min_size=5, max_size=15)


@given(rows=columns, factor=st.sampled_from([0.5, 2.0, 1000.0]), shift=st.integers(-50, 50))
def test_gaps_do_not_depend_on_the_unit(rows, factor, shift):
    first, second = zip(*rows, strict=True)
    values = drawn(first, second)
    moved = values * factor + shift
    gaps, same = matrix_of(values, TWO, None).gaps, matrix_of(moved, TWO, None).gaps
    np.testing.assert_allclose(gaps, same, atol=1e-6)


@given(rows=columns, data=st.data())
def test_gaps_do_not_depend_on_the_order_and_leave_the_input(rows, data):
    first, second = zip(*rows, strict=True)
    values = drawn(first, second)
    before = values.copy(deep=True)
    order = data.draw(st.permutations(list(values.index)))
    straight, turned = matrix_of(values, TWO, None), matrix_of(values.loc[order], TWO, None)
    pd.testing.assert_frame_equal(values, before)
    np.testing.assert_allclose(straight.gaps, turned.gaps.loc[values.index], atol=1e-9)


@given(rows=columns)
def test_missing_figures_never_become_gaps(rows):
    first, second = zip(*rows, strict=True)
    values = drawn(first, second)
    matrix = matrix_of(values, TWO, None)
    assert matrix.gaps[values.isna()].isna().all(axis=None)
    known = matrix.gaps.mean().dropna()
    assert np.allclose(known, 0, atol=1e-9)
