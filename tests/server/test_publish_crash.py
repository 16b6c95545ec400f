"""Publishers that die: killed a hundred times at random moments, and on a disk that is full.

The publishers are real processes. A nursery that has loaded the program forks each of them, so
that a hundred deaths take seconds and not minutes.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geodata import durable
from geodata.lock import exclusive
from geodata.snapshot import CURRENT, Workspace, current_folder, snapshots, verify
from geodata.store import Store

ROOT = Path(__file__).parents[2]
PUBLISHED = Workspace.PUBLISHED
KILLS = 100
PER_TURN = 2
"""Publishers that are killed together, each in its own moment."""

MOST_BORN = 4 * KILLS
STEPS = 80
"""More file operations than one publisher makes; from the last ones on nobody is killed."""

LONG_SECONDS = 20
ALLOWED = re.compile(r"[0-9a-f]{12}|CURRENT|\.staging-.*|\.CURRENT-.*")

PROGRAM = """
import os, resource, signal, sys
from pathlib import Path
import pandas as pd
import pyarrow as pa
from geodata.errors import UserFacingError
from geodata.snapshot import Workspace, current_folder, publish
pa.set_cpu_count(1)

def tables(edition):
    names = ("territories", "places", "results", "actors", "domains", "components")
    made = {n: pd.DataFrame({"edition": [edition] * 50}) for n in names}
    made["places"] = made["places"].assign(kind="centro_integrate", status="activo")
    cells = dict.fromkeys(("sex", "population_group", "series", "period", "quality"), "")
    cells |= dict.fromkeys(("unit", "margin", "flags", "note"), "")
    cells |= {"territory_code": "44430", "source_id": "DANE", "value": float(edition)}
    rows = [cells | {"indicator": k, "sector": s} for k in ("a", "b") for s in "ABCDEFGH"]
    made["observations"] = pd.DataFrame(rows)
    made["sources"] = pd.DataFrame({"source_id": ["DANE"], "licence": ["CC BY 4.0"]})
    return made

def put(root, edition, parent):
    given = None if parent == "-" else parent
    return publish(
        Path(root), Workspace.PUBLISHED, tables(edition), {}, inputs=str(edition), parent=given
    )
"""

NURSERY = """
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "fcntl.flock"}

def die_at(step):
    left = [step]
    def hook(event, arguments):
        if event in STEPS:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)

for line in sys.stdin:
    root, edition, parent, step = line.split()
    child = os.fork()
    if not child:
        die_at(int(step))
        put(root, int(edition), parent)
        os._exit(0)
    print(child, flush=True)
"""


@pytest.fixture(scope="module")
def nursery():
    """A process that forks one publisher per line that it reads, and answers with its number."""
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", PROGRAM + NURSERY],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    yield process
    process.communicate()


def born(nursery, root, edition, parent="-", step=0):
    """A publisher, which kills itself just before the file operation number ``step``."""
    nursery.stdin.write(f"{root} {edition} {parent} {step}\n")
    nursery.stdin.flush()
    return int(nursery.stdout.readline())


def is_alive(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def until(happened):
    """Wait for it, but not for ever."""
    deadline = time.monotonic() + LONG_SECONDS
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def buried(number):
    """Wait until the process ``number`` is no more."""
    until(lambda: not is_alive(number))


def edition_served(root):
    """The edition that is served, after checking that every table of it is of that edition."""
    store = Store.open(root, PUBLISHED)
    seen = {edition for t in (store.places, store.results) for edition in t["edition"]}
    for key in ("a", "b"):
        rows = store.observations(key)
        assert len(rows) == 8
        seen |= set(rows["value"])
    assert len(seen) == 1
    return int(seen.pop())


@pytest.fixture(scope="module")
def usual_seconds(nursery, tmp_path_factory):
    """How long two publishers at once take: the span that the moments of death are drawn from."""
    root = tmp_path_factory.mktemp("usual")
    took = []
    for turn in range(4):
        start = time.monotonic()
        for number in [born(nursery, root, 2 * turn + place) for place in range(PER_TURN)]:
            buried(number)
        took.append(time.monotonic() - start)
    return min(took)


def kill_at(moments, numbers):
    """Kill each process in its moment, and say how many were still there to be killed."""
    killed = 0
    start = time.monotonic()
    for moment, number in sorted(zip(moments, numbers, strict=True)):
        time.sleep(max(0.0, start + moment - time.monotonic()))
        if is_alive(number):
            os.kill(number, signal.SIGKILL)
            killed += 1
    for number in numbers:
        buried(number)
    return killed


def test_a_hundred_publishers_killed_at_random_lose_and_mix_nothing(
    nursery, usual_seconds, tmp_path
):
    chance = random.Random(2026)  # noqa: S311 - moments, not secrets
    home = tmp_path / PUBLISHED
    buried(born(nursery, tmp_path, 0))
    old, newest, killed, outcomes = 0, 0, 0, []
    while killed < KILLS:
        assert newest < MOST_BORN
        editions = [newest + 1 + place for place in range(PER_TURN)]
        newest = editions[-1]
        numbers = [born(nursery, tmp_path, edition) for edition in editions]
        killed += kill_at([chance.uniform(0, usual_seconds) for _ in numbers], numbers)
        served = edition_served(tmp_path)
        assert served in {old, *editions}
        assert_whole(home)
        outcomes.append(served == old)
        old = served
    assert {True, False} == set(outcomes), "kills fell all before or all after the moment"
    assert_leftovers_go(nursery, tmp_path, newest + 1)


def assert_whole(home):
    """Every snapshot is sound, current or not, and the rest are leftovers."""
    whole = [path for path in home.glob("*/") if not path.name.startswith(".")]
    assert {verify(path).id for path in whole} == {path.name for path in whole}
    assert all(ALLOWED.fullmatch(path.name) for path in home.iterdir())


def assert_leftovers_go(nursery, root, edition):
    """A day later, the next publisher clears up and nothing but whole snapshots is there."""
    home = root / PUBLISHED
    left = [path for path in home.iterdir() if path.name.startswith(".")]
    assert left, "no publisher was killed while it wrote"
    for path in left:
        os.utime(path, (0, time.time() - durable.DAY_SECONDS - 60))
    buried(born(nursery, root, edition))
    assert edition_served(root) == edition
    assert {p.name for p in home.iterdir()} == {CURRENT, *(m.id for m in snapshots(home))}


def test_a_publisher_killed_before_each_of_its_file_operations_loses_nothing(nursery, tmp_path):
    """Before one certain operation the old edition is served, and from it on the new one."""
    buried(born(nursery, tmp_path, 0))
    old, moved = 0, []
    for step in range(1, STEPS + 1):
        buried(born(nursery, tmp_path, step, step=step))
        served = edition_served(tmp_path)
        assert served in {old, step}
        moved.append(served == step)
        old = served
    assert_whole(tmp_path / PUBLISHED)
    assert moved == sorted(moved)
    assert {True, False} == set(moved)


def test_a_killed_publisher_lets_go_of_its_lock(nursery, usual_seconds, tmp_path):
    buried(born(nursery, tmp_path, 0))
    for turn in range(5):
        number = born(nursery, tmp_path, 2 * turn + 1)
        kill_at([usual_seconds * turn / 5], [number])
        start = time.monotonic()
        buried(born(nursery, tmp_path, 2 * turn + 2))
        assert edition_served(tmp_path) == 2 * turn + 2
        assert time.monotonic() - start < LONG_SECONDS


def run(code, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", PROGRAM + code, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


SAYING = """
try:
    if len(sys.argv) > 4:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), resource.RLIM_INFINITY))
    print("ready", flush=True)
    sys.stdin.readline()
    print(put(sys.argv[1], int(sys.argv[2]), sys.argv[3]).id)
except UserFacingError as error:
    sys.exit(f"{type(error).__name__}: {error}")
"""


def test_of_two_publishers_upon_one_snapshot_one_wins_and_the_other_keeps_its_work(
    nursery, tmp_path
):
    buried(born(nursery, tmp_path, 0))
    parent = current_folder(tmp_path, PUBLISHED).name
    both = [run(SAYING, tmp_path, edition, parent) for edition in (1, 2)]
    with exclusive(tmp_path / PUBLISHED):
        let_go(both)
        until(lambda: len(list((tmp_path / PUBLISHED).glob(".staging-*/sources.parquet"))) == 2)
        time.sleep(0.3)
        assert current_folder(tmp_path, PUBLISHED).name == parent, "they take turns"
    said = [process.communicate() for process in both]
    statuses = [process.returncode for process in both]
    assert sorted(statuses) == [0, 1]
    winner = statuses.index(0)
    assert edition_served(tmp_path) == winner + 1
    assert re.search("SnapshotMovedError: Otra persona publicó la edición", said[1 - winner][1])
    (draft,) = (tmp_path / PUBLISHED).glob(f"{durable.DRAFT}*")
    assert str(draft) in said[1 - winner][1]
    kept = Store(draft, verify(draft))
    assert set(kept.observations("a")["value"]) == {2.0 - winner}


def let_go(processes):
    """Let all of them go at once, when the last is ready."""
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()


@pytest.mark.parametrize("size", [0, 10, 300, 1000, 2000])
def test_a_full_disk_leaves_the_old_snapshot_and_is_named(nursery, tmp_path, size):
    """The system refuses to let any file grow beyond ``size`` bytes, in that process only."""
    buried(born(nursery, tmp_path, 0))
    before = sorted(path.name for path in (tmp_path / PUBLISHED).iterdir())
    process = run(SAYING, tmp_path, 1, "-", size)
    let_go([process])
    _, said = process.communicate()
    assert process.returncode == 1
    assert said.startswith("StorageError: La edición nueva no cabe en el disco de ")
    assert f"{tmp_path / PUBLISHED} (montado en /" in said
    assert "Traceback" not in said
    assert sorted(path.name for path in (tmp_path / PUBLISHED).iterdir()) == before
    assert edition_served(tmp_path) == 0


def test_a_folder_that_cannot_be_written_is_named(nursery, tmp_path):
    if os.geteuid() == 0:
        target = tmp_path / "file"
        target.write_text("")  # no permission stops root, but nobody writes below a file
    else:
        target = tmp_path
        target.chmod(0o500)
    process = run(SAYING, target, 1, "-")
    let_go([process])
    _, said = process.communicate()
    tmp_path.chmod(0o700)
    assert process.returncode == 1
    assert said.startswith(f"StorageError: No se puede guardar la edición en {target / PUBLISHED}")
