"""Everything that one state of the map needs from the server, in one answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import TOTAL
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.evaluate import Board
from indicators.spec import Indicator
from layouts.notices import view_notes
from layouts.payload import Question, circle_words, payload
from layouts.text import in_language
from layouts.text.catalogue import Catalogue

CARDS_ROOM_PX: Final = 430
"""Width kept free on the right of a wide map, where the answer and the legend float."""

ISLANDS: Final = "88"
"""San Andrés and Providencia, 700 km from the coast: they would make the country small."""

UNIT: Final = "unidad_productiva"
UNITS: Final = "unidades"
"""Layer of productive units."""
MOST_IMPORTANT: Final = 60

LAYER_INDICATORS: Final[Mapping[str, tuple[str, ...]]] = {
    "personas": ("poblacion_migrante_venezolana",),
    "unidades": ("unidades_productivas", "unidades_productivas_fortalecidas"),
    "demanda": ("vacantes", "ocupados_por_rama", "ocupados"),
}
"""Indicators that a circle layer may show: the first one with figures is used."""


@dataclass(frozen=True, slots=True)
class MapView:
    """A state of the map: the question that fills it, the layers over it and who answers."""

    question: Question
    layers: tuple[str, ...]
    sector: str
    sex: str
    engine: Engine
    indicators: Mapping[str, Indicator]
    texts: Catalogue

    @property
    def codes(self) -> pd.Index:
        """Local territories of the scope."""
        return self.engine.codes(self.question.scope, self.question.department)

    @property
    def scope_key(self) -> str:
        """Equal exactly when the same territories are framed."""
        return f"{self.question.scope}|{self.question.department}"

    @property
    def where(self) -> str:
        """The territory that is framed, inside a sentence."""
        return self.question.where(self.engine, self.texts)

    @property
    def bounds(self) -> list[list[float]]:
        """South-west and north-east corners of the scope; islands have a small map of their own."""
        codes = self.codes.tolist()
        mainland = [code for code in codes if not code.startswith(ISLANDS)]
        return self.engine.ground.bounds(mainland or codes)

    def cell_of(self, indicator: Indicator) -> Cell:
        """The cell in which ``indicator`` is shown: only the dimensions that it is published by."""
        own = indicator.key == self.question.indicator.key
        return Cell(
            sex=self.sex if indicator.by_sex else TOTAL,
            population_group=self.question.cell.population_group if own else indicator.own_group,
            sector=self.sector if indicator.by_sector else TOTAL,
        )


def map_slice(view: MapView) -> dict[str, Any]:
    """Fill and circle layers of a scope, for every year."""
    return {
        **scene(view),
        "notes": view_notes(view.question, view.sector, view.engine, view.texts),
        "fill": payload(view.question, view.engine, view.texts),
        "layers": {name: layer(name, view) for name in _circle_layers(view)},
    }


def _circle_layers(view: MapView) -> list[str]:
    """Layers of circles that are on; units that come as points are never circles too."""
    points = units_are_points(view)
    circles = [name for name in view.layers if name in LAYER_INDICATORS]
    return [name for name in circles if not (name == UNITS and points)]


def units_are_points(view: MapView) -> bool:
    """Whether the snapshot knows where productive units are."""
    return UNIT in view.engine.kinds_of_places


def scene(view: MapView) -> dict[str, Any]:
    """What a scope is, whatever is shown of it."""
    return {
        "snapshot": view.engine.snapshot.snapshot_id,
        "scopeKey": view.scope_key,
        "scope": view.codes.tolist(),
        "bounds": view.bounds,
        "cardsRoom": CARDS_ROOM_PX,
        "important": _important(view),
        "unitsArePoints": units_are_points(view),
    }


def _important(view: MapView) -> list[str]:
    """The most populated territories of a scope, for the names on the map."""
    board = view.engine.board(view.indicators["poblacion"], Cell(), view.codes)
    if not board.years:
        return []
    people = board.at(board.years[-1]).value
    order = np.argsort(-people, kind="stable")  # those without a figure come last
    return view.codes[order[:MOST_IMPORTANT]].tolist()


def layer(name: str, view: MapView) -> dict[str, Any]:
    """Counts of a layer by year; without years where no territory of the scope has one.

    Labour demand also shows survey domains (cities and metropolitan areas), named as such.
    """
    codes = view.codes
    if name == "demanda":
        codes = codes.append(view.engine.domains_of(codes))
    for key in LAYER_INDICATORS[name]:
        indicator = view.indicators[key]
        board = view.engine.board(indicator, view.cell_of(indicator), codes)
        if board.years:
            return _circles(name, board, view)
    words = view.texts.layer_absent.format(view.texts.layer_names[name])
    return {"words": words, "codes": [], "years": [], "values": [], "names": {}, "points": {}}


def _circles(name: str, board: Board, view: MapView) -> dict[str, Any]:
    texts, indicator = view.texts, board.indicator
    columns = np.array([result.value for result in board.over(board.years)])
    present = ~np.isnan(columns).all(axis=0)
    codes = board.cubes[0].codes[present]
    sector = board.cell.sector
    what = f" · {texts.sections[sector]}" if sector != TOTAL else ""
    title = in_language(indicator.title, texts.language)
    return {
        "words": f"{texts.layer_names[name]}: {title}{what}.",
        "tooltip": circle_words(indicator, board.cell, texts),
        "codes": codes.tolist(),
        "years": list(board.years),
        "values": _numbers(columns[:, present]),
        **_domain_facts(codes, view.engine),
    }


def _numbers(table: npt.NDArray[np.float64]) -> list[list[float | None]]:
    """Rows of numbers, ``None`` where there is none."""
    return [[None if isnan(value) else value for value in row] for row in table.tolist()]


def _domain_facts(codes: pd.Index, engine: Engine) -> dict[str, Any]:
    """Names and seats of the survey domains: the geometry file does not know them."""
    points = engine.ground.domains(codes)
    return {"names": {code: engine.name(code) for code in points}, "points": points}
