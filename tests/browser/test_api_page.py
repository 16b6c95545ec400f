"""The page of the API: no script, no foreign file, no accessibility violation, both widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe

OPEN_ALL = "document.querySelectorAll('details').forEach((part) => { part.open = true; })"


@pytest.mark.parametrize("width", [1366, 375])
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_page_can_be_read_by_everyone(visit, width, language):
    page = visit.page
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{visit.site}/api/v1/docs?lang={language}")
    page.evaluate(OPEN_ALL)
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.scripts.length") == 0


def test_the_page_is_read_in_the_other_language_by_its_link(visit):
    page = visit.page
    page.goto(f"{visit.site}/api/v1/docs")
    assert page.locator("h2").inner_text() == "API de lectura"
    page.get_by_role("link", name="English").click()
    assert page.locator("h2").inner_text() == "Read-only API"
