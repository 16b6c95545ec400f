"""The document of a show: every scene is in it when it opens, so that the network may go.

It is no page of the application: nothing is asked for after its style sheets and one module, and
no number of it can move. Without scripts it is read from top to bottom, and printed so.
"""

import json
from collections.abc import Sequence
from html import escape
from typing import Final

from layouts.document import ICON, PATTERNS, THEME
from layouts.mesa.shown import Shown
from layouts.mesa.stage import scene_markup
from layouts.mesa.view import MesaView
from layouts.still import tagged

MODULES: Final = ("show", "show_notes", "show_steps", "theme")
SHOWN_WORDS: Final = (
    "progress", "no_notes", "elapsed", "start", "pause", "reset", "next_is", "last_scene",
    "notes_blocked", "notes_closed", "notes", "blank", "themes", "previous", "following",
)  # fmt: skip
"""Sentences that ``assets/mirador/show.mjs`` speaks with."""


def show_document(scenes: Sequence[Shown], view: MesaView, back: str) -> str:
    """The whole document.

    Args:
        scenes: what is shown, in order.
        view: the roundtable.
        back: address of its running order.
    """
    of = len(scenes)
    marked = [scene_markup(shown, i, of, view) for i, shown in enumerate(scenes, start=1)]
    demo = {"class": "watermark", "data-words": view.words.demo, "aria-hidden": "true"}
    body = [
        PATTERNS,
        tagged("main", {"id": "stage", "aria-label": view.words.show_label}, "".join(marked)),
        tagged("div", demo, "") if view.demo else "",
        _controls(scenes, view, back),
        f'<script id="show-words" type="application/json">{_words(view)}</script>',
        '<script type="module" src="/assets/mirador/show.mjs"></script>',
    ]
    return document(view.words.cover_title.format(view.place), view, "show", "".join(body))


def document(title: str, view: MesaView, kind: str, body: str) -> str:
    """A page of its own, with the colours of the product and the sheet of shows."""
    early = "".join(f'<link rel="modulepreload" href="/assets/mirador/{m}.mjs">' for m in MODULES)
    return (
        f'<!DOCTYPE html><html lang="{view.texts.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<script>{THEME}</script><title>{escape(title)} · {escape(view.texts.product)}</title>"
        f'<link rel="icon" href="{ICON}">'
        '<link rel="stylesheet" href="/assets/theme.css">'
        '<link rel="stylesheet" href="/assets/show.css">'
        f"{early if kind == 'show' else ''}</head>"
        f'<body class="{kind}{" demo" if view.demo else ""}">{body}</body></html>'
    )


def _words(view: MesaView) -> str:
    words = {name: getattr(view.words, name) for name in SHOWN_WORDS}
    facts = words | {"language": view.texts.language, "title": view.place}
    return json.dumps(facts, ensure_ascii=False).replace("<", "\\u003c")


def _controls(scenes: Sequence[Shown], view: MesaView, back: str) -> str:
    """Buttons that show when somebody points or tabs, and the list of scenes with the keys."""
    words = view.words
    buttons = (
        ("previous", "←", words.previous), ("following", "→", words.following),
        ("list", "☰", words.scene_list), ("full", "⤢", words.full_screen),
        ("notes", "✎", words.notes), ("contrast", "◐", words.contrast),
    )  # fmt: skip
    made = "".join(
        tagged("button", {"type": "button", "data-do": do, "title": name, "aria-label": name}, sign)
        for do, sign, name in buttons
    )
    bar = tagged("nav", {"class": "bar", "aria-label": words.show_label}, made)
    hint = tagged("p", {"class": "hint"}, escape(words.hint))
    said = tagged("p", {"class": "said", "role": "status"}, "")
    black = tagged("div", {"class": "black", "hidden": True}, escape(words.blank))
    return bar + hint + said + black + _list(scenes, view, back)


def _list(scenes: Sequence[Shown], view: MesaView, back: str) -> str:
    words = view.words
    entries = "".join(
        tagged("li", {}, tagged("button", {"type": "button", "data-scene": i}, escape(one.title)))
        for i, one in enumerate(scenes, start=1)
    )
    keys = "".join(tagged("li", {}, escape(key)) for key in words.keys)
    inside = (
        tagged("h2", {"id": "scenes-title"}, escape(words.scene_list))
        + tagged("ol", {}, entries)
        + tagged("ul", {"class": "keys-of"}, keys)
        + tagged("p", {}, tagged("a", {"href": back}, escape(words.leave)))
    )
    return tagged("dialog", {"id": "scenes", "aria-labelledby": "scenes-title"}, inside)


def gone_document(view: MesaView, wanted: str, again: str) -> str:
    """What is said of a snapshot that is no longer here, and the way on."""
    words = view.words
    body = tagged(
        "main", {"class": "gone"},
        tagged("h1", {}, escape(words.gone_title))
        + tagged("p", {}, escape(words.gone.format(id=wanted)))
        + tagged("p", {}, tagged("a", {"href": again}, escape(words.gone_way))),
    )  # fmt: skip
    return document(words.gone_title, view, "said-only", body)
