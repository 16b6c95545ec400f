"""ISO 8601 periods as they stand in the tables: a year, a month, a day, or a range of those."""

from functools import cache
from typing import Final

MONTHS_IN_A_YEAR: Final = 12


def _month(text: str, *, last: bool) -> int:
    """Months since year 0 of the first or last month of ``2023``, ``2023-04`` or ``2023-04-30``."""
    year, _, rest = text.partition("-")
    month = int(rest[:2]) if rest else (MONTHS_IN_A_YEAR if last else 1)
    return int(year) * MONTHS_IN_A_YEAR + month - 1


@cache
def span_months(period: str) -> int:
    """Months that a period covers; 0 for an empty one."""
    if not period:
        return 0
    start, _, end = period.partition("/")
    return _month(end or start, last=True) - _month(start, last=False) + 1


@cache
def year_of(period: str) -> int | None:
    """Year in which a period ends, or ``None`` if it is empty or longer than a year.

    A total over several years belongs to no single one of them.
    """
    if not period or span_months(period) > MONTHS_IN_A_YEAR:
        return None
    return _month(period.partition("/")[2] or period, last=True) // MONTHS_IN_A_YEAR


@cache
def middle(period: str) -> float:
    """Middle of a period as a year with its fraction: ``2023`` is 2023.5."""
    start, _, end = period.partition("/")
    first, last = _month(start, last=False), _month(end or start, last=True)
    return (first + last + 1) / 2 / MONTHS_IN_A_YEAR


@cache
def end_key(period: str) -> str:
    """Sort key: the end of the period, then its start, so that later cut-offs come last.

    An empty period comes before all others.
    """
    if not period:
        return ""
    start, _, end = period.partition("/")
    last = end or start
    padded = (last + "-12-31"[len(last) - 4 :]) if len(last) < len("2024-12-31") else last
    return f"{padded} {start}"
