"""Sentences of the comparison, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from indicators.benchmark import Reference


@dataclass(frozen=True, kw_only=True, slots=True)
class CompareWords:
    """Sentences of one language."""

    title: str
    lead: str
    empty: str
    suggestions: str
    whole: str
    only_one: str
    add: str
    add_hint: str
    full: str
    remove: str
    earlier: str
    later: str
    against: str
    references: Mapping[str, str]
    indicator: str
    beside: str
    nobody: str
    stands_in: str
    points: str
    index: str
    more: str
    less: str
    same: str
    unsure: str
    neither: str
    with_neither: str
    apart: str
    absent: str
    than: Mapping[Reference, str]
    marks: Mapping[Reference, str]
    scale: str
    scale_of: str
    left_out: str
    scale_line: str
    lacking: str
    departments: str
    rule: str
    download: str
    rows: str
    profile: str
    department_of: str
    only: str


ES: Final = CompareWords(
    title="Comparar",
    lead="Hasta cuatro municipios o departamentos, con las mismas cifras, las mismas escalas y sus "
    "referencias. Lo que no se puede comparar se muestra y se dice por qué.",
    empty="Elija los territorios que quiere poner lado a lado.",
    suggestions="Por ejemplo:",
    whole="{} (los tres municipios de los programas)",
    only_one="Añada otro territorio para verlos lado a lado; mientras tanto, este se compara con "
    "sus referencias.",
    add="Añadir un municipio o departamento",
    add_hint="Escriba parte del nombre o el código, con o sin tildes.",
    full="Son cuatro, el máximo. Quite uno para añadir otro.",
    remove="Quitar {}",
    earlier="Mover {} hacia el principio",
    later="Mover {} hacia el final",
    against="Comparar cada uno contra",
    references={
        "departamento": "su departamento",
        "ambito": "la mediana del ámbito",
        "nacion": "la nación",
        "parecidos": "municipios parecidos (mediana)",
    },
    indicator="Indicador",
    beside="Referencias",
    nobody="Nadie la publica para este territorio ni para uno mayor.",
    stands_in="No es cifra propia: es de {}. No se compara como si lo fuera.",
    points="{} puntos porcentuales (pp)",
    index="{} puntos del índice",
    more="**{n} más** que {other}",
    less="**{n} menos** que {other}",
    same="**Igual** que {other}",
    unsure="No se puede afirmar que difiera de {other}: {reason}.",
    neither="{} ni de {}",
    with_neither="{} ni con {}",
    apart="No se compara con {other}: {reason}.",
    absent="Sin comparación con {other}: no hay otra cifra de la misma ventana, serie y periodo.",
    than={
        Reference.DEPARTMENT: "su departamento",
        Reference.SCOPE: "la mediana del ámbito",
        Reference.NATION: "la nación",
        Reference.PEERS: "la mediana de municipios parecidos",
    },
    marks={
        Reference.DEPARTMENT: "{name} (departamento): {value}",
        Reference.SCOPE: "mediana de {n} del ámbito: {value}",
        Reference.NATION: "nación: {value}",
        Reference.PEERS: "mediana de {n} parecidos: {value}",
    },
    scale="Misma escala, de {low} a {high}",
    scale_of="{title}, en una misma escala: {points}",
    left_out="Fuera de la escala: {}.",
    scale_line="Series: de {low} a {high}; las rayas son cortes.",
    lacking="Otros {n} indicadores no tienen cifra de ninguno de estos territorios ni de uno que "
    "los contenga. Quién los tiene se dice en la metodología.",
    departments="Comparar sus departamentos",
    rule="Cuándo se compara",
    download="Descargar estas filas (CSV)",
    rows="Ver estas filas en Datos",
    profile="Ver su ficha",
    department_of="departamento",
    only="Solo: {}",
)

EN: Final = CompareWords(
    title="Compare",
    lead="Up to four municipalities or departments, with the same figures, the same scales and "
    "their references. What cannot be compared is shown, with the reason.",
    empty="Choose the territories to put side by side.",
    suggestions="For example:",
    whole="{} (the three municipalities of the programmes)",
    only_one="Add another territory to see them side by side; meanwhile this one is compared with "
    "its references.",
    add="Add a municipality or department",
    add_hint="Type part of the name or the code, with or without accents.",
    full="These are four, the most there can be. Remove one to add another.",
    remove="Remove {}",
    earlier="Move {} towards the start",
    later="Move {} towards the end",
    against="Compare each with",
    references={
        "departamento": "its department",
        "ambito": "the median of the scope",
        "nacion": "the nation",
        "parecidos": "similar municipalities (median)",
    },
    indicator="Indicator",
    beside="References",
    nobody="Nobody publishes it for this territory or a larger one.",
    stands_in="Not its own figure: it is that of {}. It is not compared as if it were.",
    points="{} percentage points (pp)",
    index="{} points of the index",
    more="**{n} more** than {other}",
    less="**{n} less** than {other}",
    same="**The same** as {other}",
    unsure="It cannot be said to differ from {other}: {reason}.",
    neither="{} or {}",
    with_neither="{} or {}",
    apart="Not compared with {other}: {reason}.",
    absent="No comparison with {other}: there is no other figure of the same window, series and "
    "period.",
    than={
        Reference.DEPARTMENT: "its department",
        Reference.SCOPE: "the median of the scope",
        Reference.NATION: "the nation",
        Reference.PEERS: "the median of similar municipalities",
    },
    marks={
        Reference.DEPARTMENT: "{name} (department): {value}",
        Reference.SCOPE: "median of {n} of the scope: {value}",
        Reference.NATION: "nation: {value}",
        Reference.PEERS: "median of {n} alike: {value}",
    },
    scale="Same scale, from {low} to {high}",
    scale_of="{title}, on one scale: {points}",
    left_out="Off the scale: {}.",
    scale_line="Series: from {low} to {high}; dashes are breaks.",
    lacking="Another {n} indicators have no figure of any of these territories nor of one that "
    "contains them. The method says who holds them.",
    departments="Compare their departments",
    rule="When figures are compared",
    download="Download these rows (CSV)",
    rows="See these rows in Data",
    profile="See its profile",
    department_of="department",
    only="Only: {}",
)

COMPARE_WORDS: Final[Mapping[str, CompareWords]] = MappingProxyType({"es": ES, "en": EN})
