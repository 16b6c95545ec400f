"""Which component of each programme answers to each of the seven axes."""

from dash import html
from dash.development.base_component import Component

from indicators.frameworks import Framework, Part
from indicators.spec import Axis
from layouts.programmes.view import PATH, ProgrammeView
from layouts.reading import data

CROSSING = ""
"""Stands for the parts that belong to no axis."""


def cross_section(view: ProgrammeView) -> html.Section:
    """Axes by programmes, and the axes that no programme has."""
    words, texts = view.words, view.texts
    axes = [*(axis for axis in Axis if axis is not Axis.CONTEXT), CROSSING]
    head = [texts.axis, *(one.programme for one in view.every)]
    rows = [_row(str(axis), view) for axis in axes]
    body = html.Table(
        [
            html.Thead(html.Tr([html.Th(cell, scope="col") for cell in head])),
            html.Tbody([html.Tr(row) for row in rows]),
        ],
        className="records cross",
    )
    empty = [str(a) for a in axes[:-1] if not any(parts_on(str(a), f) for f in view.every)]
    told = [html.P(words.axis_none.format(texts.axes[axis]), className="note") for axis in empty]
    return html.Section(
        [html.H3(words.cross), html.P(words.cross_lead), *told, html.Div(body, className="wide")],
        id="cruce",
    )


def parts_on(axis: str, framework: Framework) -> list[Part]:
    """The parts of a programme that belong to an axis; to none where it is empty."""
    none = (CROSSING, Axis.CONTEXT) if axis == CROSSING else (axis,)
    return [part for part in framework.parts if part.axis in none]


def _row(axis: str, view: ProgrammeView) -> list[Component]:
    name = view.texts.axes[axis] if axis else view.words.no_axis.capitalize()
    return [html.Th(name, scope="row"), *(_cell(axis, one, view) for one in view.every)]


def _cell(axis: str, framework: Framework, view: ProgrammeView) -> html.Td:
    found = parts_on(axis, framework)
    if not found:
        return html.Td(view.words.cross_none, className="none")
    address = f"{PATH}?programa={framework.key}&vista=marcos&componente="
    links = [
        html.Li(html.A(view.name_of(part), href=f"{address}{part.key}#desglose",
                       **data(keep="yes")))
        for part in found
    ]  # fmt: skip
    return html.Td(html.Ul(links))
