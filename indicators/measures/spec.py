"""What a measure is, and how it says that it has no value."""

from dataclasses import dataclass

from indicators.spec import Text, Unit


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """One declarative entry, for the method page and the documents.

    Attributes:
        keys: observation keys, or tables, that it reads.
        function: name of the function that computes it, for whoever wants to read it.
    """

    key: str
    title: Text
    definition: Text
    formula: Text
    unit: Unit
    universe: Text
    reference: str
    caveat: Text
    keys: tuple[str, ...]
    function: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A number, or the sentence that says why there is none; never both missing."""

    value: float | None
    reason: Text | None = None
    """Why there is no value, or a caution beside it."""
