"""Shares in percent.

| share | part | whole | percent | published |
|-------|------|-------|---------|-----------|
| commerce in Cúcuta A.M., 2021       | 113.000 | 411.000 | 27,5 | 27,4 |
| public branch in Valledupar, 2021   | 24.000  | 176.000 | 13,6 | 13,6 |
| Venezuelan pupils in Cúcuta, 2019   | 9.317   | 127.102 | 7,3  | 7,3  |
| irregular in Colombia, October 2019 | 911.714 | 1.630.903 | 55,9 | -  |
"""

import math

import pandas as pd
import pytest

from indicators.compute import share, share_of_sum
from indicators.registry import INDICATORS


def one(value):
    return pd.Series([value], ["x"])


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        pytest.param(1.0, 4.0, 25.0, id="plain share"),
        pytest.param(0.0, 4.0, 0.0, id="zero is a value"),
        pytest.param(math.nan, 4.0, math.nan, id="missing part"),
        pytest.param(1.0, math.nan, math.nan, id="missing whole"),
        pytest.param(0.0, 0.0, math.nan, id="empty whole has no share"),
    ],
)
def test_share(part, whole, expected):
    value = share("part", "whole")({"part": one(part), "whole": one(whole)})["x"]
    assert value == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("part", "rest", "expected"),
    [
        pytest.param(1.0, 3.0, 25.0, id="plain share of the sum"),
        pytest.param(5.0, 0.0, 100.0, id="everything"),
        pytest.param(0.0, 0.0, math.nan, id="nobody has no share"),
        pytest.param(math.nan, 3.0, math.nan, id="missing part"),
        pytest.param(1.0, math.nan, math.nan, id="missing rest"),
    ],
)
def test_share_of_sum(part, rest, expected):
    value = share_of_sum("part", "rest")({"part": one(part), "rest": one(rest)})["x"]
    assert value == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("indicator", "part", "whole", "expected"),
    [
        pytest.param("participacion_rama", 113_000.0, 411_000.0, 27.4, id="commerce, cucuta"),
        pytest.param("participacion_rama", 24_000.0, 176_000.0, 13.6, id="public, valledupar"),
        pytest.param("participacion_matricula_venezolana", 9_317.0, 127_102.0, 7.3, id="pupils"),
        pytest.param("participacion_irregular", 911_714.0, 1_630_903.0, 55.9, id="irregular"),
    ],
)
def test_computed_shares_meet_the_published_ones(indicator, part, whole, expected):
    entry = INDICATORS[indicator]
    lead, denominator = (need.key for need in entry.needs)
    value = entry.compute({lead: one(part), denominator: one(whole)})["x"]
    assert value == pytest.approx(expected, abs=0.1)


def test_rural_share_uses_two_parts_of_one_edition():
    inputs = {"poblacion_rural": one(25.0), "poblacion_cabecera": one(75.0)}
    assert INDICATORS["participacion_rural"].compute(inputs)["x"] == 25.0
