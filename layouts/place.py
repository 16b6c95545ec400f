"""What a ficha is about: a municipality, a department or a border, told in the same words."""

from dataclasses import dataclass
from enum import StrEnum, unique

import pandas as pd

from indicators.engine import Engine
from indicators.scopes import SCOPES, local_territories
from layouts.text import in_language


@unique
class PlaceKind(StrEnum):
    """How large the place is."""

    MUNICIPALITY = "municipio"
    DEPARTMENT = "departamento"
    BORDER = "frontera"


@dataclass(frozen=True)
class Place:
    """One place.

    Attributes:
        code: its territory code; of a border, its scope (see ``indicators.scopes``).
        members: codes of the municipalities inside; a municipality has itself.
    """

    kind: PlaceKind
    code: str
    members: pd.Index

    @property
    def path(self) -> str:
        """Address of its ficha, without the query."""
        border = self.kind is PlaceKind.BORDER
        return f"/{self.kind}" if border else f"/{self.kind}/{self.code}"

    @property
    def file(self) -> str:
        """What its download is called, without the ending."""
        return f"ficha-{self.code}"

    @property
    def many(self) -> bool:
        """Whether it has municipalities of its own to list."""
        return self.kind is not PlaceKind.MUNICIPALITY

    @property
    def own_codes(self) -> frozenset[str]:
        """Codes whose programmes, actors and centres are here."""
        return frozenset([*self.members, *([self.code] if self.code.isdigit() else [])])

    def name(self, engine: Engine, language: str) -> str:
        """What it is called."""
        if self.kind is PlaceKind.BORDER:
            return in_language(SCOPES[self.code].title, language)
        return engine.name(self.code)


def municipality(code: str) -> Place:
    """The municipality or área no municipalizada ``code``."""
    return Place(PlaceKind.MUNICIPALITY, code, pd.Index([code]))


def department(code: str, engine: Engine) -> Place:
    """The department ``code`` with all its municipalities."""
    local = local_territories(engine.snapshot.territories)
    return Place(PlaceKind.DEPARTMENT, code, local.index[local["department_code"] == code])


def border(scope: str, engine: Engine) -> Place:
    """A border, which is one of the scopes."""
    return Place(PlaceKind.BORDER, scope, engine.codes(scope, ""))
