"""Sentences of the view of productive units and centres, in both languages.

Longer than 300 lines because it is one list: every sentence, where a translator looks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceWords:
    """Sentences of one language."""

    title: str
    lead: str
    units_told: str
    unit_told: str
    units_none: str
    centres_told: str
    centre_told: str
    centres_none: str
    shown: str
    shown_none: str
    formal_told: str
    not_of_centres: str
    form: str
    kind: str
    kinds: Mapping[str, str]
    every_kind: str
    state: str
    states: Mapping[str, str]
    many: Mapping[str, str]
    people: str
    at_risk: str
    every_state: str
    programme: str
    every_programme: str
    no_programme: str
    formalisation: str
    formalisations: Mapping[str, str]
    every_formalisation: str
    every_place: str
    every_sector: str
    show: str
    clear: str
    table: str
    name: str
    municipality: str
    size: str
    sizes: Mapping[str, str]
    verified: str
    unverified: str
    sort: str
    page: str
    pages: str
    download: str
    all_formats: str
    map_title: str
    map_help: str
    map_some: str
    map_here: str
    map_catchment: str
    close_card: str
    of_unit: str
    of_centre: str
    sector: str
    operator: str
    services: str
    served: str
    since: str
    until: str
    where: str
    seat: str
    near: str
    source: str
    note: str
    absent: str
    absent_unit: str
    absent_centre: str
    profile: str
    on_map: str
    same: str
    works: Mapping[str, str]
    catchment: str
    catchment_lead: str
    catchment_if: str
    catchment_none: str
    catchment_shared: str
    catchment_alone: str
    people_told: str
    people_some: str
    people_none: str
    people_per: str
    people_per_shared: str
    people_per_some: str
    km: str
    residents: str
    migrants: str
    rest: str
    survival: str
    survival_lead: str
    survival_told: str
    survival_few: str
    cohort: str
    registered: str
    still_open: str
    closed: str
    to_verify: str
    share: str
    few: str
    undated: str
    jobs: str
    jobs_lead: str
    jobs_told: str
    jobs_least: str
    jobs_each: str
    jobs_hidden: str
    jobs_sectors: str
    jobs_nobody: str
    jobs_wider: str
    jobs_unfiltered: str
    people_column: str
    each_column: str
    at_least: str
    missing: str
    missing_lead: str
    missing_who: Mapping[str, str]
    missing_how: str
    missing_totals: str
    import_words: str
    demo: str
    method: str
    file_kinds: Mapping[str, str]
    unplaced: str


ES: Final = PlaceWords(
    title="Unidades productivas y centros",
    lead="Cada unidad productiva y cada centro con su estado, su fecha y su fuente: en lista y en "
    "mapa.",
    units_told="En {where} hay **{n}** unidades productivas en el registro ({states}).",
    unit_told="En {where} hay **una** unidad productiva en el registro ({states}).",
    units_none="Nadie publica unidades productivas una por una en {where}.",
    centres_told="Hay **{n}** centros y puntos de atención (funcionan a la fecha: {working}; "
    "por verificar: {unsure}; no funcionan: {shut}).",
    centre_told="Hay **un** centro o punto de atención ({standing}).",
    centres_none="No hay centros ni puntos de atención en {where}.",
    shown="Con estos filtros se ven {n} de {all}.",
    shown_none="Con estos filtros no queda ninguno de {all}. Quite alguno.",
    formal_told="De cada 100 unidades abiertas con dato, {n} tienen matrícula mercantil.",
    not_of_centres="Los centros no tienen sector ni formalización: ese filtro no se aplica.",
    form="Filtros de unidades y centros",
    kind="Qué",
    kinds={"unidad": "Unidades productivas", "centro": "Centros y puntos"},
    every_kind="Unidades y centros",
    state="Estado",
    states={
        "activa": "activa o activo",
        "en_riesgo": "en riesgo",
        "reducida": "con servicios reducidos",
        "danada": "dañado",
        "cerrada": "cerrada o cerrado",
        "anunciada": "anunciado",
        "por_verificar": "por verificar",
    },
    many={
        "activa": "activas",
        "en_riesgo": "en riesgo",
        "cerrada": "cerradas",
        "por_verificar": "por verificar",
    },
    people="{} personas",
    at_risk="Unidades en riesgo",
    every_state="Todos los estados",
    programme="Programa",
    every_programme="Todos los programas",
    no_programme="sin programa conocido",
    formalisation="Formalización",
    formalisations={
        "registrada": "con matrícula mercantil",
        "en_tramite": "en trámite",
        "sin_registro": "sin matrícula mercantil",
        "sin_dato": "sin dato",
    },
    every_formalisation="Con y sin matrícula",
    every_place="Todos los municipios",
    every_sector="Todos los sectores",
    show="Mostrar",
    clear="Quitar filtros",
    table="Lista de unidades y centros",
    name="Nombre",
    municipality="Municipio",
    size="Trabajan",
    sizes={
        "0": "nadie",
        "1-4": "menos de 5",
        "5-10": "de 5 a 10",
        "11-50": "de 11 a 50",
        "51-200": "de 51 a 200",
        "201+": "más de 200",
    },
    verified="verificado: {}",
    unverified="sin fecha de verificación",
    sort="Ordenar por {}",
    page="Página {page} de {pages}",
    pages="Páginas de la lista",
    download="Descargar esta lista (CSV)",
    all_formats="Otros formatos y filtros por columna",
    map_title="Dónde están",
    map_help="Los círculos con número agrupan unidades cercanas; al acercarse se separan. Un punto "
    "aproximado está cerca de la cabecera, no en la puerta.",
    map_some="El mapa dibuja {n} de {all}: acote con los filtros para verlos todos.",
    map_here="El punto elegido",
    map_catchment="En verde, los municipios para los que es el más cercano.",
    close_card="Cerrar la tarjeta y volver a la lista",
    of_unit="Unidad productiva",
    of_centre="Centro o punto de atención",
    sector="Sector",
    operator="Quién opera",
    services="Servicios",
    served="Personas atendidas",
    since="Desde",
    until="Hasta",
    where="Ubicación",
    seat="Aproximada: se conoce el municipio, no la dirección; el punto está en la cabecera o "
    "cerca "
    "de ella.",
    near="{address}. El punto del mapa es aproximado.",
    source="Fuente",
    note="Nota",
    absent="sin dato",
    absent_unit="Lo que dice «sin dato» lo sabe el programa o la cámara de comercio que lleva el "
    "registro; se agrega importando su archivo en Datos.",
    absent_centre="Lo que dice «sin dato» lo sabe la entidad que opera el centro; se agrega "
    "importando su archivo en Datos.",
    profile="Ficha de {}",
    on_map="Ver en el mapa grande",
    same="Otras unidades de este sector en {}",
    works={
        "working": "funciona a la fecha",
        "unconfirmed": "por verificar",
        "not_working": "no funciona a la fecha",
    },
    catchment="Área de captación",
    catchment_lead="Municipios para los que es el más cercano de su tipo entre los que funcionan. "
    "Distancia en línea recta desde el punto representativo del municipio, no tiempo de viaje.",
    catchment_if="Hoy no consta que funcione: se muestra para qué municipios sería el más cercano "
    "de su tipo si funcionara. Distancia en línea recta, no tiempo de viaje.",
    catchment_none="Ningún municipio lo tiene como el más cercano de su tipo.",
    catchment_shared="Comparte el punto con otros {n} del mismo tipo: el área es de todos.",
    catchment_alone="Es el único de su tipo que funciona: el área es todo el país.",
    people_told="En {n} municipios viven {residents} personas y {migrants} migrantes venezolanos.",
    people_some="Son {n} municipios; la cifra de migrantes se conoce en {known}, y la suma habla "
    "solo "
    "de esos: {migrants}. Residentes: {residents}.",
    people_none="Son {n} municipios con {residents} residentes; en ninguno hay cifra publicada de "
    "migrantes venezolanos: no se calcula cuántos hay por centro.",
    people_per="Por centro: {n} migrantes.",
    people_per_some="Por centro, al menos {n} migrantes: los de los municipios con cifra.",
    people_per_shared="Por centro: {n} migrantes, repartidos entre los {k} que comparten el punto.",
    km="Km en línea recta",
    residents="Residentes",
    migrants="Migrantes venezolanos",
    rest="Ver los otros {n} municipios",
    survival="Supervivencia de las unidades",
    survival_lead="Unidades del territorio, sector, programa y formalización elegidos, en "
    "cualquier "
    "estado.",
    survival_told="Siguen abiertas a los {months} meses: **{share} de cada 100** (entre {low} y "
    "{high}, margen de 95 %; {n} en seguimiento).",
    survival_few="A los {months} meses no se calcula: quedan {n} unidades en seguimiento, menos de "
    "10.",
    cohort="Abrieron en",
    registered="Registradas",
    still_open="Siguen abiertas",
    closed="Cerradas",
    to_verify="Por verificar",
    share="Abiertas de cada 100",
    few="menos de 10 unidades: no se calcula",
    undated="{n} unidades no dicen cuándo abrieron y no están en ninguna cohorte.",
    jobs="Empleo en las unidades",
    jobs_lead="Personas que trabajan en las unidades abiertas con dato, por sector. Los conteos "
    "de 1 "
    "a 4, y los que los delatarían, se reservan.",
    jobs_told="En las unidades abiertas de {where} que lo dicen trabajan **{n}** personas.",
    jobs_least="En las unidades abiertas de {where} que lo dicen trabajan **al menos {n}** "
    "personas.",
    jobs_each="Son {n} personas por unidad.",
    jobs_hidden="La cifra de {where} está reservada: son muy pocas personas, o delataría a otra.",
    jobs_sectors="Por sector, en {where}",
    jobs_nobody="Ninguna unidad abierta de {where} dice cuántas personas trabajan en ella.",
    jobs_wider="De {place} no se dice por sector: sería señalar a muy pocas personas. Es la cifra "
    "de {where}.",
    jobs_unfiltered="Cuenta todas las unidades abiertas que lo dicen, sin el filtro de {filters}: "
    "con sumas más pequeñas se sabría, restando, cuántas personas trabajan en cada unidad.",
    people_column="Personas",
    each_column="Por unidad",
    at_least="al menos {}",
    missing="Qué falta aquí y quién lo tiene",
    missing_lead="En este corte no hay unidades productivas una por una: no se puede decir cuántas "
    "siguen activas, cuántas están en riesgo ni cuánto empleo dan.",
    missing_who={
        "Cámaras de comercio (RUES)": "matrícula, actividad económica, fecha de apertura y de "
        "cancelación de cada negocio.",
        "Banco Amable, OIM Estabilización y los demás programas": "las unidades que apoyan, con su "
        "estado y las personas que trabajan en ellas.",
        "Alcaldías y secretarías de desarrollo económico": "las unidades sin matrícula que conocen "
        "sus centros de atención.",
    },
    missing_how="Quien tenga un registro puede cargarlo en Datos como «Unidades productivas»: la "
    "plantilla trae cada columna con su explicación, y la dirección de las personas no se importa.",
    missing_totals="Sí hay totales publicados: ver «Unidades productivas registradas» en el mapa.",
    import_words="Ir a importar",
    demo="Ver esta página con datos de demostración",
    method="Cómo se calcula",
    file_kinds={"unidad": "unidad productiva", "centro": "centro o punto"},
    unplaced="Municipios sin posición conocida, que no entran en ningún área: {n}.",
)

EN: Final = PlaceWords(
    title="Productive units and centres",
    lead="Every productive unit and every centre with its state, its date and its source: as a "
    "list "
    "and on a map.",
    units_told="In {where} the register has **{n}** productive units ({states}).",
    unit_told="In {where} the register has **one** productive unit ({states}).",
    units_none="Nobody publishes productive units one by one in {where}.",
    centres_told="There are **{n}** centres and service points (working at this date: {working}; "
    "to be verified: {unsure}; not working: {shut}).",
    centre_told="There is **one** centre or service point ({standing}).",
    centres_none="There are no centres or service points in {where}.",
    shown="With these filters you see {n} of {all}.",
    shown_none="With these filters none of {all} is left. Remove one.",
    formal_told="Of every 100 open units that say it, {n} are in the commercial register.",
    not_of_centres="Centres have neither sector nor formalisation: that filter is not applied.",
    form="Filters of units and centres",
    kind="What",
    kinds={"unidad": "Productive units", "centro": "Centres and points"},
    every_kind="Units and centres",
    state="State",
    states={
        "activa": "active",
        "en_riesgo": "at risk",
        "reducida": "with reduced services",
        "danada": "damaged",
        "cerrada": "closed",
        "anunciada": "announced",
        "por_verificar": "to be verified",
    },
    many={
        "activa": "active",
        "en_riesgo": "at risk",
        "cerrada": "closed",
        "por_verificar": "to be verified",
    },
    people="{} people",
    at_risk="Units at risk",
    every_state="Every state",
    programme="Programme",
    every_programme="Every programme",
    no_programme="no known programme",
    formalisation="Formalisation",
    formalisations={
        "registrada": "in the commercial register",
        "en_tramite": "on the way",
        "sin_registro": "not in the register",
        "sin_dato": "no data",
    },
    every_formalisation="Registered or not",
    every_place="Every municipality",
    every_sector="Every sector",
    show="Show",
    clear="Remove filters",
    table="List of units and centres",
    name="Name",
    municipality="Municipality",
    size="Workers",
    sizes={
        "0": "nobody",
        "1-4": "fewer than 5",
        "5-10": "5 to 10",
        "11-50": "11 to 50",
        "51-200": "51 to 200",
        "201+": "more than 200",
    },
    verified="verified: {}",
    unverified="no date of verification",
    sort="Sort by {}",
    page="Page {page} of {pages}",
    pages="Pages of the list",
    download="Download this list (CSV)",
    all_formats="Other formats and filters by column",
    map_title="Where they are",
    map_help="Circles with a number gather units that are close; they part as you zoom in. An "
    "approximate point is near the seat, not at the door.",
    map_some="The map draws {n} of {all}: narrow the filters to see them all.",
    map_here="The chosen point",
    map_catchment="In green, the municipalities to which it is the nearest.",
    close_card="Close the card and go back to the list",
    of_unit="Productive unit",
    of_centre="Centre or service point",
    sector="Sector",
    operator="Who runs it",
    services="Services",
    served="People served",
    since="Since",
    until="Until",
    where="Location",
    seat="Approximate: the municipality is known, the address is not; the point is at the seat or "
    "near it.",
    near="{address}. The point on the map is approximate.",
    source="Source",
    note="Note",
    absent="no data",
    absent_unit="What says “no data” is known to the programme or chamber of commerce that keeps "
    "the "
    "register; importing its file in Data adds it.",
    absent_centre="What says “no data” is known to whoever runs the centre; importing its file in "
    "Data adds it.",
    profile="Profile of {}",
    on_map="See on the large map",
    same="Other units of this sector in {}",
    works={
        "working": "works at this date",
        "unconfirmed": "to be verified",
        "not_working": "does not work at this date",
    },
    catchment="Catchment",
    catchment_lead="Municipalities to which it is the nearest of its kind among those that work. "
    "Straight-line distance from the municipality's representative point, not travel time.",
    catchment_if="It is not known to work today: these are the municipalities to which it would be "
    "the nearest of its kind if it did. Straight-line distance, not travel time.",
    catchment_none="To no municipality is it the nearest of its kind.",
    catchment_shared="It shares its point with {n} others of its kind: the catchment is of them "
    "all.",
    catchment_alone="It is the only one of its kind that works: the catchment is the whole "
    "country.",
    people_told="In {n} municipalities live {residents} people and {migrants} Venezuelan migrants.",
    people_some="They are {n} municipalities; the figure of migrants is known in {known}, and the "
    "sum "
    "speaks of those only: {migrants}. Residents: {residents}.",
    people_none="They are {n} municipalities with {residents} residents; in none of them is there "
    "a "
    "published figure of Venezuelan migrants: how many there are per centre is not computed.",
    people_per="Per centre: {n} migrants.",
    people_per_some="Per centre, at least {n} migrants: those of the municipalities with a figure.",
    people_per_shared="Per centre: {n} migrants, divided among the {k} that share the point.",
    km="Km, straight line",
    residents="Residents",
    migrants="Venezuelan migrants",
    rest="See the other {n} municipalities",
    survival="Survival of the units",
    survival_lead="Units of the chosen territory, sector, programme and formalisation, in any "
    "state.",
    survival_told="Still open after {months} months: **{share} of every 100** (between {low} and "
    "{high}, 95 % margin; {n} followed).",
    survival_few="After {months} months it is not computed: {n} units are still followed, fewer "
    "than "
    "10.",
    cohort="Opened in",
    registered="Registered",
    still_open="Still open",
    closed="Closed",
    to_verify="To be verified",
    share="Open of every 100",
    few="fewer than 10 units: not computed",
    undated="{n} units do not say when they opened and are in no cohort.",
    jobs="Employment in the units",
    jobs_lead="People who work in the open units that say it, by sector. Counts of 1 to 4, and "
    "those "
    "that would give them away, are withheld.",
    jobs_told="In the open units of {where} that say it, **{n}** people work.",
    jobs_least="In the open units of {where} that say it, **at least {n}** people work.",
    jobs_each="That is {n} people per unit.",
    jobs_hidden="The figure of {where} is withheld: very few people, or it would give others away.",
    jobs_sectors="By section, in {where}",
    jobs_nobody="No open unit of {where} says how many people work in it.",
    jobs_wider="Of {place} it is not told by section: that would point at very few people. It is "
    "the figure of {where}.",
    jobs_unfiltered="It counts every open unit that says it, without the filter of {filters}: with "
    "smaller sums one could find, by subtraction, how many people work in each unit.",
    people_column="People",
    each_column="Per unit",
    at_least="at least {}",
    missing="What is missing here and who has it",
    missing_lead="This snapshot has no productive units one by one: how many are still active, how "
    "many are at risk and how many people they employ cannot be told.",
    missing_who={
        "Chambers of commerce (RUES)": "registration, economic activity, opening and cancellation "
        "date of every business.",
        "Banco Amable, OIM Estabilización and the other programmes": "the units that they support, "
        "with their state and the people who work in them.",
        "Mayors' offices and their secretariats of economic development": "the units outside the "
        "register that their service points know.",
    },
    missing_how="Whoever has a register can load it in Data as “Productive units”: the template "
    "explains every column, and addresses of people are not imported.",
    missing_totals="There are published totals: see “Registered productive units” on the map.",
    import_words="Go to import",
    demo="See this page with demonstration data",
    method="How it is computed",
    file_kinds={"unidad": "productive unit", "centro": "centre or point"},
    unplaced="Municipalities without a known position, which are in no catchment: {n}.",
)

PLACE_WORDS: Final[Mapping[str, PlaceWords]] = MappingProxyType({"es": ES, "en": EN})
