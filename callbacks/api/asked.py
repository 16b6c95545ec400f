"""A request read: its parameters, its language, and the snapshot that it names."""

from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar, get_origin

from flask import Request
from pydantic import BaseModel, ValidationError

from callbacks.api.problems import (
    NOT_FOUND,
    ApiError,
    repeated,
    too_long,
    unknown_name,
    unread,
)
from callbacks.api.questions import MOST_CHARACTERS, Question
from callbacks.desk import Desk, Desks
from geodata.errors import DataUnavailableError
from geodata.snapshot import SNAPSHOT_ID, Workspace
from indicators.spec import Text
from layouts.text import DEFAULT_LANGUAGE, LANGUAGES

Q = TypeVar("Q", bound=Question)
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Asked(Generic[Q]):
    """A question with everything that is needed to answer it.

    Attributes:
        name: what the address names after the resource, such as a code; empty without it.
        path: of the request, without its query.
        sent: the query as it came, for the address of the next page.
    """

    question: Q
    desk: Desk
    desks: Desks
    language: str
    name: str
    path: str
    sent: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, request: Request, model: type[Q], desks: Desks, name: str) -> Self:
        """Read ``request`` as a question of ``model``.

        Raises:
            ApiError: it cannot be read, or names a snapshot that does not exist.
        """
        question = question_of(request, model)
        return cls(
            question=question,
            desk=desk_of(question, desks),
            desks=desks,
            language=language_of(request),
            name=name,
            path=request.path,
            sent=tuple(request.args.items(multi=True)),
        )


def language_of(request: Request) -> str:
    """The language of the sentences: ``lang``, else ``Accept-Language``, else Spanish."""
    asked = request.args.get("lang", "")
    if asked in LANGUAGES:
        return asked
    wanted = (tag.partition("-")[0].lower() for tag, q in request.accept_languages if q > 0)
    return next((language for language in wanted if language in LANGUAGES), DEFAULT_LANGUAGE)


def question_of(request: Request, model: type[M]) -> M:
    """The parameters of ``request``.

    Raises:
        ApiError: one is unknown, not valid, or asks for too much.
    """
    if len(request.query_string) > MOST_CHARACTERS:
        raise too_long(MOST_CHARACTERS)
    try:
        return model(**_values(request, model))
    except ValidationError as error:
        raise unread(error, model) from error


def _values(request: Request, model: type[BaseModel]) -> dict[str, Any]:
    """What was sent, by name; lists are split at their commas."""
    values: dict[str, Any] = {}
    for name, texts in request.args.lists():
        field = model.model_fields.get(name)
        if field is not None and get_origin(field.annotation) is tuple:
            values[name] = [word for text in texts for word in text.split(",")]
        elif len(texts) > 1:
            raise repeated(name[:40])
        else:
            values[name] = texts[0]
    return values


def desk_of(question: Question, desks: Desks) -> Desk:
    """The desk over the snapshot that ``question`` names.

    Raises:
        ApiError: there is no such snapshot, or nothing is prepared in the workspace.
    """
    workspace, snapshot = Workspace(question.workspace), question.snapshot or ""
    if not desks.prepared(workspace):
        raise ApiError(
            NOT_FOUND,
            Text(
                f"El espacio «{workspace}» no está preparado en este servidor.",
                f"The workspace “{workspace}” is not prepared on this server.",
            ),
            parameter="workspace",
        )
    known = [manifest.id for manifest in desks.shelf.history(workspace)] if snapshot else []
    if snapshot and not (SNAPSHOT_ID.fullmatch(snapshot) and snapshot in known):
        raise unknown_name(Text("la edición", "snapshot"), snapshot, known, "snapshot")
    try:
        return desks.desk(workspace, snapshot)
    except DataUnavailableError as error:
        raise unknown_name(Text("la edición", "snapshot"), snapshot, known, "snapshot") from error
