"""What a roundtable records, without a browser: who may write, what is refused, what is told."""

import csv
import io
import json
import re
from dataclasses import replace
from html import unescape
from urllib.parse import quote

import pikepdf
import pypdfium2
import pytest

from app import Settings, create_app
from callbacks import minutes as routes
from geodata.ledger import Ledger
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace

LOCAL = "http://127.0.0.1:8050"
OURS = {"X-Mirador": "mesa", "Origin": LOCAL}
COMMITMENT = {"tipo": "compromiso", "que": "Abrir una ruta de empleo", "fecha": "2099-03-31",
              "oficina": "Secretaría de Desarrollo", "municipio": "54874",
              "indicador": "tasa_desocupacion", "meta": "12 %"}  # fmt: skip
DISPUTE = {"tipo": "cifra", "municipio": "44430", "indicador": "migrantes_por_mil",
           "motivo": "El censo local cuenta más", "propone": "450"}  # fmt: skip
PDF = b"%PDF-1.7\nx"


@pytest.fixture
def var(tmp_path):
    return tmp_path


def application(published, demonstration, var, *, edit):
    shelf = OpenShelf({Workspace.PUBLISHED: published, Workspace.DEMO: demonstration})
    return create_app(Settings(var=var, edit=edit), shelf).server.test_client()


@pytest.fixture
def client(published, demonstration, var):
    return application(published, demonstration, var, edit=True)


def post(client, fields, headers=OURS, base=LOCAL):
    return client.post("/mesa/registro", data={"consulta": "", **fields}, headers=headers,
                       base_url=base)  # fmt: skip


def page(client, query=""):
    body = client.get(f"/mesa/guion.json?{query}").get_data(as_text=True)
    return json.dumps(json.loads(body), ensure_ascii=False)


def minutes(client, query=""):
    return unescape(client.get(f"/mesa/acta?{query}").get_data(as_text=True))


def test_a_commitment_is_kept_and_told(client, published):
    answer = post(client, COMMITMENT)
    assert answer.status_code == 200
    assert answer.get_json()["id"] == 1
    for words in (page(client), minutes(client)):
        assert "Abrir una ruta de empleo" in words
        assert "Secretaría de Desarrollo · para el 31 de marzo de 2099" in words
        assert f"con el corte {published.snapshot_id}" in words
    show = client.get("/mesa/presentar?guion=compromisos").get_data(as_text=True)
    assert "Abrir una ruta de empleo" in show
    assert "registro de compromisos de esta mesa" in show


def test_a_disputed_figure_leads_to_its_proof_in_its_own_snapshot(client, var):
    """Over the page while the snapshot is the same; later, as a link that names the snapshot."""
    post(client, DISPUTE)
    name = "migrantes_por_mil:44430:2024-10:total.migrante_venezolana.total"
    assert f'"data-proof": "{name}"' in page(client)
    assert client.get(f"/datos/cifra.json?cifra={quote(name)}").status_code == 200
    ledger = Ledger(var / "mesa")
    (kept,) = ledger.entries("publicado")
    ledger.append(replace(kept, snapshot="0" * 12, subject="", id=0, made=""))
    told = page(client)
    assert f"/datos?cifra={quote(name, safe='')}&corte={'0' * 12}" in told
    assert told.count(f'"data-proof": "{name}"') == 1


def test_a_disputed_figure_keeps_what_this_snapshot_shows(client):
    """Not what the form says it showed."""
    answer = post(client, DISPUTE | {"valor": "1", "fuente": "inventada"})
    assert answer.status_code == 200
    shown = client.get("/mapa.csv?ambito=frontera_venezuela").get_data(as_text=True)
    row = next(line for line in csv.DictReader(io.StringIO(shown)) if line["codigo"] == "44430")
    told = minutes(client)
    value = f"{float(row['valor']):.1f}".replace(".", ",")
    assert f"Se mostró: {value} por 1.000 hab." in told
    assert "inventada" not in told
    assert "Cifra que se propone: 450" in told
    assert "Sin soporte todavía." in told


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"oficina": ""}, {"oficina": "sin responsable no hay compromiso"}),
        ({"fecha": ""}, {"fecha": "sin fecha no hay compromiso"}),
        ({"oficina": " \n ", "fecha": ""}, {"oficina": "responsable", "fecha": "sin fecha"}),
        ({"que": ""}, {"que": "Escriba qué se hará"}),
        ({"fecha": "31/03/2099"}, {"fecha": "una fecha que exista"}),
        ({"fecha": "2099-02-30"}, {"fecha": "una fecha que exista"}),
        ({"fecha": "20990331"}, {"fecha": "una fecha que exista"}),
        ({"fecha": "2020-01-01"}, {"fecha": "ya pasó"}),
        ({"indicador": "nada"}, {"indicador": "no existe"}),
        ({"municipio": "99999"}, {"municipio": "no existe"}),
        ({"que": "a" * 301}, {"que": "300 caracteres"}),
        ({"que": "Llamar a ana@ejemplo.org"}, {"que": "de una persona"}),
        ({"que": "Cédula 1.090.123.456"}, {"que": "de una persona"}),
        ({"oficina": "Ana, 310 555 1234"}, {"oficina": "de una persona"}),
    ],
)
def test_a_wrong_commitment_is_refused_at_its_field(client, var, fields, refused):
    answer = post(client, COMMITMENT | fields)
    assert answer.status_code == 400
    errors = answer.get_json()["errors"]
    assert errors.keys() == refused.keys()
    assert all(words in errors[name] for name, words in refused.items())
    assert Ledger(var / "mesa").entries("publicado") == []


@pytest.mark.parametrize("text", ["Atender a 1.234.567 personas", "Meta de 3.105.551.234 pesos"])
def test_large_numbers_are_no_telephone(client, text):
    assert post(client, COMMITMENT | {"que": text}).status_code == 200


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "https://a b", "ftp://x", "//x", "data:text/html,x",
             "https://x\"onclick=alert(1)"],
)  # fmt: skip
def test_a_harmful_link_is_refused(client, link):
    answer = post(client, DISPUTE | {"enlace": link})
    assert answer.get_json()["errors"].keys() == {"enlace"}


def test_evidence_is_an_attachment_only(client):
    assert post(client, DISPUTE | {"archivo": (io.BytesIO(PDF), "censo.pdf")}).status_code == 200
    name = re.search(r"/mesa/evidencia/([0-9a-f]{64}\.pdf)", page(client))[1]
    answer = client.get(f"/mesa/evidencia/{name}")
    assert answer.data == PDF
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert client.get(f"/mesa/evidencia/{'0' * 64}.pdf").status_code == 404
    assert b"SQLite" not in client.get("/mesa/evidencia/..%2fcompromisos.sqlite").data
    assert f"SHA-256 {name}" in minutes(client)


def test_a_wrong_file_is_refused_at_its_field(client, var):
    answer = post(client, DISPUTE | {"archivo": (io.BytesIO(b"<svg>"), "x.svg")})
    assert "Ese tipo de archivo no se recibe" in answer.get_json()["errors"]["archivo"]
    assert Ledger(var / "mesa").entries("publicado") == []


def test_too_much_is_refused_before_it_is_read(client, monkeypatch):
    monkeypatch.setattr(routes, "MOST_BYTES", 0)
    monkeypatch.setattr(routes, "ROOM", 1000)
    answer = post(client, DISPUTE | {"archivo": (io.BytesIO(b"x" * 2000), "x.pdf")})
    assert answer.status_code == 413
    assert "10 MB" in answer.get_json()["errors"]["archivo"]


def test_states_follow_and_the_past_stays(client):
    subject = post(client, COMMITMENT).get_json()["subject"]
    state = {"tipo": "estado", "asunto": subject, "estado": "en_curso", "nota": "Hay convenio",
             "revision": "2099-01-15"}  # fmt: skip
    assert post(client, state).status_code == 200
    assert post(client, {**state, "estado": "cumplido", "nota": ""}).status_code == 200
    told = minutes(client)
    assert "Hay convenio" in told
    assert "se revisa el 15 de enero de 2099" in told
    assert "Ya cerrados" in page(client)
    rows = list(csv.DictReader(io.StringIO(
        client.get("/mesa/acta.csv").get_data(as_text=True).lstrip("\ufeff"))))  # fmt: skip
    assert [row["estado"] for row in rows] == ["", "en_curso", "cumplido"]
    assert {row["asunto"] for row in rows} == {subject}


@pytest.mark.parametrize("subject", ["", "nada"])
def test_a_state_of_nothing_is_refused(client, subject):
    answer = post(client, {"tipo": "estado", "asunto": subject, "estado": "cumplido"})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("headers", "base"),
    [
        ({}, LOCAL),
        ({"X-Mirador": "import", "Origin": LOCAL}, LOCAL),
        ({"X-Mirador": "mesa", "Origin": "http://malo.example"}, LOCAL),
        ({"X-Mirador": "mesa", "Origin": "http://malo.example"}, "http://malo.example"),
    ],
)
def test_only_our_own_page_writes(client, var, headers, base):
    assert post(client, COMMITMENT, headers, base).status_code == 403
    assert not (var / "mesa").exists()


def test_readers_read_and_have_no_form(published, demonstration, var, client):
    post(client, COMMITMENT)
    reader = application(published, demonstration, var, edit=False)
    words = page(reader)
    assert "Abrir una ruta de empleo" in words
    assert "record-form" not in words
    assert "MIRADOR_EDIT=1" in words
    assert post(reader, COMMITMENT).status_code in (404, 405)


def test_only_what_concerns_the_roundtable_is_told(client):
    post(client, COMMITMENT)
    post(client, COMMITMENT | {"municipio": "", "que": "De toda la mesa"})
    assert "Abrir una ruta" in page(client, "seleccion=54874,44430")
    assert "Abrir una ruta" not in page(client, "municipio=81001")
    assert "De toda la mesa" in page(client, "municipio=81001")
    assert "De toda la mesa" not in page(client, "ambito=pais")
    assert "Abrir una ruta" not in page(client, "espacio=demostracion")


def test_hostile_text_stays_text_and_computes_nothing(client):
    text = '=HYPERLINK("http://x")<script>alert(1)</script>'
    assert (
        post(client, COMMITMENT | {"que": text, "oficina": "+cmd|' /C calc'!A0"}).status_code == 200
    )
    raw = client.get("/mesa/acta").get_data(as_text=True)
    assert "<script>alert" not in raw
    assert "<script>alert" not in client.get("/mesa/presentar?guion=compromisos").get_data(
        as_text=True
    )
    table = client.get("/mesa/acta.csv").get_data(as_text=True)
    row = next(csv.DictReader(io.StringIO(table.lstrip("\ufeff"))))
    assert row["que"] == f"'{text}"
    assert row["oficina"].startswith("'+cmd")


def test_the_minutes_say_what_the_show_said(client):
    order = "guion=mapa.nota-Secreto~brechas~programas"
    show = client.get(f"/mesa/presentar?espacio=demostracion&{order}").get_data(as_text=True)
    told = client.get(f"/mesa/acta?espacio=demostracion&{order}").get_data(as_text=True)
    for source in re.findall(r'<p class="source">(.*?)</p>', show):
        assert source in told
    cells = re.findall(r"<td class=\"[^\"]*\">(.*?)</td>", show)
    assert len(cells) > 20
    assert all(f"<td>{cell}</td>" in told for cell in cells)
    assert "Secreto" not in told
    assert "no van en el acta" in unescape(told)
    assert 'class="demo"' in told


def test_minutes_of_a_snapshot_that_is_gone(client):
    answer = client.get("/mesa/acta?corte=0123456789ab")
    assert answer.status_code == 410
    assert "ya no está en este equipo" in answer.get_data(as_text=True)


def test_an_overdue_commitment_comes_first_in_the_show(published, demonstration, var):
    shelf = OpenShelf({Workspace.PUBLISHED: published, Workspace.DEMO: demonstration})
    app = create_app(Settings(var=var, edit=True), shelf)
    client = app.server.test_client()
    post(client, COMMITMENT | {"que": "Lo de después", "fecha": "2099-12-31"})
    post(client, COMMITMENT | {"que": "Lo vencido", "fecha": "2099-01-31"})
    object.__setattr__(app.pages.mesas, "today", "2099-06-01")
    show = client.get("/mesa/presentar?guion=compromisos").get_data(as_text=True)
    assert show.index("Lo vencido") < show.index("Lo de después")
    assert "vencido · 31 de enero de 2099" in show
    assert replace(app.pages.mesas).today == "2099-06-01"


def test_the_minutes_as_pdf_say_the_same_and_are_tagged(client):
    post(client, COMMITMENT)
    answer = client.get("/mesa/acta.pdf?espacio=publicado&guion=brechas")
    assert answer.status_code == 200, answer.get_data(as_text=True)
    with pikepdf.open(io.BytesIO(answer.data)) as made:
        assert made.Root.MarkInfo.Marked
        assert made.Root.StructTreeRoot
        assert made.Root.Lang == "es"
    pages = pypdfium2.PdfDocument(answer.data)
    told = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    assert "Acta de la mesa · Frontera con Venezuela" in told
    assert "Secretaría de Desarrollo · para el 31 de marzo de 2099" in told
    assert "Fuente: " in told
    width, height = pages[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="acta.pdf"'


def test_a_second_pdf_waits_and_is_told_to_come_back(published, var, monkeypatch):
    monkeypatch.setattr(routes, "LONGEST_WAIT_S", 0.01)
    app = create_app(Settings(var=var), OpenShelf({Workspace.PUBLISHED: published}))
    with app.pages.mesas.setting:
        answer = app.server.test_client().get("/mesa/acta.pdf")
    assert answer.status_code == 503
    assert "Espere unos segundos" in answer.get_data(as_text=True)
