"""Publishers as real processes: killed in the middle, and two at once."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geodata.snapshot import Workspace, publish, verify
from geodata.store import Store

ROOT = Path(__file__).parents[2]
KILLS = 10


PUBLISHER = """
import sys
from pathlib import Path
from geodata.publish import published_tables
from geodata.snapshot import Workspace, publish
tables = published_tables(Path(sys.argv[2]))
tables["observations"] = tables["observations"].iloc[int(sys.argv[3]):]
print("ready", flush=True)
sys.stdin.readline()
for turn in range(int(sys.argv[4])):
    tables["observations"] = tables["observations"].iloc[1:]
    publish(Path(sys.argv[1]), Workspace.PUBLISHED, tables, {}, inputs=f"{sys.argv[3]} {turn}")
print("done", flush=True)
"""


def publisher(root, skipped, turns):
    """A process that has read its tables and waits for a line before it publishes them."""
    arguments = [str(root), str(ROOT / "data"), str(skipped), str(turns)]
    process = subprocess.Popen(
        [sys.executable, "-c", PUBLISHER, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    return process


def start(process):
    process.stdin.write("\n")
    process.stdin.flush()


@pytest.mark.parametrize("moment", range(KILLS))
def test_a_publisher_killed_at_any_moment_leaves_a_whole_snapshot(served, small, moment):
    root, folder = served
    process = publisher(root, skipped=moment, turns=1000)
    start(process)
    time.sleep(random.Random(moment).uniform(0, 0.4))  # noqa: S311 - moments, not secrets
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    opened = Store.open(root, Workspace.PUBLISHED)
    assert len(opened.observations("poblacion")) + len(opened.places) > 0
    assert verify(folder).id == folder.name
    whole = [p for p in folder.parent.iterdir() if re.fullmatch(r"[0-9a-f]{12}", p.name)]
    assert {verify(path).id for path in whole} == {path.name for path in whole}
    assert publish(root, Workspace.PUBLISHED, small, {}, inputs="first").id == folder.name
    assert Store.open(root, Workspace.PUBLISHED).snapshot_id == folder.name


@pytest.mark.parametrize("skipped", [(0, 0), (0, 100)], ids=["equal-content", "other-content"])
def test_two_publishers_at_once(served, skipped):
    root, _ = served
    processes = [publisher(root, skip, turns=3) for skip in skipped]
    for process in processes:
        start(process)
    seen = {Store.open(root, Workspace.PUBLISHED).snapshot_id}
    while any(process.poll() is None for process in processes):
        seen.add(Store.open(root, Workspace.PUBLISHED).snapshot_id)
    assert [process.communicate()[0] for process in processes] == ["done\n", "done\n"]
    home = root / Workspace.PUBLISHED
    folders = [path for path in home.iterdir() if path.is_dir()]
    assert len(folders) == 1 + 3 * len(set(skipped))
    assert {verify(path).id for path in folders} == {path.name for path in folders} >= seen
