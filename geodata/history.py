"""What was published before: list it, open it, go back to it, keep it, or let it go."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geodata.durable import clear_leftovers, take_away, write_whole, writing_to
from geodata.errors import DataUnavailableError, UserFacingError
from geodata.lock import exclusive, is_held
from geodata.renewal import base_of
from geodata.snapshot import (
    CHOSEN,
    CURRENT,
    SNAPSHOT_ID,
    Manifest,
    Workspace,
    current_folder,
    find,
    snapshots,
    verify,
)
from geodata.store import Store
from geodata.tables import file_faults

__all__ = [
    "HistoryError",
    "Report",
    "collect",
    "inspect",
    "open_store",
    "pin",
    "pinned",
    "rollback",
    "snapshots",
    "unpin",
]

PINS: Final = "PINNED"
"""Folder with one empty file per pinned snapshot: two people never write the same file."""


class HistoryError(UserFacingError):
    """What was asked of older snapshots cannot be done."""


@dataclass(frozen=True, slots=True)
class Report:
    """What ``inspect`` found in one snapshot: ``faults`` is empty when it is whole."""

    id: str
    faults: tuple[str, ...]


def open_store(root: Path, workspace: Workspace, snapshot_id: str = "") -> Store:
    """A snapshot to read: the current one, or the one that a link names.

    Raises:
        DataUnavailableError: see ``Store.open``.
    """
    return Store.open(root, workspace, snapshot_id)


def rollback(root: Path, workspace: Workspace, snapshot_id: str) -> Manifest:
    """Serve an older snapshot again, once every file of it proved sound. Nothing is removed.

    Raises:
        DataUnavailableError: no such snapshot, or it is damaged.
    """
    home = root / workspace
    folder = find(root, workspace, snapshot_id or "?")
    with writing_to(home), exclusive(home):
        manifest = verify(folder)
        write_whole(home / CHOSEN, manifest.id)
        write_whole(home / CURRENT, manifest.id)
    return manifest


def pinned(home: Path) -> frozenset[str]:
    """Ids that ``collect`` never removes."""
    return frozenset(path.name for path in (home / PINS).glob("*"))


def pin(root: Path, workspace: Workspace, snapshot_id: str) -> str:
    """Keep a snapshot for good, so that a link to it stays valid. Returns its whole id.

    Raises:
        DataUnavailableError: no such snapshot.
    """
    home = root / workspace
    with writing_to(home), exclusive(home):
        name = Manifest.read(find(root, workspace, snapshot_id)).id
        (home / PINS).mkdir(exist_ok=True)
        write_whole(home / PINS / name, "")
    return name


def unpin(root: Path, workspace: Workspace, snapshot_id: str) -> str:
    """Let a snapshot go when its time comes. Returns its whole id.

    Raises:
        DataUnavailableError: no such snapshot.
        HistoryError: it was not pinned.
    """
    home = root / workspace
    name = find(root, workspace, snapshot_id).name
    if name not in pinned(home):
        raise HistoryError(f"La edición {name} no estaba fijada: no hay nada que soltar.")
    with writing_to(home):
        (home / PINS / name).unlink()
    return name


def collect(root: Path, workspace: Workspace, keep: int) -> list[str]:
    """Remove all but the newest snapshots, and say which went.

    The current snapshot and the defaults that it was built upon, pinned ones, those that some
    process has open and those being written stay, whatever their age. So does a folder whose
    manifest cannot be read: it may be all that is left of something.

    Raises:
        HistoryError: ``keep`` is less than one.
    """
    if keep < 1:
        raise HistoryError("Hay que conservar al menos una edición: use `--keep 1` o más.")
    home = root / workspace
    with writing_to(home), exclusive(home):
        clear_leftovers(home)
        stay = {current_folder(root, workspace).name, *pinned(home), *_base(home)}
        old = [manifest.id for manifest in snapshots(home)[keep:] if manifest.id not in stay]
        free = [name for name in old if not is_held(home / name)]
        for name in free:
            take_away(home / name)
    return free


def _base(home: Path) -> set[str]:
    """The defaults that the imports being served were made upon: a release is merged with them."""
    served = Manifest.read(current_folder(home.parent, Workspace(home.name)))
    base = base_of(home, served) if served.imports else None
    return {base.name} if base else set()


def inspect(root: Path, workspace: Workspace, snapshot_id: str = "") -> list[Report]:
    """Check every file of one snapshot, or of all of them, and list what is wrong.

    Raises:
        DataUnavailableError: no such snapshot.
    """
    if snapshot_id:
        return [_report(find(root, workspace, snapshot_id))]
    home = root / workspace
    return [_report(f) for f in sorted(home.glob("*/")) if SNAPSHOT_ID.fullmatch(f.name)]


def _report(folder: Path) -> Report:
    try:
        faults = file_faults(folder, Manifest.read(folder))
        if not faults:
            verify(folder)
    except DataUnavailableError as error:
        faults = [str(error)]
    return Report(folder.name, tuple(faults))
