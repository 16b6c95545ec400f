"""Work in the ficha: gaps between populations, and the sectors that weigh more here."""

from collections.abc import Iterator
from typing import Final, cast

import pandas as pd
from dash import html

from geodata.schema import SECTIONS, TOTAL
from indicators.cube import Cell
from indicators.evaluate import Result
from indicators.measures.labour_gap import LABOUR_GAP, Pair, PairedGap, labour_gap
from indicators.measures.structure import location_quotients
from indicators.nearest import NATION, Figure
from indicators.sections import boards
from indicators.spec import Indicator
from layouts.format import marked, numbers, period_words
from layouts.profile_view import Profile
from layouts.reading import table
from layouts.text import in_language
from layouts.text.profile_words import ProfileWords

STRUCTURES: Final = ("ocupados_por_rama", "vacantes")
MOST_SECTORS: Final = 5


def labour_section(profile: Profile) -> html.Section:
    """Women less men and migrants less non-migrants, of the closest place that publishes both."""
    words = profile.words
    entries = [html.Li(marked(sentence)) for sentence in labour_sentences(profile)]
    language = profile.view.texts.language
    none = [html.P(in_language(LABOUR_GAP.caveat, language), className="whose")]
    body = [html.P(words.labour_lead, className="whose"), html.Ul(entries)] if entries else none
    return html.Section([html.H3(words.labour), *body])


def labour_sentences(profile: Profile) -> Iterator[str]:
    """One sentence for each gap that can be computed."""
    for key in LABOUR_GAP.keys:
        figure = profile.known.get(key)
        if figure is None:
            continue
        rows = profile.view.engine.snapshot.observations(key)
        for pair, name in _pairs(profile.words):
            gap = labour_gap(rows, figure.territory_code, pair)
            if gap.points is not None:
                yield _gap_words(gap, name, figure, profile)


def _pairs(words: ProfileWords) -> tuple[tuple[Pair, str], ...]:
    return (Pair.WOMEN_MEN, words.women_men), (Pair.MIGRANT_HOST, words.migrant_host)


def _gap_words(gap: PairedGap, name: str, figure: Figure, profile: Profile) -> str:
    texts = profile.view.texts
    write = numbers(texts)
    title = in_language(figure.indicator.title, texts.language)
    whose = profile.view.engine.name(figure.territory_code)
    return profile.words.difference.format(
        title=f"{title}, {whose}", pair=name, points=write(gap.points or 0.0, 1),
        first=write(gap.first or 0.0, 1), second=write(gap.second or 0.0, 1),
        period=period_words(gap.period, texts),
    )  # fmt: skip


def specialised_section(profile: Profile) -> html.Section:
    """Sectors that weigh more here than in the country."""
    words, texts = profile.words, profile.view.texts
    found = next(filter(None, (quotients(profile, key) for key in STRUCTURES)), None)
    if found is None:
        return html.Section(
            [html.H3(words.specialised), html.P(texts.sector_none, className="whose")]
        )
    indicator, year, known = found
    title = in_language(indicator.title, texts.language)
    rows = [
        [f"{section} {texts.sections[str(section)]}", words.times.format(numbers(texts)(value, 2))]
        for section, value in known.sort_values(ascending=False).head(MOST_SECTORS).items()
    ]
    lead_words = words.specialised_lead.format(title=title, year=year)
    return html.Section(
        [html.H3(words.specialised), html.P(lead_words, className="whose"),
         table([texts.sector, words.specialised], rows)]
    )  # fmt: skip


def quotients(profile: Profile, key: str) -> tuple[Indicator, int, pd.Series] | None:
    """Location quotients against the nation in the newest year that both have."""
    engine, indicator = profile.view.engine, profile.view.indicators[key]
    codes = pd.Index([profile.code, NATION])
    by_section = boards(engine, indicator, codes)
    years = sorted({year for board in by_section.values() for year in board.years}, reverse=True)
    whole = engine.board(indicator, Cell(population_group=TOTAL), codes)
    for year in years:
        counts = pd.DataFrame({s: _values(b.at(year)) for s, b in by_section.items()}, index=codes)
        totals = _values(whole.at(year))
        there = cast("pd.Series", counts.loc[NATION])
        found = location_quotients(
            counts.loc[[profile.code]], totals[[profile.code]], there, float(totals[NATION])
        )
        known = cast("pd.Series", found.loc[profile.code]).dropna()
        if len(known):
            return indicator, year, known.reindex([s for s in SECTIONS if s in known.index])
    return None


def _values(result: Result) -> pd.Series:
    values: pd.Series = result.table["value"].astype(float)
    return values
