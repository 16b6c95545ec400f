"""Static files that Dash does not serve itself, and the headers of every answer."""

import gzip
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Self

from flask import Flask, Response, request, send_from_directory

from callbacks.desk import Desks
from geodata.errors import DataUnavailableError
from geodata.snapshot import Workspace

FOREVER: Final = "public, max-age=31536000, immutable"
"""For addresses that carry a hash of their content."""

HEADERS: Final = {
    "Referrer-Policy": "same-origin",  # the layout reads the address that asks for it
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Geometry:
    """The geometry file of the browser, compressed once at build time."""

    name: str
    brotli: bytes
    gzipped: bytes

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Read the only ``map.<hash>.json`` of ``folder``.

        Raises:
            DataUnavailableError: there is none.
        """
        found = sorted(folder.glob("map.*.json.br"))
        if not found:
            raise DataUnavailableError(
                f"Falta la geometría del mapa en {folder}. Recupérela con `git checkout -- data` "
                "o prepárela con `make data`."
            )
        compressed = found[-1]
        return cls(
            name=compressed.name.removesuffix(".br"),
            brotli=compressed.read_bytes(),
            gzipped=compressed.with_suffix(".gz").read_bytes(),
        )

    @property
    def url(self) -> str:
        """Address that the page fetches."""
        return f"/geometry/{self.name}"

    def response(self, accepted: str) -> Response:
        """The file in the best coding that the client accepts."""
        coding, body = "", b""
        if "br" in accepted:
            coding, body = "br", self.brotli
        elif "gzip" in accepted:
            coding, body = "gzip", self.gzipped
        answer = Response(body or gzip.decompress(self.gzipped), mimetype="application/json")
        if coding:
            answer.headers["Content-Encoding"] = coding
        answer.headers["Cache-Control"] = FOREVER
        answer.headers["Vary"] = "Accept-Encoding"
        return answer


def bootstrap_folder() -> Path:
    """Where the installed package keeps Bootstrap's style sheets."""
    spec = find_spec("flask_bootstrap")
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise DataUnavailableError("Falta el paquete bootstrap-flask. Ejecute `make run`.")
    return Path(places[0]) / "static" / "bootstrap5" / "css"


def serve_files(server: Flask, geometry: Geometry, desks: Desks) -> None:
    """Attach the routes of the static files, the readiness check and the common headers."""
    styles = bootstrap_folder()

    @server.get(f"/geometry/{geometry.name}")
    def geometry_file() -> Response:
        return geometry.response(request.headers.get("Accept-Encoding", ""))

    @server.get("/vendor/bootstrap.min.css")
    def bootstrap_css() -> Response:
        return send_from_directory(styles, "bootstrap.min.css", max_age=86400)

    @server.get("/ready")
    def ready() -> dict[str, str]:
        served = {str(name): desks.shelf.current(name) for name in Workspace}
        return {name: snapshot for name, snapshot in served.items() if snapshot}

    @server.after_request
    def headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
