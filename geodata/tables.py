"""How a snapshot lies on disk: its tables, and the manifest that vouches for them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum, unique
from pathlib import Path
from typing import Any, Final, Self

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from geodata.checksum import sha256_of
from geodata.errors import DataUnavailableError, UserFacingError

MANIFEST: Final = "manifest.json"
FORMAT: Final = 2
"""Raised when a snapshot of an older release can no longer be read. A field with a default may be
added without raising it: older snapshots are read as if they had left it empty."""

REMEDY: Final = (
    "Vuelva a una edición sana: `python -m geodata verify` dice cuáles lo están y "
    "`python -m geodata rollback ID` la sirve. No borre la carpeta: ahí está lo que se importó."
)


@unique
class Workspace(StrEnum):
    """Where figures live. Only ``DEMO`` may hold synthetic ones."""

    PUBLISHED = "publicado"
    DEMO = "demostracion"


class WorkspaceMixError(UserFacingError):
    """Synthetic and published figures were about to meet."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """One file that somebody imported.

    Attributes:
        file: its name, without folders.
        kind: what it was read as: ``observaciones``, ``centros``, …
        mapping: field by column of the file.
        rows: counts by outcome: ``read``, ``added``, ``changed``, …
        who: as given; there are no accounts yet.
        when: UTC, ISO 8601.
        sources: ``source_id`` of the rows that it brought; how a figure leads back to its file.
    """

    file: str
    sha256: str
    kind: str
    mapping: Mapping[str, str]
    rows: Mapping[str, int]
    who: str
    when: str
    sources: tuple[str, ...] = ()

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Self:
        """What a manifest holds, as JSON has it."""
        return cls(**{**record, "sources": tuple(record.get("sources", ()))})


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot says of itself.

    Attributes:
        parent: the snapshot that was served before this one.
        files: sha256 by file name.
        rows: row count by table.
        inputs: fingerprint of what it was made from; equal inputs need no new snapshot.
        note: why it was published.
        imports: files that people imported, oldest first, those of its parent included.
        sources: how many publications under each licence.
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
    note: str = ""
    imports: tuple[Provenance, ...] = ()
    sources: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the manifest of the snapshot in ``folder``.

        Raises:
            DataUnavailableError: it is absent, unreadable, or of another format.
        """
        path = folder / MANIFEST
        try:
            fields = _fields(path)
            fields["workspace"] = Workspace(fields["workspace"])
            fields["imports"] = tuple(map(Provenance.from_record, fields.get("imports", ())))
            for name in ("files", "rows", "sources"):
                fields[name] = dict(fields.get(name, {}))
            return cls(**fields)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise DataUnavailableError(f"No se puede leer {path}. {REMEDY}") from error

    def text(self) -> str:
        """The manifest as it is written to disk."""
        fields = {"format": FORMAT} | asdict(self)
        return json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True)


def _fields(path: Path) -> dict[str, Any]:
    fields = dict(json.loads(path.read_text(encoding="utf-8")))
    if fields.pop("format") != FORMAT:
        raise ValueError("format")
    return fields


def content_id(files: Mapping[str, str]) -> str:
    """Identity of a snapshot, from the sha256 of each of its files by name."""
    listed = json.dumps(dict(files), sort_keys=True)
    return hashlib.sha256(listed.encode()).hexdigest()[:12]


def verify(folder: Path) -> Manifest:
    """The manifest of ``folder``, once every file is there and unchanged.

    Raises:
        DataUnavailableError: names the first file that is missing or altered.
    """
    manifest = Manifest.read(folder)
    if content_id(manifest.files) != manifest.id:
        raise DataUnavailableError(f"El archivo {folder / MANIFEST} fue modificado. {REMEDY}")
    for fault in file_faults(folder, manifest):
        raise DataUnavailableError(f"{fault} {REMEDY}")
    return manifest


def file_faults(folder: Path, manifest: Manifest) -> list[str]:
    """One sentence for every file of ``folder`` that is missing or altered."""
    found = (_fault(folder / name, expected) for name, expected in manifest.files.items())
    return [fault for fault in found if fault]


def _fault(path: Path, expected: str) -> str:
    try:
        sound = sha256_of(path) == expected
    except FileNotFoundError:
        return f"Falta el archivo de datos {path}."
    except OSError:
        return f"No se puede leer el archivo de datos {path}."
    return "" if sound else f"El archivo de datos {path} está dañado o fue modificado."


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
    """Write each table as ``<name>.parquet``; observations so that one key reads fast."""
    for name, table in tables.items():
        path = folder / f"{name}.parquet"
        if name == "observations":
            _write_observations(path, table)
        else:
            table.to_parquet(path, compression="zstd", index=False)


def _write_observations(path: Path, table: pd.DataFrame) -> None:
    """One row group per indicator: a reader opens the one it wants and no other."""
    ordered = table.sort_values(["indicator", "sector", "territory_code"], kind="stable")
    whole = pa.Table.from_pandas(ordered, preserve_index=False)
    sizes = ordered["indicator"].value_counts(sort=False)
    keys = ordered["indicator"].unique()
    with pq.ParquetWriter(path, whole.schema, compression="zstd") as writer:
        start = 0
        for key in keys:
            size = int(sizes[key])
            writer.write_table(whole.slice(start, size), row_group_size=size)
            start += size
