"""Units and centres: the view by link, its filters, its list, its cards, in both workspaces."""

import csv
import io
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from dash import html

from app import Settings, create_app
from callbacks.rows import places_view, table_of
from geodata.schema import PRODUCTIVE_UNIT
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.place_list import STATES
from layouts.places_view import PER_PAGE
from layouts.text import CATALOGUES
from layouts.text.place_words import PLACE_WORDS
from tests.wiring.test_gap_page import BANNED, words_of

PATH = "/lugares"
DEMO = "espacio=demostracion"


@pytest.fixture(scope="module")
def server(published, demonstration):
    shelf = OpenShelf({Workspace.PUBLISHED: published, Workspace.DEMO: demonstration})
    return create_app(Settings(), shelf).server.test_client()


def view_of(pages, query):
    selection = pages.desks.parse(f"?{query}").selection
    return places_view(selection, pages.desks.of(selection).engine)


def told(pages, query):
    return " ".join(words_of(pages.at(PATH, query)))


def nodes(page, kind):
    """Every component of a kind, those inside the tree that the browser writes included."""
    found, waiting = [], [page]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list | tuple):
            waiting += node
        elif isinstance(node, dict):
            waiting.append(node.get("tree", node.get("props", node).get("children")))
        elif node is not None and not isinstance(node, str | int | float):
            found += [node] if isinstance(node, kind) else []
            waiting += [getattr(node, "children", None), getattr(node, "data", None) or None]
    return found


QUERIES = [
    "",
    "ambito=pais",
    "clase=centro",
    "municipio=54001&lugar=integrate-cucuta",
    "lugar=scalabrini-cucuta&clase=unidad",
    DEMO,
    f"{DEMO}&clase=unidad&sector=G&estado=en_riesgo&formalizacion=registrada",
    f"{DEMO}&lugar=UP-00001&orden=-tamano&pagina=3",
    f"{DEMO}&lugar=CD-04&clase=centro",
    f"{DEMO}&municipio=54874&programa=integra",
    f"{DEMO}&departamento=88",
    f"{DEMO}&formalizacion=sin_dato&programa=sin_dato&estado=cerrada&sector=U",
]


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("query", QUERIES)
def test_the_view_opens_and_says_something(pages, query, language):
    said = told(pages, f"{query}&idioma={language}")
    assert PLACE_WORDS[language].title in said
    assert not BANNED.search(said), BANNED.search(said)
    assert not re.search(r"[{}]", said)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("clase", "fabrica"),
        ("estado", "activo"),
        ("formalizacion", "formal"),
        ("programa", "no-existe"),
        ("lugar", "UP-99999"),
        ("pagina", "0"),
        ("pagina", "-1"),
        ("pagina", "1e9"),
        ("orden", "inventada"),
        ("sector", "Z"),
        ("municipio", "00000"),
    ],
)
def test_what_does_not_exist_is_left_out_and_said(pages, field, value):
    parsed = pages.desks.parse(f"?{DEMO}&clase=unidad&{field}={value}")
    assert (field, value) in parsed.dropped
    assert getattr(parsed.selection, field) != value
    frame = pages._frame(PATH, parsed)
    assert any(value in notice for notice in frame.notices)
    assert "1.4" in told(pages, f"{DEMO}&clase=unidad&{field}={value}"), "the rest is shown"


def test_a_programme_is_known_in_its_own_workspace_only(pages):
    assert not pages.desks.parse("?programa=zasca").dropped
    assert pages.desks.parse(f"?{DEMO}&programa=zasca").dropped == (("programa", "zasca"),)
    assert not pages.desks.parse(f"?{DEMO}&programa=banco-amable-2-0").dropped
    assert "ZASCA" in told(pages, "programa=zasca")
    shown = " ".join(words_of(pages.at("/programas", "programa=zasca")))
    assert "Banco Amable 1.0" in shown, "without components it has no framework: all are shown"


def test_a_retired_municipality_leads_to_its_successor(pages):
    parsed = pages.desks.parse("?municipio=27086")
    assert parsed.selection.municipio == "27493"
    assert parsed.replaced == (("27086", "27493"),)


FILTERED = [
    f"{DEMO}&clase=unidad&sector=G",
    f"{DEMO}&estado=cerrada&orden=-desde",
    f"{DEMO}&programa=integra&formalizacion=en_tramite&orden=tamano",
    f"{DEMO}&clase=centro&sector=A",
    "ambito=pais&orden=nombre",
    "programa=zasca&ambito=pais",
]


@pytest.mark.parametrize("query", FILTERED)
def test_the_file_has_the_very_rows_of_the_list(pages, server, query):
    selection = pages.desks.parse(f"?{query}").selection
    view = view_of(pages, query)
    answer = server.get(f"/datos/filas.csv?tabla=lugares&{query}")
    read = list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"), newline="")))
    assert answer.status_code == 200
    assert sorted(row["lugar"] for row in read) == sorted(view.shown["id"])
    first = table_of(pages.desks.parse(f"?tabla=lugares&{query}").selection, pages.desks).rows
    page = pages.at(PATH, query)
    listed = [dict(parse_qsl(urlsplit(a.href).query)).get("lugar") for a in nodes(page, html.A)]
    shown = list(dict.fromkeys(key for key in listed if key))
    assert sorted(shown) == sorted(str(row["lugar"]) for row in first[:PER_PAGE])
    assert [row["lugar"] for row in read[:PER_PAGE]] == [row["lugar"] for row in first[:PER_PAGE]]
    assert selection.tabla == ""


def test_a_wrong_filter_never_gives_other_rows(server):
    answer = server.get(f"/datos/filas.csv?tabla=lugares&{DEMO}&estado=quizas")
    assert answer.status_code == 400
    assert "quizas" in answer.get_data(as_text=True)


def test_no_file_and_no_page_has_the_number_of_people_of_a_unit(pages, server, demonstration):
    jobs = demonstration.places.set_index("id")["jobs"].dropna()
    largest = jobs.idxmax()
    body = server.get(f"/datos/filas.json?tabla=lugares&{DEMO}&ambito=pais").get_json()
    row = next(row for row in body["rows"] if row["lugar"] == largest)
    assert "jobs" not in row
    assert not {float(jobs[largest])} & {v for v in row.values() if isinstance(v, float)}
    assert f"{jobs[largest]:.0f} personas" not in told(pages, f"{DEMO}&lugar={largest}")


def test_every_filter_counts_what_choosing_it_leaves(pages):
    query = f"{DEMO}&clase=unidad"
    page = pages.at(PATH, query)
    view = view_of(pages, query)
    options = [
        (field["props"]["name"], option["props"]["value"], option["props"]["children"][0])
        for label in nodes(page, html.Label)
        for field in label.children
        if isinstance(field, dict)
        for option in field["props"]["children"]
    ]
    assert {name for name, _, _ in options} >= {"clase", "estado", "sector", "programa",
                                                "formalizacion", "municipio"}  # fmt: skip
    for name, value, text in [o for o in options if o[0] == "estado" and o[1]]:
        n = int(re.search(r"\(([\d.]+)\)", text)[1].replace(".", ""))
        assert n == len(view_of(pages, f"{query}&{name}={value}").shown), (name, value)
    states = [o for o in options if o[0] == "estado" and o[1]]
    assert sum(int(re.search(r"\((.+)\)", t)[1].replace(".", "")) for _, _, t in states) == len(
        view.shown
    )


def test_the_form_keeps_what_it_does_not_ask(pages):
    page = pages.at(
        PATH, f"{DEMO}&departamento=54&indicador=ipm&orden=-nombre&pagina=2&estado=activa"
    )
    fields = {n["name"]: n["value"] for n in hidden(page)}
    assert fields == {"espacio": "demostracion", "departamento": "54", "indicador": "ipm",
                      "orden": "-nombre"}  # fmt: skip


def hidden(node):
    """Hidden inputs of a tree of plain elements."""
    if isinstance(node, list | tuple):
        return [found for child in node for found in hidden(child)]
    if isinstance(node, dict):
        props = node.get("props", {})
        own = [props] if props.get("type") == "hidden" else []
        return [*own, *hidden(node.get("tree", props.get("children", [])))]
    inner = hidden(getattr(node, "children", None) or [])
    data = getattr(node, "data", None)
    return [*inner, *(hidden(data) if isinstance(data, dict) and "tree" in data else [])]


def test_the_pages_of_the_list_hold_every_row_once(pages):
    query = f"{DEMO}&municipio=44430&clase=unidad"
    many = len(view_of(pages, query).shown)
    assert many > PER_PAGE
    seen = []
    for page in range(1, -(-many // PER_PAGE) + 1):
        links = nodes(pages.at(PATH, f"{query}&pagina={page}"), html.A)
        seen += [
            dict(parse_qsl(urlsplit(a.href).query))["lugar"]
            for a in links
            if a.href.endswith("#tarjeta")
        ]
    assert len(seen) == len(set(seen)) == many
    last = told(pages, f"{query}&pagina=999")
    assert PLACE_WORDS["es"].table in last, "a page after the last is the last"


def test_published_figures_say_what_is_missing_and_who_has_it(pages):
    said = told(pages, "")
    words = PLACE_WORDS["es"]
    assert words.missing in said
    assert all(name in said for name in words.missing_who)
    assert words.demo in said
    assert words.survival not in said
    shown = told(pages, DEMO)
    assert words.missing not in shown
    assert words.survival in shown


def test_the_card_of_a_centre_says_its_catchment_and_does_not_invent_people(pages):
    said = told(pages, "lugar=integrate-cucuta")
    words = PLACE_WORDS["es"]
    assert words.catchment in said
    assert words.catchment_if in said, "its state is to be verified"
    assert words.absent in said, "most municipalities have no figure of migrants"
    assert "al menos" in said
    alone = told(pages, f"{DEMO}&lugar=CD-01")
    assert words.catchment_lead in alone


def test_a_card_opens_whatever_the_filters_leave(pages):
    said = told(pages, f"{DEMO}&lugar=UP-00001&clase=centro")
    assert "Unidad productiva 00001" in said


def test_centres_are_not_filtered_by_what_they_do_not_have(pages):
    said = told(pages, f"{DEMO}&clase=centro&sector=G&formalizacion=registrada")
    assert PLACE_WORDS["es"].not_of_centres in said
    assert "Centro de demostración 01" in said


def test_every_state_of_the_data_has_its_words(pages, demonstration, published):
    known = {word for words in STATES.values() for word in words}
    for store in (published, demonstration):
        units = store.places["kind"] == PRODUCTIVE_UNIT
        assert set(store.places["status"]) <= known
        for texts in CATALOGUES.values():
            assert set(store.places.loc[units, "status"]) <= set(texts.unit_status)
            assert set(store.places.loc[~units, "status"]) <= set(texts.centre_status)


def test_units_can_be_searched_and_other_centres_lead_to_their_card(server):
    found = server.get("/buscar.json", query_string={"q": "UP-00012", "espacio": "demostracion"})
    item = found.get_json()["groups"][0]["items"][0]
    assert item["kind"] == "unidad"
    assert item["href"] == "/lugares?lugar=UP-00012#tarjeta"
    centre = server.get("/buscar.json", query_string={"q": "scalabrini migraciones"}).get_json()
    hrefs = [i["href"] for group in centre["groups"] for i in group["items"]]
    assert all("#centro-scalabrini" not in href for href in hrefs)


def records(server, address):
    return server.get(f"/api/v1/{address}&workspace=demostracion&limit=1000").get_json()["items"]


def test_the_api_has_the_sums_of_the_units_and_no_small_count_of_people(server):
    found = records(server, "observations?indicator=personas_por_unidad")
    people = [r for r in found if r["indicator"] == "personas_en_unidades"]
    assert {r["indicator"] for r in found} == {"personas_en_unidades", "unidades_con_personas"}
    values = [r["value"] for r in people if r["value"] is not None]
    assert len(values) > 100
    assert not [value for value in values if 0 < value < 5]
    assert any(r["state"] == "suprimido" for r in people)


def test_the_api_tells_a_unit_without_the_number_of_its_people(server):
    found = records(server, "places?kind=unidad_productiva&formalisation=registrada&status=activa")
    assert len(found) > 100
    assert {r["formalisation"] for r in found} == {"registrada"}
    assert {"programme", "jobs_band"} <= set(found[0])
    assert "jobs" not in found[0]


def test_employment_is_told_with_its_territory_and_what_is_withheld(pages):
    words = PLACE_WORDS["es"]
    said = told(pages, f"{DEMO}&municipio=54001")
    assert words.jobs in said
    assert words.jobs_sectors.format(where="Norte de Santander") in said
    border = told(pages, DEMO)
    assert "La Guajira" in border
    assert words.at_least.split("{")[0] in border
    assert words.jobs not in told(pages, ""), "nobody counts them in the published figures"
