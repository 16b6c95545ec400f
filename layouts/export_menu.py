"""What opens the menu of exports: a link to one file, which the browser makes a choice of all."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from dash import html

from layouts.frame import Frame
from layouts.place import PlaceKind
from layouts.reading import data
from layouts.text.catalogue import Catalogue
from layouts.text.export_words import EXPORT_WORDS

OF_A_PLACE: Final = ("pptx", "ficha", "pdf", "png", "svg", "maletin", "fichas")
OF_A_MAP: Final = ("png", "svg", "pptx", "ficha", "pdf", "maletin", "fichas")
"""Kinds of files, in the order of the menu; see ``callbacks.exports.kinds``."""
OF_A_MESA: Final = ("mesa", "mesa-pdf", "maletin")
OF_A_DEPARTMENT: Final = "fichas"
FIRST: Final = ("mesa", "ficha", "png")
"""What the link leads to where the program of the page does not run."""
KEPT: Final = ("idioma", "espacio", "corte")
"""Of the address, for a link that is followed without the program of the page."""


def place_menu(frame: Frame) -> html.A:
    """Opens the exports of the place that a ficha is about."""
    border = frame.path == f"/{PlaceKind.BORDER}"
    kinds = [kind for kind in OF_A_PLACE if not (border and kind == OF_A_DEPARTMENT)]
    return _menu(kinds, frame.path, _kept(frame), "take take-place", frame.texts)


def map_menu(frame: Frame) -> html.A:
    """Opens the exports of the map as it is, and of the place that it looks at."""
    return _menu(OF_A_MAP, frame.path, _kept(frame), "download take", frame.texts)


def mesa_menu(path: str, query: Mapping[str, str], texts: Catalogue) -> html.A:
    """Opens the exports of a running order, whose link says ``query``."""
    return _menu(OF_A_MESA, path, query, "btn btn-sm btn-outline-secondary take-mesa", texts)


def _kept(frame: Frame) -> dict[str, str]:
    return {name: str(frame.chosen[name]) for name in KEPT if frame.chosen[name]}


def _menu(
    kinds: Sequence[str], path: str, query: Mapping[str, str], name: str, texts: Catalogue
) -> html.A:
    words = EXPORT_WORDS[texts.language]
    told = {
        "title": words.menu,
        "help": words.menu_help,
        "close": texts.close,
        "path": path,
        "kinds": [[kind, words.kinds[kind]] for kind in kinds],
        "words": dict(words.browser),
    }
    first = next(kind for kind in FIRST if kind in kinds)
    attributes: dict[str, Any] = data(exports=json.dumps(told, ensure_ascii=False))
    return html.A(
        words.menu,
        href=f"/exportar/{first}?{urlencode({'lugar': path, **query})}",
        className=name,
        title=words.menu_help,
        **attributes,
    )
