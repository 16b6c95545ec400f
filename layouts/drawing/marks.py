"""Circles for counts, units and centres as points, and names, over the areas of a map."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from layouts.drawing.frame import Box, Frame
from layouts.drawing.names import Name, Written, placed
from layouts.drawing.plan import MapDrawing
from layouts.drawing.sheet import Face, Ink, Pen, Setting, Sheet, width_of

LARGEST: Final = 26.0
SMALLEST: Final = 1.8
"""Radii in pixels, as in ``assets/mirador/circles.mjs``."""

LAYERS: Final = ("personas", "demanda", "unidades")
PLACE: Final = Face(11.5, "ink", "semibold")
CHOSEN: Final = Face(12.5, "ink", "bold")
COUNTRY: Final = Face(12.5, "map-country-name")
CENTRE_PX: Final = 13.0
SMALL_MARK: Final = 3.5
ROOM_OF_A_NAME: Final = 15_000
"""Square pixels for each name."""
MOST_NAMES: Final = 40
HIDDEN_PX: Final = 16
"""A name further from its point than this is taken for that of another place."""


CIRCLES: Final[Mapping[str, Ink]] = {
    "principal": Ink(Pen("circle-line", 1.2), "count-ink", 0.5),
    "personas": Ink(Pen("indigo", 1.4), "indigo", 0.22),
    "demanda": Ink(Pen("plum", 1.4, (3, 2)), "plum", 0.16),
    "unidades": Ink(Pen("unit-line", 1), "amber", 0.6),
}
"""As in ``assets/mirador/map.mjs``."""

DASHED: Final = ("por_verificar", "anunciado")
GONE: Final = ("cerrado", "danado")


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle on the sheet."""

    code: str
    x: float
    y: float
    radius: float


def radius_of(value: float, high: float) -> float:
    """Radius of ``value`` where ``high`` has the largest circle: its area is in proportion."""
    return max(SMALLEST, math.sqrt(value / high) * LARGEST)


def highest(layer: Mapping[str, Any]) -> float:
    """Highest value of any year: circles keep their meaning when the year changes."""
    return max((v for row in layer["values"] for v in row if v is not None), default=0.0)


def circle_layers(drawing: MapDrawing) -> Iterator[tuple[str, Mapping[str, Any], int]]:
    """Layers with circles, and the column of the year that each shows."""
    fill = drawing.slice["fill"]
    if fill["count"] and drawing.shown.index is not None:
        yield "principal", fill, drawing.shown.index
    for name in LAYERS:
        layer = drawing.slice["layers"].get(name)
        if layer and layer["years"]:
            wanted = int(drawing.extras.period or 0) or layer["years"][-1]
            reached = [i for i, year in enumerate(layer["years"]) if year <= wanted]
            if reached:
                yield name, layer, reached[-1]


def draw_circles(sheet: Sheet, drawing: MapDrawing, frame: Frame) -> list[Disc]:
    """Draw every layer, the largest circles first; what was drawn."""
    drawn: list[Disc] = []
    for name, layer, index in circle_layers(drawing):
        ink = CIRCLES[name]
        for disc in _discs(layer, index, drawing, frame):
            called = f"circulo-{name}-{disc.code}"
            sheet.disc((disc.x, disc.y), disc.radius, ink, within=frame.box, name=called)
            drawn.append(disc)
    return drawn


def _discs(
    layer: Mapping[str, Any], index: int, drawing: MapDrawing, frame: Frame
) -> Iterator[Disc]:
    high, points = highest(layer), layer.get("points", {})
    found = zip(layer["codes"], layer["values"][index], strict=True)
    for code, value in sorted(found, key=lambda pair: -(pair[1] or 0)):
        at = points.get(code) or drawing.geography.points.get(code)
        if value and value > 0 and at:
            yield Disc(code, *frame.spot(*at), radius_of(value, high))


def draw_points(sheet: Sheet, drawing: MapDrawing, frame: Frame) -> list[Disc]:
    """Productive units as small dots, then the centres; the centres, which names keep clear of."""
    units = units_of(drawing)
    if len(units):
        sheet.discs(frame.place(units), 3.0, "map-halo", within=frame.box)
        sheet.discs(frame.place(units), 2.2, "amber", within=frame.box)
    return [_centre(sheet, feature, frame) for feature in _inside(drawing.points["centres"], frame)]


def units_of(drawing: MapDrawing) -> Any:  # noqa: ANN401 - an array, or nothing
    """Longitude and latitude of the units of the chosen sector; nothing where there are none."""
    units = drawing.points["units"]
    if not units or not units["lon"]:
        return []
    chosen = [s in (drawing.view.sector,) or drawing.view.sector == "total"
              for s in units["sector"]]  # fmt: skip
    kept = np.column_stack([units["lon"], units["lat"]])[np.array(chosen)]
    return kept if len(kept) else []


def centres_in(drawing: MapDrawing, frame: Frame) -> list[Mapping[str, Any]]:
    """Centres that the map shows."""
    return list(_inside(drawing.points["centres"], frame))


def _inside(features: Iterable[Mapping[str, Any]], frame: Frame) -> Iterator[Mapping[str, Any]]:
    for feature in features:
        x, y = frame.spot(*feature["geometry"]["coordinates"])
        if frame.box.holds(Box(x - CENTRE_PX, y - CENTRE_PX, 2 * CENTRE_PX, 2 * CENTRE_PX)):
            yield feature


def _centre(sheet: Sheet, feature: Mapping[str, Any], frame: Frame) -> Disc:
    x, y = frame.spot(*feature["geometry"]["coordinates"])
    facts = feature["properties"]
    draw_centre(sheet, (x, y), str(facts["kind"]), str(facts["status"]))
    return Disc(str(facts["id"]), x, y, CENTRE_PX / 2 + 2)


def draw_centre(sheet: Sheet, spot: tuple[float, float], kind: str, status: str) -> None:
    """The sign of a centre: a triangle or a dot in a plate whose edge tells its state."""
    x, y = spot
    ink = "gone" if status in GONE else "ink"
    half = CENTRE_PX / 2
    pen = Pen(ink, 1.4, (3, 2) if status in DASHED else None)
    sheet.plate(Box(x - half, y - half, CENTRE_PX, CENTRE_PX), "card", pen, round_px=3)
    if kind == "centro_integrate":
        third = half * 0.55
        corners = np.array([[x, y - third], [x + third, y + third * 0.8],
                            [x - third, y + third * 0.8]])  # fmt: skip
        sheet.area([corners], ink)
    else:
        sheet.disc(spot, 2.2, Ink(Pen(ink, 0.5), ink))
    if status in GONE:
        sheet.strokes([np.array([[x - half, y + half], [x + half, y - half]])], Pen(ink, 1.2))


def draw_names(
    sheet: Sheet, drawing: MapDrawing, frame: Frame, marks: Sequence[Disc], taken: Sequence[Box]
) -> None:
    """Names of municipalities by their people, then of the countries where they have room."""
    busy = [*taken, *(_box_of(mark) for mark in marks if mark.radius > SMALL_MARK)]
    most = min(MOST_NAMES, int(frame.box.width * frame.box.height / ROOM_OF_A_NAME))
    points = drawing.geography.points
    names = [_name(code, points[code], drawing, frame, marks) for code in _candidates(drawing)]
    near = [n for n in names if _seen(n, frame)
            and (n.radius <= HIDDEN_PX or n.text == _chosen(drawing))]  # fmt: skip
    written = placed(near, _room(frame), busy, most)
    _write(sheet, written, drawing)
    boxes = [_written_box(one.text, one.x, one.y) for one in written]
    for text, x, y in _countries(drawing, frame, [*busy, *boxes]):
        sheet.words(text, (x, y), COUNTRY, "center", Setting(halo="map-land"))


def draw_named(
    sheet: Sheet, drawing: MapDrawing, frame: Frame, marks: Sequence[Disc],
    points: Mapping[str, tuple[float, float]],
) -> None:  # fmt: skip
    """Names of a small map: those of ``points``, which say where each stands."""
    busy = [_box_of(mark) for mark in marks if mark.radius > SMALL_MARK]
    names = [_name(code, at, drawing, frame, marks) for code, at in points.items()]
    _write(sheet, placed(names, _room(frame), busy, len(names)), drawing)


def _chosen(drawing: MapDrawing) -> str:
    return drawing.geography.names.get(drawing.extras.selected, "")


def _room(frame: Frame) -> Box:
    box = frame.box
    return Box(box.left + 3, box.top + 3, box.width - 6, box.height - 6)


def _write(sheet: Sheet, written: Sequence[Written], drawing: MapDrawing) -> None:
    for one in written:
        face = CHOSEN if one.text == _chosen(drawing) else PLACE
        sheet.words(one.text, (one.x, one.y), face, "center", Setting(halo="map-halo"))


def _candidates(drawing: MapDrawing) -> list[str]:
    """The chosen one, capitals, then the most populated of the scope."""
    important = [str(code) for code in drawing.slice["important"]]
    capitals = [code for code in important if code.endswith("001")]
    first = [drawing.extras.selected, *capitals, *important]
    points = drawing.geography.points
    return [code for code in dict.fromkeys(first) if code in drawing.scope and code in points]


def _name(
    code: str, at: tuple[float, float], drawing: MapDrawing, frame: Frame, marks: Sequence[Disc]
) -> Name:
    x, y = frame.spot(*at)
    on_it = [m.radius + math.hypot(m.x - x, m.y - y) for m in marks
             if math.hypot(m.x - x, m.y - y) < m.radius]  # fmt: skip
    text = drawing.geography.names[code]
    return Name(text, x, y, max(on_it, default=0.0), width_of(text, PLACE) + 4, PLACE.size + 3)


def _seen(name: Name, frame: Frame) -> bool:
    return frame.box.holds(Box(name.x, name.y, 0, 0))


def _box_of(mark: Disc) -> Box:
    return Box(mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius)


def _written_box(text: str, x: float, y: float) -> Box:
    width = width_of(text, PLACE) + 4
    return Box(x - width / 2, y - 8, width, 16)


def _countries(
    drawing: MapDrawing, frame: Frame, busy: Sequence[Box]
) -> Iterator[tuple[str, float, float]]:
    """Names of neighbours, each in the middle of the free part of its area."""
    from layouts.drawing.rooms import room_for  # noqa: PLC0415 - numpy work that few drawings need

    for key, rings in drawing.geography.countries.items():
        text = "\u2009".join(drawing.geography.country_names[key].upper())
        size = width_of(text, COUNTRY) + 8, COUNTRY.size + 6
        spot = room_for(frame.drawn(rings), size, frame.box, busy)
        if spot is not None:
            yield text, *spot
