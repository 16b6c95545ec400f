"""The scene of commitments: what is open, the overdue first, and how many there are in all."""

from typing import Final

from geodata.ledger import PENDING, Item, Kind, Status
from layouts.format import period_words
from layouts.mesa.order import Scene
from layouts.mesa.record_section import words_of
from layouts.mesa.records import title_of
from layouts.mesa.shown import Cell, Grid, Shown
from layouts.mesa.view import MesaView

MOST_ROWS: Final = 4
MOST_LETTERS: Final = 90
OFFICE_LETTERS: Final = 52
"""Of what is read of one in a room, on three lines; the minutes have the whole."""


def commitment_scene(scene: Scene, view: MesaView) -> Shown:
    """What the roundtable has to look at again, as of the day of the show."""
    words = words_of(view)
    status = {item.entry.subject: item.status(view.today) for item in view.items}
    pending = [item for item in view.items if status[item.entry.subject] in PENDING]
    overdue = [item for item in pending if status[item.entry.subject] is Status.OVERDUE]
    rest = [item for item in pending if item not in overdue]
    done = sum(told is Status.DONE for told in status.values())
    counts = words.scene_counts.format(pending=len(pending), overdue=len(overdue), done=done)
    more = len(pending) - MOST_ROWS
    told = [counts, *([words.scene_more.format(n=more)] if more > 0 else [])]
    rows = tuple(_row(item, view) for item in [*overdue, *rest][:MOST_ROWS])
    return Shown(
        kind=scene.kind,
        title=view.words.kinds["compromisos"],
        lines=(" ".join(told),) if view.items else (words.scene_none,),
        kick=view.place,
        grid=Grid(words.head, rows) if rows else None,
        sources=(words.source,),
        filters=(view.place, period_words(view.today, view.texts)),
        notes=scene.get("nota"),
    )


def _row(item: Item, view: MesaView) -> tuple[Cell, ...]:
    words, body = words_of(view), item.entry.body
    told = status_words(item, view)
    due = period_words(body.get("fecha", ""), view.texts)
    when = f"{told} · {due}" if due else told
    who = body.get("oficina", "") if item.entry.kind is Kind.COMMITMENT else words.kinds["cifra"]
    tone = f"status-{item.status(view.today)}"
    return (
        Cell(_short(title_of(item, view), MOST_LETTERS)),
        Cell(_short(who, OFFICE_LETTERS)),
        Cell(when, tone),
    )


def status_words(item: Item, view: MesaView) -> str:
    """Where something stands, in words."""
    return words_of(view).statuses[item.status(view.today)]


def _short(text: str, letters: int) -> str:
    """As much as a room reads of a text; that it goes on is seen."""
    plain = " ".join(text.split())
    if len(plain) <= letters:
        return plain
    return plain[:letters].rsplit(" ", 1)[0].rstrip(",;:") + "…"
