"""The only code of the project that touches the network: fetch one published source to a file.

Everything arrives in a hidden working folder and is renamed at the end, so a fetch that fails, is
cancelled or is cut by the power leaves the destination as it was. No credentials are ever sent.
"""

import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

import certifi
import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    InvalidHeader,
    MaxRetryError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.response import BaseHTTPResponse

from geodata.connectors import verdicts
from geodata.connectors.contract import Collected, Connector, Errand, FetchError, Request, Steps
from geodata.connectors.delivery import Fetched, disk_trouble, settle, working_folder
from geodata.connectors.reach import Reach, reach

CHUNK_BYTES: Final = 1 << 16
NEWS_BYTES: Final = 5_000_000
"""A long download reports every so many bytes."""

MAX_REDIRECTS: Final = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much. ``max_bytes`` counts the content of all answers, decompressed."""

    connect_seconds: float = 10
    read_seconds: float = 60
    total_seconds: float = 3600
    max_bytes: int = 600_000_000
    max_requests: int = 2000
    attempts: int = 4
    backoff_seconds: float = 1


DEFAULT_LIMITS: Final = Limits()
"""The MGN, the largest source, has some 260 MB in 30 answers."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a fetch is: ``rows`` of ``expected`` (0 while unknown) and bytes so far."""

    note: str
    rows: int
    expected: int
    bytes_read: int


Listener = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """The listener of whoever does not want to know."""


def fetch(
    connector: Connector,
    destination: Path,
    *,
    base_url: str | None = None,
    progress: Listener = silent,
    limits: Limits = DEFAULT_LIMITS,
) -> Fetched:
    """Fetch one source into the folder ``destination``, with a card beside it.

    Args:
        connector: what to fetch.
        destination: folder; made when it does not exist.
        base_url: another address for the same source, such as a mirror; https, or loopback.
        progress: called often; what it raises cancels the fetch.
        limits: time, size and attempts.

    Raises:
        FetchError: one sentence; ``destination`` is as it was.
    """
    base = base_url.rstrip("/") if base_url else connector.address
    line = _Line(reach(connector, base), limits, progress)
    try:
        with working_folder(destination) as folder:
            made = _drive(connector.collect(Errand(connector, base, Path(folder))), line, folder)
            return settle(made, connector, destination)
    except OSError as error:
        raise disk_trouble(error, destination) from error
    finally:
        line.hang_up()


def _drive(steps: Steps, line: "_Line", folder: str) -> Collected:
    """Answer every question of a connector until it is done."""
    try:
        request = next(steps)
        for number in range(line.limits.max_requests):
            answer = Path(folder) / f"answer-{number}"
            line.bring(request, answer)
            request = steps.send(answer)
            answer.unlink()
    except StopIteration as done:
        made: Collected = done.value
        return made
    raise verdicts.endless(line.title)


class _Line:
    """The conversation with one source, within its limits."""

    def __init__(self, places: Reach, limits: Limits, progress: Listener) -> None:
        self.title = places.title
        self.limits = limits
        self._reach = places
        self._progress = progress
        self._deadline = time.monotonic() + limits.total_seconds
        self._bytes = 0
        self._pool = urllib3.PoolManager(
            ssl_context=_trust() if places.secure else None,
            retries=False,
            headers={"User-Agent": "mirador-de-frontera/0.1", "Accept-Encoding": "gzip"},
        )

    def hang_up(self) -> None:
        """Close every connection."""
        self._pool.clear()

    def bring(self, request: Request, path: Path) -> None:
        """Write the answer to ``path``, trying again while the trouble may pass."""
        patience = urllib3.Retry(
            self.limits.attempts - 1, backoff_factor=self.limits.backoff_seconds
        )
        already = self._bytes
        while True:
            try:
                self._say(request, request.note)
                self._download(request, path)
            except verdicts.PassingError as trouble:
                patience = self._rest(patience, request, trouble)
                self._bytes = already
            else:
                return

    def _rest(
        self, patience: urllib3.Retry, request: Request, trouble: verdicts.PassingError
    ) -> urllib3.Retry:
        """Wait as long as the source asks, or longer each time; give up when nothing is left."""
        try:
            patience = patience.increment("GET", request.url)
        except MaxRetryError:
            raise FetchError(str(trouble)) from trouble
        asked = trouble.wait_seconds
        seconds = patience.get_backoff_time() if asked is None else asked
        if seconds >= self._left():
            raise verdicts.long_wait(self.title, seconds) from trouble
        self._say(request, f"sin respuesta útil; nuevo intento en {seconds:.0f} s")
        time.sleep(seconds)
        return patience

    def _download(self, request: Request, path: Path) -> None:
        with self._open(request) as response, path.open("wb") as file:
            news = self._bytes + NEWS_BYTES
            for chunk in self._chunks(response):
                file.write(chunk)
                if self._bytes >= news:
                    news = self._bytes + NEWS_BYTES
                    self._say(request, request.note)

    def _open(self, request: Request) -> BaseHTTPResponse:
        """The answer, once every redirect has been looked at and its headers are as promised."""
        address = request.address
        for _ in range(MAX_REDIRECTS):
            self._reach.require(address)
            response = self._ask(address)
            target = response.get_redirect_location()
            if not target:
                self._examine(response, request)
                return response
            response.close()
            address = urljoin(address, target)
        raise verdicts.endless(self.title)

    def _ask(self, address: str) -> BaseHTTPResponse:
        left, limits = self._left(), self.limits
        timeout = urllib3.Timeout(
            connect=min(limits.connect_seconds, left), read=min(limits.read_seconds, left)
        )
        try:
            return self._pool.request(
                "GET", address, timeout=timeout, redirect=False, preload_content=False
            )
        except HTTPError as error:
            raise self._trouble(error) from error

    def _examine(self, response: BaseHTTPResponse, request: Request) -> None:
        """Refuse by status, type or announced size, and close the connection."""
        fault = self._fault(response, request)
        if fault:
            response.close()
            raise fault

    def _fault(self, response: BaseHTTPResponse, request: Request) -> FetchError | None:
        headers, status = response.headers, response.status
        if status in verdicts.PASSING:
            return verdicts.busy(self.title, status, _asked_wait(response))
        if status != verdicts.OK:
            return verdicts.refused(self.title, status)
        kind = headers.get("Content-Type", "").split(";")[0].strip().lower()
        if kind not in request.accepts:
            return verdicts.other_content(self.title, kind)
        announced = headers.get("Content-Length", "")
        size = int(announced) if announced.isdecimal() else 0
        if self._bytes + size > self.limits.max_bytes:
            return verdicts.too_large(self.title, self.limits.max_bytes)
        return None

    def _chunks(self, response: BaseHTTPResponse) -> Iterator[bytes]:
        """The content, decompressed, as it arrives: a slow answer meets the deadline too."""
        while True:
            self._left()
            try:
                chunk = response.read1(CHUNK_BYTES, decode_content=True)
            except HTTPError as error:
                raise self._trouble(error) from error
            if not chunk:
                return
            self._bytes += len(chunk)
            if self._bytes > self.limits.max_bytes:
                raise verdicts.too_large(self.title, self.limits.max_bytes)
            yield chunk

    def _left(self) -> float:
        """Seconds that remain.

        Raises:
            FetchError: none do.
        """
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise verdicts.too_long(self.title, self.limits.total_seconds)
        return left

    def _trouble(self, error: HTTPError) -> FetchError:
        if isinstance(error, SSLError):
            return verdicts.untrusted(self.title)
        if isinstance(error, NewConnectionError | ConnectTimeoutError):
            return verdicts.offline(self.title)
        if isinstance(error, ReadTimeoutError):
            return verdicts.stalled(self.title, self.limits.read_seconds)
        return verdicts.cut(self.title)

    def _say(self, request: Request, note: str) -> None:
        self._progress(Progress(note, request.rows, request.expected, self._bytes))


def _trust() -> ssl.SSLContext:
    """The certificates of the system, which an office may have added to, and the public ones."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _asked_wait(response: BaseHTTPResponse) -> float | None:
    """Seconds that the answer asks to wait; ``None`` when it does not say, or not clearly."""
    try:
        return urllib3.Retry().get_retry_after(response)
    except InvalidHeader:
        return None
