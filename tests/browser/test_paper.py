"""What stands on paper and on a narrow screen, where nothing can be opened or moved."""

import re

import pytest
from playwright.sync_api import expect

SOUTH = "94001"  # Inírida, at the southern end of the border with Venezuela.


def box(page, selector):
    return page.locator(selector).first.bounding_box()


@pytest.fixture
def paper(visit):
    page = visit.open()
    page.emulate_media(media="print")
    return page


def test_the_whole_border_is_printed(paper):
    shape = box(paper, f'path[data-territory="{SOUTH}"]')
    sheet = box(paper, ".map-column > [role=application]")
    assert shape["y"] + shape["height"] <= sheet["y"] + sheet["height"]


def test_the_sources_of_the_map_are_printed_unopened(paper):
    listed = box(paper, "#map-legend details li")
    assert listed is not None
    assert listed["height"] > 0


def test_the_scale_stands_clear_of_the_attribution_on_a_phone(visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open()
    scale = box(page, ".leaflet-control-scale")
    credit = box(page, ".leaflet-control-attribution")
    assert scale["y"] + scale["height"] <= credit["y"]


MUNICIPALITIES = ["44430", "54874", "81001", "54001", "44001", "99001", "94001", "20001"]
DEMO = "?espacio=demostracion"


@pytest.mark.parametrize("query", ["", DEMO])
def test_a_ficha_is_one_sheet(visit, query):
    """Whatever is printed fits a page of A4, in both workspaces."""
    places = [*(f"municipio/{code}" for code in MUNICIPALITIES), "departamento/54", "frontera"]
    sheets = {place: sheets_of(visit, f"/{place}{query}") for place in places}
    assert sheets == dict.fromkeys(places, 1)


def sheets_of(visit, address):
    page = visit.page
    page.goto(f"{visit.site}{address}")
    expect(page.locator("#data-body > *").first).to_be_visible(timeout=60_000)
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


@pytest.mark.parametrize("path", ["mesa", "programas", "metodologia"])
def test_the_open_view_is_seen_in_the_header_of_a_phone(visit, path):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.page.goto(f"{visit.site}/{path}{DEMO}")
    expect(visit.page.locator("#data-body > *").first).to_be_visible(timeout=60_000)
    link, row = (box(visit.page, s) for s in (".top nav [aria-current]", ".top nav"))
    assert link["x"] >= row["x"] - 1
    assert link["x"] + link["width"] <= row["x"] + row["width"] + 1


def test_buttons_of_a_running_order_are_not_printed(visit):
    visit.page.goto(f"{visit.site}/mesa{DEMO}&guion=portada")
    menu = visit.page.locator("#guion a[data-exports]")
    expect(menu).to_be_visible(timeout=60_000)
    visit.page.emulate_media(media="print")
    expect(menu).to_be_hidden()
