"""Run every rule over a file, as one query of a locked DuckDB."""

from collections.abc import Iterator, Mapping
from typing import Final

import duckdb
import pandas as pd
import pyarrow as pa

from geodata.imports import rules
from geodata.imports.context import PROJECTED, Context
from geodata.imports.encode import Encoded
from geodata.imports.fields import Field, Nature
from geodata.imports.kinds import Kind
from geodata.imports.rules import Rule
from geodata.imports.shape import Shaped

MEMORY: Final = "128MB"
LOCK: Final = """
SET disabled_optimizers = 'join_order,build_side_probe_side';
SET preserve_insertion_order = false;
SET enable_external_access = false;
SET lock_configuration = true;
"""
"""A query reads no file and changes no setting. Joins are made as they are written: the planner
does not know which table is the large one, and would keep a million rows instead of a few words."""

PLACES: Final = ("territory_code", "name", "level", "west", "south", "east", "north")
INDICATOR: Final = "indicator"
NOTE: Final = "note"


def locked() -> duckdb.DuckDBPyConnection:
    """A database in memory that reads and writes no file and changes no setting."""
    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": 1,
            "memory_limit": MEMORY,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    connection.execute(LOCK)
    return connection


def check(shaped: Shaped, encoded: Encoded, kind: Kind, context: Context) -> pd.DataFrame:
    """Judge every cell of ``encoded``, the compact form of ``shaped``.

    Returns:
        What the rules found: ``rule``, ``field``, ``n`` (place of the row, from 0) and ``detail``.
    """
    fields = [field for field in kind.fields if field.name in shaped.cells]
    with locked() as connection:
        _register(connection, encoded, context)
        query = _query(fields, context, with_note=NOTE in shaped.cells)
        return connection.execute(query).df()


def _register(connection: duckdb.DuckDBPyConnection, encoded: Encoded, context: Context) -> None:
    connection.register("staged", encoded.cells)
    connection.register("repeated", encoded.repeated())
    for name in encoded.words:
        connection.register(f"w_{name}", encoded.table_of(name))
    places = context.territories.reindex(columns=list(PLACES))
    connection.register("territories", pa.Table.from_pandas(places, preserve_index=False))
    limits = context.indicators
    connection.register(
        "limits",
        pa.table(
            {
                INDICATOR: pa.array(list(limits), pa.string()),
                "unit": pa.array([entry.unit for entry in limits.values()], pa.string()),
                "low": pa.array([entry.low for entry in limits.values()], pa.float64()),
                "high": pa.array([entry.high for entry in limits.values()], pa.float64()),
            }
        ),
    )


def _query(fields: list[Field], context: Context, *, with_note: bool) -> str:
    """Every rule, joined by ``UNION ALL``."""
    names = {field.name for field in fields if field.nature is not Nature.TEXT}
    parts = [
        *_word_parts(fields, INDICATOR in names, context),
        *_cell_parts(fields),
        *_row_parts(names, context),
        _duplicates(with_note=with_note),
    ]
    return f"SELECT * FROM ({' UNION ALL '.join(parts)}) f(rule, field, n, detail) ORDER BY n"  # noqa: S608


def _fill(sql: str, context: Context, **words: str) -> str:
    """SQL with its marks replaced; other braces are left alone."""
    projected = ", ".join(f"'{key}'" for key in sorted(PROJECTED))
    marks: Mapping[str, str] = {"today": context.today.isoformat(), "projected": projected, **words}
    for mark, text in marks.items():
        sql = sql.replace(f"{{{mark}}}", text)
    return sql


def _word_parts(fields: list[Field], by_indicator: bool, context: Context) -> Iterator[str]:  # noqa: FBT001
    for field in (entry for entry in fields if not entry.is_plain):
        judged = [rule for rule in rules.WORD_RULES if _judges(rule, field)]
        if field.nature is Nature.PERIOD and not by_indicator:
            judged.append(rules.FUTURE_WORD)
        allowed = ", ".join(word for word in field.allowed if word)
        bad = " UNION ALL ".join(
            f"SELECT '{rule.key}' AS rule, w.code, {_fill(rule.detail, context, allowed=allowed)} "  # noqa: S608
            f"AS detail FROM w_{field.name} w WHERE {_fill(rule.when, context)}"
            for rule in judged
        )
        yield (
            f"SELECT b.rule, '{field.name}' AS field, s.n, b.detail "  # noqa: S608
            f'FROM staged s JOIN ({bad}) b ON s."{field.name}" = b.code'
        )


def _judges(rule: Rule, field: Field) -> bool:
    named = field.name in rule.fields or field.nature in rule.natures
    return named and (field.required or not rule.only_required)


def _cell_parts(fields: list[Field]) -> Iterator[str]:
    for field in (entry for entry in fields if entry.is_plain):
        for rule in rules.CELL_RULES:
            if not _judges(rule, field) or not (field.is_number or rule.only_required):
                continue
            when = rule.when.replace("{field}", field.name)
            yield (
                f"SELECT '{rule.key}', '{field.name}', s.n, {rule.detail} "  # noqa: S608
                f"FROM staged s WHERE {when}"
            )


def _row_parts(names: set[str], context: Context) -> Iterator[str]:
    for rule in rules.ROW_RULES:
        if names.issuperset(rule.fields):
            yield (
                f"SELECT '{rule.key}', '{rule.fields[0]}', s.n, {rule.detail} "  # noqa: S608
                f"FROM {_fill(rule.tables, context)} WHERE {_fill(rule.when, context)}"
            )


def _duplicates(*, with_note: bool) -> str:
    """Rows whose cell is that of an earlier row; an own note makes them a second figure."""
    note = "s.note" if with_note else "''"
    return (
        f"SELECT CASE WHEN note = first_note THEN '{rules.DUPLICATE.key}' "  # noqa: S608
        f"ELSE '{rules.DUPLICATE_WITH_NOTE.key}' END, '', n, CAST(first AS VARCHAR) FROM ("
        f"SELECT s.n, {note} AS note, min(s.n) OVER same AS first, "
        f"arg_min({note}, s.n) OVER same AS first_note "
        "FROM staged s "
        "SEMI JOIN repeated r ON s.cell = r.cell "
        "WINDOW same AS (PARTITION BY s.cell)) WHERE n <> first"
    )
