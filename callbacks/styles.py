"""The style sheets of every page as one file at an address that never changes.

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

APART: Final = ("show",)
"""Sheets of documents that are no page of the application."""
DIGITS: Final = 12


@dataclass(frozen=True)
class Styles:
    """Bootstrap and the sheets of a folder, in the order of their names."""

    sheet: bytes

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The sheets of ``folder``.

        Raises:
            DataUnavailableError: the package that brings Bootstrap is not installed.
        """
        own = sorted(path for path in folder.glob("*.css") if path.stem not in APART)
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


def serve_styles(server: Flask, styles: Styles) -> None:
    """Attach the route of the sheet."""

    @server.get("/estilos/<name>")
    def style_sheet(name: str) -> Response:
        if not styles.address.endswith(f"/{name}"):
            abort(404)
        coding = coding_of(request.headers.get("Accept-Encoding", ""))
        return forever(styles.bodies[coding], coding, "text/css")
