"""Answers read from disk: JSON documents of which nothing is taken for granted."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TextIO

import orjson

from geodata.connectors.contract import FetchError

CHUNK_CHARACTERS: Final = 1 << 20
LARGEST_FEATURE_CHARACTERS: Final = 64 << 20
"""The most detailed municipality of the MGN has some 3 million characters."""

FEATURES: Final = re.compile(r'"features"\s*:\s*\[')
SEPARATORS: Final = re.compile(r"[\s,]*")


def broken(title: str) -> FetchError:
    """The error for an answer that is not what its format promises."""
    return FetchError(
        f"{title} respondió con datos incompletos o que no se pueden leer; "
        "no se guardó nada: repita la orden más tarde."
    )


def document(path: Path, title: str) -> dict[str, Any]:
    """The JSON object in ``path``.

    Raises:
        FetchError: it is not JSON, not an object, or it is the error of an ArcGIS or CKAN service.
    """
    found = _json(path, title)
    if not isinstance(found, dict):
        raise broken(title)
    if found.get("error") or found.get("success") is False:
        raise FetchError(
            f"{title} rechazó la consulta: el servicio cambió o está en mantenimiento; "
            "no se guardó nada: repita la orden más tarde."
        )
    return found


def rows(path: Path, title: str) -> list[dict[str, Any]]:
    """The JSON list of objects in ``path``.

    Raises:
        FetchError: it is anything else.
    """
    found = _json(path, title)
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise broken(title)
    return found


def objects(found: object, title: str) -> list[dict[str, Any]]:
    """``found``, once it is a list of objects.

    Raises:
        FetchError: it is anything else.
    """
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise broken(title)
    return found


def whole(found: object, title: str) -> int:
    """``found`` as a count; Socrata and geoBoundaries write counts as text.

    Raises:
        FetchError: it is not one.
    """
    if isinstance(found, bool) or not re.fullmatch(r"[0-9]{1,9}", str(found)):
        raise broken(title)
    return int(str(found))


def _json(path: Path, title: str) -> object:
    try:
        found: object = orjson.loads(path.read_bytes())
    except orjson.JSONDecodeError as error:
        raise broken(title) from error
    return found


def streamed_features(path: Path, title: str) -> Iterator[dict[str, Any]]:
    """The features of a GeoJSON file of any size, one in memory at a time.

    Raises:
        FetchError: the file is cut short, or is not a collection of features.
    """
    try:
        yield from _Features(path, title)
    except (ValueError, RecursionError) as error:
        raise broken(title) from error


class _Features:
    """Reads a collection through a window that grows until it holds one whole feature."""

    def __init__(self, path: Path, title: str) -> None:
        self._path = path
        self._title = title
        self._decoder = json.JSONDecoder()
        self._window = ""
        self._at = 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        with self._path.open(encoding="utf-8") as file:
            self._window = file.read(CHUNK_CHARACTERS)
            opening = FEATURES.search(self._window)
            if not opening or '"FeatureCollection"' not in self._window:
                raise broken(self._title)
            self._at = opening.end()
            while not self._closed(file):
                yield self._next(file)
            if not (self._window[self._at :] + file.read()).rstrip().endswith("}"):
                raise broken(self._title)

    def _closed(self, file: TextIO) -> bool:
        self._skip()
        if self._at >= len(self._window):
            self._widen(file)
            self._skip()
        return self._window.startswith("]", self._at)

    def _skip(self) -> None:
        separators = SEPARATORS.match(self._window, self._at)
        self._at = separators.end() if separators else self._at

    def _next(self, file: TextIO) -> dict[str, Any]:
        while True:
            try:
                feature, self._at = self._decoder.raw_decode(self._window, self._at)
            except json.JSONDecodeError:
                self._widen(file)
            else:
                return _feature(feature, self._title)

    def _widen(self, file: TextIO) -> None:
        kept = self._window[self._at :]
        more = file.read(max(CHUNK_CHARACTERS, len(kept)))
        if not more or len(kept) > LARGEST_FEATURE_CHARACTERS:
            raise broken(self._title)
        self._window, self._at = kept + more, 0


def _feature(found: object, title: str) -> dict[str, Any]:
    if not isinstance(found, dict) or not isinstance(found.get("properties"), dict):
        raise broken(title)
    return found
