"""The numbers of the map at addresses that never change."""

import gzip
import json
import re
from threading import Thread

import brotli
import pytest
from flask import Flask

from app import ROOT
from callbacks.bundles import Bundles, BusyError, Courtesy, Foreground
from callbacks.serve import serve_bundles
from callbacks.values import version_of

IMMUTABLE = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def client(application):
    return application.server.test_client()


def addresses(client, search=""):
    document = client.get(f"/{search}").get_data(as_text=True)
    links = re.findall(r'<link rel="preload" href="([^"]+)"', document)
    return [link.replace("&amp;", "&") for link in links]


def test_a_document_starts_fetching_the_map_its_numbers_and_its_points(client, published):
    map_, numbers, points = addresses(client, "?indicador=poblacion&capas=centros,personas")
    assert map_.startswith("/geometry/")
    version = version_of(ROOT)
    base = f"/valores/{published.snapshot_id}/frontera_venezuela"
    assert numbers == f"{base}/poblacion.{version}.json?capas=personas"
    assert points == f"{base}/puntos.{version}.json?capas=centros"


def test_the_view_of_tables_fetches_no_numbers_of_the_map(client):
    document = client.get("/datos").get_data(as_text=True)
    assert "/valores/" not in document


@pytest.mark.parametrize(
    ("accepted", "coding", "read"),
    [("gzip, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("", None, bytes)],
)
def test_numbers_are_immutable_and_compressed(client, published, accepted, coding, read):
    _, numbers, points = addresses(client)
    for address in (numbers, points):
        answer = client.get(address, headers={"Accept-Encoding": accepted})
        assert answer.headers.get("Content-Encoding") == coding
        assert answer.headers["Cache-Control"] == IMMUTABLE
        assert json.loads(read(answer.data))["snapshot"] == published.snapshot_id


def test_the_same_address_is_the_same_bytes(client):
    _, numbers, _ = addresses(client, "?ambito=pais")
    first, second = (client.get(numbers, headers={"Accept-Encoding": "gzip"}) for _ in range(2))
    assert first.data == second.data


@pytest.mark.parametrize(
    ("part", "other"),
    [
        (r"/valores/\w+", "/valores/" + "0" * 12),
        (r"\.\w+\.json", ".000000000000.json"),
        ("frontera_venezuela", "ninguna_parte"),
        ("migrantes_por_mil", "nada"),
        (r"\?.*", "?sector=ZZ"),
    ],
    ids=["snapshot", "version", "scope", "indicator", "sector"],
)
def test_what_is_not_there_is_not_answered_with_something_else(client, part, other):
    _, numbers, _ = addresses(client)
    changed = re.sub(part, other, numbers)
    assert changed != numbers
    assert client.get(changed).status_code == 404


def test_a_document_carries_no_other_view(client):
    """Dash would put every view into it, to check callbacks that the tests have checked."""
    document = client.get("/").get_data(as_text=True)
    assert "validation_layout" not in document
    assert len(document) < 25_000


def bundle_address(client, what, part=0, search=""):
    """Where the browser finds a bundle; see ``bundleAddress`` in ``assets/mirador/address.mjs``."""
    _, numbers, _ = addresses(client, search)
    base, _, name = numbers.partition("?")[0].rpartition("/")
    version = name.split(".")[1]
    return f"{base.replace('/valores/', '/conjuntos/')}/{what}.{part}.{version}.json"


@pytest.mark.parametrize("what", ["nbi", "tasa_desocupacion", "demanda"])
@pytest.mark.parametrize(
    ("accepted", "read"),
    [("gzip, br", brotli.decompress), ("gzip", gzip.decompress), ("", bytes)],
)
def test_a_bundle_is_immutable_and_compressed(client, published, what, accepted, read):
    answer = client.get(bundle_address(client, what), headers={"Accept-Encoding": accepted})
    assert answer.headers["Cache-Control"] == IMMUTABLE
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    assert json.loads(read(answer.data))["snapshot"] == published.snapshot_id


@pytest.mark.parametrize(
    ("part", "other"),
    [
        (r"/conjuntos/\w+", "/conjuntos/" + "0" * 12),
        (r"\.\w+\.json", ".000000000000.json"),
        ("frontera_venezuela", "ninguna_parte"),
        ("nbi", "nada"),
        (r"nbi\.0", "nbi.1"),
        (r"nbi\.0", "nbi.x"),
        (r"nbi\.0", "demanda.1"),
        (r"nbi\.0", "centros.0"),
        (r"nbi\.0", "nbi.٣"),
        (r"json", "json?departamento=98"),
    ],
)
def test_a_bundle_that_is_not_there_is_not_another_one(client, part, other):
    address = bundle_address(client, "nbi")
    assert client.get(address).status_code == 200
    changed = re.sub(part, other, address)
    assert changed != address
    assert client.get(changed).status_code == 404


def test_one_bundle_is_made_at_a_time_and_the_others_are_told_to_come_back(desks):
    bundles = Bundles(desks, "v")
    snapshot = desks.desk("publicado").store.snapshot_id
    path = (snapshot, "frontera_venezuela", "nbi.0.v.json")
    with bundles._making, pytest.raises(BusyError):
        bundles.answer(path, "", br=True)
    made = bundles.answer(path, "", br=True)
    with bundles._making:
        assert bundles.answer(path, "", br=True) == made, "what is made is given at any time"


def test_a_busy_server_says_so_without_an_error(pages):
    server = Flask("busy")
    bundles = Bundles(pages.desks, "v")
    serve_bundles(server, bundles)
    snapshot = pages.desks.desk("publicado").store.snapshot_id
    with bundles._making:
        answer = server.test_client().get(f"/conjuntos/{snapshot}/pais/nbi.0.v.json")
    assert answer.status_code == 202
    assert answer.headers["Retry-After"] == "1"
    assert answer.headers["Cache-Control"] == "no-store"


def test_readers_go_before_a_bundle_and_it_is_given_up_in_the_end(desks):
    readers = Foreground()
    bundles = Bundles(desks, "v", readers)
    path = (desks.desk("publicado").store.snapshot_id, "frontera_venezuela", "nbi.0.v.json")
    readers.enter()
    with pytest.raises(BusyError):
        Courtesy(readers, 0.01)()
    steps = []
    waiting = Thread(target=lambda: steps.append(bundles.answer(path, "", br=True)))
    waiting.start()
    assert bundles._making.locked() or steps == []
    readers.leave()
    waiting.join()
    assert steps[0], "made once nobody waits"


def test_every_request_but_those_for_bundles_is_counted_until_it_ends(pages):
    server = Flask("counted")
    bundles = Bundles(pages.desks, "v")
    serve_bundles(server, bundles)
    seen = []

    def look():
        seen.append(bundles.foreground._count)
        return ""

    for path, view in {"/view": look, "/conjuntos/view": look, "/broken": lambda: 1 / 0}.items():
        server.add_url_rule(path, path, view)
    client = server.test_client()
    for path in ("/view", "/conjuntos/view", "/broken"):
        client.get(path)
    assert seen == [1, 0]
    assert bundles.foreground._count == 0
