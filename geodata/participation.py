"""What people answer to a roundtable, kept without anything that tells who they are.

One SQLite file beside the snapshots. An answer has no time, no address, no browser and no order:
its key is drawn from a ticket that nobody keeps. What was acknowledged is on the disk.
"""

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum, unique
from pathlib import Path
from typing import Final

FILE: Final = "participacion.sqlite3"
PER_MINUTE: Final = 12
"""Answers of one round in a minute: more than a kiosk and a few telephones give."""
MOST_ANSWERS: Final = 5000
LONGEST_WORDS: Final = 500
WAIT_SECONDS: Final = 10

SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS secret (key TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS rounds (
    token TEXT PRIMARY KEY, territory TEXT NOT NULL, opens TEXT NOT NULL, closes TEXT NOT NULL,
    closed INTEGER NOT NULL DEFAULT 0, title TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    id TEXT PRIMARY KEY, token TEXT NOT NULL REFERENCES rounds, choices TEXT NOT NULL,
    words TEXT NOT NULL, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pace (
    token TEXT NOT NULL, minute INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (token, minute)
) WITHOUT ROWID;
"""


@unique
class Moderation(StrEnum):
    """Where the free words of an answer are. Only approved ones are ever shown."""

    NONE = "sin_texto"
    WAITING = "por_revisar"
    APPROVED = "aprobado"
    REJECTED = "rechazado"


@unique
class Outcome(StrEnum):
    """What became of an answer."""

    KEPT = "guardada"
    CLOSED = "cerrada"
    TOO_FAST = "muy_seguido"


@dataclass(frozen=True, slots=True)
class Round:
    """One round of questions in one municipality.

    Attributes:
        token: the unguessable end of its link.
        opens, closes: first and last day, ISO 8601.
        closed: whether an editor ended it before its last day.
    """

    token: str
    territory: str
    opens: str
    closes: str
    closed: bool
    title: str

    def accepts(self, today: str) -> bool:
        """Whether it takes answers on a day."""
        return not self.closed and self.opens <= today <= self.closes

    def over(self, today: str) -> bool:
        """Whether it takes answers never again: only then are its results told."""
        return self.closed or today > self.closes


@dataclass(frozen=True, slots=True)
class Words:
    """Free words that wait for an editor."""

    id: str
    round: Round
    words: str


@dataclass(frozen=True, slots=True)
class Participation:
    """The rounds of one installation. Nothing is written before the first round is opened."""

    path: Path

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is on the disk when it ends."""
        new = not self.path.exists()
        with closing(
            sqlite3.connect(self.path, timeout=WAIT_SECONDS, isolation_level=None)
        ) as base:
            base.execute("PRAGMA synchronous=FULL")
            base.execute("PRAGMA secure_delete=ON")
            base.executescript(SCHEMA)
            if new:
                self.path.chmod(0o600)
            base.execute("BEGIN IMMEDIATE")
            try:
                yield base
            except BaseException:
                base.execute("ROLLBACK")
                raise
            base.execute("COMMIT")

    def _read(self, question: str, given: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
        if not self.path.exists():
            return []
        with closing(sqlite3.connect(self.path, timeout=WAIT_SECONDS)) as base:
            return base.execute(question, given).fetchall()

    def open_round(self, territory: str, opens: str, closes: str, title: str) -> str:
        """Open a round and return its token."""
        token = secrets.token_urlsafe(12)
        with self._writing() as base:
            base.execute(
                "INSERT INTO rounds VALUES (?, ?, ?, ?, 0, ?)",
                (token, territory, opens, closes, title),
            )
        return token

    def close_round(self, token: str) -> None:
        """End a round; it cannot be opened again, for its results are told from then on."""
        with self._writing() as base:
            base.execute("UPDATE rounds SET closed = 1 WHERE token = ?", (token,))
            base.execute("DELETE FROM pace WHERE token = ?", (token,))

    def rounds(self) -> tuple[Round, ...]:
        """Every round, the newest first."""
        rows = self._read("SELECT * FROM rounds ORDER BY opens DESC, token")
        return tuple(Round(t, p, o, c, bool(x), n) for t, p, o, c, x, n in rows)

    def round(self, token: str) -> Round | None:
        """The round of a link, or nothing."""
        return next((one for one in self.rounds() if one.token == token), None)

    def secret(self) -> str:
        """What tickets are signed with; made once, the same for every process."""
        found = self._read("SELECT key FROM secret")
        if found:
            return str(found[0][0])
        with self._writing() as base:
            again = base.execute("SELECT key FROM secret").fetchone()
            if again:
                return str(again[0])
            made = secrets.token_hex(32)
            base.execute("INSERT INTO secret VALUES (?)", (made,))
            return made

    def answer(
        self, asked: Round, ticket: str, choices: Mapping[str, str], words: str, now: "Now"
    ) -> Outcome:
        """Keep an answer; the same ticket twice is one answer.

        Args:
            asked: the round.
            ticket: random words of the form that was answered.
            choices: key of the option by key of the question.
            words: free words, shown only once an editor approved them.
            now: day and minute; neither is kept with the answer.
        """
        if not asked.accepts(now.day):
            return Outcome.CLOSED
        key = hashlib.sha256(f"{self.secret()}|{asked.token}|{ticket}".encode()).hexdigest()
        kept = words.strip()[:LONGEST_WORDS]
        state = Moderation.WAITING if kept else Moderation.NONE
        with self._writing() as base:
            if base.execute("SELECT 1 FROM answers WHERE id = ?", (key,)).fetchone():
                return Outcome.KEPT
            if not _has_room(base, asked.token, now.minute):
                return Outcome.TOO_FAST
            told = json.dumps(dict(sorted(choices.items())))
            base.execute(
                "INSERT INTO answers VALUES (?, ?, ?, ?, ?)", (key, asked.token, told, kept, state)
            )
        return Outcome.KEPT

    def choices(self, token: str) -> list[dict[str, str]]:
        """The answers of a round, in no order; never shown as they are."""
        rows = self._read("SELECT choices FROM answers WHERE token = ?", (token,))
        return [json.loads(row[0]) for row in rows]

    def waiting(self) -> tuple[Words, ...]:
        """Free words that no editor has read yet."""
        known = {one.token: one for one in self.rounds()}
        rows = self._read(
            "SELECT id, token, words FROM answers WHERE state = ?", (Moderation.WAITING,)
        )
        return tuple(Words(key, known[token], words) for key, token, words in rows)

    def judge(self, key: str, verdict: Moderation) -> None:
        """Approve or reject free words; rejected ones are erased."""
        kept = "" if verdict is Moderation.REJECTED else None
        with self._writing() as base:
            base.execute(
                "UPDATE answers SET state = ?, words = COALESCE(?, words) "
                "WHERE id = ? AND state = ?",
                (verdict, kept, key, Moderation.WAITING),
            )

    def approved(self, token: str) -> list[str]:
        """Free words of a round that may be shown, by their letters: their order is lost."""
        rows = self._read(
            "SELECT words FROM answers WHERE token = ? AND state = ? ORDER BY words",
            (token, Moderation.APPROVED),
        )
        return [row[0] for row in rows]


@dataclass(frozen=True, slots=True)
class Now:
    """The day, ISO 8601, and the minute since 1970 at which an answer comes."""

    day: str
    minute: int


def _has_room(base: sqlite3.Connection, token: str, minute: int) -> bool:
    """Count an answer into its minute, unless it or the round is full. Older minutes are erased."""
    base.execute("DELETE FROM pace WHERE minute < ?", (minute,))
    (many,) = base.execute("SELECT COUNT(*) FROM answers WHERE token = ?", (token,)).fetchone()
    found = base.execute("SELECT n FROM pace WHERE token = ? AND minute = ?", (token, minute))
    (n,) = found.fetchone() or (0,)
    if n >= PER_MINUTE or many >= MOST_ANSWERS:
        return False
    base.execute("INSERT OR REPLACE INTO pace VALUES (?, ?, ?)", (token, minute, n + 1))
    return True
