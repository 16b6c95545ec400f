"""From the start of the process to the first page served, when the data are prepared."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Final

from app import ROOT
from bench.budget import Judged, Measured, Row
from bench.client import Client
from bench.stage import Stage
from bench.workers import free_port

ROUNDS: Final = 7
WARM_UP: Final = 1
PAUSE_S: Final = 0.01
LONGEST_S: Final = 120.0
LAYOUT: Final = "/_dash-layout"


def seconds_to_a_page(words: Sequence[str], settings: Mapping[str, str], port: int) -> float:
    """Seconds until the document and the layout of the first view have come.

    Raises:
        RuntimeError: they do not come.
    """
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own
        [sys.executable, *words], cwd=ROOT, env=settings, stdout=subprocess.DEVNULL
    )
    try:
        while time.perf_counter() - start < LONGEST_S:
            with suppress(OSError), Client.of(f"http://127.0.0.1:{port}") as client:
                client.get("/")
                client.get(LAYOUT)
                return time.perf_counter() - start
            time.sleep(PAUSE_S)
        raise RuntimeError("No page came.")
    finally:
        process.terminate()
        process.wait()


def measure(stage: Stage) -> Measured:
    """Interleaved rounds, after one of each that is not counted: files are then in memory."""
    ours, rival = [], []
    for turn in range(WARM_UP + (stage.rounds or ROUNDS)):
        port, other = free_port(), free_port()
        own = {"MIRADOR_VAR": str(stage.var), "MIRADOR_PORT": str(port)}
        taken = seconds_to_a_page(["app.py"], os.environ | own, port)
        floor = seconds_to_a_page(["-m", "bench.rivals.blank", str(other)], dict(os.environ), other)
        if turn >= WARM_UP:
            ours.append(taken)
            rival.append(floor)
    return Measured(ours, rival)


ROWS: Final = (
    (
        Row(
            name="start-warm",
            what="from the start of the process to the first document and layout, with the data "
            "prepared",
            rival="a blank page of the same framework",
            must=3,
            stretch=1.5,
            judged=Judged.OURS,
            unit="s",
        ),
        measure,
    ),
)
