"""A sentence at the head of a ficha, with the lines of the download that hold its numbers."""

from dataclasses import dataclass
from typing import Final

from layouts.ficha.row import Row

HEADLINE: Final = "titulares"


@dataclass(frozen=True, slots=True)
class Headline:
    """A sentence, marked up, and the lines of the download that hold its numbers."""

    sentence: str
    rows: tuple[Row, ...]
