"""Figures of one indicator in every CIIU section, read in one go."""

from typing import Final

import pandas as pd

from geodata.schema import SECTIONS, TOTAL
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.evaluate import Board, board
from indicators.spec import Indicator
from indicators.states import State

USED: Final = (State.VALUE, State.EARLIER)
"""States whose figure enters a computation; a suppressed or unreliable one does not."""


def boards(engine: Engine, indicator: Indicator, codes: pd.Index) -> dict[str, Board]:
    """All years of ``indicator`` for ``codes`` in each section; empty if it has no sections."""
    needed = engine.figures_of(indicator)
    group = indicator.own_group
    letters = SECTIONS if indicator.by_sector else ()
    return {s: board(indicator, needed, Cell(TOTAL, group, s), codes) for s in letters}


def by_section(engine: Engine, indicator: Indicator, codes: pd.Index, year: int) -> pd.DataFrame:
    """Figures of ``indicator`` by territory code and section, both sexes, default group.

    Missing where there is no usable figure of ``year`` or of the years that the indicator
    tolerates.
    """
    tables = {s: b.at(year).table for s, b in boards(engine, indicator, codes).items()}
    columns = {s: t["value"].where(t["state"].isin(USED)) for s, t in tables.items()}
    return pd.DataFrame(columns, index=codes)


def in_total(engine: Engine, indicator: Indicator, codes: pd.Index, year: int) -> pd.Series:
    """The same figures in the total of all sections, by territory code."""
    table = engine.at(indicator, Cell.of(indicator), codes, year).table
    return table["value"].where(table["state"].isin(USED))
