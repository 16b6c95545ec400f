"""Where a place is: border, area and people, each with its source."""

from collections.abc import Iterator

import pandas as pd
from dash import html

from geodata.schema import Level
from indicators.nearest import Origin
from indicators.units import PERSONS
from layouts.ficha.row import Row, figure_row, of_indicator, people_of, row
from layouts.format import numbers, period_words
from layouts.profile import POPULATION, Profile
from layouts.text import in_language

FACTS = "hechos"


def facts_line(profile: Profile) -> html.P:
    """The facts in one line."""
    return html.P(" · ".join(words for words, _ in told(profile)), className="kick")


def fact_rows(profile: Profile) -> Iterator[Row]:
    """A line for each fact."""
    for _, line in told(profile):
        yield line


def told(profile: Profile) -> Iterator[tuple[str, Row]]:
    """Each fact in words and as a line of the download."""
    inside = profile.place.members
    rows = profile.view.engine.snapshot.territories.loc[inside]
    if profile.place.many:
        yield from _members(profile, rows)
    one = rows.iloc[0]
    frontage = float(rows.loc[rows["touches_venezuela"], "frontage_venezuela_km"].sum())
    if frontage > 0:
        yield _fact(profile, profile.words.line, frontage, "km")
    elif not profile.place.many and pd.notna(one["distance_venezuela_km"]):
        yield _fact(profile, profile.words.distance, float(one["distance_venezuela_km"]), "km")
    if rows["area_km2"].notna().all():
        yield _fact(profile, profile.words.area, float(rows["area_km2"].sum()), "km²")
    yield from _people(profile)


def _members(profile: Profile, rows: pd.DataFrame) -> Iterator[tuple[str, Row]]:
    """How many municipalities there are and, apart, how many áreas no municipalizadas."""
    words = profile.words
    areas = int((rows["level"] == Level.NON_MUNICIPAL).sum())
    told = ((words.municipalities, len(rows) - areas), (words.areas, areas))
    for (one, many), n in told:
        if n:
            yield _fact(profile, one if n == 1 else many, float(n), "")


def _fact(profile: Profile, template: str, value: float, unit: str) -> tuple[str, Row]:
    words = template.format(numbers(profile.view.texts)(value))
    line = row(
        profile, FACTS, indicador=words, valor=value, unidad=unit, estado="valor",
        territorio=profile.name, codigo=profile.place.code, editor=profile.view.texts.attribution,
    )  # fmt: skip
    return words, line


def _people(profile: Profile) -> Iterator[tuple[str, Row]]:
    """Inhabitants, as one publication has them; of a border, their sum where all are known."""
    figure, together = profile.known.get(POPULATION), profile.spreads.get(POPULATION)
    write, texts = numbers(profile.view.texts), profile.view.texts
    if figure is not None and figure.value is not None and figure.origin is Origin.OWN:
        source_ids = [str(figure.observation["source_id"])]
        line = figure_row(profile, FACTS, figure)
        value, period = figure.value, str(figure.observation["period"])
    elif together is not None and together.n == together.of:
        source_ids = list(together.source_ids)
        known = of_indicator(profile, together.indicator)
        value, period = together.value, together.period
        line = row(profile, FACTS, **known, valor=value, periodo=period, estado="valor",
                   editor=people_of(source_ids, profile))  # fmt: skip
    else:
        return
    words = profile.words.population.format(
        people=write(value), period=period_words(period, texts),
        source=people_of(source_ids, profile),
    )  # fmt: skip
    yield words, line | {"unidad": in_language(PERSONS.symbol, texts.language)}
