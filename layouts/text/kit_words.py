"""Sentences of the kit for a meeting without a network, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class KitWords:
    """Sentences of one language."""

    title: str
    lead: str
    frozen: str
    contents: str
    mesa: str
    mesa_lead: str
    maps: str
    maps_lead: str
    ficha: str
    ficha_lead: str
    data: str
    data_lead: str
    back: str
    table: str
    columns: tuple[str, str, str, str]
    sources: str
    button: str
    button_lead: str
    demo: str
    too_large: str


KIT_WORDS: Final[Mapping[str, KitWords]] = MappingProxyType(
    {
        "es": KitWords(
            title="Maletín sin conexión · {}",
            lead="Todo lo de esta reunión está en esta carpeta. Se abre con doble clic en "
            "cualquier navegador, sin internet y sin instalar nada.",
            frozen="Cifras del corte del {day}, instantánea {snapshot}. No cambian aunque el "
            "tablero se actualice.",
            contents="Qué hay en el maletín",
            mesa="Presentar la mesa",
            mesa_lead="El guion a pantalla completa; se avanza con las flechas o con el mando.",
            maps="Mapas",
            maps_lead="Los mapas de la reunión con su leyenda y la tabla de cada uno.",
            ficha="Ficha de {}",
            ficha_lead="Las frases, los siete ejes, empleo, cohesión, centros y lo que falta.",
            data="Datos",
            data_lead="Las mismas cifras para hoja de cálculo (CSV, UTF-8).",
            back="Volver al contenido",
            table="Tabla con las cifras del mapa",
            columns=("Territorio", "Valor", "Estado", "Periodo"),
            sources="Fuentes",
            button="Descargar el maletín",
            button_lead="Una carpeta comprimida con el guion, los mapas, las fichas y los datos, "
            "para llevar en una memoria USB: se abre sin internet y con estas mismas cifras.",
            demo="Datos sintéticos de demostración: no describen ningún municipio",
            too_large="El maletín no se hizo: {name} pesaría más de {limit} MB. Quite mapas del "
            "guion o elija menos municipios.",
        ),
        "en": KitWords(
            title="Offline kit · {}",
            lead="All that this meeting needs is in this folder. It opens with a double click in "
            "any browser, without internet and without installing anything.",
            frozen="Figures of the cut-off of {day}, snapshot {snapshot}. They stay as they are "
            "when the dashboard is updated.",
            contents="What the kit holds",
            mesa="Present the roundtable",
            mesa_lead="The running order on the full screen; arrows or a clicker move on.",
            maps="Maps",
            maps_lead="The maps of the meeting with their legends and a table of each.",
            ficha="Profile of {}",
            ficha_lead="Sentences, the seven axes, work, cohesion, centres and what is missing.",
            data="Data",
            data_lead="The same figures for a spreadsheet (CSV, UTF-8).",
            back="Back to the contents",
            table="Table of the figures of the map",
            columns=("Territory", "Value", "State", "Period"),
            sources="Sources",
            button="Download the kit",
            button_lead="A compressed folder with the running order, the maps, the profiles and "
            "the data, to carry on a USB stick: it opens without internet, with these figures.",
            demo="Synthetic demonstration data: it describes no municipality",
            too_large="The kit was not made: {name} would weigh more than {limit} MB. Take maps "
            "out of the running order or choose fewer municipalities.",
        ),
    }
)
