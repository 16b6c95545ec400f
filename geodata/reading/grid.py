"""What every format is turned into before a table is looked for: rows of text with their number."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

Row = tuple[int, list[str]]
"""Number of the row in the file, from 1, and its cells."""

_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class Merge:
    """A rectangle of merged cells: rows from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """As a spreadsheet writes it: ``A5:B9``."""
        return f"{letters(self.left)}{self.top}:{letters(self.right)}{self.bottom}"


@dataclass(slots=True)
class Typing:
    """Which cells of a workbook are numbers; filled while its rows are read.

    Attributes:
        last_number: by column, the last row with a number.
        separated: row, column and text of the texts that look like a number with separators.
    """

    last_number: dict[int, int] = field(default_factory=dict)
    separated: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grid:
    """The sheet, or the text, that holds the table.

    Attributes:
        rows: blank ones included or not, in order; read once.
        uncached: cells (row from 1, column from 0) of formulas without a stored result.
        typing: of a workbook, whose rows all have one width; ``None`` for a text.
        expected: how many rows there are, about; 0 where nobody knows.
    """

    rows: Iterable[Row]
    merges: tuple[Merge, ...] = ()
    uncached: tuple[tuple[int, int], ...] = ()
    sheets: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    encoding: str = ""
    typing: Typing | None = None
    expected: int = 0


def letters(column: int) -> str:
    """Name of a column as spreadsheets write it: 0 is ``A``, 26 is ``AA``."""
    name, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, _LETTERS)
        name = chr(ord("A") + place) + name
    return name
