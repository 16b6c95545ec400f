"""Exports under way: each in a process of its own, which any process of a server can ask and end.

A job is a folder: ``request.json``, and what its process writes: ``progress.json`` while it works,
then the file with ``done.json``, or ``error.json``. ``cancel`` in it ends the job.
"""

import fcntl
import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum, unique
from pathlib import Path
from threading import Lock
from typing import Any, Final

from geodata.durable import write_whole
from geodata.errors import UserFacingError
from geodata.lock import is_held
from geodata.processes import end, start_aside

WORKER: Final = "callbacks.exports.worker"
FOLDER: Final = ".exportar"
TURNS: Final = 2
"""Exports that work at once, of all the processes of a server: readers come first."""
MOST_WAITING: Final = 12
"""Jobs under way or waiting for their turn, beyond which new ones are refused."""
START_SECONDS: Final = 20
"""A process that has not claimed its job by then never will."""
OLD_SECONDS: Final = 2 * 60 * 60
"""A file that nobody fetched is removed."""
PAUSE_SECONDS: Final = 0.1


@unique
class Phase(StrEnum):
    """Where a job is."""

    WAITING = "esperando"
    WORKING = "haciendo"
    DONE = "hecho"
    FAILED = "fallido"
    CANCELLED = "cancelado"


@unique
class Why(StrEnum):
    """Why there is no file; whoever shows it has the words."""

    BUSY = "ocupado"
    """Too many exports are under way."""
    GONE = "no_existe"
    """There is no such job."""
    NOT_READY = "sin_terminar"
    ENDED = "interrumpido"
    """Its process ended without a word."""
    FAILED = "fallo"
    """Something that nobody foresaw; the log of the server says it."""


class ExportJobError(UserFacingError):
    """A job cannot be started or continued."""

    def __init__(self, why: Why) -> None:
        """Say why."""
        super().__init__(why)
        self.why = why


class CancelledError(Exception):
    """Somebody no longer wants the file."""


@dataclass
class ExportJobs:
    """The exports of one server.

    Attributes:
        root: folder of workspaces; jobs live in a hidden folder inside it.
        code: folder that holds the program.
    """

    root: Path
    code: Path
    _processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def start(self, request: Mapping[str, Any]) -> str:
        """Start a job; its name.

        Raises:
            ExportJobError: too many are under way.
        """
        with self._lock:
            self._tidy()
            if len(self._active()) >= MOST_WAITING:
                raise ExportJobError(Why.BUSY)
            job = secrets.token_hex(8)
            home = self.root / FOLDER / job
            home.mkdir(parents=True)
            write_whole(home / "request.json", json.dumps(dict(request)))
            command = [sys.executable, "-m", WORKER, str(home.resolve())]
            self._processes[job] = start_aside(command, self.code)
        return job

    def folder(self, job: str) -> Path:
        """Where a job lives.

        Raises:
            ExportJobError: there is no such job.
        """
        home = self.root / FOLDER / job
        if not (job.isalnum() and home.is_dir()):
            raise ExportJobError(Why.GONE)
        return home

    def state(self, job: str) -> dict[str, Any]:
        """Phase of a job with what is done of it, or with its error."""
        home = self.folder(job)
        if (home / "cancel").exists():
            return {"phase": Phase.CANCELLED}
        if (home / "done.json").exists():
            return {"phase": Phase.DONE, **_written(home / "done.json")}
        if (home / "error.json").exists():
            return {"phase": Phase.FAILED, **_written(home / "error.json")}
        if not _alive(home):
            return {"phase": Phase.FAILED, "why": Why.ENDED}
        return {"phase": Phase.WAITING, **_written(home / "progress.json")}

    def cancel(self, job: str) -> None:
        """End a job; its process ends at once, or at its next step if another server has it."""
        (self.folder(job) / "cancel").touch()
        with self._lock:
            process = self._processes.pop(job, None)
        if process is not None:
            end(process)

    def file(self, job: str) -> Path:
        """The file of a job that is done.

        Raises:
            ExportJobError: it is not.
        """
        home = self.folder(job)
        done = _written(home / "done.json")
        if not done:
            raise ExportJobError(Why.NOT_READY)
        return home / "file"

    def wait(self, job: str, seconds: float) -> dict[str, Any]:
        """State of a job once it has ended, or after so many seconds."""
        deadline = time.monotonic() + seconds
        state = self.state(job)
        while state["phase"] in (Phase.WAITING, Phase.WORKING) and time.monotonic() < deadline:
            time.sleep(PAUSE_SECONDS)
            state = self.state(job)
        return state

    def _active(self) -> list[Path]:
        ended = ("done.json", "error.json", "cancel")
        homes = (home for home in (self.root / FOLDER).glob("*") if home.is_dir())
        return [home for home in homes
                if not any((home / name).exists() for name in ended) and _alive(home)]  # fmt: skip

    def _tidy(self) -> None:
        """Forget ended processes and files that nobody fetched."""
        for job in [job for job, p in self._processes.items() if p.poll() is not None]:
            del self._processes[job]
        for home in (self.root / FOLDER).glob("*"):
            with suppress(FileNotFoundError):
                if home.is_dir() and time.time() - home.stat().st_mtime > OLD_SECONDS:
                    shutil.rmtree(home, ignore_errors=True)


def _alive(home: Path) -> bool:
    """Whether the process of a job has it, or may still be starting."""
    with suppress(FileNotFoundError):
        return is_held(home) or time.time() - home.stat().st_ctime < START_SECONDS
    return False


def _written(path: Path) -> dict[str, Any]:
    """What a process wrote; nothing before it did."""
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


@contextmanager
def turn(home: Path) -> Iterator[None]:
    """Wait until fewer than ``TURNS`` exports work, and be one of them.

    Raises:
        CancelledError: the job was cancelled while it waited.
    """
    taken = None
    while taken is None:
        check(home)
        taken = next(filter(None, (_taken(home.parent / f"turno-{i}") for i in range(TURNS))), None)
        if taken is None:
            time.sleep(PAUSE_SECONDS)
    try:
        yield
    finally:
        os.close(taken)


def _taken(path: Path) -> int | None:
    """A lock on a file, held by its handle until the process ends; ``None`` where it is held."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def check(home: Path) -> None:
    """Go on, unless the job is no longer wanted.

    Raises:
        CancelledError: it was cancelled, or its folder is gone.
    """
    if (home / "cancel").exists() or not home.is_dir():
        raise CancelledError


def say(home: Path, name: str, content: Mapping[str, Any]) -> None:
    """Tell the server something of a job."""
    write_whole(home / f"{name}.json", json.dumps(dict(content), ensure_ascii=False))
