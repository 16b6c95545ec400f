"""Connectors against a local server that replays each format, sound and unsound."""

import gzip
import io
import json
import socket
import struct
import subprocess
import sys
import threading
import time
import zipfile
from dataclasses import replace
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from geodata.__main__ import main
from geodata.checksum import sha256_of
from geodata.connectors import DIVIPOLA, GEOBOUNDARIES, HDX, MGN, delivery, find
from geodata.connectors.contract import FetchError
from geodata.fetch import Limits, fetch

ROOT = Path(__file__).parents[2]
QUICK = Limits(
    connect_seconds=2, read_seconds=0.3, total_seconds=20, attempts=3, backoff_seconds=0.01
)
VIEW, RESOURCE = "/api/views/gdxc-w37w.json", "/resource/gdxc-w37w.json"
LAYER, CARD, PACKAGE = "/layer/317", "/card", "/api/3/action/package_show"


class Replay(BaseHTTPRequestHandler):
    """Answers with what the test has put at the path; keeps what was asked."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        split = urlsplit(self.path)
        questions = {name: values[0] for name, values in parse_qs(split.query).items()}
        answer = self.server.answers[split.path]
        answer(self, questions) if callable(answer) else self.reply(answer)

    def reply(self, content, status=200, kind="application/json", **headers):
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        sent = {"Content-Type": kind, "Content-Length": str(len(body))} | headers
        for name, value in sent.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Replay) as running:
        running.daemon_threads = True
        running.block_on_close = False
        running.handle_error = lambda *_: None
        running.answers, running.asked = {}, []
        running.url = f"http://127.0.0.1:{running.server_address[1]}"
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def municipalities(count):
    return [
        {
            "cod_dpto": "54",
            "dpto": "NORTE DE SANTANDER",
            "cod_mpio": f"54{number:03}",
            "nom_mpio": f"MUNICIPIO Ñ {number}",
            "tipo_municipio": "Municipio",
            "longitud": "-72,5",
        }
        for number in range(count)
    ]


def view(licence="CC_40_BY_SA", columns=DIVIPOLA.columns):
    return {
        "licenseId": licence,
        "rowsUpdatedAt": 1737700000,
        "columns": [{"fieldName": name} for name in (*columns, ":@computed_region")],
    }


def pages(rows, handler, questions):
    """The rows as Socrata gives them: a count, or a slice; empty cells are left out."""
    if "$select" in questions:
        return handler.reply([{"total": str(len(rows))}])
    start = int(questions["$offset"])
    assert questions["$order"] == ":id"
    return handler.reply(rows[start : start + int(questions["$limit"])])


@pytest.fixture
def socrata(server):
    server.answers |= {VIEW: view(), RESOURCE: partial(pages, municipalities(2345))}
    return server


def bring(server, destination, connector=DIVIPOLA, path="", limits=QUICK, **more):
    return fetch(connector, destination, base_url=server.url + path, limits=limits, **more)


@pytest.fixture
def refuses(server, tmp_path):
    """Check the sentence, and that an earlier file is as it was and nothing else is there."""

    def check(sentence, connector=DIVIPOLA, path="", limits=QUICK):
        kept = tmp_path / "datos" / connector.file_name
        kept.parent.mkdir()
        kept.write_text("lo anterior", encoding="utf-8")
        with pytest.raises(FetchError, match=sentence) as caught:
            bring(server, kept.parent, connector, path, limits)
        said = str(caught.value)
        assert said.endswith(".")
        assert "\n" not in said
        assert [entry.name for entry in kept.parent.iterdir()] == [kept.name]
        assert kept.read_text(encoding="utf-8") == "lo anterior"
        assert [entry.name for entry in tmp_path.iterdir()] == ["datos"]

    return check


def test_divipola_arrives_in_pages_as_a_csv_ready_to_import(socrata, tmp_path):
    seen = []
    found = bring(socrata, tmp_path / "nueva" / "carpeta", progress=seen.append)
    lines = found.path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == ",".join(DIVIPOLA.columns)
    assert lines[2] == '54,NORTE DE SANTANDER,54001,MUNICIPIO Ñ 1,Municipio,"-72,5",'
    assert (found.rows, len(lines), found.licence) == (2345, 2346, "CC BY-SA 4.0")
    assert found.sha256 == sha256_of(found.path)
    assert [(step.rows, step.expected) for step in seen if step.note == "filas"] == [
        (0, 2345),
        (1000, 2345),
        (2000, 2345),
    ]
    card = json.loads(found.path.with_name("divipola.csv.fuente.json").read_text("utf-8"))
    assert card["sha256"] == found.sha256
    assert card["edition"] == "2025-01-24"
    assert card["source"].endswith("/resource/gdxc-w37w")
    assert {entry.suffix for entry in found.path.parent.iterdir()} == {".csv", ".json"}


def test_no_credentials_are_sent(socrata, tmp_path):
    bring(socrata, tmp_path)
    for _, headers in socrata.asked:
        assert not {"Authorization", "Cookie", "X-App-Token"} & set(headers)


def test_a_table_without_date_has_no_edition(socrata, tmp_path):
    socrata.answers[VIEW] = view() | {"rowsUpdatedAt": None}
    card = bring(socrata, tmp_path).path.with_name("divipola.csv.fuente.json")
    assert json.loads(card.read_text(encoding="utf-8"))["edition"] == ""


def test_a_long_answer_reports_as_it_arrives(socrata, tmp_path, monkeypatch):
    monkeypatch.setattr("geodata.fetch.NEWS_BYTES", 50_000)
    seen = []
    bring(socrata, tmp_path, progress=lambda step: seen.append(step.bytes_read))
    assert seen == sorted(seen)
    assert len(seen) > 6


def test_a_second_fetch_replaces_the_first(socrata, tmp_path):
    first = bring(socrata, tmp_path)
    socrata.answers[RESOURCE] = partial(pages, municipalities(3))
    assert bring(socrata, tmp_path).rows == 3
    assert sha256_of(first.path) != first.sha256


def test_what_a_spreadsheet_would_run_is_defused_and_numbers_are_not(socrata, tmp_path):
    row = municipalities(1)[0] | {"nom_mpio": '=HYPERLINK("x")', "dpto": {"url": "a"}}
    socrata.answers[RESOURCE] = partial(pages, [row])
    text = bring(socrata, tmp_path).path.read_text(encoding="utf-8")
    assert "'=HYPERLINK" in text
    assert '"-72,5"' in text


def test_compressed_answers_are_read(socrata, tmp_path):
    def compressed(handler, questions):
        body = json.dumps([{"total": "900"}] if "$select" in questions else municipalities(900))
        handler.reply(gzip.compress(body.encode()), Content_Encoding="gzip")

    socrata.answers[RESOURCE] = compressed
    assert bring(socrata, tmp_path).rows == 900
    assert socrata.asked[0][1]["Accept-Encoding"] == "gzip"


def test_a_compression_bomb_is_stopped_early(socrata, refuses):
    bomb = gzip.compress(bytes(50_000_000))
    socrata.answers[VIEW] = lambda handler, _: handler.reply(bomb, Content_Encoding="gzip")
    refuses("ocupa más de los 1,0 MB", limits=replace(QUICK, max_bytes=1_000_000))


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_after_the_time_it_says(socrata, tmp_path, status):
    tries = []

    def busy_once(handler, questions):
        tries.append(time.monotonic())
        if len(tries) == 1:
            return handler.reply({}, status, Retry_After="1")
        return pages(municipalities(5), handler, questions)

    socrata.answers[RESOURCE] = busy_once
    notes = []
    bring(socrata, tmp_path, progress=lambda step: notes.append(step.note))
    assert tries[1] - tries[0] >= 1
    assert "sin respuesta útil; nuevo intento en 1 s" in notes


def test_a_wait_beyond_the_deadline_is_not_waited(socrata, refuses):
    socrata.answers[VIEW] = lambda handler, _: handler.reply({}, 429, Retry_After="3600")
    refuses("pide esperar 3600 segundos")


def test_an_unreadable_wait_is_replaced_by_ours(socrata, refuses):
    socrata.answers[VIEW] = lambda handler, _: handler.reply({}, 429, Retry_After="pronto")
    refuses(r"está saturado \(código 429\)")


def test_a_server_that_always_fails_is_left_after_some_attempts(socrata, refuses):
    socrata.answers[VIEW] = lambda handler, _: handler.reply({}, 500)
    refuses(r"está fallando \(código 500\)")
    assert len(socrata.asked) == QUICK.attempts


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (403, "rechaza las descargas automáticas"),
        (404, "ya no está en esa dirección"),
        (418, "respondió algo inesperado"),
    ],
)
def test_a_refusal_is_final(socrata, refuses, status, sentence):
    socrata.answers[VIEW] = lambda handler, _: handler.reply({}, status)
    refuses(sentence)
    assert len(socrata.asked) == 1


def test_a_silent_server_is_left_after_the_read_timeout(socrata, refuses):
    socrata.answers[VIEW] = lambda *_: time.sleep(1)
    refuses("dejó de responder durante 0 segundos")


def test_a_server_that_drips_meets_the_total_time(socrata, refuses):
    def drip(handler, _):
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        for _ in range(30):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.1)

    socrata.answers[VIEW] = drip
    refuses("tardó más de 1 segundos en total", limits=replace(QUICK, total_seconds=1))


def cut_short(handler, _):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'[{"total"')
    handler.close_connection = True


def cut_chunk(handler, _):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b'20\r\n{"total"')
    handler.close_connection = True


@pytest.mark.parametrize("answer", [cut_short, cut_chunk])
def test_an_answer_shorter_than_announced_is_refused(socrata, refuses, answer):
    socrata.answers[RESOURCE] = answer
    refuses("llegó cortada")


def test_an_answer_cut_once_is_asked_again(socrata, tmp_path):
    whole = partial(pages, municipalities(5))
    answers = [cut_short, whole, whole]

    def one_by_one(*given):
        answers.pop(0)(*given)

    socrata.answers[RESOURCE] = one_by_one
    assert bring(socrata, tmp_path).rows == 5


@pytest.mark.parametrize("given", [0, 900])
def test_fewer_rows_than_counted_are_refused(socrata, refuses, given):
    def short(handler, questions):
        rows = [{"total": "1122"}] if "$select" in questions else municipalities(given)
        handler.reply(rows)

    socrata.answers[RESOURCE] = short
    refuses(f"entregó {given} filas de las 1122 que anuncia")


def test_a_table_that_changes_meanwhile_is_refused(socrata, refuses):
    days = iter([view(), view() | {"rowsUpdatedAt": 1737800000}])
    socrata.answers[VIEW] = lambda handler, _: handler.reply(next(days))
    refuses("se actualizó durante la descarga")


def test_a_changed_schema_names_the_missing_columns(socrata, refuses):
    kept = [name for name in DIVIPOLA.columns if name not in ("cod_mpio", "latitud")]
    socrata.answers[VIEW] = view(columns=kept)
    refuses("ya no trae las columnas «cod_mpio», «latitud»")
    assert len(socrata.asked) == 1


@pytest.mark.parametrize(
    ("licence", "said"), [("SEE_TERMS_OF_USE", "«SEE_TERMS_OF_USE»"), (None, "sin declarar")]
)
def test_another_licence_is_refused_before_the_data_are_asked_for(socrata, refuses, licence, said):
    socrata.answers[VIEW] = view(licence)
    refuses(f"{said}, que no está entre las admitidas")
    assert len(socrata.asked) == 1


@pytest.mark.parametrize("announced", [True, False])
def test_an_oversized_answer_is_refused(socrata, refuses, announced):
    def large(handler, questions):
        if "$select" in questions:
            return handler.reply([{"total": "1"}])
        headers = {} if announced else {"Content_Length": ""}
        handler.close_connection = True
        return handler.reply(b" " * 300_000, **headers)

    socrata.answers[RESOURCE] = large
    refuses("ocupa más de los 0,2 MB admitidos", limits=replace(QUICK, max_bytes=200_000))


@pytest.mark.parametrize(
    "target", ["https://ejemplo.invalid/x.json", "http://localhost:9/x", "//otro.invalid/x"]
)
def test_a_redirect_to_another_host_is_not_followed(socrata, refuses, target):
    socrata.answers[VIEW] = lambda handler, _: handler.reply({}, 302, Location=target)
    refuses("remite a (ejemplo.invalid|localhost|otro.invalid), fuera de los sitios admitidos")
    assert len(socrata.asked) == 1


def test_a_redirect_within_the_host_is_followed(socrata, tmp_path):
    socrata.answers["/otra"] = socrata.answers[VIEW]
    socrata.answers[VIEW] = lambda handler, _: handler.reply({}, 301, Location="/otra")
    assert bring(socrata, tmp_path).rows == 2345


def test_redirects_without_end_are_refused(socrata, refuses):
    socrata.answers[VIEW] = lambda handler, _: handler.reply({}, 302, Location=VIEW)
    refuses("remite de un sitio a otro")


@pytest.mark.parametrize(
    "content", [b"{", b"[]", b"\xff", b'{"licenseId": "CC_40_BY"}', b"[" * 100_000]
)
def test_what_is_not_the_json_expected_is_refused(socrata, refuses, content):
    socrata.answers[VIEW] = content
    refuses("datos incompletos o que no se pueden leer")


@pytest.mark.parametrize("rows", [[], [{"total": "muchas"}], {"total": 1}, [{"total": True}]])
def test_a_count_that_is_not_one_is_refused(socrata, refuses, rows):
    socrata.answers[RESOURCE] = rows
    refuses("datos incompletos")


@pytest.mark.parametrize(
    ("kind", "said"), [("text/html; charset=utf-8", "portal de acceso"), ("", "«sin tipo»")]
)
def test_a_web_page_instead_of_data_is_refused(socrata, refuses, kind, said):
    socrata.answers[VIEW] = lambda handler, _: handler.reply(b"<html>", kind=kind)
    refuses(said)


def test_pages_without_end_are_refused(socrata, refuses):
    refuses("no termina de entregar", limits=replace(QUICK, max_requests=3))


def test_offline_is_one_sentence(server, refuses):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server.url = f"http://127.0.0.1:{free.getsockname()[1]}"
    refuses("No hay conexión con el servidor de DIVIPOLA.*revise la red")


def test_a_certificate_that_proves_nothing_is_refused(server, refuses):
    """The server speaks plain HTTP where TLS is expected: there is no certificate at all."""
    server.url = server.url.replace("http:", "https:")
    refuses("El certificado del servidor de DIVIPOLA.* no es válido")


def test_a_cancelled_fetch_leaves_nothing(socrata, tmp_path):
    def cancel(step):
        if step.rows == 1000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring(socrata, tmp_path / "nueva", progress=cancel)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_one_sentence(socrata, refuses, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(delivery, "sync", full)
    refuses("no queda espacio en el disco")


def test_a_destination_that_is_a_file_is_one_sentence(socrata, tmp_path):
    taken = tmp_path / "datos"
    taken.write_text("", encoding="utf-8")
    with pytest.raises(FetchError, match="no se puede escribir allí"):
        bring(socrata, taken)
    assert [entry.name for entry in tmp_path.iterdir()] == ["datos"]


def test_what_a_killed_fetch_left_is_cleared_after_a_day(socrata, tmp_path, monkeypatch):
    old, recent = tmp_path / ".descarga-a", tmp_path / ".descarga-b"
    old.mkdir()
    recent.mkdir()
    monkeypatch.setattr(delivery, "LEFTOVER_AGE_SECONDS", -1)
    bring(socrata, tmp_path)
    assert not old.exists()
    old.mkdir()
    monkeypatch.undo()
    bring(socrata, tmp_path)
    assert old.exists()


def test_any_municipal_table_of_the_catalogue(socrata, tmp_path):
    connector = find("datos-abiertos:abcd-1234")
    socrata.answers["/api/views/abcd-1234.json"] = view(columns=["c_digo_dane", "valor"])
    rows = [{"c_digo_dane": "54001", "valor": "1"}]
    socrata.answers["/resource/abcd-1234.json"] = partial(pages, rows)
    found = bring(socrata, tmp_path, connector)
    assert found.path.name == "datos-abiertos-abcd-1234.csv"
    assert found.path.read_text(encoding="utf-8") == "c_digo_dane,valor\n54001,1\n"


# --- ArcGIS: the layer of the DANE ---

SQUARE = {"type": "Polygon", "coordinates": [[[-72, 7], [-72, 8], [-71, 8], [-72, 7]]]}
FIELDS = ("OBJECTID", "MPIO_CDPMP", "MPIO_CNMBRE", "DPTO_CCDGO")


def polygons(count):
    return [
        {
            "type": "Feature",
            "properties": {
                "MPIO_CDPMP": f"{54001 + at}",
                "MPIO_CNMBRE": f"N{at}",
                "DPTO_CCDGO": "54",
            },
            "geometry": SQUARE,
        }
        for at in range(count)
    ]


def layer(pagination, **more):
    return {
        "fields": [{"name": name} for name in FIELDS],
        "advancedQueryCapabilities": {"supportsPagination": pagination},
        "copyrightText": "",
    } | more


def query(features, pagination, handler, questions):
    """A layer as ArcGIS answers for it; without paging, an offset is an error with status 200."""
    if "returnCountOnly" in questions:
        return handler.reply({"count": len(features)}, kind="text/plain;charset=utf-8")
    if "returnIdsOnly" in questions:
        return handler.reply({"objectIds": list(range(len(features), 0, -1))})
    assert questions["outSR"] == "4326"
    if "resultOffset" in questions and not pagination:
        return handler.reply({"error": {"code": 400, "message": "Pagination is not supported."}})
    if pagination:
        assert questions["orderByFields"] == "MPIO_CDPMP"
        start = int(questions["resultOffset"])
        chosen = features[start : start + int(questions["resultRecordCount"])]
        more = start + len(chosen) < len(features)
    else:
        assert "orderByFields" not in questions
        chosen = [features[int(number) - 1] for number in questions["objectIds"].split(",")]
        more = False
    page = {"type": "FeatureCollection", "features": chosen}
    return handler.reply(page | {"properties": {"exceededTransferLimit": more}})


@pytest.fixture(params=[True, False], ids=["by-page", "by-number"])
def dane(server, request):
    server.pagination = request.param
    server.answers[LAYER] = layer(request.param)
    server.answers[f"{LAYER}/query"] = partial(query, polygons(95), request.param)
    return server


def test_the_mgn_arrives_whole_with_or_without_paging(dane, tmp_path):
    found = bring(dane, tmp_path, MGN, LAYER)
    made = json.loads(found.path.read_text(encoding="utf-8"))
    names = {"mpio_cdpmp": "54001", "mpio_cnmbr": "N0", "dpto_ccdgo": "54"}
    assert made["features"][0] == {"type": "Feature", "properties": names, "geometry": SQUARE}
    assert len({entry["properties"]["mpio_cdpmp"] for entry in made["features"]}) == 95
    assert (found.rows, found.licence) == (95, "CC BY 4.0")
    card = json.loads(found.path.with_name(f"{found.path.name}.fuente.json").read_text("utf-8"))
    assert "Geoportal del DANE" in card["licence_basis"]


@pytest.mark.parametrize(
    ("about", "sentence"),
    [
        ({"licenseInfo": "Todos los derechos reservados"}, "«Todos los derechos reservados»"),
        ({"copyrightText": "© Cartógrafos S.A."}, "«© Cartógrafos S.A.»"),
        ({"copyrightText": "DANE, derechos reservados"}, "«DANE, derechos reservados»"),
        ({"fields": [{"name": "OBJECTID"}]}, "«mpio_cdpmp», «mpio_cnmbr» o «mpio_cnmbre»"),
        ({"fields": None}, "datos incompletos"),
        ({"error": {"code": 499}}, "rechazó la consulta"),
    ],
)
def test_a_changed_layer_is_refused(dane, refuses, about, sentence):
    dane.answers[LAYER] = layer(dane.pagination, **about)
    refuses(sentence, MGN, LAYER)


def test_a_layer_that_states_its_licence(dane, tmp_path):
    dane.answers[LAYER] = layer(dane.pagination, copyrightText="CC0")
    assert bring(dane, tmp_path, MGN, LAYER).licence == "CC0 1.0"


def test_a_layer_that_stops_before_its_end_is_refused(dane, refuses):
    def some(handler, questions):
        if set(questions) & {"returnCountOnly", "returnIdsOnly"}:
            return query(polygons(95), dane.pagination, handler, questions)
        page = {"type": "FeatureCollection", "features": polygons(40) if not seen else []}
        seen.append(1)
        return handler.reply(page)

    seen = []
    dane.answers[f"{LAYER}/query"] = some
    refuses("entregó 40 filas de las 95", MGN, LAYER)


@pytest.mark.parametrize("dane", [True], indirect=True)
def test_a_layer_that_has_more_than_it_counted_is_refused(dane, refuses):
    def more(handler, questions):
        if "returnCountOnly" in questions:
            return handler.reply({"count": 40})
        return query(polygons(95), dane.pagination, handler, questions)

    dane.answers[f"{LAYER}/query"] = more
    refuses("entregó 41 filas de las 40", MGN, LAYER)


@pytest.mark.parametrize(
    "page", [{"features": [{"properties": {}}]}, {"features": [1]}, {"objectIds": []}]
)
def test_a_layer_without_shapes_is_refused(dane, refuses, page):
    def bare(handler, questions):
        if "returnCountOnly" in questions:
            return handler.reply({"count": 1})
        return handler.reply(page)

    dane.answers[f"{LAYER}/query"] = bare
    refuses("datos incompletos", MGN, LAYER)


# --- geoBoundaries ---


@pytest.fixture
def boundaries(server):
    features = [
        {"type": "Feature", "properties": {"shapeName": f"Ñ{at}", "shapeID": f"{at}B"}}
        for at in range(30)
    ]
    server.collection = {"type": "FeatureCollection", "features": features}
    server.card = {
        "boundaryLicense": "CC BY 4.0",
        "admUnitCount": "30",
        "boundaryYearRepresented": "2020",
        "gjDownloadURL": f"{server.url}/file.geojson",
    }
    server.answers[CARD] = lambda handler, _: handler.reply(server.card)
    server.answers["/file.geojson"] = lambda handler, _: handler.reply(
        server.collection, kind="application/octet-stream"
    )
    return server


def test_geoboundaries_arrive_as_published(boundaries, tmp_path):
    found = bring(boundaries, tmp_path, GEOBOUNDARIES, CARD)
    assert json.loads(found.path.read_text(encoding="utf-8")) == boundaries.collection
    assert (found.rows, found.licence) == (30, "CC BY 4.0")


@pytest.mark.parametrize(
    ("card", "sentence"),
    [
        ({"boundaryLicense": "Open Data Commons Open Database License 1.0"}, "«Open Data Comm"),
        ({"boundaryLicense": None}, "sin declarar"),
        ({"admUnitCount": "31"}, "entregó 30 filas de las 31"),
        ({"gjDownloadURL": None}, "datos incompletos"),
        ({"gjDownloadURL": "https://ejemplo.invalid/a"}, "remite a ejemplo.invalid"),
        ({"gjDownloadURL": "http://[::1"}, "una dirección que no se entiende"),
    ],
)
def test_an_unsound_card_is_refused(boundaries, refuses, card, sentence):
    boundaries.card |= card
    refuses(sentence, GEOBOUNDARIES, CARD)


def test_boundaries_with_another_schema_are_refused(boundaries, refuses):
    boundaries.collection["features"][7]["properties"] = {"NAME_2": "x"}
    refuses("las columnas «shapename», «shapeid»", GEOBOUNDARIES, CARD)


# --- HDX ---


def shapefile(columns=("ADM2_PCODE", "ADM2_ES"), records=1122, layer="col_admbnda_adm2_2020"):
    """An archive with one level of boundaries, of which only the table has a header."""
    fields = b"".join(name.encode().ljust(11, b"\0") + bytes(21) for name in columns)
    header = struct.pack("<B3xIHH20x", 3, records, 32 + len(fields) + 1, 1) + fields + b"\r"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for suffix in ("shp", "shx", "prj", "cpg"):
            archive.writestr(f"SHP/{layer}.{suffix}", suffix * 10)
        archive.writestr(f"SHP/{layer}.dbf", header)
        archive.writestr("SHP/col_admbnda_adm1_2020.shp", "other")
    return file.getvalue()


@pytest.fixture
def humanitarian(server):
    names = ("MGN2024_URB_SECCION.zip", "COL Administrative Divisions Shapefiles.zip")
    server.package = {
        "license_id": "cc-by-igo",
        "resources": [
            {"name": name, "format": "SHP", "url": f"{server.url}/file/{at}"}
            for at, name in enumerate(names)
        ],
    }
    server.answers[PACKAGE] = lambda handler, _: handler.reply(
        {"success": True, "result": server.package}
    )
    server.archive = shapefile()
    server.answers["/file/1"] = lambda handler, _: handler.reply(
        server.archive, kind="application/zip"
    )
    return server


def test_hdx_gives_the_municipal_layer_alone(humanitarian, tmp_path):
    found = bring(humanitarian, tmp_path, HDX)
    with zipfile.ZipFile(found.path) as archive:
        names = sorted(archive.namelist())
        assert archive.read("hdx-municipios.prj") == b"prj" * 10
    assert names == [f"hdx-municipios.{part}" for part in ("cpg", "dbf", "prj", "shp", "shx")]
    assert (found.rows, found.licence) == (1122, "CC BY 3.0 IGO")


@pytest.mark.parametrize(
    ("archive", "sentence"),
    [
        (shapefile()[:-60], "datos incompletos"),
        (shapefile().replace(b"shpshp", b"xxxxxx"), "datos incompletos"),
        (shapefile(columns=("ADM2_ES",)), "la columna «adm2_pcode»"),
        (shapefile(records=0), "entregó 0 filas"),
        (shapefile(layer="col_admbnda_adm3_2020"), "la capa municipal completa"),
    ],
)
def test_an_unsound_archive_is_refused(humanitarian, refuses, archive, sentence):
    humanitarian.archive = archive
    refuses(sentence, HDX)


def test_an_archive_that_declares_too_much_is_refused(humanitarian, refuses, monkeypatch):
    monkeypatch.setattr("geodata.connectors.hdx.LARGEST_LAYER_BYTES", 10)
    refuses("datos incompletos", HDX)


@pytest.mark.parametrize(
    ("package", "sentence"),
    [
        ({"license_id": "hdx-other"}, "«hdx-other»"),
        ({"resources": []}, "ya no ofrece un único Shapefile"),
        ({"resources": "x"}, "datos incompletos"),
    ],
)
def test_an_unsound_package_is_refused(humanitarian, refuses, package, sentence):
    humanitarian.package |= package
    refuses(sentence, HDX)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"success": False}, "rechazó la consulta"),
        ({"success": True, "result": None}, "datos incompletos"),
    ],
)
def test_a_package_that_is_not_there_is_refused(humanitarian, refuses, answer, sentence):
    humanitarian.answers[PACKAGE] = answer
    refuses(sentence, HDX)


# --- The command ---


def command(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "geodata", "fetch", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONUTF8": "1", "PATH": ""},
    )


def test_the_command_shows_progress_and_the_next_step(socrata, tmp_path):
    done = command("divipola", "--to", str(tmp_path), "--address", socrata.url)
    assert (done.returncode, done.stderr) == (0, "")
    assert "filas 1.000 de 2.345 ·" in done.stdout
    assert "2.345 filas · CC BY-SA 4.0" in done.stdout
    assert f"import {tmp_path}/divipola.csv --kind divipola --dry-run" in done.stdout


def test_the_command_within_this_process(socrata, tmp_path, capsys):
    assert main(["fetch", "divipola", "--to", str(tmp_path), "--address", socrata.url]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == DIVIPOLA.title
    assert told[1] == "  ficha y licencia · 0,0 MB"
    socrata.answers[VIEW] = b"{"
    assert main(["fetch", "divipola", "--to", str(tmp_path), "--address", socrata.url]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_command_fails_with_one_line_and_status_1(socrata, tmp_path):
    socrata.answers[VIEW] = view("ODbL")
    done = command("divipola", "--to", str(tmp_path), "--address", socrata.url)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "«ODbL»" in done.stderr
    assert list(tmp_path.iterdir()) == []
