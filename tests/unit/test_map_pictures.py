"""A drawn map: the classes, patterns and words of the screen, without a browser."""

import io
import re

import numpy as np
import pytest
from PIL import Image

from app import ROOT
from callbacks.desk import Desks
from geodata.map_file import MapFile
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS
from indicators.states import State
from layouts.drawing.frame import Box, Frame
from layouts.drawing.geography import Geography
from layouts.drawing.inks import INKS, palette
from layouts.drawing.names import Name, placed
from layouts.drawing.picture import SLIDE, as_png, as_svg
from layouts.drawing.plan import Extras, MapDrawing
from layouts.drawing.sheet import Sheet, labelled
from layouts.drawing.shown import entries, shown, tally, year_index
from layouts.text import catalogue

ES = catalogue("es")


def fill(values, states, breaks=(10.0,), **more):
    usual = {
        "codes": ["54001", "54405", "54874"], "years": [2024], "values": [values],
        "states": [states], "used": [{}], "breaks": list(breaks), "signed": False, "count": False,
        "labels": ["menos de 10", "10 o más"], "gap": None, "decimals": 0, "level": "municipio",
        "thirds": [5.0, 15.0], "thirdLabels": ["bajo", "medio", "alto"], "title": "Tasa",
    }  # fmt: skip
    return usual | more


def test_inks_are_those_of_the_style_sheet():
    sheet = (ROOT / "assets" / "theme.css").read_text(encoding="utf-8")
    light = sheet.split("@media screen")[0]
    told = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    assert {name: told.get(name) for name in INKS} == dict(INKS)


def test_a_missing_figure_is_never_the_lowest_class():
    seen = entries(fill([4, None, 10], "010"), 0)
    assert [(e.level, e.state, bool(e.ink)) for e in seen] == [
        (0, State.VALUE, True), (None, State.NO_DATA, False), (1, State.VALUE, True),
    ]  # fmt: skip


def test_a_suppressed_figure_has_no_value_even_if_one_travels():
    seen = entries(fill([4, 5, 10], "020"), 0)
    assert seen[1].value is None
    assert seen[1].state is State.SUPPRESSED


def test_a_zero_is_a_value():
    assert entries(fill([0, 0, 0], "000"), 0)[0].level == 0


def test_counts_are_circles_and_never_shades():
    assert {e.ink for e in entries(fill([1, 20, 30], "000", count=True), 0)} == {"count-fill"}


@pytest.mark.parametrize(("chosen", "expected"), [("", 1), ("2020", 0), ("1999", None)])
def test_the_year_is_the_chosen_one_or_the_newest(chosen, expected):
    assert year_index([2020, 2024], chosen) == expected


def test_the_difference_from_the_nation_is_missing_where_a_side_is():
    gap = {"nation": [5.0], "breaks": [0.0], "labels": ["menos", "más"], "unit": "pp"}
    seen = shown(fill([4, None, 10], "010", gap=gap), None, "", "brecha", ES)
    assert [e.value for e in seen.entries] == [-1.0, None, 5.0]
    assert seen.inks == ("below-1", "above-1")


def test_two_indicators_are_missing_where_either_is():
    first, second = fill([4, 8, 20], "000"), fill([4, None, 20], "010")
    seen = shown(first, second, "", "", ES)
    assert [e.level for e in seen.entries] == [0, None, 8]
    assert tally(seen.entries, 9)[0] == [1, 0, 0, 0, 0, 0, 0, 0, 1]


@pytest.mark.parametrize("classes", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("signed", [True, False])
def test_every_class_has_a_colour_of_its_own(classes, signed):
    assert len(set(palette(classes, signed=signed))) == classes


def test_a_frame_shows_a_scope_whole():
    box = Box(10, 20, 300, 200)
    frame = Frame.around([[7.0, -73.0], [8.0, -72.0]], box)
    corners = frame.place(np.array([[-73.0, 7.0], [-72.0, 8.0]]))
    assert all(box.holds(Box(x, y, 0, 0)) for x, y in corners.tolist())


def test_the_scale_bar_tells_the_distance_that_it_spans():
    frame = Frame.around([[0.0, -73.0], [1.0, -72.0]], Box(0, 0, 236, 236))
    km, length = frame.scale_bar()
    one = frame.spot(-73.0, 0.5)[0]
    assert length == pytest.approx(frame.spot(-73.0 + km / 111.32, 0.5)[0] - one, rel=0.001)


def test_a_name_without_a_free_place_is_left_out():
    names = [Name("Cúcuta", 50, 50, 0, 80, 16), Name("Los Patios", 50, 50, 0, 80, 16)]
    room = Box(0, 0, 100, 30)
    assert [one.text for one in placed(names, room, [], 9)] in ([], ["Cúcuta"])
    wide = placed(names, Box(0, 0, 400, 400), [], 9)
    assert [one.text for one in wide] == ["Cúcuta", "Los Patios"]


def test_words_are_never_read_as_formulas_or_markup():
    sheet = Sheet.blank(300, 80)
    from layouts.drawing.sheet import Face  # noqa: PLC0415

    sheet.words(r"$\frac{1}{0}$ <script>&\x07", (10, 20), Face(12))
    svg = sheet.as_svg("<b>", '"&', "es").decode()
    assert "<script>" not in svg
    assert r"$\frac{1}{0}$" in svg
    assert "&lt;b&gt;" in svg


def test_a_labelled_picture_says_its_language_and_name():
    assert 'lang="es"' in labelled('<svg width="1">x</svg>', "t", "d", "es")


@pytest.fixture(scope="module")
def drawing(published):
    desks = Desks(OpenShelf({Workspace.PUBLISHED: published}), INDICATORS)
    geography = Geography.read(MapFile.of(ROOT / "data" / "geometry").gzipped)
    selection = desks.parse("?departamento=54&capas=ninguna").selection
    return MapDrawing.of(desks.view(selection), Extras(selected="54874"), geography)


def test_each_area_of_the_drawing_has_the_colour_of_its_class(drawing):
    svg = as_svg(drawing).decode()
    pattern = r'<g id="territorio-(\d{5})">\s*<path d="[^"]*"[^>]*?style="fill: (#[0-9a-f]{6})'
    painted = dict(re.findall(pattern, svg))
    known = {entry.code: INKS[entry.ink] for entry in drawing.shown.entries if entry.ink}
    assert known
    assert {code: painted[code] for code in known} == known
    without = {entry.code for entry in drawing.shown.entries if not entry.ink} & set(painted)
    assert {painted[code] for code in without} == {INKS["hatch-paper"]}


def test_the_drawing_says_everything_that_a_meeting_asks(drawing):
    svg = as_svg(drawing).decode()
    words = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))
    snapshot = drawing.slice["snapshot"]
    assert "Fuente: " in words
    assert all(part in words for part in ("Instantánea " + snapshot, "km", "sin dato", "2024"))
    assert "Villa del Rosario" in words


def test_a_picture_is_twice_as_fine_as_its_size(drawing):
    made = Image.open(io.BytesIO(as_png(drawing, SLIDE)))
    assert made.size == (SLIDE.width * 2, SLIDE.height * 2)
