"""Slides as data: what a deck says, without knowing what file it becomes.

Numbers in words and tables are already written as the reader sees them; a chart keeps plain
numbers, because whoever opens the file may edit it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from typing import Final

SOURCE: Final = "Fuente"
"""What the source line of every slide begins with, in both languages."""


@unique
class ChartKind(StrEnum):
    """How a chart is drawn."""

    BAR = "bar"
    """Horizontal bars, the first category on top."""
    LINE = "line"
    """Lines over time; categories are dates."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and what it shows, in words, for who does not see it."""

    png: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """A native table.

    Attributes:
        widths: share of each column, in any unit; equal where not given.
        numbers: columns, from 0, whose cells end at the right.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Named numbers, one for each category; ``None`` where there is none: it is no zero."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart.

    Attributes:
        categories: names, or dates for lines.
        unit: written on the axis of values.
        decimals: of the labels.
        words: what it shows, for who does not see it.
        marked: position of the category that the slide is about, or none.
    """

    kind: ChartKind
    categories: Sequence[str] | Sequence[date]
    series: tuple[Series, ...]
    unit: str
    decimals: int
    words: str
    marked: int | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. Parts that are given share the room under the title.

    Attributes:
        title: what the slide says; also its name in the outline.
        lines: sentences; ``**`` around words makes them bold.
        kick: a few words over the title, such as the place.
        source: begins with ``Fuente`` and says filter, cut-off and snapshot; also in the notes.
        notes: what whoever speaks should know; the source is added to it.
        cover: whether it opens the deck: larger, and its lines under the title.

    Raises:
        ValueError: the source line is missing: no slide goes into a meeting without it.
    """

    title: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    map: Picture | None = None
    source: str = ""
    notes: str = ""
    kick: str = ""
    cover: bool = False

    def __post_init__(self) -> None:
        """Refuse a slide that does not say where its numbers come from."""
        if not self.source.startswith(SOURCE):
            raise ValueError(f"The slide {self.title!r} has no line that begins with {SOURCE!r}.")


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides in their order.

    Attributes:
        title: name of the document.
        language: ``es`` or ``en``.
        watermark: on every slide; empty where figures are published.
    """

    title: str
    language: str
    slides: tuple[Slide, ...]
    watermark: str = ""
