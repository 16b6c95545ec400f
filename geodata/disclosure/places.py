"""Productive units as they may leave: how many people work in each is told by size only.

A unit is an enterprise, and its card is public; the number of people in it is not. Their sums by
municipality and section are figures like any other, with counts of 1 to 4 withheld: with the exact
number of every other unit anyone could subtract the one that is withheld.
"""

from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import FEWEST_PERSONS, PLACES, Column

JOBS: Final = "jobs"
BAND: Final = "jobs_band"
BANDS: Final = ("0", "1-4", "5-10", "11-50", "51-200", "201+")
"""Sizes in people. The limits above the first are those of micro, small and medium firms."""

UPPER: Final = (0, FEWEST_PERSONS - 1, 10, 50, 200, np.inf)

PUBLIC: Final = (
    *(c for c in PLACES if c.name != JOBS),
    Column(BAND, required=False, allowed=BANDS),
)
"""Columns of a place that leave."""


def sized(places: pd.DataFrame) -> pd.DataFrame:
    """``places`` with ``jobs_band`` in the stead of ``jobs``; empty where it is not known."""
    if JOBS not in places:
        return places.assign(**{BAND: pd.Series("", index=places.index, dtype="str")})
    jobs = places[JOBS].to_numpy(float)
    size = np.array([*BANDS, ""])[np.searchsorted(UPPER, np.where(jobs >= 0, jobs, np.nan))]
    return places.drop(columns=JOBS).assign(**{BAND: pd.Series(size, places.index, dtype="str")})
