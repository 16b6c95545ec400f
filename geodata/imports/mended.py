"""How one word of a file was understood."""

from dataclasses import dataclass
from enum import StrEnum, unique


@unique
class Mend(StrEnum):
    """What was done to understand a word; each is judged by a rule in ``rules``."""

    NONE = ""
    ZERO = "zero"
    SUCCESSOR = "successor"
    NAME = "name"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    SYNONYM = "synonym"
    SERIAL = "serial"
    DAY_OR_MONTH = "day_or_month"
    TRIMMED = "trimmed"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Word:
    """A distinct word of a column.

    Attributes:
        value: the word of the tables; empty when there is none.
        detail: what the remedy says about this very word.
    """

    value: str
    mend: Mend = Mend.NONE
    detail: str = ""
