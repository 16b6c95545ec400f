"""Whether two tables say the same: keys, words, flags and gaps exactly, numbers within 1e-9."""

import numpy as np
import pandas as pd

from geodata.aggregate.figures import Records
from geodata.aggregate.rows import KEYS
from geodata.aggregate.run import Request, Sums, aggregate

TOLERANCE = 1e-9
"""Relative. Engines add up in different orders."""


def added_up(kind: Records, engine: str, place: object) -> Sums:
    return aggregate(Request(kind, engine, str(place), "S"))


def assert_same(one: Sums, other: Sums) -> None:
    assert differences(one.rows, other.rows, KEYS) == []
    assert (one.read, one.unplaced) == (other.read, other.unplaced)
    assert one.in_total_only == other.in_total_only


def differences(ours: pd.DataFrame, other: pd.DataFrame, keys: list[str]) -> list[str]:
    """What differs, a sentence per column; nothing when the tables agree."""
    if list(ours.columns) != list(other.columns):
        return [f"columns: {list(ours.columns)} and {list(other.columns)}"]
    if len(ours) != len(other):
        return [f"rows: {len(ours)} and {len(other)}"]
    left, right = (table.sort_values(keys, ignore_index=True) for table in (ours, other))
    assert not left.duplicated(keys).any(), "keys repeat: the comparison would mean nothing"
    counts = {name: _unequal(left[name], right[name]) for name in left.columns}
    return [f"{name}: {count} cells differ" for name, count in counts.items() if count]


def _unequal(ours: pd.Series, other: pd.Series) -> int:
    if pd.api.types.is_numeric_dtype(ours) and not pd.api.types.is_bool_dtype(ours):
        same = np.isclose(ours, other, rtol=TOLERANCE, atol=0, equal_nan=True)
    else:
        same = (ours == other) | (ours.isna() & other.isna())
    return int((~np.asarray(same, dtype=bool)).sum())
