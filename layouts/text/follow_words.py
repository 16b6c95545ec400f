"""Sentences of follow-up, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowWords:
    """Sentences of one language."""

    title: str
    lead: str
    nothing: str
    nothing_who: str
    template: str
    cohorts: str
    cohorts_lead: str
    cohort: str
    more_cohorts: str
    group: str
    moment: str
    moments: Mapping[int, str]
    months: str
    answered: str
    answered_of: str
    lost: str
    unknown: str
    interval: str
    suppressed: str
    bounds: str
    shown_place: str
    no_cohort: str
    mobility: str
    mobility_lead: str
    mobility_label: str
    mobility_key: str
    mobility_map: str
    mobility_table: str
    arc: str
    origin: str
    to: str
    people: str
    stayed: str
    withheld_many: str
    withheld_none: str
    no_flows: str
    no_flows_here: str
    perception: str
    perception_lead: str
    question: str
    where: str
    rounds: str
    change: str
    rose: str
    fell: str
    same: str
    clear: str
    unclear: str
    no_margin: str
    test: str
    paired: str
    from_to: str
    no_perception: str


ES: Final = FollowWords(
    title="Seguimiento de quienes pasaron por un programa",
    lead="Qué fue de las personas a corto, mediano y largo plazo; hacia dónde se movieron por "
    "trabajo; y cómo cambió la percepción. Describe a quienes respondieron: no es el efecto del "
    "programa.",
    nothing="Nadie publica seguimiento de personas para este corte: no hay cohortes ni flujos de "
    "movilidad laboral.",
    nothing_who="Lo tienen los programas, en sus entrevistas: {}. Pueden importarlas en Datos "
    "(tipo «Seguimiento de personas»): solo entran las sumas, y los conteos de 1 a 4 personas no "
    "salen nunca.",
    template="Plantilla de seguimiento en Datos",
    cohorts="Cohortes a corto, mediano y largo plazo",
    cohorts_lead="En {place}. Cada porcentaje es de quienes respondieron, con su intervalo de "
    "95 %; al lado, cuántas personas se perdieron. La comunidad de acogida se muestra siempre.",
    cohort="Cohorte {}",
    more_cohorts="Ver {n} cohortes anteriores",
    group="Población",
    moment="Momento",
    moments={
        3: "3 meses",
        6: "6 meses (corto plazo)",
        12: "12 meses (mediano plazo)",
        24: "24 meses (largo plazo)",
    },
    months="{} meses",
    answered="Respondieron",
    answered_of="{n} de {base}",
    lost="Pérdida",
    unknown="sin dato",
    interval="de {low} a {high}",
    suppressed="suprimido",
    bounds="Si se contara a quienes se perdieron: entre {least} y {most} %.",
    shown_place="Ningún municipio elegido: se muestra {place}, el de más personas en seguimiento.",
    no_cohort="Sin cohortes para {place} con estos filtros.",
    mobility="Movilidad laboral entre municipios",
    mobility_lead="De qué municipio salieron y en cuál están en la última entrevista, todas las "
    "cohortes.",
    mobility_label="Mapa de flujos de origen a destino. La tabla de al lado dice lo mismo.",
    mobility_key="El ancho de cada arco es el número de personas y la punta señala el destino; el "
    "más ancho son {n} personas. Los flujos suprimidos no se dibujan.",
    mobility_map="De un municipio a otro",
    mobility_table="Flujos, uno por fila",
    arc="De {origin} a {to}: {n} personas",
    origin="Origen",
    to="Destino",
    people="Personas",
    stayed="permanecen en {}",
    withheld_many="{n} flujos están suprimidos: son de menos de cinco personas, o harían deducible "
    "otro que lo es.",
    withheld_none="Ningún flujo está suprimido.",
    no_flows="No hay flujos de movilidad laboral en este corte.",
    no_flows_here="Ningún flujo registrado sale de {place} ni llega allí.",
    perception="Percepción, antes y después",
    perception_lead="Entre la primera y la última ronda de una misma encuesta: la misma pregunta, "
    "hecha igual. Un cambio es claro solo si su margen de 95 % no incluye el cero.",
    question="Pregunta",
    where="De quién y dónde",
    rounds="Rondas",
    change="Cambio",
    rose="Subió {points} puntos porcentuales",
    fell="Bajó {points} puntos porcentuales",
    same="No cambió",
    clear="más de lo que explica el azar de la muestra (±{margin})",
    unclear="no se distingue de ningún cambio (±{margin})",
    no_margin="sin margen: no se sabe si es más que el azar",
    test="Cómo se comparó",
    paired="McNemar: p {p}.",
    from_to="de {before} a {after}",
    no_perception="Ninguna encuesta de este corte hizo la misma pregunta dos veces aquí ni en el "
    "país: no se puede decir si la percepción cambió.",
)

EN: Final = FollowWords(
    title="Follow-up of those who went through a programme",
    lead="What became of people in the short, medium and long term; where they moved for work; and "
    "how perception changed. It describes those who answered: it is not the effect of the "
    "programme.",
    nothing="Nobody publishes follow-up of people for this snapshot: there are no cohorts and no "
    "flows of labour mobility.",
    nothing_who="The programmes hold it, in their interviews: {}. They can import them in Data "
    "(kind «Seguimiento de personas»): only sums enter, and counts of 1 to 4 people never leave.",
    template="Template of follow-up in Data",
    cohorts="Cohorts in the short, medium and long term",
    cohorts_lead="In {place}. Each percentage is of those who answered, with its 95 % interval; "
    "beside it, how many people were lost. The host community is always shown.",
    cohort="Cohort {}",
    more_cohorts="See {n} earlier cohorts",
    group="Population",
    moment="Moment",
    moments={
        3: "3 months",
        6: "6 months (short term)",
        12: "12 months (medium term)",
        24: "24 months (long term)",
    },
    months="{} months",
    answered="Answered",
    answered_of="{n} of {base}",
    lost="Lost",
    unknown="no data",
    interval="{low} to {high}",
    suppressed="suppressed",
    bounds="Counting those who were lost: between {least} and {most} %.",
    shown_place="No municipality chosen: {place} is shown, with most people followed.",
    no_cohort="No cohorts for {place} with these filters.",
    mobility="Labour mobility between municipalities",
    mobility_lead="Which municipality people left and where they are at the last interview, all "
    "cohorts.",
    mobility_label="Map of flows from origin to destination. The table beside it says the same.",
    mobility_key="The width of each arc is the number of people and its head points to the "
    "destination; the widest is {n} people. Suppressed flows are not drawn.",
    mobility_map="From one municipality to another",
    mobility_table="Flows, one in each row",
    arc="From {origin} to {to}: {n} people",
    origin="Origin",
    to="Destination",
    people="People",
    stayed="stay in {}",
    withheld_many="{n} flows are suppressed: of fewer than five people, or they would give "
    "away one that is.",
    withheld_none="No flow is suppressed.",
    no_flows="There are no flows of labour mobility in this snapshot.",
    no_flows_here="No flow on record leaves {place} or arrives there.",
    perception="Perception, before and after",
    perception_lead="Between the first and the last round of one survey: the same question, asked "
    "the same way. A change is clear only if its 95 % margin leaves zero out.",
    question="Question",
    where="Of whom and where",
    rounds="Rounds",
    change="Change",
    rose="Rose {points} percentage points",
    fell="Fell {points} percentage points",
    same="Did not change",
    clear="more than chance in the sample explains (±{margin})",
    unclear="cannot be told from no change (±{margin})",
    no_margin="without margin: whether it is more than chance is not known",
    test="How it was compared",
    paired="McNemar: p {p}.",
    from_to="from {before} to {after}",
    no_perception="No survey of this snapshot asked the same question twice here or in the "
    "country: whether perception changed cannot be said.",
)

FOLLOW_WORDS: Final[Mapping[str, FollowWords]] = MappingProxyType({"es": ES, "en": EN})
