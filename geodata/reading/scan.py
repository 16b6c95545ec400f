"""Worksheets read as plain XML before the fast reader sees them.

That reader reserves the whole rectangle between the first and the last cell, so one value in
``XFD1048576`` ends its process; it gives an empty cell for a formula without a stored result and
for one that failed. Expat, of the standard library, tells the three without building a tree.
"""

import zipfile
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat

from geodata.reading import refusals
from geodata.reading.grid import Merge, letters
from geodata.reading.limits import LIMITS
from geodata.reading.refusals import refuse

ERRORS_ES: Final = {
    "#N/A": "#N/D",
    "#DIV/0!": "#¡DIV/0!",
    "#REF!": "#¡REF!",
    "#VALUE!": "#¡VALOR!",
    "#NAME?": "#¿NOMBRE?",
    "#NUM!": "#¡NUM!",
    "#NULL!": "#¡NULO!",
}
"""Errors of formulas as a person reads them in Excel in Spanish."""


@dataclass(slots=True)
class Scan:
    """What a worksheet holds; cells are (row from 1, column from 0)."""

    sheet: str
    uncached: list[tuple[int, int]] = field(default_factory=list)
    failed: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    bottom: int = 0
    right: int = -1

    def hold(self, row: int, column: int) -> None:
        """One more cell with a value, unless the rectangle of all becomes too large."""
        self.bottom = max(self.bottom, row)
        self.right = max(self.right, column)
        width = self.right + 1
        if (
            self.bottom > LIMITS.rows
            or width > LIMITS.columns
            or self.bottom * width > LIMITS.cells
        ):
            far = f"{letters(column)}{row}"
            raise refuse(refusals.TOO_MANY_CELLS, sheet=self.sheet, limit=LIMITS.cells, cell=far)


def forbid_doctype(archive: zipfile.ZipFile) -> None:
    """Refuse an archive with a member of XML that declares a DOCTYPE."""
    for name in archive.namelist():
        if name.lower().endswith((".xml", ".rels", ".vml")):
            _prolog(archive, name)


def _prolog(archive: zipfile.ZipFile, name: str) -> None:
    """Read one member up to its root element, where a DOCTYPE can no longer come."""
    parser = _parser()
    inside: list[str] = []
    parser.StartElementHandler = lambda name, _: inside.append(name)
    with archive.open(name) as member:
        while not inside and (chunk := member.read(1024)):
            _feed(parser, chunk, final=False)


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.buffer_text = True
    return parser


def _refuse_doctype(*_: object) -> None:
    raise refuse(refusals.DOCTYPE)


def _feed(parser: expat.XMLParserType, chunk: bytes, *, final: bool) -> None:
    try:
        parser.Parse(chunk, final)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise refuse(refusals.BROKEN) from error


def listen(archive: zipfile.ZipFile, member: str, listener: Any) -> None:  # noqa: ANN401 - expat
    """Send the elements of one member to ``listener``."""
    parser = _parser()
    listener.parser = parser
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    try:
        with archive.open(member) as file:
            while chunk := file.read(1 << 16):
                _feed(parser, chunk, final=False)
    except KeyError as error:
        raise refuse(refusals.BROKEN) from error
    _feed(parser, b"", final=True)


@dataclass(slots=True)
class WorksheetListener:
    """Cells of a worksheet of XLSX: ``c`` with ``f`` (formula), ``v`` (value) or ``is`` (text)."""

    scan: Scan
    parser: Any = None
    row: int = 0
    row_name: str = ""
    column: int = -1
    kind: str = ""
    formula: bool = False
    text: str = ""
    columns: dict[str, int] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens; those with a prefix are the same elements."""
        tag = name.rpartition(":")[2] if ":" in name else name
        if tag == "c":
            self._cell(attributes)
        elif tag in ("v", "is"):
            self._value()
        elif tag == "f":
            self.formula, self.text = True, ""
        elif tag == "row":
            self._row(attributes.get("r", ""))
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """A cell closes: only those with a formula or an error still have to be judged."""
        if (self.formula or self.kind == "e") and name.endswith("c") and name[-2:] in ("c", ":c"):
            self._judge()

    def _row(self, name: str) -> None:
        self.row = int(name) if name.isdecimal() else self.row + 1
        self.row_name, self.column = str(self.row), -1

    def _cell(self, attributes: dict[str, str]) -> None:
        self.formula, self.text, self.kind = False, "", attributes.get("t", "")
        reference = attributes.get("r", "")
        if not reference:
            self.column += 1
            return
        name = reference.rstrip("0123456789")
        row = reference[len(name) :]
        if row != self.row_name:
            self.row, self.row_name = int(row or 0), row
        self.column = self.columns.get(name, -1)
        if self.column < 0:
            self.column = self.columns[name] = _column(name)

    def _value(self) -> None:
        if self.column > self.scan.right or self.row > self.scan.bottom:
            self.scan.hold(self.row, self.column)
        if self.formula or self.kind == "e":
            self.parser.CharacterDataHandler = self._read

    def _read(self, text: str) -> None:
        self.text += text

    def _judge(self) -> None:
        self.parser.CharacterDataHandler = None
        if self.kind == "e":
            self.scan.failed[self.row, self.column] = ERRORS_ES.get(self.text, self.text)
        elif not self.text and self.kind != "str":
            self.scan.uncached.append((self.row, self.column))
        self.formula, self.kind = False, ""

    def _merge(self, reference: str) -> None:
        if len(self.scan.merges) >= LIMITS.merges:
            raise refuse(refusals.BROKEN)
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = _place(first), _place(last or first)
        self.scan.merges.append(Merge(top, left, bottom, right))


def _place(reference: str) -> tuple[int, int]:
    name = reference.rstrip("0123456789")
    return int(reference[len(name) :] or 0), _column(name)


def _column(name: str) -> int:
    """``A`` is 0. A reference that is none is a sign of a file made by hand."""
    place = 0
    for letter in name.replace("$", "").upper():
        if not "A" <= letter <= "Z":
            raise refuse(refusals.BROKEN)
        place = place * 26 + ord(letter) - ord("A") + 1
        if place > LIMITS.cells:
            raise refuse(refusals.BROKEN)
    return place - 1
