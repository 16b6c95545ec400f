"""A map drawn on the server: the rules of the screen, lines shared, names apart, words escaped."""

import numpy as np
import pytest

from app import ROOT
from geodata.map_file import MapFile
from geodata.outlines import Outlines
from indicators.states import State
from layouts.mesa.drawing import Drawn, Mark, Paper, draw, marks_of, radius
from layouts.mesa.labels import Candidate, Disc, placed
from layouts.mesa.shades import STATE_FILL, Shade, palette, shades, tally, year_index

FRAME = (0.0, 0.0, 400.0, 300.0)
BORDER = (-74.0, 6.0, -70.0, 12.0)


@pytest.fixture(scope="module")
def outlines():
    return Outlines.of(MapFile.of(ROOT / "data" / "geometry"))


def fill(**changes):
    usual = {
        "codes": ["54001", "54874", "44430", "44001", "99001"],
        "values": [[0.0, 20.0, 50.0, None, 12.0]],
        "states": ["00415"],
        "years": [2025],
        "used": [{}],
        "breaks": [10.0, 20.0],
        "labels": ["a", "b", "c"],
        "signed": False,
        "count": False,
    }
    return usual | changes


def test_every_municipality_of_the_map_has_rings_and_a_point(outlines):
    assert len(outlines.units) == 1121
    assert outlines.units.keys() == outlines.points.keys() == outlines.boxes.keys()
    west, south, east, north = outlines.boxes["54874"]
    lon, lat = outlines.points["54874"]
    assert west < lon < east
    assert south < lat < north


def test_neighbours_share_their_lines(outlines):
    cucuta = {n if n >= 0 else ~n for ring in outlines.units["54001"] for n in ring}
    rosario = {n if n >= 0 else ~n for ring in outlines.units["54405"] for n in ring}
    assert cucuta & rosario


def test_rings_close(outlines):
    paper = Paper(outlines, BORDER, 800, 600)
    for code in ("54874", "44430"):
        for ring in outlines.units[code]:
            assert paper.line(ring[0])[0] == paper.line(ring[-1])[-1]


def test_a_degree_north_goes_up_and_one_east_goes_right(outlines):
    paper = Paper(outlines, BORDER, 800, 600)
    a, b = paper.project(np.array([[-72.0, 9.0], [-71.0, 10.0]])).tolist()
    assert a == pytest.approx([400, 300])
    assert b[0] > a[0]
    assert b[1] < a[1]


def test_shades_follow_classes_and_states():
    found = shades(fill(), 0)
    assert [s.level for s in found] == [0, 2, 2, None, 1]
    assert found[3].fill == STATE_FILL[State.NO_DATA]
    assert tally(found, 3) == (
        [1, 1, 2],
        {State.VALUE: 2, State.NO_DATA: 1, State.SUPPRESSED: 0, State.NOT_APPLICABLE: 0,
         State.EARLIER: 1, State.UNRELIABLE: 1},
    )  # fmt: skip


def test_without_a_year_nothing_has_a_value():
    assert {s.state for s in shades(fill(), -1)} == {State.NO_DATA}


@pytest.mark.parametrize(
    ("years", "chosen", "index"), [([2020, 2025], "", 1), ([2020], "2020", 0), ([2020], "2021", -1),
                                   ([], "", -1)],
)  # fmt: skip
def test_the_year_is_the_chosen_one_or_the_newest(years, chosen, index):
    assert year_index(years, chosen) == index


@pytest.mark.parametrize(
    ("n", "colours"), [(1, [2]), (2, [0, 4]), (3, [0, 2, 4]), (4, [0, 1, 3, 4])]
)
def test_fewer_classes_are_spread_over_the_ramp(n, colours):
    assert palette(fill(labels=["x"] * n)) == [f"var(--ramp-{i + 1})" for i in colours]


def test_counts_are_never_shades():
    assert {s.fill for s in shades(fill(count=True), 0) if s.value is not None} == {
        "var(--count-fill)"
    }


def test_twice_the_people_is_twice_the_ink():
    assert radius(200, 400) ** 2 * 2 == pytest.approx(radius(400, 400) ** 2)


def test_circles_stand_where_there_is_a_number(outlines):
    layer = {"codes": ["54001", "54874", "44430"], "values": [[10, None, 0]], "years": [2025]}
    found = marks_of(layer, 0, outlines, "personas")
    assert [mark.at for mark in found] == [outlines.points["54001"]]
    assert marks_of(layer | {"years": []}, -1, outlines, "personas") == []


def test_a_picture_says_what_it_is_and_escapes_its_words(outlines):
    drawn = Drawn(
        shades=[Shade("54874", 5.0, State.EARLIER, 0, "var(--ramp-1)")],
        scope=frozenset({"54874", "54001"}),
        chosen=("54874",),
        names={"54874": "<Villa>"},
        box=BORDER,
        title='Mapa "de" <prueba>',
        marks=(Mark((-72.5, 7.9), "personas", 20), Mark((-72, 8), "centre", sign="▲")),
        small_maps=("Cúcuta", "San Andrés"),
    )
    picture = draw(drawn, outlines, 720, 500)
    assert 'aria-label="Mapa &quot;de&quot; &lt;prueba&gt;"' in picture
    assert "&lt;Villa&gt;" in picture
    assert "<Villa>" not in picture
    assert 'class="area earlier" data-code="54874" fill="var(--ramp-1)"' in picture
    assert 'class="edge"' in picture
    assert 'class="small-map"' in picture
    assert "nan" not in picture


def test_a_department_fills_its_municipalities(outlines):
    shade = Shade("54", 5.0, State.VALUE, 0, "var(--ramp-5)")
    drawn = Drawn([shade], frozenset({"54874"}), (), {}, BORDER, "x")
    assert 'data-code="54874" fill="var(--ramp-5)"' in draw(drawn, outlines, 400, 300)


def test_names_keep_apart_and_inside():
    near = [Candidate("uno", 100, 100, 40, 28), Candidate("dos", 110, 104, 40, 28)]
    found = dict(placed(near, FRAME, [Disc(100, 100, 5)], 9))
    assert len(found) == 2
    (ax, ay), (bx, by) = found.values()
    assert abs(ax - bx) >= 80 or abs(ay - by) >= 28


def test_a_name_without_room_is_left_out():
    assert list(placed([Candidate("x", 2, 2, 300, 28)], FRAME, [], 9)) == []
    assert len(list(placed([Candidate(str(i), 40 + i * 60, 50, 20, 28) for i in range(5)],
                           FRAME, [], 3))) == 3  # fmt: skip


@pytest.mark.parametrize(
    ("scope", "box", "titles"),
    [
        (("54874", "54001"), BORDER, ["Cúcuta"]),
        (("54874", "88001"), (-79.0, -4.2, -66.8, 12.5), ["Cúcuta", "San Andrés"]),
        (("88001",), (-81.8, 12.4, -81.3, 13.4), []),
        (("54874",), (-72.6, 7.7, -72.4, 7.9), []),
        (("44430",), BORDER, []),
    ],
)
def test_small_maps_show_what_the_large_one_cannot(outlines, scope, box, titles):
    names = ("Cúcuta", "San Andrés")
    drawn = Drawn([], frozenset(scope), (), {}, box, "x", small_maps=names)
    picture = draw(drawn, outlines, 720, 500)
    assert [name for name in names if f">{name}<" in picture] == titles


def test_a_small_map_has_its_circles(outlines):
    marks = (Mark(outlines.points["54874"], "principal", 12),)
    drawn = Drawn([], frozenset({"54874"}), (), {}, BORDER, "x", marks, ("Cúcuta",))
    assert draw(drawn, outlines, 720, 500).count('class="mark mark-principal"') == 2
