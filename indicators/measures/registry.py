"""The one list of measures, in the order in which the method page tells of them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from indicators.measures.centres import PER_CENTRE, REACH
from indicators.measures.cohorts import COHORTS
from indicators.measures.execution import EXECUTION
from indicators.measures.growth import GROWTH, PART
from indicators.measures.labour_gap import LABOUR_GAP
from indicators.measures.spec import Measure
from indicators.measures.structure import HERFINDAHL, LOCATION_QUOTIENT, THEIL
from indicators.measures.survival import SURVIVAL

MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(
    {
        measure.key: measure
        for measure in (
            GROWTH,
            PART,
            LOCATION_QUOTIENT,
            HERFINDAHL,
            THEIL,
            LABOUR_GAP,
            SURVIVAL,
            COHORTS,
            REACH,
            PER_CENTRE,
            EXECUTION,
        )
    }
)
