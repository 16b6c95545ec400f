"""Rates per thousand.

| territory | part | whole | per thousand |
|-----------|------|-------|--------------|
| cesar     | 70.212 migrants 2026 | 1.000.000 (round) | 70,2 |
"""

import math

import pandas as pd
import pytest

from indicators.compute import observed, per_thousand
from indicators.registry import INDICATORS

CASES = [
    pytest.param(38_514.0, 1_000_000.0, 38.514, id="plain rate"),
    pytest.param(0.0, 5_000.0, 0.0, id="nobody is zero, not missing"),
    pytest.param(math.nan, 5_000.0, math.nan, id="no figure is missing, not zero"),
    pytest.param(300.0, math.nan, math.nan, id="no population is missing"),
    pytest.param(300.0, 0.0, math.nan, id="nobody lives there: missing, not infinite"),
]


@pytest.mark.parametrize(("part", "whole", "expected"), CASES)
def test_per_thousand(part, whole, expected):
    inputs = {"part": pd.Series([part], ["20001"]), "whole": pd.Series([whole], ["20001"])}
    value = per_thousand("part", "whole")(inputs)["20001"]
    assert value == pytest.approx(expected, nan_ok=True)


def test_observed_gives_the_published_figure_and_leaves_gaps():
    published = pd.Series([11.1, math.nan], ["AM54001", "CI44001"])
    shown = observed("tasa_desocupacion")({"tasa_desocupacion": published})
    pd.testing.assert_series_equal(shown, published, check_names=False)


def test_migrants_per_thousand_of_maicao():
    """82,834 migrants (October 2024) over 208,965 inhabitants (2024): 396.4 of every thousand."""
    inputs = {
        "poblacion_migrante_venezolana": pd.Series([82_834.0], ["44430"]),
        "poblacion": pd.Series([208_965.0], ["44430"]),
    }
    value = INDICATORS["migrantes_por_mil"].compute(inputs)["44430"]
    assert value == pytest.approx(396.4, abs=0.05)


def test_units_per_thousand_migrants_of_the_nation():
    """2,161,000 renewed registrations over 2,845,706 migrants: 759 per thousand."""
    inputs = {
        "unidades_productivas": pd.Series([2_161_000.0], ["00"]),
        "poblacion_migrante_venezolana": pd.Series([2_845_706.0], ["00"]),
    }
    value = INDICATORS["unidades_por_mil_migrantes"].compute(inputs)["00"]
    assert value == pytest.approx(759.4, abs=0.05)
