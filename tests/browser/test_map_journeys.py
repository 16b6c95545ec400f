"""Journeys of the first screen, as a mayor's office would make them."""

import pytest
from playwright.sync_api import expect

DEMO = "?espacio=demostracion"
BORDER_CODES = {"44430": "Maicao", "54874": "Villa del Rosario", "81001": "Arauca"}


def territory(page, code):
    return page.locator(f'path[data-territory="{code}"]')


def test_opens_on_an_answer(visit):
    page = visit.open()
    expect(page.locator("#map-answer")).to_contain_text("de los 100 municipios")
    expect(page.locator("#map-legend")).to_contain_text("sin dato")
    expect(page.locator("#side-list h2")).to_have_text("100 municipios")
    fills = page.locator("path[data-territory]").evaluate_all(
        "paths => new Set(paths.map(p => p.getAttribute('fill'))).size"
    )
    assert fills >= 4, "paper, hatch and at least two classes"


def test_every_municipality_has_a_path_and_a_name(visit):
    page = visit.open("?ambito=pais")
    labels = page.locator("path[data-territory]").evaluate_all(
        "paths => paths.map(p => [p.dataset.territory, p.getAttribute('aria-label')])"
    )
    assert len(labels) == 1121
    assert len({code for code, _ in labels}) == 1121
    assert all(": " in label for _, label in labels)


@pytest.mark.parametrize(("code", "name"), BORDER_CODES.items())
def test_selecting_a_municipality_shows_its_panel(visit, code, name):
    page = visit.open()
    territory(page, code).dispatch_event("click")
    expect(page.locator("#side-panel-box h2")).to_have_text(name)
    expect(page.locator("#side-panel")).to_contain_text("Empleo")
    expect(page.locator("#side-panel")).to_contain_text("Cohesión social")
    expect(page).to_have_url(f"{visit.site}/?municipio={code}")
    expect(page.locator("#side-tab-panel")).to_have_text(name)


def test_panel_says_whose_figure_it_is(visit):
    page = visit.open("?municipio=54874")
    employment = page.locator("#side-panel section").first
    expect(employment).to_contain_text("Cifra de Cúcuta A.M., que incluye a Villa del Rosario")


def test_keyboard_selects_and_walks(visit):
    page = visit.open()
    first = page.locator('path[data-territory][tabindex="0"]')
    expect(first).to_have_count(1)
    territory(page, "54001").focus()
    page.keyboard.press("ArrowUp")
    moved = page.evaluate("document.activeElement.dataset.territory")
    assert moved not in (None, "54001")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{visit.site}/?municipio={moved}")
    assert page.evaluate("document.activeElement.dataset.territory") == moved, "focus was lost"


def test_deep_link_restores_the_view_and_back_works(visit):
    page = visit.open("?ambito=linea_venezuela&indicador=poblacion&periodo=2020&municipio=44430")
    expect(page.locator("#side-panel-box h2")).to_have_text("Maicao")
    expect(page.locator("#filter-ambito")).to_have_value("linea_venezuela")
    expect(page.locator("#filter-periodo")).to_have_value("2020")
    expect(page.locator("#map-legend h2")).to_contain_text("2020")
    page.locator("#filter-periodo").select_option("2024")
    expect(page.locator("#map-legend h2")).to_contain_text("2024")
    expect(page).to_have_url(
        f"{visit.site}/?ambito=linea_venezuela&municipio=44430&indicador=poblacion&periodo=2024"
    )
    page.go_back()
    expect(page.locator("#map-legend h2")).to_contain_text("2020")
    expect(page.locator("#filter-periodo")).to_have_value("2020")


def test_sector_changes_legend_and_list(visit):
    page = visit.open("?espacio=demostracion&indicador=vacantes")
    before = page.locator("#side-list table").inner_text()
    page.locator("#filter-sector").select_option("G")
    expect(page.locator("#map-legend")).to_contain_text("G · Comercio")
    expect(page.locator("#side-list table")).not_to_have_text(before)
    assert page.locator("#side-list table").inner_text() != before
    expect(page).to_have_url(f"{visit.site}/?indicador=vacantes&sector=G&espacio=demostracion")


def test_list_selects(visit):
    page = visit.open()
    page.get_by_role("button", name="Maicao", exact=True).first.click()
    expect(page.locator("#side-panel-box h2")).to_have_text("Maicao")
    page.locator("#side-tab-list").click()
    expect(page.locator("#side-list")).to_be_visible()
    expect(page.locator('tr[data-row="44430"]')).to_have_class("selected")


def test_search_ignores_accents(visit):
    page = visit.open()
    page.locator("#search-field").click()
    page.keyboard.type("inirida")
    page.locator("[role=option]", has_text="Inírida").first.click()
    expect(page.locator("#side-panel-box h2")).to_have_text("Inírida")


def test_demonstration_is_watermarked_and_published_is_not(visit):
    page = visit.open("?espacio=demostracion")
    expect(page.locator(".watermark")).to_be_visible()
    expect(page.locator(".watermark")).to_contain_text("cifras sintéticas, no citar")
    page = visit.open("")
    expect(page.locator(".watermark")).to_have_count(0)


def test_display_only_changes_ask_nothing_of_the_server(visit):
    page = visit.open("?indicador=poblacion")
    visit.rest()
    visit.requests.clear()
    page.locator("#filter-periodo").select_option("2019")
    expect(page.locator("#map-legend h2")).to_contain_text("2019")
    page.wait_for_timeout(500)
    assert visit.requests == []


def test_unknown_values_fall_back_with_a_notice(visit):
    page = visit.open("?indicador=nada&municipio=99999")
    expect(page.locator("#page-notices")).to_contain_text("indicador «nada»")
    expect(page.locator("#map-legend h2")).to_contain_text("Migrantes por 1.000 habitantes")


def test_centre_card_says_status_and_validity(visit):
    page = visit.open("?departamento=54")
    page.locator(".centre-point[title*='Cúcuta']").first.dispatch_event("click")
    card = page.locator(".map-card")
    expect(card).to_contain_text("Centro Intégrate")
    expect(card).to_contain_text("Desde 23 de mayo de 2022")
    expect(card).to_contain_text("Fuente")


def test_english(visit):
    page = visit.open("?idioma=en")
    expect(page.locator("#map-answer")).to_contain_text("municipalities have a figure")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#side-tab-list")).to_have_text("List")


def test_layers_combine(visit):
    page = visit.open("?capas=ninguna")
    expect(page.locator(".leaflet-circles-pane path")).to_have_count(0)
    page.get_by_role("checkbox", name="Personas").check()
    expect(page.locator(".leaflet-circles-pane path").first).to_be_visible()
    page.get_by_label("Demanda").check()
    expect(page.locator("#map-legend-layers")).to_contain_text("Demanda: Personas ocupadas")
    page.locator("#filter-sector").select_option("G")
    expect(page.locator("#map-legend-layers")).to_contain_text("Comercio y reparación")
    assert "capas=personas%2Cdemanda" in page.url


def test_the_view_stays_when_a_filter_changes(visit):
    page = visit.open("?indicador=poblacion")
    place = "() => document.querySelector('.map-column .leaflet-map-pane').style.transform"
    page.wait_for_timeout(400)
    before = page.evaluate(place)
    page.locator("#filter-periodo").select_option("2019")
    expect(page.locator("#map-legend h2")).to_contain_text("2019")
    assert page.evaluate(place) == before


def test_switches_keep_the_view(visit):
    page = visit.open("?indicador=poblacion")
    page.locator("#filter-periodo").select_option("2019")
    page.locator("#page-language-link").click()
    visit.settle()
    expect(page.locator("#map-legend h2")).to_contain_text("2019")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("#page-workspace").click()
    visit.settle()
    expect(page.locator(".watermark")).to_be_visible()
    expect(page).to_have_url(
        f"{visit.site}/?indicador=poblacion&periodo=2019&idioma=en&espacio=demostracion"
    )


def test_the_fixed_link_names_the_snapshot_and_opens_the_same_view(visit):
    page = visit.open("?municipio=44430")
    page.locator("#page-permalink").click()
    visit.settle()
    expect(page.locator("#side-panel-box h2")).to_have_text("Maicao")
    assert "corte=" in page.url


BOXES = """elements => elements.map(e => { const b = e.getBoundingClientRect();
  return [b.left, b.top, b.right, b.bottom]; }).filter(b => b[2] > b[0])"""
MARKS = ".unit-cluster, .unit-point, .centre-point span, .leaflet-circles-pane path"
SLACK = 3  # pixels: names are measured by their letters, not by their ink


def apart(a, b):
    return a[2] - SLACK < b[0] or b[2] - SLACK < a[0] or a[3] - SLACK < b[1] or b[3] - SLACK < a[1]


def clear_of_disc(box, disc):
    """A round mark leaves the corners of its box free; dots are smaller than a letter."""
    x, y, r = (disc[0] + disc[2]) / 2, (disc[1] + disc[3]) / 2, (disc[2] - disc[0]) / 2
    dx, dy = max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3])
    return r <= 3.5 or (dx**2 + dy**2) ** 0.5 > r - SLACK


@pytest.mark.parametrize(
    "search",
    [
        "?espacio=demostracion",
        "?espacio=demostracion&ambito=pais",
        (
            "?espacio=demostracion&ambito=linea_venezuela&indicador=vacantes"
            "&capas=personas,unidades,centros,demanda"
        ),
        "?departamento=54&municipio=54874",
    ],
)
def test_names_never_lie_over_one_another_nor_over_marks(visit, search):
    page = visit.open(search)
    expect(page.locator(".place-label").nth(4)).to_be_attached()
    page.wait_for_timeout(800)
    names = page.locator(".place-label span").evaluate_all(BOXES)
    cards = page.locator(".cards .float, .inset, .country-label span").evaluate_all(BOXES)
    marks = page.locator(MARKS).evaluate_all(BOXES)
    for i, name in enumerate(names):
        assert all(apart(name, other) for other in names[i + 1 :])
        assert all(apart(name, card) for card in cards)
        assert all(clear_of_disc(name, mark) for mark in marks)


def test_closer_names_are_more_and_the_chosen_one_is_among_them(visit):
    page = visit.open("?ambito=pais&municipio=99773&capas=ninguna")
    chosen = page.locator(".place-label.chosen")
    expect(chosen).to_have_text("Cumaribo")
    far = set(page.locator(".place-label").all_inner_texts())
    for _ in range(3):
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(350)
    page.wait_for_timeout(600)
    near = set(page.locator(".place-label").all_inner_texts())
    assert near - far, "names that had no room before"


def test_the_neighbours_are_named_in_view_at_national_scope(visit):
    page = visit.open("?ambito=pais")
    names = page.locator(".country-label")
    expect(names).to_have_count(5)
    assert set(names.all_inner_texts()) == {"VENEZUELA", "BRASIL", "PERÚ", "ECUADOR", "PANAMÁ"}
    frame = page.locator("#map-map").bounding_box()
    for left, top, right, bottom in page.locator(".country-label span").evaluate_all(BOXES):
        assert frame["x"] <= left
        assert right <= frame["x"] + frame["width"]
        assert frame["y"] <= top
        assert bottom <= frame["y"] + frame["height"]


def test_cucuta_has_a_small_map_while_it_is_a_sliver_on_the_large_one(visit):
    page = visit.open(DEMO + "&municipio=54874")
    small = page.locator("#map-inset-box")
    expect(small).to_be_visible()
    own = small.locator('path[data-code="54874"]')
    expect(own).to_have_attribute(
        "fill", page.locator('path[data-territory="54874"]').first.get_attribute("fill")
    )
    expect(small.locator("path.halo")).to_have_count(1)
    frame = small.locator("svg").bounding_box()
    shape = own.bounding_box()
    assert frame["x"] <= shape["x"]
    assert shape["x"] + shape["width"] <= frame["x"] + frame["width"]
    assert frame["y"] <= shape["y"]
    assert shape["y"] + shape["height"] <= frame["y"] + frame["height"]
    page = visit.open(DEMO + "&departamento=44")
    expect(small).to_be_hidden()


def test_a_phone_sees_the_scope_and_no_small_map_of_cucuta(browser, site):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{site}/{DEMO}")
    expect(page.locator(".place-label").first).to_be_visible(timeout=60_000)
    expect(page.locator("#map-inset-box")).to_be_hidden()
    frame = page.locator("#map-map").bounding_box()
    for code in ("44847", "94883"):  # the ends of the border: Uribia and San Felipe
        shape = territory(page, code).bounding_box()
        assert frame["x"] <= shape["x"]
        assert shape["x"] + shape["width"] <= frame["x"] + frame["width"]
    context.close()
