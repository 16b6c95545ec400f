"""What a callback works with: one workspace, its engine and its vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from callbacks.state import Parsed, Selection, Vocabulary
from geodata.errors import UserFacingError
from geodata.schema import Level
from geodata.snapshot import Workspace
from geodata.store import Store
from indicators.engine import Engine
from indicators.scopes import local_territories
from indicators.spec import Indicator
from layouts.payload import Question
from layouts.slice import MapView
from layouts.text import catalogue


@dataclass(frozen=True, slots=True)
class Desk:
    """One workspace, ready to answer."""

    store: Store
    engine: Engine
    vocabulary: Vocabulary

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
        )
        return cls(store, Engine(store), vocabulary)


@dataclass(frozen=True, slots=True)
class Desks:
    """The workspaces of the application, and the municipality that it opens on."""

    by_workspace: Mapping[str, Desk]
    home: str = ""

    @classmethod
    def opening_on(cls, home: str, by_workspace: Mapping[str, Desk]) -> Self:
        """Workspaces that open on ``home``, a municipality, or on the whole scope if it is empty.

        Raises:
            UserFacingError: ``home`` is not the code of a municipality in force.
        """
        known = by_workspace[Workspace.PUBLISHED].vocabulary.municipalities
        if home and home not in known:
            raise UserFacingError(
                f"MIRADOR_HOME={home} no es el código de un municipio vigente. Use los cinco "
                "dígitos de la DIVIPOLA, por ejemplo MIRADOR_HOME=44430 para Maicao."
            )
        return cls(by_workspace, home)

    def of(self, selection: Selection) -> Desk:
        """The workspace of a selection; the published one where the other is not prepared."""
        return self.by_workspace.get(selection.espacio, self.by_workspace[Workspace.PUBLISHED])

    def parse(self, search: str | None) -> Parsed:
        """Read an address. Codes are the same in both workspaces."""
        vocabulary = self.by_workspace[Workspace.PUBLISHED].vocabulary
        return Parsed.from_url(search or "", vocabulary, self.home)

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
