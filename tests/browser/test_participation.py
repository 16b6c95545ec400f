"""A kiosk without JavaScript: an editor opens a round, a person answers by keyboard, it is told."""

import threading

import pytest
import waitress
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app import Settings, create_app
from geodata.participation import FILE, Participation
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    return tmp_path_factory.mktemp("kiosk")


@pytest.fixture(scope="module")
def kiosk(published, var):
    app = create_app(Settings(var=var, edit=True), OpenShelf({Workspace.PUBLISHED: published}))
    server = waitress.create_server(app.server, host="127.0.0.1", port=0, threads=4)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture
def plain(browser):
    """A browser that runs no scripts, on a telephone."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}, locale="es-CO"
    )
    yield context.new_page()
    context.close()


def test_a_round_from_its_opening_to_its_results(plain, browser, kiosk, var):
    page = plain
    page.goto(f"{kiosk}/participar")
    page.get_by_label("Código del municipio").fill("44430")
    page.get_by_label("Nombre de la consulta").fill("Mesa de convivencia")
    page.get_by_role("button", name="Abrir").click()
    link = page.get_by_role("link", name="/participar/")
    address = link.get_attribute("href")
    for _ in range(6):
        page.goto(f"{kiosk}{address}")
        page.get_by_label("Migrante de Venezuela").focus()
        page.keyboard.press("Space")
        page.get_by_role("group", name="¿Y cómo es hoy?").get_by_label("Buena", exact=True).check()
        page.get_by_label("¿Quiere decir algo más?").fill("Más <b>deporte</b> juntos")
        page.get_by_role("button", name="Enviar").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Gracias")).to_be_visible()
    page.get_by_role("link", name="Responde otra persona").click()
    expect(page.get_by_role("heading", name="¿Cómo vamos")).to_be_visible()
    page.goto(f"{kiosk}/participar")
    expect(page.get_by_text("Más <b>deporte</b> juntos").first).to_be_visible()
    page.get_by_role("button", name="Aprobar").first.click()
    page.get_by_role("button", name="Terminar ya").click()
    expect(page.get_by_text("terminó")).to_be_visible()
    reader = browser.new_page()
    reader.goto(f"{kiosk}/programas?vista=seguimiento&municipio=44430")
    told = reader.locator("#participacion")
    expect(told).to_contain_text("Respondieron 6 personas", timeout=60_000)
    expect(told.locator("blockquote")).to_have_text("Más <b>deporte</b> juntos")
    reader.close()
    assert len(Participation(var / FILE).waiting()) == 5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
def test_form_and_desk_have_no_serious_violation(browser, kiosk, var, scheme, size):
    kept = Participation(var / FILE)
    token = kept.open_round("54874", "2020-01-01", "2090-01-01", "Siempre")
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    complaints = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    for address in (f"/participar/{token}", f"/participar/{token}/gracias", "/participar"):
        page.goto(f"{kiosk}{address}")
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        found = [
            (violation["id"], node["html"][:160])
            for violation in Axe().run(page).response["violations"]
            if violation["impact"] in ("serious", "critical")
            for node in violation["nodes"]
        ]
        assert found == []
    assert complaints == []
    context.close()


def test_the_type_is_large_and_every_choice_is_a_finger_wide(browser, kiosk, var):
    token = Participation(var / FILE).open_round("54874", "2020-01-01", "2090-01-01", "Letra")
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{kiosk}/participar/{token}")
    size = "parseFloat(getComputedStyle(document.querySelector('.option span')).fontSize)"
    assert page.evaluate(size) >= 20
    for option in page.locator(".option").all():
        assert option.bounding_box()["height"] >= 44
    page.close()
