"""Callbacks of the address bar and the filters: what is chosen, and how it is written."""

from dataclasses import asdict, replace
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, html

from callbacks.desk import Desks
from callbacks.state import Parsed
from layouts import ids
from layouts.notices import notice_sentences
from layouts.text import catalogue

CONTROLS = (
    ids.Filter.SCOPE,
    ids.Filter.DEPARTMENT,
    ids.Filter.INDICATOR,
    ids.Filter.SECTOR,
    ids.Filter.GROUP,
    ids.Filter.SEX,
    ids.Filter.YEAR,
    ids.Filter.LAYERS,
    ids.Filter.MEASURE,
    ids.Filter.SECOND,
)
"""In the order in which ``choice.mjs`` names the fields of the selection."""


def resolve(search: str, *, desks: Desks) -> tuple[dict[str, Any], list[html.P], bool]:
    """Read an address that the page did not write itself: Back, Forward, or typed by hand."""
    parsed = desks.parse(search)
    sentences = notices_of(parsed, desks)
    return {"selection": chosen(parsed, desks)}, [html.P(s) for s in sentences], bool(sentences)


def chosen(parsed: Parsed, desks: Desks) -> dict[str, Any]:
    """The selection as plain values, with the group that its indicator is shown for."""
    selection = parsed.selection
    desk = desks.of(selection)
    group = selection.cell(desk.vocabulary.indicators[selection.indicador]).population_group
    plain = asdict(replace(selection, grupo=group if selection.grupo else ""))
    tuples = ("capas", "seleccion", "comparar")
    return plain | {name: list(getattr(selection, name)) for name in tuples}


def notices_of(parsed: Parsed, desks: Desks) -> tuple[str, ...]:
    """What the reader must know of an address: dropped, replaced or not prepared."""
    texts = catalogue(parsed.selection.idioma)
    names = desks.of(parsed.selection).engine.snapshot.territories["name"]
    missing = not desks.prepared(parsed.selection.espacio)
    return notice_sentences(parsed.dropped, parsed.replaced, names, texts, demo_missing=missing)


def register(app: Dash, desks: Desks) -> None:
    """Attach the callbacks of this module."""
    app.clientside_callback(
        ClientsideFunction("mirador", "addressGate"),
        Output(ids.Page.ADDRESS_REQUEST, "data"),
        Input(ids.Page.URL, "search"),
        State(ids.Page.SELECTION, "data"),
        State(ids.Page.CATALOGUE, "data"),
        prevent_initial_call=True,
    )
    app.callback(
        Output(ids.Page.RESOLVED, "data"),
        Output(ids.Page.NOTICES, "children"),
        Output(ids.Page.NOTICES, "is_open"),
        Input(ids.Page.ADDRESS_REQUEST, "data"),
        prevent_initial_call=True,
    )(partial(resolve, desks=desks))
    app.clientside_callback(
        ClientsideFunction("mirador", "choose"),
        Output(ids.Page.SELECTION, "data"),
        Output(ids.Page.URL, "search"),
        Output(ids.Side.PANEL_REQUEST, "data"),
        *(Output(control, "value") for control in CONTROLS),
        Input(ids.Page.RESOLVED, "data"),
        Input(ids.Map.PICKED, "data"),
        Input(ids.Side.TAB_LIST, "n_clicks"),
        Input(ids.Side.TAB_PANEL, "n_clicks"),
        *(Input(control, "value") for control in CONTROLS),
        State(ids.Page.SELECTION, "data"),
        State(ids.Page.CATALOGUE, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("mirador", "availability"),
        Output(ids.Filter.GROUP, "options"),
        Output(ids.Filter.GROUP, "disabled"),
        Output(ids.Filter.SEX, "disabled"),
        Output(ids.Filter.SECTOR, "disabled"),
        Output(ids.Filter.MEASURE, "disabled"),
        Output(ids.Filter.SECOND, "disabled"),
        Input(ids.Page.SELECTION, "data"),
        State(ids.Page.CATALOGUE, "data"),
    )
