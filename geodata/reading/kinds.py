"""What a file really is, by its first bytes and never by its name."""

import re
import zipfile
from enum import StrEnum, unique
from pathlib import Path
from typing import Final

from geodata.reading import refusals
from geodata.reading.refusals import refuse


@unique
class Kind(StrEnum):
    """Formats that hold a table."""

    TEXT = "texto"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    PARQUET = "parquet"


_HEAD_BYTES: Final = 4096
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_HTML: Final = re.compile(rb"\s*<(!doctype html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_XML: Final = re.compile(rb"\s*<(\?xml|!doctype|[a-z:]+[ >])", re.IGNORECASE)
_BOM: Final = b"\xef\xbb\xbf"
_MARKERS: Final = {
    "xl/workbook.xml": Kind.XLSX,
    "content.xml": Kind.ODS,
}
_PICTURES: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
_ARCHIVES: Final = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"SQLite format 3", b"fgb\x03")
_PROGRAMS: Final = (b"\x7fELF", b"MZ\x90")
_OTHER_FORMATS: Final = (*_PICTURES, *_ARCHIVES, *_PROGRAMS)


def kind_of(path: Path) -> Kind:
    """The format of ``path``.

    Raises:
        UnreadableFileError: it is empty or of no format that is read.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head.strip():
        raise refuse(refusals.EMPTY)
    if head.startswith(b"PK"):
        return _zipped(path)
    if head.startswith(_OLE):
        return _compound(path)
    if head.startswith(b"PAR1"):
        return Kind.PARQUET
    return _text(head.removeprefix(_BOM))


def _text(head: bytes) -> Kind:
    if _HTML.match(head):
        raise refuse(refusals.HTML)
    if _XML.match(head):
        raise refuse(refusals.XML_SPREADSHEET)
    if head.startswith(_OTHER_FORMATS):
        raise refuse(refusals.UNKNOWN)
    return Kind.TEXT


def _zipped(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise refuse(refusals.BROKEN) from error
    if "xl/workbook.bin" in names:
        raise refuse(refusals.BINARY_WORKBOOK)
    kinds = [kind for name, kind in _MARKERS.items() if name in names]
    if len(kinds) != 1:
        raise refuse(refusals.UNKNOWN)
    return kinds[0]


def _compound(path: Path) -> Kind:
    """An old Excel file, or a new one that a password encrypts."""
    if _ENCRYPTED in path.read_bytes():
        raise refuse(refusals.ENCRYPTED)
    return Kind.XLS
