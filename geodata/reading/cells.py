"""One cell of a workbook as the text that a person sees in it."""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

TRUE_ES, FALSE_ES = "VERDADERO", "FALSO"

EXCEL_DAY_ZERO: Final = dt.date(1899, 12, 30)
"""Day 0 of the serial dates of Excel, for days after February 1900."""

_EXACT_WHOLE: Final = 1e15
_SERIAL: Final = re.compile(r"[2-6]\d{4}(\.0*)?")
"""From 1954 to 2091."""


def text_of(value: object) -> str:
    """A number without the ``.0`` and without exponent, a date in ISO, a truth in Spanish."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return TRUE_ES if value else FALSE_ES
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return "" if value is None else str(value)


def number_text(value: float) -> str:
    """Fifteen significant digits, as spreadsheets show: ``0.1 + 0.2`` is ``0.3``."""
    if isinstance(value, int) or (value.is_integer() and abs(value) < _EXACT_WHOLE):
        return str(int(value))
    return format(Decimal(f"{value:.15g}"), "f")


def serial_date(text: str) -> str:
    """The ISO date of a serial number of Excel, or ``""`` if it is none of our times."""
    if not _SERIAL.fullmatch(text):
        return ""
    days = int(text.partition(".")[0])
    return (EXCEL_DAY_ZERO + dt.timedelta(days=days)).isoformat()
