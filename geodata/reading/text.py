"""Text files: which encoding, which separator, and their rows."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

from geodata.findings import Finding
from geodata.reading import refusals
from geodata.reading.grid import Grid, Row
from geodata.reading.limits import LIMITS
from geodata.reading.notes import note
from geodata.reading.refusals import refuse

ENCODINGS: Final = ("utf-8", "cp1252", "cp850")
"""What the selector offers."""

PREVIEW_LINES: Final = 8
SEPARATORS: Final = ("\t", ";", "|", ",")
"""The first of two that fit equally well is taken: the comma is also a decimal sign."""

_CHUNK_BYTES: Final = 1 << 20
_SAMPLE_CHARACTERS: Final = 1 << 16
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHOWN: Final = {"utf-8-sig": "utf-8"}
_DOS_LETTERS: Final = re.compile("[A-Za-z][¤¢£\u201a¡\u00a0][a-z]")
"""What ñ, ó, ú, é, í and á of cp850 look like in cp1252, between two letters."""


def preview(path: Path) -> dict[str, tuple[str, ...]]:
    """The first lines of a text file in each encoding, for the person who has to choose."""
    with path.open("rb") as file:
        head = file.read(_SAMPLE_CHARACTERS)
    lines = [line[: LIMITS.cell_characters] for line in head.splitlines()[:PREVIEW_LINES]]
    return {
        encoding: tuple(line.decode(encoding, errors="replace").lstrip("\ufeff") for line in lines)
        for encoding in ENCODINGS
    }


def read_text(path: Path, encoding: str = "") -> tuple[Grid, list[Finding]]:
    """Rows of a CSV or TSV, whatever its separator.

    Raises:
        UnreadableFileError: it cannot be decoded, or holds NUL bytes or lines without end.
    """
    found = _declared(path, encoding) if encoding else find_encoding(path)
    with path.open(encoding=found, newline="") as file:
        sample = file.read(_SAMPLE_CHARACTERS)
    doubtful = not encoding and found == "cp1252" and bool(_DOS_LETTERS.search(sample))
    findings = [note("codificacion_dudosa")] if doubtful else []
    rows = _rows(path, found, find_separator(sample))
    return Grid(rows, encoding=_SHOWN.get(found, found), expected=_line_count(path)), findings


def _line_count(path: Path) -> int:
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK_BYTES), b""))


def find_encoding(path: Path) -> str:
    """The mark at the start, else strict UTF-8, else cp1252."""
    with path.open("rb") as file:
        head = file.read(4)
    marked = [name for bom, name in _BOMS if head.startswith(bom)]
    if marked:
        return _declared(path, marked[0])
    return "utf-8" if _decodes(path, "utf-8") else _declared(path, "cp1252")


def _declared(path: Path, encoding: str) -> str:
    known = {*ENCODINGS, *(name for _, name in _BOMS)}
    if encoding not in known or not _decodes(path, encoding):
        raise refuse(refusals.UNDECODABLE, encoding=encoding)
    return "utf-8-sig" if encoding == "utf-8" else encoding


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def find_separator(sample: str) -> str:
    """The separator that cuts most lines of ``sample`` into the same number of cells."""
    lines = sample.splitlines()
    whole = lines[:-1] if len(lines) > 1 else lines
    scores = {separator: _score(whole, separator) for separator in SEPARATORS}
    return max(SEPARATORS, key=lambda separator: scores[separator])


def _score(lines: list[str], separator: str) -> int:
    """How many lines have the commonest number of cells, if that is more than one."""
    csv.field_size_limit(LIMITS.cell_characters)
    try:
        widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return 0
    return max((count for width, count in widths.items() if width > 1), default=0)


def _rows(path: Path, encoding: str, separator: str) -> Iterator[Row]:
    csv.field_size_limit(LIMITS.cell_characters)
    number = 0
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(_lines(file), delimiter=separator, strict=True)
        try:
            for number, cells in enumerate(reader, 1):
                yield number, cells
        except csv.Error as error:
            raise refuse(refusals.BAD_QUOTES, row=str(number + 1)) from error


def _lines(file: TextIO) -> Iterator[str]:
    """Lines, none of them without end and none with a NUL."""
    number = 0
    while line := file.readline(LIMITS.line_characters):
        number += 1
        if len(line) == LIMITS.line_characters:
            raise refuse(refusals.LONG_LINE, row=str(number), limit=LIMITS.line_characters)
        if "\0" in line:
            raise refuse(refusals.NUL, row=str(number))
        yield line
