"""A deck as PPTX: native titles, sentences, tables and charts that whoever presents may edit."""

import io
from typing import Any, Final

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from geodata.exports.deck import Deck, Picture, Slide
from geodata.exports.plain import plain
from geodata.exports.pptx_parts import (
    AMBER,
    AMBER_PAPER,
    BODY,
    GREY,
    LANGUAGES,
    LEFT,
    LINE,
    PAPER,
    TEAL,
    WIDTH,
    Area,
    Look,
    add_chart,
    add_table,
    write,
)

HEIGHT: Final = Inches(7.5)
TITLE_ONLY: Final = 5
"""Layout of the default template that has nothing but a title."""

TITLE: Final = Area(LEFT, Inches(0.62), WIDTH, Inches(0.95))
KICK: Final = Area(LEFT, Inches(0.36), WIDTH, Inches(0.34))
ROOM: Final = Area(LEFT, Inches(1.62), WIDTH, Inches(4.85))
FOOT: Final = Area(LEFT, Inches(6.62), Inches(11.35), Inches(0.66))
NUMBER: Final = Area(Inches(12.05), Inches(6.62), Inches(0.7), Inches(0.3))
GAP: Final = Inches(0.25)

TITLE_SIZES: Final = ((44, 30), (70, 25), (110, 21), (10_000, 17))
"""Up to so many characters, so many points."""
BESIDE: Final = Inches(3.55)
"""Width of the sentences beside a map."""
CHARACTERS: Final = 1750
"""Of one row over the whole width, times the points of their type."""


def as_pptx(deck: Deck) -> bytes:
    """Write ``deck``; every text is native, and the source of a slide is in its notes too."""
    made = Presentation()
    made.slide_width, made.slide_height = Inches(13.333), HEIGHT
    facts = made.core_properties
    facts.title, facts.language, facts.author = plain(deck.title), LANGUAGES[deck.language], ""
    for number, slide in enumerate(deck.slides, start=1):
        _add(made, slide, number, deck)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _add(made: Any, slide: Slide, number: int, deck: Deck) -> None:
    page = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])
    page.background.fill.solid()
    page.background.fill.fore_color.rgb = PAPER
    _stripe(page)
    _title(page, slide, deck.language)
    _body(page, slide, deck.language)
    _foot(page, slide, number, deck.language)
    if deck.watermark:
        _mark(page, deck)
    notes = "\n\n".join(part for part in (slide.notes, slide.source) if part)
    page.notes_slide.notes_text_frame.text = plain(notes)


def _stripe(page: Any) -> None:
    """The colour of the product along the left edge."""
    bar = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(0), Emu(0), Inches(0.16), HEIGHT)
    bar.fill.solid()
    bar.fill.fore_color.rgb = TEAL
    bar.line.fill.background()
    bar.shadow.inherit = False
    bar.name = "Franja"


def _title(page: Any, slide: Slide, language: str) -> None:
    title = page.shapes.title
    top, height = (Inches(2.0), Inches(1.5)) if slide.cover else (TITLE.top, TITLE.height)
    title.left, title.top, title.width, title.height = LEFT, top, WIDTH, height
    fitting = next(size for most, size in TITLE_SIZES if len(slide.title) <= most)
    size = 44 if slide.cover else fitting
    frame = title.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM if slide.cover else MSO_ANCHOR.TOP
    write(frame, [slide.title], Look(size=size, language=language, bold=True, align=PP_ALIGN.LEFT))
    if slide.kick:
        place = Area(LEFT, Inches(1.62), WIDTH, KICK.height) if slide.cover else KICK
        box = _box(page, place, "Lugar")
        write(
            box,
            [slide.kick],
            Look(size=16 if slide.cover else 13, language=language, ink=TEAL, bold=True),
        )


def _body(page: Any, slide: Slide, language: str) -> None:
    """Sentences above, or to the left of, the map, the chart or the table."""
    if slide.cover:
        lines = _box(page, Area(LEFT, Inches(3.65), WIDTH, Inches(2.2)), "Texto")
        write(lines, slide.lines, Look(size=20, language=language, ink=GREY))
        return
    room = ROOM
    if slide.map is not None and slide.lines:
        left, room = _beside(room)
        frame = _box(page, left, "Texto")
        write(frame, slide.lines, Look(size=18, language=language, space=10))
    elif slide.lines:
        alone = slide.chart is None and slide.table is None
        room = _lines(page, slide, room, language, alone=alone)
    if slide.chart is not None:
        beside, room = _split(room) if slide.table is not None else (room, room)
        add_chart(page, slide.chart, beside, language)
    if slide.map is not None:
        _picture(page, slide.map, room)
    if slide.table is not None:
        add_table(page, slide.table, room, language)


def _lines(
    page: Any,
    slide: Slide,
    room: Area,
    language: str,
    *,
    alone: bool,
) -> Area:
    """Write the sentences; the room that is left under them."""
    size = BODY if alone else 17
    rows = sum(_rows(line, size) for line in slide.lines)
    height = room.height if alone else Inches(0.33 * rows + 0.12)
    box = _box(page, Area(room.left, room.top, room.width, height), "Texto")
    write(box, slide.lines, Look(size=size, language=language, space=14 if alone else 4))
    below = room.top + height + (Emu(0) if alone else Inches(0.08))
    return Area(room.left, Emu(below), room.width, Emu(room.top + room.height - below))


def _rows(line: str, size: int) -> int:
    """Rows that a sentence takes over the whole width."""
    return -(-len(line) * size // CHARACTERS) or 1


def _beside(room: Area) -> tuple[Area, Area]:
    """A column for sentences and the rest for a map."""
    left = Area(room.left, room.top, BESIDE, room.height)
    start = Emu(room.left + BESIDE + GAP)
    return left, Area(start, room.top, Emu(room.width - BESIDE - GAP), room.height)


def _split(room: Area) -> tuple[Area, Area]:
    """Two halves side by side."""
    half = Emu((room.width - GAP) // 2)
    right = Area(Emu(room.left + half + GAP), room.top, half, room.height)
    return Area(room.left, room.top, half, room.height), right


def _picture(page: Any, picture: Picture, room: Area) -> None:
    """A picture as large as the room allows, with what it shows in words."""
    shown = page.shapes.add_picture(io.BytesIO(picture.png), room.left, room.top)
    scale = min(room.width / shown.width, room.height / shown.height)
    shown.width, shown.height = Emu(int(shown.width * scale)), Emu(int(shown.height * scale))
    shown.left = Emu(room.left + (room.width - shown.width) // 2)
    shown.name = "Mapa"
    shown._element.nvPicPr.cNvPr.set("descr", plain(picture.words))


def _foot(page: Any, slide: Slide, number: int, language: str) -> None:
    rule = page.shapes.add_connector(1, FOOT.left, Inches(6.57), Inches(12.75), Inches(6.57))
    rule.line.color.rgb, rule.line.width = LINE, Pt(0.75)
    rule.name = "Línea"
    box = _box(page, FOOT, "Fuente")
    size = 10 if len(slide.source) < 420 else 8.5  # noqa: PLR2004 - three lines of the foot
    write(box, [slide.source], Look(size=size, language=language, ink=GREY))
    corner = _box(page, NUMBER, "Número")
    write(corner, [str(number)], Look(size=11, language=language, ink=GREY, align=PP_ALIGN.RIGHT))


def _mark(page: Any, deck: Deck) -> None:
    """What says on every slide that its figures are synthetic."""
    chip = page.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, Inches(8.05), Inches(0.22), Inches(4.7), Inches(0.36)
    )
    chip.fill.solid()
    chip.fill.fore_color.rgb = AMBER_PAPER
    chip.line.color.rgb = AMBER
    chip.shadow.inherit = False
    chip.name = "Marca"
    write(
        chip.text_frame,
        [deck.watermark],
        Look(size=12, language=deck.language, ink=AMBER, bold=True, align=PP_ALIGN.CENTER),
    )
    chip.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE


def _box(page: Any, area: Area, name: str) -> Any:
    """Frame of a new text box."""
    box = page.shapes.add_textbox(area.left, area.top, area.width, area.height)
    box.name = name
    frame = box.text_frame
    frame.word_wrap = True
    return frame
