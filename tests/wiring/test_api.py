"""Every resource of the API over the published snapshot: what it gives and what it refuses."""

import pandas as pd
import pytest

from callbacks.api.document import BASE, RESOURCES
from callbacks.values import draw_map
from indicators.registry import INDICATORS
from indicators.states import State

BODIES = {resource.path: resource.body for resource in RESOURCES}


@pytest.fixture(scope="module")
def client(application):
    return application.server.test_client()


@pytest.fixture(scope="module")
def get(client):
    """A function: an address under ``/api/v1`` in, its body out."""
    return lambda address: client.get(f"{BASE}{address}").get_json()


def pages(get, address):
    """Every row of an answer, page after page."""
    while address:
        body = get(address)
        yield from body["items"]
        address = (body["page"]["next"] or "").removeprefix(BASE)


REAL = [
    ("/territories", "/territories?department=44"),
    ("/territories/{name}", "/territories/44430"),
    ("/geometry", "/geometry?scope=linea_venezuela"),
    ("/geometry/{name}", "/geometry/54874"),
    ("/indicators", "/indicators?axis=empleo,contexto"),
    ("/indicators/{name}", "/indicators/tasa_desocupacion"),
    ("/observations", "/observations?territory=54874,44430&limit=1000"),
    ("/values", "/values?indicator=migrantes_por_mil&scope=frontera_venezuela"),
    ("/places", "/places?kind=centro_integrate"),
    ("/results", "/results?territory=44430"),
    ("/sources", "/sources?limit=1000"),
    ("/sources/{name}", "/sources/BANCO_AMABLE"),
    ("/snapshots", "/snapshots"),
]


def test_every_resource_is_asked_here():
    assert {path for path, _ in REAL} == set(BODIES)


@pytest.mark.parametrize(("path", "address"), REAL, ids=[path for path, _ in REAL])
def test_real_answers_are_what_their_model_says(client, path, address):
    answer = client.get(f"{BASE}{address}")
    assert answer.status_code == 200
    body = BODIES[path].model_validate_json(answer.data)
    rows = getattr(body, "items", None) or getattr(body, "features", None) or [body.item]
    assert len(rows) >= 1
    assert b"NaN" not in answer.data
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("table", ["places", "results", "sources"])
def test_a_table_is_given_whole(get, published, table):
    items = list(pages(get, f"/{table}?limit=7"))
    assert len(items) == len(getattr(published, table))


def test_all_observations_are_given_once(get, published):
    items = list(pages(get, "/observations?limit=1000"))
    assert len(items) == published.manifest.rows["observations"]
    given = pd.DataFrame(items)["value"].sum()
    kept = sum(published.observations(key)["value"].sum() for key in published.keys)
    assert given == pytest.approx(kept)


def test_a_territory_of_several_is_found_in_a_shared_result(get):
    items = get("/results?territory=54874")["items"]
    assert {"44430|54874|81001"} <= {item["territory_code"] for item in items}


def test_a_period_finds_what_lies_in_it(get):
    periods = {item["period"] for item in pages(get, "/observations?period=2024&limit=1000")}
    assert "2024" in periods
    assert any(period.startswith("2024-") for period in periods)
    assert all(period.startswith("2024") for period in periods)


def test_an_indicator_brings_what_it_reads(get):
    items = pages(get, "/observations?indicator=migrantes_por_mil&limit=1000")
    needs = {need.key for need in INDICATORS["migrantes_por_mil"].needs}
    assert {item["indicator"] for item in items} == needs


@pytest.mark.parametrize("indicator", ["migrantes_por_mil", "poblacion_migrante_venezolana", "nbi"])
def test_values_are_those_of_the_screen(get, desks, indicator):
    fill = draw_map(f"?indicador={indicator}&ambito=frontera_venezuela", desks=desks)["fill"]
    year = fill["years"][-1]
    address = f"/values?indicator={indicator}&scope=frontera_venezuela&period={year}&limit=1000"
    items = {item["territory_code"]: item for item in pages(get, address)}
    assert list(items) == fill["codes"]
    shown = zip(fill["codes"], fill["values"][-1], fill["states"][-1], strict=True)
    for code, value, state in shown:
        assert items[code]["state"] == State(int(state)).code
        assert (items[code]["value"] is None) == (value is None)
        assert value is None or items[code]["value"] == pytest.approx(value, rel=1e-3)


def test_a_value_without_a_state_that_has_one_is_null(get):
    items = list(pages(get, "/values?indicator=migrantes_por_mil&limit=1000"))
    assert {item["state"] for item in items} > {"sin_dato", "valor"}
    for item in items:
        assert (item["value"] is None) == (item["state"] in ("sin_dato", "suprimido", "no_aplica"))


def test_levels_are_told_apart(get):
    items = get("/values?indicator=tasa_desocupacion&territory=54,00,AM54001")["items"]
    assert [item["territory_code"] for item in items] == ["54", "00", "AM54001"]
    assert all(item["value"] is not None for item in items)


def test_an_indicator_stays_at_its_levels(get):
    key = next(k for k, i in INDICATORS.items() if "municipio" not in i.levels)
    body = get(f"/values?indicator={key}")
    assert body["items"] == []
    assert body["notices"][0]["code"] == "level_not_shown"


def test_a_filter_that_an_indicator_lacks_is_dropped_and_told(get):
    body = get("/values?indicator=migrantes_por_mil&sex=mujeres&limit=1")
    assert body["notices"][0] | {"message": ""} == {
        "code": "filter_dropped",
        "message": "",
        "asked": "mujeres",
        "used": "total",
    }
    assert body["items"][0]["sex"] == "total"


@pytest.mark.parametrize(("old", "new"), [("27086", "27493"), ("94663", "94343")])
@pytest.mark.parametrize("form", ["/territories/{}", "/geometry/{}", "/observations?territory={}"])
def test_a_retired_code_leads_to_its_successor(get, old, new, form):
    body = get(form.format(old))
    [notice] = body["notices"]
    assert (notice["code"], notice["asked"], notice["used"]) == ("code_replaced", old, new)
    rows = body.get("items", body.get("features", [body.get("item")]))
    codes = {r.get("territory_code", r.get("id")) for r in rows}
    assert codes <= {new}
    assert codes or "observations" in form


@pytest.mark.parametrize(
    ("address", "status", "parameter", "sentence"),
    [
        ("/territories/99999", 404, "territory", "No existe el territorio «99999»."),
        ("/observations?territory=99999", 404, "territory", "No existe el territorio «99999»."),
        ("/indicators/nada", 404, "indicator", "No existe el indicador «nada»."),
        (
            "/values?indicator=tasa_desocupasion",
            404,
            "indicator",
            "No existe el indicador «tasa_desocupasion». ¿Quiso decir tasa_desocupacion",
        ),
        ("/observations?source=NADIE", 404, "source", "No existe la fuente «NADIE»."),
        ("/geometry?department=07", 404, "department", "No existe el departamento «07»."),
        ("/values", 400, "indicator", "Falta el parámetro «indicator»."),
        ("/places?limit=1001", 400, "limit", "«limit» admite hasta 1000. Pida menos"),
        ("/places?limit=1&limit=2", 400, "limit", "«limit» admite un solo valor"),
        ("/places?limit=diez", 400, "limit", "El valor «diez» de «limit» no es válido."),
        ("/places?sector=Z", 400, "sector", "El valor «Z» de «sector» no es válido. Existen: "),
        ("/places?sex=total", 400, "sex", "No existe el parámetro «sex». Existen: cursor, "),
        ("/places?territory=", 400, "territory", "«territory» está vacío: quítelo o dele"),
        ("/places?lang=", 400, "lang", "«lang» está vacío: quítelo o dele un valor."),
        ("/places?territory=44430,", 400, "territory", "«territory» está vacío"),
        ("/docs?nada=1", 400, "nada", "No existe el parámetro «nada». Existen: lang."),
        ("/openapi.json?lang=fr", 400, "lang", "El valor «fr» de «lang» no es válido. Existen: es"),
        ("/places?cursor=x", 400, "cursor", "El valor «x» de «cursor» no es válido."),
    ],
)
def test_what_cannot_be_answered_is_a_sentence(client, address, status, parameter, sentence):
    answer = client.get(f"{BASE}{address}")
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    body = answer.get_json()
    assert body["detail"].startswith(sentence)
    assert (body["parameter"], body["status"]) == (parameter, status)
    assert body["instance"] == f"{BASE}{address}".partition("?")[0]


def test_oversize_questions_name_their_limit(client):
    codes = ",".join(["44430"] * 101)
    many = client.get(f"{BASE}/observations?territory={codes}").get_json()
    assert (many["status"], many["limit"]) == (400, 100)
    assert "100 valores" in many["detail"]
    long = client.get(f"{BASE}/observations?source={'x' * 5000}").get_json()
    assert (long["status"], long["limit"]) == (400, 4000)


def test_unknown_parameters_are_answered_with_those_that_exist(get):
    body = get("/territories?indicador=x")
    assert body["allowed"] == [
        *("cursor", "department", "lang", "level", "limit", "scope", "snapshot"),
        *("territory", "workspace"),
    ]


@pytest.mark.parametrize(
    ("address", "header", "sentence"),
    [
        ("/indicators/nada", "", "No existe el indicador «nada»."),
        ("/indicators/nada", "en-GB,es;q=0.5", "There is no indicator “nada”."),
        ("/indicators/nada?lang=es", "en", "No existe el indicador «nada»."),
        ("/indicators/nada?lang=en", "es", "There is no indicator “nada”."),
        ("/indicators/nada", "fr", "No existe el indicador «nada»."),
    ],
)
def test_sentences_are_in_the_language_of_the_reader(client, address, header, sentence):
    answer = client.get(f"{BASE}{address}", headers={"Accept-Language": header})
    assert answer.get_json()["detail"] == sentence
    assert answer.headers["Content-Language"] == ("en" if sentence.startswith("There") else "es")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/", "/docs", "/openapi.json", "/territories", "/places", "/x"])
def test_nothing_can_be_written(client, method, path):
    answer = client.open(f"{BASE}{path}", method=method, headers={"Origin": "http://x.example"})
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert answer.mimetype == "application/problem+json"
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]


def test_a_refusal_elsewhere_is_left_as_it_was(client):
    answer = client.post("/ready")
    assert (answer.status_code, answer.mimetype) == (405, "text/html")


def test_head_is_get_without_its_body(client):
    whole, head = client.get(f"{BASE}/sources"), client.head(f"{BASE}/sources")
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.headers["Content-Length"] == str(len(whole.data))


def test_an_unknown_address_is_told_and_never_the_dashboard(client):
    answer = client.get(f"{BASE}/nada/mas")
    assert answer.status_code == 404
    assert f"{BASE}/observations" in answer.get_json()["allowed"]


def test_shapes_travel_in_gzip_where_the_client_takes_it(client):
    address = f"{BASE}/geometry?scope=pais"
    plain = client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) * 2 < len(plain.data)
    assert plain.mimetype == packed.mimetype == "application/geo+json"


def test_an_unexpected_error_is_a_sentence_and_a_line_in_the_log(client, monkeypatch, caplog):
    monkeypatch.setattr("callbacks.api.routes.Asked.read", lambda *_: 1 / 0)
    answer = client.get(f"{BASE}/sources")
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert b"division" not in answer.data
    assert "Answer failed" in caplog.text
