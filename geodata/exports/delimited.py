"""CSV and JSON."""

import csv
import io
import re
from enum import Enum, unique
from typing import Final

import orjson

from geodata.exports.sheet import Cell, Sheet

BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells spreadsheets that a CSV is UTF-8."""

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
NEGATIVE: Final = re.compile(r"-\d+(?:[.,]\d+)*")


@unique
class Dialect(Enum):
    """How a CSV parts its values, and how it writes decimals."""

    COMMA = (",", ".")
    SEMICOLON = (";", ",")
    """What spreadsheets in Spanish open with a double click."""


def neutral(text: str) -> str:
    """``text`` as a spreadsheet shows it, never as one that it would compute.

    A negative number computes nothing and stays a number.
    """
    harmful = text.startswith(FORMULA_STARTS) and not NEGATIVE.fullmatch(text)
    return f"'{text}" if harmful else text


def as_csv(sheet: Sheet, dialect: Dialect = Dialect.COMMA) -> bytes:
    """The rows of ``sheet`` under the names of their columns; missing cells are empty."""
    separator, decimal = dialect.value
    text = io.StringIO()
    text.write(BOM)
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(sheet.keys)
    writer.writerows([_written(row.get(key), decimal) for key in sheet.keys] for row in sheet.rows)
    return text.getvalue().encode()


def _written(cell: Cell, decimal: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return neutral(cell)
    return written_number(cell).replace(".", decimal)


def written_number(value: float) -> str:
    """Without exponent and without zeros at its end: ``1200000``, ``0.25``."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def as_json(sheet: Sheet) -> bytes:
    """``sheet`` with its notes; missing cells are ``null``."""
    keys = sheet.keys
    return orjson.dumps(
        {
            "title": sheet.title,
            "watermark": sheet.watermark or None,
            "notes": [{"name": name, "words": words} for name, words in sheet.notes],
            "columns": [
                {"key": c.key, "nature": str(c.nature), "meaning": c.meaning} for c in sheet.columns
            ],
            "rows": [{key: row.get(key) for key in keys} for row in sheet.rows],
        }
    )
