"""What can only be seen with a whole column in hand: dates kept as numbers, texts among numbers."""

import re
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from geodata.reading.cells import serial_date
from geodata.reading.grid import Grid
from geodata.reading.header import Header
from geodata.reading.notes import Notebook, note
from geodata.reading.scan import ERRORS_ES
from geodata.reading.words import plain

_DATE_HEADER: Final = re.compile(r"\b(fecha|date|dia)\b")
_SERIAL: Final = r"^[2-6]\d{4}(\.0*)?$"
_FAILURES: Final = tuple(error for error in ERRORS_ES.values() if error != "#N/D")


def mend_dates(cells: pa.Table, row_column: str, notebook: Notebook) -> pa.Table:
    """Serial numbers of Excel under a header that says date, as ISO dates."""
    for place, name in enumerate(cells.column_names):
        if name == row_column or not _DATE_HEADER.search(plain(name)):
            continue
        serial = pc.match_substring_regex(cells[name], _SERIAL)
        if pc.any(serial).as_py():
            hits = cells.filter(serial).select([name, row_column]).to_pylist()
            for hit in hits:
                date = serial_date(hit[name])
                notebook.add(note("fecha_de_serie", hit[row_column], name, hit[name], date=date))
            dates = pc.replace_with_mask(
                cells[name].combine_chunks(), serial.combine_chunks(),
                pa.array([serial_date(hit[name]) for hit in hits], pa.string()),
            )  # fmt: skip
            cells = cells.set_column(place, name, dates)
    return cells


def typed_columns(grid: Grid, header: Header, excluded: set[int], notebook: Notebook) -> list[str]:
    """Columns of a workbook whose numbers were numbers, so that their decimal sign is the point.

    A text with separators among them is an error of its cell: nobody can tell what it means.
    """
    if grid.typing is None:
        return []
    names = dict(enumerate(header.names))
    last = grid.typing.last_number
    typed = {place for place, row in last.items() if row > header.last and place in names}
    for row, place, text in grid.typing.separated:
        if place in typed and row > header.last and row not in excluded:
            notebook.add(note("numero_como_texto", row, names[place], text))
    return [names[place] for place in sorted(typed)]


def failed_cells(cells: pa.Table, row_column: str, notebook: Notebook) -> None:
    """Errors of formulas. ``#N/D`` is no error here: it is how an office says "no figure"."""
    for name in cells.column_names:
        if name == row_column:
            continue
        failed = pc.is_in(cells[name], value_set=pa.array(_FAILURES, pa.string()))
        for hit in cells.filter(failed).select([name, row_column]).to_pylist():
            notebook.add(note("celda_con_error", hit[row_column], name, hit[name]))
