"""Native charts of a place: beside its references, over time, and its gaps by axis."""

from collections.abc import Sequence
from datetime import date
from math import isnan
from typing import Final

from indicators.benchmark import Mark, Reference
from indicators.nearest import Figure
from indicators.series import Segment
from layouts.figures.employment_series import series_words
from layouts.gap_view import GapView
from layouts.profile import Profile
from layouts.slides import Chart, ChartKind, Series
from layouts.text import in_language

MONTHS: Final = 12
GAP_DECIMALS: Final = 1


def benchmark_chart(figure: Figure, marks: Sequence[Mark], profile: Profile) -> Chart | None:
    """A bar for the figure and one for each reference; ``None`` where there is nothing beside."""
    if figure.value is None or not marks:
        return None
    engine, indicator = profile.view.engine, figure.indicator
    language = profile.view.texts.language
    names = [engine.name(figure.territory_code), *(_name(mark, profile) for mark in marks)]
    values = [figure.value, *(mark.value for mark in marks)]
    rounded = tuple(round(float(value), indicator.decimals) for value in values)
    title = in_language(indicator.title, language)
    return Chart(
        kind=ChartKind.BAR,
        categories=names,
        series=(Series(title, rounded),),
        unit=in_language(indicator.unit.symbol, language),
        decimals=indicator.decimals,
        words=f"{title}: " + "; ".join(f"{n} {v}" for n, v in zip(names, rounded, strict=True)),
        marked=0,
    )


def _name(mark: Mark, profile: Profile) -> str:
    words, engine = profile.words, profile.view.engine
    if mark.reference is Reference.DEPARTMENT:
        return engine.name(profile.code[:2])
    names = {
        Reference.SCOPE: words.reference_scope,
        Reference.NATION: words.reference_nation,
        Reference.PEERS: words.reference_peers,
    }
    told = names[mark.reference].format(mark.n)
    return told[0].upper() + told[1:]


def series_chart(parts: Sequence[Segment], figure: Figure, profile: Profile) -> Chart:
    """A line for each definition, never joined to the next, on an axis of true time."""
    language, indicator = profile.view.texts.language, figure.indicator
    days = sorted({_day(point.when) for part in parts for point in part.points})
    series = tuple(_series(part, days, indicator.decimals, profile) for part in parts)
    title = in_language(indicator.title, language)
    return Chart(
        kind=ChartKind.LINE,
        categories=days,
        series=series,
        unit=in_language(indicator.unit.symbol, language),
        decimals=indicator.decimals,
        words=f"{title} · {profile.view.engine.name(figure.territory_code)}: "
        + "; ".join(one.name for one in series),
    )


def _series(part: Segment, days: Sequence[date], decimals: int, profile: Profile) -> Series:
    known = {_day(point.when): round(point.value, decimals) for point in part.points}
    return Series(series_words(part.series, profile.view), tuple(known.get(day) for day in days))


def _day(when: float) -> date:
    """First day of the month that a year with fraction falls in."""
    year = int(when)
    return date(year, min(MONTHS, int((when - year) * MONTHS) + 1), 1)


def gap_chart(view: GapView) -> Chart | None:
    """A bar for each axis with a gap, the largest first; ``None`` where no axis has one."""
    known = {axis: float(gaps[view.code]) for axis, gaps in view.matrix.axes.items()}
    told = {
        str(axis): round(gap, GAP_DECIMALS) + 0.0 for axis, gap in known.items() if not isnan(gap)
    }
    order = sorted(told, key=lambda axis: -told[axis])
    if not order:
        return None
    names = [view.texts.axes[axis] for axis in order]
    values = tuple(told[axis] for axis in order)
    return Chart(
        kind=ChartKind.BAR,
        categories=names,
        series=(Series(view.words.title, values),),
        unit="",
        decimals=GAP_DECIMALS,
        words=f"{view.words.title}: "
        + "; ".join(f"{n} {v}" for n, v in zip(names, values, strict=True)),
        marked=0,
    )
