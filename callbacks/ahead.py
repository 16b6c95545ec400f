"""Draws the maps of the current snapshots before anybody asks: at once, or beside a server."""

import os
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Final

from callbacks.desk import Desks
from callbacks.drawn import Drawn, StoppedError, while_wanted
from callbacks.values import Values, version_of
from geodata.processes import start_aside
from geodata.shelf import FileShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS

FIRST_PAGE_S: Final = 10.0
LAST_IN_LINE: Final = 19
"""Niceness of work that nobody waits for."""


def values_of(desks: Desks, root: Path, var: Path) -> Values:
    """The numbers of ``desks`` for the program under ``root``, with the maps drawn in ``var``."""
    version = version_of(root)
    return Values(desks, version, Drawn(var, version))


def draw_ahead(root: Path, var: Path, go_on: Callable[[], None] = lambda: None) -> None:
    """Draw the map of each indicator as a scope opens, so that nobody waits for it.

    Args:
        root: the program.
        var: folder of snapshots.
        go_on: called before each map; may raise to give up.
    """
    desks = Desks.opening_on("", FileShelf(var), INDICATORS)
    for workspace in Workspace:
        values_of(desks, root, var).draw_ahead(workspace, go_on)


def draw_meanwhile(values: Values, command: Sequence[str]) -> None:
    """Draw what is missing by ``command``, which ends with this process or before it.

    It starts when the first reader has a page: loading it takes as much as starting the server.
    """

    def start() -> None:
        start_aside(command, output=subprocess.DEVNULL)

    if any(values.to_draw(workspace) for workspace in Workspace):
        timer = Timer(FIRST_PAGE_S, start)
        timer.daemon = True
        timer.start()


def draw_for(parent: int, root: Path, var: Path) -> None:
    """Draw maps for the server ``parent``, after whatever else this computer has to do."""
    if hasattr(os, "nice"):
        os.nice(LAST_IN_LINE)
    with suppress(StoppedError):
        draw_ahead(root, var, while_wanted(parent))
