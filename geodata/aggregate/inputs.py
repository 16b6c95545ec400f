"""The records as expressions need them: an unbound table, once the real columns fit it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import ibis
from ibis.expr import datatypes as dt
from ibis.expr import types as ir

from geodata.aggregate.engines import Opened
from geodata.aggregate.errors import RecordsUnfitError
from geodata.aggregate.figures import COLUMNS, Nature, Records

TYPES: Final[Mapping[Nature, dt.DataType]] = MappingProxyType(
    {
        Nature.TEXT: dt.string,
        Nature.WHOLE: dt.int64,
        Nature.NUMBER: dt.float64,
        Nature.FLAG: dt.boolean,
        Nature.DAY: dt.date,
    }
)
"""Types that expressions are written for. Engines read narrower ones by the same names."""


def records(source: Opened, kind: Records) -> ir.Table:
    """The unbound table of ``kind`` under the name that ``source`` gives it.

    Raises:
        RecordsUnfitError: columns are missing or hold something else; all are named at once.
    """
    wrong = [
        sentence
        for name, nature in COLUMNS[kind].items()
        if (sentence := _wrong(name, nature, source.columns))
    ]
    if wrong:
        raise RecordsUnfitError(
            f"Las columnas no sirven para {kind.value}: {'; '.join(wrong)}. "
            "docs/agregacion.md dice qué columnas se esperan."
        )
    schema = {name: TYPES[nature] for name, nature in COLUMNS[kind].items()}
    return ibis.table(schema, name=source.name, database=source.folder)


def _wrong(name: str, nature: Nature, columns: ibis.Schema) -> str:
    if name not in columns:
        return f"falta «{name}» ({nature.value})"
    if FITS[nature](columns[name]):
        return ""
    return f"«{name}» debe ser {nature.value} y es {columns[name]}"


def _is_day(found: dt.DataType) -> bool:
    # An instant with a zone is another day elsewhere, and each engine would say its own.
    return found.is_date() or (isinstance(found, dt.Timestamp) and found.timezone is None)


FITS: Final[Mapping[Nature, Callable[[dt.DataType], bool]]] = MappingProxyType(
    {
        Nature.TEXT: lambda found: bool(found.is_string()),
        Nature.WHOLE: lambda found: bool(found.is_integer()),
        Nature.NUMBER: lambda found: bool(found.is_numeric() and not found.is_boolean()),
        Nature.FLAG: lambda found: bool(found.is_boolean()),
        Nature.DAY: _is_day,
    }
)
