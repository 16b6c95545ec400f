"""A mayor's office loads its own file in the browser: what is wrong, what would change, publish."""

import threading

import geopandas as gpd
import pytest
import waitress
from playwright.sync_api import expect
from shapely.affinity import translate

from app import Settings, create_app
from geodata.boundaries import current_units
from geodata.publish import prepare_published
from geodata.shelf import FileShelf
from geodata.snapshot import Workspace
from geodata.store import Store

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
    tab.page.goto(f"{tab.site}/datos#importar")
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


def test_the_header_row_is_shown_and_a_person_may_say_another(editable, tmp_path):
    """Two tables in one sheet: the first is found, the person wants the second."""
    other = "codigo;indicador;periodo;valor\n54001;poblacion_migrante_venezolana;2024;7\n;;;\n"
    page = open_import(editable, tmp_path / "dos.csv", other + GOOD)
    row = page.locator("#import-header-row")
    expect(row).to_have_value("1", timeout=60_000)
    row.fill("4")
    page.locator(".import-report button", has_text="Leer de nuevo").click()
    expect(page.locator("#import-header-row")).to_have_value("4", timeout=60_000)
    expect(page.locator(".import-report")).to_contain_text("1 nuevas", timeout=60_000)


def test_a_withheld_figure_is_called_so_before_it_is_published(editable, tmp_path):
    page = open_import(editable, tmp_path / "pocos.csv", GOOD.replace("85001", "<5"))
    expect(page.locator(".import-report table").last).to_contain_text("suprimido", timeout=60_000)


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
    page.goto(f"{editable.site}/datos#importar")
    expect(page.locator("#data-body")).to_contain_text("Registro de 2025", timeout=60_000)
    expect(page.locator("#data-body")).to_contain_text("bueno.csv")
    page.goto(f"{editable.site}/?municipio=44430")
    editable.settle()
    expect(page.locator("body")).to_contain_text("Importado de «bueno.csv»")


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


def test_what_the_file_lacks_is_asked_for_and_the_change_is_on_a_map(editable, tmp_path):
    """No column of sources: a person writes it once; Maicao is then marked on the map."""
    lacking = "codigo;indicador;periodo;valor\n44430;poblacion_migrante_venezolana;2025;85001\n"
    page = open_import(editable, tmp_path / "sin_fuente.csv", lacking)
    report = page.locator(".import-report")
    expect(report).to_contain_text("El archivo no trae estos campos", timeout=60_000)
    page.locator('[data-field="source_id"]').fill("fucai_2024")
    page.get_by_role("button", name="Leer de nuevo con estas columnas").click()
    expect(report).to_contain_text("Municipios con cambios: 1", timeout=60_000)
    expect(report.locator('.changes-map path.touched[data-code="44430"]')).to_have_count(1)


def test_the_encoding_of_an_old_file_is_chosen_by_looking(editable, tmp_path):
    """A file of DOS: read as Windows its names are garbage; the preview shows which is right."""
    path = tmp_path / "antiguo.csv"
    text = "municipio;departamento;indicador;periodo;valor;fuente\n"
    text += "Cúcuta;Norte de Santander;poblacion_migrante_venezolana;2025;15;fucai_2024\n"
    path.write_bytes(text.encode("cp850"))
    editable.page.goto(f"{editable.site}/datos#importar")
    editable.page.locator("#import-file").set_input_files(path)
    editable.page.locator("#import-read").click()
    page, report = editable.page, editable.page.locator(".import-report")
    expect(report).to_contain_text("¿Los acentos se ven mal?", timeout=60_000)
    page.locator("details.encodings summary").click()
    right = page.locator(".encoding", has_text="Cúcuta;Norte de Santander")
    expect(right).to_have_count(1)
    right.get_by_role("button", name="Leer como cp850").click()
    expect(report).to_contain_text("1 nuevas", timeout=60_000)


def test_boundaries_are_published_and_the_map_is_signed_with_their_source(editable, tmp_path):
    store = Store.open(tmp_path, Workspace.PUBLISHED)
    table = gpd.read_parquet(store.folder / "territories.parquet")
    units = current_units(table)
    units = units[units["has_geometry"]]
    moved = [translate(shape, 0.002) for shape in units.geometry]
    columns = {"MPIO_CDPMP": units["territory_code"], "fuente": store.sources.index[0]}
    path = tmp_path / "mgn.gpkg"
    gpd.GeoDataFrame(columns, geometry=moved, crs=4326).to_file(path, driver="GPKG")
    page = editable.page
    page.goto(f"{editable.site}/datos#importar")
    page.locator("#import-kind").select_option("territorios")
    page.locator("#import-file").set_input_files(path)
    page.locator("#import-read").click()
    expect(page.locator(".import-report")).to_contain_text("cambian", timeout=120_000)
    accept = page.get_by_label("Acepto los avisos")
    if accept.count():
        accept.check()
    page.get_by_label("Quién publica").fill("Gobernación de Arauca")
    page.get_by_label("Por qué se publica").fill("MGN nuevo")
    page.locator("#import-publish").click()
    expect(page.locator(".done")).to_contain_text("Publicado.", timeout=120_000)
    page.goto(editable.site)
    editable.settle()
    signed = page.locator(".leaflet-control-attribution").first
    expect(signed).to_contain_text(f"Límites: {store.sources['publisher'].iloc[0]}")
