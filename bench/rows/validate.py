"""Judging a file of a million figures, in a process of its own: see ``bench.judge``."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from app import ROOT
from bench.budget import Judged, Measured, Row
from bench.stage import Stage
from geodata.publish import prepare_published
from geodata.schema import OBSERVATIONS
from geodata.snapshot import Workspace
from geodata.store import Store
from geodata.validate import problems

ROWS_OF_FILE: Final = 1_000_000
BAD_CELLS: Final = 800
SEED: Final = 1
MEGABYTE: Final = 1e6
COUNTED: Final = ("persons", "vacancies", "units", "students")
"""Units of things that come whole, as in ``geodata.imports.rules``."""

Numbers = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.object_]


def figures(store: Store) -> pd.DataFrame:
    """A million figures of different cells, some hundreds of them wrong.

    Things that come whole have no decimals, so that the cells made wrong are the only wrong ones.
    """
    generator = np.random.default_rng(SEED)
    place = np.arange(ROWS_OF_FILE)
    codes = store.territories.query("level == 'municipio' and valid_to == ''").index.to_numpy()
    named = ["indicator", "unit"]
    known = pd.read_parquet(store.folder / "observations.parquet", columns=named).drop_duplicates()
    key = np.sort(known["indicator"].unique())
    spans = np.cumprod([len(codes), 11, len(key)])
    whole = np.isin(key, known.loc[known["unit"].isin(COUNTED), "indicator"].unique())
    which = place // spans[1] % len(key)
    values = figures_in_words(generator.integers(0, 1000, ROWS_OF_FILE), whole[which])
    values[generator.integers(0, ROWS_OF_FILE, BAD_CELLS)] = "x"
    return pd.DataFrame(
        {
            "territory_code": codes[place % len(codes)],
            "period": (2015 + place // spans[0] % 11).astype(str),
            "indicator": key[which],
            "sex": np.array(["total", "mujeres", "hombres"])[place // spans[2] % 3],
            "sector": np.array(list("ABCDEFG"))[place % 7],
            "value": values,
            "source_id": store.sources.index[0],
        }
    )


def figures_in_words(tenths: Numbers, whole: Marks) -> Texts:
    """Tenths as an office writes them; without decimals where things come ``whole``."""
    with_decimals = (tenths / 10).astype(str)
    return np.where(whole, (tenths // 10).astype(str), with_decimals).astype(object)


def rival(path: Path) -> float:
    """CPU seconds of the checker of the project's own tables, cell by cell in pandas."""
    table = pd.read_parquet(path)
    full = table.assign(population_group="total", unit="persons")
    full = full.reindex(columns=[column.name for column in OBSERVATIONS], fill_value="")
    start = time.process_time()
    problems("observations", full)
    return time.process_time() - start


def measure(_stage: Stage) -> Measured:
    """One run of each: they take seconds, and CPU time hardly varies."""
    with _file() as (file, var):
        return Measured([_told(file, var)["cpu"]], [rival(file)])


def measure_memory(_stage: Stage) -> Measured:
    """One run: the peak of the process, its libraries and the mapped table included."""
    with _file() as (file, var):
        table = pd.read_parquet(file).astype(object)
        held = float(table.memory_usage(deep=True).sum()) / MEGABYTE
        return Measured([_told(file, var)["peak"]], [held])


@contextmanager
def _file() -> Iterator[tuple[Path, Path]]:
    """The file of a million figures and the workspace that it is judged against."""
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder)
        prepare_published(var, ROOT / "data")
        file = var / "cifras.parquet"
        figures(Store.open(var, Workspace.PUBLISHED)).to_parquet(file)
        yield file, var


def _told(file: Path, var: Path) -> dict[str, Any]:
    words = [sys.executable, "-m", "bench.judge", str(file), str(var)]
    answer = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603
    return dict(json.loads(answer.stdout))


ROWS: Final = (
    (
        Row(
            name="validate-million",
            what="CPU of judging a file of a million rows",
            rival="the checker of the project's own tables",
            must=1.5,
            stretch=0.8,
            judged=Judged.OURS,
            unit="s",
        ),
        measure,
    ),
    (
        Row(
            name="validate-memory",
            what="Memory of reading and judging a file of a million rows",
            rival="the same table held by pandas as objects",
            must=400,
            stretch=300,
            judged=Judged.OURS,
            unit="MB",
        ),
        measure_memory,
    ),
)
