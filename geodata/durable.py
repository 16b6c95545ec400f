"""Writing that survives a power cut: a file is whole or it is not there."""

import os
import tempfile
from pathlib import Path


def sync(path: Path) -> None:
    """Wait until a file, or the list of files of a folder, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def write_whole(path: Path, text: str) -> None:
    """Make ``text`` the content of ``path``, in one step: no reader sees half of it."""
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(draft).chmod(0o644)
    sync(Path(draft))
    Path(draft).replace(path)
    sync(path.parent)
