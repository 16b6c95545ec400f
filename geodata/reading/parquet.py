"""Parquet, every value as text."""

from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from geodata.reading import refusals
from geodata.reading.cells import text_of
from geodata.reading.limits import LIMITS
from geodata.reading.refusals import refuse

_BY_VALUE: Final = (pa.types.is_floating, pa.types.is_temporal, pa.types.is_decimal,
                    pa.types.is_boolean)  # fmt: skip


def read_parquet(path: Path) -> pa.Table:
    """The table, with ``""`` for what is missing.

    Raises:
        UnreadableFileError: it is broken, too large or has columns of lists or records.
    """
    try:
        return _read(path)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise refuse(refusals.BROKEN) from error


def _read(path: Path) -> pa.Table:
    with pq.ParquetFile(path) as file:
        _measure(file.metadata)
        table = file.read(use_threads=False)
    names = [str(name).strip() for name in table.column_names]
    if len(set(names)) < len(names) or not names:
        raise refuse(refusals.BROKEN)
    columns = [_texts(name, table[place]) for place, name in enumerate(names)]
    return pa.table(columns, names=names)


def _measure(about: pq.FileMetaData) -> None:
    unpacked = sum(about.row_group(group).total_byte_size for group in range(about.num_row_groups))
    if about.num_rows > LIMITS.rows:
        raise refuse(refusals.TOO_MANY_ROWS, limit=LIMITS.rows)
    if about.num_columns > LIMITS.columns:
        raise refuse(refusals.TOO_MANY_COLUMNS, limit=LIMITS.columns)
    if unpacked > LIMITS.unpacked_bytes or about.num_rows * about.num_columns > LIMITS.cells:
        raise refuse(refusals.BOMB)


def _texts(name: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_nested(column.type) or pa.types.is_binary(column.type):
        raise refuse(refusals.NESTED, column=name)
    if any(test(column.type) for test in _BY_VALUE):
        texts = pa.chunked_array([pa.array(map(text_of, column.to_pylist()), pa.string())])
    else:
        texts = column.cast(pa.string())
    return pc.fill_null(texts, "")
