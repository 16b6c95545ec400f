"""Callbacks of the panel of the chosen municipality."""

from functools import partial
from typing import Any, Final

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.development.base_component import Component

from callbacks.desk import Desks
from layouts import ids
from layouts.panel import empty_panel, panel

KEPT_PANELS: Final = 128
"""Panels remembered; a snapshot never changes, so none of them grows old."""


def draw_panel(request: str, *, desks: Desks) -> tuple[dict[str, Any], Component | None]:
    """Words and figures of the chosen municipality, and the chart between them."""
    selection = desks.parse(request).selection
    view = desks.view(selection)
    shown = panel(selection.municipio, view) if selection.municipio else empty_panel(view.texts)
    tree = {"head": shown.head, "body": list(shown.body)}
    return tree | {"snapshot": view.engine.snapshot.snapshot_id}, shown.chart


def register(app: Dash, desks: Desks) -> None:
    """Attach the callbacks of this module.

    The words travel as a tree that the browser writes as plain elements: as live components of
    Dash, a panel of five hundred would be looked at again at every change of the page.
    """
    app.callback(
        Output(ids.Side.PANEL_TREE, "data"),
        Output(ids.Side.CHART, "children"),
        Input(ids.Side.PANEL_REQUEST, "data"),
        prevent_initial_call=True,
    )(desks.remember(partial(draw_panel, desks=desks), KEPT_PANELS))
    app.clientside_callback(
        ClientsideFunction("mirador", "showPanel"),
        Output(ids.Side.PANEL_SHOWN, "data"),
        Input(ids.Side.PANEL_TREE, "data"),
        State(ids.Page.CATALOGUE, "data"),
    )
