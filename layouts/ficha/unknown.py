"""The page for a code that no place has: what was asked, and where to go on."""

from dash import html
from dash.development.base_component import Component

from geodata.schema import Level
from indicators.engine import Engine
from indicators.scopes import DEFAULT_SCOPE, local_territories
from indicators.search import plain_text
from layouts.frame import Frame
from layouts.reading import data, reading_page
from layouts.text.profile_words import PROFILE_WORDS, ProfileWords


def unknown_page(frame: Frame, code: str, engine: Engine) -> html.Div:
    """A page that says so, and leads to every department and municipality of the border."""
    words = PROFILE_WORDS[frame.texts.language]
    titles = words.unknown_title.format(code[:40]), words.unknown_lead
    tree: list[Component] = [*_meant(code, engine, words), *_everywhere(engine, words)]
    return reading_page(frame, titles, tree)


def _meant(code: str, engine: Engine, words: ProfileWords) -> list[Component]:
    """The place of another level that has the code: a municipality asked for as a department."""
    territories = engine.snapshot.territories
    local = code in local_territories(territories).index
    known = local or (code in territories.index and territories["level"][code] == Level.DEPARTMENT)
    if not known:
        return []
    path = "municipio" if local else "departamento"
    return [html.P([words.unknown_meant, " ", _link(path, code, engine)], className="headline")]


def _everywhere(engine: Engine, words: ProfileWords) -> list[Component]:
    territories = engine.snapshot.territories
    inside = territories.loc[engine.codes(DEFAULT_SCOPE, "")]
    listed: list[Component] = [
        html.P(html.A(words.border_profile, href="/frontera", **data(keep="yes")))
    ]
    for department, members in inside.groupby("department_code", sort=True):
        names = members["name"].map(plain_text).sort_values().index
        links = [part for code in names for part in (_link("municipio", str(code), engine), " · ")]
        listed += [html.H3(_link("departamento", str(department), engine)), html.P(links[:-1])]
    departments = territories.index[territories["level"] == Level.DEPARTMENT]
    others = [str(code) for code in departments if code not in set(inside["department_code"])]
    links = [part for code in others for part in (_link("departamento", code, engine), " · ")]
    return [*listed, html.H3(words.other_departments), html.P(links[:-1])]


def _link(kind: str, code: str, engine: Engine) -> html.A:
    return html.A(engine.name(code), href=f"/{kind}/{code}", **data(keep="yes"))
