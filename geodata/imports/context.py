"""What the rules compare a file with: territories, indicators, sources and today's date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import inf
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.imports.catalogue import Catalogue
from geodata.store import Store

PERCENT: Final = "percent"
PROJECTED: Final = frozenset({"poblacion", "poblacion_cabecera", "poblacion_rural"})
"""Indicators that are published for years to come."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Unit of an indicator and the values that it can take, both ends included."""

    unit: str
    low: float = 0.0
    high: float = inf


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
            with the limits of their unit: 0 to 100 for percentages, 0 or more for the rest.
    """
    table = pd.read_parquet(
        store.folder / "observations.parquet", columns=["indicator", "unit"]
    ).drop_duplicates("indicator")
    held = dict(zip(table["indicator"], map(_by_unit, table["unit"]), strict=True))
    return Context(
        territories=store.territories.reset_index(drop=True),
        indicators=MappingProxyType(held | dict(indicators)),
        sources=frozenset(store.sources["source_id"]),
        today=today,
    )


def _by_unit(unit: str) -> Limits:
    return Limits(unit, high=100.0 if unit == PERCENT else inf)
