"""The observations of one key as they may leave: small counts withheld, and what protects them.

Concerned are figures that were added up here from single records (imported registers, follow-up
interviews): their ``series`` starts with one of ``geodata.schema.FROM_RECORDS``. Published
figures of DANE or Migración Colombia are not touched: who published them has judged them, and
withholding here what everyone can read there protects nobody.
"""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.disclosure.complementary import complementary
from geodata.disclosure.policy import MINIMUM, Policy
from geodata.disclosure.primary import secrets
from geodata.disclosure.relations import (
    COMPLEMENT,
    DENOMINATOR,
    NUMERATOR,
    is_sector,
    is_territory,
)
from geodata.disclosure.table import DIMENSIONS, Marks, Table
from geodata.schema import FROM_RECORDS, Quality

ONE_TABLE: Final = ["indicator", "period", "series", "source_id", "unit"]
"""Rows that agree in these make one table: their counts add up."""

RATE_PARTS: Final = (NUMERATOR, COMPLEMENT, DENOMINATOR)
RATE: Final = "percent"
MEANS: Final = ("pesos_per_month",)
"""Units of a mean: it adds up to nothing, and is withheld with the number of those it is of."""

NUMBERS: Final = ("value", "numerator", "sample_size")


def concerned(observations: pd.DataFrame) -> Marks:
    """Which observations were added up from single records."""
    numbers, series = pd.factorize(observations["series"], use_na_sentinel=False)
    ours = [str(text).partition("|")[0] in FROM_RECORDS for text in series]
    return np.array([*ours, False])[numbers]


def protected(observations: pd.DataFrame, policy: Policy = MINIMUM) -> pd.DataFrame:
    """The observations of one key as they may leave.

    Args:
        observations: columns of ``geodata.schema.OBSERVATIONS``; all of the key, whatever a
            reader asks for: two views of one snapshot must never withhold differently.
        policy: of the role that reads.

    Returns:
        The same rows. Where withheld, ``quality`` is ``Quality.SUPPRESSED`` and the numbers
        (``value``, ``numerator``, ``sample_size``, ``margin``) are missing; ``denominator`` too,
        unless it may be shown by itself. The argument itself where nothing is concerned.
    """
    ours = concerned(observations)
    if not ours.any():
        return observations
    hidden = np.zeros((2, len(observations)), np.bool_)
    place = np.flatnonzero(ours)
    rows = observations.iloc[place].reset_index(drop=True)
    for _, table in rows.groupby(ONE_TABLE, sort=False, observed=True, dropna=False):
        hidden[:, place[table.index]] = _withheld(table, policy)
    return _without(observations, *hidden)


def _without(observations: pd.DataFrame, hidden: Marks, whole: Marks) -> pd.DataFrame:
    """Without the numbers of ``hidden`` rows, and the denominators of ``whole`` ones."""
    words = observations[["quality", "margin"]].astype(str)
    changed = {
        "quality": words["quality"].mask(hidden, Quality.SUPPRESSED.value),
        "margin": words["margin"].mask(hidden, ""),
        "denominator": observations["denominator"].mask(whole),
        **{name: observations[name].mask(hidden) for name in NUMBERS},
    }
    kept_as_codes = [n for n in words if isinstance(observations[n].dtype, pd.CategoricalDtype)]
    return observations.assign(**changed).astype(dict.fromkeys(kept_as_codes, "category"))


def _withheld(rows: pd.DataFrame, policy: Policy) -> npt.NDArray[np.bool_]:
    """Two marks for each row of one table: its numbers go; its denominator goes too.

    A row that cannot be judged goes whole: a territory or a sector outside the hierarchy, a rate
    without its two counts.
    """
    counts = _counts(rows)
    hidden = np.zeros((len(rows), len(counts.columns)), np.bool_)
    placed, possible = _in_hierarchy(rows), ~_impossible(rows, counts)
    judged = placed & possible
    if judged.any():
        hidden[judged] = _solved(rows[judged], counts[judged], policy)
    is_rate = len(counts.columns) > 1
    hidden[~judged if is_rate else ~placed] = True
    return np.array([hidden.any(axis=1), hidden[:, -1]])


def _counts(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts of persons that each row tells: one, or the three of a rate.

    A mean tells how many it is of: two means and their counts give a third one away.
    """
    withheld = rows["quality"].astype(str) == Quality.SUPPRESSED
    if rows["unit"].astype(str).isin(MEANS).any():
        return pd.DataFrame({DENOMINATOR: rows["sample_size"].mask(withheld)})
    if not (rows["unit"].astype(str) == RATE).any() and rows["denominator"].isna().all():
        return pd.DataFrame({DENOMINATOR: rows["value"].mask(withheld)})
    own = rows["value"].mask(rows["unit"].astype(str) == RATE)
    part = rows["numerator"].fillna(own).mask(withheld)
    whole = rows["denominator"]
    return pd.DataFrame({NUMERATOR: part, COMPLEMENT: whole - part, DENOMINATOR: whole})


def _in_hierarchy(rows: pd.DataFrame) -> Marks:
    places = [code for code in rows["territory_code"].unique() if is_territory(str(code))]
    sectors = [label for label in rows["sector"].unique() if is_sector(str(label))]
    known = rows["territory_code"].isin(places) & rows["sector"].isin(sectors)
    return known.to_numpy(bool)


def _impossible(rows: pd.DataFrame, counts: pd.DataFrame) -> Marks:
    """Rows that tell no count of persons, and were not withheld by their source."""
    numbers = counts.to_numpy(float)
    withheld = (rows["quality"].astype(str) == Quality.SUPPRESSED).to_numpy(bool)
    no_count = ~np.isfinite(numbers) & ~(np.isnan(numbers) & withheld[:, None])
    return np.asarray((no_count | (numbers < 0)).any(axis=1), dtype=bool)


def _solved(rows: pd.DataFrame, counts: pd.DataFrame, policy: Policy) -> Marks:
    """Which of the counts of each row are withheld.

    The minimum for everyone is solved first, and a stricter policy only adds to it: what two
    roles see together is what one of them sees alone.
    """
    labels = rows[list(DIMENSIONS[:-1])].astype(str)
    cells = [labels.assign(part=part, value=counts[part]) for part in counts.columns]
    every = pd.concat(cells, ignore_index=True)
    table = Table.of(every)
    withheld = np.zeros(table.value.shape, np.bool_)
    for step in (MINIMUM, policy) if policy != MINIMUM else (MINIMUM,):
        withheld = complementary(table, step, secrets(table, step), withheld)
    gone: Marks = (withheld | table.contradicted).flat[table.at(every)]
    return gone.reshape(len(counts.columns), -1).T


def protected_keys(observations: pd.DataFrame, policy: Policy = MINIMUM) -> pd.DataFrame:
    """``protected`` for observations of several keys, in the order in which they came."""
    parts = [protected(rows, policy) for _, rows in observations.groupby("indicator", sort=False)]
    return pd.concat(parts).reindex(observations.index) if parts else observations
