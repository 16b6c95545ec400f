"""The application behind several processes: how many readers it carries, and what each holds."""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from app import ROOT
from bench.budget import Judged, Measured, Row
from bench.client import CALLBACK, Client
from bench.rivals import static
from bench.stage import Stage
from bench.visit import Numbers, visit
from bench.workers import PRODUCT, Served, gunicorn, proportional_mb, resident_mb
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS

CLIENTS: Final = 32
WORKERS: Final = 2
ROUNDS: Final = 5
SECONDS: Final = 4.0
STATIC: Final = "bench.rivals.static:create_server()"
BLANK: Final = "bench.rivals.blank:create_server()"
STARTS: Final = 2


def request(method: str, path: str, body: str = "") -> str:
    """A whole HTTP request."""
    head = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", "Accept-Encoding: br"]
    if body:
        head += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*head, "", body])


def answers_a_second(served: Served, requests: Sequence[str]) -> float:
    """What 32 clients get, who ask for ``requests`` in turn."""
    place = urlsplit(served.address)
    asked = {"host": place.hostname, "port": place.port, "requests": list(requests),
             "clients": CLIENTS, "seconds": SECONDS}  # fmt: skip
    told = subprocess.run(
        [sys.executable, "-m", "bench.crowd"], cwd=ROOT, input=json.dumps(asked), text=True,
        check=True, capture_output=True,
    )  # fmt: skip
    return float(told.stdout)


def measure_load(stage: Stage) -> Measured:
    """Interleaved rounds of both; the first of ours, in which answers are made, is told apart."""
    ours, rival = [], []
    var = {"MIRADOR_VAR": str(stage.var)}
    with gunicorn(PRODUCT, WORKERS, var) as product, gunicorn(STATIC, WORKERS, {}) as floor:
        with Client.of(product.address) as client:
            numbers = Numbers.of(client, Workspace.PUBLISHED)
        maps = [request("GET", numbers.at(key)) for key in INDICATORS]
        callback = [request("POST", CALLBACK, json.dumps(static.question()))]
        first = answers_a_second(product, maps)
        for _ in range(stage.rounds or ROUNDS):
            ours.append(answers_a_second(product, maps))
            rival.append(answers_a_second(floor, callback))
    note = (
        f"{CLIENTS} clients, {WORKERS} processes, {len(maps)} maps in turn, {SECONDS:g} s a round. "
        f"In the round before, in which each process made every answer, {first:,.0f} a second."
    )
    return Measured(ours, rival, note)


def measure_memory(stage: Stage) -> Measured:
    """One process of each after a session; memory hardly varies."""
    held, rival, shared = [], [], []
    for _ in range(min(STARTS, stage.rounds or STARTS)):
        with gunicorn(PRODUCT, 1, {"MIRADOR_VAR": str(stage.var)}) as product:
            with Client.of(product.address) as client:
                visit(client, Workspace.PUBLISHED)
            held.append(resident_mb(product.workers()[0]))
            shared.append(proportional_mb(product.workers()[0]))
        with gunicorn(BLANK, 1, {}) as floor:
            rival.append(resident_mb(floor.workers()[0]))
    note = f"With what is shared between processes divided among them, {min(shared):,.0f} MB."
    return Measured(held, rival, note)


ROWS: Final = (
    (
        Row(
            name="callback-load",
            what=f"numbers of the map that {CLIENTS} clients get from {WORKERS} processes",
            rival="a callback that answers 20 KB of the same JSON, with the same server",
            must=0.5,
            stretch=0.8,
            judged=Judged.PART_OF_THE_RIVAL,
            unit="answers/s",
        ),
        measure_load,
    ),
    (
        Row(
            name="worker-memory",
            what="memory resident in one process with the default snapshot, after a session that "
            "opens every view",
            rival="a process of the blank page, right after its start",
            must=250,
            stretch=180,
            judged=Judged.OURS,
            unit="MB",
        ),
        measure_memory,
    ),
)
