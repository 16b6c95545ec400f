"""What is wrong with a round that an editor wants to open, in words."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from layouts.text.participation_words import ParticipationWords

LONGEST_DAYS: Final = 366
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
SHOWN: Final = 20
"""Letters of a wrong code that are repeated."""


def wrong_round(asked: Mapping[str, str], known: Collection[str], said: ParticipationWords) -> str:
    """Why a round cannot be opened; empty where it can.

    Args:
        asked: ``municipio``, ``nombre``, ``desde`` and ``hasta``, as they were written.
        known: codes of the municipalities in force.
        said: sentences of the language.
    """
    if asked["municipio"] not in known:
        return said.wrong_place.format(asked["municipio"][:SHOWN])
    if not asked["nombre"]:
        return said.wrong_name
    first, last = (day_of(asked[key]) for key in ("desde", "hasta"))
    if first is None or last is None or first > last:
        return said.wrong_days
    return said.wrong_length if (last - first).days > LONGEST_DAYS else ""


def day_of(text: str) -> date | None:
    """A day written as ``2026-11-28``, if it exists."""
    if not DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
