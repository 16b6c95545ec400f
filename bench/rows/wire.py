"""Row 4: bytes that the first load takes from the network, headers included, by what they are."""

from collections.abc import Callable, Mapping
from enum import StrEnum, unique
from typing import Any, Final
from urllib.parse import urlparse

from bench.budget import BYTES_PER_KB, Judged, Measured, Row
from bench.stage import NAIVE, OURS_DEFAULT, Contender, Stage


@unique
class Class(StrEnum):
    """What an answer carries."""

    GEOMETRY = "geometry"
    VALUES = "values"
    CODE = "JS and CSS"
    AHEAD = "fetched ahead"
    REST = "rest"


Bytes = Mapping[Class, int]

VALUE_PATHS: Final = ("/_dash-layout", "/_dash-update-component", "/valores/")
"""The layout is born with the first values, so all of it counts as values."""
WORDS_PATH: Final = "/vocabulario/"
"""Words and menus of the program, kept for good by a browser: they count with its code."""
AHEAD_PATHS: Final = ("/conjuntos/",)
"""What comes when the page is painted and the browser idle: no view waits for it."""
AHEAD_BEGAN: Final = """() => performance.getEntriesByType("resource")
  .some(({ name }) => name.includes("/conjuntos/"))"""
AHEAD_DONE: Final = "async () => (await import('/assets/mirador/ahead.mjs')).ready()"
CODE_TYPES: Final = frozenset({"Script", "Stylesheet"})


def class_of(path: str, kind: str) -> Class:
    """Class of an answer by its path and by what the browser says it is for."""
    if path.startswith("/geometry/"):
        return Class.GEOMETRY
    if path.startswith(VALUE_PATHS):
        return Class.VALUES
    if path.startswith(AHEAD_PATHS):
        return Class.AHEAD
    is_code = (
        path.startswith(WORDS_PATH) or kind in CODE_TYPES or path.endswith((".js", ".mjs", ".css"))
    )
    return Class.CODE if is_code else Class.REST


def first_load(contender: Contender, stage: Stage) -> Bytes:
    """Bytes by class of a first load, until all that is fetched ahead is there."""
    answers: dict[str, Class] = {}
    totals = dict.fromkeys(Class, 0)

    def received(event: dict[str, Any]) -> None:
        path = urlparse(event["response"]["url"]).path
        answers[event["requestId"]] = class_of(path, event["type"])

    def finished(event: dict[str, Any]) -> None:
        if event["requestId"] in answers:
            totals[answers[event["requestId"]]] += int(event["encodedDataLength"])

    with stage.page() as page:
        wire = page.context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.responseReceived", received)
        wire.on("Network.loadingFinished", finished)
        page.goto(stage.url(contender))
        page.evaluate("(kind) => window.bench.opened[kind]()", contender.kind)
        page.wait_for_load_state("networkidle")
        if contender is OURS_DEFAULT:
            page.wait_for_function(AHEAD_BEGAN)
            page.evaluate(AHEAD_DONE)
    return totals


def _ours(stage: Stage) -> Bytes:
    return stage.once("wire ours", lambda at: first_load(OURS_DEFAULT, at))


def _naive(stage: Stage) -> Bytes:
    return stage.once("wire naive", lambda at: first_load(NAIVE, at))


def _of(ours: Class, rival: Class) -> Callable[[Stage], Measured]:
    def measure(stage: Stage) -> Measured:
        own, other = _ours(stage), _naive(stage)
        rest, ahead = own[Class.REST] / BYTES_PER_KB, own[Class.AHEAD] / BYTES_PER_KB
        notes = {
            Class.CODE: f"Document, layout and the rest: {rest:,.1f} KB.",
            Class.VALUES: f"Once painted, {ahead:,.1f} KB more come ahead of the reader.",
        }
        note = notes.get(ours, "")
        return Measured([own[ours] / BYTES_PER_KB], [other[rival] / BYTES_PER_KB], note)

    return measure


ANSWER: Final = "the rival's first answer, which carries shapes and values together"

ROWS: Final = (
    (
        Row(
            name="wire-geometry",
            what="geometry of the first load",
            rival=ANSWER,
            must=170,
            stretch=140,
            judged=Judged.OURS,
            unit="KB",
        ),
        _of(Class.GEOMETRY, Class.VALUES),
    ),
    (
        Row(
            name="wire-values",
            what="answers of callbacks in the first load",
            rival=ANSWER,
            must=15,
            stretch=8,
            judged=Judged.OURS,
            unit="KB",
        ),
        _of(Class.VALUES, Class.VALUES),
    ),
    (
        Row(
            name="wire-code",
            what="JS, CSS and words of the first load",
            rival="the rival's JS and CSS",
            must=900,
            stretch=700,
            judged=Judged.OURS,
            unit="KB",
        ),
        _of(Class.CODE, Class.CODE),
    ),
)
