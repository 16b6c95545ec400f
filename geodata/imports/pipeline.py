"""A file of an office, from reading to a new snapshot: nothing is imported in part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pandas as pd
import pyarrow as pa

from geodata.checksum import sha256_of
from geodata.errors import UserFacingError
from geodata.findings import Finding, Severity
from geodata.imports.adapters import adapted
from geodata.imports.checking import check
from geodata.imports.context import Context
from geodata.imports.encode import encode
from geodata.imports.fields import Field, Nature
from geodata.imports.kinds import KINDS, Kind
from geodata.imports.listing import Listing, finding
from geodata.imports.merge import merged
from geodata.imports.preview import Preview, compare
from geodata.imports.rows import rows_of
from geodata.imports.shape import NO_MAP, Shaped, recognise, shape, with_constants
from geodata.imports.snapshot_tables import (
    NO_FILES,
    carried_files,
    read_table_of,
    read_tables,
    with_digests,
)
from geodata.reading.numbers import POINT
from geodata.reading.personal import personal_findings
from geodata.reading.raw import RawTable, ReadOptions
from geodata.snapshot import Manifest, Reason, publish
from geodata.store import Store
from geodata.tables import Provenance

NOTHING: Final = pd.DataFrame()
PUBLIC: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({"centros": ("address", "name")})
"""Fields that are public for a kind and would be personal for a person."""

CODES: Final = ("source_id", "person")
"""Free text that may look like documents; ``person`` has a rule of its own."""


class NotPublishableError(UserFacingError):
    """The file has errors, or warnings that nobody accepted."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person said about the file.

    Attributes:
        mapping: field by column, ``-`` to leave a column out; the rest is recognised.
        constants: word of every row, by field, for fields that the file lacks.
        whole_source: the file is all that its sources say of its indicators: rows of theirs that
            it does not bring are removed.
        crs: coordinate system of a boundary file that does not say its own.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    mapping: Mapping[str, str] = field(default_factory=lambda: NO_MAP)
    constants: Mapping[str, str] = field(default_factory=lambda: NO_MAP)
    whole_source: bool = False
    crs: str = ""


@dataclass(frozen=True)
class Staged:
    """A file that has been read and judged; nothing of it is in any snapshot yet.

    Attributes:
        columns: header of the file by field.
        melted: headers that became rows.
        layout: official layout that was recognised, if any.
        encoding: how a text was decoded; empty for a workbook.
        rows: rows of ``kind.table``; empty while there are errors.
        original: the cells as the file has them.
        header_row: last line of the header; 0 for boundaries, which have none.
        carried: files that take the place of those of the snapshot: another map.
    """

    kind: Kind
    file: str
    sha256: str
    columns: Mapping[str, str]
    melted: tuple[str, ...]
    unused: tuple[str, ...]
    layout: str
    rows: pd.DataFrame
    read_rows: int
    notices: tuple[Finding, ...]
    listing: Listing
    options: ImportOptions
    original: pd.DataFrame
    encoding: str = ""
    header_row: int = 0
    carried: Mapping[str, bytes] = field(default_factory=lambda: NO_FILES)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong: the file first, then its cells, at most a thousand of each rule."""
        return (*self.notices, *self.listing.shown())

    def all_findings(self) -> Iterator[Finding]:
        """Every finding, for downloads."""
        yield from self.notices
        yield from self.listing.all()

    @property
    def counts(self) -> dict[str, int]:
        """Rows read, rows to import, errors and warnings."""
        return {
            "read": self.read_rows,
            "rows": len(self.rows),
            "errors": self._count(Severity.ERROR),
            "warnings": self._count(Severity.WARNING),
        }

    def _count(self, severity: Severity) -> int:
        noticed = sum(notice.severity is severity for notice in self.notices)
        return noticed + self.listing.count(severity)

    def publishable(self, *, accept_warnings: bool) -> bool:
        """Whether it may enter a snapshot."""
        counts = self.counts
        return not counts["errors"] and (accept_warnings or not counts["warnings"])


def stage_table(raw: RawTable, kind: str, options: ImportOptions, context: Context) -> Staged:
    """Judge every cell of a table that has been read.

    Raises:
        UserFacingError: ``kind`` or a column does not exist.
    """
    return judge(raw, kind_of(kind), options, context)


def judge(raw: RawTable, chosen: Kind, options: ImportOptions, context: Context) -> Staged:
    """Judge the cells of ``raw`` as those of ``chosen``."""
    pa.default_memory_pool().release_unused()
    layout, shaped = _shaped(raw, chosen, options, context)
    encoded = encode(shaped, chosen, context, _decimal(raw, shaped, chosen, options))
    pa.default_memory_pool().release_unused()
    listing = Listing(check(shaped, encoded, chosen, context), shaped, chosen)
    notices = (*raw.findings, *_personal(raw, shaped, chosen), *_notices(shaped, chosen))
    wrong = listing.count(Severity.ERROR) or any(n.severity is Severity.ERROR for n in notices)
    return Staged(
        kind=chosen,
        file=raw.path.name,
        sha256=sha256_of(raw.path) if raw.path.is_file() else "",
        columns=shaped.headers,
        melted=shaped.melted,
        unused=shaped.unused,
        layout=layout,
        rows=NOTHING if wrong else rows_of(shaped, encoded, chosen, context),
        read_rows=len(raw.cells),
        notices=notices,
        listing=listing,
        options=options,
        original=raw.cells,
        encoding=raw.encoding,
        header_row=raw.header_row,
    )


def _shaped(
    raw: RawTable, kind: Kind, options: ImportOptions, context: Context
) -> tuple[str, Shaped]:
    """The official layout that was recognised, and the cells by field."""
    layout, cells = adapted(raw.cells, kind, options.mapping)
    columns = recognise((str(c) for c in cells.columns), kind, options.mapping)
    shaped = shape(cells, kind, columns, context.indicators)
    return layout, with_constants(shaped, options.constants)


def kind_of(name: str) -> Kind:
    """The kind called ``name``.

    Raises:
        UserFacingError: there is none.
    """
    if name not in KINDS:
        raise UserFacingError(f"No existe el tipo «{name}». Use uno de estos: {', '.join(KINDS)}.")
    return KINDS[name]


def _decimal(raw: RawTable, shaped: Shaped, kind: Kind, options: ImportOptions) -> str:
    """The decimal mark said by the person, or that of numbers that a workbook keeps as numbers."""
    if options.read.decimal:
        return options.read.decimal
    names = [f.name for f in kind.fields if f.is_number and f.name in shaped.headers]
    columns = {*(shaped.headers[name] for name in names), *shaped.melted}
    return POINT if columns and columns <= raw.typed else ""


def _personal(raw: RawTable, shaped: Shaped, kind: Kind) -> tuple[Finding, ...]:
    """Columns of personal data, other than what is public of a centre.

    Every header is looked at. Cells are, where they are free text or no field at all: those of the
    other columns have to be words or numbers that the rules know.
    """
    public = {shaped.headers.get(name, "") for name in PUBLIC.get(kind.name, ())}
    columns = [str(name) for name in raw.cells.columns if name not in public]
    known = {shaped.headers[f.name] for f in kind.fields if _judged(f, shaped)} | {*shaped.melted}
    free = [name for name in columns if name not in known]
    codes = [shaped.headers[name] for name in CODES if name in shaped.headers]
    headers = raw.cells[[name for name in columns if name in known]].head(0)
    return (*personal_findings(headers), *personal_findings(raw.cells[free], codes=codes))


def _judged(entry: Field, shaped: Shaped) -> bool:
    free = entry.nature in (Nature.TEXT, Nature.PERSON)
    return entry.name in shaped.headers and not free


def _notices(shaped: Shaped, kind: Kind) -> Iterator[Finding]:
    if shaped.cells.empty:
        yield finding("archivo_vacio", Severity.ERROR)
    for entry in kind.fields:
        needed = (entry.required and not entry.default) or entry.present
        if needed and entry.name not in shaped.cells:
            header = entry.headers[0] if entry.headers else entry.name
            yield finding("columna_faltante", Severity.ERROR, column=f"{entry.name} ({header})")
    for column in shaped.unused:
        yield finding("columna_sin_usar", Severity.WARNING, column=column)


def preview(staged: Staged, store: Store) -> Preview:
    """What publishing ``staged`` would change in ``store``."""
    table = with_digests(read_table_of(store, staged.kind.table))
    rows = with_digests(staged.rows)
    return compare(table, rows, staged.kind, whole_source=staged.options.whole_source)


def publish_staged(
    root: Path, store: Store, staged: Staged, reason: Reason, *, accept_warnings: bool = False
) -> Manifest:
    """Make a snapshot of ``store`` with the rows of ``staged`` and serve it.

    Args:
        root: folder of workspaces.
        store: the snapshot that was previewed; if another one is current by now, nothing happens.
        staged: what ``imports.staging`` gave.
        reason: who publishes, and why. Its list of files gains this one.
        accept_warnings: a person has read them.

    Raises:
        NotPublishableError: there are errors, or warnings that nobody accepted.
        SnapshotMovedError: somebody else published meanwhile.
    """
    if not staged.publishable(accept_warnings=accept_warnings):
        raise NotPublishableError(_refusal(staged))
    name = staged.kind.table
    tables = read_tables(store)
    changed = merged(tables[name], staged.rows, staged.kind, whole=staged.options.whole_source)
    record = provenance(staged, preview(staged, store), reason.author)
    with carried_files(store, staged.carried) as files:
        return publish(
            root,
            store.manifest.workspace,
            tables | {name: changed},
            files,
            inputs=store.manifest.inputs,
            parent=store.snapshot_id,
            reason=Reason(reason.note, reason.author, (*reason.imports, record)),
        )


def _refusal(staged: Staged) -> str:
    counts = staged.counts
    if counts["errors"]:
        return f"{staged.file}: hay {counts['errors']} errores. Corríjalos y vuelva a importar."
    return (
        f"{staged.file}: hay {counts['warnings']} avisos. Léalos y acéptelos con --accept-warnings."
    )


def provenance(staged: Staged, changes: Preview, who: str) -> Provenance:
    """The record that leads every figure back to its file."""
    constant = pd.Series([staged.options.constants.get("source_id", "")], dtype="str")
    named = staged.rows.get("source_id", constant)
    return Provenance(
        file=staged.file,
        sha256=staged.sha256,
        kind=staged.kind.name,
        mapping={column: name for name, column in staged.columns.items()},
        rows={"read": staged.read_rows, "rows": len(staged.rows), **changes.counts},
        who=who,
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        sources=tuple(sorted(set(named.str.split("|").explode()) - {""})),
    )
