"""``python -m geodata aggregate KIND PATH --engine E``: add up single records where they are."""

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geodata.aggregate.figures import Records
from geodata.durable import writing_to
from geodata.errors import UserFacingError
from geodata.schema import FEWEST_PERSONS

if TYPE_CHECKING:
    import pandas as pd

    from geodata.aggregate.run import Sums

SUMMARY: Final = "add up single records on the engine that holds them"
WRITERS: Final = (".parquet", ".csv")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.add_argument("kind", choices=[kind.value for kind in Records], metavar="KIND",
                        help=", ".join(Records))  # fmt: skip
    parser.add_argument("path", help="Parquet file or folder; a table in PostgreSQL")
    parser.add_argument("--engine", default="duckdb", help="duckdb, postgresql://… or sc://…")
    parser.add_argument("--out", type=Path, metavar="FILE", help=".parquet or .csv to import")
    parser.add_argument("--source", default="", help="source_id of the figures, for --out")
    parser.add_argument(
        "--threshold", type=int, default=FEWEST_PERSONS, help="smallest count shown"
    )
    parser.add_argument("--monthly", action="store_true", help="vacancies by month")


def run(chosen: argparse.Namespace) -> int:
    """Run the command.

    Raises:
        UserFacingError: a sentence for whoever typed it.
    """
    _check(chosen)
    # The engines take half a second to load: no other command waits for them.
    from geodata.aggregate.run import Request, aggregate  # noqa: PLC0415
    from geodata.disclosure.observations import protected_keys  # noqa: PLC0415

    started = time.monotonic()
    request = Request(
        Records(chosen.kind),
        chosen.engine,
        chosen.path,
        chosen.source,
        chosen.threshold,
        chosen.monthly,
    )
    sums = aggregate(request, protected_keys if chosen.threshold > 1 else None)
    if chosen.out:
        _write(sums.rows, chosen.out)
    _tell(sums, time.monotonic() - started)
    return 0


def _check(chosen: argparse.Namespace) -> None:
    """Refuse before the long work what would fail after it."""
    if not chosen.out:
        return
    if chosen.out.suffix not in WRITERS:
        raise UserFacingError(f"{chosen.out.name} debe terminar en .parquet o .csv.")
    if not chosen.out.parent.is_dir():
        raise UserFacingError(f"No existe la carpeta {chosen.out.parent}. Créela o elija otra.")
    if not chosen.source:
        raise UserFacingError("Diga con --source la clave de la fuente de estas cifras.")


def _write(rows: "pd.DataFrame", path: Path) -> None:
    """The file appears under its name only once it is whole."""
    draft = path.with_name(f".{path.name}.draft")
    with writing_to(path.parent):
        try:
            if path.suffix == ".csv":
                rows.to_csv(draft, index=False)
            else:
                rows.to_parquet(draft, index=False)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def _tell(sums: "Sums", seconds: float) -> None:
    _say(
        f"{_number(sums.read)} filas leídas, {_number(len(sums.rows))} cifras, "
        f"{_number(sums.suppressed)} suprimidas, {_seconds(seconds)} s."
    )
    if sums.unplaced:
        _say(f"{_number(sums.unplaced)} filas fuera: sin municipio, fecha o número posible.")
    if sums.in_total_only:
        _say(f"{_number(sums.in_total_only)} filas solo en los totales: palabra desconocida.")


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _seconds(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
