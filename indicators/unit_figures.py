"""Figures added up from the productive units of a snapshot: cohorts, and people who work in them.

They are made whenever a snapshot is read, from its own table of places, so that a register that is
imported is on the map at once and no sum can be older than its units. Two registers are two
publications: they may hold the same unit, and are never added to each other.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import (
    OBSERVATIONS,
    PRODUCTIVE_UNIT,
    SECTIONS,
    TOTAL,
    Group,
    Quality,
    Sex,
)

COHORT: Final = "unidades_cohorte"
COHORT_OPEN: Final = "unidades_abiertas_cohorte"
JOBS: Final = "personas_en_unidades"
COUNTED: Final = "unidades_con_personas"
KEYS: Final = (COHORT_OPEN, COHORT, JOBS, COUNTED)
"""Keys of observations that are made here."""

UNITS_SERIES: Final = "registro|unidades"
"""Counts of units, which are listed one by one and are no secret."""
JOBS_SERIES: Final = "registro_importado|unidades"
"""Counts of people: under disclosure control, see ``geodata.disclosure``."""

OPEN: Final = ("activa", "en_riesgo")
CLOSED: Final = "cerrada"
FEWEST_SURE: Final = 10
"""A cohort of fewer units is marked as unreliable."""

NATION: Final = "00"
DEPARTMENT_DIGITS: Final = 2
YEAR_DIGITS: Final = 4
CELL: Final = ["territory_code", "sector", "period", "source_id"]
NOTE: Final = "suma de las unidades del registro"


def unit_figures(places: pd.DataFrame, key: str) -> pd.DataFrame:
    """Observations of ``key``, one of ``KEYS``, for municipalities, departments and the nation.

    Args:
        places: as a snapshot holds them, people included; never as they leave.
        key: what is counted.

    Returns:
        Rows of ``geodata.schema.OBSERVATIONS``, by section and for all sections; a unit without a
        section counts in the total only. People of a section are told of departments and the
        nation. Empty where there is no unit.
    """
    units = places[places["kind"] == PRODUCTIVE_UNIT]
    made = _summed(MAKERS[key](units)) if len(units) else pd.DataFrame(columns=[*CELL, "value"])
    return _observations(_told(made) if key in (JOBS, COUNTED) else made, key)


def _told(made: pd.DataFrame) -> pd.DataFrame:
    """People by section in departments and the nation only.

    By municipality and section nearly every count is of 1 to 4 people: what would have to be
    withheld to protect them takes the totals of most departments along.
    """
    wide = made["territory_code"].str.len() == DEPARTMENT_DIGITS
    return made[wide | (made["sector"] == TOTAL)]


def _cohort(units: pd.DataFrame) -> pd.DataFrame:
    """Units that say when they opened and whether they are open."""
    dated = _text(units["valid_from"]) != ""
    return _rows(units[dated & units["status"].isin([*OPEN, CLOSED])], 1.0)


def _cohort_open(units: pd.DataFrame) -> pd.DataFrame:
    rows = _cohort(units)
    return rows.assign(value=units["status"].isin(OPEN).astype(float).loc[rows.index])


def _counted(units: pd.DataFrame) -> pd.DataFrame:
    """Open units of which it is known how many people work there."""
    known = units[units["status"].isin(OPEN) & units["jobs"].notna()]
    rows = _rows(known, 1.0)
    seen = _text(known["last_verified"]).str[:YEAR_DIGITS]
    return rows.assign(period=seen.groupby(rows["source_id"]).transform("max"))


def _jobs(units: pd.DataFrame) -> pd.DataFrame:
    rows = _counted(units)
    return rows.assign(value=units["jobs"].loc[rows.index])


MAKERS: Final[Mapping[str, Callable[[pd.DataFrame], pd.DataFrame]]] = MappingProxyType(
    {COHORT: _cohort, COHORT_OPEN: _cohort_open, JOBS: _jobs, COUNTED: _counted}
)


def _rows(units: pd.DataFrame, value: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "territory_code": units["territory_code"].astype("str"),
            "sector": _text(units["sector"]),
            "period": _text(units["valid_from"]).str[:YEAR_DIGITS],
            "source_id": units["source_id"].astype("str").str.split("|").str[0],
            "value": value,
        }
    )


def _text(column: pd.Series) -> pd.Series:
    return column.fillna("").astype("str")


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    """Sums by municipality, department and nation, of each section and of all."""
    code = rows["territory_code"]
    levels = pd.concat(
        [rows.assign(territory_code=c) for c in (code, code.str[:DEPARTMENT_DIGITS], NATION)]
    )
    own = levels[levels["sector"].isin(SECTIONS)]
    both = pd.concat([levels.assign(sector=TOTAL), own])
    return both.groupby(CELL, as_index=False).agg(value=("value", "sum"), units=("value", "size"))


def _observations(made: pd.DataFrame, key: str) -> pd.DataFrame:
    constant = {
        "indicator": key,
        "unit": "persons" if key == JOBS else "productive_units",
        "series": JOBS_SERIES if key == JOBS else UNITS_SERIES,
        "sex": str(Sex.TOTAL),
        "population_group": str(Group.TOTAL),
        "note": NOTE,
    }
    filled = _judged(made, key).assign(**constant)
    columns = {}
    for column in OBSERVATIONS:
        number = column.kind == "number"
        empty = pd.Series(np.nan if number else "", index=filled.index)
        columns[column.name] = filled.get(column.name, empty).astype("float64" if number else "str")
    return pd.DataFrame(columns)


def _judged(made: pd.DataFrame, key: str) -> pd.DataFrame:
    """Cohorts of few units are marked as unreliable."""
    quality = pd.Series("", index=made.index, dtype="str")
    if key == COHORT_OPEN and len(made):
        quality = quality.mask(made["units"] < FEWEST_SURE, str(Quality.UNRELIABLE))
    return made.assign(quality=quality)
