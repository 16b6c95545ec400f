"""A map drawn on the server: the classes, patterns and circles of the screen as one SVG.

A pure function of what a map shows and of the lines it is drawn with. Colours are names of
``theme.css`` and patterns those of ``layouts.document``, so that a theme or paper changes them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from math import sqrt
from typing import Any, Final

import numpy as np

from geodata.outlines import Outlines, Points, Ring
from indicators.states import State
from layouts.mesa.labels import Candidate, Disc, placed
from layouts.mesa.shades import Shade

COSINE: Final = 0.995
"""Of the latitude of the border: a degree of longitude is this much of one of latitude."""
DEGREE_KM: Final = 110.6
STEP: Final = 0.5
"""Units of the picture that points are rounded to; equal neighbours are drawn once."""
LARGEST, SMALLEST = 30.0, 2.2
TEXT: Final = 28
"""Height of the words in the picture: what a room can read."""
LETTER: Final = 0.62
MOST_NAMES: Final = 9
VILLA_DEGREES: Final = 0.077
"""Width of Villa del Rosario."""
SCALES_KM: Final = (500, 200, 100, 50, 20, 10, 5)
CUCUTA_BOX: Final = (-72.605, 7.632, -72.325, 7.958)
CUCUTA: Final = "54874"
ISLANDS_BOX: Final = (-81.8, 12.44, -81.3, 13.42)
ISLANDS: Final = "88001"
SMALL_MAPS: Final = ((CUCUTA, CUCUTA_BOX, 8.0, 214.0), (ISLANDS, ISLANDS_BOX, 230.0, 190.0))
"""Whose they are, what they show, how far down they stand and how high they are."""
SMALL_WIDTH: Final = 190.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle (``radius``) or, without one, a sign at a longitude and latitude."""

    at: tuple[float, float]
    kind: str
    radius: float = 0.0
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a map shows.

    Attributes:
        shades: of each territory; a department fills its municipalities.
        scope: municipalities that are looked at; the others are paper.
        chosen: those with an edge of their own.
        names: municipalities to name, the most important first, with their names.
        box: west, south, east and north of what is framed.
        title: what the picture is, for who cannot see it.
    """

    shades: Sequence[Shade]
    scope: frozenset[str]
    chosen: tuple[str, ...]
    names: Mapping[str, str]
    box: Box
    title: str
    marks: tuple[Mark, ...] = ()
    small_maps: tuple[str, ...] = ()
    """Titles of the small maps of Cúcuta and of the islands; none without."""


@dataclass(frozen=True)
class Paper:
    """A picture of a size over a box of degrees: projects lines, each once."""

    outlines: Outlines
    box: Box
    width: float
    height: float
    _lines: dict[int, list[str]] = field(default_factory=dict, repr=False)

    @property
    def scale(self) -> float:
        """Units of the picture in a degree of latitude."""
        west, south, east, north = self.box
        return min(self.width / ((east - west) * COSINE), self.height / (north - south))

    def project(self, points: Points) -> Points:
        """Longitudes and latitudes as units of the picture from its upper left corner."""
        west, south, east, north = self.box
        middle = np.array([(west + east) / 2, (south + north) / 2])
        moved: Points = (points - middle) * np.array([COSINE, -1.0]) * self.scale
        at: Points = moved + np.array([self.width / 2, self.height / 2])
        return at

    @cached_property
    def seen(self) -> Box:
        """What the whole picture reaches, in degrees."""
        west, south, east, north = self.box
        half = (self.width / COSINE / self.scale / 2, self.height / self.scale / 2)
        x, y = (west + east) / 2, (south + north) / 2
        return (x - half[0], y - half[1], x + half[0], y + half[1])

    def line(self, number: int) -> list[str]:
        """The points of a line as SVG writes them, thinned to what can be seen."""
        plain = number if number >= 0 else ~number
        if plain not in self._lines:
            at = np.round(self.project(self._near(self.outlines.lines[plain])) / STEP) * STEP
            kept = np.append(True, (np.diff(at, axis=0) != 0).any(axis=1))
            kept[-1] = True
            self._lines[plain] = [f"{x:g} {y:g}" for x, y in at[kept].tolist()]
        points = self._lines[plain]
        return points if number >= 0 else points[::-1]

    def _near(self, points: Points) -> Points:
        """A line, or only its ends where it is out of sight: then its chord is too."""
        (west, south), (east, north) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        return points if _meet((west, south, east, north), self.seen) else points[[0, -1]]

    def path(self, rings: Sequence[Ring], *, closed: bool = True) -> str:
        """Rings as the ``d`` of a path."""
        end = "Z" if closed else ""
        pieces = ([p for n in ring for p in self.line(n)] for ring in rings)
        return "".join(f"M{'L'.join(piece)}{end}" for piece in pieces)


def draw(drawn: Drawn, outlines: Outlines, width: float, height: float) -> str:
    """The picture, ``width`` by ``height`` units, as SVG markup."""
    paper = Paper(outlines, _padded(drawn.box), width, height)
    parts = [*_ground(paper), *_areas(drawn, paper), *_marks(drawn, paper)]
    small = _small_maps(drawn, paper)
    names = _names(drawn, paper, [room for _, room in small])
    over = [*names, _scale_bar(paper), *(picture for picture, _ in small)]
    return (
        f'<svg class="drawn" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-label="{escape(drawn.title)}">{"".join(parts)}{"".join(over)}</svg>'
    )


def _padded(box: Box) -> Box:
    west, south, east, north = box
    edge = 0.03 * max(east - west, north - south, 0.2)
    return (west - edge, south - edge, east + edge, north + edge)


def _ground(paper: Paper) -> Iterator[str]:
    yield f'<rect class="sea" width="{paper.width:g}" height="{paper.height:g}"/>'
    yield f'<path class="land" d="{paper.path(paper.outlines.land)}"/>'
    for rings in paper.outlines.countries.values():
        yield f'<path class="country" d="{paper.path(rings)}"/>'


def _areas(drawn: Drawn, paper: Paper) -> Iterator[str]:
    """Municipalities in sight, those of the scope over the others, then lines and edges."""
    known = {shade.code: shade for shade in drawn.shades}
    seen = [code for code, box in paper.outlines.boxes.items() if _meet(box, paper.seen)]
    units = paper.outlines.units
    rest = [ring for code in seen if code not in drawn.scope for ring in units[code]]
    yield f'<path class="paper" d="{paper.path(rest)}"/>'
    for code in seen:
        shade = known.get(code) or known.get(code[:2])
        if code in drawn.scope and shade is not None:
            yield _area(paper.path(units[code]), code, shade)
    departments = paper.path(paper.outlines.departments, closed=False)
    yield f'<path class="department" d="{departments}"/>'
    edges = paper.path([ring for code in drawn.chosen for ring in units.get(code, ())])
    if edges:
        yield f'<path class="halo" d="{edges}"/><path class="edge" d="{edges}"/>'


def _area(path: str, code: str, shade: Shade) -> str:
    names = {State.EARLIER: " earlier", State.UNRELIABLE: " unreliable"}
    kind = names.get(shade.state, "")
    return f'<path class="area{kind}" data-code="{code}" fill="{shade.fill}" d="{path}"/>'


def _meet(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _marks(drawn: Drawn, paper: Paper) -> Iterator[str]:
    """Circles, the largest first so that small ones stay on top; then signs."""
    for mark in sorted(drawn.marks, key=lambda one: -one.radius):
        (x, y), kind = _at(mark.at, paper), f"mark mark-{mark.kind}"
        if mark.radius:
            yield f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{mark.radius:.1f}"/>'
        else:
            yield f'<text class="{kind}" x="{x:.1f}" y="{y + 9:.1f}">{escape(mark.sign)}</text>'


def _at(point: tuple[float, float], paper: Paper) -> tuple[float, float]:
    x, y = paper.project(np.array([point]))[0].tolist()
    return x, y


def radius(value: float, high: float) -> float:
    """Radius of the circle of a number where ``high`` has the largest one: areas are in ratio."""
    return max(SMALLEST, sqrt(value / high) * LARGEST)


def _names(drawn: Drawn, paper: Paper, rooms: Sequence[Box]) -> Iterator[str]:
    """Names that fit, the most important first; none over another, a circle or the scale."""
    taken: list[Disc | Box] = [
        Disc(*_at(mark.at, paper), mark.radius) for mark in drawn.marks if mark.radius > TEXT / 2
    ]
    taken += [(0, paper.height - 62, 300, paper.height), *rooms]
    points = paper.outlines.points
    known = ((code, name) for code, name in drawn.names.items() if code in points)
    wanted = [
        Candidate(name, *_at(points[code], paper), len(name) * TEXT * LETTER / 2, TEXT)
        for code, name in known
    ]
    frame = (4.0, 4.0, paper.width - 4, paper.height - 4)
    for candidate, (x, y) in placed(wanted, frame, taken, MOST_NAMES):
        yield f'<text class="name" x="{x:.1f}" y="{y + 9:.1f}">{escape(candidate.name)}</text>'


def _scale_bar(paper: Paper) -> str:
    """How long some round number of kilometres is: a quarter of the picture at most."""
    by_km = paper.scale / DEGREE_KM
    km = next((n for n in SCALES_KM if n * by_km <= paper.width / 4), SCALES_KM[-1])
    end, y = 16 + km * by_km, paper.height - 16
    return (
        f'<path class="scale" d="M16 {y - 10:g}V{y:g}H{end:.1f}V{y - 10:g}"/>'
        f'<text class="scale-words" x="24" y="{y - 14:g}">{km} km</text>'
    )


def _small_maps(drawn: Drawn, paper: Paper) -> list[tuple[str, Box]]:
    """Small maps of what the large one cannot show, each with the room that it takes."""
    pairs = zip(SMALL_MAPS, drawn.small_maps, strict=False)
    needed = ((one, title) for one, title in pairs if _is_needed(one[0], drawn, paper))
    return [_small_map(drawn, paper, place, title) for place, title in needed]


def _is_needed(code: str, drawn: Drawn, paper: Paper) -> bool:
    """Villa del Rosario is a sliver on a map of more than its own area; islands lie far away."""
    if code not in drawn.scope:
        return False
    if code == CUCUTA:
        return VILLA_DEGREES * paper.scale <= 2 * TEXT
    return not _meet(paper.outlines.boxes[code], drawn.box)


def _small_map(
    drawn: Drawn, paper: Paper, place: tuple[str, Box, float, float], title: str
) -> tuple[str, Box]:
    _, box, top, height = place
    inner = Paper(paper.outlines, box, SMALL_WIDTH, height - 36)
    parts = "".join([*_ground(inner), *_areas(drawn, inner), *_marks(drawn, inner)])
    picture = (
        f'<svg class="small-map" x="8" y="{top:g}" width="{SMALL_WIDTH:g}" height="{height:g}">'
        f'<rect class="frame" width="{SMALL_WIDTH:g}" height="{height:g}"/>'
        f'<text class="name" x="{SMALL_WIDTH / 2:g}" y="27">{escape(title)}</text>'
        f'<svg y="36" width="{SMALL_WIDTH:g}" height="{height - 36:g}">{parts}</svg></svg>'
    )
    return picture, (0, top - 8, SMALL_WIDTH + 12, top + height + 4)


def marks_of(layer: Mapping[str, Any], index: int, points: Outlines, kind: str) -> list[Mark]:
    """Circles of a layer, or of the counts of a map, in one column of it."""
    if index < 0 or not layer["years"]:
        return []
    values = [v for column in layer["values"] for v in column if v is not None]
    high, own = max(values, default=0), layer.get("points") or {}
    pairs = zip(layer["codes"], layer["values"][index], strict=True)
    known = ((own.get(code) or points.points.get(code), value) for code, value in pairs)
    return [Mark((at[0], at[1]), kind, radius(value, high)) for at, value in known if at and value]
