"""Many clients at once: each keeps its connection and asks again as soon as it is answered."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import quantiles
from typing import Final
from urllib.parse import urlsplit

MS: Final = 1000.0
LONGEST_S: Final = 30.0
HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class Call:
    """One request: what was asked, what came, and how long it took."""

    path: str
    status: int
    size: int
    ms: float


def load(
    address: str, path_of: Callable[[int, int], str], clients: int, seconds: float
) -> list[Call]:
    """What ``clients`` see of the server at ``address`` for ``seconds``.

    Args:
        address: such as ``http://127.0.0.1:8050``.
        path_of: what a client asks for, from its number and that of its request.
        clients: at the same time.
        seconds: the last requests end a little later.

    Raises:
        OSError: a connection was refused or broken.
    """
    end = time.monotonic() + seconds
    host = urlsplit(address).netloc

    def client(number: int) -> list[Call]:
        connection = HTTPConnection(host, timeout=LONGEST_S)
        calls: list[Call] = []
        try:
            while time.monotonic() < end:
                calls.append(_call(connection, path_of(number, len(calls))))
        finally:
            connection.close()
        return calls

    with ThreadPoolExecutor(clients) as pool:
        return [call for calls in pool.map(client, range(clients)) for call in calls]


def _call(connection: HTTPConnection, path: str) -> Call:
    start = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    size = len(answer.read())
    return Call(path, answer.status, size, (time.perf_counter() - start) * MS)


def p99(calls: Sequence[Call]) -> float:
    """Milliseconds that ninety-nine of a hundred calls stay under."""
    return quantiles([call.ms for call in calls], n=HUNDRED)[-1]
