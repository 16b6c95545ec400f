"""Three sentences at most, made of the very lines of the download; what is not sure is not said."""

from collections.abc import Callable, Iterator
from typing import Final

import pandas as pd

from geodata.schema import TOTAL
from indicators.benchmark import FEWEST_TOLD, Mark, Reference, told_middle
from indicators.compare import ranks
from indicators.margins import half_width
from indicators.nearest import NATION, Figure, Origin
from indicators.spec import Better
from layouts.ficha.border import border_centres, border_people, border_work
from layouts.ficha.closest import centre
from layouts.ficha.row import Row, figure_row, whose_name
from layouts.ficha.sentence import HEADLINE, Headline
from layouts.format import near_words, numbers, one_in, period_words
from layouts.place import PlaceKind
from layouts.profile import CONCENTRATION, PERSONS, UNEMPLOYMENT, Profile
from layouts.proof_link import reference_of


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
    if figure is None or figure.value is None:
        return None
    if figure.origin is not Origin.OWN:
        return _around(profile, figure) if figure.origin is Origin.DEPARTMENT else None
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
    lines = (own, *share_rows, *place_rows, *beside_rows)
    return Headline(sentence, lines, reference_of(figure))


def _around(profile: Profile, figure: Figure) -> Headline:
    """What is known of the department, where nothing is of the place."""
    texts, value = profile.view.texts, figure.value or 0.0
    share, share_rows = fraction(profile, figure, value / 1000)
    sentence = profile.words.concentration_around.format(
        whose=whose_name(figure.territory_code, profile), value=numbers(texts)(value),
        share=share, period=period_words(str(figure.observation["period"]), texts),
    )  # fmt: skip
    lines = (figure_row(profile, HEADLINE, figure), *share_rows)
    return Headline(sentence, lines, reference_of(figure))


def _persons(profile: Profile) -> str:
    """How many they are; the number has its line among the indicators."""
    people = profile.sure(PERSONS)
    if people is None or people.value is None or people.origin is not Origin.OWN:
        return ""
    return profile.words.persons.format(numbers(profile.view.texts)(people.value))


def fraction(profile: Profile, figure: Figure, share: float) -> tuple[str, list[Row]]:
    """``, casi 3 de cada 10`` beside a share, and its line."""
    found = one_in(share)
    if found is None:
        return "", []
    part, whole = found
    words = profile.words
    near = near_words(share, found, profile.view.texts)
    of = words.of_each.format(whole)
    line = figure_row(profile, HEADLINE, figure, valor=part, unidad="", referencia=of)
    return words.share.format(near=near, part=part, of=of), [line]


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
        template = words.beside_one if nation else words.beside_department
        return template.format(name=name, value="{value}")
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
        whose=whose_name(figure.territory_code, profile),
        not_own="" if figure.origin is Origin.OWN else words.not_own,
    )  # fmt: skip
    own = figure_row(profile, HEADLINE, figure)
    lines = (own, *share_rows, *beside_rows, *place_rows)
    return Headline(sentence, lines, reference_of(figure))


def _width(figure: Figure) -> float:
    """Half-width of the 95 % interval of a figure; 0 where neither margin nor sample is known."""
    own = figure.observation
    sample = float(own["sample_size"]) if pd.notna(own["sample_size"]) else 0.0
    told = half_width(figure.indicator, figure.value or 0.0, str(own["margin"] or ""), sample)
    return told or 0.0


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
    if apart and abs(apart) <= _width(figure):
        template = words.unsure
    told = template.format(numbers(profile.view.texts)(abs(apart), 1))
    line = figure_row(profile, HEADLINE, figure, valor=abs(apart), unidad="pp",
                      referencia=told.replace("*", "")[2:])  # fmt: skip
    return told, [line]


Maker = Callable[[Profile], Headline | None]
PLACE_SENTENCES: Final[tuple[Maker, ...]] = (concentration, unemployment, centre)
BORDER_SENTENCES: Final[tuple[Maker, ...]] = (border_people, border_work, border_centres)
