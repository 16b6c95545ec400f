"""Population of departments and of the nation, which nobody publishes in the same series."""

from typing import Final

import pandas as pd

POPULATION: Final = "poblacion"
MUNICIPAL_CODE_LENGTH: Final = 5
SOURCE: Final = "source_id"
SUMMED: Final = "; suma de los municipios"
"""How the note of a sum ends."""


def population_sums(figures: pd.DataFrame) -> list[pd.DataFrame]:
    """Population of departments and of the nation: the sums of their municipalities.

    They are made from the same municipal series, so that no share mixes two editions.
    """
    local = figures["territory_code"].str.len() == MUNICIPAL_CODE_LENGTH
    rows = figures[(figures["indicator"] == POPULATION) & local]
    wholes = (rows["territory_code"].str[:2], "00")
    return [_summed(rows.assign(territory_code=whole)) for whole in wholes]


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    cell = ["territory_code", "period", "sex", "population_group", "sector", "series"]
    constant = {name: "first" for name in rows.columns if name not in cell}
    summed = rows.groupby(cell, as_index=False, sort=True).agg({**constant, "value": "sum"})
    return summed.assign(note=summed["note"] + SUMMED)


def summed_again(figures: pd.DataFrame) -> pd.DataFrame:
    """Population of departments and nation that were sums, added up again.

    Only sources and periods that were summed before: a file with three municipalities must not
    make a department of three.
    """
    sums = figures["note"].str.endswith(SUMMED) & figures["indicator"].eq(POPULATION)
    if not sums.any():
        return figures
    was = pd.MultiIndex.from_frame(figures.loc[sums, [SOURCE, "period"]]).unique()
    rest = figures[~sums]
    parts = rest[pd.MultiIndex.from_frame(rest[[SOURCE, "period"]]).isin(was)]
    again = [each for _, rows in parts.groupby(SOURCE) for each in population_sums(rows)]
    return pd.concat([rest, *again], ignore_index=True)
