"""Sentences of the method page, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from geodata.schema import Level
from indicators.spec import Better


@dataclass(frozen=True, kw_only=True, slots=True)
class MethodWords:
    """Sentences of one language."""

    title: str
    lead: str
    rules: str
    gaps: str
    measures: str
    withheld: str
    states: str
    reference_line: str
    by_axis: str
    sector_gap: str
    peers: str
    unit: str
    source: str
    reference: str
    tolerance: str
    tolerance_years: str
    tolerance_none: str
    levels: str
    level_names: Mapping[str, str]
    better: str
    ends: Mapping[str, str]
    on_the_map: str


ES: Final = MethodWords(
    title="Metodología",
    lead="Qué dice cada cifra, cómo se calcula, de quién es y qué no dice. Esta página se escribe "
    "con las mismas definiciones con que se calcula.",
    rules="Reglas para todas las cifras",
    gaps="Brechas",
    measures="Medidas",
    withheld="Los conteos de 1 a 4 personas de registros propios no se muestran, ni los que "
    "permitirían deducirlos por resta: totales, sexos, sectores o territorios. Un cero es un dato.",
    states="Qué se dice de una cifra",
    reference_line="Referencia: {}.",
    by_axis="Brecha por eje",
    sector_gap="Brecha por sector",
    peers="Municipios parecidos",
    unit="Unidad",
    source="Fuente",
    reference="Referencia",
    tolerance="Tiempo",
    tolerance_years="Se muestra como dato anterior una cifra de hasta {} años antes.",
    tolerance_none="Solo se muestra la cifra del año pedido.",
    levels="Niveles",
    level_names={
        Level.MUNICIPALITY: "municipio",
        Level.NON_MUNICIPAL: "área no municipalizada",
        Level.SURVEY_DOMAIN: "ámbito de encuesta",
        Level.DEPARTMENT: "departamento",
        Level.NATION: "nación",
    },
    better="Mejor",
    ends={
        Better.HIGHER: "más alto",
        Better.LOWER: "más bajo",
        Better.NEITHER: "ninguno de los dos extremos",
    },
    on_the_map="Ver en el mapa",
)

EN: Final = MethodWords(
    title="Method",
    lead="What each figure says, how it is computed, whose it is and what it does not say. This "
    "page is written from the same definitions that the computation uses.",
    rules="Rules for every figure",
    gaps="Gaps",
    measures="Measures",
    withheld="Counts of 1 to 4 people from own registers are not shown, nor those that would let "
    "them be worked out by subtraction: totals, sexes, sectors or territories. A zero is a figure.",
    states="What is said of a figure",
    reference_line="Reference: {}.",
    by_axis="Gap by axis",
    sector_gap="Gap by sector",
    peers="Municipalities like one another",
    unit="Unit",
    source="Source",
    reference="Reference",
    tolerance="Time",
    tolerance_years="A figure up to {} years older is shown as earlier.",
    tolerance_none="Only the figure of the year asked for is shown.",
    levels="Levels",
    level_names={
        Level.MUNICIPALITY: "municipality",
        Level.NON_MUNICIPAL: "non-municipal area",
        Level.SURVEY_DOMAIN: "survey domain",
        Level.DEPARTMENT: "department",
        Level.NATION: "nation",
    },
    better="Better",
    ends={Better.HIGHER: "higher", Better.LOWER: "lower", Better.NEITHER: "neither end"},
    on_the_map="See on the map",
)

METHOD_WORDS: Final[Mapping[str, MethodWords]] = MappingProxyType({"es": ES, "en": EN})
