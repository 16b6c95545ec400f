"""The map is painted before the application has started, and stays when it never does."""

import pytest
from playwright.sync_api import expect

SHAPES = """(paths) => Object.fromEntries([...document.querySelectorAll(paths)].map((path) => {
  const { x, y, width, height } = path.getBoundingClientRect();
  const style = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray'];
  return [path.dataset.first ?? path.dataset.territory,
    { style: style.map((name) => path.getAttribute(name)), box: [x, y, width, height] }];
}))"""
INSIDE = """() => {
  const { left, top, right, bottom } = document.querySelector('.map').getBoundingClientRect();
  return [left, top, right, bottom];
}"""
NEARLY_PX = 4
"""Leaflet leaves out points within a pixel of a line, on both sides."""

WIDE, NARROW = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
VIEWS = [
    pytest.param(WIDE, "", id="published, border"),
    pytest.param(WIDE, "?ambito=pais&indicador=poblacion", id="a count of the nation"),
    pytest.param(WIDE, "?espacio=demostracion&ambito=pais&municipio=44430", id="a municipality"),
    pytest.param(WIDE, "?espacio=demostracion&departamento=54&periodo=2020", id="a department"),
    pytest.param(WIDE, "?espacio=demostracion&medida=brecha", id="difference from the nation"),
    pytest.param(
        WIDE,
        "?espacio=demostracion&ambito=pais&indicador=tasa_desocupacion&segundo=tasa_informalidad",
        id="two indicators at once",
    ),
    pytest.param(NARROW, "?espacio=demostracion", id="on a telephone"),
    pytest.param(NARROW, "?indicador=tasa_desocupacion&ambito=linea_venezuela", id="hatched"),
]


@pytest.fixture
def opened(browser, site):
    """Open an address, with some files that never arrive."""
    contexts = []

    def go(search="", viewport=WIDE, *, blocked=(), script=True, wait=".first-picture"):
        context = browser.new_context(viewport=viewport, locale="es-CO", java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        for pattern in blocked:
            page.route(pattern, lambda route: route.abort())
        page.goto(f"{site}/{search}")
        if wait:
            page.wait_for_selector(wait, state="attached")
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("viewport", "search"), VIEWS)
def test_the_first_picture_is_the_map_that_follows(opened, visit, viewport, search):
    first = opened(search, viewport, blocked=["**/main.mjs"])
    early = first.evaluate(SHAPES, "[data-first]")
    sentence = first.locator(".answer").inner_text()
    visit.page.set_viewport_size(viewport)
    visit.open(search)
    late = visit.page.evaluate(SHAPES, "#map-map path[data-territory]")
    left, top, right, bottom = visit.page.evaluate(INSIDE)
    inside = 0
    for code, shape in early.items():
        assert shape["style"] == late[code]["style"], code
        x, y, width, height = shape["box"]
        if x > left and y > top and x + width < right and y + height < bottom:
            inside += 1
            assert shape["box"] == pytest.approx(late[code]["box"], abs=NEARLY_PX), code
    assert inside > 20
    expect(visit.page.locator("#map-answer")).to_have_text(sentence)


def test_the_first_picture_gives_way(visit):
    page = visit.open("?espacio=demostracion")
    expect(page.locator(".first-picture, #first-page")).to_have_count(0)
    assert page.evaluate("document.querySelectorAll('#map-answer').length") == 1
    expect(page.locator("#page-failed")).to_be_hidden()


WATCHED = """
  window.seen = [];
  const look = () => {
    const painted = (paths) => [...document.querySelectorAll(paths)]
      .some((path) => path.getAttribute('fill') === 'var(--ramp-5)');
    const first = painted('[data-first]');
    const live = painted('#map-map path[data-territory]');
    const now = first && live ? 'both' : first ? 'first' : live ? 'live' : 'none';
    if (window.seen.at(-1) !== now) window.seen.push(now);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
"""


def test_no_frame_is_without_the_map_and_none_has_it_twice(visit):
    visit.page.add_init_script(WATCHED)
    page = visit.open("?espacio=demostracion")
    assert page.evaluate("window.seen") in (["none", "first", "live"], ["first", "live"])


@pytest.mark.parametrize(
    "blocked",
    [
        "**/main.mjs",
        "**/painting.mjs",
        "**/dash_renderer*.js",
        "**/dash_leaflet.*.js",
        "**/async-GeoJSON.js",
        "**/react-dom*.js",
    ],
)
def test_a_file_that_never_arrives_is_told_and_the_map_stays(opened, blocked):
    page = opened(blocked=[blocked])
    told = page.locator("#page-failed")
    expect(told).to_be_visible()
    expect(told).to_contain_text("Una parte del programa de esta página no llegó")
    expect(told.get_by_role("link", name="recargar")).to_be_visible()
    expect(page.locator(".first-picture")).to_be_visible()
    table = told.get_by_role("link", name="tabla").get_attribute("href")
    assert page.request.get(page.url.rstrip("/") + table).text().startswith("\ufeffindicador,")
    expect(page.get_by_text("Cargando").filter(visible=True)).to_have_count(0)


def test_a_layout_that_never_arrives_is_told(opened):
    page = opened("?idioma=en", blocked=["**/_dash-layout"])
    expect(page.locator("#page-failed")).to_be_visible(timeout=30_000)
    expect(page.locator("#page-failed")).to_contain_text("did not arrive")
    expect(page.locator(".first-picture")).to_be_visible()


def test_words_that_never_arrive_are_told(opened):
    page = opened(blocked=["**/vocabulario/**"])
    expect(page.locator("#page-failed")).to_be_visible()
    expect(page.locator(".first-picture")).to_be_visible()


def test_figures_that_never_arrive_are_told(opened):
    page = opened(blocked=["**/valores/**"], wait="#map-map")
    expect(page.locator("#page-message")).to_contain_text("No se pudieron traer las cifras")
    expect(page.get_by_text("Cargando").filter(visible=True)).to_have_count(0)


def test_boundaries_that_never_arrive_are_told(opened):
    page = opened(blocked=["**/geometry/**"], wait="#map-map")
    expect(page.locator("#page-failed")).to_be_visible()
    expect(page.get_by_text("Cargando").filter(visible=True)).to_have_count(0)


def test_without_the_first_picture_the_application_still_opens(opened):
    page = opened(blocked=["**/first.mjs"], wait="path[data-territory]")
    expect(page.locator("#map-legend")).to_contain_text("sin dato")
    expect(page.locator("#page-failed")).to_be_hidden()
    expect(page.locator("#first-page")).to_have_count(0)


@pytest.mark.parametrize(
    ("search", "sentence", "link"),
    [
        ("?espacio=demostracion", "no ejecuta JavaScript", "tabla"),
        ("?idioma=en", "does not run JavaScript", "table"),
    ],
)
def test_a_browser_without_scripts_is_led_to_the_figures(opened, search, sentence, link):
    page = opened(search, script=False, wait=None)
    expect(page.get_by_text(sentence)).to_be_visible()
    ways = page.locator(".failing.unscripted")
    address = ways.get_by_role("link", name=link).get_attribute("href")
    assert address == f"/mapa.csv{search}"
    expect(page.locator("nav a").first).to_be_visible()
    expect(page.locator("#first-page .answer")).to_be_empty()
