"""The kit opened from a folder: no server, no network, the same numbers as the dashboard."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

from app import ROOT
from callbacks.exports.kinds import Kind
from callbacks.exports.maker import Maker
from callbacks.exports.making import made_of

DEMO = "espacio=demostracion"


def nobody(_done, _of):
    """Nobody listens."""


@pytest.fixture(scope="module")
def folder(demonstration, tmp_path_factory):
    """A kit of Villa del Rosario, unpacked."""
    maker = Maker.over(demonstration.folder.parents[1], ROOT / "data")
    made = made_of(Kind.KIT, maker, "/municipio/54874", DEMO, nobody)
    home = tmp_path_factory.mktemp("memoria")
    with zipfile.ZipFile(io.BytesIO(made.body)) as archive:
        archive.extractall(home)
    (inside,) = home.iterdir()
    return inside


@pytest.fixture
def opened(browser, folder):
    """Opens a page of the kit with every way to a network cut; ends with what it asked for."""
    context, asked = browser.new_context(viewport={"width": 1366, "height": 768}), []
    context.route(re.compile("^(?!file:|data:)"), lambda route: (
        asked.append(route.request.url), route.abort()))  # fmt: skip
    context.set_offline(True)
    page, failed = context.new_page(), []
    page.on("pageerror", lambda error: failed.append(str(error)))

    def open_(name):
        page.goto((folder / name).as_uri())
        return page

    yield open_
    context.close()
    assert (asked, failed) == ([], [])


def at(page):
    return page.locator(".scene:visible .progress").inner_text()


def test_a_whole_roundtable_runs_from_a_folder(opened):
    page = opened("mesa.html")
    expect(page.locator("html.scripted")).to_be_attached()
    scenes = page.locator(".scene").count()
    assert scenes > 5
    with page.context.expect_page() as notes:
        page.keyboard.press("n")
    expect(notes.value.locator(".of")).to_have_text(f"1 de {scenes}")
    notes.value.keyboard.press("PageDown")
    expect(page.locator(".scene-mapa:visible .drawn path.area").first).to_be_visible()
    notes.value.close()
    for n in range(3, scenes + 1):
        page.keyboard.press("PageDown")
        assert at(page) == f"{n} de {scenes}"
        foot = page.locator(".scene:visible footer .source")
        expect(foot).to_have_text(re.compile(r"^Fuente: .*Instantánea [0-9a-f]{12}\.$"))
    page.keyboard.press("c")
    page.keyboard.press("Home")
    assert at(page) == f"1 de {scenes}"


def test_the_show_of_the_kit_is_that_of_the_dashboard(opened, visit, folder):
    """The same scenes, word by word and area by area, and the same snapshot."""
    scenes = "[...document.querySelectorAll('.scene')].map((scene) => scene.innerHTML)"
    kept = opened("mesa.html").evaluate(scenes)
    snapshot = folder.name.rpartition("-")[2]
    visit.page.goto(f"{visit.site}/mesa?{DEMO}&municipio=54874")
    visit.page.get_by_role("link", name="Usar el guion propuesto").click(timeout=60_000)
    expect(visit.page.locator(".scenes > li").first).to_be_visible()
    visit.page.get_by_role("link", name="Presentar").click()
    expect(visit.page.locator("html.scripted")).to_be_attached()
    assert f"corte={snapshot}" in visit.page.url
    assert visit.page.evaluate(scenes) == kept


def test_the_start_page_leads_to_everything_that_the_kit_holds(opened, folder):
    page = opened("index.html")
    expect(page.locator("h1")).to_contain_text("Villa del Rosario")
    expect(page.locator(".frozen")).to_contain_text(folder.name.rpartition("-")[2])
    expect(page.locator(".watermark")).to_be_visible()
    links = page.locator("main a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    files = {str(path.relative_to(folder)) for path in folder.rglob("*.*")}
    assert set(links) == {f for f in files if not f.startswith("mapas/")} - {"index.html"}
    page.get_by_role("link", name="Mapas").click()
    expect(page.locator("figure img").first).to_be_visible()
    page.get_by_role("link", name="Volver al contenido").click()
    page.get_by_role("link", name="Ficha de Villa del Rosario").click()
    expect(page.locator(".headline").first).to_be_visible()


def test_the_table_of_a_map_has_the_figures_of_its_file(opened, folder):
    page = opened("mapas.html")
    table = page.locator("#migrantes_por_mil table")
    page.locator("#migrantes_por_mil summary").click()
    rows = (folder / "datos" / "mapa-migrantes_por_mil.csv").read_text("utf-8-sig").splitlines()
    expect(table.locator("tbody tr")).to_have_count(len(rows) - 1)
    loaded = "imgs => imgs.every((img) => img.complete && img.naturalWidth > 0)"
    page.locator("figure img").last.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    assert page.locator("#migrantes_por_mil img").evaluate_all(loaded)


def test_no_page_of_the_kit_is_large(folder):
    assert all(path.stat().st_size < 5_000_000 for path in folder.rglob("*.html"))
