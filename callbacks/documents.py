"""The document around a page: what it fetches at once, and what is seen before the program runs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from plotly.io.json import to_json_plotly

from callbacks.address import chosen
from callbacks.downloads import TABLE
from callbacks.pages import DATA, KEPT_MAPS, Pages
from callbacks.state import Parsed, Selection
from callbacks.styles import Sheet, Styles
from layouts import document
from layouts.failing import failing
from layouts.map import first_frame
from layouts.rows.grid import BUNDLE
from layouts.still import still
from layouts.text import catalogue
from layouts.text.data_words import DATA_WORDS
from layouts.vocabulary import vocabulary

API = "/api/v1/docs"
FIRST_WORDS = ("gap_title", "nation", "gap_none", "cross_count", "cross_level")
"""Sentences that ``assets/mirador/shown.mjs`` speaks with."""
WORDS = "/vocabulario"
KEPT_WORDS = 8


@dataclass(frozen=True, slots=True)
class Documents:
    """Documents of the pages of an application."""

    pages: Pages
    styles: Styles
    _stills: dict[str, Callable[[str], str]] = field(default_factory=dict, repr=False)
    _words_of: dict[str, Callable[[str], bytes]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Remember the newest plain pages, and the words of each language."""
        desks = self.pages.desks
        self._words_of["/"] = desks.remember(self._words, KEPT_WORDS)
        self._stills["/"] = desks.remember(self._still, KEPT_MAPS)

    def _words(self, request: str) -> bytes:
        words: str = to_json_plotly(vocabulary(self.pages.at("/", request)))
        return words.encode()

    def words(self, snapshot: str, name: str, query: str) -> bytes | None:
        """Words and menus of a language as JSON; ``None`` where there is nothing of that name.

        Args:
            snapshot: of the boundaries, whose departments have names.
            name: ``<language>.<version>.json``.
            query: the workspace, where it is not the usual one.
        """
        language, _, ending = name.partition(".")
        request = f"?{urlencode({'corte': snapshot, 'idioma': language})}&{query}"
        if ending != f"{self.pages.values.version}.json" or self.pages.desks.parse(request).dropped:
            return None
        return self._words_of["/"](request)

    def _words_address(self, parsed: Parsed) -> str:
        selection = parsed.selection
        snapshot = self.pages.desks.of(selection).store.snapshot_id
        name = f"{selection.idioma}.{self.pages.values.version}.json"
        usual = selection.espacio == Selection().espacio
        return f"{WORDS}/{snapshot}/{name}" + ("" if usual else f"?espacio={selection.espacio}")

    def scripts(self, path: str, tags: str) -> str:
        """The scripts of the document of an address: only Datos has the grid.

        Those of the map wait for its first picture.
        """
        own = tags if path.rstrip("/") == DATA else document.without(BUNDLE, tags)
        return document.held(own) if self.pages.is_map(path) else document.deferred(own)

    def document(self, path: str, query: str) -> dict[str, str]:
        """What stands for each mark of the document of an address; see ``layouts.document``."""
        parsed = self.pages.desks.parse(query)
        texts = catalogue(parsed.selection.idioma)
        waiting = texts.loading if self.pages.is_map(path) else texts.loading_page
        table = f"{TABLE}?{query}" if query else TABLE
        links = {table: texts.map_table, API: texts.figures_api}
        return {
            "%LANGUAGE%": texts.language,
            document.STYLES: self._sheet(path).address,
            "Loading...": waiting,
            "%LOADING%": waiting,
            document.FAILING: failing(texts, links),
            document.DRAWER: document.drawer(DATA_WORDS[texts.language]),
            **self._first(path, query, parsed),
        }

    def _sheet(self, path: str) -> Sheet:
        return self.styles.map if self.pages.is_map(path) else self.styles.read

    def _first(self, path: str, query: str, parsed: Parsed) -> dict[str, str]:
        """What an address fetches at once; for the map, what is seen of it before all else."""
        geometry = self.pages.maps.of(parsed.selection)
        if not self.pages.is_map(path):
            return {
                document.DATA: document.prefetch(geometry),
                document.STILL: "",
                document.START: document.start(),
            }
        early = document.preloads([geometry, *reversed(self._numbers(parsed))])
        return {
            document.DATA: early + document.words_link(self._words_address(parsed)),
            document.STILL: self._stills["/"](self.pages.query_of_map(path, query)),
            document.START: document.start_after_picture(),
        }

    def _numbers(self, parsed: Parsed) -> list[str]:
        """Where the points of a view are, its numbers, and those that it crosses them with."""
        snapshot = self.pages.desks.of(parsed.selection).store.snapshot_id
        picked = chosen(parsed, self.pages.desks)
        values, points = self.pages.values.addresses(picked, snapshot)
        second = picked["segundo"]
        if second in ("", picked["indicador"]):
            return [points, values]
        other = picked | {"indicador": second, "capas": []}
        return [points, values, self.pages.values.addresses(other, snapshot)[0]]

    def _still(self, query: str) -> str:
        parsed = self.pages.desks.parse(query)
        texts = catalogue(parsed.selection.idioma)
        picture = {
            "geometry": self.pages.maps.of(parsed.selection),
            "values": self._numbers(parsed)[1:],
            "snapshot": self.pages.desks.of(parsed.selection).store.snapshot_id,
            "language": parsed.selection.idioma,
            "words": {name: getattr(texts, name) for name in FIRST_WORDS},
            "chosen": chosen(parsed, self.pages.desks),
            "bounds": self.pages.desks.view(parsed.selection).bounds,
            **first_frame(),
        }
        return document.still_page(still(self.pages.at("/", query)), picture)
