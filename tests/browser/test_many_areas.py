"""More areas than paths can carry: one picture that still points, opens, filters and hatches."""

import re

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from playwright.sync_api import expect

from geodata import web_map

COLUMNS, ROWS = 72, 71
WEST, SOUTH, EAST, NORTH = -79.0, -4.2, -66.9, 12.4
DEMO = "?espacio=demostracion&ambito=pais&capas=ninguna"
MIDDLE = shapely.box(-74, 3, -71, 7)
NEAR_PX = 28
SENTENCE = "Este corte dibuja 5.112 áreas"

PIXELS = """([x, y, reach]) => {
  const picture = document.querySelector('.leaflet-territories-pane canvas');
  const frame = picture.getBoundingClientRect();
  const scale = picture.width / frame.width;
  const corner = [x - frame.left - reach, y - frame.top - reach];
  const at = [...corner, 2 * reach, 2 * reach].map(v => v * scale);
  const { data } = picture.getContext('2d').getImageData(...at);
  const found = new Set();
  for (let i = 0; i < data.length; i += 4) found.add(data.slice(i, i + 4).join());
  return found.size;
}"""


@pytest.fixture(scope="module")
def many(demonstration):
    """A map file of 5,112 rectangles, the first of which have the codes of municipalities."""
    table = demonstration.territories
    local = table[
        table["has_geometry"] & table["level"].isin(["municipio", "area_no_municipalizada"])
    ]
    xs, ys = np.linspace(WEST, EAST, COLUMNS + 1), np.linspace(SOUTH, NORTH, ROWS + 1)
    cells = [
        shapely.box(xs[i], ys[j], xs[i + 1], ys[j + 1]) for j in range(ROWS) for i in range(COLUMNS)
    ]
    cells.sort(key=MIDDLE.distance)  # municipalities where no card covers them
    spare = [f"98{i:03d}" for i in range(1000)] + [f"97{i:03d}" for i in range(1000)]
    spare += [f"96{i:03d}" for i in range(1000)] + [f"93{i:03d}" for i in range(1000)]
    codes = [*local.index, *spare][: len(cells)]
    middles = shapely.get_coordinates(shapely.centroid(cells))
    units = pd.DataFrame(
        {
            "territory_code": codes,
            "name": [table["name"].get(code, f"Área {code}") for code in codes],
            "department_code": [code[:2] for code in codes],
            "lon": middles[:, 0],
            "lat": middles[:, 1],
        }
    )
    countries = gpd.GeoDataFrame(
        {"country": ["venezuela"], "name": ["Venezuela"]},
        geometry=[shapely.box(-66.9, -4.2, -61, 12.4)],
        crs=4326,
    )
    shapes = np.array(cells, dtype=object)
    return web_map.encode(units, shapes, countries, shapely.box(-90, -10, -50, 20))


@pytest.fixture
def crowded(visit, many):
    """A tab that is given the large map in the place of the one that ships."""
    visit.page.route(
        "**/geometry/**", lambda route: route.fulfill(body=many, content_type="application/json")
    )
    visit.page.goto(f"{visit.site}/{DEMO}")
    expect(visit.page.locator("#side-list tr[data-row]").first).to_be_visible(timeout=60_000)
    expect(visit.page.locator("#map-answer")).to_contain_text(SENTENCE)
    return visit.page


def middle(page):
    box = page.locator(".leaflet-selected-pane path").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pick(page, code):
    """Choose a municipality in the list and go near it; where it stands on the page."""
    page.locator(f"#side-list [data-pick='{code}']").click()
    expect(page.locator(".leaflet-selected-pane path")).to_have_attribute("d", re.compile("M"))
    for _ in range(8):
        if page.locator(".leaflet-selected-pane path").bounding_box()["width"] > NEAR_PX:
            break
        page.mouse.move(*middle(page))
        page.mouse.wheel(0, -60)
        page.wait_for_timeout(600)
    expect(page.locator("#side-panel-box h2")).to_be_visible()
    return middle(page)


def listed(page, *, absent):
    """The first municipality of the list with a value, or without."""
    rows = page.locator("#side-list tr[data-row]")
    if absent:
        page.locator("#side-list .more summary").click()
        rows = rows.filter(has=page.locator(".absent", has_text="sin dato"))
    return rows.first.get_attribute("data-row")


def test_many_areas_are_one_picture_that_says_so(crowded):
    expect(crowded.locator("path[data-territory]")).to_have_count(0)
    expect(crowded.locator(".leaflet-territories-pane canvas")).to_have_count(1)
    expect(crowded.locator("#map-answer")).to_contain_text("use la lista o el buscador")


def test_a_picture_is_pointed_at_and_opened(crowded):
    code = listed(crowded, absent=False)
    x, y = pick(crowded, code)
    crowded.locator("#side-tab-list").click()
    crowded.mouse.move(x + 1, y + 1)
    crowded.mouse.move(x, y)
    row = crowded.locator(f"#side-list tr[data-row='{code}']")
    expect(row).to_have_class(re.compile("hot"))
    name = row.locator("button").inner_text()
    expect(crowded.locator(".leaflet-tooltip")).to_contain_text(f"{name}: ")
    crowded.locator("#side-list [data-pick]").nth(5).click()
    crowded.mouse.click(x, y)
    expect(crowded.locator("#side-panel-box h2")).to_have_text(name.split(" (")[0])


def test_the_hatch_is_hatched_and_a_class_is_plain(crowded):
    missing = listed(crowded, absent=True)
    x, y = pick(crowded, missing)
    assert crowded.evaluate(PIXELS, [x, y, 2]) > 1, "lines on their ground"
    crowded.locator("#side-tab-list").click()
    x, y = pick(crowded, listed(crowded, absent=False))
    assert crowded.evaluate(PIXELS, [x, y, 2]) == 1


def test_a_class_of_the_legend_leaves_the_rest_of_the_picture_aside(crowded):
    code = listed(crowded, absent=False)
    x, y = pick(crowded, code)
    colour = PIXELS.replace("found.size", "[...found][0]")
    before = crowded.evaluate(colour, [x, y, 1])
    crowded.locator(".classes button[data-class='0']").click()
    crowded.wait_for_timeout(300)
    assert crowded.evaluate(colour, [x, y, 1]) != before
    crowded.keyboard.press("Escape")
    crowded.wait_for_timeout(300)
    assert crowded.evaluate(colour, [x, y, 1]) == before


def test_the_picture_takes_the_colours_of_the_theme(crowded):
    x, y = pick(crowded, listed(crowded, absent=False))
    colour = PIXELS.replace("found.size", "[...found][0]")
    before = crowded.evaluate(colour, [x, y, 1])
    crowded.locator("#page-theme").click()
    crowded.wait_for_timeout(400)
    assert crowded.evaluate(colour, [x, y, 1]) != before


def test_the_picture_is_printed_in_the_colours_of_paper(crowded):
    x, y = pick(crowded, listed(crowded, absent=False))
    colour = PIXELS.replace("found.size", "[...found][0]")
    light = crowded.evaluate(colour, [x, y, 1])
    crowded.locator("#page-theme").click()
    crowded.wait_for_timeout(400)
    dark = crowded.evaluate(colour, [x, y, 1])
    assert dark != light
    printed = f"(at) => {{ window.dispatchEvent(new Event('beforeprint')); return ({colour})(at) }}"
    assert crowded.evaluate(printed, [x, y, 1]) == light
    crowded.evaluate("window.dispatchEvent(new Event('afterprint'))")
    crowded.wait_for_timeout(400)
    assert crowded.evaluate(colour, [x, y, 1]) == dark
