"""Bundles: what Python packs the browser puts together, and then it asks nothing of the server."""

import json
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from callbacks.desk import Desks
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS
from layouts.bundle import indicator_bundle, layer_bundle, shared
from layouts.compact import compact, packed_codes, packed_fill, packed_layer
from layouts.slice import map_slice


@pytest.fixture(scope="module")
def read(tab, site):
    def call(module, expression, argument=None):
        return tab.evaluate(
            f"async (given) => {{ const m = await import('{site}/assets/mirador/{module}.mjs');"
            f" return {expression}; }}",
            argument,
        )

    return call


@pytest.fixture(scope="module")
def desks(published, demonstration):
    stores = {Workspace.PUBLISHED: published, Workspace.DEMO: demonstration}
    return Desks(OpenShelf(stores), INDICATORS)


def travelled(answer):
    return json.loads(json.dumps(answer))


CODES = ("05001", "44430", "54001", "54874", "81001")
STATES = "012345"
WITH_VALUE = "045"


@st.composite
def fills(draw):
    """A table of figures: codes of the scope in order, and perhaps one from outside."""
    inside = [code for code in CODES if draw(st.booleans())]
    codes = [*inside, *draw(st.sampled_from([[], ["00"], ["CI54001"]]))]
    years = sorted(draw(st.sets(st.integers(2005, 2030), max_size=4)))
    digits = draw(st.integers(0, 4))
    number = st.integers(-(10**9), 10**9).map(lambda whole: whole / 10**digits)
    states = [draw(st.text(STATES, min_size=len(codes), max_size=len(codes))) for _ in years]
    values = [[draw(number) if s in WITH_VALUE else None for s in row] for row in states]
    older = [[code for code, s in zip(codes, row, strict=True) if s == "4"] for row in states]
    used = [{code: draw(st.integers(1990, 2030)) for code in row} for row in older]
    words = draw(st.sampled_from(["", "mujeres · Comercio"]))
    return {
        "heading": words, "codes": codes, "years": years,
        "values": values, "states": states, "used": used,
    }  # fmt: skip


@settings(max_examples=60)
@given(cells=st.lists(fills(), min_size=1, max_size=3))
def test_figures_packed_together_arrive_as_they_were(read, cells):
    packed = {str(i): packed_fill(cell, CODES) for i, cell in enumerate(cells)}
    common, own = shared(packed)
    arrived = read(
        "values",
        "Object.values(given.own).map((cell) =>"
        " m.fillOf({...given.common, ...cell}, m.scopeOf(given)))",
        {"common": common, "own": own, "scope": packed_codes(CODES)},
    )
    assert arrived == travelled(cells)


@settings(max_examples=30)
@given(layer=fills())
def test_circles_arrive_as_they_were(read, layer):
    plain = {name: layer[name] for name in ("codes", "years", "values")}
    arrived = read(
        "values", "m.layerOf(given, ['05001','44430','54001','54874','81001'])",
        packed_layer(plain, CODES),
    )  # fmt: skip
    assert {name: arrived[name] for name in plain} == travelled(plain)


def composed(read, desks, search):
    """The slice of an address, put together in the browser from bundles, and as it travels."""
    selection = desks.parse(search).selection
    view = desks.view(selection)
    bundles = {selection.indicador: indicator_bundle(view, 0)}
    bundles |= {name: layer_bundle(view, name) for name in selection.capas if name != "centros"}
    indicators = {
        key: {
            "groups": [str(g) for g in one.groups],
            "bySex": one.by_sex,
            "bySector": one.by_sector,
        }
        for key, one in INDICATORS.items()
    }
    chosen = {name: getattr(selection, name) for name in type(selection).__slots__}
    given = travelled(
        {
            "selection": chosen | {"capas": list(selection.capas)},
            "catalogue": {
                "defaults": {},
                "snapshot": "s",
                "version": "v",
                "indicators": indicators,
            },
            "bundles": bundles,
        }
    )
    made = read(
        "bundles",
        """(await (async () => {
          const { bundleAddress } = await import('/assets/mirador/address.mjs');
          const { selection, catalogue, bundles } = given;
          for (const [what, one] of Object.entries(bundles)) {
            m.store(bundleAddress(what, 0, selection, catalogue), one, 1);
          }
          return m.composed(selection, catalogue);
        })())""",
        given,
    )
    return made, read("values", "m.decoded(given)", travelled(compact(map_slice(view))))


@pytest.mark.parametrize(
    "search",
    [
        "?departamento=44&indicador=nbi&sector=G",
        "?ambito=pais&indicador=tasa_desocupacion&capas=personas,demanda",
        "?espacio=demostracion&departamento=81&indicador=vacantes&sector=G&capas=unidades,demanda",
        (
            "?espacio=demostracion&departamento=81&indicador=tasa_ocupacion&sexo=mujeres"
            "&grupo=migrante_venezolana&capas=personas,unidades,demanda"
        ),
        (
            "?espacio=demostracion&departamento=81&indicador=unidades_productivas_fortalecidas"
            "&grupo=acogida&sector=A&capas=unidades"
        ),
        (
            "?espacio=demostracion&departamento=81&indicador=ocupados&grupo=migrante_venezolana"
            "&capas=demanda&idioma=en"
        ),
    ],
)
def test_a_slice_put_together_is_the_one_that_the_server_would_send(read, desks, search):
    made, sent = composed(read, desks, search)
    assert made == sent


def test_a_piece_that_is_missing_makes_no_slice(read):
    selection = "{indicador: 'x', capas: [], sexo: 'total', sector: 'total', grupo: ''}"
    catalogue = "{defaults: {}, snapshot: 'none', version: 'v', indicators: {x: {groups: []}}}"
    assert read("bundles", f"m.composed({selection}, {catalogue}) === undefined")


def test_the_oldest_bundles_make_room(read):
    kept = read(
        "bundles",
        """(() => {
          for (const name of ['a', 'b', 'c']) m.store(name, {name}, 40, 100);
          const two = ['a', 'b', 'c'].filter(m.bundle);
          m.store('huge', {}, 1000, 100);
          return [two, ['b', 'c', 'huge'].filter(m.bundle)];
        })()""",
    )
    assert kept == [["b", "c"], ["huge"]]


# ---- in the page -------------------------------------------------------------------------------

AHEAD_DONE = "async () => (await import('/assets/mirador/ahead.mjs')).ready()"
DEMO = "?espacio=demostracion"


@pytest.fixture
def rested(visit):
    """A function that opens an address and waits until all that is likely is there."""

    def open_(search):
        page = visit.open(search)
        visit.rest()
        return page

    return open_


@pytest.fixture
def wire(visit):
    """Bytes that the browser receives, as its own network layer counts them."""
    received = []
    session = visit.page.context.new_cdp_session(visit.page)
    session.send("Network.enable")
    session.on("Network.dataReceived", lambda event: received.append(event["encodedDataLength"]))
    session.on("Network.requestWillBeSent", lambda event: received.append(event["request"]["url"]))
    return received


def assign(page, control, value):
    page.evaluate(
        "([id, value]) => window.dash_clientside.set_props(`filter-${id}`, {value})",
        [control, value],
    )


def shows(page, words):
    expect(page.locator("#map-legend")).to_contain_text(words)


def test_what_only_changes_the_display_takes_no_byte(rested, wire):
    page = rested(DEMO)
    wire.clear()
    years = page.locator("#filter-periodo option").count()
    assign(
        page,
        "periodo",
        page.locator("#filter-periodo option").nth(years - 1).get_attribute("value"),
    )
    expect(page.locator("#map-answer")).to_contain_text("2018")
    for layers in ([], ["centros"], ["unidades", "centros", "personas"], ["unidades", "centros"]):
        assign(page, "capas", layers)
        page.wait_for_timeout(200)
    page.locator("#map-legend button, #map-legend [role=button]").first.click()
    page.wait_for_timeout(500)
    assert wire == []


@pytest.mark.parametrize("scope", ["frontera_venezuela", "pais"])
def test_filters_and_the_next_indicator_repaint_without_the_server(rested, wire, scope):
    page = rested(f"{DEMO}&ambito={scope}&indicador=tasa_desocupacion")
    wire.clear()
    assign(page, "sexo", "mujeres")
    shows(page, "mujeres")
    assign(page, "grupo", "migrante_venezolana")
    shows(page, "venezolana")
    assign(page, "indicador", "tasa_informalidad")
    shows(page, "nformal")
    page.wait_for_timeout(300)
    assert [url for url in wire if isinstance(url, str) and "/conjuntos/" not in url] == []


def test_sectors_repaint_without_the_server(rested, wire):
    page = rested(f"{DEMO}&indicador=vacantes&capas=demanda")
    wire.clear()
    for sector in "GAU":
        page.locator("#filter-sector").select_option(sector)
        shows(page, f"{sector} · ")
    page.wait_for_timeout(300)
    assert wire == []


def test_who_saves_data_gets_nothing_ahead(visit):
    visit.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page = visit.open(DEMO)
    page.wait_for_timeout(3000)
    assert bundles_asked(visit) == []
    page.locator("#filter-sexo, #filter-sector").first.focus()
    page.wait_for_timeout(300)
    assert bundles_asked(visit) == []


def bundles_asked(visit):
    paths = [urlsplit(url).path for url in visit.requests]
    return [path.rpartition("/")[2].partition(".")[0] for path in paths if "/conjuntos/" in path]


def test_a_bundle_of_another_snapshot_is_never_shown(visit):
    page = visit.page
    page.route(
        "**/conjuntos/**",
        lambda route: route.fulfill(
            json={"snapshot": "other", "parts": 1, "cells": {}, "common": {}}
        ),
    )
    visit.open(f"{DEMO}&indicador=vacantes&capas=ninguna")
    page.wait_for_timeout(2000)
    page.evaluate(AHEAD_DONE)
    page.locator("#filter-sector").select_option("G")
    shows(page, "G · ")
    asked = [url for url in visit.requests if "/valores/" in url and "sector=G" in url]
    assert len(asked) == 1, "the numbers come from their own snapshot, one by one"


def test_bundles_that_are_gone_leave_the_page_as_it_is_and_choosing_says_so(visit):
    page = visit.page
    page.route("**/conjuntos/**", lambda route: route.fulfill(status=404))
    visit.open(f"{DEMO}&indicador=vacantes&capas=ninguna")
    page.wait_for_timeout(1500)
    expect(page.locator("#page-message")).to_be_hidden()
    page.route("**/valores/**", lambda route: route.fulfill(status=404))
    page.locator("#filter-sector").select_option("G")
    expect(page.locator("#page-message")).to_contain_text("Recargue la página")
    visit.complaints.clear()  # the browser names the 404


def test_the_years_go_by_without_the_server_and_stop_at_the_last(rested, wire):
    page = rested(f"{DEMO}&indicador=vacantes&capas=ninguna")
    wire.clear()
    page.locator("#map-play").click()
    expect(page.locator("#map-time output")).to_have_text("2018")
    expect(page.locator("#map-play")).to_have_text("❚❚")
    expect(page.locator("#map-play")).to_have_text("▶", timeout=60_000)
    newest = page.evaluate(
        "Math.max(...[...document.getElementById('filter-periodo').options]"
        ".map(({ value }) => Number(value) || 0))"
    )
    expect(page.locator("#map-time output")).to_have_text(str(newest))
    assert wire == []


def test_the_years_stand_still_while_nobody_looks(rested):
    page = rested(f"{DEMO}&indicador=vacantes&capas=ninguna")
    page.locator("#map-play").click()
    page.evaluate("() => Object.defineProperty(document, 'hidden', {get: () => true})")
    expect(page.locator("#map-play")).to_have_text("▶")


def test_who_wants_no_movement_goes_year_by_year(rested):
    page = rested(f"{DEMO}&indicador=vacantes&capas=ninguna")
    page.emulate_media(reduced_motion="reduce")
    for year in ("2018", "2019"):
        page.locator("#map-play").click()
        expect(page.locator("#map-time output")).to_have_text(year)
        expect(page.locator("#map-play")).to_have_text("▶")
