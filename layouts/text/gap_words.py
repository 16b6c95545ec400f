"""Sentences of the view of gaps, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class GapWords:
    """Sentences of one language."""

    title: str
    lead: str
    form: str
    choose: str
    weights: str
    weight_lead: str
    posts: str
    apply: str
    municipality: str
    largest: str
    matrix: str
    matrix_lead: str
    territory: str
    total: str
    place: str
    no_place: str
    worse: str
    better: str
    average: str
    rest: str
    method: str
    method_link: str
    lacking_title: str
    lacking_lead: str
    demo: str
    close: str
    summary: str
    summary_none: str
    comparison: str
    comparison_lead: str
    value: str
    none: str
    against: Mapping[str, str]
    rank: str
    more: str
    less: str
    same: str
    times: str
    peers: str
    sectors: str
    sectors_lead: str
    sector: str
    terms: Mapping[str, str]
    sectors_none: str
    sectors_blank: str
    formula: str


ES: Final = GapWords(
    title="Brechas",
    lead="Cuánto se aparta cada municipio de los demás en los siete ejes de la estrategia "
    "regional, y cuántas personas le faltan o le sobran a cada sector.",
    form="Qué se compara: {scope}. Cambiar ámbito, municipio o pesos",
    choose="Elija un municipio en «Qué se compara» para verlo de cerca.",
    weights="Peso de cada eje",
    weight_lead="De 0 (no cuenta) a 5. No hay pesos verdaderos: el rango de puestos dice cuánto "
    "cambia el orden al moverlos.",
    posts="Puestos por unidad productiva fortalecida",
    apply="Aplicar",
    municipality="Municipio",
    largest="El de mayor brecha",
    matrix="Matriz de brechas",
    matrix_lead="{n} municipios de {scope}, con cifras de hasta {year}. Cada número son "
    "desviaciones estándar: 0 es el promedio de estos municipios y más de 0 es estar peor.",
    territory="Municipio",
    total="Brecha total",
    place="Puesto entre {n}",
    no_place="sin puesto",
    worse="peor que el promedio",
    better="mejor que el promedio",
    average="cerca del promedio",
    rest="Ver los otros {n} municipios",
    method="Cómo se calcula",
    method_link="Ver la metodología completa",
    lacking_title="Qué haría falta y quién lo tiene",
    lacking_lead="Con las cifras publicadas en este corte no se llena el mínimo de cada eje. Quien "
    "tiene cada cifra puede importarla en Datos.",
    demo="Ver esta página con datos de demostración",
    close="{name}, de cerca",
    summary="Su mayor brecha está en **{axis}**: {gap} desviaciones por encima del promedio.",
    summary_none="En ningún eje está peor que el promedio de los municipios que se comparan.",
    comparison="Frente a sus referencias",
    comparison_lead="Diferencia con cada referencia, en la unidad de la cifra (pp son puntos "
    "porcentuales), y cuántas veces es. Solo se comparan cifras del mismo periodo, ventana y "
    "serie.",
    value="Cifra",
    none="sin dato",
    against={
        "department": "Departamento",
        "border": "Mediana del ámbito",
        "nation": "Nación",
        "peers": "Mediana de pares",
    },
    rank="Puesto en el ámbito (1.º es el mejor)",
    more="{n} más",
    less="{n} menos",
    same="igual",
    times="{} veces",
    peers="Municipios parecidos",
    sectors="Brecha por sector, en personas",
    sectors_lead="Por sección CIIU: lo que piden los empleadores, quienes buscan con experiencia, "
    "las unidades que absorben, y los cupos para formar.",
    sector="Sector",
    terms={
        "vacancies": "Vacantes",
        "growth": "Crecimiento",
        "migrants": "Buscan: migrantes",
        "host": "Buscan: acogida",
        "units": "Unidades",
        "places": "Cupos",
        "gap": "En cupos de formación",
        "posts": "En puestos",
        "service": "En atención",
    },
    sectors_none="No calculable en ningún sector: falta: {terms}.",
    sectors_blank="Los sectores que faltan en la tabla no se pueden calcular: {sectors}.",
    formula="Fórmulas",
)

EN: Final = GapWords(
    title="Gaps",
    lead="How far each municipality stands from the others in the seven axes of the regional "
    "strategy, and how many people each sector lacks or has to spare.",
    form="What is compared: {scope}. Change scope, municipality or weights",
    choose="Choose a municipality in «What is compared» to see it up close.",
    weights="Weight of each axis",
    weight_lead="From 0 (does not count) to 5. There are no true weights: the range of places says "
    "how much the order changes when they move.",
    posts="Posts per strengthened productive unit",
    apply="Apply",
    municipality="Municipality",
    largest="The one with the largest gap",
    matrix="Matrix of gaps",
    matrix_lead="{n} municipalities of {scope}, with figures up to {year}. Each number is in "
    "standard deviations: 0 is the average of these municipalities and above 0 is worse.",
    territory="Municipality",
    total="Total gap",
    place="Place of {n}",
    no_place="no place",
    worse="worse than average",
    better="better than average",
    average="near the average",
    rest="See the other {n} municipalities",
    method="How it is computed",
    method_link="See the whole method",
    lacking_title="What is lacking and who holds it",
    lacking_lead="The figures published in this snapshot do not reach the minimum of any axis. "
    "Whoever holds a figure can import it in Data.",
    demo="See this page with demonstration data",
    close="{name}, up close",
    summary="Its largest gap is in **{axis}**: {gap} deviations above the average.",
    summary_none="In no axis is it worse than the average of the municipalities compared.",
    comparison="Against its references",
    comparison_lead="Difference from each reference, in the unit of the figure (pp are percentage "
    "points), and how many times it is. Only figures of the same period, window and series are "
    "compared.",
    value="Figure",
    none="no data",
    against={
        "department": "Department",
        "border": "Median of the scope",
        "nation": "Nation",
        "peers": "Median of peers",
    },
    rank="Place in the scope (1st is the best)",
    more="{n} more",
    less="{n} less",
    same="equal",
    times="{} times",
    peers="Municipalities like it",
    sectors="Gap by sector, in people",
    sectors_lead="By ISIC section: what employers ask for, who looks for work with experience, the "
    "units that absorb, and the places to train.",
    sector="Sector",
    terms={
        "vacancies": "Vacancies",
        "growth": "Growth",
        "migrants": "Seeking: migrants",
        "host": "Seeking: hosts",
        "units": "Units",
        "places": "Places",
        "gap": "In training places",
        "posts": "In posts",
        "service": "In service",
    },
    sectors_none="Not computable in any sector: missing: {terms}.",
    sectors_blank="Sectors that are not in the table cannot be computed: {sectors}.",
    formula="Formulas",
)

GAP_WORDS: Final[Mapping[str, GapWords]] = MappingProxyType({"es": ES, "en": EN})
