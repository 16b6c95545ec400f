"""The style sheets of a page as one file at an address that never changes.

A browser draws nothing before all sheets are here, and each of them is a question to the server.
"""

import gzip
import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Self

import brotli
from flask import Flask, Response, abort, request

from callbacks.serve import bootstrap_folder, coding_of, forever

APART: Final = ("kit", "show")
"""Sheets of documents that are no page of the application."""
READ: Final = ("compare", "ficha", "mesa", "places", "programmes")
"""Sheets of views that are read: the map, whose list is written anew at every choice, is spared
their rules of what an element contains."""
DIGITS: Final = 12


@dataclass(frozen=True)
class Sheet:
    """Bootstrap and sheets of a folder, in the order of their names."""

    sheet: bytes

    @classmethod
    def of(cls, folder: Path, without: tuple[str, ...] = APART) -> Self:
        """The sheets of ``folder``, but for some.

        Raises:
            DataUnavailableError: the package that brings Bootstrap is not installed.
        """
        own = sorted(path for path in folder.glob("*.css") if path.stem not in without)
        sheets = [bootstrap_folder() / "bootstrap.min.css", *own]
        return cls(b"\n".join(path.read_bytes() for path in sheets))

    @cached_property
    def address(self) -> str:
        """Where the sheet is; another sheet has another address."""
        return f"/estilos/{hashlib.sha256(self.sheet).hexdigest()[:DIGITS]}.css"

    @cached_property
    def bodies(self) -> dict[str, bytes]:
        """The sheet by coding; each is made once."""
        return {
            "br": brotli.compress(self.sheet),
            "gzip": gzip.compress(self.sheet, mtime=0),
            "": self.sheet,
        }


@dataclass(frozen=True, slots=True)
class Styles:
    """The sheet of the map, and that of everything else."""

    map: Sheet
    read: Sheet

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Both sheets from those of ``folder``."""
        return cls(Sheet.of(folder, (*APART, *READ)), Sheet.of(folder))


def serve_styles(server: Flask, styles: Styles) -> None:
    """Attach the route of the sheets."""
    known = {sheet.address: sheet for sheet in (styles.map, styles.read)}

    @server.get("/estilos/<name>")
    def style_sheet(name: str) -> Response:
        sheet = known.get(f"/estilos/{name}")
        if sheet is None:
            abort(404)
        coding = coding_of(request.headers.get("Accept-Encoding", ""))
        return forever(sheet.bodies[coding], coding, "text/css")
