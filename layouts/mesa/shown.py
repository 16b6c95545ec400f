"""What a scene shows, as data: the stage, the minutes and the exports say it in the same words."""

from dataclasses import dataclass

from layouts.mesa.drawing import Drawn


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``tone`` is its class in the style sheet."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table that a room can read. The first cell of a row is its head."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """What was reached of a target.

    Attributes:
        percent: met; ``None`` where there is none, and ``told`` says why.
    """

    label: str
    told: str
    percent: float | None


@dataclass(frozen=True, slots=True)
class Key:
    """A line of a legend: its fill and edge, what it means and how many territories have it."""

    fill: str
    words: str
    count: str
    kind: str = ""
    """``circle``, ``earlier``, ``unreliable`` or ``layer``; an area of a colour without."""
    level: int = 0
    """Its class, from 1; 0 for a state or a layer. Larger counts have a larger circle."""
    levels: int = 0


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map with its legend."""

    drawn: Drawn
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One scene. Sentences may have bold parts between ``**``.

    Attributes:
        kick: where and when, over the title.
        lines: sentences.
        sources: who published the figures, the most used first; full words in ``publications``.
        filters: what the figures are limited to.
        notes: of whoever presents.
    """

    kind: str
    title: str
    lines: tuple[str, ...] = ()
    kick: str = ""
    grid: Grid | None = None
    bars: tuple[Bar, ...] = ()
    picture: MapPicture | None = None
    sources: tuple[str, ...] = ()
    publications: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    notes: str = ""
