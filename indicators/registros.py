"""Regularisation, second part: registers, permits issued and returned Colombians."""

from dataclasses import replace
from typing import Final

from indicators.regularizacion import AXIS, NATIONAL_ONLY, PEOPLE, PEOPLE_BY_SEX, PERMITS
from indicators.spec import Better, Indicator, Text
from indicators.templates import RETURNEES, STOCK, Words, published

RETURNED: Final = replace(STOCK, groups=RETURNEES, by_sex=True, tolerance_years=3)
TWO_CONCEPTS: Final = Text(
    "El registro y las estimaciones difieren hasta cuarenta veces: son dos conceptos y no se "
    "mezclan.",
    "The register and the estimates differ up to forty-fold: they are two concepts and are not "
    "mixed.",
)
PERMIT_SOURCE: Final = "Migración Colombia, Estatuto Temporal de Protección (ETPV)"

INDICATORS: Final[tuple[Indicator, ...]] = (
    published(
        "registrados_rumv",
        AXIS,
        Better.HIGHER,
        PEOPLE,
        Words(
            title=Text("Inscritos en el RUMV (ETPV)", "Enrolled in the RUMV (ETPV)"),
            legend=Text("Inscritos en el RUMV", "Enrolled in the RUMV"),
            definition=Text(
                "Personas inscritas en el Registro Único de Migrantes Venezolanos, primer paso "
                "para obtener el PPT.",
                "People enrolled in the single register of Venezuelan migrants, the first step "
                "towards the PPT.",
            ),
            universe=PERMITS,
            source_rule=NATIONAL_ONLY,
            caveat=Text(
                "Inscribirse no es tener el permiso, y el registro no cuenta a todos los "
                "residentes.",
                "Enrolment is not the permit, and the register does not count every resident.",
            ),
            reference=PERMIT_SOURCE,
        ),
    ),
    published(
        "ppt_autorizados",
        AXIS,
        Better.HIGHER,
        PEOPLE,
        Words(
            title=Text("PPT autorizados", "PPT authorised"),
            legend=Text("PPT autorizados", "PPT authorised"),
            definition=Text(
                "Permisos por Protección Temporal que la autoridad aprobó, acumulados.",
                "Temporary protection permits approved by the authority, cumulative.",
            ),
            universe=PERMITS,
            source_rule=NATIONAL_ONLY,
            caveat=Text(
                "Autorizado no es entregado: hay permisos impresos que nadie ha reclamado.",
                "Authorised is not delivered: some printed permits have not been collected.",
            ),
            reference=PERMIT_SOURCE,
        ),
    ),
    published(
        "ppt_entregados",
        AXIS,
        Better.HIGHER,
        PEOPLE,
        Words(
            title=Text("PPT entregados", "PPT delivered"),
            legend=Text("PPT entregados", "PPT delivered"),
            definition=Text(
                "Permisos por Protección Temporal que las personas ya recibieron, acumulados.",
                "Temporary protection permits that people have received, cumulative.",
            ),
            universe=PERMITS,
            source_rule=NATIONAL_ONLY,
            caveat=Text(
                "Es un acumulado: no descuenta permisos cancelados ni personas que se fueron.",
                "Cumulative: it does not subtract cancelled permits or people who left.",
            ),
            reference=PERMIT_SOURCE,
        ),
    ),
    published(
        "titulares_pep",
        AXIS,
        Better.NEITHER,
        PEOPLE,
        Words(
            title=Text("Titulares del PEP (hasta 2021)", "PEP holders (to 2021)"),
            legend=Text("Titulares del PEP", "PEP holders"),
            definition=Text(
                "Personas con Permiso Especial de Permanencia, el permiso anterior al ETPV.",
                "People with the special stay permit (PEP), the permit before the ETPV.",
            ),
            universe=Text(
                "Venezolanos que pidieron el PEP entre 2017 y 2021.",
                "Venezuelans who applied for the PEP between 2017 and 2021.",
            ),
            source_rule=NATIONAL_ONLY,
            caveat=Text(
                "El PEP perdió vigencia con el ETPV: no se une con los permisos PPT.",
                "The PEP lapsed with the ETPV: it is not joined with the PPT.",
            ),
            reference="Migración Colombia, Permiso Especial de Permanencia",
        ),
    ),
    published(
        "registrados_ramv",
        AXIS,
        Better.NEITHER,
        replace(PEOPLE_BY_SEX, tolerance_years=0),
        Words(
            title=Text("Inscritos en el RAMV (2018)", "Enrolled in the RAMV (2018)"),
            legend=Text("Inscritos en el RAMV", "Enrolled in the RAMV"),
            definition=Text(
                "Personas inscritas en el Registro Administrativo de Migrantes Venezolanos, que se "
                "hizo entre abril y junio de 2018.",
                "People enrolled in the administrative register of Venezuelan migrants held "
                "between April and June 2018.",
            ),
            universe=Text(
                "Venezolanos en situación irregular que acudieron a registrarse en 2018.",
                "Venezuelans in irregular status who came to register in 2018.",
            ),
            source_rule=Text(
                "Cuenta el conteo final; los parciales de mayo de 2018 se muestran aparte.",
                "The final count stands; the partial ones of May 2018 are shown separately.",
            ),
            caveat=Text(
                "Registro voluntario y de una sola vez: no es el total de residentes.",
                "Voluntary and one-off: it is not the number of residents.",
            ),
            reference="UNGRD, Registro Administrativo de Migrantes Venezolanos (2018)",
        ),
    ),
    published(
        "poblacion_retornada_registro",
        AXIS,
        Better.NEITHER,
        RETURNED,
        Words(
            title=Text("Población retornada (registro)", "Returned Colombians (register)"),
            legend=Text("Retornados en el registro", "Returnees in the register"),
            definition=Text(
                "Colombianos inscritos en el registro único de retornados (Ley 1565 de 2012).",
                "Colombians enrolled in the register of returnees (Law 1565 of 2012).",
            ),
            universe=Text(
                "Colombianos que volvieron y pidieron la inscripción; cualquier país de origen.",
                "Colombians who came back and asked to be enrolled, from any country.",
            ),
            source_rule=Text(
                "Cuenta el registro oficial, acumulado. Por municipio lo tiene la Cancillería.",
                "The official register counts, cumulative. The Foreign Ministry holds it by "
                "municipality.",
            ),
            caveat=TWO_CONCEPTS,
            reference="Cancillería, Registro Único de Retornados; DNP",
        ),
    ),
    published(
        "poblacion_retornada_estimada",
        AXIS,
        Better.NEITHER,
        replace(RETURNED, by_sex=False),
        Words(
            title=Text("Población retornada (estimación)", "Returned Colombians (estimate)"),
            legend=Text("Retornados, estimación", "Returnees, estimate"),
            definition=Text(
                "Colombianos y binacionales que volvieron desde Venezuela, según estimaciones.",
                "Colombians and dual nationals back from Venezuela, according to estimates.",
            ),
            universe=Text(
                "Colombianos retornados desde Venezuela, inscritos o no.",
                "Colombians returned from Venezuela, enrolled or not.",
            ),
            source_rule=Text(
                "Se muestran todas las estimaciones, cada una con su fuente.",
                "All estimates are shown, each with its source.",
            ),
            caveat=TWO_CONCEPTS,
            reference="R4V; ACNUR; prensa",
        ),
    ),
)
