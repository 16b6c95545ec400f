"""The numbers of the map at addresses that never change: ``/valores/<snapshot>/<scope>/<what>``.

An address names the snapshot, the version of the program and everything that was chosen, so that
equal addresses mean equal bytes, and a browser never asks twice.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import brotli

from callbacks.desk import Desks
from callbacks.drawn import Drawn, openings
from callbacks.state import NO_LAYERS, Selection
from geodata.snapshot import Workspace
from layouts.compact import compact
from layouts.points import map_points
from layouts.slice import map_slice

KEPT_ANSWERS: Final = 256
"""Compressed answers remembered, of 3 to 16 KB each; a snapshot never changes."""

BROTLI_LEVEL: Final = 5
DENSEST_BROTLI: Final = 11
"""Takes 10 % fewer bytes and forty times the time, measured: for what is drawn ahead."""
GZIP_LEVEL: Final = 6

POINTS: Final = "puntos"
"""Stands where the indicator does, for the centres and productive units of a scope."""

PACKAGES: Final = ("callbacks", "geodata", "indicators", "layouts")
VERSION_DIGITS: Final = 12

CIRCLES: Final = ("personas", "unidades", "demanda")
FIELDS: Final = ("departamento", "sector", "grupo", "sexo", "capas", "idioma", "espacio")
POINT_LAYERS: Final = ("unidades", "centros")
POINT_FIELDS: Final = ("departamento", "capas", "idioma", "espacio")
"""As in ``assets/mirador/address.mjs``, which writes the same addresses."""


def version_of(root: Path) -> str:
    """What the program under ``root`` is: any change of its code makes other addresses."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:VERSION_DIGITS]


def draw_map(request: str, *, desks: Desks) -> dict[str, Any]:
    """Numbers for the map, for every year; the browser chooses the year and paints."""
    return map_slice(desks.view(desks.parse(request).selection))


def draw_points(request: str, *, desks: Desks) -> dict[str, Any]:
    """Centres and productive units of the scope."""
    view = desks.view(desks.parse(request).selection)
    return {"snapshot": view.engine.snapshot.snapshot_id, **map_points(view)}


def brotlied(request: str, *, draw: Callable[[str], Mapping[str, Any]]) -> bytes:
    """What ``draw`` gives, as Brotli of JSON."""
    return in_brotli(_travelling(draw(request)))


def gzipped(request: str, *, draw: Callable[[str], Mapping[str, Any]]) -> bytes:
    """What ``draw`` gives, as gzip of JSON: the same bytes at any time."""
    return in_gzip(_travelling(draw(request)))


def in_brotli(answer: Mapping[str, Any], level: int = BROTLI_LEVEL) -> bytes:
    """``answer`` as Brotli of JSON."""
    packed: bytes = brotli.compress(_json(answer), quality=level)
    return packed


def in_gzip(answer: Mapping[str, Any]) -> bytes:
    """``answer`` as gzip of JSON: the same bytes at any time."""
    return gzip.compress(_json(answer), GZIP_LEVEL, mtime=0)


def _travelling(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    return compact(answer) if "fill" in answer else answer


def _json(answer: Mapping[str, Any]) -> bytes:
    return json.dumps(answer, separators=(",", ":"), ensure_ascii=False).encode()


@dataclass(frozen=True)
class Values:
    """Answers by address.

    Attributes:
        version: what the program is; see ``version_of``.
        drawn: maps that were drawn before anybody asked; without it, all are drawn when asked for.
    """

    desks: Desks
    version: str
    drawn: Drawn | None = None
    _answers: dict[tuple[str, bool], Callable[[str], bytes]] = field(
        default_factory=dict, repr=False
    )

    def __post_init__(self) -> None:
        """Remember the answers of each kind in each coding."""
        draws = {POINTS: draw_points, "": draw_map}
        for what, draw in draws.items():
            for coding in (brotlied, gzipped):
                made = partial(coding, draw=partial(draw, desks=self.desks))
                ready = partial(self._ready, otherwise=made) if coding is brotlied else made
                self._answers[what, coding is brotlied] = self.desks.remember(ready, KEPT_ANSWERS)

    def draw_ahead(self, workspace: Workspace, go_on: Callable[[], None]) -> None:
        """Draw the map of each indicator as a scope opens, unless that is done.

        Args:
            workspace: whose current snapshot.
            go_on: called before each map; may raise to give up.
        """
        snapshot = self.desks.shelf.current(workspace)
        if self.drawn is None or not self.to_draw(workspace):
            return
        self.drawn.write(workspace, snapshot, self._maps(workspace, snapshot, go_on))

    def to_draw(self, workspace: Workspace) -> bool:
        """Whether the maps of the current snapshot are still to be drawn."""
        snapshot = self.desks.shelf.current(workspace)
        if self.drawn is None or not snapshot:
            return False
        return not self.drawn.folder(workspace, snapshot).exists()

    def _maps(
        self, workspace: Workspace, snapshot: str, go_on: Callable[[], None]
    ) -> Iterator[tuple[str, bytes]]:
        """Answers by request."""
        for opening in openings(self.desks.indicators, workspace):
            go_on()
            chosen = asdict(replace(Selection(), **opening))  # type: ignore[arg-type]
            request = self._request_at(self.addresses(chosen, snapshot)[0])
            drawn = _travelling(draw_map(request, desks=self.desks))
            yield request, in_brotli(drawn, DENSEST_BROTLI)

    def _ready(self, request: str, *, otherwise: Callable[[str], bytes]) -> bytes:
        """The answer that was drawn ahead or, where there is none, the one made now."""
        asked = self.desks.parse(request).selection
        kept = self.drawn.read(asked.espacio, asked.corte, request) if self.drawn else None
        return otherwise(request) if kept is None else kept

    def _request_at(self, address: str) -> str:
        """What is asked for at an address of this version."""
        parts = urlsplit(address)
        _, _, snapshot, scope, name = parts.path.split("/")
        return _request(snapshot, scope, name.partition(".")[0], parts.query)

    def addresses(self, chosen: Mapping[str, Any], snapshot: str) -> tuple[str, str]:
        """Where the numbers and the points of a view are; ``chosen`` as plain values."""
        return (
            self._address(str(chosen["indicador"]), _fields(chosen, CIRCLES, FIELDS), snapshot),
            self._address(POINTS, _fields(chosen, POINT_LAYERS, POINT_FIELDS), snapshot),
        )

    def _address(self, what: str, fields: Mapping[str, str], snapshot: str) -> str:
        scope = fields["ambito"]
        query = urlencode({name: text for name, text in fields.items() if name != "ambito"})
        return f"/valores/{snapshot}/{scope}/{what}.{self.version}.json?{query}"

    def answer(self, path: tuple[str, str, str], query: str, *, br: bool) -> bytes | None:
        """The compressed answer at an address; ``None`` where there is nothing of that name.

        Args:
            path: snapshot, scope and file name.
            query: what else was chosen.
            br: in Brotli, else in gzip.
        """
        snapshot, scope, name = path
        what, _, ending = name.partition(".")
        if ending != f"{self.version}.json":
            return None
        request = _request(snapshot, scope, what, query)
        if self.desks.parse(request).dropped:
            return None
        return self._answers[what if what == POINTS else "", br](request)


def _request(snapshot: str, scope: str, what: str, query: str) -> str:
    """What an address asks for, as the query of a view."""
    pairs = {"ambito": scope, "corte": snapshot}
    if what != POINTS:
        pairs["indicador"] = what
    return f"?{urlencode(pairs)}&{query}"


def _fields(
    chosen: Mapping[str, Any], layers: tuple[str, ...], names: tuple[str, ...]
) -> dict[str, str]:
    """The scope, the layers that count, and what else differs from the default."""
    default = Selection()
    on = ",".join(layer for layer in chosen["capas"] if layer in layers) or NO_LAYERS
    texts = {name: str(chosen[name]) for name in names} | {"capas": on}
    differ = {n: t for n, t in texts.items() if n == "capas" or t != str(getattr(default, n))}
    return {"ambito": str(chosen["ambito"]), **differ}
