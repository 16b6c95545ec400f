"""The list of units and centres: sorted by the address, a page at a time, each row its card."""

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from geodata.exports.sheet import Row as AnyRow
from geodata.schema import PRODUCTIVE_UNIT
from layouts.aria import aria
from layouts.format import numbers
from layouts.places_view import PER_PAGE, PlacesView
from layouts.reading import wide
from layouts.rows.figures import Row
from layouts.rows.filters import Order, kept
from layouts.rows.places import seen_words

COLUMNS: Final = ("nombre", "situacion", "territorio", "seccion", "programa", "formalizacion",
                  "tamano")  # fmt: skip
"""Keys of the rows that are shown, in order."""

OF_CENTRES: Final = ("nombre", "situacion", "territorio", "programa", "operador")
"""The same where there is no unit among them."""


def listing(view: PlacesView, rows: Sequence[Row], order: Order | None) -> html.Section:
    """The page of the list that the address asks for.

    Args:
        view: what is asked for.
        rows: everything that the filters leave.
        order: by which column.
    """
    words = view.words
    if not rows:
        return html.Section([html.H3(words.table)], id="lista", className="listed")
    pages = -(-len(rows) // PER_PAGE)
    page = min(view.page, pages)
    shown = kept(rows, (), order)[(page - 1) * PER_PAGE : page * PER_PAGE]
    keys = COLUMNS if (view.shown["kind"] == PRODUCTIVE_UNIT).any() else OF_CENTRES
    head = html.Thead(html.Tr([_head(key, view, order) for key in keys]))
    body = html.Tbody([_line(row, keys, view) for row in shown])
    table = html.Table([head, body], className="records places")
    return html.Section(
        [html.H3(words.table), wide(table, words.table), *_paging(view, page, pages)],
        id="lista", className="listed",
    )  # fmt: skip


def _head(key: str, view: PlacesView, order: Order | None) -> html.Th:
    """A heading that sorts: upwards first, then downwards."""
    title = _titles(view)[key]
    chosen = order is not None and order.column == key
    downwards = chosen and order is not None and order.descending
    following = f"-{key}" if chosen and not downwards else key
    mark = " ▾" if downwards else " ▴" if chosen else ""
    sort = {"sort": "descending" if downwards else "ascending"} if chosen else {}
    link = html.A(
        [title, html.Span(mark, **aria(hidden="true"))],
        href=view.link(orden=following) + "#lista",
        title=view.words.sort.format(title),
    )
    return html.Th(link, scope="col", **aria(**sort))


def _titles(view: PlacesView) -> dict[str, str]:
    words = view.words
    return {
        "nombre": words.name,
        "situacion": words.state,
        "territorio": words.municipality,
        "seccion": words.sector,
        "programa": words.programme,
        "operador": words.operator,
        "formalizacion": words.formalisation,
        "tamano": words.size,
    }


def _line(row: AnyRow, keys: Sequence[str], view: PlacesView) -> html.Tr:
    """One place: its name leads to its card; what is not known says so."""
    opened = str(row["lugar"]) == view.place
    link = html.A(
        str(row["nombre"]),
        href=view.link(lugar=str(row["lugar"]), **_page(view)) + "#tarjeta",
        **(aria(current="true") if opened else {}),
    )
    kind = str(row["tipo"])
    cells = [html.Td([link, html.Small(kind)], **_named("nombre", view))]
    cells += [_cell(key, row, view) for key in keys[1:]]
    return html.Tr(cells, className="opened" if opened else None)


def _page(view: PlacesView) -> dict[str, str]:
    return {"pagina": str(view.page)} if view.page > 1 else {}


def _named(key: str, view: PlacesView) -> dict[str, Any]:
    return {"data-name": _titles(view)[key]}


def _cell(key: str, row: AnyRow, view: PlacesView) -> html.Td:
    words, value = view.words, row[key]
    if key == "situacion":
        return html.Td([_state(row), html.Small(_seen(row, view))], **_named(key, view))
    if key in OF_UNITS and row["formalizacion"] is None:
        return html.Td("—", className="never", **_named(key, view))
    if value is None:
        return html.Td(words.absent, className="absent", **_named(key, view))
    return html.Td(str(value), **_named(key, view))


OF_UNITS: Final = ("seccion", "formalizacion", "tamano")
"""A centre has none of them: a dash, which is not the same as not known."""


def _state(row: AnyRow) -> Component:
    return html.Span(str(row["situacion"]), className=f"state state-{row['situacion_clave']}")


def _seen(row: AnyRow, view: PlacesView) -> str:
    return seen_words(str(row["situacion_clave"]), str(row["verificado"] or ""), view)


def _paging(view: PlacesView, page: int, pages: int) -> list[Component]:
    """The other pages: first, neighbours and last."""
    if pages == 1:
        return []
    write = numbers(view.texts)
    near = sorted({1, page - 1, page, page + 1, pages} & set(range(1, pages + 1)))
    links = [
        html.A(
            write(n), href=view.link(pagina=str(n)) + "#lista",
            **(aria(current="page") if n == page else {}),
        )
        for n in near
    ]  # fmt: skip
    told = view.words.page.format(page=write(page), pages=write(pages))
    return [html.Nav([html.Span(told), *links], className="paging",
                     **aria(label=view.words.pages))]  # fmt: skip
