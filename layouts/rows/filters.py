"""Filters and order of rows as the address writes them, and what they leave.

``valor~min~10;estado~de~con%20cifra,suprimido`` keeps rows whose value is 10 or more and whose
state is one of two. Operands are percent-encoded, so that none holds a mark of the grammar.
``assets/mirador/filters.mjs`` writes the same and the grid applies the same rules.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Self
from urllib.parse import quote, unquote

from geodata.exports.sheet import Cell, Row
from indicators.search import plain_text
from layouts.rows.columns import COLUMNS, Filtered

MOST_CONDITIONS: Final = 12
MOST_WORDS: Final = 200
LONGEST: Final = 2000
"""Characters of all conditions together."""

Test = Callable[[Cell, Sequence[str]], bool]


def _text(test: Callable[[str, str], bool]) -> Test:
    """A comparison of words that sees neither capitals nor accents."""

    def judge(cell: Cell, operands: Sequence[str]) -> bool:
        return cell is not None and test(plain_text(str(cell)), plain_text(operands[0]))

    return judge


def _number(test: Callable[[float, list[float]], bool]) -> Test:
    """A comparison of numbers; a missing one never passes."""

    def judge(cell: Cell, operands: Sequence[str]) -> bool:
        return isinstance(cell, int | float) and test(cell, [float(text) for text in operands])

    return judge


BLANK: Final[Mapping[str, Test]] = {
    "vacio": lambda cell, _: cell is None,
    "lleno": lambda cell, _: cell is not None,
}
TESTS: Final[Mapping[Filtered, Mapping[str, Test]]] = MappingProxyType(
    {
        Filtered.TEXT: {
            "contiene": _text(lambda cell, part: part in cell),
            "no_contiene": lambda cell, some: (
                cell is None or not _text(lambda c, p: p in c)(cell, some)
            ),
            "es": _text(lambda cell, whole: cell == whole),
            "empieza": _text(lambda cell, start: cell.startswith(start)),
            **BLANK,
        },
        Filtered.NUMBER: {
            "es": _number(lambda cell, of: cell == of[0]),
            "mas": _number(lambda cell, of: cell > of[0]),
            "min": _number(lambda cell, of: cell >= of[0]),
            "menos": _number(lambda cell, of: cell < of[0]),
            "max": _number(lambda cell, of: cell <= of[0]),
            "entre": _number(lambda cell, of: of[0] <= cell <= of[1]),
            **BLANK,
        },
        Filtered.WORDS: {"de": lambda cell, words: ("" if cell is None else str(cell)) in words},
        Filtered.NOT: {},
    }
)
"""What may be asked of a column, by how it is filtered. ``de``: one of these words."""

OPERANDS: Final = {"vacio": 0, "lleno": 0, "entre": 2}
"""Where it is not one; ``de`` takes any number of words, at least one."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on one column."""

    column: str
    test: str
    operands: tuple[str, ...]

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read ``column~test~operands``; ``None`` where it is not one."""
        column, _, rest = text.partition("~")
        test, _, operands = rest.partition("~")
        words = tuple(unquote(word) for word in operands.split(",")) if operands else ()
        made = cls(column, test, words)
        return made if made._valid() else None

    def _valid(self) -> bool:
        if self.column not in COLUMNS:
            return False
        filtered = COLUMNS[self.column].filtered
        if self.test not in TESTS[filtered]:
            return False
        if self.test == "de":
            return 0 < len(self.operands) <= MOST_WORDS
        known = len(self.operands) == OPERANDS.get(self.test, 1)
        return known and (filtered is not Filtered.NUMBER or all(map(_is_number, self.operands)))

    def written(self) -> str:
        """Inverse of ``read``."""
        operands = ",".join(quote(word, safe="") for word in self.operands)
        return "~".join([self.column, self.test, *([operands] if self.operands else [])])

    def holds(self, row: Row) -> bool:
        """Whether ``row`` passes."""
        test = TESTS[COLUMNS[self.column].filtered][self.test]
        return test(row.get(self.column), self.operands)


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) < float("inf")
    except ValueError:
        return False


def conditions(text: str) -> tuple[Condition, ...] | None:
    """Read the filter of an address, one condition for each column; ``None`` where it is wrong."""
    parts = text.split(";") if text else []
    if len(text) > LONGEST or len(parts) > MOST_CONDITIONS:
        return None
    read = [Condition.read(part) for part in parts]
    known = tuple(condition for condition in read if condition is not None)
    columns = {condition.column for condition in known}
    return known if len(known) == len(read) == len(columns) else None


@dataclass(frozen=True, slots=True)
class Order:
    """By which column rows are sorted."""

    column: str
    descending: bool

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read ``column`` or ``-column``; ``None`` where there is no such column."""
        column = text.removeprefix("-")
        return cls(column, text.startswith("-")) if column in COLUMNS else None


def kept(rows: Sequence[Row], filters: Sequence[Condition], order: Order | None) -> list[Row]:
    """The rows that pass every condition, in order; missing cells count as the smallest."""
    left = [row for row in rows if all(condition.holds(row) for condition in filters)]
    if order is None:
        return left
    # Equal rows keep their order in both directions, as the grid sorts them.
    by = COLUMNS[order.column].sorted or order.column
    return sorted(left, key=lambda row: _rank(row.get(by)), reverse=order.descending)


def _rank(cell: Cell) -> tuple[int, float, str]:
    if cell is None:
        return (0, 0.0, "")
    return (1, 0.0, plain_text(cell)) if isinstance(cell, str) else (1, float(cell), "")
