"""Routes through which a file comes in: only where the server allows it, only from its own page."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from flask import Flask, Response, jsonify, request

from callbacks.origin import own_page
from geodata.errors import UserFacingError
from geodata.imports.kinds import KINDS
from geodata.jobs import JobError, Jobs
from indicators.spec import Indicator
from layouts.text import in_language as in_tongue
from layouts.text.catalogue import Catalogue

LIMIT_MB: Final = 200
CHUNK_BYTES: Final = 1 << 20
ENCODINGS: Final = ("utf-8", "cp1252", "cp850")
FORMS: Final = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
OPTIONS: Final = ("kind", "encoding", "decimal", "sheet", "crs", "header_row")


@dataclass(frozen=True, slots=True)
class Importing:
    """The import routes of one server."""

    jobs: Jobs
    workspace: str
    indicators: Mapping[str, Indicator]

    def receive(self) -> Response:
        """Stream the body of the request to a file of ours, then start reading it."""
        job, path = self.jobs.receive()
        _stream(path)
        asked = {name: request.args.get(name, "") for name in OPTIONS}
        if asked["kind"] not in KINDS:
            raise JobError("Elija qué contiene el archivo.")
        name = Path(request.args.get("name", "archivo").replace("\\", "/")).name[:120]
        self.jobs.read(job, asked | {"name": name, "map": {}, "set": {}, **self._place()})
        return jsonify(job=job)

    def columns(self, job: str) -> Response:
        """Read again with the columns, words and encoding that the person chose."""
        home = self.jobs.folder(job)
        before = json.loads((home / "request.json").read_text(encoding="utf-8"))
        self.jobs.read(job, before | _chosen(_body()))
        return jsonify(job=job)

    def publish(self, job: str) -> Response:
        """Publish what was read, with who and why."""
        asked = _body()
        reason = {name: str(asked.get(name, "")).strip()[:200] for name in ("author", "note")}
        if not all(reason.values()):
            raise JobError("Escriba quién publica y por qué.")
        self.jobs.publish(job, reason | {"accept": bool(asked.get("accept"))})
        return jsonify(job=job)

    def cancel(self, job: str) -> Response:
        """End a job."""
        self.jobs.cancel(job)
        return jsonify(job=job)

    def state(self, job: str) -> Response:
        """How a job is doing, in the language asked for."""
        return jsonify(in_language(self.jobs.state(job), request.args.get("idioma", "es")))

    def findings(self, job: str, form: str) -> Response:
        """Every finding as CSV, or the same spreadsheet with its cells marked."""
        english = form == "csv" and request.args.get("idioma") == "en"
        name = "findings" if english else "hallazgos"
        path = self.jobs.folder(job) / f"{name}.{form}"
        if form not in FORMS or not path.exists():
            raise JobError("No hay hallazgos para descargar.")
        return _download(path.read_bytes(), form, name)

    def template(self, kind: str, form: str) -> Response:
        """A template of a kind, with an example row."""
        from geodata.imports.templates import template  # noqa: PLC0415 - loads writers of workbooks

        if kind not in KINDS or form not in FORMS:
            raise JobError("No existe esa plantilla.")
        return _download(template(KINDS[kind], form), form, kind)

    def _place(self) -> dict[str, Any]:
        limits = {
            key: [i.unit.key, *i.valid_range, str(i.groups[0])]
            for key, i in self.indicators.items()
        }
        return {"root": str(self.jobs.root), "workspace": self.workspace, "limits": limits}


def _chosen(body: Mapping[str, Any]) -> dict[str, Any]:
    """What a person changed after a first reading; the rest stays as it was said."""
    words = {
        name: {str(key): str(value) for key, value in body[name].items()}
        for name in ("map", "set")
        if isinstance(body.get(name), dict)
    }
    return words | {name: str(body[name]) for name in OPTIONS[1:] if name in body}


def in_language(state: dict[str, Any], language: str) -> dict[str, Any]:
    """A state whose findings carry one sentence each."""
    side = "sentence_en" if language == "en" else "sentence_es"
    found = [{"severity": f["severity"], "sentence": f[side]} for f in state.get("findings", [])]
    return state | {"findings": found}


def setup(
    texts: Catalogue,
    geometry: str,
    sources: Iterable[str],
    indicators: Mapping[str, Indicator],
) -> dict[str, Any]:
    """What the steps of an import need in the browser.

    Args:
        texts: the language of the page.
        geometry: address of the map, to show what would change on it.
        sources: those that a file may name.
        indicators: to call them by their titles.
    """
    spanish = texts.language == "es"
    kinds = [
        {"key": kind.name, "title": kind.title_es if spanish else kind.title_en}
        for kind in KINDS.values()
    ]
    return {
        "words": texts.importing,
        "kinds": kinds,
        "encodings": [["", "auto"], *([name, name] for name in ENCODINGS)],
        "limitMb": LIMIT_MB,
        "geometry": geometry,
        "sources": list(sources),
        "titles": {k: in_tongue(i.title, texts.language) for k, i in indicators.items()},
        "language": texts.language,
    }


def register(server: Flask, importing: Importing) -> None:
    """Attach the routes; a request from another page or another host is refused."""
    guarded: tuple[tuple[str, str, Callable[..., Response]], ...] = (
        ("POST", "/importar/archivo", importing.receive),
        ("POST", "/importar/<job>/columnas", importing.columns),
        ("POST", "/importar/<job>/publicar", importing.publish),
        ("POST", "/importar/<job>/cancelar", importing.cancel),
        ("GET", "/importar/<job>", importing.state),
        ("GET", "/importar/<job>/hallazgos.<form>", importing.findings),
        ("GET", "/importar/plantilla/<kind>.<form>", importing.template),
    )
    for method, rule, answer in guarded:
        server.add_url_rule(rule, rule, _guard(answer, method), methods=[method])


def _guard(answer: Callable[..., Response], method: str) -> Callable[..., Response]:
    def guarded(**arguments: str) -> Response:
        if not _own_host() or (method == "POST" and not own_page("import")):
            return _refused("Esta dirección solo atiende a su propia página.", 403)
        try:
            return answer(**arguments)
        except UserFacingError as error:
            return _refused(str(error), 400)

    return guarded


def _own_host() -> bool:
    """Whether the request names this computer: a foreign name could be a rebound one."""
    return urlsplit(f"//{request.host}").hostname in ("127.0.0.1", "localhost", "::1")


def _stream(path: Path) -> None:
    """Write the body to ``path``, never more of it in memory than a chunk."""
    left = LIMIT_MB * 1_000_000
    with path.open("wb") as file:
        while chunk := request.stream.read(CHUNK_BYTES):
            left -= len(chunk)
            if left < 0:
                raise JobError(f"El archivo pasa del límite de {LIMIT_MB} MB.")
            file.write(chunk)


def _body() -> dict[str, Any]:
    asked = request.get_json(silent=True)
    return asked if isinstance(asked, dict) else {}


def _download(content: bytes, form: str, name: str) -> Response:
    answer = Response(content, mimetype=FORMS[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer


def _refused(sentence: str, status: int) -> Response:
    answer = jsonify(error=sentence)
    answer.status_code = status
    return answer
