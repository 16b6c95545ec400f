"""Tables of an older release, as this one reads them."""

from typing import Final

import pandas as pd

from geodata.schema import PRODUCTIVE_UNIT, TABLES

SHAPE: Final = "shape"
NUMBERS: Final = ("number", "whole")
UNIT_STATUS: Final = {"activo": "activa", "cerrado": "cerrada", "reducido": "en_riesgo"}
"""Imports of productive units once took the words of centres."""


def completed(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """``table`` with the optional columns that its release did not know, all of them empty.

    Args:
        name: one of ``geodata.schema.TABLES``.
        table: as a snapshot holds it. It is returned itself where nothing is lacking.
    """
    lacking = [c for c in TABLES[name] if c.name not in table and c.kind != SHAPE]
    empty = {c.name: _empty(table, number=c.kind in NUMBERS) for c in lacking if not c.required}
    if not empty:
        return table
    whole = table.assign(**empty)
    return _with_unit_words(whole) if name == "places" else whole


def _empty(table: pd.DataFrame, *, number: bool) -> pd.Series:
    kind = "float64" if number else "str"
    return pd.Series(float("nan") if number else "", index=table.index, dtype=kind)


def _with_unit_words(places: pd.DataFrame) -> pd.DataFrame:
    units = places["kind"] == PRODUCTIVE_UNIT
    if not units.any():
        return places
    known = places["status"].replace(UNIT_STATUS)
    return places.assign(status=places["status"].mask(units, known))
