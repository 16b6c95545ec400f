"""The roundtable without a browser: fixed links, the order, the show, and what is refused."""

import json
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from app import Settings, create_app
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS
from layouts.mesa.order import LONGEST, MOST_CHARACTERS, SCENES, proposed
from layouts.mesa.scenes import SCENES as MADE
from layouts.mesa.scenes import all_shown
from layouts.mesa.slides import deck_of

BANNED = re.compile(r"\b(?:nan|NaN|N/A|None|Traceback)\b")
DEMO = "espacio=demostracion"
TAG = re.compile(r"<[^>]+>")


@pytest.fixture(scope="module")
def site(published, demonstration):
    stores = {Workspace.PUBLISHED: published, Workspace.DEMO: demonstration}
    return create_app(Settings(), OpenShelf(stores))


@pytest.fixture(scope="module")
def client(site):
    return site.server.test_client()


def show(client, query, order):
    """Markup of a show; the links of the application always carry the snapshot."""
    answer = client.get(f"/mesa/presentar?{query}&guion={order}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def scenes(markup):
    """Words of each scene."""
    found = re.findall(r'<section id="escena-.*?</section>', markup, re.S)
    return [unescape(re.sub(r"\s+", " ", TAG.sub(" ", scene))) for scene in found]


def order_of(client, query):
    body = client.get(f"/mesa/guion.json?{query}").get_data(as_text=True)
    return json.dumps(json.loads(body), ensure_ascii=False)  # addresses as they are


def test_every_kind_of_scene_is_made():
    assert MADE.keys() == SCENES.keys()


def test_a_link_without_a_snapshot_is_fixed_to_the_one_of_now(client, demonstration):
    answer = client.get(f"/mesa?{DEMO}&guion=brechas")
    assert answer.status_code == 302
    parts = urlsplit(answer.headers["Location"])
    assert parts.path == "/mesa"
    assert parse_qs(parts.query) == {
        "espacio": ["demostracion"], "guion": ["brechas"], "corte": [demonstration.snapshot_id],
    }  # fmt: skip
    assert client.get(answer.headers["Location"]).status_code == 200


def test_every_link_of_the_page_names_the_snapshot(client, published):
    words = order_of(client, "guion=brechas~ficha")
    links = re.findall(r'"(/mesa(?:/presentar)?\?[^"]+)"', words)
    assert len(links) > 8
    assert all(f"corte={published.snapshot_id}" in link for link in links)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    "query",
    ["", "municipio=44430", "seleccion=54874,44430,81001", "departamento=54", DEMO,
     f"{DEMO}&seleccion=54874,44430,81001,54001,54405", f"{DEMO}&ambito=linea_venezuela"],
)  # fmt: skip
def test_every_scene_says_filter_cut_off_source_and_snapshot(
    client, published, demonstration, query, language
):
    codes = ("54874", "44430") if "seleccion" in query else ()
    found = scenes(show(client, f"{query}&idioma={language}", proposed(codes)))
    assert len(found) == len(proposed(codes).split("~"))
    snapshot = (demonstration if DEMO in query else published).snapshot_id
    for words in found:
        assert re.search(r"\bFuente(?: / Source)?: \S", words)
        assert ("Filtro: " if language == "es" else "Filter: ") in words
        assert ("Corte de los datos: " if language == "es" else "Data as of: ") in words
        assert snapshot in words
        assert not BANNED.search(words), words


@pytest.mark.parametrize("query", ["", f"{DEMO}&seleccion=54874,44430", f"{DEMO}&idioma=en"])
def test_the_deck_says_the_words_and_numbers_of_the_show(site, client, query):
    order = f"{proposed(())}~texto.titulo-Cierre.texto-Gracias.nota-Sonreír"
    mesas = site.pages.mesas
    view = mesas.view(mesas.desks.parse(f"{query}&guion={order}"))
    deck = deck_of(all_shown(view, view.order), view)
    markup = show(client, query, order)
    shown = [re.sub(r"\xa0", " ", words) for words in scenes(markup)]
    assert len(deck.slides) == len(shown) == 9
    assert deck.slides[0].cover
    assert deck.watermark == (view.words.demo if DEMO in query else "")
    for slide, words in zip(deck.slides, shown, strict=True):
        assert slide.source.startswith("Fuente")
        table = slide.table
        told = [slide.title, slide.source, *(row for row in (table.rows if table else ()))]
        for text in told:
            for part in [text] if isinstance(text, str) else text:
                assert " ".join(part.replace("\xa0", " ").split()) in " ".join(words.split())
    assert "Sonreír" in deck.slides[-1].notes


def test_a_watermark_in_the_demonstration_only(client):
    assert 'class="watermark"' in show(client, DEMO, "portada")
    assert 'class="watermark"' not in show(client, "", "portada")


@pytest.mark.parametrize("indicator", ["migrantes_por_mil", "vacantes", "ipm", "tasa_ocupacion"])
def test_the_legend_of_a_scene_counts_every_municipality_of_the_scope(client, indicator):
    markup = show(client, DEMO, f"mapa.indicador-{indicator}")
    keys = re.search(r'<ul class="keys">(.*?)</ul>', markup, re.S)[1]
    told = re.findall(r"<li( class=\"state\")?>.*?<span>(.*?) <b>(\d+)</b>", keys)
    classes = sum(int(n) for state, _, n in told if not state)
    without = sum(int(n) for _, words, n in told if words in ("sin dato", "suprimido", "no aplica"))
    assert classes + without == 100


def test_a_year_without_figures_is_hatched_not_zero(client):
    found = show(client, "", "mapa.indicador-migrantes_por_mil.periodo-1999")
    keys = re.search(r'<ul class="keys">(.*?)</ul>', found, re.S)[1]
    assert TAG.sub("", keys).strip() == "sin dato 100"
    assert "url(#sin-dato)" in keys


@pytest.mark.parametrize("key", INDICATORS)
def test_a_map_of_every_indicator_can_be_shown(client, key):
    (words,) = scenes(show(client, "", f"mapa.indicador-{key}.capas-personas-unidades-centros"))
    assert "Fuente: " in words
    assert not BANNED.search(words)


def test_hostile_text_is_text(client):
    text = "<script>alert(1)</script>\"'><img src=x>"
    order = f"texto.titulo-{text}.texto-{text}.nota-{text}~portada.titulo-{text}"
    markup = show(client, "", order)
    assert "<script>alert" not in markup
    assert "<img" not in markup
    assert scenes(markup)[0].count("<script>alert(1)</script>") == 2


def test_an_empty_order_offers_one(client):
    words = order_of(client, "municipio=54874")
    assert "El guion está vacío" in words
    assert "Usar el guion propuesto" in words
    answer = client.get("/mesa/presentar?municipio=54874")
    assert answer.status_code == 302
    assert urlsplit(answer.headers["Location"]).path == "/mesa"


def test_what_is_wrong_in_a_link_is_a_sentence(client):
    words = order_of(client, "guion=portada~baile~mapa.indicador-nada")
    assert "pide una escena que no existe («baile»)" in words
    assert "un valor que no existe en este corte («indicador=nada»)" in words


def test_a_long_link_is_refused_with_its_limit(client):
    words = order_of(client, "guion=" + "~".join(["brechas"] * 500))
    assert "el límite es 3.000 caracteres" in words
    assert MOST_CHARACTERS == 3000


@pytest.mark.parametrize("path", ["/mesa/presentar", "/mesa/guion.json"])
def test_a_snapshot_that_is_gone_is_a_sentence_and_a_way_on(client, published, path):
    answer = client.get(f"{path}?corte=0123456789ab&guion=brechas")
    words = answer.get_data(as_text=True).replace("\\u002f", "/")
    assert "El corte 0123456789ab que fija este enlace ya no está en este equipo" in words
    assert f"corte={published.snapshot_id}" in words
    assert "escena-1" not in words
    assert answer.status_code == (410 if path.endswith("presentar") else 200)


def edit(client, fields, **headers):
    return client.post("/mesa/escena", data=fields, headers=headers)


def test_a_form_changes_one_scene_and_leads_to_its_link(client, published):
    fields = {"consulta": "?guion=portada~mapa", "escena": "1", "indicador": "ipm",
              "capas": ["centros", "personas"], "nota": "  Hablar de\r\n  esto "}  # fmt: skip
    answer = edit(client, fields)
    assert answer.status_code == 303
    query = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert query == {
        "corte": [published.snapshot_id],
        "guion": ["portada~mapa.capas-centros-personas.indicador-ipm.nota-Hablar_de*nesto"],
    }
    asked = edit(client, fields, **{"X-Mirador": "mesa"})
    assert asked.get_json() == {"address": answer.headers["Location"]}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"escena": "9"}, "no existe"),
        ({"escena": "-1"}, "no existe"),
        ({"escena": "0", "titulo": "a" * (LONGEST["titulo"] + 1)}, "pasa de 90 caracteres"),
        ({"escena": "0", "nota": "ñ" * 500}, "el límite es 3.000 caracteres"),
    ],
)
def test_what_a_form_may_not_is_a_sentence(client, fields, sentence):
    answer = edit(client, {"consulta": "?guion=texto", **fields}, **{"X-Mirador": "mesa"})
    assert answer.status_code == 400
    assert sentence in answer.get_json()["error"]


def test_a_form_never_leads_away(client):
    answer = edit(client, {"consulta": "//malo.example/?guion=texto", "escena": "0"})
    assert answer.status_code == 400
    answer = edit(client, {"consulta": "?guion=texto&x=//malo.example", "escena": "0"})
    assert answer.headers["Location"].startswith("/mesa?")


def test_a_show_asks_for_nothing_but_its_sheets_and_modules(client):
    markup = show(client, DEMO, proposed(()))
    asked = set(re.findall(r'(?:src|href)="([^"]+)"', markup))
    allowed = re.compile(r"/assets/(?:show|theme)\.css|/assets/mirador/\w+\.mjs|/mesa\?.*|data:.*")
    assert [address for address in asked if not allowed.fullmatch(unescape(address))] == []
