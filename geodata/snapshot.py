"""Immutable snapshots: folders of Parquet tables with a manifest, and ``CURRENT`` naming one.

A workspace is a folder of snapshots. There are two, and they never mix: ``publicado`` holds figures
with a source, ``demostracion`` holds synthetic ones.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pandas as pd

from geodata.checksum import sha256_of
from geodata.durable import (
    DAY_SECONDS,
    DRAFT,
    STAGING,
    clear_leftovers,
    put_in_place,
    sync_folder,
    write_whole,
    writing_to,
)
from geodata.errors import DataUnavailableError, UserFacingError
from geodata.lock import exclusive
from geodata.tables import (
    MANIFEST,
    REMEDY,
    Manifest,
    Provenance,
    Workspace,
    WorkspaceMixError,
    content_id,
    refuse_mix,
    verify,
    write_tables,
)

__all__ = ["MANIFEST", "Manifest", "Provenance", "Workspace", "WorkspaceMixError", "verify"]
"""What others take from here although ``geodata.tables`` declares it."""

CURRENT: Final = "CURRENT"
CHOSEN: Final = "CHOSEN"
"""Names the snapshot that a person went back to: preparing the defaults again leaves it served."""

LEFTOVER_AGE_SECONDS: Final = DAY_SECONDS
SNAPSHOT_ID: Final = re.compile(r"[0-9a-f]{12}")
PREFIX: Final = re.compile(r"[0-9a-f]{6,12}")
MOST_NAMED: Final = 5
"""Snapshots that an error lists, newest first."""


class SnapshotMovedError(UserFacingError):
    """Somebody published in between.

    Attributes:
        draft: the finished snapshot that was not published; open it like any other to compare.
    """

    def __init__(self, sentence: str, draft: Path) -> None:
        """Say ``sentence`` and remember where ``draft`` is."""
        super().__init__(sentence)
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Reason:
    """Who publishes, why, and from which files of theirs."""

    note: str = ""
    author: str = "Mirador de Frontera"
    imports: tuple[Provenance, ...] = ()


def current_folder(root: Path, workspace: Workspace) -> Path:
    """Folder of the snapshot that ``workspace`` serves now.

    Raises:
        DataUnavailableError: nothing has been published there.
    """
    pointer = root / workspace / CURRENT
    try:
        name = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise DataUnavailableError(
            f"No hay datos preparados en {root / workspace}. Ejecute `make run`."
        ) from error
    except (OSError, ValueError) as error:
        raise DataUnavailableError(f"No se puede leer {pointer}. {REMEDY}") from error
    if not SNAPSHOT_ID.fullmatch(name):
        raise DataUnavailableError(f"{pointer} no nombra ninguna edición de los datos. {REMEDY}")
    return root / workspace / name


def snapshots(home: Path) -> list[Manifest]:
    """Every snapshot of a workspace whose manifest can be read, newest first."""
    return sorted(_readable(home), key=lambda manifest: manifest.created, reverse=True)


def _readable(home: Path) -> Iterator[Manifest]:
    for folder in home.glob("*/"):
        if SNAPSHOT_ID.fullmatch(folder.name):
            try:
                yield Manifest.read(folder)
            except DataUnavailableError:
                continue  # it cannot be opened either; ``verify`` names it


def find(root: Path, workspace: Workspace, name: str = "") -> Path:
    """Folder of the snapshot whose id is, or begins with, ``name``; of the current one without.

    Raises:
        DataUnavailableError: none or several begin so; the sentence names those that exist.
    """
    if not name:
        return current_folder(root, workspace)
    home = root / workspace
    named = [f for f in home.glob(f"{name}*/") if f.is_dir()] if PREFIX.fullmatch(name) else []
    if len(named) == 1:
        return named[0]
    raise DataUnavailableError(_unknown(name, home, several=bool(named)))


def _unknown(name: str, home: Path, *, several: bool) -> str:
    known = snapshots(home)
    listed = ", ".join(f"{m.id} ({m.created[:10]})" for m in known[:MOST_NAMED])
    what = (
        f"«{name}» nombra más de una edición"
        if several
        else f"No existe la edición «{name}» en el espacio «{home.name}»"
    )
    return (
        f"{what}. Use al menos seis caracteres del identificador de una de estas: "
        f"{listed or 'no hay ninguna'}."
    )


def publish(  # noqa: PLR0913 - those who only prepare default data leave the last two out
    root: Path,
    workspace: Workspace,
    tables: Mapping[str, pd.DataFrame],
    files: Mapping[str, Path],
    *,
    inputs: str,
    parent: str | None = None,
    reason: Reason | None = None,
) -> Manifest:
    """Write a snapshot and make it the current one.

    Args:
        root: folder of workspaces.
        workspace: one of them.
        tables: by name, as ``geodata.schema`` declares them.
        files: ready-made files to carry along, by name inside the snapshot.
        inputs: fingerprint of what the tables were made from.
        parent: id of the snapshot that the tables were built upon, ``""`` for none. When another
            one is current by now, nothing is published. Without it the last publisher wins.
        reason: who, why and from which files.

    Returns:
        Its manifest. The id is a hash of the content: equal content is published once.

    Raises:
        WorkspaceMixError: see ``refuse_mix``.
        SnapshotMovedError: ``parent`` is no longer the current snapshot.
        StorageError: the disk is full or cannot be written.
        LockError: another publisher does not finish.
    """
    refuse_mix(workspace, tables["sources"])
    home = root / workspace
    with writing_to(home), staged_in(home) as staging:
        write_tables(staging, tables)
        for name, path in files.items():
            shutil.copyfile(path, staging / name)
        described = described_in(staging, tables, inputs, reason or Reason())
        sync_folder(staging)
        with exclusive(home):
            return _make_current(staging, described, parent)


@contextmanager
def staged_in(home: Path) -> Iterator[Path]:
    """A folder to write a snapshot in; it goes away unless it is put in place."""
    home.mkdir(parents=True, exist_ok=True)
    clear_leftovers(home)
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=home))
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def described_in(
    staging: Path, tables: Mapping[str, pd.DataFrame], inputs: str, reason: Reason
) -> Manifest:
    """What a finished folder holds."""
    files = {path.name: sha256_of(path) for path in sorted(staging.iterdir())}
    licences = tables["sources"]["licence"].value_counts().sort_index()
    return Manifest(
        id=content_id(files),
        parent="",
        workspace=Workspace(staging.parent.name),
        author=reason.author,
        created="",
        tool="0.1.0",
        inputs=inputs,
        files=files,
        rows={name: len(table) for name, table in tables.items()},
        note=reason.note,
        imports=reason.imports,
        sources={str(licence): int(count) for licence, count in licences.items()},
    )


def _make_current(staging: Path, described: Manifest, parent: str | None) -> Manifest:
    """What only one publisher does at a time: compare, settle, point."""
    home = staging.parent
    served = _served(home)
    manifest = _following(described, served, staging)
    write_whole(staging / MANIFEST, manifest.text())
    staging.chmod(0o755)
    if parent is not None and served is not None and served.id not in {parent, manifest.id}:
        raise _moved(served, _set_aside(staging, manifest.id))
    kept = settle(staging, manifest)
    write_whole(home / CURRENT, kept.id)
    return kept


def _served(home: Path) -> Manifest | None:
    try:
        return Manifest.read(current_folder(home.parent, Workspace(home.name)))
    except DataUnavailableError:
        return None


def _following(described: Manifest, served: Manifest | None, staging: Path) -> Manifest:
    """``described`` with its place in the history: time, parent and the imports so far."""
    created = datetime.now(UTC).isoformat(timespec="microseconds")
    if served is None:
        return replace(described, created=created)
    known = set(pd.read_parquet(staging / "sources.parquet", columns=["source_id"])["source_id"])
    before = [r for r in served.imports if not r.sources or known.intersection(r.sources)]
    imports = _joined(before, described.imports)
    parent = served.id if served.id != described.id else served.parent
    return replace(described, created=created, parent=parent, imports=imports)


def _joined(before: Sequence[Provenance], added: Sequence[Provenance]) -> tuple[Provenance, ...]:
    return (*before, *(record for record in added if record not in before))


def _moved(served: Manifest, draft: Path) -> SnapshotMovedError:
    note = f", «{served.note}»" if served.note else ""
    return SnapshotMovedError(
        f"Otra persona publicó la edición {served.id} ({served.author}{note}) mientras usted "
        "preparaba la suya; revise los cambios y publique de nuevo. Lo que preparó quedó en "
        f"{draft}.",
        draft,
    )


def _set_aside(staging: Path, name: str) -> Path:
    draft = staging.with_name(f"{DRAFT}{name}")
    put_in_place(staging, draft)
    return draft


def settle(staging: Path, manifest: Manifest) -> Manifest:
    """Move a finished snapshot to its place, unless equal and sound content is already there."""
    final = staging.parent / manifest.id
    try:
        return _refreshed(final, manifest)
    except DataUnavailableError:
        put_in_place(staging, final)
        return verify(final)


def _refreshed(folder: Path, manifest: Manifest) -> Manifest:
    """The manifest of a sound ``folder``; only what else gives its content is noted.

    Who published it, why and from which files was said when it was published, and stays.
    """
    kept = verify(folder)
    noted = replace(kept, inputs=manifest.inputs)
    if noted != kept:
        write_whole(folder / MANIFEST, noted.text())
    return noted
