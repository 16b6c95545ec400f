"""Workbooks: looked at as an archive, scanned, and only then given to the fast reader."""

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import python_calamine as calamine
from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import ParseError, fromstring  # type: ignore[import-untyped]

from geodata.reading import refusals
from geodata.reading.archive import inspected
from geodata.reading.cells import text_of
from geodata.reading.grid import Grid, Merge, Row, Typing
from geodata.reading.kinds import Kind
from geodata.reading.limits import LIMITS
from geodata.reading.refusals import refuse
from geodata.reading.scan import Scan, WorksheetListener, forbid_doctype, listen
from geodata.reading.scan_ods import ContentListener

_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_DIGITS: Final = frozenset("-0123456789")
_SEPARATED: Final = re.compile(r"-?\d{1,3}([.,]\d{3})+ *|-?[\d.]*\d,\d+ *")
"""Texts that may be a number: the sheet itself would not write them as text if they were."""


def read_workbook(path: Path, kind: Kind, sheet: str = "") -> Grid:
    """Rows of one sheet: the one named, else the first that is visible.

    Raises:
        UnreadableFileError: the file is hostile, broken, encrypted, or has no such sheet.
    """
    if kind is Kind.XLS:
        return _grid(path, sheet, Scan)
    with inspected(path) as archive:
        forbid_doctype(archive)
        return _grid(path, sheet, _scanner(archive, kind))


def _scanner(archive: zipfile.ZipFile, kind: Kind) -> Callable[[str], Scan]:
    """What scans a sheet by name. Those of ODS are scanned now, before anything opens it."""
    if kind is Kind.ODS:
        content = ContentListener()
        listen(archive, "content.xml", content)
        return lambda name: content.scans.get(name, Scan(name))
    return lambda name: _scanned(archive, name)


def _grid(path: Path, wanted: str, scan_of: Callable[[str], Scan]) -> Grid:
    try:
        with calamine.CalamineWorkbook.from_path(path) as book:
            visible, hidden = _sheets(book)
            name = _chosen(wanted, visible, hidden)
            scan = scan_of(name)
            return _filled(book.get_sheet_by_name(name), scan, (visible, hidden))
    except calamine.PasswordError as error:
        raise refuse(refusals.ENCRYPTED) from error
    except (calamine.CalamineError, DefusedXmlException, ParseError, OSError) as error:
        raise refuse(refusals.BROKEN) from error


def _sheets(book: calamine.CalamineWorkbook) -> tuple[list[str], list[str]]:
    """Names of the visible worksheets and of the hidden ones."""
    visible: list[str] = []
    hidden: list[str] = []
    for sheet in book.sheets_metadata:
        if sheet.typ == calamine.SheetTypeEnum.WorkSheet:
            shown = sheet.visible == calamine.SheetVisibleEnum.Visible
            (visible if shown else hidden).append(sheet.name)
    return visible, hidden


def _chosen(wanted: str, visible: list[str], hidden: list[str]) -> str:
    if wanted:
        if wanted not in visible + hidden:
            raise refuse(refusals.NO_SHEET, sheet=wanted, sheets=", ".join(visible))
        return wanted
    if not visible:
        raise refuse(refusals.EMPTY)
    return visible[0]


def _scanned(archive: zipfile.ZipFile, name: str) -> Scan:
    scan = Scan(name)
    listen(archive, _member(archive, name), WorksheetListener(scan))
    return scan


def _member(archive: zipfile.ZipFile, name: str) -> str:
    """The member of an XLSX that holds a sheet."""
    try:
        book = fromstring(archive.read("xl/workbook.xml"), forbid_dtd=True)
        links = fromstring(archive.read("xl/_rels/workbook.xml.rels"), forbid_dtd=True)
    except KeyError as error:
        raise refuse(refusals.BROKEN) from error
    relations = [
        str(element.get(_RELATION)) for element in book.iter() if element.get("name") == name
    ]
    targets = {str(link.get("Id")): str(link.get("Target")) for link in links}
    if not relations or relations[0] not in targets:
        raise refuse(refusals.BROKEN)
    target = targets[relations[0]]
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _filled(sheet: calamine.CalamineSheet, scan: Scan, names: tuple[list[str], list[str]]) -> Grid:
    bottom, right = sheet.end or (-1, -1)
    if (bottom + 1) * (right + 1) > LIMITS.cells or right >= LIMITS.columns:
        raise refuse(
            refusals.TOO_MANY_CELLS, sheet=scan.sheet, limit=LIMITS.cells, cell=f"la fila {bottom}"
        )
    merges = sheet.merged_cell_ranges
    found = scan.merges or [
        Merge(top + 1, left, bottom + 1, right)
        for (top, left), (bottom, right) in (merges or [])[: LIMITS.merges]
    ]
    typing = Typing()
    visible, hidden = names
    others = [name for name in visible if name != scan.sheet]
    return Grid(
        _rows(sheet, scan, typing), tuple(found), tuple(scan.uncached), (scan.sheet, *others),
        tuple(name for name in hidden if name != scan.sheet), typing=typing,
        expected=bottom + 1,
    )  # fmt: skip


def _rows(sheet: calamine.CalamineSheet, scan: Scan, typing: Typing) -> Iterator[Row]:
    """Text of every row; errors of formulas, which the reader leaves empty, put back."""
    rows_with_errors = {row for row, _ in scan.failed}
    margin = [""] * (sheet.start or (0, 0))[1]
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = margin + [value if type(value) is str else text_of(value) for value in values]
        if number in rows_with_errors:
            for column in range(len(cells)):
                cells[column] = scan.failed.get((number, column), cells[column])
        _note_types(values, number, len(margin), typing)
        yield number, cells


def _note_types(values: Sequence[object], number: int, shift: int, typing: Typing) -> None:
    for place, value in enumerate(values, shift):
        if type(value) is float or type(value) is int:
            typing.last_number[place] = number
        elif value and type(value) is str and value[0] in _DIGITS and _SEPARATED.fullmatch(value):
            typing.separated.append((number, place, value))
