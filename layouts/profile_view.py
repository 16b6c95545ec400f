"""What the ficha looks at: one municipality, its closest figures and those like it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pandas as pd

from indicators.nearest import Figure, nearest_figure
from layouts.gap_view import peers_for
from layouts.slice import MapView
from layouts.text.profile_words import PROFILE_WORDS, ProfileWords

POPULATION: Final = "poblacion"


@dataclass(frozen=True)
class Profile:
    """One municipality as the engine knows it."""

    code: str
    view: MapView
    today: str
    """ISO date at which a centre works or does not."""

    @property
    def words(self) -> ProfileWords:
        """Sentences of the ficha."""
        return PROFILE_WORDS[self.view.texts.language]

    @cached_property
    def facts(self) -> pd.Series:
        """The row of the territory."""
        return self.view.engine.territory(self.code)

    @cached_property
    def peers(self) -> pd.Index:
        """Municipalities like it; none where nothing is known of it."""
        population = self.figure(POPULATION)
        return peers_for(self.view.engine, self.code, population.year if population else 0).codes

    def figure(self, key: str) -> Figure | None:
        """The closest published figure of an indicator."""
        indicator = self.view.indicators[key]
        return nearest_figure(self.view.engine, indicator, self.code, self.view.cell_of(indicator))

    @cached_property
    def known(self) -> dict[str, Figure]:
        """Figures by indicator, those of a larger territory included."""
        found = ((key, self.figure(key)) for key in self.view.indicators)
        return {key: figure for key, figure in found if figure is not None}
