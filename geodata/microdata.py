"""Large tables of single records, written in batches so that memory stays small."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from geodata.errors import DataUnavailableError


def write_batches(path: Path, batches: Iterable[pd.DataFrame]) -> int:
    """Write ``batches`` one after the other to one Parquet file.

    All batches have the columns and types of the first. The file appears under its name only once
    it is whole.

    Returns:
        How many rows were written.

    Raises:
        DataUnavailableError: there was no batch, so there is nothing to write.
    """
    draft = path.with_name(f".{path.name}.draft")
    try:
        rows = _write(draft, batches)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return rows


def _write(draft: Path, batches: Iterable[pd.DataFrame]) -> int:
    tables = (pa.Table.from_pandas(batch, preserve_index=False) for batch in batches)
    first = next(tables, None)
    if first is None:
        raise DataUnavailableError(
            f"No hay registros para escribir en {draft.parent}. Pida al menos uno."
        )
    with pq.ParquetWriter(draft, first.schema, compression="zstd") as writer:
        writer.write_table(first)
        return int(first.num_rows) + sum(_append(writer, table) for table in tables)


def _append(writer: pq.ParquetWriter, table: pa.Table) -> int:
    writer.write_table(table.cast(writer.schema))
    return int(table.num_rows)
