"""Invented follow-up: sums of invented interviews, by cohort and moment, and moves between places.

The records are those of ``microdata.follow_up``; no sum of 1 to 4 people is kept.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.schema import OBSERVATIONS, TOTAL, Quality
from indicators import seguimiento as keys
from indicators import units
from indicators.demo import microdata
from indicators.demo.programmes import served_codes
from indicators.demo.world import World
from indicators.follow_up.cohorts import BASELINE, MOBILITY, series_of
from indicators.follow_up.mobility import FEWEST, towards

PERSONS: Final = 8000
"""About 75 for each municipality, cohort and group."""

CELL: Final = ["territory_code", "cohort", "population_group", "month", "sex"]
WHOLE: Final = CELL[:-1]
COUNTED: Final[Mapping[str, str]] = MappingProxyType(
    {
        keys.EMPLOYED: "employed",
        keys.CONTRACT: "contract_kept",
        keys.REGULARISED: "regularised",
        keys.MOVED: "moved",
    }
)
"""Column of the records that each key adds up."""


def follow_up(world: World) -> pd.DataFrame:
    """Observations of every follow-up key, for the municipalities that programmes serve."""
    codes = served_codes(world)
    if not codes:
        return pd.DataFrame(columns=[column.name for column in OBSERVATIONS])
    records = pd.concat(microdata.follow_up(PERSONS, codes, world.seed), ignore_index=True)
    heard = records[~records["attrition"]].assign(moved=lambda rows: rows["moved_to"] != "")
    cohort = records[records["month"] == min(microdata.MONTHS)].assign(month=BASELINE)
    persons = pd.concat([_counts(cohort, None), _counts(heard, None)])
    parts = [_observations(keys.FOLLOWED, persons)]
    parts += [_observations(key, _counts(heard, name)) for key, name in COUNTED.items()]
    return pd.concat([*parts, _income(heard), _moves(heard)], ignore_index=True)


def _both_sexes(records: pd.DataFrame) -> pd.DataFrame:
    """Every record twice: under its sex and under the total."""
    plain = records.astype({name: "str" for name in CELL if name != "month"})
    return pd.concat([plain, plain.assign(sex=TOTAL)], ignore_index=True)


def _counts(records: pd.DataFrame, name: str | None) -> pd.DataFrame:
    """People by cell, or those of whom ``name`` is true; few people are withheld.

    Where one sex is withheld so is the other, and where few remain the rest is few too.
    """
    both = _both_sexes(records)
    those = pd.Series(1, both.index) if name is None else both[name].fillna(value=False)
    marked = both.assign(all=1, those=those.astype(int))
    sums = marked.groupby(CELL, as_index=False)[["all", "those"]].sum()
    rest = sums["all"] - sums["those"]
    few = _few(sums["those"]) | _few(rest) | _few(sums["all"])
    by_sex = sums["sex"] != TOTAL
    groups = [sums[column] for column in WHOLE]
    either = (few & by_sex).groupby(groups).transform("any")
    whole = (few & ~by_sex).groupby(groups).transform("any")
    hidden = few | (by_sex & (either | whole))
    return sums.assign(value=sums["those"].astype(float).mask(hidden), hidden=hidden)


def _few(people: pd.Series) -> pd.Series:
    return people.between(1, FEWEST - 1)


def _income(heard: pd.DataFrame) -> pd.DataFrame:
    """Mean earnings of those who work, where they are not few."""
    both = _both_sexes(heard[heard["income"].notna()])
    means = both.groupby(CELL, as_index=False).agg(value=("income", "mean"), n=("income", "size"))
    hidden = means["n"] < FEWEST
    told = means.assign(value=means["value"].round(-3).mask(hidden), hidden=hidden)
    return _observations(keys.INCOME, told, units.PESOS.key)


def _moves(heard: pd.DataFrame) -> pd.DataFrame:
    """People of all cohorts who live elsewhere at the last interview, by where they went."""
    words = dict.fromkeys(("territory_code", "moved_to"), "str")
    last = heard[heard["month"] == max(microdata.MONTHS)].astype(words)
    going = last.assign(to=last["moved_to"].where(last["moved"], last["territory_code"]))
    flows = going.groupby(["territory_code", "to"], as_index=False).size()
    hidden = _few(flows["size"])
    told = flows.assign(
        value=flows["size"].astype(float).mask(hidden),
        hidden=hidden,
        cohort=f"{microdata.COHORTS[0]}/{microdata.COHORTS[-1]}",
        sex=TOTAL,
        population_group=TOTAL,
        series=[towards(code) for code in flows["to"]],
    )
    return _observations(MOBILITY, told)


def _observations(key: str, rows: pd.DataFrame, unit: str = units.PERSONS.key) -> pd.DataFrame:
    quality = pd.Series("", rows.index).mask(rows["hidden"], str(Quality.SUPPRESSED))
    known = rows.assign(
        indicator=key,
        unit=unit,
        period=rows["cohort"].astype("str"),
        sector=TOTAL,
        quality=quality,
        source_id="DEMO",
    )
    if "series" not in known:
        known = known.assign(series=[series_of(month) for month in rows["month"]])
    columns: dict[str, pd.Series] = {}
    for column in OBSERVATIONS:
        number = column.kind == "number"
        empty = pd.Series(float("nan") if number else "", known.index)
        columns[column.name] = known.get(column.name, empty).astype("float64" if number else "str")
    return pd.DataFrame(columns)


def joined(observations: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    """``more`` under ``observations``, with the same columns and the same coded words."""
    types = observations.dtypes
    coded = {str(name): kind for name, kind in types.items() if kind == "category"}
    return pd.concat([observations, more.astype(coded)], ignore_index=True)
