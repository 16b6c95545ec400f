"""The view of gaps: what to compare, the matrix, one municipality up close, its sectors."""

from collections.abc import Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from indicators.gaps import METHOD
from indicators.scopes import SCOPES
from layouts.frame import Frame
from layouts.gap_close import close_section
from layouts.gap_matrix import lacking_section, matrix_section
from layouts.gap_sectors import sectors_section
from layouts.gap_view import AXES, GapView
from layouts.reading import element, reading_page
from layouts.text import in_language

MOST_WEIGHT: Final = 5
POSTS: Final = ("1", "2", "3", "5")


def gap_page(frame: Frame, view: GapView) -> html.Div:
    """The page; where no gap can be computed, what would be needed and who holds it."""
    words = view.words
    known = bool(view.matrix.axes.notna().any(axis=None))
    close: list[Component] = [html.P(words.choose)]
    if view.code:
        close = [close_section(view), sectors_section(view)]
    tree: list[Component] = [
        form(view),
        matrix_section(view),
        *([] if known else [lacking_section(view), *_demo_link(frame, view)]),
        *close,
        method(view),
    ]
    return reading_page(frame, (words.title, words.lead), tree)


def _demo_link(frame: Frame, view: GapView) -> list[Component]:
    if frame.is_demo:
        return []
    return [html.P(html.A(view.words.demo, href=frame.other_workspace))]


def form(view: GapView) -> html.Details:
    """Scope, department, municipality, weights and posts per unit; the address says them all."""
    words, texts = view.words, view.texts
    scopes = [(key, in_language(s.title, texts.language)) for key, s in SCOPES.items()]
    places = [(str(c), view.engine.name(str(c))) for c in sorted(view.codes, key=view.engine.name)]
    fields = [
        select("ambito", texts.scope, scopes, view.scope),
        select("municipio", words.municipality, [("", words.largest), *places], view.asked),
        select("ocupados", words.posts, [(n, n) for n in POSTS], f"{view.posts:g}"),
    ]
    weights = [_weight(i, str(axis), view) for i, axis in enumerate(AXES)]
    apply = html.Button(words.apply, type="submit", className="btn btn-sm btn-primary")
    asked = html.Form(
        [
            html.Div(fields, className="import-form"),
            html.H4(words.weights),
            html.P(words.weight_lead),
            html.Div(weights, className="import-form"),
            apply,
        ],
        className="gap-form",
    )
    scope = in_language(SCOPES[view.scope].title, texts.language)
    return html.Details([html.Summary(words.form.format(scope=scope)), asked], className="asked")


def select(name: str, title: str, options: Sequence[tuple[str, str]], chosen: str) -> html.Label:
    """A labelled choice that the browser writes into the address."""
    marks = [
        {"value": key} | ({"selected": "selected"} if key == chosen else {}) for key, _ in options
    ]
    words = [word for _, word in options]
    entries = [element("Option", mark, [word]) for mark, word in zip(marks, words, strict=True)]
    return html.Label(
        [html.Span(title), element("Select", {"data-field": name, "className": FIELD}, entries)]
    )


FIELD: Final = "form-select form-select-sm"


def _weight(place: int, axis: str, view: GapView) -> html.Label:
    weight = view.weights.get(AXES[place], 1.0) if view.weights else 1.0
    props = {"type": "number", "min": "0", "max": str(MOST_WEIGHT), "step": "1",
             "value": f"{weight:g}", "data-weight": str(place),
             "className": "form-control form-control-sm"}  # fmt: skip
    return html.Label([html.Span(view.texts.axes[axis]), element("Input", props)])


def method(view: GapView) -> html.Section:
    """The choices behind the matrix, as sentences."""
    language = view.texts.language
    choices = [html.Li(in_language(choice, language)) for choice in METHOD.choices]
    link = html.A(view.words.method_link, href="/metodologia#brechas")
    return html.Section(
        [html.H3(view.words.method), html.Ol(choices), html.P(METHOD.reference), html.P(link)]
    )
