"""Sentences of participatory monitoring, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipationWords:
    """Sentences of one language."""

    title: str
    place: str
    promise: str
    optional: str
    silent: str
    words: str
    words_hint: str
    send: str
    other_language: str
    other_label: str
    thanks: str
    thanks_lead: str
    again: str
    closed: str
    closed_lead: str
    early: str
    unknown: str
    unknown_lead: str
    stale: str
    stale_lead: str
    fast: str
    fast_lead: str
    back: str
    desk: str
    desk_lead: str
    open: str
    municipality: str
    opens: str
    closes: str
    name: str
    open_button: str
    rounds: str
    no_rounds: str
    link: str
    state: str
    answers: str
    few: str
    is_open: str
    is_early: str
    is_over: str
    close: str
    review: str
    review_lead: str
    nothing_waiting: str
    approve: str
    reject: str
    wrong: str
    wrong_place: str
    wrong_name: str
    wrong_days: str
    wrong_length: str
    period: str
    results: str
    results_lead: str
    no_results: str
    too_few: str
    people: str
    question: str
    option: str
    count: str
    withheld: str
    withheld_rule: str
    change: str
    change_withheld: str
    sayings: str
    manage: str


ES: Final = ParticipationWords(
    title="¿Cómo vamos en su municipio?",
    place="{place} · {title}",
    promise="Es anónimo: no se guarda quién es usted, ni la hora, ni desde qué equipo responde. "
    "Los resultados se muestran solo cuando la consulta termine y solo sumados.",
    optional="Puede dejar sin responder lo que quiera.",
    silent="Prefiero no responder",
    words="¿Quiere decir algo más?",
    words_hint="Máximo 500 letras. No escriba nombres, teléfonos ni direcciones. Una persona lo "
    "lee antes de que se muestre.",
    send="Enviar",
    other_language="English",
    other_label="Answer in English",
    thanks="Gracias: su respuesta quedó guardada",
    thanks_lead="Nadie puede saber que es suya. Los resultados se verán en Programas cuando la "
    "consulta termine.",
    again="Responde otra persona",
    closed="Esta consulta ya terminó",
    closed_lead="Ya no recibe respuestas.",
    early="Esta consulta empieza el {}.",
    unknown="Esta consulta no existe",
    unknown_lead="Revise el enlace con quien se lo dio.",
    stale="El formulario venció",
    stale_lead="Estuvo abierto demasiado tiempo, o el navegador no acepta cookies de esta página. "
    "Su respuesta no se guardó.",
    fast="Van muy seguido",
    fast_lead="Llegaron muchas respuestas en un minuto. Espere un minuto y vuelva a enviar la "
    "suya: esta no se guardó.",
    back="Volver al formulario",
    desk="Seguimiento participativo: consultas",
    desk_lead="Una consulta se abre para un municipio y unas fechas. Su enlace se abre como "
    "quiosco en el equipo de la mesa. Los resultados salen cuando termina, con el control de "
    "reserva.",
    open="Abrir una consulta",
    municipality="Código del municipio (cinco dígitos)",
    opens="Primer día",
    closes="Último día",
    name="Nombre de la consulta",
    open_button="Abrir",
    rounds="Consultas",
    no_rounds="Todavía no hay ninguna.",
    link="Enlace",
    state="Estado",
    answers="Respuestas",
    few="menos de {}",
    is_open="recibe respuestas",
    is_early="aún no empieza",
    is_over="terminó",
    close="Terminar ya",
    review="Textos por revisar",
    review_lead="Apruebe solo lo que no señala a nadie. Lo rechazado se borra.",
    nothing_waiting="No hay textos por revisar.",
    approve="Aprobar",
    reject="Rechazar y borrar",
    wrong="No se abrió: {}",
    wrong_place="«{}» no es el código de un municipio vigente.",
    wrong_name="falta el nombre de la consulta.",
    wrong_days="las fechas no se entienden, o la última es anterior a la primera.",
    wrong_length="una consulta dura a lo sumo un año.",
    period="del {opens} al {closes}",
    results="Seguimiento participativo",
    results_lead="Lo que respondieron personas de estos municipios en consultas anónimas que ya "
    "terminaron. Responde quien quiere: no es una muestra.",
    no_results="No hay ninguna consulta terminada en {place}. Una mesa puede abrir una en el "
    "equipo donde corre el Mirador (MIRADOR_EDIT=1, dirección /participar).",
    too_few="Suprimido: respondieron muy pocas personas para mostrar algo sin que se sepa quiénes.",
    people="Respondieron **{n}** personas.",
    question="Pregunta",
    option="Respuesta",
    count="Personas",
    withheld="suprimido",
    withheld_rule="Los conteos de 1 a 4 no se muestran, ni otro que permita deducirlos.",
    change="Convivencia buena o muy buena, de hace un año a hoy según las mismas personas: {told} "
    "{test}",
    change_withheld="El cambio de convivencia está suprimido: muy pocas personas cambiaron de "
    "respuesta, o respondieron las dos preguntas.",
    sayings="Lo que algunas personas quisieron decir",
    manage="Abrir, terminar y revisar consultas",
)

EN: Final = ParticipationWords(
    title="How are we doing in your municipality?",
    place="{place} · {title}",
    promise="It is anonymous: who you are, the hour and your device are not kept. Results are "
    "shown only once the round is over, and only added up.",
    optional="You may leave anything unanswered.",
    silent="I would rather not answer",
    words="Would you like to say anything else?",
    words_hint="At most 500 letters. Write no names, telephones or addresses. A person reads it "
    "before it is shown.",
    send="Send",
    other_language="Español",
    other_label="Responder en español",
    thanks="Thank you: your answer was kept",
    thanks_lead="Nobody can tell that it is yours. Results will be in Programmes once the round is "
    "over.",
    again="Another person answers",
    closed="This round is over",
    closed_lead="It takes no more answers.",
    early="This round begins on {}.",
    unknown="There is no such round",
    unknown_lead="Check the link with whoever gave it to you.",
    stale="The form expired",
    stale_lead="It was open for too long, or the browser takes no cookies from this page. Your "
    "answer was not kept.",
    fast="Too many at once",
    fast_lead="Many answers came in one minute. Wait a minute and send yours again: this one was "
    "not kept.",
    back="Back to the form",
    desk="Participatory monitoring: rounds",
    desk_lead="A round is opened for a municipality and some days. Its link is opened as a "
    "kiosk on the device of the roundtable. Results leave when it is over, under disclosure "
    "control.",
    open="Open a round",
    municipality="Code of the municipality (five digits)",
    opens="First day",
    closes="Last day",
    name="Name of the round",
    open_button="Open",
    rounds="Rounds",
    no_rounds="There is none yet.",
    link="Link",
    state="State",
    answers="Answers",
    few="fewer than {}",
    is_open="takes answers",
    is_early="has not begun",
    is_over="is over",
    close="End it now",
    review="Words to review",
    review_lead="Approve only what points at nobody. What is rejected is erased.",
    nothing_waiting="There are no words to review.",
    approve="Approve",
    reject="Reject and erase",
    wrong="Not opened: {}",
    wrong_place="«{}» is not the code of a municipality in force.",
    wrong_name="the name of the round is missing.",
    wrong_days="the days cannot be read, or the last comes before the first.",
    wrong_length="a round lasts a year at most.",
    period="from {opens} to {closes}",
    results="Participatory monitoring",
    results_lead="What people of these municipalities answered in anonymous rounds that are over. "
    "Whoever wants to answers: it is no sample.",
    no_results="No round is over in {place}. A roundtable can open one on the device where the "
    "Mirador runs (MIRADOR_EDIT=1, address /participar).",
    too_few="Suppressed: too few people answered to show anything without showing who.",
    people="**{n}** people answered.",
    question="Question",
    option="Answer",
    count="People",
    withheld="suppressed",
    withheld_rule="Counts of 1 to 4 are not shown, nor another that would give them away.",
    change="Living together good or very good, from a year ago to today by the same people: {told} "
    "{test}",
    change_withheld="The change is suppressed: too few people changed their answer, or answered "
    "both questions.",
    sayings="What some people wanted to say",
    manage="Open, end and review rounds",
)

PARTICIPATION_WORDS: Final[Mapping[str, ParticipationWords]] = MappingProxyType(
    {"es": ES, "en": EN}
)
