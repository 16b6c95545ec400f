"""Sentences of who does what where, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class PresenceWords:
    """Sentences of one language."""

    title: str
    lead: str
    rule: str
    nobody_at_all: str
    axis: str
    every_axis: str
    kind: str
    every_kind: str
    kinds: Mapping[str, str]
    map: str
    map_label: str
    map_key: str
    circle: str
    place: str
    organisations: str
    none: str
    none_short: str
    unserved: str
    unserved_all: str
    gaps: str
    gaps_lead: str
    gap_line: str
    gap_axis: str
    no_gap: str
    overlaps: str
    overlaps_lead: str
    overlap_line: str
    no_overlap: str
    matrix: str
    matrix_lead: str
    organisation: str
    cell: str
    cell_one: str
    wider: str
    wider_lead: str
    here: str
    programme: str
    when: str
    source: str


ES: Final = PresenceWords(
    title="Quién hace qué y dónde",
    lead="En {place} hay **{n}** organizaciones registradas en **{places}** de **{all}** "
    "municipios.",
    rule="Se cuenta lo que alguna fuente registra. «Ningún actor registrado» no quiere decir que "
    "nadie trabaje allí: quiere decir que ninguna fuente de este corte lo dice.",
    nobody_at_all="En {place} no hay ningún actor registrado con estos filtros. Quien lleve el "
    "registro puede importarlo en Datos (tipo «actores»).",
    axis="Eje",
    every_axis="Los siete ejes",
    kind="Tipo de organización",
    every_kind="Todas",
    kinds={
        "sociedad civil": "Sociedad civil",
        "cooperación": "Cooperación",
        "gobierno local": "Gobierno local",
        "gobierno nacional": "Gobierno nacional",
        "academia": "Academia",
        "sector privado": "Sector privado",
    },
    map="Organizaciones por municipio",
    map_label="Mapa: organizaciones registradas por municipio. La tabla de al lado dice lo mismo.",
    map_key="El área de cada círculo es el número de organizaciones; el mayor son {n}. Donde no "
    "hay círculo no hay ningún actor registrado.",
    circle="{place}: {n} organizaciones",
    place="Municipio",
    organisations="Organizaciones",
    none="ningún actor registrado",
    none_short="ninguno",
    unserved="Ningún actor registrado en {n} de los {all} municipios",
    unserved_all="En los {all} municipios hay algún actor registrado.",
    gaps="Vacíos de presencia",
    gaps_lead="Ejes sin ningún actor registrado en los municipios donde sí hay alguno.",
    gap_line="**{place}**: ningún actor registrado en {axes}.",
    gap_axis="**{axis}**: ningún actor registrado en ningún municipio de {place}.",
    no_gap="En cada municipio con actores hay alguno registrado en cada eje.",
    overlaps="Coincidencias",
    overlaps_lead="Dos o más organizaciones registradas en el mismo eje y municipio. Coincidir no "
    "es duplicar: es con quien conviene coordinar.",
    overlap_line="**{place}**, {axis}: {n} organizaciones ({names})",
    no_overlap="No hay dos organizaciones registradas en el mismo eje y municipio.",
    matrix="Organizaciones por eje",
    matrix_lead="Cada número es en cuántos municipios está registrada.",
    organisation="Organización",
    cell="{n} municipios",
    cell_one="1 municipio",
    wider="Registradas para un departamento o el país",
    wider_lead="No se sabe en qué municipios trabajan: no se cuentan en ninguno.",
    here="Quién está registrado en {place}",
    programme="Programa",
    when="Periodo",
    source="Fuente",
)

EN: Final = PresenceWords(
    title="Who does what where",
    lead="In {place} **{n}** organisations are on record in **{places}** of **{all}** "
    "municipalities.",
    rule="What some source records is counted. «No actor on record» does not mean that nobody "
    "works there: it means that no source of this snapshot says so.",
    nobody_at_all="In {place} no actor is on record with these filters. Whoever keeps the record "
    "can import it in Data (kind «actores»).",
    axis="Axis",
    every_axis="The seven axes",
    kind="Kind of organisation",
    every_kind="All",
    kinds={
        "sociedad civil": "Civil society",
        "cooperación": "Cooperation",
        "gobierno local": "Local government",
        "gobierno nacional": "National government",
        "academia": "Academia",
        "sector privado": "Private sector",
    },
    map="Organisations by municipality",
    map_label="Map: organisations on record by municipality. The table beside it says the same.",
    map_key="The area of each circle is the number of organisations; the largest is {n}. Without "
    "a circle no actor is on record.",
    circle="{place}: {n} organisations",
    place="Municipality",
    organisations="Organisations",
    none="no actor on record",
    none_short="none",
    unserved="No actor on record in {n} of the {all} municipalities",
    unserved_all="In all {all} municipalities some actor is on record.",
    gaps="Gaps of presence",
    gaps_lead="Axes without any actor on record in the municipalities that have some.",
    gap_line="**{place}**: no actor on record in {axes}.",
    gap_axis="**{axis}**: no actor on record in any municipality of {place}.",
    no_gap="Every municipality with actors has one on record in every axis.",
    overlaps="Meetings",
    overlaps_lead="Two or more organisations on record in the same axis and municipality. To meet "
    "is not to duplicate: it is whom to coordinate with.",
    overlap_line="**{place}**, {axis}: {n} organisations ({names})",
    no_overlap="No two organisations are on record in the same axis and municipality.",
    matrix="Organisations by axis",
    matrix_lead="Each number is in how many municipalities it is on record.",
    organisation="Organisation",
    cell="{n} municipalities",
    cell_one="1 municipality",
    wider="On record for a department or the country",
    wider_lead="In which municipalities they work is not known: they are counted in none.",
    here="Who is on record in {place}",
    programme="Programme",
    when="Period",
    source="Source",
)

PRESENCE_WORDS: Final[Mapping[str, PresenceWords]] = MappingProxyType({"es": ES, "en": EN})
