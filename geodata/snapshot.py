"""Immutable snapshots: folders of Parquet tables with a manifest, and ``CURRENT`` naming one.

A workspace is a folder of snapshots. There are two, and they never mix: ``publicado`` holds figures
with a source, ``demostracion`` holds synthetic ones.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum, unique
from pathlib import Path
from typing import Any, Final, Self

import pandas as pd

from geodata.errors import DataUnavailableError, UserFacingError

MANIFEST: Final = "manifest.json"
CURRENT: Final = "CURRENT"
FORMAT: Final = 1
"""Raised when a snapshot of an older release can no longer be read."""


@unique
class Workspace(StrEnum):
    """Where figures live. Only ``DEMO`` may hold synthetic ones."""

    PUBLISHED = "publicado"
    DEMO = "demostracion"


class WorkspaceMixError(UserFacingError):
    """Synthetic and published figures were about to meet."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot says of itself.

    Attributes:
        files: sha256 by file name.
        rows: row count by table.
        inputs: fingerprint of what it was made from; equal inputs need no new snapshot.
    """

    id: str
    parent: str
    workspace: Workspace
    author: str
    created: str
    tool: str
    inputs: str
    files: Mapping[str, str]
    rows: Mapping[str, int]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the manifest of the snapshot in ``folder``.

        Raises:
            DataUnavailableError: it is absent, unreadable, or of another format.
        """
        path = folder / MANIFEST
        try:
            fields = json.loads(path.read_text(encoding="utf-8"))
            if fields.pop("format") != FORMAT:
                raise ValueError("format")
            return cls(**(fields | {"workspace": Workspace(fields["workspace"])}))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DataUnavailableError(
                f"No se puede leer {path}. Ejecute `make clean-data` y luego `make run` "
                "para preparar de nuevo los datos."
            ) from error

    def text(self) -> str:
        """The manifest as it is written to disk."""
        fields: dict[str, Any] = {"format": FORMAT}
        fields |= {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True)


def sha256_of(path: Path) -> str:
    """Hexadecimal sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fingerprint(paths: list[Path]) -> str:
    """One hash for the content of several files, whatever their order or place."""
    lines = sorted(f"{path.name} {sha256_of(path)}" for path in paths)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def current_folder(root: Path, workspace: Workspace) -> Path:
    """Folder of the snapshot that ``workspace`` serves now.

    Raises:
        DataUnavailableError: nothing has been published there.
    """
    pointer = root / workspace / CURRENT
    if not pointer.exists():
        raise DataUnavailableError(
            f"No hay datos preparados en {root / workspace}. Ejecute `make run`."
        )
    return root / workspace / pointer.read_text(encoding="utf-8").strip()


def verify(folder: Path) -> Manifest:
    """The manifest of ``folder``, once every file is there and unchanged.

    Raises:
        DataUnavailableError: names the first file that is missing or altered.
    """
    manifest = Manifest.read(folder)
    for name, expected in manifest.files.items():
        path = folder / name
        if not path.exists():
            fault = f"Falta el archivo de datos {path}."
        elif sha256_of(path) != expected:
            fault = f"El archivo de datos {path} está dañado o fue modificado."
        else:
            continue
        raise DataUnavailableError(
            f"{fault} Ejecute `make clean-data` y luego `make run` para prepararlo de nuevo."
        )
    return manifest


def refuse_mix(workspace: Workspace, sources: pd.DataFrame) -> None:
    """Raise unless every source belongs to ``workspace``.

    Raises:
        WorkspaceMixError: a synthetic source in the published workspace, or the reverse.
    """
    synthetic = sources["licence"].eq("sintético")
    if workspace is Workspace.PUBLISHED and synthetic.any():
        raise WorkspaceMixError(
            "Las cifras de demostración son sintéticas y no pueden publicarse en el espacio "
            "«publicado». Retire las fuentes marcadas como sintéticas."
        )
    if workspace is Workspace.DEMO and not synthetic.all():
        raise WorkspaceMixError(
            "El espacio de demostración solo admite cifras sintéticas; publique las cifras "
            "con fuente en el espacio «publicado»."
        )


def write_tables(folder: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write each table as ``<name>.parquet``, observations sorted so that one key reads fast."""
    for name, table in tables.items():
        order = [c for c in ("indicator", "sector", "territory_code") if c in table.columns]
        ordered = table.sort_values(order, kind="stable") if name == "observations" else table
        ordered.to_parquet(
            folder / f"{name}.parquet", compression="zstd", index=False, row_group_size=65_536
        )


def publish(
    root: Path,
    workspace: Workspace,
    tables: Mapping[str, pd.DataFrame],
    files: Mapping[str, Path],
    *,
    inputs: str,
) -> Manifest:
    """Write a snapshot and make it the current one.

    Args:
        root: folder of workspaces.
        workspace: which of the two.
        tables: by name, as ``geodata.schema`` declares them.
        files: ready-made files to carry along (the geometry), by name inside the snapshot.
        inputs: fingerprint of what the tables were made from.

    Returns:
        The manifest of the new snapshot. Its id is a hash of its content.

    Raises:
        WorkspaceMixError: see ``refuse_mix``.
    """
    refuse_mix(workspace, tables["sources"])
    home = root / workspace
    home.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".staging-", dir=home))
    try:
        write_tables(staging, tables)
        for name, path in files.items():
            shutil.copyfile(path, staging / name)
        manifest = _describe(staging, workspace, tables, inputs)
        _settle(staging, home / manifest.id, manifest)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    _point(home, manifest.id)
    return manifest


def _describe(
    staging: Path, workspace: Workspace, tables: Mapping[str, pd.DataFrame], inputs: str
) -> Manifest:
    files = {path.name: sha256_of(path) for path in sorted(staging.iterdir())}
    content = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()
    pointer = staging.parent / CURRENT
    return Manifest(
        id=content[:12],
        parent=pointer.read_text(encoding="utf-8").strip() if pointer.exists() else "",
        workspace=workspace,
        author="Mirador de Frontera",
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        tool="0.1.0",
        inputs=inputs,
        files=files,
        rows={name: len(table) for name, table in tables.items()},
    )


def _settle(staging: Path, final: Path, manifest: Manifest) -> None:
    """Move a finished snapshot to its place; equal content is already there."""
    if final.exists():
        return
    (staging / MANIFEST).write_text(manifest.text(), encoding="utf-8")
    for path in staging.iterdir():
        with path.open("rb") as file:
            os.fsync(file.fileno())
    staging.chmod(0o755)
    staging.rename(final)


def _point(home: Path, snapshot_id: str) -> None:
    """Make ``CURRENT`` name ``snapshot_id``, in one step that survives a power cut."""
    draft = home / f".{CURRENT}-{os.getpid()}"
    with draft.open("w", encoding="utf-8") as file:
        file.write(snapshot_id)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(home / CURRENT)
