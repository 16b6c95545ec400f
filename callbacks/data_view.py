"""Callbacks of the view of tables and sources."""

from dash import ClientsideFunction, Dash, Input, Output

from layouts import ids


def register(app: Dash) -> None:
    """Attach the callbacks of this module: the browser writes the tables as plain elements."""
    app.clientside_callback(
        ClientsideFunction("mirador", "showData"),
        Output(ids.Data.SHOWN, "data"),
        Input(ids.Data.TREE, "data"),
    )
