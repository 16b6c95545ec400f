"""Columns of the rows behind the views, declared once for the grid, the filters and the files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Final

from geodata.exports.sheet import Nature
from indicators.spec import Text


@unique
class Filtered(StrEnum):
    """How a column is filtered: by part of a text, by a number, or by a set of its words."""

    TEXT = "text"
    NUMBER = "number"
    WORDS = "words"
    NOT = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RowColumn:
    """One column.

    Attributes:
        key: its name in files and in the address.
        title: over the grid.
        meaning: in the notes of a file.
        width: in the grid, in pixels; 0 where only files have it.
        shown: column that has the words of a cell, where they are not the cell itself.
        sorted: column that decides the order, where it is not this one.
    """

    key: str
    title: Text
    meaning: Text
    nature: Nature = Nature.TEXT
    filtered: Filtered = Filtered.NOT
    width: int = 0
    shown: str = ""
    sorted: str = ""


CODE, TEXT, NUMBER = Nature.CODE, Nature.TEXT, Nature.NUMBER


def _column(
    key: str, es: str, en: str, meaning: tuple[str, str], **rest: Nature | Filtered | int | str
) -> RowColumn:
    return RowColumn(key=key, title=Text(es, en), meaning=Text(*meaning), **rest)  # type: ignore[arg-type]


_PLACE: Final = (
    _column("territorio_codigo", "Código", "Code",
            ("Código DIVIPOLA, o del dominio de la encuesta; siempre texto.",
             "DIVIPOLA code, or that of the survey domain; always text."),
            nature=CODE, filtered=Filtered.TEXT, width=92),
    _column("territorio", "Territorio", "Territory",
            ("Nombre del territorio del que habla la cifra.",
             "Name of the territory that the figure speaks of."),
            filtered=Filtered.TEXT, width=170),
    _column("nivel", "Nivel", "Level", ("Nivel del territorio.", "Level of the territory."),
            filtered=Filtered.WORDS),
    _column("departamento", "Departamento", "Department",
            ("Departamento del territorio.", "Department of the territory."),
            filtered=Filtered.WORDS, width=150),
)  # fmt: skip

_WHAT: Final = (
    _column("indicador_clave", "Clave", "Key",
            ("Clave del indicador en la API.", "Key of the indicator in the API."), nature=CODE),
    _column("indicador", "Indicador", "Indicator", ("Título del indicador.", "Title."),
            filtered=Filtered.TEXT, width=250),
    _column("eje", "Eje", "Axis", ("Eje del indicador.", "Axis of the indicator."),
            filtered=Filtered.WORDS, width=150),
    _column("sexo", "Sexo", "Sex", ("Sexo.", "Sex.")),
    _column("poblacion", "Población", "Population", ("Población.", "Population.")),
    _column("sector", "Sector", "Sector",
            ("Sección CIIU Rev. 4 A.C., o todas.", "CIIU Rev. 4 A.C. section, or all.")),
)  # fmt: skip

_VALUE: Final = (
    _column("valor", "Valor", "Value",
            ("Cifra redondeada como se muestra; vacía si el estado no tiene.",
             "Figure rounded as it is shown; empty unless the state has one."),
            nature=NUMBER, filtered=Filtered.NUMBER, width=110, shown="valor_mostrado"),
    _column("valor_mostrado", "Valor", "Value",
            ("La cifra como se lee en la pantalla, o el nombre del estado.",
             "The figure as it reads on the screen, or the word of the state.")),
    _column("valor_exacto", "Sin redondear", "Not rounded",
            ("La misma cifra sin redondear.", "The same figure, not rounded."), nature=NUMBER),
    _column("unidad", "Unidad", "Unit", ("Unidad.", "Unit."), width=120),
    _column("estado", "Estado", "State",
            ("Estado de la cifra, en palabras. Cero es una cifra.",
             "State of the figure, in words. Zero is a figure."),
            filtered=Filtered.WORDS, width=120),
    _column("estado_clave", "Estado (clave)", "State (key)",
            ("Estado de la cifra, como en la API.", "State of the figure, as in the API."),
            nature=CODE),
    _column("motivo", "Motivo", "Reason",
            ("Por qué tiene ese estado.", "Why it has that state.")),
)  # fmt: skip

_WHEN: Final = (
    _column("anio", "Año", "Year", ("Año pedido.", "Year asked for."), nature=CODE,
            filtered=Filtered.WORDS, width=80),
    _column("periodo", "Periodo", "Period",
            ("Periodo de la cifra usada.", "Period of the figure used."),
            filtered=Filtered.TEXT, width=170, sorted="periodo_iso"),
    _column("periodo_iso", "Periodo (ISO)", "Period (ISO)",
            ("El mismo periodo, ISO 8601.", "The same period, ISO 8601."), nature=CODE),
)  # fmt: skip

_PROOF: Final = (
    _column("fuente", "Fuente", "Source",
            ("Publicación de la que sale.", "Publication that it is from."),
            filtered=Filtered.TEXT, width=280),
    _column("universo", "Universo", "Universe",
            ("De quién habla la cifra.", "Whom the figure speaks of."), width=260),
    _column("numerador", "Numerador", "Numerator",
            ("Numerador, si se conoce.", "Numerator, where known."), nature=NUMBER,
            filtered=Filtered.NUMBER, width=120),
    _column("denominador", "Denominador", "Denominator",
            ("Denominador, si se conoce.", "Denominator, where known."), nature=NUMBER,
            filtered=Filtered.NUMBER, width=120),
    _column("muestra", "Muestra", "Sample",
            ("Tamaño de la muestra, si se publica.", "Sample size, where published."),
            nature=NUMBER, filtered=Filtered.NUMBER, width=100),
    _column("margen", "Margen", "Margin",
            ("Margen o error, como lo escribe la fuente.", "Margin or error, as published."),
            width=120),
    _column("serie", "Serie", "Series",
            ("Marco, ventana o registro: dos cifras de series distintas no se unen.",
             "Frame, window or register: figures of two series are not joined."), nature=CODE),
    _column("advertencias", "Advertencias", "Cautions",
            ("Cautelas de quien leyó la cifra.", "Cautions of whoever read the figure."),
            width=180),
    _column("enlace", "Enlace", "Link",
            ("Dirección de la publicación.", "Address of the publication.")),
    _column("licencia", "Licencia", "Licence",
            ("Licencia de la publicación.", "Licence of the publication.")),
    _column("fuente_clave", "Fuente (clave)", "Source (key)",
            ("Clave de la publicación en la API.", "Key of the publication in the API."),
            nature=CODE),
    _column("cifra", "Prueba", "Proof",
            ("Ábrala en /datos?cifra=… para ver de dónde sale la cifra.",
             "Open it at /datos?cifra=… to see where the figure is from."), nature=CODE),
    _column("corte", "Corte", "Snapshot",
            ("Edición inmutable de los datos.", "Immutable edition of the data."), nature=CODE),
    _column("espacio", "Espacio", "Workspace",
            ("Publicado, o demostración con cifras sintéticas.",
             "Published, or demonstration with synthetic figures.")),
)  # fmt: skip

_BESIDE: Final = (
    _column("referencia", "Referencia", "Reference",
            ("Vacía en la cifra; en las filas de comparación, con qué se compara.",
             "Empty for the figure; in rows of comparison, what it is compared with."),
            filtered=Filtered.WORDS, width=190),
)  # fmt: skip

_GAP: Final = (
    _column("peso", "Peso", "Weight",
            ("Peso del eje en el total.", "Weight of the axis in the total."), nature=NUMBER),
    _column("con_dato", "Indicadores con dato", "Indicators known",
            ("Indicadores del eje que tienen dato.", "Indicators of the axis that are known."),
            nature=NUMBER, filtered=Filtered.NUMBER, width=120),
    _column("pedidos", "Indicadores del eje", "Indicators of the axis",
            ("Indicadores que forman el eje.", "Indicators that make up the axis."),
            nature=NUMBER, width=120),
)  # fmt: skip

_POINT: Final = (
    _column("lugar", "Clave", "Key", ("Clave; ábrala en /lugares?lugar=…",
            "Key; open it at /lugares?lugar=…"), nature=CODE),
    _column("clase", "Qué es", "What it is",
            ("Unidad productiva, o centro o punto.", "Productive unit, or centre or point."),
            filtered=Filtered.WORDS, width=140),
    _column("tipo", "Tipo", "Kind", ("Tipo de centro.", "Kind of centre.")),
    _column("nombre", "Nombre", "Name", ("Nombre; nunca el de una persona.",
            "Name; never that of a person."), filtered=Filtered.TEXT, width=220),
)  # fmt: skip

_POINT_STATE: Final = (
    _column("situacion", "Estado", "State", ("Estado comprobado, en palabras.",
            "State as verified, in words."), filtered=Filtered.WORDS, width=130),
    _column("situacion_clave", "Estado (clave)", "State (key)",
            ("El mismo estado, como en la API.", "The same state, as in the API."), nature=CODE),
    _column("verificado", "Verificado", "Verified",
            ("Cuándo se comprobó el estado.", "When the state was verified."),
            filtered=Filtered.TEXT, width=150, sorted="verificado_iso"),
    _column("verificado_iso", "Verificado (ISO)", "Verified (ISO)",
            ("La misma fecha, ISO 8601.", "The same date, ISO 8601."), nature=CODE),
    _column("seccion", "Sector", "Sector", ("Sección CIIU Rev. 4 A.C.; los centros no tienen.",
            "CIIU Rev. 4 A.C. section; centres have none."), filtered=Filtered.WORDS, width=220),
    _column("programa", "Programa", "Programme", ("Programa que lo apoya.",
            "Programme that supports it."), filtered=Filtered.WORDS, width=170),
    _column("formalizacion", "Formalización", "Formalisation",
            ("Matrícula mercantil de la unidad.", "Commercial register of the unit."),
            filtered=Filtered.WORDS, width=160),
    _column("tamano", "Quienes trabajan", "Who works there",
            ("Personas que trabajan en la unidad, en tramos; el número no sale.",
             "People who work in the unit, in bands; the number does not leave."),
            filtered=Filtered.WORDS, width=160, sorted="tamano_orden"),
    _column("desde", "Desde", "Since", ("Desde cuándo.", "Since when."),
            filtered=Filtered.TEXT, width=140, sorted="desde_iso"),
    _column("desde_iso", "Desde (ISO)", "Since (ISO)", ("ISO 8601.", "ISO 8601."), nature=CODE),
    _column("hasta", "Hasta", "Until", ("Hasta cuándo; vacía si sigue.",
            "Until when; empty while it goes on."), sorted="hasta_iso"),
    _column("hasta_iso", "Hasta (ISO)", "Until (ISO)", ("ISO 8601.", "ISO 8601."), nature=CODE),
    _column("operador", "Quién opera", "Who runs it", ("Quién opera el centro.",
            "Who runs the centre."), filtered=Filtered.TEXT, width=200),
    _column("servicios", "Servicios", "Services", ("Servicios del centro.",
            "Services of the centre.")),
    _column("personas_atendidas", "Personas atendidas", "People served",
            ("Según la fuente del centro.", "According to the centre's source."), nature=NUMBER,
            filtered=Filtered.NUMBER, width=120),
    _column("lon", "Longitud", "Longitude", ("Grados; la de una unidad, a unos 100 m.",
            "Degrees; that of a unit, to about 100 m."), nature=NUMBER),
    _column("lat", "Latitud", "Latitude", ("Grados; la de una unidad, a unos 100 m.",
            "Degrees; that of a unit, to about 100 m."), nature=NUMBER),
    _column("precision", "Precisión", "Precision",
            ("approximate: cerca de la cabecera; address: dirección publicada.",
             "approximate: near the seat; address: published address."), nature=CODE),
    _column("direccion", "Dirección", "Address", ("La publicada; la de una unidad no sale.",
            "As published; that of a unit does not leave.")),
    _column("nota", "Nota", "Note", ("Nota de la fuente.", "Note of the source.")),
)  # fmt: skip

FIGURES: Final = (*_PLACE, *_WHAT, *_VALUE, *_WHEN, *_PROOF)
PROFILE: Final = (*_PLACE, *_WHAT, *_BESIDE, *_VALUE, *_WHEN, *_PROOF)

COLUMNS: Final[Mapping[str, RowColumn]] = MappingProxyType(
    {column.key: column for column in (*PROFILE, *_GAP, *_POINT, *_POINT_STATE)}
)


def named(*keys: str) -> Sequence[RowColumn]:
    """Columns by name."""
    return [COLUMNS[key] for key in keys]


GAPS: Final = named(
    "territorio_codigo", "territorio", "nivel", "departamento", "eje", "valor", "valor_mostrado",
    "valor_exacto", "unidad", "estado", "estado_clave", "motivo", "anio", "con_dato", "pedidos",
    "peso", "fuente", "cifra", "corte", "espacio",
)  # fmt: skip

POINTS: Final = (
    *_POINT, *_PLACE, *_POINT_STATE,
    *named("fuente", "enlace", "licencia", "fuente_clave", "corte", "espacio"),
)  # fmt: skip
