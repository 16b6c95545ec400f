"""What a figure is made from: the observations that its formula read, one by one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Self

import pandas as pd

from indicators.cube import Cell
from indicators.engine import Engine
from indicators.figures import NONE
from indicators.periods import year_of
from indicators.spec import Indicator
from indicators.states import State

PARTS: Final = 4
LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Reference:
    """Names one figure: ``migrantes_por_mil:54874:2025:total.migrante_venezolana.total``."""

    indicator: str
    territory: str
    period: str
    cell: Cell

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read the name of a figure; ``None`` where it is not one."""
        parts = text.split(":")
        dimensions = parts[-1].split(".")
        if len(text) > LONGEST or len(parts) != PARTS or len(dimensions) != len(Cell().words()):
            return None
        return cls(parts[0], parts[1], parts[2], Cell(*dimensions))

    def written(self) -> str:
        """Inverse of ``read``."""
        cell = self.cell
        dimensions = ".".join((cell.sex, cell.population_group, cell.sector))
        return ":".join((self.indicator, self.territory, self.period, dimensions))


@dataclass(frozen=True, slots=True)
class Proof:
    """A figure and what stands behind it.

    Attributes:
        value: as evaluated; ``None`` where the state has none or where another figure of the
            same year is in use.
        state: of the figure in its own year.
        in_use: whether this observation is the one that the views show.
        lead: what the indicator's first need read.
        others: further observations that the formula read, by key.
        rivals: other publications of the very same figure.
    """

    indicator: Indicator
    reference: Reference
    value: float | None
    state: State
    in_use: bool
    lead: pd.Series
    others: Mapping[str, pd.Series]
    rivals: pd.DataFrame


def prove(engine: Engine, indicator: Indicator, reference: Reference) -> Proof | None:
    """The proof of a figure; ``None`` where the snapshot has no such figure.

    The year of the period decides what is evaluated, so that a figure is told as of its own year.
    """
    published = _published(engine, indicator, reference)
    if published.empty:
        return None
    year = year_of(reference.period)
    if year is None:
        return _of_many_years(indicator, reference, published)
    place = pd.Index([reference.territory])
    board = engine.board(indicator, reference.cell, place)
    found = {
        key: cube.observations.iloc[int(at[0])]
        for key, (cube, at) in board.behind(year).items()
        if at[0] != NONE
    }
    row = board.at(year).table.iloc[0]
    used = found.pop(indicator.needs[0].key, None)
    in_use = used is not None and str(used["period"]) == reference.period
    lead = used if in_use and used is not None else published.iloc[-1]
    value = float(row["value"]) if in_use and pd.notna(row["value"]) else None
    return Proof(
        indicator=indicator,
        reference=reference,
        value=value,
        state=State(int(row["state"])) if in_use else State.NO_DATA,
        in_use=in_use,
        lead=lead,
        others=found if in_use else {},
        rivals=published[[not one.equals(lead) for _, one in published.iterrows()]],
    )


def _of_many_years(indicator: Indicator, reference: Reference, published: pd.DataFrame) -> Proof:
    """A figure that belongs to no year: no view evaluates it, but it is published."""
    lead = published.iloc[-1]
    rivals = published.iloc[:-1]
    return Proof(indicator, reference, None, State.NO_DATA, in_use=False, lead=lead, others={},
                 rivals=rivals)  # fmt: skip


def _published(engine: Engine, indicator: Indicator, reference: Reference) -> pd.DataFrame:
    """Every observation of the very territory, period and cell, the one to prefer last."""
    need = indicator.needs[0]
    known = engine.figures(need.key).of_series(need.series)
    cell = reference.cell.seen_by(need).words()
    same = known.where(territory_code=reference.territory, period=reference.period, **cell)
    return known.only(same).chosen()
