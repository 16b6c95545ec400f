"""Checksums: prove that a file is the edition this build was tested with."""

import hashlib
from pathlib import Path

from geodata.errors import DataUnavailableError


def sha256_of(path: Path) -> str:
    """SHA-256 of the bytes of ``path``, 64 lower-case hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def verified(path: Path, sha256: str) -> Path:
    """Return ``path`` once its checksum is ``sha256``.

    Raises:
        DataUnavailableError: the file is absent, or is another edition.
    """
    if not path.is_file():
        raise DataUnavailableError(f"{path.name} is missing. Run `make data`.")
    found = sha256_of(path)
    if found != sha256:
        raise DataUnavailableError(
            f"{path.name} has checksum {found[:12]}…, expected {sha256[:12]}…. "
            "Delete it and run `make data`, or update the constant if a new edition is wanted."
        )
    return path


def fingerprint(paths: list[Path]) -> str:
    """One hash for the content of several files, whatever their order or place."""
    lines = sorted(f"{path.name} {sha256_of(path)}" for path in paths)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
