"""Published figures: the tables that the project ships in ``data/``, carried over by hand.

Every file is read as text and typed by its columns in ``geodata.schema``. Codes never become
numbers, an empty text stays an empty text, an empty number is missing.
"""

from pathlib import Path
from typing import Final

import pandas as pd

from geodata.errors import DataUnavailableError
from geodata.schema import OBSERVATIONS, TABLES, TOTAL, Column, Group, Sex

FILES: Final = (
    "observations",
    "places",
    "results",
    "components",
    "actors",
    "sources",
    "domains",
)
"""Tables that have a file of their own name."""

POPULATION: Final = (
    Column("territory_code"),
    Column("period"),
    Column("value", "number"),
    Column("source_id"),
)
"""Columns of ``population.csv``: the compact form of the observations of ``poblacion``."""

POPULATION_KEY: Final = "poblacion"
POPULATION_UNIT: Final = "persons"
POPULATION_SERIES: Final = "dane_cnpv2018"
POPULATION_NOTE: Final = "proyección DANE, edición por confirmar"

REMEDY: Final = "Restore it from the repository: `git checkout -- data/`."
NUMBERS: Final = ("number", "whole")


def read(folder: Path) -> dict[str, pd.DataFrame]:
    """Read every table of ``folder``; municipal population comes inside ``observations``.

    Returns:
        One frame per table of ``geodata.schema.TABLES`` except ``territories``.

    Raises:
        DataUnavailableError: a file is missing, is not a table, lacks a column or holds a word
            where a number belongs.
    """
    tables = {name: _table(folder / f"{name}.csv", TABLES[name]) for name in FILES}
    people = population(_table(folder / "population.csv", POPULATION))
    tables["observations"] = pd.concat([tables["observations"], people], ignore_index=True)
    return tables


def population(compact: pd.DataFrame) -> pd.DataFrame:
    """Observations of ``poblacion`` from their compact form."""
    texts = {c.name: "" for c in OBSERVATIONS if c.kind == "text"}
    constant = texts | {
        "indicator": POPULATION_KEY,
        "sex": Sex.TOTAL.value,
        "population_group": Group.TOTAL.value,
        "sector": TOTAL,
        "unit": POPULATION_UNIT,
        "series": POPULATION_SERIES,
        "note": POPULATION_NOTE,
    }
    full = compact.assign(**{k: v for k, v in constant.items() if k not in compact.columns})
    numbers = [c.name for c in OBSERVATIONS if c.kind in NUMBERS and c.name not in full.columns]
    full = full.assign(**dict.fromkeys(numbers, float("nan")))
    return full[[column.name for column in OBSERVATIONS]]


def _table(path: Path, columns: tuple[Column, ...]) -> pd.DataFrame:
    raw = _text_table(path)
    absent = [column.name for column in columns if column.name not in raw.columns]
    if absent:
        raise DataUnavailableError(f"{path.name} lacks the columns {', '.join(absent)}. {REMEDY}")
    return pd.DataFrame({c.name: _typed(raw[c.name], c, path.name) for c in columns})


def _text_table(path: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    except FileNotFoundError as error:
        raise DataUnavailableError(f"{path.name} is missing. {REMEDY}") from error
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError) as error:
        raise DataUnavailableError(f"{path.name} is not a readable table. {REMEDY}") from error


def _typed(texts: pd.Series, column: Column, file: str) -> pd.Series:
    if column.kind not in NUMBERS:
        return texts
    numbers = pd.to_numeric(texts.where(texts != ""), errors="coerce").astype(float)
    wrong = texts[numbers.isna() & (texts != "")]
    if not wrong.empty:
        line = int(wrong.index[0]) + 2
        where = f"{file}, line {line}, column {column.name}"
        raise DataUnavailableError(f"{where}: {wrong.iloc[0]!r} is not a number. {REMEDY}")
    return numbers
