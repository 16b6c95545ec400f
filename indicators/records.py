"""Rows as plain records: text, numbers and ``None``, never NaN and never an empty text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from geodata.schema import OBSERVATIONS, TERRITORIES, Column, Quality
from indicators.details import SENTENCES, Reason, details
from indicators.evaluate import Result
from indicators.spec import Indicator, Text
from indicators.states import STATE_OF_QUALITY, State

Record = dict[str, Any]

TERRITORY_COLUMNS: Final = tuple(column for column in TERRITORIES if column.kind != "shape")
"""What is told of a territory; its shape is asked for apart."""

FEATURE_COLUMNS: Final = ("territory_code", "name", "level", "department_code")
"""What a shape carries along."""

DETAIL_TEXTS: Final = ("period", "source_id", "series", "margin")
DETAIL_NUMBERS: Final = ("numerator", "denominator", "sample_size")


def records(table: pd.DataFrame, columns: Sequence[Column]) -> list[Record]:
    """One record for each row of ``table``, with the fields of ``columns``.

    A missing number and an empty text are ``None``.
    """
    names = [column.name for column in columns]
    lists = [_cells(table[column.name], column.kind) for column in columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*lists, strict=True)]


def _cells(cells: pd.Series, kind: str) -> list[Any]:
    if kind == "number":
        return _numbers(cells)
    if kind in ("flag", "whole"):
        return list(cells.tolist())
    return [str(text) or None for text in cells.tolist()]


def _numbers(cells: Iterable[float]) -> list[float | None]:
    values = np.asarray(cells, dtype=float)
    found: list[float | None] = values.astype(object).tolist()
    for place in np.flatnonzero(~np.isfinite(values)):
        found[place] = None
    return found


def observation_records(rows: pd.DataFrame) -> list[Record]:
    """Observations with their ``state``, the word of ``State.code``.

    Args:
        rows: as ``Engine.snapshot`` gives them, after disclosure control.
    """
    made = records(rows, OBSERVATIONS)
    for one in made:
        one["state"] = _state_of(one).code
    return made


def _state_of(observation: Record) -> State:
    """What an observation says of itself: without a number there is no value."""
    state = STATE_OF_QUALITY[Quality(observation["quality"] or "")]
    return State.NO_DATA if state.has_value and observation["value"] is None else state


def value_records(result: Result, language: str) -> list[Record]:
    """The value of each territory of ``result``: state, reason and where it comes from.

    ``value`` is ``None`` unless the state has one; ``reason`` is a sentence in ``language``.
    """
    table = details(result)
    shared = {
        "indicator": result.indicator.key,
        "year": result.year,
        "sex": str(result.cell.sex),
        "population_group": str(result.cell.population_group),
        "sector": str(result.cell.sector),
        "unit": result.indicator.unit.key,
    }
    columns: dict[str, list[Any]] = {
        "territory_code": table.index.tolist(),
        "value": _numbers(table["value"]),
        "state": [State(state).code for state in table["state"]],
        "reason": [_said(SENTENCES[Reason(r)], language) for r in table["reason"]],
        **{name: _cells(table[name], "text") for name in DETAIL_TEXTS},
        **{name: _numbers(table[name]) for name in DETAIL_NUMBERS},
    }
    rows = zip(*columns.values(), strict=True)
    return [shared | dict(zip(columns, row, strict=True)) for row in rows]


def _said(text: Text, language: str) -> str:
    return text.es if language == "es" else text.en


def indicator_record(indicator: Indicator) -> Record:
    """What the registry declares of an indicator; sentences in both languages."""
    words = ("title", "definition", "formula", "universe", "source_rule", "caveat")
    unit = indicator.unit
    low, high = indicator.valid_range
    return {
        "indicator": indicator.key,
        "axis": str(indicator.axis),
        "kind": str(indicator.kind),
        "window": str(indicator.window),
        "better": str(indicator.better),
        "unit": {"key": unit.key, "symbol": _both(unit.symbol), "noun": _both(unit.noun)},
        **{name: _both(getattr(indicator, name)) for name in words},
        "reference": indicator.reference,
        "needs": [need.key for need in indicator.needs],
        "lowest": _bound(low),
        "highest": _bound(high),
        "decimals": indicator.decimals,
        "levels": [str(level) for level in indicator.levels],
        "groups": [str(group) for group in indicator.groups],
        "by_sex": indicator.by_sex,
        "by_sector": indicator.by_sector,
        "tolerance_years": indicator.tolerance_years,
    }


def _both(text: Text) -> Mapping[str, str]:
    return {"es": text.es, "en": text.en}


def _bound(value: float) -> float | None:
    return value if np.isfinite(value) else None


def feature_properties(territories: pd.DataFrame) -> list[Record]:
    """The properties of the shapes of ``territories``."""
    return records(territories, [c for c in TERRITORIES if c.name in FEATURE_COLUMNS])
