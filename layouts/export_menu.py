"""What opens the menu of exports: a link to one file, which the browser makes a choice of all."""

import json
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlencode

from dash import html

from layouts.frame import Frame
from layouts.place import PlaceKind
from layouts.reading import data
from layouts.text.export_words import EXPORT_WORDS

OF_A_PLACE: Final = ("pptx", "ficha", "pdf", "png", "svg", "maletin", "fichas")
OF_A_MAP: Final = ("png", "svg", "pptx", "ficha", "pdf", "maletin", "fichas")
"""Kinds of files, in the order of the menu; see ``callbacks.exports.kinds``."""
OF_A_DEPARTMENT: Final = "fichas"
KEPT: Final = ("idioma", "espacio", "corte")
"""Of the address, for a link that is followed without the program of the page."""


def place_menu(frame: Frame) -> html.A:
    """Opens the exports of the place that a ficha is about."""
    border = frame.path == f"/{PlaceKind.BORDER}"
    kinds = [kind for kind in OF_A_PLACE if not (border and kind == OF_A_DEPARTMENT)]
    return _menu(frame, kinds, "ficha", "take take-place")


def map_menu(frame: Frame) -> html.A:
    """Opens the exports of the map as it is, and of the place that it looks at."""
    return _menu(frame, OF_A_MAP, "png", "download take")


def _menu(frame: Frame, kinds: Sequence[str], first: str, name: str) -> html.A:
    words = EXPORT_WORDS[frame.texts.language]
    told = {
        "title": words.menu,
        "help": words.menu_help,
        "close": frame.texts.close,
        "path": frame.path,
        "kinds": [[kind, words.kinds[kind]] for kind in kinds],
        "words": dict(words.browser),
    }
    kept = {name: str(frame.chosen[name]) for name in KEPT if frame.chosen[name]}
    query = urlencode({"lugar": frame.path, **kept})
    attributes: dict[str, Any] = data(exports=json.dumps(told, ensure_ascii=False))
    return html.A(
        words.menu,
        href=f"/exportar/{first}?{query}",
        className=name,
        title=words.menu_help,
        **attributes,
    )
