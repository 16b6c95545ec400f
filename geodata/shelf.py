"""Where the snapshots stand, so that a request can have the one that it names."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from geodata.errors import DataUnavailableError
from geodata.snapshot import Manifest, Workspace, current_folder, snapshots
from geodata.store import Store


class Shelf(Protocol):
    """What serves snapshots by workspace and id."""

    def current(self, workspace: Workspace) -> str:
        """Id of the snapshot served now; empty where nothing is prepared."""

    def open(self, workspace: Workspace, snapshot_id: str) -> Store:
        """One snapshot.

        Raises:
            DataUnavailableError: it does not exist, or a file of it is missing or altered.
        """

    def history(self, workspace: Workspace) -> list[Manifest]:
        """Every snapshot of a workspace, the newest first."""


@dataclass(frozen=True, slots=True)
class FileShelf:
    """Snapshots in the folder of workspaces ``root``. What is published meanwhile is seen."""

    root: Path

    def current(self, workspace: Workspace) -> str:
        """Id that ``CURRENT`` names; empty where there is none."""
        try:
            return current_folder(self.root, workspace).name
        except DataUnavailableError:
            return ""

    def open(self, workspace: Workspace, snapshot_id: str) -> Store:
        """Open and check one snapshot, and hold it: it is not collected while it is read."""
        return Store.open(self.root, workspace, snapshot_id)

    def history(self, workspace: Workspace) -> list[Manifest]:
        """Every snapshot in the folder, the newest first."""
        return snapshots(self.root / workspace)


@dataclass(frozen=True, slots=True)
class OpenShelf:
    """Stores that are already open, one per workspace."""

    stores: Mapping[Workspace, Store]

    def current(self, workspace: Workspace) -> str:
        """Id of the store of ``workspace``."""
        return self.stores[workspace].snapshot_id if workspace in self.stores else ""

    def open(self, workspace: Workspace, snapshot_id: str) -> Store:
        """The store of ``workspace``, if it has that id."""
        if self.current(workspace) != snapshot_id:
            raise DataUnavailableError(f"No existe el corte {snapshot_id[:12]} en {workspace}.")
        return self.stores[workspace]

    def history(self, workspace: Workspace) -> list[Manifest]:
        """The only snapshot there is."""
        return [self.stores[workspace].manifest] if workspace in self.stores else []
