"""What may be asked of each resource: the query parameters, read once and then trusted."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from callbacks.api.fields import OneOf, said
from geodata.schema import SECTIONS, SURVEY_BRANCHES, TOTAL, Group, Level, Sex
from geodata.snapshot import Workspace
from indicators.paging import CURSOR
from indicators.scopes import SCOPES
from indicators.spec import Axis

MOST_ROWS: Final = 1000
MOST_CODES: Final = 100
MOST_KEYS: Final = 20
MOST_CHARACTERS: Final = 4000
"""Of a query."""

FIRST_YEAR: Final = 1985
LAST_YEAR: Final = 2100

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{0,4}[0-9]{1,5}$")]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,80}$")]
Period = Annotated[str, StringConstraints(pattern=r"^(?:[0-9]{4}[-/0-9]{0,17})?$")]
Department = Annotated[str, StringConstraints(pattern=r"^(?:[0-9]{2})?$")]
ScopeName = Annotated[str, OneOf(tuple(SCOPES))]
Sector = Annotated[str, OneOf((TOTAL, *SECTIONS, *SURVEY_BRANCHES))]
Section = Annotated[str, OneOf((TOTAL, *SECTIONS))]
Name = Annotated[str, StringConstraints(max_length=120)]


class Question(BaseModel):
    """What every resource takes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    workspace: Workspace = said(
        "Espacio de trabajo.", "Workspace.", default=Workspace.PUBLISHED, validate_default=True
    )
    snapshot: str = said(
        "Identificador de una edición; sin él, la vigente.",
        "Id of a snapshot; without it, the one served now.",
        default="",
        max_length=64,
    )
    lang: Literal["es", "en", ""] = said(
        "Idioma de las frases; sin él, el de Accept-Language.",
        "Language of the sentences; without it, that of Accept-Language.",
        default="",
    )


class Listed(Question):
    """A question answered in pages."""

    limit: int = said("Filas por página.", "Rows per page.", default=100, ge=1, le=MOST_ROWS)
    cursor: str = said(
        "Dónde sigue: tómelo de «page.next».",
        "Where to go on: take it from “page.next”.",
        default="0.0",
        pattern=CURSOR,
    )


class Where(BaseModel):
    """Which territories count; all conditions must hold."""

    territory: tuple[Code, ...] = said(
        "Códigos DIVIPOLA, separados por comas.",
        "DIVIPOLA codes, separated by commas.",
        default=(),
        max_length=MOST_CODES,
    )
    level: tuple[Level, ...] = said(
        "Niveles, separados por comas.",
        "Levels, separated by commas.",
        default=(),
        max_length=len(Level),
    )
    scope: ScopeName | None = said(
        "Ámbito: los municipios de un conjunto con nombre.",
        "Scope: the municipalities of a named set.",
        default=None,
    )
    department: Department = said(
        "Código de un departamento, de dos cifras.", "Two-digit code of a department.", default=""
    )


class Cells(BaseModel):
    """Which part of the population and of the economy counts."""

    sector: tuple[Sector, ...] = said(
        "Secciones CIIU, o total.", "CIIU sections, or total.", default=(), max_length=30
    )
    sex: tuple[Sex, ...] = said("Sexo.", "Sex.", default=(), max_length=len(Sex))
    group: tuple[Group, ...] = said("Población.", "Population.", default=(), max_length=len(Group))


class TerritoriesQuestion(Listed, Where):
    """Which territories."""


class GeometryQuestion(Question, Where):
    """Which shapes; without any condition, those of the default scope."""


class IndicatorsQuestion(Listed):
    """Which indicators."""

    indicator: tuple[Key, ...] = said(
        "Claves de indicadores.", "Keys of indicators.", default=(), max_length=MOST_KEYS
    )
    axis: tuple[Axis, ...] = said("Ejes.", "Axes.", default=(), max_length=len(Axis))


class ObservationsQuestion(Listed, Where, Cells):
    """Which observations."""

    indicator: tuple[Key, ...] = said(
        "Claves de cifras guardadas, o de indicadores: trae lo que leen.",
        "Keys of stored figures, or of indicators: brings what they read.",
        default=(),
        max_length=MOST_KEYS,
    )
    period: Period = said(
        "Periodo, o el comienzo: 2024 trae también 2024-05.",
        "Period, or how it begins: 2024 also brings 2024-05.",
        default="",
    )
    source: tuple[Name, ...] = said("Fuentes.", "Publications.", default=(), max_length=MOST_CODES)


class ValuesQuestion(Listed, Where):
    """Which value: one indicator, one cell, one year."""

    indicator: Key = said("Clave del indicador.", "Key of the indicator.")
    period: int | None = said(
        "Año; sin él, el más reciente con cifras.",
        "Year; without it, the newest that has figures.",
        default=None,
        ge=FIRST_YEAR,
        le=LAST_YEAR,
    )
    sector: Section = said("Sección CIIU, o total.", "CIIU section, or total.", default=TOTAL)
    sex: Sex = said("Sexo.", "Sex.", default=Sex.TOTAL, validate_default=True)
    group: Group | None = said(
        "Población; sin ella, la primera del indicador.",
        "Population; without it, the first of the indicator.",
        default=None,
    )


class PlacesQuestion(Listed, Where):
    """Which places."""

    kind: tuple[Name, ...] = said("Clases.", "Kinds.", default=(), max_length=MOST_KEYS)
    status: tuple[Name, ...] = said("Estados.", "Statuses.", default=(), max_length=MOST_KEYS)
    sector: tuple[Sector, ...] = said(
        "Secciones CIIU.", "CIIU sections.", default=(), max_length=30
    )


class ResultsQuestion(Listed, Where):
    """Which results of programmes."""

    programme: tuple[Name, ...] = said("Programas.", "Programmes.", default=(), max_length=20)
    period: Period = said("Periodo, o el comienzo.", "Period, or how it begins.", default="")
    sex: tuple[Sex, ...] = said("Sexo.", "Sex.", default=(), max_length=len(Sex))
    group: tuple[Group, ...] = said("Población.", "Population.", default=(), max_length=len(Group))


class SourcesQuestion(Listed):
    """Which publications."""

    source: tuple[Name, ...] = said("Fuentes.", "Publications.", default=(), max_length=MOST_CODES)
