"""The side of the caller: a folder, a bounded process, and a sentence for every death."""

import json
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from geodata.reading import refusals
from geodata.reading.limits import LIMITS
from geodata.reading.refusals import UnreadableFileError, refuse
from geodata.reading.worker import PROGRESS_FILE, RESULT_FILE, TASK_FILE

_ROOT: Final = Path(__file__).resolve().parents[2]

_DEATHS: Final = {
    signal.SIGABRT: refusals.OUT_OF_MEMORY,
    signal.SIGKILL: refusals.OUT_OF_MEMORY,
    signal.SIGSEGV: refusals.OUT_OF_MEMORY,
    signal.SIGBUS: refusals.OUT_OF_MEMORY,
    signal.SIGXFSZ: refusals.BOMB,
    signal.SIGXCPU: refusals.OUT_OF_TIME,
}
"""Rust aborts when memory is refused; the stack of C code overruns as a segment fault."""

_LOOK_SECONDS: Final = 0.3
_ENVIRONMENT: Final = {
    "LANG": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "PYTHONDONTWRITEBYTECODE": "1",
}
"""All that the worker knows of the outside: no secret of the server is passed on."""


@contextmanager
def parsed(
    kind: str,
    task: Mapping[str, Any],
    environment: Mapping[str, str] | None = None,
    heard: Callable[[int, int], None] | None = None,
) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Folder and result of one task done in a worker; the folder goes away at the end.

    ``heard`` is told, while the worker works, how many rows it has read and how many it expects.

    Raises:
        UnreadableFileError: the worker refused the file, or died of it.
    """
    with tempfile.TemporaryDirectory(prefix="mirador-lectura-") as name:
        folder = Path(name)
        (folder / TASK_FILE).write_text(json.dumps(task), "utf-8")
        _run([kind], folder, {**_ENVIRONMENT, **(environment or {})}, heard)
        result = json.loads((folder / RESULT_FILE).read_text("utf-8"))
        if "refusal" in result:
            raise UnreadableFileError(result["refusal"])
        yield folder, result


def _run(
    arguments: list[str],
    folder: Path,
    environment: dict[str, str],
    heard: Callable[[int, int], None] | None,
) -> None:
    command = [sys.executable, "-m", "geodata.reading.worker", str(folder), *arguments]
    worker = subprocess.Popen(  # noqa: S603 - nothing in the command comes from a user
        command, cwd=_ROOT, env={**environment, "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(worker, folder, heard)
    finally:
        worker.kill()
        worker.wait()
    if worker.returncode:
        raise refuse(death(worker.returncode))


def _wait(
    worker: subprocess.Popen[bytes], folder: Path, heard: Callable[[int, int], None] | None
) -> None:
    """Until the worker ends, telling ``heard`` what it has written down.

    Raises:
        UnreadableFileError: it takes too long.
    """
    deadline = time.monotonic() + LIMITS.wall_seconds
    while time.monotonic() < deadline:
        with suppress(subprocess.TimeoutExpired):
            worker.wait(_LOOK_SECONDS if heard else LIMITS.wall_seconds)
            return
        progress = _progress(folder)
        if heard and progress:
            heard(*progress)
    raise refuse(refusals.OUT_OF_TIME)


def _progress(folder: Path) -> list[int]:
    """What the worker wrote last; nothing yet, or half a line, is nothing."""
    try:
        return list(json.loads((folder / PROGRESS_FILE).read_text("utf-8")))
    except (OSError, ValueError):
        return []


def death(returncode: int) -> str:
    """The sentence for a worker that ended badly."""
    known = {-number: sentence for number, sentence in _DEATHS.items()}
    return known.get(returncode, refusals.BROKEN)
