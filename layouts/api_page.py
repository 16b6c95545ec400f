"""The documentation of the API as a plain page, written from its own OpenAPI document."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any, Final

from indicators.spec import Text
from layouts.document import ICON
from layouts.text import in_language

Parameters = Sequence[Mapping[str, Any]]
Schema = Mapping[str, Any]

WORDS: Final = {
    "title": Text("API de lectura", "Read-only API"),
    "home": Text("Mapa", "Map"),
    "document": Text("Documento OpenAPI 3.1", "OpenAPI 3.1 document"),
    "other": Text("English", "Español"),
    "contents": Text("Recursos", "Resources"),
    "parameter": Text("Parámetro", "Parameter"),
    "form": Text("Forma", "Form"),
    "meaning": Text("Qué es", "Meaning"),
    "required": Text("obligatorio", "required"),
    "fields": Text("Campos de cada fila", "Fields of each row"),
    "field": Text("Campo", "Field"),
    "problems": Text("Cuando algo falla", "When something fails"),
    "problem_lead": Text(
        "El cuerpo es application/problem+json (RFC 9457): «detail» dice qué pasó y qué hacer.",
        "The body is application/problem+json (RFC 9457): “detail” says what happened and what "
        "to do.",
    ),
    "string": Text("texto", "text"),
    "integer": Text("entero", "whole number"),
    "upto": Text("hasta", "up to"),
    "values": Text("valores", "values"),
    "many": Text("separados por comas", "separated by commas"),
}
MOST_WORDS: Final = 12
"""Of an enumeration that the page lists; the document has them all."""

SHEETS: Final = "".join(
    f'<link rel="stylesheet" href="/assets/{name}.css">' for name in ("mirador", "phone", "theme")
)
"""In the order in which the other views load them."""


def api_page(
    document: Mapping[str, Any], faults: Iterable[tuple[str, int, Text]], language: str
) -> str:
    """The page, as HTML without scripts.

    Args:
        document: the OpenAPI document in ``language``.
        faults: kinds of problems: anchor, status and title.
        language: ``es`` or ``en``.
    """
    base = document["servers"][0]["url"]
    other = "en" if language == "es" else "es"
    parts = [_contents(document, language)]
    parts += [_resource(base, path, document, language) for path in document["paths"]]
    parts.append(_problems(faults, language))
    title = _word("title", language)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{title} · Mirador de Frontera</title><link rel="icon" href="{ICON}">'
        '<link rel="stylesheet" href="/vendor/bootstrap.min.css">'
        f"{SHEETS}</head><body>"
        '<div class="page reading-page"><header class="top">'
        '<a class="brand" href="/"><span class="logo" aria-hidden="true"></span>'
        f"<h1>Mirador de Frontera</h1></a><nav>{_link('/', _word('home', language))}"
        f"{_link(f'{base}/openapi.json?lang={language}', _word('document', language))}</nav>"
        f'<a class="switch" lang="{other}" href="?lang={other}">{_word("other", language)}</a>'
        f'</header><main class="reading"><h2>{title}</h2>'
        f'<p class="lead">{escape(document["info"]["description"])}</p>{"".join(parts)}'
        "</main></div></body></html>"
    )


def _word(name: str, language: str) -> str:
    return escape(in_language(WORDS[name], language))


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{words}</a>'


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are already HTML."""
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows)
    table = f'<table class="records"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'
    return f'<div class="wide" tabindex="0">{table}</div>'


def _anchor(path: str) -> str:
    return path.strip("/").replace("/", "-").replace("{", "").replace("}", "")


def _contents(document: Mapping[str, Any], language: str) -> str:
    label = _word("contents", language)
    links = "".join(
        f"<li>{_link(f'#{_anchor(path)}', escape(path))}</li>" for path in document["paths"]
    )
    return f'<nav class="contents" aria-label="{label}"><ul>{links}</ul></nav>'


def _resource(base: str, path: str, document: Mapping[str, Any], language: str) -> str:
    operation = document["paths"][path]["get"]
    heads = [_word(name, language) for name in ("parameter", "form", "meaning")]
    rows = [_parameter(one, language) for one in operation["parameters"]]
    return (
        f'<section id="{_anchor(path)}"><h3>{escape(operation["summary"])}</h3>'
        f"<p><code>GET {escape(base + path)}</code></p>{_table(heads, rows)}"
        f"{_fields(operation, document, language)}</section>"
    )


def _parameter(parameter: Mapping[str, Any], language: str) -> list[str]:
    must = f" ({_word('required', language)})" if parameter["required"] else ""
    return [
        f"<code>{escape(parameter['name'])}</code>{must}",
        _form(parameter["schema"], language),
        escape(parameter.get("description", "")),
    ]


def _form(rule: Schema, language: str) -> str:
    """The form of a value in few words: type, words allowed, bounds."""
    inner = rule.get("items", rule)
    words = [str(word) for word in inner.get("enum", []) if word]
    listed = ", ".join(words[:MOST_WORDS]) + ("…" if len(words) > MOST_WORDS else "")
    parts = [escape(listed) or _word(inner["type"], language)]
    if "maxItems" in rule:
        parts.append(_word("many", language))
        parts.append(f"{_word('upto', language)} {rule['maxItems']} {_word('values', language)}")
    if "maximum" in rule:
        parts.append(f"{rule.get('minimum', '')}–{rule['maximum']}")
    return ", ".join(parts)


def _fields(operation: Mapping[str, Any], document: Mapping[str, Any], language: str) -> str:
    """The fields of a row, for the resources that answer in rows."""
    schemas = document["components"]["schemas"]
    [content] = operation["responses"]["200"]["content"].values()
    body = schemas[_name(content["schema"])]["properties"]
    if "items" not in body:
        return ""
    row = schemas[_name(body["items"]["items"])]["properties"]
    rows = [
        (f"<code>{escape(name)}</code>", escape(rule.get("description", "")))
        for name, rule in row.items()
    ]
    heads = [_word(name, language) for name in ("field", "meaning")]
    summary = _word("fields", language)
    return f"<details><summary>{summary}</summary>{_table(heads, rows)}</details>"


def _name(rule: Schema) -> str:
    return str(rule["$ref"]).rpartition("/")[2]


def _problems(faults: Iterable[tuple[str, int, Text]], language: str) -> str:
    listed = "".join(
        f'<dt id="{key}"><code>{key}</code> · {status}</dt>'
        f"<dd>{escape(in_language(title, language))}</dd>"
        for key, status, title in faults
    )
    heading, lead = _word("problems", language), _word("problem_lead", language)
    return f'<section id="problemas"><h3>{heading}</h3><p>{lead}</p><dl>{listed}</dl></section>'
