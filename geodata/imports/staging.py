"""Any file of an office, staged by what it is: a table, a list of municipalities, or boundaries."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from geodata.imports import territories
from geodata.imports.context import Context
from geodata.imports.pipeline import ImportOptions, Staged, kind_of, stage_table
from geodata.reading.table import read_table
from geodata.reading.vector import recognised_driver
from geodata.store import Store

Heard = Callable[[int, int], None]


def spare_memory() -> None:
    """Give memory back to the system as soon as it is free; for a process that only imports."""
    pa.set_memory_pool(pa.system_memory_pool())


def stage_file(  # noqa: PLR0913 - the file, what is said of it, and what it meets
    path: Path,
    kind: str,
    options: ImportOptions,
    context: Context,
    store: Store,
    *,
    heard: Heard | None = None,
) -> Staged:
    """Read ``path`` and judge it; ``heard`` is told how many rows have been read.

    Raises:
        UserFacingError: the file cannot be read, or ``kind`` or a column does not exist.
    """
    chosen = kind_of(kind)
    if chosen.shapes and path.is_file() and recognised_driver(path):
        return territories.stage_boundaries(path, options, context, store)
    raw = read_table(path, options.read, heard)
    if chosen.shapes:
        return territories.stage_list(raw, options, context, store)
    return stage_table(raw, kind, options, context)
