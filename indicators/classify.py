"""Class breaks of a map: few, round, and the same whatever the reader filters."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import jenkspy
import numpy as np
import numpy.typing as npt

MAX_CLASSES: Final = 5
SAMPLE: Final = 400
"""Natural breaks cost the square of the number of values; quantiles of this many stand for more."""
FULL_CLASSES_NEED: Final = 20
"""Fewer distinct values than this carry fewer than five classes."""

THIRDS: Final = 3
GAP_NEEDS: Final = 6
"""Fewer distinct distances from zero than this only carry two classes: below and above."""

Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scale:
    """Limits of the classes of one indicator, fixed for a snapshot.

    Attributes:
        limits: of its own values; natural breaks, quantiles for counts, around zero where signed.
        thirds: two limits, or fewer, that part its values in three, to cross it with another.
        gap: around zero, of the differences from the nation; empty where it has no figure.
    """

    limits: tuple[float, ...]
    thirds: tuple[float, ...]
    gap: tuple[float, ...]


def class_count(distinct: int) -> int:
    """How many classes ``distinct`` different values can carry, 0 to 5."""
    if distinct >= FULL_CLASSES_NEED:
        return MAX_CLASSES
    return min(distinct, max(1, math.ceil(distinct / 4))) if distinct else 0


def breaks(values: Sequence[float] | Values) -> tuple[float, ...]:
    """Inner class limits by natural breaks (Fisher-Jenks), rounded to two significant digits.

    Args:
        values: finite numbers, any order.

    Returns:
        Increasing limits ``b1 < b2 < …``; class 0 is ``v < b1``, class i is ``b_i <= v < b_(i+1)``,
        the last one ``v >= b_k``. Empty when one class (or none) is all that the values carry.
    """
    ordered = np.sort(np.asarray(values, dtype=float))
    distinct = np.unique(ordered)
    classes = class_count(len(distinct))
    if classes < 2:  # noqa: PLR2004 - one class has no inner limit
        return ()
    highest = jenkspy.jenks_breaks(_sample(ordered, distinct), n_classes=classes)[1:-1]
    limits = {_round(_between(distinct, high), 2) for high in highest}
    return tuple(sorted(limit for limit in limits if distinct[0] < limit <= distinct[-1]))


def quantile_breaks(
    values: Sequence[float] | Values, classes: int | None = None
) -> tuple[float, ...]:
    """Inner limits of classes with about as many values each, rounded to two significant digits.

    Equal values are never parted, so ties make fewer classes. Counts need this: natural breaks
    would give nearly every municipality the class of the smallest.

    Args:
        values: finite numbers, any order.
        classes: how many; as many as the values carry if not given.
    """
    ordered = np.sort(np.asarray(values, dtype=float))
    distinct = np.unique(ordered)
    wanted = class_count(len(distinct)) if classes is None else classes
    starts = {float(ordered[len(ordered) * k // wanted]) for k in range(1, wanted) if len(ordered)}
    below = (distinct[distinct < start] for start in starts)
    limits = {_round(_between(distinct, lower[-1]), 2) for lower in below if len(lower)}
    return tuple(sorted(limit for limit in limits if distinct[0] < limit <= distinct[-1]))


def diverging_breaks(values: Sequence[float] | Values) -> tuple[float, ...]:
    """Inner limits around zero, alike on both sides: far below, below, near, above, far above.

    Two of three values lie within the outer limits. Values that are too few give ``(0,)``, and
    none at all ``()``.
    """
    away = np.abs(np.asarray(values, dtype=float))
    if len(np.unique(away)) < GAP_NEEDS:
        return (0.0,) if len(away) else ()
    near, far = sorted(_round(float(limit), 2) for limit in np.quantile(away, (1 / 3, 2 / 3)))
    return tuple(sorted({-far, -near, near, far})) if near else (0.0,)


def class_of(value: float, limits: Sequence[float]) -> int:
    """Class of a value: a value equal to a limit belongs to the class that the limit opens."""
    return bisect_right(limits, value)


def _sample(ordered: Values, distinct: Values) -> Values:
    """Few enough values to classify; distinct ones where nearly all are equal."""
    sample = _thin(ordered)
    return sample if len(np.unique(sample)) >= MAX_CLASSES else _thin(distinct)


def _thin(ordered: Values) -> Values:
    if len(ordered) <= SAMPLE:
        return ordered
    thinned: Values = np.quantile(ordered, np.linspace(0, 1, SAMPLE), method="nearest")
    return thinned


def _between(distinct: Values, high: float) -> float:
    """Middle of the gap above ``high``, the highest value of a class."""
    following = distinct[distinct > high][0]
    return (float(high) + float(following)) / 2


def _round(value: float, digits: int) -> float:
    if value == 0:
        return 0.0
    places = digits - 1 - math.floor(math.log10(abs(value)))
    return round(value, places)
