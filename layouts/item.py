"""One indicator of a municipality: value, series, comparison, and where it comes from."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from indicators.benchmark import Mark, Reference, marks
from indicators.nearest import NATION, Figure, Origin, nearest_figure
from indicators.proof import Reference as Name
from indicators.series import Segment, segments
from indicators.spec import Indicator
from indicators.states import State
from layouts.figures.sparkline import sparkline
from layouts.figures.strip import strip
from layouts.format import numbers, period_words
from layouts.proof_link import figure_link, proven, reference_of
from layouts.provenance import figure_words, imported, source_link
from layouts.rivals import rivals
from layouts.slice import MapView
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.data_words import DATA_WORDS


def item(indicator: Indicator, code: str, view: MapView) -> html.Div:
    """One indicator for ``code``; a larger territory's figure stands in, and says so."""
    figure = nearest_figure(view.engine, indicator, code, view.cell_of(indicator))
    if figure is None:
        title = html.H4(in_language(indicator.title, view.texts.language))
        return html.Div([title, *_absent(indicator, view.texts)], className="item absent")
    return figure_item(figure, code, view, marks(view.engine, figure, view.codes))


def figure_item(figure: Figure, code: str, view: MapView, references: Sequence[Mark]) -> html.Div:
    """The closest figure for ``code`` that is already known, beside its references."""
    title = html.H4(in_language(figure.indicator.title, view.texts.language))
    parts = segments(view.engine, figure.indicator, figure.territory_code, figure.cell)
    return html.Div(
        [
            html.Div([title, value_line(figure, view.texts)]),
            html.Div(_drawings(figure, parts, references, view.texts), className="drawings"),
            html.P(whose(figure, code, view), className="whose"),
            *_comparison(references, figure, view.texts),
            proof(figure, view),
            *rivals(figure, view),
        ],
        className=f"item origin-{figure.origin}",
    )


def _absent(indicator: Indicator, texts: Catalogue) -> list[Component]:
    who = in_language(indicator.source_rule, texts.language)
    return [
        html.P(texts.no_figure, className="value none"),
        html.P(f"{texts.no_figure_who} {who}", className="whose"),
    ]


def value_line(figure: Figure, texts: Catalogue) -> html.P:
    """The number with its unit, or the word of its state; either leads to its proof."""
    name = reference_of(figure)
    if figure.value is None:
        return html.P(proven(texts.states[figure.state], name, texts), className="value none")
    words: list[Component | str] = [
        proven(numbers(texts)(figure.value, figure.indicator.decimals), name, texts),
        html.Small(" " + in_language(figure.indicator.unit.symbol, texts.language)),
    ]
    if figure.state is State.UNRELIABLE:
        words.append(html.Small(f" ({texts.states[State.UNRELIABLE]})"))
    return html.P(words, className="value")


def value_link(figure: Figure, texts: Catalogue) -> Component | str:
    """The same in one text, for a cell of a table; it leads to the proof of the figure."""
    return proven(value_words(figure, texts), reference_of(figure), texts)


def value_words(figure: Figure, texts: Catalogue) -> str:
    """The number with its unit in one text, or the word of its state."""
    if figure.value is None:
        return texts.states[figure.state]
    unit = in_language(figure.indicator.unit.symbol, texts.language)
    unsure = f" ({texts.states[State.UNRELIABLE]})" if figure.state is State.UNRELIABLE else ""
    return (
        f"{numbers(texts)(figure.value, figure.indicator.decimals)}\N{NO-BREAK SPACE}{unit}{unsure}"
    )


def _drawings(
    figure: Figure, parts: Sequence[Segment], references: Sequence[Mark], texts: Catalogue
) -> list[Component]:
    title = in_language(figure.indicator.title, texts.language)
    write = numbers(texts)
    points = "; ".join(
        f"{period_words(p.period, texts)}: {write(p.value, figure.indicator.decimals)}"
        for part in parts
        for p in part.points
    )
    line = sparkline(parts, texts.series_label.format(title=title, points=points))
    values = [mark.value for mark in references]
    comparison = f"{texts.benchmark}: {mark_words(references, figure.indicator, texts)}"
    beside = strip(figure.value, values, comparison) if figure.value is not None else None
    return [drawing for drawing in (line, beside) if drawing is not None]


def mark_words(references: Sequence[Mark], indicator: Indicator, texts: Catalogue) -> str:
    """The references in words: ``departamento 12,3; nación 9,1``."""
    return "; ".join(_mark_words(mark, indicator, texts) for mark in references)


def _mark_words(mark: Mark, indicator: Indicator, texts: Catalogue) -> str:
    templates = {
        Reference.DEPARTMENT: texts.mark_department,
        Reference.SCOPE: texts.mark_scope,
        Reference.NATION: texts.mark_nation,
        Reference.PEERS: texts.mark_peers,
    }
    number = numbers(texts)(mark.value, indicator.decimals)
    many = mark.reference in (Reference.SCOPE, Reference.PEERS)
    return templates[mark.reference].format(*((mark.n, number) if many else (number,)))


def _comparison(references: Sequence[Mark], figure: Figure, texts: Catalogue) -> list[Component]:
    if not references:
        return []
    told = [proven(_mark_words(mark, figure.indicator, texts), _mark_name(mark, figure), texts)
            for mark in references]  # fmt: skip
    parts = [part for one in told for part in (one, "; ")][:-1]
    return [html.P(parts, className="marks")]


def _mark_name(mark: Mark, figure: Figure) -> Name | None:
    """The name of a reference; a median has none of its own, its territories have."""
    if not mark.code:
        return None
    return Name(figure.indicator.key, mark.code, mark.period, figure.cell)


def whose(figure: Figure, code: str, view: MapView) -> str:
    """Whose figure it is, in words, then its period."""
    texts, place = view.texts, view.engine.name(code)
    used = view.engine.name(figure.territory_code)
    sentences = {
        Origin.OWN: "",
        Origin.DOMAIN: _around(figure.territory_code, code, view),
        Origin.DEPARTMENT: texts.from_department.format(used),
        Origin.NATION: texts.from_nation,
        Origin.ELSEWHERE: texts.from_elsewhere.format(used, place),
    }
    if len(code) == len(NATION):  # of a department, or of the nation that stands for a border
        sentences[Origin.NATION] = texts.from_nation_to_larger
        sentences[Origin.ELSEWHERE] = texts.from_elsewhere_to_larger.format(used)
    period = period_words(str(figure.observation["period"] or ""), texts)
    dated = f"{period[0].upper()}{period[1:]}." if period else ""
    return " ".join(part for part in (dated, sentences[figure.origin]) if part)


def _around(domain: str, code: str, view: MapView) -> str:
    """Of an area that includes the municipality, or of a city that is only a part of it."""
    used, place = view.engine.name(domain), view.engine.name(code)
    if view.engine.is_city(domain, code):
        return view.texts.from_city.format(used)
    return view.texts.from_domain.format(used, place)


def proof(figure: Figure, view: MapView) -> html.Details:
    """Source, sample, cautions and method of a figure: one click from the number."""
    texts = view.texts
    source = view.engine.source(str(figure.observation["source_id"]))
    return html.Details(
        [
            html.Summary(texts.source_and_method),
            html.P(figure_words(figure.observation, texts)),
            html.P(source_link(source, texts)),
            html.P(figure_link(figure, DATA_WORDS[texts.language].proof_title)),
            *imported(view.engine.files_of(str(source["source_id"])), texts),
            html.Dl(method_terms(figure.indicator, texts)),
        ],
        className="method",
    )


def method_terms(indicator: Indicator, texts: Catalogue) -> list[Component]:
    """Definition, formula, universe and caution of an indicator, as a list of terms."""
    pairs = (
        (texts.definition, indicator.definition),
        (texts.formula, indicator.formula),
        (texts.universe, indicator.universe),
        (texts.caveat, indicator.caveat),
    )
    return [
        term
        for name, text in pairs
        for term in (html.Dt(name), html.Dd(in_language(text, texts.language)))
    ]
