"""A reader follows a figure to its proof, by mouse and by keyboard; on paper it is plain."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import serious

LINE = "link => getComputedStyle(link).textDecorationLine"
SEEN = """link => { const { textDecorationLine: line, textDecorationColor: colour } =
  getComputedStyle(link); return line !== 'none' && colour !== 'rgba(0, 0, 0, 0)'; }"""


def opened(visit, path):
    page = visit.page
    page.goto(f"{visit.site}{path}")
    expect(page.locator("#data-body a.proven").first).to_be_visible(timeout=60_000)
    return page


def test_by_keyboard_from_a_figure_to_its_proof_and_back(visit):
    page = opened(visit, "/municipio/54874?espacio=demostracion")
    link = page.locator(".item .value a.proven").first
    link.focus()
    page.keyboard.press("Enter")
    drawer = page.locator("#proof")
    expect(drawer.locator(".value")).to_contain_text(link.text_content(), timeout=60_000)
    assert serious(page) == []
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(link).to_be_focused()
    assert "/municipio/54874" in page.url


def test_from_a_sum_of_the_border_to_the_figure_of_one_municipality(visit):
    page = opened(visit, "/frontera?espacio=demostracion")
    page.locator(".headline a.proven").first.click()
    steps = page.locator("#proof section")
    expect(steps.first).to_contain_text("suma de 100 de 100 municipios", timeout=60_000)
    one = steps.nth(1).locator("a.proven").first
    number = one.text_content()
    one.click()
    expect(page.locator("#proof .value")).to_contain_text(number)
    expect(page.locator("#proof")).to_contain_text("Cifra publicada")


@pytest.mark.parametrize("path", ["/municipio/54874", "/comparar?comparar=54874,44"])
def test_a_figure_looks_like_a_link_only_where_it_is_pointed_at(visit, path):
    page = opened(visit, path)
    link = page.locator("td .value a.proven, .item .value a.proven").first
    assert not link.evaluate(SEEN)
    link.hover()
    assert link.evaluate(SEEN)
    page.emulate_media(media="print")
    assert link.evaluate(LINE) == "none"


def test_a_row_of_gaps_opens_what_the_gap_is_made_of(visit):
    page = visit.page
    page.goto(f"{visit.site}/datos?tabla=brechas&espacio=demostracion")
    cell = page.locator(".ag-row a[data-proof]").nth(3)
    expect(cell).to_be_visible(timeout=60_000)
    cell.click()
    expect(page.locator("#proof .kick").first).to_contain_text("Brecha:", timeout=60_000)
    expect(page.locator("#proof section").nth(1).locator("a.proven").first).to_be_visible()
    page.wait_for_url("**cifra=brecha**")
