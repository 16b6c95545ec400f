"""Files of packages are compressed once; an answer that may differ is compressed each time."""

import pytest
from flask import Flask, request, send_file
from flask_compress import Compress

from callbacks.packing import CONFIG, Packed, close_files, packing_key


@pytest.fixture
def client():
    server = Flask(__name__)
    server.config.update(CONFIG)
    Compress(server)
    asked = []

    @server.get("/<path:path>")
    def answer(path):
        asked.append(path)
        return f"/* {path} {len(asked)} */" * 100, {"Content-Type": "text/css"}

    return server.test_client()


def body(client, path, coding="gzip"):
    return client.get(path, headers={"Accept-Encoding": coding}).get_data()


def test_a_file_of_a_package_is_compressed_once(client):
    assert body(client, "/vendor/a.css") == body(client, "/vendor/a.css")
    assert body(client, "/vendor/a.css") != body(client, "/vendor/b.css")


def test_what_may_differ_is_never_remembered(client):
    assert body(client, "/_dash-layout") != body(client, "/_dash-layout")


def test_codings_are_kept_apart(client):
    assert body(client, "/vendor/a.css", "br") != body(client, "/vendor/a.css", "gzip")
    assert body(client, "/vendor/a.css", "identity").startswith(b"/* vendor/a.css")


def test_a_query_does_not_fill_the_memory():
    with Flask(__name__).test_request_context("/vendor/a.css?x=1"):
        assert packing_key(request) == "/vendor/a.css"


def test_nothing_is_kept_without_a_path():
    kept = Packed()
    kept.set("br;", b"secret")
    assert kept.get("br;") is None


def test_a_file_is_closed_when_its_compressed_answer_is_remembered(tmp_path):
    """An open file is a warning, and a warning fails the test."""
    (tmp_path / "a.css").write_text("p { color: red }\n" * 100)
    server = Flask(__name__)
    server.config.update(CONFIG)
    Compress(server)
    close_files(server)
    opened = []

    @server.get("/vendor/<name>")
    def file(name):
        answer = send_file(tmp_path / name)
        opened.append(answer.response)
        return answer

    for _ in range(2):
        answer = server.test_client().get("/vendor/a.css", headers={"Accept-Encoding": "gzip"})
        answer.close()
    assert [sent.file.closed for sent in opened] == [True, True]
