"""Locks of the operating system: a killed process lets go of its own, and no file is left behind.

A folder is locked itself. Publishers take turns with an exclusive lock on their workspace; readers
hold the snapshot they have open with a shared one, so that it is not collected under them.
"""

import fcntl
import os
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from geodata.errors import UserFacingError

PATIENCE_SECONDS: Final = 30.0
"""Longer than any publisher holds the lock: under it a snapshot is only checked and renamed."""

PAUSE_SECONDS: Final = 0.02


class LockError(UserFacingError):
    """Somebody else has the workspace, or its disk knows no locks."""


@contextmanager
def exclusive(home: Path, patience_s: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Be the only one who changes what ``home`` serves.

    Raises:
        LockError: another process kept it for longer than ``patience_s``, or the disk has no locks.
    """
    handle = os.open(home, os.O_RDONLY)
    try:
        _wait_for(handle, home, time.monotonic() + patience_s)
        yield
    finally:
        os.close(handle)  # closing lets go


def _wait_for(handle: int, home: Path, deadline: float) -> None:
    while not _taken(handle, home):
        if time.monotonic() > deadline:
            raise LockError(
                f"Otro proceso está publicando en {home} y no ha terminado. Espere a que acabe "
                "y publique de nuevo."
            )
        time.sleep(PAUSE_SECONDS)


def _taken(handle: int, home: Path) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        raise LockError(
            f"El disco de {home} no permite bloquear carpetas, y sin eso dos personas podrían "
            "publicar a la vez. Ponga MIRADOR_VAR en un disco local."
        ) from error
    return True


class Hold:
    """A reader's claim on a folder, until this object is forgotten or its process ends.

    A disk without locks gives no claim, and the reader goes on without: reading needs none.
    """

    def __init__(self, folder: Path) -> None:
        """Claim ``folder`` if it is there."""
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            weakref.finalize(self, os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)


def is_held(folder: Path) -> bool:
    """Whether some reader, of any process, has ``folder`` open."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
