"""A sentence at the head of a ficha, with the lines of the download that hold its numbers."""

from dataclasses import dataclass
from typing import Final

from indicators.proof import Reference
from layouts.ficha.row import Row

HEADLINE: Final = "titulares"


@dataclass(frozen=True, slots=True)
class Headline:
    """A sentence, marked up, and the lines of the download that hold its numbers.

    Attributes:
        proof: name of the figure that it begins with, its first marked part; ``None`` for none.
    """

    sentence: str
    rows: tuple[Row, ...]
    proof: Reference | None = None
