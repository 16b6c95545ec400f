"""``python -m geodata fetch``: bring a published source to a folder, ready to import."""

import argparse
import shlex
import sys
from pathlib import Path

from geodata.connectors import CONNECTORS, find
from geodata.connectors.contract import FetchError
from geodata.fetch import Progress, fetch

BYTES_PER_MB = 1e6


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "\n".join(f"{one.key:<16}{one.title}" for one in CONNECTORS)
    parser.add_argument("connector", metavar="CONNECTOR", help="one of those listed below")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where to save")
    parser.add_argument("--address", help="another https address of the same source")


def run(chosen: argparse.Namespace) -> int:
    """Fetch, with one line per answer, and say what comes next."""
    connector = find(chosen.connector)
    sys.stdout.write(f"{connector.title}\n")
    try:
        found = fetch(connector, chosen.to, base_url=chosen.address, progress=_report)
    except KeyboardInterrupt:
        raise FetchError("Descarga cancelada; no se guardó nada.") from None
    sys.stdout.write(
        f"Guardado: {found.path} · {_number(found.rows)} filas · {found.licence}\n"
        f"sha256 {found.sha256}\n"
        f"Para revisarlo: python -m geodata import {shlex.quote(str(found.path))} "
        f"--kind {connector.kind} --dry-run\n"
    )
    return 0


def _report(progress: Progress) -> None:
    rows = f" {_number(progress.rows)} de {_number(progress.expected)}" if progress.expected else ""
    megabytes = f"{progress.bytes_read / BYTES_PER_MB:.1f}".replace(".", ",")
    sys.stdout.write(f"  {progress.note}{rows} · {megabytes} MB\n")
    sys.stdout.flush()


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
