"""The one list of indicators. Menus, legends, documents, downloads and tests all read it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from indicators import (
    cohesion,
    colocacion,
    contexto,
    demanda,
    educacion,
    empleo,
    emprendimiento,
    formacion,
    inclusion_financiera,
    oferta,
    pobreza,
    proteccion_social,
    registros,
    regularizacion,
    seguimiento,
    unidades,
)
from indicators.spec import Axis, Indicator

DEFAULT: Final = "migrantes_por_mil"
"""What the map shows first."""

MODULES: Final = (
    regularizacion,
    registros,
    formacion,
    empleo,
    demanda,
    colocacion,
    oferta,
    seguimiento,
    emprendimiento,
    unidades,
    inclusion_financiera,
    proteccion_social,
    educacion,
    cohesion,
    contexto,
    pobreza,
)
"""In the order of the axes; inside an axis the first entries are those shown first."""

UNPUBLISHED: Final = frozenset(
    need.key
    for module in (oferta, seguimiento, unidades)
    for i in module.INDICATORS
    for need in i.needs
)
"""Observation keys that no publication holds: they enter by import, or in the demonstration."""


def index_by_key(indicators: Iterable[Indicator]) -> Mapping[str, Indicator]:
    """Map key to indicator in the order of the axes.

    Raises:
        ValueError: two entries share a key.
    """
    axes = list(Axis)
    by_key: dict[str, Indicator] = {}
    for indicator in sorted(indicators, key=lambda entry: axes.index(entry.axis)):
        if indicator.key in by_key:
            raise ValueError(f"Two indicators share the key {indicator.key!r}.")
        by_key[indicator.key] = indicator
    return MappingProxyType(by_key)


INDICATORS: Final = index_by_key(entry for module in MODULES for entry in module.INDICATORS)
