"""What the view of gaps looks at: one scope, one year, the weights chosen, one municipality."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import pandas as pd

from indicators.cube import Cell
from indicators.engine import Engine
from indicators.gaps import GapMatrix, gap_matrix, sensitivity
from indicators.gaps.items import ITEMS
from indicators.peers import Peers, features, peers_of
from indicators.registry import INDICATORS
from indicators.scopes import local_territories
from indicators.sector_gap import SectorGaps, sector_gaps
from indicators.spec import Axis, Indicator
from layouts.text.catalogue import Catalogue
from layouts.text.gap_words import GAP_WORDS, GapWords

AXES: Final = tuple(ITEMS)
POPULATION: Final = "poblacion"
CONCENTRATION: Final = "migrantes_por_mil"


@dataclass(frozen=True)
class GapView:
    """One question to the engine of gaps; what it answers is computed once.

    Attributes:
        scope, department: what is compared; see ``indicators.scopes``.
        asked: municipality that the reader chose; empty for the one with the largest gap.
        year: asked for; 0 for the newest with any figure.
        weights: of the axes, in the order of ``AXES``.
        posts: people that a strengthened productive unit occupies.
    """

    engine: Engine
    texts: Catalogue
    scope: str
    department: str
    asked: str = ""
    wanted_year: int = 0
    weights: Mapping[Axis, float] = field(default_factory=dict)
    posts: float = 1.0

    @property
    def words(self) -> GapWords:
        """Sentences of this view."""
        return GAP_WORDS[self.texts.language]

    @cached_property
    def codes(self) -> pd.Index:
        """Municipalities compared."""
        return self.engine.codes(self.scope, self.department)

    @cached_property
    def year(self) -> int:
        """The year asked for, or the newest with a figure of any indicator of the matrix."""
        if self.wanted_year:
            return self.wanted_year
        items = [item for inside in ITEMS.values() for item in inside]
        years = [y for item in items for y in self.board_years(item)]
        return max(years, default=0)

    def board_years(self, indicator: Indicator) -> tuple[int, ...]:
        """Years in which ``indicator`` has figures of the scope."""
        return self.engine.board(indicator, Cell.of(indicator), self.codes).years

    @cached_property
    def matrix(self) -> GapMatrix:
        """Gaps by municipality and axis."""
        return gap_matrix(self.engine, self.codes, self.year, self.weights or None)

    @cached_property
    def places(self) -> pd.DataFrame:
        """Places with their range; see ``indicators.gaps.sensitivity``."""
        return sensitivity(self.matrix)

    @cached_property
    def order(self) -> pd.Index:
        """Municipalities, the largest gap first, then those without a total by name."""
        names = self.engine.snapshot.territories["name"].reindex(self.codes)
        table = pd.DataFrame({"total": -self.matrix.total, "name": names})
        return table.sort_values(["total", "name"], na_position="last").index

    @cached_property
    def code(self) -> str:
        """The municipality looked at closely: that asked for, else the one with the largest gap."""
        if self.asked in self.codes:
            return self.asked
        return str(self.order[0]) if self.matrix.total.notna().any() else ""

    @cached_property
    def peers(self) -> Peers:
        """Municipalities like the one looked at, of the whole country."""
        return peers_for(self.engine, self.code, self.year)

    @cached_property
    def sectors(self) -> SectorGaps:
        """Mismatches in people, by municipality and section."""
        return sector_gaps(self.engine, self.codes, self.year, self.posts)


def peers_for(engine: Engine, code: str, year: int) -> Peers:
    """Municipalities of the whole country like ``code``, by what is known in ``year``."""
    territories = local_territories(engine.snapshot.territories)
    people, rate = (
        engine.at(INDICATORS[key], Cell.of(INDICATORS[key]), territories.index, year)
        for key in (POPULATION, CONCENTRATION)
    )
    return peers_of(code, features(territories, people.table["value"], rate.table["value"]))
