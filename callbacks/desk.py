"""What a callback works with: one workspace, its engine and its vocabulary."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from threading import Lock
from typing import Final, Self, TypeVar

from callbacks.state import Parsed, Selection, Vocabulary, odd_component
from geodata.errors import DataUnavailableError, UserFacingError
from geodata.map_file import MapFile
from geodata.schema import Level
from geodata.shelf import Shelf
from geodata.snapshot import Workspace
from geodata.store import Store
from indicators.engine import Engine
from indicators.frameworks import part_keys
from indicators.scopes import local_territories
from indicators.spec import Indicator
from layouts.payload import Question
from layouts.slice import MapView
from layouts.text import catalogue

KEPT_DESKS: Final = 4
"""Snapshots open at once: both workspaces and two that old links name."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Desk:
    """One workspace, ready to answer."""

    store: Store
    engine: Engine
    vocabulary: Vocabulary
    map: MapFile | None
    """Its own map; ``None`` where it uses the default one."""

    @classmethod
    def over(cls, store: Store, indicators: Mapping[str, Indicator]) -> Self:
        """Prepare the workspace of ``store``."""
        territories = store.territories
        retired = territories[territories["successor"] != ""]
        vocabulary = Vocabulary(
            indicators=indicators,
            municipalities=frozenset(local_territories(territories).index),
            departments=frozenset(territories.index[territories["level"] == Level.DEPARTMENT]),
            successors=dict(zip(retired.index, retired["successor"], strict=True)),
            programmes=part_keys(store.components, store.results),
            kinds_of_actors=frozenset(map(str, store.actors["kind"])),
        )
        engine = Engine(store)
        known = replace(vocabulary, supports=engine.programmes_of_places)
        return cls(store, engine, known, store.map)

    def unknown(self, selection: Selection) -> Iterator[str]:
        """Fields that name a programme, unit or centre that this snapshot does not have."""
        known = {"", *self.vocabulary.programmes, *self.vocabulary.supports}
        if selection.programa not in known:
            yield "programa"
        if selection.lugar and selection.lugar not in self.engine.ids_of_places:
            yield "lugar"


@dataclass(frozen=True)
class Desks:
    """Desks over the snapshots of a shelf, made when asked for and kept while they are used."""

    shelf: Shelf
    indicators: Mapping[str, Indicator]
    home: str = ""
    _kept: dict[tuple[str, str], Desk] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    @classmethod
    def opening_on(cls, home: str, shelf: Shelf, indicators: Mapping[str, Indicator]) -> Self:
        """Desks that open on ``home``, a municipality, or on the whole scope if it is empty.

        Raises:
            UserFacingError: ``home`` is not the code of a municipality in force.
            DataUnavailableError: a file of a served snapshot is missing or altered.
        """
        desks = cls(shelf, indicators, home)
        served = [desks.desk(workspace) for workspace in Workspace if shelf.current(workspace)]
        if home and home not in served[0].vocabulary.municipalities:
            raise UserFacingError(
                f"MIRADOR_HOME={home} no es el código de un municipio vigente. Use los cinco "
                "dígitos de la DIVIPOLA, por ejemplo MIRADOR_HOME=44430 para Maicao."
            )
        return desks

    def desk(self, workspace: Workspace, snapshot_id: str = "") -> Desk:
        """The desk over one snapshot, the one served now if none is named.

        Raises:
            DataUnavailableError: there is no such snapshot.
        """
        key = (workspace, snapshot_id or self.shelf.current(workspace))
        with self._lock:
            if key not in self._kept:
                while len(self._kept) >= KEPT_DESKS:
                    del self._kept[next(iter(self._kept))]
                self._kept[key] = Desk.over(self.shelf.open(*key), self.indicators)
            return self._kept[key]

    def maps(self) -> list[MapFile]:
        """The maps of the snapshots in use."""
        with self._lock:
            return [desk.map for desk in self._kept.values() if desk.map is not None]

    def prepared(self, workspace: str) -> bool:
        """Whether a workspace has anything to serve."""
        return bool(self.shelf.current(Workspace(workspace)))

    def of(self, selection: Selection) -> Desk:
        """The desk of a selection; the published one where the workspace is not prepared."""
        workspace = Workspace(selection.espacio)
        if not self.prepared(workspace):
            return self.desk(Workspace.PUBLISHED)
        return self.desk(workspace, selection.corte)

    def parse(self, search: str | None) -> Parsed:
        """Read an address. Both workspaces have the same codes; an unknown ``corte`` is dropped."""
        vocabulary = self.desk(Workspace.PUBLISHED).vocabulary
        parsed = Parsed.from_url(search or "", vocabulary, self.home)
        if odd_component(parsed.selection, vocabulary):
            parsed = parsed.without("componente")
        try:
            desk = self.of(parsed.selection)
        except DataUnavailableError:
            parsed = parsed.without("corte")
            desk = self.of(parsed.selection)
        for name in desk.unknown(parsed.selection):
            parsed = parsed.without(name)
        return parsed

    def remember(self, draw: Callable[[str], Answer], kept: int) -> Callable[[str], Answer]:
        """``draw`` with its newest ``kept`` answers remembered, for each snapshot apart."""

        @lru_cache(kept)
        def answer(_snapshot: str, request: str) -> Answer:
            return draw(request)

        def ask(request: str) -> Answer:
            return answer(self.of(self.parse(request).selection).store.snapshot_id, request)

        return ask

    def view(self, selection: Selection) -> MapView:
        """The map that a selection asks for."""
        desk = self.of(selection)
        indicator = desk.vocabulary.indicators[selection.indicador]
        cell = selection.cell(indicator)
        question = Question(indicator, cell, selection.ambito, selection.departamento)
        return MapView(
            question=question,
            layers=selection.capas,
            sector=selection.sector,
            sex=selection.sexo,
            engine=desk.engine,
            indicators=desk.vocabulary.indicators,
            texts=catalogue(selection.idioma),
        )
