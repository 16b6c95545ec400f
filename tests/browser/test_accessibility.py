"""No serious accessibility violation on the map view, in either workspace."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

KNOWN = {
    # The focus target inside Dash's own drop-down is hidden from readers and focusable; not ours.
    ("aria-hidden-focus", "dash-dropdown-focus-target"),
}


def known(rule, node):
    return any(rule == known_rule and mark in node["html"] for known_rule, mark in KNOWN)


VIEWS = [
    pytest.param("", id="list"),
    pytest.param("?municipio=54874", id="panel"),
    pytest.param("?espacio=demostracion&capas=personas,unidades,centros,demanda", id="layers"),
    pytest.param("?idioma=en&indicador=ipm&ambito=pais", id="english, by department"),
    pytest.param("?espacio=demostracion&mapas=periodos&municipio=54874", id="small maps"),
]


def serious(page):
    return [
        (violation["id"], node["html"][:120])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
        if not known(violation["id"], node)
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("search", VIEWS)
def test_no_serious_violation(visit, search, scheme):
    visit.page.emulate_media(color_scheme=scheme)
    assert serious(visit.open(search)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("search", VIEWS[:3])
def test_no_serious_violation_on_a_telephone(visit, search, scheme):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    visit.page.emulate_media(color_scheme=scheme)
    page = visit.open(search)
    assert serious(page) == []
    page.locator("#side-tab-list").click()
    assert serious(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/municipio/54874", "/frontera?espacio=demostracion"])
def test_no_serious_violation_on_a_ficha(visit, address, scheme):
    visit.page.emulate_media(color_scheme=scheme)
    visit.page.goto(f"{visit.site}{address}")
    expect(visit.page.locator("#data-body > *").first).to_be_visible(timeout=60_000)
    assert serious(visit.page) == []


def test_a_page_that_loads_says_so_in_its_language(visit):
    """What Dash itself writes is English: it is neither seen nor read aloud."""
    held = []

    def hold(route):
        held.append(route)

    visit.page.route("**/_dash-layout", hold)
    visit.page.goto(f"{visit.site}/municipio/54874")
    waiting = visit.page.locator("._dash-loading").first
    expect(waiting).to_be_attached()
    visit.page.wait_for_function(
        "document.querySelector('._dash-loading').textContent === 'Loading...'"
    )
    assert "Loading" not in visit.page.locator("body").inner_text()
    said = "getComputedStyle(document.querySelector('._dash-loading'), '::after').content"
    assert visit.page.evaluate(said) == '"Cargando…"'
    for route in held:
        route.continue_()
    expect(visit.page.locator("#data-body > *").first).to_be_visible(timeout=60_000)
