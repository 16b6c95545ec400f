"""A table as it leaves: columns, rows, and what must be known of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique

Cell = str | float | None
Row = Mapping[str, Cell]


@unique
class Nature(StrEnum):
    """What a column holds. Codes are words that look like numbers, and stay words."""

    CODE = "code"
    TEXT = "text"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: its name in the file and what it means, in words."""

    key: str
    nature: Nature
    meaning: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table ready to be written.

    Attributes:
        name: of the file, without its ending.
        title: what the rows are, in words.
        rows: by column; a missing number and an empty word are ``None``.
        notes: name and words of what must be known: filters, cut-off, publications, warnings.
        titles: names of the sheets of rows, notes and columns, in the language of the reader.
        watermark: of invented figures; empty for published ones.
    """

    name: str
    title: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Row]
    notes: Sequence[tuple[str, str]]
    titles: tuple[str, str, str]
    watermark: str = ""

    @property
    def keys(self) -> list[str]:
        """Names of the columns, in order."""
        return [column.key for column in self.columns]

    def numbers(self) -> list[str]:
        """Names of the columns of numbers."""
        return [column.key for column in self.columns if column.nature is Nature.NUMBER]
