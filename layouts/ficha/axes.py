"""The seven axes: three indicators each, the rest one click away."""

from collections.abc import Iterator
from typing import Final

from dash import html
from dash.development.base_component import Component

from indicators.benchmark import Reference
from indicators.nearest import Origin
from indicators.spec import Axis, Indicator, Kind
from indicators.spread import Spread
from layouts.ficha.row import Row, figure_row, people_of, set_reference
from layouts.ficha.spreads import spread_of, spread_rows, spread_words
from layouts.format import numbers, period_words
from layouts.item import figure_item, method_terms
from layouts.profile import Profile
from layouts.proof_link import proven
from layouts.provenance import source_link
from layouts.text import in_language

INDICATORS: Final = "indicadores"
REFERENCE: Final = "referencias"
FIRST_SHOWN: Final = 3
AROUND: Final = (Origin.DOMAIN, Origin.DEPARTMENT)


def axis_section(axis: Axis, profile: Profile) -> list[Component]:
    """Indicators of one axis, the place's own figures first; nothing where there is none."""
    texts = profile.view.texts
    items = [_item(key, profile) for key in ordered(axis, profile)]
    if not items:
        return []
    shown, rest = items[:FIRST_SHOWN], items[FIRST_SHOWN:]
    more = html.Details([html.Summary(texts.see_more.format(len(rest))), *rest], className="more")
    return [html.Section([html.H3(texts.axes[axis]), *shown, *([more] if rest else [])])]


def ordered(axis: Axis, profile: Profile) -> list[str]:
    """Indicators of an axis with a figure, the closest to the place first, else as registered."""
    view = profile.view
    known = [key for key, i in view.indicators.items() if i.axis is axis and _has(key, profile)]
    return sorted(known, key=lambda key: _distance(key, profile))


def _has(key: str, profile: Profile) -> bool:
    return key in profile.known or key in profile.spreads


def _distance(key: str, profile: Profile) -> int:
    """How far from the place its figure is: its own, of what is around it, of the country.

    A rate of somewhere larger says something of the place; how many there are in it says less.
    """
    if key in profile.spreads or profile.known[key].origin is Origin.OWN:
        return 0
    figure = profile.known[key]
    steps = 1 if figure.origin in AROUND else 2
    return steps + int(figure.indicator.kind is Kind.COUNT)


def _item(key: str, profile: Profile) -> html.Div:
    if key in profile.spreads:
        return spread_item(profile.spreads[key], profile)
    figure = profile.known[key]
    made = figure_item(figure, profile.code, profile.view, profile.marks[key])
    source = people_of([str(figure.observation["source_id"])], profile)
    made.children.append(html.P(source, className="on-paper"))
    return made


def spread_item(told: Spread, profile: Profile) -> html.Div:
    """The sum or the median of a border, its ends, and every publication behind it."""
    texts, words, indicator = profile.view.texts, profile.words, told.indicator
    period, of = period_words(told.period, texts), spread_of(told, texts)
    late = words.earlier.format(told.earlier) if told.earlier else ""
    unit = html.Small(" " + in_language(indicator.unit.symbol, texts.language))
    number = proven(spread_words(told, texts), set_reference(told, profile), texts)
    value = html.P([number, unit], className="value")
    return html.Div(
        [
            html.Div([html.H4(in_language(indicator.title, texts.language)), value]),
            html.P(f"{of[0].upper()}{of[1:]}, {period}{late}.", className="whose"),
            *_ends(told, profile),
            _proof(told, profile),
            html.P(people_of(told.source_ids[:FIRST_SHOWN], profile), className="on-paper"),
        ],
        className="item origin-own",
    )


def _ends(told: Spread, profile: Profile) -> list[Component]:
    """The lowest and the highest with their places; nothing where all are the same."""
    if told.low == told.high:
        return []
    write, engine = numbers(profile.view.texts), profile.view.engine
    decimals = told.indicator.decimals
    said = profile.words.ends.format(
        low=write(told.low, decimals), high=write(told.high, decimals),
        low_place=engine.name(told.low_code), high_place=engine.name(told.high_code),
    )  # fmt: skip
    return [html.P(said, className="marks")]


def _proof(told: Spread, profile: Profile) -> html.Details:
    texts, engine = profile.view.texts, profile.view.engine
    sources = [html.Li(source_link(engine.source(s), texts)) for s in told.source_ids]
    return html.Details(
        [
            html.Summary(texts.source_and_method),
            html.Ul(sources),
            html.Dl(method_terms(told.indicator, texts)),
        ],
        className="method",
    )


def axis_rows(profile: Profile) -> Iterator[Row]:
    """A line for each figure and for each reference beside it, in the order of the axes."""
    for key in (key for axis in Axis for key in ordered(axis, profile)):
        if key in profile.spreads:
            yield from spread_rows(profile, INDICATORS, profile.spreads[key])
        else:
            yield from _figure_rows(key, profile)


def _figure_rows(key: str, profile: Profile) -> Iterator[Row]:
    figure, words = profile.known[key], profile.words
    yield figure_row(profile, INDICATORS, figure)
    names = {
        Reference.DEPARTMENT: words.reference_department,
        Reference.SCOPE: words.reference_scope,
        Reference.NATION: words.reference_nation,
        Reference.PEERS: words.reference_peers,
    }
    for mark in profile.marks[key]:
        yield figure_row(
            profile, REFERENCE, figure, valor=mark.value, estado="valor",
            referencia=names[mark.reference].format(mark.n), muestra="", margen="", nota="",
            advertencias="",
        )  # fmt: skip


def title_of(indicator: Indicator, profile: Profile) -> str:
    """Title of an indicator in the language of the page."""
    return in_language(indicator.title, profile.view.texts.language)
