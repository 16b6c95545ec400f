"""The kinds of file that an office may import. One entry of ``KINDS`` is one kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from geodata.imports import columns as c
from geodata.imports.fields import Field
from geodata.keys import KEYS


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file.

    Attributes:
        table: table of the snapshot that its rows enter.
        wide: header columns that are years or indicators are turned into rows.
        single: records of persons or vacancies; only their sums are kept.
        shapes: a file of boundaries, or the list of those that have them.
    """

    name: str
    title_es: str
    title_en: str
    table: str
    fields: tuple[Field, ...]
    wide: bool = False
    single: bool = False
    shapes: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """Columns that tell one row of the table from another; an equal row is replaced."""
        return KEYS[self.table]

    def field(self, name: str) -> Field | None:
        """The field called ``name``."""
        return next((entry for entry in self.fields if entry.name == name), None)


_ALL: Final = (
    Kind("observaciones", "Cifras publicadas", "Published figures", "observations",
         c.OBSERVATIONS, wide=True),
    Kind("centros", "Centros Intégrate y puntos de atención", "Centres", "places", c.CENTRES),
    Kind("unidades-productivas", "Unidades productivas", "Productive units", "places", c.UNITS),
    Kind("resultados", "Resultados de programas", "Programme results", "results", c.RESULTS),
    Kind("actores", "Quién hace qué y dónde", "Who does what where", "actors", c.ACTORS),
    Kind("fuentes", "Fuentes", "Sources", "sources", c.SOURCES),
    Kind("componentes", "Componentes de programas", "Programme components", "components",
         c.COMPONENTS),
    Kind("ambitos", "Ámbitos de encuesta", "Survey domains", "domains", c.DOMAINS),
    Kind("seguimiento", "Seguimiento de personas", "Follow-up of persons", "observations",
         c.FOLLOW_UP, single=True),
    Kind("vacantes", "Vacantes, una por fila", "Vacancies, one per row", "observations",
         c.VACANCIES, single=True),
    Kind("territorios", "Límites municipales o lista DIVIPOLA",
         "Municipal boundaries or DIVIPOLA list", "territories", c.TERRITORIES, shapes=True),
)  # fmt: skip

KINDS: Final[Mapping[str, Kind]] = MappingProxyType({kind.name: kind for kind in _ALL})
