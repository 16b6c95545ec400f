"""The published table: ``docs/performance.md``, written by a whole run and by nothing else."""

import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from app import ROOT
from bench.budget import OUR_OWN, TIMES, Outcome, Row, Verdict, bound_words, table_cells

PUBLISHED: Final = ROOT / "docs" / "performance.md"
BYTES_PER_GIB: Final = 1 << 30
HEAD: Final = ("row", "ours", "rival", "ratio", "must", "stretch", "verdict", "to the stretch")

METHOD: Final = """\
Every row is measured against a rival that is built beside it and runs in the same run, on the same
machine: compare the ratios, not the milliseconds. Times and costs are medians; where something is
repeated, ours and the rival take turns, round by round, after rounds that are not counted. The
browser draws without a graphics card. What a row must keep decides whether the run succeeds; the
stretch is what we would like. The last column says how far the judged number is from the stretch.
`make bench` runs all rows and writes this file; `make bench ROW=name` runs those whose name starts
so and writes nothing."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Where, when and of what a run was made.

    Attributes:
        load: processes that waited for a processor when the run started, over a minute.
        commit: of the program; with a mark where files differed from it.
    """

    machine: str
    processor: str
    cores: int
    memory_gib: float
    load: float
    when: datetime
    commit: str

    @classmethod
    def now(cls) -> Self:
        """Those of this moment."""
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        return cls(
            machine=platform.platform(),
            processor=_processor(),
            cores=os.cpu_count() or 1,
            memory_gib=pages / BYTES_PER_GIB,
            load=os.getloadavg()[0],
            when=datetime.now(UTC),
            commit=_commit(),
        )

    def words(self) -> list[str]:
        """One line for each, as a list."""
        return [
            f"- date: {self.when:%Y-%m-%d %H:%M} UTC",
            f"- program: {self.commit}",
            f"- machine: {self.machine}",
            f"- processor: {self.processor}, {self.cores} cores, {self.memory_gib:.0f} GiB",
            f"- load when the run started: {self.load:.1f}",
        ]


def _processor() -> str:
    """The model that the system names; its kind where it names none."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.machine()
    named = told.partition("model name")[2].partition(":")[2].partition("\n")[0].strip()
    return named or platform.machine()


def _commit() -> str:
    """The commit that the files are of."""
    words = ("git", "describe", "--always", "--dirty=, with changes", "--exclude=*")
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    return told.stdout.strip() or "unknown"


def is_whole(rows: Sequence[str], rounds: int | None) -> bool:
    """Whether a run may be published: every row, with as many rounds as each asks for."""
    return not rows and rounds is None


def page(outcomes: Sequence[Outcome], seen: Circumstances) -> str:
    """The whole file."""
    lines = [
        "# Performance",
        "",
        "Written by `make bench`; do not edit by hand.",
        "",
        *seen.words(),
        "",
        METHOD,
        "",
        *_table(outcomes),
        "",
        "## What each row means",
        "",
        *(meaning(outcome) for outcome in outcomes),
    ]
    return "\n".join(lines) + "\n"


def _table(outcomes: Sequence[Outcome]) -> list[str]:
    rows = [(*table_cells(outcome), distance(outcome)) for outcome in outcomes]
    return [_line(HEAD), _line(["---"] * len(HEAD)), *map(_line, rows)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def distance(outcome: Outcome) -> str:
    """How far the judged number is from the stretch, in percent of it."""
    if outcome.verdict is Verdict.STRETCH:
        return "reached"
    wanted = outcome.row.stretch
    left = abs(outcome.judged - wanted)
    return f"{left / wanted:.0%} away" if wanted else f"{left:g} {outcome.row.unit} away"


def meaning(outcome: Outcome) -> str:
    """What a row measures, against what, how often, and what else was seen."""
    row, measured = outcome.row, outcome.measured
    samples = len(measured.ours)
    words = f"- **{row.name}**: {row.what}, against {row.rival}. {_judged(row)}"
    words += f" Median of {samples}." if samples > 1 else " Measured once."
    return words + (f" {measured.note}" if measured.note else "")


def _judged(row: Row) -> str:
    must = bound_words(row, row.must)
    if row.judged in OUR_OWN:
        return f"Our own number is judged: it must be {must}."
    return f"The ratio is judged: it must be {must} ({TIMES} is {row.judged.value})."
