"""With a finger on a telephone: choose, move, enlarge, draw, and a drawer for list and panel."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.gestures import BOUNDS, around, centre, chosen, settled

DEMO = "?espacio=demostracion&capas=ninguna"
LOW = "54874"


@pytest.fixture
def phone(browser, site, visit):
    visit.page.context.close()
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="es-CO"
    )
    visit.page = context.new_page()
    visit.watch()
    yield visit
    context.close()


def swipe(page, *ways):
    """Each finger goes along its own points."""
    session = page.context.new_cdp_session(page)

    def touch(kind, points):
        fingers = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    first, *others = zip(*ways, strict=True)
    touch("touchStart", first)
    for points in others:
        touch("touchMove", points)
    touch("touchEnd", ())
    session.detach()


def along(start, end, steps=6):
    (x, y), (to_x, to_y) = start, end
    return [(x + (to_x - x) * i / steps, y + (to_y - y) * i / steps) for i in range(steps + 1)]


def test_the_whole_scope_is_in_sight(phone):
    page = phone.open(DEMO)
    frame = page.locator("#map-map").bounding_box()
    for code in ("44847", "94001"):
        x, y = centre(page, code)
        assert frame["x"] < x < frame["x"] + frame["width"]
        assert frame["y"] < y < frame["y"] + frame["height"]


def test_a_tap_chooses_and_the_drawer_opens_and_closes(phone):
    page = phone.open(DEMO)
    panel = page.locator("#side-panel-box")
    expect(panel).to_be_hidden()
    page.touchscreen.tap(*centre(page, "99773"))
    expect(panel.locator("h2")).to_have_text("Cumaribo")
    expect(panel).to_be_visible()
    page.locator("#side-close").tap()
    expect(panel).to_be_hidden()
    page.locator("#side-tab-list").tap()
    expect(page.locator("#side-list h2")).to_be_visible()
    page.locator("#side-list [data-pick]").nth(1).tap()
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_a_finger_moves_the_map_and_two_enlarge_it(phone):
    page = phone.open(DEMO)
    before = page.evaluate(BOUNDS)
    swipe(page, along((200, 420), (260, 480)))
    page.wait_for_timeout(600)
    moved = page.evaluate(BOUNDS)
    assert moved != before
    assert "municipio=" not in page.url, "a movement is not a choice"
    swipe(page, along((180, 440), (120, 380)), along((220, 480), (280, 540)))
    page.wait_for_timeout(900)

    def width(box):
        west, _, east, _ = map(float, box.split(","))
        return east - west

    assert width(page.evaluate(BOUNDS)) < width(moved) * 0.8


def test_a_lasso_is_drawn_with_a_finger(phone):
    page = phone.open(DEMO)
    before = page.evaluate(BOUNDS)
    page.locator("#map-lasso").tap()
    corners = around(page, "99773", 22)
    way = [point for pair in pairwise(corners) for point in along(*pair, 3)]
    swipe(page, way)
    page.wait_for_url("**seleccion=**")
    assert chosen(page) == {"99773"}
    assert page.evaluate(BOUNDS) == before
    page.locator("#side-tab-list").tap()
    settled(page, 1)


def test_nothing_is_wider_than_the_screen(phone):
    page = phone.open(f"{DEMO}&municipio={LOW}")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
