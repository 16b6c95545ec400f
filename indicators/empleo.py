"""Employment: what the household survey says of work. Demand for labour is in ``demanda``."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators.spec import Axis, Better, Indicator, Kind, Text, Window
from indicators.templates import (
    DEPARTMENT_LEVELS,
    PERCENTAGE,
    RECENT_ARRIVALS,
    STOCK,
    SURVEY_LEVELS,
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
    GEIH,
    GEIH_CAVEAT,
    GEIH_RULE,
    WORKING_AGE,
)

AXIS: Final = Axis.EMPLOYMENT
COMPARED_GROUPS: Final = (
    Group.TOTAL,
    Group.VENEZUELAN,
    Group.RECENT_VENEZUELAN,
    Group.NON_MIGRANT,
)
RATE: Final = replace(
    PERCENTAGE,
    kind=Kind.RATE,
    window=Window.LABOUR_SURVEY,
    groups=COMPARED_GROUPS,
    by_sex=True,
    tolerance_years=1,
)
WORKERS: Final = replace(
    STOCK,
    window=Window.LABOUR_SURVEY,
    levels=SURVEY_LEVELS,
    groups=(Group.TOTAL, Group.RECENT_VENEZUELAN),
    tolerance_years=1,
)
LABOUR_FORCE: Final = Text(
    "Personas que trabajan o buscan trabajo.", "People who work or look for work."
)
EMPLOYED: Final = Text("Personas ocupadas.", "Employed people.")
INFORMALITY_BREAK: Final = Text(
    "El DANE cambió la definición de informalidad con el marco 2018: lo anterior a 2021 es otra "
    "serie. No se comparan ventanas distintas.",
    "DANE changed the definition of informality with the 2018 frame: what is before 2021 is "
    "another series. Different windows are not compared.",
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    published(
        "tasa_desocupacion",
        AXIS,
        Better.LOWER,
        RATE,
        Words(
            title=Text("Tasa de desocupación (TD)", "Unemployment rate"),
            legend=Text("Desocupación (%)", "Unemployment (%)"),
            definition=Text(
                "De cada cien personas que trabajan o buscan trabajo, cuántas no lo encuentran.",
                "Of every hundred people who work or look for work, how many do not find it.",
            ),
            universe=LABOUR_FORCE,
            source_rule=GEIH_RULE,
            caveat=GEIH_CAVEAT,
            reference=GEIH,
        ),
    ),
    published(
        "tasa_informalidad",
        AXIS,
        Better.LOWER,
        RATE,
        Words(
            title=Text("Tasa de informalidad", "Informality rate"),
            legend=Text("Informalidad (%)", "Informality (%)"),
            definition=Text(
                "De cada cien personas ocupadas, cuántas tienen un trabajo informal.",
                "Of every hundred employed people, how many have an informal job.",
            ),
            universe=EMPLOYED,
            source_rule=GEIH_RULE,
            caveat=INFORMALITY_BREAK,
            reference=GEIH,
        ),
    ),
    published(
        "tasa_ocupacion",
        AXIS,
        Better.HIGHER,
        RATE,
        Words(
            title=Text("Tasa de ocupación (TO)", "Employment rate"),
            legend=Text("Ocupación (%)", "Employment (%)"),
            definition=Text(
                "De cada cien personas en edad de trabajar, cuántas trabajan.",
                "Of every hundred people of working age, how many work.",
            ),
            universe=WORKING_AGE,
            source_rule=GEIH_RULE,
            caveat=GEIH_CAVEAT,
            reference=GEIH,
        ),
    ),
    published(
        "tasa_global_participacion",
        AXIS,
        Better.NEITHER,
        RATE,
        Words(
            title=Text("Tasa global de participación (TGP)", "Labour force participation"),
            legend=Text("Participación laboral (%)", "Participation (%)"),
            definition=Text(
                "De cada cien personas en edad de trabajar, cuántas trabajan o buscan trabajo.",
                "Of every hundred people of working age, how many work or look for work.",
            ),
            universe=WORKING_AGE,
            source_rule=GEIH_RULE,
            caveat=GEIH_CAVEAT,
            reference=GEIH,
        ),
    ),
    published(
        "tasa_desocupacion_juvenil",
        AXIS,
        Better.LOWER,
        replace(RATE, groups=(Group.TOTAL,)),
        Words(
            title=Text("Tasa de desocupación juvenil", "Youth unemployment rate"),
            legend=Text("Desocupación juvenil (%)", "Youth unemployment (%)"),
            definition=Text(
                "De cada cien jóvenes que trabajan o buscan trabajo, cuántos no lo encuentran.",
                "Of every hundred young people who work or look for work, how many do not find it.",
            ),
            universe=Text(
                "Jóvenes de 15 a 28 años que trabajan o buscan trabajo.",
                "People aged 15 to 28 who work or look for work.",
            ),
            source_rule=GEIH_RULE,
            caveat=GEIH_CAVEAT,
            reference=GEIH,
        ),
    ),
    published(
        "ocupados",
        AXIS,
        Better.NEITHER,
        WORKERS,
        Words(
            title=Text("Personas ocupadas", "Employed people"),
            legend=Text("Personas ocupadas", "Employed people"),
            definition=Text(
                "Personas que trabajaron al menos una hora en la semana de referencia.",
                "People who worked at least one hour in the reference week.",
            ),
            universe=WORKING_AGE,
            source_rule=GEIH_RULE,
            caveat=GEIH_CAVEAT,
            reference=GEIH,
        ),
    ),
    published(
        "desocupados",
        AXIS,
        Better.LOWER,
        WORKERS,
        Words(
            title=Text("Personas desocupadas", "Unemployed people"),
            legend=Text("Personas desocupadas", "Unemployed people"),
            definition=Text(
                "Personas sin trabajo que lo buscan y podrían empezar de inmediato.",
                "People without work who look for it and could start at once.",
            ),
            universe=LABOUR_FORCE,
            source_rule=GEIH_RULE,
            caveat=GEIH_CAVEAT,
            reference=GEIH,
        ),
    ),
    published(
        "poblacion_edad_trabajar",
        AXIS,
        Better.NEITHER,
        replace(WORKERS, groups=(Group.TOTAL,), tolerance_years=3),
        Words(
            title=Text("Población en edad de trabajar", "Working-age population"),
            legend=Text("En edad de trabajar", "Of working age"),
            definition=Text(
                "Personas en edad de trabajar; es la base de las vacantes por mil.",
                "People of working age; the base of vacancies per thousand.",
            ),
            universe=WORKING_AGE,
            source_rule=GEIH_RULE,
            caveat=GEIH_CAVEAT,
            reference=GEIH,
        ),
    ),
    published(
        "trabajando_actividad_principal",
        AXIS,
        Better.HIGHER,
        replace(PERCENTAGE, groups=RECENT_ARRIVALS, by_sex=True),
        Words(
            title=Text("Migrantes recientes que trabajan", "Recent migrants who work"),
            legend=Text("% que trabaja", "% who work"),
            definition=Text(
                "De cada cien migrantes recientes, cuántos dicen que su actividad principal es "
                "trabajar.",
                "Of every hundred recent migrants, how many say that work is their main activity.",
            ),
            universe=EPM_UNIVERSE,
            source_rule=EPM_RULE,
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
    published(
        "dificultad_conseguir_trabajo",
        AXIS,
        Better.LOWER,
        replace(PERCENTAGE, groups=RECENT_ARRIVALS, by_sex=True),
        Words(
            title=Text("Dificultad para conseguir trabajo", "Difficulty finding work"),
            legend=Text("% con dificultad", "% with difficulty"),
            definition=Text(
                "De cada cien migrantes recientes, cuántos tuvieron dificultad para conseguir "
                "un trabajo pago.",
                "Of every hundred recent migrants, how many had difficulty finding paid work.",
            ),
            universe=EPM_UNIVERSE,
            source_rule=EPM_RULE,
            caveat=EPM_CAVEAT,
            reference=EPM,
        ),
    ),
    published(
        "hogares_con_trabajo_informal",
        AXIS,
        Better.LOWER,
        replace(PERCENTAGE, levels=DEPARTMENT_LEVELS),
        Words(
            title=Text("Hogares con trabajo informal", "Households with informal work"),
            legend=Text("% de hogares", "% of households"),
            definition=Text(
                "De cada cien hogares, en cuántos trabaja alguien sin afiliación a pensiones.",
                "Of every hundred households, in how many someone works without a pension scheme.",
            ),
            universe=ECV_HOUSEHOLDS,
            source_rule=ECV_RULE,
            caveat=ECV_CAVEAT,
            reference=ECV,
        ),
    ),
    published(
        "desempleo_larga_duracion",
        AXIS,
        Better.LOWER,
        replace(PERCENTAGE, levels=DEPARTMENT_LEVELS),
        Words(
            title=Text("Hogares con desempleo largo", "Households in long unemployment"),
            legend=Text("% de hogares", "% of households"),
            definition=Text(
                "De cada cien hogares, en cuántos alguien lleva más de doce meses sin trabajo.",
                "Of every hundred households, in how many someone has been out of work for over "
                "twelve months.",
            ),
            universe=ECV_HOUSEHOLDS,
            source_rule=ECV_RULE,
            caveat=ECV_CAVEAT,
            reference=ECV,
        ),
    ),
)
