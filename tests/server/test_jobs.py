"""Imports run in processes of their own: they end when told, and never leave half a change."""

import time
from pathlib import Path

import pytest

from geodata.jobs import MOST_AT_ONCE, JobError, Jobs, Phase
from geodata.publish import prepare_published
from geodata.snapshot import Workspace, current_folder

DATA = Path(__file__).parents[2] / "data"
HEADER = "codigo;indicador;periodo;valor;fuente\n"
ROW = "44430;poblacion_migrante_venezolana;{year}-{month:02d};{value};fucai_2024\n"
MONTHS = [(year, month) for year in range(1990, 2025) for month in range(1, 13)]
FILE = HEADER + "".join(ROW.format(year=y, month=m, value=y + m) for y, m in MONTHS)


@pytest.fixture
def jobs(tmp_path):
    prepare_published(tmp_path, DATA)
    return Jobs(tmp_path)


def request(jobs, **changes):
    asked = {"kind": "observaciones", "name": "migrantes.csv", "encoding": "", "sheet": ""}
    place = {"root": str(jobs.root), "workspace": "publicado", "limits": {}, "map": {}, "set": {}}
    return asked | place | {"decimal": "", "crs": ""} | changes


def start(jobs, text=FILE, **changes):
    job, path = jobs.receive()
    path.write_text(text, encoding="utf-8")
    jobs.read(job, request(jobs, **changes))
    return job


def ended(jobs, job):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        state = jobs.state(job)
        if state["phase"] not in (Phase.READING, Phase.PUBLISHING):
            return state
        time.sleep(0.05)
    pytest.fail("the job did not end")


def served(jobs):
    return current_folder(jobs.root, Workspace.PUBLISHED).name


def test_read_then_publish(jobs):
    before, job = served(jobs), start(jobs)
    report = ended(jobs, job)
    assert report["phase"] == Phase.READ
    assert report["rows"] == len(MONTHS)
    assert report["changes"]["added"] == len(MONTHS)
    assert served(jobs) == before, "reading changes nothing"
    jobs.publish(job, {"author": "Alcaldía de Maicao", "note": "Serie", "accept": True})
    assert ended(jobs, job) == {"phase": Phase.PUBLISHED, "snapshot": served(jobs)}
    assert served(jobs) != before


def test_a_cancelled_job_ends_at_once_and_changes_nothing(jobs):
    before, job = served(jobs), start(jobs)
    jobs.cancel(job)
    assert jobs.state(job) == {"phase": Phase.CANCELLED}
    assert served(jobs) == before
    assert ended(jobs, start(jobs))["phase"] == Phase.READ, "the next one is not disturbed"


def test_a_job_that_dies_is_a_failure_and_changes_nothing(jobs):
    before, job = served(jobs), start(jobs)
    jobs._processes[job].kill()
    jobs._processes[job].wait()
    assert ended(jobs, job)["phase"] in (Phase.FAILED, Phase.READ)
    assert served(jobs) == before


def test_an_unreadable_file_is_a_sentence(jobs):
    state = ended(jobs, start(jobs, "PK\x03\x04 esto no es un libro", name="libro.xlsx"))
    assert state["phase"] == Phase.FAILED
    assert "Traceback" not in state["error"]
    assert state["error"].endswith(".")


def test_no_more_at_once_than_the_server_bears(jobs):
    running = [start(jobs) for _ in range(MOST_AT_ONCE)]
    with pytest.raises(JobError, match="Hay otras importaciones en curso"):
        start(jobs)
    for job in running:
        jobs.cancel(job)


@pytest.mark.parametrize("job", ["", "..", "../publicado", "0" * 16])
def test_jobs_that_do_not_exist(jobs, job):
    with pytest.raises(JobError, match="ya no existe"):
        jobs.state(job)


def test_publishing_what_was_not_read_is_refused(jobs):
    job = start(jobs, HEADER + "99999;poblacion;2025;1;fucai_2024\n")
    assert ended(jobs, job)["counts"]["error"] > 0
    before = served(jobs)
    jobs.publish(job, {"author": "x", "note": "y", "accept": True})
    assert ended(jobs, job)["phase"] == Phase.FAILED
    assert served(jobs) == before


def test_reading_tells_how_many_rows_of_how_many_and_the_seconds_left(jobs):
    """A long file: what a person sees while it is being read, before anything is judged."""
    years = range(1900, 2025)
    rows = [ROW.format(year=y, month=m, value=v) for v in range(80) for y in years for m in (1, 2)]
    long = HEADER + "".join(rows * 10)
    job = start(jobs, long)
    heard = []
    while (state := jobs.state(job))["phase"] == Phase.READING:
        if state.get("rows") and state not in heard:
            heard.append(state)
        time.sleep(0.02)
    assert heard, "it said something while it read"
    assert all(0 < one["rows"] <= one["expected"] for one in heard)
    assert all(one["expected"] == pytest.approx(len(rows) * 10, rel=0.01) for one in heard)
    assert all(one["seconds"] >= 1 for one in heard)
    assert [one["rows"] for one in heard] == sorted(one["rows"] for one in heard)
