"""``python -m geodata import FILE --kind K``: judge a file, show what changes, publish it.

The exit status is 0 only when the file was published or, with ``--dry-run``, could be.
"""

import argparse
import getpass
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from geodata.commands_snapshots import Place
from geodata.errors import UserFacingError
from geodata.imports import templates
from geodata.imports.context import context_of
from geodata.imports.kinds import KINDS
from geodata.imports.pipeline import (
    ImportOptions,
    Staged,
    kind_of,
    preview,
    publish_staged,
)
from geodata.imports.preview import Preview
from geodata.imports.staging import stage_file
from geodata.memory import spare_memory
from geodata.reading.raw import ReadOptions
from geodata.snapshot import Reason, Workspace
from geodata.store import Store

SUMMARY: Final = "check a file, show what it would change, and publish it"
REFUSED: Final = 1
MOST_ROWS_SHOWN: Final = 20


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument(
        "file", type=Path, nargs="?", help="CSV, TSV, XLSX, XLS, ODS, Parquet or boundaries"
    )
    parser.add_argument("--kind", required=True, metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--encoding", default="", help="utf-8, cp1252 or cp850")
    parser.add_argument("--sheet", default="", help="sheet of a workbook, layer of a map")
    parser.add_argument("--crs", default="", help="EPSG:4686 and the like, for boundaries")
    parser.add_argument("--header-row", type=int, default=0, help="first row of the header")
    parser.add_argument("--decimal", default="", choices=(",", "."), help="decimal mark")
    parser.add_argument("--map", action="append", default=[], metavar="COL=FIELD")
    parser.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE")
    parser.add_argument("--whole-source", action="store_true", help="drop what the file lacks")
    parser.add_argument("--accept-warnings", action="store_true", help="they have been read")
    parser.add_argument("--note", default="", help="why, for the list of snapshots")
    parser.add_argument("--author", default="", help="who; the user of the system by default")
    parser.add_argument("--dry-run", action="store_true", help="publish nothing")
    parser.add_argument("--template", type=Path, help="write the template of the kind and stop")
    parser.add_argument("--findings", type=Path, help="CSV or XLSX with every finding")
    parser.add_argument("--var", type=Path, help="folder of workspaces (MIRADOR_VAR)")
    parser.add_argument("--workspace", type=Workspace, default=Workspace.PUBLISHED)


def run(chosen: argparse.Namespace) -> int:
    """Run the command.

    Raises:
        UserFacingError: a sentence for whoever typed it.
    """
    if chosen.template:
        templates.write(chosen.template, kind_of(chosen.kind))
        return 0
    if not chosen.file:
        raise UserFacingError("Diga qué archivo importar, o use --template para una plantilla.")
    spare_memory()
    root = chosen.var or Place().var
    store = Store.open(root, chosen.workspace)
    context = context_of(store, datetime.now(UTC).date())
    staged = stage_file(chosen.file, chosen.kind, _options(chosen), context, store)
    changes = preview(staged, store)
    _report(staged, changes, chosen)
    if not staged.publishable(accept_warnings=chosen.accept_warnings):
        return REFUSED
    if not changes.any_change and not staged.carried:
        _say(f"No cambia nada: sigue la edición {store.snapshot_id}.")
        return 0
    return 0 if chosen.dry_run else _publish(root, store, staged, chosen)


def _options(chosen: argparse.Namespace) -> ImportOptions:
    return ImportOptions(
        read=ReadOptions(chosen.encoding, chosen.sheet, chosen.decimal, chosen.header_row),
        mapping=_pairs(chosen.map),
        constants=_pairs(chosen.set),
        whole_source=chosen.whole_source,
        crs=chosen.crs,
    )


def _pairs(words: Iterable[str]) -> dict[str, str]:
    pairs = [word.rpartition("=") for word in words]
    for left, mark, right in pairs:
        if not left or not mark or not right:
            raise UserFacingError(f"«{left}{mark}{right}» no tiene la forma nombre=valor.")
    return {left: right for left, _, right in pairs}


def _report(staged: Staged, changes: Preview, chosen: argparse.Namespace) -> None:
    for finding in staged.findings:
        _say(f"{finding.severity.value}: {finding.sentence()}")
    counts = staged.counts
    _say(
        f"{staged.file}: {counts['read']} filas leídas, {counts['rows']} por importar, "
        f"{counts['errors']} errores, {counts['warnings']} avisos."
    )
    if not counts["errors"]:
        _tell_changes(changes)
    if chosen.findings:
        templates.write_findings(chosen.findings, staged)


def _tell_changes(changes: Preview) -> None:
    counts = changes.counts
    _say(
        f"Cambiaría: {counts['added']} filas nuevas, {counts['changed']} modificadas, "
        f"{counts['removed']} retiradas, {counts['same']} iguales; "
        f"{len(changes.territories)} territorios."
    )
    if changes.competing:
        _say(f"Otra fuente tiene cifra para {changes.competing} celdas: se conservan las dos.")
    for name, row in changes.by_indicator.head(MOST_ROWS_SHOWN).iterrows():
        _say(f"  {name}: +{row['added']} ~{row['changed']} -{row['removed']}")


def _publish(root: Path, store: Store, staged: Staged, chosen: argparse.Namespace) -> int:
    reason = Reason(chosen.note, chosen.author or getpass.getuser())
    manifest = publish_staged(root, store, staged, reason, accept_warnings=chosen.accept_warnings)
    _say(f"Publicado: edición {manifest.id}.")
    return 0


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
