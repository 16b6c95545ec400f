"""Exports are processes of their own: they wait their turn, end when told, and say what failed."""

import io
import json
import os
import time
import zipfile

import pytest

from app import ROOT, Settings, create_app
from geodata.export_jobs import (
    FOLDER,
    MOST_WAITING,
    CancelledError,
    ExportJobError,
    ExportJobs,
    Phase,
    check,
    turn,
)
from geodata.lock import Hold
from geodata.publish import prepare_published
from geodata.shelf import FileShelf

DATA = ROOT / "data"
VILLA = "/municipio/54874"
OURS = {"X-Mirador": "export"}
LONGEST = 240


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    folder = tmp_path_factory.mktemp("var")
    prepare_published(folder, DATA)
    return folder


@pytest.fixture(scope="module")
def client(var):
    return create_app(Settings(var=var), FileShelf(var)).server.test_client()


def ask(client, kind, path=VILLA, query=""):
    body = {"kind": kind, "path": path, "query": query}
    return client.post("/exportes", json=body, headers=OURS)


def ended(client, job, phases=(Phase.DONE, Phase.FAILED, Phase.CANCELLED)):
    deadline = time.monotonic() + LONGEST
    while time.monotonic() < deadline:
        state = client.get(f"/exportes/{job}").json
        if state["phase"] in phases:
            return state
        time.sleep(0.1)
    pytest.fail("the job did not end")


def test_a_file_is_asked_for_made_and_fetched(client):
    job = ask(client, "png").json["job"]
    assert ended(client, job) == {
        "phase": Phase.DONE, "name": "mapa-migrantes_por_mil.png", "type": "image/png",
    }  # fmt: skip
    with client.get(f"/exportes/{job}/archivo") as answer:
        assert answer.data.startswith(b"\x89PNG")
        assert "mapa-migrantes_por_mil.png" in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"


def test_what_cannot_be_made_is_told_in_the_language_of_the_page(client):
    job = ask(client, "pptx", VILLA, "corte=abcdef123456").json["job"]
    state = ended(client, job)
    assert state["phase"] == Phase.FAILED
    assert state["error"].startswith("La instantánea abcdef123456 ya no existe")


def test_a_batch_tells_how_far_it_is_and_is_whole(client):
    job = ask(client, "fichas", "/departamento/88").json["job"]
    assert ended(client, job)["phase"] == Phase.DONE
    with client.get(f"/exportes/{job}/archivo") as answer:
        body = answer.data
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        names = archive.namelist()
        assert names == ["ficha-88001-san-andres.pdf", "ficha-88564-providencia.pdf"]
        assert all(archive.read(name).startswith(b"%PDF") for name in names)


def test_a_cancelled_job_ends_at_once_and_has_no_file(client, var):
    job = ask(client, "fichas", "/departamento/54").json["job"]
    client.post(f"/exportes/{job}/cancelar", headers=OURS)
    assert client.get(f"/exportes/{job}").json == {"phase": Phase.CANCELLED}
    answer = client.get(f"/exportes/{job}/archivo")
    assert answer.status_code == 404
    assert "no está listo" in answer.json["error"]
    assert not (var / FOLDER / job / "file").exists()


def test_only_our_own_page_starts_and_ends_exports(client):
    body = {"kind": "png", "path": VILLA, "query": ""}
    assert client.post("/exportes", json=body).status_code == 403
    foreign = OURS | {"Origin": "https://example.org"}
    assert client.post("/exportes", json=body, headers=foreign).status_code == 403
    assert client.post("/exportes/0123/cancelar").status_code == 403


@pytest.mark.parametrize("job", ["0123456789abcdef", "..", "%2e%2e"])
def test_an_unknown_job_is_a_sentence(client, job):
    assert client.get(f"/exportes/{job}").status_code == 404


def test_an_unknown_kind_is_not_found(client):
    assert ask(client, "exe").status_code == 404
    assert client.get("/exportar/exe").status_code == 404


def test_a_plain_link_gives_the_file(client):
    with client.get(f"/exportar/svg?lugar={VILLA}") as answer:
        assert answer.mimetype == "image/svg+xml"
        assert b"Villa del Rosario" in answer.data


def made(root, name, **files):
    home = root / FOLDER / name
    home.mkdir(parents=True)
    for file, content in files.items():
        (home / f"{file}.json").write_text(json.dumps(content))
    return home


def test_any_process_of_a_server_can_say_how_a_job_is(tmp_path):
    made(tmp_path, "a1", progress={"phase": Phase.WORKING, "done": 3, "of": 40})
    told = ExportJobs(tmp_path, ROOT).state("a1")
    assert told == {"phase": Phase.WORKING, "done": 3, "of": 40}


def test_a_job_whose_process_was_killed_has_failed(tmp_path):
    home = made(tmp_path, "a1")
    os.utime(home)
    jobs = ExportJobs(tmp_path, ROOT)
    assert jobs.state("a1")["phase"] == Phase.WAITING
    held = Hold(home)
    assert jobs.state("a1")["phase"] == Phase.WAITING
    del held


def test_too_many_jobs_are_refused(tmp_path):
    for i in range(MOST_WAITING):
        made(tmp_path, f"a{i}")
    with pytest.raises(ExportJobError, match="ocupado"):
        ExportJobs(tmp_path, ROOT).start({})


def test_exports_wait_for_their_turn_and_leave_it_when_cancelled(tmp_path):
    homes = [made(tmp_path, f"a{i}") for i in range(3)]
    with turn(homes[0]), turn(homes[1]):
        (homes[2] / "cancel").touch()
        with pytest.raises(CancelledError), turn(homes[2]):
            pytest.fail("a third one must not work")
    (homes[2] / "cancel").unlink()
    with turn(homes[2]):
        check(homes[2])
