"""Row 6: one indicator of every municipality, from a snapshot of millions of observations.

Warm is a change of year or of view: the engine has read the figures of that filter before.
Another filter is a section that nobody asked for: the engine has the observations of the key in its
memory, as after any other filter, and nothing else.
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
from geodata.schema import SECTIONS
from geodata.snapshot import Workspace
from geodata.store import Store
from indicators.cube import Cell
from indicators.details import details
from indicators.engine import Engine
from indicators.registry import INDICATORS

ROUNDS: Final = 21
"""As many as there are sections."""
YEAR: Final = 2025
MS: Final = 1000.0
LEAST_ROWS: Final = 1_000_000
INDICATOR: Final = INDICATORS["vacantes_por_mil"]
"""A rate by section with two needs: the most that an indicator asks for."""


def measure_warm(_stage: Stage) -> Measured:
    """The same filter again."""
    return _measured(lambda _round: Cell(sector="G"), before=Cell(sector="G"))


def measure_filter(_stage: Stage) -> Measured:
    """A filter of which nothing is remembered."""
    return _measured(lambda round_: Cell(sector=SECTIONS[round_]), before=Cell())


def _measured(cell_of: Callable[[int], Cell], *, before: Cell) -> Measured:
    """Answers to ``cell_of`` each round, after ``before`` was answered once."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(Settings(var=Path(folder)))
        store = Store.open(Path(folder), Workspace.DEMO)
        table = _table(store)
        engine = Engine(store)
        codes = engine.codes("pais", "")
        _answer(engine, before, codes)
        ours, rival = [], []
        for cell in map(cell_of, range(ROUNDS)):
            ours.append(_cpu(partial(_answer, engine, cell, codes)))
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
