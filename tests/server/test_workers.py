"""Several processes behind one address: what a first crowd gets, and what stops the start."""

import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from re import findall

import pytest

from bench.client import Client
from bench.visit import Numbers
from bench.workers import PRODUCT, gunicorn
from geodata.snapshot import Workspace
from tests.server.conftest import ROOT

WORKERS = 2
CLIENTS = 32


@pytest.fixture(scope="module")
def office(published):
    """The application behind two processes that nobody has asked anything of but ``/``."""
    settings = {"MIRADOR_VAR": str(published.folder.parents[1])}
    with gunicorn(PRODUCT, WORKERS, settings) as served:
        yield served


def test_a_crowd_gets_every_script_of_a_cold_start(office):
    with Client.of(office.address) as client:
        document = client.get("/", **{"Accept-Encoding": "identity"}).decode()
    wanted = [path for path in findall(r'src="(/[^"]+)"', document) if ".js" in path]
    assert len(wanted) > 5

    def ask(number):
        with Client.of(office.address) as client:
            return [len(client.get(wanted[(number + i) % len(wanted)])) for i in range(len(wanted))]

    with ThreadPoolExecutor(CLIENTS) as crowd:
        sizes = [size for mine in crowd.map(ask, range(CLIENTS)) for size in mine]
    assert len(sizes) == CLIENTS * len(wanted)
    assert all(sizes)


def test_all_processes_give_the_same_numbers(office):
    with Client.of(office.address) as client:
        address = Numbers.of(client, Workspace.PUBLISHED).at("migrantes_por_mil")

    def ask(_number):
        with Client.of(office.address) as client:
            return client.get(address)

    with ThreadPoolExecutor(CLIENTS) as crowd:
        answers = Counter(crowd.map(ask, range(CLIENTS)))
    assert len(office.workers()) == WORKERS
    assert list(answers.values()) == [CLIENTS]


def run(var, *words):
    environment = os.environ | {"MIRADOR_VAR": str(var)}
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip


def test_a_process_without_data_says_what_is_missing(tmp_path):
    done = run(tmp_path, "-c", "import app; app.create_server()")
    assert done.returncode == 1
    assert "No hay datos preparados" in done.stderr.splitlines()[-1]
    assert not list(tmp_path.iterdir()), "it prepares nothing by itself"


def test_what_serving_does_not_need_is_not_loaded(published):
    """Libraries of geometry and of imports would take 60 MB of each process."""
    names = ("duckdb", "geopandas", "shapely", "pyproj", "pyogrio", "xlsxwriter", "ibis")
    code = (
        "import sys, app; server = app.create_server(); client = server.test_client(); "
        "assert client.get('/municipio/54001.csv').status_code == 200; "
        f"print([name for name in {names} if name in sys.modules])"
    )
    done = run(published.folder.parents[1], "-c", code)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr
