"""Employment, second part: labour demand by sector, vacancies and placements."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators import units
from indicators.compute import per_thousand, share
from indicators.empleo import AXIS, WORKERS
from indicators.spec import Better, Indicator, Kind, Text
from indicators.templates import (
    A_PERCENTAGE,
    ANY_COUNT,
    PERCENTAGE,
    STOCK,
    SURVEY_LEVELS,
    Words,
    computed,
    need,
    published,
    total,
)
from indicators.wording import (
    GEIH,
    GEIH_CAVEAT,
    GEIH_RULE,
)

BY_BRANCH: Final = "ocupados_por_rama"
VACANCIES: Final = "vacantes"
WORKING_AGE_KEY: Final = "poblacion_edad_trabajar"

BRANCH_WORKERS: Final = replace(WORKERS, groups=(Group.TOTAL,), by_sector=True)
OPEN_VACANCIES: Final = replace(
    STOCK, unit=units.VACANCIES, levels=SURVEY_LEVELS, by_sector=True, tolerance_years=1
)
EMPLOYED_BY_BRANCH: Final = Text(
    "Personas ocupadas, según la rama de actividad de su trabajo (CIIU Rev. 4 A.C.).",
    "Employed people, by branch of activity of their job (CIIU Rev. 4 A.C.).",
)
BRANCH_CAVEAT: Final = Text(
    "La GEIH publica juntas algunas secciones (por ejemplo O, P y Q). Lo anterior al marco 2018 "
    "usa otra clasificación y queda fuera.",
    "The GEIH publishes some sections together (O, P and Q, for example). What precedes the 2018 "
    "frame uses another classification and is left out.",
)
VACANCY_CAVEAT: Final = Text(
    "Las vacantes por sector y municipio no están publicadas para la frontera. Una vacante "
    "registrada no es todo el empleo que se ofrece.",
    "Vacancies by sector and municipality are not published for the border. A registered vacancy "
    "is not all the work on offer.",
)
SPE: Final = "Unidad del Servicio Público de Empleo (SPE)"
SENA: Final = "SENA, Agencia Pública de Empleo"
SPE_RULE: Final = Text(
    "Cuenta la red del Servicio Público de Empleo. El detalle por municipio y sector lo tiene la "
    "Unidad del SPE y puede importarse.",
    "The network of the public employment service counts. Its unit holds the detail by "
    "municipality and sector, which can be imported.",
)
SENA_RULE: Final = Text(
    "Cuenta la Agencia Pública de Empleo del SENA; es una parte de la red del SPE.",
    "SENA's public employment agency counts; it is one part of the public network.",
)

_BY_BRANCH: Final = published(
    BY_BRANCH,
    AXIS,
    Better.NEITHER,
    BRANCH_WORKERS,
    Words(
        title=Text("Ocupados por rama de actividad", "Employed people by branch"),
        legend=Text("Ocupados en la rama", "Employed in the branch"),
        definition=Text(
            "Personas que trabajan en la rama elegida: dónde está hoy el empleo.",
            "People who work in the chosen branch: where the jobs are today.",
        ),
        universe=EMPLOYED_BY_BRANCH,
        source_rule=GEIH_RULE,
        caveat=BRANCH_CAVEAT,
        reference=GEIH,
    ),
)

_BRANCH_SHARE: Final = computed(
    replace(
        _BY_BRANCH,
        key="participacion_rama",
        kind=Kind.SHARE,
        unit=units.PERCENT,
        title=Text("Participación de la rama en el empleo", "Share of the branch in employment"),
        legend=Text("% de los ocupados", "% of the employed"),
        definition=Text(
            "De cada cien personas ocupadas, cuántas trabajan en la rama elegida.",
            "Of every hundred employed people, how many work in the chosen branch.",
        ),
        valid_range=A_PERCENTAGE,
        decimals=1,
    ),
    Text(
        "Ocupados en la rama ÷ ocupados del mismo dominio y año, por cien.",
        "Employed in the branch ÷ employed in the same domain and year, times a hundred.",
    ),
    (need(BY_BRANCH, BRANCH_WORKERS), total("ocupados")),
    share(BY_BRANCH, "ocupados"),
)

_VACANCIES: Final = published(
    VACANCIES,
    AXIS,
    Better.HIGHER,
    OPEN_VACANCIES,
    Words(
        title=Text("Vacantes abiertas", "Open vacancies"),
        legend=Text("Vacantes abiertas", "Open vacancies"),
        definition=Text(
            "Puestos de trabajo que las empresas tienen abiertos en el Servicio Público de Empleo.",
            "Jobs that firms have open in the public employment service.",
        ),
        universe=Text(
            "Vacantes registradas por cualquier prestador de la red del SPE, a una fecha.",
            "Vacancies registered by any provider of the public network, at a date.",
        ),
        source_rule=SPE_RULE,
        caveat=VACANCY_CAVEAT,
        reference=SPE,
    ),
)

_VACANCIES_PER_THOUSAND: Final = computed(
    replace(
        _VACANCIES,
        key="vacantes_por_mil",
        kind=Kind.RATE,
        unit=units.PER_1000_WORKING_AGE,
        title=Text("Vacantes por 1.000 en edad de trabajar", "Vacancies per 1,000 of working age"),
        legend=Text("Vacantes por mil", "Vacancies per thousand"),
        definition=Text(
            "Vacantes abiertas por cada mil personas en edad de trabajar.",
            "Open vacancies for every thousand people of working age.",
        ),
        valid_range=ANY_COUNT,
        decimals=1,
    ),
    Text(
        "Vacantes abiertas ÷ población en edad de trabajar del mismo dominio, por mil.",
        "Open vacancies ÷ working-age population of the same domain, times a thousand.",
    ),
    (need(VACANCIES, OPEN_VACANCIES), total(WORKING_AGE_KEY)),
    per_thousand(VACANCIES, WORKING_AGE_KEY),
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    _BY_BRANCH,
    _BRANCH_SHARE,
    _VACANCIES,
    _VACANCIES_PER_THOUSAND,
    published(
        "participacion_rama_publicada",
        AXIS,
        Better.NEITHER,
        replace(
            PERCENTAGE, groups=(Group.TOTAL, Group.VENEZUELAN), by_sector=True, tolerance_years=2
        ),
        Words(
            title=Text("Participación de la rama, publicada", "Share of the branch, as published"),
            legend=Text("% de los ocupados", "% of the employed"),
            definition=Text(
                "Porcentaje de ocupados en la rama, tal como lo da la fuente sin sus dos términos.",
                "Percentage employed in the branch, as the source gives it without its two terms.",
            ),
            universe=EMPLOYED_BY_BRANCH,
            source_rule=GEIH_RULE,
            caveat=GEIH_CAVEAT,
            reference=GEIH,
        ),
    ),
    published(
        "vacantes_ape_sena",
        AXIS,
        Better.HIGHER,
        replace(OPEN_VACANCIES, by_sector=False),
        Words(
            title=Text("Vacantes en la agencia del SENA", "Vacancies at SENA's agency"),
            legend=Text("Vacantes del SENA", "SENA vacancies"),
            definition=Text(
                "Vacantes que la Agencia Pública de Empleo del SENA tiene abiertas ese día.",
                "Vacancies open that day at SENA's public employment agency.",
            ),
            universe=Text(
                "Vacantes de un solo prestador, en una foto del día.",
                "Vacancies of one provider, a snapshot of the day.",
            ),
            source_rule=SENA_RULE,
            caveat=Text(
                "Foto de un día de un solo prestador: no es la demanda laboral del territorio.",
                "One day of one provider: not the labour demand of the territory.",
            ),
            reference=SENA,
        ),
    ),
    published(
        "vacantes_feria",
        AXIS,
        Better.HIGHER,
        replace(OPEN_VACANCIES, tolerance_years=0),
        Words(
            title=Text("Vacantes en ferias laborales", "Vacancies at job fairs"),
            legend=Text("Vacantes de feria", "Job fair vacancies"),
            definition=Text(
                "Vacantes que una feria o jornada de empleo anunció para un día.",
                "Vacancies that a job fair announced for one day.",
            ),
            universe=Text("Vacantes de un solo evento.", "Vacancies of one event."),
            source_rule=Text(
                "Se muestra cada feria con su fecha y su fuente.",
                "Each fair is shown with its date and source.",
            ),
            caveat=Text(
                "Un evento no es un registro: no se compara ni se suma entre territorios.",
                "An event is not a register: not compared or added up between territories.",
            ),
            reference="Prensa local; SENA",
        ),
    ),
)
