"""Frames per second while a reader drags the map of the whole country, without a graphics card."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import Final

from playwright.sync_api import Page

from bench.budget import Judged, Measured, Row
from bench.stage import NAIVE, OURS, Contender, Stage

ROUNDS: Final = 15
WARM_UP: Final = 1
PAUSE_MS: Final = 600
"""After a drag, until a map that glides on has come to rest."""

CONTENDERS: Final[Mapping[str, Contender]] = {"ours": OURS, "naive": NAIVE}


def run(stage: Stage) -> Mapping[str, Sequence[float]]:
    """Frames per second by contender: one drag of a second each, in turns."""
    samples: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    with ExitStack() as stack:
        pages = {name: _open(stack.enter_context(stage.page()), name, stage) for name in CONTENDERS}
        for turn in range(WARM_UP + (stage.rounds or ROUNDS)):
            for name, page in pages.items():
                page.bring_to_front()
                page.wait_for_timeout(PAUSE_MS)
                taken = page.evaluate("(kind) => window.bench.pan(kind)", CONTENDERS[name].kind)
                if turn >= WARM_UP:
                    samples[name].append(taken)
    return samples


def _open(page: Page, name: str, stage: Stage) -> Page:
    contender = CONTENDERS[name]
    stage.settle(page, contender)
    if contender is OURS:
        page.evaluate("() => window.bench.live()")
    return page


def _measure(stage: Stage) -> Measured:
    samples = stage.once("pan", run)
    slowest = min(samples["ours"])
    return Measured(samples["ours"], samples["naive"], f"The slowest drag: {slowest:.0f}.")


ROWS: Final = (
    (
        Row(
            name="pan",
            what="frames per second while the map of the whole country is dragged",
            rival="a figure that the server builds with its geometry",
            must=50,
            stretch=60,
            judged=Judged.OURS_AT_LEAST,
            unit="fps",
        ),
        _measure,
    ),
)
