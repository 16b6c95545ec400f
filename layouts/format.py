"""Numbers, periods and small marked-up sentences, as a reader in Colombia expects them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern
from dash import html
from dash.development.base_component import Component

from layouts.text.catalogue import Catalogue

BOLD: Final = re.compile(r"\*\*(.+?)\*\*")
SOUNDS_LIKE_I: Final = re.compile(r"\W*(?:[iíIÍ]|[hH][iíIÍ](?![aeoAEO]))")
MONTHS_IN_A_QUARTER: Final = 3
PLAIN_WHOLES: Final = (2, 3, 4, 5, 10, 6, 7, 8, 9)
NEAR_ENOUGH: Final = 30
MOST_PEOPLE: Final = 1000
"""Nobody pictures one among more people than that."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Writes numbers in one locale: ``1234.5`` is ``1.234,5`` in ``es_CO``."""

    locale: str

    def __call__(self, value: float, decimals: int = 0) -> str:
        """``value`` with exactly ``decimals`` decimals; never called for a missing value."""
        written: str = _pattern(decimals).apply(value, _locale(self.locale))
        return written


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


def numbers(texts: Catalogue) -> Numbers:
    """The number writer of a language."""
    return Numbers(texts.locale)


def one_in(share: float) -> tuple[int, int] | None:
    """A share from 0 to 1 in small numbers: 0.0625 is ``(1, 16)``, 0.396 is ``(2, 5)``.

    One part of a whole where that is within a tenth of the share, else the plainest whole up to
    ten that is within a twentieth. ``None`` below one in a thousand, and where no fraction fits.
    """
    if not 1 / MOST_PEOPLE <= share < 1:
        return None
    whole = round(1 / share)
    if whole > 1 and abs(1 / whole - share) <= share / 10:
        return 1, whole
    pairs = ((round(share * whole), whole) for whole in PLAIN_WHOLES)
    return next((pair for pair in pairs if _close(pair, share)), None)


def _close(pair: tuple[int, int], share: float) -> bool:
    part, whole = pair
    return 0 < part < whole and abs(part / whole - share) <= share / 20


def near_words(share: float, fraction: tuple[int, int], texts: Catalogue) -> str:
    """``casi`` or ``más de`` before a fraction that is more than a thirtieth apart; else empty."""
    part, whole = fraction
    apart = share - part / whole
    if abs(apart) <= share / NEAR_ENOUGH:
        return ""
    return texts.more_than if apart > 0 else texts.nearly


def listed(names: Sequence[str], texts: Catalogue) -> str:
    """``Maicao, Arauca y Cúcuta``; ``e`` before the sound of an i."""
    if len(names) < 2:  # noqa: PLR2004 - one needs no joining
        return "".join(names)
    last = texts.last_of_list
    if last == " y " and SOUNDS_LIKE_I.match(names[-1]):
        last = " e "
    return f"{', '.join(names[:-1])}{last}{names[-1]}"


def marked(sentence: str) -> list[str | Component]:
    """``"va de **6** a **412**"`` as text with the marked parts in bold."""
    pieces = BOLD.split(sentence)
    return [html.B(piece) if i % 2 else piece for i, piece in enumerate(pieces) if piece]


def plain(sentence: str) -> str:
    """The same sentence without marks, for labels and titles."""
    return BOLD.sub(r"\1", sentence)


def period_words(period: str, texts: Catalogue) -> str:
    """``2025-05/2025-07`` as ``mayo a julio de 2025``; an empty period as an empty text."""
    start, _, end = period.partition("/")
    if not end:
        return _date_words(start, texts)
    if start[:4] == end[:4] and len(start) > 4:  # noqa: PLR2004 - more than a bare year
        return texts.quarter.format(_month_word(start, texts), _date_words(end, texts))
    return texts.quarter.format(_date_words(start, texts), _date_words(end, texts))


def _month_word(date: str, texts: Catalogue) -> str:
    return texts.months[int(date[5:7]) - 1]


def _date_words(date: str, texts: Catalogue) -> str:
    year, _, rest = date.partition("-")
    if not rest:
        return year
    month = _month_word(date, texts)
    of = " de " if texts.language == "es" else " "
    day = rest[3:]
    return f"{int(day)}{of}{month}{of}{year}" if day else f"{month}{of}{year}"
