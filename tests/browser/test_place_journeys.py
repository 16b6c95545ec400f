"""A person looks for units and centres: by filters, by keyboard, on the map, on a telephone."""

import csv

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import serious

DEMO = "espacio=demostracion"
DRAWN = """() => document.querySelectorAll('.places-map .leaflet-marker-icon').length > 0
  && document.querySelectorAll('.places-map path').length > 3"""


def opened(visit, query):
    page = visit.page
    page.goto(f"{visit.site}/lugares?{query}")
    expect(page.locator("#lista tbody tr, #tarjeta").first).to_be_visible(timeout=60_000)
    page.wait_for_function(DRAWN, timeout=60_000)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", [f"{DEMO}&lugar=CD-01", "idioma=en"])
def test_no_serious_violation(visit, query, scheme):
    visit.page.emulate_media(color_scheme=scheme)
    assert serious(opened(visit, query)) == []


def test_no_serious_violation_on_a_telephone_and_nothing_is_wider_than_it(visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = opened(visit, f"{DEMO}&lugar=UP-00001")
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def choose(page, *typed):
    """Choices of the filters that follow each other, by their first letters."""
    for words in typed:
        page.keyboard.type(words)
        page.keyboard.press("Tab")


def press(page, locator):
    locator.focus()
    page.keyboard.press("Enter")


def test_by_keyboard_from_the_filters_to_a_sorted_list(visit):
    page = opened(visit, DEMO)
    expect(page.locator(".told .headline")).to_contain_text("1.4")
    page.locator("select[name=clase]").focus()
    choose(page, "Unidades productivas", "C ·", "en riesgo")
    press(page, page.locator(".filters .show"))
    page.wait_for_url("**estado=en_riesgo**")
    assert "clase=unidad" in page.url
    assert "sector=C" in page.url
    states = page.locator("#lista .state")
    expect(states.first).to_be_visible(timeout=60_000)
    assert set(states.all_text_contents()) == {"en riesgo"}
    press(page, page.locator("#lista thead a").nth(2))
    page.wait_for_url("**orden=territorio**")
    expect(page.locator("#lista th[aria-sort=ascending]")).to_have_count(1, timeout=60_000)
    assert page.locator("#lista tbody tr").count() > 5


def test_by_keyboard_from_a_row_to_its_card_and_back(visit):
    page = opened(visit, f"{DEMO}&clase=unidad&sector=C&estado=en_riesgo&orden=-nombre")
    first = page.locator("#lista tbody a").first
    name = first.text_content()
    press(page, first)
    page.wait_for_url("**lugar=UP-**")
    expect(page.locator("#tarjeta h3")).to_have_text(name, timeout=60_000)
    expect(page.locator("#tarjeta")).to_contain_text("C · Industrias manufactureras")
    press(page, page.locator("#tarjeta .close a"))
    page.wait_for_url(lambda url: "lugar=" not in url)
    expect(page.locator("#tarjeta")).to_have_count(0)
    assert "estado=en_riesgo" in page.url
    assert "orden=-nombre" in page.url


def test_the_download_has_the_rows_of_the_list(visit, tmp_path):
    page = opened(visit, f"{DEMO}&municipio=94001&clase=unidad&estado=en_riesgo")
    listed = page.locator("#lista tbody tr").count()
    with page.expect_download() as download:
        page.locator(".beside > .links a").first.click()
    path = tmp_path / "lista.csv"
    download.value.save_as(path)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == listed > 0
    assert {row["territorio"] for row in rows} == {"Inírida"}


def test_a_centre_on_the_large_map_leads_to_its_card(visit):
    page = visit.open("?municipio=44001&capas=centros#centro-integrate-riohacha")
    link = page.locator(".map-card a")
    expect(link).to_be_visible(timeout=60_000)
    link.click()
    page.wait_for_url("**/lugares?**lugar=integrate-riohacha#tarjeta")
    expect(page.locator("#tarjeta h3")).to_have_text("Centro Intégrate Riohacha", timeout=60_000)
    expect(page.locator("#tarjeta h4")).to_have_text("Área de captación")
    assert "municipio=44001" in page.url


@pytest.mark.parametrize(
    ("href", "search", "expected"),
    [
        ("/lugares?lugar=A#tarjeta", "?municipio=1", "/lugares?municipio=1&lugar=A#tarjeta"),
        ("/lugares#tarjeta", "", "/lugares#tarjeta"),
        ("/datos", "?a=1,2", "/datos?a=1,2"),
    ],
)
def test_a_link_keeps_what_was_chosen_and_its_own_part(visit, href, search, expected):
    visit.page.goto(f"{visit.site}/health")
    made = visit.page.evaluate(
        "async ([href, search]) => (await import('/assets/mirador/reading.mjs'))"
        ".carried(href, search)",
        [href, search],
    )
    assert made == expected


def test_municipalities_of_the_map_by_the_part_that_they_play(visit):
    visit.page.goto(f"{visit.site}/health")
    made = visit.page.evaluate(
        "async () => (await import('/assets/mirador/places.mjs'))"
        ".areas(['a', 'b', 'c'].map((id) => ({ id, properties: { n: id } })), ['a', 'b'], ['b'])"
        ".map(({ id, properties }) => id + ':' + properties.part)"
    )
    assert made == ["a:inside", "b:caught"]
