"""Which indicators stand for each axis: few, local, with a desirable end, and not twice the same.

Shares enter as they are. Counts enter per thousand of those whom they may reach.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from geodata.schema import Group
from indicators import units
from indicators.compute import per_thousand
from indicators.registry import INDICATORS
from indicators.spec import Axis, Indicator, Kind, Text, Unit
from indicators.templates import ANY_COUNT, total

MIGRANTS: Final = "poblacion_migrante_venezolana"
PEOPLE: Final = "poblacion"
WORKING_AGE: Final = "poblacion_edad_trabajar"

_OVER: Final[Mapping[str, tuple[Unit, Group | None]]] = MappingProxyType(
    {
        MIGRANTS: (units.PER_1000_MIGRANTS, Group.VENEZUELAN),
        PEOPLE: (units.PER_1000_INHABITANTS, None),
        WORKING_AGE: (units.PER_1000_WORKING_AGE, None),
    }
)


def relative(key: str, over: str) -> Indicator:
    """The count ``key`` per thousand of ``over``, in its default population group."""
    count, (unit, group) = INDICATORS[key], _OVER[over]
    whole = INDICATORS[over].title
    return replace(
        count,
        key=f"{key}_por_mil",
        kind=Kind.RATE,
        unit=unit,
        title=Text(f"{count.title.es}, {unit.symbol.es}", f"{count.title.en}, {unit.symbol.en}"),
        formula=Text(
            f"{count.title.es} ÷ {whole.es.lower()}, por mil.",
            f"{count.title.en} ÷ {whole.en.lower()}, times a thousand.",
        ),
        needs=(count.needs[0], total(over, group)),
        compute=per_thousand(key, over),
        valid_range=ANY_COUNT,
        decimals=1,
    )


ITEMS: Final[Mapping[Axis, tuple[Indicator, ...]]] = MappingProxyType(
    {
        Axis.REGULARISATION: (
            INDICATORS["participacion_irregular"],
            INDICATORS["porcentaje_con_ppt"],
            INDICATORS["sin_documento_regularizacion"],
        ),
        Axis.TRAINING: (
            relative("certificados_formacion_sena", MIGRANTS),
            relative("personas_formadas_empleo", MIGRANTS),
            relative("personas_certificadas_competencias", PEOPLE),
            INDICATORS["titulo_sin_convalidar"],
        ),
        Axis.EMPLOYMENT: (
            INDICATORS["tasa_desocupacion"],
            INDICATORS["tasa_informalidad"],
            INDICATORS["vacantes_por_mil"],
            relative("colocaciones", WORKING_AGE),
        ),
        Axis.ENTREPRENEURSHIP: (
            INDICATORS["unidades_por_mil_migrantes"],
            relative("empresas_creadas", PEOPLE),
            relative("empresas_canceladas", PEOPLE),
            relative("unidades_productivas_fortalecidas", MIGRANTS),
        ),
        Axis.FINANCIAL_INCLUSION: (
            INDICATORS["adultos_con_producto_financiero"],
            INDICATORS["dificultad_credito_formal"],
            relative("personas_vinculadas_servicios_financieros", MIGRANTS),
        ),
        Axis.SOCIAL_PROTECTION: (
            INDICATORS["afiliacion_salud"],
            INDICATORS["afiliacion_pension"],
            INDICATORS["tres_comidas_diarias"],
            relative("personas_atendidas_integrate", MIGRANTS),
        ),
        Axis.COHESION: (
            INDICATORS["se_ha_sentido_discriminado"],
            INDICATORS["migracion_efecto_negativo"],
            INDICATORS["puede_aportar_a_la_comunidad"],
            INDICATORS["rechazo_vecino_venezolano"],
        ),
    }
)
"""By axis, in the order of the regional strategy."""

PROVABLE: Final[Mapping[str, Indicator]] = MappingProxyType(
    {**{i.key: i for inside in ITEMS.values() for i in inside}, **INDICATORS}
)
"""Every indicator whose figures have a proof: those of the registry and those made for gaps."""
