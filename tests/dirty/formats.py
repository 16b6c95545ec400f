"""Writers of the formats that offices send, by hand where no library writes them."""

import struct
import zipfile
from xml.sax.saxutils import escape

import xlsxwriter

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def book(fill, name="Hoja1"):
    """A writer of an XLSX: ``fill(sheet, workbook)`` puts the cells in."""

    def write(path):
        workbook = xlsxwriter.Workbook(str(path))
        fill(workbook.add_worksheet(name), workbook)
        workbook.close()

    return write


def table(*rows):
    """A writer of an XLSX with plain rows."""

    def fill(sheet, _):
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)

    return book(fill)


def text(content, encoding="utf-8"):
    """A writer of a text file."""
    return lambda path: path.write_bytes(content.encode(encoding))


ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>"
)
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/>'
    "</manifest:manifest>"
)


def ods_cell(value):
    """One cell of ODS; a string that starts with ``<`` is taken as XML."""
    if isinstance(value, str) and value.startswith("<"):
        return value
    if value == "":
        return "<table:table-cell/>"
    if isinstance(value, str):
        inner = f"<text:p>{escape(value)}</text:p>"
        return f'<table:table-cell office:value-type="string">{inner}</table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def ods(*rows, head=ODS_HEAD):
    """A writer of an ODS with one sheet."""

    def write(path):
        lines = "".join(
            f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows
        )
        content = f'{head}<table:table table:name="Hoja1">{lines}</table:table>{ODS_TAIL}'
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", ODS_TYPE)
            archive.writestr("content.xml", content)
            archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)

    return write


def xls(*rows):
    """A writer of an Excel 97 file with one sheet."""
    return lambda path: path.write_bytes(compound("Workbook", _stream(rows)))


def _record(number, body):
    return struct.pack("<HH", number, len(body)) + body


def _stream(rows):
    """Records of BIFF8: the list of sheets, then the one sheet."""
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0x07CC, 0, 0x0600))
    end = _record(0x000A, b"")
    length = len(start) + 4 + 8 + len(b"Hoja1") + len(end)
    sheet = _record(0x0085, struct.pack("<IBBBB", length, 0, 0, 5, 0) + b"Hoja1")
    cells = b"".join(
        _biff_cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value != ""
    )
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0x07CC, 0, 0x0600))
    return start + sheet + end + begin + cells + end


def _biff_cell(row, column, value):
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        said = value.encode("utf-16-le")
        return _record(0x0204, place + struct.pack("<HB", len(value), 1) + said)
    return _record(0x0203, place + struct.pack("<d", value))


def compound(name, stream):
    """A compound file (OLE) with one stream."""
    stream = stream.ljust(8 * SECTOR, b"\0")
    sectors = -(-len(stream) // SECTOR)
    stream = stream.ljust(sectors * SECTOR, b"\0")
    chain = [FAT, END, *range(3, sectors + 2), END]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0
    )
    header += struct.pack("<I", 0) + b"\xff" * 432
    folder = _entry("Root Entry", 5, 1, END, 0) + _entry(name, 2, FREE, 2, len(stream))
    return header + fat + folder.ljust(SECTOR, b"\0") + stream


def _entry(name, kind, child, start, size):
    said = name.encode("utf-16-le")
    fixed = said.ljust(64, b"\0") + struct.pack(
        "<HBBIII", len(said) + 2, kind, 1, FREE, FREE, child
    )
    return fixed + bytes(36) + struct.pack("<IQ", start, size)
