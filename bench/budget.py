"""What a benchmark promises, and whether a measurement keeps it. No clock and no browser here."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from statistics import median
from typing import Final

BYTES_PER_KB: Final = 1000
TIMES: Final = "\N{MULTIPLICATION SIGN}"


@unique
class Judged(StrEnum):
    """The number that must and stretch are written for."""

    TIMES_FASTER = "times faster than the rival"
    TIMES_THE_RIVAL = "times the rival"
    PART_OF_THE_RIVAL = "part of the rival"
    OURS = "our own number"
    OURS_AT_LEAST = "our own number, the more the better"


MORE_IS_BETTER: Final = frozenset(
    {Judged.TIMES_FASTER, Judged.PART_OF_THE_RIVAL, Judged.OURS_AT_LEAST}
)
OUR_OWN: Final = frozenset({Judged.OURS, Judged.OURS_AT_LEAST})


@unique
class Verdict(StrEnum):
    """How a measurement stands to its promise."""

    STRETCH = "meets stretch"
    MUST = "meets must"
    MISSES = "MISSES"


@dataclass(frozen=True, slots=True)
class Row:
    """One promise of the budget.

    Attributes:
        name: what ``--row`` takes.
        what: what is measured, in words.
        rival: what it is measured against, in the same run.
        must: the bound that the exit code depends on.
        stretch: the bound that we would like to keep.
        unit: of the medians, such as ``ms`` or ``KB``.
    """

    name: str
    what: str
    rival: str
    must: float
    stretch: float
    judged: Judged
    unit: str


@dataclass(frozen=True, slots=True)
class Measured:
    """Samples of both sides, taken in interleaved rounds, and what else was seen."""

    ours: Sequence[float]
    rival: Sequence[float]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row with its measurement."""

    row: Row
    measured: Measured

    @property
    def ours(self) -> float:
        """Median of our samples."""
        return median(self.measured.ours)

    @property
    def rival(self) -> float:
        """Median of the rival's samples."""
        return median(self.measured.rival)

    @property
    def ratio(self) -> float:
        """Rival / ours where we promise to be so many times faster; ours / rival otherwise."""
        if self.row.judged is Judged.TIMES_FASTER:
            return self.rival / self.ours
        return self.ours / self.rival

    @property
    def judged(self) -> float:
        """The number that the bounds are for."""
        return self.ours if self.row.judged in OUR_OWN else self.ratio

    @property
    def verdict(self) -> Verdict:
        """Whether the promise is kept; a value equal to a bound keeps it."""
        if self._keeps(self.row.stretch):
            return Verdict.STRETCH
        return Verdict.MUST if self._keeps(self.row.must) else Verdict.MISSES

    def _keeps(self, bound: float) -> bool:
        more = self.row.judged in MORE_IS_BETTER
        return self.judged >= bound if more else self.judged <= bound


HEAD: Final = ("row", "ours", "rival", "ratio", "must", "stretch", "verdict")


def bound_words(row: Row, bound: float) -> str:
    """A bound as it is written in the budget: a number of times, or of our unit."""
    own = row.judged in OUR_OWN
    sign, unit = "≥" if row.judged in MORE_IS_BETTER else "≤", f" {row.unit}" if own else TIMES
    return f"{sign} {bound:g}{unit}"


def table_cells(outcome: Outcome) -> tuple[str, ...]:
    """One line of the table."""
    row = outcome.row
    return (
        row.name,
        f"{outcome.ours:,.1f} {row.unit}",
        f"{outcome.rival:,.1f} {row.unit}",
        f"{outcome.ratio:.2f}{TIMES}",
        bound_words(row, row.must),
        bound_words(row, row.stretch),
        outcome.verdict,
    )


def table(outcomes: Sequence[Outcome]) -> str:
    """The report: aligned columns, then what each row means and what else was seen."""
    lines = [HEAD, *(table_cells(outcome) for outcome in outcomes)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    written = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
    notes = [
        f"{outcome.row.name}: {outcome.row.what}, against {outcome.row.rival}."
        + (f" {outcome.measured.note}" if outcome.measured.note else "")
        for outcome in outcomes
    ]
    return "\n".join([written[0], "-" * len(written[0]), *written[1:], "", *notes])


def must_is_missed(outcomes: Sequence[Outcome]) -> bool:
    """Whether any promise is broken."""
    return any(outcome.verdict is Verdict.MISSES for outcome in outcomes)
