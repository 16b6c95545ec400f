"""Answers the questions of the screen from one snapshot, remembering what is asked often."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Final, Protocol, cast

import pandas as pd

from geodata.schema import SECTIONS, TOTAL, Level
from indicators.classify import breaks
from indicators.cube import Cell
from indicators.evaluate import Board, Result, board
from indicators.scopes import departments_of, local_territories, scope_codes
from indicators.spec import Indicator

KEPT_BOARDS: Final = 64
"""Boards held at once; about 0.1 MB each for the border, 1 MB for the whole country."""


class Snapshot(Protocol):
    """What the engine reads; ``geodata.store.Store`` is one."""

    @property
    def territories(self) -> pd.DataFrame:
        """Territories indexed by code."""

    @property
    def snapshot_id(self) -> str:
        """Identity of the snapshot: equal ids, equal figures."""

    @property
    def domains(self) -> Mapping[str, tuple[str, ...]]:
        """Survey domains that contain each municipality."""

    @property
    def survey_sets(self) -> tuple[str, ...]:
        """Domains that are sets of cities of one survey."""

    @property
    def results(self) -> pd.DataFrame:
        """Programme results."""

    @property
    def places(self) -> pd.DataFrame:
        """Centres and other points."""

    @property
    def sources(self) -> pd.DataFrame:
        """Publications indexed by ``source_id``."""

    def observations(self, key: str) -> pd.DataFrame:
        """Observations of one key."""


@dataclass(frozen=True)
class Engine:
    """Evaluates indicators over one snapshot. Safe to share between threads."""

    snapshot: Snapshot
    _boards: dict[tuple[object, ...], Board] = field(default_factory=dict, repr=False)
    _breaks: dict[tuple[str, bool, bool], tuple[float, ...]] = field(
        default_factory=dict, repr=False
    )
    _lock: Lock = field(default_factory=Lock, repr=False)

    def codes(self, scope: str, department: str) -> pd.Index:
        """Local codes of a scope."""
        return scope_codes(scope, department, self.snapshot.territories, self.snapshot.places)

    def departments(self, codes: pd.Index) -> pd.Index:
        """Departments that ``codes`` belong to."""
        return departments_of(codes, self.snapshot.territories)

    def domains_of(self, codes: pd.Index) -> pd.Index:
        """Survey domains that contain any of ``codes``, in order."""
        known = self.snapshot.domains
        found = {domain for code in codes for domain in known.get(code, ())}
        return pd.Index(sorted(found), dtype=codes.dtype)

    def source(self, source_id: str) -> pd.Series:
        """One publication."""
        return cast("pd.Series", self.snapshot.sources.loc[source_id])

    def territory(self, code: str) -> pd.Series:
        """The facts of one territory."""
        return cast("pd.Series", self.snapshot.territories.loc[code])

    def name(self, code: str) -> str:
        """Name of a territory, of any level."""
        return str(self.snapshot.territories["name"][code])

    def board(self, indicator: Indicator, cell: Cell, codes: pd.Index) -> Board:
        """All years of ``indicator`` for ``codes``."""
        key = (indicator.key, cell, tuple(codes))
        with self._lock:
            kept = self._boards.get(key)
        return kept if kept is not None else self._remember(key, indicator, cell, codes)

    def at(self, indicator: Indicator, cell: Cell, codes: pd.Index, year: int) -> Result:
        """Value and state of ``indicator`` for each of ``codes`` in ``year``."""
        return self.board(indicator, cell, codes).at(year)

    def class_breaks(self, indicator: Indicator, level: Level, cell: Cell) -> tuple[float, ...]:
        """Inner class limits of a map, over all territories of ``level``.

        All years together or, when a sector is shown, the newest figures of all sectors together,
        so that two sectors can be compared. They depend on the indicator, the level and whether one sector is shown, and on nothing
        else, so that no other filter changes what a colour means.
        """
        sectored = cell.sector != TOTAL
        key = (indicator.key, level is Level.DEPARTMENT, sectored)
        with self._lock:
            kept = self._breaks.get(key)
        if kept is None:
            kept = self._compute_breaks(indicator, level, cell)
            with self._lock:
                self._breaks[key] = kept
        return kept

    def _compute_breaks(
        self, indicator: Indicator, level: Level, cell: Cell
    ) -> tuple[float, ...]:
        territories = self.snapshot.territories
        codes = (
            territories.index[territories["level"] == Level.DEPARTMENT]
            if level is Level.DEPARTMENT
            else local_territories(territories).index
        )
        group = indicator.groups[0] if indicator.groups else TOTAL
        if cell.sector == TOTAL:
            whole = self.board(indicator, Cell(population_group=group), codes)
            return breaks([v for year in whole.years for v in whole.at(year).values])
        by_section = [self.board(indicator, Cell(TOTAL, group, s), codes) for s in SECTIONS]
        return breaks([v for b in by_section if b.years for v in b.at(b.years[-1]).values])

    def _remember(
        self, key: tuple[object, ...], indicator: Indicator, cell: Cell, codes: pd.Index
    ) -> Board:
        needed = {need.key: self.snapshot.observations(need.key) for need in indicator.needs}
        made = board(indicator, needed, cell, codes)
        with self._lock:
            if len(self._boards) >= KEPT_BOARDS:
                del self._boards[next(iter(self._boards))]
            self._boards[key] = made
        return made
