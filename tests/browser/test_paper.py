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


@pytest.mark.parametrize("code", ["44430", "54874", "81001"])
def test_the_ficha_of_a_programme_municipality_is_one_sheet(visit, code):
    """Maicao, Villa del Rosario and Arauca: whatever is printed fits a page of A4."""
    page = visit.page
    page.goto(f"{visit.site}/municipio/{code}")
    expect(page.locator("#data-body > *").first).to_be_visible(timeout=60_000)
    paper = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
