"""Helpers that set paper beside the process that knows the figures, one document each at a time.

A helper is a process of its own that loads nothing but what sets type: ``python -m
geodata.exports.press``. It reads a document as one line of JSON and answers with the length of the
PDF, then the PDF; a negative length comes before a sentence instead.
"""

import json
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any, Final, Self

from geodata.errors import UserFacingError
from geodata.exports.pdf import PaperError, as_pdf

ROOT: Final = Path(__file__).parents[2]
"""Where the packages of the program are."""


@dataclass
class Press:
    """Some helpers, from the first document until ``close``."""

    helpers: int
    _idle: SimpleQueue[subprocess.Popen[bytes]] = field(default_factory=SimpleQueue)
    _all: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __enter__(self) -> Self:
        """Start the helpers."""
        for _ in range(self.helpers):
            helper = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-m", __spec__.name], cwd=ROOT,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )  # fmt: skip
            self._all.append(helper)
            self._idle.put(helper)
        self._threads = ThreadPoolExecutor(self.helpers)
        return self

    def __exit__(self, *_: object) -> None:
        """End the helpers, whatever they are doing."""
        for helper in self._all:
            helper.kill()
            helper.wait()
            for pipe in (helper.stdin, helper.stdout):
                if pipe is not None:
                    pipe.close()
        self._threads.shutdown(cancel_futures=True)

    def submit(
        self, markup: str, sizes: tuple[float, ...], faces: Path, most_pages: int
    ) -> Future[bytes]:
        """Set a document; see ``geodata.exports.pdf.as_pdf``."""
        asked = {"markup": markup, "sizes": sizes, "faces": str(faces), "most_pages": most_pages}
        return self._threads.submit(self._set, asked)

    def _set(self, asked: dict[str, Any]) -> bytes:
        helper = self._idle.get()
        try:
            return _answer(helper, json.dumps(asked).encode() + b"\n")
        finally:
            self._idle.put(helper)


def _answer(helper: subprocess.Popen[bytes], line: bytes) -> bytes:
    """What a helper makes of a line.

    Raises:
        PaperError: it says why it cannot, or it ended.
    """
    if helper.stdin is None or helper.stdout is None:
        raise PaperError(ENDED)
    try:
        helper.stdin.write(line)
        helper.stdin.flush()
        length = int(helper.stdout.readline() or b"0")
    except (OSError, ValueError) as error:
        raise PaperError(ENDED) from error
    body = helper.stdout.read(abs(length))
    if length <= 0:
        raise PaperError(body.decode() or ENDED)
    return body


ENDED: Final = "El proceso que compone el papel terminó antes de tiempo. Repita la exportación."


def serve(lines: IO[bytes], out: IO[bytes]) -> None:
    """Answer every line until there are no more."""
    for line in lines:
        asked = json.loads(line)
        asked["faces"] = Path(asked["faces"])
        try:
            body = as_pdf(**asked)
            out.write(b"%d\n" % len(body) + body)
        except UserFacingError as error:
            told = str(error).encode()
            out.write(b"-%d\n" % len(told) + told)
        out.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
