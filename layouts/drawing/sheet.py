"""A sheet to draw on, in pixels from the upper left corner; only this module knows matplotlib."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from typing import Any, Final, Self

import font_source_sans_pro as typeface
import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from geodata.exports.plain import plain
from layouts.drawing.frame import Box
from layouts.drawing.geography import Line
from layouts.drawing.inks import INKS

POINTS_PER_INCH: Final = 72
"""So many pixels are an inch, so that a size in points is one in pixels."""

FINE: Final = 2
"""A picture has twice the pixels in each direction: it is sharp on a projector and on paper."""

FAMILY: Final = "Source Sans Pro"
WEIGHTS: Final = {"normal": "Regular", "semibold": "Semibold", "bold": "Bold"}
SVG_FAMILIES: Final = f"'{FAMILY}', 'Segoe UI', Roboto, Arial, sans-serif"
LINE_HEIGHT: Final = 1.28


@dataclass(frozen=True, slots=True)
class Pen:
    """A line: colour by name, width in pixels, and dashes as lengths on and off."""

    ink: str
    width: float
    dashes: tuple[float, float] | None = None

    @property
    def style(self) -> Any:  # noqa: ANN401 - what matplotlib takes
        """How matplotlib calls it: it counts dashes in widths of the line."""
        if self.dashes is None:
            return "solid"
        return (0, tuple(dash / self.width for dash in self.dashes))

    @property
    def cap(self) -> Any:  # noqa: ANN401 - as above
        """Ends of its dashes: those without length are dots."""
        return "round" if self.dashes and self.dashes[0] < 1 else "butt"


@dataclass(frozen=True, slots=True)
class Face:
    """How words look: size in pixels, weight and colour by name."""

    size: float
    ink: str = "ink"
    weight: str = "normal"


@dataclass(frozen=True, slots=True)
class Ink:
    """How a circle is drawn: its line, the colour inside, and how much of that."""

    pen: Pen
    inside: str
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How words lie on what is under them: colour around them, strength, degrees of turn."""

    halo: str = ""
    alpha: float = 1.0
    turn: float = 0.0


PLAINLY: Final = Setting()
Spot = tuple[float, float]
"""A point in pixels."""


@dataclass
class Sheet:
    """A page of ``width`` by ``height`` pixels. Things drawn later lie on top."""

    width: float
    height: float
    figure: Figure
    axes: Any
    _order: int = field(default=0)

    @classmethod
    def blank(cls, width: float, height: float, paper: str = "card") -> Self:
        """An empty sheet."""
        figure = Figure(
            figsize=(width / POINTS_PER_INCH, height / POINTS_PER_INCH),
            dpi=POINTS_PER_INCH,
            facecolor=INKS[paper],
        )
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1), frameon=False)
        axes.set(xlim=(0, width), ylim=(height, 0), xticks=[], yticks=[])
        return cls(width, height, figure, axes)

    def area(
        self, rings: Sequence[Line], ink: str, pen: Pen | None = None, *,
        within: Box | None = None, name: str = "",
    ) -> None:  # fmt: skip
        """Fill rings; ``ink`` may be empty. ``name`` is what a program finds it by in SVG."""
        if not rings:
            return
        patch = PathPatch(
            compound(rings),
            facecolor=INKS[ink] if ink else "none",
            edgecolor=INKS[pen.ink] if pen else "none",
            linewidth=pen.width if pen else 0,
            linestyle=pen.style if pen else "solid",
            joinstyle="round",
            capstyle=pen.cap if pen else "butt",
        )
        if name:
            patch.set_gid(name)
        self._add(patch, within)

    def strokes(
        self, lines: Iterable[Line], pen: Pen, *,
        within: Box | None = None, inside: Sequence[Line] = (),
    ) -> None:  # fmt: skip
        """Draw lines, cut by a box or by rings."""
        drawn = LineCollection(
            list(lines), colors=INKS[pen.ink], linewidths=pen.width, linestyles=[pen.style],
            capstyle="butt", joinstyle="round",
        )  # fmt: skip
        self._add(drawn, within, inside)

    def discs(
        self, centres: Line, radius: float, ink: str, *,
        inside: Sequence[Line] = (), within: Box | None = None,
    ) -> None:  # fmt: skip
        """Many small equal discs as one shape, cut by rings."""
        turns = np.linspace(0, 2 * np.pi, 9)
        unit = np.column_stack([np.cos(turns), np.sin(turns)]) * radius
        shape = compound([centre + unit for centre in centres]) if len(centres) else None
        if shape is not None:
            patch = PathPatch(shape, facecolor=INKS[ink], edgecolor="none", linewidth=0)
            self._add(patch, within, inside)

    def disc(
        self, spot: Spot, radius: float, ink: Ink, *,
        within: Box | None = None, name: str = "",
    ) -> None:  # fmt: skip
        """One circle."""
        circle = Circle(
            spot, radius, facecolor=(INKS[ink.inside], ink.alpha),
            edgecolor=INKS[ink.pen.ink], linewidth=ink.pen.width, linestyle=ink.pen.style,
        )  # fmt: skip
        if name:
            circle.set_gid(name)
        self._add(circle, within)

    def plate(self, box: Box, ink: str, pen: Pen | None = None, *, round_px: float = 0) -> None:
        """A rectangle with round corners."""
        style = f"round,pad=0,rounding_size={round_px}"
        patch = FancyBboxPatch(
            (box.left, box.top), box.width, box.height, boxstyle=style,
            facecolor=INKS[ink] if ink else "none", edgecolor=INKS[pen.ink] if pen else "none",
            linewidth=pen.width if pen else 0, linestyle=pen.style if pen else "solid",
        )  # fmt: skip
        self._add(patch, None)

    def words(
        self, text: str, spot: Spot, face: Face, align: str = "left", setting: Setting = PLAINLY
    ) -> None:
        """Write one line whose middle is at the height of ``spot``."""
        self._order += 1
        turned = bool(setting.turn)
        written = self.axes.text(
            *spot, plain(text), fontproperties=font(face), color=(INKS[face.ink], setting.alpha),
            ha=align, va="center" if turned else "center_baseline", rotation=setting.turn,
            parse_math=False, zorder=self._order,
        )  # fmt: skip
        if setting.halo:
            around = withStroke(linewidth=3, foreground=INKS[setting.halo])
            written.set_path_effects([around])

    def paragraph(self, text: str, box: Box, face: Face, most: int = 99) -> float:
        """Write lines from the top of ``box``; the height where they end.

        A text that is longer than ``most`` lines ends in an ellipsis.
        """
        lines = wrapped(plain(text), box.width, face)
        if len(lines) > most:
            lines = [*lines[: most - 1], lines[most - 1].rstrip(" .,;") + "…"]
        step = face.size * LINE_HEIGHT
        for i, line in enumerate(lines):
            self.words(line, (box.left, box.top + step * (i + 0.5)), face)
        return box.top + step * len(lines)

    def as_png(self) -> bytes:
        """The sheet as a picture, at ``FINE`` times its size."""
        file = io.BytesIO()
        self.figure.savefig(file, format="png", dpi=POINTS_PER_INCH * FINE,
                            metadata={"Software": None})  # fmt: skip
        return file.getvalue()

    def as_svg(self, title: str, words: str, language: str) -> bytes:
        """The sheet as lines and words that can be searched and edited.

        Args:
            title: of the drawing.
            words: what it shows, for who does not see it.
            language: of both.
        """
        file = io.StringIO()
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "mirador"}):
            self.figure.savefig(file, format="svg", metadata=nothing)
        return labelled(file.getvalue(), title, words, language).encode()

    def _add(self, artist: Any, within: Box | None, inside: Sequence[Line] = ()) -> None:  # noqa: ANN401
        self._order += 1
        artist.set_zorder(self._order)
        self.axes.add_artist(artist)
        if inside:
            artist.set_clip_path(compound(inside), self.axes.transData)
        elif within is not None:
            edge = Rectangle((within.left, within.top), within.width, within.height,
                             transform=self.axes.transData)  # fmt: skip
            artist.set_clip_path(edge)


def labelled(svg: str, title: str, words: str, language: str) -> str:
    """``svg`` as a picture with a name, what it shows, and typefaces that any computer has."""
    about = (
        f'<svg role="img" lang="{language}" xml:lang="{language}" '
        f'aria-labelledby="mapa-titulo mapa-resumen" '
    )
    head, rest = svg.split("<svg ", 1)
    tag, body = rest.split(">", 1)
    told = (
        f'\n <title id="mapa-titulo">{escape(plain(title))}</title>'
        f'\n <desc id="mapa-resumen">{escape(plain(words))}</desc>'
    )
    return head + about + tag + ">" + told + body.replace(f"'{FAMILY}'", SVG_FAMILIES)


def compound(rings: Sequence[Line]) -> Path:
    """Closed rings as one path; holes and islands come out by the rule of even and odd."""
    points = np.vstack([np.vstack([ring, ring[:1]]) for ring in rings])
    codes = np.full(len(points), Path.LINETO, dtype=np.uint8)
    start = 0
    for ring in rings:
        codes[start] = Path.MOVETO
        start += len(ring) + 1
        codes[start - 1] = Path.CLOSEPOLY
    return Path(points, codes)


@cache
def font(face: Face) -> FontProperties:
    """The typeface of the product, which it brings along."""
    path = typeface.font_files_ttf[f"SourceSansPro{WEIGHTS[face.weight]}".replace("Regular", "")]
    if path not in {entry.fname for entry in fontManager.ttflist}:
        fontManager.addfont(path)
    return FontProperties(family=FAMILY, weight=face.weight, size=face.size)


@cache
def _ruler() -> Any:  # noqa: ANN401 - the renderer of matplotlib
    figure = Figure(dpi=POINTS_PER_INCH)
    return FigureCanvasAgg(figure).get_renderer()


@cache
def width_of(text: str, face: Face) -> float:
    """Width of a line in pixels."""
    width, _, _ = _ruler().get_text_width_height_descent(text, font(face), ismath=False)
    return float(width)


def wrapped(text: str, width: float, face: Face) -> list[str]:
    """``text`` in lines of ``width`` pixels, cut between words."""
    lines, line = list[str](), ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width_of(longer, face) > width:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines
