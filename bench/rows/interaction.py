"""What one interaction that changes numbers costs the server, and how that grows.

Another indicator is chosen, which nobody asked this server for. Its map was drawn ahead, as
``make run`` and ``make serve`` do; the row also tells what it costs where it was not: observations
read from disk, classes found, sentences written, the whole compressed. The CPU of all threads of
the server's process is counted, with the request itself. The server runs over a snapshot of a
million observations, cut out of the demonstration.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from itertools import cycle, product
from pathlib import Path
from statistics import median
from typing import Final

from app import ROOT
from bench.budget import Judged, Measured, Row
from bench.client import Client
from bench.figures import INDICATOR_KEYS
from bench.rivals import ids as rival_ids
from bench.sizes import cut
from bench.stage import NAIVE, Stage, served
from bench.visit import DEFAULT_SCOPE, Numbers
from callbacks.ahead import draw_ahead
from geodata.snapshot import Workspace
from geodata.store import Store
from indicators.registry import INDICATORS

ROUNDS: Final = 25
MILLION: Final = 1_000_000
TEN_THOUSAND: Final = 10_000
NATION: Final = "pais"
WARM_UP: Final = ("ocupados", "poblacion")
"""Asked before anything is measured, so that libraries are loaded; most maps need the second."""

GROWN: Final = (
    *("migrantes_por_mil", "tasa_desocupacion", "tasa_informalidad", "nbi", "poblacion"),
    "poblacion_migrante_venezolana",
)
BORDER_DEPARTMENTS: Final = ("44", "54", "81")

Samples = Mapping[str, Sequence[float]]


def asked_in_turn(rounds: int) -> list[str]:
    """Indicators that nobody asked for yet, from all axes."""
    keys = [key for key in INDICATORS if key not in WARM_UP]
    return keys[:: max(1, len(keys) // rounds)][:rounds]


@contextmanager
def server_over(rows: int, stage: Stage, *, drawn: bool = False) -> Iterator[Client]:
    """A client of the application over a snapshot of ``rows`` observations.

    Args:
        rows: about how many.
        stage: whose demonstration is cut.
        drawn: whether its maps are drawn ahead, as those of a server that has run for a minute.
    """
    with ExitStack() as stack:
        var = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        shutil.copytree(stage.var / Workspace.PUBLISHED, var / Workspace.PUBLISHED)
        keys = [need.key for key in GROWN for need in INDICATORS[key].needs]
        cut(Store.open(stage.var, Workspace.DEMO), var, rows, keys, DEFAULT_SCOPE)
        if drawn:
            draw_ahead(ROOT, var)
        address = stack.enter_context(served(["bench.ours", str(var)]))
        yield stack.enter_context(Client.of(address))


def cost(client: Client, ask: Callable[[], object]) -> float:
    """CPU milliseconds of the server while it answers."""
    before = client.cpu_ms()
    ask()
    return client.cpu_ms() - before


def _first_times(scope: str, stage: Stage) -> Measured:
    times: dict[str, list[float]] = {"ours": [], "rival": [], "cold": []}
    sizes = []
    years = cycle(("2018", "2024"))
    with ExitStack() as stack:
        client = stack.enter_context(server_over(MILLION, stage, drawn=True))
        cold = stack.enter_context(server_over(MILLION, stage))
        naive = stack.enter_context(Client.of(stage.addresses[NAIVE.kind]))
        numbers = Numbers.of(client, Workspace.DEMO)
        for key, asked in product(WARM_UP, (client, cold)):
            asked.get(numbers.at(key, scope))
        for key in asked_in_turn(stage.rounds or ROUNDS):
            address = numbers.at(key, scope)
            times["ours"].append(cost(client, partial(client.get, address)))
            times["cold"].append(cost(cold, partial(cold.get, address)))
            times["rival"].append(cost(naive, partial(naive.call, figure_of(next(years)))))
            sizes.append(len(client.get(address)))
    note = (
        f"Where it was not drawn ahead, {median(times['cold']):,.1f} ms, and "
        f"{max(times['cold']):,.1f} ms for the dearest; a median answer has "
        f"{median(sizes):,.0f} bytes."
    )
    return Measured(times["ours"], times["rival"], note)


def figure_of(year: str) -> dict[str, object]:
    """The callback with which the rival rebuilds its figure."""
    inputs = {rival_ids.INDICATOR: INDICATOR_KEYS[0], rival_ids.PERIOD: year}
    return {
        "output": f"{rival_ids.GRAPH}.figure",
        "outputs": {"id": rival_ids.GRAPH, "property": "figure"},
        "inputs": [{"id": id_, "property": "value", "value": v} for id_, v in inputs.items()],
        "changedPropIds": [f"{rival_ids.PERIOD}.value"],
    }


def measure(stage: Stage) -> Measured:
    """In the scope that a view opens with."""
    return _first_times(DEFAULT_SCOPE, stage)


def measure_nation(stage: Stage) -> Measured:
    """The whole country, eleven times as many municipalities."""
    return _first_times(NATION, stage)


def measure_growth(stage: Stage) -> Measured:
    """The same maps of single departments, from a large and a small snapshot in turns."""
    with (
        server_over(MILLION, stage) as large,
        server_over(TEN_THOUSAND, stage) as small,
    ):
        pairs = list(_pairs(large, small))
    return Measured([pair[0] for pair in pairs], [pair[1] for pair in pairs])


def _pairs(large: Client, small: Client) -> Iterator[tuple[float, float]]:
    places = [(c, Numbers.of(c, Workspace.DEMO)) for c in (large, small)]
    for key in GROWN:
        for client, numbers in places:
            client.get(numbers.at(key))
        for department in BORDER_DEPARTMENTS:
            large_ms, small_ms = (
                cost(c, partial(c.get, n.at(key, departamento=department))) for c, n in places
            )
            yield large_ms, small_ms


_DEFAULT: Final = Row(
    name="interaction-cpu",
    what="server CPU of choosing an indicator that nobody asked this server for, over a million "
    "observations, in the scope that a view opens with",
    rival="the callback that rebuilds a figure with its geometry",
    must=15,
    stretch=5,
    judged=Judged.OURS,
    unit="ms",
)
_NATION: Final = replace(
    _DEFAULT,
    name="interaction-cpu-nation",
    what="the same for the whole country, eleven times as many municipalities",
)
_GROWTH: Final = replace(
    _DEFAULT,
    name="growth",
    what="server CPU of choosing a department for an indicator that was shown before, over a "
    "million observations",
    rival="the same over ten thousand observations",
    must=1.5,
    stretch=1.1,
    judged=Judged.TIMES_THE_RIVAL,
)

ROWS: Final = (
    (_DEFAULT, measure),
    (_NATION, measure_nation),
    (_GROWTH, measure_growth),
)
