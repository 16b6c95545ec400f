"""What can go wrong with a question, told as RFC 9457 asks, in the language of the reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

import orjson
from flask import Response
from pydantic import BaseModel, ValidationError

from geodata.errors import UserFacingError
from indicators.spec import Text
from layouts.text import in_language

DOCS: Final = "/api/v1/docs"
MEDIA_TYPE: Final = "application/problem+json"
MOST_SHOWN: Final = 40
"""Characters of what was sent that a sentence repeats."""

MOST_NAMED: Final = 30
"""Words that a sentence lists; ``allowed`` has them all."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of problem; ``key`` is its anchor on the page of the documentation."""

    key: str
    status: int
    title: Text


UNKNOWN_PARAMETER: Final = Fault(
    "unknown-parameter", 400, Text("Parámetro desconocido", "Unknown parameter")
)
INVALID_PARAMETER: Final = Fault(
    "invalid-parameter", 400, Text("Parámetro no válido", "Invalid parameter")
)
TOO_MUCH: Final = Fault("too-much", 400, Text("Se pide demasiado", "Too much is asked for"))
NOT_FOUND: Final = Fault("not-found", 404, Text("No existe", "Not found"))
METHOD: Final = Fault(
    "method-not-allowed", 405, Text("Solo se puede leer", "Reading is all there is")
)
INTERNAL: Final = Fault("internal", 500, Text("Error del servidor", "Server error"))
FAULTS: Final = (UNKNOWN_PARAMETER, INVALID_PARAMETER, TOO_MUCH, NOT_FOUND, METHOD, INTERNAL)


class ApiError(UserFacingError):
    """A question that has no answer.

    Attributes:
        fault: its kind.
        detail: what happened and what to do.
        more: further members of the body.
    """

    def __init__(self, fault: Fault, detail: Text, **more: Any) -> None:  # noqa: ANN401
        """Say ``detail``."""
        super().__init__(detail.es)
        self.fault, self.detail, self.more = fault, detail, more

    def answer(self, language: str, instance: str) -> Response:
        """The body, for the question at ``instance``."""
        body = {
            "type": f"{DOCS}#{self.fault.key}",
            "title": in_language(self.fault.title, language),
            "status": self.fault.status,
            "detail": in_language(self.detail, language),
            "instance": instance,
            **self.more,
        }
        made = Response(orjson.dumps(body), self.fault.status, mimetype=MEDIA_TYPE)
        made.headers["Content-Language"] = language
        made.headers["Cache-Control"] = "no-store"
        return made


def unknown_method(method: str) -> ApiError:
    """A request that would change something."""
    sent = method[:MOST_SHOWN]
    return ApiError(
        METHOD,
        Text(
            f"El método {sent} no existe aquí: esta API solo se lee, con GET o HEAD.",
            f"There is no method {sent} here: this API is read only, with GET or HEAD.",
        ),
    )


def unknown_path(paths: Sequence[str]) -> ApiError:
    """An address under ``/api/v1`` that nothing answers."""
    listed = ", ".join(paths)
    return ApiError(
        NOT_FOUND,
        Text(f"No existe esa dirección. Existen: {listed}.", f"No such address. Try: {listed}."),
        allowed=list(paths),
    )


def unknown_name(what: Text, name: str, known: Sequence[str], parameter: str) -> ApiError:
    """A name that the snapshot does not have; those that look alike are told."""
    alike = get_close_matches(name, known, n=3)
    es = f" ¿Quiso decir {' o '.join(alike)}?" if alike else ""
    en = f" Did you mean {' or '.join(alike)}?" if alike else ""
    sent = name[:MOST_SHOWN]
    return ApiError(
        NOT_FOUND,
        Text(f"No existe {what.es} «{sent}».{es}", f"There is no {what.en} “{sent}”.{en}"),
        parameter=parameter,
        allowed=alike,
    )


def unread(error: ValidationError, model: type[BaseModel]) -> ApiError:
    """The first fault that ``model`` finds in the parameters."""
    found = error.errors(include_url=False)[0]
    name, kind = str(found["loc"][0])[:MOST_SHOWN], found["type"]
    if kind == "extra_forbidden":
        return unknown_parameter(name, model)
    if kind == "missing":
        return ApiError(
            INVALID_PARAMETER,
            Text(f"Falta el parámetro «{name}».", f"The parameter “{name}” is missing."),
            parameter=name,
        )
    if found["input"] in ("", [""]):
        return _empty(name)
    rules = found.get("ctx", {})
    limit = next((rules[r] for r in ("le", "max_length") if r in rules), None)
    if limit is not None:
        return _over(name, kind, int(limit))
    return _invalid(name, str(found["input"])[:MOST_SHOWN], _allowed(name, model))


def unknown_parameter(name: str, model: type[BaseModel]) -> ApiError:
    """A parameter that the resource does not take."""
    known = sorted(model.model_fields)
    listed = ", ".join(known)
    return ApiError(
        UNKNOWN_PARAMETER,
        Text(
            f"No existe el parámetro «{name}». Existen: {listed}.",
            f"There is no parameter “{name}”. There are: {listed}.",
        ),
        parameter=name,
        allowed=known,
    )


def repeated(name: str) -> ApiError:
    """A parameter of one value that came twice."""
    return ApiError(
        INVALID_PARAMETER,
        Text(
            f"«{name}» admite un solo valor y llegó varias veces.",
            f"“{name}” takes one value and came several times.",
        ),
        parameter=name,
    )


def too_long(limit: int) -> ApiError:
    """A query of too many characters."""
    return ApiError(
        TOO_MUCH,
        Text(
            f"La consulta pasa del límite de {limit} caracteres: repártala en varias.",
            f"The query exceeds the limit of {limit} characters: split it.",
        ),
        limit=limit,
    )


def _over(name: str, kind: str, limit: int) -> ApiError:
    units = {
        "too_long": Text("valores", "values"),
        "string_too_long": Text("caracteres", "characters"),
    }
    unit = units.get(kind, Text("", ""))
    return ApiError(
        TOO_MUCH,
        Text(
            f"«{name}» admite hasta {limit} {unit.es}".rstrip() + ". Pida menos, o por páginas.",
            f"“{name}” takes up to {limit} {unit.en}".rstrip() + ". Ask for less, or by pages.",
        ),
        parameter=name,
        limit=limit,
    )


def _empty(name: str) -> ApiError:
    return ApiError(
        INVALID_PARAMETER,
        Text(
            f"«{name}» está vacío: quítelo o dele un valor.",
            f"“{name}” is empty: remove it or give it a value.",
        ),
        parameter=name,
    )


def _invalid(name: str, sent: str, allowed: list[str]) -> ApiError:
    listed = ", ".join(allowed[:MOST_NAMED])
    es = f" Existen: {listed}." if listed else f" Vea su forma en {DOCS}."
    en = f" There are: {listed}." if listed else f" Its form is told in {DOCS}."
    more = {"allowed": allowed} if allowed else {}
    return ApiError(
        INVALID_PARAMETER,
        Text(
            f"El valor «{sent}» de «{name}» no es válido.{es}",
            f"The value “{sent}” of “{name}” is not valid.{en}",
        ),
        parameter=name,
        **more,
    )


def _allowed(name: str, model: type[BaseModel]) -> list[str]:
    """The words that a parameter takes; empty where it takes more than a list of words."""
    whole = model.model_json_schema()
    rule = whole["properties"][name]
    options = [rule, rule.get("items", {}), *rule.get("anyOf", [])]
    named = [whole["$defs"][o["$ref"].rpartition("/")[2]] for o in options if "$ref" in o]
    return [str(word) for option in [*options, *named] for word in option.get("enum", []) if word]
