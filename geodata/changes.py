"""What differs between two snapshots: rows added, changed cell by cell, and removed.

Rows are paired by the key of their table. Where a key repeats, its rows are paired one by one, so a
duplicate that comes or goes is one row added or removed.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

import duckdb
import pandas as pd

from geodata.keys import KEYS
from geodata.store import Store

NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "territories": "Territorios",
        "observations": "Observaciones",
        "places": "Lugares",
        "results": "Resultados",
        "components": "Componentes",
        "actors": "Actores",
        "sources": "Fuentes",
        "domains": "Dominios",
    }
)

GROUP: Final = "indicator"
"""Changes are counted by it in the tables that have it."""

MOST_ROWS: Final = 10_000
"""Rows that a table of changes carries of each kind; counts are always whole."""

COUNTED: Final = ("added", "changed", "removed")


THREADS: Final = 2
NUMBERS: Final = frozenset(("DOUBLE", "FLOAT", "BIGINT", "INTEGER", "SMALLINT", "TINYINT"))
OCCURRENCE: Final = "row_of_key"
"""Added by this module: 1, 2, … among the rows of one key."""

DIFFERING_GROUPS: Final = """
CREATE TEMP TABLE groups AS
WITH o AS (SELECT {group} AS g, sum(hash(old)) AS s FROM old GROUP BY ALL),
     f AS (SELECT {group} AS g, sum(hash(fresh)) AS s FROM fresh GROUP BY ALL)
SELECT g FROM o FULL JOIN f USING (g) WHERE o.s IS DISTINCT FROM f.s
"""
"""Most indicators are equal in both; a sum of hashes finds them in one reading."""

DIFFERING_HASHES: Final = """
CREATE TEMP TABLE hashes AS
WITH o AS (SELECT hash(old) AS h, 1 AS n FROM old WHERE {group} IN (FROM groups)),
     f AS (SELECT hash(fresh) AS h, -1 AS n FROM fresh WHERE {group} IN (FROM groups))
SELECT h, sum(n) AS surplus FROM (FROM o UNION ALL FROM f) GROUP BY h HAVING surplus <> 0
"""

DIFFERING_ROWS: Final = """
CREATE TEMP TABLE {table} AS
WITH hashed AS (SELECT *, hash({view}) AS h FROM {view} WHERE {group} IN (FROM groups)),
     alone AS (
       SELECT hashed.* FROM hashed JOIN hashes USING (h) WHERE {sign} * surplus > 0
       QUALIFY row_number() OVER (PARTITION BY h) <= abs(surplus))
SELECT * EXCLUDE (h), row_number() OVER (PARTITION BY {keys} ORDER BY h) AS row_of_key FROM alone
"""

COUNTS: Final = """
WITH pairs AS (
  SELECT {group} AS indicator, o AS o, n AS n
  FROM (SELECT *, true AS o FROM gone) FULL JOIN (SELECT *, true AS n FROM new) {using})
SELECT indicator, count(*) FILTER (o IS NULL) AS added,
       count(*) FILTER (o AND n) AS changed, count(*) FILTER (n IS NULL) AS removed
FROM pairs GROUP BY ALL ORDER BY ALL
"""

SHOWN_PAIRS: Final = """
CREATE TEMP TABLE shown AS
SELECT {keys}, gone, new FROM gone JOIN new {using} ORDER BY {keys} LIMIT {most}
"""

CHANGED_CELLS: Final = """
SELECT {keys}, '{column}' AS "column", coalesce(CAST(gone."{column}" AS VARCHAR), '') AS "before",
       coalesce(CAST(new."{column}" AS VARCHAR), '') AS "after"
FROM shown WHERE gone."{column}" IS DISTINCT FROM new."{column}"
"""


@dataclass(frozen=True, slots=True)
class TableChanges:
    """Changes of one table.

    Attributes:
        counts: whole counts, one row per indicator (``""`` where the table has none), with the
            columns ``added``, ``changed`` and ``removed``.
        added: rows that only the later snapshot has.
        changed: one row per changed cell: the key, ``column``, ``before`` and ``after`` as text.
        removed: rows that only the earlier snapshot has.
    """

    table: str
    counts: pd.DataFrame
    added: pd.DataFrame
    changed: pd.DataFrame
    removed: pd.DataFrame

    def total(self, what: str) -> int:
        """Rows ``added``, ``changed`` or ``removed`` in the whole table."""
        return int(self.counts[what].sum())


@dataclass(frozen=True, slots=True)
class Changes:
    """From one snapshot to another. Tables without changes are not in ``tables``."""

    before: str
    after: str
    tables: Mapping[str, TableChanges]


def changes(before: Store, after: Store) -> Changes:
    """Everything that differs between two snapshots, by table and indicator.

    Empty text and a missing cell are the same, and so are 1 and 1.0.
    """
    differing = [
        name
        for name in KEYS
        if before.manifest.files.get(f"{name}.parquet")
        != after.manifest.files.get(f"{name}.parquet")
    ]
    found = (_table_changes(name, before.folder, after.folder) for name in differing)
    changed = {one.table: one for one in found if len(one.counts)}
    return Changes(before.snapshot_id, after.snapshot_id, MappingProxyType(changed))


def summary(found: Changes) -> str:
    """The counts in Spanish, one line per table; one sentence when nothing differs."""
    if not found.tables:
        return f"Las ediciones {found.before} y {found.after} tienen las mismas filas."
    lines = [_line(one) for one in found.tables.values()]
    return "\n".join((f"De {found.before} a {found.after}:", *lines))


def _line(one: TableChanges) -> str:
    added, changed, removed = (one.total(what) for what in COUNTED)
    parts = (
        _counted(added, "fila nueva", "filas nuevas"),
        _counted(changed, "cambiada", "cambiadas"),
        _counted(removed, "retirada", "retiradas"),
    )
    grouped = one.counts[GROUP].ne("").sum()
    where = f", en {_counted(grouped, 'indicador', 'indicadores')}" if grouped else ""
    return f"{NAMES[one.table]}: {', '.join(parts)}{where}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}".replace(",", ".")


def _table_changes(name: str, before: Path, after: Path) -> TableChanges:
    files = {"old": before / f"{name}.parquet", "fresh": after / f"{name}.parquet"}
    there = {view: path for view, path in files.items() if path.exists()}
    with _engine_over(there) as engine:
        columns = _normalised(engine, there)
        keys = [key for key in KEYS[name] if key in columns]
        _keep_differing(engine, keys)
        return TableChanges(
            table=name,
            counts=_counts(engine, keys),
            added=_alone(engine, "new", "gone", keys),
            changed=_cells(engine, keys, [c for c in columns if c not in keys]),
            removed=_alone(engine, "gone", "new", keys),
        )


@contextmanager
def _engine_over(files: Mapping[str, Path]) -> Iterator[duckdb.DuckDBPyConnection]:
    """DuckDB that can read ``files`` and nothing else, and writes no disk."""
    with duckdb.connect(":memory:", config={"threads": THREADS}) as engine:
        engine.execute("SET enable_geoparquet_conversion = false")
        engine.execute("SET allowed_paths = $paths", {"paths": [str(f) for f in files.values()]})
        engine.execute("SET enable_external_access = false")
        engine.execute("SET lock_configuration = true")
        yield engine


def _normalised(engine: duckdb.DuckDBPyConnection, files: Mapping[str, Path]) -> list[str]:
    """Create the views ``old`` and ``fresh`` with the same columns of the same types.

    A side without file is empty. Returns the columns.
    """
    sources = {view: engine.read_parquet(str(path)) for view, path in files.items()}
    if len(sources) == 1:
        (only,) = sources.values()
        sources = {"old": only.limit(0), "fresh": only.limit(0)} | sources
    kinds = [dict(zip(s.columns, map(str, s.types), strict=True)) for s in sources.values()]
    columns = list(dict.fromkeys(name for found in kinds for name in found))
    for (view, source), own in zip(sources.items(), kinds, strict=True):
        cells = (_cell(c, own.get(c), {found.get(c) for found in kinds}) for c in columns)
        source.project(", ".join(cells)).create_view(view)
    return columns


def _cell(name: str, kind: str | None, kinds: set[str | None]) -> str:
    """One column as SQL: text is never NULL, a shape is its checksum, numbers are alike."""
    if kind == "BLOB":
        return f'md5("{name}") AS "{name}"'
    wide = "DOUBLE" if (kinds - {None}) <= NUMBERS else "VARCHAR"
    value = "NULL" if kind is None else f'"{name}"'
    cast = f"CAST({value} AS {wide})"
    return f'{cast} AS "{name}"' if wide == "DOUBLE" else f"coalesce({cast}, '') AS \"{name}\""


def _keep_differing(engine: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> None:
    """Fill ``gone`` and ``new`` with the rows that the other side has not, or has fewer of.

    Rows are compared by a hash of 64 bits: of a million changed rows among ten million, one would
    be missed once in two million comparisons of snapshots.
    """
    group = f'"{GROUP}"' if GROUP in keys else "''"
    engine.execute(DIFFERING_GROUPS.format(group=group))
    engine.execute(DIFFERING_HASHES.format(group=group))
    for table, view, sign in (("gone", "old", 1), ("new", "fresh", -1)):
        engine.execute(
            DIFFERING_ROWS.format(
                table=table, view=view, sign=sign, group=group, keys=_listed(keys)
            )
        )


def _listed(columns: Sequence[str], table: str = "") -> str:
    return ", ".join(f'{table}"{column}"' for column in columns)


def _using(keys: Sequence[str]) -> str:
    return f"USING ({_listed([*keys, OCCURRENCE])})"


def _counts(engine: duckdb.DuckDBPyConnection, keys: Sequence[str]) -> pd.DataFrame:
    group = f'"{GROUP}"' if GROUP in keys else "''"
    return engine.execute(COUNTS.format(group=group, using=_using(keys))).df()


def _alone(
    engine: duckdb.DuckDBPyConnection, here: str, there: str, keys: Sequence[str]
) -> pd.DataFrame:
    """Rows of ``here`` whose key ``there`` has not."""
    rows = engine.table(here)
    order = _listed(keys)
    sql = f"SELECT * EXCLUDE ({OCCURRENCE}) FROM {here} ANTI JOIN {there} {_using(keys)}"  # noqa: S608
    return engine.execute(f"{sql} ORDER BY {order} LIMIT {MOST_ROWS}").df()[rows.columns[:-1]]


def _cells(
    engine: duckdb.DuckDBPyConnection, keys: Sequence[str], columns: Sequence[str]
) -> pd.DataFrame:
    """One row per changed cell of the first ``MOST_ROWS`` changed rows, values as text."""
    listed = _listed(keys)
    engine.execute(SHOWN_PAIRS.format(keys=listed, using=_using(keys), most=MOST_ROWS))
    parts = [
        CHANGED_CELLS.format(keys=listed, column=column)
        for column in columns or keys[:1]  # where every column is key, pairs never differ
    ]
    return engine.execute(f'{" UNION ALL ".join(parts)} ORDER BY {listed}, "column"').df()
