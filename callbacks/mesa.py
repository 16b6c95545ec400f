"""Routes of the roundtable: a link that fixes its snapshot, the show, and changes of the order."""

from collections.abc import Callable
from typing import Final

from dash.development.base_component import Component
from flask import Flask, Response, jsonify, redirect, request
from plotly.io.json import to_json_plotly

from callbacks.mesas import Mesas, gone, known_to
from layouts import ids
from layouts.mesa.links import EDIT, PATH, SHOW, Links
from layouts.mesa.order import (
    LONGEST,
    SCENES,
    Known,
    Problem,
    Scene,
    option_problem,
    refused,
    replaced,
    tidy,
    written,
)
from layouts.mesa.page import problem_words
from layouts.mesa.scenes import all_shown
from layouts.mesa.show import gone_document, show_document
from layouts.mesa.view import MesaView

MOST_CHARACTERS: Final = 20_000
"""Of what a form sends: a whole order and its address twice."""
GONE: Final = 410

At = Callable[[str, str], Component]


def register(server: Flask, mesas: Mesas, at: At) -> None:
    """Attach the routes; ``at`` gives the page of a path and a query."""

    @server.before_request
    def fixed() -> Response | None:
        """A roundtable never moves to other figures: its address names the snapshot."""
        if request.path.rstrip("/") != PATH or request.args.get("corte"):
            return None
        parsed = mesas.desks.parse(request.query_string.decode())
        return redirect(mesas.links(parsed).page())  # type: ignore[return-value]

    @server.get(SHOW)
    def show() -> Response:
        return show_answer(mesas, request.query_string.decode())

    @server.get(f"{PATH}/guion.json")
    def order() -> Response:
        return order_answer(at, request.query_string.decode())

    @server.post(EDIT)
    def scene() -> Response:
        return edit_answer(mesas)


def show_answer(mesas: Mesas, query: str) -> Response:
    """The show of a query; where its snapshot is gone, a sentence and the way on."""
    parsed = mesas.desks.parse(query)
    view, links = mesas.view(parsed), mesas.links(parsed)
    if gone(parsed):
        return Response(gone_document(view, gone(parsed), links.page()), GONE)
    if not view.order.scenes:
        return redirect(links.page())  # type: ignore[return-value]
    answer = Response(show_document(all_shown(view, view.order), view, links.page()))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def order_answer(at: At, query: str) -> Response:
    """The body of the page of a query as a tree, for a page that is already open."""
    page = at(PATH, query)
    stored = next(part for part in page._traverse()
                  if getattr(part, "id", "") == ids.Data.TREE)  # fmt: skip
    title = next(part for part in page._traverse() if type(part).__name__ == "H2")
    body = to_json_plotly({"tree": stored.data["tree"], "title": title.children})
    return Response(body, mimetype="application/json")


def edit_answer(mesas: Mesas) -> Response:
    """The address of the order with one scene changed; a sentence where it cannot be."""
    query = request.form.get("consulta", "")[:MOST_CHARACTERS]
    parsed = mesas.desks.parse(query)
    view, links = mesas.view(parsed), mesas.links(parsed)
    problem, address = changed(view, links, known_to(mesas.desks.of(parsed.selection)))
    if problem is not None:
        return _said(problem_words(problem, view), 400)
    if request.headers.get("X-Mirador") == "mesa":
        return jsonify(address=address)
    return redirect(address, 303)  # type: ignore[return-value]


def changed(view: MesaView, links: Links, known: Known) -> tuple[Problem | None, str]:
    """What is wrong with the options that a form sends, and the address that has them."""
    place = request.form.get("escena", "", type=str)
    if not place.isdigit() or int(place) >= len(view.order.scenes):
        return Problem("unknown_scene", place[:40]), ""
    kind = view.order.scenes[int(place)].kind
    options = {name: _sent(name) for name in (*SCENES[kind], "nota")}
    wrong = (option_problem(kind, name, text, known) for name, text in options.items())
    problem = next(filter(None, wrong), None)
    scenes = replaced(view.order.scenes, int(place), Scene.of(kind, options))
    return problem or refused(written(scenes)), links.order(scenes)


def _sent(name: str) -> str:
    values = request.form.getlist(name)
    return tidy(values[0] if values else "") if name in LONGEST else "-".join(filter(None, values))


def _said(sentence: str, status: int) -> Response:
    if request.headers.get("X-Mirador") == "mesa":
        answer = jsonify(error=sentence)
        answer.status_code = status
        return answer
    return Response(sentence, status, mimetype="text/plain")
