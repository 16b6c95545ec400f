"""Callbacks of the map, its cards and the list beside it."""

from dash import ClientsideFunction, Dash, Input, Output, State

from layouts import ids


def register(app: Dash) -> None:
    """Attach the callbacks of this module: all of them run in the browser.

    The two stores hold addresses, not numbers: ``values.mjs`` keeps what the addresses say.
    """
    choice = State(ids.Page.CATALOGUE, "data")
    app.clientside_callback(
        ClientsideFunction("mirador", "load"),
        Output(ids.Map.SLICE, "data"),
        Input(ids.Page.SELECTION, "data"),
        choice,
    )
    app.clientside_callback(
        ClientsideFunction("mirador", "loadPoints"),
        Output(ids.Map.POINTS, "data"),
        Input(ids.Page.SELECTION, "data"),
        choice,
    )
    app.clientside_callback(
        ClientsideFunction("mirador", "loadGeography"),
        Output(ids.Map.TERRITORIES, "data"),
        Output(ids.Map.DEPARTMENTS, "data"),
        Output(ids.Map.DEPARTMENTS_CASE, "data"),
        Output(ids.Map.COUNTRIES, "data"),
        Output(ids.Map.LAND, "data"),
        Input(ids.Page.CATALOGUE, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("mirador", "paint"),
        Output(ids.Filter.YEAR, "options"),
        Input(ids.Map.SLICE, "data"),
        Input(ids.Page.SELECTION, "data"),
        choice,
    )
    app.clientside_callback(
        ClientsideFunction("mirador", "circles"),
        Output(ids.Map.COUNTS, "data"),
        Output(ids.Map.PERSONS, "data"),
        Output(ids.Map.DEMAND, "data"),
        Output(ids.Map.UNITS, "data"),
        Input(ids.Map.SLICE, "data"),
        Input(ids.Page.SELECTION, "data"),
        choice,
    )
    app.clientside_callback(
        ClientsideFunction("mirador", "points"),
        Output(ids.Map.UNIT_POINTS, "data"),
        Output(ids.Map.CENTRES, "data"),
        Input(ids.Map.POINTS, "data"),
        Input(ids.Page.SELECTION, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("mirador", "focus"),
        Output(ids.Map.HALO, "data"),
        Output(ids.Map.SELECTED, "data"),
        Output(ids.Side.LIST_BOX, "hidden"),
        Output(ids.Side.PANEL_BOX, "hidden"),
        Output(ids.Side.TAB_LIST, "aria-selected"),
        Output(ids.Side.TAB_PANEL, "aria-selected"),
        Output(ids.Side.TAB_PANEL, "children"),
        Output(ids.Page.LANGUAGE_LINK, "href"),
        Output(ids.Page.WORKSPACE, "href"),
        Output(ids.Page.PERMALINK, "href"),
        Input(ids.Page.SELECTION, "data"),
        choice,
    )
    app.clientside_callback(
        ClientsideFunction("mirador", "frame"),
        Output(ids.Map.MAP, "viewport"),
        Output(ids.Map.PAINTED, "data"),
        Input(ids.Map.SLICE, "data"),
        Input(ids.Map.HOME, "n_clicks"),
        State(ids.Map.PAINTED, "data"),
    )
