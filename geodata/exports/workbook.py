"""XLSX: a sheet of rows, a sheet of notes, and what each column means."""

import io
from collections.abc import Sequence
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]  # ships none

from geodata.exports.delimited import neutral
from geodata.exports.sheet import Nature, Sheet

SAFE: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST_CELL: Final = 32_767
WIDTHS: Final = {Nature.CODE: 14, Nature.TEXT: 26, Nature.NUMBER: 14}
NOTE_WIDTHS: Final = (28, 110)
WATERMARK_COLOUR: Final = "#C8772E"


def as_workbook(sheet: Sheet) -> bytes:
    """``sheet`` as a workbook; codes and words are text, and nothing is computed on opening."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, SAFE) as book:
        book.set_properties({"title": sheet.title, "comments": sheet.watermark})
        _rows(book, sheet)
        _pairs(book, sheet.titles[1], _notes(sheet))
        _pairs(book, sheet.titles[2], [(c.key, c.meaning) for c in sheet.columns])
    return file.getvalue()


def _notes(sheet: Sheet) -> list[tuple[str, str]]:
    first = [(sheet.watermark, sheet.title)] if sheet.watermark else [("", sheet.title)]
    return [*first, *sheet.notes]


def _rows(book: Any, sheet: Sheet) -> None:  # noqa: ANN401 - untyped
    page = book.add_worksheet(sheet.titles[0])
    text, bold = (book.add_format({"num_format": "@", "bold": b}) for b in (False, True))
    for place, column in enumerate(sheet.columns):
        page.write_string(0, place, column.key, bold)
        page.set_column(place, place, WIDTHS[column.nature])
    for line, row in enumerate(sheet.rows, start=1):
        for place, key in enumerate(sheet.keys):
            _cell(page, (line, place), row.get(key), text)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    _sign(page, sheet)


def _cell(page: Any, where: tuple[int, int], cell: str | float | None, text: Any) -> None:  # noqa: ANN401
    if isinstance(cell, str):
        page.write_string(*where, neutral(cell)[:LONGEST_CELL], text)
    elif cell is not None:
        page.write_number(*where, cell)


def _sign(page: Any, sheet: Sheet) -> None:  # noqa: ANN401 - untyped
    """Says on every printed page that figures are invented."""
    if sheet.watermark:
        page.set_tab_color(WATERMARK_COLOUR)
        page.set_header(f"&C{sheet.watermark}")
        page.set_footer(f"&C{sheet.watermark}")


def _pairs(book: Any, name: str, pairs: Sequence[tuple[str, str]]) -> None:  # noqa: ANN401
    page = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for place, width in enumerate(NOTE_WIDTHS):
        page.set_column(place, place, width)
    for line, (first, second) in enumerate(pairs):
        page.write_string(line, 0, neutral(first)[:LONGEST_CELL], bold)
        page.write_string(line, 1, neutral(second)[:LONGEST_CELL], plain)
