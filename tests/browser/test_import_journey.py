"""A mayor's office loads its own file in the browser: what is wrong, what would change, publish."""

import threading

import pytest
import waitress
from playwright.sync_api import expect

from app import Settings, create_app
from geodata.publish import prepare_published
from geodata.shelf import FileShelf

HEADER = "codigo;indicador;periodo;valor;fuente\n"
GOOD = HEADER + "44430;poblacion_migrante_venezolana;2025;85001;fucai_2024\n"
BAD = HEADER + (
    "44430;poblacion_migrante_venezolana;2025;-4;fucai_2024\n"
    "99999;poblacion_migrante_venezolana;2025;12;fucai_2024\n"
)


@pytest.fixture
def editable(tmp_path, visit):
    settings = Settings(var=tmp_path, edit=True)
    prepare_published(settings.var, settings.data)
    server = waitress.create_server(
        create_app(settings, FileShelf(settings.var)).server, host="127.0.0.1", port=0, threads=6
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    visit.site = f"http://127.0.0.1:{server.effective_port}"
    yield visit
    server.close()


def open_import(tab, path, text):
    path.write_text(text, encoding="cp1252")
    tab.page.goto(f"{tab.site}/datos")
    tab.page.locator("#import-file").set_input_files(path)
    tab.page.locator("#import-read").click()
    return tab.page


def test_errors_name_their_cell_and_block(editable, tmp_path):
    page = open_import(editable, tmp_path / "malo.csv", BAD)
    report = page.locator(".import-report")
    expect(report).to_contain_text("Errores: impiden publicar · 2", timeout=60_000)
    expect(report).to_contain_text("Fila 2, columna «valor», valor «-4»: es negativo.")
    expect(report).to_contain_text("Fila 3, columna «codigo», valor «99999»")
    expect(page.locator("#import-publish")).to_have_count(0)


def test_a_file_is_published_with_a_reason_and_the_map_shows_it(editable, tmp_path):
    before = FileShelf(tmp_path).current("publicado")
    page = open_import(editable, tmp_path / "bueno.csv", GOOD)
    expect(page.locator(".import-report")).to_contain_text("1 nuevas", timeout=60_000)
    publish = page.locator("#import-publish")
    expect(publish).to_be_disabled()
    page.get_by_label("Quién publica").fill("Alcaldía de Maicao")
    page.get_by_label("Por qué se publica").fill("Registro de 2025")
    publish.click()
    expect(page.locator(".done")).to_contain_text("Publicado.", timeout=60_000)
    assert FileShelf(tmp_path).current("publicado") != before
    page.goto(f"{editable.site}/?indicador=poblacion_migrante_venezolana&periodo=2025")
    editable.settle()
    expect(page.locator('tr[data-row="44430"]')).to_contain_text("85.001")
    page.goto(f"{editable.site}/datos")
    expect(page.locator("#data-body")).to_contain_text("Registro de 2025")
    expect(page.locator("#data-body")).to_contain_text("bueno.csv")


def test_a_reading_can_be_cancelled(editable, tmp_path):
    page = open_import(editable, tmp_path / "bueno.csv", GOOD)
    page.get_by_role("button", name="Cancelar").click()
    expect(page.locator(".import-report")).to_contain_text("No se importó nada")


def test_routes_are_closed_unless_the_server_allows_it(visit):
    assert visit.page.request.post(f"{visit.site}/importar/archivo").status == 405


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="another-page"),
        pytest.param({"X-Mirador": "import", "Origin": "http://otro.example"}, id="another-origin"),
        pytest.param({"X-Mirador": "import", "Host": "otro.example"}, id="another-host"),
    ],
)
def test_other_pages_cannot_import(editable, headers):
    answer = editable.page.request.post(
        f"{editable.site}/importar/archivo?kind=observaciones&name=x.csv",
        headers=headers,
        data="a;b\n1;2\n",
    )
    assert answer.status == 403
