"""Years or sectors side by side: one scale, one legend, one window, one municipality in all."""

import re

import pytest
from playwright.sync_api import expect

YEARS = "?espacio=demostracion&mapas=periodos"
SECTORS = "?espacio=demostracion&indicador=vacantes&mapas=sectores"
RATES = "?espacio=demostracion&indicador=vacantes_por_mil&mapas=sectores"
PLACE = "99773"  # Cumaribo, large enough to be met by a pointer on a small map


@pytest.fixture
def opened(visit):
    def go(search):
        page = visit.open(search)
        expect(page.locator("dialog.many .areas path").first).to_be_attached(timeout=30_000)
        return page

    return go


def meet(page, number, code=PLACE):
    """Point at a municipality in one of the small maps."""
    at = page.evaluate(
        """async ([number, code]) => {
          const base = `${location.origin}/assets/mirador`;
          const { page } = await import(`${base}/page.mjs`);
          const { placed } = await import(`${base}/small_map.mjs`);
          const scope = [...document.querySelectorAll("#side-list [data-pick]")]
            .map(({ dataset }) => dataset.pick);
          const { at } = placed(scope, page.ground).places.find((one) => one.code === code);
          const picture = document.querySelectorAll("svg.small")[number];
          picture.scrollIntoView({ block: "center" });
          const point = picture.createSVGPoint();
          [point.x, point.y] = at;
          const { x, y } = point.matrixTransform(picture.getScreenCTM());
          return [x, y];
        }""",
        [number, code],
    )
    page.mouse.move(*at)
    return at


def windows(page):
    return set(
        page.locator("svg.small").evaluate_all("all => all.map(p => p.getAttribute('viewBox'))")
    )


def fills(page, picture):
    return set(
        picture.locator(".areas path[fill]").evaluate_all(
            "all => all.map(p => p.getAttribute('fill'))"
        )
    )


def test_every_year_in_the_same_classes_and_one_municipality_in_all(opened):
    page = opened(YEARS)
    maps = page.locator("dialog.many figure")
    expect(maps).to_have_count(8)
    large = page.locator("path[data-territory]").evaluate_all(
        "all => all.map(p => p.getAttribute('fill'))"
    )
    assert fills(page, maps.last) <= set(large)
    meet(page, 2)
    assert page.locator("dialog.many path.hot[d^=M]").count() == 8
    value = page.locator(f'tr[data-row="{PLACE}"] .number').inner_text()
    expect(maps.last.locator("output")).to_have_text(value)
    expect(page.locator("dialog.many .told")).to_contain_text("Cumaribo: 2018")
    page.mouse.move(2, 2)
    assert page.locator("dialog.many path.hot[d^=M]").count() == 0


def test_states_are_counted_over_every_map(opened):
    page = opened(YEARS)
    for words in page.locator("dialog.many figcaption span").all_inner_texts():
        assert sum(int(count) for count in re.findall(r"\d+", words)) == 100, words
    assert page.locator("dialog.many .classes svg.state").count() >= 3


def test_the_address_opens_them_and_closing_cleans_it(visit):
    page = visit.open("?espacio=demostracion")
    page.locator("#map-many").click()
    dialog = page.locator("dialog.many")
    expect(dialog.locator("figure")).to_have_count(8)
    page.wait_for_url("**mapas=periodos**")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page).to_have_url(re.compile(r"^(?!.*mapas)"))
    page.go_back()
    expect(dialog.locator("figure")).to_have_count(8)
    page.go_back()
    expect(dialog).to_have_count(0)


def test_a_click_opens_the_panel_behind(opened):
    page = opened(YEARS)
    page.mouse.click(*meet(page, 0))
    page.wait_for_url(f"**municipio={PLACE}**")
    expect(page.locator("dialog.many path.chosen[d^=M]")).to_have_count(8)
    page.locator("dialog.many [data-tool=close]").click()
    expect(page.locator("#side-panel-box h2")).to_have_text("Cumaribo")


def test_all_are_enlarged_and_moved_together(opened):
    page = opened(YEARS)
    whole = windows(page)
    assert len(whole) == 1
    page.locator("[data-tool=in]").click()
    enlarged = windows(page)
    assert len(enlarged) == 1
    assert enlarged != whole
    box = page.locator("svg.small").nth(3).bounding_box()
    page.mouse.move(box["x"] + 90, box["y"] + 90)
    page.mouse.down()
    page.mouse.move(box["x"] + 40, box["y"] + 60, steps=4)
    page.mouse.up()
    assert len(windows(page)) == 1
    assert windows(page) != enlarged
    assert "municipio=" not in page.url, "a movement is not a choice"
    page.locator("[data-tool=whole]").click()
    assert windows(page) == whole


def test_arrows_go_from_one_municipality_to_the_next(opened):
    page = opened(f"{YEARS}&municipio=94001")
    page.locator("dialog.many .grid").focus()
    told = page.locator("dialog.many .told")
    page.keyboard.press("ArrowUp")
    expect(told).to_contain_text("Inírida: 2018")
    page.keyboard.press("ArrowUp")
    expect(told).not_to_contain_text("Inírida")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"^(?!.*municipio=94001)"))


@pytest.mark.parametrize("search", [SECTORS, RATES], ids=["counts", "rates"])
def test_sectors_share_one_scale_and_the_others_are_named(opened, search):
    page = opened(search)
    maps = page.locator("dialog.many figure")
    expect(maps).to_have_count(12)
    titles = maps.locator("b").all_inner_texts()
    left = page.locator("dialog.many p.note").last.inner_text()
    assert len({title[0] for title in titles}) == 12
    assert all(
        f"{letter} ·" in left for letter in set("ABCDEFGHIJKLMNOPQRSTU") - {t[0] for t in titles}
    )
    value = "dialog.many output"
    meet(page, 0)
    assert all(page.locator(value).all_inner_texts())


def test_a_number_of_a_sector_is_that_of_the_large_map(opened, visit):
    page = opened(SECTORS)
    first = page.locator("dialog.many figure").first
    letter = first.locator("b").inner_text()[0]
    meet(page, 0)
    small = first.locator("output").inner_text()
    page = visit.open(f"?espacio=demostracion&indicador=vacantes&sector={letter}")
    expect(page.locator(f'tr[data-row="{PLACE}"] .number')).to_have_text(small)


def test_an_indicator_without_sectors_says_so(visit):
    page = visit.open("?espacio=demostracion")
    expect(page.locator("#map-many-sectors")).to_have_count(0)
    page = visit.open("?mapas=todos")
    expect(page.locator("#page-notices")).to_contain_text("«todos»")
    expect(page.locator("dialog.many")).to_have_count(0)


def test_paper_has_the_small_maps_their_patterns_and_sources_alone(opened):
    page = opened(YEARS)
    page.emulate_media(media="print")
    expect(page.locator(".map-column")).to_be_hidden()
    expect(page.locator("dialog.many .sources li").first).to_be_visible()
    expect(page.locator("dialog.many .mark")).to_contain_text("no citar")
    assert (
        page.locator("#sin-dato").evaluate("p => getComputedStyle(p.closest('svg')).display")
        != "none"
    )
