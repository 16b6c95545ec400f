"""From the columns of a file to the fields of a kind: headers recognised, wide tables melted."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.errors import UserFacingError
from geodata.imports.fields import Field
from geodata.imports.kinds import Kind
from geodata.imports.periods import period
from geodata.imports.words import plain

VALUE: Final = "value"
ORIGIN: Final = "_header"
"""Column of a melted table that says under which header each value stood."""

IGNORED: Final = "-"
"""``--map column=-`` leaves a column out."""

YEAR: Final = re.compile(r"(?:19|20)\d{2}(?:\.0)?")
NO_MAP: Final[Mapping[str, str]] = MappingProxyType({})


class MappingError(UserFacingError):
    """A column or a field that was named does not exist."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A file in the columns of its kind, still as text.

    Attributes:
        cells: one column per field that the file has; the index is the row of the file.
        headers: header of the file by field.
        melted: headers that became rows.
        unused: columns that were left out.
    """

    cells: pd.DataFrame
    headers: Mapping[str, str]
    melted: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


def recognise(
    columns: Iterable[str], kind: Kind, chosen: Mapping[str, str] = NO_MAP
) -> dict[str, str]:
    """Column of the file by field: what a person chose, then what the headers say.

    Args:
        columns: headers of the file.
        kind: what the file is said to be.
        chosen: field by column, ``-`` to leave the column out.

    Raises:
        MappingError: names the column or field that does not exist.
    """
    available = list(columns)
    _check(available, kind, chosen)
    found = {name: column for column, name in chosen.items() if name != IGNORED}
    free = [column for column in available if column not in chosen]
    for field in kind.fields:
        column = None if field.name in found else _column_of(field, free)
        if column is not None:
            found[field.name] = column
            free.remove(column)
    return found


def _check(columns: list[str], kind: Kind, chosen: Mapping[str, str]) -> None:
    names = {field.name for field in kind.fields} | {IGNORED}
    for column, name in chosen.items():
        if column not in columns:
            raise MappingError(
                f"El archivo no tiene la columna «{column}». Tiene: {', '.join(columns)}."
            )
        if name not in names:
            raise MappingError(
                f"«{name}» no es un campo de {kind.name}. Campos: {', '.join(sorted(names))}."
            )


def _column_of(field: Field, free: list[str]) -> str | None:
    by_header = {plain(column): column for column in reversed(free)}
    ways = (plain(field.name), *field.headers)
    return next((by_header[way] for way in ways if way in by_header), None)


def shape(
    table: pd.DataFrame, kind: Kind, mapping: Mapping[str, str], indicators: Collection[str]
) -> Shaped:
    """The columns of ``table`` by field; years or indicators in headers become rows.

    Args:
        table: text cells, the index is the row of the file.
        kind: what the file is.
        mapping: column by field.
        indicators: keys that a header may be.
    """
    cells = table[list(mapping.values())].set_axis(list(mapping), axis=1)
    free = [str(c) for c in table.columns if c not in mapping.values()]
    if kind.wide and VALUE not in mapping:
        name, headers = _wide(free, mapping, indicators)
        if headers:
            melted = _melt(cells, table[headers], name)
            unused = tuple(column for column in free if column not in headers)
            return Shaped(melted, dict(mapping), tuple(headers), unused)
    return Shaped(cells, dict(mapping), unused=tuple(free))


def _wide(
    free: list[str], mapping: Mapping[str, str], indicators: Collection[str]
) -> tuple[str, list[str]]:
    years = [c for c in free if YEAR.fullmatch(c)] or [c for c in free if period(c).value]
    if "period" not in mapping and years:
        return "period", years
    keys = {plain(key) for key in indicators}
    return "indicator", [c for c in free if plain(c) in keys and "indicator" not in mapping]


def _melt(cells: pd.DataFrame, wide: pd.DataFrame, name: str) -> pd.DataFrame:
    """One row per filled cell of ``wide``, in the order of the file."""
    long = wide.assign(**{ORIGIN: range(len(wide))}).melt(ORIGIN, var_name=name, value_name=VALUE)
    filled = long[long[VALUE].str.strip() != ""].sort_values(ORIGIN, kind="stable")
    headers = filled[name].astype("str").array
    named = {name: headers, VALUE: filled[VALUE].array, ORIGIN: headers}
    return cells.iloc[filled[ORIGIN].to_numpy()].assign(**named)


def with_constants(shaped: Shaped, constants: Mapping[str, str]) -> Shaped:
    """``shaped`` with the same word in every row of the fields that the file lacks."""
    extra = {name: word for name, word in constants.items() if name not in shaped.cells}
    frame = shaped.cells.assign(**extra)
    return Shaped(frame, shaped.headers, shaped.melted, shaped.unused)
