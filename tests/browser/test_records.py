"""An editor records a commitment and a disputed figure, reviews them, and prints the minutes."""

import threading

import pytest
import waitress
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app import Settings, create_app
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from tests.browser.conftest import Visit
from tests.browser.test_mesa import OVERFLOW, SMALLEST


@pytest.fixture(scope="module")
def desk_of_editor(published, tmp_path_factory):
    """A site that accepts records, over a folder of its own."""
    settings = Settings(var=tmp_path_factory.mktemp("records"), edit=True)
    app = create_app(settings, OpenShelf({Workspace.PUBLISHED: published}))
    server = waitress.create_server(app.server, host="127.0.0.1", port=0, threads=4)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture
def editor(browser, desk_of_editor):
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="es-CO")
    tab = Visit(context.new_page(), desk_of_editor).watch()
    tab.page.goto(f"{desk_of_editor}/mesa?municipio=54874&guion=portada~compromisos")
    expect(tab.page.locator(".records-of")).to_be_visible(timeout=60_000)
    yield tab
    # A refusal is an answer of its own, which Chromium also writes to its console.
    assert [words for words in tab.complaints if "400 (BAD REQUEST)" not in words] == []
    assert tab.foreign == []
    context.close()


def serious(page):
    return [
        (violation["id"], node["html"][:120])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


def test_a_commitment_is_recorded_reviewed_and_printed(editor):
    page = editor.page
    page.get_by_text("Registrar un compromiso").click()
    form = page.locator(".record-form").filter(has=page.get_by_label("Qué se hará"))
    form.get_by_label("Qué se hará").fill("Abrir <b>ruta</b> de empleo")
    form.get_by_role("button", name="Registrar").click()
    expect(form.get_by_text("sin responsable no hay compromiso")).to_be_visible()
    expect(form.get_by_text("sin fecha no hay compromiso")).to_be_visible()
    expect(form.get_by_label("Quién responde (oficina o cargo)")).to_be_focused()
    assert serious(page) == []
    form.get_by_label("Quién responde (oficina o cargo)").fill("Secretaría de Desarrollo")
    form.get_by_label("Para cuándo").fill("2099-03-31")
    form.get_by_role("button", name="Registrar").click()
    item = page.locator(".items-of > li").filter(has_text="Abrir <b>ruta</b> de empleo")
    expect(item).to_contain_text("Secretaría de Desarrollo · para el 31 de marzo de 2099")
    expect(page.locator(".records-of .done")).to_have_text("Registrado.")
    item.get_by_text("Revisar su estado").click()
    item.get_by_label("Estado").select_option("cumplido")
    item.get_by_label("Qué pasó").fill("Inaugurada")
    item.get_by_role("button", name="Registrar").click()
    expect(page.locator(".records-of h4").filter(has_text="Ya cerrados")).to_be_visible()
    expect(item).to_contain_text("cumplido")
    page.get_by_role("link", name="Abrir el acta para imprimir").click()
    expect(page.locator("h1")).to_have_text("Acta de la mesa · Villa del Rosario")
    expect(page.locator(".item").first).to_contain_text("Abrir <b>ruta</b> de empleo cumplido")
    expect(page.locator(".log")).to_contain_text("Inaugurada")
    assert serious(page) == []
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_disputed_figure_is_recorded_with_its_file(editor):
    page = editor.page
    page.get_by_text("Registrar una cifra en disputa").click()
    form = page.locator(".record-form").filter(has=page.get_by_label("Qué se discute"))
    form.get_by_label("Municipio").select_option("54874")
    form.get_by_label("Indicador").select_option("migrantes_por_mil")
    form.get_by_label("Qué se discute").fill("El registro local cuenta más")
    harmless = {"name": "censo.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"}
    form.get_by_label("Archivo que la sustenta").set_input_files(harmless)
    form.get_by_role("button", name="Registrar").click()
    expect(form.get_by_text("Ese tipo de archivo no se recibe")).to_be_visible()
    paper = {"name": "censo.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\nx"}
    form.get_by_label("Archivo que la sustenta").set_input_files(paper)
    form.get_by_role("button", name="Registrar").click()
    item = page.locator(".items-of > li").filter(has_text="El registro local cuenta más")
    expect(item).to_contain_text("Se mostró:")
    with page.expect_download() as download:
        item.get_by_role("link", name="Archivo que la sustenta").click()
    assert download.value.suggested_filename.startswith("soporte-")
    page.get_by_role("link", name="Presentar").click()
    page.keyboard.press("End")
    expect(page.locator(".scene-compromisos")).to_contain_text("El registro local cuenta más")


LONG = (
    "Abrir una ruta de empleo con atención en los barrios de llegada, con jornadas quincenales de "
    "registro de hojas de vida y acompañamiento a las empresas que contratan por primera vez"
)
OFFICE = "Secretaría de Desarrollo Económico, Turismo y Competitividad"


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=["1366", "1920"])
def test_the_scene_of_many_long_commitments_fits_the_screen_in_large_words(editor, size):
    page, site = editor.page, editor.site
    for day in range(1, 8):
        fields = {"tipo": "compromiso", "que": f"{day}. {LONG}", "oficina": OFFICE, "consulta": "",
                  "fecha": f"2099-03-{day:02}", "municipio": "54874"}  # fmt: skip
        answer = page.request.post(
            f"{site}/mesa/registro", form=fields, headers={"X-Mirador": "mesa", "Origin": site}
        )
        assert answer.status == 200, answer.text()
    page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    page.goto(f"{site}/mesa/presentar?municipio=54874&guion=compromisos")
    expect(page.locator("html.scripted")).to_be_attached()
    expect(page.locator(".scene:visible").get_by_text("Abrir una ruta").first).to_be_visible()
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(SMALLEST) >= 28
