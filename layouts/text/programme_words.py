"""Sentences of the view of programmes, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class ProgrammeWords:
    """Sentences of one language."""

    title: str
    lead: str
    views: Mapping[str, str]
    form: str
    programme: str
    every_programme: str
    municipality: str
    every_municipality: str
    apply: str
    summary: str
    summary_target: str
    summary_target_one: str
    population: str
    summary_none: str
    demo: str
    component: str
    measured: str
    baseline: str
    target: str
    actual: str
    progress: str
    when: str
    where: str
    source: str
    none: str
    who: str
    no_result: str
    no_result_here: str
    no_sex: str
    no_target: str
    met: str
    beyond: str
    bar: str
    bar_key: str
    added: str
    not_added: str
    mixed: str
    outside: str
    together: str
    national: str
    undated: str
    kinds: Mapping[str, str]
    loose: str
    loose_lead: str
    shows: str
    called: str
    no_axis: str
    breakdown: str
    all_parts: str
    territory: str
    by_territory: str
    by_sex: str
    by_period: str
    no_breakdown: str
    unit_rule: str
    download: str
    import_it: str
    cross: str
    cross_lead: str
    cross_none: str
    axis_none: str
    missing_programmes: str
    suppression: str


ES: Final = ProgrammeWords(
    title="Programas",
    lead="Qué se propuso cada programa, de dónde partió y hasta dónde ha llegado, según lo que se "
    "ha publicado. Lo que nadie publica se dice, con quién podría hacerlo.",
    views={
        "marcos": "Línea base, meta y resultado",
        "cruce": "Cruce con los siete ejes",
        "quien": "Quién hace qué y dónde",
        "seguimiento": "Seguimiento",
    },
    form="Se muestra: {shown}. Cambiar lo que se muestra",
    programme="Programa",
    every_programme="Todos los programas",
    municipality="Municipio",
    every_municipality="Todos los del ámbito",
    apply="Aplicar",
    summary="{parts} componentes; {measured} tienen algún resultado publicado.",
    summary_target="{n} resultados tienen meta publicada.",
    summary_target_one="Un solo resultado tiene meta publicada.",
    population="Población: {}",
    summary_none="Ninguno de sus resultados tiene meta publicada: no se puede calcular avance.",
    demo="Ver esta página con datos de demostración",
    component="Componente",
    measured="Qué se mide",
    baseline="Línea base",
    target="Meta",
    actual="Resultado",
    progress="Avance",
    when="Periodo",
    where="Dónde",
    source="Fuente",
    none="sin dato",
    who="Podría publicarlo: {}.",
    no_result="Sin dato: no hay ningún resultado publicado.",
    no_result_here="Sin dato aquí: sus resultados no hablan de este lugar.",
    no_sex="Sin dato por sexo: la fuente solo da el total.",
    no_target="Sin meta publicada: no se calcula avance.",
    met="{percent} % de la meta",
    beyond="{percent} % de la meta: la supera",
    bar="{actual} de {target}, {percent} % de la meta{baseline}",
    bar_key="En cada barra, el marco es la meta, la parte oscura el resultado y la línea "
    "punteada la línea base.",
    added="suma de {n} territorios",
    not_added="no se suma",
    mixed="Este componente mide cosas con reglas de unidad distintas ({rules}): cada una va "
    "aparte y no hay un total del componente.",
    outside="{}, fuera del ámbito elegido",
    together="{}, en conjunto",
    national="{}, sin desglose por municipio",
    undated="sin fecha",
    kinds={
        "línea de trabajo": "Línea de trabajo",
        "fase": "Fase",
        "componente": "Componente",
        "área estratégica": "Área estratégica",
        "eje": "Eje",
        "meta": "Meta",
    },
    loose="Sin componente",
    loose_lead="La fuente no dice a qué componente pertenecen.",
    shows="Lo que debe mostrar: {}.",
    called="La fuente lo llama «{}».",
    no_axis="transversal a los siete ejes",
    breakdown="{part}, en detalle",
    all_parts="Volver a todos los componentes",
    territory="Territorio",
    by_territory="Por municipio",
    by_sex="Por sexo",
    by_period="Por periodo",
    no_breakdown="La fuente no lo desglosa.",
    unit_rule="Regla de la unidad",
    download="Descargar estas filas:",
    import_it="Quien tenga resultados de un programa puede importarlos en Datos, y aparecen aquí.",
    cross="Qué componente de cada programa responde a cada eje",
    cross_lead="Los siete ejes son los de la estrategia regional OIT-PNUD. Un componente está en "
    "el eje que su programa le da; las fases y lo transversal van al final.",
    cross_none="ningún componente",
    axis_none="Ningún programa tiene un componente propio en {}.",
    missing_programmes="No hay ningún programa en este corte.",
    suppression="Los resultados son los que publicó cada programa. Los de seguimiento pasan por "
    "el control de reserva: los conteos de 1 a 4 personas no salen.",
)

EN: Final = ProgrammeWords(
    title="Programmes",
    lead="What each programme set out to do, where it started and how far it has got, as far as "
    "anything is published. What nobody publishes is said, with who could.",
    views={
        "marcos": "Baseline, target and actual",
        "cruce": "The seven axes",
        "quien": "Who does what where",
        "seguimiento": "Follow-up",
    },
    form="Showing: {shown}. Change what is shown",
    programme="Programme",
    every_programme="All programmes",
    municipality="Municipality",
    every_municipality="All of the scope",
    apply="Apply",
    summary="{parts} components; {measured} have some published result.",
    summary_target="{n} results have a published target.",
    summary_target_one="A single result has a published target.",
    population="Population: {}",
    summary_none="No result has a published target: progress cannot be computed.",
    demo="See this page with demonstration data",
    component="Component",
    measured="What is measured",
    baseline="Baseline",
    target="Target",
    actual="Actual",
    progress="Progress",
    when="Period",
    where="Where",
    source="Source",
    none="no data",
    who="Could be published by: {}.",
    no_result="No data: no result is published.",
    no_result_here="No data here: its results do not speak of this place.",
    no_sex="No data by sex: the source gives the total only.",
    no_target="No published target: progress is not computed.",
    met="{percent} % of the target",
    beyond="{percent} % of the target: beyond it",
    bar="{actual} of {target}, {percent} % of the target{baseline}",
    bar_key="In each bar the frame is the target, the dark part the actual and the dotted line "
    "the baseline.",
    added="sum of {n} territories",
    not_added="not added up",
    mixed="This component measures things with different unit rules ({rules}): each stands apart "
    "and the component has no total.",
    outside="{}, outside the chosen scope",
    together="{}, together",
    national="{}, not broken down by municipality",
    undated="undated",
    kinds={
        "línea de trabajo": "Line of work",
        "fase": "Phase",
        "componente": "Component",
        "área estratégica": "Strategic area",
        "eje": "Axis",
        "meta": "Goal",
    },
    loose="Without component",
    loose_lead="The source does not say which component they belong to.",
    shows="What it has to show, in the words of the programme: {}.",
    called="The source calls it «{}».",
    no_axis="across the seven axes",
    breakdown="{part}, in detail",
    all_parts="Back to all components",
    territory="Territory",
    by_territory="By municipality",
    by_sex="By sex",
    by_period="By period",
    no_breakdown="The source does not break it down.",
    unit_rule="Unit rule",
    download="Download these rows:",
    import_it="Whoever holds results of a programme can import them in Data, and they appear here.",
    cross="Which component of each programme answers to each axis",
    cross_lead="The seven axes are those of the ILO-UNDP regional strategy. A component stands in "
    "the axis that its programme gives it; phases and what cuts across come last.",
    cross_none="no component",
    axis_none="No programme has a component of its own in {}.",
    missing_programmes="There is no programme in this snapshot.",
    suppression="Results are those that each programme published. Those of follow-up pass "
    "disclosure control: counts of 1 to 4 people never leave.",
)

PROGRAMME_WORDS: Final[Mapping[str, ProgrammeWords]] = MappingProxyType({"es": ES, "en": EN})
