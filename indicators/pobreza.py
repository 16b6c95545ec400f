"""Context, second part: poverty, basic needs, housing, food and internet."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators.contexto import AXIS, FROM_CENSUS
from indicators.spec import Better, Indicator, Text
from indicators.templates import DEPARTMENT_LEVELS, PERCENTAGE, Words, published
from indicators.wording import (
    CENSUS,
    CENSUS_RULE,
    ECV,
    ECV_CAVEAT,
    ECV_HOUSEHOLDS,
    ECV_RULE,
)

DEPARTMENTAL: Final = replace(PERCENTAGE, levels=DEPARTMENT_LEVELS)
TWO_INDICES: Final = Text(
    "El IPM municipal del censo y el IPM de la encuesta son dos medidas: no se comparan.",
    "The municipal census index and the survey index are two measures: they are not compared.",
)
NBI_CAVEAT: Final = Text(
    "Copia de terceros, por verificar con el anexo del DANE.",
    "Third-party copy, to be checked against DANE's annex.",
)
NBI_PART_CAVEAT: Final = Text(
    "Copia de terceros con rótulos de zona inferidos: fuera de mapas y de comparaciones.",
    "Third-party copy with inferred area labels: kept out of maps and comparisons.",
)
UNMET: Final = Text(
    "De cada cien personas, cuántas tienen al menos una necesidad básica insatisfecha: vivienda, "
    "servicios, hacinamiento, escuela o dependencia económica.",
    "Of every hundred people, how many have at least one unmet basic need: housing, services, "
    "crowding, school or economic dependence.",
)
FOOD_SURVEYED: Final = Text(
    "Hogares encuestados por el PMA; en 2022 no se publicó qué departamentos cubre (n = 7.097).",
    "Households surveyed by WFP; in 2022 the departments covered were not published (n = 7,097).",
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    published(
        "ipm_municipal_censal",
        AXIS,
        Better.LOWER,
        FROM_CENSUS,
        Words(
            title=Text("Pobreza multidimensional (censo 2018)", "Multidimensional poverty, census"),
            legend=Text("% en pobreza, censo 2018", "% poor, 2018 census"),
            definition=Text(
                "De cada cien personas, cuántas viven en hogares pobres en varias dimensiones, "
                "según la medida municipal del censo.",
                "Of every hundred people, how many live in households poor in several dimensions, "
                "by the municipal census measure.",
            ),
            universe=Text("Personas censadas en 2018.", "People counted in 2018."),
            source_rule=CENSUS_RULE,
            caveat=TWO_INDICES,
            reference=CENSUS,
        ),
    ),
    published(
        "nbi",
        AXIS,
        Better.LOWER,
        FROM_CENSUS,
        Words(
            title=Text("Necesidades básicas insatisfechas (NBI)", "Unmet basic needs"),
            legend=Text("% con NBI", "% with unmet needs"),
            definition=UNMET,
            universe=Text("Personas censadas en 2018.", "People counted in 2018."),
            source_rule=CENSUS_RULE,
            caveat=NBI_CAVEAT,
            reference=CENSUS,
        ),
    ),
    published(
        "nbi_cabecera",
        AXIS,
        Better.LOWER,
        FROM_CENSUS,
        Words(
            title=Text("NBI en la cabecera", "Unmet basic needs in the seat"),
            legend=Text("% con NBI en cabecera", "% with unmet needs, seat"),
            definition=UNMET,
            universe=Text(
                "Personas censadas en la cabecera municipal.", "People counted in the main town."
            ),
            source_rule=CENSUS_RULE,
            caveat=NBI_PART_CAVEAT,
            reference=CENSUS,
        ),
    ),
    published(
        "nbi_rural",
        AXIS,
        Better.LOWER,
        FROM_CENSUS,
        Words(
            title=Text("NBI en la zona rural", "Unmet basic needs, rural area"),
            legend=Text("% con NBI en zona rural", "% with unmet needs, rural"),
            definition=UNMET,
            universe=Text(
                "Personas censadas en centros poblados y zona rural dispersa.",
                "People counted in villages and the countryside.",
            ),
            source_rule=CENSUS_RULE,
            caveat=NBI_PART_CAVEAT,
            reference=CENSUS,
        ),
    ),
    published(
        "ipm",
        AXIS,
        Better.LOWER,
        DEPARTMENTAL,
        Words(
            title=Text("Pobreza multidimensional (encuesta)", "Multidimensional poverty, survey"),
            legend=Text("% en pobreza, encuesta", "% poor, survey"),
            definition=Text(
                "De cada cien personas, cuántas viven en hogares pobres en varias dimensiones, "
                "según la encuesta de calidad de vida.",
                "Of every hundred people, how many live in households poor in several dimensions, "
                "by the quality of life survey.",
            ),
            universe=Text("Personas del departamento.", "People of the department."),
            source_rule=ECV_RULE,
            caveat=TWO_INDICES,
            reference=ECV,
        ),
    ),
    published(
        "pobreza_monetaria",
        AXIS,
        Better.LOWER,
        replace(PERCENTAGE, groups=(Group.TOTAL, Group.VENEZUELAN)),
        Words(
            title=Text("Pobreza monetaria", "Monetary poverty"),
            legend=Text("% en pobreza monetaria", "% in monetary poverty"),
            definition=Text(
                "De cada cien personas, cuántas tienen un ingreso por debajo de la línea de "
                "pobreza.",
                "Of every hundred people, how many have an income below the poverty line.",
            ),
            universe=Text("Personas del dominio de la GEIH.", "People of the GEIH domain."),
            source_rule=Text(
                "Cuenta la medición más reciente del mismo ámbito.",
                "The latest measure of the domain counts.",
            ),
            caveat=Text(
                "Las cifras de Cúcuta A.M. usan la línea publicada en 2020, por confirmar: no se "
                "comparan con mediciones posteriores.",
                "The figures of Cúcuta A.M. use the line published in 2020, to be confirmed: not "
                "compared with later measures.",
            ),
            reference="DANE, pobreza monetaria (GEIH)",
        ),
    ),
    published(
        "inseguridad_alimentaria_pma",
        AXIS,
        Better.LOWER,
        replace(PERCENTAGE, groups=(Group.VENEZUELAN, Group.RETURNED, Group.HOST)),
        Words(
            title=Text("Inseguridad alimentaria (PMA)", "Food insecurity (WFP)"),
            legend=Text("% en inseguridad alimentaria", "% food insecure"),
            definition=Text(
                "De cada cien personas del grupo, cuántas no tienen acceso seguro a alimentos, "
                "según el método CARI del PMA.",
                "Of every hundred people of the group, how many lack secure access to food, by the "
                "CARI method of WFP.",
            ),
            universe=FOOD_SURVEYED,
            source_rule=Text(
                "Se muestra cada ronda del PMA con su ámbito.",
                "Each WFP round is shown with its scope.",
            ),
            caveat=Text(
                "2019 cubre cinco departamentos fronterizos; 2022, otro conjunto: no se unen.",
                "2019 covers five border departments; 2022 another set: they are not joined.",
            ),
            reference="Programa Mundial de Alimentos (PMA)",
        ),
    ),
    published(
        "inseguridad_alimentaria_dane",
        AXIS,
        Better.LOWER,
        DEPARTMENTAL,
        Words(
            title=Text("Inseguridad alimentaria (DANE)", "Food insecurity (DANE)"),
            legend=Text("% moderada o grave", "% moderate or severe"),
            definition=Text(
                "De cada cien hogares, cuántos tienen inseguridad alimentaria moderada o grave.",
                "Of every hundred households, how many are moderately or severely food insecure.",
            ),
            universe=ECV_HOUSEHOLDS,
            source_rule=ECV_RULE,
            caveat=Text(
                "Leído en titulares; el nivel (moderada o grave) está por confirmar.",
                "Read in headlines; the level (moderate or severe) is to be confirmed.",
            ),
            reference="DANE, escala FIES (ECV)",
        ),
    ),
    published(
        "hacinamiento_critico",
        AXIS,
        Better.LOWER,
        DEPARTMENTAL,
        Words(
            title=Text("Hacinamiento crítico", "Critical overcrowding"),
            legend=Text("% de hogares", "% of households"),
            definition=Text(
                "De cada cien hogares, cuántos tienen demasiadas personas por cuarto (tres o más "
                "en lo urbano; más de tres en lo rural).",
                "Of every hundred households, how many have too many people per bedroom (three or "
                "more in towns; over three in the countryside).",
            ),
            universe=ECV_HOUSEHOLDS,
            source_rule=ECV_RULE,
            caveat=ECV_CAVEAT,
            reference=ECV,
        ),
    ),
    published(
        "sin_agua_mejorada",
        AXIS,
        Better.LOWER,
        DEPARTMENTAL,
        Words(
            title=Text("Hogares sin fuente de agua mejorada", "Households without safe water"),
            legend=Text("% de hogares", "% of households"),
            definition=Text(
                "De cada cien hogares, cuántos no tienen acueducto o fuente de agua mejorada.",
                "Of every hundred households, how many have no piped or improved water source.",
            ),
            universe=ECV_HOUSEHOLDS,
            source_rule=ECV_RULE,
            caveat=ECV_CAVEAT,
            reference=ECV,
        ),
    ),
    published(
        "hogares_con_internet",
        AXIS,
        Better.HIGHER,
        DEPARTMENTAL,
        Words(
            title=Text("Hogares con internet", "Households with internet"),
            legend=Text("% de hogares", "% of households"),
            definition=Text(
                "De cada cien hogares, cuántos tienen conexión a internet, fija o móvil.",
                "Of every hundred households, how many have internet, fixed or mobile.",
            ),
            universe=ECV_HOUSEHOLDS,
            source_rule=ECV_RULE,
            caveat=Text(
                "Años distintos por departamento; Arauca no tiene fecha.",
                "Different years by department; Arauca has no date.",
            ),
            reference="DANE, ENTIC Hogares y ECV",
        ),
    ),
)
