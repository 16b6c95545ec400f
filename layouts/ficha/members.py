"""The municipalities of a larger place, the one with most migrants first, each with its ficha."""

from collections.abc import Iterator
from typing import Final, cast

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.benchmark import FEWEST_TOLD
from indicators.compare import ranks
from indicators.cube import Cell
from indicators.evaluate import Result
from indicators.proof import Reference
from indicators.search import plain_text
from indicators.states import State
from layouts.ficha.axes import title_of
from layouts.ficha.centres import folded
from layouts.ficha.row import Row, observation_row, publisher, row
from layouts.format import numbers, period_words
from layouts.profile import CONCENTRATION, PERSONS, Profile
from layouts.proof_link import proven
from layouts.reading import data

MEMBERS: Final = "municipios"
FIRST_SHOWN: Final = 12
NO_PLACE: Final = "—"


def rates(profile: Profile) -> Result | None:
    """Migrants per thousand inhabitants of each municipality, newest year; nothing without any."""
    return _newest(CONCENTRATION, profile)


def _newest(key: str, profile: Profile) -> Result | None:
    engine, indicator = profile.view.engine, profile.view.indicators[key]
    cell = Cell.of(indicator)
    board = engine.board(indicator, cell, profile.place.members)
    return board.at(board.years[-1]) if board.years else None


def members_section(profile: Profile) -> list[Component]:
    """A ranked list; those without a figure are at the end, and say so."""
    if not profile.place.many:
        return []
    words, texts = profile.words, profile.view.texts
    head = [texts.rank, texts.place, words.per_thousand, words.people, words.when, words.source]
    lines = list(_lines(profile))
    placed = any(line[0] != NO_PLACE for line in lines)
    if not placed:
        head, lines = head[1:], [line[1:] for line in lines]
    return [
        html.Section(
            [html.H3(words.members), html.P(_lead(profile), className="whose"),
             *folded(head, lines, FIRST_SHOWN, profile), *_without(profile)],
            className=f"members {'placed' if placed else 'unplaced'}",
        )
    ]  # fmt: skip


def mixed(result: Result) -> bool:
    """Whether figures of several years stand together, so that nobody has a place."""
    return bool((result.table["state"] == State.EARLIER).any())


def _lead(profile: Profile) -> str:
    result = rates(profile)
    if result is not None and mixed(result):
        return profile.words.members_mixed
    if len(ranked(profile)) < FEWEST_TOLD:
        return profile.words.members_few
    return profile.words.members_lead


def ranked(profile: Profile) -> pd.DataFrame:
    """Municipalities with a figure, the highest first, with their places; see ``ranks``."""
    result = rates(profile)
    if result is None:
        return pd.DataFrame(columns=["value", "first", "last", "n"])
    table_ = ranks(result)
    known = table_[table_["value"].notna()]
    return known.sort_values("value", ascending=False, kind="stable")


def _lines(profile: Profile) -> Iterator[list[Component | str]]:
    result, persons = rates(profile), _newest(PERSONS, profile)
    write, texts = numbers(profile.view.texts), profile.view.texts
    for code, known in ranked(profile).iterrows():
        observation = cast("Result", result).observation(str(code))
        people = None if persons is None else persons.values.get(str(code))
        if observation is None:
            continue
        yield [
            place_words(known, cast("Result", result)),
            _link(str(code), profile),
            html.B(_proven(write(float(known["value"]), 1), result, str(code), profile)),
            texts.no_figure if people is None
            else _proven(write(float(people)), persons, str(code), profile),
            period_words(str(observation["period"]), texts),
            publisher(profile, str(observation["source_id"])),
        ]  # fmt: skip


def _proven(words: str, result: Result | None, code: str, profile: Profile) -> Component | str:
    """A figure of a result, with its proof."""
    known = cast("Result", result)
    observation = cast("pd.Series", known.observation(code))
    name = Reference(known.indicator.key, code, str(observation["period"]), known.cell)
    return proven(words, name, profile.view.texts)


def place_words(known: pd.Series, result: Result) -> str:
    """The place, only among enough of one year, where nobody could stand at the same one."""
    sure = known["n"] >= FEWEST_TOLD and not mixed(result)
    if not sure or pd.isna(known["first"]) or known["first"] != known["last"]:
        return NO_PLACE
    return str(int(known["first"]))


def _link(code: str, profile: Profile) -> html.A:
    name = profile.view.engine.name(code)
    return html.A(name, href=f"/municipio/{code}", **data(keep="yes"))


def absent(profile: Profile) -> list[str]:
    """Municipalities without a figure, by name."""
    engine, known = profile.view.engine, ranked(profile).index
    codes = [str(code) for code in profile.place.members if code not in known]
    return sorted(codes, key=lambda code: plain_text(engine.name(code)))


def _without(profile: Profile) -> list[Component]:
    codes, words = absent(profile), profile.words
    if not codes:
        return []
    links = [part for code in codes for part in (_link(code, profile), " · ")][:-1]
    told = html.Summary(words.members_without.format(len(codes)))
    return [html.Details([told, html.P(links)], className="more")]


def member_rows(profile: Profile) -> Iterator[Row]:
    """A line for each municipality, those without a figure included."""
    if not profile.place.many:
        return
    result, persons = rates(profile), _newest(PERSONS, profile)
    for code, known in ranked(profile).iterrows():
        place = place_words(known, cast("Result", result))
        yield _row(result, str(code), place, profile)
        if persons is not None and str(code) in persons.values:
            yield _row(persons, str(code), "", profile)
    indicator = profile.view.indicators[CONCENTRATION]
    for code in absent(profile):
        yield row(profile, MEMBERS, indicador=title_of(indicator, profile), estado="sin_dato",
                  territorio=profile.view.engine.name(code), codigo=code)  # fmt: skip


def _row(result: Result | None, code: str, place: str, profile: Profile) -> Row:
    known = cast("Result", result)
    observation = cast("pd.Series", known.observation(code))
    state = State(int(known.table["state"][code]))
    told = profile.words.place_of.format(place) if place.isdigit() else ""
    return observation_row(profile, MEMBERS, known.indicator, observation, referencia=told,
                           valor=float(known.table["value"][code]), estado=state.code)  # fmt: skip
