"""What the rules compare a file with: territories, indicators, sources and today's date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import inf
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.aggregate.figures import UNITS
from geodata.imports.catalogue import Catalogue
from geodata.schema import TOTAL
from geodata.store import Store

PERCENT: Final = "percent"
PROJECTED: Final = frozenset({"poblacion", "poblacion_cabecera", "poblacion_rural"})
"""Indicators that are published for years to come."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Unit of an indicator and the values that it can take, both ends included.

    Attributes:
        group: population of a file that does not name one, because the indicator has only one.
    """

    unit: str
    low: float = 0.0
    high: float = inf
    group: str = TOTAL


@dataclass(frozen=True)
class Context:
    """Everything that exists already.

    Attributes:
        territories: columns of ``geodata.schema``, with the corners ``west`` … ``north``.
        indicators: limits by key; a key that is not here is unknown.
        sources: identifiers that exist.
        today: no figure can be of a later date, projections apart.
    """

    territories: pd.DataFrame
    indicators: Mapping[str, Limits]
    sources: frozenset[str]
    today: date
    catalogue: Catalogue = field(init=False)

    def __post_init__(self) -> None:
        """Index the territories once."""
        object.__setattr__(self, "catalogue", Catalogue(self.territories))


NO_LIMITS: Final[Mapping[str, Limits]] = MappingProxyType({})


def context_of(store: Store, today: date, indicators: Mapping[str, Limits] = NO_LIMITS) -> Context:
    """What ``store`` holds, as the rules need it.

    Args:
        store: the snapshot that the file would change.
        today: the date of the import.
        indicators: limits of the registry. Keys that the snapshot already holds are accepted too,
            with the limits of their unit: 0 to 100 for percentages, 0 or more for the rest. So are
            the figures that ``geodata aggregate`` makes.
    """
    columns = ["indicator", "unit", "population_group"]
    table = pd.read_parquet(store.folder / "observations.parquet", columns=columns)
    held = {str(key): _held(rows) for key, rows in table.drop_duplicates().groupby("indicator")}
    made = {key: Limits(unit) for key, unit in UNITS.items()}
    return Context(
        territories=store.territories.reset_index(drop=True),
        indicators=MappingProxyType(made | held | dict(indicators)),
        sources=frozenset(store.sources["source_id"]),
        today=today,
    )


def _held(rows: pd.DataFrame) -> Limits:
    """Limits of an indicator by its unit; its group where all its figures speak of one."""
    unit, groups = str(rows["unit"].iloc[0]), rows["population_group"].unique()
    high = 100.0 if unit == PERCENT else inf
    return Limits(unit, high=high, group=str(groups[0]) if len(groups) == 1 else TOTAL)
