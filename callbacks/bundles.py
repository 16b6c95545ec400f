"""Bundles of numbers at addresses that never change: ``/conjuntos/<snapshot>/<scope>/<what>``.

``what`` is an indicator or a layer of circles. A browser asks for bundles when it has nothing else
to do, and never waits for one: the numbers of a single view are at ``/valores``. So one bundle is
made at a time, whoever asks for another one meanwhile is told to come back, and between two cells
the one that is being made lets the requests pass that a reader waits for.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Condition, Lock
from time import monotonic
from typing import Any, Final
from urllib.parse import urlencode

from callbacks.desk import Desks
from callbacks.values import in_brotli, in_gzip
from indicators.memory import Memory
from layouts.bundle import indicator_bundle, layer_bundle
from layouts.slice import LAYER_INDICATORS

BUNDLE_ROOM: Final = 12_000_000
"""Bytes of bundles remembered: the whole country takes 2.7 MB for all indicators, the Venezuelan
border half a megabyte, measured on the demonstration."""

NAME: Final = re.compile(r"(?P<what>[a-z0-9_]+)\.(?P<part>[0-9]{1,3})\.(?P<version>\w+)\.json")


MOST_PATIENCE_S: Final = 5.0
"""Seconds in all that a bundle lets others pass, before it is given up."""


class BusyError(Exception):
    """The server has no time for this bundle now."""


@dataclass
class Foreground:
    """Requests under way that a reader waits for. Safe between threads."""

    _count: int = 0
    _calm: Condition = field(default_factory=Condition, repr=False)

    def enter(self) -> None:
        """A request begins."""
        with self._calm:
            self._count += 1

    def leave(self) -> None:
        """A request ends."""
        with self._calm:
            self._count -= 1
            self._calm.notify_all()

    def calm(self, patience_s: float) -> bool:
        """Wait until nobody waits; whether it came to that."""
        with self._calm:
            return self._calm.wait_for(lambda: self._count <= 0, patience_s)


@dataclass
class Courtesy:
    """Called between two steps of a long piece of work: lets readers pass, but not for ever."""

    foreground: Foreground
    left_s: float = MOST_PATIENCE_S

    def __call__(self) -> None:
        """Wait while somebody waits.

        Raises:
            BusyError: that took too long, over all the steps.
        """
        start = monotonic()
        calm = self.foreground.calm(max(0.0, self.left_s))
        self.left_s -= monotonic() - start
        if not calm:
            raise BusyError


@dataclass(frozen=True)
class Bundles:
    """Bundles by address.

    Attributes:
        version: what the program is; see ``callbacks.values.version_of``.
        foreground: what goes before bundles.
    """

    desks: Desks
    version: str
    foreground: Foreground = field(default_factory=Foreground)
    _kept: Memory[bytes] = field(default_factory=lambda: Memory(BUNDLE_ROOM), repr=False)
    _making: Lock = field(default_factory=Lock, repr=False)

    def answer(self, path: tuple[str, str, str], query: str, *, br: bool) -> bytes | None:
        """The compressed bundle at an address; ``None`` where there is nothing of that name.

        Args:
            path: snapshot, scope and file name.
            query: department, language and workspace, where they are not the usual ones.
            br: in Brotli, else in gzip.

        Raises:
            BusyError: it is not made yet, and another one is, or readers wait.
        """
        request = self._request(path, query)
        if request is None:
            return None
        kept = self._kept.get((request, br))
        if kept is not None:
            return kept
        with self._alone():
            made = self._made(*request)
        if made is None:
            return None
        packed = in_brotli(made) if br else in_gzip(made)
        return self._kept.keep((request, br), packed, len(packed))

    def _request(self, path: tuple[str, str, str], query: str) -> tuple[str, int, str] | None:
        """What is asked for, its part and the view as an address; ``None`` if not understood."""
        snapshot, scope, name = path
        named = NAME.fullmatch(name)
        if named is None or named["version"] != self.version:
            return None
        what, part = named["what"], int(named["part"])
        pairs = {"ambito": scope, "corte": snapshot}
        if what not in LAYER_INDICATORS:
            pairs["indicador"] = what
        search = f"?{urlencode(pairs)}&{query}"
        return None if self.desks.parse(search).dropped else (what, part, search)

    def _made(self, what: str, part: int, search: str) -> dict[str, Any] | None:
        view = self.desks.view(self.desks.parse(search).selection)
        between = Courtesy(self.foreground)
        if what in LAYER_INDICATORS:
            return layer_bundle(view, what, between) if part == 0 else None
        return indicator_bundle(view, part, between)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._making.acquire(blocking=False):
            raise BusyError
        try:
            yield
        finally:
            self._making.release()
