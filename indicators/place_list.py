"""Productive units and centres as a list: which of them are asked for, and how many of each kind.

Every filter is a word. A word that asks nothing is empty, and ``UNKNOWN`` asks for those of which
the register does not say it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import FORMALISATIONS, PRODUCTIVE_UNIT
from indicators.frameworks import slug

UNITS: Final = "unidad"
CENTRES: Final = "centro"
KINDS: Final = (UNITS, CENTRES)
UNKNOWN: Final = "sin_dato"

STATES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "activa": ("activa", "activo"),
        "en_riesgo": ("en_riesgo",),
        "reducida": ("reducido",),
        "danada": ("danado",),
        "cerrada": ("cerrada", "cerrado"),
        "anunciada": ("anunciado",),
        "por_verificar": ("por_verificar",),
    }
)
"""The states that a reader may ask for, and the words of units and of centres that they are."""

FORMALITY: Final = (*FORMALISATIONS, UNKNOWN)
OF_UNITS: Final = ("sector", "formalisation")
"""What only productive units have."""

UNVERIFIED: Final = "por_verificar"
_STATE_OF: Final = {word: state for state, words in STATES.items() for word in words}


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked of the places; an empty word asks nothing."""

    kind: str = ""
    sector: str = ""
    state: str = ""
    programme: str = ""
    formalisation: str = ""

    @property
    def fields(self) -> Mapping[str, str]:
        """What is asked, by field."""
        asked = {name: str(getattr(self, name)) for name in NAMES}
        return {name: word for name, word in asked.items() if word}

    def possible(self) -> tuple["Choice", tuple[str, ...]]:
        """The same without what no centre has, where only centres are asked for; and its names."""
        lost = tuple(n for n in OF_UNITS if self.kind == CENTRES and getattr(self, n))
        return replace(self, **dict.fromkeys(lost, "")), lost


NAMES: Final = ("kind", "sector", "state", "programme", "formalisation")


def words_of(places: pd.DataFrame) -> pd.DataFrame:
    """The words of every place, one column for each field of ``Choice``.

    Sector and formalisation of a centre are empty: it has none, which is not the same as unknown.
    """
    units = places["kind"] == PRODUCTIVE_UNIT
    said = {name: _said(places[name]) for name in ("sector", "programme", "formalisation")}
    said["programme"] = _slugs(said["programme"])
    told = {name: column.where(units, "") for name, column in said.items() if name in OF_UNITS}
    return pd.DataFrame(
        {
            "kind": np.where(units, UNITS, CENTRES),
            "state": [_STATE_OF.get(status, UNVERIFIED) for status in places["status"]],
            **said,
            **told,
        },
        index=places.index,
    )


def _said(column: pd.Series) -> pd.Series:
    words = column.fillna("").astype("str")
    return words.mask(words == "", UNKNOWN)


def _slugs(names: pd.Series) -> pd.Series:
    """Programmes as addresses write them; each name is read once."""
    known = {name: slug(name) for name in names.unique()} | {UNKNOWN: UNKNOWN}
    return pd.Series([known[name] for name in names], names.index, dtype="str")


def programmes_of(places: pd.DataFrame) -> dict[str, str]:
    """Names of the programmes that support a place, by how addresses write them."""
    names = places["programme"].fillna("").astype("str").unique()
    return {slug(name): name for name in sorted(names) if name}


def matching(words: pd.DataFrame, choice: Choice, but: str = "") -> pd.Series:
    """Which rows of ``words`` are asked for, whatever ``choice`` says of the field ``but``."""
    kept = pd.Series(data=True, index=words.index)
    for name, word in choice.fields.items():
        if name != but:
            kept &= words[name] == word
    return kept


def counts(words: pd.DataFrame, choice: Choice, field: str) -> dict[str, int]:
    """How many there are of each word of ``field`` under the other conditions of ``choice``."""
    column = words.loc[matching(words, choice, but=field), field]
    found = column[column != ""].value_counts()
    return {str(word): int(n) for word, n in found.items()}
