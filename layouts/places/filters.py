"""The filters, each choice with how many there are of it under the other filters."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from geodata.schema import FORMALISATIONS, SECTIONS
from indicators.place_list import FORMALITY, KINDS, STATES, UNKNOWN, counts, matching
from indicators.scopes import SCOPES
from layouts.aria import aria
from layouts.format import numbers
from layouts.places_view import FIELD_OF, PATH, TRANSIENT, PlacesView
from layouts.reading import element
from layouts.text import in_language

Options = Sequence[tuple[str, str]]

ASKED: Final = ("ambito", "municipio", *FIELD_OF.values())
"""Fields of the form; whatever else the address says stays as it is."""


def filters(view: PlacesView) -> Any:  # noqa: ANN401 - see ``element``
    """A form that writes its choices into the address."""
    words, texts = view.words, view.texts
    scopes = [(key, in_language(scope.title, texts.language)) for key, scope in SCOPES.items()]
    fields = [
        _field("ambito", texts.scope, scopes, view.scope),
        _field("municipio", words.municipality, _municipalities(view), view.municipality),
        *(_facet(name, view) for name in FIELD_OF),
    ]
    hidden = [
        element("input", {"type": "hidden", "name": name, "value": value})
        for name, value in view.chosen.items()
        if name not in (*ASKED, *TRANSIENT)
    ]
    button = element("button", {"type": "submit", "className": "show"}, [words.show])
    clear = html.A(words.clear, href=_cleared(view), className="clear")
    asked = [clear] if view.asked.fields or view.municipality or view.department else []
    return element(
        "form",
        {"action": PATH, "method": "get", "className": "filters", **aria(label=words.form)},
        [*fields, *hidden, button, *asked],
    )


def _cleared(view: PlacesView) -> str:
    return view.link(**dict.fromkeys([*FIELD_OF.values(), "municipio", "departamento"], ""))


def _field(name: str, label: str, options: Options, chosen: str) -> Component:
    listed = [
        element(
            "option",
            {"value": word} | ({"selected": "selected"} if word == chosen else {}),
            [told],
        )
        for word, told in options
    ]
    select = element("select", {"name": name, "className": "form-select form-select-sm"}, listed)
    return html.Label([html.Span(label), select], className="chip")


def _facet(name: str, view: PlacesView) -> Component:
    """One filter; a choice that nothing has is left out, unless it is the one chosen."""
    label, every, named = _told(view)[name]
    found, chosen = counts(view.told, view.choice, name), getattr(view.choice, name)
    write = numbers(view.texts)
    words = [w for w in _order(name, found) if w in found or w == chosen]
    options = [(word, f"{named(word)} ({write(found.get(word, 0))})") for word in words]
    return _field(FIELD_OF[name], label, [("", every), *options], chosen)


def _order(name: str, found: Mapping[str, int]) -> Iterator[str]:
    fixed: Mapping[str, Sequence[str]] = {
        "kind": KINDS,
        "state": tuple(STATES),
        "sector": (*SECTIONS, UNKNOWN),
        "formalisation": (*FORMALISATIONS, UNKNOWN),
    }
    if name in fixed:
        yield from fixed[name]
        return
    yield from sorted(word for word in found if word != UNKNOWN)
    yield UNKNOWN


def _told(view: PlacesView) -> Mapping[str, tuple[str, str, Callable[[str], str]]]:
    """Label, the choice that filters nothing, and the words of each choice."""
    words, texts = view.words, view.texts
    sections = {letter: f"{letter} · {name}" for letter, name in texts.sections.items()}
    return {
        "kind": (words.kind, words.every_kind, words.kinds.__getitem__),
        "sector": (texts.sector, words.every_sector,
                   lambda word: sections.get(word, words.formalisations[FORMALITY[-1]])),
        "state": (words.state, words.every_state, words.states.__getitem__),
        "programme": (words.programme, words.every_programme,
                      lambda word: view.programmes.get(word, word)),
        "formalisation": (words.formalisation, words.every_formalisation,
                          words.formalisations.__getitem__),
    }  # fmt: skip


def _municipalities(view: PlacesView) -> Options:
    """Municipalities of the scope that have any place, and the one chosen."""
    engine, write = view.engine, numbers(view.texts)
    places = engine.snapshot.places
    codes = engine.codes(view.scope, view.department)
    inside = places[places["territory_code"].isin(codes)]
    if not view.municipality:
        inside = inside[matching(view.told, view.choice).reindex(inside.index, fill_value=False)]
    found = inside["territory_code"].value_counts()
    known = {str(code): int(n) for code, n in found.items()} | (
        {view.municipality: int(found.get(view.municipality, 0))} if view.municipality else {}
    )
    named = sorted((engine.name(code), code) for code in known)
    return [
        ("", view.words.every_place),
        *((code, f"{name} ({write(known[code])})") for name, code in named),
    ]
