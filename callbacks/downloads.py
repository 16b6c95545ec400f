"""Files that a view offers: the same figures, for a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from flask import Flask, Response, abort, request

from callbacks.desk import Desks
from layouts import map_rows
from layouts.profile_rows import COLUMNS, profile_rows
from layouts.profile_view import Profile

BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells spreadsheets that a CSV is UTF-8."""

Found = Callable[[str, str], Profile | None]


TABLE: Final = "/mapa.csv"
"""The figures of the map; it takes the query of the view."""


def register(server: Flask, found: Found, desks: Desks) -> None:
    """Attach the downloads; ``found`` gives the ficha of a code and a query, or nothing."""

    @server.get("/municipio/<code>.csv")
    def profile_csv(code: str) -> Response:
        profile = found(code, request.query_string.decode())
        if profile is None:
            abort(404)
        return _download(as_csv(COLUMNS, profile_rows(profile)), f"ficha-{profile.code}.csv")

    @server.get(TABLE)
    def map_csv() -> Response:
        selection = desks.parse(request.query_string.decode()).selection
        rows = map_rows.map_rows(desks.view(selection), selection.periodo)
        return _download(as_csv(map_rows.COLUMNS, rows), f"mapa-{selection.indicador}.csv")


def _download(text: str, name: str) -> Response:
    answer = Response(text, mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def as_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """Rows for a spreadsheet; no cell is ever computed by whoever opens it."""
    from geodata.imports.templates import neutral  # noqa: PLC0415 - loads writers of workbooks

    text = io.StringIO()
    text.write(BOM)
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([neutral(row[name]) for name in columns] for row in rows)
    return text.getvalue()
