"""The header of a projector: every view on one line, and nothing beyond the edge."""

import pytest
from playwright.sync_api import expect

TOPS = "links => new Set(links.map(link => link.getBoundingClientRect().height)).size"


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("space", ["publicado", "demostracion"])
@pytest.mark.parametrize("width", [1366, 1920])
def test_every_view_stands_on_one_line(visit, language, space, width):
    page = visit.page
    page.set_viewport_size({"width": width, "height": 768})
    page.goto(f"{visit.site}/metodologia?idioma={language}&espacio={space}")
    links = page.locator(".top nav a")
    expect(links).to_have_count(8, timeout=60_000)
    assert links.evaluate_all(TOPS) == 1
    assert page.locator(".top nav a").first.bounding_box()["height"] < 40
    theme = page.locator("#page-theme").bounding_box()
    assert theme["x"] + theme["width"] <= width - 12
    expect(page.locator("#search-field")).to_be_visible()
    assert page.locator("#search-field").bounding_box()["width"] >= 96


def test_from_the_list_of_the_map_to_the_ficha_of_the_border(visit):
    page = visit.open("?espacio=demostracion")
    page.get_by_role("link", name="Ver la ficha: Frontera con Venezuela").click()
    page.wait_for_url("**/frontera?espacio=demostracion")
    expect(page.locator("main h2").first).to_have_text("Frontera con Venezuela", timeout=60_000)
