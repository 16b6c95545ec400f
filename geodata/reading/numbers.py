"""Numbers as Spanish offices write them. What can mean two things is asked, never guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

import numpy as np
import pandas as pd

from geodata.findings import Finding
from geodata.reading.notes import Notebook, note
from geodata.reading.words import plain


@unique
class NotNumber(StrEnum):
    """Why a cell gives no number."""

    MISSING = "faltante"
    SUPPRESSED = "suprimido"
    AMBIGUOUS = "ambiguo"
    INVALID = "invalido"


COMMA, POINT = ",", "."

_MISSING: Final = frozenset({
    "", "-", "--", "---", "–", "—", "…", "...", ".", "#n/d", "#n/a", "n/d", "nd", "n.d.", "n.d",
    "n/a", "na", "n.a.", "s/d", "sd", "s.d.", "s.d", "s/i", "null", "nan", "sin dato", "sin datos",
    "sin informacion", "no disponible", "no aplica",
})  # fmt: skip
_SUPPRESSED: Final = re.compile(r"([<≤]=?\s*\d+|menos de \d+|menor (a|que|de) \d+)")
_ORNAMENT: Final = re.compile(r"[\s']")
"""Spaces of every kind, hard and thin ones too, and the apostrophe: signs of thousands."""

_MONEY: Final = re.compile(r"^(cop|us)?\$|^cop|cop$")
_GROUPS: Final = r"([1-9]\d{0,2}(?:%s\d{3})+|\d+)"
_SPACED: Final = re.compile(r"\d{1,3}(?:[\s']\d{3})+([.,]\d+)?|[^\s']*")
_SHAPES: Final = {
    COMMA: re.compile(_GROUPS % r"\." + r"(?:,(\d+))?"),
    POINT: re.compile(_GROUPS % "," + r"(?:\.(\d+))?"),
}
"""What a number without sign looks like, for each decimal sign."""

_EITHER: Final = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
"""``1.234``: a thousand two hundred and thirty-four, or one and some thousandths."""

_PLAIN: Final = r"-?\d+"
_FAST: Final = (
    r"-?(?:\d+{mark}(?:\d{{1,2}}|\d{{4,}})|(?:0|\d{{4,}}){mark}\d+"
    r"|[1-9]\d{{0,2}}(?:{other}\d{{3}})+{mark}\d+)"
)
"""Most decimals of most files: their sign is certain, and a whole column is read at once."""


def number(text: str, decimal: str = "") -> float | NotNumber:
    """The number in one cell, or why there is none.

    A percent sign is taken off and the figure kept: ``12,5 %`` is 12.5. A figure in parentheses is
    negative. ``<5`` is suppressed, never 5.

    Args:
        text: as somebody wrote it.
        decimal: ``,`` or ``.`` where the file or its column is known to use it; else ``1.234`` is
            ambiguous and everything that can only mean one thing is read.
    """
    word = plain(text)
    if word in _MISSING:
        return NotNumber.MISSING
    if _SUPPRESSED.fullmatch(word):
        return NotNumber.SUPPRESSED
    sign, digits = _bare(text.strip())
    if not decimal and _EITHER.fullmatch(digits):
        return NotNumber.AMBIGUOUS
    for mark in (decimal,) if decimal else (COMMA, POINT):
        shape = _SHAPES[mark].fullmatch(digits)
        if shape:
            whole = re.sub(r"[.,]", "", shape[1])
            return sign * float(f"{whole}.{shape[2] or 0}")
    return NotNumber.INVALID


def _bare(text: str) -> tuple[int, str]:
    """The sign and the digits with their separators; nothing if what is around them is odd."""
    negative = text.startswith("(") and text.endswith(")")
    inner = text[1:-1] if negative else text
    inner = inner.replace("−", "-").removesuffix("%").strip()
    inner = _MONEY.sub("", inner.lower()).strip()
    if inner[:1] in "+-" and inner and not negative:
        negative, inner = inner[0] == "-", inner[1:].strip()
    digits = _ORNAMENT.sub("", inner) if _SPACED.fullmatch(inner) else "?"
    return (-1 if negative else 1), digits


def detect_decimal(texts: Iterable[str]) -> str:
    """The decimal sign that the whole of a column shows: ``,``, ``.``, or ``""``.

    Empty when nothing tells, and when different cells tell different things.
    """
    return _only(_marks(texts))


def _marks(texts: Iterable[str]) -> set[str]:
    return {_mark(_bare(text.strip())[1]) for text in texts} - {""}


def _only(marks: set[str]) -> str:
    return next(iter(marks)) if len(marks) == 1 else ""


def _mark(digits: str) -> str:
    """The decimal sign that one cell proves, if it does."""
    if digits.isdecimal() or _EITHER.fullmatch(digits):
        return ""
    fits = [mark for mark, shape in _SHAPES.items() if shape.fullmatch(digits)]
    return fits[0] if len(fits) == 1 else ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column read.

    Attributes:
        values: ``NaN`` where there is no number; index of the column.
        states: a ``NotNumber`` where there is none, else ``""``.
        decimal: the sign used, declared or found out; ``""`` if nothing told.
    """

    values: pd.Series
    states: pd.Series
    decimal: str


def column_numbers(texts: pd.Series, decimal: str = "") -> Numbers:
    """All numbers of a column, by the decimal sign declared or the one its cells prove."""
    cells = texts.astype("str")
    values, proven = _certain(cells, decimal)
    rest = values.isna()
    others = pd.Series(cells[rest].unique(), dtype="str")
    mark = decimal or _only(proven | _marks(others))
    read = {text: number(text, mark) for text in others}
    figures = {text: found for text, found in read.items() if not isinstance(found, NotNumber)}
    values[rest] = cells[rest].map(figures).astype("float64")
    states = pd.Series("", index=texts.index, dtype="str")
    words = {text: str(found) for text, found in read.items() if isinstance(found, NotNumber)}
    states[rest] = cells[rest].map({text: words.get(text, "") for text in read}).astype("str")
    return Numbers(values, states, mark)


def _certain(cells: pd.Series, decimal: str) -> tuple[pd.Series, set[str]]:
    """Values of the cells that can only mean one thing, and the decimal signs that they show."""
    values = pd.Series(np.nan, index=cells.index, dtype="float64")
    proven = set()
    for mark in ("", *((decimal,) if decimal else (COMMA, POINT))):
        other = POINT if mark == COMMA else COMMA
        pattern = _FAST.format(mark=re.escape(mark), other=re.escape(other)) if mark else _PLAIN
        hits = cells.str.fullmatch(pattern)
        if hits.any():
            bare = cells[hits].str.replace(other, "", regex=False)
            values[hits] = bare.str.replace(mark or POINT, POINT, regex=False).astype("float64")
            proven.add(mark)
    return values, proven - {""}


_RULES: Final = {NotNumber.AMBIGUOUS: "numero_ambiguo", NotNumber.INVALID: "numero_invalido"}


def number_findings(texts: pd.Series, numbers: Numbers) -> tuple[Finding, ...]:
    """What has to be asked or mended in a column, cell by cell; its name is that of ``texts``."""
    notebook = Notebook()
    for state, rule in _RULES.items():
        for row, text in texts[numbers.states == state].items():
            notebook.add(note(rule, int(str(row)), str(texts.name), str(text)))
    return notebook.close()
