"""What may be asked of each resource: the query parameters, read once and then trusted."""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

from callbacks.api.fields import OneOf, said, several
from geodata.schema import FORMALISATIONS, SECTIONS, SURVEY_BRANCHES, TOTAL, Group, Level, Sex
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
Period = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}[-/0-9]{0,17}$")]
Department = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")]
ScopeName = Annotated[str, OneOf(tuple(SCOPES))]
Sector = Annotated[str, OneOf((TOTAL, *SECTIONS, *SURVEY_BRANCHES))]
Section = Annotated[str, OneOf((TOTAL, *SECTIONS))]
Formalisation = Annotated[str, OneOf(FORMALISATIONS)]
SnapshotName = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Name = Annotated[str, StringConstraints(pattern=r"^[^,]{1,120}$")]


class Spoken(BaseModel):
    """What the document and its page take."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lang: Literal["es", "en"] | None = said(
        "Idioma de las frases; sin él, el de Accept-Language.",
        "Language of the sentences; without it, that of Accept-Language.",
        default=None,
    )


class Question(Spoken):
    """What every resource takes."""

    workspace: Workspace = said("Espacio de trabajo.", "Workspace.", default=Workspace.PUBLISHED)
    snapshot: SnapshotName | None = said(
        "Identificador de una edición; sin él, la vigente.",
        "Id of a snapshot; without it, the one served now.",
        default=None,
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

    territory: tuple[Code, ...] = several(
        "Códigos DIVIPOLA, separados por comas.",
        "DIVIPOLA codes, separated by commas.",
        most=MOST_CODES,
    )
    level: tuple[Level, ...] = several(
        "Niveles, separados por comas.",
        "Levels, separated by commas.",
        most=len(Level),
    )
    scope: ScopeName | None = said(
        "Ámbito: los municipios de un conjunto con nombre.",
        "Scope: the municipalities of a named set.",
        default=None,
    )
    department: Department | None = said(
        "Código de un departamento, de dos cifras.", "Two-digit code of a department.", default=None
    )


class Cells(BaseModel):
    """Which part of the population and of the economy counts."""

    sector: tuple[Sector, ...] = several(
        "Secciones CIIU, o total.",
        "CIIU sections, or total.",
        most=30,
    )
    sex: tuple[Sex, ...] = several("Sexo.", "Sex.", most=len(Sex))
    group: tuple[Group, ...] = several("Población.", "Population.", most=len(Group))


class TerritoriesQuestion(Listed, Where):
    """Which territories."""


class GeometryQuestion(Question, Where):
    """Which shapes; without any condition, those of the default scope."""


class IndicatorsQuestion(Listed):
    """Which indicators."""

    indicator: tuple[Key, ...] = several(
        "Claves de indicadores.",
        "Keys of indicators.",
        most=MOST_KEYS,
    )
    axis: tuple[Axis, ...] = several("Ejes.", "Axes.", most=len(Axis))


class ObservationsQuestion(Listed, Where, Cells):
    """Which observations."""

    indicator: tuple[Key, ...] = several(
        "Claves de cifras guardadas, o de indicadores: trae lo que leen.",
        "Keys of stored figures, or of indicators: brings what they read.",
        most=MOST_KEYS,
    )
    period: Period | None = said(
        "Periodo, o el comienzo: 2024 trae también 2024-05.",
        "Period, or how it begins: 2024 also brings 2024-05.",
        default=None,
    )
    source: tuple[Name, ...] = several("Fuentes.", "Publications.", most=MOST_CODES)


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
    sex: Sex = said("Sexo.", "Sex.", default=Sex.TOTAL)
    group: Group | None = said(
        "Población; sin ella, la primera del indicador.",
        "Population; without it, the first of the indicator.",
        default=None,
    )


class PlacesQuestion(Listed, Where):
    """Which places."""

    kind: tuple[Name, ...] = several("Clases.", "Kinds.", most=MOST_KEYS)
    status: tuple[Name, ...] = several("Estados.", "Statuses.", most=MOST_KEYS)
    sector: tuple[Sector, ...] = several("Secciones CIIU.", "CIIU sections.", most=30)
    programme: tuple[Name, ...] = several("Programas.", "Programmes.", most=20)
    formalisation: tuple[Formalisation, ...] = several(
        "Formalización de la unidad productiva.",
        "Formalisation of the productive unit.",
        most=len(FORMALISATIONS),
    )


class ResultsQuestion(Listed, Where):
    """Which results of programmes."""

    programme: tuple[Name, ...] = several("Programas.", "Programmes.", most=20)
    period: Period | None = said(
        "Periodo, o el comienzo.", "Period, or how it begins.", default=None
    )
    sex: tuple[Sex, ...] = several("Sexo.", "Sex.", most=len(Sex))
    group: tuple[Group, ...] = several("Población.", "Population.", most=len(Group))


class SourcesQuestion(Listed):
    """Which publications."""

    source: tuple[Name, ...] = several("Fuentes.", "Publications.", most=MOST_CODES)
