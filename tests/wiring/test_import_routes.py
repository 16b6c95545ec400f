"""Routes of the import, without a browser: what they give and what they refuse."""

import pytest

from app import Settings, create_app
from callbacks import importing
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace

LOCAL = "http://127.0.0.1:8050"
OURS = {"X-Mirador": "import", "Origin": LOCAL}


@pytest.fixture
def client(published, tmp_path):
    settings = Settings(var=tmp_path, edit=True)
    return create_app(settings, OpenShelf({Workspace.PUBLISHED: published})).server.test_client()


def post(client, path, **arguments):
    return client.post(path, base_url=LOCAL, headers=OURS, **arguments)


@pytest.mark.parametrize(("form", "start"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")])
def test_templates(client, form, start):
    answer = client.get(f"/importar/plantilla/observaciones.{form}", base_url=LOCAL)
    assert answer.status_code == 200
    assert answer.data.startswith(start)
    assert f"observaciones.{form}" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/importar/plantilla/nada.csv", "No existe esa plantilla."),
        ("/importar/plantilla/observaciones.exe", "No existe esa plantilla."),
        ("/importar/0123456789abcdef", "Esa importación ya no existe."),
        ("/importar/0123456789abcdef/hallazgos.csv", "Esa importación ya no existe."),
    ],
)
def test_what_does_not_exist_is_a_sentence(client, path, sentence):
    answer = client.get(path, base_url=LOCAL)
    assert answer.status_code == 400
    assert answer.get_json()["error"].startswith(sentence)


def test_a_kind_must_be_chosen(client):
    answer = post(client, "/importar/archivo?kind=nada&name=x.csv", data=b"a;b\n1;2\n")
    assert (answer.status_code, answer.get_json()["error"]) == (
        400,
        "Elija qué contiene el archivo.",
    )


def test_a_file_over_the_limit_is_refused_while_it_arrives(client, monkeypatch):
    monkeypatch.setattr(importing, "LIMIT_MB", 1)
    body = b"x" * 1_500_000
    answer = post(client, "/importar/archivo?kind=observaciones&name=x.csv", data=body)
    assert answer.get_json()["error"] == "El archivo pasa del límite de 1 MB."


def test_another_name_of_this_computer_is_refused(client):
    answer = client.get("/importar/plantilla/observaciones.csv", base_url="http://otro.example")
    assert answer.status_code == 403
