"""Sums of single records: the only thing of a person or a vacancy that enters a snapshot."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.aggregate import figures
from geodata.aggregate.figures import SEXES, VACANCIES
from geodata.schema import FEWEST_PERSONS, OBSERVATIONS, TOTAL, Group, Quality, Sex

FOLLOWED: Final = figures.REACHED.key
EMPLOYED: Final = figures.EMPLOYED.key
YEAR_DIGITS: Final = 4
WORKS: Final = "ocupada"
PLACE: Final = ["territory_code", "period", "population_group", "source_id", "series"]


def vacancies(records: pd.DataFrame) -> pd.DataFrame:
    """Vacancies by municipality, year and section, and the total of all sections.

    Args:
        records: one offer per row; without ``vacancies`` each is one post, and offers without a
            section count in the total only.
    """
    posts = pd.to_numeric(records["vacancies"], errors="coerce").fillna(1.0)
    dated = records.assign(value=posts, period=records["period"].str[:YEAR_DIGITS])
    every = dated.assign(sector=TOTAL)
    by_section = dated[~dated["sector"].isin(("", TOTAL))]
    cell = ["territory_code", "period", "sector", "source_id"]
    summed = pd.concat([every, by_section]).groupby(cell, as_index=False).agg({"value": "sum"})
    return _observations(
        summed,
        indicator=VACANCIES,
        unit="vacancies",
        sex=Sex.TOTAL.value,
        population_group=Group.TOTAL.value,
        series="registro_importado",
        note="suma de los registros importados",
    )


def follow_up(records: pd.DataFrame) -> pd.DataFrame:
    """Persons followed and persons employed, by sex, without any count of 1 to 4.

    Where one sex is suppressed so is the other: the total would give it away. Both are when the
    persons whose sex is not known are few. Employed persons are suppressed too when those not
    employed are few.
    """
    moments = "seguimiento|" + records["moment"]
    persons = records.assign(series=moments, works=records["situation"].eq(WORKS))
    persons = persons.drop_duplicates([*PLACE, "person"], keep="last")
    both = pd.concat([persons.assign(sex=TOTAL), persons[persons["sex"].isin(SEXES)]])
    counted = both.groupby([*PLACE, "sex"], as_index=False).agg(
        all=("person", "size"), works=("works", "sum")
    )
    few = _few(counted["all"])
    followed = _withheld(counted, "all", few)
    employed = _withheld(
        counted, "works", few | _few(counted["works"]) | _few(counted["all"] - counted["works"])
    )
    return pd.concat(
        [
            _observations(followed, indicator=FOLLOWED, unit="persons", sector=TOTAL),
            _observations(employed, indicator=EMPLOYED, unit="persons", sector=TOTAL),
        ],
        ignore_index=True,
    )


def _few(count: pd.Series) -> pd.Series:
    return count.between(1, FEWEST_PERSONS - 1)


def _withheld(counted: pd.DataFrame, name: str, few: pd.Series) -> pd.DataFrame:
    by_sex = counted["sex"].isin(SEXES)
    keys = [counted[column] for column in PLACE]
    total_too = (few & ~by_sex).groupby(keys).transform("any")
    either = (few & by_sex).groupby(keys).transform("any")
    signed = counted[name].mask(by_sex, -counted[name])
    unsaid = _few(signed.groupby(keys).transform("sum"))
    hidden = few | (by_sex & (either | total_too | unsaid))
    quality = pd.Series("", index=counted.index).mask(hidden, Quality.SUPPRESSED.value)
    return counted.assign(value=counted[name].astype(float).mask(hidden), quality=quality)


def _observations(rows: pd.DataFrame, **constant: str) -> pd.DataFrame:
    filled = rows.assign(**constant).reset_index(drop=True)
    columns = {}
    for column in OBSERVATIONS:
        number = column.kind == "number"
        empty = pd.Series(float("nan") if number else "", index=filled.index)
        columns[column.name] = filled.get(column.name, empty).astype("float64" if number else "str")
    return pd.DataFrame(columns)


SUMS: Final[Mapping[str, Callable[[pd.DataFrame], pd.DataFrame]]] = MappingProxyType(
    {"vacantes": vacancies, "seguimiento": follow_up}
)
"""How the records of each kind are added up."""
