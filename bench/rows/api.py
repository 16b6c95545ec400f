"""Row 9: the API under 32 clients for 30 seconds, beside ``/health`` in the same run.

Every fourth request of a client asks for ``/health``: it waits in the same queue as the others, so
the ratio is what the API itself adds. Lists are asked for with another length each time, so that
answers are made and not remembered.
"""

from itertools import product
from typing import Final

from bench.budget import Judged, Measured, Row
from bench.load import load, p99
from bench.stage import OURS, Stage

CLIENTS: Final = 32
SECONDS: Final = 30.0
HEALTH: Final = "/health"
EVERY: Final = 4
ALONE_SECONDS: Final = 5.0

FORMS: Final = (
    "/territories?limit={limit}&cursor=0.{row}",
    "/territories/{code}",
    "/geometry/{code}",
    "/observations?territory={code}&indicator=poblacion&limit={limit}",
    "/observations?indicator=nbi&limit={limit}&cursor=0.{row}",
    "/values?indicator=migrantes_por_mil&department={department}&limit={limit}",
    "/sources?limit={limit}&cursor=0.{row}",
    "/places?limit={limit}",
    "/indicators?limit=10&cursor=0.{row}",
)
CODES: Final = ("44430", "44001", "54001", "54874", "81001", "99001", "94001", "20001", "15223")
LIMITS: Final = range(20, 520)


def questions() -> list[str]:
    """Addresses of every kind of resource, in turns."""
    cells = product(LIMITS, CODES)
    return [
        "/api/v1" + form.format(limit=limit, code=code, department=code[:2], row=limit)
        for limit, code in cells
        for form in FORMS
    ]


def mixed(client: int, request: int, asked: list[str]) -> str:
    """What a client asks for: another question each time, and now and then its health."""
    if request % EVERY == 0:
        return HEALTH
    return asked[(request * CLIENTS + client) % len(asked)]


def measure(stage: Stage) -> Measured:
    """99th percentile of each, in milliseconds."""
    address, asked = stage.addresses[OURS.kind], questions()
    calls = load(address, lambda c, r: mixed(c, r, asked), CLIENTS, SECONDS)
    wrong = [call for call in calls if call.status != 200]  # noqa: PLR2004 - the one good status
    if wrong:
        raise RuntimeError(f"{len(wrong)} errors, the first at {wrong[0].path}")
    alone = load(address, lambda _c, _r: HEALTH, CLIENTS, ALONE_SECONDS)
    health = [call for call in calls if call.path == HEALTH]
    api = [call for call in calls if call.path != HEALTH]
    note = (
        f"{CLIENTS} clients for {SECONDS:g} s: {len(api):,} answers, {len(api) / SECONDS:,.0f} a "
        f"second, no error. With nothing else to do, p99 of {HEALTH} is {p99(alone):,.1f} ms."
    )
    return Measured([p99(api)], [p99(health)], note)


ROWS: Final = (
    (
        Row(
            name="api-load",
            what=f"99th percentile of the API under {CLIENTS} clients",
            rival=f"{HEALTH} in the same run",
            must=3.0,
            stretch=1.5,
            judged=Judged.TIMES_THE_RIVAL,
            unit="ms",
        ),
        measure,
    ),
)
