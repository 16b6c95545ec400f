"""Bodies of the answers. The document and the tests read them; rows are written as plain records.

A model per row would cost ten times the rest of an answer, so none is made while serving: the
tests check every kind of answer against its model.
"""

from collections.abc import Iterable
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, create_model

from callbacks.api.fields import column_field, said
from geodata.disclosure.places import PUBLIC
from geodata.schema import OBSERVATIONS, RESULTS, SOURCES, Column, Group, Level, Sex
from geodata.snapshot import Workspace
from indicators.records import FEATURE_COLUMNS, TERRITORY_COLUMNS
from indicators.spec import Axis, Better, Kind, Window

StateWord = Literal[
    "valor", "sin_dato", "suprimido", "no_aplica", "dato_anterior", "poco_confiable"
]
NoticeCode = Literal[
    "code_replaced", "filter_dropped", "level_not_shown", "no_geometry", "synthetic"
]


class Strict(BaseModel):
    """A body that has no other fields than those declared."""

    model_config = ConfigDict(extra="forbid")


def _table(name: str, columns: Iterable[Column]) -> Any:  # noqa: ANN401 - pydantic makes it
    fields: dict[str, Any] = {column.name: column_field(column) for column in columns}
    return create_model(name, __base__=Strict, **fields)


Territory = _table("Territory", TERRITORY_COLUMNS)
Place = _table("Place", PUBLIC)
ProgrammeResult = _table("ProgrammeResult", RESULTS)
Source = _table("Source", SOURCES)
ObservationColumns = _table("ObservationColumns", OBSERVATIONS)
FeatureProperties = _table(
    "FeatureProperties", [c for c in TERRITORY_COLUMNS if c.name in FEATURE_COLUMNS]
)


class Observation(ObservationColumns):  # type: ignore[misc, valid-type]
    """One published or computed figure, after disclosure control."""

    state: StateWord = said("Estado de la cifra.", "State of the figure.")


class Words(Strict):
    """A sentence in both languages."""

    es: str
    en: str


class Unit(Strict):
    """How a value is written."""

    key: str
    symbol: Words = said("Va detrás del número.", "Stands after the number.")
    noun: Words = said("Va dentro de una frase.", "Stands inside a sentence.")


class Indicator(Strict):
    """What the registry declares of an indicator."""

    indicator: str = said("Clave.", "Key.")
    axis: Axis
    kind: Kind
    window: Window
    better: Better = said("Qué extremo es deseable.", "Which end is desirable.")
    unit: Unit
    title: Words
    definition: Words
    formula: Words
    universe: Words
    source_rule: Words = said("Qué publicación cuenta.", "Which publication counts.")
    caveat: Words
    reference: str = said("De dónde sale la definición.", "Where the definition comes from.")
    needs: list[str] = said("Observaciones que lee.", "Observations that it reads.")
    lowest: float | None = said("Menor valor posible.", "Lowest value possible.")
    highest: float | None = said("Mayor valor posible.", "Highest value possible.")
    decimals: int
    levels: list[Level]
    groups: list[Group]
    by_sex: bool
    by_sector: bool
    tolerance_years: int = said(
        "Cuántos años puede ser más vieja la cifra mostrada.",
        "How many years older a shown figure may be.",
    )


class Value(Strict):
    """An indicator evaluated for a territory and a year, as the screen shows it."""

    indicator: str
    territory_code: str
    year: int = said("Año pedido.", "Year asked for.")
    sex: Sex
    population_group: Group
    sector: str
    value: float | None = said("null si el estado no tiene.", "null unless the state has one.")
    unit: str
    state: StateWord
    reason: str = said("Por qué, en una frase.", "Why, in a sentence.")
    period: str | None = said("Periodo de la cifra usada.", "Period of the figure used.")
    numerator: float | None
    denominator: float | None
    sample_size: float | None
    margin: str | None
    series: str | None
    source_id: str | None


class ImportedFile(Strict):
    """A file that an office imported."""

    file: str
    kind: str
    when: str
    sha256: str
    sources: list[str]


class Snapshot(Strict):
    """An immutable edition of the data."""

    id: str
    parent: str | None = said("La edición anterior.", "The edition before.")
    workspace: Workspace
    current: bool = said("Si es la que se sirve ahora.", "Whether it is served now.")
    created: str
    note: str | None
    rows: dict[str, int] = said("Filas por tabla.", "Rows by table.")
    imports: list[ImportedFile]


class Edition(Strict):
    """The snapshot that answered."""

    id: str
    workspace: Workspace
    synthetic: bool = said("Si sus cifras son inventadas.", "Whether its figures are invented.")


class Notice(Strict):
    """What the reader must know of the answer."""

    code: NoticeCode
    message: str
    asked: str | None = said("Lo que se pidió.", "What was asked for.")
    used: str | None = said("Lo que se usó.", "What was used.")


class Page(Strict):
    """Where the answer stands among the pages."""

    limit: int
    count: int = said("Filas de esta página.", "Rows of this page.")
    next: str | None = said(
        "Dirección de la página siguiente; null en la última.",
        "Address of the next page; null on the last one.",
    )


T = TypeVar("T")


class Answer(Strict):
    """What every answer carries."""

    snapshot: Edition
    notices: list[Notice]


class Listing(Answer, Generic[T]):
    """A page of rows."""

    page: Page
    items: list[T]


class Single(Answer, Generic[T]):
    """One row."""

    item: T


class Geometry(BaseModel):
    """A shape in degrees, longitude first."""

    type: Literal["Polygon", "MultiPolygon"]
    coordinates: list[list[Any]]


class Feature(Strict):
    """A territory with its shape (RFC 7946)."""

    type: Literal["Feature"]
    id: str
    properties: FeatureProperties  # type: ignore[valid-type]
    geometry: Geometry | None


class FeatureCollection(Answer):
    """The shapes of several territories (RFC 7946)."""

    type: Literal["FeatureCollection"]
    attribution: str = said("Quién publica los límites.", "Who publishes the boundaries.")
    features: list[Feature]


class ProblemBody(BaseModel):
    """What went wrong and what to do (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    parameter: str | None = None
    limit: int | None = said("El límite que se pasó.", "The limit exceeded.", default=None)
    allowed: list[str] | None = said("Lo que existe.", "What there is.", default=None)
