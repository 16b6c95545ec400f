"""What connectors promise without a network: registry, addresses, licences, features."""

import ast
import json
from argparse import ArgumentParser
from pathlib import Path

import pytest

from geodata import commands_fetch
from geodata.connectors import CONNECTORS, DIVIPOLA, GEOBOUNDARIES, HDX, answers, find, licences
from geodata.connectors.contract import FetchError, Request
from geodata.connectors.reach import reach

ROOT = Path(__file__).parents[2]
NETWORK = ("socket", "http", "ssl", "urllib.request", "urllib3", "requests", "httpx", "ftplib")
PARSING_ONLY = ("urllib3.util", "urllib3.exceptions")


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_only_fetch_touches_the_network():
    """Published sources come in by one door, and databases that a command names by another.

    Parsing an address with the parser of the client is no network.
    """
    guilty = {
        str(path.relative_to(ROOT))
        for package in ("geodata", "indicators", "layouts", "callbacks")
        for path in (ROOT / package).rglob("*.py")
        for name in imports(path)
        if any(name == one or name.startswith(f"{one}.") for one in NETWORK)
        and name not in PARSING_ONLY
    }
    assert guilty == {"geodata/fetch.py", "geodata/aggregate/engines.py"}


def test_every_connector_is_complete_and_documented():
    guide = (ROOT / "docs/conectores.md").read_text(encoding="utf-8")
    assert len({connector.key for connector in CONNECTORS}) == len(CONNECTORS)
    for connector in CONNECTORS:
        assert connector.address.startswith(f"https://{connector.host}")
        assert set(connector.licences) <= set(licences.ALIASES)
        assert f"`{connector.key}`" in guide
        assert connector.host in guide


def test_a_connector_is_found_by_its_key():
    assert find("divipola") is DIVIPOLA
    assert find("datos-abiertos:abcd-1234").dataset == "abcd-1234"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("dane", "los que hay son: divipola, datos-abiertos, mgn"),
        ("divipola:abcd-1234", "No hay ningún conector"),
        ("datos-abiertos", "después de dos puntos"),
        ("datos-abiertos:../../x", "después de dos puntos"),
    ],
)
def test_an_unknown_connector_is_one_sentence(name, sentence):
    with pytest.raises(FetchError, match=sentence):
        find(name)


def test_an_address_reads_as_socrata_writes_it():
    request = Request("https://a/b", (), "", (("$order", ":id"), ("$select", "count(*) as total")))
    assert request.address == "https://a/b?$order=:id&$select=count(*)%20as%20total"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.geoboundaries.org/api/current/gbOpen/COL/ADM2/",
        "https://github.com/wmgeolab/geoBoundaries/raw/9469f09/releaseData/x.geojson",
        "https://media.githubusercontent.com/media/wmgeolab/geoBoundaries/x.geojson",
    ],
)
def test_a_source_may_hand_over_to_the_hosts_it_declares(address):
    reach(GEOBOUNDARIES, GEOBOUNDARIES.address).require(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://www.geoboundaries.org/api/",
        "https://www.geoboundaries.org:8443/api/",
        "https://usuario:clave@www.geoboundaries.org/api/",
        "https://github.com/otro/proyecto/x.geojson",
        "https://github.com/wmgeolab/geoBoundaries/../../otro/x",
        "https://github.com/wmgeolab/geoBoundaries/%2e%2e/%2E%2e/otro/x",
        "https://www.geoboundaries.org.ejemplo.invalid/",
        "https://www.geoboundaries.org@ejemplo.invalid/",
        "https://ejemplo.invalid\\@www.geoboundaries.org/",
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "ftp://www.geoboundaries.org/",
        "",
    ],
)
def test_anywhere_else_is_out_of_reach(address):
    with pytest.raises(FetchError, match="fuera de los sitios admitidos o sin conexión segura"):
        reach(GEOBOUNDARIES, GEOBOUNDARIES.address).require(address)


def test_another_card_of_the_same_host_keeps_the_declared_hosts():
    places = reach(GEOBOUNDARIES, "https://www.geoboundaries.org/api/current/gbOpen/COL/ADM1")
    places.require("https://media.githubusercontent.com/media/wmgeolab/geoBoundaries/x")


def test_a_mirror_stands_alone():
    places = reach(HDX, "https://espejo.invalid/hdx")
    places.require("https://espejo.invalid/file.zip")
    with pytest.raises(FetchError, match="fuera de los sitios"):
        places.require("https://data.humdata.org/file.zip")


@pytest.mark.parametrize(
    "address",
    ["http://ejemplo.invalid", "ejemplo.invalid", "https://u:p@ejemplo.invalid", "https://[::"],
)
def test_an_address_without_https_or_with_a_user_is_refused(address):
    with pytest.raises(FetchError, match="debe empezar por https://"):
        reach(HDX, address)


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("CC_40_BY_SA", "CC BY-SA 4.0"),
        ("  Creative  Commons Attribution 4.0 International ", "CC BY 4.0"),
        ("cc-by-igo", "CC BY 3.0 IGO"),
        ("CC BY-NC 4.0", ""),
        ("not CC BY 4.0", ""),
        ("", ""),
    ],
)
def test_a_licence_is_known_by_its_exact_names(stated, name):
    assert licences.canonical(stated) == name


def features(tmp_path, text):
    path = tmp_path / "a.geojson"
    path.write_text(text, encoding="utf-8")
    return list(answers.streamed_features(path, "La fuente"))


@pytest.mark.parametrize("window", [30, 64, 1000, 1 << 20])
def test_features_are_read_through_a_window_of_any_size(tmp_path, monkeypatch, window):
    monkeypatch.setattr(answers, "CHUNK_CHARACTERS", window + 50)
    made = [{"type": "Feature", "properties": {"n": "Ñ]}" * at}} for at in range(40)]
    text = json.dumps({"type": "FeatureCollection", "features": made, "name": "]"}, indent=1)
    assert features(tmp_path, text) == made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '{"features": []}',
        '{"type": "FeatureCollection", "features": [',
        '{"type": "FeatureCollection", "features": [{"properties": {}}',
        '{"type": "FeatureCollection", "features": [{"properties": {}}]',
        '{"type": "FeatureCollection", "features": [{"properties": {}}, {"prop',
        '{"type": "FeatureCollection", "features": [{"properties": 1}]}',
        '{"type": "FeatureCollection", "features": [3]}',
        '{"type": "FeatureCollection", "features": [' + "[" * 100_000,
    ],
)
def test_a_collection_cut_short_or_of_something_else_is_refused(tmp_path, text):
    with pytest.raises(FetchError, match="datos incompletos"):
        features(tmp_path, text)


def test_a_collection_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "a.geojson"
    path.write_bytes('{"type": "FeatureCollection", "features": [{"ñ"'.encode("cp1252"))
    with pytest.raises(FetchError, match="datos incompletos"):
        list(answers.streamed_features(path, "La fuente"))


def test_a_cancelled_command_is_one_sentence(tmp_path, monkeypatch):
    def cancelled(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands_fetch, "fetch", cancelled)
    parser = ArgumentParser()
    commands_fetch.configure(parser)
    with pytest.raises(FetchError, match="Descarga cancelada; no se guardó nada"):
        commands_fetch.run(parser.parse_args(["divipola", "--to", str(tmp_path)]))
