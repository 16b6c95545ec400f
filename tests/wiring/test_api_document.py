"""The document of the API and its page, and whether both tell everything."""

import re

import pytest

from callbacks.api.document import BASE, RESOURCES, document
from callbacks.api.problems import FAULTS
from geodata.disclosure.places import PUBLIC
from geodata.schema import TABLES
from indicators.records import TERRITORY_COLUMNS
from layouts.text.api_words import COLUMN_WORDS


@pytest.fixture(scope="module")
def client(application):
    return application.server.test_client()


@pytest.fixture(scope="module")
def get(client):
    """A function: an address under ``/api/v1`` in, its body out."""
    return lambda address: client.get(f"{BASE}{address}").get_json()


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_page_tells_every_resource_and_asks_nobody_else(client, language):
    page = client.get(f"{BASE}/docs?lang={language}").get_data(as_text=True)
    assert f'<html lang="{language}">' in page
    assert "<script" not in page
    links = re.findall(r'(?:href|src)="([^"]+)"', page)
    assert all(link.startswith(("/", "#", "?", "data:")) for link in links)
    assert not [link for link in links if link.startswith("//")]
    for path in document(language)["paths"]:
        assert f"<code>GET {BASE}{path}</code>" in page
    anchors = set(re.findall(r'id="([^"]+)"', page))
    assert {link[1:] for link in links if link.startswith("#")} <= anchors
    assert {fault.key for fault in FAULTS} <= anchors
    assert page == client.get(f"{BASE}/?lang={language}").get_data(as_text=True)


def test_the_files_of_the_page_are_served_here(client):
    page = client.get(f"{BASE}/docs").get_data(as_text=True)
    for address in re.findall(r'<link rel="stylesheet" href="([^"]+)"', page):
        with client.get(address) as answer:
            assert answer.status_code == 200


def test_the_document_is_openapi_in_both_languages(get):
    spanish, english = get("/openapi.json?lang=es"), get("/openapi.json?lang=en")
    assert spanish["openapi"] == english["openapi"] == "3.1.0"
    assert spanish["paths"].keys() == english["paths"].keys() == {r.path for r in RESOURCES}
    assert spanish["info"]["description"] != english["info"]["description"]
    assert "x-english" not in str(spanish) + str(english)


def test_every_parameter_says_what_it_is():
    for resource in RESOURCES:
        [operation] = document("es")["paths"][resource.path].values()
        for parameter in operation["parameters"]:
            assert parameter["description"], (resource.path, parameter["name"])


def test_every_column_that_is_given_has_its_words_and_no_other():
    tables = [TABLES[name] for name in ("observations", "results", "sources")]
    given = {column.name for table in (*tables, PUBLIC, TERRITORY_COLUMNS) for column in table}
    assert set(COLUMN_WORDS) == given
