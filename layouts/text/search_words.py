"""Sentences of the search, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchWords:
    """Sentences of one language."""

    label: str
    placeholder: str
    kinds: Mapping[str, str]
    none: str
    one: str
    many: str
    results: str
    border: str
    border_beside: str
    """Words that lead to the ficha of any border."""


ES: Final = SearchWords(
    label="Buscar municipio, centro, indicador o programa",
    placeholder="Buscar ( / )",
    kinds={
        "municipio": "Municipios",
        "frontera": "Frontera y otros ámbitos",
        "departamento": "Departamentos",
        "centro": "Centros y puntos de atención",
        "programa": "Programas",
        "unidad": "Unidades productivas",
        "indicador": "Indicadores",
        "fuente": "Fuentes",
    },
    none="Nada se llama así. Pruebe con otra parte del nombre o con el código.",
    one="1 resultado.",
    many="{} resultados.",
    results="{} resultados registrados",
    border="Ficha · {} municipios",
    border_beside="ficha frontera",
)

EN: Final = SearchWords(
    label="Search municipality, centre, indicator or programme",
    placeholder="Search ( / )",
    kinds={
        "municipio": "Municipalities",
        "frontera": "The border and other scopes",
        "departamento": "Departments",
        "centro": "Centres and service points",
        "programa": "Programmes",
        "unidad": "Productive units",
        "indicador": "Indicators",
        "fuente": "Sources",
    },
    none="Nothing is called that. Try another part of the name, or the code.",
    one="1 result.",
    many="{} results.",
    results="{} results on record",
    border="Profile · {} municipalities",
    border_beside="profile border",
)

SEARCH_WORDS: Final[Mapping[str, SearchWords]] = MappingProxyType({"es": ES, "en": EN})
