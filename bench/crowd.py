"""The lightest clients: ``python -m bench.crowd``, a process of its own beside the servers.

Reads a JSON object from standard input: ``host``, ``port``, ``requests`` (each a whole HTTP request
as text), ``clients`` and ``seconds``. Prints how many answers came a second. The requests are
written before, and an answer is read no further than its length, so that what is measured is the
server.
"""

import json
import selectors
import socket
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

CHUNK: Final = 1 << 18
HEAD_END: Final = b"\r\n\r\n"
LENGTH: Final = b"content-length:"
GOOD: Final = (b"HTTP/1.1 200", b"HTTP/1.0 200")


@dataclass(slots=True)
class Caller:
    """One client: its connection, what it has got of an answer, and whose turn it is."""

    connection: socket.socket
    turn: int
    got: bytes = b""

    def ask(self, requests: Sequence[bytes], step: int) -> None:
        """Send the next request of this client."""
        self.connection.sendall(requests[self.turn % len(requests)])
        self.turn += step
        self.got = b""

    def is_answered(self) -> bool:
        """Read what has come; whether the answer is whole.

        Raises:
            RuntimeError: the server refused, or closed the connection.
        """
        part = self.connection.recv(CHUNK)
        self.got += part
        head, found, body = self.got.partition(HEAD_END)
        if not part or not self.got.startswith(GOOD):
            raise RuntimeError(self.got[:200])
        return bool(found) and len(body) >= _length(head)


def _length(head: bytes) -> int:
    return int(head.lower().partition(LENGTH)[2].split(b"\r\n")[0])


def run(asked: dict[str, Any]) -> float:
    """Answers a second that all clients together get."""
    requests = [text.encode() for text in asked["requests"]]
    callers = [
        Caller(socket.create_connection((asked["host"], asked["port"])), turn)
        for turn in range(asked["clients"])
    ]
    start = time.monotonic()
    answered = _calls(callers, requests, start + asked["seconds"])
    taken = time.monotonic() - start
    for caller in callers:
        caller.connection.close()
    return answered / taken


def _calls(callers: Sequence[Caller], requests: Sequence[bytes], end: float) -> int:
    with selectors.DefaultSelector() as selector:
        for caller in callers:
            selector.register(caller.connection, selectors.EVENT_READ, caller)
            caller.ask(requests, len(callers))
        answered = 0
        while time.monotonic() < end:
            for key, _ in selector.select(timeout=1):
                if key.data.is_answered():
                    answered += 1
                    key.data.ask(requests, len(callers))
    return answered


if __name__ == "__main__":
    print(run(json.loads(sys.stdin.read())))
