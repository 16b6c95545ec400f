"""Files that support what a roundtable records: few types, small, kept by their content.

They are never opened here and never shown by the server: whoever asks gets an attachment.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from geodata.durable import sync, writing_to
from geodata.errors import UserFacingError

MOST_BYTES: Final = 10_000_000
MOST_MB: Final = MOST_BYTES // 1_000_000
NAME: Final = re.compile(r"[0-9a-f]{64}\.[a-z]{3,4}")
ZIP: Final = b"PK\x03\x04"

BEGINNINGS: Final[Mapping[str, tuple[bytes, ...]]] = MappingProxyType(
    {
        "pdf": (b"%PDF-",),
        "png": (b"\x89PNG\r\n\x1a\n",),
        "jpg": (b"\xff\xd8\xff",),
        "jpeg": (b"\xff\xd8\xff",),
        "xlsx": (ZIP,),
        "docx": (ZIP,),
        "ods": (ZIP,),
        "odt": (ZIP,),
        "csv": (),
        "txt": (),
    }
)
"""Types that are taken and how their files begin; without a beginning, a file of text."""


class EvidenceError(UserFacingError):
    """A file cannot be kept: ``why`` is ``type``, ``size``, ``empty`` or ``content``."""

    def __init__(self, why: str) -> None:
        """A refusal; the sentence is written where the language is known."""
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Evidence:
    """Files kept in ``folder``."""

    folder: Path

    def keep(self, name: str, content: bytes) -> str:
        """Keep a file and return the name that it is kept under: its content and its type.

        Raises:
            EvidenceError: its type, size or content is none that is taken.
            StorageError: the disk does not take it.
        """
        ending = _checked(name, content)
        kept = f"{hashlib.sha256(content).hexdigest()}.{ending}"
        with writing_to(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(prefix=".", dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            sync(Path(draft))
            Path(draft).replace(self.folder / kept)
            sync(self.folder)
        return kept

    def path(self, kept: str) -> Path | None:
        """Where a file is; ``None`` where there is none of that name."""
        found = self.folder / kept
        return found if NAME.fullmatch(kept) and found.is_file() else None


def _checked(name: str, content: bytes) -> str:
    """The type of a file.

    Raises:
        EvidenceError: it is none that is taken.
    """
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending not in BEGINNINGS:
        raise EvidenceError("type")
    if not content:
        raise EvidenceError("empty")
    if len(content) > MOST_BYTES:
        raise EvidenceError("size")
    beginnings = BEGINNINGS[ending]
    fits = content.startswith(beginnings) if beginnings else b"\x00" not in content
    if not fits:
        raise EvidenceError("content")
    return ending
