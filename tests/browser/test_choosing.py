"""One municipality or several, by mouse and without one; the map stays where it is."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.gestures import BOUNDS, around, centre, chosen, drag, settled

DEMO = "?espacio=demostracion"


def test_a_lasso_adds_what_is_drawn_around_and_the_alternative_key_takes_it_away(visit):
    page = visit.open(DEMO)
    lasso = page.locator("#map-lasso")
    lasso.click()
    expect(lasso).to_have_attribute("aria-pressed", "true")
    drag(page, *around(page, "99773"))
    settled(page, 1)
    drag(page, *around(page, "94001"))
    settled(page, 2)
    assert chosen(page) == {"99773", "94001"}
    page.keyboard.down("Alt")
    drag(page, *around(page, "99773"))
    page.keyboard.up("Alt")
    settled(page, 1)
    page.keyboard.press("Escape")
    expect(lasso).to_have_attribute("aria-pressed", "false")
    settled(page, 1)
    page.keyboard.press("Escape")
    expect(page.locator("#side-chosen")).to_be_hidden()


def test_with_a_tool_in_hand_a_click_adds_one(visit):
    page = visit.open(DEMO)
    page.locator("#map-box").click()
    page.mouse.click(*centre(page, "94001"))
    settled(page, 1)
    assert chosen(page) == {"94001"}
    assert "municipio=" not in page.url


def test_the_end_of_a_box_is_not_a_click(visit):
    """Cumaribo is large: a box begins and ends within it."""
    page = visit.open(DEMO)
    x, y = centre(page, "99773")
    page.keyboard.down("Shift")
    drag(page, (x - 30, y - 20), (x + 30, y + 20))
    page.keyboard.up("Shift")
    settled(page, 1)
    assert "municipio=" not in page.url


def test_a_button_that_is_pressed_while_the_page_is_painted_is_clicked(visit):
    """On a slow computer a repaint falls between the press and the release."""
    page = visit.open(f"{DEMO}&seleccion=54874,54001")
    settled(page, 2)
    page.locator("#side-clear").hover()
    page.mouse.down()
    page.evaluate("dash_clientside.set_props('filter-periodo', { value: '2020' })")
    expect(page.locator("#map-legend h2")).to_contain_text("2020")
    page.mouse.up()
    expect(page.locator("#side-chosen")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"^(?!.*seleccion)"))


def test_two_choices_in_one_breath_both_hold(visit):
    """The bar gets the first address when the second choice is already made."""
    page = visit.open(f"{DEMO}&municipio=94001&seleccion=99773")
    settled(page, 1)
    visit.requests.clear()
    page.evaluate(
        """async () => {
          const pick = (data) => dash_clientside.set_props('map-picked', { data });
          pick({ codes: [], how: 'replace', at: 1 });
          await new Promise((done) => setTimeout(done, 20));
          pick({ code: '', at: 2 });
        }"""
    )
    expect(page.locator("#side-chosen")).to_be_hidden()
    expect(page).to_have_url(f"{visit.site}/{DEMO}")
    page.wait_for_timeout(500)
    expect(page).to_have_url(f"{visit.site}/{DEMO}")
    page.go_back()
    page.wait_for_url("**municipio=94001**")


def test_the_list_chooses_one_by_one_and_keeps_the_others_in_sight(visit):
    page = visit.open(DEMO)
    boxes = page.locator("#side-list [data-choose]")
    for i in (0, 2):
        boxes.nth(i).focus()
        page.keyboard.press("Space")
    settled(page, 2)
    rows = page.locator("#side-list tr[data-row]:visible")
    assert rows.count() == 100
    page.locator("#side-only").click()
    expect(rows).to_have_count(2)
    page.locator("#side-only").click()
    expect(rows).to_have_count(100)


def test_a_journey_without_a_mouse(visit):
    page = visit.open(DEMO)
    page.locator("body").press("/")
    expect(page.locator("#search-field")).to_be_focused()
    page.keyboard.type("inirida")
    expect(page.locator("#search-list [role=option]").first).to_contain_text("Inírida")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**municipio=94001**")
    expect(page.locator("#side-panel-box h2")).to_have_text("Inírida")
    page.locator("path[data-territory][tabindex='0']").focus()
    assert page.evaluate("document.activeElement.dataset.territory") == "94001"
    page.keyboard.press("ArrowUp")
    north = page.evaluate("document.activeElement.dataset.territory")
    page.keyboard.press("Space")
    settled(page, 1)
    assert chosen(page) == {north}
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.territory") != north
    page.keyboard.press("Space")
    settled(page, 2)
    page.keyboard.press("Enter")
    expect(page.locator("#side-panel-box")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#side-chosen")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"^(?!.*municipio)"))


def test_a_sliver_of_the_legend_opens_its_municipality(visit):
    page = visit.open(DEMO)
    code = page.locator("#side-list tr[data-row]").first.get_attribute("data-row")
    ground = page.locator(".strip .ground")
    ground.click(position={"x": ground.bounding_box()["width"] - 1, "y": 4})
    page.wait_for_url(f"**municipio={code}**")
    expect(page.locator(f'tr[data-row="{code}"]')).to_have_class(re.compile("selected"))
    expect(page.locator(".strip .mark-label.strong")).to_be_visible()


def test_the_map_stays_where_it_is_when_a_filter_changes(visit):
    page = visit.open(DEMO)
    page.locator(".leaflet-control-zoom-in").click()
    page.wait_for_timeout(600)
    before = page.evaluate(BOUNDS)
    page.locator("#filter-periodo").select_option("2020")
    expect(page.locator("#map-legend h2")).to_contain_text("2020")
    page.evaluate("dash_clientside.set_props('filter-indicador', { value: 'vacantes' })")
    expect(page.locator("#filter-sector")).to_be_enabled()
    page.locator("#filter-sector").select_option("G")
    expect(page.locator("#map-legend")).to_contain_text("Comercio")
    page.locator('path[data-territory="54874"]').first.dispatch_event("click")
    expect(page.locator("#side-panel-box h2")).to_have_text("Villa del Rosario")
    page.wait_for_timeout(400)
    assert page.evaluate(BOUNDS) == before
    page.locator("#map-home").click()
    page.wait_for_timeout(600)
    assert page.evaluate(BOUNDS) != before


@pytest.mark.parametrize(("motion", "slides"), [("reduce", False), ("no-preference", True)])
def test_who_asks_for_less_motion_gets_a_map_that_does_not_slide(visit, motion, slides):
    visit.page.emulate_media(reduced_motion=motion)
    page = visit.open()
    options = page.evaluate(
        "async () => (await import(`${location.origin}/assets/mirador/map.mjs`)).map().options"
        ".zoomAnimation"
    )
    assert options is slides


def test_choices_made_faster_than_the_map_is_painted_all_count(visit):
    page = visit.open(DEMO)
    page.evaluate(
        """() => {
            const set = dash_clientside.set_props;
            set('filter-indicador', { value: 'tasa_ocupacion' });
            setTimeout(() => set('filter-sexo', { value: 'mujeres' }));
            setTimeout(() => set('map-picked', { data: { code: '54001', at: 1 } }), 5);
        }"""
    )
    page.wait_for_url("**municipio=54001**")
    for part in ("indicador=tasa_ocupacion", "sexo=mujeres"):
        assert part in page.url
    expect(page.locator("#filter-sexo")).to_have_value("mujeres")
    expect(page.locator("#map-legend h2")).to_contain_text(re.compile("ocupación", re.I))
    expect(page.locator("#side-panel-box h2")).to_contain_text("Cúcuta")


def test_a_view_put_back_by_the_browser_is_shown_by_the_controls(visit):
    page = visit.open(f"{DEMO}&indicador=tasa_ocupacion")
    page.locator("#filter-sexo").select_option("mujeres")
    page.wait_for_url("**sexo=mujeres**")
    page.go_back()
    expect(page.locator("#filter-sexo")).to_have_value("total")
    expect(page).to_have_url(re.compile(r"^(?!.*sexo)"))
    page.go_forward()
    expect(page.locator("#filter-sexo")).to_have_value("mujeres")
