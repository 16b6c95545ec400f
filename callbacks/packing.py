"""Compressed once: scripts and styles of packages, which stay while the program runs."""

from typing import Any, Final

from flask import Flask, Request, Response

FIXED: Final = ("/_dash-component-suites/", "/vendor/")
"""Paths of files of installed packages; there are as many keys as there are files."""


def packing_key(request: Request) -> str:
    """What a compressed answer is remembered under; ``""`` for one that may differ next time."""
    return request.path if request.path.startswith(FIXED) else ""


class Packed:
    """Compressed answers by coding and path, as ``flask_compress`` keeps and asks for them."""

    def __init__(self) -> None:
        """Nothing is compressed before it is asked for."""
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """The answer under a key such as ``br;/vendor/bootstrap.min.css``."""
        return self._kept.get(key)

    def set(self, key: str, body: bytes) -> None:
        """Keep an answer; one without a path is forgotten at once."""
        if key.partition(";")[2]:
            self._kept[key] = body


CONFIG: Final[dict[str, Any]] = {
    "COMPRESS_CACHE_BACKEND": Packed,
    "COMPRESS_CACHE_KEY": packing_key,
}


def close_files(server: Flask) -> None:
    """Close the file behind an answer even where a compressed one takes its place.

    To be called once the compression is set up: what is attached last is run first.
    """

    @server.after_request
    def closing(response: Response) -> Response:
        close = getattr(response.response, "close", None)
        if close is not None:
            response.call_on_close(close)
        return response
