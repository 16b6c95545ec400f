"""Wiring between the browser and pure functions. Nothing is computed here."""

from dash import Dash

from callbacks import address, data_view, map_view, panel_view, place_view
from callbacks.desk import Desks


def register_all(app: Dash, desks: Desks) -> None:
    """Attach every callback of the application."""
    address.register(app, desks)
    map_view.register(app)
    panel_view.register(app, desks)
    data_view.register(app)
    place_view.register(app)
