"""The browser's modules, run in a browser: pure functions, readable tables."""

import pytest

from layouts.rows.columns import Filtered
from layouts.rows.filters import TESTS, conditions


@pytest.mark.parametrize(
    ("value", "expected"),
    [(24.9, 0), (25, 1), (49, 1), (50, 2), (500, 2), (0, 0), (-3, 0)],
)
def test_a_value_on_a_limit_belongs_to_the_class_that_it_opens(run, value, expected):
    assert run("classes", f"m.classOf({value}, [25, 50])") == expected


@pytest.mark.parametrize(("classes", "expected"), [(1, 1), (2, 2), (3, 3), (5, 5)])
def test_colours_are_distinct(run, classes, expected):
    assert run("classes", f"new Set(m.colours({classes})).size") == expected


SLICE = """{codes: ['a','b','c','d','e','f'], years: [2020], breaks: [10],
  values: [[0, 12, null, null, null, 7]], states: ['012345'], used: [{e: 2019}]}"""


def test_no_state_is_ever_painted_as_a_value(run):
    # In order: value, no data, suppressed, not applicable, earlier without a number, unreliable.
    rows = run("classes", f"m.entries({SLICE.replace('12, null', 'null, null')}, 0)")
    fills = [row["fill"] for row in rows]
    assert rows[0]["value"] == 0
    assert not fills[0].startswith("url")
    assert [fill.startswith("url") for fill in fills[1:5]] == [True] * 4
    assert [row["value"] for row in rows[1:5]] == [None] * 4
    assert rows[4]["state"] == 1, "an earlier figure without its number is no data"
    assert rows[5]["value"] == 7


def test_a_number_beside_a_state_without_value_is_not_shown(run):
    row = run("classes", f"m.entries({SLICE}, 0)")[1]
    assert row["value"] is None
    assert row["fill"] == "url(#sin-dato)"


def test_counts_add_up(run):
    tally = run("classes", f"m.tally(m.entries({SLICE}, 0), 2)")
    assert sum(tally["states"]) == 6
    assert sum(tally["classes"]) == 2


def test_ranking_puts_those_without_value_last(run):
    codes = run("classes", f"m.ranked(m.entries({SLICE}, 0)).map(r => r.code)")
    assert codes[:2] == ["f", "a"]


@pytest.mark.parametrize(
    ("value", "decimals", "language", "expected"),
    [
        (1234.5, 1, "es", "1.234,5"),
        (1234, 0, "es", "1.234"),
        (0.05, 2, "es", "0,05"),
        (1234.5, 1, "en", "1,234.5"),
    ],
)
def test_numbers(run, value, decimals, language, expected):
    assert run("format", f"m.number({value}, {decimals}, '{language}')") == expected


def test_topology_shares_and_reverses_arcs(run):
    topology = """{type: 'Topology', transform: {scale: [1, 1], translate: [10, 20]},
      arcs: [[[0, 0], [1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1]]],
      objects: {x: {type: 'GeometryCollection', geometries: [
        {type: 'Polygon', id: 'a', arcs: [[0, 1]], properties: {n: 'A'}},
        {type: 'Polygon', id: 'b', arcs: [[~1, ~0]], properties: {n: 'B'}}]}}}"""
    features = run("topology", f"m.features({topology}, 'x').features")
    ring = features[0]["geometry"]["coordinates"][0]
    assert ring == [[10, 20], [11, 20], [11, 21], [10, 21], [10, 20]]
    assert features[1]["geometry"]["coordinates"][0] == ring[::-1]


def test_addresses_write_only_what_differs(run):
    defaults = "{ambito: 'f', municipio: '', capas: ['a', 'b'], idioma: 'es'}"
    chosen = "{ambito: 'f', municipio: '44430', capas: [], idioma: 'es'}"
    assert run("address", f"m.toSearch({chosen}, {defaults})") == "?municipio=44430&capas=ninguna"
    assert run("address", f"m.toSearch({defaults}, {defaults})") == ""
    assert run("address", "m.sameSearch('?a=1&b=2', '?b=2&a=1')") is True


ROOMY = "frame: [-500, -500, 500, 500], most: 9"


def named(run, candidates, taken="[]", rest=ROOMY):
    return run("labels", f"m.placed({candidates}, {{taken: {taken}, {rest}}})")


NAMES = """[{name: 'Uno', x: 0, y: 0, half: 20, radius: 0}, {name: 'Dos', x: 5, y: 0, half: 20,
  radius: 0}, {name: 'Tres', x: 200, y: 0, half: 20, radius: 0}]"""


def boxes(names):
    return [
        (n["x"] + n["dx"] - n["half"], n["y"] + n["dy"] - 7.5,
         n["x"] + n["dx"] + n["half"], n["y"] + n["dy"] + 7.5) for n in names
    ]  # fmt: skip


def test_a_name_steps_aside_for_a_more_important_one(run):
    kept = named(run, NAMES)
    assert [name["name"] for name in kept] == ["Uno", "Dos", "Tres"]
    assert (kept[0]["dx"], kept[0]["dy"]) == (0, 0), "on its point where nothing marks it"
    assert (kept[1]["dx"], kept[1]["dy"]) != (0, 0)
    first, second, _ = boxes(kept)
    apart = (second[0] >= first[2], second[2] <= first[0], second[1] >= first[3])
    assert any((*apart, second[3] <= first[1]))


def test_a_name_without_a_free_place_is_left_out(run):
    assert named(run, NAMES, "[[-60, -60, 60, 60]]")[0]["name"] == "Tres"
    assert [
        n["name"] for n in named(run, NAMES, rest="frame: [-500, -500, 500, 500], most: 1")
    ] == ["Uno"]
    assert named(run, NAMES, rest="frame: [0, 0, 30, 30], most: 9") == []


def test_a_name_stands_beside_the_circle_of_its_own_municipality(run):
    one = "[{name: 'Uno', x: 0, y: 0, half: 20, radius: 26}]"
    (box,) = boxes(named(run, one, "[{x: 0, y: 0, r: 26}]"))
    assert box[0] >= 26, "to the right of it"


@pytest.mark.parametrize(
    ("box", "thing", "expected"),
    [
        ("[0, 0, 10, 10]", "[9, 9, 20, 20]", True),
        ("[0, 0, 10, 10]", "[10, 0, 20, 10]", False),
        ("[0, 0, 10, 10]", "{x: 13, y: 13, r: 4}", False),
        ("[0, 0, 10, 10]", "{x: 13, y: 5, r: 4}", True),
        ("[0, 0, 10, 10]", "{x: 5, y: 5, r: 1}", True),
    ],
    ids=["boxes", "edges", "corner of a disc", "side of a disc", "disc inside"],
)
def test_what_touches(run, box, thing, expected):
    assert run("labels", f"m.touches({box}, {thing})") is expected


RING = "[[[0, 0], [100, 0], [100, 100], [0, 100]], [[40, 40], [60, 40], [60, 60], [40, 60]]]"


def test_a_hole_is_outside(run):
    assert run("labels", f"m.inRings([10, 10], {RING})") is True
    assert run("labels", f"m.inRings([50, 50], {RING})") is False
    assert run("labels", f"m.inRings([110, 50], {RING})") is False


def test_a_country_is_named_where_it_is_seen(run):
    inside = f"(x, y) => m.inRings([x, y], {RING})"
    view = "{frame: [0, 0, 200, 200], taken: [[0, 0, 200, 70]], step: 5}"
    x, y = run("labels", f"m.roomFor({inside}, [20, 10], {view})")
    assert 10 <= x <= 90
    assert y >= 75, "below the card that covers its upper part"
    assert run("labels", f"m.roomFor({inside}, [300, 10], {view})") is None


def test_cards_take_their_part_of_the_free_map(run):
    boxes = "[[50, 0, 200, 100], {x: 1, y: 1, r: 9}, [-50, -50, -10, -10]]"
    assert run("naming", f"m.freeArea([0, 0, 100, 100], {boxes})") == 5000


def test_a_name_that_another_mark_pushes_far_from_its_point_is_left_out(run):
    """It would be read as the name of whatever lies there."""
    covered = "{name: 'Manaure', x: 0, y: 0, half: 20, radius: 60, own: 0}"
    marked = "{name: 'Maicao', x: 0, y: 0, half: 20, radius: 60, own: 60}"
    assert [n["name"] for n in named(run, f"[{covered}, {marked}]")] == ["Maicao"]


def test_the_mark_of_a_place_is_the_disc_on_its_point(run):
    discs = "[{x: 1, y: 1, r: 10}, {x: 20, y: 0, r: 40}, [0, 0, 5, 5]]"
    assert run("naming", f"m.ownRadius({{x: 0, y: 0}}, {discs})") == 10


def test_a_name_keeps_clear_of_the_discs_on_its_point(run):
    discs = "[{x: 3, y: 4, r: 10}, {x: 90, y: 0, r: 10}, [0, 0, 5, 5]]"
    assert run("naming", f"m.radiusAt({{x: 0, y: 0}}, {discs})") == 15


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Villa del Rosario", ["Villa del", "Rosario"]),
        ("San José de Cúcuta", ["San José", "de Cúcuta"]),
        ("Los Patios", ["Los Patios"]),
        ("Barrancominas", ["Barrancominas"]),
    ],
)
def test_long_names_of_small_maps_have_two_lines(run, name, lines):
    assert run("insets", f"m.twoLines('{name}')") == lines


def test_arrows_find_the_neighbour_in_their_direction(run):
    points = "new Map([['o',[0,0]],['e',[2,0.5]],['far',[9,0]],['n',[0.2,3]],['out',[1,0]]])"
    scope = "new Set(['o','e','far','n'])"
    assert run("map", f"m.neighbour('o', [1, 0], {points}, {scope})") == "e"
    assert run("map", f"m.neighbour('o', [0, 1], {points}, {scope})") == "n"
    assert run("map", f"m.neighbour('o', [-1, 0], {points}, {scope})") is None


COUNTS = SLICE.replace("years:", "count: true, years:")


def test_counts_are_circles_and_not_shades(run):
    rows = run("classes", f"m.entries({COUNTS}, 0)")
    with_value = {row["fill"] for row in rows if row["value"] is not None}
    assert len(with_value) == 1
    assert [row["level"] for row in rows] == [0, None, None, None, None, 0], "to filter by size"


FIRST = """{key: 'x', title: 'Uno', years: [2024, 2025], decimals: 1, breaks: [10], unit: '%',
  labels: ['menos de 10', '10 o más'], codes: ['a', 'b', 'c', 'd'], level: 'municipio',
  values: [[1, 2, null, 4], [0, 12, null, 30]], states: ['0010', '0010'], used: [{}, {}],
  thirds: [5, 20], thirdLabels: ['poco', 'medio', 'mucho'], departments: {'54': [3, null]},
  gap: {breaks: [-5, -1, 1, 5], labels: ['1', '2', '3', '4', '5'], unit: 'pp', nation: [null, 10]},
  marks: [[], []]}"""
OTHER = """{key: 'y', title: 'Dos', years: [2018], breaks: [], codes: ['d', 'b', 'a'],
  level: 'municipio', values: [[50, 7, null]], states: ['002'], used: [{}], thirds: [6],
  thirdLabels: ['bajo', 'alto'], unit: '%', decimals: 0}"""
WORDS = "{gap_title: '{} menos nación', gap_none: 'sin nación', cross_level: 'otro nivel'}"


def on_the_map(run, first=FIRST, second="null", chosen="{medida: '', periodo: ''}"):
    return run("shown", f"m.shown({first}, {second}, {chosen}, {WORDS})")


def test_a_difference_is_taken_from_the_nation_of_the_same_year(run):
    found = on_the_map(run, chosen="{medida: 'brecha', periodo: '2025'}")
    assert [entry["value"] for entry in found["all"]] == [-10, 2, None, 20]
    assert [entry["level"] for entry in found["all"]] == [0, 3, None, 4]
    assert found["all"][2]["state"] == 1, "missing stays missing"
    assert (found["fill"]["unit"], found["fill"]["title"]) == ("pp", "Uno menos nación")
    assert found["all"][0]["fill"] != found["all"][3]["fill"]


def test_without_a_national_figure_of_the_year_nothing_is_made_up(run):
    found = on_the_map(run, chosen="{medida: 'brecha', periodo: '2024'}")
    assert [entry["value"] for entry in found["all"]] == [None] * 4
    whole = on_the_map(
        run, FIRST.replace("gap: {", "gap: null, old: {"), chosen="{medida: 'brecha'}"
    )
    assert whole["fill"]["said"] == "sin nación"
    assert [entry["value"] for entry in whole["all"]] == [0, 12, None, 30]


def test_two_indicators_give_nine_classes_and_what_either_lacks_is_lacking(run):
    found = on_the_map(run, second=OTHER)
    by_code = {entry["code"]: entry for entry in found["all"]}
    # a: the second is withheld; b: middle and upper of two; c: the first is missing; d: both high.
    assert [by_code[code]["level"] for code in "abcd"] == [None, 7, None, 8]
    assert [by_code[code]["state"] for code in "abcd"] == [2, 0, 1, 0]
    assert by_code["a"]["fill"] == "url(#suprimido)"
    assert by_code["a"]["first"]["value"] == 0, "and the one that is known is still said"
    assert by_code["d"]["fill"] == "var(--cross-9)"
    assert found["fill"]["cross"]["rows"] == ["bajo", "", "alto"]
    assert found["fill"]["cross"]["title"] == "Dos · 2018"
    assert len(found["fill"]["labels"]) == 9


def test_levels_are_never_crossed(run):
    found = on_the_map(run, second=OTHER.replace("level: 'municipio'", "level: 'departamento'"))
    assert found["fill"]["said"] == "otro nivel"
    assert "cross" not in found["fill"]


@pytest.mark.parametrize(
    ("classes", "expected"),
    [(5, 5), (2, 2), (1, 1)],
)
def test_differences_have_colours_of_their_own(run, classes, expected):
    levels = run("classes", f"m.paletteOf({{signed: true, labels: Array({classes}).fill('')}})")
    assert len(set(levels)) == expected
    assert not set(levels) & set(run("classes", "m.RAMP"))


@pytest.mark.parametrize(
    ("high", "expected"),
    [(8317, [8000, 2000, 500]), (3, [3, 1]), (1, [1]), (0, [])],
)
def test_nested_circles_stand_for_plain_numbers(run, high, expected):
    assert run("sizes", f"m.steps({high})")[: len(expected)] == expected


def test_words_of_the_marks_never_lie_over_one_another(run):
    marks = """[{words: 'una mediana 10', x: 10}, {words: 'otra 11', x: 14},
      {words: 'lejos 90', x: 300}]"""
    rows = run("strip", f"m.rowed({marks}, 372).map(({{words, row}}) => [words, row])")
    assert rows == [["una mediana 10", 0], ["otra 11", 1], ["lejos 90", 0]]


def test_numbers_of_the_second_indicator_have_an_address_of_their_own(run):
    chosen = "{indicador: 'a', segundo: 'b', ambito: 'pais', capas: ['personas'], sexo: 'mujeres'}"
    catalogue = "{defaults: {sexo: 'total', capas: []}, snapshot: 's', version: 'v'}"
    address = run("address", f"m.secondAddress({chosen}, {catalogue})")
    assert address.startswith("/valores/s/pais/b.v.json?")
    assert "sexo=mujeres" in address
    assert "capas=ninguna" in address
    same = chosen.replace("'b'", "'a'")
    assert run("address", f"m.secondAddress({same}, {catalogue})") == ""


def test_twice_the_number_is_twice_the_ink(run):
    small, large = run("circles", "[m.radiusOf(50, 100), m.radiusOf(100, 100)]")
    assert large**2 / small**2 == pytest.approx(2)


def test_a_zero_draws_no_circle(run):
    layer = """{years: [2020], codes: ['a', 'b'], values: [[0, 9]], names: {a: 'A', b: 'B'},
      points: {a: [0, 0], b: [1, 1]}, tooltip: '{place}: {value} ({year})'}"""
    drawn = run("circles", f"m.circles({layer}, '', new Map(), new Map(), 'es')")
    assert [feature["properties"]["label"] for feature in drawn] == ["B: 9 (2020)"]


def test_two_municipalities_of_one_name_are_told_apart(run):
    names = "new Map([['05674', 'San Vicente'], ['68689', 'San Vicente'], ['44430', 'Maicao']])"
    departments = "{'05': 'Antioquia', '68': 'Santander', '44': 'La Guajira'}"
    full = run("geography", f"[...m.fullNames({names}, {departments}).values()]")
    assert full == ["San Vicente (Antioquia)", "San Vicente (Santander)", "Maicao"]


def test_a_box_goes_around_every_point(run):
    """A municipality with an island: both count."""
    shape = "[[[[-72, 7], [-71, 8], [-72, 8], [-72, 7]]], [[[-73, 6], [-72.5, 6.5], [-73, 6]]]]"
    assert run("importing_map", f"m.boundsOf({shape})") == [-73, 6, -71, 8]
    assert run("importing_map", "m.around([[0, 0, 1, 1], [-1, 0.5, 0, 3]])") == [-1, 0, 1, 3]


def test_the_middle_of_a_box_is_the_middle_of_the_picture(run):
    project = "m.projection([-73, 6, -71, 8], 400, 300)"
    assert run("importing_map", f"{project}([-72, 7])") == [200, 150]
    west, south = run("importing_map", f"{project}([-73, 6])")
    assert west > 0
    assert 150 < south < 300


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("{phase: 'leyendo'}", "Leyendo"),
        ("{phase: 'leyendo', rows: 0, expected: 9000, seconds: 0}", "Leyendo · 0 de 9.000"),
        (
            "{phase: 'leyendo', rows: 4000, expected: 9000, seconds: 7}",
            "Leyendo · 4.000 de 9.000 · faltan 7 s",
        ),
        ("{phase: 'publicando'}", "Publicando"),
    ],
)
def test_waiting_says_rows_and_seconds_left(run, state, expected):
    words = (
        "{reading: 'Leyendo', publishing: 'Publicando', rows_of: '{} de {}', "
        "seconds_left: 'faltan {} s'}"
    )
    assert run("importing", f"m.waiting({state}, {words}, 'es')") == expected


@pytest.mark.parametrize(
    ("href", "search", "expected"),
    [
        ("/brechas", "", "/brechas"),
        ("/brechas", "?idioma=en", "/brechas?idioma=en"),
        ("/?municipio=44430", "?espacio=demostracion&municipio=1",
         "/?espacio=demostracion&municipio=44430"),
    ],
)  # fmt: skip
def test_a_link_keeps_what_the_address_says_and_its_own_words_win(run, href, search, expected):
    assert run("reading", f"m.carried({href!r}, {search!r})") == expected


@pytest.mark.parametrize(
    ("search", "chosen", "expected"),
    [
        ("", "{pesos: '1,1,1,1,1,1,1', ocupados: '1'}", ""),
        ("?idioma=en", "{pesos: '1,1,5,1,1,1,1'}", "?idioma=en&pesos=1,1,5,1,1,1,1"),
        ("?pesos=1,1,5,1,1,1,1", "{pesos: '1,1,1,1,1,1,1'}", ""),
        ("?municipio=44430", "{municipio: ''}", ""),
    ],
)
def test_the_address_of_gaps_leaves_out_what_is_as_usual(run, search, chosen, expected):
    assert run("gaps", f"m.gapSearch({search!r}, {chosen})") == expected


@pytest.mark.parametrize(
    ("entry", "asked", "chosen", "expected"),
    [
        ("{code: '1', level: 2, state: 0}", "null", "[]", True),
        ("{code: '1', level: 2, state: 0}", "{kind: 'class', index: 2}", "[]", True),
        ("{code: '1', level: 1, state: 0}", "{kind: 'class', index: 2}", "[]", False),
        ("{code: '1', level: null, state: 1}", "{kind: 'state', index: 1}", "[]", True),
        ("{code: '1', level: 2, state: 0}", "null", "['2']", False),
        ("{code: '2', level: 2, state: 0}", "{kind: 'class', index: 2}", "['2']", True),
    ],
)
def test_what_stays_in_sight(run, entry, asked, chosen, expected):
    assert run("linking", f"m.inSight({entry}, {asked}, new Set({chosen}))") is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("[3, null, 1, 2]", {"n": 3, "middle": 2, "low": 1, "high": 3, "sum": 6}),
        ("[1, 4]", {"n": 2, "middle": 2.5, "low": 1, "high": 4, "sum": 5}),
        ("[0]", {"n": 1, "middle": 0, "low": 0, "high": 0, "sum": 0}),
        ("[null, null]", {"n": 0}),
    ],
)
def test_the_summary_counts_only_what_is_known(run, values, expected):
    assert run("linking", f"m.summary({values}.map((value) => ({{ value }})))") == expected


CONCAVE = "[[0, 0], [100, 0], [100, 100], [50, 20], [0, 100]]"


@pytest.mark.parametrize(
    ("corners", "expected"),
    [
        ("m.enclosed('box', [[60, 60], [30, 200], [0, 0]])", ["a", "b"]),
        ("m.enclosed('lasso', [[0, 0], [100, 0], [100, 20], [0, 20]])", ["a", "c"]),
        (CONCAVE, ["a", "c"]),
        ("m.enclosed('box', [[5, 5], [5, 5]])", []),
    ],
)
def test_what_is_drawn_takes_the_municipalities_whose_point_is_in_it(run, corners, expected):
    points = "new Map([['a', [1, 1]], ['b', [5, 5]], ['c', [9, 1]]])"
    project = "([x, y]) => ({ x: x * 10, y: y * 10 })"
    codes = "['a', 'b', 'c', 'd']"
    found = run("choosing", f"m.codesWithin({corners}, {codes}, {points}, {project})")
    assert found == expected


@pytest.mark.parametrize(
    ("how", "expected"),
    [("replace", ["2", "3"]), ("add", ["1", "2", "3"]), ("remove", ["1"])],
)
def test_a_gesture_takes_the_place_of_the_choice_adds_or_takes_away(run, how, expected):
    assert run("choosing", f"m.combined(['1', '2'], ['2', '3'], '{how}')") == expected


def test_no_more_are_chosen_than_a_link_holds(run):
    many = "Array.from({ length: 99 }, (_, i) => String(i))"
    assert len(run("choosing", f"m.combined([], {many}, 'replace')")) == 60
    assert len(run("choosing", f"m.combined(['a'], {many}, 'add')")) == 60


@pytest.mark.parametrize(
    ("picked", "place", "several"),
    [
        ("{code: '5'}", "5", ["1"]),
        ("{code: ''}", "", ["1"]),
        ("{codes: ['2'], how: 'toggle'}", "9", ["1", "2"]),
        ("{codes: ['1'], how: 'toggle'}", "9", []),
        ("{codes: [], how: 'replace'}", "9", []),
    ],
)
def test_what_is_picked_changes_the_selection(run, picked, place, several):
    before = "{municipio: '9', seleccion: ['1'], panel: 'lista'}"
    after = run("choosing", f"m.afterPick({before}, {picked})")
    assert (after["municipio"], after["seleccion"]) == (place, several)


def test_at_most_twelve_years_stand_side_by_side(run):
    years = list(range(2000, 2026))
    assert run("multiples_words", f"m.lastYears({years})") == list(range(2014, 2026))
    assert run("multiples_words", "m.lastYears([2024, 2025])") == [2024, 2025]


def test_an_empty_choice_leaves_no_trace_in_the_address(run):
    defaults = "{seleccion: [], capas: ['centros']}"
    assert run("address", f"m.toSearch({{seleccion: [], capas: ['centros']}}, {defaults})") == ""
    chosen = "{seleccion: ['44430', '54874'], capas: ['centros']}"
    assert run("address", f"m.toSearch({chosen}, {defaults})") == "?seleccion=44430%2C54874"


@pytest.mark.parametrize(
    ("chosen", "system_is_dark", "expected"),
    [
        ("", False, "light"),
        ("", True, "dark"),
        ("light", True, "light"),
        ("dark", False, "dark"),
        ("azul", True, "dark"),
    ],
)
def test_the_theme_is_that_of_the_system_until_one_is_chosen(run, chosen, system_is_dark, expected):
    assert run("theme", f"m.themeOf('{chosen}', {str(system_is_dark).lower()})") == expected


@pytest.mark.parametrize(
    ("shown", "system_is_dark", "kept"),
    [("light", False, "dark"), ("dark", True, "light"), ("dark", False, ""), ("light", True, "")],
)
def test_what_the_system_says_as_well_is_not_remembered(run, shown, system_is_dark, kept):
    assert run("theme", f"m.afterSwitch('{shown}', {str(system_is_dark).lower()})") == kept


def test_a_storage_that_fails_is_no_error(run):
    full = "() => ({ setItem() { throw new Error('full') }, getItem() { return null } })"
    assert run("theme", f"m.write({full}, 'dark')") is False
    assert run("theme", f"m.read({full})") == ""
    assert run("theme", "m.read(() => { throw new Error('forbidden') })") == ""


@pytest.mark.parametrize(
    ("at", "zoom", "expected"),
    [("[0, 0]", 0, [128, 128]), ("[-180, 85.0511287798]", 1, [0, 0]), ("[180, 0]", 2, [1024, 512])],
)
def test_degrees_become_pixels_of_web_mercator(run, at, zoom, expected):
    assert run("framing", f"m.projected({at}, {zoom})") == pytest.approx(expected, abs=1e-6)


ZOOMS = "{minZoom: 5, maxZoom: 13, snap: 0.25}"


def test_a_box_is_framed_at_a_quarter_of_a_zoom_in_the_middle_of_its_room(run):
    """A box of 16 pixels at zoom 0 has room for 1,000 of them: log2(62.5) = 5.97, down to 5.75."""
    box = "[[-11.178401873711785, -11.25], [11.178401873711785, 11.25]]"
    room = "{left: 0, top: 0, right: 400, bottom: 0}"
    frame = run("framing", f"m.framed({box}, [1400, 1000], {room}, {ZOOMS})")
    assert frame["zoom"] == 5.75
    # The middle of the world lies in the middle of what the cards leave free: 500 px from the left.
    assert 128 * 2**5.75 - frame["origin"][0] == pytest.approx(500, abs=1)
    assert 128 * 2**5.75 - frame["origin"][1] == pytest.approx(500, abs=1)


def test_a_frame_keeps_to_the_zooms_of_the_map(run):
    point = "[[4, -74], [4.0001, -73.9999]]"
    wide = "[[-60, -120], [60, 120]]"
    room = "{left: 24, top: 24, right: 24, bottom: 24}"
    assert run("framing", f"m.framed({point}, [900, 600], {room}, {ZOOMS})")["zoom"] == 13
    assert run("framing", f"m.framed({wide}, [900, 600], {room}, {ZOOMS})")["zoom"] == 5


def test_outlines_share_the_points_where_arcs_meet_and_skip_what_is_not_seen(run):
    lines = "[[0, 0, 10, 0], [10, 0, 10, 10, 0, 0], [900, 900, 910, 910]]"
    shape = "{type: 'Polygon', arcs: [[0, 1]]}"
    turned = "{type: 'Polygon', arcs: [[~1, ~0]]}"
    assert run("framing", f"m.outlined({shape}, {lines}, [50, 50])") == "M0 0L10 0L10 10L0 0Z"
    assert run("framing", f"m.outlined({turned}, {lines}, [50, 50])") == "M0 0L10 10L10 0L0 0Z"
    assert run("framing", f"m.outlined({{type: 'LineString', arcs: [2]}}, {lines}, [50, 50])") == ""


def test_a_narrow_page_leaves_no_room_for_cards(run):
    layout = """{props: {children: [{props: {id: 'a'}}, {props: {children: {props: {id: 'map',
      boundsOptions: {paddingTopLeft: [24, 24], paddingBottomRight: [430, 24]}}}}}]}}"""
    expression = f"(() => {{ const l = {layout}; m.unpadded(l, 'map'); return l; }})()"
    layout = run("framing", expression)
    found = layout["props"]["children"][1]["props"]["children"]["props"]["boundsOptions"]
    assert found == {"paddingTopLeft": [24, 24], "paddingBottomRight": [24, 24]}


def test_words_are_put_back_where_they_were_taken_from(run):
    layout = """{props: {children: [{props: {id: 'a', value: 1}}, 'text', null,
      {props: {id: 'b', data: {own: 1}, children: {props: {id: 'c'}}}}]}}"""
    parts = "{a: {options: [1, 2]}, b: {data: {own: 2, words: 3}}, d: {options: []}}"
    found = run(
        "vocabulary", f"(() => {{ const l = {layout}; m.putBack(l, {parts}); return l; }})()"
    )
    a, _, _, b = found["props"]["children"]
    assert a["props"] == {"id": "a", "value": 1, "options": [1, 2]}
    assert b["props"]["data"] == {"own": 1, "words": 3}


@pytest.mark.parametrize(
    ("areas", "points", "expected"), [(2500, 4, False), (2501, 4, True), (10, 26_000, True)]
)
def test_many_areas_or_many_points_are_too_many_for_paths(run, areas, points, expected):
    ring = f"Array({points}).fill([0, 0])"
    shapes = f"Array({areas}).fill({{geometry: {{type: 'Polygon', coordinates: [{ring}]}}}})"
    assert run("canvas", f"m.tooMany({shapes})") is expected
    several = shapes.replace(f"[{ring}]", f"[[{ring}]]").replace("'Polygon'", "'MultiPolygon'")
    assert run("canvas", f"m.tooMany({several})") is expected


def test_an_address_that_the_page_wrote_comes_back_once(run):
    """Two quick choices: the first address arrives when the second is already on its way."""
    steps = "m.sent('?a=1&b=2'), m.sent('?a=2')"
    seen = "['?b=2&a=1', '?a=2', '?a=1&b=2'].map((search) => m.arrivedOwn(search))"
    assert run("choice", f"({steps}, {seen})") == [True, True, False]
    assert run("choice", f"({steps}, ['?a=2', '?a=1&b=2'].map((s) => m.arrivedOwn(s)))") == [
        True,
        False,
    ]


MODEL = """{ territorio: {filterType: 'text', type: 'contains', filter: "Cúcuta; (A.M.) ~"},
  valor: {filterType: 'number', type: 'inRange', filter: -1.5, filterTo: 20},
  fuente: {filterType: 'text', type: 'blank'} }"""
KINDS = "{territorio: 'text', valor: 'number', fuente: 'text'}"


def test_filters_survive_the_address(run):
    facets = "{estado: ['con cifra', 'sin dato'], nivel: []}"
    text = run("filters", f"m.written({MODEL}, {facets})")
    read = run("filters", f"m.read({text!r}, {KINDS})")
    assert read["model"] == run("filters", MODEL)
    assert read["facets"] == {"estado": ["con cifra", "sin dato"]}


def test_the_server_reads_what_the_grid_writes(run):
    text = run("filters", f"m.written({MODEL}, {{estado: ['con cifra']}})")
    read = {one.column: (one.test, one.operands) for one in conditions(text)}
    assert read == {
        "territorio": ("contiene", ("Cúcuta; (A.M.) ~",)),
        "valor": ("entre", ("-1.5", "20")),
        "fuente": ("vacio", ()),
        "estado": ("de", ("con cifra",)),
    }


def test_every_test_of_the_grid_is_one_of_the_server(run):
    for kind, filtered in (("text", Filtered.TEXT), ("number", Filtered.NUMBER)):
        options = run("filters", f"m.OPTIONS.{kind}")
        column = "territorio" if kind == "text" else "valor"
        for option in options:
            operands = {"inRange": "filter: 1, filterTo: 2", "blank": "", "notBlank": ""}
            one = f"{{filterType: '{kind}', type: '{option}', {operands.get(option, 'filter: 1')}}}"
            text = run("filters", f"m.written({{{column}: {one}}}, {{}})")
            assert conditions(text) is not None, option
        assert len(options) == len(TESTS[filtered])


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("null", "-5", -1), ("undefined", "null", 0), ("2", "10", -8), ("'Ábrego'", "'acacias'", -1),
     ("'ñ'", "'n'", 0)],
)  # fmt: skip
def test_missing_cells_come_first_and_accents_do_not_count(run, a, b, expected):
    assert run("filters", f"m.order({a}, {b})") == expected


@pytest.mark.parametrize(
    ("hash_", "shown"),
    [("", "tabla"), ("#fuentes", "fuentes"), ("#nada", "tabla"), ("#DANE_1", "fuentes")],
)
def test_an_address_opens_the_part_that_it_names(run, hash_, shown):
    holder = "(id) => (id === 'DANE_1' ? 'fuentes' : undefined)"
    assert run("parts", f"m.partOf('{hash_}', ['tabla', 'fuentes'], {holder})") == shown


def test_sources_are_found_by_words_in_any_order_without_accents(run):
    assert run("parts", "m.found('DANE: Medición de pobreza', 'pobreza medicion')") is True
    assert run("parts", "m.found('DANE: Medición de pobreza', 'empleo')") is False
    assert run("parts", "m.found('DANE', '')") is True


def test_a_proof_is_asked_for_in_the_language_and_workspace_of_the_page(run):
    address = run("proof", "m.proofAddress('a:b:2025/06:x', '?espacio=demostracion&tabla=mapa')")
    assert address == "/datos/cifra.json?espacio=demostracion&cifra=a%3Ab%3A2025%2F06%3Ax"
    assert run("proof", "m.withFigure('?tabla=mapa&cifra=x', '')") == "?tabla=mapa"


def test_on_a_narrow_screen_place_and_value_come_first(run):
    columns = "['codigo', 'territorio', 'estado', 'valor', 'fuente'].map((key) => ({key}))"
    first = run("grid", f"m.arranged({columns}, true).map(({{key}}) => key)")
    assert first == ["territorio", "valor", "estado", "codigo", "fuente"]
    assert run("grid", f"m.arranged({columns}, false)[0].key") == "codigo"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (list(range(1, 101)), [21, 41, 61, 81]),
        ([5, 5, 5, 5], []),
        ([0, 0, 0, 0, 0, 0, 7, 8, 9, 1234], [7, 9]),
    ],
)
def test_sectors_are_parted_at_limits_of_two_digits_and_never_below_the_least(
    run, values, expected
):
    assert run("multiples_words", f"m.commonLimits({values})") == expected


def test_the_sectors_with_most_come_first_and_empty_ones_not_at_all(run):
    maps = """[['a', [1, 2]], ['b', []], ['c', [9]], ['d', [4]]].map(([title, values]) => ({
      title, slice: { count: true }, all: values.map((value) => ({ value })) }))"""
    names = "({ shown, left }) => [shown, left].map((all) => all.map(({ title }) => title))"
    assert run("multiples_words", f"({names})(m.leading({maps}, 2))") == [["c", "d"], ["a"]]


def test_a_small_map_has_one_path_for_each_fill(run):
    slice_ = """{codes: ['a','b','c'], years: [2020], breaks: [10], values: [[1, 20, null]],
      states: ['001'], used: [{}]}"""
    drawn = "new Map([['a', 'MaZ'], ['b', 'MbZ'], ['c', 'McZ'], ['d', 'MdZ']])"
    fills = run("small_map", f"[...m.byFill(m.smallMap('x', {slice_}, 2020), {drawn})]")
    assert fills == [
        ["var(--ramp-1)", "MaZ"],
        ["var(--ramp-5)", "MbZ"],
        ["url(#sin-dato)", "McZ"],
        ["var(--map-paper)", "MdZ"],
    ]


def test_corners_that_the_scale_does_not_show_are_left_out(run):
    ring = "[[0, 0], [0.1, 0.1], [5, 0], [5, 5], [0, 0]]"
    assert run("small_map", f"m.written({ring})") == "M0.0 0.0L5.0 0.0L5.0 5.0L0.0 0.0Z"
    assert "0.10 0.10" in run("small_map", f"m.written({ring}, 0.2)")


def test_the_window_of_small_maps_keeps_the_point_and_stays_within_the_whole(run):
    assert run("small_view", "m.zoomed(m.WHOLE, 2, [130, 110])") == [65, 55, 130, 110]
    assert run("small_view", "m.zoomed([65, 55, 130, 110], 0.1, [130, 110])") == [0, 0, 260, 220]
    assert run("small_view", "m.moved([65, 55, 130, 110], [999, -999])") == [130, 0, 130, 110]


def test_a_hole_is_not_part_of_a_territory(run):
    square = "(a, b) => [[a, a], [b, a], [b, b], [a, b]]"
    place = f"[{{ code: 'x', box: [0, 0, 9, 9], rings: [({square})(0, 9), ({square})(3, 6)] }}]"
    assert run("small_map", f"[[1, 1], [4, 4], [20, 1]].map((at) => m.under(at, {place}))") == [
        "x",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("path", "search", "expected"),
    [
        ("/", "", "/?municipio=44430"),
        ("/datos", "?idioma=en&municipio=1", "/?idioma=en&municipio=44430"),
        ("/municipio/54874", "?espacio=demostracion", "/municipio/44430?espacio=demostracion"),
    ],
)
def test_what_is_found_opens_where_one_is(run, path, search, expected):
    item = "{kind: 'municipio', code: '44430', href: '/?municipio=44430'}"
    assert run("search", f"m.destination({item}, {path!r}, {search!r})") == expected


def test_a_centre_that_is_found_has_its_layer_on(run):
    chosen = "{capas: ['unidades'], municipio: '', panel: 'lista'}"
    after = run("search", f"m.afterFinding({chosen}, '/?municipio=44001#centro-x')")
    assert after == {"capas": ["unidades", "centros"], "municipio": "44001", "panel": ""}
    assert run("search", f"m.afterFinding({chosen}, '/?indicador=ipm')")["capas"] == ["unidades"]


@pytest.mark.parametrize(
    ("key", "active", "n", "expected"),
    [("ArrowDown", -1, 3, 0), ("ArrowDown", 2, 3, 0), ("ArrowUp", -1, 3, 2), ("ArrowUp", 1, 3, 0),
     ("ArrowDown", -1, 0, -1)],
)  # fmt: skip
def test_arrows_go_round_the_options(run, key, active, n, expected):
    assert run("combobox", f"m.moved({key!r}, {active}, {n})") == expected


def test_a_search_asks_in_the_language_and_figures_of_the_address(run):
    asked = run("combobox", "m.searchAddress('a b', 'municipio', '?idioma=en&ambito=pais')")
    assert asked == "/buscar.json?q=a+b&tipo=municipio&idioma=en"


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", "/comparar"),
        ("?municipio=44430", "/comparar?comparar=44430"),
        ("?municipio=44430&seleccion=1,2,3,4,5", "/comparar?comparar=1,2,3,4"),
        ("?comparar=54,44&seleccion=1", "/comparar?comparar=54,44"),
    ],
)
def test_the_comparison_begins_with_what_was_chosen(run, search, expected):
    assert run("reading", f"m.compared({search!r})") == expected


@pytest.mark.parametrize(
    ("path", "search", "expected"),
    [
        ("/comparar", "?comparar=54,44&periodo=2020&sexo=mujeres&tabla=mapa",
         "/datos?comparar=54,44&sexo=mujeres&tabla=comparar"),
        ("/municipio/54874", "?espacio=demostracion",
         "/datos?espacio=demostracion&tabla=ficha&municipio=54874"),
        ("/brechas", "", "/datos?tabla=brechas"),
        ("/lugares", "?estado=activa", "/datos?estado=activa&tabla=lugares"),
        ("/", "?indicador=ipm", "/datos?indicador=ipm&tabla=mapa"),
        ("/metodologia", "?tabla=serie", "/datos?tabla=serie"),
        ("/departamento/54", "", "/datos"),
    ],
)  # fmt: skip
def test_the_header_leads_to_the_rows_of_the_view(run, path, search, expected):
    made = f"m.carried(m.begun('/datos', {path!r}, {search!r}), {search!r})"
    assert run("reading", made) == expected


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ("{departamento: '', ambito: 'b'}", {"name": "Border", "href": "/frontera"}),
        ("{departamento: '54', ambito: 'b'}", {"name": "Norte", "href": "/departamento/54"}),
    ],
)
def test_the_list_leads_to_the_ficha_of_what_it_holds(run, selection, expected):
    catalogue = "{departments: {'54': 'Norte'}, scopes: {b: 'Border'}}"
    assert run("ranking", f"m.wholeOf({selection}, {catalogue})") == expected


@pytest.mark.parametrize(
    ("codes", "more", "expected"),
    [("", "1", "1"), ("1,2", "3", "1,2,3"), ("1,2", "1", "1,2"), ("1,2,3,4", "5", "1,2,3,4")],
)
def test_each_is_compared_once_and_four_at_most(run, codes, more, expected):
    assert run("comparing", f"m.comparing({codes!r}, {more!r})") == f"/comparar?comparar={expected}"


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        pytest.param("[0, 0], [0, 0]", "", id="nobody moves from a place to itself"),
        pytest.param("[0, 0], [30, 0]", "M0.0 0.0Q13.5 5.4 27.0 0.0", id="bent to its right"),
        pytest.param("[30, 0], [0, 0]", "M30.0 0.0Q16.5 -5.4 3.0 0.0", id="back on the other side"),
    ],
)
def test_an_arc_bends_to_its_right_and_stops_before_its_end(run, ends, expected):
    assert run("programmes", f"m.arc({ends})") == expected


@pytest.mark.parametrize(("people", "width"), [(50, 5), (25, 2.5), (5, 0.7), (1, 0.7)])
def test_an_arc_is_as_wide_as_its_people(run, people, width):
    assert run("programmes", f"m.widthOf({people}, 50)") == width
