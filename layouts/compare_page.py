"""The comparison: who stands side by side, the tables of the axes, and how to take it along."""

from collections.abc import Sequence
from typing import Final

from dash import html
from dash.development.base_component import Component

from indicators.contrast import METHOD
from indicators.scopes import SCOPES
from indicators.spec import Axis
from layouts.aria import aria
from layouts.compare_table import axis_section, badge
from layouts.compare_view import Comparison
from layouts.frame import Frame
from layouts.gap_page import select
from layouts.picker import picker
from layouts.reading import data, reading_page
from layouts.text import in_language
from layouts.text.gap_words import GAP_WORDS

MOST: Final = 4
SUGGESTED: Final = ("44430", "54874", "81001")
"""Maicao, Villa del Rosario and Arauca: where the programmes work."""
PICKER: Final = "compare-picker"


def compare_page(frame: Frame, view: Comparison) -> html.Div:
    """The page; without territories, where to begin."""
    words = view.words
    tree = [_chosen(view), *(_compared(view) if view.codes else [_suggestions(frame, view)])]
    return reading_page(frame, (words.title, words.lead), [html.Div(tree, className="compare")])


def _compared(view: Comparison) -> list[Component]:
    words = view.words
    alone = [html.P(words.only_one, className="note")] if len(view.codes) == 1 else []
    filters = [html.P(words.only.format("; ".join(view.filters)), className="note")]
    lacking = len(view.view.indicators) - len(view.rows)
    return [
        *alone,
        *(filters if view.filters else []),
        options(view),
        *(part for axis in Axis for part in axis_section(axis, view)),
        *([html.P(words.lacking.format(n=lacking), className="whose")] if lacking else []),
        links(view),
        _rule(view),
    ]


def _rule(view: Comparison) -> html.Details:
    method = in_language(METHOD, view.view.texts.language)
    return html.Details([html.Summary(view.words.rule), html.P(method)], className="method")


def address(codes: Sequence[str]) -> str:
    """Where ``codes`` are compared; the browser adds the rest of what was chosen."""
    return "/comparar?comparar=" + ",".join(codes)


def kept(words: str | list[Component], href: str, label: str = "") -> html.A:
    """A link that keeps what was chosen."""
    named = aria(label=label) | {"title": label} if label else {}
    return html.A(words, href=href, **data(keep="yes"), **named)


def _chosen(view: Comparison) -> html.Ol:
    cards: list[Component] = [
        html.Li(_card(code, view), className="card-of") for code in view.codes
    ]
    full = len(view.codes) >= MOST
    words = (view.words.add, view.words.add_hint)
    typed = picker(PICKER, words, view.codes, "municipio,departamento")
    last = html.P(view.words.full, className="whose") if full else typed
    return html.Ol([*cards, html.Li(last, className="card-of adding")], className="chosen")


def _card(code: str, view: Comparison) -> list[Component]:
    words, row = view.words, view.view.engine.territory(code)
    whole = view.is_department(code)
    kind = words.department_of if whole else str(row["department_name"])
    ficha = f"/departamento/{code}" if whole else f"/municipio/{code}"
    return [
        html.H3([badge(code, view), " ", view.name(code)]),
        html.P(f"{kind} · {code}", className="whose"),
        html.P([kept(words.profile, ficha), *_moves(code, view)], className="links"),
    ]


def _moves(code: str, view: Comparison) -> list[Component]:
    """One place towards either end, and away."""
    words, name, codes = view.words, view.name(code), list(view.codes)
    place = codes.index(code)
    found = []
    if place:
        found.append(kept("←", address(_swapped(codes, place - 1)), words.earlier.format(name)))
    if place < len(codes) - 1:
        found.append(kept("→", address(_swapped(codes, place)), words.later.format(name)))
    rest = [other for other in codes if other != code]
    return [*found, kept("✕", address(rest), words.remove.format(name))]


def _swapped(codes: Sequence[str], place: int) -> list[str]:
    """``codes`` with the one at ``place`` and the next changed about."""
    moved = list(codes)
    moved[place : place + 2] = reversed(moved[place : place + 2])
    return moved


def options(view: Comparison) -> html.Form:
    """What each territory is set against, and the scope whose median that may be."""
    texts, words = view.view.texts, view.words
    scopes = [(key, in_language(s.title, texts.language)) for key, s in SCOPES.items()]
    fields = [
        select("contra", words.against, list(words.references.items()), view.contra),
        select("ambito", texts.scope, scopes, view.view.question.scope),
    ]
    go = GAP_WORDS[texts.language].apply
    apply = html.Button(go, type="submit", className="btn btn-sm btn-primary")
    return html.Form(html.Div([*fields, apply], className="import-form"), className="gap-form")


def links(view: Comparison) -> html.P:
    """The rows as a table and as a file, and the departments of the municipalities."""
    departments = list(dict.fromkeys(code[:2] for code in view.codes))
    local = any(not view.is_department(code) for code in view.codes)
    beside: list[Component | str] = [" · ", kept(view.words.departments, address(departments))]
    codes = ",".join(view.codes)
    download = kept(view.words.download, f"/comparar.csv?comparar={codes}")
    rows = kept(view.words.rows, f"/datos?tabla=comparar&comparar={codes}&filtro=&orden=&periodo=")
    return html.P([download, " · ", rows, *(beside if local else [])], className="links")


def _suggestions(frame: Frame, view: Comparison) -> html.Section:
    """Where to begin: the municipality at hand, those of the programmes, and each of them."""
    words = view.words
    at_hand = str(frame.chosen["municipio"])
    singles = dict.fromkeys([code for code in (at_hand, *SUGGESTED) if code])
    together = words.whole.format(", ".join(map(view.name, SUGGESTED)))
    entries = [html.Li(kept(together, address(SUGGESTED)))]
    entries += [html.Li(kept(view.name(code), address([code]))) for code in singles]
    return html.Section(
        [html.P(words.empty, className="lead"), html.P(words.suggestions), html.Ul(entries)]
    )
