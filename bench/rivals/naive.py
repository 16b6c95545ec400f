"""The usual Dash map: ``python -m bench.rivals.naive VAR GEOMETRY_FOLDER``.

A callback of the server builds the whole figure, geometry included, each time a control changes.
It shows the same municipalities, from our own geometry, and the same numbers as the application,
with an empty white style: no tiles and nothing from another host.
"""

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import dash_bootstrap_components as dbc
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from bench.figures import INDICATOR_KEYS, WORKSPACE, national_figures
from bench.listen import listen
from bench.rivals.ids import GRAPH, INDICATOR, PERIOD
from bench.shapes import municipalities
from geodata.store import Store

WHITE: Final = "white-bg"
"""A style that Plotly carries itself: paper, no tiles. Of a style that is given as a dictionary it
loses the empty ``sources`` when the second figure comes, and fails."""
CENTRE: Final = {"lat": 4.3, "lon": -73.0}
ZOOM: Final = 4.2


def draw(
    indicator: str, year: str, *, figures: Mapping[str, pd.DataFrame], shapes: Mapping[str, Any]
) -> go.Figure:
    """The whole map of one year."""
    table = figures[indicator]
    shown = table[table["year"] == int(year)]
    figure = px.choropleth_map(
        shown,
        geojson=shapes,
        locations="code",
        color="value",
        color_continuous_scale="Teal",
        center=CENTRE,
        zoom=ZOOM,
    )
    return figure.update_layout(
        map_style=WHITE, margin={"l": 0, "r": 0, "t": 0, "b": 0}, uirevision="kept"
    )


def create_app(figures: Mapping[str, pd.DataFrame], shapes: Mapping[str, Any]) -> Dash:
    """Two native drop-downs and a graph."""
    app = Dash(__name__, title="Naive", update_title="", assets_folder="", enable_mcp=False)
    years = sorted({int(year) for table in figures.values() for year in table["year"]})
    app.layout = html.Div(
        [
            dbc.Select(id=INDICATOR, options=_options(INDICATOR_KEYS), value=INDICATOR_KEYS[0]),
            dbc.Select(id=PERIOD, options=_options(years), value=str(years[-1])),
            dcc.Graph(id=GRAPH, style={"height": "650px"}),
        ]
    )
    app.callback(Output(GRAPH, "figure"), Input(INDICATOR, "value"), Input(PERIOD, "value"))(
        partial(draw, figures=figures, shapes=shapes)
    )
    return app


def _options(values: list[Any] | tuple[Any, ...]) -> list[dict[str, str]]:
    return [{"label": str(value), "value": str(value)} for value in values]


def main() -> None:
    """Serve the map."""
    store = Store.open(Path(sys.argv[1]), WORKSPACE)
    listen(create_app(national_figures(store), municipalities(Path(sys.argv[2]))).server)


if __name__ == "__main__":
    main()
