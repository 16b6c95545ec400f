"""Datos: from a filter to a file that has the same rows, and from a row to its publication."""

import csv
import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

DEMO = "espacio=demostracion"


def opened(visit, query="", hash_=""):
    """The page of data once its grid is filled."""
    page = visit.page
    page.goto(f"{visit.site}/datos?{query}{hash_}")
    page.wait_for_selector(".grid-box[data-filled]", state="attached", timeout=60_000)
    return page


def downloaded(page, form):
    with page.expect_download() as waiting:
        page.click(f"[data-form='{form}']")
    return waiting.value.path().read_bytes()


def cells(page, column):
    """Texts of a column in the order of the screen; the grid draws the rows near its window."""
    return page.locator(f".ag-center-cols-container [col-id='{column}']").all_inner_texts()


def test_what_is_filtered_is_what_is_downloaded(visit):
    page = opened(visit, f"{DEMO}&indicador=tasa_desocupacion")
    expect(page.locator("#data-count")).to_have_text("100 filas")
    page.locator(".facet summary").filter(has_text="Departamento").click()
    page.get_by_role("checkbox", name="La Guajira").check()
    page.keyboard.press("Tab")
    page.evaluate("""async () => {
      const api = await window.dash_ag_grid.getApiAsync('data-grid');
      api.setFilterModel({ territorio: { filterType: 'text', type: 'contains', filter: 'RIO' } });
      api.applyColumnState({ state: [{ colId: 'valor', sort: 'desc' }] });
    }""")
    expect(page.locator("#data-count")).to_have_text(re.compile(r"^\d+ de 100 filas$"))
    assert "filtro=" in page.url
    assert "orden=-valor" in page.url
    text = downloaded(page, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows
    for column, key in {
        "territorio_codigo": "territorio_codigo", "territorio": "territorio",
        "valor": "valor_mostrado", "estado": "estado", "periodo": "periodo", "fuente": "fuente",
    }.items():  # fmt: skip
        assert cells(page, column) == [row[key] for row in rows], column
    assert {row["departamento"] for row in rows} == {"La Guajira"}
    page.reload()
    page.wait_for_selector(".grid-box[data-filled]", state="attached")
    expect(page.locator("#data-count")).to_have_text(f"{len(rows)} de 100 filas")
    assert cells(page, "territorio") == [row["territorio"] for row in rows]


def test_a_filter_typed_with_the_keyboard_and_taken_away(visit):
    page = opened(visit, DEMO)
    box = page.locator(".ag-floating-filter-input input").nth(1)
    box.focus()
    page.keyboard.type("cucuta")
    expect(page.locator("#data-count")).to_have_text("1 de 100 filas")
    assert "territorio~contiene~cucuta" in page.url.replace("%7E", "~")
    page.click("#data-clear")
    expect(page.locator("#data-count")).to_have_text("100 filas")
    assert "filtro" not in page.url


def test_the_drawer_opens_from_a_row_with_the_keyboard_and_gives_the_focus_back(visit):
    page = opened(visit, "indicador=tasa_desocupacion&ambito=pais")
    cell = page.locator(".ag-center-cols-container [col-id='fuente']").filter(has=page.locator("a"))
    cell.first.click(position={"x": 250, "y": 4}, modifiers=["Shift"])
    cell.first.focus()
    page.keyboard.press("Enter")
    drawer = page.locator("#proof")
    expect(drawer).to_be_visible()
    expect(drawer.locator("section")).to_have_count(4)
    for step in ("La cifra", "Las observaciones", "El archivo", "La publicación"):
        expect(drawer.get_by_role("heading", name=step)).to_be_visible()
    assert "cifra=tasa_desocupacion" in page.url
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()
    assert "cifra" not in page.url
    assert page.evaluate("document.activeElement.closest('.ag-cell')?.getAttribute('col-id')") == (
        "fuente"
    )


def test_a_figure_of_the_ficha_leads_to_its_proof_in_place(visit):
    page = visit.page
    page.goto(f"{visit.site}/municipio/54874?{DEMO}")
    page.locator(".item .method summary").first.click()
    link = page.locator(".item [data-proof]").first
    link.click()
    expect(page.locator("#proof section").first).to_be_visible()
    assert page.url.endswith(f"/municipio/54874?{DEMO}")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_a_link_to_a_figure_opens_its_proof(visit):
    opened(visit, f"{DEMO}&cifra=tasa_desocupacion:54001:2025:total.total.total")
    expect(visit.page.locator("#proof .value")).to_contain_text("%")


def test_words_chosen_in_the_address_alone_are_applied_too(visit):
    page = opened(visit, f"{DEMO}&filtro=departamento~de~Arauca")
    expect(page.locator("#data-count")).to_have_text("7 de 100 filas")
    assert set(cells(page, "departamento")) == {"Arauca"}


def test_the_map_leads_to_its_rows(visit):
    page = visit.open(f"?{DEMO}&indicador=tasa_desocupacion&departamento=81")
    page.click("a.download")
    page.wait_for_selector(".grid-box[data-filled]")
    expect(page.locator("#data-count")).to_have_text("7 filas")
    expect(page.locator(".rows h3")).to_have_text("Tasa de desocupación (TD)")


def test_parts_open_by_link_and_sources_are_searched(visit):
    page = opened(visit, hash_="#fuentes")
    rows = page.locator("#fuentes tbody tr")
    expect(rows.first).to_be_visible()
    page.fill("#source-search", "pobreza dane")
    visible = page.locator("#fuentes tbody tr:visible")
    assert 0 < visible.count() < rows.count()
    page.fill("#source-search", "zzz")
    expect(page.locator("#source-none")).to_be_visible()
    page.click(".data-tabs a[href='#cortes']")
    expect(page.locator("#cortes")).to_be_visible()
    expect(page.locator("#fuentes")).to_be_hidden()


def serious(page):
    return [
        (violation["id"], node["html"][:160])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation(visit, scheme):
    visit.page.emulate_media(color_scheme=scheme)
    page = opened(visit, f"{DEMO}&tabla=ficha&municipio=54874")
    assert serious(page) == []
    page.locator(".ag-center-cols-container [col-id='fuente'] a").first.click()
    page.wait_for_selector("#proof section")
    assert serious(page) == []
