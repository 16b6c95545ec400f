"""The card of one unit or centre: everything that is known of it, and what is not."""

from collections.abc import Iterator
from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import PRODUCTIVE_UNIT, TOTAL
from indicators.place_list import FORMALITY
from layouts.format import numbers, period_words
from layouts.places.catchment import catchment_section
from layouts.places_view import PlacesView
from layouts.provenance import imported, source_link
from layouts.reading import data
from layouts.rows.figures import sector_words
from layouts.rows.places import seen_words, status_words

Entry = tuple[str, Component | str | list[Component | str]]
SEPARATOR: Final = "|"
APPROXIMATE: Final = "seat"


def card(view: PlacesView) -> list[Component]:
    """The card of the chosen place; nothing where none is chosen."""
    place = view.one
    if place is None:
        return []
    unit = place["kind"] == PRODUCTIVE_UNIT
    words = view.words
    entries = [*_unit(place, view)] if unit else [*_centre(place, view)]
    kind = words.of_unit if unit else view.texts.centre_kinds.get(place["kind"], words.of_centre)
    told = any(value == words.absent for _, value in entries)
    absent = words.absent_unit if unit else words.absent_centre
    section = html.Section(
        [
            html.P(html.A(words.close_card, href=view.link(**_page(view)) + "#lista"),
                   className="close"),
            html.P(f"{kind} · {place['id']}", className="kick"),
            html.H3(str(place["name"])),
            html.Dl([part for entry in entries for part in _pair(*entry, view)]),
            *([html.P(absent, className="note")] if told else []),
            _links(place, view),
            *([] if unit else catchment_section(place, view)),
        ],
        id="tarjeta",
        className="one",
    )  # fmt: skip
    return [section]


def _page(view: PlacesView) -> dict[str, str]:
    return {"pagina": str(view.page)} if view.page > 1 else {}


def _pair(
    name: str, value: Component | str | list[Component | str], view: PlacesView
) -> tuple[Component, Component]:
    absent = value == view.words.absent
    return html.Dt(name), html.Dd(value, className="absent" if absent else None)


def _unit(place: pd.Series, view: PlacesView) -> Iterator[Entry]:
    words, texts = view.words, view.texts
    sector = str(place["sector"] or "")
    formal, band = str(place["formalisation"] or ""), str(place["jobs_band"] or "")
    known = formal in FORMALITY
    yield words.state, _state(place, view)
    yield words.sector, sector_words(sector, texts) if sector in texts.sections else words.absent
    yield words.programme, str(place["programme"] or "") or words.absent
    yield words.formalisation, words.formalisations[formal] if known else words.absent
    yield words.size, words.people.format(words.sizes[band]) if band else words.absent
    yield from _rest(place, view)


def _centre(place: pd.Series, view: PlacesView) -> Iterator[Entry]:
    words, served = view.words, place["people_served"]
    yield words.state, _state(place, view)
    yield words.services, str(place["services"] or "") or words.absent
    yield words.operator, str(place["operator"] or "") or words.absent
    if place["programme"]:
        yield words.programme, str(place["programme"])
    yield words.served, numbers(view.texts)(served) if pd.notna(served) else words.absent
    yield from _rest(place, view)


def _rest(place: pd.Series, view: PlacesView) -> Iterator[Entry]:
    """Where, since when, and who says so."""
    words, texts, engine = view.words, view.texts, view.engine
    code = str(place["territory_code"])
    yield words.municipality, html.A(engine.name(code), href=f"/municipio/{code}",
                                     **data(keep="yes"))  # fmt: skip
    since = period_words(str(place["valid_from"] or ""), texts)
    yield words.since, since or words.absent
    if place["valid_to"]:
        yield words.until, period_words(str(place["valid_to"]), texts)
    yield words.where, _where(place, view)
    yield words.source, [*_sources(place, view)]
    if place["note"]:
        yield words.note, str(place["note"])


def _state(place: pd.Series, view: PlacesView) -> list[Component | str]:
    """The state in words, whether a centre works today, and when somebody last said so."""
    words, texts = view.words, view.texts
    state = status_words(str(place["kind"]), str(place["status"]), texts)
    badge = html.Span(state, className=f"state state-{place['status']}")
    seen = period_words(str(place["last_verified"] or ""), texts)
    when = seen_words(str(place["status"]), seen, view)
    works = "" if place["kind"] == PRODUCTIVE_UNIT else words.works[view.works(place).value]
    told = [part for part in (works if works != state else "", when) if part]
    return [badge, " · " + " · ".join(told)]


def _where(place: pd.Series, view: PlacesView) -> str:
    words, address = view.words, str(place["address"] or "")
    if place["kind"] == PRODUCTIVE_UNIT or not address:
        return words.seat
    near = place["precision"] == APPROXIMATE
    return words.near.format(address=address) if near else address


def _sources(place: pd.Series, view: PlacesView) -> Iterator[Component | str]:
    for source_id in str(place["source_id"]).split(SEPARATOR):
        if source_id:
            yield html.P(source_link(view.engine.source(source_id), view.texts))
            yield from imported(view.engine.files_of(source_id), view.texts)


def _links(place: pd.Series, view: PlacesView) -> html.P:
    """To the municipality on the map, its profile, and the like of it."""
    words, code = view.words, str(place["territory_code"])
    name = view.engine.name(code)
    kept = {n: view.chosen[n] for n in ("idioma", "espacio", "corte") if n in view.chosen}
    blank = dict.fromkeys(view.chosen, "") | kept
    drawn = f"#centro-{place['id']}" if place["kind"] != PRODUCTIVE_UNIT else ""
    links = [
        html.A(words.on_map, href=view.link("/", **(blank | {"municipio": code})) + drawn),
        html.A(words.profile.format(name), href=view.link(f"/municipio/{code}", **blank)),
    ]
    sector = str(place["sector"] or "")
    if place["kind"] == PRODUCTIVE_UNIT and sector not in ("", TOTAL):
        asked = {"municipio": code, "clase": "unidad", "sector": sector}
        links.append(html.A(words.same.format(name), href=view.link(**(blank | asked))))
    return html.P([part for link in links for part in (link, " · ")][:-1], className="links")
