"""Row 3: from the start of the navigation, with an empty cache, to a painted choropleth."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bench.budget import Judged, Measured, Row
from bench.stage import BLANK, NAIVE, OURS, OURS_DEFAULT, Contender, Stage

ROUNDS: Final = 9
WARM_UP: Final = 1
CONTENDERS: Final[Mapping[str, Contender]] = {
    "ours": OURS, "default": OURS_DEFAULT, "naive": NAIVE, "blank": BLANK,
}  # fmt: skip

Samples = Mapping[str, Sequence[float]]


def run(stage: Stage) -> Samples:
    """Times to the first painted state in ms by contender, in interleaved rounds."""
    samples: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    for turn in range(WARM_UP + (stage.rounds or ROUNDS)):
        for name, contender in CONTENDERS.items():
            taken = _open(contender, stage)
            if turn >= WARM_UP:
                samples[name].append(taken)
    return samples


def _open(contender: Contender, stage: Stage) -> float:
    with stage.page() as page:
        page.goto(stage.url(contender), wait_until="commit")
        taken: float = page.evaluate("(kind) => window.bench.opened[kind]()", contender.kind)
    return taken


def _between(ours: str, rival: str) -> Callable[[Stage], Measured]:
    def measure(stage: Stage) -> Measured:
        samples = stage.once("cold open", run)
        return Measured(samples[ours], samples[rival])

    return measure


ROWS: Final = (
    (
        Row(
            name="cold-naive",
            what="empty cache to the painted choropleth of the whole country",
            rival="a figure that the server builds with its geometry",
            must=3,
            stretch=3,
            judged=Judged.TIMES_FASTER,
            unit="ms",
        ),
        _between("ours", "naive"),
    ),
    (
        Row(
            name="cold-floor",
            what="empty cache to the painted choropleth of the whole country",
            rival="a blank page of the same framework",
            must=1.6,
            stretch=1.4,
            judged=Judged.TIMES_THE_RIVAL,
            unit="ms",
        ),
        _between("ours", "blank"),
    ),
    (
        Row(
            name="cold-floor-default",
            what="empty cache to the painted choropleth of the view that opens without a query",
            rival="a blank page of the same framework",
            must=1.6,
            stretch=1.4,
            judged=Judged.TIMES_THE_RIVAL,
            unit="ms",
        ),
        _between("default", "blank"),
    ),
)
