"""Three sentences at most, made of the very lines of the download; what is not sure is not said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from geodata.schema import TOTAL
from indicators.benchmark import FEWEST_TOLD, Mark, Reference, told_middle
from indicators.compare import ranks
from indicators.nearest import NATION, Figure, Origin
from indicators.spec import Better
from indicators.spread import Among, Spread
from layouts.ficha.centres import Served, here, nearest
from layouts.ficha.row import (
    Row,
    figure_row,
    of_indicator,
    of_territory,
    people_of,
    row,
)
from layouts.format import numbers, one_in, period_words
from layouts.place import PlaceKind
from layouts.profile import CONCENTRATION, PERSONS, Profile

HEADLINE: Final = "titulares"
UNEMPLOYMENT: Final = "tasa_desocupacion"


@dataclass(frozen=True, slots=True)
class Headline:
    """A sentence, marked up, and the lines of the download that hold its numbers."""

    sentence: str
    rows: tuple[Row, ...]


def headlines(profile: Profile) -> list[Headline]:
    """The sentences that can be told of a place: people, work, and the closest centre."""
    border = profile.place.kind is PlaceKind.BORDER
    makers = BORDER_SENTENCES if border else PLACE_SENTENCES
    return [told for told in (make(profile) for make in makers) if told is not None]


def headline_rows(profile: Profile) -> Iterator[Row]:
    """Lines of all sentences."""
    for told in headlines(profile):
        yield from told.rows


def concentration(profile: Profile) -> Headline | None:
    """Migrants among a thousand inhabitants, as a fraction, beside others and with its place."""
    figure, texts, words = profile.sure(CONCENTRATION), profile.view.texts, profile.words
    if figure is None or figure.value is None or figure.origin is not Origin.OWN:
        return None
    share, share_rows = fraction(profile, figure, figure.value / 1000)
    place, place_rows = ranked(profile, figure)
    beside, beside_rows = _beside(profile, figure)
    contested = "conflict" in str(figure.observation["flags"]).split("|")
    sentence = words.concentration.format(
        value=numbers(texts)(figure.value), share=share, people=_persons(profile), place=place,
        period=period_words(str(figure.observation["period"]), texts), beside=beside,
        disputed=words.disputed if contested else "",
    )  # fmt: skip
    own = figure_row(profile, HEADLINE, figure)
    return Headline(sentence, (own, *share_rows, *place_rows, *beside_rows))


def _persons(profile: Profile) -> str:
    """How many they are; the number has its line among the indicators."""
    people = profile.sure(PERSONS)
    if people is None or people.value is None or people.origin is not Origin.OWN:
        return ""
    return profile.words.persons.format(numbers(profile.view.texts)(people.value))


def fraction(profile: Profile, figure: Figure, share: float) -> tuple[str, list[Row]]:
    """``: 3 de cada 10`` beside a share, and its line."""
    found = one_in(share)
    if found is None:
        return "", []
    part, whole = found
    of = profile.words.of_each.format(whole)
    line = figure_row(profile, HEADLINE, figure, valor=part, unidad="", referencia=of)
    return profile.words.share.format(part=part, of=of), [line]


def _beside(profile: Profile, figure: Figure) -> tuple[str, list[Row]]:
    """Department, nation and the median of the scope, where enough have a figure of the year."""
    names = [(mark, _called(mark, profile)) for mark in profile.marks[figure.indicator.key]]
    write, kept = numbers(profile.view.texts), [(mark, name) for mark, name in names if name]
    if not kept:
        return "", []
    told = ", ".join(name.format(value=write(mark.value)) for mark, name in kept)
    rows = [
        figure_row(profile, HEADLINE, figure, valor=mark.value, muestra="", margen="", nota="",
                   advertencias="", referencia=name.format(value="").strip())
        for mark, name in kept
    ]  # fmt: skip
    return profile.words.beside.format(told), rows


def _called(mark: Mark, profile: Profile) -> str:
    """A reference by its name, with a place for its value; empty where it says too little."""
    words, engine = profile.words, profile.view.engine
    if mark.reference is Reference.PEERS:
        return ""
    if mark.reference is not Reference.SCOPE:
        nation = mark.reference is Reference.NATION
        name = engine.name(NATION if nation else profile.code[:2])
        return words.beside_one.format(name=name, value="{value}")
    if told_middle([mark]) is None:
        return ""
    template = words.beside_departments if profile.place.many else words.beside_median
    return template.format(n=mark.n, scope=profile.view.where, value="{value}")


def ranked(profile: Profile, figure: Figure) -> tuple[str, list[Row]]:
    """The place among the scope, only where no margin overlaps and nobody contests the figure."""
    engine, words = profile.view.engine, profile.words
    codes = profile.view.codes
    if figure.territory_code not in codes or figure.observation["flags"]:
        return "", []
    table = ranks(engine.at(figure.indicator, figure.cell, codes, figure.year))
    first, last, n = (table[name][figure.territory_code] for name in ("first", "last", "n"))
    if pd.isna(first) or first != last or n < FEWEST_TOLD:
        return "", []
    upward = figure.indicator.better is Better.LOWER
    order = words.lowest_first if upward else words.highest_first
    told = words.ranked.format(place=int(first), n=int(n), order=order)
    return told, [figure_row(profile, HEADLINE, figure, valor=int(first), unidad="",
                             referencia=told[2:])]  # fmt: skip


def unemployment(profile: Profile) -> Headline | None:
    """Unemployment, whose it is, and how far from the nation in the same period."""
    figure, texts, words = profile.sure(UNEMPLOYMENT), profile.view.texts, profile.words
    if figure is None or figure.value is None or figure.origin is Origin.ELSEWHERE:
        return None
    share, share_rows = fraction(profile, figure, figure.value / 100)
    beside, beside_rows = _from_nation(profile, figure)
    place, place_rows = ranked(profile, figure)
    borrowed = figure.origin is Origin.NATION
    template = words.unemployment_nation if borrowed else words.unemployment
    sentence = template.format(
        value=numbers(texts)(figure.value, 1), share=share, beside=beside,
        place=profile.name if borrowed else place,
        period=period_words(str(figure.observation["period"]), texts),
        whose=profile.view.engine.name(figure.territory_code),
        not_own="" if figure.origin is Origin.OWN else words.not_own,
    )  # fmt: skip
    own = figure_row(profile, HEADLINE, figure)
    return Headline(sentence, (own, *share_rows, *beside_rows, *place_rows))


def _from_nation(profile: Profile, figure: Figure) -> tuple[str, list[Row]]:
    """How much more or less than the nation's figure of the same period and series."""
    words, own = profile.words, figure.observation
    known = profile.view.engine.figures(UNEMPLOYMENT)
    shared = {name: str(own[name]) for name in ("period", "series", "population_group")}
    rows = known.only(known.where(territory_code=NATION, sex=TOTAL, **shared)).chosen()
    nation = rows["value"].dropna()
    if nation.empty or figure.value is None or figure.territory_code == NATION:
        return "", []
    apart = round(figure.value - float(nation.iloc[-1]), 1)
    template = words.higher if apart > 0 else words.lower if apart < 0 else words.equal
    told = template.format(numbers(profile.view.texts)(abs(apart), 1))
    line = figure_row(profile, HEADLINE, figure, valor=abs(apart), unidad="pp",
                      referencia=told.replace("*", "")[2:])  # fmt: skip
    return told, [line]


def centre(profile: Profile) -> Headline | None:
    """The Intégrate centre that works here, or the closest one today in a straight line.

    A closer one whose state is to be verified is told too: it may well be open.
    """
    words, engine = profile.words, profile.view.engine
    working, unsure = nearest(profile)
    if working is None:
        return None
    if working.code in profile.place.members:
        return Headline(words.centre_here.format(name=working.name), (working.row(profile),))
    write, rows, beside = numbers(profile.view.texts), [working.row(profile)], ""
    if unsure is not None and unsure.km < working.km:
        template = words.centre_unsure if unsure.km else words.centre_unsure_here
        facts = {"place": engine.name(unsure.code), "km": write(unsure.km), "name": unsure.name}
        beside = template.format(**facts)
        rows.append(unsure.row(profile))
    place, km = engine.name(working.code), write(working.km)
    return Headline(words.centre_near.format(place=place, km=km, beside=beside), tuple(rows))


def border_people(profile: Profile) -> Headline | None:
    """Migrants of the municipalities that have a figure, and how thick they are in the middle."""
    people, rate = profile.spreads.get(PERSONS), profile.spreads.get(CONCENTRATION)
    if people is None or people.among is not Among.MUNICIPALITIES:
        return None
    words, texts = profile.words, profile.view.texts
    write = numbers(texts)
    sentence = words.border_people.format(
        value=write(people.value), n=people.n, of=people.of,
        period=period_words(people.period, texts),
        earlier=words.earlier.format(people.earlier) if people.earlier else "",
    )  # fmt: skip
    rows = [spread_row(profile, HEADLINE, people)]
    if rate is not None and rate.among is Among.MUNICIPALITIES:
        sentence += words.border_rate.format(
            median=write(rate.value, 1), n=rate.n, low=write(rate.low, 1), high=write(rate.high, 1),
            low_place=_named(profile, rate.low_code), high_place=_named(profile, rate.high_code),
        )  # fmt: skip
        rows += spread_rows(profile, HEADLINE, rate)
    return Headline(sentence, tuple(rows))


def border_work(profile: Profile) -> Headline | None:
    """From the lowest to the highest unemployment, all of one period and window."""
    found, words = profile.spreads.get(UNEMPLOYMENT), profile.words
    if found is None:
        return None
    write, texts = numbers(profile.view.texts), profile.view.texts
    sentence = words.border_work.format(
        low=write(found.low, 1), high=write(found.high, 1), median=write(found.value, 1),
        low_place=_named(profile, found.low_code), high_place=_named(profile, found.high_code),
        n=found.n, among=words.among[found.among], period=period_words(found.period, texts),
    )  # fmt: skip
    return Headline(sentence, tuple(spread_rows(profile, HEADLINE, found)))


def border_centres(profile: Profile) -> Headline | None:
    """How many Intégrate centres of the border work today."""
    inside = [served for served in here(profile) if served.integrate]
    if not inside:
        return None
    working = [served for served in inside if served.working]
    unsure = [served for served in inside if served.unsure]
    words = profile.words
    sentence = words.border_centres.format(n=len(working), of=len(inside), unsure=len(unsure))
    counts = {words.centres_known: inside, words.centres_working: working,
              words.centres_unsure: unsure}  # fmt: skip
    rows = [row(profile, HEADLINE, indicador=name, valor=len(some), estado="valor",
                editor=_of(some, profile)) for name, some in counts.items()]  # fmt: skip
    return Headline(sentence, tuple(rows))


def _of(some: list[Served], profile: Profile) -> str:
    return "; ".join(dict.fromkeys(str(one.row(profile)["editor"]) for one in some))


def _named(profile: Profile, code: str) -> str:
    return profile.view.engine.name(code)


def spread_row(profile: Profile, part: str, told: Spread, **cells: object) -> Row:
    """The sum or the median of a set, as a line."""
    words, among = profile.words, profile.words.among[told.among]
    template = words.sum_of if told.summed else words.median_of
    whole = {"referencia": template.format(n=told.n, of=told.of, among=among),
             "valor": told.value, "estado": "valor", "periodo": told.period,
             "editor": people_of(told.source_ids, profile),
             "territorio": profile.name, "codigo": profile.place.code}  # fmt: skip
    known: dict[str, object] = {**of_indicator(profile, told.indicator), **whole, **cells}
    return row(profile, part, **known)


def spread_rows(profile: Profile, part: str, told: Spread) -> Iterator[Row]:
    """The sum or the median, then the lowest and the highest with their territories."""
    yield spread_row(profile, part, told)
    if told.n > 1:
        for code, value, end in ((told.low_code, told.low, profile.words.lowest),
                                 (told.high_code, told.high, profile.words.highest)):  # fmt: skip
            yield spread_row(profile, part, told, valor=value, referencia=end,
                             **of_territory(profile, code))  # fmt: skip


Maker = Callable[[Profile], Headline | None]
PLACE_SENTENCES: Final[tuple[Maker, ...]] = (concentration, unemployment, centre)
BORDER_SENTENCES: Final[tuple[Maker, ...]] = (border_people, border_work, border_centres)
