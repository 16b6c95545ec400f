"""Rows that come in take the place of those with the same key; the rest stays where it is."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from geodata.imports.kinds import Kind
from geodata.sums import summed_again

OCCURRENCE: Final = "_occurrence"
PLACE: Final = "_place"
SOURCE: Final = "source_id"
INDICATOR: Final = "indicator"


@dataclass(frozen=True, slots=True)
class Paired:
    """Which old row each new row replaces.

    Attributes:
        place: for each old row, the place of the new row that replaces it, or -1.
        dropped: for each old row, whether it goes without replacement.
        fresh: for each new row, whether it replaces none.
    """

    place: np.ndarray[tuple[int], np.dtype[np.int64]]
    dropped: np.ndarray[tuple[int], np.dtype[np.bool_]]
    fresh: np.ndarray[tuple[int], np.dtype[np.bool_]]


def paired(old: pd.DataFrame, new: pd.DataFrame, kind: Kind, *, whole: bool) -> Paired:
    """Pair rows by key; where a key repeats, its rows are paired in order.

    Args:
        old: the table as it is.
        new: the rows of the file.
        kind: says the key.
        whole: rows of the same source and indicator that the file does not bring are dropped.
    """
    key = list(kind.key)
    before = old[key].assign(**{OCCURRENCE: old.groupby(key, dropna=False).cumcount()})
    after = new[key].assign(**{OCCURRENCE: new.groupby(key, dropna=False).cumcount()})
    both = [*key, OCCURRENCE]
    found = before.merge(after.assign(**{PLACE: range(len(after))}), on=both, how="left")
    place = found[PLACE].fillna(-1).to_numpy(dtype=np.int64)
    scope = [name for name in (SOURCE, INDICATOR) if name in old] if whole else key
    touched = pd.MultiIndex.from_frame(old[scope]).isin(pd.MultiIndex.from_frame(new[scope]))
    fresh = np.ones(len(new), dtype=bool)
    fresh[place[place >= 0]] = False
    return Paired(place, touched & (place < 0), fresh)


def merged(old: pd.DataFrame, new: pd.DataFrame, kind: Kind, *, whole: bool) -> pd.DataFrame:
    """The table with the rows of the file in it; ``whole``: see ``paired``."""
    pairs = paired(old, new, kind, whole=whole)
    aligned = new.reindex(columns=old.columns)
    stack = pd.concat([old, aligned], ignore_index=True)
    own = np.arange(len(old))
    order = np.where(pairs.place >= 0, pairs.place + len(old), own)[~pairs.dropped]
    appended = np.flatnonzero(pairs.fresh) + len(old)
    table = stack.iloc[np.concatenate([order, appended])].reset_index(drop=True)
    return summed_again(table) if kind.table == "observations" else table
