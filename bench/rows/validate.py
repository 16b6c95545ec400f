"""Row 5: judging a file of a million figures, in a process of its own.

``python -m bench.rows.validate FILE VAR`` is that process: it prints the CPU seconds, the memory
that judging added, and the peak of the whole process with its libraries and the table itself.
"""

import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from app import ROOT
from bench.budget import Judged, Measured, Row
from bench.stage import Stage
from geodata.imports.context import context_of
from geodata.imports.pipeline import ImportOptions, stage_table
from geodata.publish import prepare_published
from geodata.reading.table import read_table
from geodata.schema import OBSERVATIONS
from geodata.snapshot import Workspace
from geodata.store import Store
from geodata.validate import problems

ROWS_OF_FILE: Final = 1_000_000
BAD_CELLS: Final = 800
SEED: Final = 1
TODAY: Final = date(2026, 11, 20)
KIB: Final = 1024


def figures(store: Store) -> pd.DataFrame:
    """A million figures of different cells, some hundreds of them wrong."""
    generator = np.random.default_rng(SEED)
    place = np.arange(ROWS_OF_FILE)
    codes = store.territories.query("level == 'municipio' and valid_to == ''").index.to_numpy()
    keys = pd.read_parquet(store.folder / "observations.parquet", columns=["indicator"])
    key = np.sort(keys["indicator"].unique())
    values = (generator.integers(0, 1000, ROWS_OF_FILE) / 10).astype(str).astype(object)
    values[generator.integers(0, ROWS_OF_FILE, BAD_CELLS)] = "x"
    spans = np.cumprod([len(codes), 11, len(key)])
    return pd.DataFrame(
        {
            "territory_code": codes[place % len(codes)],
            "period": (2015 + place // spans[0] % 11).astype(str),
            "indicator": key[place // spans[1] % len(key)],
            "sex": np.array(["total", "mujeres", "hombres"])[place // spans[2] % 3],
            "sector": np.array(list("ABCDEFG"))[place % 7],
            "value": values,
            "source_id": store.sources.index[0],
        }
    )


def ours(path: Path, var: Path) -> dict[str, float]:
    """Judge the file as the importer does, reading left out."""
    context = context_of(Store.open(var, Workspace.PUBLISHED), TODAY)
    table = read_table(path)
    before = _peak()
    start = time.process_time()
    stage_table(table, "observaciones", ImportOptions(), context)
    return {"cpu": time.process_time() - start, "added": _peak() - before, "peak": _peak()}


def rival(path: Path) -> float:
    """CPU seconds of the checker of the project's own tables, cell by cell in pandas."""
    table = pd.read_parquet(path)
    full = table.assign(population_group="total", unit="persons")
    full = full.reindex(columns=[column.name for column in OBSERVATIONS], fill_value="")
    start = time.process_time()
    problems("observations", full)
    return time.process_time() - start


def _peak() -> float:
    """MB that the process has held at most; ``getrusage`` would count those of its parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / KIB


def measure(_stage: Stage) -> Measured:
    """One run of each: they take seconds, and CPU time hardly varies."""
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder)
        prepare_published(var, ROOT / "data")
        file = var / "cifras.parquet"
        figures(Store.open(var, Workspace.PUBLISHED)).to_parquet(file)
        told = _told(file, var)
        note = f"Peak {told['peak']:.0f} MB, of which judging added {told['added']:.0f}."
        return Measured([told["cpu"]], [rival(file)], note)


def _told(file: Path, var: Path) -> dict[str, Any]:
    words = [sys.executable, "-m", "bench.rows.validate", str(file), str(var)]
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
)

if __name__ == "__main__":
    print(json.dumps(ours(Path(sys.argv[1]), Path(sys.argv[2]))))
