"""The numbers that both sides show: two indicators of every municipality, for every year.

They are synthetic: only in the demonstration workspace has the whole country figures for every
year, which is the hard case.
"""

from typing import Final

import pandas as pd

from geodata.snapshot import Workspace
from geodata.store import Store
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.registry import INDICATORS

WORKSPACE: Final = Workspace.DEMO
NATIONAL: Final = "pais"
INDICATOR_KEYS: Final = ("tasa_desocupacion", "tasa_informalidad")
"""Two rates, which fill the map; the first one is shown when a page opens."""


def national_figures(store: Store) -> dict[str, pd.DataFrame]:
    """By indicator, a table of ``code``, ``year`` and ``value``; ``nan`` where there is none."""
    engine = Engine(store)
    return {key: _figures(engine, key) for key in INDICATOR_KEYS}


def _figures(engine: Engine, key: str) -> pd.DataFrame:
    indicator = INDICATORS[key]
    group = Cell(population_group=indicator.groups[0]) if indicator.groups else Cell()
    board = engine.board(indicator, group, engine.codes(NATIONAL, ""))
    columns = {year: board.at(year).table["value"] for year in board.years}
    wide = pd.DataFrame(columns).rename_axis("code").reset_index()
    return wide.melt(id_vars="code", var_name="year", value_name="value")
