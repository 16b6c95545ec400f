"""Files that a view offers: the same figures, for a spreadsheet."""

import csv
import io
from collections.abc import Callable
from typing import Final

from flask import Flask, Response, abort, request

from layouts.profile_rows import COLUMNS, profile_rows
from layouts.profile_view import Profile

BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Tells spreadsheets that a CSV is UTF-8."""

Found = Callable[[str, str], Profile | None]


def register(server: Flask, found: Found) -> None:
    """Attach the downloads; ``found`` gives the ficha of a code and a query, or nothing."""

    @server.get("/municipio/<code>.csv")
    def profile_csv(code: str) -> Response:
        profile = found(code, request.query_string.decode())
        if profile is None:
            abort(404)
        answer = Response(as_csv(profile), mimetype="text/csv")
        name = f"ficha-{profile.code}.csv"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


def as_csv(profile: Profile) -> str:
    """The rows of a ficha; no cell is ever computed by whoever opens it."""
    from geodata.imports.templates import neutral  # noqa: PLC0415 - loads writers of workbooks

    text = io.StringIO()
    text.write(BOM)
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([neutral(row[name]) for name in COLUMNS] for row in profile_rows(profile))
    return text.getvalue()
