"""The ficha of a municipality: three sentences, seven axes, and what is there."""

from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL
from indicators.access import great_circle_km
from indicators.measures.centres import Standing, standings
from indicators.nearest import NATION, Figure, Origin
from indicators.scopes import INTEGRATE
from indicators.spec import Axis
from layouts.format import marked, numbers, period_words
from layouts.frame import Frame
from layouts.item import figure_item
from layouts.panel import centres_section, lead, programmes_section, units_section
from layouts.profile_view import POPULATION, Profile
from layouts.profile_work import labour_section, specialised_section
from layouts.reading import data, reading_page, table
from layouts.sectors import sector_section
from layouts.text import in_language

FIRST_SHOWN: Final = 3
MOST_ACTORS: Final = 8
UNEMPLOYMENT: Final = "tasa_desocupacion"


def profile_page(frame: Frame, profile: Profile) -> html.Div:
    """The page."""
    row, words = profile.facts, profile.words
    kick = words.kick.format(department=row["department_name"], code=profile.code)
    tree: list[Component] = [
        html.Section([facts_line(profile), *sentences(profile), links(profile)], className="first"),
        *(part for axis in Axis for part in axis_section(axis, profile)),
        labour_section(profile),
        sector_section(profile.code, profile.view),
        specialised_section(profile),
        units_section(profile.code, profile.view),
        centres_section(profile.code, profile.view),
        programmes_section(profile.code, profile.view),
        actors_section(profile),
        missing_section(profile),
    ]
    body = html.Div(tree, className="profile")
    return reading_page(frame, (str(row["name"]), kick), [body])


def facts_line(profile: Profile) -> html.P:
    """Border, area and population, each with its source where it is a figure."""
    row, words, texts = profile.facts, profile.words, profile.view.texts
    write = numbers(texts)
    parts = []
    if row["touches_venezuela"] and row["frontage_venezuela_km"] > 0:
        parts.append(words.line.format(write(row["frontage_venezuela_km"])))
    elif pd.notna(row["distance_venezuela_km"]):
        parts.append(words.distance.format(write(row["distance_venezuela_km"])))
    if pd.notna(row["area_km2"]):
        parts.append(words.area.format(write(row["area_km2"])))
    people = profile.figure(POPULATION)
    if people is not None and people.value is not None and people.origin is Origin.OWN:
        source = profile.view.engine.source(str(people.observation["source_id"]))
        when = period_words(str(people.observation["period"]), texts)
        whose = str(source["original"] or source["publisher"])
        told = words.population.format(people=write(people.value), period=when, source=whose)
        parts.append(told)
    return html.P(" · ".join(parts), className="kick")


def sentences(profile: Profile) -> list[Component]:
    """Three at most: concentration, work, and the closest centre. What is not known is not said."""
    told = [unemployment_sentence(profile), centre_sentence(profile)]
    shown = [html.P(marked(sentence), className="headline") for sentence in told if sentence]
    return [*lead(profile.code, profile.view), *shown]


def unemployment_sentence(profile: Profile) -> str:
    """Unemployment, whose it is, and how far from the nation in the same period."""
    figure, texts, words = profile.figure(UNEMPLOYMENT), profile.view.texts, profile.words
    if figure is None or figure.value is None or figure.origin is Origin.ELSEWHERE:
        return ""
    told = words.unemployment.format(
        value=numbers(texts)(figure.value, 1),
        period=period_words(str(figure.observation["period"]), texts),
        whose=profile.view.engine.name(figure.territory_code),
        beside=_beside(figure, profile),
    )
    return told.replace("..", ".")  # a name may end in a point of its own


def _beside(figure: Figure, profile: Profile) -> str:
    """How much more or less than the nation's figure of the same period and series."""
    words, rows = profile.words, profile.view.engine.snapshot.observations(UNEMPLOYMENT)
    own = figure.observation
    same = (rows["territory_code"] == NATION) & (rows["sex"] == TOTAL)
    for name in ("period", "series", "population_group"):
        same &= rows[name] == own[name]
    nation = rows.loc[same, "value"].dropna()
    if nation.empty or figure.value is None or figure.territory_code == NATION:
        return ""
    apart = round(figure.value - float(nation.iloc[0]), 1)
    template = words.higher if apart > 0 else words.lower if apart < 0 else words.equal
    return template.format(numbers(profile.view.texts)(abs(apart), 1))


def centre_sentence(profile: Profile) -> str:
    """The Intégrate centre that works here, or the closest one today in a straight line.

    A closer one whose state is to be verified is told too: it may well be open.
    """
    words = profile.words
    working = _closest(profile, Standing.WORKING)
    if working is None:
        return ""
    code, name, km = working
    if code == profile.code:
        return words.centre_here.format(name=name)
    unsure = _closest(profile, Standing.UNCONFIRMED)
    engine, write = profile.view.engine, numbers(profile.view.texts)
    beside = ""
    if unsure is not None and unsure[2] < km:
        beside = words.centre_unsure.format(place=engine.name(unsure[0]), km=write(unsure[2]))
    return words.centre_near.format(place=engine.name(code), km=write(km), beside=beside)


def _closest(profile: Profile, standing: Standing) -> tuple[str, str, float] | None:
    """Municipality, name and kilometres of the closest Intégrate centre in a state today."""
    row, places = profile.facts, profile.view.engine.snapshot.places
    centres = places[places["kind"] == INTEGRATE]
    inside = centres[standings(centres, profile.today) == standing]
    if inside.empty or pd.isna(row["lon"]):
        return None
    km = great_circle_km(float(row["lon"]), float(row["lat"]), inside["lon"], inside["lat"])
    closest = inside.iloc[int(km.argmin())]
    return str(closest["territory_code"]), str(closest["name"]), float(km.min())


def links(profile: Profile) -> html.P:
    """To the map, the gaps, and the figures as a file."""
    words, code = profile.words, profile.code
    return html.P(
        [
            html.A(words.map, href=f"/?municipio={code}", **data(keep="yes")),
            " · ",
            html.A(words.gaps, href=f"/brechas?municipio={code}", **data(keep="yes")),
            " · ",
            html.A(words.compare, href=f"/comparar?comparar={code}", **data(keep="yes")),
            " · ",
            html.A(words.download, href=f"/municipio/{code}.csv", **data(keep="yes")),
        ],
        className="links",
    )


def axis_section(axis: Axis, profile: Profile) -> list[Component]:
    """Three indicators of one axis, its own figures first, and the rest one click away."""
    view, texts = profile.view, profile.view.texts
    known = [figure for figure in profile.known.values() if figure.indicator.axis is axis]
    if not known:
        return []
    ordered = sorted(known, key=lambda figure: figure.origin is not Origin.OWN)
    items = [figure_item(figure, profile.code, view, profile.peers) for figure in ordered]
    shown, rest = items[:FIRST_SHOWN], items[FIRST_SHOWN:]
    more = html.Details([html.Summary(texts.see_more.format(len(rest))), *rest], className="more")
    children = [html.H3(texts.axes[axis]), *shown, *([more] if rest else [])]
    return [html.Section(children)]


def actors_section(profile: Profile) -> html.Section:
    """Organisations that work in the municipality, by programme and axis."""
    texts, words, engine = profile.view.texts, profile.words, profile.view.engine
    actors = engine.snapshot.actors
    here = actors[[profile.code in str(codes).split("|") for codes in actors["territory_code"]]]
    rows = [
        [row["organisation"], row["programme"], texts.axes.get(str(row["axis"]), str(row["axis"])),
         str(engine.source(str(row["source_id"]))["publisher"])]
        for _, row in here.iterrows()
    ]  # fmt: skip
    head = [words.actors, texts.programmes, texts.axis, texts.source]
    if not rows:
        return html.Section([html.H3(words.actors), html.P(words.no_actors, className="whose")])
    rest = rows[MOST_ACTORS:]
    more = html.Summary(texts.see_more.format(len(rest)))
    hidden = [html.Details([more, table(head, rest)], className="more")] if rest else []
    return html.Section([html.H3(words.actors), table(head, rows[:MOST_ACTORS]), *hidden])


def missing_section(profile: Profile) -> html.Section:
    """Indicators that nobody publishes for this place, and who holds them."""
    words, texts = profile.words, profile.view.texts
    absent = [i for key, i in profile.view.indicators.items() if key not in profile.known]
    if not absent:
        return html.Section([html.H3(words.missing), html.P(words.missing_none)])
    rows = [
        [texts.axes[i.axis], in_language(i.title, texts.language),
         in_language(i.source_rule, texts.language)]
        for i in absent
    ]  # fmt: skip
    told = words.missing_lead.format(n=len(absent))
    listed = html.Details(
        [html.Summary(told), html.Div(table([texts.axis, texts.indicator, texts.source], rows),
                                      className="wide")]
    )  # fmt: skip
    return html.Section([html.H3(words.missing), listed], className="missing")
