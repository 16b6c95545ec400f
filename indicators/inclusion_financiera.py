"""Financial inclusion: who has a financial product, and how hard credit is to get."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators.spec import Axis, Better, Indicator, Text
from indicators.templates import (
    FLOW,
    PERCENTAGE,
    RECENT_ARRIVALS,
    SERVED_TOGETHER,
    STOCK,
    VENEZUELANS,
    Words,
    published,
)
from indicators.wording import (
    EPM,
    EPM_CAVEAT,
    EPM_RULE,
    PROGRAMME_CAVEAT,
    PROGRAMME_RULE,
    PROGRAMME_UNIVERSE,
    PROGRAMMES,
)

AXIS: Final = Axis.FINANCIAL_INCLUSION
BANKS: Final = "Asobancaria; Superintendencia Financiera; Banca de las Oportunidades"
BANK_RULE: Final = Text(
    "Cuenta la cifra más reciente del gremio o la Superintendencia. Por municipio la tiene Banca "
    "de las Oportunidades.",
    "The latest figure of the bank association or the regulator counts. Banca de las Oportunidades "
    "holds it by municipality.",
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    published(
        "migrantes_con_producto_financiero",
        AXIS,
        Better.HIGHER,
        replace(STOCK, groups=VENEZUELANS, by_sex=True, tolerance_years=3),
        Words(
            title=Text("Migrantes con producto financiero", "Migrants with a financial product"),
            legend=Text("Personas con producto", "People with a product"),
            definition=Text(
                "Migrantes venezolanos con al menos una cuenta, depósito o crédito formal.",
                "Venezuelan migrants with at least one formal account, deposit or loan.",
            ),
            universe=Text(
                "Venezolanos identificados con pasaporte, PEP o PPT ante una entidad vigilada.",
                "Venezuelans identified with passport, PEP or PPT at a supervised entity.",
            ),
            source_rule=BANK_RULE,
            caveat=Text(
                "Dos cifras de marzo de 2023 se contradicen (515.880 y 696.480): una puede contar "
                "productos y no personas.",
                "Two figures for March 2023 contradict each other (515,880 and 696,480): one may "
                "count products, not people.",
            ),
            reference=BANKS,
        ),
    ),
    published(
        "adultos_con_producto_financiero",
        AXIS,
        Better.HIGHER,
        replace(PERCENTAGE, groups=(Group.VENEZUELAN, Group.HOST)),
        Words(
            title=Text("Adultos con producto financiero", "Adults with a financial product"),
            legend=Text("% de adultos con producto", "% of adults with a product"),
            definition=Text(
                "De cada cien adultos, cuántos tienen al menos un producto financiero formal.",
                "Of every hundred adults, how many have at least one formal financial product.",
            ),
            universe=Text(
                "Adultos migrantes venezolanos y, para comparar, adultos colombianos.",
                "Adult Venezuelan migrants and, for comparison, adult Colombians.",
            ),
            source_rule=BANK_RULE,
            caveat=Text(
                "El año está por confirmar: queda fuera de mapas y series.",
                "The year is to be confirmed: kept out of maps and series.",
            ),
            reference=BANKS,
        ),
    ),
    published(
        "bancarizacion_sobre_rumv",
        AXIS,
        Better.HIGHER,
        replace(PERCENTAGE, groups=VENEZUELANS),
        Words(
            title=Text("Bancarización de inscritos en el RUMV", "Banked among those in the RUMV"),
            legend=Text("% bancarizado del RUMV", "% banked of the RUMV"),
            definition=Text(
                "De cada cien inscritos en el RUMV, cuántos tienen un producto financiero.",
                "Of every hundred people enrolled in the RUMV, how many have a financial product.",
            ),
            universe=Text("Venezolanos inscritos en el RUMV.", "Venezuelans enrolled in the RUMV."),
            source_rule=BANK_RULE,
            caveat=Text(
                "La base son los inscritos, no todos los residentes: no se compara con el "
                "porcentaje de adultos.",
                "The base is those enrolled, not all residents: not comparable with the percentage "
                "of adults.",
            ),
            reference=BANKS,
        ),
    ),
    published(
        "dificultad_credito_formal",
        AXIS,
        Better.LOWER,
        replace(PERCENTAGE, groups=RECENT_ARRIVALS, by_sex=True),
        Words(
            title=Text("Dificultad para obtener crédito formal", "Hard to get formal credit"),
            legend=Text("% con dificultad de crédito", "% who found credit hard to get"),
            definition=Text(
                "De cada cien migrantes que intentaron abrir un negocio, cuántos señalan la "
                "dificultad de obtener crédito formal.",
                "Of every hundred migrants who tried to start a business, how many name formal "
                "credit as a difficulty.",
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
    published(
        "personas_vinculadas_servicios_financieros",
        AXIS,
        Better.HIGHER,
        replace(FLOW, groups=SERVED_TOGETHER, by_sex=True, tolerance_years=3),
        Words(
            title=Text("Personas vinculadas por programas", "People linked by programmes"),
            legend=Text("Personas vinculadas", "People linked"),
            definition=Text(
                "Personas que un programa o una entidad vinculó a servicios financieros.",
                "People whom a programme or one entity linked to financial services.",
            ),
            universe=PROGRAMME_UNIVERSE,
            source_rule=PROGRAMME_RULE,
            caveat=PROGRAMME_CAVEAT,
            reference=PROGRAMMES,
        ),
    ),
)
