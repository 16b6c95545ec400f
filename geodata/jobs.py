"""Imports under way: each in a process of its own, so that none blocks a reader and any can end.

A job is a folder: the file as it was uploaded (under a name of ours), ``request.json``, and what
its process writes: ``progress.json`` while it works, then ``report.json`` or ``error.json``.
"""

import json
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, unique
from pathlib import Path
from threading import Lock
from typing import Any, Final

from geodata.errors import UserFacingError
from geodata.processes import end, start_aside

WORKER: Final = "geodata.import_worker"
FOLDER: Final = ".importar"
MOST_AT_ONCE: Final = 2
OLD_SECONDS: Final = 24 * 60 * 60
"""A job that nobody came back to is removed after a day, with its file."""


@unique
class Phase(StrEnum):
    """Where a job is."""

    READING = "leyendo"
    READ = "leido"
    PUBLISHING = "publicando"
    PUBLISHED = "publicado"
    FAILED = "fallido"
    CANCELLED = "cancelado"


class JobError(UserFacingError):
    """A job cannot be started or continued."""


@dataclass
class Jobs:
    """The imports of one server.

    Attributes:
        root: folder of workspaces; jobs live in a hidden folder inside it.
    """

    root: Path
    _processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _cancelled: set[str] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def folder(self, job: str) -> Path:
        """Where a job lives.

        Raises:
            JobError: there is no such job.
        """
        home = self.root / FOLDER / job
        if not (job.isalnum() and home.is_dir()):
            raise JobError("Esa importación ya no existe. Vuelva a elegir el archivo.")
        return home

    def receive(self) -> tuple[str, Path]:
        """A new job and where its file must be written."""
        self._forget_old()
        job = secrets.token_hex(8)
        home = self.root / FOLDER / job
        home.mkdir(parents=True)
        return job, home / "archivo"

    def read(self, job: str, request: Mapping[str, Any]) -> None:
        """Start reading and checking the file of a job."""
        home = self.folder(job)
        (home / "request.json").write_text(json.dumps(dict(request)), encoding="utf-8")
        self._start(job, "read")

    def publish(self, job: str, reason: Mapping[str, Any]) -> None:
        """Start publishing what a job read.

        Raises:
            JobError: it has not been read without errors.
        """
        if self.state(job)["phase"] != Phase.READ:
            raise JobError("Primero lea el archivo y corrija sus errores.")
        (self.folder(job) / "reason.json").write_text(json.dumps(dict(reason)), encoding="utf-8")
        self._start(job, "publish")

    def cancel(self, job: str) -> None:
        """End a job; what is already published stays, nothing is ever half published."""
        with self._lock:
            process = self._processes.pop(job, None)
            self._cancelled.add(job)
        if process is not None:
            end(process)

    def state(self, job: str) -> dict[str, Any]:
        """Phase of a job with its progress, its report or its error."""
        home = self.folder(job)
        if job in self._cancelled:
            return {"phase": Phase.CANCELLED}
        if self._running(job):
            doing = Phase.PUBLISHING if (home / "reason.json").exists() else Phase.READING
            return {"phase": doing} | _written(home / "progress.json")
        for name, phase in (("error", Phase.FAILED), ("published", Phase.PUBLISHED),
                            ("report", Phase.READ)):  # fmt: skip
            if (home / f"{name}.json").exists():
                return {"phase": phase} | _written(home / f"{name}.json")
        return {"phase": Phase.FAILED}

    def _start(self, job: str, action: str) -> None:
        with self._lock:
            running = [p for p in self._processes.values() if p.poll() is None]
            if len(running) >= MOST_AT_ONCE:
                raise JobError("Hay otras importaciones en curso. Espere a que terminen.")
            self._cancelled.discard(job)
            for name in ("error", "progress"):
                (self.folder(job) / f"{name}.json").unlink(missing_ok=True)
            command = [sys.executable, "-m", WORKER, action, str(self.folder(job))]
            self._processes[job] = start_aside(command)

    def _running(self, job: str) -> bool:
        with self._lock:
            process = self._processes.get(job)
        return process is not None and process.poll() is None

    def _forget_old(self) -> None:
        for home in (self.root / FOLDER).glob("*"):
            if time.time() - home.stat().st_mtime > OLD_SECONDS:
                shutil.rmtree(home, ignore_errors=True)


def _written(path: Path) -> dict[str, Any]:
    """What a process wrote; nothing while it is still writing it."""
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}
