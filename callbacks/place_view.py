"""Callbacks of the view of units and centres: the browser draws the points of the map."""

from dash import ClientsideFunction, Dash, Input, Output

from layouts import ids


def register(app: Dash) -> None:
    """Attach the callbacks of this module."""
    app.clientside_callback(
        ClientsideFunction("mirador", "drawPlaces"),
        Output(ids.Places.AREAS, "data"),
        Output(ids.Places.DEPARTMENTS, "data"),
        Output(ids.Places.COUNTRIES, "data"),
        Output(ids.Places.LAND, "data"),
        Output(ids.Places.UNITS, "data"),
        Output(ids.Places.CENTRES, "data"),
        Output(ids.Places.CHOSEN, "data"),
        Input(ids.Places.DATA, "data"),
    )
