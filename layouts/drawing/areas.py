"""The areas of a map on a sheet: neighbours in grey, classes, patterns of states, marked edges."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from indicators.states import State
from layouts.drawing.frame import Frame
from layouts.drawing.geography import Line
from layouts.drawing.patterns import fill_state, paper_of
from layouts.drawing.plan import MapDrawing
from layouts.drawing.sheet import Pen, Sheet
from layouts.drawing.shown import Entry

EDGE: Final = Pen("map-edge", 0.6)
OUTSIDE: Final = Pen("map-paper-line", 0.5)
MARKED_EDGES: Final[Mapping[State, Pen]] = {
    State.EARLIER: Pen("map-mark", 1.0, (4, 3)),
    State.UNRELIABLE: Pen("map-mark", 1.8, (0.1, 4)),
}
"""Figures of another year and unreliable ones are marked, not only worded."""

NAME: Final = "territorio-{}"
"""What the area of a territory is called in SVG."""


@dataclass(frozen=True, slots=True)
class _Area:
    code: str
    entry: Entry
    rings: list[Line]


def draw_areas(sheet: Sheet, drawing: MapDrawing, frame: Frame) -> None:
    """Everything under the circles and points, from the sea up."""
    geography, box = drawing.geography, frame.box
    sheet.plate(box, "sea")
    sheet.area(frame.drawn(geography.land), "map-land", within=box)
    around = [ring for rings in geography.countries.values() for ring in frame.drawn(rings)]
    sheet.area(around, "map-land", Pen("map-country-line", 0.8), within=box)
    outside = [r for code, rings in geography.areas.items() if code not in drawing.scope
               for r in frame.drawn(rings)]  # fmt: skip
    sheet.area(outside, "map-paper", OUTSIDE, within=box)
    _draw_scope(sheet, drawing, frame, list(_areas(drawing, frame)))
    lines = frame.drawn(geography.departments)
    sheet.strokes(lines, Pen("map-halo", 2.0), within=box)
    sheet.strokes(lines, Pen("map-department", 0.8), within=box)
    _draw_selected(sheet, drawing, frame)


def _areas(drawing: MapDrawing, frame: Frame) -> Iterable[_Area]:
    known = {entry.code: entry for entry in drawing.shown.entries}
    for code, rings in drawing.geography.areas.items():
        entry = known.get(code[:2] if drawing.by_department else code)
        if code in drawing.scope and entry is not None:
            drawn = frame.drawn(rings)
            if drawn:
                yield _Area(code, entry, drawn)


def _draw_scope(sheet: Sheet, drawing: MapDrawing, frame: Frame, areas: Iterable[_Area]) -> None:
    """Fills, then patterns over those without a value, then edges that mean something."""
    patterned: dict[State, list[Line]] = defaultdict(list)
    areas = list(areas)
    for area in areas:
        ink = area.entry.ink or paper_of(area.entry.state)
        edge = Pen(ink, EDGE.width) if drawing.by_department else EDGE
        sheet.area(area.rings, ink, edge, within=frame.box, name=NAME.format(area.code))
        if not area.entry.ink:
            patterned[area.entry.state] += area.rings
    for state, rings in patterned.items():
        fill_state(sheet, rings, state, within=frame.box)
        if not drawing.by_department:
            sheet.area(rings, "", EDGE, within=frame.box)
    for area in areas:
        pen = MARKED_EDGES.get(area.entry.state)
        if pen is not None and not drawing.by_department:
            sheet.area(area.rings, "", pen, within=frame.box)


def _draw_selected(sheet: Sheet, drawing: MapDrawing, frame: Frame) -> None:
    """A dark line in a white one."""
    rings = frame.drawn(drawing.geography.areas.get(drawing.extras.selected, ()))
    sheet.area(rings, "", Pen("map-halo", 6), within=frame.box)
    sheet.area(rings, "", Pen("map-mark", 2.4), within=frame.box)
