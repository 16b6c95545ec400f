"""Starting the program as a person does: what it says, and what stops it with one sentence."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from callbacks.drawn import FOLDER

ROOT = Path(__file__).parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(var, port=None, **settings):
    environment = os.environ | {
        "MIRADOR_VAR": str(var),
        "MIRADOR_PORT": str(port or free_port()),
        **{f"MIRADOR_{name.upper()}": str(value) for name, value in settings.items()},
    }
    return subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ends(process):
    """Exit code and standard error of a program that stops by itself."""
    with process:
        _, errors = process.communicate(timeout=90)
    return process.returncode, errors.strip()


@contextmanager
def running(var, port=None):
    """A program that serves; ended, by its own id, when the test is done."""
    with start(var, port) as process:
        try:
            yield process
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A folder of snapshots, as the first start leaves it."""
    var = tmp_path_factory.mktemp("var")
    port = free_port()
    with running(var, port) as process:
        said = next(line for line in process.stdout if line.startswith("Mirador de Frontera: "))
        assert said.strip() == f"Mirador de Frontera: http://127.0.0.1:{port}"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=10) as answer:
            assert answer.read() == b"OK"
    return var


@pytest.fixture
def var(prepared, tmp_path):
    drawn_meanwhile = shutil.ignore_patterns(FOLDER)
    return Path(shutil.copytree(prepared, tmp_path / "var", ignore=drawn_meanwhile))


@pytest.fixture
def data(tmp_path):
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def test_both_workspaces_are_prepared(prepared):
    assert sorted(path.name for path in prepared.glob("[!.]*")) == ["demostracion", "publicado"]


def test_a_port_in_use_is_said(var):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, errors = ends(start(var, port))
    assert code == 1
    assert errors == (
        f"El puerto {port} ya está en uso. Cierre el otro programa o elija otro: "
        f"MIRADOR_PORT={port + 1} make run"
    )


def test_an_unknown_home_is_said(var):
    code, errors = ends(start(var, home="5001"))
    assert code == 1
    assert errors.startswith("MIRADOR_HOME=5001 no es el código de un municipio vigente.")


@pytest.mark.parametrize("workspace", ["publicado", "demostracion"])
def test_a_damaged_snapshot_stops_the_start(var, workspace):
    table = next((var / workspace).glob("*/observations.parquet"))
    table.write_bytes(table.read_bytes()[:-7] + b"damaged")
    code, errors = ends(start(var))
    assert code == 1
    assert errors.count("\n") == 0
    assert "observations.parquet está dañado o fue modificado" in errors
    assert "geodata rollback" in errors
    assert "make clean-data" not in errors, "that would delete every import"


def test_a_missing_snapshot_file_stops_the_start(var):
    next((var / "publicado").glob("*/places.parquet")).unlink()
    code, errors = ends(start(var))
    assert code == 1
    assert "Falta el archivo de datos" in errors
    assert "places.parquet" in errors


@pytest.mark.parametrize(
    ("name", "spoil", "words"),
    [
        pytest.param("places.csv", lambda p: p.unlink(), "places.csv", id="missing table"),
        pytest.param(
            "observations.csv",
            lambda p: p.write_text(p.read_text(encoding="utf-8").replace(",2024,", ",ayer,")),
            "observations",
            id="impossible period",
        ),
        pytest.param(
            "sources.csv",
            lambda p: p.write_bytes(b"\xff\xfe\x00rubbish"),
            "sources.csv",
            id="rubbish",
        ),
        pytest.param(
            "geometry/territories.parquet", lambda p: p.unlink(), "territories.parquet", id="shapes"
        ),
    ],
)
def test_a_damaged_table_stops_the_start(var, data, name, spoil, words):
    spoil(data / name)
    code, errors = ends(start(var, data=data))
    assert code == 1
    assert "Traceback" not in errors
    assert words in errors
    assert "git checkout -- data" in errors or "make" in errors


def test_a_second_start_prepares_nothing(prepared):
    before = {path: path.stat().st_mtime_ns for path in prepared.rglob("*")}
    with running(prepared) as process:
        first = process.stdout.readline()
    assert first.startswith("Mirador de Frontera: http")
    assert {path: path.stat().st_mtime_ns for path in prepared.rglob("*")} == before


def test_terminate_ends_the_program(prepared):
    with running(prepared) as process:
        process.stdout.readline()
        process.terminate()
        assert process.wait(timeout=20) != 0


def test_microdata_are_written_and_their_size_is_an_argument(prepared, tmp_path):
    environment = os.environ | {"MIRADOR_VAR": str(prepared)}
    command = [sys.executable, "app.py", "--microdata", str(tmp_path), "--rows", "5000"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert "5000 vacantes" in done.stdout
    assert pq.read_metadata(tmp_path / "vacantes.parquet").num_rows == 5000
    assert pq.read_metadata(tmp_path / "seguimiento.parquet").num_rows == 5000


def test_too_many_microdata_are_refused(prepared, tmp_path):
    environment = os.environ | {"MIRADOR_VAR": str(prepared)}
    command = [sys.executable, "app.py", "--microdata", str(tmp_path), "--rows", "10000001"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.strip() == "Pida entre 1 y 10.000.000 de vacantes con --rows."
