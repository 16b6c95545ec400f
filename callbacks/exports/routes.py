"""Routes of exports: ask for a file, see how it is doing, end it, fetch it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from flask import Flask, Response, abort, jsonify, request, send_file

from callbacks.exports.kinds import Kind
from callbacks.origin import own_page
from geodata.errors import UserFacingError
from geodata.export_jobs import ExportJobError, ExportJobs, Phase, Why
from layouts.text import DEFAULT_LANGUAGE, LANGUAGES
from layouts.text.export_words import EXPORT_WORDS

PURPOSE: Final = "export"
PLACE: Final = "lugar"
LONGEST_WAIT: Final = 110.0
"""Seconds that a plain link waits for its file."""
MOST_LINKS: Final = 2
"""Plain links that wait at once: the other threads are for readers."""
MOST_CHARACTERS: Final = 4000


@dataclass(frozen=True)
class Exporting:
    """The export routes of one server.

    Attributes:
        var: folder of snapshots.
        data: what the project ships.
    """

    jobs: ExportJobs
    var: Path
    data: Path
    _links: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(MOST_LINKS))

    def ask(self) -> Response:
        """Start a job for the kind, path and query in the body."""
        body = request.get_json(silent=True)
        asked: dict[str, Any] = body if isinstance(body, dict) else {}
        words = [str(asked.get(name, ""))[:MOST_CHARACTERS] for name in ("kind", "path", "query")]
        if words[0] not in tuple(Kind):
            abort(404)
        return jsonify(job=self._start(*words))

    def state(self, job: str) -> Response:
        """How a job is doing."""
        told = self.jobs.state(job)
        if "why" in told:
            told["error"] = EXPORT_WORDS[language()].whys[told.pop("why")]
        return jsonify(told)

    def cancel(self, job: str) -> Response:
        """End a job."""
        self.jobs.cancel(job)
        return jsonify(job=job)

    def file(self, job: str) -> Response:
        """The file of a job that is done."""
        path, told = self.jobs.file(job), self.jobs.state(job)
        return send_file(path, told["type"], as_attachment=True, download_name=told["name"])

    def link(self, kind: str) -> Response:
        """The file itself, for who follows a link without the program of the page."""
        if kind not in tuple(Kind):
            abort(404)
        pairs = dict(parse_qsl(request.query_string.decode()[:MOST_CHARACTERS]))
        path = pairs.pop(PLACE, "/")
        if not self._links.acquire(blocking=False):
            raise ExportJobError(Why.BUSY)
        try:
            return self._waited(self._start(kind, path, urlencode(pairs)))
        finally:
            self._links.release()

    def _waited(self, job: str) -> Response:
        told = self.jobs.wait(job, LONGEST_WAIT)
        if told["phase"] == Phase.DONE:
            return self.file(job)
        if "error" in told:
            raise UserFacingError(told["error"])
        self.jobs.cancel(job)
        raise ExportJobError(told.get("why", Why.ENDED))

    def _start(self, kind: str, path: str, query: str) -> str:
        return self.jobs.start(
            {"kind": kind, "path": path, "query": query, "var": str(self.var.resolve()),
             "data": str(self.data.resolve())}
        )  # fmt: skip


def language() -> str:
    """Language that a request asks for."""
    asked = request.args.get("idioma", DEFAULT_LANGUAGE)
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


def register(server: Flask, exporting: Exporting) -> None:
    """Attach the routes."""
    rules: tuple[tuple[str, str, Callable[..., Response]], ...] = (
        ("GET", "/exportar/<kind>", exporting.link),
        ("POST", "/exportes", exporting.ask),
        ("GET", "/exportes/<job>", exporting.state),
        ("POST", "/exportes/<job>/cancelar", exporting.cancel),
        ("GET", "/exportes/<job>/archivo", exporting.file),
    )
    for method, rule, answer in rules:
        server.add_url_rule(rule, rule, _guard(answer, method), methods=[method])


def _guard(answer: Callable[..., Response], method: str) -> Callable[..., Response]:
    """Refusals in one sentence; what starts or ends something is for our own page only."""

    def guarded(**arguments: str) -> Response:
        if method == "POST" and not own_page(PURPOSE):
            return _refused("Esta dirección solo atiende a su propia página.", 403)
        try:
            made = answer(**arguments)
        except ExportJobError as error:
            busy = error.why is Why.BUSY
            return _refused(EXPORT_WORDS[language()].whys[error.why], 503 if busy else 404)
        except UserFacingError as error:
            return _refused(str(error), 400)
        made.headers["Cache-Control"] = "no-store"
        return made

    return guarded


def _refused(sentence: str, status: int) -> Response:
    answer = jsonify(error=sentence)
    answer.status_code = status
    return answer
