"""From a file to a table of text and findings. Runs in the worker, and in tests."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final

import pyarrow as pa

from geodata.findings import Finding
from geodata.reading import refusals
from geodata.reading.body import Body
from geodata.reading.columns import failed_cells, mend_dates, typed_columns
from geodata.reading.grid import Grid, Row, letters
from geodata.reading.header import HEAD_ROWS, Header, find_header
from geodata.reading.kinds import Kind, kind_of
from geodata.reading.limits import LIMITS
from geodata.reading.notes import Notebook, note
from geodata.reading.raw import ReadOptions
from geodata.reading.refusals import refuse
from geodata.reading.text import read_text
from geodata.reading.workbook import read_workbook

ROW_COLUMN: Final = "\x1ffila"
"""Name under which the number of the row travels; no header can hold that character."""

BATCH_ROWS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Extract:
    """A table as Arrow text, its last column the number of the row; ``about`` as ``RawTable``."""

    cells: pa.Table
    about: dict[str, object]
    notebook: Notebook


Heard = Callable[[int, int], None]
"""Told after every batch: rows read, and rows expected (0 where nobody knows)."""


def unheard(_rows: int, _expected: int) -> None:
    """For those who wait for the whole."""


def extract(path: Path, options: ReadOptions, heard: Heard = unheard) -> Extract:
    """Read ``path`` by what it is.

    Raises:
        UnreadableFileError: it is hostile, broken, too large or holds no table.
    """
    if path.stat().st_size > LIMITS.file_bytes:
        raise refuse(refusals.TOO_BIG, limit=LIMITS.file_bytes // 1024**2)
    kind = kind_of(path)
    if kind is Kind.PARQUET:
        return _from_parquet(path)
    notebook = Notebook()
    if kind is Kind.TEXT:
        grid, findings = read_text(path, options.encoding)
        notebook.extend(findings)
    else:
        grid = read_workbook(path, kind, options.sheet)
    return _from_grid(grid, options, notebook, heard)


def _from_parquet(path: Path) -> Extract:
    from geodata.reading.parquet import read_parquet  # noqa: PLC0415 - rare, and slow to import

    cells = read_parquet(path)
    numbers = pa.array(range(1, cells.num_rows + 1), pa.int64())
    about: dict[str, object] = {"header_row": 0, "typed": cells.column_names}
    return Extract(cells.append_column(ROW_COLUMN, numbers), about, Notebook())


def _from_grid(grid: Grid, options: ReadOptions, notebook: Notebook, heard: Heard) -> Extract:
    rows = _told(_bounded(grid.rows), grid.expected, heard)
    head = list(islice(rows, max(HEAD_ROWS, options.header_row + 2)))
    header = find_header(head, grid.merges, options.header_row)
    notebook.extend(header.findings)
    if grid.hidden:
        notebook.add(note("hojas_ocultas", sheets=", ".join(grid.hidden)))
    body = Body(header, grid.merges, notebook, typed=grid.typing is not None)
    below = (row for row in chain(head, rows) if row[0] > header.last)
    cells = _table(body.rows(below), header)
    notebook.extend(_uncached(grid, header, body.excluded))
    cells = _without_empty(cells, header, notebook)
    cells = mend_dates(cells, ROW_COLUMN, notebook)
    if grid.typing is not None:
        failed_cells(cells, ROW_COLUMN, notebook)
    typed = typed_columns(grid, header, body.excluded, notebook)
    return Extract(cells, _about(grid, header, typed), notebook)


def _about(grid: Grid, header: Header, typed: list[str]) -> dict[str, object]:
    return {
        "sheets": grid.sheets,
        "encoding": grid.encoding,
        "header_row": header.last,
        "typed": typed,
    }


def _bounded(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        if row[0] > LIMITS.rows:
            raise refuse(refusals.TOO_MANY_ROWS, limit=LIMITS.rows)
        if len(row[1]) > LIMITS.columns:
            raise refuse(refusals.TOO_MANY_COLUMNS, limit=LIMITS.columns)
        yield row


def _told(rows: Iterator[Row], expected: int, heard: Heard) -> Iterator[Row]:
    """The same rows; ``heard`` hears of every ``BATCH_ROWS``."""
    for count, row in enumerate(rows):
        if count % BATCH_ROWS == 0:
            heard(count, expected)
        yield row


def _table(rows: Iterator[Row], header: Header) -> pa.Table:
    """Rows by batches, so that the Python text of one batch is freed before the next."""
    schema = pa.schema([*((name, pa.string()) for name in header.names), (ROW_COLUMN, pa.int64())])
    return pa.Table.from_batches(_batches(rows, schema), schema)


def _batches(rows: Iterator[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    while batch := list(islice(rows, BATCH_ROWS)):
        numbers = pa.array([number for number, _ in batch], pa.int64())
        columns = zip(*(cells for _, cells in batch), strict=True)
        texts = [pa.array(column, pa.string()) for column in columns]
        yield pa.record_batch([*texts, numbers], schema=schema)


def _uncached(grid: Grid, header: Header, excluded: set[int]) -> Iterator[Finding]:
    names: Sequence[str] = header.names
    for row, place in grid.uncached:
        if row not in excluded:
            known = row > header.last and place < len(names)
            yield note("formula_sin_valor", row, names[place] if known else letters(place))


def _without_empty(cells: pa.Table, header: Header, notebook: Notebook) -> pa.Table:
    """Columns without header: left out if empty, else kept under a name that says where."""
    for place in sorted(header.unnamed):
        name = header.names[place]
        if any(chunk.unique().to_pylist() not in ([], [""]) for chunk in cells[name].chunks):
            notebook.add(note("encabezado_vacio", header.last, name))
        else:
            cells = cells.drop_columns([name])
    return cells
