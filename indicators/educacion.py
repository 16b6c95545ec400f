"""Social protection, second part: access to school."""

from dataclasses import replace
from typing import Final

from indicators import units
from indicators.compute import share
from indicators.proteccion_social import AXIS, HOUSEHOLD_GAP
from indicators.spec import Better, Indicator, Kind, Text
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
from indicators.wording import ECV, ECV_CAVEAT, ECV_HOUSEHOLDS, ECV_RULE

VENEZUELAN_PUPILS: Final = "matricula_estudiantes_venezolanos"
ALL_PUPILS: Final = "matricula_total"

ENROLMENT: Final = replace(STOCK, unit=units.STUDENTS, levels=SURVEY_LEVELS, tolerance_years=3)
VENEZUELAN_ENROLMENT: Final = replace(ENROLMENT, groups=VENEZUELANS)
SCHOOLS: Final = "Ministerio de Educación (SIMAT); secretarías de educación; LEE Javeriana"
SCHOOL_RULE: Final = Text(
    "Cuenta el SIMAT o la secretaría de educación más reciente. El SIMAT lo tiene por municipio.",
    "The latest SIMAT or education office figure counts. SIMAT holds it by municipality.",
)
SCHOOL_CAVEAT: Final = Text(
    "Algunas cifras incluyen niños que viven en Venezuela y cruzan a diario; en Cúcuta hay cifras "
    "en conflicto para 2017 y 2018. La secretaría departamental no incluye a Cúcuta.",
    "Some figures include children who live in Venezuela and cross daily; for Cúcuta the figures "
    "of 2017 and 2018 conflict. The departmental office does not include Cúcuta.",
)

_VENEZUELAN: Final = published(
    VENEZUELAN_PUPILS,
    AXIS,
    Better.HIGHER,
    VENEZUELAN_ENROLMENT,
    Words(
        title=Text("Estudiantes venezolanos matriculados", "Venezuelan students enrolled"),
        legend=Text("Estudiantes venezolanos", "Venezuelan students"),
        definition=Text(
            "Niños, niñas y adolescentes venezolanos matriculados en preescolar, básica y media.",
            "Venezuelan children and adolescents enrolled in school.",
        ),
        universe=Text(
            "Matrícula oficial y privada reportada en el SIMAT.",
            "Public and private enrolment reported in SIMAT.",
        ),
        source_rule=SCHOOL_RULE,
        caveat=SCHOOL_CAVEAT,
        reference=SCHOOLS,
    ),
)

_SHARE: Final = computed(
    replace(
        _VENEZUELAN,
        key="participacion_matricula_venezolana",
        kind=Kind.SHARE,
        unit=units.PERCENT,
        title=Text("Participación venezolana en la matrícula", "Venezuelan share of enrolment"),
        legend=Text("% de la matrícula", "% of enrolment"),
        definition=Text(
            "De cada cien estudiantes matriculados, cuántos son venezolanos.",
            "Of every hundred students enrolled, how many are Venezuelan.",
        ),
        valid_range=A_PERCENTAGE,
        decimals=1,
        better=Better.NEITHER,
    ),
    Text(
        "Estudiantes venezolanos ÷ matrícula total del mismo año, por cien.",
        "Venezuelan students ÷ total enrolment of the same year, times a hundred.",
    ),
    (need(VENEZUELAN_PUPILS, VENEZUELAN_ENROLMENT), total(ALL_PUPILS)),
    share(VENEZUELAN_PUPILS, ALL_PUPILS),
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    _VENEZUELAN,
    _SHARE,
    published(
        "participacion_matricula_publicada",
        AXIS,
        Better.NEITHER,
        replace(PERCENTAGE, groups=VENEZUELANS),
        Words(
            title=Text("Participación en la matrícula, publicada", "Share, as published"),
            legend=Text("% de la matrícula", "% of enrolment"),
            definition=Text(
                "Porcentaje de estudiantes venezolanos tal como lo da la fuente.",
                "Percentage of Venezuelan students as the source gives it.",
            ),
            universe=Text("Matrícula del territorio.", "Enrolment of the territory."),
            source_rule=SCHOOL_RULE,
            caveat=SCHOOL_CAVEAT,
            reference=SCHOOLS,
        ),
    ),
    published(
        ALL_PUPILS,
        AXIS,
        Better.NEITHER,
        ENROLMENT,
        Words(
            title=Text("Matrícula escolar total", "Total school enrolment"),
            legend=Text("Estudiantes matriculados", "Students enrolled"),
            definition=Text(
                "Estudiantes matriculados, de cualquier nacionalidad.",
                "Students enrolled, of any nationality.",
            ),
            universe=Text("Matrícula del territorio.", "Enrolment of the territory."),
            source_rule=SCHOOL_RULE,
            caveat=Text(
                "En Arauca 2025 los municipios suman 56.235 y el departamento publica 56.225.",
                "In Arauca 2025 the municipalities add up to 56,235 and the department publishes "
                "56,225.",
            ),
            reference=SCHOOLS,
        ),
    ),
    published(
        "avance_matricula",
        AXIS,
        Better.HIGHER,
        replace(PERCENTAGE, levels=REGISTER_LEVELS, decimals=0, tolerance_years=1),
        Words(
            title=Text("Avance de la matrícula", "Progress of enrolment"),
            legend=Text("% de la meta de matrícula", "% of the enrolment target"),
            definition=Text(
                "De cada cien estudiantes que el departamento esperaba, cuántos se matricularon.",
                "Of every hundred students the department expected, how many enrolled.",
            ),
            universe=Text(
                "Todos los estudiantes esperados por la secretaría de educación.",
                "All students expected by the education office.",
            ),
            source_rule=SCHOOL_RULE,
            caveat=Text(
                "Publicado solo para Arauca en 2025.", "Published only for Arauca in 2025."
            ),
            reference="Secretaría de Educación de Arauca",
        ),
    ),
    published(
        "inasistencia_escolar",
        AXIS,
        Better.LOWER,
        HOUSEHOLD_GAP,
        Words(
            title=Text("Hogares con inasistencia escolar", "Households, child out of school"),
            legend=Text("% de hogares", "% of households"),
            definition=Text(
                "De cada cien hogares, en cuántos algún menor de 6 a 16 años no asiste a la "
                "escuela.",
                "Of every hundred households, in how many a child aged 6 to 16 is out of school.",
            ),
            universe=ECV_HOUSEHOLDS,
            source_rule=ECV_RULE,
            caveat=ECV_CAVEAT,
            reference=ECV,
        ),
    ),
)
