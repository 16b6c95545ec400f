"""Read access to one snapshot: every table, and observations one key at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Final, Self

import pandas as pd
import pyarrow.parquet as pq

from geodata.completed import completed
from geodata.frames import Frames
from geodata.lock import Hold
from geodata.map_file import MapFile, map_paths
from geodata.schema import Level
from geodata.snapshot import Manifest, Workspace, find, verify

KEPT_ROWS: Final = 5_000_000
"""Observations held in memory at once, about 60 bytes each: the whole demonstration, since a ficha
reads every key. The published workspace has 13,000."""

DAY: Final = len("2026-11-20")
HEAD: Final = 12
"""Digits of a checksum that tell one file from another."""

DICTIONARIES: Final = (
    *("territory_code", "indicator", "sex", "population_group", "sector", "unit", "margin"),
    *("quality", "source_id", "flags", "series", "note"),
)
"""Columns of few words, kept as codes: comparing them is a hundred times cheaper.

``period`` stays text: codes have no order, and periods are sorted.
"""


@dataclass(frozen=True)
class Store:
    """Everything that a request may read. Tables are shared: never change one in place."""

    folder: Path
    manifest: Manifest
    _frames: Frames = field(default_factory=Frames, repr=False)
    _kept: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)
    _hold: Hold | None = field(default=None, repr=False)
    """Keeps the snapshot from being collected while this process reads it."""

    @classmethod
    def open(cls, root: Path, workspace: Workspace, snapshot_id: str = "") -> Self:
        """Open a snapshot of ``workspace`` after checking every file.

        Args:
            root: folder of workspaces.
            workspace: one of them.
            snapshot_id: an id, or six or more of its first digits; the current one without it.

        Raises:
            DataUnavailableError: nothing prepared, no such snapshot, or a file is missing or
                altered.
        """
        folder = find(root, workspace, snapshot_id)
        hold = Hold(folder)
        return cls(folder, verify(folder), _hold=hold)

    @property
    def snapshot_id(self) -> str:
        """Identity of the snapshot: equal ids, equal figures."""
        return self.manifest.id

    @property
    def is_demo(self) -> bool:
        """Whether every figure here is synthetic."""
        return self.manifest.workspace is Workspace.DEMO

    @cached_property
    def territories(self) -> pd.DataFrame:
        """Territories without their shapes, indexed by code. Retired codes included."""
        names = pq.read_schema(self.folder / "territories.parquet").names
        table = self._read("territories", [name for name in names if name != "geometry"])
        return table.set_index("territory_code", drop=False)

    @cached_property
    def shapes(self) -> Mapping[str, bytes]:
        """GeoJSON geometry by territory code; territories without a shape are left out."""
        from geodata.features import features_of  # noqa: PLC0415 - few ask for shapes; GEOS is big

        return features_of(self.folder / "territories.parquet")

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys that have observations, in order."""
        return tuple(sorted(self._row_groups))

    @property
    def map(self) -> MapFile | None:
        """The map that the browser draws, if the snapshot carries one."""
        return MapFile.of(self.folder) if map_paths(self.folder) else None

    @cached_property
    def places(self) -> pd.DataFrame:
        """Centres and other points."""
        return completed("places", self._read("places"))

    @cached_property
    def results(self) -> pd.DataFrame:
        """Programme results."""
        return self._read("results")

    @cached_property
    def components(self) -> pd.DataFrame:
        """Parts of the programmes."""
        return self._read("components")

    @cached_property
    def actors(self) -> pd.DataFrame:
        """Who does what where."""
        return self._read("actors")

    @cached_property
    def sources(self) -> pd.DataFrame:
        """Publications, indexed by ``source_id``."""
        return self._read("sources").set_index("source_id", drop=False)

    @cached_property
    def imported(self) -> Mapping[str, tuple[Mapping[str, str], ...]]:
        """Files that people imported, by the sources that they brought figures of."""
        files: dict[str, tuple[Mapping[str, str], ...]] = {}
        for record in self.manifest.imports:
            said = {"file": record.file, "who": record.who, "when": record.when[:DAY]}
            for source in record.sources:
                files[source] = (*files.get(source, ()), {**said, "sha256": record.sha256[:HEAD]})
        return files

    @cached_property
    def domains(self) -> Mapping[str, tuple[str, ...]]:
        """Survey domains that contain each municipality, by its code."""
        parts: dict[str, tuple[str, ...]] = {}
        for domain in self._read("domains").itertuples():
            for member in filter(None, str(domain.members).split("|")):
                parts[member] = (*parts.get(member, ()), str(domain.territory_code))
        return parts

    @cached_property
    def survey_sets(self) -> tuple[str, ...]:
        """Domains that are sets of cities of one survey, such as the 23 cities of the GEIH."""
        domains = self._read("domains")
        sets = domains["kind"].isin(("conjunto_geih", "conjunto_encuesta"))
        return tuple(domains.loc[sets, "territory_code"])

    def observations(self, key: str) -> pd.DataFrame:
        """All observations of one key; empty when there are none."""
        with self._lock:
            if key not in self._kept:
                self._keep(key, self._read_key(key))
            return self._kept[key]

    def _keep(self, key: str, rows: pd.DataFrame) -> None:
        """Remember ``rows``, forgetting the oldest keys until there is room."""
        while self._kept and len(rows) + sum(map(len, self._kept.values())) > KEPT_ROWS:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = rows

    def latest_codes(self, level: Level) -> pd.Index:
        """Codes in force of one level, in order."""
        table = self.territories
        return table.index[(table["level"] == level) & (table["valid_to"] == "")]

    def _read(self, table: str, columns: list[str] | None = None) -> pd.DataFrame:
        # What pandas reads with also reads whole folders, and takes 7 MB for that.
        with pq.ParquetFile(self.folder / f"{table}.parquet") as file:
            read: pd.DataFrame = file.read(columns).to_pandas()
            return read

    def _read_key(self, key: str) -> pd.DataFrame:
        path = self.folder / "observations.parquet"
        place = self._row_groups.get(key)
        with pq.ParquetFile(
            path, metadata=self._described, read_dictionary=list(DICTIONARIES)
        ) as file:
            rows = (
                file.schema_arrow.empty_table()
                if place is None
                else file.read_row_group(place, use_threads=False)
            )
        return self._frames.of(rows)

    @cached_property
    def _described(self) -> pq.FileMetaData:
        """What the file of observations says of itself; reading it takes as long as a key."""
        return pq.read_metadata(self.folder / "observations.parquet")

    @cached_property
    def _row_groups(self) -> Mapping[str, int]:
        """Where each key's observations are: one row group per key."""
        described = self._described
        column = described.schema.names.index("indicator")
        return {
            described.row_group(group).column(column).statistics.min: group
            for group in range(described.num_row_groups)
        }
