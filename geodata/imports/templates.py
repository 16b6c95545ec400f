"""What a person downloads: the template of a kind, and the findings of a file."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import pandas as pd
import xlsxwriter  # type: ignore[import-untyped]  # ships none

from geodata.errors import UserFacingError
from geodata.exports.delimited import BOM, neutral
from geodata.findings import Finding, Severity
from geodata.imports.fields import Field
from geodata.imports.kinds import Kind
from geodata.imports.pipeline import Staged

SAFE_WORKBOOK: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST_CELL: Final = 32_767
LONGEST_COMMENT: Final = 2_000
MOST_MARKED: Final = 20_000
"""Marked cells of a workbook; more make it too heavy to open, and the CSV has them all."""

FINDING_COLUMNS: Final = ("gravedad", "regla", "fila", "columna", "valor", "qué pasa", "remedio")
FINDING_COLUMNS_EN: Final = ("severity", "rule", "row", "column", "value", "what happens", "remedy")
SEVERITIES_EN: Final = {Severity.ERROR: "error", Severity.WARNING: "warning"}
DICTIONARY: Final = ("columna", "obligatoria", "tipo", "palabras admitidas", "descripción")
MARKS: Final = {Severity.ERROR: "#F4B6AC", Severity.WARNING: "#FBE3A0"}
FORMATS: Final = ("csv", "xlsx")


def template(kind: Kind, form: str) -> bytes:
    """Template of ``kind`` with an example row; as ``xlsx``, with a dictionary in a second sheet.

    Raises:
        UserFacingError: ``form`` is not ``csv`` or ``xlsx``.
    """
    _known(form)
    header = [field.name for field in kind.fields]
    example = [field.example for field in kind.fields]
    if form == "csv":
        return _csv([header, example])
    return _workbook({"datos": [header, example], "diccionario": list(_dictionary(kind))})


def _known(form: str) -> None:
    if form not in FORMATS:
        raise UserFacingError(f"No se escribe en «{form}». Use {' o '.join(FORMATS)}.")


def _dictionary(kind: Kind) -> Iterator[list[str]]:
    yield list(DICTIONARY)
    for field in kind.fields:
        yield [field.name, _need(field), field.nature.value, _words(field), field.meaning]


def _need(field: Field) -> str:
    if (field.required and not field.default) or field.present:
        return "sí"
    return f"no; si falta, {field.default}" if field.default else "no"


def _words(field: Field) -> str:
    return ", ".join(word for word in field.allowed if word)


def dictionary(kind: Kind) -> pd.DataFrame:
    """The data dictionary of ``kind``, in Spanish, one row per column."""
    header, *rows = _dictionary(kind)
    return pd.DataFrame(rows, columns=header)


def write(path: Path, kind: Kind) -> None:
    """Write the template of ``kind``; the end of the name says the format."""
    _put(path, template(kind, path.suffix.removeprefix(".")))


def write_findings(path: Path, staged: Staged) -> None:
    """Write every finding of ``staged``; the end of the name says the format."""
    form = path.suffix.removeprefix(".")
    _known(form)
    whole = findings_csv(staged) if form == "csv" else marked_workbook(staged)
    _put(path, whole)


def _put(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UserFacingError(
            f"No se puede escribir {path}. Compruebe que la carpeta existe y admite cambios."
        ) from error


def findings_csv(staged: Staged, language: str = "es") -> bytes:
    """Every finding, one per row, as CSV that spreadsheets open with its accents."""
    if language == "en":
        rows = map(_finding_row_en, staged.all_findings())
        return _csv([list(FINDING_COLUMNS_EN), *rows])
    return _csv([list(FINDING_COLUMNS), *map(_finding_row, staged.all_findings())])


def _finding_row_en(finding: Finding) -> list[str]:
    middle = _finding_row(finding)[1:-2]
    return [SEVERITIES_EN[finding.severity], *middle, finding.what_en, finding.remedy_en]


def _finding_row(finding: Finding) -> list[str]:
    row = str(finding.row) if finding.row is not None else ""
    return [
        finding.severity.value,
        finding.rule,
        row,
        finding.column,
        finding.value,
        finding.what_es,
        finding.remedy_es,
    ]


def marked_workbook(staged: Staged) -> bytes:
    """The file that was read, with each wrong cell coloured and explained in a comment."""
    findings = list(staged.all_findings())
    rows = [list(FINDING_COLUMNS), *map(_finding_row, findings)]
    return _workbook(
        {"datos": _cells(staged.original), "hallazgos": rows}, _marks(staged, findings)
    )


def _cells(original: pd.DataFrame) -> list[list[str]]:
    header = [str(column) for column in original.columns]
    return [["fila", *header], *([str(n), *row] for n, *row in original.itertuples(name=None))]


Mark = tuple[int, int, Severity, str]


def _marks(staged: Staged, findings: Iterable[Finding]) -> list[Mark]:
    """Line, column, colour and comment of each wrong cell of the sheet of data."""
    original = staged.original
    lines = {int(row): line for line, row in enumerate(original.index, start=1)}
    places = {str(column): place for place, column in enumerate(original.columns, start=1)}
    marks: list[Mark] = []
    for finding in findings:
        if finding.row in lines and len(marks) < MOST_MARKED:
            line, place = lines[finding.row], places.get(finding.column, 0)
            marks.append((line, place, finding.severity, finding.sentence()))
    return marks


def _csv(rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO()
    text.write(BOM)
    csv.writer(text).writerows([neutral(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")


def _workbook(sheets: dict[str, list[list[str]]], marks: Iterable[Mark] = ()) -> bytes:
    """A workbook of texts; ``marks`` are of its first sheet."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, SAFE_WORKBOOK) as book:
        text = book.add_format({"num_format": "@"})
        bold = book.add_format({"bold": True, "num_format": "@"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                _write_row(sheet, line, row, text if line else bold)
            sheet.freeze_panes(1, 0)
        _mark(book, marks, next(iter(sheets.values())))
    return file.getvalue()


def _write_row(sheet: Any, line: int, row: list[str], form: Any) -> None:  # noqa: ANN401 - untyped
    for place, cell in enumerate(row):
        sheet.write_string(line, place, neutral(cell)[:LONGEST_CELL], form)


def _mark(book: Any, marks: Iterable[Mark], rows: list[list[str]]) -> None:  # noqa: ANN401 - untyped
    sheet = book.worksheets()[0]
    forms = {
        severity: book.add_format({"bg_color": colour, "num_format": "@"})
        for severity, colour in MARKS.items()
    }
    told: dict[tuple[int, int], str] = {}
    for line, place, severity, sentence in marks:
        told[line, place] = f"{told.get((line, place), '')}{sentence}\n"[:LONGEST_COMMENT]
        sheet.write_string(line, place, neutral(rows[line][place])[:LONGEST_CELL], forms[severity])
    for (line, place), sentences in told.items():
        sheet.write_comment(line, place, sentences.strip())
