"""A file as text: every cell as somebody wrote it, with the row number that they see."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from geodata.findings import Finding


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the person said about the file; empty means "find out".

    Attributes:
        encoding: ``utf-8``, ``cp1252`` or ``cp850``.
        sheet: name of the sheet of a workbook.
        decimal: ``,`` or ``.``; decides what ``1.234`` means.
        header_row: first row of the header, from 1.
    """

    encoding: str = ""
    sheet: str = ""
    decimal: str = ""
    header_row: int = 0


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table found in a file.

    Attributes:
        cells: text cells, ``""`` where empty; columns are the headers as the file writes them
            (made unique), the index is the row number in the file, from 1.
        sheets: names of the visible sheets, the one read first.
        encoding: how the text was decoded; empty for a workbook or Parquet.
        header_row: row of the last header line.
        findings: what reading noticed: rows excluded as totals or titles, merged cells filled,
            hidden sheets left aside, formulas without a stored value.
        typed: columns that a workbook or Parquet holds as numbers: their decimal sign is always
            the point, so ``1.234`` is not ambiguous there.
    """

    path: Path
    cells: pd.DataFrame
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    header_row: int = 1
    findings: tuple[Finding, ...] = field(default=())
    typed: frozenset[str] = frozenset()
