"""Processes started aside are collected when they end, and end with all that they started."""

import gc
import os
import sys
import time
import warnings
from contextlib import suppress
from pathlib import Path

from geodata.processes import end, start_aside

PATIENCE_S = 20.0


def wait_until(holds):
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline, "no llegó a pasar"
        time.sleep(0.02)


def is_there(pid):
    """Whether the system still knows a process, ended or not."""
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


def test_one_that_nobody_waits_for_is_collected_when_it_ends():
    pid = start_aside([sys.executable, "-c", ""]).pid
    wait_until(lambda: not is_there(pid))


def test_one_that_is_forgotten_while_it_works_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        process = start_aside([sys.executable, "-c", "import time; time.sleep(60)"])
        pid = process.pid
        del process
        gc.collect()
    os.kill(pid, 9)
    wait_until(lambda: not is_there(pid))


def test_it_ends_with_what_it_started(tmp_path: Path):
    told = tmp_path / "pid"
    child = "import subprocess, sys; p = subprocess.Popen(['sleep', '60'])"
    process = start_aside(
        [sys.executable, "-c", f"{child}; open('pid', 'w').write(str(p.pid)); p.wait()"], tmp_path
    )
    wait_until(lambda: told.exists() and told.read_text())
    end(process)
    assert not is_there(process.pid)
    wait_until(lambda: _has_ended(int(told.read_text())))
    end(process)


def _has_ended(pid):
    """Gone, or dead and waiting for whoever adopted it."""
    if not is_there(pid):
        return True
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
