"""Sentences of the roundtable, in both languages.

Longer than 300 lines because it is one list: every sentence, where a translator looks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class MesaWords:
    """Sentences of one language."""

    title: str
    lead: str
    # what scenes are called and say
    kinds: Mapping[str, str]
    joined: str
    and_more: str
    cover_title: str
    cover_frozen: str
    each_scene: str
    own_words: str
    up_to: str
    largest_gaps: str
    gap_unit: str
    sector_unit: str
    no_sectors: str
    no_results: str
    reached: str
    reached_head: str
    legend: str
    territories: str
    small_maps: tuple[str, str]
    # the show
    progress: str
    show_label: str
    previous: str
    following: str
    full_screen: str
    notes: str
    contrast: str
    themes: Mapping[str, str]
    scene_list: str
    leave: str
    keys: tuple[str, ...]
    blank: str
    no_notes: str
    elapsed: str
    start: str
    pause: str
    reset: str
    next_is: str
    last_scene: str
    notes_blocked: str
    notes_closed: str
    hint: str
    # the editor
    about: str
    about_lead: str
    department_any: str
    municipalities: str
    add_municipality: str
    add_hint: str
    remove_municipality: str
    whole_scope: str
    snapshot: str
    snapshot_option: str
    apply: str
    order: str
    order_empty: str
    propose: str
    present: str
    add_scene: str
    add: str
    up: str
    down: str
    remove: str
    edit: str
    save: str
    options: Mapping[str, str]
    any_choice: str
    newest: str
    near: str
    no_layers: str
    saved_in_link: str
    copy: str
    copied: str
    print_order: str
    characters: str
    left: str
    problems: Mapping[str, str]
    gone_title: str
    gone: str
    gone_way: str
    frozen: str
    demo: str


ES: Final = MesaWords(
    title="Mesa",
    lead="Prepare un guion de escenas sobre un corte que no cambia, preséntelo a pantalla completa "
    "y sin red, y deje constancia de lo que se acuerda.",
    kinds={
        "portada": "Portada",
        "mapa": "Mapa",
        "brechas": "Matriz de brechas",
        "sectores": "Brecha por sector",
        "ficha": "Ficha",
        "programas": "Avance de programas",
        "compromisos": "Compromisos",
        "texto": "Texto propio",
    },
    joined="{} y {}",
    and_more="{} y {} más",
    cover_title="Mesa · {}",
    cover_frozen="Las cifras son las del corte del **{day}** y no cambian durante la reunión.",
    each_scene="la que dice cada escena",
    own_words="texto propio de quien presenta",
    up_to="cifras de hasta {}",
    largest_gaps="Las **{n}** mayores brechas entre **{of}** municipios con cifra.",
    gap_unit="Desviaciones estándar: 0 es el promedio; más de 0 es **estar peor**.",
    sector_unit="Cupos de formación que faltan o sobran, en personas.",
    no_sectors="Con las cifras de este corte no se puede calcular la brecha de ningún sector.",
    no_results="No hay resultados de programa publicados para este lugar.",
    reached="{actual} de {target} ({percent}\u00a0%)",
    reached_head="Resultado y meta",
    legend="Clase o estado",
    territories="Territorios",
    small_maps=("Cúcuta", "San Andrés"),
    progress="{n} de {of}",
    show_label="Presentación de la mesa",
    previous="Escena anterior",
    following="Escena siguiente",
    full_screen="Pantalla completa",
    notes="Notas y reloj",
    contrast="Tema",
    themes={"light": "Tema claro", "dark": "Tema oscuro", "more": "Alto contraste"},
    scene_list="Escenas",
    leave="Volver al guion",
    keys=(
        "→, ↓, AvPág o barra espaciadora: siguiente",
        "←, ↑ o RePág: anterior",
        "Inicio y Fin: primera y última",
        "F: pantalla completa · N: notas y reloj · C: tema · B: pantalla en negro",
        "Esc: salir de pantalla completa o abrir esta lista",
    ),
    blank="Pantalla en negro. Pulse cualquier tecla para volver.",
    no_notes="Esta escena no tiene notas.",
    elapsed="Tiempo transcurrido",
    start="Empezar",
    pause="Detener",
    reset="Poner en cero",
    next_is="Sigue: {}",
    last_scene="Es la última escena.",
    notes_blocked="El navegador no dejó abrir la ventana de notas. Permita las ventanas de esta "
    "página y pulse N otra vez.",
    notes_closed="La presentación se cerró. Puede cerrar esta ventana.",
    hint="F: pantalla completa · N: notas · Esc: escenas y teclas",
    about="De qué trata la mesa",
    about_lead="Elija un ámbito, o uno o varios municipios, y el corte.",
    department_any="Todo el ámbito",
    municipalities="Municipios",
    add_municipality="Agregar un municipio",
    add_hint="Escriba parte del nombre y elija con las flechas y Entrar.",
    remove_municipality="Quitar {}",
    whole_scope="Todos los del ámbito",
    snapshot="Corte de los datos",
    snapshot_option="{day} · {id}",
    apply="Aplicar",
    order="Guion",
    order_empty="El guion está vacío. Agregue escenas una por una o empiece con el guion "
    "propuesto: portada, dos mapas, brechas, sectores, ficha, programas y compromisos.",
    propose="Usar el guion propuesto",
    present="Presentar",
    add_scene="Agregar una escena",
    add="Agregar: {}",
    up="Subir la escena {n}, {name}",
    down="Bajar la escena {n}, {name}",
    remove="Quitar la escena {n}, {name}",
    edit="Ajustar y notas",
    save="Guardar en el enlace",
    options={
        "titulo": "Título",
        "texto": "Texto",
        "nota": "Notas para quien presenta",
        "indicador": "Indicador",
        "capas": "Capas",
        "periodo": "Año",
        "sector": "Sector (CIIU)",
        "sexo": "Sexo",
        "cerca": "Encuadre",
        "municipio": "Municipio",
        "programa": "Programa",
    },
    any_choice="Como la mesa",
    newest="El más reciente",
    near="De cerca a los municipios elegidos",
    no_layers="Sin capas",
    saved_in_link="El guion vive en el enlace de esta página: guárdelo o compártalo y abrirá las "
    "mismas escenas con las mismas cifras.",
    copy="Copiar el enlace",
    copied="Enlace copiado.",
    print_order="Imprimir el guion",
    characters="{used} de {limit} caracteres del enlace",
    left="De lo escrito se aceptan {limit} caracteres.",
    problems={
        "unknown_scene": "El enlace pide una escena que no existe («{what}»); se dejó fuera.",
        "unknown_option": "El enlace pide algo que esa escena no tiene («{what}»); se dejó fuera.",
        "wrong_value": "El enlace trae un valor que no existe en este corte («{what}»); se usa el "
        "habitual.",
        "long_text": "El texto «{what}» pasa de {limit} caracteres y no se guarda. Acórtelo.",
        "too_many": "El guion trae {what} escenas y el límite es {limit}; se muestran las "
        "primeras.",
        "too_long": "El guion no cabe en un enlace: el límite es {limit} caracteres, con los "
        "signos que lo escriben. Acorte textos o notas, o quite escenas.",
    },
    gone_title="Ese corte ya no está",
    gone="El corte {id} que fija este enlace ya no está en este equipo, y la mesa no se muestra "
    "con otras cifras sin que usted lo decida.",
    gone_way="Abrir el mismo guion con el corte de hoy",
    frozen="Corte fijo: {day} · instantánea {id}",
    demo="Espacio de demostración: cifras sintéticas, no citar",
)

EN: Final = MesaWords(
    title="Roundtable",
    lead="Prepare a running order of scenes over a snapshot that does not change, present it full "
    "screen and without a network, and keep a record of what is agreed.",
    kinds={
        "portada": "Cover",
        "mapa": "Map",
        "brechas": "Matrix of gaps",
        "sectores": "Gap by sector",
        "ficha": "Profile",
        "programas": "Programme progress",
        "compromisos": "Commitments",
        "texto": "Own text",
    },
    joined="{} and {}",
    and_more="{} and {} more",
    cover_title="Roundtable · {}",
    cover_frozen="The figures are those of the snapshot of **{day}** and do not change during the "
    "meeting.",
    each_scene="as each scene says",
    own_words="own text of whoever presents",
    up_to="figures up to {}",
    largest_gaps="The **{n}** largest gaps among **{of}** municipalities with figures.",
    gap_unit="Standard deviations: 0 is the average; above 0 is **worse**.",
    sector_unit="Training places lacking or left over, in people.",
    no_sectors="With the figures of this snapshot no sector's gap can be computed.",
    no_results="No programme results are published for this place.",
    reached="{actual} of {target} ({percent}%)",
    reached_head="Actual and target",
    legend="Class or state",
    territories="Territories",
    small_maps=("Cúcuta", "San Andrés"),
    progress="{n} of {of}",
    show_label="Presentation of the roundtable",
    previous="Previous scene",
    following="Next scene",
    full_screen="Full screen",
    notes="Notes and clock",
    contrast="Theme",
    themes={"light": "Light theme", "dark": "Dark theme", "more": "High contrast"},
    scene_list="Scenes",
    leave="Back to the running order",
    keys=(
        "→, ↓, PageDown or space: next",
        "←, ↑ or PageUp: previous",
        "Home and End: first and last",
        "F: full screen · N: notes and clock · C: theme · B: black screen",
        "Esc: leave full screen or open this list",
    ),
    blank="Black screen. Press any key to come back.",
    no_notes="This scene has no notes.",
    elapsed="Time elapsed",
    start="Start",
    pause="Stop",
    reset="Back to zero",
    next_is="Next: {}",
    last_scene="This is the last scene.",
    notes_blocked="The browser did not allow the window of notes. Allow the windows of this page "
    "and press N again.",
    notes_closed="The presentation was closed. You may close this window.",
    hint="F: full screen · N: notes · Esc: scenes and keys",
    about="What the roundtable is about",
    about_lead="Choose a scope, or one or several municipalities, and the snapshot.",
    department_any="The whole scope",
    municipalities="Municipalities",
    add_municipality="Add a municipality",
    add_hint="Type part of its name and choose with the arrows and Enter.",
    remove_municipality="Remove {}",
    whole_scope="All of the scope",
    snapshot="Snapshot of the data",
    snapshot_option="{day} · {id}",
    apply="Apply",
    order="Running order",
    order_empty="The running order is empty. Add scenes one by one or begin with the proposed "
    "order: cover, two maps, gaps, sectors, profile, programmes and commitments.",
    propose="Use the proposed order",
    present="Present",
    add_scene="Add a scene",
    add="Add: {}",
    up="Move scene {n}, {name}, up",
    down="Move scene {n}, {name}, down",
    remove="Remove scene {n}, {name}",
    edit="Adjust and notes",
    save="Save into the link",
    options={
        "titulo": "Title",
        "texto": "Text",
        "nota": "Notes for whoever presents",
        "indicador": "Indicator",
        "capas": "Layers",
        "periodo": "Year",
        "sector": "Sector (ISIC)",
        "sexo": "Sex",
        "cerca": "Framing",
        "municipio": "Municipality",
        "programa": "Programme",
    },
    any_choice="As the roundtable",
    newest="The newest",
    near="Close to the municipalities chosen",
    no_layers="No layers",
    saved_in_link="The running order lives in the link of this page: keep it or share it, and it "
    "opens the same scenes with the same figures.",
    copy="Copy the link",
    copied="Link copied.",
    print_order="Print the running order",
    characters="{used} of {limit} characters of the link",
    left="Up to {limit} characters are accepted.",
    problems={
        "unknown_scene": "The link asks for a scene that does not exist ('{what}'); it was left "
        "out.",
        "unknown_option": "The link asks for something that this scene does not have ('{what}'); "
        "it was left out.",
        "wrong_value": "The link has a value that does not exist in this snapshot ('{what}'); the "
        "usual one is used.",
        "long_text": "The text '{what}' has more than {limit} characters and is not saved. Shorten "
        "it.",
        "too_many": "The running order has {what} scenes and the limit is {limit}; the first are "
        "shown.",
        "too_long": "The running order does not fit in a link: the limit is {limit} characters, "
        "with the signs that write it. Shorten texts or notes, or remove scenes.",
    },
    gone_title="That snapshot is no longer here",
    gone="The snapshot {id} that this link fixes is no longer on this computer, and the roundtable "
    "is not shown with other figures unless you say so.",
    gone_way="Open the same running order with today's snapshot",
    frozen="Fixed snapshot: {day} · {id}",
    demo="Demonstration workspace: synthetic figures, do not quote",
)

MESA_WORDS: Final[Mapping[str, MesaWords]] = MappingProxyType({"es": ES, "en": EN})
