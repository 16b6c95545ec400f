"""The view of programmes: its parts, what is chosen, and what the chosen part shows."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL
from indicators.presence import AXES
from indicators.scopes import SCOPES
from layouts.aria import aria
from layouts.frame import Frame
from layouts.gap_page import select
from layouts.programmes.breakdown import breakdown_section
from layouts.programmes.cross import cross_section
from layouts.programmes.follow import flow_picture, follow_part
from layouts.programmes.frameworks import framework_section
from layouts.programmes.presence import picture, presence_part
from layouts.programmes.presence import words_of as presence_words
from layouts.programmes.view import CROSS, FOLLOW, PATH, RESULTS, WHO, ProgrammeView
from layouts.reading import data, element, reading_page
from layouts.text import in_language

FORMS: Final = ("csv", "xlsx")


def programme_page(
    frame: Frame, view: ProgrammeView, further: Sequence[Component] = ()
) -> html.Div:
    """The page; ``further`` stands after what its part shows of the snapshot."""
    words = view.words
    body = [*PARTS.get(view.chosen.what, results_part)(view), *further]
    demo = [] if frame.is_demo else [html.P(html.A(words.demo, href=frame.other_workspace),
                                            className="links")]  # fmt: skip
    tree = html.Div(
        [tabs(view), *form(view), *body, downloads(view), *demo], className="programmes"
    )
    drawn = PICTURES.get(view.chosen.what)
    told = {"picture": drawn(view), "geometry": frame.geometry} if drawn else {}
    return reading_page(frame, (words.title, words.lead), [tree], further=told)


def tabs(view: ProgrammeView) -> html.Nav:
    """The parts of the view."""
    links = [
        html.A(name, href=f"{PATH}?vista={key}", **data(keep="yes"),
               **(aria(current="page") if key == (view.chosen.what or RESULTS) else {}))
        for key, name in view.words.views.items()
        if key in PARTS
    ]  # fmt: skip
    return html.Nav(links, className="data-tabs", **aria(label=view.words.title))


def form(view: ProgrammeView) -> list[Component]:
    """Programme, place and sex; the address says them all. Nothing where nothing is chosen."""
    words, chosen = view.words, view.chosen
    fields = [
        select(name, title, options, value)
        for name, title, options, value in choices(view)
        if name in FIELDS.get(chosen.what, FIELDS[RESULTS])
    ]
    if not fields:
        return []
    forget = element("Input", {"type": "hidden", "data-field": "componente", "value": ""})
    apply = html.Button(words.apply, type="submit", className="btn btn-sm btn-primary")
    asked = html.Form(
        html.Div([*fields, forget, apply], className="import-form"), className="gap-form"
    )
    shown = words.form.format(shown="; ".join(told(view)))
    return [html.Details([html.Summary(shown), asked], className="asked")]


def told(view: ProgrammeView) -> list[str]:
    """What is chosen, in words."""
    chosen, texts, presence = view.chosen, view.texts, presence_words(view)
    fields = FIELDS.get(chosen.what, FIELDS[RESULTS])
    programme = next((f.programme for f in view.every if f.key == chosen.programme), "")
    sex = texts.sexes[chosen.sex].lower() if chosen.sex != TOTAL else ""
    every = {
        "programa": programme or view.words.every_programme,
        "eje": texts.axes.get(chosen.axis, presence.every_axis),
        "tipo": presence.kinds.get(chosen.kind, chosen.kind),
        "ambito": view.place_words(),
        "sexo": sex,
    }
    return [word for name, word in every.items() if name in fields and word]


FIELDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        RESULTS: ("programa", "ambito", "municipio", "sexo"),
        CROSS: (),
        WHO: ("eje", "tipo", "ambito", "municipio"),
        FOLLOW: ("ambito", "municipio", "sexo"),
    }
)
"""Fields that each part of the view looks at."""


def choices(view: ProgrammeView) -> list[tuple[str, str, list[tuple[str, str]], str]]:
    """Name, title, options and value of each field."""
    words, texts, chosen, engine = view.words, view.texts, view.chosen, view.engine
    scopes = [(key, in_language(s.title, texts.language)) for key, s in SCOPES.items()]
    codes = engine.codes(chosen.scope, chosen.department)
    places = [(str(c), engine.name(str(c))) for c in sorted(codes, key=engine.name)]
    if chosen.municipality and chosen.municipality not in codes:
        places = [(chosen.municipality, engine.name(chosen.municipality)), *places]
    presence = presence_words(view)
    kinds = sorted(set(map(str, engine.snapshot.actors["kind"])))
    programmes = [(one.key, one.programme) for one in view.every]
    return [
        ("eje", presence.axis,
         [("", presence.every_axis), *((axis, texts.axes[axis]) for axis in AXES)], chosen.axis),
        ("tipo", presence.kind,
         [("", presence.every_kind), *((kind, presence.kinds.get(kind, kind)) for kind in kinds)],
         chosen.kind),
        ("programa", words.programme, [("", words.every_programme), *programmes], chosen.programme),
        ("ambito", texts.scope, scopes, chosen.scope),
        ("municipio", words.municipality, [("", words.every_municipality), *places],
         chosen.municipality),
        ("sexo", texts.sex, list(texts.sexes.items()), chosen.sex),
    ]  # fmt: skip


def results_part(view: ProgrammeView) -> list[Component]:
    """The chosen component up close, or the tables of the frameworks."""
    words = view.words
    if not view.every:
        return [html.P(words.missing_programmes, className="note")]
    key = html.P(words.bar_key, className="whose")
    if view.part is not None:
        return [key, breakdown_section(*view.part, view)]
    sections: list[Any] = [framework_section(one, view) for one in view.shown]
    return [key, *sections, html.P(words.import_it, className="whose")]


def cross_part(view: ProgrammeView) -> list[Component]:
    """The cross-walk."""
    return [cross_section(view)]


PARTS: Final[Mapping[str, Callable[[ProgrammeView], list[Component]]]] = MappingProxyType(
    {RESULTS: results_part, CROSS: cross_part, WHO: presence_part, FOLLOW: follow_part}
)

PICTURES: Final[Mapping[str, Callable[[ProgrammeView], dict[str, Any]]]] = MappingProxyType(
    {WHO: picture, FOLLOW: flow_picture}
)
"""What the browser draws of each part that has a map."""


def downloads(view: ProgrammeView) -> html.P:
    """The rows of the page as files, and what protects people in them."""
    links: list[Component | str] = [f"{view.words.download} "]
    for form_ in FORMS:
        link = html.A(form_.upper(), href=f"{PATH}/filas.{form_}", **data(keep="yes"))
        links += [link, " "]
    return html.P([*links, html.Small(view.words.suppression)], className="links downloads")
