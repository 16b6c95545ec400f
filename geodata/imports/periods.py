"""Periods and dates as offices write them, as ISO 8601."""

import re
from datetime import date, timedelta
from typing import Final

from geodata.imports.mended import Mend, Word
from geodata.imports.words import plain
from geodata.validate import is_period

MONTHS: Final = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
EPOCH: Final = date(1899, 12, 30)
"""Day 0 of the serial dates of spreadsheets."""

SERIALS: Final = range(32874, 73051)
"""From 1990 to 2099: what a number of five digits in a column of dates can only be."""

LAST_DIGITS: Final = 50
"""Two-digit years below it are of this century."""

MONTHS_OF_A_YEAR: Final = 12
YEAR: Final = re.compile(r"((?:19|20)\d{2})(?:\.0)?")
DAY_FIRST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 0?0:00(?::00)?)?")
ISO_DAY: Final = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T]00:00(?::00)?)?")
MONTH_FIRST: Final = re.compile(r"(\d{1,2})[/-](\d{4})")
QUARTER: Final = re.compile(
    r"(?:(\d{4}) ?(?:t|q|trim|trimestre) ?(i{1,3}|iv|[1-4])"
    r"|(?:t|q|trim|trimestre) ?(i{1,3}|iv|[1-4]) (?:de )?(\d{4})"
    r"|(i{1,3}|iv|[1-4]) ?(?:t|q|trim|trimestre) (?:de )?(\d{4}))"
)
NAMED: Final = re.compile(r"([a-z]{3})[a-z]* ?(?:de |del )?(\d{2}|\d{4})")
SPAN: Final = re.compile(
    r"([a-z]{3})[a-z]* ?(\d{4}|\d{2})? ?(?:a )?([a-z]{3})[a-z]* ?(?:de |del )?(\d{4}|\d{2})"
)


def period(text: str) -> Word:
    """The period that ``text`` names; ``UNKNOWN`` when it names none."""
    if is_period(text):
        return Word(text)
    serial = _serial(text)
    if serial:
        return Word(serial, Mend.SERIAL, serial)
    found = _dated(text) or _worded(plain(text))
    if found and all(is_period(part) for part in found.split("/")):
        return Word(found)
    return Word("", Mend.UNKNOWN)


def _serial(text: str) -> str:
    number = text.removesuffix(".0")
    if not number.isdigit() or int(number) not in SERIALS:
        return ""
    return (EPOCH + timedelta(days=int(number))).isoformat()


def _dated(text: str) -> str:
    if match := YEAR.fullmatch(text):
        return match[1]
    if match := ISO_DAY.fullmatch(text):
        return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"
    if match := DAY_FIRST.fullmatch(text):
        return f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}"
    if match := MONTH_FIRST.fullmatch(text):
        return f"{match[2]}-{match[1]:0>2}"
    return ""


def _worded(text: str) -> str:
    if match := QUARTER.fullmatch(text):
        parts = [part for part in match.groups() if part]
        year, quarter = sorted(parts, key=len, reverse=True)
        number = ROMAN.get(quarter) or int(quarter)
        return f"{year}-{number * 3 - 2:02d}/{year}-{number * 3:02d}"
    if match := NAMED.fullmatch(text):
        return _month(match[1], match[2])
    return _span(text)


def _span(text: str) -> str:
    match = SPAN.fullmatch(text)
    if not match:
        return ""
    last = _month(match[3], match[4])
    first = _month(match[1], match[2] or match[4])
    if not first or not last:
        return ""
    if first > last and not match[2]:
        first = f"{int(first[:4]) - 1}{first[4:]}"
    return f"{first}/{last}"


def _month(name: str, year: str) -> str:
    if name not in MONTHS:
        return ""
    short = len(year) == len("24")
    century = ("20" if int(year) < LAST_DIGITS else "19") if short else ""
    return f"{century}{year}-{MONTHS.index(name) + 1:02d}"
