"""What a municipality's figure is compared with, and only where it may be."""

from dataclasses import dataclass
from enum import StrEnum, unique

import pandas as pd

from indicators.engine import Engine
from indicators.evaluate import Result
from indicators.nearest import NATION, Figure
from indicators.spec import Kind, Window
from indicators.states import State


@unique
class Reference(StrEnum):
    """Who a figure is compared with."""

    DEPARTMENT = "department"
    SCOPE = "scope"
    NATION = "nation"


@dataclass(frozen=True, slots=True)
class Mark:
    """One reference value; ``n`` is how many territories a median stands on, 1 otherwise."""

    reference: Reference
    value: float
    n: int = 1


def marks(engine: Engine, figure: Figure, scope: pd.Index) -> tuple[Mark, ...]:
    """Department, median of the scope and nation, beside ``figure``.

    Counts are not compared: a larger place has more of everything. Survey figures are compared
    only with figures of the same series and period, because a month, a moving quarter and a year
    are different windows.
    """
    if figure.indicator.kind is Kind.COUNT or figure.value is None:
        return ()
    found = [
        _one(engine, figure, figure.territory_code[:2], Reference.DEPARTMENT),
        _median(engine, figure, scope),
        _one(engine, figure, NATION, Reference.NATION),
    ]
    return tuple(mark for mark in found if mark is not None)


def comparable(figure: Figure, other: pd.Series | None) -> bool:
    """Whether an observation may stand beside ``figure``."""
    if other is None:
        return False
    if figure.indicator.window not in (Window.LABOUR_SURVEY, Window.SURVEY_ROUND):
        return True
    own = figure.observation
    return bool(own["series"] == other["series"] and own["period"] == other["period"])


def _one(engine: Engine, figure: Figure, code: str, reference: Reference) -> Mark | None:
    """The reference figure of one territory; survey figures are looked up at the same period."""
    if code == figure.territory_code or not code.isdigit():
        return None
    same = _same_period(engine, figure, code)
    if same is not None:
        return Mark(reference, same)
    result = engine.at(figure.indicator, figure.cell, pd.Index([code]), figure.year)
    value = result.table["value"].iloc[0]
    usable = pd.notna(value) and comparable(figure, result.observation(code))
    return Mark(reference, float(value)) if usable else None


def _same_period(engine: Engine, figure: Figure, code: str) -> float | None:
    """A survey figure of ``code`` for the very window and period of ``figure``."""
    if len(figure.indicator.needs) > 1:
        return None
    own = figure.observation
    rows = engine.snapshot.observations(figure.indicator.needs[0].key)
    same = rows[
        (rows["territory_code"] == code)
        & (rows["period"] == own["period"])
        & (rows["series"] == own["series"])
        & (rows["sex"] == own["sex"])
        & (rows["population_group"] == own["population_group"])
        & (rows["sector"] == own["sector"])
    ]["value"].dropna()
    return float(same.iloc[0]) if len(same) else None


def _median(engine: Engine, figure: Figure, scope: pd.Index) -> Mark | None:
    """Median of the scope: of its municipalities or, for a survey domain, of its domains."""
    local = figure.territory_code in scope
    codes = scope if local else engine.domains_of(scope)
    result = engine.at(figure.indicator, figure.cell, codes, figure.year)
    values = [v for code, v in result.values.items() if _fit(figure, result, str(code))]
    if len(values) < 2:  # noqa: PLR2004 - a median of one is that one
        return None
    return Mark(Reference.SCOPE, float(pd.Series(values).median()), len(values))


def _fit(figure: Figure, result: Result, code: str) -> bool:
    fresh = int(result.table["state"][code]) == State.VALUE
    return fresh and comparable(figure, result.observation(code))
