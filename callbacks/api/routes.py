"""The routes of ``/api/v1``: one guard around every resource, and tags by snapshot."""

import gzip
import hashlib
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import orjson
from flask import Flask, Response, request
from werkzeug.exceptions import MethodNotAllowed

from callbacks.api.asked import Asked, language_of, question_of
from callbacks.api.document import BASE, RESOURCES, Resource, document
from callbacks.api.problems import (
    FAULTS,
    INTERNAL,
    ApiError,
    unknown_method,
    unknown_path,
)
from callbacks.api.questions import Question, Spoken
from callbacks.api.replies import GEOJSON, JSON
from callbacks.desk import Desks
from indicators.memory import Memory
from indicators.records import indicator_record
from indicators.spec import Indicator, Text
from layouts.api_page import api_page
from layouts.text import LANGUAGES

log = logging.getLogger(__name__)

OPENAPI: Final = "openapi.json"
PAGE: Final = "docs"
READING: Final = "GET, HEAD"
PINNED: Final = "public, max-age=86400"
"""For an address that names its snapshot; its content never changes, but its form may."""

ASK_AGAIN: Final = "no-cache"
"""May be kept, but is asked for again with its tag: another snapshot may be served by now."""

KEPT_BYTES: Final = 32_000_000
"""Of answers remembered, for all snapshots together."""

HEX: Final = 12
GZIP_LEVEL: Final = 4
"""A third of the time of the usual level for 3 % more bytes of coordinates."""

FAILED: Final = Text(
    "Algo falló al preparar la respuesta. Repita la consulta; si sigue, avise a quien mantiene "
    "el tablero.",
    "Something failed while preparing the answer. Ask again; if it goes on, tell whoever "
    "maintains the dashboard.",
)


@dataclass(frozen=True, slots=True)
class Written:
    """What the API says of itself.

    Attributes:
        form: digest of what the code says of the data; another form, another tag.
        documents: the OpenAPI document by language, as bytes.
        pages: the same as a page.
    """

    form: str
    documents: Mapping[str, bytes] = field(repr=False)
    pages: Mapping[str, str] = field(repr=False)

    @classmethod
    def over(cls, indicators: Iterable[Indicator]) -> "Written":
        """Write the document and its page in each language."""
        written = {language: document(language) for language in LANGUAGES}
        documents = {language: orjson.dumps(made) for language, made in written.items()}
        faults = [(fault.key, fault.status, fault.title) for fault in FAULTS]
        pages = {language: api_page(made, faults, language) for language, made in written.items()}
        registry = orjson.dumps([indicator_record(i) for i in indicators])
        form = hashlib.sha256(b"".join([*documents.values(), registry])).hexdigest()[:HEX]
        return cls(form, documents, pages)


@dataclass(frozen=True)
class Api:
    """The API over the snapshots of ``desks``."""

    desks: Desks
    _kept: Memory[bytes] = field(default_factory=lambda: Memory(KEPT_BYTES), repr=False)

    @cached_property
    def written(self) -> Written:
        """Written when it is first needed: it takes longer than opening the data."""
        return Written.over(self.desks.indicators.values())

    def resource(self, resource: Resource, name: str) -> Response:
        """The answer of ``resource`` to the request that is being served."""
        asked = Asked.read(request, resource.question, self.desks, name)
        tag = self._tag(asked)
        if request.if_none_match.contains_weak(tag) and _by_snapshot(resource):
            return self._headed(Response(status=304), asked, tag)
        body = self._body(resource, asked, tag)
        if not _by_snapshot(resource):
            tag = hashlib.sha256(body).hexdigest()[:HEX]
        made = self._headed(_packed(body, resource.media_type), asked, tag)
        made.make_conditional(request)
        return made

    def _body(self, resource: Resource, asked: Asked[Question], tag: str) -> bytes:
        """The answer as bytes; remembered, since what a tag stands for never changes."""
        kept = self._kept.get(tag) if _by_snapshot(resource) else None
        if kept is not None:
            return kept
        made = orjson.dumps(resource.answer(asked))
        return self._kept.keep(tag, made, len(made)) if _by_snapshot(resource) else made

    def _tag(self, asked: Asked[Question]) -> str:
        """Of the snapshot, the form, the language and the address: known before the answer is."""
        address = f"{self.written.form} {asked.language} {request.full_path}"
        digest = hashlib.sha256(address.encode()).hexdigest()[:HEX]
        return f"{asked.desk.store.snapshot_id}-{digest}"

    def _headed(self, response: Response, asked: Asked[Question], tag: str) -> Response:
        response.set_etag(tag, weak=True)
        response.headers["Cache-Control"] = PINNED if asked.question.snapshot else ASK_AGAIN
        response.headers["Content-Language"] = asked.language
        response.headers["Vary"] = "Accept-Language"
        return response

    def described(self) -> Response:
        """The OpenAPI document in the language asked for."""
        question_of(request, Spoken)
        return self._static(self.written.documents[language_of(request)], JSON)

    def page(self) -> Response:
        """The page of the documentation in the language asked for."""
        question_of(request, Spoken)
        return self._static(self.written.pages[language_of(request)].encode(), "text/html")

    def _static(self, body: bytes, media_type: str) -> Response:
        made = Response(body, mimetype=media_type)
        made.set_etag(hashlib.sha256(body).hexdigest()[:HEX], weak=True)
        made.headers["Cache-Control"] = ASK_AGAIN
        made.headers["Content-Language"] = language_of(request)
        made.headers["Vary"] = "Accept-Language"
        made.make_conditional(request)
        return made


def _packed(body: bytes, media_type: str) -> Response:
    """Shapes in gzip where the client takes it: the server's own compression passes them by."""
    if media_type != GEOJSON or not request.accept_encodings["gzip"]:
        return Response(body, mimetype=media_type)
    made = Response(gzip.compress(body, GZIP_LEVEL, mtime=0), mimetype=media_type)
    made.headers["Content-Encoding"] = "gzip"
    return made


def _by_snapshot(resource: Resource) -> bool:
    """Whether a snapshot decides the answer; the list of snapshots grows by itself."""
    return resource.path != "/snapshots"


def register(server: Flask, desks: Desks) -> None:
    """Attach the routes. No header ever allows another origin to read them."""
    api = Api(desks)
    for resource in RESOURCES:
        _attach(server, resource.path.replace("{name}", "<name>"), _answering(api, resource))
    _attach(server, f"/{OPENAPI}", api.described)
    _attach(server, f"/{PAGE}", api.page)
    _attach(server, "/", api.page)
    for rule in (f"{BASE}/<path:name>", f"{BASE}/"):
        server.add_url_rule(rule, f"rest {rule}", _guarded(_refuse), methods=["OPTIONS"])
    _attach(server, "/<path:name>", _unknown)
    server.register_error_handler(MethodNotAllowed, _not_allowed)


def _attach(server: Flask, path: str, answer: Callable[..., Response]) -> None:
    rule = BASE + path
    server.add_url_rule(
        rule, rule, _guarded(answer), methods=["GET"], provide_automatic_options=False
    )


def _answering(api: Api, resource: Resource) -> Callable[..., Response]:
    def answer(name: str = "") -> Response:
        return api.resource(resource, name)

    return answer


def _unknown(**_named: str) -> Response:
    raise unknown_path([f"{BASE}{r.path}" for r in RESOURCES] + [f"{BASE}/{OPENAPI}"])


def _refuse(**_named: str) -> Response:
    raise unknown_method(request.method)


def _guarded(answer: Callable[..., Response]) -> Callable[..., Response]:
    """``answer`` whose errors are told as RFC 9457 asks; unexpected ones go to the log."""

    def guarded(**arguments: str) -> Response:
        try:
            return answer(**arguments)
        except ApiError as error:
            return _told(error)
        except Exception:
            log.exception("Answer failed")
            return _told(ApiError(INTERNAL, FAILED))

    return guarded


def _told(error: ApiError) -> Response:
    made = error.answer(language_of(request), request.path)
    made.headers["Vary"] = "Accept-Language"
    if made.status_code == MethodNotAllowed.code:
        made.headers["Allow"] = READING
    return made


def _not_allowed(error: MethodNotAllowed) -> Response | MethodNotAllowed:
    """The refusal of a method under ``BASE``; elsewhere as it was."""
    inside = request.path == BASE or request.path.startswith(f"{BASE}/")
    return _told(unknown_method(request.method)) if inside else error
