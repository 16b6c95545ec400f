"""The larger places around a ficha, from the border down, each with a ficha of its own."""

from dash import html
from dash.development.base_component import Component

from indicators.scopes import SCOPES
from layouts.aria import aria
from layouts.place import PlaceKind
from layouts.profile import Profile
from layouts.reading import data
from layouts.text import in_language


def trail(profile: Profile) -> list[Component]:
    """The border that is chosen, the department, and the place; nothing of a border."""
    if profile.place.kind is PlaceKind.BORDER:
        return []
    here = html.Li(html.Span(profile.name, **aria(current="page")))
    steps = [*([_border(profile)] if inside_border(profile) else []), *_department(profile)]
    label = aria(label=profile.words.trail)
    return [html.Nav(html.Ol([*map(html.Li, steps), here]), className="trail", **label)]


def inside_border(profile: Profile) -> bool:
    """Whether the place has any municipality in the border that is chosen."""
    scope = profile.view.question.scope
    return bool(profile.place.members.isin(profile.view.engine.codes(scope, "")).any())


def _border(profile: Profile) -> html.A:
    title = SCOPES[profile.view.question.scope].title
    return _link("/frontera", in_language(title, profile.view.texts.language))


def _department(profile: Profile) -> list[html.A]:
    if profile.place.many:
        return []
    engine = profile.view.engine
    code = str(engine.territory(profile.code)["department_code"])
    return [_link(f"/departamento/{code}", engine.name(code))]


def _link(href: str, words: str) -> html.A:
    return html.A(words, href=href, **data(keep="yes"))
