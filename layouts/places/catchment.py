"""The catchment of a centre: to which municipalities it is the nearest, and who lives there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from indicators.catchment import Catchment, catchment
from indicators.cube import Cell
from indicators.measures.centres import Standing
from indicators.registry import INDICATORS
from indicators.scopes import local_territories
from layouts.format import numbers, period_words
from layouts.places_view import PlacesView
from layouts.provenance import source_link
from layouts.reading import data, table, wide
from layouts.text import in_language

PEOPLE: Final = ("poblacion", "poblacion_migrante_venezolana")
FIRST_SHOWN: Final = 8
MOST_SOURCES: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """One count by municipality of a catchment, in the newest year that any of them has.

    Attributes:
        values: missing where nobody publishes it, or where it is withheld.
        sources: publications used, the most used first; ``period`` of the most used figure.
    """

    values: pd.Series
    sources: tuple[str, ...]
    period: str

    @property
    def known(self) -> pd.Series:
        """The municipalities that have it."""
        return self.values.dropna()


def people_of(key: str, codes: pd.Index, view: PlacesView) -> People:
    """Figures of one indicator for ``codes``."""
    indicator = INDICATORS[key]
    cell = Cell.of(indicator)
    board = view.engine.board(indicator, cell, codes)
    if not board.years:
        return People(pd.Series(float("nan"), index=codes), (), "")
    result = board.at(board.years[-1])
    values = result.table["value"].astype(float).reindex(codes)
    rows = result.observations.iloc[result.table.loc[values.notna().to_numpy(), "row"].to_numpy()]
    ids = rows["source_id"].astype("str").value_counts().index
    periods = rows["period"].astype("str").value_counts().index
    return People(values, tuple(map(str, ids)), str(periods[0]) if len(periods) else "")


def catchment_section(place: pd.Series, view: PlacesView) -> list[Component]:
    """What is known of the catchment of a centre."""
    words, found = view.words, of_place(place, view)
    lead = words.catchment_lead
    if found.standing is not Standing.WORKING:
        lead = words.catchment_if
    head: list[Component] = [html.H4(words.catchment), html.P(lead, className="whose")]
    if found.km.empty:
        return [*head, html.P(words.catchment_none)]
    codes = found.km.index
    residents, migrants = (people_of(key, codes, view) for key in PEOPLE)
    return [
        *head,
        *(html.P(said) for said in _told(found, residents, migrants, view)),
        *_table(found, residents, migrants, view),
        *_sources((residents, migrants), view),
    ]


def of_place(place: pd.Series, view: PlacesView) -> Catchment:
    """The catchment of a centre, in the whole country."""
    territories = local_territories(view.engine.snapshot.territories)
    return catchment(place, view.engine.snapshot.places, territories, view.today)


def _told(found: Catchment, residents: People, migrants: People, view: PlacesView) -> Iterator[str]:
    words, write = view.words, numbers(view.texts)
    many, known = len(found.km), len(migrants.known)
    template = words.people_told if known == many else words.people_some
    yield (template if known else words.people_none).format(
        n=write(many), known=write(known), residents=write(residents.known.sum()),
        migrants=write(migrants.known.sum()),
    )  # fmt: skip
    if known:
        each = write(migrants.known.sum() / found.sharing)
        per = words.people_per if found.sharing == 1 else words.people_per_shared
        per = per if known == many else words.people_per_some
        yield per.format(n=each, k=write(found.sharing))
    if found.sharing > 1:
        yield words.catchment_shared.format(n=write(found.sharing - 1))
    if not found.others:
        yield words.catchment_alone
    if found.unplaced:
        yield words.unplaced.format(n=write(found.unplaced))


def _table(
    found: Catchment, residents: People, migrants: People, view: PlacesView
) -> list[Component]:
    words = view.words
    head = [words.municipality, words.km, words.residents, words.migrants]
    lines = [_line(str(code), float(km), residents, migrants, view)
             for code, km in found.km.items()]  # fmt: skip
    first, rest = lines[:FIRST_SHOWN], lines[FIRST_SHOWN:]
    shown: list[Component] = [wide(table(head, first, "records catchment"), words.catchment)]
    if rest:
        more = html.Summary(words.rest.format(n=numbers(view.texts)(len(rest))))
        shown.append(html.Details([more, table(head, rest, "records catchment")], className="more"))
    return shown


def _line(
    code: str, km: float, residents: People, migrants: People, view: PlacesView
) -> list[Component | str]:
    link = html.A(view.engine.name(code), href=f"/municipio/{code}", **data(keep="yes"))
    cells = [_number(km, view), *(_number(p.values[code], view) for p in (residents, migrants))]
    return [link, *cells]


def _number(value: float, view: PlacesView) -> html.Td:
    if pd.isna(value):
        return html.Td(view.words.absent, className="number absent")
    return html.Td(numbers(view.texts)(value), className="number")


def _sources(columns: tuple[People, ...], view: PlacesView) -> list[Component]:
    """Who published the counts of people, and of when they are."""
    texts, entries = view.texts, []
    for key, people in zip(PEOPLE, columns, strict=True):
        title = in_language(INDICATORS[key].title, texts.language)
        for source_id in people.sources[:MOST_SOURCES]:
            said = f"{title} · {period_words(people.period, texts)} · "
            entries.append(html.Li([said, source_link(view.engine.source(source_id), texts)]))
    if not entries:
        return []
    summary = html.Summary(texts.source_and_method)
    return [html.Details([summary, html.Ul(entries)], className="method")]
