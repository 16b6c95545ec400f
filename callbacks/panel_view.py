"""Callbacks of the panel of the chosen municipality."""

from functools import lru_cache, partial
from typing import Final

from dash import Dash, Input, Output
from dash.development.base_component import Component

from callbacks.desk import Desks
from layouts import ids
from layouts.panel import empty_panel, panel

KEPT_PANELS: Final = 128
"""Panels remembered; a snapshot never changes, so none of them grows old."""


def draw_panel(request: str, *, desks: Desks) -> Component:
    """Employment, cohesion and the rest of the chosen municipality."""
    selection = desks.parse(request).selection
    view = desks.view(selection)
    return panel(selection.municipio, view) if selection.municipio else empty_panel(view.texts)


def register(app: Dash, desks: Desks) -> None:
    """Attach the callbacks of this module."""
    app.callback(
        Output(ids.Side.PANEL, "children"),
        Input(ids.Side.PANEL_REQUEST, "data"),
        prevent_initial_call=True,
    )(lru_cache(KEPT_PANELS)(partial(draw_panel, desks=desks)))
