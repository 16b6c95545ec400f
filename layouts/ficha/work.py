"""Employment: each window by itself, and the gaps between women and men, migrants and hosts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.measures.labour_gap import LABOUR_GAP, Pair, PairedGap, labour_gap
from indicators.nearest import Figure, Origin, nearest_figure
from indicators.periods import end_key
from indicators.proof import Reference
from indicators.spec import Indicator
from layouts.ficha.axes import title_of
from layouts.ficha.centres import folded
from layouts.ficha.row import (
    Row,
    figure_row,
    of_indicator,
    of_source,
    of_territory,
    publisher,
    row,
    whose_name,
)
from layouts.figures.employment_series import series_words
from layouts.format import numbers, period_words
from layouts.profile import Profile
from layouts.proof_link import proven, reference_of
from layouts.text import in_language

WORK: Final = "empleo"
GAP: Final = "brechas_laborales"
RATES: Final = (
    "tasa_desocupacion",
    "tasa_ocupacion",
    "tasa_global_participacion",
    "tasa_informalidad",
    "tasa_desocupacion_juvenil",
)
WINDOWS_SHOWN: Final = 3
GAPS_SHOWN: Final = 6
RATES_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap with its rate and territory; ``told.points`` is never missing."""

    indicator: Indicator
    territory_code: str
    told: PairedGap


def territories(profile: Profile) -> list[str]:
    """The place itself, then the cities and areas of the survey that are inside a larger one."""
    engine = profile.view.engine
    if not profile.place.many:
        return [profile.code]
    domains = engine.domains_of(profile.place.members).difference(list(engine.snapshot.survey_sets))
    return [profile.code, *domains]


def rates(profile: Profile) -> list[Figure]:
    """The newest figure of each rate: the place's closest, and of each city inside its own."""
    inside = territories(profile)[1:]
    found = [profile.known.get(key) or profile.figure(_rate(profile, key)) for key in RATES]
    found += [_own(_rate(profile, key), code, profile) for code in inside for key in RATES]
    return [figure for figure in found if figure is not None and figure.value is not None]


def _own(indicator: Indicator, code: str, profile: Profile) -> Figure | None:
    """The newest figure of a territory itself."""
    view = profile.view
    found = nearest_figure(view.engine, indicator, code, view.cell_of(indicator))
    return found if found is not None and found.origin is Origin.OWN else None


def _rate(profile: Profile, key: str) -> Indicator:
    return profile.view.indicators[key]


def windows(profile: Profile) -> dict[tuple[str, str], list[Figure]]:
    """Rates by series and period, the newest first: no table holds two windows."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in rates(profile):
        key = str(figure.observation["series"]), str(figure.observation["period"])
        found.setdefault(key, []).append(figure)
    return dict(sorted(found.items(), key=lambda pair: end_key(pair[0][1]), reverse=True))


def work_section(profile: Profile) -> html.Section:
    """Rates by window, gaps, and what nobody publishes."""
    words = profile.words
    tables = [_window(key, figures, profile) for key, figures in windows(profile).items()]
    shown, rest = tables[:WINDOWS_SHOWN], tables[WINDOWS_SHOWN:]
    more = html.Summary(profile.view.texts.see_more.format(len(rest)))
    hidden = [html.Details([more, *rest], className="more")] if rest else []
    return html.Section(
        [
            html.H3(words.work),
            html.P(words.work_lead, className="whose"),
            *shown,
            *hidden,
            *_absent(profile),
            *_gaps(profile),
        ],
        className="work",
    )


def _window(key: tuple[str, str], figures: list[Figure], profile: Profile) -> html.Div:
    texts, words = profile.view.texts, profile.words
    name = f"{series_words(key[0], profile.view)} · {period_words(key[1], texts)}"
    lines: list[list[Component | str]] = [
        [
            title_of(figure.indicator, profile),
            _percent(figure, profile),
            whose_name(figure.territory_code, profile),
            _sampled(figure.observation, profile),
            publisher(profile, str(figure.observation["source_id"])),
        ]
        for figure in figures
    ]
    head = [words.rate, words.value, words.whose, words.sample, words.source]
    return html.Div([html.H4(name), *folded(head, lines, RATES_SHOWN, profile)], className="window")


def _percent(figure: Figure, profile: Profile) -> Component | str:
    written = f"{numbers(profile.view.texts)(figure.value or 0.0, 1)}\N{NO-BREAK SPACE}%"
    return proven(written, reference_of(figure), profile.view.texts)


def _sampled(observation: pd.Series, profile: Profile) -> str:
    """Sample and margin, or that none is published."""
    sample, margin = observation["sample_size"], str(observation["margin"] or "")
    size = "" if pd.isna(sample) else f"n = {numbers(profile.view.texts)(sample)}"
    return " · ".join(part for part in (size, margin) if part) or profile.words.no_sample


def _absent(profile: Profile) -> list[Component]:
    known = {figure.indicator.key for figure in rates(profile)}
    absent = [_rate(profile, key) for key in RATES if key not in known]
    if not absent:
        return []
    names = ", ".join(title_of(indicator, profile) for indicator in absent)
    who = in_language(absent[0].source_rule, profile.view.texts.language)
    return [html.P(profile.words.absent.format(names=names, who=who), className="whose")]


def gaps(profile: Profile) -> list[Gap]:
    """Every gap that can be computed, of the closest territory that publishes both groups."""
    first, *inside = territories(profile)
    nearest = [profile.known[key].territory_code for key in LABOUR_GAP.keys if key in profile.known]
    codes = list(dict.fromkeys([first, *nearest, *inside]))
    found = (
        _gap(key, code, pair, profile) for pair in Pair for key in LABOUR_GAP.keys for code in codes
    )
    return [gap for gap in found if gap.told.points is not None]


def _gap(key: str, code: str, pair: Pair, profile: Profile) -> Gap:
    figures = profile.view.engine.figures(key)
    mine = figures.only(figures.where(territory_code=code)).chosen()
    return Gap(_rate(profile, key), code, labour_gap(mine, code, pair))


def _gaps(profile: Profile) -> list[Component]:
    words, found = profile.words, gaps(profile)
    head = [html.H4(words.labour), html.P(words.labour_lead, className="whose")]
    if not found:
        caveat = in_language(LABOUR_GAP.caveat, profile.view.texts.language)
        return [*head[:1], html.P(f"{words.labour_none} {caveat}", className="whose")]
    columns = [words.rate, words.groups, words.difference, words.whose, words.window,
               words.source]  # fmt: skip
    lines = [_gap_line(gap, profile) for gap in found]
    return [*head, *folded(columns, lines, GAPS_SHOWN, profile)]


def _gap_line(gap: Gap, profile: Profile) -> list[Any]:
    texts, told, write = profile.view.texts, gap.told, numbers(profile.view.texts)
    return [
        title_of(gap.indicator, profile),
        _both(gap, profile),
        html.B(f"{write(told.points or 0.0, 1)}\N{NO-BREAK SPACE}pp"),
        whose_name(gap.territory_code, profile),
        f"{series_words(told.series, profile.view)}, {period_words(told.period, texts)}",
        publisher(profile, told.source_id),
    ]


def _both(gap: Gap, profile: Profile) -> list[Component | str]:
    """The two rates that the gap is the difference of, each with its proof."""
    texts, told = profile.view.texts, gap.told
    groups = zip(profile.words.pairs[told.pair], (told.first, told.second), told.pair.value,
                 strict=True)  # fmt: skip
    parts: list[Component | str] = []
    for name, rate, cell in groups:
        reference = Reference(gap.indicator.key, gap.territory_code, told.period, cell)
        written = numbers(texts)(rate or 0.0, 1)
        parts += [" · " if parts else "", f"{name} ", proven(written, reference, texts)]
    return parts


def work_rows(profile: Profile) -> Iterator[Row]:
    """A line for each rate of each window, and three for each gap."""
    for figure in rates(profile):
        window = series_words(str(figure.observation["series"]), profile.view)
        yield figure_row(profile, WORK, figure, referencia=window)
    for gap in gaps(profile):
        yield from _gap_rows(gap, profile)


def _gap_rows(gap: Gap, profile: Profile) -> Iterator[Row]:
    told = gap.told
    first, second = profile.words.pairs[told.pair]
    names = {first: told.first, second: told.second, f"{first} − {second}": told.points}
    window = series_words(told.series, profile.view)
    for name, value in names.items():
        unit = {"unidad": "pp"} if value is told.points else {}
        known = of_indicator(profile, gap.indicator) | of_territory(profile, gap.territory_code)
        known |= of_source(profile, told.source_id) | unit
        yield row(profile, GAP, **known, referencia=f"{name} ({window})", valor=value,
                  periodo=told.period, estado="valor")  # fmt: skip
