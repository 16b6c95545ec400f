"""Cohesion: what surveys ask, each with its survey, universe, sample and margin beside it."""

from collections.abc import Iterator
from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.nearest import Figure
from indicators.spec import Indicator, Window
from indicators.spread import Spread
from layouts.ficha.axes import title_of
from layouts.ficha.row import (
    Row,
    figure_row,
    people_of,
    publisher,
    row,
    set_reference,
    whose_name,
)
from layouts.ficha.spreads import spread_of, spread_rows, spread_words
from layouts.format import numbers, period_words
from layouts.item import value_link
from layouts.profile import Profile
from layouts.proof_link import proven
from layouts.reading import table
from layouts.text import in_language

COHESION: Final = "cohesion"
TOPICS: Final = {
    "perception": ("opinion_desfavorable", "migracion_efecto_negativo"),
    "discrimination": ("se_ha_sentido_discriminado", "rechazo_por_nacionalidad"),
    "participation": ("puede_aportar_a_la_comunidad",),
    "school": ("matricula_estudiantes_venezolanos", "participacion_matricula_venezolana"),
    "plans": ("planes_permanecer", "planes_regresar"),
}
"""What the panel asks, and the indicators that answer it; the first ones count most."""

NOT_SEEN: Final = "no vist"
"""A note of whoever carried a figure over: the word of a margin that nobody found."""

SURVEYS: Final = (Window.LABOUR_SURVEY, Window.SURVEY_ROUND)


def cohesion_section(profile: Profile) -> html.Section:
    """One line for each question, or who would have to publish it."""
    words, texts = profile.words, profile.view.texts
    head = [words.question, words.value, words.whose, words.source, texts.universe, words.sample]
    lines = [_line(topic, indicator, profile) for topic, indicator in asked(profile)]
    return html.Section(
        [html.H3(words.cohesion), html.P(words.cohesion_lead, className="whose"),
         table(head, lines)],
        className="answers",
    )  # fmt: skip


def asked(profile: Profile) -> Iterator[tuple[str, Indicator]]:
    """Topics with the indicators that answer them; the first of a topic where none does."""
    for topic, keys in TOPICS.items():
        known = [key for key in keys if key in profile.known or key in profile.spreads]
        for key in known or keys[:1]:
            yield topic, profile.view.indicators[key]


def _line(topic: str, indicator: Indicator, profile: Profile) -> list[Component | str]:
    texts = profile.view.texts
    name = f"{profile.words.topics[topic]} · {title_of(indicator, profile)}"
    universe = in_language(indicator.universe, texts.language)
    if indicator.key in profile.spreads:
        return [name, *_of_spread(profile.spreads[indicator.key], universe, profile)]
    if indicator.key in profile.known:
        return [name, *_of_figure(profile.known[indicator.key], universe, profile)]
    who = in_language(indicator.source_rule, texts.language)
    return [name, html.Em(texts.no_figure), "", html.Span(who, className="on-screen"), universe, ""]


def _of_figure(figure: Figure, universe: str, profile: Profile) -> list[Component | str]:
    texts, observation = profile.view.texts, figure.observation
    period = period_words(str(observation["period"]), texts)
    where = f"{whose_name(figure.territory_code, profile)}, {period}"
    source = publisher(profile, str(observation["source_id"]))
    return [html.B(value_link(figure, texts)), where, source, universe, sample(figure, profile)]


def _of_spread(told: Spread, universe: str, profile: Profile) -> list[Component | str]:
    texts, words = profile.view.texts, profile.words
    unit = in_language(told.indicator.unit.symbol, texts.language)
    value = f"{spread_words(told, texts)} {unit}"
    where = f"{spread_of(told, texts)}, {period_words(told.period, texts)}"
    survey = told.indicator.window in SURVEYS
    said = words.see_each if survey else words.register
    shown = html.B(proven(value, set_reference(told, profile), texts))
    return [shown, where, people_of(told.source_ids[:2], profile), universe, said]


def sample(figure: Figure, profile: Profile) -> str:
    """Sample and margin of a survey, or that none is published; a register has neither."""
    words, observation = profile.words, figure.observation
    if figure.indicator.window not in SURVEYS:
        return words.register
    size, margin = observation["sample_size"], str(observation["margin"] or "")
    n = words.no_n if pd.isna(size) else f"n = {numbers(profile.view.texts)(size)}"
    return "; ".join([n, *_margin(margin, words.no_margin)])


def _margin(told: str, unknown: str) -> list[str]:
    """What a source writes of its margin; what a researcher did not see is unknown."""
    parts = [part.strip() for part in told.split(";")]
    kept = [part for part in parts if part and NOT_SEEN not in part]
    return kept if kept == parts else [*kept, unknown]


def cohesion_rows(profile: Profile) -> Iterator[Row]:
    """A line for each question, those that nobody answers included."""
    for topic, indicator in asked(profile):
        name = profile.words.topics[topic]
        if indicator.key in profile.spreads:
            yield from spread_rows(profile, COHESION, profile.spreads[indicator.key])
        elif indicator.key in profile.known:
            yield figure_row(profile, COHESION, profile.known[indicator.key], referencia=name)
        else:
            yield absent_row(indicator, COHESION, profile)


def absent_row(indicator: Indicator, part: str, profile: Profile) -> Row:
    """A line for a figure that nobody publishes, with who holds it."""
    language = profile.view.texts.language
    return row(
        profile, part, indicador=title_of(indicator, profile), clave=indicator.key,
        eje=profile.view.texts.axes[indicator.axis], estado="sin_dato", territorio=profile.name,
        codigo=profile.place.code, nota=in_language(indicator.source_rule, language),
    )  # fmt: skip
