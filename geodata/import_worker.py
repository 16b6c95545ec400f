"""The process of one import: ``python -m geodata.import_worker read|publish FOLDER``.

It works in the folder of its job and talks through files, so that the server can end it at any
moment: see ``geodata.jobs``.
"""

import json
import logging
import math
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from geodata.durable import write_whole
from geodata.errors import UserFacingError
from geodata.findings import Finding, Severity
from geodata.imports.context import Limits, context_of
from geodata.imports.fields import Field
from geodata.imports.pipeline import ImportOptions, Staged, preview, publish_staged
from geodata.imports.preview import ADDED, CHANGED, REMOVED, Preview
from geodata.imports.staging import stage_file
from geodata.imports.templates import findings_csv, marked_workbook
from geodata.memory import spare_memory
from geodata.reading.raw import ReadOptions
from geodata.reading.table import preview as text_preview
from geodata.snapshot import Reason, Workspace
from geodata.store import Store

log = logging.getLogger(__name__)

CHECKED_PER_SECOND: Final = 250_000
"""Rows judged in a second on two cores, measured; only to say how long it may take."""
UTF_8: Final = "utf-8"
SENT_FINDINGS: Final = 200
SENT_CHANGES: Final = 20
CODE: Final = "territory_code"
SHOWN_COLUMNS: Final = ("indicator", "name", CODE, "period", "sector")
LAST_HEADER_ROW: Final = 1_000
"""A header further down is none."""

MARKED_ROWS: Final = 100_000
"""Rows that a spreadsheet with marked cells may have."""
UNEXPECTED: Final = "Algo falló al leer el archivo. El detalle quedó en el registro del servidor."


def main(arguments: list[str]) -> int:
    """Read or publish; what happened is in the folder, whatever it was."""
    spare_memory()
    action, home = arguments[0], Path(arguments[1])
    try:
        staged, store = _stage(home)
        if action == "publish":
            _say(home, "published", {"snapshot": _publish(home, staged, store)})
        else:
            _write_findings(home, staged)
            names = {str(code): str(n) for code, n in store.territories["name"].items()}
            told = report(staged, preview(staged, store), _encodings(home, staged), names)
            _say(home, "report", told)
    except UserFacingError as error:
        _say(home, "error", {"error": str(error)})
    except Exception:
        log.exception("Import failed")
        _say(home, "error", {"error": UNEXPECTED})
    return 0


def _stage(home: Path) -> tuple[Staged, Store]:
    asked = json.loads((home / "request.json").read_text(encoding="utf-8"))
    store = Store.open(Path(asked["root"]), Workspace(asked["workspace"]))
    options = ImportOptions(
        read=ReadOptions(asked["encoding"], asked["sheet"], asked["decimal"], _header_row(asked)),
        mapping={column: name or "-" for column, name in asked["map"].items()},
        constants={name: word for name, word in asked["set"].items() if word},
        crs=asked["crs"],
    )
    limits = {key: Limits(*limit) for key, limit in asked["limits"].items()}
    context = context_of(store, datetime.now(UTC).date(), limits)
    path = _named(home, asked["name"])
    staged = stage_file(path, asked["kind"], options, context, store, heard=_Progress(home))
    return replace(staged, file=asked["name"]), store


def _header_row(asked: Mapping[str, str]) -> int:
    """First row of the header, as a person says; 0 to look for it."""
    said = asked.get("header_row", "")
    return min(int(said[:6]), LAST_HEADER_ROW) if said.isdecimal() else 0


def _named(home: Path, name: str) -> Path:
    """The file under the ending that its owner gave it: readers choose by it."""
    suffix = Path(name).suffix.lower()[:9]
    path = home / f"archivo{suffix if suffix[1:].isalnum() else ''}"
    if not path.exists():
        (home / "archivo").rename(path)
    return path


def _write_findings(home: Path, staged: Staged) -> None:
    """Every finding for download; the marked spreadsheet only where it can be opened."""
    if not staged.counts["errors"] + staged.counts["warnings"]:
        return
    (home / "hallazgos.csv").write_bytes(findings_csv(staged))
    (home / "findings.csv").write_bytes(findings_csv(staged, "en"))
    if staged.read_rows <= MARKED_ROWS:
        (home / "hallazgos.xlsx").write_bytes(marked_workbook(staged))


@dataclass
class _Progress:
    """Writes how many rows have been read and how many seconds are left, as far as is known."""

    home: Path
    started: float = field(default_factory=time.monotonic)

    def __call__(self, rows: int, expected: int) -> None:
        """Called after every batch; ``expected`` is 0 where nobody knows."""
        left = max(expected - rows, 0)
        reading = (time.monotonic() - self.started) / rows * left if rows else 0.0
        seconds = math.ceil(reading + max(rows, expected) / CHECKED_PER_SECOND) if rows else 0
        _say(self.home, "progress", {"rows": rows, "expected": expected, "seconds": seconds})


def _publish(home: Path, staged: Staged, store: Store) -> str:
    given = json.loads((home / "reason.json").read_text(encoding="utf-8"))
    asked = json.loads((home / "request.json").read_text(encoding="utf-8"))
    reason = Reason(given["note"], given["author"])
    root, accept = Path(asked["root"]), bool(given["accept"])
    return publish_staged(root, store, staged, reason, accept_warnings=accept).id


def report(
    staged: Staged,
    changes: Preview,
    encodings: Mapping[str, Sequence[str]],
    names: Mapping[str, str],
) -> dict[str, Any]:
    """What the browser shows of a file that has been read.

    Args:
        staged: the file, judged.
        changes: what it would change.
        encodings: its first lines in each encoding, where the encoding had to be guessed.
        names: of territories, by code.
    """
    counts = staged.counts
    return {
        "rows": counts["read"],
        "counts": {
            str(Severity.ERROR): counts["errors"],
            str(Severity.WARNING): counts["warnings"],
        },
        "header_row": staged.header_row,
        "columns": _columns(staged),
        "fields": [{"name": f.name, "title": _title(f)} for f in staged.kind.fields],
        "absent": _absent(staged),
        "encodings": encodings,
        "findings": [_finding(found) for found in _first(staged)],
        "changes": _changes(changes, names),
    }


def _title(entry: Field) -> str:
    """How an office would head the column."""
    return entry.headers[0] if entry.headers else entry.name


def _absent(staged: Staged) -> list[dict[str, str]]:
    """Fields that the file lacks and that one word can fill in every row."""
    return [
        {"name": f.name, "title": _title(f), "value": staged.options.constants.get(f.name, "")}
        for f in staged.kind.fields
        if f.required and not f.default and f.name not in staged.columns
    ]


def _encodings(home: Path, staged: Staged) -> Mapping[str, Sequence[str]]:
    """First lines in each encoding: only a text that is not UTF-8 leaves any doubt."""
    if staged.encoding in ("", UTF_8):
        return {}
    return text_preview(_named(home, staged.file))


def _columns(staged: Staged) -> list[dict[str, str]]:
    known = {column: name for name, column in staged.columns.items()}
    headers = [*known, *staged.unused]
    return [{"header": header, "field": known.get(header, "")} for header in headers]


def _first(staged: Staged) -> list[Finding]:
    """The first findings of each severity: errors must not hide the warnings."""
    found = staged.findings
    errors = [f for f in found if f.severity is Severity.ERROR]
    warnings = [f for f in found if f.severity is Severity.WARNING]
    return [*errors[:SENT_FINDINGS], *warnings[:SENT_FINDINGS]]


def _finding(found: Finding) -> dict[str, str]:
    return {
        "severity": str(found.severity),
        "sentence_es": found.sentence("es"),
        "sentence_en": found.sentence("en"),
    }


def _changes(changes: Preview, names: Mapping[str, str]) -> dict[str, Any]:
    counts: Mapping[str, int] = changes.counts
    kept = [c for c in SHOWN_COLUMNS if c in changes.changes]
    rows = changes.changes.head(SENT_CHANGES)
    return {
        **{name: counts.get(name, 0) for name in (ADDED, CHANGED, REMOVED)},
        "competing": changes.competing,
        "territories": list(changes.territories),
        "head": kept,
        "samples": [
            [*(_place(str(row[c]), c, names) for c in kept), _known(row["before"]),
             _known(row["after"])]
            for _, row in rows.iterrows()
        ],
    }  # fmt: skip


def _place(word: str, column: str, names: Mapping[str, str]) -> str:
    """A cell of the preview; a code is shown with its name."""
    return f"{names[word]} ({word})" if column == CODE and word in names else word


def _known(value: object) -> object:
    """A number or a word as the browser writes it; nothing where there is none."""
    missing = value is None or (isinstance(value, float) and math.isnan(value))
    return None if missing else value if isinstance(value, int | float) else str(value)


def _say(home: Path, name: str, content: Mapping[str, Any]) -> None:
    write_whole(home / f"{name}.json", json.dumps(dict(content), ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
