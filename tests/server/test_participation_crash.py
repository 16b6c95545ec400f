"""Whatever was acknowledged is on the disk when the process is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from geodata.participation import FILE, Participation

ROOT = Path(__file__).parents[2]
ANSWERING = """
import sys
from pathlib import Path
from geodata.participation import Now, Outcome, Participation
kept = Participation(Path(sys.argv[1]))
(asked,) = kept.rounds()
for n in range(100_000):
    if kept.answer(asked, str(n), {"trato": "no"}, "", Now(asked.opens, n)) is Outcome.KEPT:
        print(n, flush=True)
"""


def test_a_killed_process_loses_no_answer_that_it_acknowledged(tmp_path):
    kept = Participation(tmp_path / FILE)
    token = kept.open_round("44430", "2026-11-01", "2026-11-30", "Mesa")
    for _ in range(3):
        before = len(kept.choices(token))
        process = subprocess.Popen(
            [sys.executable, "-c", ANSWERING.replace("str(n)", f"'{before}-' + str(n)"),
             str(kept.path)],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stdout.readline().strip() == "0"
        time.sleep(0.3)
        os.kill(process.pid, signal.SIGKILL)
        told = 1 + len(process.stdout.read().split("\n")) - 1
        process.stdout.close()
        process.wait()
        assert len(kept.choices(token)) - before >= told
