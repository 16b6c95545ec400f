"""Immutable snapshots: folders of Parquet tables with a manifest, and ``CURRENT`` naming one.

A workspace is a folder of snapshots. There are two, and they never mix: ``publicado`` holds figures
with a source, ``demostracion`` holds synthetic ones.
"""

import hashlib
import json
import re
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum, unique
from pathlib import Path
from typing import Any, Final, Self

import pandas as pd

from geodata.checksum import sha256_of
from geodata.durable import sync, write_whole
from geodata.errors import DataUnavailableError, UserFacingError
from geodata.tables import write_tables

MANIFEST: Final = "manifest.json"
CURRENT: Final = "CURRENT"
FORMAT: Final = 2
"""Raised when a snapshot of an older release can no longer be read."""

STAGING: Final = ".staging-"
LEFTOVER_AGE_SECONDS: Final = 24 * 60 * 60
"""What a killed publisher left behind is removed after a day: by then nobody is writing it."""

SNAPSHOT_ID: Final = re.compile(r"[0-9a-f]{12}")

REMEDY: Final = "Ejecute `make clean-data` y luego `make run` para preparar de nuevo los datos."


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
            fields = _fields(path)
            lists = {name: dict(fields[name]) for name in ("files", "rows")}
            return cls(**(fields | lists | {"workspace": Workspace(fields["workspace"])}))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DataUnavailableError(f"No se puede leer {path}. {REMEDY}") from error

    def text(self) -> str:
        """The manifest as it is written to disk."""
        fields: dict[str, Any] = {"format": FORMAT}
        fields |= {name: getattr(self, name) for name in self.__slots__}
        return json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True)


def _fields(path: Path) -> dict[str, Any]:
    fields = dict(json.loads(path.read_text(encoding="utf-8")))
    if fields.pop("format") != FORMAT:
        raise ValueError("format")
    return fields


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


def verify(folder: Path) -> Manifest:
    """The manifest of ``folder``, once every file is there and unchanged.

    Raises:
        DataUnavailableError: names the first file that is missing or altered.
    """
    manifest = Manifest.read(folder)
    if content_id(manifest.files) != manifest.id:
        raise DataUnavailableError(f"El archivo {folder / MANIFEST} fue modificado. {REMEDY}")
    for name, expected in manifest.files.items():
        fault = _fault(folder / name, expected)
        if fault:
            raise DataUnavailableError(f"{fault} {REMEDY}")
    return manifest


def _fault(path: Path, expected: str) -> str:
    try:
        sound = sha256_of(path) == expected
    except FileNotFoundError:
        return f"Falta el archivo de datos {path}."
    except OSError:
        return f"No se puede leer el archivo de datos {path}."
    return "" if sound else f"El archivo de datos {path} está dañado o fue modificado."


def content_id(files: Mapping[str, str]) -> str:
    """Identity of a snapshot, from the sha256 of each of its files by name."""
    listed = json.dumps(dict(files), sort_keys=True)
    return hashlib.sha256(listed.encode()).hexdigest()[:12]


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
        workspace: one of them.
        tables: by name, as ``geodata.schema`` declares them.
        files: ready-made files to carry along, by name inside the snapshot.
        inputs: fingerprint of what the tables were made from.

    Returns:
        Its manifest. The id is a hash of the content: equal content is published once.

    Raises:
        WorkspaceMixError: see ``refuse_mix``.
    """
    refuse_mix(workspace, tables["sources"])
    home = root / workspace
    home.mkdir(parents=True, exist_ok=True)
    _clear_leftovers(home)
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=home))
    try:
        write_tables(staging, tables)
        for name, path in files.items():
            shutil.copyfile(path, staging / name)
        manifest = _settle(staging, _describe(staging, workspace, tables, inputs))
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    write_whole(home / CURRENT, manifest.id)
    return manifest


def _clear_leftovers(home: Path) -> None:
    oldest = time.time() - LEFTOVER_AGE_SECONDS
    for path in (*home.glob(f"{STAGING}*"), *home.glob(f".{CURRENT}-*")):
        with suppress(FileNotFoundError):  # another publisher is clearing too
            if path.stat().st_mtime < oldest:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _describe(
    staging: Path, workspace: Workspace, tables: Mapping[str, pd.DataFrame], inputs: str
) -> Manifest:
    files = {path.name: sha256_of(path) for path in sorted(staging.iterdir())}
    return Manifest(
        id=content_id(files),
        parent=_served(staging.parent),
        workspace=workspace,
        author="Mirador de Frontera",
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        tool="0.1.0",
        inputs=inputs,
        files=files,
        rows={name: len(table) for name, table in tables.items()},
    )


def _served(home: Path) -> str:
    try:
        return current_folder(home.parent, Workspace(home.name)).name
    except DataUnavailableError:
        return ""


def _settle(staging: Path, manifest: Manifest) -> Manifest:
    """Move a finished snapshot to its place, unless equal and sound content is already there."""
    final = staging.parent / manifest.id
    (staging / MANIFEST).write_text(manifest.text(), encoding="utf-8")
    for path in staging.iterdir():
        sync(path)
    sync(staging)
    staging.chmod(0o755)
    try:
        return _refreshed(final, manifest.inputs)
    except DataUnavailableError:
        _replace(staging, final)
        return verify(final)


def _replace(staging: Path, final: Path) -> None:
    """Put ``staging`` where ``final`` is absent or damaged; another publisher may do the same."""
    with suppress(FileNotFoundError):
        aside = staging.with_name(f"{staging.name}-old")
        final.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)
    try:
        staging.rename(final)
    except OSError:
        if not final.exists():
            raise


def _refreshed(folder: Path, inputs: str) -> Manifest:
    """The manifest of a sound ``folder``, noting that ``inputs`` give its content too."""
    kept = verify(folder)
    if kept.inputs == inputs:
        return kept
    noted = replace(kept, inputs=inputs)
    write_whole(folder / MANIFEST, noted.text())
    return noted
