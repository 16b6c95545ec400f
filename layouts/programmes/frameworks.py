"""The frameworks as tables: a component, what is measured of it, and how far it got."""

from typing import Final

from dash import html
from dash.development.base_component import Component

from indicators.frameworks import RULES, Framework, Part
from layouts.programmes.cells import absent, measured, progress_cells, source_cell, sources_of
from layouts.programmes.cells import where as where_cell
from layouts.programmes.view import PATH, ProgrammeView, Shown
from layouts.reading import data
from layouts.text import in_language

COLUMNS_OF_A_LINE: Final = 8


def framework_section(framework: Framework, view: ProgrammeView) -> html.Section:
    """A programme with what it says of itself and the table of its components."""
    words = view.words
    title = html.A(
        framework.programme, href=f"{PATH}?programa={framework.key}&vista=marcos",
        **data(keep="yes"),
    )  # fmt: skip
    rows = [row for part in framework.parts for row in part_rows(framework, part, view)]
    rows += loose_rows(framework, view)
    head = [
        words.component, words.measured, words.baseline, words.target, words.actual,
        words.progress, words.when, words.where, words.source,
    ]  # fmt: skip
    body = html.Table(
        [
            html.Thead(html.Tr([html.Th(cell, scope="col") for cell in head])),
            html.Tbody([html.Tr(row) for row in rows]),
        ],
        className="records framework",
    )
    return html.Section(
        [html.H3(title), html.P(summary(framework, view), className="whose"),
         html.Div(body, className="wide")],
        id=framework.key,
    )  # fmt: skip


def summary(framework: Framework, view: ProgrammeView) -> str:
    """How many components there are, of how many anything is known, and whether it has targets."""
    words, parts = view.words, framework.parts
    known = sum(bool(part.lines) for part in parts)
    with_target = sum(bool(line.rows["target"].notna().any()) for line in framework.lines)
    first = words.summary.format(parts=len(parts), measured=known)
    if not any(True for _ in framework.lines):
        return first
    many = words.summary_target.format(n=with_target)
    told = words.summary_target_one if with_target == 1 else many if with_target else ""
    return f"{first} {told or words.summary_none}"


def part_rows(framework: Framework, part: Part, view: ProgrammeView) -> list[list[Component]]:
    """Rows of one component: one for each thing measured, or one that says there is none."""
    shown = [found for found in map(view.show, part.lines) if not found.rows.empty]
    mixed = mixed_row(shown, view)
    rows = [*[line_cells(one, view) for one in shown], *mixed]
    if not rows:
        rows = [absent_cells(part, view)]
    head = html.Th(
        part_cell(framework, part, view), scope="rowgroup", rowSpan=len(rows), className="part"
    )
    return [[head, *rows[0]], *rows[1:]]


def part_cell(framework: Framework, part: Part, view: ProgrammeView) -> list[Component | str]:
    """Kind, name and axis of a component; its name leads to its detail."""
    kind = view.words.kinds.get(part.kind, part.kind)
    axis = view.texts.axes.get(part.axis, "") if part.axis else view.words.no_axis
    href = f"{PATH}?programa={framework.key}&componente={part.key}&vista=marcos#desglose"
    return [
        html.Small(kind),
        html.A(view.name_of(part), href=href, **data(keep="yes")),
        html.Small(axis),
    ]


def line_cells(shown: Shown, view: ProgrammeView) -> list[Component]:
    """Everything of one thing measured but its component; on a telephone each says what it is."""
    words = view.words
    cells: list[Component] = [
        html.Td(measured(shown, view)),
        *progress_cells(shown.progress, shown.line, view),
        html.Td(view.when(shown.line)),
        html.Td(where_cell(shown, view)),
        html.Td(sources_of(shown.line, view)),
    ]
    names = (
        words.measured, words.baseline, words.target, words.actual, words.progress, words.when,
        words.where, words.source,
    )  # fmt: skip
    for cell, name in zip(cells, names, strict=True):
        setattr(cell, "data-name", name)
    return cells


def absent_cells(part: Part, view: ProgrammeView) -> list[Component]:
    """That nothing is known of a component, in this place or at all."""
    told = view.words.no_result
    if part.lines:
        elsewhere = all(view.show(line).rows.empty for line in part.lines)
        told = view.words.no_result_here if elsewhere else told
    wanted = [html.Small(view.words.shows.format(part.shows))] if part.shows else []
    said = [*absent(told, part.source_id, view), *wanted]
    cell = html.Td(said, className="none", colSpan=COLUMNS_OF_A_LINE - 1)
    return [cell, html.Td(source_cell(part.source_id, view))]


def mixed_row(shown: list[Shown], view: ProgrammeView) -> list[list[Component]]:
    """That a component has no total, where it measures things by several rules."""
    rules = list(dict.fromkeys(one.line.rule for one in shown))
    if len(rules) < 2:  # noqa: PLR2004 - one rule is no mixture
        return []
    told = "; ".join(in_language(RULES[rule], view.texts.language) for rule in rules)
    sentence = view.words.mixed.format(rules=told)
    return [[html.Td(sentence, className="refused", colSpan=COLUMNS_OF_A_LINE)]]


def loose_rows(framework: Framework, view: ProgrammeView) -> list[list[Component]]:
    """Results that no component claims."""
    shown = [found for found in map(view.show, framework.loose) if not found.rows.empty]
    rows = [line_cells(one, view) for one in shown]
    if not rows:
        return []
    said: list[Component | str] = [html.B(view.words.loose), html.Small(view.words.loose_lead)]
    head = html.Th(said, scope="rowgroup", rowSpan=len(rows), className="part")
    return [[head, *rows[0]], *rows[1:]]
