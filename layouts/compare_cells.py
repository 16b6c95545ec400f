"""Cells of a comparison: the figure, whose it is, and how far from the others, in words."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from indicators.benchmark import Reference
from indicators.contrast import ABSENT, Contrast
from indicators.nearest import Figure, Origin
from indicators.series import Segment, segments_of
from indicators.side_by_side import Mark, Row
from indicators.spec import Indicator, Kind
from indicators.units import INDEX, PERCENT
from layouts.compare_view import Comparison
from layouts.figures.sparkline import sparkline
from layouts.format import marked, numbers, period_words
from layouts.item import value_line
from layouts.provenance import figure_words, imported, source_link
from layouts.reading import data
from layouts.text import in_language

Parts = Mapping[str, tuple[Segment, ...]]


def cell(row: Row, code: str, parts: Parts, view: Comparison) -> html.Td:
    """One territory of a row, with its name for a narrow screen, where the head is gone."""
    figure = row.figure(code)
    label = data(name=f"{view.letter(code)} · {view.name(code)}")
    if figure is None:
        words = [html.P(view.view.texts.no_figure, className="value none"),
                 html.P(view.words.nobody, className="whose")]  # fmt: skip
        return html.Td(words, className="territory", **label)
    return html.Td(
        [
            value_line(figure, view.view.texts),
            html.P(period(figure, view), className="whose"),
            *_stand_in(figure, view),
            *(html.P(marked(told), className="told") for told in differences(row, code, view)),
            *_line(row.indicator, code, parts, view),
            source(figure, view),
        ],
        className=f"territory origin-{figure.origin}",
        **label,
    )


def period(figure: Figure, view: Comparison) -> str:
    """The period of a figure, as a sentence begins."""
    words = period_words(str(figure.observation["period"] or ""), view.view.texts)
    return words[:1].upper() + words[1:]


def _stand_in(figure: Figure, view: Comparison) -> list[Component]:
    if figure.origin is Origin.OWN:
        return []
    told = view.words.stands_in.format(view.name(figure.territory_code))
    once = told.replace("..", ".")  # a name may end in a point of its own
    return [html.P(once, className="whose stand-in")]


def differences(row: Row, code: str, view: Comparison) -> list[str]:
    """Against the first territory and against the reference; nothing of a stand-in or a count.

    Where both are refused for one reason, it is said once.
    """
    figure, place = row.figure(code), row.codes.index(code)
    if figure is None or figure.origin is not Origin.OWN or row.indicator.kind is Kind.COUNT:
        return []
    pairs = [(row.first[place], view.name(row.lead))]
    if view.reference is not Reference.DEPARTMENT or not view.is_department(code):
        pairs.append((row.against[place], view.words.than[view.reference]))
    told = [(found, other) for found, other in pairs if found is not None]
    reasons = {(found.reason, found.difference is None) for found, _ in told}
    if len(told) > 1 and len(reasons) == 1 and told[0][0].reason not in (None, ABSENT):
        unsure = told[0][0].difference is not None
        join = view.words.neither if unsure else view.words.with_neither
        told = [(told[0][0], join.format(*(other for _, other in told)))]
    return [difference(row.indicator, found, other, view) for found, other in told]


def difference(indicator: Indicator, apart: Contrast, other: str, view: Comparison) -> str:
    """``**24 de cada 1.000 habitantes menos** que el departamento``, or why nothing is said."""
    words, language = view.words, view.view.texts.language
    if apart.reason is ABSENT:
        return words.absent.format(other=other)
    if apart.reason is not None:
        template = words.apart if apart.difference is None else words.unsure
        return template.format(other=other, reason=in_language(apart.reason, language))
    rounded = round(apart.difference or 0.0, indicator.decimals)
    if rounded == 0:
        return words.same.format(other=other) + "."
    template = words.more if rounded > 0 else words.less
    return template.format(n=amount(indicator, abs(rounded), view), other=other) + "."


def amount(indicator: Indicator, apart: float, view: Comparison) -> str:
    """A difference with the words of its unit."""
    number = numbers(view.view.texts)(apart, indicator.decimals)
    if indicator.unit.key == PERCENT.key:
        return view.words.points.format(number)
    if indicator.unit.key == INDEX.key:
        return view.words.index.format(number)
    return f"{number} {in_language(indicator.unit.noun, view.view.texts.language)}"


def series_of(row: Row, view: Comparison) -> Parts:
    """Series of the territories that have figures of their own."""
    own = [
        code
        for code, figure in zip(row.codes, row.figures, strict=True)
        if figure is not None and figure.origin is Origin.OWN
    ]
    cell = view.view.cell_of(row.indicator)
    return segments_of(view.view.engine, row.indicator, own, cell) if own else {}


def _line(indicator: Indicator, code: str, parts: Parts, view: Comparison) -> list[Component]:
    texts = view.view.texts
    write = numbers(texts)
    points = "; ".join(
        f"{period_words(p.period, texts)}: {write(p.value, indicator.decimals)}"
        for part in parts.get(code, ())
        for p in part.points
    )
    title = f"{in_language(indicator.title, texts.language)}, {view.name(code)}"
    label = texts.series_label.format(title=title, points=points)
    among = [segment for each in parts.values() for segment in each]
    drawn = sparkline(parts.get(code, ()), label, among)
    return [drawn] if drawn is not None else []


def source(figure: Figure, view: Comparison) -> html.Details:
    """Who publishes a figure, its sample and its cautions: one click from the number."""
    texts, engine = view.view.texts, view.view.engine
    found = engine.source(str(figure.observation["source_id"]))
    return html.Details(
        [
            html.Summary(texts.source),
            html.P(figure_words(figure.observation, texts)),
            html.P(source_link(found, texts)),
            *imported(engine.files_of(str(found["source_id"])), texts),
        ],
        className="method",
    )


def mark_words(mark: Mark, indicator: Indicator, view: Comparison) -> str:
    """``Norte de Santander (departamento): 12,3``."""
    number = numbers(view.view.texts)(mark.value, indicator.decimals)
    name = view.name(mark.code) if mark.code else ""
    return view.words.marks[mark.reference].format(name=name, value=number, n=mark.n)
