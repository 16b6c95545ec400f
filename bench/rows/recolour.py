"""Rows 1 and 2: from a change of a control to repainted pixels."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Final

from playwright.sync_api import Page

from bench.budget import Judged, Measured, Row
from bench.figures import INDICATOR_KEYS
from bench.stage import BLANK, NAIVE, OURS, OURS_DEFAULT, Contender, Stage

ROUNDS: Final = 15
WARM_UP: Final = 3
PAUSE_MS: Final = 400
"""Between interactions, so that what one leaves to do is not paid by the next."""

Samples = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Race:
    """One interaction, repeated in turns by contenders that stay open.

    Attributes:
        control: id of the control, for a contender.
        values: two values of the control, newest first, read from the open page.
        act: name of the probe that changes the control.
    """

    contenders: Mapping[str, Contender]
    control: Callable[[Contender], str]
    values: Callable[[Contender, Page], Sequence[str]]
    act: str


def years(contender: Contender, page: Page) -> Sequence[str]:
    """The newest and the oldest year that a page offers, which differ in most places."""
    found: list[str] = page.evaluate(
        "(id) => [...document.getElementById(id).options].map((option) => option.value)",
        contender.period,
    )
    numeric = sorted(filter(str.isdigit, found), reverse=True)
    return numeric[0], numeric[-1]


YEAR: Final = Race(
    contenders={"ours": OURS, "default": OURS_DEFAULT, "naive": NAIVE, "blank": BLANK},
    control=lambda contender: contender.period,
    values=years,
    act="choose",
)
INDICATOR: Final = Race(
    contenders={"ours": OURS, "naive": NAIVE},
    control=lambda contender: contender.indicator,
    values=lambda _contender, _page: INDICATOR_KEYS,
    act="assign",
)


def run(race: Race, stage: Stage) -> Samples:
    """Latencies in ms by contender, in interleaved rounds."""
    samples: dict[str, list[float]] = {name: [] for name in race.contenders}
    with ExitStack() as stack:
        pages = {name: stack.enter_context(stage.page()) for name in race.contenders}
        values = {name: _open(name, race, pages[name], stage) for name in pages}
        for turn in range(WARM_UP + (stage.rounds or ROUNDS)):
            for name, page in pages.items():
                # The newest of two values is shown at first: the other one comes first.
                taken = _interact(race, name, page, values[name][(turn + 1) % 2])
                if turn >= WARM_UP:
                    samples[name].append(taken)
    return samples


def _open(name: str, race: Race, page: Page, stage: Stage) -> Sequence[str]:
    contender = race.contenders[name]
    stage.settle(page, contender)
    return race.values(contender, page)


def _interact(race: Race, name: str, page: Page, value: str) -> float:
    contender = race.contenders[name]
    page.bring_to_front()
    page.wait_for_timeout(PAUSE_MS)
    taken: float = page.evaluate(
        "([act, ...rest]) => window.bench[act](...rest)",
        [race.act, contender.kind, race.control(contender), value],
    )
    return taken


def _between(race_name: str, race: Race, ours: str, rival: str) -> Callable[[Stage], Measured]:
    def measure(stage: Stage) -> Measured:
        samples = stage.once(race_name, lambda at: run(race, at))
        return Measured(samples[ours], samples[rival])

    return measure


_AGAINST_NAIVE: Final = Row(
    name="recolour-naive",
    what="change of the year at national scope, until the fills are repainted",
    rival="a figure that the server rebuilds with its geometry",
    must=10,
    stretch=15,
    judged=Judged.TIMES_FASTER,
    unit="ms",
)
_AGAINST_BLANK: Final = replace(
    _AGAINST_NAIVE,
    name="recolour-floor",
    rival="a blank page that changes one background",
    must=3.5,
    stretch=2.5,
    judged=Judged.TIMES_THE_RIVAL,
)
_DEFAULT_VIEW: Final = replace(
    _AGAINST_BLANK,
    name="recolour-floor-default",
    what="change of the year in the view that opens without a query",
)
_TWO_INDICATORS: Final = replace(
    _AGAINST_NAIVE,
    name="recolour-indicator",
    what="change between two indicators at national scope that were both shown before",
)

ROWS: Final = (
    (_AGAINST_NAIVE, _between("year", YEAR, "ours", "naive")),
    (_AGAINST_BLANK, _between("year", YEAR, "ours", "blank")),
    (_DEFAULT_VIEW, _between("year", YEAR, "default", "blank")),
    (_TWO_INDICATORS, _between("indicator", INDICATOR, "ours", "naive")),
)
