"""The form of one scene: its options and the notes of whoever presents."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from dash import html

from geodata.schema import SECTIONS, TOTAL, Sex
from indicators.spec import Axis
from layouts.mesa.about import Options, choice, hidden
from layouts.mesa.links import EDIT, Links
from layouts.mesa.order import LONGEST, SCENES, Scene
from layouts.mesa.view import MesaView
from layouts.reading import element
from layouts.text import in_language

LINES: Final = {"texto": 4, "nota": 3}
"""Free texts of several lines, and how many are seen."""
MOST_OFFERED: Final = 300
"""Municipalities that a native list can offer; of more, those chosen."""


def scene_form(place: int, view: MesaView, links: Links) -> html.Details:
    """The options of the scene at ``place``, closed until asked for."""
    scene, words = view.order.scenes[place], view.words
    names = [*SCENES[scene.kind], "nota"]
    fields = [part for name in names for part in _field(name, scene, view)]
    save = html.Button(words.save, type="submit", className="btn btn-sm btn-primary")
    form = html.Form(
        [
            hidden("consulta", links.text()),
            hidden("escena", str(place)),
            html.Div(fields, className="import-form"),
            html.P(role="alert", className="refusal"),
            save,
        ],
        action=EDIT, method="post", className="scene-form",
    )  # fmt: skip
    return html.Details([html.Summary(words.edit), form])


def _field(name: str, scene: Scene, view: MesaView) -> list[Any]:
    value, title = scene.get(name), view.words.options[name]
    if name == "programa":
        return [choice(name, title, _programmes(view), value)]
    if name in LONGEST:
        return [_text(name, title, value, view)]
    if name == "capas":
        return [_layers(title, value, view)]
    if name == "cerca":
        return [_tick(name, "si", view.words.near, on=bool(value))] if view.chosen else []
    return [choice(name, title, list(OFFERED[name](scene, view)), value)]


def _text(name: str, title: str, value: str, view: MesaView) -> html.Label:
    limit = {"name": name, "maxLength": str(LONGEST[name]),
             "className": "form-control form-control-sm"}  # fmt: skip
    if name in LINES:
        box = element("Textarea", {**limit, "rows": str(LINES[name])}, [value])
    else:
        box = element("Input", {**limit, "type": "text", "value": value})
    told = html.Small(view.words.left.format(limit=LONGEST[name]), className="whose")
    return html.Label([html.Span(title), box, told], className="wide-field")


def _layers(title: str, value: str, view: MesaView) -> html.Fieldset:
    on = value.split("-")
    ticks = [_tick("capas", k, words, on=k in on) for k, words in view.texts.layer_names.items()]
    return html.Fieldset([html.Legend(title), *ticks], className="ticks")


def _tick(name: str, value: str, words: str, *, on: bool) -> html.Label:
    props = {"type": "checkbox", "name": name, "value": value}
    box = element("Input", props | ({"checked": "checked"} if on else {}))
    return html.Label([box, html.Span(words)], className="tick-of")


def _programmes(view: MesaView) -> Options:
    names = sorted(set(view.engine.snapshot.results["programme"].astype(str)))
    return [("", view.texts.all_sectors), *((name, name) for name in names)]


def _indicators(_scene: Scene, view: MesaView) -> Iterator[tuple[str, str]]:
    """Every indicator by its axis; an empty choice is the usual one."""
    language = view.texts.language
    for axis in Axis:
        for indicator in view.map.indicators.values():
            if indicator.axis is axis:
                title = in_language(indicator.title, language)
                yield indicator.key, f"{view.texts.axes[axis]} · {title}"


def _years(scene: Scene, view: MesaView) -> Iterator[tuple[str, str]]:
    yield "", view.words.newest
    indicator = view.map.indicators.get(scene.get("indicador"))
    if indicator is not None:
        board = view.engine.board(indicator, view.map.cell_of(indicator), view.map.codes)
        yield from ((str(year), str(year)) for year in reversed(board.years))


def _sections(_scene: Scene, view: MesaView) -> Iterator[tuple[str, str]]:
    yield "", view.texts.all_sectors
    yield from ((letter, f"{letter} · {view.texts.sections[letter]}") for letter in SECTIONS)


def _sexes(_scene: Scene, view: MesaView) -> Iterator[tuple[str, str]]:
    yield "", view.texts.sexes[TOTAL]
    yield from ((str(sex), view.texts.sexes[sex]) for sex in Sex if sex != TOTAL)


def _places(scene: Scene, view: MesaView) -> Iterator[tuple[str, str]]:
    yield "", view.words.any_choice
    scope = [str(code) for code in view.map.codes]
    known = dict.fromkeys([*view.chosen, *(scope if len(scope) <= MOST_OFFERED else []),
                           *filter(None, [scene.get("municipio")])])  # fmt: skip
    yield from ((code, view.engine.name(code)) for code in sorted(known, key=view.engine.name))


OFFERED: Final[Mapping[str, Callable[[Scene, MesaView], Iterator[tuple[str, str]]]]] = {
    "indicador": _indicators,
    "periodo": _years,
    "sector": _sections,
    "sexo": _sexes,
    "municipio": _places,
}
