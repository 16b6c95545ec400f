"""The page for the address that a browser is at, in its language and workspace."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from urllib.parse import urlencode, urlsplit

import flask
from dash.development.base_component import Component

from callbacks.address import chosen, notices_of
from callbacks.desk import Desks
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
from layouts.compare_page import compare_page
from layouts.compare_view import Comparison
from layouts.data_page import Record, data_page
from layouts.ficha.page import ficha_page
from layouts.ficha.unknown import unknown_page
from layouts.frame import Frame
from layouts.gap_page import gap_page
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
from layouts.text import catalogue
from layouts.text.catalogue import Catalogue
from layouts.vocabulary import without_vocabulary

DATA = "/datos"
GAPS = "/brechas"
COMPARE = "/comparar"
METHOD = "/metodologia"
PLACES = "/lugares"
PLACES_TABLE = "lugares"
KEPT_MAPS = 64
"""Views of the map remembered, of about 200 KB each."""
PATHS = ("/", GAPS, COMPARE, PROGRAMMES, PLACES, MESA, DATA, METHOD)
"""Every view, in the order of the header."""

PAGE = "pagina"
"""Names what is told of an address without a page; no view has a field of this name."""

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

    def __post_init__(self) -> None:
        """Remember the newest views of the map: the document and the layout show the same one."""
        self._layouts["/"] = self.desks.remember(self._map, KEPT_MAPS)
        self._shorts["/"] = self.desks.remember(self._short, KEPT_MAPS)

    def current(self) -> Component:
        """The view that asks for its layout; the browser names its address in the referrer."""
        referrer = flask.request.referrer if flask.has_request_context() else None
        parts = urlsplit(referrer or "/")
        if self.is_map(parts.path):
            return self._shorts["/"](self.query_of_map(parts.path, parts.query))
        return self.at(parts.path, parts.query)

    def query_of_map(self, path: str, query: str) -> str:
        """The query of the map at ``path``; it tells of a page that does not exist."""
        return query if path in ("/", "") else f"{query}&{urlencode({PAGE: path})}"

    def is_map(self, path: str) -> bool:
        """Whether an address shows the map, as every one does that names nothing else."""
        path = path.rstrip("/")
        return path not in self._views() and not ADDRESS.fullmatch(path)

    def _short(self, query: str) -> Component:
        return without_vocabulary(self.at("/", query))

    def at(self, path: str, query: str) -> Component:
        """The view of an address."""
        path = path.rstrip("/") or "/"
        asked = self.fichas.asked(path, query)
        if asked is not None:
            return self._ficha(asked)
        if path not in self._views():
            return self._layouts["/"](self.query_of_map(path, query))
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
