"""Any file of an office, staged by what it is: a table, a list of municipalities, or boundaries."""

from collections.abc import Callable
from pathlib import Path

from geodata.imports.context import Context
from geodata.imports.pipeline import ImportOptions, Staged, kind_of, stage_table
from geodata.reading.table import read_table
from geodata.store import Store

Heard = Callable[[int, int], None]


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
    if kind_of(kind).shapes:
        return _about_territories(path, options, context, store)
    return stage_table(read_table(path, options.read, heard), kind, options, context)


def _about_territories(
    path: Path, options: ImportOptions, context: Context, store: Store
) -> Staged:
    """The libraries of maps are loaded only now: a table of figures has no use for them."""
    from geodata.imports import territories  # noqa: PLC0415
    from geodata.reading.vector import recognised_driver  # noqa: PLC0415

    if path.is_file() and recognised_driver(path):
        return territories.stage_boundaries(path, options, context, store)
    return territories.stage_list(read_table(path, options.read), options, context, store)
