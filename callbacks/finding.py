"""The search: what is typed in, what may be meant, grouped by kind."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final
from urllib.parse import parse_qsl

from flask import Flask, Response, jsonify, request

from callbacks.desk import Desk, Desks
from indicators.search import Index
from layouts.found import WEIGHTS, Thing, groups, index, things
from layouts.text import catalogue

LONGEST: Final = 80
"""Letters of a query that are read; no name is longer."""
KEPT: Final = 8
"""Snapshots and languages whose index is remembered, about 2 MB each."""

Known = tuple[tuple[Thing, ...], Index]


def register(server: Flask, desks: Desks) -> None:
    """Attach ``/buscar.json?q=…``; ``tipo`` names the kinds that count, all without it."""
    known = _remembered()

    @server.get("/buscar.json")
    def search() -> Response:
        query = request.query_string.decode()
        selection = desks.parse(query).selection
        asked = dict(parse_qsl(query))
        found = known(desks.of(selection), selection.idioma)
        answer = jsonify(
            answered(found, asked.get("q", ""), asked.get("tipo", ""), selection.idioma)
        )
        answer.headers["Cache-Control"] = "no-cache"
        return answer


def answered(found: Known, typed: str, kinds: str, language: str) -> dict[str, Any]:
    """What may be meant by ``typed``, among some kinds (all where ``kinds`` is empty)."""
    everything, words = found
    wanted = set(kinds.split(",")) if kinds else set(WEIGHTS)
    ranked = [pair for pair in words.find(typed[:LONGEST]) if everything[pair[0]].kind in wanted]
    return groups(everything, ranked, catalogue(language))


def _remembered() -> Callable[[Desk, str], Known]:
    desks: dict[str, Desk] = {}

    @lru_cache(KEPT)
    def made(snapshot: str, language: str) -> Known:
        desk = desks.pop(snapshot)
        found = things(desk.engine, desk.vocabulary.indicators, catalogue(language))
        return found, index(found)

    def of(desk: Desk, language: str) -> Known:
        desks[desk.store.snapshot_id] = desk
        return made(desk.store.snapshot_id, language)

    return of
