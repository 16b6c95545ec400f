"""Who does what where: a map with its table, what nobody is on record for, and who meets whom."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.presence import Presence, presence
from layouts.format import marked, numbers, period_words
from layouts.programmes.cells import source_cell
from layouts.programmes.view import PATH, ProgrammeView, listed
from layouts.reading import data, table
from layouts.text.presence_words import PRESENCE_WORDS, PresenceWords

PICTURE: Final = "programme-map"
"""Id of the place where ``programmes.mjs`` draws."""
FIRST_LINES: Final = 12


def words_of(view: ProgrammeView) -> PresenceWords:
    """Sentences of who does what where."""
    return PRESENCE_WORDS[view.texts.language]


def found_in(view: ProgrammeView) -> Presence:
    """Who is on record in the chosen place."""
    codes = [str(code) for code in view.local]
    return presence(view.engine.snapshot.actors, codes, view.chosen.axis, view.chosen.kind)


def presence_part(view: ProgrammeView) -> list[Component]:
    """The whole part, or that nobody is on record."""
    words, found = words_of(view), found_in(view)
    head: list[Any] = [html.H3(words.title), *lead(found, view),
                       html.P(words.rule, className="note")]  # fmt: skip
    if found.local.empty:
        return [html.Section([*head, *wider(found, view)], id="quien")]
    here = here_table(found, view) if view.chosen.municipality else []
    return [
        html.Section([*head, *here, map_and_table(found, view)], id="quien"),
        html.Section(gaps(found, view), id="vacios"),
        html.Section(overlaps(found, view), id="coincidencias"),
        html.Section(matrix(found, view), id="actores"),
        html.Section(wider(found, view), id="mas-amplio"),
    ]


def lead(found: Presence, view: ProgrammeView) -> list[html.P]:
    """How many organisations are on record and in how many municipalities, in one sentence."""
    words = words_of(view)
    if found.local.empty:
        return [html.P(words.nobody_at_all.format(place=view.place_words()), className="headline")]
    told = words.lead.format(
        place=view.place_words(),
        n=found.local["organisation"].nunique(),
        places=len(found.served),
        all=len(found.codes),
    )
    return [html.P(marked(told), className="headline")]


def map_and_table(found: Presence, view: ProgrammeView) -> html.Div:
    """The map, and beside it what it says."""
    words = words_of(view)
    most = numbers(view.texts)(int(found.organisations.max()))
    figure = html.Figure(
        [
            html.Div(id=PICTURE, className="picture"),
            html.Figcaption(words.map_key.format(n=most), className="whose"),
        ]
    )
    sides = [html.Div([html.H4(words.map), figure]), html.Div(by_municipality(found, view))]
    return html.Div(sides, className="split map-split")


def picture(view: ProgrammeView) -> dict[str, Any]:
    """What the browser draws: a circle for each municipality with somebody on record."""
    words, found = words_of(view), found_in(view)
    circles = [
        {
            "code": str(code),
            "value": int(found.organisations[code]),
            "label": words.circle.format(
                place=view.engine.name(str(code)), n=int(found.organisations[code])
            ),
        }
        for code in found.served
    ]
    scope = view.engine.codes(view.chosen.scope, view.chosen.department)
    codes = [str(code) for code in scope] if not view.chosen.municipality else []
    return {
        "label": words.map_label,
        "codes": codes or [str(code) for code in view.local],
        "circles": circles,
        "arcs": [],
    }


def by_municipality(found: Presence, view: ProgrammeView) -> list[Component]:
    """Municipalities by axis, and those with nobody on record by name."""
    words, texts = words_of(view), view.texts
    head = [words.place, words.organisations, *(texts.axes[axis] for axis in found.axes)]
    rows = [_row(str(code), found, view) for code in found.served]
    body = html.Div(table(head, rows, "records presence"), className="wide")
    return [html.H4(words.place), body, _unserved(found, view)]


def _row(code: str, found: Presence, view: ProgrammeView) -> list[Component]:
    name = html.A(view.engine.name(code), href=f"{PATH}?vista=quien&municipio={code}",
                  **data(keep="yes"))  # fmt: skip
    total = html.Td(str(int(found.organisations[code])), className="number")
    cells = [_count(found.count(code, axis), view) for axis in found.axes]
    return [html.Th(name, scope="row"), total, *cells]


def _count(n: int, view: ProgrammeView) -> html.Td:
    words = words_of(view)
    if not n:
        return html.Td(words.none_short, className="none", title=words.none)
    return html.Td(str(n), className="number")


def _unserved(found: Presence, view: ProgrammeView) -> Component:
    words, every = words_of(view), len(found.codes)
    if found.unserved.empty:
        return html.P(words.unserved_all.format(all=every), className="whose")
    names = sorted(view.engine.name(str(code)) for code in found.unserved)
    told = words.unserved.format(n=len(names), all=every)
    return html.Details([html.Summary(told), html.P(", ".join(names))], className="more")


def gaps(found: Presence, view: ProgrammeView) -> list[Component]:
    """Axes that nobody is on record for: anywhere, and in each municipality that has somebody."""
    words, axes = words_of(view), view.texts.axes
    nowhere = [axis for axis in found.axes if found.counts[axis].sum() == 0]
    lines = [
        marked(words.gap_axis.format(axis=axes[axis], place=view.place_words())) for axis in nowhere
    ]
    for code in found.served:
        missing = [axes[a].lower() for a in found.gaps(str(code)) if a not in nowhere]
        if missing:
            name = view.engine.name(str(code))
            told = words.gap_line.format(place=name, axes=listed(missing, view.texts))
            lines.append(marked(told))
    head = [html.H3(words.gaps), html.P(words.gaps_lead, className="whose")]
    return [*head, *_folded(lines, words.no_gap, view)]


def overlaps(found: Presence, view: ProgrammeView) -> list[Component]:
    """Where two or more organisations of one axis meet, with their names."""
    words = words_of(view)
    lines = []
    for code, axis, n in found.overlaps:
        here = (found.local["territory_code"] == code) & (found.local["axis"] == axis)
        names = sorted(set(found.local.loc[here, "organisation"]))
        told = words.overlap_line.format(
            place=view.engine.name(code), axis=view.texts.axes[axis].lower(), n=n,
            names=listed(names, view.texts),
        )  # fmt: skip
        lines.append(marked(told))
    head = [html.H3(words.overlaps), html.P(words.overlaps_lead, className="whose")]
    return [*head, *_folded(lines, words.no_overlap, view)]


def _folded(lines: list[Any], nothing: str, view: ProgrammeView) -> list[Component]:
    """The first lines as a list, the rest one click away."""
    if not lines:
        return [html.P(nothing)]
    first, rest = lines[:FIRST_LINES], lines[FIRST_LINES:]
    shown: list[Component] = [html.Ul([html.Li(line) for line in first])]
    if rest:
        more = html.Summary(view.texts.see_more.format(len(rest)))
        shown.append(html.Details([more, html.Ul([html.Li(line) for line in rest])],
                                  className="more"))  # fmt: skip
    return shown


def matrix(found: Presence, view: ProgrammeView) -> list[Component]:
    """Organisations by axis."""
    words, texts = words_of(view), view.texts
    head = [words.organisation, words.kind, *(texts.axes[axis] for axis in found.axes)]
    rows: list[list[Any]] = []
    pairs = found.matrix.index.tolist()
    for (name, kind), counts in zip(pairs, found.matrix.to_numpy().tolist(), strict=True):
        cells = [_count(int(n), view) for n in counts]
        rows.append(
            [html.Th(str(name), scope="row"), words.kinds.get(str(kind), str(kind)), *cells]
        )
    return [
        html.H3(words.matrix),
        html.P(words.matrix_lead, className="whose"),
        html.Div(table(head, rows, "records presence"), className="wide"),
    ]


def here_table(found: Presence, view: ProgrammeView) -> list[Component]:
    """Everybody on record in the chosen municipality, by axis."""
    title = words_of(view).here.format(place=view.place_words())
    return [html.H4(title), _listed(found.local, view)]


def wider(found: Presence, view: ProgrammeView) -> list[Component]:
    """Those on record for a department or the nation; nothing where there are none."""
    words = words_of(view)
    if found.wider.empty:
        return []
    return [
        html.H3(words.wider),
        html.P(words.wider_lead, className="whose"),
        _listed(found.wider, view),
    ]


def _listed(rows: pd.DataFrame, view: ProgrammeView) -> html.Div:
    words, texts = words_of(view), view.texts
    head = [texts.axis, words.organisation, words.kind, words.programme, view.words.where,
            words.when, words.source]  # fmt: skip
    lines = list(_lines(rows.sort_values(["axis", "organisation"]), view))
    return html.Div(table(head, lines), className="wide")


def _lines(rows: pd.DataFrame, view: ProgrammeView) -> Iterator[list[Any]]:
    words, texts = words_of(view), view.texts
    for row in rows.to_dict("records"):
        yield [
            texts.axes.get(str(row["axis"]), ""), str(row["organisation"]),
            words.kinds.get(str(row["kind"]), str(row["kind"])), str(row["programme"]),
            view.engine.name(str(row["territory_code"])),
            period_words(str(row["period"] or ""), texts) or view.words.undated,
            source_cell(str(row["source_id"]), view),
        ]  # fmt: skip
