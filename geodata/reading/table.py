"""One table out of a file that anybody may have sent."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
from pyarrow import ipc

from geodata.findings import Finding, Severity
from geodata.reading import refusals
from geodata.reading.limits import LIMITS, MEBIBYTE
from geodata.reading.raw import RawTable, ReadOptions
from geodata.reading.refusals import refuse
from geodata.reading.sandbox import parsed
from geodata.reading.text import preview as preview_text
from geodata.reading.worker import TABLE_FILE

_ROW_COLUMN: Final = -1
"""The last column that a worker writes is the number of the row."""


def read_table(
    path: Path,
    options: ReadOptions = ReadOptions(),  # noqa: B008 - frozen
    heard: Callable[[int, int], None] | None = None,
) -> RawTable:
    """The table in a CSV, TSV, XLSX, XLS, ODS or Parquet file, every cell as text.

    ``heard`` is told now and then how many rows have been read, and of how many.

    A process of its own parses it, bounded in memory and time; the name of the file decides
    nothing.

    Raises:
        UnreadableFileError: the file is hostile, broken, too large or holds no table. What can be
            mended in a cell is a finding of the result instead.
    """
    path = measured(path)
    task = {"path": str(path), "options": asdict(options)}
    with parsed("table", task, heard=heard) as (folder, result):
        cells = _cells(folder / TABLE_FILE)
    return RawTable(
        path,
        cells,
        sheets=tuple(result.get("sheets", ())),
        encoding=result.get("encoding", ""),
        header_row=result["header_row"],
        findings=restored(result["findings"]),
        typed=frozenset(result["typed"]),
    )


def preview(path: Path) -> dict[str, tuple[str, ...]]:
    """First lines of a text file by encoding, for the selector.

    Raises:
        UnreadableFileError: there is no such file, or it is too large.
    """
    return preview_text(measured(path))


def measured(path: Path) -> Path:
    """The real place of a file that is there and is not too large."""
    if not path.is_file():
        raise refuse(refusals.ABSENT)
    if path.stat().st_size > LIMITS.file_bytes:
        raise refuse(refusals.TOO_BIG, limit=LIMITS.file_bytes // MEBIBYTE)
    return path.resolve()


def restored(findings: list[dict[str, Any]]) -> tuple[Finding, ...]:
    """Findings as the worker wrote them."""
    return tuple(Finding(**{**one, "severity": Severity(one["severity"])}) for one in findings)


def _cells(path: Path) -> pd.DataFrame:
    """The table stays in its file, mapped: a million rows take little memory until looked at."""
    table = ipc.open_file(pa.memory_map(str(path))).read_all()
    numbers = table.column(_ROW_COLUMN).to_pandas()
    cells: pd.DataFrame = table.remove_column(table.num_columns - 1).to_pandas()
    return cells.set_axis(pd.Index(numbers, name="fila"), axis="index")
