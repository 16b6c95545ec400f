"""Entrepreneurship: productive units, registered firms and those that programmes support."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators import units
from indicators.compute import per_thousand
from indicators.spec import Axis, Better, Indicator, Kind, Text
from indicators.templates import (
    ANY_COUNT,
    FLOW,
    PERCENTAGE,
    PROGRAMME,
    RECENT_ARRIVALS,
    REGISTER_LEVELS,
    STOCK,
    SURVEY_LEVELS,
    VENEZUELANS,
    Words,
    computed,
    published,
    total,
)
from indicators.wording import (
    CHAMBER_CAVEAT,
    CHAMBER_RULE,
    CHAMBERS,
    EPM,
    EPM_CAVEAT,
    EPM_RULE,
    PROGRAMME_CAVEAT,
    PROGRAMME_RULE,
    PROGRAMME_UNIVERSE,
    PROGRAMMES,
)

AXIS: Final = Axis.ENTREPRENEURSHIP
UNITS_KEY: Final = "unidades_productivas"
MIGRANTS: Final = "poblacion_migrante_venezolana"

REGISTERED: Final = replace(
    STOCK, unit=units.PRODUCTIVE_UNITS, levels=SURVEY_LEVELS, by_sector=True, tolerance_years=3
)
REGISTRATIONS: Final = replace(
    FLOW, unit=units.FIRMS, levels=SURVEY_LEVELS, by_sector=True, tolerance_years=2
)

_UNITS: Final = published(
    UNITS_KEY,
    AXIS,
    Better.HIGHER,
    REGISTERED,
    Words(
        title=Text("Unidades productivas registradas", "Registered productive units"),
        legend=Text("Unidades productivas", "Productive units"),
        definition=Text(
            "Negocios y empresas activos en el registro mercantil, microempresas incluidas.",
            "Businesses and firms active in the commercial register, micro firms included.",
        ),
        universe=Text(
            "Personas naturales y sociedades con matrícula mercantil vigente, por sección CIIU.",
            "Natural persons and companies with a valid registration, by CIIU section.",
        ),
        source_rule=CHAMBER_RULE,
        caveat=CHAMBER_CAVEAT,
        reference=CHAMBERS,
    ),
)

_UNITS_PER_THOUSAND: Final = computed(
    replace(
        _UNITS,
        key="unidades_por_mil_migrantes",
        kind=Kind.RATE,
        unit=units.PER_1000_MIGRANTS,
        title=Text("Unidades productivas por 1.000 migrantes", "Units per 1,000 migrants"),
        legend=Text("Unidades por 1.000 migrantes", "Units per 1,000 migrants"),
        definition=Text(
            "Unidades productivas registradas por cada mil migrantes venezolanos: cuánto tejido "
            "empresarial hay para absorberlos.",
            "Registered productive units for every thousand Venezuelan migrants: how much business "
            "there is to absorb them.",
        ),
        valid_range=ANY_COUNT,
        levels=REGISTER_LEVELS,
        decimals=1,
    ),
    Text(
        "Unidades productivas ÷ población migrante venezolana, por mil.",
        "Productive units ÷ Venezuelan migrant population, times a thousand.",
    ),
    (*_UNITS.needs, total(MIGRANTS, Group.VENEZUELAN)),
    per_thousand(UNITS_KEY, MIGRANTS),
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    _UNITS,
    _UNITS_PER_THOUSAND,
    published(
        "unidades_productivas_fortalecidas",
        AXIS,
        Better.HIGHER,
        replace(PROGRAMME, unit=units.PRODUCTIVE_UNITS, by_sector=True),
        Words(
            title=Text("Unidades productivas fortalecidas", "Productive units strengthened"),
            legend=Text("Unidades fortalecidas", "Units strengthened"),
            definition=Text(
                "Emprendimientos que un programa apoyó con insumos, capital o asistencia técnica.",
                "Ventures that a programme supported with inputs, capital or technical help.",
            ),
            universe=PROGRAMME_UNIVERSE,
            source_rule=PROGRAMME_RULE,
            caveat=PROGRAMME_CAVEAT,
            reference=PROGRAMMES,
        ),
    ),
    published(
        "matriculas_venezolanas",
        AXIS,
        Better.HIGHER,
        replace(REGISTRATIONS, groups=VENEZUELANS, by_sector=False),
        Words(
            title=Text("Matrículas mercantiles de venezolanos", "Registrations by Venezuelans"),
            legend=Text("Matrículas de venezolanos", "Registrations by Venezuelans"),
            definition=Text(
                "Negocios nuevos que matricularon personas venezolanas en el periodo.",
                "New businesses registered by Venezuelans in the period.",
            ),
            universe=Text(
                "Personas naturales venezolanas hasta 2023; empresas con capital venezolano desde "
                "2024.",
                "Venezuelan natural persons to 2023; firms with Venezuelan capital from 2024.",
            ),
            source_rule=CHAMBER_RULE,
            caveat=Text(
                "Personas naturales y capital venezolano son dos definiciones: la serie se corta "
                "en 2024. La cifra es de la jurisdicción de la Cámara de Cúcuta.",
                "Natural persons and Venezuelan capital are two definitions: the series breaks in "
                "2024. The figure covers the jurisdiction of the Cúcuta chamber.",
            ),
            reference="Cámara de Comercio de Cúcuta",
        ),
    ),
    published(
        "participacion_matriculas_venezolanas",
        AXIS,
        Better.NEITHER,
        replace(PERCENTAGE, groups=VENEZUELANS, levels=REGISTER_LEVELS),
        Words(
            title=Text("Reparto de matrículas de venezolanos", "Where Venezuelans register"),
            legend=Text("% de las matrículas", "% of the registrations"),
            definition=Text(
                "De cada cien negocios matriculados por venezolanos ante la Cámara de Cúcuta, "
                "cuántos están en el municipio.",
                "Of every hundred businesses registered by Venezuelans at the Cúcuta chamber, how "
                "many are in the municipality.",
            ),
            universe=Text(
                "1.803 personas naturales venezolanas matriculadas de 2016 a abril de 2023.",
                "1,803 Venezuelan natural persons registered from 2016 to April 2023.",
            ),
            source_rule=CHAMBER_RULE,
            caveat=Text(
                "Es un acumulado de más de siete años: queda fuera de mapas anuales.",
                "Cumulative over more than seven years: kept out of yearly maps.",
            ),
            reference="Cámara de Comercio de Cúcuta",
        ),
    ),
    published(
        "empresas_creadas",
        AXIS,
        Better.HIGHER,
        REGISTRATIONS,
        Words(
            title=Text("Empresas creadas", "Firms created"),
            legend=Text("Empresas creadas", "Firms created"),
            definition=Text(
                "Empresas y negocios matriculados por primera vez en el periodo.",
                "Firms and businesses registered for the first time in the period.",
            ),
            universe=Text("Todas las matrículas nuevas.", "All new registrations."),
            source_rule=CHAMBER_RULE,
            caveat=Text(
                "Confecámaras (RUES) e Informa cuentan distinto: no se unen ni se comparan.",
                "Confecámaras (RUES) and Informa count differently: neither joined nor compared.",
            ),
            reference="Confecámaras (RUES); Informa D&B",
        ),
    ),
    published(
        "empresas_canceladas",
        AXIS,
        Better.LOWER,
        REGISTRATIONS,
        Words(
            title=Text("Empresas canceladas", "Firms closed"),
            legend=Text("Empresas canceladas", "Firms closed"),
            definition=Text(
                "Empresas y negocios que cancelaron su matrícula en el periodo.",
                "Firms and businesses that cancelled their registration in the period.",
            ),
            universe=Text("Todas las matrículas canceladas.", "All cancelled registrations."),
            source_rule=CHAMBER_RULE,
            caveat=CHAMBER_CAVEAT,
            reference="Cámara de Comercio de Valledupar; Informa D&B",
        ),
    ),
    published(
        "participantes_programas",
        AXIS,
        Better.HIGHER,
        replace(PROGRAMME, groups=(Group.MIXED,), by_sex=True),
        Words(
            title=Text("Participantes de programas", "Programme participants"),
            legend=Text("Participantes", "Participants"),
            definition=Text(
                "Personas que participan en un programa de emprendimiento o empleo.",
                "People who take part in a programme of entrepreneurship or employment.",
            ),
            universe=PROGRAMME_UNIVERSE,
            source_rule=PROGRAMME_RULE,
            caveat=PROGRAMME_CAVEAT,
            reference=PROGRAMMES,
        ),
    ),
    published(
        "dificultad_iniciar_negocio",
        AXIS,
        Better.LOWER,
        replace(PERCENTAGE, groups=RECENT_ARRIVALS, by_sex=True),
        Words(
            title=Text("Dificultad para iniciar un negocio", "Difficulty starting a business"),
            legend=Text("% con dificultad", "% with difficulty"),
            definition=Text(
                "De cada cien migrantes que intentaron iniciar un negocio, cuántos tuvieron "
                "dificultad.",
                "Of every hundred migrants who tried to start a business, how many had difficulty.",
            ),
            universe=Text(
                "Llegados en los últimos cinco años que intentaron iniciar un negocio.",
                "Arrivals of the last five years who tried to start a business.",
            ),
            source_rule=EPM_RULE,
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
)
