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

FIGURES: Final = (*_PLACE, *_WHAT, *_VALUE, *_WHEN, *_PROOF)
PROFILE: Final = (*_PLACE, *_WHAT, *_BESIDE, *_VALUE, *_WHEN, *_PROOF)

COLUMNS: Final[Mapping[str, RowColumn]] = MappingProxyType(
    {column.key: column for column in (*PROFILE, *_GAP)}
)


def named(*keys: str) -> Sequence[RowColumn]:
    """Columns by name."""
    return [COLUMNS[key] for key in keys]


GAPS: Final = named(
    "territorio_codigo", "territorio", "nivel", "departamento", "eje", "valor", "valor_mostrado",
    "valor_exacto", "unidad", "estado", "estado_clave", "motivo", "anio", "con_dato", "pedidos",
    "peso", "fuente", "corte", "espacio",
)  # fmt: skip
