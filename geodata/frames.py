"""Arrow tables as data frames whose columns of few words share their lists of words."""

from dataclasses import dataclass, field
from typing import Final

import pandas as pd
import pyarrow as pa

KEPT_LISTS: Final = 4096
"""Lists of words remembered; a snapshot has a few dozen of most columns."""


@dataclass(frozen=True)
class Frames:
    """Makes data frames; a list of words that was seen before costs no time and no memory again."""

    _kept: dict[tuple[str, ...], pd.CategoricalDtype] = field(default_factory=dict, repr=False)

    def of(self, table: pa.Table) -> pd.DataFrame:
        """``table`` as pandas would make it, columns of codes as categories."""
        columns = table.combine_chunks().columns
        made = {
            name: self._column(column)
            for name, column in zip(table.column_names, columns, strict=True)
        }
        return pd.DataFrame(made, copy=False)

    def _column(self, column: pa.ChunkedArray) -> pd.Series | pd.Categorical:
        if not pa.types.is_dictionary(column.type) or column.null_count or not len(column):
            series: pd.Series = column.to_pandas()
            return series
        (chunk,) = column.chunks
        words = tuple(chunk.dictionary.to_pylist())
        return pd.Categorical.from_codes(
            chunk.indices.to_numpy(), dtype=self._words(words), validate=False
        )

    def _words(self, words: tuple[str, ...]) -> pd.CategoricalDtype:
        if words not in self._kept:
            while len(self._kept) >= KEPT_LISTS:
                del self._kept[next(iter(self._kept))]
            self._kept[words] = pd.CategoricalDtype(list(words))
        return self._kept[words]
