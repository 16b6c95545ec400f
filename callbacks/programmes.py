"""The view of programmes that a selection asks for, and its rows as files."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from dash.development.base_component import Component
from flask import Flask, Response, abort, request

from callbacks.desk import Desks
from callbacks.state import PROGRAMME_VIEWS, Selection
from layouts.participation.results import Told, participation_rows, results_section
from layouts.programmes.follow_view import FollowUp
from layouts.programmes.sheets import sheet_of
from layouts.programmes.view import FOLLOW, PATH, Choice, ProgrammeView
from layouts.text import catalogue

Rounds = Callable[[], Sequence[Told]]

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


def participation_part(
    view: ProgrammeView, rounds: Sequence[Told], *, editing: bool
) -> list[Component]:
    """What people answered, after follow-up; never beside invented figures."""
    if view.chosen.what != FOLLOW or view.demo:
        return []
    return [results_section(rounds, FollowUp(view), editing=editing)]


def register(server: Flask, desks: Desks, rounds: Rounds) -> None:
    """Attach ``/programas/filas.csv`` and ``.xlsx``; they take the query of the view.

    Args:
        server: what they are attached to.
        desks: give the snapshots.
        rounds: gives the rounds of participatory monitoring that are over.
    """

    @server.get(f"{PATH}/filas.<form>")
    def programme_rows(form: str) -> Response:
        if form not in TYPES:
            abort(404)
        selection = desks.parse(request.query_string.decode()).selection
        view = programme_view(selection, desks)
        asked = view.chosen.what == FOLLOW and not view.demo
        sheet = sheet_of(view, participation_rows(rounds(), view) if asked else ())
        answer = Response(_writers()[form](sheet), mimetype=TYPES[form])
        answer.headers["Content-Disposition"] = f'attachment; filename="{sheet.name}.{form}"'
        return answer


def _writers() -> Mapping[str, Callable[..., bytes]]:
    from geodata.exports import delimited, workbook  # noqa: PLC0415 - only for a file

    return {"csv": delimited.as_csv, "xlsx": workbook.as_workbook}
