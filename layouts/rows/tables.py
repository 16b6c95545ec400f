"""The table behind each view: which rows, of which columns."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

import pandas as pd

from indicators.benchmark import Mark, marks
from indicators.evaluate import Board
from indicators.gaps.proof import TOTAL_GAP, GapReference
from indicators.nearest import Figure, Origin, nearest_figure
from indicators.spec import Axis, Indicator
from indicators.states import State
from layouts.gap_matrix import signed
from layouts.gap_view import GapView
from layouts.payload import finest
from layouts.places_view import PlacesView
from layouts.profile import Profile
from layouts.rows.columns import FIGURES, GAPS, POINTS, PROFILE, RowColumn
from layouts.rows.figures import NO_SOURCE, Row, Writer
from layouts.rows.places import place_rows
from layouts.slice import MapView
from layouts.text import in_language

GAP_DECIMALS: Final = 1
"""As the matrix of gaps shows them."""


@dataclass(frozen=True)
class Asked:
    """What a table is asked of.

    Attributes:
        view: the map that is chosen: indicator, cell, scope.
        year: asked for; 0 for the newest.
        profile: the municipality that is chosen; ``None`` without one.
        chosen: territories to compare.
        gaps: the view of gaps that is chosen.
        places: the view of units and centres that is chosen.
        demo: whether every figure is invented.
    """

    view: MapView
    year: int
    profile: Profile | None
    chosen: Sequence[str]
    gaps: GapView
    places: PlacesView
    demo: bool

    @cached_property
    def writer(self) -> Writer:
        """Writes the rows."""
        return Writer(self.view.engine, self.view.texts, self.demo)

    @cached_property
    def board(self) -> Board:
        """The figures that the map shows: of municipalities or, failing those, of departments."""
        return finest(self.view.question, self.view.engine)[0]

    @property
    def shown_year(self) -> int:
        """The year of the map."""
        return self.year or max(self.board.years, default=0)


def map_rows(asked: Asked) -> list[Row]:
    """What the map shows: one indicator, one year."""
    return asked.writer.rows(asked.board.at(asked.shown_year))


def series_rows(asked: Asked) -> list[Row]:
    """One indicator, every year that has figures; the years that a slider of the map offers."""
    boards = (asked.board.at(year) for year in reversed(asked.board.years))
    return [row for result in boards for row in asked.writer.rows(result)]


def profile_rows(asked: Asked) -> list[Row]:
    """Every indicator of a municipality, with the references beside it."""
    if asked.profile is None:
        return []
    return [row for figure in asked.profile.known.values() for row in _beside(figure, asked)]


def _beside(figure: Figure, asked: Asked) -> Iterator[Row]:
    own = _evaluated(figure, asked)
    yield own
    profile = asked.profile
    peers = profile.peers if profile is not None else None
    for mark in marks(asked.view.engine, figure, asked.view.codes, peers):
        yield own | _reference(mark, figure, asked.writer)


def _evaluated(figure: Figure, asked: Asked) -> Row:
    place = pd.Index([figure.territory_code])
    result = asked.view.engine.at(figure.indicator, figure.cell, place, figure.year)
    return asked.writer.rows(result)[0] | {"referencia": None}


def _reference(mark: Mark, figure: Figure, writer: Writer) -> Row:
    """The fields in which a row of comparison differs from that of its figure."""
    silent = dict.fromkeys(
        ("numerador", "denominador", "muestra", "margen", "serie", "advertencias", "cifra",
         "motivo")
    )  # fmt: skip
    name = writer.words.reference_names[str(mark.reference)]
    value = writer.value(mark.value, State.VALUE, figure.indicator.decimals)
    return {**silent, **NO_SOURCE, **value, "referencia": name}


def comparison_rows(asked: Asked) -> list[Row]:
    """Every indicator of each chosen territory, indicator by indicator, as *Comparar* shows it."""
    if not asked.chosen:
        return []
    shown = asked.view.indicators.values()
    make = _compared_in if asked.year else _compared
    return [row for indicator in shown for row in make(indicator, asked)]


def _compared(indicator: Indicator, asked: Asked) -> list[Row]:
    """The newest figure of each, its own or that of a larger territory; nothing without any."""
    engine, cell = asked.view.engine, asked.view.cell_of(indicator)
    found = {code: nearest_figure(engine, indicator, code, cell) for code in asked.chosen}
    if not any(found.values()):
        return []
    return [
        _standing_for(code, figure, asked) if figure else _nobody(code, indicator, asked)
        for code, figure in found.items()
    ]


def _standing_for(code: str, figure: Figure, asked: Asked) -> Row:
    """A figure; where it is not of the chosen territory itself, whom it stands for."""
    name = asked.view.engine.name(code)
    whom = None if figure.origin is Origin.OWN else asked.writer.words.stands_for.format(name)
    return _evaluated(figure, asked) | {"referencia": whom}


def _nobody(code: str, indicator: Indicator, asked: Asked) -> Row:
    """The row of a territory without any figure."""
    result = asked.view.engine.at(indicator, asked.view.cell_of(indicator), pd.Index([code]), 0)
    return asked.writer.rows(result)[0] | {"referencia": None}


def _compared_in(indicator: Indicator, asked: Asked) -> list[Row]:
    """One indicator in the year asked for; nothing where nobody has a figure."""
    codes, cell = pd.Index(list(asked.chosen)), asked.view.cell_of(indicator)
    board = asked.view.engine.board(indicator, cell, codes)
    rows = asked.writer.rows(board.at(asked.year)) if board.years else []
    return [row | {"referencia": None} for row in rows]


def gap_rows(asked: Asked) -> list[Row]:
    """The matrix of gaps: each municipality by axis, and its total."""
    gaps = asked.gaps
    return [row for code in gaps.order for row in _gaps_of(str(code), asked)]


def _gaps_of(code: str, asked: Asked) -> Iterator[Row]:
    matrix, words, texts = asked.gaps.matrix, asked.writer.words, asked.view.texts
    shared = {
        **asked.writer.place(code),
        "unidad": words.gap_unit,
        "anio": str(asked.gaps.year) if asked.gaps.year else None,
        **asked.writer.signature,
    }
    name = _named(code, asked)
    axes = "; ".join(texts.axes[axis] for axis in matrix.items)
    made = words.gap_source.format(axes)
    total = {"eje": words.gap_total, "fuente": made, "cifra": name.written()}
    yield shared | total | _gap(matrix.total[code], asked)
    for axis, inside in matrix.items.items():
        told = in_language(matrix.sentence(code, axis), texts.language)
        yield {
            **shared,
            **_gap(matrix.axes[axis][code], asked),
            "eje": texts.axes[axis],
            "motivo": told,
            "con_dato": int(matrix.present[axis][code]),
            "pedidos": len(inside),
            "peso": round(float(matrix.weights[axis]), 4),
            "fuente": _made_from(axis, asked),
            "cifra": name.of_axis(axis).written(),
        }


def _named(code: str, asked: Asked) -> GapReference:
    """The name of the total of a municipality, under the weights that were chosen."""
    gaps = asked.gaps
    weights = [f"{gaps.weights[axis]:.0f}" for axis in gaps.weights]
    return GapReference(code, gaps.year, TOTAL_GAP, gaps.scope, gaps.department, "-".join(weights))


def _gap(value: float, asked: Asked) -> Row:
    """A gap with its sign, as the matrix shows it, or the word of its state."""
    if pd.isna(value):
        return asked.writer.value(value, State.NO_DATA, GAP_DECIMALS)
    shown = {"valor_mostrado": signed(value, asked.gaps)}
    return asked.writer.value(value, State.VALUE, GAP_DECIMALS) | shown


def _made_from(axis: Axis, asked: Asked) -> str:
    language = asked.view.texts.language
    titles = [in_language(i.title, language) for i in asked.gaps.matrix.items[axis]]
    return asked.writer.words.gap_source.format("; ".join(titles))


@dataclass(frozen=True, slots=True)
class TableKind:
    """One table: its columns and what gives its rows.

    Attributes:
        fields: fields of the selection that decide its rows, in the order of the form.
        carried: further fields that decide its rows and are chosen in the view of the rows.
        fixed: columns that are equal in all rows, and therefore told once above the grid.
    """

    columns: Sequence[RowColumn]
    rows: Callable[[Asked], list[Row]]
    fields: Sequence[str]
    fixed: frozenset[str] = frozenset()
    carried: Sequence[str] = ()


def point_rows(asked: Asked) -> list[Row]:
    """The units and centres that the view of them shows."""
    return place_rows(asked.places, asked.writer)


MAP_FIELDS: Final = ("indicador", "ambito", "departamento", "sector", "grupo", "sexo")
ONE_INDICATOR: Final = frozenset({"indicador", "eje", "universo", "unidad"})

TABLES: Final[Mapping[str, TableKind]] = MappingProxyType(
    {
        "mapa": TableKind(FIGURES, map_rows, (*MAP_FIELDS, "periodo"), ONE_INDICATOR | {"anio"}),
        "serie": TableKind(FIGURES, series_rows, MAP_FIELDS, ONE_INDICATOR),
        "ficha": TableKind(PROFILE, profile_rows, ("municipio", "ambito")),
        "comparar": TableKind(PROFILE, comparison_rows, ("comparar", "sexo", "periodo")),
        "brechas": TableKind(
            GAPS, gap_rows, ("ambito", "departamento", "periodo"), frozenset({"unidad", "anio"})
        ),
        "lugares": TableKind(
            POINTS,
            point_rows,
            ("ambito", "departamento", "municipio"),
            carried=("clase", "sector", "estado", "programa", "formalizacion"),
        ),
    }
)
DEFAULT_TABLE: Final = "mapa"
