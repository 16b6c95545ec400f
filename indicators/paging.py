"""Pages of long tables: where to go on, and which rows a reader asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

SCANNED_ROWS: Final = 400_000
"""Rows that one page looks through at most: what bounds its time when few of them fit."""

CURSOR: Final = r"^[0-9]{1,4}\.[0-9]{1,9}$"
"""How a cursor is written: the position of a table, a dot, and that of a row in it."""

Positions = npt.NDArray[np.int64]
Read = Callable[[str], pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Cursor:
    """The next row to look at: ``row`` of the table at position ``table``."""

    table: int = 0
    row: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Inverse of ``str``; the beginning for an empty text.

        Args:
            text: empty, or as ``CURSOR`` describes.
        """
        table, _, row = (text or "0.0").partition(".")
        return cls(int(table), int(row))

    def __str__(self) -> str:
        """As a link carries it."""
        return f"{self.table}.{self.row}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows a reader asked for.

    Attributes:
        words: by column, the words that count. A cell may hold several, joined by ``|``: one of
            them is enough.
        period: the rows of this period and of every shorter one that starts in it; ``2024`` finds
            ``2024``, ``2024-05`` and ``2024-11/2025-01``. Empty for all.
    """

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    period: str = ""

    def positions(self, table: pd.DataFrame, start: int) -> Positions:
        """Positions in ``table`` of the wanted rows, from ``start`` on, in order."""
        found = np.arange(min(start, len(table)), len(table), dtype=np.int64)
        for column, words in self.words.items():
            found = _kept(table[column], found, partial(_names_any, words))
        if self.period:
            found = _kept(table["period"], found, self._in_period)
        return found

    def _in_period(self, text: str) -> bool:
        return text == self.period or text.startswith((f"{self.period}-", f"{self.period}/"))


def _names_any(words: frozenset[str], text: str) -> bool:
    return not words.isdisjoint(text.split("|"))


def _kept(column: pd.Series, rows: Positions, fits: Callable[[str], bool]) -> Positions:
    """Those of ``rows`` whose text fits; asked once for each distinct text."""
    numbers, texts = pd.factorize(column.iloc[rows], use_na_sentinel=False)
    answers = np.array([fits(str(text)) for text in texts], dtype=bool)
    return rows[answers[numbers]] if len(rows) else rows


def span(start: Cursor, limit: int, whole: int) -> tuple[slice, Cursor | None]:
    """The page of a list of ``whole`` entries that begins at ``start``, and where to go on."""
    first = start.row if start.table == 0 else whole
    end = first + limit
    return slice(first, end), Cursor(0, end) if end < whole else None


def page(
    tables: Sequence[str], read: Read, wanted: Wanted, start: Cursor, limit: int
) -> tuple[list[pd.DataFrame], Cursor | None]:
    """At most ``limit`` wanted rows, from ``start`` on.

    A page may hold fewer rows than ``limit``, even none, before the last one: it looks through
    ``SCANNED_ROWS`` and then says where to go on.

    Args:
        tables: names of the tables, in order.
        read: the table of a name.
        wanted: which rows count.
        start: where the page before ended.
        limit: of rows, at least one.

    Returns:
        The rows, in parts; and where to go on, ``None`` after the last row.
    """
    parts: list[pd.DataFrame] = []
    left, scanned, place = limit, 0, start
    while place.table < len(tables):
        if scanned >= SCANNED_ROWS:
            return parts, place
        table = read(tables[place.table])
        found = wanted.positions(table, place.row)
        parts.append(table.iloc[found[:left]])
        if len(found) > left:
            return parts, Cursor(place.table, int(found[left]))
        left, scanned, place = left - len(found), scanned + len(table), Cursor(place.table + 1)
        if not left:
            break
    return parts, place if place.table < len(tables) else None
