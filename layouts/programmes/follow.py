"""Follow-up on the page: cohorts with what was lost, flows with their table, change in words."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.follow_up import OUTCOMES, Change
from indicators.follow_up.flows import Flow
from indicators.states import State
from layouts.format import numbers, period_words
from layouts.programmes.follow_view import Asked, FollowUp
from layouts.programmes.presence import PICTURE
from layouts.programmes.view import ProgrammeView
from layouts.reading import data, table
from layouts.text import in_language

FIRST_FLOWS: Final = 20
TEMPLATE: Final = "/datos#importar"
NOTHING: Final = 0.05
"""Points that round to no change."""


def follow_part(view: ProgrammeView) -> list[Component]:
    """The whole part; where nobody was followed, who could tell."""
    up = FollowUp(view)
    words = up.words
    head = html.Section([html.H3(words.title), html.P(words.lead), *nothing(up)], id="seguimiento")
    known = [cohort_section(up), mobility_section(up)] if up.known else []
    return [head, *known, perception_section(up)]


def nothing(up: FollowUp) -> list[Component]:
    """That nobody was followed, and who holds the interviews."""
    if up.known:
        return []
    holders = dict.fromkeys(
        up.view.holder(str(source)) for source in up.view.engine.snapshot.components["source_id"]
    )
    told = up.words.nothing_who.format("; ".join(filter(None, holders)))
    link = html.A(up.words.template, href=TEMPLATE, **data(keep="yes"))
    return [html.P(up.words.nothing, className="note"), html.P([told, " ", link])]


def cohort_section(up: FollowUp) -> html.Section:
    """The newest cohort, and the earlier ones one click away."""
    words, view = up.words, up.view
    head: list[Component] = [html.H3(words.cohorts)]
    if not up.cohorts:
        place = view.engine.name(up.code) if up.code else view.place_words()
        return html.Section([*head, html.P(words.no_cohort.format(place=place))], id="cohortes")
    name = view.engine.name(up.code)
    if not view.chosen.municipality:
        head.append(html.P(words.shown_place.format(place=name), className="note"))
    head.append(html.P(words.cohorts_lead.format(place=name)))
    years = sorted({str(year) for rows in up.cohorts.values() for year in rows["cohort"]})[::-1]
    blocks = [block for year in years[1:] for block in one_cohort(year, up)]
    more = html.Summary(words.more_cohorts.format(n=len(years) - 1))
    earlier = [html.Details([more, *blocks], className="more")] if blocks else []
    return html.Section([*head, *one_cohort(years[0], up), *earlier], id="cohortes")


def one_cohort(year: str, up: FollowUp) -> list[Component]:
    """Populations by moment, with the share of each outcome."""
    words, language = up.words, up.view.texts.language
    outcomes = [in_language(text, language) for text in OUTCOMES.values()]
    head = [words.group, words.moment, words.answered, words.lost, *outcomes]
    groups = up.view.texts.groups
    rows = [
        row
        for group, found in up.cohorts.items()
        for row in _moments(groups[group], found[found["cohort"] == year], up)
    ]
    title = html.H4(words.cohort.format(period_words(year, up.view.texts)))
    return [title, html.Div(table(head, rows, "records follow"), className="wide")]


def _moments(group: str, found: pd.DataFrame, up: FollowUp) -> Iterator[list[Any]]:
    words = up.words
    for months, rows in found.groupby("months"):
        first = rows.iloc[0]
        moment = words.moments.get(int(str(months)), words.months.format(months))
        cells = [_outcome(row, up) for row in rows.to_dict("records")]
        yield [group, moment, _answered(first, up), _lost(first, up), *cells]


def _answered(row: pd.Series, up: FollowUp) -> html.Td:
    write = numbers(up.view.texts)
    if pd.isna(row["n"]) and pd.isna(row["base"]):
        hidden = row["state"] == State.SUPPRESSED
        return html.Td(up.words.suppressed if hidden else up.words.unknown, className="none")
    n, base = (up.words.unknown if pd.isna(row[k]) else write(row[k]) for k in ("n", "base"))
    return html.Td(up.words.answered_of.format(n=n, base=base))


def _lost(row: pd.Series, up: FollowUp) -> html.Td:
    if pd.isna(row["attrition"]):
        hidden = row["state"] == State.SUPPRESSED
        return html.Td(up.words.suppressed if hidden else up.words.unknown, className="none")
    return html.Td(f"{numbers(up.view.texts)(row['attrition'], 1)} %", className="number")


def _outcome(row: dict[Any, Any], up: FollowUp) -> html.Td:
    """A share with its interval, or the word of its state with the reason."""
    words, texts, write = up.words, up.view.texts, numbers(up.view.texts)
    reason = in_language(row["reason"], texts.language)
    if row["state"] != State.VALUE:
        word = words.suppressed if row["state"] == State.SUPPRESSED else words.unknown
        return html.Td(word, className="none", title=reason)
    interval = words.interval.format(low=write(row["low"], 1), high=write(row["high"], 1))
    bounds = "" if pd.isna(row["least"]) else words.bounds.format(
        least=write(row["least"], 1), most=write(row["most"], 1))  # fmt: skip
    told = f"{reason} {bounds}".strip()
    return html.Td([f"{write(row['value'], 1)} %", html.Small(interval)], className="number",
                   title=told)  # fmt: skip


def mobility_section(up: FollowUp) -> html.Section:
    """The map of flows and its table."""
    words, view = up.words, up.view
    head: list[Any] = [html.H3(words.mobility), html.P(words.mobility_lead)]
    if not up.flows:
        none = words.no_flows if up.mobility.matrix.empty else words.no_flows_here
        return html.Section([*head, html.P(none.format(place=view.place_words()))], id="movilidad")
    hidden = sum(flow.people is None for flow in up.flows)
    withheld = words.withheld_many.format(n=hidden) if hidden else words.withheld_none
    most = max((flow.people or 0 for flow in up.flows if not flow.stayed), default=0)
    key = words.mobility_key.format(n=numbers(view.texts)(most))
    figure = html.Figure([html.Div(id=PICTURE, className="picture"),
                          html.Figcaption(key, className="whose")])  # fmt: skip
    note = html.P(in_language(up.mobility.note, view.texts.language), className="whose")
    left = html.Div([html.H4(words.mobility_map), figure])
    right = html.Div([html.H4(words.mobility_table), html.P(withheld), *flow_table(up), note])
    return html.Section([*head, html.Div([left, right], className="split map-split")],
                        id="movilidad")  # fmt: skip


def flow_table(up: FollowUp) -> list[Component]:
    """Every flow of the place, those of the map first."""
    words = up.words
    rows = [_flow(flow, up) for flow in up.flows]
    head = [words.origin, words.to, words.people]
    first = html.Div(table(head, rows[:FIRST_FLOWS], "records flows"), className="wide")
    rest = rows[FIRST_FLOWS:]
    if not rest:
        return [first]
    more = html.Summary(up.view.texts.see_more.format(len(rest)))
    return [first, html.Details([more, table(head, rest, "records flows")], className="more")]


def _flow(flow: Flow, up: FollowUp) -> list[Any]:
    name, words = up.view.engine.name, up.words
    to = words.stayed.format(name(flow.to)) if flow.stayed else name(flow.to)
    if flow.people is None:
        return [name(flow.origin), to, html.Td(words.suppressed, className="none")]
    people = html.Td(numbers(up.view.texts)(flow.people), className="number")
    return [name(flow.origin), to, people]


def flow_picture(view: ProgrammeView) -> dict[str, Any]:
    """What the browser draws: arcs of the flows that are shown; those withheld are not sent."""
    up = FollowUp(view)
    name, write = view.engine.name, numbers(view.texts)
    drawn = [flow for flow in up.flows if flow.people and not flow.stayed]
    arcs = [
        {"from": flow.origin, "to": flow.to, "value": flow.people,
         "label": up.words.arc.format(origin=name(flow.origin), to=name(flow.to),
                                      n=write(flow.people or 0))}
        for flow in drawn
    ]  # fmt: skip
    ends = {code for flow in drawn for code in (flow.origin, flow.to)}
    scope = [str(code) for code in view.engine.codes(view.chosen.scope, view.chosen.department)]
    codes = list(dict.fromkeys([*scope, *sorted(ends)]))
    return {"label": up.words.mobility_label, "codes": codes, "circles": [], "arcs": arcs}


def perception_section(up: FollowUp) -> html.Section:
    """Questions asked twice, with what the comparison may claim."""
    words = up.words
    head: list[Any] = [html.H3(words.perception), html.P(words.perception_lead)]
    if not up.perception:
        return html.Section([*head, html.P(words.no_perception, className="note")],
                            id="percepcion")  # fmt: skip
    columns = [words.question, words.where, words.rounds, words.change, words.test]
    rows = [_perceived(asked, up) for asked in up.perception]
    return html.Section([*head, html.Div(table(columns, rows), className="wide")], id="percepcion")


def _perceived(asked: Asked, up: FollowUp) -> list[Any]:
    texts, change = up.view.texts, asked.change
    title = html.A(in_language(asked.indicator.title, texts.language),
                   href=f"/metodologia#{asked.indicator.key}", **data(keep="yes"))  # fmt: skip
    groups = asked.indicator.groups
    whom = f"{texts.groups[groups[0]]}, " if groups else ""
    rounds = up.words.from_to.format(
        before=period_words(change.before, texts), after=period_words(change.after, texts)
    )
    where = f"{whom}{up.view.engine.name(asked.code)}"
    told = in_language(change.label, texts.language)
    return [title, where, rounds, change_words(change, up), told]


def change_words(change: Change, up: FollowUp) -> str:
    """How much it changed and whether chance explains it."""
    words, write = up.words, numbers(up.view.texts)
    points = change.points or 0.0
    template = words.rose if points > NOTHING else words.fell if points < -NOTHING else words.same
    first = template.format(points=write(abs(points), 1))
    if change.margin is None:
        return f"{first}; {words.no_margin}."
    second = words.clear if change.is_clear else words.unclear
    return f"{first}; {second.format(margin=write(change.margin, 1))}."
