"""How the tables of a snapshot lie on disk."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq


def write_tables(folder: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write each table as ``<name>.parquet``; observations so that one key reads fast."""
    for name, table in tables.items():
        path = folder / f"{name}.parquet"
        if name == "observations":
            _write_observations(path, table)
        else:
            table.to_parquet(path, compression="zstd", index=False)


def _write_observations(path: Path, table: pd.DataFrame) -> None:
    """One row group per indicator: a reader opens the one it wants and no other."""
    ordered = table.sort_values(["indicator", "sector", "territory_code"], kind="stable")
    whole = pa.Table.from_pandas(ordered, preserve_index=False)
    sizes = ordered["indicator"].value_counts(sort=False)
    keys = ordered["indicator"].unique()
    with pq.ParquetWriter(path, whole.schema, compression="zstd") as writer:
        start = 0
        for key in keys:
            size = int(sizes[key])
            writer.write_table(whole.slice(start, size), row_group_size=size)
            start += size
