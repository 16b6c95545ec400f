"""A ficha on paper: the very sections of the page as a document of its own, without a browser."""

import base64
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Final

import font_source_sans_pro as typeface
from dash import html
from dash.development.base_component import Component

from geodata.exports.plain import plain
from layouts.ficha.page import ficha_tree
from layouts.format import period_words
from layouts.place import PlaceKind
from layouts.profile import Profile
from layouts.slides import Picture
from layouts.still import still_attributes, tagged
from layouts.text.export_words import EXPORT_WORDS

FACES: Final = Path(typeface.font_directory)
"""Folder of the typefaces that a document may read."""
WEIGHTS: Final[Mapping[str, tuple[int, str]]] = {
    "SourceSansPro": (400, "normal"),
    "SourceSansProIt": (400, "italic"),
    "SourceSansProSemibold": (600, "normal"),
    "SourceSansProBold": (700, "normal"),
}

LARGEST: Final = 8.6
"""Type of a sheet with little on it, in points."""
ROOM: Final = 375_000
"""Characters of a sheet times the square of the size of their type, measured."""
SMALLER: Final = 0.96
"""From one try to the next, until all is on the sheet."""
TRIES: Final = 14
READING: Final = (9.4,)
"""Type of the whole document."""

STYLE: Final = Path(__file__).with_name("paper.css")
FACE: Final = (
    "@font-face {{ font-family: 'Mirador'; src: url('{url}'); font-weight: {weight}; "
    "font-style: {style}; }}"
)
TAG: Final = re.compile("<[^>]*>")

NOT_ON_A_SHEET: Final = frozenset({"links", "drawings", "more-panels"})
NOT_ON_PAPER: Final = frozenset({"links", "drawings", "method"})
"""Classes of what nobody can follow on paper, and of what Metodología says once for all."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be set: its markup, the sizes of its type, and how many pages it may have."""

    markup: str
    sizes: tuple[float, ...]
    most_pages: int


def sheet(profile: Profile, watermark: str = "") -> Paper:
    """The ficha on one sheet of A4: what the screen prints."""
    body = _body(profile, NOT_ON_A_SHEET, unfolded=False)
    pages = 0 if profile.place.many else 1
    return Paper(_document(profile, body, "hoja", watermark), sizes_for(body), pages)


def sizes_for(body: str) -> tuple[float, ...]:
    """Sizes of type to try on a sheet, from the one that its words most likely have room at."""
    characters = len(TAG.sub("", body))
    first = min(LARGEST, math.sqrt(ROOM / max(characters, 1)))
    return tuple(round(first * SMALLER**i, 2) for i in range(TRIES))


def document(profile: Profile, picture: Picture, caption: str, watermark: str = "") -> Paper:
    """All of the ficha, nothing folded, with its map and where it comes from."""
    figure = _figure(picture, caption)
    body = figure + _body(profile, NOT_ON_PAPER, unfolded=True)
    return Paper(_document(profile, body, "documento", watermark), READING, 0)


def _body(profile: Profile, left_out: frozenset[str], *, unfolded: bool) -> str:
    """First the sentences, then the axes in columns, then the panels."""
    (whole,) = ficha_tree(profile)
    first, *axes, panels, more = whole.children
    parts = (("sentences", [first]), ("axes", axes), ("panels", [panels]), ("panels", [more]))
    written = ((name, markup(part, left_out, unfolded=unfolded)) for name, part in parts)
    return "".join(tagged("div", {"class": name}, inside) for name, inside in written if inside)


def markup(node: Any, left_out: frozenset[str], *, unfolded: bool) -> str:  # noqa: ANN401
    """Markup of components; ``left_out`` are classes that do not go on paper.

    What is folded on the page is left out or, where ``unfolded``, written out.
    """
    if node is None:
        return ""
    if isinstance(node, list | tuple):
        return "".join(markup(each, left_out, unfolded=unfolded) for each in node)
    if not isinstance(node, Component):
        return escape(plain(str(node)))
    classes = set(str(getattr(node, "className", None) or "").split())
    folded = isinstance(node, html.Details) and not unfolded
    if folded or classes & left_out:
        return ""
    children = getattr(node, "children", None)
    if "more" in classes:  # the words that open it say nothing where it is open
        children = [each for each in children or [] if not isinstance(each, html.Summary)]
    inside = markup(children, left_out, unfolded=unfolded)
    return _element(node, inside)


def _element(node: Component, inside: str) -> str:
    """One element; what only a screen can do becomes plain."""
    module, name = type(node).__module__, type(node).__name__
    if module.startswith("dash_svg"):
        return tagged(_svg_name(name), _svg_attributes(node), inside)
    if not module.startswith(html.__name__):
        return ""
    attributes = still_attributes(node)
    attributes.pop("id", None)
    if isinstance(node, html.A) and not str(attributes.get("href", "")).startswith("http"):
        return tagged("span", {}, inside)
    plainer = {"details": "div", "summary": "p", "section": "section"}
    tag = plainer.get(name.lower(), name.lower())
    folded = {"class": "unfolded"} if name == "Summary" else {}
    return tagged(tag, {**_kept(attributes), **folded}, inside)


def _kept(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Attributes that mean something on paper."""
    return {
        name: value
        for name, value in attributes.items()
        if name in ("class", "href", "lang", "scope", "title", "colspan", "rowspan")
    }


def _svg_name(name: str) -> str:
    return name[0].lower() + name[1:]


def _svg_attributes(node: Any) -> dict[str, Any]:  # noqa: ANN401 - properties differ by kind
    given = {name: getattr(node, name, None) for name in node.available_properties}
    named = {"className": "class", "textAnchor": "text-anchor"}
    label = getattr(node, "aria-label", None)
    shown = {named.get(n, n): v for n, v in given.items() if v and n not in ("children", "id")}
    return shown | ({"aria-label": label} if label else {})


def _figure(picture: Picture, caption: str) -> str:
    data = base64.b64encode(picture.png).decode()
    source = f"data:image/png;base64,{data}"
    image = f'<img src="{source}" alt="{escape(plain(picture.words))}">'
    told = tagged("figcaption", {}, escape(plain(caption)))
    return tagged("figure", {"class": "map"}, image + told)


def _document(profile: Profile, body: str, kind: str, watermark: str) -> str:
    texts = profile.view.texts
    head = (
        f"<title>{escape(plain(profile.name))} · {escape(texts.product)}</title>"
        f'<meta name="author" content="{escape(texts.product)}">'
        f"<style>{faces()}{STYLE.read_text()}{_margins(profile, watermark)}</style>"
    )
    mark = tagged("p", {"class": "watermark"}, escape(watermark)) if watermark else ""
    return (
        f'<!DOCTYPE html><html lang="{texts.language}"><head><meta charset="utf-8">{head}</head>'
        f'<body class="{kind}{" demo" if watermark else ""}">{_header(profile)}{mark}{body}'
        "</body></html>"
    )


def _header(profile: Profile) -> str:
    texts = profile.view.texts
    kind = profile.words.kinds[profile.place.kind]
    codes = [] if profile.place.kind is PlaceKind.BORDER else [profile.place.code]
    line = " · ".join([texts.product, kind, *codes])
    return (
        f'<header><p class="product">{escape(line)}</p>'
        f"<h1>{escape(plain(profile.name))}</h1></header>"
    )


def _margins(profile: Profile, watermark: str) -> str:
    """What stands at the foot of every page: where it comes from, and its number."""
    texts = profile.view.texts
    words = EXPORT_WORDS[texts.language]
    snapshot = words.snapshot.format(profile.view.engine.snapshot.snapshot_id)
    made = words.made_on.format(period_words(profile.today, texts))
    foot = " · ".join([texts.product, snapshot, made, *([watermark] if watermark else [])])
    return (
        f"@page {{ @bottom-left {{ content: {_string(foot)}; }} "
        '@bottom-right { content: counter(page) " / " counter(pages); } }'
        + (f"body::before {{ content: {_string(words.demo)}; }}" if watermark else "")
    )


def _string(text: str) -> str:
    """A text inside a style sheet."""
    safe = "".join(c if c.isalnum() or c in " ·.,:;-/" else f"\\{ord(c):06x}" for c in plain(text))
    return f'"{safe}"'


def faces() -> str:
    """The typefaces of paper, as rules of its style."""
    return "".join(
        FACE.format(url=(FACES / f"{_file(name)}.ttf").as_uri(), weight=weight, style=style)
        for name, (weight, style) in WEIGHTS.items()
    )


def _file(name: str) -> str:
    rest = name.removeprefix("SourceSansPro") or "Regular"
    return f"SourceSansPro-{rest}"
