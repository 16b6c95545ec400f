"""What the view of units and centres looks at: which places, in which order, and which one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final
from urllib.parse import urlencode

import pandas as pd

from geodata.schema import PRODUCTIVE_UNIT
from indicators.engine import Engine
from indicators.frameworks import slug
from indicators.measures.centres import Standing, standings
from indicators.place_list import (
    CENTRES,
    OF_UNITS,
    UNKNOWN,
    Choice,
    matching,
    programmes_of,
    words_of,
)
from indicators.scopes import SCOPES
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.place_words import PLACE_WORDS, PlaceWords

PATH: Final = "/lugares"
PER_PAGE: Final = 25
AT_RISK: Final = "en_riesgo"
FIELD_OF: Final[Mapping[str, str]] = {
    "kind": "clase", "sector": "sector", "state": "estado", "programme": "programa",
    "formalisation": "formalizacion",
}  # fmt: skip
"""Word of the address for each field of a choice."""

TRANSIENT: Final = ("pagina", "lugar")
"""What a change of filter or order leaves behind."""


@dataclass(frozen=True)
class PlacesView:
    """One question about the places of a territory; what it answers is computed once.

    Attributes:
        scope, department, municipality: where; the narrowest that is not empty counts.
        asked: filters as the address has them.
        place: id of the one whose card is open; empty for none.
        page: of the list, from 1.
        today: ISO date at which centres work or do not.
        chosen: what the address says, by field; links change it.
    """

    engine: Engine
    texts: Catalogue
    scope: str
    department: str
    municipality: str
    asked: Choice
    place: str
    page: int
    today: str
    chosen: Mapping[str, str]

    @property
    def words(self) -> PlaceWords:
        """Sentences of this view."""
        return PLACE_WORDS[self.texts.language]

    @cached_property
    def codes(self) -> pd.Index:
        """Local territories that are looked at."""
        if self.municipality:
            return pd.Index([self.municipality])
        return self.engine.codes(self.scope, self.department)

    @property
    def where(self) -> str:
        """The territory, inside a sentence."""
        if self.municipality or self.department:
            return self.engine.name(self.municipality or self.department)
        return in_language(SCOPES[self.scope].sentence, self.texts.language)

    @cached_property
    def every(self) -> pd.DataFrame:
        """Places of the territory, whatever the filters say.

        Units come first, those at risk before the others, then centres; each by name.
        """
        places = self.engine.snapshot.places
        here = places[places["territory_code"].isin(self.codes)]
        order = pd.DataFrame(
            {
                "centre": here["kind"] != PRODUCTIVE_UNIT,
                "calm": here["status"] != AT_RISK,
                "name": here["name"],
            },
            here.index,
        )
        return here.loc[order.sort_values(["centre", "calm", "name"], kind="stable").index]

    @cached_property
    def told(self) -> pd.DataFrame:
        """The words that ``every`` is filtered by."""
        return words_of(self.every)

    @cached_property
    def choice(self) -> Choice:
        """The filters that can be applied."""
        return self.asked.possible()[0]

    @property
    def ignored(self) -> bool:
        """Whether a filter was set aside because no centre has what it asks for."""
        return bool(self.asked.possible()[1])

    @cached_property
    def shown(self) -> pd.DataFrame:
        """The places that the filters leave."""
        return self.every[matching(self.told, self.choice)]

    @cached_property
    def followed(self) -> pd.DataFrame:
        """Units under the filters but that of state: what survival is told of."""
        units = self.every["kind"] == PRODUCTIVE_UNIT
        whole = replace(self.choice, kind="", state="")
        return self.every[units & matching(self.told, whole)]

    @cached_property
    def one(self) -> pd.Series | None:
        """The place whose card is open, wherever it is."""
        places = self.engine.snapshot.places
        found = places[places["id"] == self.place] if self.place else places.head(0)
        return found.iloc[0] if len(found) else None

    @cached_property
    def standing(self) -> pd.Series:
        """Whether each place of the country works today, by its dates and status."""
        places = self.engine.snapshot.places
        centres = places[places["kind"] != PRODUCTIVE_UNIT]
        return standings(centres, self.today)

    def works(self, place: pd.Series) -> Standing:
        """Whether a centre works today."""
        places = self.engine.snapshot.places.loc[self.standing.index]
        found: Standing = self.standing[places["id"] == place["id"]].iloc[0]
        return found

    @cached_property
    def programmes(self) -> Mapping[str, str]:
        """Names of programmes, by how addresses write them."""
        snapshot = self.engine.snapshot
        names = {slug(str(name)): str(name) for name in snapshot.components["programme"].unique()}
        return names | programmes_of(snapshot.places) | {UNKNOWN: self.words.no_programme}

    @property
    def has_units(self) -> bool:
        """Whether the territory has any productive unit."""
        return bool((self.every["kind"] == PRODUCTIVE_UNIT).any())

    @property
    def filter_words(self) -> list[str]:
        """The filters that are on, in words."""
        words = self.words
        told = {
            "kind": words.kinds,
            "sector": self.texts.sections,
            "state": words.states,
            "programme": self.programmes,
            "formalisation": words.formalisations,
        }
        return [told[name].get(word, word) for name, word in self.choice.fields.items()]

    def link(self, path: str = PATH, **changes: str) -> str:
        """Address of this view, or another, with other words; page and card are left behind."""
        kept = {name: word for name, word in self.chosen.items() if name not in TRANSIENT}
        pairs = {name: word for name, word in (kept | changes).items() if word}
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def only_units(self) -> bool:
        """Whether the filters can leave no centre."""
        chosen = self.choice
        return chosen.kind != CENTRES and any(getattr(chosen, name) for name in OF_UNITS)
