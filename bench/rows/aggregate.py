"""Rows 6 and 7: adding up ten million single records, against DuckDB SQL written by hand.

Both read the same Parquet file, run all their queries on a new connection with DuckDB's usual
threads, and give data frames. ibis is loaded before; compiling its expressions is counted.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from bench.budget import Judged, Measured, Row
from bench.rivals import sums
from bench.stage import Stage
from geodata.aggregate import expressions
from geodata.aggregate.address import parse
from geodata.aggregate.engines import opened
from geodata.aggregate.figures import MONTHS, Records
from geodata.aggregate.inputs import records
from geodata.microdata import write_batches
from geodata.schema import FEWEST_PERSONS
from indicators.demo.microdata import follow_up, vacancies

ROWS_OF_FILE: Final = 10_000_000
ROUNDS: Final = 3
SEED: Final = 1
CODES: Final = tuple(f"{number:05d}" for number in range(5001, 5001 + 1122))
"""As many municipalities as the country has; what they are called changes no time."""

BY_HAND: Final = {Records.VACANCIES: sums.OF_VACANCIES, Records.FOLLOW_UP: sums.OF_FOLLOW_UP}


def single_records(kind: Records) -> Iterator[pd.DataFrame]:
    """Ten million invented records, in batches."""
    if kind is Records.VACANCIES:
        return vacancies(ROWS_OF_FILE, CODES, SEED)
    return follow_up(ROWS_OF_FILE // len(MONTHS), CODES, SEED)


def ours(kind: Records, file: Path) -> None:
    """Every expression of a kind, as the command runs them."""
    with opened(parse("duckdb"), str(file)) as source:
        table = records(source, kind)
        if kind is Records.VACANCIES:
            source.run(expressions.vacancies(table, FEWEST_PERSONS))
            source.run(expressions.offers_read(table))
            return
        source.run(expressions.repeated(table))
        source.run(expressions.follow_up(table, FEWEST_PERSONS))
        source.run(expressions.moves(table, FEWEST_PERSONS))
        source.run(expressions.interviews_read(table))


def rival(kind: Records, file: Path) -> None:
    """The same queries, written by hand."""
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW records AS FROM read_parquet('{file}')")
        for sql in BY_HAND[kind]:
            connection.execute(sql).to_arrow_table().to_pandas()


def cpu_seconds(run: Callable[[], None]) -> float:
    """CPU time of all threads of this process."""
    start = time.process_time()
    run()
    return time.process_time() - start


def measure(kind: Records, stage: Stage) -> Measured:
    """Interleaved rounds, after one of each that is not counted: the file is then in memory."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "records.parquet"
        write_batches(file, single_records(kind))
        ours(kind, file)
        rival(kind, file)
        pairs = [
            (cpu_seconds(partial(ours, kind, file)), cpu_seconds(partial(rival, kind, file)))
            for _ in range(stage.rounds or ROUNDS)
        ]
    return Measured([pair[0] for pair in pairs], [pair[1] for pair in pairs])


ROWS: Final = tuple(
    (
        Row(
            name=f"aggregate-{kind.value}",
            what="CPU of adding up ten million single records with ibis on DuckDB",
            rival="DuckDB SQL written by hand",
            must=1.35,
            stretch=1.1,
            judged=Judged.TIMES_THE_RIVAL,
            unit="s",
        ),
        partial(measure, kind),
    )
    for kind in Records
)
