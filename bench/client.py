"""One client of a contender, with a connection that stays open."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from types import TracebackType
from typing import Any, Final, Self
from urllib.parse import urlsplit

from bench.listen import CPU

LONGEST_S: Final = 60.0
GOOD: Final = 200
MS: Final = 1000.0
CALLBACK: Final = "/_dash-update-component"
ACCEPTED: Final = {"Accept-Encoding": "br"}


@dataclass(frozen=True, slots=True)
class Client:
    """Asks one server, and refuses any answer but a good one."""

    connection: HTTPConnection

    @classmethod
    def of(cls, address: str) -> Self:
        """A client of the server at ``address``, such as ``http://127.0.0.1:8050``."""
        return cls(HTTPConnection(urlsplit(address).netloc, timeout=LONGEST_S))

    def __enter__(self) -> Self:
        """Itself; its connection is made by the first question."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the connection."""
        self.connection.close()

    def get(self, path: str, **headers: str) -> bytes:
        """The body at ``path``.

        Raises:
            RuntimeError: it was refused.
        """
        return self._ask("GET", path, None, ACCEPTED | headers)

    def call(self, callback: Mapping[str, Any]) -> bytes:
        """The answer of a callback of Dash.

        Raises:
            RuntimeError: it failed.
        """
        headers = ACCEPTED | {"Content-Type": "application/json"}
        return self._ask("POST", CALLBACK, json.dumps(callback), headers)

    def cpu_ms(self) -> float:
        """CPU milliseconds that the process of the server has used so far."""
        return float(self.get(CPU)) * MS

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> bytes:
        self.connection.request(method, path, body=body, headers=headers)
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != GOOD:
            raise RuntimeError(f"{method} {path}: {answer.status}")
        return content
