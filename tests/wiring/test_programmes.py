"""The view of programmes as the browser gets it, in both workspaces and languages."""

import csv
import io
import json
import re
from dataclasses import replace
from html import unescape

import pytest

from app import Settings, create_app
from callbacks.programmes import programme_view
from geodata.exports import delimited
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.engine import Engine
from layouts.programmes.sheets import sheet_of

PATH = "/programas"
DEMO = "espacio=demostracion"
BANNED = re.compile(r"\b(?:nan|NaN|N/A|None|inf|Traceback)\b")


def words_of(node):
    """All words of a tree, titles, labels and plain elements included."""
    if isinstance(node, str | int | float):
        return [str(node)]
    if isinstance(node, list | tuple):
        return [word for child in node for word in words_of(child)]
    if isinstance(node, dict):
        return words_of(node.get("props", node).get("children", node.get("tree", [])))
    inner = words_of(getattr(node, "children", None) or [])
    data = getattr(node, "data", None)
    tree = words_of(data["tree"]) if isinstance(data, dict) and "tree" in data else []
    told = [getattr(node, name, None) for name in ("title", "aria-label")]
    return [*inner, *tree, *(one for one in told if isinstance(one, str))]


def shown(pages, query=""):
    return " ".join(words_of(pages.at(PATH, query)))


@pytest.fixture(scope="module")
def client(published, demonstration):
    stores = {Workspace.PUBLISHED: published, Workspace.DEMO: demonstration}
    return create_app(Settings(), OpenShelf(stores)).server.test_client()


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("space", ["", f"{DEMO}&"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "programa=integra",
        "programa=banco-amable-2-0&componente=inclusion-laboral-y-productiva",
        "programa=integra&componente=aumentar-el-acceso-a-servicios-publicos",
        "municipio=54874",
        "municipio=54874&sexo=mujeres",
        "ambito=pais&sexo=hombres",
        "vista=cruce",
    ],
)
def test_any_address_reads_well(pages, space, query, language):
    text = shown(pages, f"{space}{query}&idioma={language}")
    assert not BANNED.search(text), BANNED.search(text)
    assert ("Programas", "Programmes")[language == "en"] in text


def test_the_five_frameworks_with_all_their_components(pages, published):
    text = shown(pages)
    for row in published.components.to_dict("records"):
        assert row["programme"] in text
        assert row["name_es"] in text


def test_published_results_stand_with_their_source_and_without_progress(pages):
    text = shown(pages, "programa=banco-amable-1-0")
    assert "Unidades productivas fortalecidas" in text
    assert "43" in text
    assert "Maicao, Villa del Rosario y Arauca, en conjunto" in text
    assert "OIM Colombia" in text
    assert "Sin meta publicada" in text
    assert "Rect" not in json.dumps(pages.at(PATH, "programa=banco-amable-1-0").to_plotly_json(),
                                    default=str)  # fmt: skip


def test_what_nobody_publishes_says_who_could(pages):
    text = shown(pages, "programa=banco-amable-2-0")
    assert text.count("no hay ningún resultado publicado") == 9
    assert "Podría publicarlo: OIM Colombia." in text


def test_results_that_no_component_claims_stay_visible(pages):
    text = shown(pages, "programa=banco-amable-1-0")
    assert "Sin componente" in text
    assert "La fuente no dice a qué componente pertenecen" in text


def test_things_counted_by_several_rules_have_no_total(pages):
    text = shown(pages, "programa=integra")
    assert "reglas de unidad distintas" in text
    assert "servicios, no personas" in text


def test_the_demonstration_has_bars_and_refuses_to_add_services(pages):
    query = f"{DEMO}&programa=banco-amable-2-0"
    assert re.search(r"[\d,]+ % de la meta", shown(pages, query))
    assert "No se suma: la regla de la unidad («servicios, no personas») no lo permite." in shown(
        pages, query
    )
    assert "className='execution'" in str(pages.at(PATH, query))


def test_a_component_up_close_tells_municipalities_sexes_and_periods(pages):
    text = shown(
        pages, f"{DEMO}&programa=banco-amable-2-0&componente=mapeo-de-demanda-sociolaboral"
    )
    for word in (
        "Por municipio",
        "Por sexo",
        "Por periodo",
        "Maicao",
        "Mujeres",
        "Hombres",
        "2023",
    ):
        assert word in text


def test_an_unknown_programme_is_named_and_all_are_shown(pages):
    text = shown(pages, "programa=banco-enojado")
    assert "programa «banco-enojado»" in text
    assert "Estrategia Regional OIT-PNUD" in text


@pytest.mark.parametrize("programme", ["", "programa=integra&"])
def test_a_component_of_another_programme_is_dropped(pages, programme):
    text = shown(pages, f"{programme}componente=inclusion-laboral-y-productiva")
    assert "componente «inclusion-laboral-y-productiva»" in text
    assert "Aumentar el acceso a servicios públicos" in text


@pytest.mark.parametrize("part", ["vista=magia", "eje=contexto", "tipo=duende"])
def test_other_words_that_mean_nothing_are_named(pages, part):
    field, value = part.split("=")
    assert f"{field} «{value}»" in shown(pages, part)


def test_the_cross_walk_has_every_component_once(pages, published):
    tree = pages.at(PATH, "vista=cruce")
    text = " ".join(words_of(tree))
    assert "ningún componente" in text
    for name in published.components["name_es"]:
        assert name in text


def rows_of(client, query):
    answer = client.get(f"{PATH}/filas.csv?{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))


def test_the_file_has_the_rows_of_the_page(client, pages, published):
    rows = rows_of(client, "")
    known = [row for row in rows if row["estado"] == "valor"]
    assert len(known) == int(published.results["actual"].notna().sum())
    text = shown(pages)
    for row in rows:
        assert row["programa"] in text
        assert row["componente"] in text
        assert row["fuente"]
    absent = [row for row in rows if row["estado"] == "sin_dato"]
    assert {row["resultado"] for row in absent} == {""}


def test_the_file_follows_programme_and_place(client):
    rows = rows_of(client, f"{DEMO}&programa=banco-amable-2-0&municipio=44430&sexo=mujeres")
    assert {row["programa"] for row in rows} == {"Banco Amable 2.0"}
    assert {row["territorio_codigo"] for row in rows} == {"44430"}
    assert {row["sexo"] for row in rows} == {"Mujeres"}
    assert all("sintéticas" in row["espacio"] for row in rows)


def test_the_workbook_opens_and_other_endings_do_not(client):
    assert client.get(f"{PATH}/filas.xlsx?vista=cruce").get_data()[:2] == b"PK"
    assert client.get(f"{PATH}/filas.exe").status_code == 404


class Hostile:
    """The published snapshot with one imported result that means harm."""

    def __init__(self, store):
        self.store = store

    def __getattr__(self, name):
        return getattr(self.store, name)

    @property
    def results(self):
        harm = {"programme": "=cmd()", "component": "<img src=x onerror=alert(1)>",
                "indicator": "@SUM(A1)", "note": "+1+1", "period": "2025"}  # fmt: skip
        return self.store.results.iloc[[0]].assign(**harm)


def test_hostile_words_of_an_import_leave_as_text(pages, published):
    view = programme_view(pages.desks.parse("").selection, pages.desks)
    sheet = sheet_of(replace(view, engine=Engine(Hostile(published))))
    text = delimited.as_csv(sheet).decode()
    (row,) = [row for row in csv.DictReader(io.StringIO(text)) if "cmd" in row["\ufeffprograma"]]
    assert (row["\ufeffprograma"], row["indicador"], row["nota"]) == (
        "'=cmd()", "'@SUM(A1)", "'+1+1",
    )  # fmt: skip
    assert row["componente"] == "<img src=x onerror=alert(1)>"


def test_the_search_leads_to_programmes(client):
    found = client.get("/buscar.json?q=banco%20amable&tipo=programa").get_json()
    hrefs = [item["href"] for group in found["groups"] for item in group["items"]]
    assert "/programas?programa=banco-amable-1-0" in hrefs
    assert "/programas?programa=banco-amable-2-0" in hrefs


def test_a_ficha_leads_to_its_programmes(pages):
    tree = json.dumps(pages.at("/municipio/54874", "").to_plotly_json(), default=str)
    assert "/programas?programa=banco-amable-1-0&municipio=54874" in tree


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("space", ["", f"{DEMO}&"])
@pytest.mark.parametrize(
    "query",
    [
        "vista=quien",
        "vista=quien&municipio=44430",
        "vista=quien&eje=empleo&tipo=academia",
        "vista=quien&municipio=94001&eje=inclusion_financiera",
        "vista=quien&ambito=pais",
        "vista=seguimiento",
        "vista=seguimiento&municipio=44430&sexo=mujeres",
        "vista=seguimiento&municipio=11001",
        "vista=seguimiento&ambito=pais",
    ],
)
def test_who_and_follow_up_read_well(pages, space, query, language):
    text = shown(pages, f"{space}{query}&idioma={language}")
    assert not BANNED.search(text), BANNED.search(text)


def test_nobody_on_record_is_never_said_to_be_nobody_there(pages):
    text = shown(pages, "vista=quien")
    assert "ningún actor registrado" in text
    assert "no quiere decir que nadie trabaje allí" in text
    assert "Ningún actor registrado en" in text


def test_a_national_organisation_is_counted_in_no_municipality(pages):
    text = shown(pages, "vista=quien&municipio=99001")
    assert "no hay ningún actor registrado" in text
    assert "Registradas para un departamento o el país" in text
    assert "Bancamía" in text


def test_organisations_that_meet_are_named(pages):
    text = shown(pages, "vista=quien&ambito=pais")
    assert re.search(r"San José de Cúcuta.+protección social: 3 organizaciones", text)
    assert "Misioneros Scalabrinianos" in text


def test_who_can_be_narrowed_to_an_axis_and_a_kind(pages):
    text = shown(pages, f"{DEMO}&vista=quien&eje=empleo&tipo=academia")
    assert "Universidad (demostración)" in text
    assert "Empresa ancla (demostración)" not in text


def test_without_follow_up_the_page_says_who_could_bring_it(pages):
    text = shown(pages, "vista=seguimiento")
    assert "Nadie publica seguimiento de personas" in text
    assert "OIM Colombia" in text
    assert "Seguimiento de personas" in text


def test_published_perception_of_the_country_is_told_with_its_test(pages):
    text = shown(pages, "vista=seguimiento")
    assert re.search(r"(Subió|Bajó) [\d,]+ puntos porcentuales", text)
    assert "No pareado" in text


def test_cohorts_stand_beside_what_was_lost_and_beside_the_host_community(pages):
    text = shown(pages, f"{DEMO}&vista=seguimiento&municipio=44430")
    for word in ("corto plazo", "mediano plazo", "largo plazo", "Pérdida", "acogida"):
        assert word in text
    assert re.search(r"\d+ de \d+", text)


def data_of(pages, query):
    store = next(
        child
        for child in pages.at(PATH, query).children
        if isinstance(getattr(child, "data", None), dict) and "tree" in child.data
    )
    return store.data


def hidden_pairs(desks):
    """Origin and destination of every flow that the engine withholds, or that is small."""
    snapshot = desks.desk(Workspace.DEMO).engine.snapshot
    rows = snapshot.observations("movilidad_laboral")
    dark = rows[rows["quality"].astype("str") == "suprimido"]
    return {
        (origin, series.split("|")[1])
        for origin, series in zip(
            dark["territory_code"].astype("str"), dark["series"].astype("str"), strict=True
        )
    }


PLACES = ("", "municipio=44430&", "municipio=54874&", "municipio=54001&", "ambito=pais&")


@pytest.mark.parametrize("place", PLACES)
def test_no_suppressed_flow_can_be_read_in_page_or_file(pages, client, place):
    dark = hidden_pairs(pages.desks)
    assert dark
    query = f"{DEMO}&{place}vista=seguimiento"
    arcs = data_of(pages, query)["picture"]["arcs"]
    assert not dark & {(arc["from"], arc["to"]) for arc in arcs}
    assert all(arc["value"] >= 5 for arc in arcs)
    rows = [row for row in rows_of(client, query) if row["parte"] == "movilidad"]
    assert rows
    for row in rows:
        if (row["territorio_codigo"], row["destino_codigo"]) in dark:
            assert (row["personas"], row["estado"]) == ("", "suprimido")
        assert row["personas"] == "" or float(row["personas"]) >= 5


def test_a_flow_withheld_in_one_choice_is_withheld_in_all(client):
    told = {}
    for place in PLACES:
        for row in rows_of(client, f"{DEMO}&{place}vista=seguimiento"):
            if row["parte"] == "movilidad":
                pair = (row["territorio_codigo"], row["destino_codigo"])
                assert told.setdefault(pair, row["personas"]) == row["personas"]


def test_the_file_of_actors_has_those_of_the_page(client, pages, published):
    rows = rows_of(client, "vista=quien&ambito=pais")
    text = shown(pages, "vista=quien&ambito=pais")
    assert {row["organizacion"] for row in rows} == set(published.actors["organisation"])
    assert all(row["organizacion"] in text for row in rows)


BAR = re.compile(
    r'<span class="label">(?P<programme>.+?) · (?P<component>.+?): (?P<indicator>.+?) '
    r"\((?P<period>\d{4})\)</span><b>(?P<told>[^<]+)</b>"
)


def test_the_scene_of_a_roundtable_tells_what_the_page_and_its_file_tell(client):
    query = f"{DEMO}&municipio=44430"
    scene = client.get(f"/mesa/presentar?{query}&guion=programas").get_data(as_text=True)
    bars = [found.groupdict() for found in BAR.finditer(unescape(scene))]
    assert len({bar["programme"] for bar in bars}) == 5
    rows = rows_of(client, query)
    for bar in bars:
        (row,) = [
            row for row in rows
            if row["sexo"] == "Total" and row["programa"] == bar["programme"]
            and row["componente"] == bar["component"] and row["indicador"] == bar["indicator"]
            and row["periodo"] == bar["period"]
        ]  # fmt: skip
        percent = f"({round(float(row['avance']))}\u00a0%)"
        assert bar["told"] == f"{row['resultado']} de {row['meta']} {percent}"
