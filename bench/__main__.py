"""Run the benchmarks: ``python -m bench [--row NAME ...] [--rounds N]``.

Machines differ and are shared: what counts is the ratio to the rival in the same run. The exit
code is 1 when a promise is broken. A run of all rows writes ``docs/performance.md``.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from bench.budget import Outcome, must_is_missed, table
from bench.report import PUBLISHED, Circumstances, is_whole, page
from bench.rows import BENCHMARKS, Benchmark
from bench.stage import Stage, stage

NAMES: Final = tuple(benchmark.row.name for benchmark in BENCHMARKS)


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """The command line, parsed; a row may be named by the start of its name."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--row", action="append", default=[], help=f"one of: {', '.join(NAMES)}")
    parser.add_argument("--rounds", type=int, help="rounds of each measurement")
    parser.add_argument("--var", type=Path, help="folder of snapshots to use instead of new ones")
    parser.add_argument("--json", type=Path, help="file for all samples")
    parsed = parser.parse_args(words)
    unknown = [name for name in parsed.row if not chosen([name])]
    if unknown:
        parser.error(f"no such row: {', '.join(unknown)}. There are: {', '.join(NAMES)}")
    return parsed


def chosen(prefixes: Sequence[str]) -> list[Benchmark]:
    """The benchmarks whose name starts with one of ``prefixes``; all when there is none."""
    return [b for b in BENCHMARKS if not prefixes or b.row.name.startswith(tuple(prefixes))]


def measured(benchmark: Benchmark, at: Stage) -> Outcome:
    """Measure one row."""
    print(f"{benchmark.row.name} …", file=sys.stderr)
    return Outcome(benchmark.row, benchmark.measure(at))


def as_json(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """All samples, with the machine that they were taken on."""
    return {
        "machine": {"system": platform.platform(), "cores": os.cpu_count()},
        "rows": [
            {
                "name": outcome.row.name,
                "unit": outcome.row.unit,
                "ours": list(outcome.measured.ours),
                "rival": list(outcome.measured.rival),
                "ratio": outcome.ratio,
                "verdict": outcome.verdict,
                "note": outcome.measured.note,
            }
            for outcome in outcomes
        ],
    }


def main(words: Sequence[str]) -> int:
    """Measure, print the table, and say whether every promise is kept."""
    asked = arguments(words)
    seen = Circumstances.now()
    with stage(asked.rounds, asked.var) as at:
        outcomes = [measured(benchmark, at) for benchmark in chosen(asked.row)]
    print(f"{platform.platform()}, {os.cpu_count()} cores")
    print(table(outcomes))
    if is_whole(asked.row, asked.rounds):
        PUBLISHED.write_text(page(outcomes, seen), encoding="utf-8")
    if asked.json:
        asked.json.write_text(json.dumps(as_json(outcomes), indent=1), encoding="utf-8")
    return 1 if must_is_missed(outcomes) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
