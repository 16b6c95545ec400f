"""How an entry of the registry is written: words, shape, and whether it is computed."""

import math
from dataclasses import dataclass, replace
from typing import Final

from geodata.schema import LOCAL_LEVELS, Group, Level
from indicators import units
from indicators.compute import observed
from indicators.spec import (
    Axis,
    Better,
    Compute,
    Indicator,
    Kind,
    Need,
    Text,
    Unit,
    Window,
)

AS_PUBLISHED: Final = Text(
    "Se muestra la cifra publicada, sin cálculo propio.",
    "The published figure is shown, without any calculation of ours.",
)

REGISTER_LEVELS: Final = (*LOCAL_LEVELS, Level.DEPARTMENT, Level.NATION)
SURVEY_LEVELS: Final = (*LOCAL_LEVELS, Level.SURVEY_DOMAIN, Level.DEPARTMENT, Level.NATION)
DEPARTMENT_LEVELS: Final = (Level.DEPARTMENT, Level.NATION)

ALL_PEOPLE: Final = (Group.TOTAL,)
VENEZUELANS: Final = (Group.VENEZUELAN,)
RECENT_ARRIVALS: Final = (Group.RECENT_VENEZUELAN,)
RETURNEES: Final = (Group.RETURNED,)
SERVED_TOGETHER: Final = (Group.MIXED, Group.VENEZUELAN)

ANY_COUNT: Final = (0.0, math.inf)
A_PERCENTAGE: Final = (0.0, 100.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Every sentence of an entry, in the two languages."""

    title: Text
    legend: Text
    definition: Text
    universe: Text
    source_rule: Text
    caveat: Text
    reference: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """What kind of number an entry holds, and where it may be shown."""

    kind: Kind
    window: Window
    unit: Unit
    valid_range: tuple[float, float]
    decimals: int = 0
    levels: tuple[Level, ...] = REGISTER_LEVELS
    groups: tuple[Group, ...] = ALL_PEOPLE
    by_sex: bool = False
    by_sector: bool = False
    tolerance_years: int = 2


STOCK: Final = Shape(
    kind=Kind.COUNT, window=Window.STOCK, unit=units.PERSONS, valid_range=ANY_COUNT
)
"""People in a register or census at a date."""

FLOW: Final = replace(STOCK, window=Window.FLOW)
"""People counted in a period."""

PROGRAMME: Final = replace(FLOW, levels=SURVEY_LEVELS, groups=SERVED_TOGETHER, tolerance_years=3)
"""People or units that a programme counts."""

PERCENTAGE: Final = Shape(
    kind=Kind.SHARE,
    window=Window.SURVEY_ROUND,
    unit=units.PERCENT,
    valid_range=A_PERCENTAGE,
    decimals=1,
    levels=SURVEY_LEVELS,
    tolerance_years=3,
)
"""A share that a survey publishes."""


def published(key: str, axis: Axis, better: Better, shape: Shape, words: Words) -> Indicator:
    """An entry that shows the observations of its own key."""
    return Indicator(
        key=key,
        axis=axis,
        kind=shape.kind,
        window=shape.window,
        unit=shape.unit,
        title=words.title,
        legend=words.legend,
        definition=words.definition,
        formula=AS_PUBLISHED,
        universe=words.universe,
        source_rule=words.source_rule,
        reference=words.reference,
        caveat=words.caveat,
        needs=(need(key, shape),),
        compute=observed(key),
        valid_range=shape.valid_range,
        better=better,
        decimals=shape.decimals,
        levels=shape.levels,
        groups=shape.groups,
        by_sex=shape.by_sex,
        by_sector=shape.by_sector,
        tolerance_years=shape.tolerance_years,
    )


def computed(
    entry: Indicator, formula: Text, needs: tuple[Need, ...], compute: Compute
) -> Indicator:
    """``entry`` with a formula of ours instead of its own observations."""
    return replace(entry, formula=formula, needs=needs, compute=compute)


def need(key: str, shape: Shape) -> Need:
    """Observations of ``key`` in the dimensions that ``shape`` lets the reader choose."""
    chosen = len(shape.groups) > 1
    follows = {"sex": shape.by_sex, "population_group": chosen, "sector": shape.by_sector}
    fixed = None if chosen or shape.groups == ALL_PEOPLE else shape.groups[0]
    return Need(key, keeps=tuple(name for name, kept in follows.items() if kept), group=fixed)


def total(key: str, group: Group | None = None) -> Need:
    """A denominator: always the same cell (everyone, or ``group``), whatever the reader chose."""
    return Need(key, keeps=(), group=group)
