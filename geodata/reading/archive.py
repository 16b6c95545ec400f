"""Archives looked at before anything in them is unpacked."""

import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from geodata.reading import refusals
from geodata.reading.limits import LIMITS
from geodata.reading.refusals import refuse

_ENCRYPTED_FLAG: Final = 0x1


@contextmanager
def inspected(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, open, once its list of members was found harmless.

    Raises:
        UnreadableFileError: it is broken, encrypted, expands too much, or has members that are
            links or that name a place outside their folder.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _inspect(archive.infolist(), path.stat().st_size)
            yield archive
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise refuse(refusals.BROKEN) from error


def _inspect(members: list[zipfile.ZipInfo], packed_bytes: int) -> None:
    unpacked_bytes = sum(member.file_size for member in members)
    steep = unpacked_bytes > LIMITS.ratio * packed_bytes
    if (
        len(members) > LIMITS.members
        or unpacked_bytes > LIMITS.unpacked_bytes
        or (steep and unpacked_bytes > LIMITS.ratio_from_bytes)
    ):
        raise refuse(refusals.BOMB)
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise refuse(refusals.ENCRYPTED)
    if len({member.filename for member in members}) < len(members):
        raise refuse(refusals.BROKEN)
    if any(_leaves(member) for member in members):
        raise refuse(refusals.UNSAFE_MEMBER)


def _leaves(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a link or has a name that points elsewhere."""
    name = member.filename
    path = PurePosixPath(name)
    return (
        stat.S_ISLNK(member.external_attr >> 16)
        or path.is_absolute()
        or ".." in path.parts
        or "\\" in name
        or ":" in name
    )
