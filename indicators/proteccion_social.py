"""Social protection: health, pensions, food, services. Schooling is in ``educacion``."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators import units
from indicators.spec import Axis, Better, Indicator, Text
from indicators.templates import (
    DEPARTMENT_LEVELS,
    FLOW,
    PERCENTAGE,
    RECENT_ARRIVALS,
    STOCK,
    VENEZUELANS,
    Words,
    published,
)
from indicators.wording import (
    ECV,
    ECV_CAVEAT,
    ECV_HOUSEHOLDS,
    ECV_RULE,
    EPM,
    EPM_CAVEAT,
    EPM_RULE,
    EPM_UNIVERSE,
)

AXIS: Final = Axis.SOCIAL_PROTECTION
HOUSEHOLD_GAP: Final = replace(PERCENTAGE, levels=DEPARTMENT_LEVELS)
HEALTH_RULE: Final = Text(
    "Cuenta la cifra del Ministerio de Salud. Por municipio la tiene la base de afiliados (BDUA).",
    "The figure of the Ministry of Health counts. The register of members (BDUA) holds it by "
    "municipality.",
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    published(
        "afiliacion_salud",
        AXIS,
        Better.HIGHER,
        replace(PERCENTAGE, groups=(Group.RECENT_VENEZUELAN, Group.VENEZUELAN, Group.HOST)),
        Words(
            title=Text("Afiliación a salud", "Health insurance"),
            legend=Text("% afiliado a salud", "% with health insurance"),
            definition=Text(
                "De cada cien personas del grupo, cuántas están afiliadas al sistema de salud.",
                "Of every hundred people of the group, how many belong to the health system.",
            ),
            universe=Text(
                "EPM: llegados en los últimos cinco años. Cifras de 2018: personas de 14 a 65 "
                "años en áreas urbanas, según la GEIH.",
                "EPM: arrivals of the last five years. Figures of 2018: people aged 14 to 65 in "
                "urban areas, from the GEIH.",
            ),
            source_rule=EPM_RULE,
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
    published(
        "afiliacion_pension",
        AXIS,
        Better.HIGHER,
        replace(PERCENTAGE, groups=RECENT_ARRIVALS),
        Words(
            title=Text("Afiliación a pensión", "Pension scheme"),
            legend=Text("% afiliado a pensión", "% in a pension scheme"),
            definition=Text(
                "De cada cien migrantes recientes, cuántos están afiliados a pensión.",
                "Of every hundred recent migrants, how many belong to a pension scheme.",
            ),
            universe=EPM_UNIVERSE,
            source_rule=EPM_RULE,
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
    published(
        "afiliados_salud",
        AXIS,
        Better.HIGHER,
        replace(STOCK, groups=VENEZUELANS, by_sex=True, tolerance_years=3),
        Words(
            title=Text("Migrantes afiliados a salud", "Migrants with health insurance"),
            legend=Text("Personas afiliadas", "People insured"),
            definition=Text(
                "Migrantes venezolanos afiliados al sistema de salud, en cualquier régimen.",
                "Venezuelan migrants who belong to the health system, under any scheme.",
            ),
            universe=Text(
                "Venezolanos en la base de afiliados, con PEP, PPT u otro documento válido.",
                "Venezuelans in the register, with PEP, PPT or another valid document.",
            ),
            source_rule=HEALTH_RULE,
            caveat=Text(
                "Cifras redondeadas o sin fecha de corte: no forman serie.",
                "Rounded figures or figures without a cut-off date: they form no series.",
            ),
            reference="Ministerio de Salud y Protección Social",
        ),
    ),
    published(
        "atenciones_salud",
        AXIS,
        Better.NEITHER,
        replace(FLOW, unit=units.SERVICES, groups=VENEZUELANS, tolerance_years=3),
        Words(
            title=Text("Atenciones en salud a migrantes", "Health services to migrants"),
            legend=Text("Atenciones en salud", "Health services"),
            definition=Text(
                "Consultas, urgencias, partos y otras atenciones a personas venezolanas.",
                "Consultations, emergencies, births and other services to Venezuelans.",
            ),
            universe=Text(
                "Atenciones reportadas por hospitales y clínicas.",
                "Services reported by hospitals and clinics.",
            ),
            source_rule=Text(
                "Cuenta el Observatorio de Migración del DNP, con registros del sector salud.",
                "The migration observatory of DNP counts, from health sector records.",
            ),
            caveat=Text(
                "Son atenciones, no personas. Por municipio solo hay un acumulado 2017-2022, que "
                "no entra en mapas anuales.",
                "Services, not people. By municipality there is only a 2017-2022 total, kept out "
                "of yearly maps.",
            ),
            reference="DNP, Observatorio Colombiano de Migración desde Venezuela",
        ),
    ),
    published(
        "cotizantes_pila",
        AXIS,
        Better.HIGHER,
        replace(STOCK, groups=VENEZUELANS, by_sex=True),
        Words(
            title=Text("Migrantes que cotizan (PILA)", "Migrants who contribute (PILA)"),
            legend=Text("Cotizantes", "Contributors"),
            definition=Text(
                "Venezolanos que cotizan a salud y pensión por medio de la planilla PILA.",
                "Venezuelans who pay health and pension contributions through the PILA form.",
            ),
            universe=Text(
                "Trabajadores venezolanos en la PILA; promedio de tres meses.",
                "Venezuelan workers in the PILA; three-month average.",
            ),
            source_rule=Text(
                "Cuenta el Ministerio del Trabajo. Por municipio lo tiene el Ministerio de Salud.",
                "The Ministry of Labour counts. The Ministry of Health holds it by municipality.",
            ),
            caveat=Text(
                "Solo se ve el empleo formal que cotiza.",
                "Only formal, contributing employment is seen.",
            ),
            reference="Ministerio del Trabajo, PILA",
        ),
    ),
    published(
        "personas_atendidas_integrate",
        AXIS,
        Better.HIGHER,
        replace(FLOW, groups=(Group.MIXED,), by_sex=True),
        Words(
            title=Text("Personas atendidas en Centros Intégrate", "Served in Intégrate centres"),
            legend=Text("Personas atendidas", "People served"),
            definition=Text(
                "Personas distintas que recibieron al menos un servicio, acumuladas.",
                "Different people who received at least one service, cumulative.",
            ),
            universe=Text(
                "Migrantes, retornados y comunidad de acogida que acudieron a un centro.",
                "Migrants, returnees and host community who came to a centre.",
            ),
            source_rule=Text(
                "Cuenta el programa Integra hasta agosto de 2024; por centro, ver su ficha.",
                "The Integra programme counts, to August 2024; for each centre, see its card.",
            ),
            caveat=Text(
                "Once centros en nueve ciudades. Desde 2025 cambiaron operador y fondos: el total "
                "de la red no se ha vuelto a publicar.",
                "Eleven centres in nine cities. Operator and funding changed in 2025: the total of "
                "the network has not been published since.",
            ),
            reference="USAID Integra; MigraVenezuela",
        ),
    ),
    published(
        "tres_comidas_diarias",
        AXIS,
        Better.HIGHER,
        replace(PERCENTAGE, groups=RECENT_ARRIVALS),
        Words(
            title=Text("Tres comidas al día", "Three meals a day"),
            legend=Text("% con tres comidas o más", "% with three meals or more"),
            definition=Text(
                "De cada cien migrantes recientes, cuántos comen tres veces al día o más.",
                "Of every hundred recent migrants, how many eat three times a day or more.",
            ),
            universe=EPM_UNIVERSE,
            source_rule=EPM_RULE,
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
    published(
        "sin_aseguramiento_salud",
        AXIS,
        Better.LOWER,
        HOUSEHOLD_GAP,
        Words(
            title=Text("Hogares sin aseguramiento en salud", "Households without insurance"),
            legend=Text("% de hogares", "% of households"),
            definition=Text(
                "De cada cien hogares, en cuántos alguna persona no está afiliada a salud.",
                "Of every hundred households, in how many someone has no health insurance.",
            ),
            universe=ECV_HOUSEHOLDS,
            source_rule=ECV_RULE,
            caveat=ECV_CAVEAT,
            reference=ECV,
        ),
    ),
    published(
        "barreras_acceso_salud",
        AXIS,
        Better.LOWER,
        HOUSEHOLD_GAP,
        Words(
            title=Text("Hogares con barreras de acceso a salud", "Barriers to health care"),
            legend=Text("% de hogares", "% of households"),
            definition=Text(
                "De cada cien hogares, en cuántos alguien enfermó y no recibió atención formal.",
                "Of every hundred households, in how many someone fell ill and got no formal care.",
            ),
            universe=ECV_HOUSEHOLDS,
            source_rule=ECV_RULE,
            caveat=ECV_CAVEAT,
            reference=ECV,
        ),
    ),
)
