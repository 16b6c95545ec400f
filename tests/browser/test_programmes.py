"""A roundtable reads programmes: from the menu to a component, by keyboard, and takes the rows."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

DEMO = "espacio=demostracion"
COMPONENT = "programa=banco-amable-2-0&componente=inclusion-laboral-y-productiva"


@pytest.fixture
def read(visit):
    """Opens a view that is read and waits until its body is written."""

    def opened(address):
        visit.page.goto(visit.site + address)
        expect(visit.page.locator("#data-body > *").first).to_be_visible(timeout=60_000)
        return visit.page

    return opened


def test_by_keyboard_from_the_menu_to_a_component_and_back(read):
    page = read(f"/brechas?{DEMO}")
    page.locator(".top nav a", has_text="Programas").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main h2")).to_have_text("Programas", timeout=60_000)
    part = page.get_by_role("link", name="Inclusión laboral y productiva")
    part.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{COMPONENT.split('&')[1]}**")
    expect(page.locator("#desglose h3")).to_contain_text("Inclusión laboral", timeout=60_000)
    assert DEMO in page.url
    expect(page.locator("#desglose svg.execution").first).to_be_visible()
    page.get_by_role("link", name="Volver a todos los componentes").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#banco-amable-2-0")).to_be_visible(timeout=60_000)
    assert "componente" not in page.url.replace("componente=&", "").replace("&componente=", "")


def test_a_choice_is_written_into_the_address_and_forgets_the_component(read):
    page = read(f"/programas?{DEMO}&{COMPONENT}")
    page.locator("details.asked summary").click()
    page.locator('[data-field="programa"]').select_option("integra")
    page.locator('[data-field="municipio"]').select_option("44430")
    page.get_by_role("button", name="Aplicar").click()
    page.wait_for_url("**programa=integra**")
    expect(page.locator("#integra")).to_be_visible(timeout=60_000)
    assert "componente" not in page.url
    assert "municipio=44430" in page.url
    expect(page.locator("details.asked summary")).to_contain_text("Integra; Maicao")


def test_the_rows_that_are_read_are_downloaded(read):
    page = read(f"/programas?{DEMO}&programa=integra")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "Integra" in text
    assert "Banco Amable" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    [
        "/programas",
        f"/programas?{DEMO}&{COMPONENT}",
        "/programas?vista=cruce",
        "/programas?vista=quien&municipio=44430",
        f"/programas?{DEMO}&vista=seguimiento",
    ],
)
def test_no_serious_violation(read, visit, address, scheme):
    visit.page.emulate_media(color_scheme=scheme)
    page = read(address)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    found = [
        (violation["id"], node["html"][:160])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    assert found == []


@pytest.mark.parametrize(
    "address",
    [
        "/programas",
        f"/programas?{DEMO}&{COMPONENT}",
        "/programas?vista=quien",
        f"/programas?{DEMO}&vista=seguimiento",
    ],
)
def test_on_a_phone_the_page_does_not_scroll_sideways(read, visit, address):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = read(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_map_of_presence_has_a_circle_for_each_row_of_its_table(read):
    page = read("/programas?vista=quien")
    circles = page.locator("#programme-map circle.count")
    expect(circles.first).to_be_visible(timeout=60_000)
    rows = page.locator("#quien table.presence tbody tr")
    assert circles.count() == rows.count()
    titles = circles.locator("title").all_text_contents()
    for name in rows.locator("th").all_inner_texts():
        assert any(title.startswith(name) for title in titles), name


def test_the_arcs_are_the_flows_of_the_table_and_nothing_that_is_suppressed(read):
    page = read(f"/programas?{DEMO}&vista=seguimiento&municipio=44430")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    expect(page.locator("#programme-map path.flow").first).to_be_attached(timeout=60_000)
    titles = page.locator("#programme-map path.flow title").all_text_contents()
    rows = page.locator("#movilidad table.flows tbody tr").all()
    told = [[cell.inner_text() for cell in row.locator("td").all()] for row in rows]
    shown = [cells for cells in told if cells[2] != "suprimido" and "permanecen" not in cells[1]]
    assert len(titles) == len(shown) > 0
    for origin, to, people in shown:
        assert f"De {origin} a {to}: {people} personas" in titles
    hidden = [cells for cells in told if cells[2] == "suprimido"]
    assert hidden
    for origin, to, _ in hidden:
        assert not any(title.startswith(f"De {origin} a {to}:") for title in titles)


def test_a_municipality_of_the_table_leads_to_who_is_on_record_there(read):
    page = read("/programas?vista=quien")
    link = page.locator("#quien table.presence").get_by_role("link", name="Maicao")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**municipio=44430**")
    expect(page.locator("#quien h4").first).to_contain_text("Maicao", timeout=60_000)
    expect(page.locator("#quien table.records").first).to_contain_text("ACNUR")
