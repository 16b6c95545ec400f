"""The OpenAPI 3.1 document, made from the models of the questions and the answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from callbacks.api import answers, figures, questions, resources
from callbacks.api.asked import Asked
from callbacks.api.fields import ENGLISH
from callbacks.api.problems import DOCS, MEDIA_TYPE
from callbacks.api.replies import GEOJSON, JSON, Reply
from indicators.spec import Text
from layouts.text import in_language

BASE: Final = "/api/v1"
VERSION: Final = "1.0.0"
REF: Final = "#/components/schemas/{model}"
FAULTS: Final = ("400", "404")
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Resource:
    """One address: what may be asked, what answers, and how it is told.

    Attributes:
        path: after ``BASE``; ``{name}`` stands for a code or a key.
        name: form of what stands for ``{name}``, as a regular expression.
    """

    path: str
    summary: Text
    question: type[questions.Question]
    body: type[BaseModel]
    answer: Callable[[Asked[Any]], Reply]
    media_type: str = JSON
    name: str = ""


def _listing(row: Any) -> Any:  # noqa: ANN401 - a model made at run time has no static type
    return answers.Listing[row]


def _single(row: Any) -> Any:  # noqa: ANN401 - see above
    return answers.Single[row]


CODE: Final = r"^[A-Za-z0-9]{1,9}$"
KEY: Final = r"^[a-z0-9_]{1,80}$"
SOURCE: Final = r"^[A-Za-z0-9_]{1,80}$"

RESOURCES: Final = (
    Resource(
        "/territories",
        Text("Territorios", "Territories"),
        questions.TerritoriesQuestion,
        _listing(answers.Territory),
        resources.territories,
    ),
    Resource(
        "/territories/{name}",
        Text(
            "Un territorio; un código retirado lleva a su sucesor",
            "One territory; a retired code leads to its successor",
        ),
        questions.Question,
        _single(answers.Territory),
        resources.territory,
        name=CODE,
    ),
    Resource(
        "/geometry",
        Text("Polígonos en GeoJSON", "Shapes as GeoJSON"),
        questions.GeometryQuestion,
        answers.FeatureCollection,
        resources.geometry,
        GEOJSON,
    ),
    Resource(
        "/geometry/{name}",
        Text("El polígono de un territorio", "The shape of one territory"),
        questions.Question,
        answers.FeatureCollection,
        resources.one_geometry,
        GEOJSON,
        CODE,
    ),
    Resource(
        "/indicators",
        Text(
            "Indicadores: definición, fórmula, universo, fuente y límites",
            "Indicators: definition, formula, universe, source and limits",
        ),
        questions.IndicatorsQuestion,
        _listing(answers.Indicator),
        resources.indicators,
    ),
    Resource(
        "/indicators/{name}",
        Text("Un indicador", "One indicator"),
        questions.Question,
        _single(answers.Indicator),
        resources.indicator,
        name=KEY,
    ),
    Resource(
        "/observations",
        Text(
            "Observaciones, con su fuente y su advertencia; una página puede traer menos filas "
            "que «limit»: siga mientras haya «next»",
            "Observations, with their source and warning; a page may bring fewer rows than "
            "“limit”: go on while there is a “next”",
        ),
        questions.ObservationsQuestion,
        _listing(answers.Observation),
        figures.observations,
    ),
    Resource(
        "/values",
        Text(
            "Un indicador evaluado en cada territorio, con su estado, como en la pantalla",
            "An indicator evaluated for each territory, with its state, as on the screen",
        ),
        questions.ValuesQuestion,
        _listing(answers.Value),
        figures.values,
    ),
    Resource(
        "/places",
        Text(
            "Centros Intégrate, puntos de orientación y unidades productivas",
            "Intégrate centres, orientation points and productive units",
        ),
        questions.PlacesQuestion,
        _listing(answers.Place),
        resources.places,
    ),
    Resource(
        "/results",
        Text("Resultados de los programas", "Results of programmes"),
        questions.ResultsQuestion,
        _listing(answers.ProgrammeResult),
        resources.results,
    ),
    Resource(
        "/sources",
        Text("Publicaciones", "Publications"),
        questions.SourcesQuestion,
        _listing(answers.Source),
        resources.sources,
    ),
    Resource(
        "/sources/{name}",
        Text("Una publicación", "One publication"),
        questions.Question,
        _single(answers.Source),
        resources.source,
        name=SOURCE,
    ),
    Resource(
        "/snapshots",
        Text("Ediciones de los datos", "Snapshots of the data"),
        questions.Listed,
        _listing(answers.Snapshot),
        resources.snapshots,
    ),
)

INTRODUCTION: Final = Text(
    "Solo lectura. Cada respuesta nombra la edición de los datos que contesta. Lo que se suprime "
    "en la pantalla para proteger a las personas se suprime también aquí.",
    "Read only. Every answer names the snapshot that it comes from. What is withheld on the "
    "screen to protect people is withheld here too.",
)
ANSWER: Final = Text("La respuesta", "The answer")
UNCHANGED: Final = Text(
    "No cambió desde la etiqueta de If-None-Match", "Unchanged since the tag of If-None-Match"
)
PROBLEM: Final = Text(
    "Lo que falló y qué hacer (RFC 9457)", "What failed and what to do (RFC 9457)"
)
NAMED: Final = Text("Código, clave o identificador.", "Code, key or identifier.")


def document(language: str) -> Schema:
    """The OpenAPI 3.1 document in ``language``."""
    bodies = [resource.body for resource in RESOURCES]
    models = [(body, "serialization") for body in (*bodies, answers.ProblemBody)]
    _, schemas = models_json_schema(models, ref_template=REF)  # type: ignore[arg-type]
    made = {
        "openapi": "3.1.0",
        "info": {
            "title": "Mirador de Frontera",
            "version": VERSION,
            "description": in_language(INTRODUCTION, language),
        },
        "externalDocs": {"url": DOCS},
        "servers": [{"url": BASE}],
        "paths": {r.path: {"get": _operation(r, language)} for r in RESOURCES},
        "components": {"schemas": {name: _bare(one) for name, one in schemas["$defs"].items()}},
    }
    worded: Schema = _worded(made, language)
    return worded


def _bare(schema: Schema) -> Schema:
    """A schema without the words for those who read the code."""
    return {key: rule for key, rule in schema.items() if key != "description"}


def _operation(resource: Resource, language: str) -> Schema:
    words = resource.path.strip("/").replace("/{name}", "_one")
    content = {resource.media_type: {"schema": {"$ref": REF.format(model=_ref(resource.body))}}}
    problem = {MEDIA_TYPE: {"schema": {"$ref": REF.format(model="ProblemBody")}}}
    told = {"description": in_language(PROBLEM, language), "content": problem}
    return {
        "operationId": words,
        "summary": in_language(resource.summary, language),
        "parameters": [*_named(resource), *_parameters(resource.question)],
        "responses": {
            "200": {"description": in_language(ANSWER, language), "content": content},
            "304": {"description": in_language(UNCHANGED, language)},
            **dict.fromkeys(FAULTS, told),
        },
    }


def _ref(model: type[BaseModel]) -> str:
    """Name of a model among the schemas, as pydantic writes it."""
    return model.__name__.replace("[", "_").replace("]", "_")


def _named(resource: Resource) -> list[Schema]:
    if not resource.name:
        return []
    rule = {"type": "string", "pattern": resource.name}
    words = {"description": NAMED.es, ENGLISH: NAMED.en}
    return [{"name": "name", "in": "path", "required": True, "schema": rule, **words}]


def _parameters(question: type[BaseModel]) -> list[Schema]:
    whole = question.model_json_schema()
    required = whole.get("required", [])
    return [
        _parameter(name, _inlined(rule, whole.get("$defs", {})), required=name in required)
        for name, rule in whole["properties"].items()
    ]


def _parameter(name: str, rule: Schema, *, required: bool) -> Schema:
    """A query parameter; lists are written with commas."""
    words = {key: rule.pop(key) for key in ("description", ENGLISH) if key in rule}
    rule.pop("title", None)
    options = [option for option in rule.pop("anyOf", []) if option != {"type": "null"}]
    for option in options:  # an absent parameter is how a query says null
        rule = {k: v for k, v in rule.items() if v is not None} | option
    lists = {"style": "form", "explode": False} if rule.get("type") == "array" else {}
    return {"name": name, "in": "query", "required": required, "schema": rule, **lists, **words}


def _inlined(rule: Any, known: Mapping[str, Schema]) -> Any:  # noqa: ANN401 - any part of a schema
    """``rule`` with the enumerations that it points to written out."""
    if isinstance(rule, list):
        return [_inlined(one, known) for one in rule]
    if not isinstance(rule, dict):
        return rule
    pointed = known.get(str(rule.get("$ref", "")).rpartition("/")[2], {})
    bare = {k: v for k, v in pointed.items() if k not in ("title", "description")}
    return bare | {k: _inlined(v, known) for k, v in rule.items() if k != "$ref"}


def _worded(part: Any, language: str) -> Any:  # noqa: ANN401 - any part of the document
    """The document in one language."""
    if isinstance(part, list):
        return [_worded(one, language) for one in part]
    if not isinstance(part, dict):
        return part
    made = {key: _worded(one, language) for key, one in part.items() if key != ENGLISH}
    if ENGLISH in part and language == "en":
        made["description"] = part[ENGLISH]
    return made
