"""A roundtable prepared and presented: the order by links, the show by keys, touch and clicker,
the notes in a window of their own, and all of it with the network cable out."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

DEMO = "espacio=demostracion"
ORDER = (
    "portada.nota-Saludar_a_la_mesa~mapa.indicador-migrantes_por_mil.capas-centros-unidades"
    "~mapa.indicador-poblacion_migrante_venezolana~brechas~sectores~ficha~programas"
    "~texto.titulo-Acuerdos.texto-Lo_que_sigue"
)
OVERFLOW = """() => {
  const scene = [...document.querySelectorAll('.scene')].find(({ hidden }) => !hidden);
  const inside = scene.querySelectorAll('.body, .told, .aside, footer, table');
  const over = (e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1;
  return [document.documentElement, scene, ...inside].filter(over)
    .map(({ className, tagName }) => `${tagName}.${className}`);
}"""
SMALLEST = """() => {
  const scene = [...document.querySelectorAll('.scene')].find(({ hidden }) => !hidden);
  const sizes = [...scene.querySelectorAll('*')]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
    .map((e) => {
      const map = e.closest('svg.drawn');
      const view = map?.viewBox.baseVal;
      const size = parseFloat(getComputedStyle(e).fontSize);
      if (!map) return size;
      return size * Math.min(map.clientWidth / view.width, map.clientHeight / view.height);
    });
  return Math.min(...sizes);
}"""


SWIPE = """([from, to]) => {
  const send = (type, clientX) => {
    const touch = new Touch({ identifier: 1, target: document.body, clientX, clientY: 300 });
    const options = { bubbles: true, cancelable: true, changedTouches: [touch] };
    document.body.dispatchEvent(new TouchEvent(type, options));
  };
  send('touchstart', from);
  send('touchend', to);
}"""
FILLS = """([select, name]) => Object.fromEntries([...document.querySelectorAll(select)]
  .map((path) => [path.dataset[name], path.getAttribute('fill')]))"""
THEME = """() => {
  const { contrast, bsTheme } = document.documentElement.dataset;
  return contrast || bsTheme;
}"""


def serious(page):
    return [
        (violation["id"], node["html"][:160])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.fixture
def show(visit):
    """Opens a show and waits until it runs."""

    def opened(query=f"{DEMO}&municipio=54874", order=ORDER):
        visit.page.emulate_media(reduced_motion="reduce")
        visit.page.goto(f"{visit.site}/mesa/presentar?{query}&guion={order}")
        expect(visit.page.locator("html.scripted")).to_be_attached()
        return visit.page

    return opened


@pytest.fixture
def mesa(visit):
    """Opens the page of a running order and waits until it is written."""

    def opened(query=DEMO):
        visit.page.goto(f"{visit.site}/mesa?{query}")
        expect(visit.page.locator("#guion")).to_be_visible(timeout=60_000)
        return visit.page

    return opened


def at(page):
    return page.locator(".scene:visible .progress").inner_text()


def kinds(page):
    return page.locator(".scenes .scene-head > b").all_inner_texts()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)], ids=["1366", "1920"])
@pytest.mark.parametrize("query", [f"{DEMO}&seleccion=54874,44430,81001,54001", "municipio=44430",
                                   f"{DEMO}&ambito=pais&idioma=en"])  # fmt: skip
def test_every_scene_fits_the_screen_in_large_words(show, visit, query, size):
    visit.page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    page = show(query)
    for n in range(1, 9):
        assert at(page) in (f"{n} de 8", f"{n} of 8")
        assert page.evaluate(OVERFLOW) == [], n
        assert page.evaluate(SMALLEST) >= 28, n
        page.keyboard.press("PageDown")


def test_keys_and_clicker_lead_through_the_show(show):
    page = show()
    seen = []
    for key in ("ArrowRight", " ", "PageDown", "ArrowLeft", "PageUp", "End", "ArrowRight", "Home",
                "ArrowUp", "ArrowDown", "Enter", "Shift+ "):  # fmt: skip
        page.keyboard.press(key)
        seen.append(at(page).split()[0])
    assert seen == ["2", "3", "4", "3", "2", "8", "8", "1", "1", "2", "3", "2"]
    assert page.url.endswith("#2")
    expect(page.locator(".scene:visible h2")).to_be_focused()
    page.keyboard.press("b")
    expect(page.locator(".black")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".black")).to_be_hidden()
    assert at(page).startswith("2")


def test_escape_lists_the_scenes_and_the_keys(show):
    page = show()
    page.keyboard.press("Escape")
    scenes = page.locator("#scenes")
    expect(scenes).to_be_visible()
    expect(scenes).to_contain_text("AvPág")
    scenes.get_by_role("button", name="Matriz de brechas").click()
    expect(scenes).to_be_hidden()
    assert at(page).startswith("4")
    page.keyboard.press("Escape")
    scenes.get_by_role("link", name="Volver al guion").click()
    expect(page.locator("#guion")).to_be_visible(timeout=60_000)
    assert len(kinds(page)) == 8


def test_clicks_and_touch_lead_through_the_show(show, visit):
    page = show()
    page.mouse.click(1000, 700)
    assert at(page).startswith("2")
    page.mouse.click(100, 700)
    assert at(page).startswith("1")
    page.evaluate(SWIPE, [900, 300])
    assert at(page).startswith("2")
    page.evaluate(SWIPE, [300, 900])
    assert at(page).startswith("1")
    page.evaluate(SWIPE, [300, 310])
    assert at(page).startswith("1")


@pytest.fixture
def unplugged(show):
    """A show whose network is cut once it has opened; ends with what was asked for after that."""
    page, blocked = show(), []
    page.context.route("**/*", lambda route: (blocked.append(route.request.url), route.abort()))
    page.context.set_offline(True)
    yield page
    assert blocked == []
    page.context.set_offline(False)


def test_a_whole_show_runs_with_the_network_out(unplugged):
    """Everything is cut after the page has opened: scenes, themes, list, notes and clock go on."""
    page = unplugged
    first = [page.locator(".scene").nth(i).inner_html() for i in range(8)]
    with page.context.expect_page() as opened:
        page.keyboard.press("n")
    notes = opened.value
    expect(notes.locator(".notes")).to_contain_text("Saludar a la mesa")
    expect(notes.locator(".next")).to_contain_text("Sigue: Migrantes por 1.000 habitantes")
    notes.keyboard.press("PageDown")
    expect(page.locator(".scene-mapa:visible .drawn path.area").first).to_be_visible()
    assert at(page).startswith("2")
    notes.get_by_role("button", name="Escena siguiente").click()
    expect(notes.locator(".of")).to_have_text("3 de 8")
    expect(notes.locator(".time")).not_to_have_text("0:00", timeout=5000)
    notes.get_by_role("button", name="Detener").click()
    expect(notes.get_by_role("button", name="Empezar")).to_be_visible()
    for n in range(4, 9):
        page.keyboard.press("ArrowRight")
        assert at(page) == f"{n} de 8"
        expect(page.locator(".scene:visible footer .source")).to_contain_text("Fuente:")
        expect(page.locator(".scene:visible footer .source")).to_contain_text("Instantánea")
    expect(notes.locator(".next")).to_have_text("Es la última escena.")
    for theme in ("dark", "more", "light"):
        page.keyboard.press("c")
        assert page.evaluate(THEME) == theme
    assert [page.locator(".scene").nth(i).inner_html() for i in range(8)] == first, "a number moved"
    notes.close()


def test_the_legend_of_the_show_counts_as_that_of_the_map(show, visit):
    visit.open(f"?{DEMO}&indicador=migrantes_por_mil")
    shown = visit.page.locator("#map-legend .classes li").all_inner_texts()
    fills = visit.page.evaluate(FILLS, ["path[data-territory]", "territory"])
    page = show(DEMO, "mapa.indicador-migrantes_por_mil")
    drawn = page.locator(".keys li").all_inner_texts()
    assert [" ".join(words.split()) for words in drawn] == [" ".join(w.split()) for w in shown]
    of = page.evaluate(FILLS, [".drawn > path.area", "code"])
    assert {code: fill for code, fill in fills.items() if code in of} == of
    assert len(of) == 100


def test_an_order_is_made_changed_and_kept_by_its_link(mesa, visit):
    page = mesa(f"{DEMO}&municipio=54874")
    assert re.search(r"corte=[0-9a-f]{12}", page.url)
    expect(page.locator("#guion")).to_contain_text("El guion está vacío")
    page.get_by_role("link", name="Usar el guion propuesto").click()
    expect(page.locator(".scenes > li")).to_have_count(8)
    before = kinds(page)
    page.get_by_role("link", name="Bajar la escena 1, Portada").click()
    expect(page.locator(".scenes .scene-head > b").nth(1)).to_have_text("Portada")
    page.get_by_role("link", name="Quitar la escena 2, Portada").click()
    expect(page.locator(".scenes > li")).to_have_count(7)
    page.get_by_role("link", name="Agregar: Texto propio").click()
    expect(page.locator(".scenes > li")).to_have_count(8)
    last = page.locator(".scenes > li").last
    last.locator("summary").click()
    last.get_by_label("Título").fill("Cierre <b>")
    last.get_by_label("Notas para quien presenta").fill("Agradecer")
    last.get_by_role("button", name="Guardar en el enlace").click()
    expect(last).to_contain_text("Cierre <b>")
    expect(last.locator(".notes-of")).to_have_text("Agradecer")
    link, now = page.url, kinds(page)
    assert now != before
    for _ in range(4):
        page.go_back()
    expect(page.locator(".scenes .scene-head > b").first).to_have_text("Portada")
    assert kinds(page) == before
    page.goto(link)
    expect(page.locator(".scenes > li")).to_have_count(8, timeout=60_000)
    assert kinds(page) == now
    page.get_by_role("link", name="Presentar").click()
    expect(page.locator("html.scripted")).to_be_attached()
    assert at(page) == "1 de 8"


LATE = """() => {
  const { fetch } = window;
  let late = true;
  window.fetch = async (address, ...rest) => {
    if (late && String(address).includes("guion.json")) {
      late = false;
      await new Promise((done) => setTimeout(done, 900));
    }
    return fetch(address, ...rest);
  };
}"""


def test_a_late_answer_never_shows_another_order_than_the_address(mesa):
    page = mesa(f"{DEMO}&guion=portada~brechas~ficha")
    first = kinds(page)
    for number in (1, 2):
        page.get_by_role("link", name=f"Bajar la escena {number}, Portada").click()
        expect(page.locator(".scenes .scene-head > b").nth(number)).to_have_text("Portada")
    page.evaluate(LATE)
    page.go_back()
    page.go_back()
    expect(page.locator(".scenes .scene-head > b").first).to_have_text("Portada")
    page.wait_for_timeout(1400)
    assert kinds(page) == first


def test_an_order_is_changed_by_keyboard_alone(mesa):
    page = mesa(f"{DEMO}&guion=portada~brechas~ficha")
    link = page.get_by_role("link", name="Bajar la escena 1, Portada")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".scenes .scene-head > b").first).to_have_text("Matriz de brechas")
    expect(page.locator("#guion h3")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Presentar")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("html.scripted")).to_be_attached()


def test_a_municipality_is_added_and_removed(mesa):
    page = mesa(f"{DEMO}&guion=ficha")
    box = page.get_by_role("combobox", name="Agregar un municipio")
    box.fill("maicao")
    expect(page.locator(".mesa [role=option]").first).to_be_visible()
    box.press("Enter")
    expect(page.locator(".chips-of")).to_contain_text("Maicao")
    assert "seleccion=44430" in page.url
    assert "guion=ficha" in page.url
    page.get_by_role("link", name="Quitar Maicao").click()
    expect(page.locator(".chips-of")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark", "more"])
def test_no_serious_violation_in_a_show(show, visit, theme):
    visit.page.emulate_media(color_scheme="dark" if theme == "dark" else "light",
                             contrast="more" if theme == "more" else "no-preference")  # fmt: skip
    page = show()
    for _ in range(8):
        assert serious(page) == []
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    assert serious(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 390])
def test_no_serious_violation_on_the_page_of_an_order(mesa, visit, scheme, width):
    visit.page.set_viewport_size({"width": width, "height": 844})
    visit.page.emulate_media(color_scheme=scheme)
    page = mesa(f"{DEMO}&seleccion=54874,44430&guion={ORDER}")
    page.locator(".scenes summary").nth(1).click()
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
