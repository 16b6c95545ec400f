"""Sentences that several entries share: universes, source rules and cautions of one survey."""

from typing import Final

from indicators.spec import Text

EPM: Final = "DANE, Encuesta Pulso de la Migración (EPM)"
EPM_UNIVERSE: Final = Text(
    "Llegados desde Venezuela en los últimos cinco años, colombianos retornados incluidos.",
    "Arrivals from Venezuela in the last five years, returned Colombians included.",
)
EPM_RULE: Final = Text(
    "Cuenta la ronda más reciente de la EPM. No hay EPM por municipio: una encuesta local puede "
    "importarse.",
    "The latest EPM round counts. There is no municipal EPM: a local survey can be imported.",
)
EPM_CAVEAT: Final = Text(
    "La EPM representa 23 ciudades y sus áreas metropolitanas, no un municipio ni el país; sus "
    "coeficientes de variación no se han visto.",
    "The EPM represents 23 cities with their metropolitan areas, neither a municipality nor the "
    "country; its coefficients of variation were not seen.",
)

GEIH: Final = "DANE, Gran Encuesta Integrada de Hogares (GEIH)"
GEIH_RULE: Final = Text(
    "Cuenta la cifra del periodo más reciente del mismo ámbito. La GEIH no publica municipios: "
    "publica ciudades, áreas metropolitanas, departamentos y la nación.",
    "The latest figure of the same domain counts. The GEIH publishes no municipalities: it "
    "publishes cities, metropolitan areas, departments and the nation.",
)
GEIH_CAVEAT: Final = Text(
    "No se comparan ventanas distintas (mes, trimestre móvil, año móvil) ni el marco 2005 con el "
    "2018. Cúcuta A.M. no es Cúcuta.",
    "Different windows (month, moving quarter, moving year) are not compared, nor the 2005 "
    "sampling frame with that of 2018. Cúcuta A.M. is not Cúcuta.",
)
WORKING_AGE: Final = Text(
    "Personas en edad de trabajar: 15 años y más con el marco 2018; antes, 12 en lo urbano y 10 en "
    "lo rural.",
    "People of working age: 15 and over with the 2018 frame; before, 12 in towns and 10 in the "
    "countryside.",
)

ECV: Final = "DANE, Índice de Pobreza Multidimensional (ECV)"
ECV_HOUSEHOLDS: Final = Text(
    "Hogares del departamento, según la Encuesta Nacional de Calidad de Vida.",
    "Households of the department, according to the national quality of life survey.",
)
ECV_RULE: Final = Text(
    "Cuenta el año más reciente. La encuesta no representa municipios.",
    "The latest year counts. The survey does not represent municipalities.",
)
ECV_CAVEAT: Final = Text(
    "Las cifras de 2025 vienen de una copia de terceros, por verificar con el anexo del DANE.",
    "The 2025 figures come from a third-party copy, to be checked against DANE's annex.",
)

CENSUS: Final = "DANE, Censo Nacional de Población y Vivienda 2018 (CNPV)"
CENSUS_RULE: Final = Text(
    "Dato único del censo de 2018; el DANE lo tiene para todos los municipios.",
    "Single figure of the 2018 census; DANE holds it for every municipality.",
)

CHAMBERS: Final = "Confecámaras (RUES) y cámaras de comercio"
CHAMBER_CAVEAT: Final = Text(
    "La jurisdicción de una cámara de comercio no es un municipio ni un departamento; y hay "
    "unidades productivas que no están registradas.",
    "The jurisdiction of a chamber of commerce is neither a municipality nor a department; and "
    "some productive units are not registered.",
)
CHAMBER_RULE: Final = Text(
    "Cuenta el registro mercantil más reciente. Por municipio lo tiene cada cámara de comercio.",
    "The latest commercial register counts. Each chamber of commerce holds it by municipality.",
)

PROGRAMMES: Final = "Informes de programas de cooperación y prensa"
PROGRAMME_UNIVERSE: Final = Text(
    "Personas migrantes, retornadas y de acogida que atiende un programa.",
    "Migrants, returnees and host community served by a programme.",
)
PROGRAMME_RULE: Final = Text(
    "Se muestra cada programa con su fuente; el detalle lo tiene el operador y puede importarse.",
    "Each programme is shown with its source; the operator holds the detail, which can be "
    "imported.",
)
PROGRAMME_CAVEAT: Final = Text(
    "Es lo que cuenta un programa, no el total del territorio; las cifras de varios programas no "
    "se suman.",
    "It is what one programme counts, not the total of the territory; figures of several "
    "programmes are not added up.",
)

OPINION_CAVEAT: Final = Text(
    "Encuesta de opinión: se compara solo con la misma pregunta de la misma encuesta; muestra y "
    "margen no siempre se han visto.",
    "Opinion survey: compared only with the same question of the same survey; sample and margin "
    "were not always seen.",
)
OPINION_RULE: Final = Text(
    "Se muestra cada encuesta con su fecha, ámbito y muestra; nadie la repite en cada municipio, "
    "y una local puede importarse.",
    "Each survey is shown with its date, scope and sample; nobody repeats it in each municipality, "
    "and a local one can be imported.",
)
GENERAL_PUBLIC: Final = Text(
    "Personas encuestadas de la población general; algunas encuestas cubren solo unas ciudades.",
    "Respondents from the general public; some surveys cover only a few cities.",
)
SURVEYED_MIGRANTS: Final = Text(
    "Migrantes venezolanos encuestados; no siempre es una muestra probabilística.",
    "Venezuelan migrants surveyed; not always a probability sample.",
)
