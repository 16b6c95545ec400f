"""What roundtables record: a log that only grows, of disputed figures, commitments and states.

One SQLite file, which several processes may write to. What is acknowledged is on the disk: a killed
process loses nothing of it. Triggers refuse to change or to delete what was written.
"""

import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum, unique
from pathlib import Path
from typing import Final

from geodata.durable import StorageError

FILE: Final = "compromisos.sqlite"
PATIENCE_S: Final = 15.0
"""Longer than any writer keeps the file: it writes one row."""

SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('compromiso', 'cifra', 'estado')),
  made TEXT NOT NULL,
  workspace TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
);
CREATE INDEX IF NOT EXISTS entries_of ON entries (workspace, subject);
CREATE TRIGGER IF NOT EXISTS entries_never_change BEFORE UPDATE ON entries
  BEGIN SELECT RAISE(ABORT, 'El registro no se modifica: se agrega otra entrada.'); END;
CREATE TRIGGER IF NOT EXISTS entries_never_go BEFORE DELETE ON entries
  BEGIN SELECT RAISE(ABORT, 'El registro no se borra: se agrega otra entrada.'); END;
CREATE TRIGGER IF NOT EXISTS entries_never_replaced BEFORE INSERT ON entries
  WHEN EXISTS (SELECT 1 FROM entries WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'El registro no se modifica: se agrega otra entrada.'); END;
"""


@unique
class Kind(StrEnum):
    """What an entry records."""

    COMMITMENT = "compromiso"
    DISPUTE = "cifra"
    STATE = "estado"


@unique
class Status(StrEnum):
    """Where something recorded stands."""

    OPEN = "abierto"
    UNDER_WAY = "en_curso"
    DONE = "cumplido"
    OVERDUE = "vencido"
    WITHDRAWN = "retirado"


PENDING: Final = (Status.OPEN, Status.UNDER_WAY, Status.OVERDUE)
"""States that the next session looks at again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log.

    Attributes:
        id: its place in the log; 0 before it is written.
        subject: the same for a commitment or a figure and for every later state of it.
        made: when it was written, ISO 8601 in UTC; empty before.
        body: plain words by field.
    """

    kind: Kind
    workspace: str
    snapshot: str
    body: Mapping[str, str]
    subject: str = ""
    id: int = 0
    made: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A commitment or a disputed figure with all that was said of it, the oldest first."""

    entry: Entry
    states: tuple[Entry, ...] = ()

    def field(self, name: str) -> str:
        """What was last said of a field, first by its states; empty where nothing was."""
        said = (state.body.get(name, "") for state in reversed(self.states))
        return next(filter(None, said), self.entry.body.get(name, ""))

    def status(self, today: str) -> Status:
        """Its last state; one that is pending after its date is overdue.

        Args:
            today: ISO date.
        """
        last = self.states[-1].body.get("estado", "") if self.states else ""
        told = Status(last or Status.OPEN)
        due = self.entry.body.get("fecha", "")
        return Status.OVERDUE if told in PENDING and due and due < today else told


@dataclass(frozen=True, slots=True)
class Ledger:
    """The log of one installation, in ``folder``; made with its first entry."""

    folder: Path

    @property
    def path(self) -> Path:
        """The file of the log."""
        return self.folder / FILE

    def append(self, entry: Entry) -> Entry:
        """Write an entry and wait until it is on the disk.

        Returns:
            The entry with its id and time, and with a subject of its own where it had none.

        Raises:
            StorageError: the disk does not take it; then nothing was written.
        """
        made = datetime.now(UTC).isoformat(timespec="milliseconds")
        subject = entry.subject or secrets.token_hex(6)
        body = json.dumps(dict(entry.body), ensure_ascii=False, sort_keys=True)
        row = (subject, entry.kind, made, entry.workspace, entry.snapshot, body)
        with self._writing() as file:
            number = file.execute(
                "INSERT INTO entries (subject, kind, made, workspace, snapshot, body) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                row,
            ).lastrowid
        return Entry(entry.kind, entry.workspace, entry.snapshot, dict(entry.body), subject,
                     number or 0, made)  # fmt: skip

    def entries(self, workspace: str) -> list[Entry]:
        """Every entry of a workspace in the order in which they were written."""
        if not self.path.exists():
            return []
        with self._open() as file:
            rows = file.execute(
                "SELECT kind, workspace, snapshot, body, subject, id, made FROM entries "
                "WHERE workspace = ? ORDER BY id",
                (workspace,),
            ).fetchall()
        return [_entry(row) for row in rows]

    def items(self, workspace: str) -> list[Item]:
        """Commitments and disputed figures of a workspace with their states, the oldest first."""
        first: dict[str, Entry] = {}
        states: dict[str, list[Entry]] = {}
        for entry in self.entries(workspace):
            if entry.kind is Kind.STATE:
                states.setdefault(entry.subject, []).append(entry)
            else:
                first[entry.subject] = entry
        return [Item(entry, tuple(states.get(key, ()))) for key, entry in first.items()]

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction of the only writer; written and on the disk when it ends without error."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._open() as file:
            file.execute("BEGIN IMMEDIATE")
            try:
                yield file
                file.execute("COMMIT")
            except BaseException:
                if file.in_transaction:
                    file.execute("ROLLBACK")
                raise

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            opened = sqlite3.connect(self.path, timeout=PATIENCE_S, isolation_level=None)
            with closing(opened) as file:
                # FULL waits for the file; EXTRA for its folder too, where the journal is removed.
                file.execute("PRAGMA journal_mode = DELETE")
                file.execute("PRAGMA synchronous = EXTRA")
                _prepare(file)
                yield file
        except sqlite3.OperationalError as error:
            raise StorageError(
                f"No se pudo guardar en {self.path}: {error}. Compruebe que haya espacio y que "
                "usted pueda escribir en esa carpeta, y repita."
            ) from error


def _prepare(file: sqlite3.Connection) -> None:
    """Make the table where there is none; two processes at once make it once."""
    if file.execute("SELECT 1 FROM sqlite_master WHERE name = 'entries_never_replaced'").fetchone():
        return
    file.execute("BEGIN IMMEDIATE")
    for statement in _statements():
        file.execute(statement)
    file.execute("COMMIT")


def _statements() -> Iterator[str]:
    """The statements of the schema; a trigger holds one of its own."""
    pending = ""
    for line in SCHEMA.strip().splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _entry(row: tuple[str, str, str, str, str, int, str]) -> Entry:
    kind, workspace, snapshot, body, subject, number, made = row
    return Entry(Kind(kind), workspace, snapshot, json.loads(body), subject, number, made)
