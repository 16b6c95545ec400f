"""Numbers packed by Python and read by the browser: nothing is lost, and nothing is asked twice."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from callbacks.desk import Desks
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS
from layouts.compact import compact, packed
from layouts.slice import map_slice


@pytest.fixture
def read(tab, site):
    def call(expression, argument=None):
        return tab.evaluate(
            f"async (given) => {{ const m = await import('{site}/assets/mirador/values.mjs');"
            f" return {expression}; }}",
            argument,
        )

    return call


@pytest.fixture(scope="module")
def desks(published, demonstration):
    stores = {Workspace.PUBLISHED: published, Workspace.DEMO: demonstration}
    return Desks(OpenShelf(stores), INDICATORS)


def travelled(slice_):
    """As it is after JSON: tuples are lists, and so on."""
    return json.loads(json.dumps(slice_))


WHOLE = [0, 1, -1, 15, 16, -16, 31, 32, 1023, -1024, 53_000_000, -(2**40), 2**52]


def test_whole_numbers_of_any_size(read):
    assert read("m.unpacked(given)", packed(WHOLE)) == WHOLE
    assert read("m.unpacked(given)", packed([])) == []


@pytest.mark.parametrize(
    "search",
    [
        "?ambito=pais&indicador=poblacion&capas=personas,demanda",
        "?ambito=pais&indicador=tasa_desocupacion",
        "?indicador=ipm",
        "?departamento=44&indicador=nbi",
        "?espacio=demostracion&ambito=pais&indicador=vacantes&sector=G&capas=unidades,demanda",
        "?espacio=demostracion&ambito=pais&indicador=migrantes_por_mil&idioma=en",
    ],
)
def test_a_slice_arrives_as_it_was_made(read, desks, search):
    slice_ = map_slice(desks.view(desks.parse(search).selection))
    arrived = read("m.decoded(given)", travelled(compact(slice_)))
    assert arrived["scope"] == slice_["scope"]
    for name in ("codes", "years", "values", "states", "used"):
        assert arrived["fill"][name] == travelled(slice_["fill"][name]), name
    assert arrived["layers"].keys() == slice_["layers"].keys()
    for name, layer in slice_["layers"].items():
        assert arrived["layers"][name]["codes"] == layer["codes"]
        for got, made in zip(arrived["layers"][name]["values"], layer["values"], strict=True):
            assert got == pytest.approx(made, abs=1e-4)


def test_codes_in_another_order_than_the_scope_keep_it(read, desks):
    slice_ = map_slice(desks.view(desks.parse("?capas=ninguna").selection))
    fill = slice_["fill"]
    turned = slice_ | {
        "fill": fill
        | {
            "codes": fill["codes"][::-1],
            "values": [row[::-1] for row in fill["values"]],
            "states": [row[::-1] for row in fill["states"]],
        }
    }
    arrived = read("m.decoded(given)", travelled(compact(turned)))
    assert arrived["fill"]["codes"] == fill["codes"][::-1]
    assert arrived["fill"]["values"] == [row[::-1] for row in fill["values"]]
    assert arrived["fill"]["used"] == travelled(fill["used"])


def test_the_oldest_of_many_is_forgotten_and_the_rest_is_not_asked_twice(read):
    asked = read(
        """(await (async () => {
          const asked = [];
          window.fetch = async (address) => {
            asked.push(address);
            return new Response('{"snapshot": "s"}');
          };
          for (let i = 0; i < 33; i += 1) await m.load(`/lru/${i}`, 's');
          await m.load('/lru/1', 's');
          await m.load('/lru/0', 's');
          return asked.slice(33);
        })())"""
    )
    assert asked == ["/lru/0"]


@pytest.mark.parametrize(
    ("answer", "stale"),
    [
        ('new Response(\'{"snapshot": "other"}\')', True),
        ("new Response('', {status: 404})", True),
        ("new Response('', {status: 503})", False),
    ],
    ids=["of another snapshot", "gone", "server in trouble"],
)
def test_an_answer_that_does_not_fit_is_refused_and_not_kept(read, answer, stale):
    refused, kept = read(
        f"""(await (async () => {{
          window.fetch = async () => {answer};
          const failed = await m.load('/refused', 's').catch((error) => error);
          return [failed instanceof m.Stale, m.known('/refused') !== undefined];
        }})())"""
    )
    assert (refused, kept) == (stale, False)


PATIENT_MS = 60_000
"""A loaded machine is slow, which is no failure."""


@pytest.fixture
def lone(visit):
    """A visit to a server that never has time for bundles: every view is asked for by itself."""
    visit.page.route("**/conjuntos/**", lambda route: route.fulfill(status=202))
    return visit


def numbers_asked(visit):
    paths = [urlsplit(url).path for url in visit.requests]
    return [path.rpartition("/")[2].partition(".")[0] for path in paths if "/valores/" in path]


def choose_indicator(page, key):
    page.evaluate("(value) => window.dash_clientside.set_props('filter-indicador', {value})", key)


def test_the_first_view_fetches_each_thing_once(lone):
    lone.open("?indicador=poblacion&capas=centros,personas")
    lone.page.wait_for_timeout(500)
    assert sorted(numbers_asked(lone)) == ["poblacion", "puntos"]


def test_an_indicator_seen_before_asks_nothing_of_the_server(lone):
    page = lone.open("?indicador=poblacion")
    choose_indicator(page, "nbi")
    expect(page.locator("#map-legend h2")).to_contain_text("NBI")
    page.wait_for_timeout(300)
    lone.requests.clear()
    choose_indicator(page, "poblacion")
    expect(page.locator("#map-legend h2")).to_contain_text("Habitantes")
    page.wait_for_timeout(500)
    assert [url for url in lone.requests if "/conjuntos/" not in url] == []


def test_who_goes_to_a_filter_finds_the_next_values_there(lone):
    page = lone.open("?indicador=vacantes&espacio=demostracion")
    page.locator("#filter-sector").focus()
    page.wait_for_timeout(1500)
    lone.requests.clear()
    page.locator("#filter-sector").select_option("A")
    expect(page.locator("#map-legend")).to_contain_text("A · ")
    assert numbers_asked(lone) == []


def test_numbers_that_are_gone_ask_for_a_reload_and_leave_the_map(lone):
    page = lone.open("?indicador=poblacion")
    page.route("**/valores/**", lambda route: route.fulfill(status=404))
    before = page.locator("#map-answer").inner_text()
    choose_indicator(page, "nbi")
    expect(page.locator("#page-message")).to_contain_text("Recargue la página")
    assert page.locator("#map-answer").inner_text() == before
    lone.complaints.clear()  # the browser names the 404


def test_a_lost_connection_is_told_and_choosing_again_helps(lone):
    page = lone.open("?indicador=poblacion")
    page.route("**/valores/**", lambda route: route.abort())
    choose_indicator(page, "nbi")
    expect(page.locator("#page-message")).to_contain_text("revise la conexión")
    page.unroute("**/valores/**")
    choose_indicator(page, "poblacion")
    choose_indicator(page, "nbi")
    expect(page.locator("#map-legend h2")).to_contain_text("NBI")
    lone.complaints.clear()  # the browser names the lost request


def test_figures_of_two_snapshots_are_never_mixed(visit):
    """The panel is asked from the server: an answer of a newer snapshot is not shown."""
    page = visit.open()
    # What the page asks when it opens has been answered: only the panel of the click is newer.
    expect(page.locator("#side-panel-head h2")).not_to_be_empty(timeout=PATIENT_MS)
    page.wait_for_load_state("networkidle")
    newer = []

    def renewed(route):
        answer = route.fetch()
        newer.append(answer.text().replace('"snapshot":"', '"snapshot":"x'))
        route.fulfill(response=answer, body=newer[-1])

    page.route("**/_dash-update-component*", renewed)
    page.locator('path[data-territory="44430"]').dispatch_event("click")
    expect(page.locator("#page-message")).to_contain_text("Recargue la página", timeout=PATIENT_MS)
    assert "Maicao" in newer[-1], "the panel came, and was refused"
    expect(page.locator("#side-panel-head h2")).not_to_have_text("Maicao")
    page.unroute_all(behavior="wait")
