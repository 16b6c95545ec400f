"""A snapshot as a role may read it: what the engine sees of the data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Protocol

import pandas as pd

from geodata.disclosure.observations import concerned, protected
from geodata.disclosure.places import sized
from geodata.disclosure.policy import Policy
from indicators.memory import Memory
from indicators.unit_figures import KEYS, unit_figures

RECORD_ROOM: Final = 1_000_000
"""Observations held after disclosure control; only those of single records are copied."""


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
    def components(self) -> pd.DataFrame:
        """Parts of the programmes."""

    @property
    def places(self) -> pd.DataFrame:
        """Centres and other points."""

    @property
    def actors(self) -> pd.DataFrame:
        """Who does what where."""

    @property
    def sources(self) -> pd.DataFrame:
        """Publications indexed by ``source_id``."""

    @property
    def imported(self) -> Mapping[str, Sequence[Mapping[str, str]]]:
        """Files that people imported, by source: ``file``, ``sha256``, ``who`` and ``when``."""

    def observations(self, key: str) -> pd.DataFrame:
        """Observations of one key."""


@dataclass(frozen=True)
class Disclosed:
    """A snapshot as one role may read it: small counts of single records are withheld.

    What is withheld is decided once for a whole key, before any filter.
    """

    whole: Snapshot
    policy: Policy
    _open: dict[str, bool] = field(default_factory=dict, repr=False)
    _kept: Memory[pd.DataFrame] = field(default_factory=lambda: Memory(RECORD_ROOM), repr=False)

    @property
    def territories(self) -> pd.DataFrame:
        """Territories indexed by code."""
        return self.whole.territories

    @property
    def snapshot_id(self) -> str:
        """Identity of the snapshot."""
        return self.whole.snapshot_id

    @property
    def domains(self) -> Mapping[str, tuple[str, ...]]:
        """Survey domains that contain each municipality."""
        return self.whole.domains

    @property
    def survey_sets(self) -> tuple[str, ...]:
        """Domains that are sets of cities of one survey."""
        return self.whole.survey_sets

    @property
    def results(self) -> pd.DataFrame:
        """Programme results."""
        return self.whole.results

    @property
    def components(self) -> pd.DataFrame:
        """Parts of the programmes."""
        return self.whole.components

    @cached_property
    def places(self) -> pd.DataFrame:
        """Centres and other points; people who work in a unit by size, never by number."""
        return sized(self.whole.places)

    @property
    def actors(self) -> pd.DataFrame:
        """Who does what where."""
        return self.whole.actors

    @property
    def sources(self) -> pd.DataFrame:
        """Publications indexed by ``source_id``."""
        return self.whole.sources

    @property
    def imported(self) -> Mapping[str, Sequence[Mapping[str, str]]]:
        """Files that people imported, by source."""
        return self.whole.imported

    def observations(self, key: str) -> pd.DataFrame:
        """Observations of one key as they may leave."""
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        rows = self._made(key) if key in KEYS else self.whole.observations(key)
        if key not in self._open:
            self._open[key] = not concerned(rows).any()
        if self._open[key]:
            return rows
        return self._kept.keep(key, protected(rows, self.policy), len(rows))

    def _made(self, key: str) -> pd.DataFrame:
        """Observations of a key that is added up from the units, beside any that were imported."""
        stored = self.whole.observations(key)
        made = unit_figures(self.whole.places, key)
        return pd.concat([stored, made], ignore_index=True) if len(made) else stored
