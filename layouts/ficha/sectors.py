"""Sectors of a place: who works in them, what is sought, which units there are, what weighs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, cast

import pandas as pd
from dash import html
from dash.development.base_component import Component

from geodata.schema import SECTIONS, TOTAL
from indicators.cube import Cell
from indicators.evaluate import Result
from indicators.measures.structure import location_quotients
from indicators.nearest import NATION
from indicators.proof import Reference
from indicators.sections import boards, by_section
from indicators.spec import Indicator
from layouts.cards import list_link
from layouts.ficha.axes import title_of
from layouts.ficha.centres import UNIT, folded
from layouts.ficha.row import Row, people_of, row
from layouts.format import numbers, period_words
from layouts.place import PlaceKind
from layouts.profile import Profile
from layouts.proof_link import proven, reference_of_observation
from layouts.sectors import branch_words, newest_by_sector
from layouts.text import in_language

SECTOR: Final = "sectores"
UNITS: Final = "unidades"
STRUCTURES: Final = ("ocupados_por_rama", "vacantes", "unidades_productivas")
QUOTIENTS: Final = STRUCTURES[:2]
FIRST_SHOWN: Final = 6


@dataclass(frozen=True)
class Column:
    """Figures of one indicator by section, or by sections that are published together.

    Attributes:
        whose: the territory in words; ``period`` ISO 8601.
        values: by letters, missing where suppressed.
        names: of each figure, by letters.
    """

    indicator: Indicator
    whose: str
    period: str
    source_ids: tuple[str, ...]
    values: pd.Series
    names: Mapping[str, Reference]


def columns(profile: Profile) -> list[Column]:
    """What is known by section: employed people, vacancies and productive units."""
    indicators = (profile.view.indicators[key] for key in STRUCTURES)
    border = profile.place.kind is PlaceKind.BORDER
    make = _added if border else _published
    return [column for column in (make(i, profile) for i in indicators) if column is not None]


def _published(indicator: Indicator, profile: Profile) -> Column | None:
    """The newest publication of the place or of a city or area that it belongs to."""
    engine = profile.view.engine
    for code in (profile.code, *engine.snapshot.domains.get(profile.code, ())):
        rows = newest_by_sector(engine, indicator.key, code)
        if not rows.empty:
            return _column(indicator, rows.drop_duplicates("sector"), engine.name(code))
    return None


def _column(indicator: Indicator, rows: pd.DataFrame, whose: str) -> Column:
    """Figures of one territory, publication and period; one row for each section."""
    names = {
        str(row["sector"]): reference_of_observation(indicator.key, row)
        for _, row in rows.iterrows()
    }
    period, source_id = (str(rows[name].iloc[0]) for name in ("period", "source_id"))
    values = rows.set_index("sector")["value"]
    return Column(indicator, whose, period, (source_id,), values, names)


def _added(indicator: Indicator, profile: Profile) -> Column | None:
    """Sums over the municipalities of a border, of the newest year that all of them have."""
    engine, members = profile.view.engine, profile.place.members
    years = engine.board(indicator, Cell.of(indicator), members).years
    if not years:
        return None
    whole = engine.at(indicator, Cell.of(indicator), members, years[-1])
    if len(whole.values) < len(members):
        return None
    sums = by_section(engine, indicator, members, years[-1]).sum(min_count=1).dropna()
    used = whole.observations.iloc[whole.table["row"].to_numpy()]["source_id"].astype(str)
    sources = tuple(used.value_counts().index)
    cell, period = Cell.of(indicator), str(years[-1])
    names = {
        str(s): Reference(indicator.key, profile.place.code, period, replace(cell, sector=str(s)))
        for s in sums.index
    }
    return Column(indicator, profile.name, period, sources, sums, names) if len(sums) else None


def sector_section(profile: Profile) -> html.Section:
    """A table of sections, one column for each thing known, and the weight against the nation."""
    words, texts, found = profile.words, profile.view.texts, columns(profile)
    head = [html.H3(words.sectors), *_notes(found, profile)]
    if not found:
        return html.Section([*head, *_units(profile)])
    names = [texts.sector, *(_title(column, profile) for column in found)]
    weights = quotients_of(profile)
    if weights is not None:
        head.append(html.P(_weight_words(weights, profile), className="whose"))
        names.append(words.quotient)
    lines = [_line(letters, found, weights, profile) for letters in _letters(found)]
    return html.Section([*head, *folded(names, lines, FIRST_SHOWN, profile), *_units(profile)],
                        className="by-section")  # fmt: skip


def _title(column: Column, profile: Profile) -> str:
    period = period_words(column.period, profile.view.texts)
    return f"{title_of(column.indicator, profile)}, {column.whose}, {period}"


def _weight_words(weights: tuple[Indicator, int, pd.Series], profile: Profile) -> str:
    indicator, year, _ = weights
    return profile.words.quotient_lead.format(title=title_of(indicator, profile), year=year)


def _notes(found: list[Column], profile: Profile) -> list[Component]:
    """The sources of the columns, and who holds what there is none of."""
    texts, words = profile.view.texts, profile.words
    known = {column.indicator.key for column in found}
    said = [
        f"{title_of(column.indicator, profile)}: {people_of(column.source_ids, profile)}."
        for column in found
    ]
    absent = [profile.view.indicators[key] for key in STRUCTURES if key not in known]
    for indicator in absent:
        if indicator.key in profile.spreads:
            said.append(words.not_added.format(title_of(indicator, profile)))
            continue
        who = in_language(indicator.source_rule, texts.language)
        said.append(words.absent.format(names=title_of(indicator, profile), who=who))
    return [html.P(sentence, className="whose") for sentence in said]


def _letters(found: list[Column]) -> list[str]:
    """Sections of any column, those that weigh most in the first column before the others."""
    first = found[0].values.sort_values(ascending=False, na_position="last")
    rest = {str(letters) for column in found for letters in column.values.index}
    return list(dict.fromkeys([*(str(letters) for letters in first.index), *sorted(rest)]))


def _line(
    letters: str,
    found: list[Column],
    weights: tuple[Indicator, int, pd.Series] | None,
    profile: Profile,
) -> list[Component | str]:
    cells: list[Component | str] = [branch_words(letters, profile.view.texts)]
    cells += [_cell(column, letters, profile) for column in found]
    if weights is not None:
        value = weights[2].get(letters)
        written = "" if value is None else numbers(profile.view.texts)(float(value), 2)
        cells.append(profile.words.times.format(written) if written else "—")
    return cells


def _cell(column: Column, letters: str, profile: Profile) -> Component | str:
    texts = profile.view.texts
    if letters not in column.values.index:
        return "—"
    value = column.values[letters]
    written = profile.words.suppressed if pd.isna(value) else numbers(texts)(float(value))
    return proven(written, column.names[letters], texts)


def units_by_state(profile: Profile) -> dict[str, int]:
    """Productive units on the map inside the place, by state."""
    places = profile.view.engine.snapshot.places
    inside = places["territory_code"].isin(list(profile.place.members)) & (places["kind"] == UNIT)
    return {str(state): int(n) for state, n in places.loc[inside, "status"].value_counts().items()}


def _units(profile: Profile) -> list[Component]:
    counts, words = units_by_state(profile), profile.words
    if not counts:
        return []
    names, write = profile.view.texts.unit_status, numbers(profile.view.texts)
    told = "; ".join(f"{name} {write(counts[state])}" for state, name in names.items()
                     if state in counts)  # fmt: skip
    name = "ambito" if profile.place.kind is PlaceKind.BORDER else str(profile.place.kind)
    link = list_link(profile.view.texts, **{name: profile.place.code})
    return [html.P([words.units.format(told), " ", link], className="whose")]


def sector_rows(profile: Profile) -> Iterator[Row]:
    """A line for each section and column, then for each quotient and state of the units."""
    for column in columns(profile):
        for letters, value in column.values.items():
            yield _value_row(column, str(letters), float(value), profile)
    yield from _quotient_rows(profile)
    for state, count in units_by_state(profile).items():
        yield row(profile, UNITS, indicador=profile.words.units_title, referencia=state,
                  valor=count, estado="valor", territorio=profile.name,
                  codigo=profile.place.code, editor=_unit_sources(profile))  # fmt: skip


def _value_row(column: Column, letters: str, value: float, profile: Profile) -> Row:
    texts = profile.view.texts
    return row(
        profile, SECTOR, indicador=title_of(column.indicator, profile),
        clave=column.indicator.key, territorio=column.whose, periodo=column.period,
        referencia=branch_words(letters, texts), valor=value,
        estado="suprimido" if pd.isna(value) else "valor",
        unidad=in_language(column.indicator.unit.symbol, texts.language),
        editor=people_of(column.source_ids, profile),
    )  # fmt: skip


def _quotient_rows(profile: Profile) -> Iterator[Row]:
    weights = quotients_of(profile)
    if weights is None:
        return
    indicator, year, values = weights
    for letters, value in values.items():
        yield row(profile, SECTOR, indicador=f"{profile.words.quotient}: "
                  f"{title_of(indicator, profile)}", clave="cociente_de_localizacion",
                  territorio=profile.name, codigo=profile.place.code, periodo=str(year),
                  referencia=branch_words(str(letters), profile.view.texts), valor=float(value),
                  unidad=profile.words.times.format("").strip(), estado="valor")  # fmt: skip


def _unit_sources(profile: Profile) -> str:
    places = profile.view.engine.snapshot.places
    inside = places["territory_code"].isin(list(profile.place.members)) & (places["kind"] == UNIT)
    ids = {one for told in places.loc[inside, "source_id"].unique() for one in str(told).split("|")}
    return people_of(sorted(ids), profile)


def quotients_of(profile: Profile) -> tuple[Indicator, int, pd.Series] | None:
    """Location quotients of the first structure that the place publishes; not of a border."""
    if profile.place.kind is PlaceKind.BORDER:
        return None
    found = (quotients(profile, key) for key in QUOTIENTS)
    return next((weights for weights in found if weights is not None), None)


def quotients(profile: Profile, key: str) -> tuple[Indicator, int, pd.Series] | None:
    """Location quotients against the nation in the newest year that both have."""
    engine, indicator = profile.view.engine, profile.view.indicators[key]
    codes = pd.Index([profile.code, NATION])
    by_letter = boards(engine, indicator, codes)
    years = sorted({year for board in by_letter.values() for year in board.years}, reverse=True)
    whole = engine.board(indicator, Cell(population_group=TOTAL), codes)
    for year in years:
        counts = pd.DataFrame({s: _values(b.at(year)) for s, b in by_letter.items()}, index=codes)
        totals = _values(whole.at(year))
        there = cast("pd.Series", counts.loc[NATION])
        found = location_quotients(
            counts.loc[[profile.code]], totals[[profile.code]], there, float(totals[NATION])
        )
        known = cast("pd.Series", found.loc[profile.code]).dropna()
        if len(known):
            return indicator, year, known.reindex([s for s in SECTIONS if s in known.index])
    return None


def _values(result: Result) -> pd.Series:
    values: pd.Series = result.table["value"].astype(float)
    return values
