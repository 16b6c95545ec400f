"""Sentences of slides, pictures and paper, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from geodata.export_jobs import Why


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportWords:
    """Sentences of one language. ``source`` begins with ``Fuente`` in every language."""

    source: str
    no_source: str
    more_sources: str
    filters: str
    cut_off: str
    snapshot: str
    legend: str
    legend_cross: str
    highest: str
    demo: str
    made: str
    made_on: str
    cover_notes: str
    headlines: str
    benchmark: str
    alone: str
    see_map: str
    rest: str
    no_gap: str
    gap_title: str
    gap_lead: str
    gap_notes: str
    no_place: str
    no_department: str
    no_snapshot: str
    not_understood: str
    whys: Mapping[str, str]
    menu: str
    menu_help: str
    kinds: Mapping[str, str]
    browser: Mapping[str, str]


ES: Final = ExportWords(
    source="Fuente",
    no_source="nadie publica estas cifras",
    more_sources=" y {} más",
    filters="Filtro: {}",
    cut_off="Corte de los datos: {}",
    snapshot="Instantánea {}",
    legend="{unit} (número de territorios)",
    legend_cross="Número de territorios",
    highest="Los más altos: {}.",
    demo="DEMOSTRACIÓN",
    made_on="hecho el {}",
    made="Presentación hecha el {}",
    cover_notes="Cada diapositiva dice su fuente, su filtro, el corte de los datos y la "
    "instantánea de la que salen; con ese identificador cualquiera abre las mismas cifras. Textos, "
    "tablas y gráficos se pueden editar: si cambia un número, cambie también su fuente.",
    headlines="Lo que se sabe con seguridad",
    benchmark="{}: frente a sus referencias",
    alone="No hay otra cifra del mismo periodo y serie con la que compararla.",
    see_map="Del conjunto no hay una sola cifra: véase el mapa y la tabla de sus municipios.",
    rest="Se muestran las primeras filas; hay {} más en las notas y en la ficha.",
    no_gap="Con las cifras publicadas en este corte no se puede calcular la brecha de este lugar.",
    gap_title="Brechas de {} por eje",
    gap_lead="Desviaciones estándar frente al promedio de {n} municipios, con cifras de hasta "
    "{year}: 0 es el promedio y más de 0 es estar peor.",
    gap_notes="Solo aparecen los ejes que tienen el mínimo de cifras. El orden de los municipios "
    "cambia con el peso que se dé a cada eje: véase la vista Brechas.",
    no_place="No hay un lugar con el código «{}»: escriba las cinco cifras de un municipio, las "
    "dos de un departamento o «frontera».",
    no_department="Las fichas en lote son de un departamento: elija uno o un municipio suyo.",
    no_snapshot="La instantánea {value} ya no existe y no se hace un archivo con otras cifras: "
    "abra la vista sin «corte» y expórtela de nuevo.",
    not_understood="No se entiende «{name}={value}» y no se hace un archivo de otra cosa: quítelo "
    "de la dirección y repita.",
    whys={
        Why.BUSY: "Hay muchas exportaciones en curso: espere un momento y repita.",
        Why.GONE: "Esa exportación ya no existe: vuelva a pedirla.",
        Why.NOT_READY: "El archivo todavía no está listo.",
        Why.ENDED: "La exportación terminó antes de tiempo: repítala.",
        Why.FAILED: "Algo falló al hacer el archivo; el detalle quedó en el registro del servidor.",
    },
    menu="Llevar",
    menu_help="Presentación, ficha en PDF y mapa, con su fuente y su corte; se hacen sin conexión",
    kinds={
        "pptx": "Presentación editable (PPTX)",
        "ficha": "Ficha en una hoja (PDF)",
        "pdf": "Ficha completa (PDF)",
        "png": "Mapa como imagen (PNG)",
        "svg": "Mapa como dibujo (SVG)",
        "mesa": "Guion como presentación editable (PPTX)",
        "mesa-pdf": "Guion en papel (PDF)",
        "maletin": "Maletín sin conexión (ZIP)",
        "fichas": "Todas las fichas del departamento (ZIP)",
    },
    browser={
        "waiting": "En espera de turno…",
        "working": "Haciendo el archivo…",
        "progress": "{} de {} fichas",
        "done": "Listo: {}",
        "cancel": "Cancelar",
        "cancelled": "Exportación cancelada.",
        "failed": "No se pudo hacer el archivo: el tablero no respondió. Repita.",
    },
)

EN: Final = ExportWords(
    source="Fuente / Source",
    no_source="nobody publishes these figures",
    more_sources=" and {} more",
    filters="Filter: {}",
    cut_off="Data as of: {}",
    snapshot="Snapshot {}",
    legend="{unit} (number of territories)",
    legend_cross="Number of territories",
    highest="The highest: {}.",
    demo="DEMONSTRATION",
    made_on="made on {}",
    made="Made on {}",
    cover_notes="Each slide says its source, its filter, the date of its data and the snapshot "
    "they come from; with that id anybody opens the same figures. Words, tables and charts can be "
    "edited: whoever changes a number changes its source too.",
    headlines="What is known for sure",
    benchmark="{}: beside its references",
    alone="There is no other figure of the same period and series to compare it with.",
    see_map="There is no single figure of the whole: see the map and the table of municipalities.",
    rest="These are the first rows; {} more are in the notes and in the profile.",
    no_gap="The figures published in this snapshot do not allow the gap of this place.",
    gap_title="Gaps of {} by axis",
    gap_lead="Standard deviations from the average of {n} municipalities, with figures up to "
    "{year}: 0 is the average and above 0 is worse.",
    gap_notes="Only axes with the minimum of figures appear. The order of municipalities changes "
    "with the weight of each axis: see the view of gaps.",
    no_place="There is no place with the code “{}”: write the five digits of a municipality, the "
    "two of a department, or “frontera”.",
    no_department="A batch of profiles is of a department: choose one, or a municipality of it.",
    no_snapshot="Snapshot {value} no longer exists and no file is made of other figures: open the "
    "view without “corte” and export it again.",
    not_understood="“{name}={value}” is not understood and no file is made of something else: take "
    "it out of the address and try again.",
    whys={
        Why.BUSY: "Many exports are under way: wait a moment and try again.",
        Why.GONE: "That export no longer exists: ask for it again.",
        Why.NOT_READY: "The file is not ready yet.",
        Why.ENDED: "The export ended too early: try again.",
        Why.FAILED: "Something failed while the file was made; the log of the server says what.",
    },
    menu="Take away",
    menu_help="Slides, profile as PDF and map, with source and date of data; no network needed",
    kinds={
        "pptx": "Editable slides (PPTX)",
        "ficha": "Profile on one sheet (PDF)",
        "pdf": "Whole profile (PDF)",
        "png": "Map as a picture (PNG)",
        "svg": "Map as a drawing (SVG)",
        "mesa": "Running order as editable slides (PPTX)",
        "mesa-pdf": "Running order on paper (PDF)",
        "maletin": "Offline kit (ZIP)",
        "fichas": "All profiles of the department (ZIP)",
    },
    browser={
        "waiting": "Waiting for its turn…",
        "working": "Making the file…",
        "progress": "{} of {} profiles",
        "done": "Ready: {}",
        "cancel": "Cancel",
        "cancelled": "Export cancelled.",
        "failed": "The file could not be made: the dashboard did not answer. Try again.",
    },
)

EXPORT_WORDS: Final[Mapping[str, ExportWords]] = MappingProxyType({"es": ES, "en": EN})
