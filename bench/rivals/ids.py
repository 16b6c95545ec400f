"""Ids of the rivals' pages, shared with the code that drives them."""

from typing import Final

PERIOD: Final = "period"
INDICATOR: Final = "indicator"
GRAPH: Final = "graph"
SWATCH: Final = "swatch"
