"""What a ficha knows: each figure of a place found once, for the page, the paper and the file."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import pandas as pd

from geodata.schema import TOTAL
from indicators.benchmark import FEWEST_TOLD, Mark, Reference, marks
from indicators.nearest import NATION, Figure, Origin, nearest_figure
from indicators.rivals import rival_rows
from indicators.spec import Indicator
from indicators.spread import Spread, spread
from indicators.states import State
from layouts.gap_view import peers_for
from layouts.place import Place, PlaceKind
from layouts.slice import MapView
from layouts.text.profile_words import PROFILE_WORDS, ProfileWords

POPULATION: Final = "poblacion"
CONCENTRATION: Final = "migrantes_por_mil"
PERSONS: Final = "poblacion_migrante_venezolana"
UNEMPLOYMENT: Final = "tasa_desocupacion"

SHARES_OF_A_SECTOR: Final = ("participacion_rama", "participacion_rama_publicada")
"""Of all sectors together they are a hundred per cent everywhere."""

FEWEST_IN_A_SHARE: Final = 30
"""People, or answers of a survey, below which no percentage is put into a sentence."""

SURE: Final = (State.VALUE, State.EARLIER)
"""States that a sentence may be made of."""


@dataclass(frozen=True)
class Profile:
    """One place as the engine knows it."""

    place: Place
    view: MapView
    today: str
    """ISO date at which a centre works or does not."""

    @property
    def words(self) -> ProfileWords:
        """Sentences of the ficha."""
        return PROFILE_WORDS[self.view.texts.language]

    @property
    def code(self) -> str:
        """Code of the territory whose figures are looked for; that of the nation for a border."""
        return NATION if self.place.kind is PlaceKind.BORDER else self.place.code

    @property
    def name(self) -> str:
        """What the place is called."""
        return self.place.name(self.view.engine, self.view.texts.language)

    @cached_property
    def peers(self) -> pd.Index:
        """Municipalities like it; none for a larger place."""
        if self.place.many:
            return pd.Index([])
        population = self.figure(self.view.indicators[POPULATION])
        return peers_for(self.view.engine, self.code, population.year if population else 0).codes

    def figure(self, indicator: Indicator) -> Figure | None:
        """The closest published figure of an indicator; of a border, that of the nation."""
        cell = self.view.cell_of(indicator)
        found = nearest_figure(self.view.engine, indicator, self.code, cell)
        borrowed = self.place.kind is PlaceKind.BORDER and found and found.origin is Origin.OWN
        return replace(found, origin=Origin.NATION) if found and borrowed else found

    @cached_property
    def asked(self) -> dict[str, Indicator]:
        """Indicators that can say something of the place, by key."""
        every = self.view.indicators.items()
        return {key: i for key, i in every if not self._says_nothing(i)}

    def _says_nothing(self, indicator: Indicator) -> bool:
        whole = self.view.cell_of(indicator).sector == TOTAL
        return whole and indicator.key in SHARES_OF_A_SECTOR

    @cached_property
    def spreads(self) -> dict[str, Spread]:
        """Of a border, what its territories say together, by indicator; else empty."""
        if self.place.kind is not PlaceKind.BORDER:
            return {}
        engine, members = self.view.engine, self.place.members
        found = ((key, spread(engine, i, members)) for key, i in self.asked.items())
        return {key: told for key, told in found if told is not None}

    @cached_property
    def known(self) -> dict[str, Figure]:
        """Figures by indicator, those of a larger territory included; of a border, the rest."""
        wanted = {k: i for k, i in self.asked.items() if k not in self.spreads}
        found = ((key, self.figure(indicator)) for key, indicator in wanted.items())
        return {key: figure for key, figure in found if figure is not None}

    @cached_property
    def marks(self) -> dict[str, tuple[Mark, ...]]:
        """References beside each figure, by indicator; no median of a few."""
        view = self.view
        found = (
            (key, marks(view.engine, figure, view.codes, self.peers))
            for key, figure in self.known.items()
        )
        return {key: tuple(m for m in beside if _enough(m)) for key, beside in found}

    @cached_property
    def rivals(self) -> dict[str, pd.DataFrame]:
        """What several publications say of the same place and period, by indicator."""
        found = ((key, rival_rows(self.view.engine, figure)) for key, figure in self.known.items())
        return {key: rows for key, rows in found if len(rows) > 1}

    @cached_property
    def missing(self) -> list[Indicator]:
        """Indicators that nobody publishes for the place nor for a larger one."""
        known = {*self.known, *self.spreads}
        return [i for key, i in self.asked.items() if key not in known]

    def sure(self, key: str) -> Figure | None:
        """A figure that may be put into a sentence: its state and its base allow it."""
        figure = self.known.get(key)
        if figure is None or figure.value is None or figure.state not in SURE:
            return None
        observation = figure.observation
        bases = [observation[name] for name in ("sample_size", "denominator")]
        small = [float(base) < FEWEST_IN_A_SHARE for base in bases if pd.notna(base)]
        return None if any(small) else figure


def _enough(mark: Mark) -> bool:
    """Whether a reference stands on one whole territory, or on enough of them."""
    one = mark.reference in (Reference.DEPARTMENT, Reference.NATION)
    return one or mark.n >= FEWEST_TOLD
