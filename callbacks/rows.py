"""The table that a selection asks for: the rows behind one of the views."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qsl

from callbacks.desk import Desks
from callbacks.state import Selection
from geodata.schema import TOTAL
from indicators.engine import Engine
from indicators.place_list import Choice
from layouts.gap_view import AXES, GapView
from layouts.place import municipality
from layouts.places_view import PlacesView
from layouts.profile import Profile
from layouts.rows.filters import Order, conditions
from layouts.rows.table import Table
from layouts.rows.tables import DEFAULT_TABLE, Asked
from layouts.text import catalogue


def table_of(selection: Selection, desks: Desks) -> Table:
    """The table of a selection, filtered and sorted; nothing is computed until it is asked for."""
    desk = desks.of(selection)
    asked = Asked(
        view=desks.view(selection),
        year=int(selection.periodo or 0),
        profile=profile_of(selection, desks) if selection.municipio else None,
        chosen=compared(selection),
        gaps=gap_view(selection, desk.engine),
        places=places_view(selection, desk.engine),
        demo=desk.store.is_demo,
    )
    return Table(
        name=selection.tabla or DEFAULT_TABLE,
        asked=asked,
        filters=conditions(selection.filtro) or (),
        order=Order.read(selection.orden) if selection.orden else None,
        address=f"/datos{selection.to_url()}",
        created=desk.store.manifest.created,
    )


def compared(selection: Selection) -> Sequence[str]:
    """Territories put side by side, else those chosen together on the map, else the one at hand."""
    one = (selection.municipio,) if selection.municipio else ()
    return selection.comparar or selection.seleccion or one


def profile_of(selection: Selection, desks: Desks) -> Profile:
    """What the ficha of a selection looks at."""
    today = datetime.now(UTC).date().isoformat()
    return Profile(municipality(selection.municipio), desks.view(selection), today)


def gap_view(selection: Selection, engine: Engine) -> GapView:
    """The view of gaps that a selection asks for."""
    weights = [float(weight) for weight in selection.pesos.split(",") if weight]
    return GapView(
        engine=engine,
        texts=catalogue(selection.idioma),
        scope=selection.ambito,
        department=selection.departamento,
        asked=selection.municipio,
        wanted_year=int(selection.periodo or 0),
        weights=dict(zip(AXES, weights, strict=True)) if weights else {},
        posts=float(selection.ocupados),
    )


def places_view(selection: Selection, engine: Engine) -> PlacesView:
    """The view of units and centres that a selection asks for."""
    asked = Choice(
        kind=selection.clase,
        sector="" if selection.sector == TOTAL else selection.sector,
        state=selection.estado,
        programme=selection.programa,
        formalisation=selection.formalizacion,
    )
    return PlacesView(
        engine=engine,
        texts=catalogue(selection.idioma),
        scope=selection.ambito,
        department=selection.departamento,
        municipality=selection.municipio,
        asked=asked,
        place=selection.lugar,
        page=int(selection.pagina or 1),
        today=datetime.now(UTC).date().isoformat(),
        chosen=dict(parse_qsl(replace(selection, tabla="").to_url().removeprefix("?"))),
    )
