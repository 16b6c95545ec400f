"""Context: how many people live here. Poverty and living conditions are in ``pobreza``."""

from dataclasses import replace
from typing import Final

from geodata.schema import Group
from indicators import units
from indicators.compute import share_of_sum
from indicators.spec import Axis, Better, Indicator, Kind, Text, Window
from indicators.templates import (
    A_PERCENTAGE,
    PERCENTAGE,
    REGISTER_LEVELS,
    STOCK,
    Words,
    computed,
    published,
    total,
)
from indicators.wording import CENSUS, CENSUS_RULE

AXIS: Final = Axis.CONTEXT
RURAL: Final = "poblacion_rural"
URBAN: Final = "poblacion_cabecera"
CENSUS_REACH_YEARS: Final = 10
"""A census figure stands until the next census."""

FROM_CENSUS: Final = replace(
    PERCENTAGE,
    window=Window.STOCK,
    levels=REGISTER_LEVELS,
    tolerance_years=CENSUS_REACH_YEARS,
)
PROJECTIONS: Final = "DANE, proyecciones de población con base en el CNPV 2018"

_POPULATION: Final = published(
    "poblacion",
    AXIS,
    Better.NEITHER,
    replace(STOCK, tolerance_years=1),
    Words(
        title=Text("Población", "Population"),
        legend=Text("Habitantes", "Inhabitants"),
        definition=Text(
            "Personas que viven en el territorio, según las proyecciones del DANE.",
            "People who live in the territory, according to DANE's projections.",
        ),
        universe=Text("Todos los residentes.", "All residents."),
        source_rule=Text(
            "Una sola serie municipal 2018-2026; departamentos y nación son su suma.",
            "One municipal series, 2018-2026; departments and nation are its sums.",
        ),
        caveat=Text(
            "Proyección DANE, edición por confirmar. No se mezclan ediciones. Riosucio (27615) "
            "baja a la mitad en 2024 porque se separa 27493.",
            "DANE projection, edition to be confirmed. Editions are not mixed. Riosucio (27615) "
            "halves in 2024 because 27493 separates.",
        ),
        reference=PROJECTIONS,
    ),
)

_RURAL_SHARE: Final = computed(
    replace(
        _POPULATION,
        key="participacion_rural",
        kind=Kind.SHARE,
        unit=units.PERCENT,
        title=Text("Población rural (%)", "Rural population (%)"),
        legend=Text("% en zona rural", "% in rural areas"),
        definition=Text(
            "De cada cien habitantes, cuántos viven en centros poblados y zona rural dispersa.",
            "Of every hundred inhabitants, how many live in villages and the countryside.",
        ),
        source_rule=Text(
            "Cuenta la edición de 2023, por departamento; los dos términos son de esa edición. El "
            "DANE la tiene por municipio.",
            "The 2023 edition counts, by department; both terms are of that edition. DANE holds it "
            "by municipality.",
        ),
        caveat=Text(
            "Edición anterior a la serie municipal: sirve para la proporción, no para contar.",
            "An edition older than the municipal series: good for the share, not for counts.",
        ),
        valid_range=A_PERCENTAGE,
        decimals=1,
    ),
    Text(
        "Población rural ÷ (población rural + población en cabecera), por cien.",
        "Rural population ÷ (rural population + population in the seat), times a hundred.",
    ),
    (total(RURAL), total(URBAN)),
    share_of_sum(RURAL, URBAN),
)

INDICATORS: Final[tuple[Indicator, ...]] = (
    _POPULATION,
    published(
        "nacidos_en_el_exterior",
        AXIS,
        Better.NEITHER,
        replace(FROM_CENSUS, groups=(Group.FOREIGN_BORN,)),
        Words(
            title=Text("Nacidos en otro país (censo 2018)", "Born abroad (2018 census)"),
            legend=Text("% nacido en otro país", "% born abroad"),
            definition=Text(
                "De cada cien habitantes censados en 2018, cuántos nacieron en otro país.",
                "Of every hundred inhabitants counted in 2018, how many were born abroad.",
            ),
            universe=Text(
                "Personas censadas; cualquier país de nacimiento, no solo Venezuela.",
                "People counted in the census; any country of birth, not only Venezuela.",
            ),
            source_rule=CENSUS_RULE,
            caveat=Text(
                "La nota da 8,37 % para Arauca y también para Norte de Santander: una de las dos "
                "puede ser errata.",
                "The page gives 8.37 % for Arauca and also for Norte de Santander: one of the two "
                "may be a misprint.",
            ),
            reference=CENSUS,
        ),
    ),
    _RURAL_SHARE,
)
