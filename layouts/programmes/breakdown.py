"""One component up close: by municipality, by sex and by period."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL, Sex
from indicators.frameworks import Framework, Line, Part, inside, of_sex, progress
from layouts.programmes.cells import absent, measured, progress_cells, sources_of
from layouts.programmes.frameworks import mixed_row
from layouts.programmes.view import PATH, ProgrammeView, Shown
from layouts.reading import data, table


def breakdown_section(framework: Framework, part: Part, view: ProgrammeView) -> html.Section:
    """Everything that is published of a component."""
    words = view.words
    name = f"{framework.programme} · {view.name_of(part)}"
    back = html.A(
        words.all_parts, href=f"{PATH}?programa={framework.key}&componente=", **data(keep="yes")
    )
    shown = [found for found in map(view.show, part.lines) if not found.rows.empty]
    told = words.shows.format(part.shows) if part.shows else ""
    mixed = [html.P(cell.children, className="note") for row in mixed_row(shown, view)
             for cell in row]  # fmt: skip
    nothing = words.no_result_here if part.lines else words.no_result
    lines = [block for one in shown for block in line_blocks(one, view)]
    body = lines or [html.P(absent(nothing, part.source_id, view), className="note")]
    return html.Section(
        [html.H3(words.breakdown.format(part=name)), html.P(back), html.P(told, className="whose"),
         *mixed, *body],
        id="desglose",
    )  # fmt: skip


def line_blocks(shown: Shown, view: ProgrammeView) -> Iterator[Component]:
    """One thing measured: a table by municipality, one by sex, one by period."""
    words, line = view.words, shown.line
    yield html.H4(measured(shown, view)[:1])
    yield html.P([words.unit_rule, ": ", *measured(shown, view)[1:], " ", *sources_of(line, view)],
                 className="whose rule")  # fmt: skip
    here = _table(words.by_territory, words.territory, list(by_territory(shown, view)), view)
    sexes = _table(words.by_sex, view.texts.sex, list(by_sex(shown, view)), view)
    periods = _table(words.by_period, words.when, list(by_period(shown, view)), view)
    yield html.Div([html.Div(list(here)), html.Div([*sexes, *periods])], className="split")


def _table(
    title: str, first: str, rows: list[list[Component | str]], view: ProgrammeView
) -> Iterator[Component]:
    words = view.words
    yield html.H5(title)
    if not rows:
        yield html.P(words.no_breakdown, className="whose")
        return
    head = [first, words.baseline, words.target, words.actual, words.progress]
    yield html.Div(table(head, rows, "records slim"), className="wide")


def by_territory(shown: Shown, view: ProgrammeView) -> Iterator[list[Component | str]]:
    """A row for each territory, the largest target or result first."""
    groups = list(shown.rows.groupby("territory_code", sort=False, observed=True))
    ordered = sorted(groups, key=lambda pair: -_size(Line(pair[1])))
    for code, rows in ordered:
        line = Line(rows)
        yield [view.where(str(code)), *progress_cells(progress(rows), line, view)]


def _size(line: Line) -> float:
    return float(line.rows[["target", "actual"]].max().max(skipna=True) or 0)


def by_sex(shown: Shown, view: ProgrammeView) -> Iterator[list[Component | str]]:
    """Women, men and both, where the publication tells them apart; host of the same place."""
    line = shown.line
    sexes = [sex for sex in (Sex.WOMEN, Sex.MEN) if sex in set(line.rows["sex"])]
    if not sexes:
        return
    for sex in (*sexes, *([Sex.TOTAL] if TOTAL in set(line.rows["sex"]) else [])):
        of = of_sex(line.rows, sex)
        here = of if shown.outside else of[inside(of, view.codes)]
        if not here.empty:
            yield [view.texts.sexes[sex], *progress_cells(progress(here), line, view)]


def by_period(shown: Shown, view: ProgrammeView) -> Iterator[list[Component | str]]:
    """The newest period and the earlier ones; they are never added up."""
    for line in (shown.line, *shown.line.earlier):
        found = view.show(line)
        if not found.rows.empty:
            yield [view.when(line), *progress_cells(found.progress, line, view)]
