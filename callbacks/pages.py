"""The page for the address that a browser is at, in its language and workspace."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from urllib.parse import urlencode, urlsplit

import flask
from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from callbacks.address import chosen, notices_of
from callbacks.desk import Desks
from callbacks.downloads import TABLE
from callbacks.fichas import ADDRESS, Asked, Fichas
from callbacks.importing import setup
from callbacks.mesas import Mesas, gone
from callbacks.programmes import Rounds, participation_part, programme_view
from callbacks.rows import gap_view, table_of
from callbacks.serve import Maps
from callbacks.state import Parsed, Selection
from callbacks.values import Values
from geodata.snapshot import Workspace
from geodata.store import Store
from layouts import document
from layouts.compare_page import compare_page
from layouts.compare_view import Comparison
from layouts.data_page import Record, data_page
from layouts.failing import failing
from layouts.ficha.page import ficha_page
from layouts.ficha.unknown import unknown_page
from layouts.frame import Frame
from layouts.gap_page import gap_page
from layouts.map import first_frame
from layouts.mesa.links import PATH as MESA
from layouts.mesa.page import gone_page, mesa_page
from layouts.mesa.record_section import record_section
from layouts.methodology import methodology_page
from layouts.page import page
from layouts.places.page import places_page
from layouts.profile import Profile
from layouts.programmes.page import programme_page
from layouts.programmes.view import PATH as PROGRAMMES
from layouts.provenance import boundaries_words
from layouts.rows.grid import BUNDLE
from layouts.still import still
from layouts.text import catalogue
from layouts.text.catalogue import Catalogue
from layouts.text.data_words import DATA_WORDS
from layouts.vocabulary import vocabulary, without_vocabulary

DATA = "/datos"
GAPS = "/brechas"
COMPARE = "/comparar"
METHOD = "/metodologia"
PLACES = "/lugares"
PLACES_TABLE = "lugares"
API = "/api/v1/docs"
FIRST_WORDS = ("gap_title", "nation", "gap_none", "cross_count", "cross_level")
"""Sentences that ``assets/mirador/shown.mjs`` speaks with."""
WORDS = "/vocabulario"
KEPT_WORDS = 8
KEPT_MAPS = 64
"""Views of the map remembered, of about 200 KB each."""
PATHS = ("/", GAPS, COMPARE, PROGRAMMES, PLACES, MESA, DATA, METHOD)
"""Every view, in the order of the header."""

View = Callable[[Frame, Parsed], Component]


@dataclass(frozen=True, slots=True)
class Pages:
    """Builds the views of the application.

    Attributes:
        maps: where each snapshot's map is.
        values: where the numbers of its views are.
        fichas: finds the places that have a page of their own.
        editing: whether this server accepts imports.
        mesas: makes roundtables.
        rounds: gives the rounds of participatory monitoring that are over.
    """

    desks: Desks
    maps: Maps
    values: Values
    fichas: Fichas
    editing: bool
    rounds: Rounds = tuple
    mesas: Mesas | None = None
    _layouts: dict[str, Callable[[str], Component]] = field(default_factory=dict, repr=False)
    _shorts: dict[str, Callable[[str], Component]] = field(default_factory=dict, repr=False)
    _stills: dict[str, Callable[[str], str]] = field(default_factory=dict, repr=False)
    _words_of: dict[str, Callable[[str], bytes]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Remember the newest views of the map: the document and the layout show the same one."""
        self._layouts["/"] = self.desks.remember(self._map, KEPT_MAPS)
        self._shorts["/"] = self.desks.remember(self._short, KEPT_MAPS)
        self._words_of["/"] = self.desks.remember(self._words, KEPT_WORDS)
        self._stills["/"] = self.desks.remember(self._still, KEPT_MAPS)

    def current(self) -> Component:
        """The view that asks for its layout; the browser names its address in the referrer."""
        referrer = flask.request.referrer if flask.has_request_context() else None
        parts = urlsplit(referrer or "/")
        if self._is_map(parts.path):
            return self._shorts["/"](parts.query)
        return self.at(parts.path, parts.query)

    def _is_map(self, path: str) -> bool:
        path = path.rstrip("/")
        return path not in self._views() and not ADDRESS.fullmatch(path)

    def _short(self, query: str) -> Component:
        return without_vocabulary(self.at("/", query))

    def _words(self, request: str) -> bytes:
        return json.dumps(
            vocabulary(self.at("/", request)), cls=PlotlyJSONEncoder, separators=(",", ":")
        ).encode()

    def words(self, snapshot: str, name: str, query: str) -> bytes | None:
        """Words and menus of a language as JSON; ``None`` where there is nothing of that name.

        Args:
            snapshot: of the boundaries, whose departments have names.
            name: ``<language>.<version>.json``.
            query: the workspace, where it is not the usual one.
        """
        language, _, ending = name.partition(".")
        request = f"?{urlencode({'corte': snapshot, 'idioma': language})}&{query}"
        if ending != f"{self.values.version}.json" or self.desks.parse(request).dropped:
            return None
        return self._words_of["/"](request)

    def _words_address(self, parsed: Parsed) -> str:
        selection = parsed.selection
        snapshot = self.desks.of(selection).store.snapshot_id
        name = f"{selection.idioma}.{self.values.version}.json"
        usual = selection.espacio == Selection().espacio
        return f"{WORDS}/{snapshot}/{name}" + ("" if usual else f"?espacio={selection.espacio}")

    def at(self, path: str, query: str) -> Component:
        """The view of an address."""
        path = path.rstrip("/") or "/"
        asked = self.fichas.asked(path, query)
        if asked is not None:
            return self._ficha(asked)
        if path not in self._views():
            return self._layouts["/"](query)
        parsed = self.desks.parse(query)
        return self._views()[path](self._frame(path, parsed), parsed)

    def _map(self, query: str) -> Component:
        return page(self._frame("/", self.desks.parse(query)))

    def _ficha(self, asked: Asked) -> Component:
        """The ficha of a place; where there is no such place, a page that leads on."""
        frame = self._frame(asked.path, asked.parsed)
        profile = self.fichas.profile(asked, frame.texts)
        if profile is None:
            engine = self.desks.of(asked.parsed.selection).engine
            return unknown_page(frame, asked.code, engine)
        return ficha_page(frame, profile, self.fichas.tree(profile))

    def found_profile(self, path: str, query: str) -> Profile | None:
        """The ficha of an address for a download; nothing where there is no such place."""
        asked = self.fichas.asked(path, query)
        if asked is None:
            return None
        selection = asked.parsed.selection
        texts = signed(catalogue(selection.idioma), self.desks.of(selection).store)
        return self.fichas.profile(asked, texts)

    def _views(self) -> Mapping[str, View]:
        return {
            DATA: self._data,
            GAPS: self._gaps,
            COMPARE: self._compare,
            PROGRAMMES: self._programmes,
            METHOD: self._method,
            MESA: self._mesa,
            PLACES: self._places,
        }

    def _method(self, frame: Frame, _parsed: Parsed) -> Component:
        return methodology_page(frame)

    def _gaps(self, frame: Frame, parsed: Parsed) -> Component:
        return gap_page(frame, gap_view(parsed.selection, self.desks.of(parsed.selection).engine))

    def _places(self, frame: Frame, parsed: Parsed) -> Component:
        table = table_of(replace(parsed.selection, tabla=PLACES_TABLE), self.desks)
        return places_page(frame, table.asked.places, table.whole, table.order)

    def _compare(self, frame: Frame, parsed: Parsed) -> Component:
        return compare_page(frame, self.comparison(parsed.selection))

    def _programmes(self, frame: Frame, parsed: Parsed) -> Component:
        view = programme_view(parsed.selection, self.desks)
        answered = participation_part(view, self.rounds(), editing=self.editing)
        return programme_page(frame, view, answered)

    def _mesa(self, frame: Frame, parsed: Parsed) -> Component:
        mesas = self.mesas or Mesas(self.desks, self.maps.default)
        view, links = mesas.view(parsed), mesas.links(parsed)
        if gone(parsed):
            return gone_page(replace(frame, notices=()), view, links, gone(parsed))
        records = record_section(view, links, editing=self.editing)
        return mesa_page(frame, view, links, [records])

    def comparison(self, selection: Selection) -> Comparison:
        """The territories that a selection puts side by side."""
        view = self.desks.view(selection)
        return Comparison(selection.comparar, view, selection.contra)

    def found_comparison(self, query: str) -> Comparison | None:
        """The comparison of a query for a download; nothing where it names no territory."""
        selection = self.desks.parse(query).selection
        return self.comparison(selection) if selection.comparar else None

    def _data(self, frame: Frame, parsed: Parsed) -> Component:
        desk = self.desks.of(parsed.selection)
        importing = self._importing(frame, desk.store.sources.index)
        table = table_of(parsed.selection, self.desks)
        return data_page(frame, table, self._history(parsed), importing)

    def scripts(self, path: str, tags: str) -> str:
        """The scripts of the document of an address: only Datos has the grid.

        Those of the map wait for its first picture.
        """
        own = tags if path.rstrip("/") == DATA else document.without(BUNDLE, tags)
        return document.held(own) if self._is_map(path) else document.deferred(own)

    def document(self, path: str, query: str) -> dict[str, str]:
        """What stands for each mark of the document of an address; see ``layouts.document``."""
        parsed = self.desks.parse(query)
        texts = catalogue(parsed.selection.idioma)
        waiting = texts.loading if self._is_map(path) else texts.loading_page
        table = f"{TABLE}?{query}" if query else TABLE
        links = {table: texts.map_table, API: texts.figures_api}
        return {
            "%LANGUAGE%": texts.language,
            "Loading...": waiting,
            "%LOADING%": waiting,
            document.FAILING: failing(texts, links),
            document.DRAWER: document.drawer(DATA_WORDS[texts.language]),
            **self._first(path, query, parsed),
        }

    def _first(self, path: str, query: str, parsed: Parsed) -> dict[str, str]:
        """What an address fetches at once; for the map, what is seen of it before all else."""
        geometry = self.maps.of(parsed.selection)
        if not self._is_map(path):
            return {
                document.DATA: document.prefetch(geometry),
                document.STILL: "",
                document.START: document.start(),
            }
        early = document.preloads([geometry, *reversed(self._numbers(parsed))])
        return {
            document.DATA: early + document.words_link(self._words_address(parsed)),
            document.STILL: self._stills["/"](query),
            document.START: document.start_after_picture(),
        }

    def _numbers(self, parsed: Parsed) -> list[str]:
        """Where the points of a view are, its numbers, and those that it crosses them with."""
        snapshot = self.desks.of(parsed.selection).store.snapshot_id
        picked = chosen(parsed, self.desks)
        values, points = self.values.addresses(picked, snapshot)
        second = picked["segundo"]
        if second in ("", picked["indicador"]):
            return [points, values]
        other = picked | {"indicador": second, "capas": []}
        return [points, values, self.values.addresses(other, snapshot)[0]]

    def _still(self, query: str) -> str:
        parsed = self.desks.parse(query)
        texts = catalogue(parsed.selection.idioma)
        picture = {
            "geometry": self.maps.of(parsed.selection),
            "values": self._numbers(parsed)[1:],
            "snapshot": self.desks.of(parsed.selection).store.snapshot_id,
            "language": parsed.selection.idioma,
            "words": {name: getattr(texts, name) for name in FIRST_WORDS},
            "chosen": chosen(parsed, self.desks),
            "bounds": self.desks.view(parsed.selection).bounds,
            **first_frame(),
        }
        return document.still_page(still(self.at("/", query)), picture)

    def _frame(self, path: str, parsed: Parsed) -> Frame:
        selection = parsed.selection
        desk = self.desks.of(selection)
        other = "en" if selection.idioma == "es" else "es"
        elsewhere = Workspace.PUBLISHED if desk.store.is_demo else Workspace.DEMO
        home = path if path in self._views() or ADDRESS.fullmatch(path) else "/"
        view = self.desks.view(selection)
        return Frame(
            path=home,
            texts=signed(catalogue(selection.idioma), desk.store),
            indicators=self.desks.indicators,
            territories=desk.store.territories,
            chosen=chosen(parsed, self.desks),
            defaults=asdict(Selection()),
            geometry=self.maps.of(selection),
            snapshot=desk.store.snapshot_id,
            is_demo=desk.store.is_demo,
            notices=notices_of(parsed, self.desks),
            version=self.values.version,
            bounds=view.bounds,
            scope_key=view.scope_key,
            other_language=home + replace(selection, idioma=other).to_url(),
            other_workspace=home + replace(selection, espacio=elsewhere, corte="").to_url(),
        )

    def _importing(self, frame: Frame, sources: Iterable[str]) -> dict[str, Any] | None:
        """Imports go to published figures only: the demonstration is made, never imported."""
        closed = not self.editing or frame.is_demo
        if closed:
            return None
        return setup(frame.texts, frame.geometry, sources, frame.indicators)

    def _history(self, parsed: Parsed) -> list[Record]:
        workspace = Workspace(parsed.selection.espacio)
        return [
            Record(
                id=manifest.id,
                created=manifest.created,
                author=manifest.author,
                note=manifest.note,
                rows=manifest.rows.get("observations", 0),
                imports=[asdict(one) for one in manifest.imports],
            )
            for manifest in self.desks.shelf.history(workspace)
        ]


def signed(texts: Catalogue, store: Store) -> Catalogue:
    """``texts`` whose map is signed with whoever published the boundaries of the snapshot."""
    words = boundaries_words(store.manifest.imports, store.sources, texts)
    return replace(texts, attribution=words)
