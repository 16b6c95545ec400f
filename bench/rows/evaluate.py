"""Row 6: one indicator of every municipality, from a snapshot of millions of observations.

Warm is a change of year or of view: the engine has read the figures of that filter before.
Another filter is another section: nothing of it was read, but the observations are in memory.
Both include everything that a card tells of a value: period, source, terms, margin and reason.
"""

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import pandas as pd

from app import Settings, prepare
from bench.budget import Judged, Measured, Row
from bench.stage import Stage
from geodata.snapshot import Workspace
from geodata.store import Store
from indicators.cube import Cell
from indicators.details import details
from indicators.engine import Engine
from indicators.registry import INDICATORS

ROUNDS: Final = 21
YEAR: Final = 2025
MS: Final = 1000.0
LEAST_ROWS: Final = 1_000_000
INDICATOR: Final = INDICATORS["vacantes_por_mil"]
"""A rate by section with two needs: the most that an indicator asks for."""

SECTIONS_IN_TURN: Final = ("A", "C", "F", "G", "H", "I", "N")


def measure_warm(_stage: Stage) -> Measured:
    """The same filter again."""
    return _measured(lambda _round: Cell(sector="G"), forget=False)


def measure_filter(_stage: Stage) -> Measured:
    """A filter of which nothing is remembered."""
    return _measured(_section, forget=True)


def _section(round_: int) -> Cell:
    return Cell(sector=SECTIONS_IN_TURN[round_ % len(SECTIONS_IN_TURN)])


def _measured(cell_of: Callable[[int], Cell], *, forget: bool) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        prepare(Settings(var=Path(folder)))
        store = Store.open(Path(folder), Workspace.DEMO)
        table = _table(store)
        engine = Engine(store)
        codes = engine.codes("pais", "")
        _answer(engine, cell_of(0), codes)
        ours, rival = [], []
        for cell in map(cell_of, range(ROUNDS)):
            asked = Engine(store) if forget else engine
            ours.append(_cpu(partial(_answer, asked, cell, codes)))
            rival.append(_cpu(partial(plainly, table, cell, codes)))
    return Measured(ours, rival, f"{len(table):,} observations; the rival reads them all.")


def _answer(engine: Engine, cell: Cell, codes: pd.Index) -> pd.DataFrame:
    return details(engine.at(INDICATOR, cell, codes, YEAR))


def plainly(table: pd.DataFrame, cell: Cell, codes: pd.Index) -> pd.Series:
    """The same rate in a few lines of pandas: no states, tolerance, terms or reasons."""
    top, bottom = (need.key for need in INDICATOR.needs)
    here = table[(table["period"] == str(YEAR)) & (table["sex"] == "total")]
    parts = here[(here["indicator"] == top) & (here["sector"] == cell.sector)]
    wholes = here[(here["indicator"] == bottom) & (here["sector"] == "total")]
    both = parts.merge(wholes, on="territory_code", suffixes=("", "_whole"))
    rate = both["value"] / both["value_whole"] * MS
    return pd.Series(rate.to_numpy(), both["territory_code"]).reindex(codes)


def _table(store: Store) -> pd.DataFrame:
    """Observations of the indicator and of others, a million at least, in one table."""
    keys = [need.key for need in INDICATOR.needs]
    keys += [key for key in INDICATORS if key not in keys]
    parts: list[pd.DataFrame] = []
    while sum(map(len, parts)) < LEAST_ROWS:
        parts.append(store.observations(keys[len(parts)]))
    return pd.concat(parts, ignore_index=True)


def _cpu(act: Callable[[], object]) -> float:
    """CPU milliseconds of one call."""
    start = time.process_time()
    act()
    return (time.process_time() - start) * MS


ROWS: Final = (
    (
        Row(
            name="evaluate-warm",
            what="CPU of one indicator of 1,122 municipalities that was asked before",
            rival="the bare rate in pandas over one table",
            must=5,
            stretch=4,
            judged=Judged.OURS,
            unit="ms",
        ),
        measure_warm,
    ),
    (
        Row(
            name="evaluate-filter",
            what="CPU of the same with another filter",
            rival="the bare rate in pandas over one table",
            must=15,
            stretch=13,
            judged=Judged.OURS,
            unit="ms",
        ),
        measure_filter,
    ),
)
