"""Makes the roundtable of an address: its view, its links, its order and what is recorded of it."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from threading import BoundedSemaphore
from typing import Final
from urllib.parse import parse_qsl

from callbacks.desk import Desk, Desks
from callbacks.rows import gap_view
from callbacks.state import LAYERS, Parsed, Selection
from geodata.evidence import Evidence
from geodata.ledger import Ledger
from geodata.map_file import MapFile
from geodata.outlines import Outlines
from geodata.schema import SECTIONS, Sex
from geodata.snapshot import Workspace
from indicators.memory import Memory
from layouts.mesa.links import Links
from layouts.mesa.order import MOST_CHARACTERS, Known, Order, Problem
from layouts.mesa.records import concerns
from layouts.mesa.view import MesaView

KEPT_OUTLINES: Final = 2
RECORDS: Final = "mesa"
"""Folder of what roundtables record, beside the snapshots."""


@dataclass(frozen=True)
class Mesas:
    """Makes the roundtable of an address.

    Attributes:
        default: map of the snapshots that carry none.
        ledger: what is recorded; nothing where there is none.
        evidence: files that support it.
        today: ISO date of the show; empty for the day of the answer.
    """

    desks: Desks
    default: MapFile
    ledger: Ledger | None = None
    evidence: Evidence | None = None
    today: str = ""
    setting: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(1), repr=False)
    """Held while minutes are set on paper: that takes a processor, and readers have the others."""
    _outlines: Memory[Outlines] = field(default_factory=lambda: Memory(KEPT_OUTLINES), repr=False)

    def view(self, parsed: Parsed) -> MesaView:
        """The roundtable of a query."""
        selection = parsed.selection
        desk = self.desks.of(selection)
        chosen = selection.seleccion or ((selection.municipio,) if selection.municipio else ())
        made = MesaView(
            map=self.desks.view(selection),
            gaps=gap_view(selection, desk.engine),
            outlines=self._drawn_with(desk),
            order=read_order(parsed, desk),
            chosen=chosen,
            created=desk.store.manifest.created,
            demo=desk.store.is_demo,
            today=self.today or datetime.now(UTC).date().isoformat(),
            history=self._history(selection),
        )
        kept = self.ledger.items(selection.espacio) if self.ledger is not None else []
        return replace(made, items=tuple(item for item in kept if concerns(item, made)))

    def links(self, parsed: Parsed) -> Links:
        """Addresses around a query, which always names the snapshot."""
        selection = parsed.selection
        snapshot = self.desks.of(selection).store.snapshot_id
        pairs = dict(parse_qsl(selection.to_url().removeprefix("?")))
        return Links(pairs | {"corte": snapshot})

    def _drawn_with(self, desk: Desk) -> Outlines:
        file = desk.map or self.default
        kept = self._outlines.get(file.name)
        return kept if kept is not None else self._outlines.keep(file.name, Outlines.of(file))

    def _history(self, selection: Selection) -> tuple[tuple[str, str], ...]:
        manifests = self.desks.shelf.history(Workspace(selection.espacio))
        return tuple((one.id, one.created) for one in manifests)


def known_to(desk: Desk) -> Known:
    """What scenes may name in a snapshot."""
    vocabulary = desk.vocabulary
    return Known(
        vocabulary.indicators, LAYERS, vocabulary.municipalities, tuple(SECTIONS), tuple(Sex)
    )


def read_order(parsed: Parsed, desk: Desk) -> Order:
    """The order of a query; one too long was dropped whole, which is said with the limit."""
    dropped = dict(parsed.dropped).get("guion")
    if dropped is not None:
        return Order((), (Problem("too_long", dropped, MOST_CHARACTERS),))
    return Order.read(parsed.selection.guion, known_to(desk))


def gone(parsed: Parsed) -> str:
    """The snapshot that a link names and that is not there; empty where it is."""
    return dict(parsed.dropped).get("corte", "")
