"""The floor: a page that only changes one background. ``python -m bench.rivals.blank [PORT]``."""

import sys

import dash_bootstrap_components as dbc
import flask
from dash import Dash, Input, Output, html

from bench.listen import listen
from bench.rivals.ids import PERIOD, SWATCH

YEARS = range(2018, 2027)
RECOLOUR = """
function (year) {
    return {height: "400px", backgroundColor: `hsl(${40 * (Number(year) % 9)} 40% 60%)`};
}
"""


def create_app() -> Dash:
    """A native drop-down and one callback that runs in the browser."""
    app = Dash(__name__, title="Blank", update_title="", assets_folder="", enable_mcp=False)
    options = [{"label": str(year), "value": str(year)} for year in YEARS]
    app.layout = html.Div(
        [dbc.Select(id=PERIOD, options=options, value=str(YEARS[-1])), html.Div(id=SWATCH)]
    )
    app.clientside_callback(RECOLOUR, Output(SWATCH, "style"), Input(PERIOD, "value"))
    return app


def create_server() -> flask.Flask:
    """The page for a server of several processes."""
    server: flask.Flask = create_app().server
    server.test_client().get("/")
    return server


def main() -> None:
    """Serve the page, on the port given or on a free one."""
    listen(create_app().server, int(sys.argv[1]) if sys.argv[1:] else 0)


if __name__ == "__main__":
    main()
