"""The pages of the kit: what it holds, its maps with their tables, and fichas."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from layouts.document import ICON, THEME
from layouts.ficha.page import ficha_tree
from layouts.format import numbers
from layouts.mesa.view import MesaView
from layouts.paper import NOT_ON_PAPER, markup
from layouts.profile import Profile
from layouts.still import tagged
from layouts.text.kit_words import KIT_WORDS, KitWords

START: Final = "index.html"
SHOW: Final = "mesa.html"
MAPS: Final = "mapas.html"


PICTURES: Final = "mapas"


@dataclass(frozen=True, slots=True)
class KitMap:
    """A map of the kit.

    Attributes:
        title: what it shows.
        picture: PNG with its own title, legend, source and snapshot.
        alternative: what it shows, for who cannot see it.
        rows: its figures, as the download of the map has them.
        unit: of the figures.
        decimals: of the figures.
    """

    key: str
    title: str
    picture: bytes
    alternative: str
    rows: Sequence[Mapping[str, str]]
    unit: str
    decimals: int

    @property
    def file(self) -> str:
        """Where the picture is in the kit."""
        return f"{PICTURES}/{self.key}.png"


def start_page(view: MesaView, fichas: Mapping[str, str], data: Sequence[str]) -> str:
    """What opens first.

    Args:
        view: the roundtable that the kit is of.
        fichas: names of places by file.
        data: files of figures.
    """
    words = KIT_WORDS[view.texts.language]
    entries = [
        _entry(SHOW, words.mesa, words.mesa_lead),
        _entry(MAPS, words.maps, words.maps_lead),
        *(_entry(file, words.ficha.format(name), words.ficha_lead)
          for file, name in fichas.items()),
    ]  # fmt: skip
    files = "".join(tagged("li", {}, _link(name, name.rpartition("/")[2])) for name in data)
    body = [
        tagged("h1", {}, escape(words.title.format(view.place))),
        tagged("p", {"class": "lead"}, escape(words.lead)),
        _frozen(view),
        tagged("h2", {}, escape(words.contents)),
        tagged("ul", {"class": "entries"}, "".join(entries)),
        tagged("h2", {}, escape(words.data)),
        tagged("p", {}, escape(words.data_lead)),
        tagged("ul", {"class": "files"}, files),
    ]
    return page(words.title.format(view.place), view, "".join(body))


def _entry(file: str, title: str, lead: str) -> str:
    return tagged("li", {}, _link(file, title) + tagged("span", {}, escape(lead)))


def _link(file: str, title: str) -> str:
    return tagged("a", {"href": file}, escape(title))


def _frozen(view: MesaView) -> str:
    words = KIT_WORDS[view.texts.language]
    sentence = words.frozen.format(day=view.cut_off, snapshot=view.snapshot)
    return tagged("p", {"class": "frozen"}, escape(sentence))


def maps_page(maps: Sequence[KitMap], view: MesaView) -> str:
    """Every map with the table of its figures; the list at the top leads to each."""
    words = KIT_WORDS[view.texts.language]
    links = "".join(tagged("li", {}, _link(f"#{one.key}", one.title)) for one in maps)
    body = [
        _back(words),
        tagged("h1", {}, escape(f"{words.maps} · {view.place}")),
        _frozen(view),
        tagged("ul", {"class": "files"}, links),
        *(_map(one, view) for one in maps),
    ]
    return page(words.maps, view, "".join(body))


def _back(words: KitWords) -> str:
    return tagged("p", {"class": "back"}, _link(START, f"← {words.back}"))


def _map(one: KitMap, view: MesaView) -> str:
    words = KIT_WORDS[view.texts.language]
    head = "".join(tagged("th", {"scope": "col"}, escape(name)) for name in words.columns)
    rows = "".join(_rows(one, view))
    table = tagged("table", {}, tagged("thead", {}, tagged("tr", {}, head))
                   + tagged("tbody", {}, rows))  # fmt: skip
    sources = sorted({name for row in one.rows for name in row["fuentes"].split(" | ") if name})
    named = "".join(tagged("li", {}, escape(name)) for name in sources)
    inside = (
        tagged("h2", {}, escape(one.title))
        + tagged("figure", {}, _picture(one))
        + tagged("details", {}, tagged("summary", {}, escape(words.table)) + table)
        + (tagged("p", {}, escape(words.sources)) + tagged("ul", {}, named) if named else "")
    )
    return tagged("section", {"id": one.key}, inside)


def _picture(one: KitMap) -> str:
    size = 'width="1280" height="860" loading="lazy"'
    return f'<img src="{one.file}" alt="{escape(one.alternative)}" {size}>'


def _rows(one: KitMap, view: MesaView) -> Iterator[str]:
    write, states = numbers(view.texts), {s.code: view.texts.states[s] for s in view.texts.states}
    known = sorted(one.rows, key=lambda row: (not row["valor"], -float(row["valor"] or 0)))
    for row in known:
        told = f"{write(float(row['valor']), one.decimals)} {one.unit}" if row["valor"] else "—"
        cells = (told.strip(), states[row["estado"]], row["periodo"] if row["valor"] else "—")
        name = tagged("th", {"scope": "row"}, escape(row["territorio"]))
        yield tagged("tr", {}, name + "".join(tagged("td", {}, escape(cell)) for cell in cells))


def ficha_page(profile: Profile, view: MesaView) -> str:
    """The ficha of a place, nothing folded; links to other pages are plain words."""
    words = KIT_WORDS[view.texts.language]
    tree = markup(ficha_tree(profile), NOT_ON_PAPER, unfolded=True)
    body = [_back(words), tagged("h1", {}, escape(profile.name)), _frozen(view), tree]
    return page(profile.name, view, tagged("div", {"class": "ficha"}, "".join(body)))


def page(title: str, view: MesaView, body: str) -> str:
    """A page of the kit."""
    demo = KIT_WORDS[view.texts.language].demo
    mark = tagged("p", {"class": "watermark"}, escape(demo)) if view.demo else ""
    return (
        f'<!DOCTYPE html><html lang="{view.texts.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<script>{THEME}</script><title>{escape(title)} · {escape(view.texts.product)}</title>"
        f'<link rel="icon" href="{ICON}">'
        '<link rel="stylesheet" href="/assets/theme.css">'
        '<link rel="stylesheet" href="/assets/kit.css">'
        f'</head><body class="kit"><main>{mark}{body}</main></body></html>'
    )
