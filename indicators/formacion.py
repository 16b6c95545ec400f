"""Training and recognition: certified skills, courses, degrees."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators.spec import Axis, Better, Indicator, Text
from indicators.templates import (
    DEPARTMENT_LEVELS,
    FLOW,
    PERCENTAGE,
    PROGRAMME,
    VENEZUELANS,
    Words,
    published,
)
from indicators.wording import (
    ECV,
    ECV_CAVEAT,
    ECV_HOUSEHOLDS,
    ECV_RULE,
    PROGRAMME_CAVEAT,
    PROGRAMME_RULE,
    PROGRAMME_UNIVERSE,
    PROGRAMMES,
)

AXIS: Final = Axis.TRAINING
SENA_RULE: Final = Text(
    "Cuenta el dato del SENA. Por municipio lo tiene el SENA.",
    "The figure of SENA counts. SENA holds it by municipality.",
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    published(
        "personas_certificadas_competencias",
        AXIS,
        Better.HIGHER,
        replace(
            FLOW,
            groups=(Group.TOTAL, Group.VENEZUELAN, Group.HOST),
            by_sex=True,
            tolerance_years=5,
        ),
        Words(
            title=Text("Personas certificadas en competencias", "People with certified skills"),
            legend=Text("Personas certificadas", "People certified"),
            definition=Text(
                "Personas a las que se certificó lo que saben hacer (Saber Hacer Vale).",
                "People whose skills were certified (Saber Hacer Vale programme).",
            ),
            universe=Text(
                "Participantes del programa: migrantes venezolanos, retornados y colombianos.",
                "Participants of the programme: Venezuelans, returnees and Colombians.",
            ),
            source_rule=SENA_RULE,
            caveat=Text(
                "Las categorías publicadas no suman el total; 2021 y 2022 van juntos.",
                "The published categories do not add up to the total; 2021 and 2022 are together.",
            ),
            reference="Ministerio del Trabajo y SENA, Saber Hacer Vale",
        ),
    ),
    published(
        "certificados_formacion_sena",
        AXIS,
        Better.HIGHER,
        replace(FLOW, groups=VENEZUELANS, by_sex=True, tolerance_years=3),
        Words(
            title=Text("Certificados de formación del SENA", "SENA training certificates"),
            legend=Text("Certificados en el SENA", "Certified by SENA"),
            definition=Text(
                "Migrantes venezolanos que terminaron un curso complementario del SENA.",
                "Venezuelan migrants who completed a short course of SENA.",
            ),
            universe=Text(
                "Venezolanos matriculados en formación complementaria.",
                "Venezuelans enrolled in short courses.",
            ),
            source_rule=SENA_RULE,
            caveat=Text(
                "La nota no dice qué periodo cubre: queda fuera de mapas y series.",
                "The page does not say which period it covers: kept out of maps and series.",
            ),
            reference="SENA, formación complementaria",
        ),
    ),
    published(
        "personas_formadas_empleo",
        AXIS,
        Better.HIGHER,
        replace(PROGRAMME, groups=(Group.MIXED,), by_sex=True),
        Words(
            title=Text("Personas formadas para el empleo", "People trained for work"),
            legend=Text("Personas formadas", "People trained"),
            definition=Text(
                "Personas que un programa formó para conseguir trabajo.",
                "People whom a programme trained to find work.",
            ),
            universe=PROGRAMME_UNIVERSE,
            source_rule=PROGRAMME_RULE,
            caveat=PROGRAMME_CAVEAT,
            reference=PROGRAMMES,
        ),
    ),
    published(
        "emprendedores_certificados",
        AXIS,
        Better.HIGHER,
        PROGRAMME,
        Words(
            title=Text("Emprendedores certificados", "Certified entrepreneurs"),
            legend=Text("Emprendedores certificados", "Certified entrepreneurs"),
            definition=Text(
                "Personas que recibieron certificado de un curso de emprendimiento.",
                "People who received a certificate of a course in entrepreneurship.",
            ),
            universe=PROGRAMME_UNIVERSE,
            source_rule=PROGRAMME_RULE,
            caveat=PROGRAMME_CAVEAT,
            reference=PROGRAMMES,
        ),
    ),
    published(
        "titulo_sin_convalidar",
        AXIS,
        Better.LOWER,
        replace(PERCENTAGE, groups=VENEZUELANS),
        Words(
            title=Text("Títulos sin convalidar", "Degrees not recognised"),
            legend=Text("% sin título convalidado", "% with degree not recognised"),
            definition=Text(
                "De cada cien migrantes con título, cuántos no lo han convalidado en Colombia.",
                "Of every hundred migrants with a degree, how many have it not recognised.",
            ),
            universe=Text(
                "Migrantes venezolanos con título técnico o universitario.",
                "Venezuelan migrants with a technical or university degree.",
            ),
            source_rule=Text(
                "Cuenta la encuesta más reciente; el Ministerio de Educación tiene el registro.",
                "The latest survey counts; the Ministry of Education holds the register.",
            ),
            caveat=Text("Muestra y margen no vistos.", "Sample and margin were not seen."),
            reference="Observatorio Proyecto Migración Venezuela",
        ),
    ),
    published(
        "bajo_logro_educativo",
        AXIS,
        Better.LOWER,
        replace(PERCENTAGE, levels=DEPARTMENT_LEVELS),
        Words(
            title=Text("Hogares con bajo logro educativo", "Households with low schooling"),
            legend=Text("% de hogares", "% of households"),
            definition=Text(
                "De cada cien hogares, en cuántos los adultos no llegan en promedio a nueve años "
                "de educación.",
                "Of every hundred households, in how many the adults average under nine years of "
                "schooling.",
            ),
            universe=ECV_HOUSEHOLDS,
            source_rule=ECV_RULE,
            caveat=ECV_CAVEAT,
            reference=ECV,
        ),
    ),
)
