"""Rows as the API gives them: what is missing is null, and a state says why."""

import numpy as np
import pandas as pd
import pytest

from geodata.schema import Column
from indicators.cube import Cell
from indicators.records import indicator_record, observation_records, records, value_records
from indicators.registry import INDICATORS

COLUMNS = (Column("name"), Column("count", "number"), Column("seen", "flag"))


def test_missing_numbers_and_empty_texts_are_none():
    table = pd.DataFrame(
        {"name": ["a", ""], "count": [np.nan, 0.0], "seen": [True, False], "other": [1, 2]}
    )
    assert records(table, COLUMNS) == [
        {"name": "a", "count": None, "seen": True},
        {"name": None, "count": 0.0, "seen": False},
    ]
    assert records(table.iloc[:0], COLUMNS) == []


@pytest.mark.parametrize("number", [np.inf, -np.inf])
def test_an_infinite_number_is_none(number):
    table = pd.DataFrame({"name": ["a"], "count": [number], "seen": [True]})
    assert records(table, COLUMNS)[0]["count"] is None


OBSERVED = """
territory_code period value quality
54001          2024   12    -
54874          2024   0     -
44430          2024   -     -
44001          2024   -     suprimido
54             2024   -     no_aplica
44             2024   7     poco_confiable
"""


def test_observations_tell_their_state(figures):
    told = {r["territory_code"]: r for r in observation_records(figures(OBSERVED))}
    assert {code: (r["state"], r["value"], r["quality"]) for code, r in told.items()} == {
        "54001": ("valor", 12.0, None),
        "54874": ("valor", 0.0, None),
        "44430": ("sin_dato", None, None),
        "44001": ("suprimido", None, "suprimido"),
        "54": ("no_aplica", None, "no_aplica"),
        "44": ("poco_confiable", 7.0, "poco_confiable"),
    }


def test_values_tell_state_reason_and_origin(world, figures, counted):
    engine = world(x=figures(OBSERVED))
    codes = pd.Index(["54001", "44430", "44001"])
    result = engine.at(counted(), Cell(), codes, 2025)
    told = value_records(result, "en")
    assert [(r["territory_code"], r["state"], r["value"]) for r in told] == [
        ("54001", "dato_anterior", 12.0),
        ("44430", "sin_dato", None),
        ("44001", "suprimido", None),
    ]
    assert told[0]["reason"].startswith("No data for the period asked for")
    assert (told[0]["period"], told[0]["source_id"], told[0]["year"]) == ("2024", "S", 2025)
    assert told[1]["period"] is None
    assert value_records(result, "es")[0]["reason"].startswith("Sin dato del periodo pedido")


@pytest.mark.parametrize("key", INDICATORS)
def test_an_indicator_tells_what_it_is_in_both_languages(key):
    told = indicator_record(INDICATORS[key])
    for name in ("title", "definition", "formula", "universe", "source_rule", "caveat"):
        assert told[name]["es"]
        assert told[name]["en"]
    assert told["needs"][0]
    assert told["lowest"] is None or np.isfinite(told["lowest"])
