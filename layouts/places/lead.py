"""The sentences at the top: how many units and centres there are, and in which state."""

from collections.abc import Iterator
from typing import Final

from dash import html
from dash.development.base_component import Component

from geodata.schema import PRODUCTIVE_UNIT
from indicators.measures.centres import Standing
from indicators.place_list import CENTRES, UNITS, UNKNOWN, Choice, matching
from indicators.unit_figures import OPEN
from layouts.aria import aria
from layouts.format import marked, numbers
from layouts.places_view import AT_RISK, FIELD_OF, PlacesView

REGISTERED: Final = "registrada"
FEWEST: Final = 30
"""Units that say it, below which no share of them is put into a sentence."""

ROWS: Final = "/datos"
FILE: Final = "/datos/filas.csv"
TABLE: Final = "lugares"


def lead(view: PlacesView) -> html.Section:
    """What there is in the territory, then what the filters leave of it."""
    told = [*_units(view), *_centres(view)]
    first = html.P(marked(" ".join(told)), className="headline")
    rest = [html.P(sentence, className="whose") for sentence in _filtered(view)]
    return html.Section([first, *rest, *_shortcuts(view)], className="told")


def _shortcuts(view: PlacesView) -> list[Component]:
    """The questions that are asked most: everything, the units at risk, the centres."""
    words, write = view.words, numbers(view.texts)
    blank = dict.fromkeys(FIELD_OF.values(), "")
    asked = {
        words.every_kind: (Choice(), {}),
        words.at_risk: (Choice(kind=UNITS, state=AT_RISK), {"clase": UNITS, "estado": AT_RISK}),
        words.kinds[CENTRES]: (Choice(kind=CENTRES), {"clase": CENTRES}),
    }
    found = {name: int(matching(view.told, choice).sum()) for name, (choice, _) in asked.items()}
    links = [
        html.A(
            f"{name} ({write(found[name])})", href=view.link(**(blank | changes)),
            **(aria(current="true") if choice == view.choice else {}),
        )
        for name, (choice, changes) in asked.items() if found[name]
    ]  # fmt: skip
    return [html.P(links, className="shortcuts")] if len(links) > 1 else []


def _units(view: PlacesView) -> Iterator[str]:
    """Units by state; where there is none, who does not publish them."""
    if view.choice.kind == CENTRES:
        return
    units = view.every["kind"] == PRODUCTIVE_UNIT
    if not units.any():
        yield view.words.units_none.format(where=view.where)
        return
    counted = view.told.loc[units, "state"].value_counts()
    write, many = numbers(view.texts), view.words.many
    states = [f"{many[s]}: {write(counted[s])}" for s in many if s in counted.index]
    template = view.words.unit_told if units.sum() == 1 else view.words.units_told
    yield template.format(where=view.where, n=write(units.sum()), states="; ".join(states))


def _centres(view: PlacesView) -> Iterator[str]:
    if view.only_units() or view.choice.kind == UNITS:
        return
    centres = view.every[view.every["kind"] != PRODUCTIVE_UNIT]
    if centres.empty:
        yield view.words.centres_none.format(where=view.where)
        return
    write = numbers(view.texts)
    found = view.standing.loc[centres.index].tolist()
    if len(found) == 1:
        yield view.words.centre_told.format(standing=view.words.works[found[0].value])
        return
    working, unsure, shut = (write(found.count(standing)) for standing in Standing)
    yield view.words.centres_told.format(
        n=write(len(centres)), working=working, unsure=unsure, shut=shut
    )


def _filtered(view: PlacesView) -> Iterator[str]:
    """What the filters leave, and how many of the open units are in the commercial register."""
    write = numbers(view.texts)
    if view.ignored:
        yield view.words.not_of_centres
    if view.choice.fields:
        template = view.words.shown if len(view.shown) else view.words.shown_none
        yield template.format(n=write(len(view.shown)), all=write(len(view.every)))
    if view.choice.kind == CENTRES:
        return
    told = view.told[view.told["state"].isin(OPEN)]["formalisation"]
    known = told[(told != UNKNOWN) & (told != "")]
    if len(known) >= FEWEST:
        share = float((known == REGISTERED).mean()) * 100
        yield view.words.formal_told.format(n=write(round(share)))


def links(view: PlacesView) -> html.P:
    """The very rows of the list as a file, and the table with every format."""
    words = view.words
    file = html.A(words.download, href=view.link(FILE, tabla=TABLE), className="file")
    rows = html.A(words.all_formats, href=view.link(ROWS, tabla=TABLE))
    return html.P([file, " · ", rows], className="links")
