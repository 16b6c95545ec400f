"""Formulas shared by all axes: values by territory code in, values by territory code out.

Missing in, missing out. A denominator of zero gives a missing value: the ratio has no meaning
there, so it is neither zero nor infinite.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.spec import Compute, Inputs

Floats = npt.NDArray[np.float64]

PER_THOUSAND: Final = 1000.0
PER_HUNDRED: Final = 100.0


@dataclass(frozen=True, slots=True)
class Ratio:
    """``factor`` times one key divided by the sum of others; a formula that can show its terms.

    Missing where any term is, or where the denominator is zero or less.
    """

    top: str
    bottom: tuple[str, ...]
    factor: float

    def __call__(self, inputs: Inputs) -> pd.Series:
        """Values by territory code."""
        top, whole = self.numerator(inputs), self.denominator(inputs)
        return pd.Series(self.divided(top.to_numpy(), whole.to_numpy()), index=top.index)

    def divided(self, top: Floats, whole: Floats) -> Floats:
        """``top`` by ``whole``, at each place; what is too large for a number is infinite."""
        with np.errstate(over="ignore"):
            ratio: Floats = top / np.where(whole > 0, whole, np.nan) * self.factor
        return ratio

    def of(self, terms: Mapping[str, Floats]) -> Floats:
        """The same as a call, of plain numbers."""
        whole = np.sum([terms[key] for key in self.bottom], axis=0)
        return self.divided(terms[self.top], whole)

    def numerator(self, inputs: Inputs) -> pd.Series:
        """What is divided."""
        return inputs[self.top].astype(float)

    def denominator(self, inputs: Inputs) -> pd.Series:
        """What it is divided by, zeros included."""
        first, *rest = (inputs[key].astype(float) for key in self.bottom)
        return sum(rest, start=first)


def observed(key: str) -> Compute:
    """The figure of ``key`` as it was published, in its own unit."""

    def compute(inputs: Inputs) -> pd.Series:
        return inputs[key].astype(float)

    return compute


def per_thousand(part: str, whole: str) -> Ratio:
    """``part`` for every thousand of ``whole``; missing where either is, or ``whole`` is zero."""
    return Ratio(part, (whole,), PER_THOUSAND)


def share(part: str, whole: str) -> Ratio:
    """``part`` as a percentage of ``whole``; missing where either is, or ``whole`` is zero."""
    return Ratio(part, (whole,), PER_HUNDRED)


def share_of_sum(part: str, rest: str) -> Ratio:
    """``part`` as a percentage of ``part + rest``; missing where either is, or the sum is zero."""
    return Ratio(part, (part, rest), PER_HUNDRED)
