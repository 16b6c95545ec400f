"""Where fetched files are made and where they end: whole, with a card of origin, or not at all."""

import errno
import json
import shutil
import tempfile
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from geodata.checksum import sha256_of
from geodata.connectors.contract import Collected, Connector, FetchError
from geodata.durable import sync

WORKING: Final = ".descarga-"
LEFTOVER_AGE_SECONDS: Final = 24 * 60 * 60
"""What a killed fetch left behind is removed after a day: by then nobody is writing it."""

CARD_SUFFIX: Final = ".fuente.json"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file ready to import, and where it came from. ``retrieved`` is UTC, ISO 8601."""

    path: Path
    sha256: str
    rows: int
    licence: str
    retrieved: str


def working_folder(destination: Path) -> "tempfile.TemporaryDirectory[str]":
    """A hidden folder on the disk of ``destination``, which need not exist yet."""
    home = next(path for path in (destination, *destination.absolute().parents) if path.is_dir())
    oldest = time.time() - LEFTOVER_AGE_SECONDS
    for path in home.glob(f"{WORKING}*"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < oldest:
                shutil.rmtree(path, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix=WORKING, dir=home)


def settle(made: Collected, connector: Connector, destination: Path) -> Fetched:
    """Move the finished file and its card to their place, by two renames in a row."""
    path = destination / connector.file_name
    retrieved = datetime.now(UTC).isoformat(timespec="seconds")
    found = Fetched(path, sha256_of(made.path), made.rows, made.licence, retrieved)
    card = made.path.with_name(path.name + CARD_SUFFIX)
    card.write_text(_card(found, made, connector), encoding="utf-8")
    destination.mkdir(parents=True, exist_ok=True)
    for draft in (made.path, card):
        draft.chmod(0o644)
        sync(draft)
    made.path.replace(path)
    card.replace(path.with_name(card.name))
    sync(destination)
    return found


def _card(found: Fetched, made: Collected, connector: Connector) -> str:
    fields = asdict(found) | {
        "path": found.path.name,
        "connector": connector.key,
        "title": connector.title,
        "publisher": connector.publisher,
        "licence_basis": made.basis,
        "edition": made.edition,
        "source": made.source,
        "kind": connector.kind,
    }
    return json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def disk_trouble(error: OSError, destination: Path) -> FetchError:
    """The sentence for a disk that does not take the file."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    cause = "no queda espacio en el disco" if full else "no se puede escribir allí"
    return FetchError(f"No se pudo guardar en {destination}: {cause}; no se guardó nada.")
