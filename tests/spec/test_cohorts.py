"""Units still open, by the year in which they opened.

| cohort | opened | active | at risk | closed | to be verified | open of every 100 |
|--------|--------|--------|---------|--------|----------------|-------------------|
| 2019   | 12     | 6      | 3       | 2      | 1              | 9 of 11           |
| 2020   | 9      | 9      | 0       | 0      | 0              | not computed: 9   |
| 2021   | 10     | 0      | 0       | 10     | 0              | 0                 |
| –      | 2      | without an opening date                                       |
"""

import math

import pandas as pd
import pytest

from indicators.measures.cohorts import COHORTS, cohorts
from indicators.measures.registry import MEASURES


def units(*lines):
    rows = [
        {"kind": "unidad_productiva", "valid_from": opened, "status": status}
        for opened, status, many in lines
        for _ in range(many)
    ]
    return pd.DataFrame(rows, columns=["kind", "valid_from", "status"])


TABLE = units(
    ("2019-03-01", "activa", 6), ("2019", "en_riesgo", 3), ("2019-11", "cerrada", 2),
    ("2019-12-31", "por_verificar", 1), ("2020-01", "activa", 9), ("2021", "cerrada", 10),
    ("", "activa", 1), (None, "cerrada", 1),
)  # fmt: skip


def test_cohorts_as_the_table_says():
    found = cohorts(TABLE)
    assert found.table.index.tolist() == ["2019", "2020", "2021"]
    assert found.table["registered"].tolist() == [12, 9, 10]
    assert found.table["open"].tolist() == [9, 9, 0]
    assert found.table["unverified"].tolist() == [1, 0, 0]
    share = found.table["share"].tolist()
    assert share[0] == pytest.approx(900 / 11)
    assert math.isnan(share[1]), "nine units are too few"
    assert share[2] == 0, "none left open is a figure"
    assert found.undated == 2


def test_centres_are_no_units():
    centres = TABLE.assign(kind="centro_integrate")
    assert cohorts(centres).table.empty
    assert cohorts(centres).undated == 0


def test_the_measure_is_told_with_the_others():
    assert MEASURES[COHORTS.key] is COHORTS
