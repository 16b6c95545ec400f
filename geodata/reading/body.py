"""The rows below the header: which are data, which are totals, notes and headings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from geodata.reading import refusals
from geodata.reading.grid import Merge, Row
from geodata.reading.header import Header
from geodata.reading.limits import LIMITS
from geodata.reading.notes import Notebook, note
from geodata.reading.refusals import refuse
from geodata.reading.words import (
    is_dimension,
    is_note,
    is_territory,
    is_total,
    is_whole_total,
)

_TOTAL_LETTERS: Final = frozenset("tTsSgG \u00a0")
"""First letters of the words for a total: a cheap test before the exact one."""

_LABEL_COLUMNS: Final = 3
"""The words for a total stand in one of the first columns that are no dimension."""

_MAY_BE_NOTE: Final = frozenset("fFnNeEaAoOsScCpP(*")


@dataclass(slots=True)
class Body:
    """Takes rows in, lets data out, and writes down what it left aside."""

    header: Header
    merges: Sequence[Merge]
    notebook: Notebook
    typed: bool
    excluded: set[int] = field(default_factory=set)
    in_notes: bool = False
    _names: list[int] = field(default_factory=list)
    _free: list[int] = field(default_factory=list)
    _suspects: list[int] = field(default_factory=list)
    _active: list[tuple[Merge, str]] = field(default_factory=list)
    _starts: dict[int, list[Merge]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort columns and merges out once: what follows runs for every row."""
        names = self.header.names
        self._free = [place for place, name in enumerate(names) if not is_dimension(name)]
        self._names = [place for place in self._free if is_territory(names[place])]
        self._suspects = sorted({*self._names, *self._free[:_LABEL_COLUMNS]})
        for merge in self.merges:
            if merge.bottom > self.header.last:
                self._starts.setdefault(merge.top, []).append(merge)

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows of data, all as wide as the header."""
        width = len(self.header.names)
        for number, cells in rows:
            if self._starts or self._active:
                self._open(number, cells)
            if is_blank(cells) or self._aside(number, cells, width):
                continue
            self.in_notes = False
            if len(cells) != width:
                cells = self._fitted(number, cells, width)  # noqa: PLW2901 - the same row, wider
            if self._active:
                cells = self._spread(number, cells)  # noqa: PLW2901 - the same row, filled
            yield number, cells

    def _aside(self, number: int, cells: list[str], width: int) -> bool:
        """Whether the row is not data; it is then written down."""
        rule, value = self._verdict(number, cells, width)
        if rule:
            self.excluded.add(number)
            self.notebook.add(note(rule, number, value=value.strip()))
        return bool(rule)

    def _verdict(self, number: int, cells: list[str], width: int) -> tuple[str, str]:
        lead = cells[0] or next(filter(None, cells))
        if lead[0] in _MAY_BE_NOTE and is_note(lead) and self._sparse(cells, width):
            self.in_notes = True
            return "nota_al_pie", lead
        if self.in_notes and width > 1 and not any(cells[1:]):
            return "nota_al_pie", lead
        total = self._total(cells)
        if total:
            return "fila_de_total", total
        if self.typed and number in self._starts and self._heading(number, cells, width):
            return "fila_de_seccion", lead
        return "", ""

    @staticmethod
    def _sparse(cells: list[str], width: int) -> bool:
        """Fewer than half of the cells are filled, or a separator cut the sentence of a note."""
        return len(cells) < width or 2 * sum(map(bool, cells)) <= max(width, 2)

    def _total(self, cells: list[str]) -> str:
        """The cell that makes this row a total, or nothing. Most rows fail the first test."""
        if len(cells) == len(self.header.names):
            for place in self._suspects:
                if cells[place][:1] in _TOTAL_LETTERS:
                    break
            else:
                return ""
        return self._exact_total(cells)

    def _exact_total(self, cells: list[str]) -> str:
        for place in self._names:
            cell = cells[place] if place < len(cells) else ""
            if cell and cell[0] in _TOTAL_LETTERS and is_total(cell):
                return cell
        lead = True
        for place in self._free[:_LABEL_COLUMNS]:
            cell = cells[place] if place < len(cells) else ""
            if cell and cell[0] in _TOTAL_LETTERS and is_whole_total(cell, alone=lead):
                return cell
            lead = lead and not cell
        return ""

    def _heading(self, number: int, cells: list[str], width: int) -> bool:
        """One merged cell across the table, with nothing beside it."""
        across = any(
            merge.left == 0 and merge.right >= width - 1 > 0 for merge in self._starts[number]
        )
        return across and not any(cells[1:])

    def _fitted(self, number: int, cells: list[str], width: int) -> list[str]:
        """As wide as the header. Empty cells at the end are no fault; missing ones are."""
        extra = any(cells[width:])
        if len(cells) < width or extra:
            found = len(cells)
            self.notebook.add(note("fila_irregular", number, found=found, expected=width))
        if len(cells) > LIMITS.columns:
            raise refuse(refusals.TOO_MANY_COLUMNS, limit=LIMITS.columns)
        return [*cells[:width], *[""] * (width - len(cells))]

    def _open(self, number: int, cells: list[str]) -> None:
        """Merges that start here are remembered with their value; ended ones are forgotten."""
        self._active = [pair for pair in self._active if pair[0].bottom >= number]
        for merge in self._starts.get(number, []):
            value = cells[merge.left] if merge.left < len(cells) else ""
            if value and len(self._active) < LIMITS.columns:
                self._active.append((merge, value))

    def _spread(self, number: int, cells: list[str]) -> list[str]:
        filled = list(cells)
        for merge, value in self._active:
            for place in range(merge.left, min(merge.right + 1, len(filled))):
                filled[place] = filled[place] or value
            if merge.top == number and merge.left < len(filled):
                column = self.header.names[merge.left]
                self.notebook.add(
                    note("celdas_combinadas", number, column, value, cells=merge.name)
                )
        return filled


def is_blank(cells: Sequence[str]) -> bool:
    """Whether a row has nothing but spaces; rows that begin with a word are known at once."""
    if cells and cells[0] and not cells[0].isspace():
        return False
    return not any(map(str.strip, cells))
