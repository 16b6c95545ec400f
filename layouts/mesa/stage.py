"""A scene as markup for a room: large words, the source line and the facts under it."""

from html import escape
from typing import Final

from layouts.format import BOLD
from layouts.mesa.drawing import draw
from layouts.mesa.shown import Bar, Cell, Grid, Key, MapPicture, Shown
from layouts.mesa.slides import notes_of, source_of
from layouts.mesa.view import MesaView
from layouts.still import tagged

MAP_SIZE: Final = (720.0, 500.0)


def scene_markup(shown: Shown, place: int, of: int, view: MesaView) -> str:
    """A scene, the ``place``-th of ``of``."""
    words = view.words
    progress = words.progress.format(n=place, of=of)
    attributes = {"id": f"escena-{place}", "class": f"scene scene-{shown.kind}",
                  "aria-label": f"{progress}: {shown.title}", "data-title": shown.title,
                  "data-notes": notes_of(shown)}  # fmt: skip
    kick = tagged("p", {"class": "kick"}, escape(shown.kick)) if shown.kick else ""
    title = tagged("h2", {"tabindex": "-1"}, escape(shown.title))
    count = tagged("p", {"class": "progress"}, escape(progress))
    head = tagged("header", {}, title + kick + count)
    body = tagged("div", {"class": "body"}, _body(shown, view))
    return tagged("section", attributes, head + body + _foot(shown, view))


def _body(shown: Shown, view: MesaView) -> str:
    lines = "".join(tagged("p", {}, bold(line)) for line in shown.lines)
    told = tagged("div", {"class": "told"}, lines) if lines else ""
    if shown.picture:
        return _picture(shown.picture, told, view)
    bars = "".join(map(_bar, shown.bars))
    listed = tagged("ul", {"class": "bars"}, bars) if bars else ""
    return told + (_grid(shown.grid) if shown.grid else "") + listed


def bold(line: str) -> str:
    """A sentence as markup; parts between ``**`` are bold, and a percent sign keeps its number."""
    return BOLD.sub(r"<b>\1</b>", escape(line).replace(" %", "\u00a0%"))


def _picture(picture: MapPicture, told: str, view: MesaView) -> str:
    drawing = draw(picture.drawn, view.outlines, *MAP_SIZE)
    keys = tagged("ul", {"class": "keys"}, "".join(map(key_markup, picture.keys)))
    aside = tagged("div", {"class": "aside"}, told + keys)
    return drawing + aside


def key_markup(key: Key) -> str:
    """A line of the legend with its swatch."""
    count = f" <b>{escape(key.count)}</b>" if key.count else ""
    words = tagged("span", {}, escape(key.words) + count)
    own = {} if key.level else {"class": "state"}
    if key.kind == "layer":
        return tagged("li", own, f'<i class="layer layer-{escape(key.fill)}"></i>{words}')
    picture = f'<svg viewBox="0 0 42 28" aria-hidden="true">{_swatch(key)}</svg>'
    return tagged("li", own, picture + words)


def _swatch(key: Key) -> str:
    if key.kind == "circle":
        size = 3 + 10 * key.level / key.levels
        return f'<circle class="swatch circle" cx="21" cy="14" r="{size:.1f}"/>'
    kind = f" {key.kind}" if key.kind else ""
    return f'<rect class="swatch{kind}" x="2" y="2" width="38" height="24" fill="{key.fill}"/>'


def _grid(grid: Grid) -> str:
    head = "".join(tagged("th", {"scope": "col"}, escape(name)) for name in grid.head)
    rows = "".join(tagged("tr", {}, "".join(_cells(row))) for row in grid.rows)
    body = tagged("thead", {}, tagged("tr", {}, head)) + tagged("tbody", {}, rows)
    return tagged("table", {}, body)


def _cells(row: tuple[Cell, ...]) -> list[str]:
    first, *rest = row
    head = tagged("th", {"scope": "row"}, escape(first.text))
    return [head, *(tagged("td", {"class": cell.tone}, escape(cell.text)) for cell in rest)]


def _bar(bar: Bar) -> str:
    label = tagged("span", {"class": "label"}, escape(bar.label))
    told = tagged("b", {}, escape(bar.told))
    share = min(bar.percent or 0.0, 100.0)
    fill = f'<i style="width:{share:.1f}%"></i>' if bar.percent is not None else ""
    kind = "track" if bar.percent is not None else "track none"
    return tagged("li", {}, label + told + tagged("span", {"class": kind}, fill))


def _foot(shown: Shown, view: MesaView) -> str:
    return tagged("footer", {}, tagged("p", {"class": "source"}, escape(source_of(shown, view))))
