"""The sentences of a border: its people, its work and its centres."""

from indicators.spread import Among
from layouts.ficha.centres import Served, here
from layouts.ficha.row import row, set_reference
from layouts.ficha.sentence import HEADLINE, Headline
from layouts.ficha.spreads import middle, spread_row, spread_rows
from layouts.format import numbers, period_words
from layouts.profile import CONCENTRATION, PERSONS, UNEMPLOYMENT, Profile


def border_people(profile: Profile) -> Headline | None:
    """Migrants of the municipalities that have a figure, and how thick they are in the middle."""
    people, rate = profile.spreads.get(PERSONS), profile.spreads.get(CONCENTRATION)
    if people is None or people.among is not Among.MUNICIPALITIES:
        return None
    words, texts = profile.words, profile.view.texts
    write = numbers(texts)
    template = words.border_all if people.n == people.of else words.border_people
    sentence = template.format(
        value=write(people.value), n=people.n, of=people.of,
        period=period_words(people.period, texts),
        earlier=words.earlier.format(people.earlier) if people.earlier else "",
    )  # fmt: skip
    rows = [spread_row(profile, HEADLINE, people)]
    if rate is not None and rate.among is Among.MUNICIPALITIES:
        sentence += words.border_rate.format(
            median=write(rate.value, 1), low=write(rate.low, 1), high=write(rate.high, 1),
            low_place=_named(profile, rate.low_code), high_place=_named(profile, rate.high_code),
        )  # fmt: skip
        rows += spread_rows(profile, HEADLINE, rate)
    return Headline(sentence, tuple(rows), set_reference(people, profile))


def border_work(profile: Profile) -> Headline | None:
    """From the lowest to the highest unemployment, all of one period and window."""
    found, words = profile.spreads.get(UNEMPLOYMENT), profile.words
    if found is None:
        return None
    write, texts = numbers(profile.view.texts), profile.view.texts
    sentence = words.border_work.format(
        low=write(found.low, 1), high=write(found.high, 1),
        middle=words.border_median.format(write(found.value, 1)) if middle(found) else "",
        low_place=_named(profile, found.low_code), high_place=_named(profile, found.high_code),
        n=found.n, among=words.among[found.among], period=period_words(found.period, texts),
    )  # fmt: skip
    lines = tuple(spread_rows(profile, HEADLINE, found))
    return Headline(sentence, lines, set_reference(found, profile))


def border_centres(profile: Profile) -> Headline | None:
    """How many Intégrate centres of the border work today."""
    inside = [served for served in here(profile) if served.integrate]
    if not inside:
        return None
    working = [served for served in inside if served.working]
    unsure = [served for served in inside if served.unsure]
    shut = [served for served in inside if served.shut]
    words = profile.words
    sentence = words.border_centres.format(
        n=len(working), of=len(inside), unsure=len(unsure), shut=len(shut)
    )
    counts = {words.centres_known: inside, words.centres_working: working,
              words.centres_unsure: unsure, words.centres_shut: shut}  # fmt: skip
    rows = [row(profile, HEADLINE, indicador=name, valor=len(some), estado="valor",
                editor=_of(some, profile)) for name, some in counts.items()]  # fmt: skip
    return Headline(sentence, tuple(rows))


def _of(some: list[Served], profile: Profile) -> str:
    return "; ".join(dict.fromkeys(str(one.row(profile)["editor"]) for one in some))


def _named(profile: Profile, code: str) -> str:
    return profile.view.engine.name(code)
