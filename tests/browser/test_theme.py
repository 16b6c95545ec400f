"""Light and dark: as the system says, as the reader chooses, and white on paper in any case."""

import pytest
from playwright.sync_api import expect

PANEL = "?espacio=demostracion&municipio=54874"
FORBIDDEN = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); } });"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("full", "QuotaExceededError"); };"""


def theme(page):
    return page.locator("html").get_attribute("data-bs-theme")


def colour(page, selector, what="background-color"):
    return page.locator(selector).first.evaluate(
        "(element, what) => getComputedStyle(element).getPropertyValue(what)", what
    )


@pytest.fixture
def dark(visit):
    visit.page.emulate_media(color_scheme="dark")
    return visit


def test_the_system_decides_until_the_reader_does(dark):
    page = dark.open()
    assert theme(page) == "dark"
    page.locator("#page-theme").click()
    assert theme(page) == "light"
    page = dark.open("?municipio=44430")
    assert theme(page) == "light", "a choice lasts"
    page.locator("#page-theme").click()
    assert theme(page) == "dark"
    page.emulate_media(color_scheme="light")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "light")


@pytest.mark.parametrize("storage", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_a_storage_that_fails_does_not_break_the_switch(visit, storage):
    visit.page.add_init_script(storage)
    page = visit.open()
    page.locator("#page-theme").click()
    assert theme(page) == "dark"


def test_a_class_has_one_name_and_a_colour_for_each_theme(visit):
    page = visit.open(PANEL)
    path = 'path[data-territory="54874"]'
    name = page.locator(path).first.get_attribute("fill")
    light = colour(page, path, "fill")
    page.locator("#page-theme").click()
    assert page.locator(path).first.get_attribute("fill") == name, "nothing is repainted"
    assert colour(page, path, "fill") != light


def test_the_chart_is_read_in_the_dark(dark):
    page = dark.open(PANEL)
    line = ".series .scatterlayer .js-line"
    expect(page.locator(line).first).to_be_attached(timeout=30_000)
    assert colour(page, line, "stroke") == "rgb(108, 197, 193)"
    assert colour(page, ".series .legend .js-line", "stroke") == "rgb(108, 197, 193)"


def test_paper_is_white(dark):
    page = dark.open(PANEL)
    path = 'path[data-territory="54874"]'
    on_screen = colour(page, path, "fill")
    page.emulate_media(media="print", color_scheme="dark")
    assert colour(page, "body") == "rgb(251, 250, 247)"
    assert colour(page, "#map-legend") == "rgb(255, 255, 255)"
    assert colour(page, path, "fill") != on_screen
