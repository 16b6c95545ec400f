"""The deck of a place: where it is, the map, what is sure of it, and what nobody knows."""

from collections.abc import Iterator
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from indicators.gaps.items import ITEMS
from indicators.nearest import Figure
from indicators.series import Segment, segments
from layouts.deck.charts import benchmark_chart, gap_chart, series_chart
from layouts.deck.parts import (
    Heading,
    Part,
    grid_slide,
    in_notes,
    kick,
    member_sources,
    periods,
    sourced,
    table_slide,
    told_by,
    words_of,
)
from layouts.drawing.plan import MapDrawing
from layouts.ficha.axes import title_of
from layouts.ficha.centres import centres_section, serving
from layouts.ficha.cohesion import asked, cohesion_section
from layouts.ficha.facts import told
from layouts.ficha.headlines import headlines
from layouts.ficha.here import inside, missing_section, programmes_section
from layouts.ficha.members import members_section
from layouts.ficha.page import sentences
from layouts.ficha.work import gaps, rates, work_section
from layouts.format import period_words
from layouts.gap_close import figure_of, summary
from layouts.gap_view import GapView
from layouts.item import mark_words, value_words, whose
from layouts.place import PlaceKind
from layouts.profile import UNEMPLOYMENT, Profile
from layouts.slides import Deck, Picture, Slide
from layouts.text import in_language
from layouts.written import grids_in, sentences_in, text_of

FEWEST_POINTS: Final = 3
MOST_HEADLINES: Final = 4

RATES: Final = Part((0, 1, 2, 3, 4), (2.4, 1, 2, 2, 2))
LABOUR: Final = Part((0, 1, 2, 3, 4), (2.2, 2.6, 1, 1.8, 2.2))
COHESION: Final = Part((0, 1, 2, 3), (3, 1.2, 2.2, 2.4))
CENTRES: Final = Part((0, 1, 2, 3), (3.4, 1.7, 1.2, 4))
PROGRAMMES: Final = Part((0, 1, 2, 3), (2.4, 5, 1, 1.6))
MEMBERS: Final = Part((0, 1, 2, 3, 4, 5), (0.8, 2, 1.1, 1.1, 1.4, 2))
UNPLACED: Final = Part(MEMBERS.columns[:-1], MEMBERS.widths[1:])
MISSING: Final = Part((0, 1, 2), (1.6, 2.6, 4))
"""Columns of the tables of the page that have room on a slide."""


def territory_deck(profile: Profile, drawing: MapDrawing, png: bytes) -> Deck:
    """Slides of a place.

    Args:
        profile: the place.
        drawing: the map of the chosen indicator.
        png: its picture.
    """
    texts = profile.view.texts
    slides = (
        _cover(profile),
        _map(profile, drawing, png),
        _headlines(profile),
        _benchmark(profile, drawing.view.question.indicator.key),
        _employment(profile),
        _labour(profile),
        *_gap(profile),
        _cohesion(profile),
        _centres(profile),
        _programmes(profile),
        *_members(profile),
        _missing(profile),
    )
    title = f"{profile.name} · {texts.product}"
    return Deck(title, texts.language, slides, drawing.watermark)


def _cover(profile: Profile) -> Slide:
    words, texts = words_of(profile), profile.view.texts
    facts = list(told(profile))
    lines = [" · ".join(sentence for sentence, _ in facts),
             words.made.format(period_words(profile.today, texts))]  # fmt: skip
    return Slide(
        profile.name,
        lines=tuple(line for line in lines if line),
        source=told_by(profile, [row["editor"] for _, row in facts]),
        notes=words.cover_notes,
        kick=f"{texts.product} · {kick(profile)}",
        cover=True,
    )


def _map(profile: Profile, drawing: MapDrawing, png: bytes) -> Slide:
    """The map, and the definition of what it shows for whoever speaks."""
    own = profile.known.get(drawing.view.question.indicator.key)
    value = value_words(own, profile.view.texts) if own else profile.view.texts.no_figure
    here = [] if profile.place.kind is PlaceKind.BORDER else [f"**{profile.name}: {value}**"]
    method = "\n".join(f"{name}: {text}" for name, text in drawing.shown.fill["method"])
    return Slide(
        drawing.title,
        lines=(*here, drawing.answer, *drawing.notes),
        map=Picture(png, drawing.alternative),
        source=f"{drawing.source} {drawing.boundaries}.",
        notes=method,
        kick=kick(profile),
    )


def _headlines(profile: Profile) -> Slide:
    """The sentences of the page; where nobody counts the migrants of the place, it says so."""
    rows = [row for one in headlines(profile) for row in one.rows]
    publications = [f"{row['editor']}. «{row['titulo']}»" if row["titulo"] else row["editor"]
                    for row in rows]  # fmt: skip
    return Slide(
        words_of(profile).headlines,
        lines=tuple(_with_bold(one) for one in sentences(profile)[:MOST_HEADLINES]),
        source=told_by(profile, publications, periods(profile, (row["periodo"] for row in rows))),
        notes="\n".join(dict.fromkeys(row["universo"] for row in rows if row["universo"])),
        kick=kick(profile),
    )


def _with_bold(component: Component) -> str:
    """A sentence of the page with its bold parts between ``**``."""
    pieces: Any = getattr(component, "children", "")
    parts = pieces if isinstance(pieces, list) else [pieces]
    return "".join(
        f"**{text_of(part)}**" if isinstance(part, Component) else str(part) for part in parts
    )


def _benchmark(profile: Profile, key: str) -> Slide:
    """The chosen indicator beside its references, or who would have to publish it."""
    texts, figure = profile.view.texts, profile.known.get(key)
    title = title_of(profile.view.indicators[key], profile)
    if figure is None:
        return _nobody(title, key, profile)
    marks = profile.marks[key]
    line = f"**{value_words(figure, texts)}** · {whose(figure, profile.code, profile.view)}"
    beside = mark_words(marks, figure.indicator, texts)
    return Slide(
        words_of(profile).benchmark.format(title),
        lines=tuple(part for part in (line, beside or words_of(profile).alone) if part),
        chart=benchmark_chart(figure, marks, profile),
        source=_of_figure(figure, profile),
        notes=_caveat(figure, profile),
        kick=kick(profile),
    )


def _nobody(title: str, key: str, profile: Profile) -> Slide:
    """A figure of a set, or none at all: a slide that says it and who holds it."""
    texts, indicator = profile.view.texts, profile.view.indicators[key]
    together = profile.spreads.get(key)
    who = in_language(indicator.source_rule, texts.language)
    lines = [texts.no_figure[0].upper() + texts.no_figure[1:] + ".",
             f"{texts.no_figure_who} {who}"]  # fmt: skip
    if together is not None:
        return Slide(title, lines=(words_of(profile).see_map,), kick=kick(profile),
                     source=sourced(profile, together.source_ids,
                                    period_words(together.period, texts)))  # fmt: skip
    return Slide(title, lines=tuple(lines), source=sourced(profile, ()), kick=kick(profile))


def _of_figure(figure: Figure, profile: Profile) -> str:
    period = str(figure.observation["period"] or "")
    return sourced(profile, [str(figure.observation["source_id"])], periods(profile, [period]))


def _caveat(figure: Figure, profile: Profile) -> str:
    language, indicator = profile.view.texts.language, figure.indicator
    parts = (indicator.definition, indicator.universe, indicator.caveat)
    return "\n".join(in_language(part, language) for part in parts)


def _employment(profile: Profile) -> Slide:
    """Unemployment over time, cut where its definition changed; else the rates that there are."""
    texts, figure = profile.view.texts, profile.known.get(UNEMPLOYMENT)
    section = work_section(profile)
    parts: tuple[Segment, ...] = ()
    if figure is not None:
        view = profile.view
        parts = segments(view.engine, figure.indicator, figure.territory_code, figure.cell)
    if figure is None or sum(len(part.points) for part in parts) < FEWEST_POINTS:
        ids = [str(rate.observation["source_id"]) for rate in rates(profile)]
        return _windows(section, Heading(profile.words.work, sourced(profile, ids)), profile)
    name = profile.view.engine.name(figure.territory_code)
    line = f"**{value_words(figure, texts)}** · {whose(figure, profile.code, profile.view)}"
    return Slide(
        f"{title_of(figure.indicator, profile)} · {name}",
        lines=(line, texts.series_break),
        chart=series_chart(parts, figure, profile),
        source=_of_figure(figure, profile),
        notes="\n\n".join([_caveat(figure, profile), in_notes(grids_in(section))]),
        kick=kick(profile),
    )


def _windows(section: html.Section, heading: Heading, profile: Profile) -> Slide:
    """Rates of the window that has most of them: no table holds two windows."""
    rated = [grid for grid in grids_in(section) if grid.head[0] == profile.words.rate
             and grid.title != profile.words.labour]  # fmt: skip
    if not rated:
        return table_slide(section, heading, profile, RATES)
    most = max(rated, key=lambda grid: len(grid.rows))
    return grid_slide(most, heading, profile, RATES, most.title)


def _labour(profile: Profile) -> Slide:
    """Gaps between women and men, migrants and hosts; or that nobody publishes both."""
    words, found = profile.words, gaps(profile)
    source = sourced(profile, [gap.told.source_id for gap in found],
                     periods(profile, [gap.told.period for gap in found]))  # fmt: skip
    grids = [grid for grid in grids_in(work_section(profile)) if grid.title == words.labour]
    if not grids:
        lines = [text for text in sentences_in(work_section(profile))
                 if text.startswith(words.labour_none)]  # fmt: skip
        return Slide(words.labour, lines=tuple(lines or [words.labour_none]), source=source,
                     kick=kick(profile))  # fmt: skip
    heading = Heading(words.labour, source)
    return grid_slide(grids[0], heading, profile, LABOUR, words.labour_lead)


def _gap(profile: Profile) -> Iterator[Slide]:
    """The gaps of a municipality by axis; of those that cannot be computed it says why."""
    if profile.place.many:
        return
    view, words = profile.view, words_of(profile)
    scope = view.question.scope
    inside_scope = profile.code in view.engine.codes(scope, "")
    gap = GapView(view.engine, view.texts, scope if inside_scope else "pais", "", profile.code)
    chart = gap_chart(gap) if gap.year else None
    if chart is None:
        yield Slide(gap.words.title, lines=(words.no_gap, gap.words.lacking_lead),
                    source=sourced(profile, ()), kick=kick(profile))  # fmt: skip
        return
    yield Slide(
        words.gap_title.format(profile.name),
        lines=(summary(gap), words.gap_lead.format(n=len(gap.codes), year=gap.year)),
        chart=chart,
        source=sourced(profile, _gap_sources(gap), str(gap.year)),
        notes=words.gap_notes,
        kick=kick(profile),
    )


def _gap_sources(gap: GapView) -> list[str]:
    """Publications of the figures of the municipality that its gaps are made of."""
    figures = (figure_of(item, gap) for of_axis in ITEMS.values() for item in of_axis)
    return [str(figure.observation["source_id"]) for figure in figures if figure is not None]


def _cohesion(profile: Profile) -> Slide:
    known = [profile.known[i.key] for _, i in asked(profile) if i.key in profile.known]
    ids = [str(figure.observation["source_id"]) for figure in known]
    cut_off = periods(profile, [str(figure.observation["period"]) for figure in known])
    heading = Heading(profile.words.cohesion, sourced(profile, ids, cut_off))
    return table_slide(cohesion_section(profile), heading, profile, COHESION)


def _centres(profile: Profile) -> Slide:
    ids = [str(served.place["source_id"]) for served in serving(profile)]
    cut_off = period_words(profile.today, profile.view.texts)
    heading = Heading(profile.words.centres, sourced(profile, ids, cut_off))
    return table_slide(centres_section(profile), heading, profile, CENTRES)


def _programmes(profile: Profile) -> Slide:
    results = inside(profile.view.engine.snapshot.results, profile)
    ids = [str(source) for source in results["source_id"]]
    heading = Heading(profile.view.texts.programmes, sourced(profile, ids))
    return table_slide(programmes_section(profile), heading, profile, PROGRAMMES)


def _members(profile: Profile) -> Iterator[Slide]:
    """Municipalities of a larger place."""
    for section in members_section(profile):
        for grid in grids_in(section)[:1]:
            heading = Heading(profile.words.members, sourced(profile, member_sources(profile)))
            placed = len(grid.head) == len(MEMBERS.columns)
            yield table_slide(section, heading, profile, MEMBERS if placed else UNPLACED)


def _missing(profile: Profile) -> Slide:
    """What nobody publishes for the place, and who holds it."""
    grids = grids_in(section := missing_section(profile))
    heading = Heading(profile.words.missing, sourced(profile, ()))
    if not grids:
        return table_slide(section, heading, profile, MISSING)
    lead = profile.words.missing_lead.format(n=len(grids[0].rows))
    return grid_slide(grids[0], heading, profile, MISSING, lead)
