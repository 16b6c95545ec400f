"""Regularisation and profile: where Venezuelan migrants live and which papers they hold."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators import units
from indicators.compute import per_thousand, share
from indicators.spec import Axis, Better, Indicator, Kind, Text
from indicators.templates import (
    A_PERCENTAGE,
    PERCENTAGE,
    REGISTER_LEVELS,
    STOCK,
    SURVEY_LEVELS,
    VENEZUELANS,
    Words,
    computed,
    need,
    published,
    total,
)
from indicators.wording import EPM, EPM_CAVEAT, EPM_RULE, EPM_UNIVERSE

AXIS: Final = Axis.REGULARISATION
MIGRANTS: Final = "poblacion_migrante_venezolana"
IRREGULAR: Final = "migrantes_irregulares"
REGULAR: Final = "migrantes_regulares"

MIGRACION_COLOMBIA: Final = "Migración Colombia, distribución de venezolanos en Colombia"

RESIDENTS: Final = Text(
    "Personas venezolanas con intención de permanecer en Colombia, con o sin documentos.",
    "Venezuelans who intend to stay in Colombia, with or without papers.",
)
RESIDENT_SOURCES: Final = Text(
    "Cuenta la cifra con fecha de corte más reciente. El detalle completo por municipio lo tiene "
    "Migración Colombia; publicado solo está completo el Cesar.",
    "The figure with the latest cut-off date counts. Migración Colombia holds the full municipal "
    "detail; only Cesar is published in full.",
)
VISIBILITY: Final = Text(
    "El total subió cerca de 34 % entre agosto de 2021 y febrero de 2022 porque el Estatuto "
    "(ETPV) hizo visibles a personas que ya vivían aquí: no se unen las dos series.",
    "The total rose by about 34 % between August 2021 and February 2022 because the statute (ETPV) "
    "made visible people who already lived here: the two series are not joined.",
)
REGIMES: Final = Text(
    "«Regular», «en proceso» e «irregular» significan cosas distintas con el PEP (hasta 2020) y "
    "con el ETPV (desde 2021). No se comparan entre sí.",
    "'Regular', 'in process' and 'irregular' mean different things under the PEP (to 2020) and the "
    "ETPV (from 2021). They are not compared with each other.",
)
NATIONAL_ONLY: Final = Text(
    "Cuenta la cifra de Migración Colombia. Por municipio no está publicada: la tiene Migración "
    "Colombia.",
    "The figure of Migración Colombia counts. It is not published by municipality: Migración "
    "Colombia holds it.",
)
PEOPLE: Final = replace(STOCK, groups=VENEZUELANS, levels=SURVEY_LEVELS, tolerance_years=3)
PEOPLE_BY_SEX: Final = replace(PEOPLE, by_sex=True)
PERMITS: Final = Text(
    "Venezolanos inscritos en el Registro Único de Migrantes Venezolanos.",
    "Venezuelans enrolled in the single register of Venezuelan migrants (RUMV).",
)

_MIGRANTS: Final = published(
    MIGRANTS,
    AXIS,
    Better.NEITHER,
    PEOPLE_BY_SEX,
    Words(
        title=Text("Población migrante venezolana", "Venezuelan migrant population"),
        legend=Text("Migrantes venezolanos", "Venezuelan migrants"),
        definition=Text(
            "Personas venezolanas que residen en el territorio, según la autoridad migratoria.",
            "Venezuelans who live in the territory, according to the migration authority.",
        ),
        universe=RESIDENTS,
        source_rule=RESIDENT_SOURCES,
        caveat=VISIBILITY,
        reference=MIGRACION_COLOMBIA,
    ),
)

_PER_THOUSAND: Final = computed(
    replace(
        _MIGRANTS,
        key="migrantes_por_mil",
        kind=Kind.RATE,
        unit=units.PER_1000_INHABITANTS,
        title=Text("Migrantes venezolanos por 1.000 habitantes", "Venezuelans per 1,000 people"),
        legend=Text("Migrantes por 1.000 habitantes", "Migrants per 1,000 inhabitants"),
        definition=Text(
            "De cada mil habitantes del territorio, cuántos son migrantes venezolanos.",
            "Of every thousand inhabitants of the territory, how many are Venezuelan migrants.",
        ),
        valid_range=(0.0, 1000.0),
        decimals=1,
        levels=REGISTER_LEVELS,
        by_sex=False,
    ),
    Text(
        "Población migrante venezolana ÷ población proyectada del mismo año, por mil "
        "(tres años de diferencia como máximo).",
        "Venezuelan migrant population ÷ projected population of the same year, times a thousand "
        "(three years apart at most).",
    ),
    (total(MIGRANTS, Group.VENEZUELAN), total("poblacion")),
    per_thousand(MIGRANTS, "poblacion"),
)

_IRREGULAR: Final = published(
    IRREGULAR,
    AXIS,
    Better.LOWER,
    PEOPLE,
    Words(
        title=Text("Migrantes en situación irregular", "Migrants in irregular status"),
        legend=Text("Personas en situación irregular", "People in irregular status"),
        definition=Text(
            "Migrantes venezolanos sin permiso vigente ni trámite, según el régimen de la época.",
            "Venezuelan migrants with neither a valid permit nor one in process, as each regime "
            "defined it.",
        ),
        universe=RESIDENTS,
        source_rule=NATIONAL_ONLY,
        caveat=REGIMES,
        reference=MIGRACION_COLOMBIA,
    ),
)

_IRREGULAR_SHARE: Final = computed(
    replace(
        _IRREGULAR,
        key="participacion_irregular",
        kind=Kind.SHARE,
        unit=units.PERCENT,
        title=Text("Migrantes en situación irregular (%)", "Migrants in irregular status (%)"),
        legend=Text("% en situación irregular", "% in irregular status"),
        definition=Text(
            "De cada cien migrantes venezolanos, cuántos están en situación irregular.",
            "Of every hundred Venezuelan migrants, how many are in irregular status.",
        ),
        valid_range=A_PERCENTAGE,
        decimals=1,
    ),
    Text(
        "Migrantes en situación irregular ÷ población migrante venezolana, por cien.",
        "Migrants in irregular status ÷ Venezuelan migrant population, times a hundred.",
    ),
    (need(IRREGULAR, PEOPLE), total(MIGRANTS, Group.VENEZUELAN)),
    share(IRREGULAR, MIGRANTS),
)

_REGULAR: Final = published(
    REGULAR,
    AXIS,
    Better.HIGHER,
    PEOPLE,
    Words(
        title=Text("Migrantes en situación regular", "Migrants in regular status"),
        legend=Text("Personas en situación regular", "People in regular status"),
        definition=Text(
            "Migrantes venezolanos con permiso, visa o plazo de permanencia vigente.",
            "Venezuelan migrants with a valid permit, visa or permitted stay.",
        ),
        universe=RESIDENTS,
        source_rule=NATIONAL_ONLY,
        caveat=REGIMES,
        reference=MIGRACION_COLOMBIA,
    ),
)

_REGULAR_SHARE: Final = computed(
    replace(
        _REGULAR,
        key="participacion_regular",
        kind=Kind.SHARE,
        unit=units.PERCENT,
        title=Text("Migrantes en situación regular (%)", "Migrants in regular status (%)"),
        legend=Text("% en situación regular", "% in regular status"),
        definition=Text(
            "De cada cien migrantes venezolanos, cuántos están en situación regular según el "
            "régimen vigente en la fecha (PEP o ETPV).",
            "Of every hundred Venezuelan migrants, how many are in regular status under the regime "
            "in force at the date (PEP or ETPV).",
        ),
        valid_range=A_PERCENTAGE,
        decimals=1,
    ),
    Text(
        "Migrantes en situación regular ÷ población migrante venezolana, por cien; el régimen es "
        "el de la serie del numerador.",
        "Migrants in regular status ÷ Venezuelan migrant population, times a hundred; the regime "
        "is that of the numerator's series.",
    ),
    (need(REGULAR, PEOPLE), total(MIGRANTS, Group.VENEZUELAN)),
    share(REGULAR, MIGRANTS),
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    _PER_THOUSAND,
    _MIGRANTS,
    _IRREGULAR_SHARE,
    _REGULAR_SHARE,
    published(
        "porcentaje_con_ppt",
        AXIS,
        Better.HIGHER,
        replace(PERCENTAGE, groups=(Group.VENEZUELAN, Group.RECENT_VENEZUELAN)),
        Words(
            title=Text("Migrantes con Permiso por Protección Temporal", "Migrants with a PPT"),
            legend=Text("% con PPT", "% with a PPT"),
            definition=Text(
                "De cada cien migrantes, cuántos tienen el Permiso por Protección Temporal (PPT).",
                "Of every hundred migrants, how many hold the temporary protection permit (PPT).",
            ),
            universe=Text(
                "Según la fila: migrantes venezolanos del registro, o llegados en los últimos "
                "cinco años (retornados incluidos) en 23 ciudades y A.M., según la EPM.",
                "Depending on the row: registered Venezuelan migrants, or arrivals of the last "
                "five years (returnees included) in 23 cities, according to the EPM.",
            ),
            source_rule=Text(
                "Cuenta la ronda más reciente de la EPM, y el dato administrativo donde lo hay.",
                "The latest EPM round counts, and the administrative figure where there is one.",
            ),
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
    published(
        "sin_documento_regularizacion",
        AXIS,
        Better.LOWER,
        replace(PERCENTAGE, groups=(Group.RECENT_VENEZUELAN,)),
        Words(
            title=Text("Migrantes sin documento de regularización", "Migrants without papers"),
            legend=Text("% sin documento", "% without papers"),
            definition=Text(
                "De cada cien migrantes recientes, cuántos no tienen documento de regularización.",
                "Of every hundred recent migrants, how many hold no regularisation document.",
            ),
            universe=EPM_UNIVERSE,
            source_rule=EPM_RULE,
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
    _REGULAR,
    published(
        "migrantes_en_proceso",
        AXIS,
        Better.NEITHER,
        PEOPLE,
        Words(
            title=Text("Migrantes en proceso de regularización", "Migrants being regularised"),
            legend=Text("Personas en proceso", "People in process"),
            definition=Text(
                "Migrantes venezolanos con un trámite de regularización abierto: RAMV a la espera "
                "del PEP en 2018, prerregistro o PPT en trámite con el ETPV.",
                "Venezuelan migrants with an open regularisation procedure: RAMV awaiting the PEP "
                "in 2018, pre-registration or PPT in process under the ETPV.",
            ),
            universe=RESIDENTS,
            source_rule=NATIONAL_ONLY,
            caveat=REGIMES,
            reference=MIGRACION_COLOMBIA,
        ),
    ),
    _IRREGULAR,
    published(
        "ninez_migrante_venezolana",
        AXIS,
        Better.NEITHER,
        PEOPLE_BY_SEX,
        Words(
            title=Text("Niñez y adolescencia migrante", "Migrant children and adolescents"),
            legend=Text("Menores de 18 años", "Under 18"),
            definition=Text(
                "Migrantes venezolanos menores de 18 años que residen en el territorio.",
                "Venezuelan migrants under 18 who live in the territory.",
            ),
            universe=RESIDENTS,
            source_rule=RESIDENT_SOURCES,
            caveat=VISIBILITY,
            reference=MIGRACION_COLOMBIA,
        ),
    ),
)
"""Where people live and their status. Registers and returnees are in ``registros``."""
