"""The numbers of the map at addresses that never change."""

import gzip
import json
import re

import brotli
import pytest

from app import ROOT
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
    assert len(document) < 20_000
