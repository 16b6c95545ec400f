"""Answers the questions of the screen from one snapshot, remembering what is asked often."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, cast

import numpy as np
import pandas as pd

from geodata.disclosure.policy import MINIMUM, Policy
from geodata.schema import SECTIONS, TOTAL, Level
from indicators.classify import THIRDS, Scale, breaks, diverging_breaks, quantile_breaks
from indicators.cube import Cell
from indicators.disclosed import Disclosed, Snapshot
from indicators.evaluate import Board, Result, board
from indicators.figures import Figures
from indicators.frameworks import Framework, frameworks
from indicators.ground import Ground
from indicators.memory import Memory
from indicators.place_list import UNKNOWN, programmes_of
from indicators.scopes import NATIONAL, scope_codes
from indicators.spec import Indicator, Kind

BOARD_ROOM: Final = 500_000
"""Cells of the boards held at once, together: about 100 MB."""

BOARD_OVERHEAD: Final = 50
"""What a cube without any observation costs, in cells."""

NOBODY: Final[frozenset[str]] = frozenset()

SCOPE_ROOM: Final = 500
"""Sets of codes held at once: more than there are scopes and departments, or sources asked for."""

NATION: Final = pd.Index(["00"])

FIGURE_ROOM: Final = 5_000_000
"""Observations held as arrays, about 30 bytes each; as many as ``geodata.store`` holds."""


@dataclass(frozen=True)
class Engine:
    """Evaluates indicators over one snapshot. Safe to share between threads.

    Attributes:
        snapshot: what is read; every reader gets it through ``Disclosed``.
        policy: disclosure control of the role that reads.
    """

    snapshot: Snapshot
    policy: Policy = MINIMUM
    _boards: Memory[Board] = field(default_factory=lambda: Memory(BOARD_ROOM), repr=False)
    _figures: Memory[Figures] = field(default_factory=lambda: Memory(FIGURE_ROOM), repr=False)
    _sources: Memory[pd.Series] = field(default_factory=lambda: Memory(SCOPE_ROOM), repr=False)
    _codes: Memory[pd.Index] = field(default_factory=lambda: Memory(SCOPE_ROOM), repr=False)
    _scales: Memory[Scale] = field(default_factory=lambda: Memory(SCOPE_ROOM), repr=False)

    def __post_init__(self) -> None:
        """Nobody reads the snapshot itself, so that nothing small can leave by another way."""
        whole = self.snapshot.whole if isinstance(self.snapshot, Disclosed) else self.snapshot
        seen: Snapshot = Disclosed(whole, self.policy)
        object.__setattr__(self, "snapshot", seen)

    @cached_property
    def ground(self) -> Ground:
        """Facts of the territories."""
        return Ground(self.snapshot.territories)

    @cached_property
    def kinds_of_places(self) -> frozenset[str]:
        """Kinds of the points that the snapshot has."""
        return frozenset(self.snapshot.places["kind"].unique().tolist())

    @cached_property
    def programmes_of_places(self) -> frozenset[str]:
        """Words by which the points can be asked for their programme."""
        places = self.snapshot.places
        return frozenset({*programmes_of(places), UNKNOWN}) if "programme" in places else NOBODY

    @cached_property
    def frameworks(self) -> tuple[Framework, ...]:
        """Every programme with its parts and results."""
        return frameworks(self.snapshot.components, self.snapshot.results)

    @cached_property
    def ids_of_places(self) -> frozenset[str]:
        """Keys of the points that the snapshot has."""
        return frozenset(self.snapshot.places["id"].tolist())

    def codes(self, scope: str, department: str) -> pd.Index:
        """Local codes of a scope."""
        key = (scope, department)
        kept = self._codes.get(key)
        if kept is not None:
            return kept
        made = scope_codes(scope, department, self.snapshot.territories, self.snapshot.places)
        return self._codes.keep(key, made)

    def departments(self, codes: pd.Index) -> pd.Index:
        """Departments that ``codes`` belong to."""
        return self.ground.departments(codes)

    def domains_of(self, codes: pd.Index) -> pd.Index:
        """Survey domains that contain any of ``codes``, in order."""
        known = self.snapshot.domains
        found = {domain for code in codes for domain in known.get(code, ())}
        return pd.Index(sorted(found), dtype=codes.dtype)

    def is_city(self, domain: str, code: str) -> bool:
        """Whether a survey domain is within the one municipality ``code``, not around it."""
        holders = (c for c, domains in self.snapshot.domains.items() if domain in domains)
        return all(holder == code for holder in holders)

    def source(self, source_id: str) -> pd.Series:
        """One publication."""
        kept = self._sources.get(source_id)
        if kept is not None:
            return kept
        found = cast("pd.Series", self.snapshot.sources.loc[source_id])
        return self._sources.keep(source_id, found)

    def files_of(self, source_id: str) -> Sequence[Mapping[str, str]]:
        """Files that brought figures of a source; none for what ships with the project."""
        return self.snapshot.imported.get(source_id, ())

    def territory(self, code: str) -> pd.Series:
        """The facts of one territory."""
        return cast("pd.Series", self.snapshot.territories.loc[code])

    def name(self, code: str) -> str:
        """Name of a territory, of any level."""
        return self.ground.names[code]

    def figures(self, key: str) -> Figures:
        """The observations of one key as arrays."""
        kept = self._figures.get(key)
        if kept is not None:
            return kept
        rows = self.snapshot.observations(key)
        return self._figures.keep(key, Figures.of(rows), len(rows))

    def figures_of(self, indicator: Indicator) -> Mapping[str, Figures]:
        """What an indicator is computed from, by key."""
        return {need.key: self.figures(need.key) for need in indicator.needs}

    def board(self, indicator: Indicator, cell: Cell, codes: pd.Index) -> Board:
        """All years of ``indicator`` for ``codes``."""
        key = (indicator.key, cell, tuple(codes.tolist()))
        kept = self._boards.get(key)
        if kept is not None:
            return kept
        made = self._made(indicator, cell, codes)
        return self._boards.keep(key, made, _cells(made))

    def at(self, indicator: Indicator, cell: Cell, codes: pd.Index, year: int) -> Result:
        """Value and state of ``indicator`` for each of ``codes`` in ``year``."""
        return self.board(indicator, cell, codes).at(year)

    def class_breaks(self, indicator: Indicator, level: Level, cell: Cell) -> tuple[float, ...]:
        """Inner class limits of a map; see ``scale``."""
        return self.scale(indicator, level, cell).limits

    def scale(self, indicator: Indicator, level: Level, cell: Cell) -> Scale:
        """Class limits of an indicator, over all territories of ``level``.

        All years together or, when a sector is shown, the newest figures of all sectors together,
        so that two sectors can be compared. They depend on the indicator, the level and whether
        one sector is shown, and on nothing else, so that no other filter changes what a colour
        means.
        """
        sectored = cell.sector != TOTAL
        key = (indicator.key, level is Level.DEPARTMENT, sectored)
        kept = self._scales.get(key)
        if kept is not None:
            return kept
        read = self._newest_of_sectors if sectored else self._all_years
        return self._scales.keep(key, _scale(indicator, read(indicator, self._all_codes(level))))

    def _all_codes(self, level: Level) -> pd.Index:
        if level is Level.DEPARTMENT:
            return self.ground.all_departments
        return self.codes(NATIONAL, "")

    def _all_years(self, indicator: Indicator, codes: pd.Index) -> list[tuple[Result, Result]]:
        """Results of ``codes`` and of the nation, by year."""
        cell = Cell.of(indicator)
        whole, nation = (self._made(indicator, cell, some) for some in (codes, NATION))
        return list(zip(whole.over(whole.years), nation.over(whole.years), strict=True))

    def _newest_of_sectors(
        self, indicator: Indicator, codes: pd.Index
    ) -> list[tuple[Result, Result]]:
        cells = (Cell(TOTAL, indicator.own_group, section) for section in SECTIONS)
        boards = ([self._made(indicator, cell, some) for some in (codes, NATION)] for cell in cells)
        known = ((whole, nation) for whole, nation in boards if whole.years)
        return [(whole.at(whole.years[-1]), nation.at(whole.years[-1])) for whole, nation in known]

    def _made(self, indicator: Indicator, cell: Cell, codes: pd.Index) -> Board:
        return board(indicator, self.figures_of(indicator), cell, codes)


def nation_value(result: Result, nation: Result) -> float | None:
    """The nation's figure where it may be set against ``result``: of a window of equal length."""
    comparable = nation.known.any() and result.span == nation.span
    return float(nation.numbers[0]) if comparable else None


def _scale(indicator: Indicator, results: Sequence[tuple[Result, Result]]) -> Scale:
    """Limits of the classes of an indicator from results and those of the nation beside them."""
    values = np.concatenate([np.zeros(0), *(result.numbers for result, _ in results)])
    counted = indicator.kind is Kind.COUNT
    limits = quantile_breaks if counted else diverging_breaks if indicator.signed else breaks
    pairs = ((result, nation_value(result, nation)) for result, nation in results)
    gaps = [result.numbers - of for result, of in pairs if of is not None]
    return Scale(
        limits=limits(values),
        thirds=() if counted else quantile_breaks(values, THIRDS),
        gap=() if counted else diverging_breaks(np.concatenate([np.zeros(0), *gaps])),
    )


def _cells(made: Board) -> int:
    """What a board costs to keep."""
    return sum(BOARD_OVERHEAD + len(c.place) + c.rows.size for c in made.cubes)
