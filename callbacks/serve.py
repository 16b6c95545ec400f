"""Static files that Dash does not serve itself, and the headers of every answer."""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import brotli
from flask import Flask, Response, abort, g, request, send_from_directory

from callbacks.bundles import Bundles, BusyError
from callbacks.desk import Desks
from callbacks.state import Selection
from callbacks.values import Values
from geodata.errors import DataUnavailableError
from geodata.map_file import MapFile
from geodata.snapshot import Workspace

FOREVER: Final = "public, max-age=31536000, immutable"
"""For addresses that carry a hash of their content."""

KEPT_PACKED: Final = 8

BUNDLES: Final = "/conjuntos/"

HEADERS: Final = {
    "Referrer-Policy": "same-origin",  # the layout reads the address that asks for it
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Maps:
    """Where the browser finds the map of each snapshot.

    Attributes:
        default: for snapshots that carry none.
    """

    desks: Desks
    default: MapFile

    def of(self, selection: Selection) -> str:
        """Address of the map of a selection."""
        return self._address(self.desks.of(selection).map)

    def named(self, name: str) -> MapFile:
        """The map called ``name``, the default one if no snapshot in use has it."""
        return next((found for found in self.desks.maps() if found.name == name), self.default)

    def _address(self, own: MapFile | None) -> str:
        return f"/geometry/{(own or self.default).name}"


def forever(body: bytes, coding: str, kind: str = "application/json") -> Response:
    """What never changes, JSON unless said, already in ``coding``: ``br``, ``gzip`` or ``""``."""
    answer = Response(body, mimetype=kind)
    if coding:
        answer.headers["Content-Encoding"] = coding
    answer.headers["Cache-Control"] = FOREVER
    answer.headers["Vary"] = "Accept-Encoding"
    return answer


def coding_of(accepted: str) -> str:
    """The best coding that a client accepts."""
    return next((coding for coding in ("br", "gzip") if coding in accepted), "")


def in_coding(found: MapFile, accepted: str) -> Response:
    """A map in the best coding that the client accepts."""
    coding = coding_of(accepted)
    bodies = {"br": found.brotli, "gzip": found.gzipped}
    return forever(bodies.get(coding) or gzip.decompress(found.gzipped), coding)


def serve_values(server: Flask, values: Values) -> None:
    """Attach the route of the numbers of the map."""

    @server.get("/valores/<snapshot>/<scope>/<name>")
    def numbers(snapshot: str, scope: str, name: str) -> Response:
        coding = coding_of(request.headers.get("Accept-Encoding", ""))
        query = request.query_string.decode()
        body = values.answer((snapshot, scope, name), query, br=coding == "br")
        if body is None:
            abort(404)
        return forever(body if coding else gzip.decompress(body), coding)


def serve_words(server: Flask, words: Callable[[str, str, str], bytes | None]) -> None:
    """Attach the route of the words and menus of a view; ``words`` gives them as JSON."""
    packed = lru_cache(KEPT_PACKED)(brotli.compress)

    @server.get("/vocabulario/<snapshot>/<name>")
    def vocabulary(snapshot: str, name: str) -> Response:
        body = words(snapshot, name, request.query_string.decode())
        if body is None:
            abort(404)
        accepted = request.headers.get("Accept-Encoding", "")
        return forever(packed(body), "br") if "br" in accepted else forever(body, "")


def serve_bundles(server: Flask, bundles: Bundles) -> None:
    """Attach the route of everything that the filters of a scope can reach.

    Where the server has no time for it the answer is 202, which is no failure: ask again.
    """
    readers = bundles.foreground

    @server.before_request
    def enter() -> None:
        if not request.path.startswith(BUNDLES):
            readers.enter()
            g.waited_for = True

    @server.teardown_request
    def leave(_error: BaseException | None) -> None:
        if g.pop("waited_for", False):
            readers.leave()

    @server.get(BUNDLES + "<snapshot>/<scope>/<name>")
    def bundle(snapshot: str, scope: str, name: str) -> Response:
        coding = coding_of(request.headers.get("Accept-Encoding", ""))
        query = request.query_string.decode()
        try:
            body = bundles.answer((snapshot, scope, name), query, br=coding == "br")
        except BusyError:
            return Response(status=202, headers={"Retry-After": "1", "Cache-Control": "no-store"})
        if body is None:
            abort(404)
        return forever(body if coding else gzip.decompress(body), coding)


def bootstrap_folder() -> Path:
    """Where the installed package keeps Bootstrap's style sheets."""
    spec = find_spec("flask_bootstrap")
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise DataUnavailableError("Falta el paquete bootstrap-flask. Ejecute `make run`.")
    return Path(places[0]) / "static" / "bootstrap5" / "css"


def serve_files(server: Flask, maps: Maps) -> None:
    """Attach the routes of the static files, the readiness check and the common headers."""
    styles = bootstrap_folder()

    @server.get("/geometry/<name>")
    def geometry_file(name: str) -> Response:
        found = maps.named(name)
        if found.name != name:
            abort(404)
        return in_coding(found, request.headers.get("Accept-Encoding", ""))

    @server.get("/vendor/bootstrap.min.css")
    def bootstrap_css() -> Response:
        return send_from_directory(styles, "bootstrap.min.css", max_age=86400)

    @server.get("/ready")
    def ready() -> dict[str, str]:
        served = {str(name): maps.desks.shelf.current(name) for name in Workspace}
        return {name: snapshot for name, snapshot in served.items() if snapshot}

    @server.after_request
    def headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
