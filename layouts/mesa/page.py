"""The running order as a page: what it is about, its scenes, and the way to the show."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from layouts.aria import aria
from layouts.export_menu import mesa_menu
from layouts.format import numbers
from layouts.frame import Frame
from layouts.mesa.about import about
from layouts.mesa.forms import scene_form
from layouts.mesa.links import PATH, Links
from layouts.mesa.order import (
    MOST_CHARACTERS,
    MOST_SCENES,
    SCENES,
    Problem,
    Scene,
    length,
    moved,
    proposed,
    without,
)
from layouts.mesa.view import MesaView
from layouts.reading import data, reading_page
from layouts.text import in_language

BUTTON: Final = "btn btn-sm btn-outline-secondary"


def mesa_page(
    frame: Frame, view: MesaView, links: Links, further: Sequence[Component] = ()
) -> html.Div:
    """The page of a running order; ``further`` sections follow it."""
    tree = [
        *(html.P(problem_words(one, view), className="note") for one in view.order.problems),
        about(frame, view, links),
        order_section(view, links),
        *further,
    ]
    titles = (f"{view.words.title} · {view.place}", view.words.lead)
    return reading_page(frame, titles, [html.Div(tree, className="mesa")])


def gone_page(frame: Frame, view: MesaView, links: Links, wanted: str) -> html.Div:
    """Where the snapshot of a link is no longer there: one sentence and the way on."""
    words = view.words
    told = [
        html.P(words.gone.format(id=wanted), className="note"),
        html.P(html.A(words.gone_way, href=links.page())),
    ]
    return reading_page(frame, (words.gone_title, ""), [html.Div(told, className="mesa")])


def problem_words(problem: Problem, view: MesaView) -> str:
    """What a link asks for and does not get."""
    sentence = view.words.problems[problem.why]
    return sentence.format(what=problem.what, limit=numbers(view.texts)(problem.limit))


def order_section(view: MesaView, links: Links) -> html.Section:
    """The scenes with what can be done with them; without any, the proposed order."""
    words, scenes = view.words, view.order.scenes
    head = html.Div([html.H3(words.order), *_present(view, links)], className="order-head")
    if not scenes:
        offered = links.page(guion=proposed(view.chosen))
        way = html.A(words.propose, href=offered, className="btn btn-primary", **data(order="yes"))
        body: list[Component] = [html.P(words.order_empty), html.P(way)]
    else:
        cards = [_card(i, view, links) for i in range(len(scenes))]
        body = [html.Ol(cards, className="scenes"), *_saved(view)]
    fixed = html.P(words.frozen.format(day=view.cut_off, id=view.snapshot), className="fixed")
    return html.Section([head, fixed, *body, *_add(view, links)], id="guion")


def _present(view: MesaView, links: Links) -> Iterator[Component]:
    if view.order.scenes:
        yield html.A(view.words.present, href=links.show(), className="btn btn-primary present")
        yield mesa_menu(PATH, links.query, view.texts)


def _card(place: int, view: MesaView, links: Links) -> html.Li:
    scene = view.order.scenes[place]
    told = _told(scene, view)
    head: list[Any] = [
        html.B(view.words.kinds[scene.kind]),
        *([" ", html.Span(told)] if told else []),
        html.Span(list(_moves(place, view, links)), className="moves"),
    ]
    notes = [html.P(scene.get("nota"), className="notes-of")] if scene.get("nota") else []
    return html.Li([html.Div(head, className="scene-head"), *notes, scene_form(place, view, links)])


def _told(scene: Scene, view: MesaView) -> str:
    """What a scene is of, beside its kind."""
    texts = view.texts
    if scene.kind == "mapa":
        indicator = view.map.indicators.get(scene.get("indicador") or "migrantes_por_mil")
        title = in_language(indicator.title, texts.language) if indicator else ""
        return " · ".join(part for part in (title, scene.get("periodo")) if part)
    if scene.get("municipio"):
        return view.engine.name(scene.get("municipio"))
    return scene.get("titulo") or scene.get("programa")


def _moves(place: int, view: MesaView, links: Links) -> Iterator[Component]:
    words, scenes = view.words, view.order.scenes
    named = {"n": place + 1, "name": words.kinds[scenes[place].kind]}
    if place:
        yield step("↑", links.order(moved(scenes, place, -1)), words.up.format(**named))
    if place < len(scenes) - 1:
        yield step("↓", links.order(moved(scenes, place, 1)), words.down.format(**named))
    yield step("✕", links.order(without(scenes, place)), words.remove.format(**named))


def step(sign: str, href: str, label: str) -> html.A:
    """A change of the order as a link; the browser follows it without leaving the page."""
    return html.A(sign, href=href, title=label, className="step", **aria(label=label),
                  **data(order="yes"))  # fmt: skip


def _add(view: MesaView, links: Links) -> list[Component]:
    words, scenes = view.words, view.order.scenes
    if len(scenes) >= MOST_SCENES:
        return []
    ways: list[Any] = [
        html.A(f"+ {words.kinds[kind]}", href=links.order((*scenes, Scene(kind))),
               className=BUTTON, **data(order="yes"),
               **aria(label=words.add.format(words.kinds[kind])))
        for kind in SCENES
    ]  # fmt: skip
    return [html.H4(words.add_scene), html.P(ways, className="ways")]


def _saved(view: MesaView) -> Iterator[Component]:
    words = view.words
    write = numbers(view.texts)
    used = words.characters.format(
        used=write(length(view.order.written())), limit=write(MOST_CHARACTERS)
    )
    buttons = [
        html.Button(words.copy, type="button", className=BUTTON,
                    **data(do="copy", done=words.copied)),
        html.Button(words.print_order, type="button", className=BUTTON, **data(do="print")),
        html.Span(role="status", className="whose"),
    ]  # fmt: skip
    yield html.P(f"{words.saved_in_link} {used}.", className="whose")
    yield html.P(buttons, className="ways")
