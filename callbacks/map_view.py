"""Callbacks of the map, its cards and the list beside it."""

from functools import partial
from typing import Any, Final

from dash import ClientsideFunction, Dash, Input, Output, State

from callbacks.desk import Desks
from layouts import ids
from layouts.points import map_points
from layouts.slice import map_slice

KEPT_ANSWERS: Final = 256
"""Map answers remembered; a snapshot never changes, so none of them grows old. 30 KB each."""


def draw_map(request: str, *, desks: Desks) -> dict[str, Any]:
    """Numbers for the map, for every year; the browser chooses the year and paints."""
    return map_slice(desks.view(desks.parse(request).selection))


def draw_points(request: str, *, desks: Desks) -> dict[str, Any]:
    """Centres and productive units of the scope."""
    return map_points(desks.view(desks.parse(request).selection))


def register(app: Dash, desks: Desks) -> None:
    """Attach the callbacks of this module."""
    app.callback(
        Output(ids.Map.SLICE, "data"),
        Input(ids.Map.SLICE_REQUEST, "data"),
        prevent_initial_call=True,
    )(desks.remember(partial(draw_map, desks=desks), KEPT_ANSWERS))
    app.callback(
        Output(ids.Map.POINTS, "data"),
        Input(ids.Map.POINTS_REQUEST, "data"),
        prevent_initial_call=True,
    )(desks.remember(partial(draw_points, desks=desks), KEPT_ANSWERS))
    _in_browser(app)


def _in_browser(app: Dash) -> None:
    choice = State(ids.Page.CATALOGUE, "data")
    app.clientside_callback(
        ClientsideFunction("mirador", "loadGeography"),
        Output(ids.Map.TERRITORIES, "data"),
        Output(ids.Map.INSET_TERRITORIES, "data"),
        Output(ids.Map.DEPARTMENTS, "data"),
        Output(ids.Map.COUNTRIES, "data"),
        Output(ids.Map.LAND, "data"),
        Output(ids.Map.COUNTRY_LABELS, "data"),
        Output(ids.Filter.PLACE, "options"),
        Input(ids.Page.CATALOGUE, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("mirador", "paint"),
        Output(ids.Filter.YEAR, "options"),
        Output(ids.Map.LABELS, "data"),
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
        Output(ids.Map.INSET_SELECTED, "data"),
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
