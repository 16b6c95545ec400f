"""What a roundtable is about: scope, department, municipalities and the snapshot."""

from collections.abc import Iterator, Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from geodata.schema import Level
from indicators.scopes import SCOPES
from layouts.aria import aria
from layouts.format import period_words
from layouts.frame import Frame
from layouts.mesa.links import PATH, Links
from layouts.mesa.view import MesaView
from layouts.picker import picker
from layouts.reading import data, element
from layouts.text import in_language

FIELD: Final = "form-select form-select-sm"
PICKER: Final = "mesa-picker"
HERE: Final = ("ambito", "departamento", "corte")
"""Fields of the form; the others of the address go with it unseen."""

Options = Sequence[tuple[str, str]]


def about(frame: Frame, view: MesaView, links: Links) -> html.Section:
    """The choices, and the municipalities as a list of their own."""
    words, texts = view.words, view.texts
    question = view.map.question
    scopes = [(key, in_language(s.title, texts.language)) for key, s in SCOPES.items()]
    rows = frame.territories[frame.territories["level"] == Level.DEPARTMENT].sort_values("name")
    departments = [("", words.department_any), *zip(rows.index, rows["name"], strict=True)]
    fields = [
        choice("ambito", texts.scope, scopes, question.scope),
        choice("departamento", texts.department, departments, question.department),
        choice("corte", words.snapshot, list(_snapshots(view)), view.snapshot),
        html.Button(words.apply, type="submit", className="btn btn-sm btn-primary"),
    ]
    unseen = [hidden(name, text) for name, text in links.query.items() if name not in HERE]
    form = html.Form(
        [*unseen, html.Div(fields, className="import-form")],
        action=PATH, method="get", className="mesa-about",
    )  # fmt: skip
    return html.Section(
        [html.H3(words.about), html.P(words.about_lead, className="whose"), form,
         *_municipalities(view, links)],
        id="sobre",
    )  # fmt: skip


def _snapshots(view: MesaView) -> Iterator[tuple[str, str]]:
    for key, created in view.history:
        day = period_words(created[:10], view.texts)
        yield key, view.words.snapshot_option.format(day=day, id=key)


def choice(name: str, title: str, options: Options, chosen: str) -> html.Label:
    """A labelled native choice that a form sends."""
    entries = [
        element("Option", {"value": key, **({"selected": "selected"} if key == chosen else {})},
                [word])
        for key, word in options
    ]  # fmt: skip
    return html.Label(
        [html.Span(title), element("Select", {"name": name, "className": FIELD}, entries)]
    )


def hidden(name: str, value: str) -> Component:
    """A field that is sent and not seen."""
    made: Component = element("Input", {"type": "hidden", "name": name, "value": value})
    return made


def _municipalities(view: MesaView, links: Links) -> list[Component]:
    words, codes = view.words, view.chosen
    chips = [
        html.Li([view.engine.name(code), " ", _away(code, view, links)], className="chip-of")
        for code in codes
    ]
    none = [html.P(words.whole_scope, className="whose")]
    shown = [html.Ul(chips, className="chips-of")] if chips else none
    typed = picker(PICKER, (words.add_municipality, words.add_hint), view.chosen, "municipio")
    return [html.H4(words.municipalities), *shown, typed]


def _away(code: str, view: MesaView, links: Links) -> html.A:
    label = view.words.remove_municipality.format(view.engine.name(code))
    rest = [other for other in view.chosen if other != code]
    return html.A("✕", href=links.chosen(rest), title=label, className="step",
                  **aria(label=label), **data(order="yes"))  # fmt: skip
