"""An analyst puts territories side by side: typed, moved, removed, shared and printed."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

DEMO = "espacio=demostracion"


def read(visit, address):
    visit.page.goto(visit.site + address)
    expect(visit.page.locator("#data-body > *").first).to_be_visible(timeout=60_000)
    return visit.page


def names(page):
    return [
        re.sub(r"^[A-D]\s*", "", text) for text in page.locator(".card-of h3").all_inner_texts()
    ]


def test_two_are_typed_with_errors_moved_and_one_removed_with_the_keyboard_alone(visit):
    page = read(visit, f"/comparar?{DEMO}")
    for typed, code in (("maycao", "44430"), ("vila del rosario", "54874")):
        field = page.locator("#compare-picker")
        field.focus()
        page.keyboard.type(typed)
        expect(page.locator("[role=option]:visible").first).to_be_visible()
        expect(page.locator(".compare [role=status]")).to_contain_text("resultado")
        page.keyboard.press("ArrowDown")
        expect(field).to_have_attribute("aria-activedescendant", "compare-picker-list-0")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**comparar=*{code}*")
        expect(page.locator(".compared").first).to_be_visible(timeout=60_000)
    assert names(page) == ["Maicao", "Villa del Rosario"]
    assert DEMO in page.url
    page.get_by_role("link", name="Mover Villa del Rosario hacia el principio").press("Enter")
    page.wait_for_url("**comparar=54874,44430**")
    expect(page.locator(".card-of h3").first).to_contain_text("Villa del Rosario", timeout=60_000)
    page.get_by_role("link", name="Quitar Maicao").press("Enter")
    page.wait_for_url(lambda url: "44430" not in url)
    expect(page.locator(".card-of h3")).to_have_count(1, timeout=60_000)
    page.go_back()
    expect(page.locator(".card-of h3")).to_have_count(2, timeout=60_000)


def test_the_map_hands_over_what_was_chosen_together(visit):
    page = visit.open(f"?{DEMO}&seleccion=44430,54874,81001")
    link = page.locator("#side-compare")
    expect(link).to_have_text("Comparar")
    link.click()
    page.wait_for_url("**/comparar?*")
    expect(page.locator(".card-of h3")).to_have_count(3, timeout=60_000)
    assert names(page) == ["Maicao", "Villa del Rosario", "Arauca"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_comparison_has_no_serious_violation(visit, scheme):
    visit.page.emulate_media(color_scheme=scheme)
    page = read(visit, f"/comparar?{DEMO}&comparar=44430,54874,54")
    page.locator("#compare-picker").fill("ar")
    expect(page.locator("[role=option]:visible").first).to_be_visible()
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    found = [
        (violation["id"], node["html"][:160])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    assert found == []


def test_it_fits_a_phone_and_two_sheets(visit):
    page = read(visit, f"/comparar?{DEMO}&comparar=44430,54874,81001,54")
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= 2
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
