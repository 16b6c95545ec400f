"""Cells of the tables of programmes: figures, their unit rule, the bar and the source."""

from typing import Final

from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL
from indicators.frameworks import RULES, Line, Progress
from layouts.figures.execution import execution_bar
from layouts.format import numbers
from layouts.programmes.view import ProgrammeView, Shown
from layouts.provenance import source_words
from layouts.text import in_language

PERCENT: Final = "percent"
NEARLY: Final = 0.05
"""What a percentage with one decimal cannot tell from a whole hundred."""


def figure(value: float | None, line: Line, view: ProgrammeView, *, added: int = 1) -> html.Td:
    """A number with its percent sign, or the word for its absence."""
    if value is None:
        word = view.words.none if added else view.words.not_added
        return html.Td(word, className="none" if added else "refused")
    unit = " %" if line.word("unit") == PERCENT else ""
    decimals = 0 if float(value).is_integer() else 1
    return html.Td(f"{numbers(view.texts)(value, decimals)}{unit}", className="number")


def progress_cells(found: Progress, line: Line, view: ProgrammeView) -> list[Component]:
    """Baseline, target, actual, and how they stand to each other."""
    three = [
        figure(value, line, view, added=found.added)
        for value in (found.baseline, found.target, found.actual)
    ]
    return [*three, html.Td(standing(found, view), className="standing")]


def standing(found: Progress, view: ProgrammeView) -> list[Component | str]:
    """The bar with the percentage met in words, or why there is none."""
    if found.percent is None or found.target is None or found.actual is None:
        return [in_language(found.reason, view.texts.language)] if found.reason else []
    write, words = numbers(view.texts), view.words
    percent = write(found.percent, 1)
    baseline = (
        f"; {words.baseline.lower()}: {write(found.baseline)}" if found.baseline is not None else ""
    )
    label = words.bar.format(
        actual=write(found.actual), target=write(found.target), percent=percent, baseline=baseline
    )
    bar = execution_bar(found.actual, found.target, found.baseline, label)
    template = words.beyond if found.percent > 100 + NEARLY else words.met
    return [*([bar] if bar is not None else []), html.Span(template.format(percent=percent))]


def measured(shown: Shown, view: ProgrammeView) -> list[Component | str]:
    """What is measured, its population and the rule of its unit."""
    line, texts = shown.line, view.texts
    group = line.word("population_group")
    people = (
        [html.Small(view.words.population.format(texts.groups[group].lower()))]
        if group not in ("", TOTAL)
        else []
    )
    name = line.word("indicator")
    rule = in_language(RULES[line.rule], texts.language)
    note = line.word("note")
    return [
        name[:1].upper() + name[1:],
        *people,
        html.Small(rule, title=line.word("unit_rule")),
        *([html.Small(note, className="said")] if note else []),
    ]


def where(shown: Shown, view: ProgrammeView) -> str:
    """The place of what is shown: one territory, several added up, or somewhere else."""
    codes = list(dict.fromkeys(map(str, shown.rows["territory_code"])))
    if len(codes) > 1:
        count = view.words.added.format(n=len(codes))
        place = count if shown.progress.added else f"{len(codes)} {view.texts.territories.lower()}"
        return view.words.outside.format(place) if shown.outside else place
    place = view.where(codes[0])
    return view.words.outside.format(place) if shown.outside else place


def source_cell(source_id: str, view: ProgrammeView) -> Component | str:
    """Who published it, as a link where there is one, with its title."""
    if source_id not in view.engine.snapshot.sources.index:
        return ""
    source = view.engine.source(source_id)
    words, url = str(source["publisher"]), str(source["url"] or "")
    told = source_words(source, view.texts)
    if not url.startswith(("http://", "https://")):
        return html.Span(words, title=told)
    return html.A(words, href=url, title=told, target="_blank", rel="noopener noreferrer")


def sources_of(line: Line, view: ProgrammeView) -> list[Component | str]:
    """The publications of a line."""
    found: list[Component | str] = []
    for source_id in dict.fromkeys(map(str, line.rows["source_id"])):
        found += [*([html.Br()] if found else []), source_cell(source_id, view)]
    return found


def absent(sentence: str, source_id: str, view: ProgrammeView) -> list[Component | str]:
    """That there is nothing, and who could publish it."""
    holder = view.holder(source_id)
    return [sentence, *([" ", view.words.who.format(holder)] if holder else [])]
