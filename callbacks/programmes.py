"""The view of programmes that a selection asks for, and its rows as files."""

from collections.abc import Callable, Mapping
from typing import Final

from flask import Flask, Response, abort, request

from callbacks.desk import Desks
from callbacks.state import PROGRAMME_VIEWS, Selection
from layouts.programmes.sheets import sheet_of
from layouts.programmes.view import PATH, Choice, ProgrammeView
from layouts.text import catalogue

TYPES: Final[Mapping[str, str]] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def programme_view(selection: Selection, desks: Desks) -> ProgrammeView:
    """What the view of programmes looks at."""
    desk = desks.of(selection)
    chosen = Choice(
        what=selection.vista or PROGRAMME_VIEWS[0],
        programme=selection.programa if selection.programa in desk.vocabulary.programmes else "",
        component=selection.componente,
        scope=selection.ambito,
        department=selection.departamento,
        municipality=selection.municipio,
        sex=selection.sexo,
        axis=selection.eje,
        kind=selection.tipo,
        group=selection.grupo,
        year=selection.periodo,
    )
    return ProgrammeView(
        engine=desk.engine,
        texts=catalogue(selection.idioma),
        chosen=chosen,
        demo=desk.store.is_demo,
        address=f"{PATH}{selection.to_url()}",
        created=desk.store.manifest.created,
    )


def register(server: Flask, desks: Desks) -> None:
    """Attach ``/programas/filas.csv`` and ``.xlsx``; they take the query of the view."""

    @server.get(f"{PATH}/filas.<form>")
    def programme_rows(form: str) -> Response:
        if form not in TYPES:
            abort(404)
        selection = desks.parse(request.query_string.decode()).selection
        sheet = sheet_of(programme_view(selection, desks))
        answer = Response(_writers()[form](sheet), mimetype=TYPES[form])
        answer.headers["Content-Disposition"] = f'attachment; filename="{sheet.name}.{form}"'
        return answer


def _writers() -> Mapping[str, Callable[..., bytes]]:
    from geodata.exports import delimited, workbook  # noqa: PLC0415 - only for a file

    return {"csv": delimited.as_csv, "xlsx": workbook.as_workbook}
