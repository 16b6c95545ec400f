"""A roundtable looks at gaps: weights moved, a municipality chosen, the method behind a number."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

DEMO = "espacio=demostracion"


@pytest.fixture
def read(visit):
    """Opens a view that is read and waits until its body is written."""

    def opened(address):
        visit.page.goto(visit.site + address)
        expect(visit.page.locator("#data-body > *").first).to_be_visible(timeout=60_000)
        return visit.page

    return opened


def first_rows(page):
    return page.locator(".matrix").first.locator("tbody th").all_inner_texts()[:10]


def test_weights_move_the_order_and_stay_in_the_address(read):
    page = read(f"/brechas?{DEMO}")
    before = first_rows(page)
    page.locator("details.asked summary").click()
    for place in range(7):
        page.locator(f'[data-weight="{place}"]').fill("5" if place == 2 else "0")
    page.get_by_role("button", name="Aplicar").click()
    page.wait_for_url("**pesos=0,0,5,0,0,0,0**")
    expect(page.locator(".matrix").first).to_be_visible(timeout=60_000)
    assert first_rows(page) != before
    page.go_back()
    expect(page.locator(".matrix").first).to_be_visible(timeout=60_000)
    assert first_rows(page) == before


def test_a_row_leads_to_its_municipality_and_on_to_the_map(read):
    page = read(f"/brechas?{DEMO}")
    row = page.locator("[data-municipality]").nth(3)
    name = row.inner_text()
    row.click()
    page.wait_for_url("**municipio=*#municipio")
    heading = page.locator("#municipio h3")
    expect(heading).to_contain_text(name, timeout=60_000)
    heading.locator("a").click()
    expect(page.locator("#side-panel-box h2")).to_have_text(name, timeout=60_000)
    assert "espacio=demostracion" in page.url


def test_the_header_keeps_workspace_and_language(read):
    page = read(f"/brechas?{DEMO}&idioma=en")
    page.locator(".top nav a", has_text="Method").click()
    expect(page.locator("main h2")).to_have_text("Method", timeout=60_000)
    assert DEMO in page.url
    assert "idioma=en" in page.url


def test_a_link_to_a_definition_opens_it(read):
    page = read("/metodologia#tasa_desocupacion")
    entry = page.locator("#tasa_desocupacion")
    expect(entry).to_have_attribute("open", "", timeout=60_000)
    expect(entry).to_contain_text("Fórmula")
    expect(entry).to_be_in_viewport()


@pytest.mark.parametrize(
    "address",
    ["/brechas", f"/brechas?{DEMO}&municipio=54874", "/metodologia", "/datos#indicadores"],
)
def test_views_that_are_read_have_no_serious_violation(read, address):
    page = read(address)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    found = [
        (violation["id"], node["html"][:160])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    assert found == []


def test_on_a_phone_only_tables_scroll_sideways(read, visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = read(f"/brechas?{DEMO}&municipio=54874")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
