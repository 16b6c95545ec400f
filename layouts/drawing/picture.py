"""A map as a file: a whole sheet with title and source, or the part of it that a slide shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from layouts.drawing.areas import draw_areas
from layouts.drawing.frame import Box, Frame
from layouts.drawing.legend import SMALL, draw_legend
from layouts.drawing.marks import Disc, draw_circles, draw_named, draw_names, draw_points
from layouts.drawing.plan import MapDrawing
from layouts.drawing.sheet import LINE_HEIGHT, Face, Pen, Setting, Sheet, width_of, wrapped

CUCUTA: Final = "54874"
"""Villa del Rosario, a sliver on any large map."""
BESIDE: Final = (CUCUTA, "54405")
CAPITAL: Final = "54001"
CAPITAL_POINT: Final = (-72.475, 7.925)
"""In the part of Cúcuta that the small map shows: its own point lies further north."""
CUCUTA_BOUNDS: Final = ((7.632, -72.605), (7.958, -72.325))
VILLA_DEGREES: Final = 0.077
WIDE_ENOUGH_PX: Final = 36
"""Once Villa del Rosario is this wide on the large map, the small one has nothing to add."""
ISLANDS: Final = {"88001": "San Andrés", "88564": "Providencia"}

Named = Mapping[str, tuple[float, float]]

TITLE: Final = Face(23, "ink", "bold")
PLACE: Final = Face(14, "ink-2")
ANSWER: Final = Face(14.5, "ink")
FOOT: Final = Face(11.5, "ink-2")
MARK: Final = Face(12.5, "warn", "semibold")
MARGIN: Final = 26.0
INSET: Final = 132.0, 142.0
ISLAND: Final = 64.0, 60.0


@dataclass(frozen=True, slots=True)
class Format:
    """Size of a picture in pixels, of its legend, and whether it says by itself what it is."""

    width: float
    height: float
    legend: float
    titled: bool


WHOLE: Final = Format(1280, 860, 300, titled=True)
SLIDE: Final = Format(740, 430, 236, titled=False)
PAPER: Final = Format(1000, 560, 280, titled=False)


def picture(drawing: MapDrawing, shape: Format = WHOLE) -> Sheet:
    """Draw a map with its legend, small maps, scale and, where ``titled``, title and source."""
    sheet = Sheet.blank(shape.width, shape.height)
    margin = MARGIN if shape.titled else 2.0
    top = _title(sheet, drawing, shape) if shape.titled else margin
    bottom = _foot(sheet, drawing, shape) if shape.titled else shape.height - margin
    column = Box(shape.width - margin - shape.legend, top, shape.legend, bottom - top)
    box = Box(margin, top, column.left - 20 - margin, bottom - top)
    frame = Frame.around(drawing.slice["bounds"], box)
    _map(sheet, drawing, frame)
    end = draw_legend(sheet, drawing, frame, column)
    _insets(sheet, drawing, frame, column, end)
    return sheet


def as_png(drawing: MapDrawing, shape: Format = WHOLE) -> bytes:
    """The picture as PNG, twice as fine as its size."""
    return picture(drawing, shape).as_png()


def as_svg(drawing: MapDrawing) -> bytes:
    """The whole sheet as SVG: areas are called ``territorio-54001``, words stay words."""
    language = drawing.view.texts.language
    return picture(drawing).as_svg(drawing.title, drawing.alternative, language)


def _title(sheet: Sheet, drawing: MapDrawing, shape: Format) -> float:
    """Title, filters, the answer of the map and what must be known; the height where they end."""
    box = Box(MARGIN, 20, shape.width - 2 * MARGIN, 100)
    y = sheet.paragraph(drawing.title, box, TITLE, most=2)
    y = sheet.paragraph(" · ".join(drawing.filters), Box(MARGIN, y, box.width, 30), PLACE, most=2)
    said = " ".join([drawing.answer, *drawing.notes])
    return sheet.paragraph(said, Box(MARGIN, y + 4, box.width, 60), ANSWER, most=3) + 10


def _foot(sheet: Sheet, drawing: MapDrawing, shape: Format) -> float:
    """Source, boundaries and product at the lower edge; the height where they begin."""
    width = shape.width - 2 * MARGIN
    lines = [f"{drawing.source} {drawing.boundaries}. {drawing.view.texts.product}."]
    rows = sum(len(wrapped(line, width, FOOT)) for line in lines)
    top = shape.height - 16 - rows * FOOT.size * LINE_HEIGHT
    y = top
    for line in lines:
        y = sheet.paragraph(line, Box(MARGIN, y, width, 60), FOOT)
    rule = np.array([[MARGIN, top - 6], [shape.width - MARGIN, top - 6]])
    sheet.strokes([rule], Pen("line", 1))
    return top - 16


def _map(sheet: Sheet, drawing: MapDrawing, frame: Frame) -> None:
    draw_areas(sheet, drawing, frame)
    discs = draw_circles(sheet, drawing, frame)
    centres = draw_points(sheet, drawing, frame)
    bar = _scale(sheet, frame)
    mark = _watermark(sheet, drawing, frame)
    draw_names(sheet, drawing, frame, [*discs, *centres], [bar, *mark])
    _border(sheet, frame.box)


def _border(sheet: Sheet, box: Box) -> None:
    sheet.plate(box, "", Pen("line", 1))


def _scale(sheet: Sheet, frame: Frame) -> Box:
    """A bar of a round number of kilometres, in the lower left corner; the room that it takes."""
    km, length = frame.scale_bar()
    x, y = frame.box.left + 14, frame.box.bottom - 14
    text = f"{km} km"
    plate = Box(x - 6, y - 20, length + width_of(text, SMALL) + 24, 28)
    sheet.plate(plate, "card", round_px=3)
    ends = [np.array([[x, y - 8], [x, y], [x + length, y], [x + length, y - 8]])]
    sheet.strokes(ends, Pen("ink", 1.4))
    sheet.words(text, (x + length + 8, y - 5), SMALL)
    return plate


def _watermark(sheet: Sheet, drawing: MapDrawing, frame: Frame) -> list[Box]:
    """Over the map and in its corner, where figures are synthetic."""
    if not drawing.watermark:
        return []
    box = frame.box
    middle = box.left + box.width / 2, box.top + box.height / 2
    large = Face(58, "warn", "bold")
    sheet.words(drawing.words.demo, middle, large, "center", Setting(alpha=0.13, turn=24))
    width = width_of(drawing.watermark, MARK) + 26
    plate = Box(box.right - width - 8, box.top + 8, width, 25)
    sheet.plate(plate, "warn-paper", Pen("warn-line", 1), round_px=12)
    sheet.words(drawing.watermark, (plate.left + 13, plate.top + 12.5), MARK)
    return [plate]


def _insets(sheet: Sheet, drawing: MapDrawing, frame: Frame, column: Box, end: float) -> None:
    """Small maps at the foot of the legend, where the scope needs them and there is room."""
    x = column.left
    if CUCUTA in drawing.scope and frame.scale * VILLA_DEGREES <= WIDE_ENOUGH_PX:
        width, height = INSET
        place = Box(x, column.bottom - height - 2, width, height)
        if place.top - 24 > end:
            beside = (str(code) for code in BESIDE if code in drawing.scope)
            named = {code: drawing.geography.points[code] for code in beside}
            if CAPITAL in drawing.scope:
                named[CAPITAL] = CAPITAL_POINT
            _small(
                sheet,
                drawing,
                Frame.around(CUCUTA_BOUNDS, place, edge=2),
                drawing.view.texts.inset,
                named,
            )
            x = place.right + 16
    islands = [code for code in ISLANDS if code in drawing.scope]
    for i, code in enumerate(islands):
        width, height = ISLAND
        top = column.bottom - height - 2 - i * (height + 26)
        place = Box(x, top, width, height)
        if place.top - 24 > end and code in drawing.geography.areas:
            _small(
                sheet,
                drawing,
                Frame.around(_bounds(drawing, code), place, edge=2),
                ISLANDS[code],
                {},
            )


def _bounds(drawing: MapDrawing, code: str) -> Sequence[Sequence[float]]:
    points = np.vstack(drawing.geography.areas[code])
    (west, south), (east, north) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return (south, west), (north, east)


def _small(sheet: Sheet, drawing: MapDrawing, frame: Frame, title: str, named: Named) -> None:
    draw_areas(sheet, drawing, frame)
    discs: list[Disc] = []
    if drawing.slice["fill"]["count"]:
        discs = draw_circles(sheet, drawing, frame)
    centres = draw_points(sheet, drawing, frame)
    draw_named(sheet, drawing, frame, [*discs, *centres], named)
    _border(sheet, frame.box)
    sheet.words(title, (frame.box.left, frame.box.top - 10), SMALL)
