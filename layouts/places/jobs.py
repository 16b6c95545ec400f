"""People who work in the units of the territory, by section: sums that may leave, and no others."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import SECTIONS, TOTAL
from indicators.cube import Cell
from indicators.evaluate import Result
from indicators.place_list import CENTRES
from indicators.registry import INDICATORS
from indicators.scopes import NATIONAL
from indicators.states import State
from indicators.unit_figures import JOBS
from layouts.format import marked, numbers, period_words
from layouts.places_view import PlacesView
from layouts.provenance import source_link
from layouts.reading import data, table, wide
from layouts.rows.figures import sector_words
from layouts.text import in_language

NATION: Final = "00"
PER_UNIT: Final = "personas_por_unidad"
MOST_SOURCES: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Employed:
    """People of one section, or of all, in one or several territories.

    Attributes:
        people: the sum that may be shown; missing where nothing may.
        each: people per unit, where the figure is that of one territory.
        withheld: territories whose count is withheld and is not in the sum.
    """

    people: float
    each: float
    withheld: int
    result: Result


def employed(sector: str, codes: pd.Index, view: PlacesView) -> Employed | None:
    """People who work in the units of one section; ``None`` where nobody says it."""
    whole = view.engine.board(INDICATORS[JOBS], Cell(sector=sector), codes)
    if not whole.years:
        return None
    year = whole.years[-1]
    result = whole.at(year)
    states, values = result.table["state"], result.table["value"].astype(float)
    ratio = view.engine.at(INDICATORS[PER_UNIT], Cell(sector=sector), codes, year)
    each = float(ratio.table["value"].iloc[0]) if len(codes) == 1 else float("nan")
    hidden = int((states == State.SUPPRESSED).sum())
    return Employed(float(values.sum(min_count=1)), each, hidden, result)


def _whole(view: PlacesView) -> pd.Index:
    """Territories that have sums of their own: the chosen one, or the departments of the scope."""
    one = view.municipality or view.department
    if one or view.scope == NATIONAL:
        return pd.Index([one or NATION])
    engine, inside = view.engine, set(view.codes)
    members = {str(code): engine.codes(NATIONAL, str(code)) for code in
               engine.departments(view.codes)}  # fmt: skip
    complete = [code for code, local in members.items() if inside.issuperset(local)]
    return pd.Index(complete or [NATION])


def jobs_section(view: PlacesView) -> list[Component]:
    """Sentences and a table of the sections; nothing where nobody counts people.

    The filter of sector is followed; further ones are not, and it is said why: see
    ``docs/reserva.md``. Centres have no people of this kind.
    """
    if view.choice.kind == CENTRES or employed(TOTAL, _whole(view), view) is None:
        return []
    words, sector, codes = view.words, view.choice.sector or TOTAL, _told_of(view)
    total = employed(sector, codes, view)
    section = html.Section(
        [
            html.H3(words.jobs),
            html.P(words.jobs_lead, className="whose"),
            *(html.P(marked(said)) for said in _told(total, _named(codes, sector, view), view)),
            *(html.P(note, className="note") for note in _notes(view, codes)),
            *(_table(_departments(codes), view) if sector == TOTAL else []),
            *([_method(total, view)] if total is not None else []),
        ],
        id="empleo",
    )
    return [section]


def _told_of(view: PlacesView) -> pd.Index:
    """Whose sums are told; by section those of a municipality are not, but its department's."""
    codes = _whole(view)
    return _departments(codes) if view.choice.sector else codes


def _departments(codes: pd.Index) -> pd.Index:
    """Each department, of a municipality its own; the nation is its own."""
    return pd.Index(dict.fromkeys(str(code)[: len(NATION)] for code in codes))


def _named(codes: pd.Index, sector: str, view: PlacesView) -> str:
    """Whose sums they are and, where one is asked for, of which section."""
    names = _names(codes, view)
    return names if sector == TOTAL else f"{names} ({sector_words(sector, view.texts)})"


def _notes(view: PlacesView, codes: pd.Index) -> Iterator[str]:
    """What the sums do not follow, and why."""
    words, chosen = view.words, view.choice.fields
    if view.municipality and view.choice.sector:
        yield words.jobs_wider.format(place=view.where, where=_names(codes, view))
    names = {"state": words.state, "programme": words.programme,
             "formalisation": words.formalisation}  # fmt: skip
    left = [name.lower() for field, name in names.items() if field in chosen]
    if left:
        yield words.jobs_unfiltered.format(filters=", ".join(left))


def _names(codes: pd.Index, view: PlacesView) -> str:
    return ", ".join(view.engine.name(str(code)) for code in codes)


def _table(codes: pd.Index, view: PlacesView) -> list[Component]:
    """The sections of departments or of the nation, most people first."""
    words, found = view.words, {s: employed(s, codes, view) for s in SECTIONS}
    known = {s: e for s, e in found.items() if e is not None and (e.withheld or e.people > 0)}
    order = sorted(known, key=lambda s: -known[s].people if known[s].people > 0 else 0.0)
    if not order:
        return []
    head = [view.texts.sector, words.people_column, words.each_column]
    if len(codes) > 1:
        head.pop()
    lines = [_line(sector_words(s, view.texts), known[s], view)[: len(head)] for s in order]
    where = words.jobs_sectors.format(where=_names(codes, view))
    return [html.H4(where), wide(table(head, lines, "records employed"), where)]


def _told(total: Employed | None, where: str, view: PlacesView) -> Iterator[str]:
    words, write = view.words, numbers(view.texts)
    if total is None or (pd.isna(total.people) and not total.withheld):
        yield words.jobs_nobody.format(where=where)
        return
    if pd.isna(total.people):
        yield words.jobs_hidden.format(where=where)
        return
    least = words.jobs_least if total.withheld else words.jobs_told
    yield least.format(n=write(total.people), where=where)
    if pd.notna(total.each):
        yield words.jobs_each.format(n=write(total.each, 1))


def _line(name: str, found: Employed, view: PlacesView) -> list[Component | str]:
    words, write = view.words, numbers(view.texts)
    withheld = view.texts.states[State.SUPPRESSED]
    shown = write(found.people) if pd.notna(found.people) else withheld
    least = words.at_least.format(shown) if found.withheld and shown != withheld else shown
    each = write(found.each, 1) if pd.notna(found.each) else "—"
    return [name, _cell(least, absent=shown == withheld), _cell(each, absent=each == "—")]


def _cell(text: str, *, absent: bool) -> html.Td:
    return html.Td(text, className="number absent" if absent else "number")


def _method(total: Employed, view: PlacesView) -> html.Details:
    """Definition, limits, source and date of the sums."""
    texts, indicator = view.texts, INDICATORS[JOBS]
    rows = total.result.observations.iloc[
        total.result.table.loc[total.result.table["row"] >= 0, "row"].to_numpy()
    ]
    ids = rows["source_id"].astype("str").value_counts().index[:MOST_SOURCES]
    period = str(rows["period"].iloc[0]) if len(rows) else ""
    said = [in_language(text, texts.language) for text in (
        indicator.definition, indicator.universe, indicator.caveat)]  # fmt: skip
    sources = [html.Li(source_link(view.engine.source(str(one)), texts)) for one in ids]
    link = html.A(in_language(indicator.title, texts.language), href=f"/?indicador={JOBS}",
                  **data(keep="yes"))  # fmt: skip
    return html.Details(
        [
            html.Summary(view.words.method),
            html.P(" ".join(said)),
            html.Ul([html.Li(period_words(period, texts)), *sources]),
            html.P([f"{view.words.on_map}: ", link]),
        ],
        className="method",
    )
