"""Where the header is: below titles, in one row or in two with merged cells."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geodata.findings import Finding
from geodata.reading import refusals
from geodata.reading.grid import Merge, Row, letters
from geodata.reading.notes import note
from geodata.reading.refusals import refuse
from geodata.reading.words import is_data

HEAD_ROWS: Final = 60
"""The header is looked for in the first rows only."""

AGES: Final = 3
"""As many consecutive whole numbers in a header are ages."""

GROUPS: Final = 2
"""A row above the header with fewer filled cells is a title."""

TITLE_HEADER_DATA: Final = 3

FULL_SHARE: Final = 0.6
"""A header fills at least this part of the cells that the commonest rows fill."""

JOINT: Final = " · "
"""Between the two rows of a joined header: ``2024 · Hombres``."""


@dataclass(frozen=True, slots=True)
class Header:
    """Names of the columns, made unique.

    Attributes:
        last: row of the last header line, from 1.
        unnamed: columns without a header: left out if they turn out to be empty.
    """

    names: tuple[str, ...]
    last: int
    unnamed: frozenset[int]
    findings: tuple[Finding, ...]


def find_header(head: Sequence[Row], merges: Sequence[Merge], asked: int = 0) -> Header:
    """The header among the first rows; ``asked`` is the row that the person pointed at, or 0.

    Raises:
        UnreadableFileError: there is no row with anything, or not the one asked for.
    """
    rows = [(number, _trimmed(cells)) for number, cells in head if any(map(str.strip, cells))]
    if not rows:
        raise refuse(refusals.EMPTY)
    at = _asked(rows, asked) if asked else _guessed(rows)
    first, second = _pair(rows, at, merges, asked)
    top = _row_of(rows[first], merges) if first < second else []
    names = _joined(top, rows[second][1], merges, rows[first][0])
    titles = tuple(_title(row) for row in rows[:first])
    findings = [*titles, *_doubts(names, rows[second][0], joined=first < second)]
    if asked:
        findings = [finding for finding in findings if finding.rule != "sin_encabezado"]
    return _named(names, rows[second][0], findings)


def _trimmed(cells: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in cells]


def _asked(rows: Sequence[Row], asked: int) -> int:
    for place, (number, _) in enumerate(rows):
        if number >= asked:
            return place
    raise refuse(refusals.NO_HEADER, row=str(asked))


def _guessed(rows: Sequence[Row]) -> int:
    """The first row that is about as full as the commonest ones."""
    fills = [_filled(cells) for _, cells in rows]
    counts = Counter(fills)
    usual = max(counts, key=lambda fill: (counts[fill] if fill > 1 else 0, fill))
    enough = max(math.ceil(FULL_SHARE * usual), min(usual, 2))
    first = next(place for place, fill in enumerate(fills) if fill >= enough)
    return first + _is_title(rows[first : first + 3], usual)


def _is_title(rows: Sequence[Row], usual: int) -> bool:
    """Whether the first of three rows is a title of some cells: a header and data follow it."""
    if len(rows) < TITLE_HEADER_DATA or _groups(rows[0], rows[1], ()):
        return False
    title, header, data = (cells for _, cells in rows)
    fuller = _filled(title) < usual <= _filled(header)
    return fuller and not any(map(is_data, header)) and any(map(is_data, data))


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell)


def _pair(rows: Sequence[Row], at: int, merges: Sequence[Merge], asked: int) -> tuple[int, int]:
    """Places of the first and of the last row of the header: the same, or neighbours."""
    if not asked and at > 0 and _groups(rows[at - 1], rows[at], merges):
        return at - 1, at
    if at + 1 < len(rows) and _groups(rows[at], rows[at + 1], merges):
        return at, at + 1
    return at, at


def _groups(upper: Row, lower: Row, merges: Sequence[Merge]) -> bool:
    """Whether ``upper`` names groups of the columns that ``lower`` names one by one."""
    above, below = _row_of(upper, merges), lower[1]
    if _filled(upper[1]) < GROUPS or any(map(is_data, (*upper[1], *below))):
        return False
    width = max(len(above), len(below))
    pairs = list(zip(_padded(upper[1], width), _padded(below, width), strict=True))
    gaps = any(under and not over for over, under in pairs)
    alone = any(over and not under for over, under in pairs)
    spans = any(merge.top == upper[0] and merge.right > merge.left for merge in merges)
    whole = all(over or under for over, under in pairs)
    return gaps and whole and (alone or spans)


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _row_of(row: Row, merges: Sequence[Merge]) -> list[str]:
    """The cells of a row, with merged ones filled to the right."""
    number, cells = row
    filled = list(cells)
    for merge in merges:
        if merge.top == number and merge.left < len(filled):
            end = min(merge.right + 1, len(filled))
            filled[merge.left : end] = [filled[merge.left]] * (end - merge.left)
    return filled


def _joined(
    above: Sequence[str], below: Sequence[str], merges: Sequence[Merge], top: int
) -> list[str]:
    """One name per column. Without merges, a group reaches up to the next one."""
    if not above:
        return list(below)
    width = max(len(above), len(below))
    merged = any(merge.top == top and merge.right > merge.left for merge in merges)
    names, group = [], ""
    for over, under in zip(_padded(above, width), _padded(below, width), strict=True):
        group = over if over or merged or not under else group
        names.append(JOINT.join(dict.fromkeys(part for part in (group, under) if part)))
    return names


def _title(row: Row) -> Finding:
    number, cells = row
    return note("fila_de_titulo", number, value=next(filter(None, cells)))


def _doubts(names: Sequence[str], row: int, *, joined: bool) -> Iterator[Finding]:
    """What a person should look at in the header."""
    if joined:
        example = next((name for name in names if JOINT in name), names[0])
        yield note("encabezado_unido", row, example=example)
    if _looks_like_data(names):
        yield note("sin_encabezado", row, value=next(filter(is_data, names)))


def _named(names: Sequence[str], row: int, findings: list[Finding]) -> Header:
    unnamed = frozenset(place for place, name in enumerate(names) if not name)
    unique = _unique([name or f"columna {letters(place)}" for place, name in enumerate(names)])
    repeated = [
        note("encabezado_repetido", row, name, new=new)
        for name, new in zip(names, unique, strict=True)
        if name and name != new
    ]
    return Header(tuple(unique), row, unnamed, (*findings, *repeated))


def _looks_like_data(names: Sequence[str]) -> bool:
    """Whether names are figures; simple ages, one after the other, head columns too."""
    figures = [name for name in names if is_data(name)]
    ages = (
        [str(int(figures[0]) + place) for place in range(len(figures))] if _counts(figures) else []
    )
    return bool(figures) and figures != ages


def _counts(figures: Sequence[str]) -> bool:
    return len(figures) >= AGES and figures[0].isdecimal()


def _unique(names: Sequence[str]) -> list[str]:
    """The second ``x`` is ``x (2)``, unless a column is called so already."""
    taken, counts = set(names), Counter[str]()
    unique = []
    for name in names:
        counts[name] += 1
        new = name
        while counts[name] > 1 and new in taken:
            new = f"{name} ({counts[name]})"
            counts[name] += new in taken
        taken.add(new)
        unique.append(new)
    return unique
