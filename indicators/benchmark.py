"""What a municipality's figure is compared with, and only where it may be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, unique
from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import LOCAL_LEVELS, Level
from indicators.engine import Engine
from indicators.evaluate import Result, board
from indicators.nearest import NATION, Figure
from indicators.spec import Kind, Window
from indicators.states import State

FEWEST_TOLD: Final = 5
"""Territories below which a place among them, or their middle, says nothing in a sentence."""


@unique
class Reference(StrEnum):
    """Who a figure is compared with."""

    DEPARTMENT = "department"
    SCOPE = "scope"
    NATION = "nation"
    PEERS = "peers"


@dataclass(frozen=True, slots=True)
class Mark:
    """One reference value.

    Attributes:
        n: how many territories a median stands on, 1 otherwise.
        code, period: of the figure, which tells it from others; empty for a median.
    """

    reference: Reference
    value: float
    n: int = 1
    code: str = field(default="", compare=False)
    period: str = field(default="", compare=False)


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
    sets = {
        Reference.DEPARTMENT: _single(figure, figure.territory_code[:2]),
        Reference.SCOPE: like_level(engine, figure, scope),
        Reference.NATION: _single(figure, NATION),
        Reference.PEERS: _alike(engine, figure, peers),
    }
    wanted = pd.Index(sorted({str(code) for codes in sets.values() for code in codes}))
    if wanted.empty:
        return ()
    results = [(result, _fresh(result)) for result in comparable(engine, figure, wanted)]
    found = (_mark(reference, codes, results) for reference, codes in sets.items())
    return tuple(mark for mark in found if mark is not None)


def told_middle(found: Iterable[Mark]) -> Mark | None:
    """The median of the scope that a sentence may tell: enough territories, all of one year."""
    scope = (mark for mark in found if mark.reference is Reference.SCOPE)
    return next((mark for mark in scope if mark.n >= FEWEST_TOLD), None)


def _mark(
    reference: Reference, codes: pd.Index, results: Sequence[tuple[Result, pd.Series]]
) -> Mark | None:
    """The figure of the one territory, closest in time; or the median of several."""
    if reference in (Reference.DEPARTMENT, Reference.NATION):
        return _of_one(reference, codes, results)
    _, known = results[-1]
    values = known[known.index.isin(codes)].tolist()
    if len(values) < 2:  # noqa: PLR2004 - a median of one is that one
        return None
    return Mark(reference, float(np.median(values)), len(values))


def _of_one(
    reference: Reference, codes: pd.Index, results: Sequence[tuple[Result, pd.Series]]
) -> Mark | None:
    for result, known in results:
        for code, value in known[known.index.isin(codes)].items():
            row = result.observation(str(code))
            period = "" if row is None else str(row["period"])
            return Mark(reference, float(value), code=str(code), period=period)
    return None


def _single(figure: Figure, code: str) -> pd.Index:
    """``code`` alone, unless it is the figure's own territory or no department."""
    return pd.Index([] if code == figure.territory_code or not code.isdigit() else [code])


def _alike(engine: Engine, figure: Figure, peers: pd.Index | None) -> pd.Index:
    """Municipalities like the figure's own; a stand-in has none."""
    local = peers is not None and figure.territory_code in engine.codes("pais", "")
    return peers if local and peers is not None else pd.Index([])


def like_level(engine: Engine, figure: Figure, scope: pd.Index) -> pd.Index:
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


def comparable(engine: Engine, figure: Figure, codes: pd.Index) -> Iterator[Result]:
    """Results that may stand beside ``figure``, the closest in time first."""
    indicator, own = figure.indicator, figure.observation
    needed = engine.figures_of(indicator)
    lead = indicator.needs[0].key
    alike = needed[lead].where(series=str(own["series"]), period=str(own["period"]))
    asked = {**needed, lead: needed[lead].only(alike)}
    yield board(indicator, asked, figure.cell, codes).at(figure.year)
    if indicator.window is Window.STOCK:
        yield engine.at(indicator, figure.cell, codes, figure.year)


def _fresh(result: Result) -> pd.Series:
    """Values of the very year by territory code, none of them unreliable."""
    table = result.table
    values: pd.Series = table.loc[table["state"] == State.VALUE, "value"]
    return values
