"""What a municipality's figure is compared with, and only where it may be."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum, unique

import pandas as pd

from geodata.schema import LOCAL_LEVELS, Level
from indicators.engine import Engine
from indicators.evaluate import Result, board
from indicators.nearest import NATION, Figure
from indicators.spec import Kind, Window
from indicators.states import State


@unique
class Reference(StrEnum):
    """Who a figure is compared with."""

    DEPARTMENT = "department"
    SCOPE = "scope"
    NATION = "nation"
    PEERS = "peers"


@dataclass(frozen=True, slots=True)
class Mark:
    """One reference value; ``n`` is how many territories a median stands on, 1 otherwise."""

    reference: Reference
    value: float
    n: int = 1


def marks(
    engine: Engine, figure: Figure, scope: pd.Index, peers: pd.Index | None = None
) -> tuple[Mark, ...]:
    """Department, median of the scope, nation and, if given, median of peers, beside ``figure``.

    Counts are not compared: a larger place has more of everything. A stock is compared with the
    same year; anything that speaks of a period (survey, flow) only with the same series and
    period, because a month, a moving quarter and a year are different windows.
    """
    if figure.indicator.kind is Kind.COUNT or figure.value is None:
        return ()
    found = [
        _one(engine, figure, figure.territory_code[:2], Reference.DEPARTMENT),
        _median(engine, figure, _peers(engine, figure, scope)),
        _one(engine, figure, NATION, Reference.NATION),
        _alike(engine, figure, peers),
    ]
    return tuple(mark for mark in found if mark is not None)


def _one(engine: Engine, figure: Figure, code: str, reference: Reference) -> Mark | None:
    """The reference figure of one territory: of the very period, or of the year for a stock."""
    if code == figure.territory_code or not code.isdigit():
        return None
    values = [
        value
        for result in _comparable(engine, figure, pd.Index([code]))
        for value in _fresh(result)
    ]
    return Mark(reference, values[0]) if values else None


def _median(engine: Engine, figure: Figure, peers: pd.Index) -> Mark | None:
    *_, widest = _comparable(engine, figure, peers)
    values = _fresh(widest)
    if len(values) < 2:  # noqa: PLR2004 - a median of one is that one
        return None
    return Mark(Reference.SCOPE, float(pd.Series(values).median()), len(values))


def _alike(engine: Engine, figure: Figure, peers: pd.Index | None) -> Mark | None:
    """The median of municipalities like the figure's own; a stand-in has none."""
    if peers is None or not len(peers) or figure.territory_code not in engine.codes("pais", ""):
        return None
    found = _median(engine, figure, peers)
    return replace(found, reference=Reference.PEERS) if found else None


def _peers(engine: Engine, figure: Figure, scope: pd.Index) -> pd.Index:
    """Territories of a scope of the same level as the figure's: levels are never mixed."""
    code = figure.territory_code
    level = Level(engine.snapshot.territories["level"][code])
    if level in LOCAL_LEVELS:
        return scope
    if level is Level.DEPARTMENT:
        return engine.departments(scope)
    sets = engine.snapshot.survey_sets
    if level is Level.NATION or code in sets:
        return scope[:0]
    return engine.domains_of(scope).difference(list(sets))


def _comparable(engine: Engine, figure: Figure, codes: pd.Index) -> Iterator[Result]:
    """Results that may stand beside ``figure``, the closest in time first."""
    indicator, own = figure.indicator, figure.observation
    needed = engine.figures_of(indicator)
    lead = indicator.needs[0].key
    alike = needed[lead].where(series=str(own["series"]), period=str(own["period"]))
    asked = {**needed, lead: needed[lead].only(alike)}
    yield board(indicator, asked, figure.cell, codes).at(figure.year)
    if indicator.window is Window.STOCK:
        yield engine.at(indicator, figure.cell, codes, figure.year)


def _fresh(result: Result) -> list[float]:
    """Values of the very year, none of them unreliable."""
    table = result.table
    return [float(v) for v in table.loc[table["state"] == State.VALUE, "value"]]
