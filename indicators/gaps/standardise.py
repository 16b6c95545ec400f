"""From values to gaps: winsorised, centred on the scope, in standard deviations, worse upwards."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from indicators.gaps.method import METHOD, Method
from indicators.spec import Better

ROUNDING: Final = 1e-12
"""Relative error that a standard deviation may have."""

SIGNS: Final[Mapping[Better, float]] = {Better.HIGHER: -1.0, Better.LOWER: 1.0}
"""What a value above the average does to a gap."""


def standardised(
    values: pd.DataFrame, better: Mapping[str, Better], method: Method = METHOD
) -> pd.DataFrame:
    """Gap of each territory (row) in each indicator (column), in standard deviations.

    Args:
        values: missing where unknown; nothing is filled in.
        better: the desirable end of each column; never ``NEITHER``.
        method: percentiles and least number of values.

    Returns:
        Same shape. A column with fewer values than ``method.least_territories``, or without
        variation, is missing throughout: no gap can be told from it.
    """
    columns = {name: _gap(values[name], SIGNS[better[str(name)]], method) for name in values}
    return pd.DataFrame(columns, index=values.index)


def winsorised(values: pd.Series, percentiles: tuple[float, float]) -> pd.Series:
    """``values`` drawn in to their own percentiles; missing ones stay missing."""
    known = values.dropna()
    if known.empty:
        return values
    low, high = np.percentile(known, percentiles)
    return values.clip(low, high)


def _gap(values: pd.Series, sign: float, method: Method) -> pd.Series:
    drawn_in = winsorised(values.astype(float), method.winsor)
    spread = float(drawn_in.std(ddof=0))
    # A spread within rounding of zero is none: dividing by it would make gaps of nothing.
    flat = not spread > ROUNDING * float(drawn_in.abs().max())
    if drawn_in.count() < method.least_territories or flat:
        return pd.Series(np.nan, values.index)
    return sign * (drawn_in - drawn_in.mean()) / spread
