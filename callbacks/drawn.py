"""Maps drawn before anybody asks for them: answers on disk, compressed as far as it goes.

The map of an indicator, as a scope opens, is the same for everyone while the snapshot and the
program are the same. Drawing one takes 15 to 25 ms, and up to 250 ms where disclosure control has
to decide first; reading it takes less than a tenth of a millisecond, and the time that the densest
compression takes is spent once. Everything else is drawn when it is asked for.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from geodata.durable import STAGING, clear_leftovers, put_in_place, sync_folder, take_away
from geodata.snapshot import Workspace
from layouts.text import LANGUAGES

FOLDER: Final = ".mapas"
SCOPES: Final = ("frontera_venezuela", "pais")
"""The scope that a view opens with, and the widest one, which costs most."""


class StoppedError(Exception):
    """Whoever asked for the maps is gone."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The maps of one snapshot and one version of the program, in a folder of their own.

    Attributes:
        root: the folder of workspaces.
        version: what the program is; see ``callbacks.values.version_of``.
    """

    root: Path
    version: str

    def read(self, workspace: str, snapshot: str, request: str) -> bytes | None:
        """The answer to ``request`` in Brotli; ``None`` where it is not drawn."""
        try:
            return (self.folder(workspace, snapshot) / name_of(request)).read_bytes()
        except FileNotFoundError:
            return None

    def folder(self, workspace: str, snapshot: str) -> Path:
        """Where the maps of a snapshot are: all of them, or it is not there."""
        return self.root / FOLDER / f"{workspace}-{snapshot}-{self.version}"

    def write(self, workspace: Workspace, snapshot: str, maps: Iterator[tuple[str, bytes]]) -> None:
        """Keep ``maps``, answers by request, in place of those of older snapshots and programs."""
        final = self.folder(workspace, snapshot)
        final.parent.mkdir(parents=True, exist_ok=True)
        clear_leftovers(final.parent)
        staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=final.parent))
        try:
            for request, answer in maps:
                (staging / name_of(request)).write_bytes(answer)
            sync_folder(staging)
            put_in_place(staging, final)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        for older in final.parent.glob(f"{workspace}-*"):
            if older != final:
                take_away(older)


def name_of(request: str) -> str:
    """Name of the file of an answer."""
    return f"{hashlib.sha256(request.encode()).hexdigest()[:32]}.br"


def openings(indicators: Mapping[str, object], workspace: Workspace) -> Iterator[dict[str, str]]:
    """What differs between the views whose maps are drawn ahead."""
    for key, scope, language in product(indicators, SCOPES, LANGUAGES):
        yield {"indicador": key, "ambito": scope, "idioma": language, "espacio": workspace}


def while_wanted(parent: int) -> Callable[[], None]:
    """Called between two maps: stops where the process ``parent``, which asked, has ended.

    Returns:
        a function that raises ``StoppedError``.
    """

    def go_on() -> None:
        if os.getppid() != parent:
            raise StoppedError

    return go_on
