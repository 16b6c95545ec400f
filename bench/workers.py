"""Contenders behind several processes, all with the same server and the same settings."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app import ROOT
from bench.client import Client

WORDS: Final = (
    *("--worker-class", "gthread", "--threads", "16", "--keep-alive", "75", "--timeout", "120"),
)
ENVIRONMENT: Final = {"MALLOC_ARENA_MAX": "2", "MALLOC_TRIM_THRESHOLD_": "131072"}
"""As ``make serve`` has them."""

LONGEST_START_S: Final = 120.0
PAUSE_S: Final = 0.05
KB_OF_MB: Final = 1024
PRODUCT: Final = "app:create_server()"


@dataclass(frozen=True, slots=True)
class Served:
    """A server that listens; ``master`` is its first process, which answers nothing itself."""

    address: str
    master: int

    def workers(self) -> list[int]:
        """Ids of the processes that answer."""
        path = Path(f"/proc/{self.master}/task/{self.master}/children")
        return [int(word) for word in path.read_text(encoding="ascii").split()]


@contextmanager
def gunicorn(target: str, workers: int, settings: Mapping[str, str]) -> Iterator[Served]:
    """``target`` behind ``workers`` processes, as ``make serve`` runs the application.

    Args:
        target: what gunicorn serves, such as ``app:create_server()``.
        workers: how many processes answer.
        settings: environment of the processes, beside ours.

    Raises:
        RuntimeError: it does not answer in time.
    """
    port = free_port()
    words = [
        *(sys.executable, "-m", "gunicorn", target, *WORDS, "--workers", str(workers)),
        *("--bind", f"127.0.0.1:{port}", "--log-level", "error"),
    ]
    process = subprocess.Popen(words, cwd=ROOT, env=os.environ | ENVIRONMENT | settings)  # noqa: S603
    try:
        served = Served(f"http://127.0.0.1:{port}", process.pid)
        _wait_for(served, workers, process)
        yield served
    finally:
        process.terminate()
        process.wait()


def _wait_for(served: Served, workers: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + LONGEST_START_S
    while time.monotonic() < deadline and process.poll() is None:
        if len(served.workers()) == workers and answers(served.address):
            return
        time.sleep(PAUSE_S)
    raise RuntimeError(f"{served.address} did not start; its own message is above.")


def answers(address: str) -> bool:
    """Whether the first page is served at ``address``."""
    try:
        with Client.of(address) as client:
            client.get("/")
    except OSError:
        return False
    return True


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def resident_mb(process: int) -> float:
    """Memory that a process holds now, its share of what others map too included, in MB."""
    return _kilobytes(f"/proc/{process}/status", "VmRSS:") / KB_OF_MB


def proportional_mb(process: int) -> float:
    """The same with what is shared divided among those who share it, in MB."""
    return _kilobytes(f"/proc/{process}/smaps_rollup", "\nPss:") / KB_OF_MB


def _kilobytes(path: str, name: str) -> int:
    told = Path(path).read_text(encoding="ascii")
    return int(told.partition(name)[2].split()[0])
