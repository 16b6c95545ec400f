"""Small maps side by side: from the wish to see them until all are painted, for each of them."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from typing import Final

from playwright.sync_api import Page

from bench.budget import Judged, Measured, Row
from bench.figures import NATIONAL, WORKSPACE
from bench.rivals import ids as rival_ids
from bench.rows.recolour import PAUSE_MS, ROUNDS, WARM_UP, years
from bench.stage import BLANK, OURS, Stage

CONTENDERS: Final = {
    "periodos": OURS,
    "sectores": replace(
        OURS, path=f"/?espacio={WORKSPACE}&ambito={NATIONAL}&indicador=vacantes_por_mil"
    ),
}
CHANGE: Final = "([id, value]) => window.bench.choose('blank', id, value)"


def run(stage: Stage, kind: str) -> tuple[list[float], list[float], int]:
    """Milliseconds for each small map and of the blank page, in turns; how many maps there are."""
    ours: list[float] = []
    floor: list[float] = []
    count = 0
    with ExitStack() as stack:
        page = stage.settle(stack.enter_context(stage.page()), CONTENDERS[kind])
        blank = stage.settle(stack.enter_context(stage.page()), BLANK)
        values = years(BLANK, blank)
        for turn in range(WARM_UP + (stage.rounds or ROUNDS)):
            ms, count = _rested(page).evaluate("(kind) => window.bench.many(kind)", kind)
            still = _rested(blank).evaluate(CHANGE, [rival_ids.PERIOD, values[(turn + 1) % 2]])
            if turn >= WARM_UP:
                ours.append(ms / count)
                floor.append(still)
    return ours, floor, count


def _rested(page: Page) -> Page:
    page.bring_to_front()
    page.wait_for_timeout(PAUSE_MS)
    return page


def _of(kind: str) -> Callable[[Stage], Measured]:
    def measure(stage: Stage) -> Measured:
        ours, floor, count = run(stage, kind)
        return Measured(ours, floor, f"{count} maps of the whole country at once.")

    return measure


_YEARS: Final = Row(
    name="small-maps-years",
    what="small maps of the whole country, one for each year, until all are painted, for each",
    rival="a blank page that changes one background",
    must=3.5,
    stretch=2.5,
    judged=Judged.TIMES_THE_RIVAL,
    unit="ms",
)
_SECTORS: Final = replace(
    _YEARS,
    name="small-maps-sectors",
    what="small maps of the whole country, one for each sector, until all are painted, for each",
)

ROWS: Final = ((_YEARS, _of("periodos")), (_SECTORS, _of("sectores")))
