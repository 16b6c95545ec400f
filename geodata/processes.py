"""Processes that work on while their starter goes on: each is collected as soon as it ends."""

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread


def start_aside(
    command: Sequence[str], cwd: Path | None = None, output: int | None = None
) -> subprocess.Popen[bytes]:
    """Start a process with a session of its own, which need not be waited for.

    A thread waits for it: a process that nobody collects stays in the system's table after its
    end, and warns when its object is forgotten.

    Args:
        command: program and arguments, nothing of them from a user.
        cwd: folder to work in; the one of this process if not given.
        output: where it writes, as ``subprocess.Popen`` takes it; where this process does if not
            given.
    """
    process = subprocess.Popen(  # noqa: S603 - our own modules
        command, cwd=cwd, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=output, stderr=output,
    )  # fmt: skip
    Thread(target=process.wait, name=f"waits-for-{process.pid}", daemon=True).start()
    return process


def end(process: subprocess.Popen[bytes]) -> None:
    """End a process of ``start_aside`` with all that it started; nothing if it has ended."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
