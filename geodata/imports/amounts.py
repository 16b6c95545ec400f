"""Columns of numbers, quickly: plain numbers at once, every other distinct text by the reader."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geodata.imports.words import plain
from geodata.reading.numbers import POINT, NotNumber, detect_decimal, number

WHOLE: Final = r"^-?\d{1,15}$"
WITH_POINT: Final = r"^-?\d{1,15}(\.\d{1,15})?$"

NUMBER, EMPTY, HIDDEN, AMBIGUOUS, WRONG = range(5)
"""What a cell is; the rules read it in ``<field>_is``."""

STATES: Final = {
    NotNumber.MISSING: EMPTY,
    NotNumber.SUPPRESSED: HIDDEN,
    NotNumber.AMBIGUOUS: AMBIGUOUS,
    NotNumber.INVALID: WRONG,
}
WITHHELD: Final = frozenset(("c", "suprimido", "suprimida", "reservado", "confidencial"))
STARS: Final = frozenset("*()")

Doubles = np.ndarray[tuple[int], np.dtype[np.float64]]
States = np.ndarray[tuple[int], np.dtype[np.int8]]


@dataclass(frozen=True, slots=True)
class Amounts:
    """Numbers of a column, ``NaN`` where there is none, and what each cell is."""

    values: Doubles
    states: States


def decimal_mark(columns: list[pa.Array]) -> str:
    """The decimal mark that the cells of several columns prove; empty when none does."""
    odd = [pc.unique(column.filter(pc.invert(_matches(column, WHOLE)))) for column in columns]
    return detect_decimal(text for texts in odd for text in texts.to_pylist())


def amounts(column: pa.Array, decimal: str) -> Amounts:
    """Read a column.

    Args:
        column: texts.
        decimal: ``,`` or ``.``; empty when nobody knows.
    """
    simple = _matches(column, WITH_POINT if decimal == POINT else WHOLE)
    cast = pc.cast(pc.if_else(simple, column, None), pa.float64())
    values = np.array(cast.to_numpy(zero_copy_only=False), dtype=np.float64)
    states = np.zeros(len(column), dtype=np.int8)
    odd = np.flatnonzero(~np.asarray(simple))
    if odd.size:
        coded = column.take(pa.array(odd)).dictionary_encode()
        codes = np.asarray(coded.indices)
        read = [_read(text, decimal) for text in coded.dictionary.to_pylist()]
        values[odd] = np.array([value for value, _ in read])[codes]
        states[odd] = np.array([state for _, state in read], dtype=np.int8)[codes]
    return Amounts(values, states)


def _matches(column: pa.Array, pattern: str) -> pa.Array:
    return pc.match_substring_regex(column, pattern)


def _read(text: str, decimal: str) -> tuple[float, int]:
    starred = bool(text.strip()) and STARS.issuperset(text.strip())
    if starred or plain(text) in WITHHELD:
        return np.nan, HIDDEN
    found = number(text, decimal)
    return (np.nan, STATES[found]) if isinstance(found, NotNumber) else (found, NUMBER)
