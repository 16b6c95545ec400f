"""Who exists: the list of territories, reviewed by hand, from the tables beside the geometry.

``crosswalk.csv`` gives each published polygon its DIVIPOLA code, display name and level;
``changes.csv`` holds what changed after the vintage of the polygons (codes merged, created or
retired); ``departments.csv`` the departments; ``border_sets.csv`` the fixed border lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from geodata.errors import DataUnavailableError
from geodata.schema import Level

CROSSWALK = "crosswalk.csv"
CHANGES = "changes.csv"
DEPARTMENTS = "departments.csv"
BORDER_SETS = "border_sets.csv"
TABLES = (CROSSWALK, CHANGES, DEPARTMENTS, BORDER_SETS)

NATION_CODE = "00"
NATION_NAME = "Colombia"
HISTORY = ["valid_from", "valid_to", "successor", "note"]


@dataclass(frozen=True)
class Register:
    """The territories, without shapes.

    Attributes:
        polygons: ``shape_id`` and ``territory_code`` of the unit each polygon belongs to today.
        territories: one row per territory of any level, retired ones included, by code.
        border_sets: set name (a country, or ``belt``) -> codes.
    """

    polygons: pd.DataFrame
    territories: pd.DataFrame
    border_sets: Mapping[str, frozenset[str]]


def read(folder: Path) -> Register:
    """Read the four tables.

    Raises:
        DataUnavailableError: a table is missing.
    """
    crosswalk, changes = _table(folder / CROSSWALK), _table(folder / CHANGES)
    departments = _table(folder / DEPARTMENTS)
    successors = changes.set_index("territory_code")["successor"]
    today = crosswalk["territory_code"].map(successors[successors != ""])
    polygons = crosswalk[["shape_id"]].assign(
        territory_code=today.fillna(crosswalk["territory_code"])
    )
    return Register(
        polygons=polygons,
        territories=_territories(crosswalk, changes, departments),
        border_sets=border_sets(folder),
    )


def border_sets(folder: Path) -> dict[str, frozenset[str]]:
    """Codes of the municipalities in each fixed border list, by the name of the list."""
    table = _table(folder / BORDER_SETS)
    return {str(name): frozenset(codes) for name, codes in table.groupby("set")["territory_code"]}


def _territories(
    crosswalk: pd.DataFrame, changes: pd.DataFrame, departments: pd.DataFrame
) -> pd.DataFrame:
    unchanged = crosswalk[~crosswalk["territory_code"].isin(changes["territory_code"])]
    local = pd.concat([unchanged, changes])
    local["department_code"] = local["territory_code"].str[:2]
    above = departments.rename(columns={"department_code": "territory_code"}).assign(
        level=Level.DEPARTMENT, department_code=departments["department_code"]
    )
    nation = pd.DataFrame(
        [{"territory_code": NATION_CODE, "name": NATION_NAME, "level": Level.NATION}]
    )
    rows = pd.concat([nation, above, local]).drop(columns="shape_id").fillna("")
    names = departments.set_index("department_code")["name"]
    rows["department_name"] = rows["department_code"].map(names).fillna("")
    return rows.astype({"level": str}).sort_values("territory_code", ignore_index=True)


def _table(path: Path) -> pd.DataFrame:
    """All columns are text: a code read as a number loses its leading zero."""
    if not path.is_file():
        raise DataUnavailableError(f"{path.name} is missing: it is part of the repository.")
    return pd.read_csv(path, dtype=str, keep_default_na=False)
