"""Employment, third part: jobseekers, placements and who helps to find work."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators.demanda import SENA, SENA_RULE, SPE, SPE_RULE
from indicators.empleo import AXIS
from indicators.spec import Better, Indicator, Text
from indicators.templates import FLOW, PROGRAMME, STOCK, VENEZUELANS, Words, published
from indicators.wording import (
    PROGRAMME_CAVEAT,
    PROGRAMME_RULE,
    PROGRAMME_UNIVERSE,
    PROGRAMMES,
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    published(
        "buscadores_inscritos",
        AXIS,
        Better.NEITHER,
        replace(STOCK, groups=(Group.TOTAL, Group.VENEZUELAN), by_sex=True),
        Words(
            title=Text("Buscadores de empleo inscritos", "Registered jobseekers"),
            legend=Text("Buscadores inscritos", "Registered jobseekers"),
            definition=Text(
                "Personas que inscribieron su hoja de vida en el Servicio Público de Empleo.",
                "People who registered with the public employment service.",
            ),
            universe=Text("Personas inscritas en la red del SPE.", "People in the public network."),
            source_rule=SPE_RULE,
            caveat=Text(
                "Inscribirse no es estar desocupado: también se inscribe quien trabaja.",
                "Registering is not being unemployed: people with a job register too.",
            ),
            reference=SPE,
        ),
    ),
    published(
        "colocaciones",
        AXIS,
        Better.HIGHER,
        replace(FLOW, groups=(Group.TOTAL, Group.VENEZUELAN), by_sex=True),
        Words(
            title=Text("Colocaciones del Servicio Público de Empleo", "Public placements"),
            legend=Text("Personas colocadas", "People placed"),
            definition=Text(
                "Personas que consiguieron trabajo por medio del Servicio Público de Empleo.",
                "People who found work through the public employment service.",
            ),
            universe=Text(
                "Personas inscritas en la red del SPE, en el periodo.",
                "People registered in the public network, in the period.",
            ),
            source_rule=SPE_RULE,
            caveat=Text(
                "No dice cuánto duró el trabajo. La cifra nacional de 2016 no dice qué meses "
                "cubre.",
                "It does not say how long the job lasted. The national figure of 2016 does not say "
                "which months it covers.",
            ),
            reference=SPE,
        ),
    ),
    published(
        "colocaciones_sena",
        AXIS,
        Better.HIGHER,
        replace(FLOW, groups=(Group.VENEZUELAN, Group.TOTAL), by_sex=True),
        Words(
            title=Text("Colocaciones de la agencia del SENA", "Placements by SENA's agency"),
            legend=Text("Colocados por el SENA", "Placed by SENA"),
            definition=Text(
                "Personas que consiguieron trabajo por medio de la agencia del SENA.",
                "People who found work through SENA's agency.",
            ),
            universe=Text(
                "Personas inscritas en la agencia del SENA, en el periodo.",
                "People registered with SENA's agency, in the period.",
            ),
            source_rule=SENA_RULE,
            caveat=Text(
                "Algunas cifras acumulan dos años o no dicen el periodo: no forman serie.",
                "Some figures add up two years or do not state the period: they form no series.",
            ),
            reference=SENA,
        ),
    ),
    published(
        "personas_atendidas_sena",
        AXIS,
        Better.HIGHER,
        replace(FLOW, groups=VENEZUELANS, by_sex=True),
        Words(
            title=Text("Migrantes atendidos por la agencia SENA", "Migrants served by SENA"),
            legend=Text("Atendidos por el SENA", "Served by SENA"),
            definition=Text(
                "Migrantes venezolanos orientados o atendidos por la agencia de empleo del SENA.",
                "Venezuelan migrants guided or served by SENA's employment agency.",
            ),
            universe=Text(
                "Venezolanos que acudieron a la agencia del SENA.",
                "Venezuelans who came to SENA's agency.",
            ),
            source_rule=SENA_RULE,
            caveat=Text(
                "Orientar no es atender ni colocar: las series no se unen.",
                "Guidance is neither service nor placement: the series are not joined.",
            ),
            reference=SENA,
        ),
    ),
    published(
        "vinculaciones_laborales_programas",
        AXIS,
        Better.HIGHER,
        replace(PROGRAMME, groups=(Group.MIXED,), by_sex=True),
        Words(
            title=Text("Vinculaciones laborales de programas", "Placements by programmes"),
            legend=Text("Personas vinculadas", "People placed"),
            definition=Text(
                "Personas que empezaron un trabajo con apoyo de un programa.",
                "People who started a job with the support of a programme.",
            ),
            universe=PROGRAMME_UNIVERSE,
            source_rule=PROGRAMME_RULE,
            caveat=PROGRAMME_CAVEAT,
            reference=PROGRAMMES,
        ),
    ),
)
