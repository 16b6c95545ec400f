"""The fichas of a whole department as one archive, against a browser that prints their pages."""

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from os import environ, getpid
from pathlib import Path
from typing import Final

from app import ROOT
from bench.budget import Judged, Measured, Row
from bench.stage import OURS, Stage
from geodata.snapshot import Workspace
from geodata.store import Store
from indicators.scopes import local_territories

DEPARTMENT: Final = "54"
"""Norte de Santander: 40 municipalities."""
PRINTED: Final = 5
"""Pages that the browser prints; the rest would take as long each."""
PAUSE_S: Final = 0.25
KB_PER_MB: Final = 1000


@dataclass
class Peak:
    """Highest memory of a process with all that it started, in MB, while it is watched."""

    pid: int
    mb: float = 0.0

    def watch(self, still: Callable[[], bool]) -> None:
        """Look again and again for as long as ``still`` says so."""
        while still():
            self.mb = max(self.mb, tree_mb(self.pid))
            time.sleep(PAUSE_S)


@dataclass(frozen=True, slots=True)
class Race:
    """Seconds and megabytes of both."""

    ours_s: float
    ours_mb: float
    browser_s: float
    browser_mb: float


def tree_mb(pid: int) -> float:
    """Memory of a process and of its descendants, shared parts counted once (PSS)."""
    total = 0.0
    with suppress(OSError, ValueError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total = float(line.split()[1]) / KB_PER_MB
        for task in Path(f"/proc/{pid}/task").iterdir():
            children = (task / "children").read_text().split()
            total += sum(tree_mb(int(child)) for child in children)
    return total


def race(stage: Stage) -> Race:
    """Both, one after the other."""
    ours_s, ours_mb = _archive(stage)
    browser_s, browser_mb = _printed(stage)
    return Race(ours_s, ours_mb, browser_s, browser_mb)


def _archive(stage: Stage) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        words = ["app.py", "--export", "fichas", "--territory", DEPARTMENT, "--out", f"{folder}/"]
        settings = environ | {"MIRADOR_VAR": str(stage.var)}
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own
            [sys.executable, *words], cwd=ROOT, env=settings, stdout=subprocess.DEVNULL
        )
        peak = Peak(process.pid)
        peak.watch(lambda: process.poll() is None)
        taken = time.perf_counter() - start
        if process.returncode or not list(Path(folder).glob("*.zip")):
            raise RuntimeError("No archive was made.")
    return taken, peak.mb


def _printed(stage: Stage) -> tuple[float, float]:
    """The browser prints some pages; what all of them would take."""
    local = local_territories(Store.open(stage.var, Workspace.PUBLISHED).territories)
    codes = local.index[local["department_code"] == DEPARTMENT].tolist()
    printing = True
    peak = Peak(getpid())
    before = tree_mb(getpid())
    watcher = threading.Thread(target=peak.watch, args=(lambda: printing,))
    watcher.start()
    start = time.perf_counter()
    with stage.page() as page:
        for code in codes[:PRINTED]:
            page.goto(f"{stage.addresses[OURS.kind]}/municipio/{code}")
            page.wait_for_selector(".profile .headline")
            page.pdf(format="A4")
    taken = time.perf_counter() - start
    printing = False
    watcher.join()
    return taken / PRINTED * len(codes), max(peak.mb, before)


def seconds(stage: Stage) -> Measured:
    """The time of one archive, and of the pages that a browser prints."""
    seen = stage.once("fichas", race)
    return Measured([seen.ours_s], [seen.browser_s], note=f"{PRINTED} pages printed, scaled to all")


def megabytes(stage: Stage) -> Measured:
    """The peak of memory of one archive, and of the benchmark with its browser and servers."""
    seen = stage.once("fichas", race)
    return Measured([seen.ours_mb], [seen.browser_mb])


ROWS: Final = (
    (
        Row(
            name="fichas-seconds",
            what="the fichas of the 40 municipalities of Norte de Santander as one archive of PDF, "
            "start of the process included",
            rival="a browser that prints the pages of the same fichas",
            must=60,
            stretch=40,
            judged=Judged.OURS,
            unit="s",
        ),
        seconds,
    ),
    (
        Row(
            name="fichas-memory",
            what="peak of memory of that process with its helpers",
            rival="the browser with what serves it",
            must=600,
            stretch=450,
            judged=Judged.OURS,
            unit="MB",
        ),
        megabytes,
    ),
)
