"""The shell of the views that are read: header, title, and a body that the browser writes."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc, html
from dash.development.base_component import Component

from layouts import ids
from layouts.aria import aria
from layouts.frame import Frame, header, notices


def reading_page(  # noqa: PLR0913 - most views have nothing live
    frame: Frame,
    titles: tuple[str, str],
    tree: Sequence[Component],
    *,
    over: Sequence[Component] = (),
    before: Sequence[Component] = (),
    after: Sequence[Component] = (),
    further: Mapping[str, Any] | None = None,
) -> html.Div:
    """A view of tables and sentences.

    Args:
        frame: what every view shares.
        titles: its title and the sentence under it.
        tree: its body, which travels as data and is written as plain elements (ADR 6).
        over: live components above the title.
        before: live components between title and body.
        after: live components after the body.
        further: what the browser needs beside the body, by name.
    """
    texts = frame.texts
    title, lead = titles
    return html.Div(
        [
            dcc.Store(id=ids.Data.TREE, data={"tree": tree, **(further or {})}),
            dcc.Store(id=ids.Data.SHOWN),
            header(frame),
            notices(frame.notices),
            dbc.Alert(id=ids.Page.MESSAGE, is_open=False, color="warning", dismissable=True),
            html.Main(
                [
                    *over,
                    html.H2(title),
                    html.P(lead, className="lead"),
                    *before,
                    html.Div(id=ids.Data.BODY),
                    *after,
                ],
                className="reading",
            ),
            *([html.P(texts.watermark, className="watermark")] if frame.is_demo else []),
        ],
        className="page reading-page demo" if frame.is_demo else "page reading-page",
        lang=texts.language,
    )


def table(head: Sequence[Any], rows: Sequence[Sequence[Any]], name: str = "records") -> html.Table:
    """A plain table; the browser writes it as plain elements."""
    return html.Table(
        [
            html.Thead(html.Tr([html.Th(cell, scope="col") for cell in head])),
            html.Tbody([html.Tr([_cell(cell) for cell in row]) for row in rows]),
        ],
        className=name,
    )


def _cell(cell: Any) -> Component:  # noqa: ANN401 - a cell of its own making, or what it holds
    return cell if isinstance(cell, html.Td | html.Th) else html.Td(cell)


def wide(shown: Component, label: str) -> html.Div:
    """A table that may be wider than its place: whoever has no pointer scrolls it with the keys."""
    return html.Div(shown, className="wide", tabIndex=0, role="region", **aria(label=label))


def element(name: str, props: Mapping[str, Any], children: Sequence[Any] = ()) -> Any:  # noqa: ANN401
    """An element that Dash has no component for; the browser writes it like the others."""
    content = {**props, "children": list(children)}
    return {"namespace": "dash_html_components", "type": name, "props": content}


def data(**attributes: str) -> dict[str, Any]:
    """``data-…`` attributes of a component."""
    return {f"data-{name}": value for name, value in attributes.items()}
