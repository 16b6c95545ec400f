"""The process that ``bench.rows.validate`` measures: what an import loads, and nothing else.

``python -m bench.judge FILE VAR`` reads and judges FILE against the snapshot in VAR and prints the
CPU seconds of judging, without reading, and the peak of memory in MB.
"""

import json
import sys
import time
from datetime import date
from pathlib import Path
from typing import Final

from geodata.imports.context import context_of
from geodata.imports.pipeline import ImportOptions, stage_table
from geodata.memory import spare_memory
from geodata.reading.table import read_table
from geodata.snapshot import Workspace
from geodata.store import Store

TODAY: Final = date(2026, 11, 20)
KIB: Final = 1024


def judged(file: Path, var: Path) -> dict[str, float]:
    """CPU seconds and peak of memory, in MB, of judging ``file``."""
    spare_memory()
    context = context_of(Store.open(var, Workspace.PUBLISHED), TODAY)
    table = read_table(file)
    start = time.process_time()
    stage_table(table, "observaciones", ImportOptions(), context)
    return {"cpu": time.process_time() - start, "peak": _peak()}


def _peak() -> float:
    """MB that the process has held at most; ``getrusage`` would count those of its parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / KIB


if __name__ == "__main__":
    print(json.dumps(judged(Path(sys.argv[1]), Path(sys.argv[2]))))
