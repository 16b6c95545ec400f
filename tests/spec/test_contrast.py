"""Two figures set against each other: what may be subtracted, what may be said, and why not."""

from dataclasses import replace

import pandas as pd
import pytest

from indicators import contrast as c
from indicators.cube import Cell
from indicators.margins import half_width
from indicators.nearest import Figure, Origin
from indicators.registry import INDICATORS
from indicators.states import State

UNEMPLOYMENT, RATE, COUNT = (
    INDICATORS[key]
    for key in ("tasa_desocupacion", "migrantes_por_mil", "poblacion_migrante_venezolana")
)


def figure(indicator, value, *, code="44430", origin=Origin.OWN, state=State.VALUE, **row):
    known = {"period": "2025", "series": "a", "margin": "", "sample_size": None, "flags": ""} | row
    return Figure(
        indicator, Cell(), code, origin, int(known["period"][:4]), value, state, pd.Series(known)
    )


def test_registers_differ_by_what_they_differ():
    found = c.contrast(figure(RATE, 100.0), figure(RATE, 124.0))
    assert found == c.Contrast(other=124.0, difference=-24.0, reason=None)


@pytest.mark.parametrize(
    ("own", "other", "reason"),
    [
        pytest.param({}, {"origin": Origin.DEPARTMENT}, c.STAND_IN, id="stand-in"),
        pytest.param({"origin": Origin.NATION}, {}, c.STAND_IN, id="own is the stand-in"),
        pytest.param({}, {"series": "b"}, c.OTHER_SERIES, id="series"),
        pytest.param({}, {"period": "2024"}, c.OTHER_PERIOD, id="period"),
        pytest.param({}, {"period": "2025-01/2025-03"}, c.OTHER_WINDOW, id="window"),
        pytest.param({}, {"state": State.UNRELIABLE}, c.CAUTION, id="unreliable"),
    ],
)
def test_what_is_not_alike_is_not_subtracted(own, other, reason):
    found = c.contrast(figure(UNEMPLOYMENT, 12.0, **own), figure(UNEMPLOYMENT, 9.0, **other))
    assert found.reason is reason
    assert found.difference is None


def test_counts_are_not_subtracted():
    assert c.contrast(figure(COUNT, 9.0), figure(COUNT, 5.0)).reason is c.COUNTS


def test_a_missing_figure_is_never_zero():
    absent = figure(UNEMPLOYMENT, None, state=State.SUPPRESSED)
    for pair in ((figure(UNEMPLOYMENT, 9.0), absent), (None, absent), (absent, None)):
        assert c.contrast(*pair) == c.Contrast(reason=c.ABSENT)


@pytest.mark.parametrize(
    ("margins", "reason"),
    [
        pytest.param(("±1", "±1"), None, id="apart"),
        pytest.param(("±2", "±1"), c.OVERLAP, id="they touch"),
        pytest.param(("±2", "±2"), c.OVERLAP, id="they cross"),
        pytest.param(("", "±1"), c.NO_MARGIN, id="one is not published"),
    ],
)
def test_a_difference_of_three_points_is_said_only_outside_the_margins(margins, reason):
    own, other = (
        figure(UNEMPLOYMENT, value, margin=margin)
        for value, margin in zip((12.0, 9.0), margins, strict=True)
    )
    found = c.contrast(own, other)
    assert found.difference == 3.0
    assert found.reason is reason


@pytest.mark.parametrize("flag", ["conflict", "lower_bound", "rounded|conflict"])
def test_nothing_is_said_of_a_figure_that_others_contradict(flag):
    assert c.contrast(figure(RATE, 9.0, flags=flag), figure(RATE, 5.0)).reason is c.CONFLICT


def test_registers_of_one_year_are_compared_whatever_their_day():
    dates = [figure(RATE, 9.0, period=p) for p in ("2025-01-31", "2025-12-31")]
    assert c.contrast(*dates).reason is None
    assert c.contrast(dates[0], replace(dates[1], year=2024)).reason is c.OTHER_PERIOD


def test_a_median_of_surveys_has_no_known_margin():
    assert c.against_median(figure(UNEMPLOYMENT, 12.0, margin="±0,1"), 9.0).reason is c.MEDIAN
    assert c.against_median(figure(RATE, 12.0), 9.0) == c.Contrast(9.0, 3.0)


@pytest.mark.parametrize(
    ("indicator", "margin", "sample", "expected"),
    [
        (UNEMPLOYMENT, "±1,5 pp", float("nan"), 1.5),
        (UNEMPLOYMENT, "", 400.0, 4.9),
        (UNEMPLOYMENT, "", float("nan"), None),
        (RATE, "", float("nan"), 0.0),
    ],
)
def test_half_width_of_fifty_percent(indicator, margin, sample, expected):
    found = half_width(indicator, 50.0, margin, sample)
    assert found == (None if expected is None else pytest.approx(expected, abs=0.01))
