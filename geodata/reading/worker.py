"""The process that parses one file: bounded in memory, time and what it may write.

Started by ``sandbox``, never by hand: ``python -m geodata.reading.worker FOLDER TASK``. It reads
``FOLDER/tarea.json`` and leaves ``FOLDER/resultado.json`` with a table beside it or a refusal.
"""

import json
import resource
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geodata.errors import UserFacingError
from geodata.reading import refusals
from geodata.reading.limits import LIMITS

if TYPE_CHECKING:
    import pyarrow as pa

TASK_FILE: Final = "tarea.json"
RESULT_FILE: Final = "resultado.json"
TABLE_FILE: Final = "tabla.arrow"
SHAPES_FILE: Final = "limites.parquet"
PROGRESS_FILE: Final = "avance.json"

_LAST_SECONDS: Final = 2
"""Between the signal that says "too long" and the one that cannot be told from a lack of memory."""


def confine() -> None:
    """Bound this process for good. No core dump: it would hold what the file holds."""
    bounds = {
        resource.RLIMIT_AS: LIMITS.memory_bytes,
        resource.RLIMIT_CPU: LIMITS.cpu_seconds,
        resource.RLIMIT_FSIZE: LIMITS.unpacked_bytes,
        resource.RLIMIT_CORE: 0,
    }
    for bound, value in bounds.items():
        spare = _LAST_SECONDS if bound == resource.RLIMIT_CPU else 0
        resource.setrlimit(bound, (value, value + spare))


def run_table(folder: Path, task: Mapping[str, Any]) -> dict[str, Any]:
    """Read a table; what it says of itself goes into the result."""
    from pyarrow import ipc  # noqa: PLC0415 - after the bounds

    from geodata.reading.extract import extract  # noqa: PLC0415
    from geodata.reading.raw import ReadOptions  # noqa: PLC0415

    found = extract(Path(task["path"]), ReadOptions(**task["options"]), _telling(folder))
    # One piece: whoever maps it must not copy it to have it in one.
    cells = found.cells.cast(_wide(found.cells.schema)).combine_chunks()
    with ipc.new_file(str(folder / TABLE_FILE), cells.schema) as file:
        file.write_table(cells)
    return {**found.about, "findings": [asdict(item) for item in found.notebook.close()]}


def _wide(schema: "pa.Schema") -> "pa.Schema":
    """``schema`` with texts as pandas keeps them, so that whoever maps the file copies nothing."""
    import pyarrow as pa  # noqa: PLC0415 - after the bounds

    wide = {pa.string(): pa.large_string()}
    return pa.schema([field.with_type(wide.get(field.type, field.type)) for field in schema])


def _telling(folder: Path) -> Callable[[int, int], None]:
    """Writes down how many rows have been read, of how many; half a line is no harm."""

    def tell(rows: int, expected: int) -> None:
        (folder / PROGRESS_FILE).write_text(json.dumps([rows, expected]), "utf-8")

    return tell


def run_boundaries(folder: Path, task: Mapping[str, Any]) -> dict[str, Any]:
    """Read boundaries."""
    from geodata.reading import boundaries  # noqa: PLC0415 - after the bounds

    return boundaries.run_boundaries(folder, task, folder / SHAPES_FILE)


TASKS: Final[Mapping[str, Callable[[Path, Mapping[str, Any]], dict[str, Any]]]] = {
    "table": run_table,
    "boundaries": run_boundaries,
}


def work(folder: Path, task: str) -> None:
    """Do one task; a refusal is a result too."""
    given = json.loads((folder / TASK_FILE).read_text("utf-8"))
    try:
        result = TASKS[task](folder, given)
    except UserFacingError as error:
        result = {"refusal": str(error)}
    except (MemoryError, RecursionError):
        result = {"refusal": refusals.OUT_OF_MEMORY}
    (folder / RESULT_FILE).write_text(json.dumps(result, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    confine()
    work(Path(sys.argv[1]), sys.argv[2])
