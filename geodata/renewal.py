"""Default figures of a new release, under what people imported into those of the old one.

A three-way merge, row by row: what an import added, changed or removed, seen from the defaults that
it was made upon, is done again to the new defaults. Where both changed a row, the import wins.
"""

import logging
import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import geopandas as gpd
import numpy as np
import pandas as pd

from geodata.completed import completed
from geodata.durable import sync_folder, write_whole, writing_to
from geodata.errors import DataUnavailableError
from geodata.keys import KEYS
from geodata.map_file import NEIGHBOURS, map_paths
from geodata.snapshot import (
    CURRENT,
    MANIFEST,
    SNAPSHOT_ID,
    Manifest,
    Reason,
    Workspace,
    current_folder,
    described_in,
    publish,
    settle,
    snapshots,
    staged_in,
    verify,
)
from geodata.sums import summed_again
from geodata.tables import REMEDY, write_tables

log = logging.getLogger(__name__)

OCCURRENCE: Final = "_occurrence"
SHAPE: Final = "geometry"
NO_BASE: Final = (
    "The data of this release were not published: the defaults under the imports of %s are gone."
)
NOTE: Final = "Datos de una versión nueva del programa, con lo que se había importado"

Tables = Mapping[str, pd.DataFrame]


def imported_into(root: Path) -> bool:
    """Whether the published figures being served hold what somebody imported.

    A manifest that cannot be read is made anew where it is the only one: an import would have
    kept the defaults that it was made upon.

    Raises:
        DataUnavailableError: what is being served cannot be read, or is not named although there
            are imports: nothing may take its place without a person knowing.
    """
    home = root / Workspace.PUBLISHED
    if not (home / CURRENT).exists():
        if any(manifest.imports for manifest in snapshots(home)):
            raise DataUnavailableError(f"Falta {home / CURRENT}, que nombra la edición. {REMEDY}")
        return False
    try:
        return bool(Manifest.read(current_folder(root, Workspace.PUBLISHED)).imports)
    except DataUnavailableError:
        if len([folder for folder in home.glob("*/") if SNAPSHOT_ID.fullmatch(folder.name)]) > 1:
            raise
        return False


def renew(root: Path, fresh: Tables, files: Mapping[str, Path], inputs: str) -> Manifest:
    """Publish ``fresh`` with the imports of the snapshot being served.

    Args:
        root: folder of workspaces.
        fresh: the new default tables.
        files: what they carry beside them.
        inputs: fingerprint of what they were made from.

    Without the defaults that the imports were made upon nobody can tell what was imported: the
    snapshot being served stays, and the log says so.

    Raises:
        StorageError: the disk is full or cannot be written.
    """
    folder = current_folder(root, Workspace.PUBLISHED)
    served = verify(folder)
    base = base_of(root / Workspace.PUBLISHED, served)
    if base is None:
        log.warning(NO_BASE, served.id)
        return served
    shelve(root, fresh, files, inputs)
    merged = {
        name: inherited(_read(base, name), _read(folder, name), table, KEYS[name])
        for name, table in fresh.items()
    }
    merged["observations"] = summed_again(merged["observations"])
    merged["sources"] = _with_cited(merged, _read(folder, "sources"))
    return publish(
        root, Workspace.PUBLISHED, merged, _carried(base, folder, files),
        inputs=inputs, parent=served.id, reason=Reason(NOTE),
    )  # fmt: skip


def base_of(home: Path, served: Manifest) -> Path | None:
    """The defaults that ``served`` was built upon; ``None`` when nobody has them any more."""
    same = [m.id for m in snapshots(home) if m.inputs == served.inputs and not m.imports]
    return home / same[0] if same else None


def shelve(root: Path, tables: Tables, files: Mapping[str, Path], inputs: str) -> Manifest:
    """Keep default tables as a snapshot that nobody is served: the base of later imports."""
    home = root / Workspace.PUBLISHED
    with writing_to(home), staged_in(home) as staging:
        write_tables(staging, tables)
        for name, path in files.items():
            shutil.copyfile(path, staging / name)
        described = described_in(staging, tables, inputs, Reason())
        created = datetime.now(UTC).isoformat(timespec="microseconds")
        manifest = replace(described, created=created)
        write_whole(staging / MANIFEST, manifest.text())
        staging.chmod(0o755)
        sync_folder(staging)
        return settle(staging, manifest)


def inherited(
    base: pd.DataFrame, ours: pd.DataFrame, fresh: pd.DataFrame, key: tuple[str, ...]
) -> pd.DataFrame:
    """``fresh`` with what ``ours`` added, changed or removed from ``base``.

    Rows are paired by ``key``; where it repeats, in order.
    """
    before, after, new = (_keyed(table, key) for table in (base, ours, fresh))
    digest_before, digest_after = _digests(base, before), _digests(ours, after)
    same = digest_before.reindex(after).to_numpy() == digest_after.to_numpy()
    mine = after[~same]
    gone = before.difference(after)
    kept = fresh[~np.asarray(new.isin(mine.union(gone)))]
    return _stacked(kept, ours[~same])


def _stacked(kept: pd.DataFrame, mine: pd.DataFrame) -> pd.DataFrame:
    whole = pd.concat([kept, mine.reindex(columns=kept.columns)], ignore_index=True)
    if not isinstance(kept, gpd.GeoDataFrame):
        return whole
    return gpd.GeoDataFrame(whole, geometry=SHAPE, crs=kept.crs)


def _keyed(table: pd.DataFrame, key: tuple[str, ...]) -> pd.MultiIndex:
    words = table[list(key)].astype("str").reset_index(drop=True)
    return pd.MultiIndex.from_frame(
        words.assign(**{OCCURRENCE: words.groupby(list(key)).cumcount()})
    )


def _digests(table: pd.DataFrame, keyed: pd.MultiIndex) -> pd.Series:
    """One number per row, equal where every cell is."""
    plain = pd.DataFrame(table.drop(columns=SHAPE, errors="ignore"))
    if SHAPE in table:
        plain[SHAPE] = table.geometry.to_wkb(hex=True).fillna("")
    hashed = pd.util.hash_pandas_object(plain[sorted(plain.columns)], index=False)
    return pd.Series(hashed.to_numpy(), index=keyed)


def _with_cited(merged: Tables, ours: pd.DataFrame) -> pd.DataFrame:
    """The sources, those included that the release dropped and an import still cites."""
    cited = set(merged["observations"]["source_id"])
    lost = ~ours["source_id"].isin(merged["sources"]["source_id"]) & ours["source_id"].isin(cited)
    return pd.concat([merged["sources"], ours[lost]], ignore_index=True)


def _carried(base: Path, ours: Path, fresh: Mapping[str, Path]) -> dict[str, Path]:
    """The files of the release, unless somebody imported other boundaries."""
    drawn = {path.name for path in map_paths(ours)}
    if not drawn or drawn == {path.name for path in map_paths(base)}:
        return dict(fresh)
    beside = {name: path for name, path in fresh.items() if not name.startswith("map.")}
    own = [*map_paths(ours), ours / NEIGHBOURS]
    return beside | {path.name: path for path in own if path.is_file()}


def _read(folder: Path, name: str) -> pd.DataFrame:
    path = folder / f"{name}.parquet"
    read = gpd.read_parquet if name == "territories" else pd.read_parquet
    return completed(name, read(path))
