"""The floor of a callback: 20 KB of JSON that are always the same, with nothing computed.

``bench.rivals.static:create_server()`` for gunicorn.
"""

from typing import Any, Final

import flask
from dash import Dash, Input, Output, dcc, html

ASKED: Final = "asked"
ANSWER: Final = "answer"
NUMBERS: Final = 3333
"""Six bytes each, comma included: 20 KB of JSON."""


def answer(_asked: str) -> list[int]:
    """The same numbers to whoever asks."""
    return list(range(10_000, 10_000 + NUMBERS))


def question() -> dict[str, Any]:
    """What a browser sends to ask for the answer."""
    return {
        "output": f"{ANSWER}.data",
        "outputs": {"id": ANSWER, "property": "data"},
        "inputs": [{"id": ASKED, "property": "data", "value": ""}],
        "changedPropIds": [f"{ASKED}.data"],
    }


def create_server() -> flask.Flask:
    """A page with one callback."""
    app = Dash(__name__, title="Static", update_title="", assets_folder="", enable_mcp=False)
    app.layout = html.Div([dcc.Store(id=ASKED, data=""), dcc.Store(id=ANSWER)])
    app.callback(Output(ANSWER, "data"), Input(ASKED, "data"))(answer)
    server: flask.Flask = app.server
    server.test_client().get("/")
    return server
