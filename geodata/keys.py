"""What makes a row of a table the same row in another snapshot."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

KEYS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "territories": ("territory_code",),
        "observations": (
            *("territory_code", "indicator", "period", "sex", "population_group", "sector"),
            *("series", "source_id"),
        ),
        "places": ("id",),
        "results": (
            *("programme", "component", "indicator", "unit", "sex", "population_group"),
            *("period", "territory_code", "source_id"),
        ),
        "components": ("programme", "kind", "order"),
        "actors": (
            *("organisation", "kind", "programme", "axis", "territory_code", "period"),
            "source_id",
        ),
        "sources": ("source_id",),
        "domains": ("territory_code",),
    }
)
"""What makes a row the same row in another snapshot. Two publishers of one figure are two rows."""
