"""One style sheet for every page."""

import re

import brotli
import pytest

from callbacks.styles import Sheet

SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')


@pytest.fixture(scope="module")
def client(application):
    return application.server.test_client()


@pytest.mark.parametrize("path", ["/", "/municipio/54874", "/datos", "/brechas"])
def test_a_page_asks_for_one_sheet(client, path):
    (address,) = SHEET.findall(client.get(path).get_data(as_text=True))
    assert re.fullmatch(r"/estilos/[0-9a-f]{12}\.css", address)


def test_the_sheet_is_kept_for_good_and_whole(client):
    (address,) = SHEET.findall(client.get("/municipio/54874").get_data(as_text=True))
    plain = client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": "br"})
    assert plain.mimetype == packed.mimetype == "text/css"
    assert "immutable" in packed.headers["Cache-Control"]
    assert brotli.decompress(packed.data) == plain.data
    for part in (b"Bootstrap", b".legend", b"--ramp-1", b".profile"):
        assert part in plain.data
    assert b".scene[hidden]" not in plain.data, "a show is a document of its own"


def test_the_map_is_spared_the_rules_of_views_that_are_read(client):
    (address,) = SHEET.findall(client.get("/").get_data(as_text=True))
    sheet = client.get(address).data
    assert b".legend" in sheet
    assert b".places-map" not in sheet
    assert sheet.count(b":has(") < 12


def test_another_sheet_has_another_address(client, tmp_path):
    (address,) = SHEET.findall(client.get("/").get_data(as_text=True))
    (tmp_path / "a.css").write_text("p { margin: 0 }")
    assert Sheet.of(tmp_path).address != address
    assert client.get("/estilos/000000000000.css").status_code == 404
