"""Files for a meeting, as a person asks for them; and a drawing that says what the screen says."""

import json
import threading

import pytest
import waitress
from pptx import Presentation

from app import ROOT, Settings, create_app
from callbacks.desk import Desks
from geodata.publish import prepare_published
from geodata.shelf import FileShelf
from indicators.registry import INDICATORS
from layouts.drawing.shown import shown
from layouts.slice import map_slice
from layouts.text import catalogue

LONGEST_MS = 240_000
VIEWS = ["", "indicador=vacantes", "indicador=tasa_desocupacion&medida=brecha&ambito=pais"]


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    folder = tmp_path_factory.mktemp("var")
    prepare_published(folder, ROOT / "data")
    return folder


@pytest.fixture(scope="module")
def office(var):
    """A server over a folder of snapshots: exports read it by themselves."""
    app = create_app(Settings(var=var), FileShelf(var))
    server = waitress.create_server(app.server, host="127.0.0.1", port=0, threads=6)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture
def page(browser, office):
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    tab = context.new_page()
    tab.set_default_timeout(LONGEST_MS)
    yield tab
    context.close()


def test_slides_are_taken_from_a_ficha_and_say_what_it_says(page, office):
    page.goto(f"{office}/municipio/54874")
    headline = page.locator(".headline").first.inner_text()
    page.click("a[data-exports]")
    with page.expect_download() as started:
        page.click("#exports [data-kind=pptx]")
    assert started.value.suggested_filename == "presentacion-54874.pptx"
    deck = Presentation(started.value.path())
    told = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes
            if shape.has_text_frame]  # fmt: skip
    assert any(headline in text for text in told)
    page.wait_for_function(
        "document.querySelector('.export-words').textContent.startsWith('Listo')"
    )


def test_a_batch_shows_how_far_it_is_and_can_be_cancelled(page, office):
    page.goto(f"{office}/municipio/54874")
    page.click("a[data-exports]")
    page.click("#exports [data-kind=fichas]")
    page.wait_for_function(
        "document.querySelector('.export-words').textContent.match(/de 40 fichas/)"
    )
    page.click("#exports .export-status button")
    page.wait_for_function(
        "document.querySelector('.export-words').textContent === 'Exportación cancelada.'"
    )
    assert page.locator("#exports [data-kind=png]").is_enabled()


def test_the_menu_is_closed_by_its_key_and_gives_the_keyboard_back(page, office):
    page.goto(f"{office}/municipio/54874?idioma=en")
    page.locator("a[data-exports]").focus()
    page.keyboard.press("Enter")
    assert page.locator("#exports h2").inner_text() == "Take away"
    page.keyboard.press("Escape")
    assert not page.locator("#exports").is_visible()
    assert page.evaluate("document.activeElement.matches('a[data-exports]')")


def test_the_map_offers_its_picture_first(page, office):
    page.goto(f"{office}/?indicador=vacantes")
    page.click(".filters a[data-exports]")
    assert page.locator("#exports li button").first.inner_text() == "Mapa como imagen (PNG)"
    row = "document.querySelector('.filters')"
    assert page.evaluate(f"{row}.scrollWidth <= {row}.clientWidth")


@pytest.mark.parametrize("query", VIEWS)
def test_a_drawing_has_the_classes_and_colours_of_the_screen(page, office, var, query):
    desks = Desks(FileShelf(var), INDICATORS)
    selection = desks.parse(query).selection
    fill = map_slice(desks.view(selection))["fill"]
    texts = catalogue("es")
    drawn = shown(fill, None, selection.periodo, selection.medida, texts)
    page.goto(f"{office}/health")
    screen = page.evaluate(
        "async ([fill, choice, words]) => {"
        " const { shown } = await import('/assets/mirador/shown.mjs');"
        " return shown(fill, null, choice, words).all; }",
        [json.loads(json.dumps(fill)), {"medida": selection.medida, "periodo": ""},
         {"gap_title": texts.gap_title, "gap_none": texts.gap_none}],
    )  # fmt: skip
    painted = [(e["code"], e["level"], e["state"], e["fill"]) for e in screen]
    pattern = {1: "url(#sin-dato)", 2: "url(#suprimido)", 3: "url(#no-aplica)"}
    assert painted == [
        (e.code, e.level, int(e.state), f"var(--{e.ink})" if e.ink else pattern[int(e.state)])
        for e in drawn.entries
    ]
    assert [e["value"] for e in screen] == [e.value for e in drawn.entries]
