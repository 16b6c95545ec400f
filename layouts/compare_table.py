"""The table of a comparison: a row for each indicator, a column for each territory."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from indicators.contrast import width_of
from indicators.proof import Reference
from indicators.side_by_side import Mark, Row
from indicators.spec import Axis
from layouts.aria import aria
from layouts.compare_cells import Parts, cell, mark_words, series_of
from layouts.compare_view import FIRST_SHOWN, Comparison
from layouts.figures.dots import Dot, domain, dots
from layouts.format import numbers
from layouts.proof_link import proven
from layouts.reading import data
from layouts.text import in_language


def axis_section(axis: Axis, view: Comparison) -> list[Component]:
    """Three indicators of an axis, and the rest one click away."""
    rows, texts = view.of_axis(axis), view.view.texts
    if not rows:
        return []
    rest = rows[FIRST_SHOWN:]
    more = html.Summary(texts.see_more.format(len(rest)))
    hidden = [html.Details([more, _table(rest, view)], className="more")] if rest else []
    head = html.H3(texts.axes[axis])
    return [html.Section([head, _table(rows[:FIRST_SHOWN], view), *hidden])]


def _table(rows: Sequence[Row], view: Comparison) -> html.Div:
    words = view.words
    names = [html.Th([badge(c, view), " ", view.name(c)], scope="col") for c in view.codes]
    head = [html.Th(words.indicator, scope="col"), *names, html.Th(words.beside, scope="col")]
    body = [_row(row, view) for row in rows]
    table = html.Table([html.Thead(html.Tr(head)), html.Tbody(body)], className="records compared")
    return html.Div(table, className="wide")


def badge(code: str, view: Comparison) -> html.Span:
    """The letter of a territory, in its colour."""
    letter = view.letter(code)
    return html.Span(letter, className=f"badge-letter side-{letter}")


def _row(row: Row, view: Comparison) -> html.Tr:
    parts = series_of(row, view)
    cells = [cell(row, code, parts, view) for code in row.codes]
    return html.Tr([_title(row, parts, view), *cells, _references(row, view)])


def _title(row: Row, parts: Parts, view: Comparison) -> html.Th:
    indicator, language = row.indicator, view.view.texts.language
    title = in_language(indicator.title, language)
    link = html.A(title, href=f"/metodologia#{indicator.key}", **data(keep="yes"))
    return html.Th([link, *_scale(row, title, view), *_scale_line(row, parts, view)], scope="row")


def _scale(row: Row, title: str, view: Comparison) -> list[Component]:
    """The dots of the territories that share a scale, and who is off it."""
    write, decimals = numbers(view.view.texts), row.indicator.decimals
    placed = [_dot(row, code, view) for code in row.alike]
    values = [mark.value for mark in row.marks]
    points = [
        f"{view.name(c)} {write(d.value, decimals)}" for c, d in zip(row.alike, placed, strict=True)
    ]
    points += [mark_words(mark, row.indicator, view) for mark in row.marks]
    label = view.words.scale_of.format(title=title, points="; ".join(points))
    drawn = dots(placed, values, label)
    if drawn is None:
        return []
    low, high = domain(placed, values)
    unit = in_language(row.indicator.unit.symbol, view.view.texts.language)
    ends = {"low": write(low, decimals), "high": f"{write(high, decimals)} {unit}"}
    return [
        drawn,
        html.P(view.words.scale.format(**ends).rstrip(".") + ".", className="whose"),
        *_off(row, view),
    ]


def _dot(row: Row, code: str, view: Comparison) -> Dot:
    figure = row.figure(code)
    value = figure.value if figure is not None and figure.value is not None else 0.0
    width = width_of(figure) if figure is not None else None
    return Dot(view.letter(code), value, width or 0.0)


def _off(row: Row, view: Comparison) -> list[Component]:
    known = [c for c in row.codes if row.figure(c) is not None and c not in row.alike]
    if not known:
        return []
    told = view.words.left_out.format(", ".join(map(view.name, known)))
    return [html.P(told, className="whose")]


def _scale_line(row: Row, parts: Parts, view: Comparison) -> list[Component]:
    drawn = [each for each in parts.values() if sum(len(p.points) for p in each) > 1]
    values = [p.value for each in parts.values() for part in each for p in part.points]
    if not drawn:
        return []
    write, decimals = numbers(view.view.texts), row.indicator.decimals
    ends = {"low": write(min(values), decimals), "high": write(max(values), decimals)}
    return [html.P(view.words.scale_line.format(**ends), className="whose")]


def _references(row: Row, view: Comparison) -> html.Td:
    entries = [html.Li(_reference(mark, row, view)) for mark in row.marks]
    none = html.Span("–", **aria(hidden="true"))
    name = data(name=view.words.beside)
    return html.Td(html.Ul(entries) if entries else none, className="references", **name)


def _reference(mark: Mark, row: Row, view: Comparison) -> Component | str:
    """A reference with its proof; a median has none of its own, its territories have."""
    name = Reference(row.indicator.key, mark.code, mark.period, view.view.cell_of(row.indicator))
    told = mark_words(mark, row.indicator, view)
    return proven(told, name if mark.code else None, view.view.texts)
