"""A reader looks for something by its name, in any view, with the keyboard alone."""

import pytest
from playwright.sync_api import expect


def look_for(page, typed):
    page.keyboard.press("/")
    expect(page.locator("#search-field")).to_be_focused()
    page.keyboard.type(typed)
    expect(page.locator("#search-list [role=option]").first).to_be_visible()
    expect(page.locator("#page-search [role=status]")).to_contain_text("resultado")


def test_on_the_map_things_open_in_place(visit):
    page = visit.open()
    look_for(page, "cucuta")
    page.keyboard.press("Enter")
    expect(page.locator("#side-panel-box h2")).to_contain_text("Cúcuta")
    expect(page.locator("#search-list")).to_be_hidden()
    page.locator("#map-home").focus()
    look_for(page, "integrate riohacha")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".map-card h3")).to_contain_text("Centro Intégrate Riohacha")
    expect(page.locator("#side-panel-box h2")).to_have_text("Riohacha")
    page.locator("#map-home").focus()
    look_for(page, "informalidad")
    page.keyboard.press("Enter")
    page.wait_for_url("**indicador=tasa_informalidad**")
    expect(page.locator("#map-legend h2")).to_contain_text("nformal", timeout=60_000)


def test_escape_closes_the_list_and_leaves_the_choice(visit):
    page = visit.open("?municipio=44430")
    page.locator("#map-home").focus()
    look_for(page, "arauca")
    page.keyboard.press("Escape")
    expect(page.locator("#search-list")).to_be_hidden()
    assert "municipio=44430" in page.url


def test_on_a_ficha_a_municipality_opens_its_ficha(visit):
    page = visit.page
    page.goto(f"{visit.site}/municipio/44430?espacio=demostracion")
    expect(page.locator("#data-body > *").first).to_be_visible(timeout=60_000)
    look_for(page, "vila del rosario")
    page.keyboard.press("Enter")
    page.wait_for_url("**/municipio/54874?espacio=demostracion")


def test_a_link_to_a_centre_opens_its_card(visit):
    page = visit.open("?municipio=44001#centro-integrate-riohacha")
    expect(page.locator(".map-card h3")).to_contain_text("Centro Intégrate Riohacha")


@pytest.mark.parametrize("width", [390])
def test_on_a_phone_the_list_stays_on_the_screen(visit, width):
    visit.page.set_viewport_size({"width": width, "height": 844})
    page = visit.open()
    page.locator("#search-field").fill("arauca")
    option = page.locator("#search-list [role=option]").first
    expect(option).to_be_visible()
    box = page.locator("#search-list").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
