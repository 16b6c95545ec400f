"""Scenes as slides: the deck says the words and numbers of the show, source line and all."""

from collections.abc import Callable, Sequence
from typing import Final

from layouts.mesa.shown import Shown
from layouts.mesa.view import MesaView
from layouts.slides import Deck, Picture, Slide, Table, source_line

COVER: Final = "portada"

Draw = Callable[[Shown], Picture | None]
"""Gives the picture of the map of a scene, where whoever makes the file can draw one."""


def source_of(shown: Shown, view: MesaView) -> str:
    """What every scene says under its figures: source, filter, cut-off and snapshot."""
    filters = tuple(dict.fromkeys(shown.filters))
    language = view.texts.language
    return source_line(shown.sources, filters, view.cut_off, view.snapshot, language)


def deck_of(scenes: Sequence[Shown], view: MesaView, draw: Draw = lambda _: None) -> Deck:
    """The running order as a deck, a slide for each scene."""
    return Deck(
        title=view.words.cover_title.format(view.place),
        language=view.texts.language,
        slides=tuple(slide_of(shown, view, draw) for shown in scenes),
        watermark=view.words.demo if view.demo else "",
    )


def slide_of(shown: Shown, view: MesaView, draw: Draw = lambda _: None) -> Slide:
    """A scene as a slide. A map without a picture is told by its legend."""
    picture = draw(shown) if shown.picture else None
    return Slide(
        title=shown.title,
        lines=shown.lines,
        table=None if picture else table_of(shown, view),
        map=picture,
        source=source_of(shown, view),
        notes=notes_of(shown),
        kick=shown.kick,
        cover=shown.kind == COVER,
    )


def notes_of(shown: Shown) -> str:
    """What whoever presents reads: the notes, then the publications in full."""
    return "\n\n".join(part for part in (shown.notes, "\n".join(shown.publications)) if part)


def table_of(shown: Shown, view: MesaView) -> Table | None:
    """What a scene shows in a table, in bars or in a legend; nothing where it has only words."""
    if shown.grid is not None:
        rows = tuple(tuple(cell.text for cell in row) for row in shown.grid.rows)
        numbers = tuple(range(1, len(shown.grid.head))) if shown.kind == "brechas" else ()
        return Table(shown.grid.head, rows, numbers=numbers)
    if shown.bars:
        head = (view.words.options["indicador"], view.words.reached_head)
        return Table(head, tuple((bar.label, bar.told) for bar in shown.bars))
    keys = [key for key in shown.picture.keys if key.count] if shown.picture else []
    if not keys:
        return None
    head = (view.words.legend, view.words.territories)
    return Table(head, tuple((key.words, key.count) for key in keys), numbers=(1,))
