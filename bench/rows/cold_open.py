"""Row 3: from the start of the navigation, with an empty cache, to a painted choropleth.

The document draws it first and the map that can be clicked takes its place: a note says when.
"""

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Final

from bench.budget import Judged, Measured, Row
from bench.stage import BLANK, NAIVE, OURS, OURS_DEFAULT, Contender, Stage

ROUNDS: Final = 15
WARM_UP: Final = 1
CONTENDERS: Final[Mapping[str, Contender]] = {
    "ours": OURS, "default": OURS_DEFAULT, "naive": NAIVE, "blank": BLANK,
}  # fmt: skip
LIVE: Final = "live"
"""When our map of the whole country can be clicked, in the same openings."""

Samples = Mapping[str, Sequence[float]]


def run(stage: Stage) -> Samples:
    """Times to the first painted state in ms by contender, in interleaved rounds."""
    samples: dict[str, list[float]] = {name: [] for name in (*CONTENDERS, LIVE)}
    for turn in range(WARM_UP + (stage.rounds or ROUNDS)):
        for name, contender in CONTENDERS.items():
            taken, live = _open(contender, stage)
            if turn >= WARM_UP:
                samples[name].append(taken)
                samples[LIVE] += [live] if name == "ours" else []
    return samples


def _open(contender: Contender, stage: Stage) -> tuple[float, float]:
    """When the choropleth was painted, and when ours could be clicked."""
    with stage.page() as page:
        page.goto(stage.url(contender), wait_until="commit")
        taken: float = page.evaluate("(kind) => window.bench.opened[kind]()", contender.kind)
        ours = contender.kind == OURS.kind
        live: float = page.evaluate("() => window.bench.live()") if ours else taken
    return taken, live


def _between(ours: str, rival: str) -> Callable[[Stage], Measured]:
    def measure(stage: Stage) -> Measured:
        samples = stage.once("cold open", run)
        live = f"It can be clicked after {median(samples[LIVE]):,.0f} ms." if ours == "ours" else ""
        return Measured(samples[ours], samples[rival], live)

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
