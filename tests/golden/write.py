"""Writes the golden fichas: ``python -m tests.golden.write``, or ``make golden``.

Whoever changes what a ficha says runs this, reads the difference as a mayor would, and commits it.
The tests only compare; nothing writes these files but this command.
"""

import sys
import tempfile
from pathlib import Path

from app import ROOT, Settings, prepare
from callbacks.desk import Desks
from callbacks.fichas import Fichas
from geodata.shelf import FileShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS
from layouts.ficha.page import ficha_tree
from layouts.text import catalogue
from tests.golden.reading import read

FOLDER = Path(__file__).parent / "fichas"
TODAY = "2026-11-28"
"""The day on which the centres of the golden fichas work or do not."""

PLACES = {
    "maicao": "/municipio/44430",
    "villa-del-rosario": "/municipio/54874",
    "arauca": "/municipio/81001",
    "cucuta": "/municipio/54001",
    "riohacha": "/municipio/44001",
    "puerto-carreno": "/municipio/99001",
    "inirida": "/municipio/94001",
    "valledupar": "/municipio/20001",
    "norte-de-santander": "/departamento/54",
    "frontera": "/frontera",
}


def profile_of(desks, name, workspace):
    """The ficha of a golden place, on the golden day."""
    asked = Fichas(desks, today=TODAY).asked(PLACES[name], f"espacio={workspace}")
    return Fichas(desks, today=TODAY).profile(asked, catalogue("es"))


def text_of(profile):
    """A golden ficha as text."""
    return f"# {profile.name}\n" + read(ficha_tree(profile))


def path_of(name, workspace):
    """Where a golden ficha lies."""
    return FOLDER / workspace / f"{name}.txt"


def write(desks):
    """Write every golden ficha, and say which changed."""
    for workspace in Workspace:
        for name in PLACES:
            path, text = path_of(name, workspace), text_of(profile_of(desks, name, workspace))
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            path.write_text(text, encoding="utf-8")
            if text != before:
                print(path.relative_to(ROOT))  # noqa: T201 - the reader is at a terminal


def main(folder):
    """Prepare both workspaces in ``folder``, then write."""
    settings = Settings(var=Path(folder))
    prepare(settings)
    write(Desks(FileShelf(settings.var), INDICATORS))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as made:
            main(made)
