"""Formulas shared by all axes: values by territory code in, values by territory code out.

Missing in, missing out. A denominator of zero gives a missing value: the ratio has no meaning
there, so it is neither zero nor infinite.
"""

from typing import Final

import pandas as pd

from indicators.spec import Compute, Inputs

PER_THOUSAND: Final = 1000.0
PER_HUNDRED: Final = 100.0


def observed(key: str) -> Compute:
    """The figure of ``key`` as it was published, in its own unit."""

    def compute(inputs: Inputs) -> pd.Series:
        return inputs[key].astype(float)

    return compute


def per_thousand(part: str, whole: str) -> Compute:
    """``part`` for every thousand of ``whole``; missing where either is, or ``whole`` is zero."""
    return _ratio(part, whole, PER_THOUSAND)


def share(part: str, whole: str) -> Compute:
    """``part`` as a percentage of ``whole``; missing where either is, or ``whole`` is zero."""
    return _ratio(part, whole, PER_HUNDRED)


def share_of_sum(part: str, rest: str) -> Compute:
    """``part`` as a percentage of ``part + rest``; missing where either is, or the sum is zero."""

    def compute(inputs: Inputs) -> pd.Series:
        top = inputs[part].astype(float)
        return _divided(top, top + inputs[rest].astype(float)) * PER_HUNDRED

    return compute


def _ratio(part: str, whole: str, factor: float) -> Compute:
    def compute(inputs: Inputs) -> pd.Series:
        return _divided(inputs[part].astype(float), inputs[whole].astype(float)) * factor

    return compute


def _divided(top: pd.Series, bottom: pd.Series) -> pd.Series:
    return top / bottom.where(bottom > 0)
