"""The legend beside a drawn map: classes and states with their counts, sizes of circles, points."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np

from indicators.states import State
from layouts.drawing.areas import MARKED_EDGES
from layouts.drawing.frame import Box, Frame
from layouts.drawing.marks import (
    CIRCLES,
    centres_in,
    circle_layers,
    draw_centre,
    highest,
    radius_of,
    units_of,
)
from layouts.drawing.patterns import fill_state, paper_of
from layouts.drawing.plan import MapDrawing
from layouts.drawing.sheet import Face, Ink, Pen, Sheet, wrapped
from layouts.drawing.shown import THIRDS, axis_of, tally
from layouts.format import numbers

HEAD: Final = Face(13.5, "ink", "bold")
WORDS: Final = Face(12.5, "ink")
COUNT: Final = Face(12.5, "ink", "bold")
SMALL: Final = Face(11.5, "ink-2")
ROW: Final = 20.0
SWATCH: Final = Box(0, 0, 24, 13)
CELL: Final = 26.0
EDGE: Final = Pen("control-line", 0.7)
PARTS: Final = (1, 4, 16)
INDENT: Final = 34.0
TALLY: Final = 44.0
"""Room for a number at the end of a line."""
NEXT: Final = 15.0
"""From one line of the same words to the next."""


@dataclass
class Column:
    """Writes from the top of a box downwards."""

    sheet: Sheet
    box: Box
    y: float

    def head(self, text: str) -> None:
        """A title over what follows."""
        self.y = self.sheet.paragraph(text, self._rest(), HEAD) + 5

    def note(self, text: str) -> None:
        """A sentence in small type."""
        self.y = self.sheet.paragraph(text, self._rest(), SMALL) + 4

    def row(self, text: str, count: str = "") -> float:
        """Words beside a swatch and their number at the end of the line; middle of the first."""
        middle = self.y + ROW / 2
        lines = wrapped(text, self.box.width - INDENT - TALLY, WORDS)
        for i, line in enumerate(lines):
            self.sheet.words(line, (self.box.left + INDENT, middle + i * NEXT), WORDS)
        if count:
            self.sheet.words(count, (self.box.right, middle), COUNT, "right")
        self.y += ROW + (len(lines) - 1) * NEXT
        return middle

    def gap(self, height: float = 8) -> None:
        """Free space."""
        self.y += height

    def _rest(self) -> Box:
        return Box(self.box.left, self.y, self.box.width, self.box.bottom - self.y)


def draw_legend(sheet: Sheet, drawing: MapDrawing, frame: Frame, box: Box) -> float:
    """Draw the legend from the top of ``box``; the height where it ends."""
    column = Column(sheet, box, box.top)
    _classes(column, drawing)
    column.gap()
    _circles(column, drawing)
    _points(column, drawing, frame)
    return column.y


def _classes(column: Column, drawing: MapDrawing) -> None:
    seen = drawing.shown
    unit = str(seen.fill["unit"]).strip() or str(seen.fill["title"])
    crossed = drawing.words.legend_cross
    column.head(crossed if seen.second else drawing.words.legend.format(unit=unit))
    levels, states = tally(seen.entries, len(seen.labels))
    if seen.second is not None:
        _cross(column, drawing, levels)
    elif any(levels):
        for i, (label, n) in enumerate(zip(seen.labels, levels, strict=True)):
            middle = column.row(label, str(n))
            _class_swatch(column, drawing, i, middle)
    column.gap(4)
    for state, n in states.items():
        if n and state is not State.VALUE:
            middle = column.row(drawing.view.texts.states[state], str(n))
            _state_swatch(column, state, middle)


def _swatch(column: Column, middle: float) -> Box:
    return Box(column.box.left, middle - SWATCH.height / 2, SWATCH.width, SWATCH.height)


def _class_swatch(column: Column, drawing: MapDrawing, level: int, middle: float) -> None:
    """A shade; of counts, which have none, a larger dot for a higher class."""
    seen = drawing.shown
    place = _swatch(column, middle)
    if seen.fill["count"]:
        radius = 2 + 4.5 * (level + 1) / len(seen.labels)
        spot = place.left + place.width / 2, middle
        column.sheet.disc(spot, radius, Ink(Pen("count-ink", 0.5), "count-ink"))
    else:
        column.sheet.plate(place, seen.inks[level], round_px=2)


def _state_swatch(column: Column, state: State, middle: float) -> None:
    """The very pattern or edge of the map."""
    place = _swatch(column, middle)
    corners = np.array([[place.left, place.top], [place.right, place.top],
                        [place.right, place.bottom], [place.left, place.bottom]])  # fmt: skip
    if state in MARKED_EDGES:
        column.sheet.area([corners], "card", MARKED_EDGES[state])
        return
    column.sheet.area([corners], paper_of(state))
    fill_state(column.sheet, [corners], state, within=place)
    column.sheet.area([corners], "", EDGE)


def _cross(column: Column, drawing: MapDrawing, levels: Sequence[int]) -> None:
    """Nine cells: the first indicator grows to the right, the second upwards."""
    seen = drawing.shown
    if seen.second is None:
        return
    other = seen.second[0]
    columns, rows = axis_of(seen.fill), axis_of(other)
    left = column.box.left + 4
    for row in reversed(range(THIRDS)):
        for i in range(THIRDS):
            level = row * THIRDS + i
            cell = Box(left + i * (CELL + 2), column.y, CELL, CELL)
            column.sheet.plate(cell, f"cross-{level + 1}", round_px=2)
            ink = "card" if level in (2, 5, 7, 8) else "ink"
            middle = cell.left + CELL / 2, cell.top + CELL / 2
            column.sheet.words(str(levels[level]), middle, Face(11, ink, "bold"), "center")
        spot = left + THIRDS * (CELL + 2) + 6, column.y + CELL / 2
        column.sheet.words(rows[row], spot, SMALL)
        column.y += CELL + 2
    column.gap(4)
    column.note(f"→ {seen.fill['title']}: {' | '.join(word for word in columns if word)}")
    column.note(f"↑ {other['title']}")


def _circles(column: Column, drawing: MapDrawing) -> None:
    """For each layer of circles, what they stand for, in words and in sizes."""
    layers = list(circle_layers(drawing))
    for name, layer, index in layers:
        year = layer["years"][index]
        words = str(layer.get("words", "")).strip(" .")
        column.note(f"{words or layer['title']} · {year}")
        _sizes(column, name, highest(layer), drawing)
        column.gap()
    if layers:
        column.note(drawing.view.texts.circles_area)
        column.gap(4)


def nice(value: float) -> float:
    """A number down to its first digit: 8,317 is 8,000."""
    if value < 1:
        return 1.0 if value > 0 else 0.0
    step = 10.0 ** math.floor(math.log10(value))
    return math.floor(value / step) * step


def _sizes(column: Column, name: str, high: float, drawing: MapDrawing) -> None:
    """Circles side by side on one line, each with its number."""
    if not high:
        return
    values = [value for value, _ in groupby(nice(high / part) for part in PARTS) if value > 0]
    write, ink, x = numbers(drawing.view.texts), CIRCLES[name], column.box.left
    bottom = column.y + 2 * radius_of(values[0], high)
    for value in values:
        radius = radius_of(value, high)
        spot = x + radius, bottom - radius
        column.sheet.disc(spot, radius, ink)
        column.sheet.words(write(value), (x + 2 * radius + 5, bottom - radius), WORDS)
        x += 2 * radius + 14 + 8.0 * len(write(value))
    column.y = bottom + 2


def _points(column: Column, drawing: MapDrawing, frame: Frame) -> None:
    """Units and centres that the map shows, by their signs."""
    names, write = drawing.view.texts.layer_names, numbers(drawing.view.texts)
    units = units_of(drawing)
    if len(units):
        middle = column.row(names["unidades"], write(len(units)))
        column.sheet.disc((column.box.left + 12, middle), 3, Ink(Pen("map-halo", 1), "amber"))
    shown = [(str(f["properties"]["kind"]), str(f["properties"]["status"]))
             for f in centres_in(drawing, frame)]  # fmt: skip
    for kind, status in dict.fromkeys(shown):
        texts = drawing.view.texts
        middle = column.row(f"{texts.centre_kinds[kind]}: {texts.centre_status[status]}",
                            str(shown.count((kind, status))))  # fmt: skip
        draw_centre(column.sheet, (column.box.left + 12, middle), kind, status)
