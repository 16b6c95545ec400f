"""Centres that serve a place: those inside and the closest ones, with their state at a date."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.access import WORKING, great_circle_km
from indicators.measures.centres import (
    STRAIGHT_LINE,
    UNCONFIRMED_STATUS,
    Standing,
    standings,
)
from indicators.scopes import INTEGRATE
from layouts.cards import card_link, validity
from layouts.ficha.row import Row, publisher, row
from layouts.format import numbers, period_words
from layouts.place import PlaceKind
from layouts.profile import Profile
from layouts.reading import table
from layouts.text import in_language

CENTRES: Final = "centros"
UNIT: Final = "unidad_productiva"
ANNOUNCED: Final = "anunciado"
MOST_NEAR: Final = 2
FIRST_SHOWN: Final = 6
MOST_LISTED: Final = 40


@dataclass(frozen=True, slots=True, eq=False)
class Served:
    """A centre as a place sees it; ``km`` in a straight line, 0 inside."""

    place: pd.Series
    standing: Standing
    km: float

    @property
    def code(self) -> str:
        """Its municipality."""
        return str(self.place["territory_code"])

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.place["name"])

    @property
    def integrate(self) -> bool:
        """Whether it is an Intégrate centre."""
        return str(self.place["kind"]) == INTEGRATE

    @property
    def working(self) -> bool:
        """Whether it is known to work at the date."""
        return self.standing is Standing.WORKING

    @property
    def unsure(self) -> bool:
        """Whether its state is to be verified."""
        return self.standing is Standing.UNCONFIRMED

    @property
    def shut(self) -> bool:
        """Whether it is closed, damaged, or was never opened."""
        return self.standing is Standing.NOT_WORKING

    @property
    def announced(self) -> bool:
        """Whether it was announced, and nobody said that it opened."""
        return self.shut and str(self.place["status"]) == ANNOUNCED

    def state(self, profile: Profile) -> str:
        """Whether it works, in words; of one that does not, why, where that is known."""
        return self._why(profile) or profile.words.standings[self.standing]

    def _why(self, profile: Profile) -> str:
        """Why it does not work: closed, damaged or never opened; empty of one that may work."""
        why = str(self.place["status"])
        known = self.shut and why not in (*WORKING, UNCONFIRMED_STATUS)
        return profile.view.texts.centre_status[why] if known else ""

    def row(self, profile: Profile) -> Row:
        """Its line of the download."""
        texts, place = profile.view.texts, self.place
        ids = str(place["source_id"]).split("|")
        sources = [profile.view.engine.source(source_id) for source_id in ids if source_id]
        return row(
            profile, CENTRES, indicador=self.name, clave=str(place["kind"]),
            territorio=profile.view.engine.name(self.code), codigo=self.code,
            referencia=in_language(STRAIGHT_LINE, texts.language), periodo=profile.today,
            valor=round(self.km, 1), unidad="km", estado=profile.words.standings[self.standing],
            nota=" · ".join(x for x in (self._why(profile), validity(place, texts),
                                        str(place["note"] or "")) if x),
            editor="; ".join(str(source["publisher"]) for source in sources),
            titulo="; ".join(str(source["title"]) for source in sources),
            enlace=" ".join(str(source["url"] or "") for source in sources),
        )  # fmt: skip


def serving(profile: Profile) -> list[Served]:
    """Centres inside the place, the working ones first; then the closest Intégrate ones."""
    inside = here(profile)
    known = {served.place["id"] for served in inside}
    if profile.place.kind is PlaceKind.BORDER:
        return inside
    away = [s for s in _integrate(profile) if s.place["id"] not in known and not s.shut]
    by_distance = sorted(away, key=lambda served: served.km)
    near = by_distance[:MOST_NEAR]
    works = [served for served in by_distance if served.working][:1]
    return [*inside, *near, *(one for one in works if one not in near)]


def here(profile: Profile) -> list[Served]:
    """Centres of every kind inside the place, the working ones first."""
    places = profile.view.engine.snapshot.places
    inside = places["territory_code"].isin(list(profile.place.members))
    mine = places[inside & (places["kind"] != UNIT)]
    found = zip(mine.iterrows(), standings(mine, profile.today), strict=True)
    order = list(Standing)
    return sorted(
        (Served(place, standing, 0.0) for (_, place), standing in found),
        key=lambda served: (not served.integrate, order.index(served.standing), served.name),
    )


def nearest(profile: Profile) -> tuple[Served | None, Served | None]:
    """The closest Intégrate centre that works today, and the closest that is to be verified."""
    by_distance = sorted(_integrate(profile), key=lambda served: served.km)
    working = next((served for served in by_distance if served.working), None)
    unsure = next((served for served in by_distance if served.unsure), None)
    return working, unsure


def _integrate(profile: Profile) -> list[Served]:
    """Every Intégrate centre with its distance from the place; none where it has no position."""
    row_, places = profile.view.engine.territory(profile.code), profile.view.engine.snapshot.places
    centres = places[places["kind"] == INTEGRATE]
    if centres.empty or pd.isna(row_["lon"]):
        return []
    km = great_circle_km(float(row_["lon"]), float(row_["lat"]), centres["lon"], centres["lat"])
    inside = centres["territory_code"].isin(list(profile.place.members))
    found = zip(centres.iterrows(), standings(centres, profile.today), km, inside, strict=True)
    return [Served(c, standing, 0.0 if own else float(d)) for (_, c), standing, d, own in found]


def centres_section(profile: Profile) -> html.Section:
    """A table of centres: what, where, how far, and whether it works, by date."""
    words, texts = profile.words, profile.view.texts
    found = serving(profile)
    when = words.centres_lead.format(period_words(profile.today, texts))
    head = [html.H3(words.centres), html.P(when, className="whose")]
    if not here(profile):
        head.append(html.P(words.no_centre, className="whose"))
    if not found:
        return html.Section(head)
    columns = [words.centre, words.municipality, words.km, words.state, words.source]
    lines = [_line(served, profile) for served in found[:MOST_LISTED]]
    return html.Section([*head, *folded(columns, lines, FIRST_SHOWN, profile)], className="centres")


def _line(served: Served, profile: Profile) -> list[Component | str]:
    texts, words, engine = profile.view.texts, profile.words, profile.view.engine
    ids = [name for name in str(served.place["source_id"]).split("|") if name]
    km = words.inside if not served.km else numbers(texts)(served.km)
    state = served.state(profile)
    seen = validity(served.place, texts)
    seen = f"{seen[:1].lower()}{seen[1:]}"
    return [
        card_link(str(served.place["id"]), served.name), engine.name(served.code), km,
        f"{state} · {seen}" if seen else state,
        html.Span(source_cell(ids[0], profile) if ids else ""),
    ]  # fmt: skip


def folded(
    head: list[str], rows: list[list[Component | str]], shown: int, profile: Profile
) -> list[Component]:
    """A table of the first rows, and the rest one click away."""
    first, rest = rows[:shown], rows[shown:]
    if not rest:
        return [table(head, first)]
    more = html.Summary(profile.view.texts.see_more.format(len(rest)))
    return [table(head, first), html.Details([more, table(head, rest)], className="more")]


def source_cell(source_id: str, profile: Profile) -> Component | str:
    """Who published it and when, as a link where there is one."""
    source = profile.view.engine.source(source_id)
    words = " ".join(
        x for x in (publisher(profile, source_id), str(source["published"] or "")) if x
    )
    url = str(source["url"] or "")
    if not url.startswith(("http://", "https://")):
        return words
    title = str(source["title"])
    return html.A(words, href=url, title=title, target="_blank", rel="noopener noreferrer")


def centre_rows(profile: Profile) -> Iterator[Row]:
    """A line for each centre of the section."""
    for served in serving(profile):
        yield served.row(profile)
