"""A process killed while it records loses nothing that was acknowledged, with several writers."""

import json
import os
import random
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from threading import Event, Thread
from urllib.parse import urlencode

import pytest

from bench.workers import PRODUCT, gunicorn
from geodata.ledger import Ledger
from tests.server.conftest import ROOT

WRITERS = 3
ROUNDS = 6
SEED = 7

WRITER = """
import sys
from pathlib import Path
from geodata.ledger import Entry, Kind, Ledger
ledger = Ledger(Path(sys.argv[1]))
for n in range(1_000_000):
    written = ledger.append(Entry(Kind.COMMITMENT, "publicado", "s", {"que": f"{sys.argv[2]}-{n}"}))
    print(written.body["que"], flush=True)
"""

EACH_TURN = 6
"""Records that are acknowledged before the workers are killed again."""
LONGEST_S = 180


def writer(folder, name):
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), name], cwd=ROOT, stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip


def kept(folder):
    return [item.entry.body["que"] for item in Ledger(folder).items("publicado")]


def test_nothing_acknowledged_is_lost_by_kill_9(tmp_path):
    """Several writers at once, each killed at some moment of its work, again and again."""
    chance = random.Random(SEED)  # noqa: S311 - when to kill, no secret
    told = []
    for round_ in range(ROUNDS):
        working = [writer(tmp_path, f"{round_}.{i}") for i in range(WRITERS)]
        told += [process.stdout.readline().strip() for process in working]  # they work
        time.sleep(chance.uniform(0.01, 0.25))
        for process in working:
            process.send_signal(signal.SIGKILL)
        for process in working:
            told += process.stdout.read().split()
            assert process.wait() == -signal.SIGKILL
            process.stdout.close()
        # A line that the kill cut short was not acknowledged: it has no end.
    found = kept(tmp_path)
    assert len(told) > ROUNDS * WRITERS
    assert [words for words in told if words not in set(found)] == []
    assert len(found) == len(set(found))
    assert Ledger(tmp_path).entries("publicado")[-1].id == len(found)


@pytest.fixture
def office(published, tmp_path):
    """Two processes of the application that accept records, over a folder of their own."""
    (tmp_path / "publicado").symlink_to(published.folder.parent)
    with gunicorn(PRODUCT, 2, {"MIRADOR_VAR": str(tmp_path), "MIRADOR_EDIT": "1"}) as served:
        yield served, tmp_path / "mesa"


def record(address, words):
    """Ask the server to keep a commitment; whether it said that it did."""
    fields = {"tipo": "compromiso", "que": words, "oficina": "Planeación", "fecha": "2099-01-31"}
    request = urllib.request.Request(  # noqa: S310 - our own server
        f"{address}/mesa/registro", urlencode(fields).encode(), {"X-Mirador": "mesa"}
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own
            return "id" in json.load(answer)
    except (urllib.error.URLError, ConnectionError, TimeoutError, ValueError):
        return False


def wait_for(happened):
    """Wait until it did; a worker takes seconds to be born again on a busy machine."""
    until = time.monotonic() + LONGEST_S
    while not happened():
        assert time.monotonic() < until, "nobody's record was taken any more"
        time.sleep(0.05)


def test_a_server_killed_while_people_record_loses_nothing_acknowledged(office):
    served, folder = office
    stop, told = Event(), []

    def person(name):
        n = 0
        while not stop.is_set():
            n += 1
            words = f"{name}-{n}"
            if record(served.address, words):
                told.append(words)

    people = [Thread(target=person, args=(f"p{i}",)) for i in range(4)]
    for one in people:
        one.start()
    for turn in range(3):
        wait_for(lambda turn=turn: len(told) >= EACH_TURN * (turn + 1))
        for pid in served.workers():
            with suppress(ProcessLookupError):  # gone between the list and the kill
                os.kill(pid, signal.SIGKILL)
    wait_for(lambda: len(told) >= EACH_TURN * 4)
    stop.set()
    for one in people:
        one.join()
    assert set(told) <= set(kept(folder))
