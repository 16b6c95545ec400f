"""Cells that are spoiled on purpose, so that each of the six states can be seen."""

from enum import IntEnum, unique
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.demo.plan import YEARS
from indicators.demo.rules import PEOPLE, UNITS
from indicators.demo.world import World, stream

SUPPRESSED_SHARE: Final = 0.02
UNRELIABLE_SHARE: Final = 0.02
NOT_APPLICABLE_SHARE: Final = 0.005
"""Territories where the question makes no sense, in any year."""

ABSENT_SHARE: Final = 0.04
"""No row for the year: the screen shows an earlier figure."""

EMPTY_SHARE: Final = 0.03
"""Territories with neither value nor reason in any year: the screen shows that nothing is known."""

NEVER_SPOILED: Final = (PEOPLE, UNITS)
"""The denominator of most rates, and the count that must agree with the places."""


@unique
class Spoiled(IntEnum):
    """What happened to all cells of one key, territory and year."""

    NO = 0
    SUPPRESSED = 1
    UNRELIABLE = 2
    NOT_APPLICABLE = 3
    EMPTY = 4
    ABSENT = 5


def spoiled(key: str, world: World) -> npt.NDArray[np.int8]:
    """A ``Spoiled`` for each territory and year.

    All cells of a territory and year share one fate, so that no part can be had by subtraction.
    For the same reason territories are suppressed in pairs within a department.
    """
    shape = (len(world.codes), len(YEARS))
    fate = np.zeros(shape, dtype=np.int8)
    if key in NEVER_SPOILED:
        return fate
    numbers = stream(world.seed, "spoiled", key)
    fate[numbers.random(shape) < ABSENT_SHARE] = Spoiled.ABSENT
    fate[numbers.random(shape) < UNRELIABLE_SHARE] = Spoiled.UNRELIABLE
    fate[numbers.random(shape[0]) < EMPTY_SHARE] = Spoiled.EMPTY
    fate[numbers.random(shape[0]) < NOT_APPLICABLE_SHARE] = Spoiled.NOT_APPLICABLE
    partner = _partners(world)
    chosen = (numbers.random(shape) < SUPPRESSED_SHARE / 2) & (partner >= 0)[:, None]
    rows, years = np.nonzero(chosen)
    fate[rows, years] = fate[partner[rows], years] = Spoiled.SUPPRESSED
    fate[world.plain] = Spoiled.NO
    return fate


def _partners(world: World) -> npt.NDArray[np.int64]:
    """Position of another territory of the department that may be suppressed too, or -1."""
    partner = np.full(len(world.codes), -1, dtype=np.int64)
    for department in range(len(world.departments)):
        inside = np.flatnonzero((world.department == department) & ~world.plain)
        if len(inside) > 1:
            partner[inside] = np.roll(inside, -1)
    return partner
