"""Commands on snapshots: list, go back, compare, check, collect, pin."""

import argparse
import sys
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import Final

import pandas as pd
from pydantic_settings import BaseSettings, SettingsConfigDict

from geodata.changes import NAMES, Changes, TableChanges, changes, summary
from geodata.errors import DataUnavailableError
from geodata.history import (
    collect,
    inspect,
    open_store,
    pin,
    pinned,
    rollback,
    snapshots,
    unpin,
)
from geodata.keys import KEYS
from geodata.snapshot import Manifest, Workspace, current_folder

FAILED: Final = 1
DEFAULT_VAR: Final = Path(__file__).parents[1] / "var"
MOST_SHOWN: Final = 20
"""Rows of each kind that ``diff`` prints of a table unless told otherwise."""


class Place(BaseSettings):
    """Where the application keeps its snapshots: the same variable, so that both see the same."""

    model_config = SettingsConfigDict(env_prefix="MIRADOR_", env_file=".env", extra="ignore")

    var: Path = DEFAULT_VAR


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workspace",
        type=Workspace,
        choices=list(Workspace),
        default=Workspace.PUBLISHED,
        help="publicado (por defecto) o demostracion",
    )
    parser.add_argument("--var", type=Path, help="carpeta de ediciones (MIRADOR_VAR)")


def _configure_one(parser: argparse.ArgumentParser) -> None:
    _configure(parser)
    parser.add_argument("id", help="identificador, o sus primeros seis caracteres o más")


def _configure_diff(parser: argparse.ArgumentParser) -> None:
    _configure(parser)
    parser.add_argument("before", help="edición anterior")
    parser.add_argument("after", help="edición posterior")
    parser.add_argument("--rows", type=int, default=MOST_SHOWN, help="filas que se muestran")


def _configure_verify(parser: argparse.ArgumentParser) -> None:
    _configure(parser)
    parser.add_argument("id", nargs="?", default="", help="una edición; sin él, todas")


def _configure_collect(parser: argparse.ArgumentParser) -> None:
    _configure(parser)
    parser.add_argument("--keep", type=int, required=True, help="ediciones que se conservan")


def _var(chosen: argparse.Namespace) -> Path:
    return Path(chosen.var) if chosen.var else Place().var


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")


def _run_snapshots(chosen: argparse.Namespace) -> int:
    home = _var(chosen) / chosen.workspace
    known = snapshots(home)
    if not known:
        raise DataUnavailableError(f"No hay ediciones en {home}. Ejecute `make run`.")
    served = _served(_var(chosen), chosen.workspace)
    kept = pinned(home)
    for manifest in known:
        marks = ("vigente" if manifest.id == served else "", "fijada" * (manifest.id in kept))
        _say(_described(manifest, ", ".join(filter(None, marks))))
    return 0


def _served(root: Path, workspace: Workspace) -> str:
    try:
        return current_folder(root, workspace).name
    except DataUnavailableError:
        return ""


def _described(manifest: Manifest, marks: str) -> str:
    when = manifest.created[:16].replace("T", " ")
    rows = f"{sum(manifest.rows.values()):,}".replace(",", ".")
    line = f"{manifest.id}  {when} UTC  {rows:>11} filas  {marks or '—':<16}  {manifest.author}"
    files = (f"\n{'':14}importó «{r.file}» ({r.kind}), {r.who}" for r in manifest.imports)
    return f"{line}{f': {manifest.note}' if manifest.note else ''}{''.join(files)}"


def _run_rollback(chosen: argparse.Namespace) -> int:
    manifest = rollback(_var(chosen), chosen.workspace, chosen.id)
    _say(f"La edición vigente es ahora {manifest.id}. Las demás siguen guardadas.")
    return 0


def _run_diff(chosen: argparse.Namespace) -> int:
    before, after = (
        open_store(_var(chosen), chosen.workspace, name) for name in (chosen.before, chosen.after)
    )
    found = changes(before, after)
    _say(summary(found))
    _print_tables(found, chosen.rows)
    return 0


def _print_tables(found: Changes, most: int) -> None:
    for one in found.tables.values():
        _say(f"\n{NAMES[one.table]}")
        for row in one.counts[one.counts["indicator"].ne("")].itertuples():
            _say(f"  {row.indicator}: +{row.added} ~{row.changed} -{row.removed}")
        _print_rows(one, most)


def _print_rows(one: TableChanges, most: int) -> None:
    for row in one.changed.head(most).to_dict("records"):
        _say(f"  ~ {_key(one, row)}: {row['column']} «{row['before']}» → «{row['after']}»")
    for sign, what, rows in (("+", "added", one.added), ("-", "removed", one.removed)):
        for row in rows.head(most).to_dict("records"):
            value = "" if pd.isna(row.get("value")) else f" = {row['value']:g}"
            _say(f"  {sign} {_key(one, row)}{value}")
        if one.total(what) > most:
            _say(f"  {sign} … {one.total(what) - most} más (use --rows)")


def _key(one: TableChanges, row: Mapping[Hashable, object]) -> str:
    cells = (str(row[key]) for key in KEYS[one.table] if key in row)
    return " · ".join(cell for cell in cells if cell not in {"", "total"})


def _run_verify(chosen: argparse.Namespace) -> int:
    reports = inspect(_var(chosen), chosen.workspace, chosen.id)
    for report in reports:
        _say(f"{report.id}  {'dañada' if report.faults else 'íntegra'}")
        for fault in report.faults:
            _say(f"  {fault}")
    if not reports:
        raise DataUnavailableError(
            f"No hay ediciones en {_var(chosen) / chosen.workspace}. Ejecute `make run`."
        )
    return FAILED if any(report.faults for report in reports) else 0


def _run_collect(chosen: argparse.Namespace) -> int:
    gone = collect(_var(chosen), chosen.workspace, chosen.keep)
    for name in gone:
        _say(f"Se retiró {name}")
    _say(f"Ediciones retiradas: {len(gone)}. Quedan la vigente, las fijadas y las que se leen.")
    return 0


def _run_pin(chosen: argparse.Namespace) -> int:
    name = pin(_var(chosen), chosen.workspace, chosen.id)
    _say(f"La edición {name} queda fijada: su enlace ?corte={name} no caduca.")
    return 0


def _run_unpin(chosen: argparse.Namespace) -> int:
    _say(f"La edición {unpin(_var(chosen), chosen.workspace, chosen.id)} ya no está fijada.")
    return 0


Entry = tuple[
    str, str, Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int]
]

ENTRIES: Final[tuple[Entry, ...]] = (
    ("snapshots", "lista las ediciones, la más nueva primero", _configure, _run_snapshots),
    ("rollback", "vuelve a servir una edición anterior", _configure_one, _run_rollback),
    ("diff", "compara dos ediciones, casilla por casilla", _configure_diff, _run_diff),
    ("verify", "comprueba los archivos de las ediciones", _configure_verify, _run_verify),
    ("collect", "retira ediciones viejas", _configure_collect, _run_collect),
    ("pin", "conserva una edición para siempre", _configure_one, _run_pin),
    ("unpin", "deja de conservar una edición", _configure_one, _run_unpin),
)
"""Name, summary, arguments and action of each command."""
