"""The sentence of the Intégrate centres: those that work here, or the closest one."""

from typing import Final

from layouts.ficha.centres import Served, here, nearest
from layouts.ficha.row import row
from layouts.ficha.sentence import HEADLINE, Headline
from layouts.format import listed, numbers, period_words
from layouts.profile import Profile

MOST_NAMED: Final = 3


def centre(profile: Profile) -> Headline | None:
    """The Intégrate centres that work here, or the closest one today in a straight line.

    A closer one whose state is to be verified is told too: it may well be open. So is one that
    was announced here, for people ask about it.
    """
    inside = [served for served in here(profile) if served.integrate]
    working = [served for served in inside if served.working]
    return _here(working, profile) if working else _near(inside, profile)


def _here(working: list[Served], profile: Profile) -> Headline:
    words, rows = profile.words, tuple(served.row(profile) for served in working)
    if len(working) == 1:
        only = working[0]
        told = words.centre_here.format(name=only.name, seen=_seen(only, profile))
        return Headline(told, rows)
    names = [f"**{served.name}**" for served in working]
    rest = len(names) - MOST_NAMED
    shown = listed(names, profile.view.texts)
    if rest > 0:
        shown = ", ".join(names[:MOST_NAMED]) + words.and_more.format(rest)
    counted = row(profile, HEADLINE, indicador=words.centres_working, valor=len(names),
                  estado="valor", editor=rows[0]["editor"])  # fmt: skip
    more = [row(profile, HEADLINE, indicador=words.and_more.format(rest).strip(), valor=rest,
                estado="valor", editor=rows[0]["editor"])] if rest > 0 else []  # fmt: skip
    return Headline(words.centres_here.format(n=len(names), names=shown), (*rows, counted, *more))


def _near(inside: list[Served], profile: Profile) -> Headline | None:
    words, (working, unsure) = profile.words, nearest(profile)
    if working is None:
        return None
    closer = [unsure] if unsure is not None and unsure.km < working.km else []
    announced = [served for served in inside if served.announced]
    told = [_unsure(served, profile) for served in closer]
    told += [words.centre_announced.format(name=served.name) for served in announced[:1]]
    sentence = words.centre_near.format(
        place=profile.view.engine.name(working.code), seen=_seen(working, profile),
        km=numbers(profile.view.texts)(working.km), beside="".join(told),
    )  # fmt: skip
    return Headline(sentence, tuple(s.row(profile) for s in (working, *closer, *announced[:1])))


def _unsure(served: Served, profile: Profile) -> str:
    words, km = profile.words, numbers(profile.view.texts)(served.km)
    template = words.centre_unsure if served.km else words.centre_unsure_here
    place = profile.view.engine.name(served.code)
    return template.format(place=place, km=km, name=served.name)


def _seen(served: Served, profile: Profile) -> str:
    """When somebody last said that it works."""
    last = period_words(str(served.place["last_verified"] or ""), profile.view.texts)
    return profile.words.seen.format(last) if last else ""
