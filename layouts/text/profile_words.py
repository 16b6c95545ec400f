"""Sentences of the ficha, in both languages.

Longer than 300 lines because it is one list: every sentence, where a translator looks for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from indicators.measures.centres import Standing
from indicators.measures.labour_gap import Pair
from indicators.spread import Among


@dataclass(frozen=True, kw_only=True, slots=True)
class ProfileWords:
    """Sentences of one language."""

    kinds: Mapping[str, str]
    municipalities: tuple[str, str]
    areas: tuple[str, str]
    line: str
    distance: str
    area: str
    population: str
    trail: str
    border_profile: str
    concentration: str
    concentration_around: str
    persons: str
    of_each: str
    share: str
    disputed: str
    beside: str
    beside_one: str
    beside_department: str
    beside_median: str
    beside_departments: str
    ranked: str
    highest_first: str
    lowest_first: str
    unemployment: str
    unemployment_nation: str
    not_own: str
    in_department: str
    of_department: str
    higher: str
    unsure: str
    lower: str
    equal: str
    centre_here: str
    centres_here: str
    and_more: str
    seen: str
    centre_near: str
    centre_unsure: str
    centre_unsure_here: str
    centre_announced: str
    border_people: str
    border_all: str
    border_rate: str
    border_work: str
    border_median: str
    border_centres: str
    centres_known: str
    centres_working: str
    centres_unsure: str
    centres_shut: str
    sum_of: str
    median_of: str
    some_of: str
    from_to: str
    earlier: str
    ends: str
    lowest: str
    highest: str
    reference_department: str
    reference_scope: str
    reference_nation: str
    reference_peers: str
    work: str
    work_lead: str
    rate: str
    value: str
    whose: str
    sample: str
    no_sample: str
    absent: str
    not_added: str
    source: str
    synthetic: str
    labour: str
    labour_lead: str
    labour_none: str
    groups: str
    difference: str
    window: str
    cohesion: str
    cohesion_lead: str
    question: str
    register: str
    no_n: str
    no_margin: str
    see_each: str
    sectors: str
    quotient: str
    quotient_lead: str
    times: str
    suppressed: str
    units: str
    units_title: str
    centres: str
    centres_lead: str
    no_centre: str
    centre: str
    municipality: str
    km: str
    inside: str
    state: str
    no_programme: str
    programme: str
    result: str
    target: str
    when: str
    beyond: str
    organisation: str
    actors: str
    no_actors: str
    rivals: str
    rivals_dates: str
    undated: str
    members: str
    members_lead: str
    members_mixed: str
    members_few: str
    per_thousand: str
    people: str
    members_without: str
    place_of: str
    missing: str
    missing_lead: str
    missing_none: str
    download: str
    proof_hint: str
    map: str
    gaps: str
    compare: str
    unknown_title: str
    unknown_lead: str
    unknown_meant: str
    other_departments: str
    standings: Mapping[Standing, str]
    pairs: Mapping[Pair, tuple[str, str]]
    among: Mapping[Among, str]
    topics: Mapping[str, str]


ES: Final = ProfileWords(
    kinds={
        "municipio": "Ficha municipal",
        "departamento": "Ficha departamental",
        "frontera": "Ficha de la frontera",
    },
    municipalities=("1 municipio", "{} municipios"),
    areas=("1 área no municipalizada", "{} áreas no municipalizadas"),
    line="Toca la línea con Venezuela en {} km",
    distance="A {} km de la línea con Venezuela",
    area="{} km²",
    population="{people} habitantes ({period}, {source})",
    trail="Dónde está",
    border_profile="Ficha de la frontera",
    concentration="**{value}** de cada 1.000 habitantes son personas migrantes "
    "venezolanas{share}{people}, {period}{place}.{disputed}{beside}",
    concentration_around="En {whose}, **{value}** de cada 1.000 habitantes son personas migrantes "
    "venezolanas{share}, {period}.",
    persons=": {} personas",
    of_each="de cada {}",
    share=", {near}**{part} {of}**",
    disputed=" Otras fuentes dan otra cifra: véanse las cifras en competencia.",
    beside=" Para comparar: {}.",
    beside_one="{name} {value}",
    beside_department="departamento de {name} {value}",
    beside_median="mediana de los {n} municipios con cifra del mismo año en {scope} {value}",
    beside_departments="mediana de los {n} departamentos de {scope} con cifra del mismo año "
    "{value}",
    ranked="; ocupa el puesto {place} entre {n} con cifra del mismo año, {order}",
    highest_first="de mayor a menor",
    lowest_first="de menor a mayor",
    unemployment="De cada cien personas que trabajan o buscan trabajo en {whose}, **{value}** no "
    "lo encuentran{share}, {period}{beside}{place}.{not_own}",
    unemployment_nation="Este tablero no tiene la desocupación de {place} ni la de un territorio "
    "que lo incluya, salvo el país: de cada cien personas que trabajan o buscan trabajo en "
    "Colombia, **{value}** no lo encuentran{share}, {period}.",
    not_own=" Este lugar no tiene cifra propia; esa es la más cercana.",
    in_department="el departamento de {}",
    of_department="departamento de {}",
    higher="; son **{} puntos porcentuales** más que en el país",
    lower="; son **{} puntos porcentuales** menos que en el país",
    unsure="; la diferencia con el país, {} puntos porcentuales, cabe en el margen de la muestra",
    equal="; lo mismo que en el país",
    centre_here="Aquí funciona un Centro Intégrate: **{name}**{seen}.",
    centres_here="Aquí funcionan **{n}** Centros Intégrate: {names}.",
    and_more=" y {} más",
    seen=" (última noticia: {})",
    centre_near="El Centro Intégrate más cercano que funciona está en **{place}**{seen}, a "
    "**{km} km** en línea recta, que no es tiempo de viaje{beside}.",
    centre_unsure="; hay otro en {place}, a {km} km, cuyo estado está por verificar",
    centre_unsure_here="; aquí hay uno, {name}, cuyo estado está por verificar",
    centre_announced="; aquí se anunció uno, {name}, cuya apertura está sin confirmar",
    border_people="En los {n} municipios con cifra reciente (de {of}) viven **{value}** personas "
    "migrantes venezolanas, {period}{earlier}.",
    border_all="En los {of} municipios viven **{value}** personas migrantes venezolanas, "
    "{period}{earlier}.",
    border_rate=" En el municipio del medio son **{median}** de cada 1.000 habitantes: de {low} "
    "en {low_place} a {high} en {high_place}.",
    border_work="La desocupación va de **{low} %** en {low_place} a **{high} %** en "
    "{high_place}: {n} {among} con cifra de {period}{middle}.",
    border_median="; la mediana es {} %",
    border_centres="Centros Intégrate conocidos en esta frontera: **{of}**. Según la última "
    "noticia, en funcionamiento: **{n}**; por verificar: **{unsure}**; cerrados o sin abrir: "
    "**{shut}**.",
    centres_known="Centros Intégrate conocidos",
    centres_working="Centros Intégrate que funcionan",
    centres_unsure="Centros Intégrate por verificar",
    centres_shut="Centros Intégrate cerrados o sin abrir",
    sum_of="suma de {n} de {of} {among}",
    median_of="mediana de {n} de {of} {among}",
    some_of="{n} de {of} {among}",
    from_to="{} a {}",
    earlier=" ({} con cifra de un año anterior)",
    ends="de {low} en {low_place} a {high} en {high_place}",
    lowest="la más baja",
    highest="la más alta",
    reference_department="departamento",
    reference_scope="mediana de {} territorios del ámbito",
    reference_nation="nación",
    reference_peers="mediana de {} municipios parecidos",
    work="Empleo por ventana",
    work_lead="Cada tabla es una sola ventana de la encuesta: mes, trimestre móvil y año móvil "
    "no se comparan entre sí.",
    rate="Tasa",
    value="Valor",
    whose="De quién",
    sample="Muestra y margen",
    no_sample="sin dato",
    absent="Sin dato: {names}. {who}",
    not_added="Sin suma: no todos los municipios tienen cifra de {}.",
    source="Fuente",
    synthetic="cifra sintética",
    labour="Brechas laborales",
    labour_lead="Solo se restan cifras del mismo periodo, serie y fuente.",
    labour_none="Sin dato: no se conoce una publicación que dé los dos grupos de este lugar con "
    "el mismo periodo y la misma serie.",
    groups="Grupos (%)",
    difference="Diferencia",
    window="Ventana y periodo",
    cohesion="Percepción, trato y permanencia",
    cohesion_lead="Cada respuesta con su encuesta, su universo, su muestra y su margen; lo que "
    "dice una ciudad no lo dice el municipio vecino.",
    question="Pregunta",
    register="registro, sin muestra",
    no_n="muestra sin dato",
    no_margin="margen sin dato",
    see_each="según cada territorio",
    sectors="Sectores",
    quotient="Cociente de localización",
    quotient_lead="Cociente de localización: cuántas veces pesa cada sector aquí lo que pesa en "
    "el país, en {title} ({year}). Más de 1 es especialización.",
    times="{} veces",
    suppressed="suprimido",
    units="Unidades productivas en el mapa, por estado: {}.",
    units_title="Unidades productivas en el mapa",
    centres="Centros y servicios",
    centres_lead="Estado al {}, según la última noticia conocida. Las distancias se miden en línea "
    "recta desde el centro geográfico de este lugar; no son tiempo de viaje.",
    no_centre="No se conoce un centro aquí; estos son los Centros Intégrate más cercanos.",
    centre="Centro",
    municipality="Municipio",
    km="km en línea recta",
    inside="aquí",
    state="Estado",
    no_programme="No hay resultados de programa publicados para este lugar.",
    programme="Programa",
    result="Resultado",
    target="meta {}",
    when="Cuándo",
    beyond="Y {} más en la descarga.",
    organisation="Organización",
    actors="Quién trabaja aquí",
    no_actors="No hay organizaciones registradas en este lugar.",
    rivals="Cifras en competencia",
    rivals_dates="De la población migrante se muestran todas las fechas publicadas.",
    undated="sin fecha",
    members="Sus municipios",
    members_lead="De mayor a menor proporción de migrantes. Solo tiene puesto la cifra que ningún "
    "margen confunde con otra.",
    members_mixed="De mayor a menor proporción de migrantes. Sin puestos: las cifras no son todas "
    "del mismo año.",
    members_few="De mayor a menor proporción de migrantes. Sin puestos: hay cifra de menos de "
    "cinco municipios.",
    per_thousand="Por 1.000 hab.",
    people="Personas",
    members_without="Municipios sin dato reciente: {}",
    place_of="puesto {}",
    missing="Qué falta y quién lo tiene",
    missing_lead="Indicadores sin cifra de este lugar ni de un territorio mayor: {n}.",
    missing_none="Todos los indicadores tienen cifra de este lugar o de un territorio mayor.",
    download="Descargar las cifras de esta ficha (CSV)",
    proof_hint="Pulse una cifra de este lugar, del departamento o del país para ver de dónde sale.",
    map="Ver en el mapa",
    gaps="Ver sus brechas",
    compare="Comparar con otros",
    unknown_title="No hay un lugar con el código {}",
    unknown_lead="Los municipios tienen cinco cifras en la DIVIPOLA y los departamentos, dos. "
    "Elija uno de la lista.",
    unknown_meant="Ese código es de:",
    other_departments="Otros departamentos",
    standings={
        Standing.WORKING: "funciona",
        Standing.UNCONFIRMED: "por verificar",
        Standing.NOT_WORKING: "no funciona",
    },
    pairs={
        Pair.WOMEN_MEN: ("mujeres", "hombres"),
        Pair.MIGRANT_HOST: ("migrantes", "no migrantes"),
        Pair.RECENT_HOST: ("migrantes recientes", "no migrantes"),
    },
    among={
        Among.MUNICIPALITIES: "municipios",
        Among.CITIES: "ciudades y áreas metropolitanas",
        Among.DEPARTMENTS: "departamentos",
    },
    topics={
        "perception": "Percepción",
        "discrimination": "Discriminación",
        "participation": "Participación",
        "school": "Matrícula escolar",
        "plans": "Planes de permanencia",
    },
)

EN: Final = ProfileWords(
    kinds={
        "municipio": "Municipal profile",
        "departamento": "Department profile",
        "frontera": "Border profile",
    },
    municipalities=("1 municipality", "{} municipalities"),
    areas=("1 non-municipal area", "{} non-municipal areas"),
    line="Touches the line with Venezuela along {} km",
    distance="{} km from the line with Venezuela",
    area="{} km²",
    population="{people} inhabitants ({period}, {source})",
    trail="Where it is",
    border_profile="Profile of the border",
    concentration="**{value}** of every 1,000 inhabitants are Venezuelan migrants{share}{people}, "
    "{period}{place}.{disputed}{beside}",
    concentration_around="In {whose}, **{value}** of every 1,000 inhabitants are Venezuelan "
    "migrants{share}, {period}.",
    persons=": {} people",
    of_each="in {}",
    share=", {near}**{part} {of}**",
    disputed=" Other sources give another figure: see the competing figures.",
    beside=" To compare: {}.",
    beside_one="{name} {value}",
    beside_department="department of {name} {value}",
    beside_median="median of the {n} municipalities with a figure of the same year in {scope} "
    "{value}",
    beside_departments="median of the {n} departments of {scope} with a figure of the same year "
    "{value}",
    ranked="; place {place} among {n} with a figure of the same year, {order}",
    highest_first="highest first",
    lowest_first="lowest first",
    unemployment="Of every hundred people who work or look for work in {whose}, **{value}** do "
    "not find it{share}, {period}{beside}{place}.{not_own}",
    unemployment_nation="This dashboard has no unemployment figure of {place} nor of a territory "
    "that includes it, except the country: of every hundred people who work or look for work in "
    "Colombia, **{value}** do not find it{share}, {period}.",
    not_own=" This place has no figure of its own; that is the closest one.",
    in_department="the department of {}",
    of_department="department of {}",
    higher="; **{} percentage points** more than in the country",
    lower="; **{} percentage points** less than in the country",
    unsure="; the difference from the country, {} percentage points, is within the margin of the "
    "sample",
    equal="; the same as in the country",
    centre_here="An Intégrate centre works here: **{name}**{seen}.",
    centres_here="**{n}** Intégrate centres work here: {names}.",
    and_more=" and {} more",
    seen=" (last news: {})",
    centre_near="The closest working Intégrate centre is in **{place}**{seen}, **{km} km** away "
    "in a straight line, which is not travel time{beside}.",
    centre_unsure="; there is another in {place}, {km} km away, whose state is to be verified",
    centre_unsure_here="; there is one here, {name}, whose state is to be verified",
    centre_announced="; one was announced here, {name}, whose opening is not confirmed",
    border_people="In the {n} municipalities with a recent figure (of {of}) live **{value}** "
    "Venezuelan migrants, {period}{earlier}.",
    border_all="In the {of} municipalities live **{value}** Venezuelan migrants, "
    "{period}{earlier}.",
    border_rate=" In the middle municipality they are **{median}** of every 1,000 inhabitants: "
    "from {low} in {low_place} to {high} in {high_place}.",
    border_work="Unemployment goes from **{low} %** in {low_place} to **{high} %** in "
    "{high_place}: {n} {among} with a figure of {period}{middle}.",
    border_median="; the median is {} %",
    border_centres="Intégrate centres known on this border: **{of}**. As far as is known, "
    "working: **{n}**; to be verified: **{unsure}**; closed or not opened: **{shut}**.",
    centres_known="Known Intégrate centres",
    centres_working="Working Intégrate centres",
    centres_unsure="Intégrate centres to be verified",
    centres_shut="Intégrate centres closed or not opened",
    sum_of="sum of {n} of {of} {among}",
    median_of="median of {n} of {of} {among}",
    some_of="{n} of {of} {among}",
    from_to="{} to {}",
    earlier=" ({} with a figure of an earlier year)",
    ends="from {low} in {low_place} to {high} in {high_place}",
    lowest="the lowest",
    highest="the highest",
    reference_department="department",
    reference_scope="median of {} territories of the scope",
    reference_nation="nation",
    reference_peers="median of {} similar municipalities",
    work="Employment by window",
    work_lead="Each table is one window of the survey: month, moving quarter and moving year are "
    "not compared.",
    rate="Rate",
    value="Value",
    whose="Whose",
    sample="Sample and margin",
    no_sample="no data",
    absent="No data: {names}. {who}",
    not_added="Not added up: not every municipality has a figure of {}.",
    source="Source",
    synthetic="synthetic figure",
    labour="Employment gaps",
    labour_lead="Only figures of the same period, series and source are subtracted.",
    labour_none="No data: no publication is known that gives both groups of this place for the "
    "same period and series.",
    groups="Groups (%)",
    difference="Difference",
    window="Window and period",
    cohesion="Perception, treatment and plans to stay",
    cohesion_lead="Each answer with its survey, universe, sample and margin; what a city says is "
    "not said by its neighbour.",
    question="Question",
    register="register, no sample",
    no_n="sample: no data",
    no_margin="margin: no data",
    see_each="as each territory says",
    sectors="Sectors",
    quotient="Location quotient",
    quotient_lead="Location quotient: how many times each sector weighs here what it weighs in "
    "the country, in {title} ({year}). Above 1 is specialisation.",
    times="{} times",
    suppressed="suppressed",
    units="Productive units on the map, by state: {}.",
    units_title="Productive units on the map",
    centres="Centres and services",
    centres_lead="State on {}, as far as is known. Distances are measured in a straight line from "
    "the geographic centre of this place; they are not travel time.",
    no_centre="No centre is known here; these are the closest Intégrate centres.",
    centre="Centre",
    municipality="Municipality",
    km="km in a straight line",
    inside="here",
    state="State",
    no_programme="No programme results are published for this place.",
    programme="Programme",
    result="Result",
    target="target {}",
    when="When",
    beyond="And {} more in the download.",
    organisation="Organisation",
    actors="Who works here",
    no_actors="No organisation is on record in this place.",
    rivals="Competing figures",
    rivals_dates="Of the migrant population every published date is shown.",
    undated="undated",
    members="Its municipalities",
    members_lead="Highest share of migrants first. Only a figure that no margin confuses with "
    "another has a place.",
    members_mixed="Highest share of migrants first. Without places: the figures are not all of "
    "the same year.",
    members_few="Highest share of migrants first. Without places: fewer than five "
    "municipalities have a figure.",
    per_thousand="Per 1,000 inh.",
    people="People",
    members_without="Municipalities without a recent figure: {}",
    place_of="place {}",
    missing="What is missing and who holds it",
    missing_lead="Indicators without a figure of this place or of a larger territory: {n}.",
    missing_none="Every indicator has a figure of this place or of a larger territory.",
    download="Download the figures of this profile (CSV)",
    proof_hint="Press a figure of this place, its department or the country to see its source.",
    map="See on the map",
    gaps="See its gaps",
    compare="Compare with others",
    unknown_title="No place has the code {}",
    unknown_lead="Municipalities have five digits in the DIVIPOLA, and departments two. Choose "
    "one of the list.",
    unknown_meant="That code is of:",
    other_departments="Other departments",
    standings={
        Standing.WORKING: "works",
        Standing.UNCONFIRMED: "to be verified",
        Standing.NOT_WORKING: "does not work",
    },
    pairs={
        Pair.WOMEN_MEN: ("women", "men"),
        Pair.MIGRANT_HOST: ("migrants", "non-migrants"),
        Pair.RECENT_HOST: ("recent migrants", "non-migrants"),
    },
    among={
        Among.MUNICIPALITIES: "municipalities",
        Among.CITIES: "cities and metropolitan areas",
        Among.DEPARTMENTS: "departments",
    },
    topics={
        "perception": "Perception",
        "discrimination": "Discrimination",
        "participation": "Participation",
        "school": "School enrolment",
        "plans": "Plans to stay",
    },
)

PROFILE_WORDS: Final[Mapping[str, ProfileWords]] = MappingProxyType({"es": ES, "en": EN})
