"""Class breaks of a map: few, round, and the same whatever the reader filters."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

import jenkspy
import numpy as np

MAX_CLASSES: Final = 5
SAMPLE: Final = 400
"""Natural breaks cost the square of the number of values; quantiles of this many stand for more."""
FULL_CLASSES_NEED: Final = 20
"""Fewer distinct values than this carry fewer than five classes."""


def class_count(distinct: int) -> int:
    """How many classes ``distinct`` different values can carry, 0 to 5."""
    if distinct >= FULL_CLASSES_NEED:
        return MAX_CLASSES
    return min(distinct, max(1, math.ceil(distinct / 4))) if distinct else 0


def breaks(values: Sequence[float]) -> tuple[float, ...]:
    """Inner class limits by natural breaks (Fisher-Jenks), rounded to two significant digits.

    Args:
        values: finite numbers, any order.

    Returns:
        Increasing limits ``b1 < b2 < …``; class 0 is ``v < b1``, class i is ``b_i <= v < b_(i+1)``,
        the last one ``v >= b_k``. Empty when one class (or none) is all that the values carry.
    """
    ordered = np.sort(np.asarray(values, dtype=float))
    distinct = len(np.unique(ordered))
    classes = class_count(distinct)
    if classes < 2:  # noqa: PLR2004 - one class has no inner limit
        return ()
    limits = jenkspy.jenks_breaks(_thin(ordered), n_classes=classes)[1:-1]
    inside = (_round(limit, 2) for limit in limits)
    return tuple(sorted({b for b in inside if ordered[0] < b <= ordered[-1]}))


def class_of(value: float, limits: Sequence[float]) -> int:
    """Class of a value: a value equal to a limit belongs to the class that the limit opens."""
    return bisect_right(limits, value)


def _thin(ordered: np.ndarray) -> np.ndarray:
    if len(ordered) <= SAMPLE:
        return ordered
    return np.quantile(ordered, np.linspace(0, 1, SAMPLE), method="nearest")


def _round(value: float, digits: int) -> float:
    if value == 0:
        return 0.0
    places = digits - 1 - math.floor(math.log10(abs(value)))
    return round(value, places)
