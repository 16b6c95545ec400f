"""Bytes that one interaction takes from the network, headers included, by what it changes.

What a browser fetches ahead while it is idle is told in a note: no view waits for it.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle, islice
from typing import Any, Final
from urllib.parse import urlparse

from playwright.sync_api import Page

from bench.budget import BYTES_PER_KB, Judged, Measured, Row
from bench.figures import INDICATOR_KEYS, WORKSPACE
from bench.rows.wire import Class, class_of
from bench.stage import NAIVE, OURS, Contender, Stage
from geodata.schema import Level
from indicators.registry import INDICATORS
from indicators.spec import Kind

ROUNDS: Final = 15
OURS_BORDER: Final = replace(OURS, path=f"/?espacio={WORKSPACE}")
"""The demonstration as it opens: the municipalities along Venezuela, all with figures."""
QUIET_MS: Final = 700
"""Silence on the network after which an interaction is over."""

RATES: Final = tuple(
    key
    for key, indicator in INDICATORS.items()
    if Level.MUNICIPALITY in indicator.levels
    and indicator.kind is not Kind.COUNT
    and key not in INDICATOR_KEYS
)
"""Indicators that fill the map and that the page has not shown yet: each is fetched once."""


class Meter:
    """Counts what a page receives."""

    def __init__(self, page: Page) -> None:
        """Start listening to ``page``."""
        self.page = page
        self.received = dict.fromkeys(Class, 0)
        self.pending: dict[str, Class] = {}
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.requestWillBeSent", self._asked)
        wire.on("Network.loadingFinished", self._finished)
        wire.on("Network.loadingFailed", lambda event: self.pending.pop(event["requestId"], None))

    def _asked(self, event: dict[str, Any]) -> None:
        url = urlparse(event["request"]["url"])
        if url.scheme.startswith("http"):
            self.pending[event["requestId"]] = class_of(url.path, event.get("type", ""))

    def _finished(self, event: dict[str, Any]) -> None:
        kind = self.pending.pop(event["requestId"], Class.REST)
        self.received[kind] += int(event["encodedDataLength"])

    def waited_for(self) -> int:
        """Bytes received so far, without those that were fetched ahead."""
        return sum(self.received.values()) - self.received[Class.AHEAD]

    def of(self, act: Callable[[], object]) -> float:
        """KB that ``act`` makes the page receive, until the network is silent."""
        before = self.waited_for()
        act()
        self.page.wait_for_timeout(QUIET_MS)
        while any(kind is not Class.AHEAD for kind in self.pending.values()):
            self.page.wait_for_timeout(QUIET_MS)
        return (self.waited_for() - before) / BYTES_PER_KB


def _set(page: Page, control: str, value: str) -> None:
    page.evaluate(
        "([id, value]) => window.dash_clientside.set_props(id, { value })", [control, value]
    )


@dataclass(frozen=True, slots=True)
class Change:
    """An interaction, repeated: the ``control`` of each contender takes its ``values`` in turns."""

    contenders: Mapping[str, Contender]
    control: Callable[[Contender], str]
    values: Mapping[str, Sequence[str]]


def run(change: Change, stage: Stage) -> Measured:
    """KB by contender."""
    samples: dict[str, list[float]] = {name: [] for name in change.contenders}
    with ExitStack() as stack:
        meters = {
            name: _open(stack.enter_context(stage.page()), contender, stage)
            for name, contender in change.contenders.items()
        }
        for turn in range(stage.rounds or ROUNDS):
            for name, meter in meters.items():
                act = _act(change, name, meter.page, turn)
                meter.page.bring_to_front()
                samples[name].append(meter.of(act))
    ahead = meters["ours"].received[Class.AHEAD] / BYTES_PER_KB / len(samples["ours"])
    most = f"At most {max(samples['ours']):.1f} KB; fetched ahead, each time: {ahead:.1f} KB."
    return Measured(samples["ours"], samples["naive"], most)


def _act(change: Change, name: str, page: Page, turn: int) -> Callable[[], None]:
    control = change.control(change.contenders[name])
    return partial(_set, page, control, change.values[name][turn])


def _open(page: Page, contender: Contender, stage: Stage) -> Meter:
    meter = Meter(page)
    stage.settle(page, contender)
    return meter


def _numbers(ours: Contender) -> Callable[[Stage], Measured]:
    def measure(stage: Stage) -> Measured:
        count = stage.rounds or ROUNDS
        rival = list(islice(cycle(reversed(INDICATOR_KEYS)), count))
        values = {"ours": list(islice(cycle(RATES), count)), "naive": rival}
        contenders = {"ours": ours, "naive": NAIVE}
        return run(Change(contenders, lambda contender: contender.indicator, values), stage)

    return measure


def _display(stage: Stage) -> Measured:
    years = [str(year) for year in islice(cycle((2021, 2023, 2020, 2022)), stage.rounds or ROUNDS)]
    contenders = {"ours": OURS, "naive": NAIVE}
    values = {"ours": years, "naive": years}
    return run(Change(contenders, lambda contender: contender.period, values), stage)


RIVAL: Final = "a figure that the server rebuilds with its geometry"

_NUMBERS: Final = Row(
    name="bytes-numbers",
    what="bytes of a change to an indicator not shown before, along the border with Venezuela",
    rival=RIVAL,
    must=15,
    stretch=6,
    judged=Judged.OURS,
    unit="KB",
)
_NATIONAL: Final = replace(
    _NUMBERS,
    name="bytes-numbers-national",
    what="bytes of a change to an indicator not shown before, for the whole country",
)

ROWS: Final = (
    (_NUMBERS, _numbers(OURS_BORDER)),
    (_NATIONAL, _numbers(OURS)),
    (
        Row(
            name="bytes-display",
            what="bytes of a change of the year at national scope",
            rival=RIVAL,
            must=0,
            stretch=0,
            judged=Judged.OURS,
            unit="KB",
        ),
        _display,
    ),
)
