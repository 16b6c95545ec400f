"""Files that a view offers: the same figures, for a spreadsheet, a map or a program."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlencode

from flask import Flask, Response, abort, request
from plotly.io.json import to_json_plotly

from callbacks.desk import Desks
from callbacks.proofs import answered
from callbacks.rows import table_of
from callbacks.state import Parsed
from layouts import map_rows
from layouts.compare_rows import COLUMNS as COMPARED
from layouts.compare_rows import compare_rows
from layouts.compare_view import Comparison
from layouts.ficha.row import COLUMNS
from layouts.ficha.rows import ficha_rows
from layouts.profile import Profile
from layouts.rows.section import too_many
from layouts.rows.table import MOST_ROWS, Table
from layouts.text.data_words import DATA_WORDS

if TYPE_CHECKING:
    from geodata.exports.sheet import Sheet

TABLE: Final = "/mapa.csv"
"""The figures of the map; it takes the query of the view."""

SEPARATOR: Final = "separador"
SEMICOLON: Final = "punto-y-coma"
CODE: Final = "territorio_codigo"
MOST_CHARACTERS: Final = 4000
"""Of a query."""

TYPES: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "gpkg": "application/geopackage+sqlite3",
    "parquet": "application/vnd.apache.parquet",
}

Found = Callable[[str, str], Profile | None]
FoundComparison = Callable[[str], Comparison | None]
Shapes = Mapping[str, bytes]


def register(server: Flask, found: Found, compared: FoundComparison, desks: Desks) -> None:
    """Attach the downloads.

    Args:
        server: what they are attached to.
        found: gives the ficha of a code and a query, or nothing.
        compared: gives the comparison of a query, or nothing.
        desks: give the figures of the map.
    """

    @server.get("/frontera.csv")
    @server.get("/municipio/<code>.csv")
    @server.get("/departamento/<code>.csv")
    def profile_csv(code: str = "") -> Response:  # noqa: ARG001 - it stands in the path
        path = request.path.removesuffix(".csv")
        profile = found(path, request.query_string.decode())
        if profile is None:
            abort(404)
        text = as_csv(COLUMNS, ficha_rows(profile))
        return _file(text.encode(), "csv", profile.place.file)

    @server.get("/comparar.csv")
    def comparison_csv() -> Response:
        comparison = compared(request.query_string.decode())
        if comparison is None:
            abort(404)
        text = as_csv(COMPARED, compare_rows(comparison))
        return _file(text.encode(), "csv", f"comparar-{'-'.join(comparison.codes)}")

    @server.get(TABLE)
    def map_csv() -> Response:
        selection = desks.parse(request.query_string.decode()).selection
        rows = map_rows.map_rows(desks.view(selection), selection.periodo)
        text = as_csv(map_rows.COLUMNS, rows)
        return _file(text.encode(), "csv", f"mapa-{selection.indicador}")

    @server.get("/datos/filas.<form>")
    def rows_file(form: str) -> Response:
        return rows_answer(form, request.query_string.decode(), desks)

    @server.get("/datos/cifra.json")
    def proof_json() -> Response:
        return proof_answer(request.query_string.decode(), desks)


def rows_answer(form: str, query: str, desks: Desks) -> Response:
    """The rows of a view as a file, or a sentence that says what is wrong with the question."""
    if form not in TYPES:
        abort(404)
    pairs = dict(parse_qsl(query[:MOST_CHARACTERS]))
    separator = pairs.pop(SEPARATOR, "")
    parsed = desks.parse(f"?{urlencode(pairs)}")
    table = table_of(parsed.selection, desks)
    refused = refusal(parsed, separator, len(query), table)
    if refused:
        return Response(refused, 400, mimetype="text/plain")
    sheet = table.sheet()
    body = written(sheet, form, separator, desks.of(parsed.selection).store.shapes)
    return _file(body, form, sheet.name)


def refusal(parsed: Parsed, separator: str, length: int, table: Table) -> str:
    """Why a file is not written; empty where it is. A wrong filter never leads to other rows."""
    words = DATA_WORDS[parsed.selection.idioma]
    if length > MOST_CHARACTERS:
        return words.too_long.format(limit=MOST_CHARACTERS)
    wrong = [
        *parsed.dropped,
        *([(SEPARATOR, separator)] if separator not in ("", SEMICOLON) else []),
    ]
    if wrong:
        field, value = wrong[0]
        return words.wrong.format(field=field, value=value)
    return too_many(table) if len(table.rows) > MOST_ROWS else ""


def written(sheet: "Sheet", form: str, separator: str, shapes: Shapes) -> bytes:
    """``sheet`` in a format."""
    from geodata.exports import delimited, geographic, workbook  # noqa: PLC0415 - heavy to load

    dialect = delimited.Dialect.SEMICOLON if separator else delimited.Dialect.COMMA
    writers: Mapping[str, Callable[[], bytes]] = {
        "csv": lambda: delimited.as_csv(sheet, dialect),
        "json": lambda: delimited.as_json(sheet),
        "xlsx": lambda: workbook.as_workbook(sheet),
        "gpkg": lambda: geographic.as_geopackage(sheet, shapes, CODE),
        "parquet": lambda: geographic.as_geoparquet(sheet, shapes, CODE),
    }
    return writers[form]()


def proof_answer(query: str, desks: Desks) -> Response:
    """The proof of the figure that an address names, as a tree that the browser writes."""
    tree, found = answered(query, desks)
    body = to_json_plotly({"tree": tree})
    return Response(body, 200 if found else 404, mimetype="application/json")


def _file(body: bytes, form: str, name: str) -> Response:
    answer = Response(body, mimetype=TYPES[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Rows for a spreadsheet; no cell is ever computed by whoever opens it."""
    from geodata.exports.delimited import BOM, neutral  # noqa: PLC0415 - only for a file

    text = io.StringIO()
    text.write(BOM)
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([neutral(row[name]) for name in columns] for row in rows)
    return text.getvalue()
