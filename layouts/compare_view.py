"""What a comparison looks at: up to four territories, their rows and their references."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pandas as pd

from geodata.schema import TOTAL, Level
from indicators.benchmark import Reference
from indicators.nearest import nearest_figure
from indicators.side_by_side import Asked, Row, side_by_side
from indicators.spec import Axis
from layouts.gap_view import peers_for
from layouts.slice import MapView
from layouts.text.compare_words import COMPARE_WORDS, CompareWords

LETTERS: Final = "ABCD"
"""Marks of the territories, in their order: colour is never the only one."""

REFERENCES: Final = {
    "departamento": Reference.DEPARTMENT,
    "ambito": Reference.SCOPE,
    "nacion": Reference.NATION,
    "parecidos": Reference.PEERS,
}
FIRST_SHOWN: Final = 3
POPULATION: Final = "poblacion"


@dataclass(frozen=True)
class Comparison:
    """Territories side by side; every row is computed once.

    Attributes:
        codes: of municipalities and departments, in the order of the reader; four at most.
        contra: word of the reference that each is set against; a key of ``REFERENCES``.
    """

    codes: tuple[str, ...]
    view: MapView
    contra: str

    @property
    def words(self) -> CompareWords:
        """Sentences of the comparison."""
        return COMPARE_WORDS[self.view.texts.language]

    @property
    def reference(self) -> Reference:
        """What each territory is set against."""
        return REFERENCES[self.contra]

    def letter(self, code: str) -> str:
        """The mark of a territory."""
        return LETTERS[self.codes.index(code)]

    def name(self, code: str) -> str:
        """Name of a territory of any level."""
        return self.view.engine.name(code)

    def is_department(self, code: str) -> bool:
        """Whether a territory is a department."""
        return str(self.view.engine.territory(code)["level"]) == Level.DEPARTMENT

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Indicators with a figure of any of the territories, own figures first in each axis."""
        asked = Asked(self.reference, self.view.codes, self._peers())
        found = [
            side_by_side(
                self.view.engine, indicator, self.view.cell_of(indicator), self.codes, asked
            )
            for indicator in self.view.indicators.values()
        ]
        known = [row for row in found if row.known]
        return tuple(sorted(known, key=lambda row: (-len(row.alike), -row.own)))

    def of_axis(self, axis: Axis) -> Sequence[Row]:
        """Rows of one axis, those that can be compared first."""
        return [row for row in self.rows if row.indicator.axis is axis]

    @property
    def filters(self) -> list[str]:
        """Filters of the address that the figures follow, in words."""
        texts, view = self.view.texts, self.view
        sex = [texts.sexes[view.sex]] if view.sex != TOTAL else []
        sector = [f"{view.sector} · {texts.sections[view.sector]}"] if view.sector != TOTAL else []
        return [*sex, *sector]

    def _peers(self) -> dict[str, pd.Index]:
        if self.reference is not Reference.PEERS:
            return {}
        local = [code for code in self.codes if not self.is_department(code)]
        return {code: peers_for(self.view.engine, code, self._year(code)).codes for code in local}

    def _year(self, code: str) -> int:
        indicator = self.view.indicators[POPULATION]
        figure = nearest_figure(self.view.engine, indicator, code, self.view.cell_of(indicator))
        return figure.year if figure else 0
