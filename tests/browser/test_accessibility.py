"""No serious accessibility violation on the map view, in either workspace."""

import pytest
from axe_playwright_python.sync_playwright import Axe

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
