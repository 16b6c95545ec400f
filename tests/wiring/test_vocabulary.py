"""What a layout lends out comes back whole, and is the same for every view of a language."""

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from app import Settings, create_app
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace


@pytest.fixture(scope="module")
def app(published, demonstration):
    stores = {Workspace.PUBLISHED: published, Workspace.DEMO: demonstration}
    return create_app(Settings(), OpenShelf(stores))


def put_back(node, parts):
    """As ``assets/mirador/vocabulary.mjs`` does."""
    if isinstance(node, list):
        for child in node:
            put_back(child, parts)
    elif isinstance(node, dict) and "props" in node:
        props = node["props"]
        for name, value in parts.get(props.get("id"), {}).items():
            props[name] = {**value, **props[name]} if isinstance(value, dict) else value
        put_back(props.get("children"), parts)


def address_of(client, query):
    document = client.get(f"/{query}").get_data(as_text=True)
    return document.partition('id="page-words" rel="preload" href="')[2].partition('"')[0]


@pytest.mark.parametrize(
    "query", ["", "?idioma=en&ambito=pais&indicador=poblacion", "?espacio=demostracion&segundo=nbi"]
)
def test_short_layout_and_words_are_the_whole_layout(app, query):
    client = app.server.test_client()
    layout = client.get("/_dash-layout", headers={"Referer": f"http://localhost/{query}"})
    whole = json.loads(json.dumps(app.pages.at("/", query), cls=PlotlyJSONEncoder))
    short = layout.get_json()
    assert short != whole
    answer = client.get(address_of(client, query), headers={"Accept-Encoding": "identity"})
    assert "immutable" in answer.headers["Cache-Control"]
    put_back(short, answer.get_json())
    assert short == whole


def test_words_are_the_same_for_every_view_of_a_language(app):
    client = app.server.test_client()
    first = address_of(client, "?ambito=pais&indicador=poblacion&municipio=44430")
    assert first == address_of(client, "")
    assert first != address_of(client, "?idioma=en")


@pytest.mark.parametrize(
    "change", [("/es.", "/xx."), (".json", ".js"), ("/vocabulario/", "/vocabulario/0")]
)
def test_no_other_address_has_words(app, change):
    client = app.server.test_client()
    assert client.get(address_of(client, "").replace(*change)).status_code == 404
