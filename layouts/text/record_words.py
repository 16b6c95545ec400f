"""Sentences of what a roundtable records and of its minutes, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordWords:
    """Sentences of one language."""

    title: str
    lead: str
    none: str
    read_only: str
    pending: str
    closed: str
    commitments: str
    disputes: str
    new_commitment: str
    new_dispute: str
    update: str
    fields: Mapping[str, str]
    hints: Mapping[str, str]
    statuses: Mapping[str, str]
    save: str
    saved: str
    whole: str
    no_indicator: str
    refusals: Mapping[str, str]
    by_when: str
    review: str
    recorded: str
    shown_value: str
    no_value: str
    evidence: str
    link: str
    no_support: str
    history: str
    scene_counts: str
    scene_none: str
    scene_more: str
    head: tuple[str, str, str]
    source: str
    minutes: str
    minutes_link: str
    csv_link: str
    pdf_link: str
    minutes_title: str
    minutes_made: str
    shown_title: str
    notes_left_out: str
    log_title: str
    log_head: tuple[str, ...]
    kinds: Mapping[str, str]


ES: Final = RecordWords(
    title="Compromisos y cifras en disputa",
    lead="Lo que la mesa acuerda o discute queda en un registro que solo crece, atado a este "
    "corte. Nada se borra: cada cambio de estado es otra línea.",
    none="Esta mesa no ha registrado compromisos ni cifras en disputa.",
    read_only="Aquí se leen. Los registra quien prepara la mesa en el computador que la sirve "
    "(MIRADOR_EDIT=1).",
    pending="Para revisar en esta sesión",
    closed="Ya cerrados",
    commitments="Compromisos",
    disputes="Cifras en disputa",
    new_commitment="Registrar un compromiso",
    new_dispute="Registrar una cifra en disputa",
    update="Revisar su estado",
    fields={
        "que": "Qué se hará",
        "oficina": "Quién responde (oficina o cargo)",
        "fecha": "Para cuándo",
        "indicador": "Indicador",
        "meta": "Meta",
        "municipio": "Municipio",
        "periodo": "Año de la cifra",
        "motivo": "Qué se discute",
        "propone": "Cifra que se propone",
        "enlace": "Enlace que la sustenta",
        "archivo": "Archivo que la sustenta",
        "estado": "Estado",
        "nota": "Qué pasó",
        "revision": "Se revisa el",
    },
    hints={
        "oficina": "Una oficina o un cargo; no el nombre de una persona.",
        "archivo": "PDF, imagen, hoja de cálculo o texto, hasta {mb} MB. Solo se ofrece como "
        "descarga.",
        "enlace": "Empieza por https://",
        "periodo": "Sin año, la cifra más reciente.",
    },
    statuses={
        "abierto": "abierto",
        "en_curso": "en curso",
        "cumplido": "cumplido",
        "vencido": "vencido",
        "retirado": "retirado",
    },
    save="Registrar",
    saved="Registrado.",
    whole="Toda la mesa",
    no_indicator="Ninguno",
    refusals={
        "que": "Escriba qué se hará.",
        "oficina": "Escriba qué oficina o cargo responde: sin responsable no hay compromiso.",
        "fecha": "Escriba para cuándo: sin fecha no hay compromiso.",
        "date": "Escriba una fecha que exista, como 2027-03-31.",
        "past": "Esa fecha ya pasó. Escriba una desde hoy.",
        "motivo": "Escriba qué se discute de la cifra.",
        "municipio": "Elija el municipio de la cifra.",
        "indicador": "Elija el indicador de la cifra.",
        "unknown": "Ese valor no existe en este corte.",
        "long": "Pasa de {limit} caracteres. Acórtelo.",
        "personal": "Parece un correo, un teléfono o un documento de una persona. No lo escriba "
        "aquí.",
        "enlace": "El enlace debe empezar por https:// o http:// y no tener espacios.",
        "type": "Ese tipo de archivo no se recibe. Se reciben: {types}.",
        "size": "El archivo pasa de {limit} MB.",
        "empty": "El archivo está vacío.",
        "content": "El contenido no es el de un archivo de ese tipo.",
        "estado": "Elija un estado.",
        "subject": "Eso ya no está en el registro de esta mesa.",
    },
    by_when="{office} · para el {day}",
    review="se revisa el {day}",
    recorded="Registrado el {day} con el corte {snapshot}",
    shown_value="Se mostró: {value} ({period}). {source}",
    no_value="Se mostró: sin dato",
    evidence="Archivo que la sustenta",
    link="Enlace que la sustenta",
    no_support="Sin soporte todavía.",
    history="Historia",
    scene_counts="**{pending}** por revisar, **{overdue}** de ellos vencidos; "
    "**{done}** cumplidos.",
    scene_none="Esta mesa no ha registrado compromisos ni cifras en disputa.",
    scene_more="Hay {n} más en el acta.",
    head=("Compromiso o cifra", "Responde", "Estado"),
    source="registro de compromisos de esta mesa",
    minutes="Acta",
    minutes_link="Abrir el acta para imprimir",
    csv_link="Registro como CSV",
    pdf_link="Acta en PDF",
    minutes_title="Acta de la mesa · {}",
    minutes_made="Escrita el {day}. {frozen}.",
    shown_title="Lo que se mostró",
    notes_left_out="Las notas de quien presenta no van en el acta.",
    log_title="Registro completo",
    log_head=("N.º", "Cuándo (UTC)", "Qué", "Dice", "Corte"),
    kinds={
        "compromiso": "Compromiso",
        "cifra": "Cifra en disputa",
        "estado": "Cambio de estado",
    },
)

EN: Final = RecordWords(
    title="Commitments and disputed figures",
    lead="What the roundtable agrees or disputes stays in a log that only grows, tied to this "
    "snapshot. Nothing is deleted: each change of state is another line.",
    none="This roundtable has recorded no commitments and no disputed figures.",
    read_only="Here they are read. They are recorded by whoever prepares the roundtable, on the "
    "computer that serves it (MIRADOR_EDIT=1).",
    pending="To review in this session",
    closed="Already closed",
    commitments="Commitments",
    disputes="Disputed figures",
    new_commitment="Record a commitment",
    new_dispute="Record a disputed figure",
    update="Review its state",
    fields={
        "que": "What will be done",
        "oficina": "Who answers for it (office or post)",
        "fecha": "By when",
        "indicador": "Indicator",
        "meta": "Target",
        "municipio": "Municipality",
        "periodo": "Year of the figure",
        "motivo": "What is disputed",
        "propone": "Figure proposed",
        "enlace": "Link that supports it",
        "archivo": "File that supports it",
        "estado": "State",
        "nota": "What happened",
        "revision": "To be reviewed on",
    },
    hints={
        "oficina": "An office or a post; not the name of a person.",
        "archivo": "PDF, picture, spreadsheet or text, up to {mb} MB. Offered as a download only.",
        "enlace": "It begins with https://",
        "periodo": "Without a year, the newest figure.",
    },
    statuses={
        "abierto": "open",
        "en_curso": "under way",
        "cumplido": "done",
        "vencido": "overdue",
        "retirado": "withdrawn",
    },
    save="Record",
    saved="Recorded.",
    whole="The whole roundtable",
    no_indicator="None",
    refusals={
        "que": "Write what will be done.",
        "oficina": "Write which office or post answers for it: without one there is no commitment.",
        "fecha": "Write by when: without a date there is no commitment.",
        "date": "Write a date that exists, such as 2027-03-31.",
        "past": "That date has passed. Write one from today on.",
        "motivo": "Write what is disputed of the figure.",
        "municipio": "Choose the municipality of the figure.",
        "indicador": "Choose the indicator of the figure.",
        "unknown": "That value does not exist in this snapshot.",
        "long": "It has more than {limit} characters. Shorten it.",
        "personal": "It looks like the e-mail, telephone or document of a person. Do not write it "
        "here.",
        "enlace": "The link must begin with https:// or http:// and have no spaces.",
        "type": "That type of file is not taken. These are: {types}.",
        "size": "The file has more than {limit} MB.",
        "empty": "The file is empty.",
        "content": "Its content is not that of a file of that type.",
        "estado": "Choose a state.",
        "subject": "That is no longer in the log of this roundtable.",
    },
    by_when="{office} · by {day}",
    review="to be reviewed on {day}",
    recorded="Recorded on {day} with the snapshot {snapshot}",
    shown_value="Shown: {value} ({period}). {source}",
    no_value="Shown: no data",
    evidence="File that supports it",
    link="Link that supports it",
    no_support="No support yet.",
    history="History",
    scene_counts="**{pending}** to review, **{overdue}** of them overdue; **{done}** done.",
    scene_none="This roundtable has recorded no commitments and no disputed figures.",
    scene_more="There are {n} more in the minutes.",
    head=("Commitment or figure", "Answers", "State"),
    source="log of commitments of this roundtable",
    minutes="Minutes",
    minutes_link="Open the minutes for printing",
    csv_link="Log as CSV",
    pdf_link="Minutes as PDF",
    minutes_title="Minutes of the roundtable · {}",
    minutes_made="Written on {day}. {frozen}.",
    shown_title="What was shown",
    notes_left_out="The notes of whoever presents are not in the minutes.",
    log_title="The whole log",
    log_head=("No.", "When (UTC)", "What", "Says", "Snapshot"),
    kinds={
        "compromiso": "Commitment",
        "cifra": "Disputed figure",
        "estado": "Change of state",
    },
)

RECORD_WORDS: Final[Mapping[str, RecordWords]] = MappingProxyType({"es": ES, "en": EN})
