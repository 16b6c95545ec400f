"""Writing that survives a power cut: a file is whole or it is not there."""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Final

from geodata.errors import UserFacingError

DAY_SECONDS: Final = 24 * 60 * 60
STAGING: Final = ".staging-"
DRAFT: Final = ".borrador-"
"""A finished snapshot whose publisher came second; it stays for whoever has to publish again."""

KEPT_SECONDS: Final[Mapping[str, int]] = MappingProxyType(
    {
        f"{STAGING}*": DAY_SECONDS,
        ".CURRENT-*": DAY_SECONDS,
        "*/.manifest.json-*": DAY_SECONDS,
        f"{DRAFT}*": 30 * DAY_SECONDS,
    }
)
"""Age at which each kind of leftover is removed: by then nobody is writing or wants it."""

NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
BYTES_PER_MB: Final = 1_000_000


class StorageError(UserFacingError):
    """The disk took no more, or did not let itself be written."""


@contextmanager
def writing_to(home: Path) -> Iterator[None]:
    """Turn what the disk refuses into a sentence that names it.

    Raises:
        StorageError: no room, no permission, or no disk.
    """
    try:
        yield
    except OSError as error:
        raise StorageError(_refusal(home, error)) from error


def _refusal(home: Path, error: OSError) -> str:
    kept = "La edición anterior sigue en uso."
    if error.errno not in NO_ROOM:
        return (
            f"No se puede guardar la edición en {home}. {kept} Compruebe que el disco esté "
            "conectado y que usted pueda escribir en esa carpeta, y publique de nuevo."
        )
    place = next(
        (path for path in (home.resolve(), *home.resolve().parents) if path.is_mount()), home
    )
    free = shutil.disk_usage(place).free // BYTES_PER_MB
    return (
        f"La edición nueva no cabe en el disco de {home} (montado en {place}, {free} MB libres). "
        f"{kept} Libere espacio, por ejemplo con `python -m geodata collect --keep 5`, y publique "
        "de nuevo."
    )


def sync(path: Path) -> None:
    """Wait until a file, or the list of files of a folder, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, text: str) -> None:
    """Make ``text`` the content of ``path``, in one step: no reader sees half of it."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        draft.chmod(0o644)
        sync(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    sync(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until every file of ``folder`` and the list of them is on the disk."""
    for path in folder.iterdir():
        sync(path)
    sync(folder)


def put_in_place(staging: Path, final: Path) -> None:
    """Put ``staging`` where ``final`` is absent or damaged."""
    with suppress(FileNotFoundError):
        take_away(final)
    staging.rename(final)
    sync(final.parent)


def take_away(folder: Path) -> None:
    """Remove ``folder`` so that nobody meets half of it: it loses its name first."""
    aside = Path(tempfile.mkdtemp(prefix=STAGING, dir=folder.parent))
    try:
        folder.rename(aside / folder.name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def clear_leftovers(home: Path) -> None:
    """Remove what killed publishers left behind long ago."""
    for pattern, seconds in KEPT_SECONDS.items():
        for path in home.glob(pattern):
            with suppress(FileNotFoundError):  # another publisher is clearing too
                if path.stat().st_mtime < time.time() - seconds:
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
