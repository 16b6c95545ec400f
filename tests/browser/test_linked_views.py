"""Map, list and legend are one: pointing, filtering, choosing several, and going through years."""

import re

from playwright.sync_api import expect

DEMO = "?espacio=demostracion"


def in_sight(page):
    return page.locator("#side-list tr[data-row]:visible").count()


def test_a_class_of_the_legend_filters_list_and_map(visit):
    page = visit.open(DEMO)
    key = page.locator(".classes button[data-class]").nth(3)
    count = int(key.locator("b").inner_text())
    key.click()
    expect(key).to_have_attribute("aria-pressed", "true")
    assert in_sight(page) == count
    scope = page.locator("path[data-territory]:not(.dim)")
    lit = scope.evaluate_all(
        "all => all.filter((p) => p.getAttribute('aria-label').includes(': ')).length"
    )
    assert lit == count
    expect(page.locator("#side-chosen")).to_contain_text(f"{count} a la vista: mediana")
    page.keyboard.press("Escape")
    expect(key).to_have_attribute("aria-pressed", "false")
    assert in_sight(page) == 100


def point_at_sliver(page, place, of):
    """Move the pointer over a sliver of the legend, counted from the lowest value."""
    ground = page.locator(".strip .ground")
    box = ground.bounding_box()
    ground.hover(position={"x": box["width"] * (place + 0.5) / of, "y": box["height"] / 2})


def test_what_is_pointed_at_in_the_strip_is_marked_in_map_and_list(visit):
    page = visit.open(DEMO)
    rows = page.locator("#side-list tr[data-row]")
    with_value = rows.filter(has=page.locator(".rank:not(:empty)")).count()
    for place in (0, 3, with_value - 1):
        point_at_sliver(page, with_value - 1 - place, with_value)
        row = rows.nth(place)
        code = row.get_attribute("data-row")
        expect(row).to_have_class("hot")
        expect(page.locator("#side-list tr.hot")).to_have_count(1)
        expect(page.locator(f'path[data-territory="{code}"]').first).to_have_class(
            r"leaflet-interactive hot"
        )
        name = row.locator("th").inner_text()
        expect(page.locator(".strip .ground title")).to_have_text(re.compile(rf"^{name}: \d"))
    page.mouse.move(5, 5)
    expect(page.locator("#side-list tr.hot")).to_have_count(0)
    assert page.locator(".strip .hot").get_attribute("d") == ""


def test_what_is_pointed_at_in_map_or_list_is_marked_in_the_strip(visit):
    page = visit.open(DEMO)
    marked = page.locator(".strip .hot")
    page.locator("#side-list tr[data-row]").first.hover()
    expect(marked).to_have_attribute("d", re.compile(r"^M3[67]\d"))
    code = page.locator("#side-list tr[data-row]").nth(4).get_attribute("data-row")
    before = marked.get_attribute("d")
    page.locator(f'path[data-territory="{code}"]').first.dispatch_event(
        "pointerover", {"bubbles": True}
    )
    expect(marked).not_to_have_attribute("d", before)


def test_a_box_chooses_several_and_the_link_keeps_them(visit):
    page = visit.open(DEMO)
    box = page.locator("#map-map").bounding_box()
    page.keyboard.down("Shift")
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 420, box["y"] + 420, steps=6)
    page.mouse.up()
    page.keyboard.up("Shift")
    page.wait_for_url("**seleccion=**")
    chosen = page.url.partition("seleccion=")[2].partition("&")[0].split("%2C")
    expect(page.locator("#side-chosen")).to_contain_text(f"{len(chosen)} a la vista")
    again = visit.open(page.url.removeprefix(visit.site + "/"))
    expect(again.locator("#side-chosen")).to_contain_text(f"{len(chosen)} a la vista")
    assert in_sight(again) == len(chosen)
    lit = again.locator('path[data-territory]:not(.dim)[aria-label*=": "]')
    expect(lit).to_have_count(len(chosen))
    again.locator("#side-clear").click()
    expect(again.locator("#side-chosen")).to_be_hidden()
    expect(again).to_have_url(re.compile(r"^(?!.*seleccion)"))


def test_the_slash_looks_for_a_municipality(visit):
    page = visit.open()
    page.locator("body").press("/")
    search = page.locator("#search-field")
    expect(search).to_be_focused()
    expect(search).to_have_value("")


def test_the_slider_goes_through_the_years_without_the_server(visit):
    page = visit.open(DEMO)
    title = page.locator("#map-legend h2")
    newest = title.inner_text()
    visit.requests.clear()
    slider = page.locator("#map-time input")
    slider.focus()
    slider.press("Home")
    expect(title).not_to_have_text(newest)
    expect(page.locator("#map-time output")).to_have_text(title.inner_text().rpartition("· ")[2])
    assert [url for url in visit.requests if "_dash-update" in url] == []
    page.locator("#map-play").click()
    expect(title).to_have_text(newest, timeout=30_000)


def test_the_islands_have_their_own_map_where_the_scope_has_them(visit):
    page = visit.open(DEMO)
    expect(page.locator("#map-islands")).to_be_hidden()
    page = visit.open(f"{DEMO}&ambito=pais")
    island = page.locator('#map-islands path[data-code="88001"]')
    fill = page.locator('path[data-territory="88001"]').first.get_attribute("fill")
    expect(island).to_have_attribute("fill", fill)
    island.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**municipio=88001**")
    expect(page.locator("#side-panel-box h2")).to_have_text("San Andrés")


def test_groups_of_a_count_filter_circles_and_list(visit):
    page = visit.open(f"{DEMO}&indicador=vacantes&ambito=linea_venezuela")
    group = page.locator(".classes button[data-class='4']")
    many = int(group.locator("b").inner_text())
    assert many > 0
    group.click()
    expect(group).to_have_attribute("aria-pressed", "true")
    assert page.locator("#side-list tr[data-row]:visible").count() == many
    bright = page.locator(".leaflet-circles-pane path[data-code]:not(.dim)")
    expect(bright).to_have_count(many)
    code = bright.first.get_attribute("data-code")
    expect(page.locator(".strip path.dim")).to_have_count(1)
    codes = page.locator("#side-list tr[data-row]").evaluate_all(
        "(rows) => rows.filter((row) => row.querySelector('.rank').textContent)"
        ".map((row) => row.dataset.row)"
    )
    point_at_sliver(page, len(codes) - 1 - codes.index(code), len(codes))
    expect(page.locator(f".leaflet-circles-pane path[data-code='{code}']")).to_have_class(
        re.compile("hot")
    )


def test_two_indicators_at_once(visit):
    page = visit.open(DEMO)
    expect(page.locator(".cross")).to_have_count(0)
    page.locator(".analysts summary").click()
    page.locator("#filter-segundo").select_option("nbi")
    cells = page.locator(".cross button")
    expect(cells).to_have_count(9)
    assert "segundo=nbi" in page.url
    known = sum(int(count) for count in cells.locator("b").all_inner_texts())
    lacking = page.locator(".classes button[data-state]")
    missing = {button.inner_text(): button for button in lacking.all()}
    gone = sum(
        int(words.split()[-1]) for words in missing if words.startswith(("sin", "sup", "no"))
    )
    assert known + gone == 100
    path = page.locator('path[data-territory="54874"]').first
    said = path.get_attribute("aria-label")
    assert said.count(": ") == 3, "name, and each indicator with its value"
    assert "NBI" in said
    cell = page.locator(f".cross button[style*='{path.get_attribute('fill')}']")
    cell.click()
    expect(page.locator("#side-list tr[data-row='54874']")).to_be_visible()
    expect(page.locator("#side-list tr:visible .second")).to_have_count(
        int(cell.locator("b").inner_text())
    )
    page.reload()
    visit.settle()
    expect(page.locator(".cross button")).to_have_count(9)


def test_the_difference_from_the_nation_parts_at_zero_without_the_server(visit):
    page = visit.open(DEMO)
    visit.rest()
    page.locator(".analysts summary").click()
    before = len(visit.requests)
    page.locator("#filter-medida").select_option("brecha")
    expect(page.locator("#map-legend h2")).to_contain_text("diferencia con la nación")
    assert len(visit.requests) == before
    assert "medida=brecha" in page.url
    first = page.locator("#side-list tr[data-row] .number").first
    expect(first).to_contain_text("+")
    expect(page.locator(".strip")).to_contain_text("nación 0,0")
    last = page.locator("#side-list tr[data-row] .number").nth(99)
    expect(last).to_contain_text("-")


def test_counts_are_not_crossed(visit):
    page = visit.open(f"{DEMO}&indicador=vacantes&segundo=nbi")
    expect(page.locator("#map-legend")).to_contain_text("Los conteos son círculos")
    expect(page.locator("#filter-segundo")).to_be_disabled()


def test_every_state_is_drawn_in_the_legend_as_on_the_map(visit):
    page = visit.open(f"{DEMO}&ambito=pais")
    for state, pattern in {1: "sin-dato", 2: "suprimido", 3: "no-aplica"}.items():
        button = page.locator(f".classes button[data-state='{state}']")
        expect(button.locator("rect")).to_have_attribute("fill", f"url(#{pattern})")
        painted = page.locator(f"path[data-territory][fill='url(#{pattern})']")
        assert painted.count() == int(button.locator("b").inner_text())
    for state in (4, 5):
        button = page.locator(f".classes button[data-state='{state}']")
        dashes = button.locator("rect").get_attribute("stroke-dasharray")
        marked = page.locator(f"path[data-territory][stroke-dasharray='{dashes}']")
        assert marked.count() == int(button.locator("b").inner_text())


def test_every_circle_layer_says_its_sizes(visit):
    page = visit.open(f"{DEMO}&indicador=vacantes&capas=personas,demanda")
    for kind in ("principal", "personas", "demanda"):
        circles = page.locator(f".sizes-{kind} circle")
        expect(circles).to_have_count(3)
