"""What a file would change, before anything is published."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from geodata.imports.kinds import Kind
from geodata.imports.merge import INDICATOR, SOURCE, Paired, paired
from geodata.schema import TABLES

ADDED: Final = "added"
CHANGED: Final = "changed"
REMOVED: Final = "removed"
SAME: Final = "same"
SHOWN: Final = {
    "observations": "value",
    "results": "actual",
    "places": "status",
    "territories": "area_km2",
}
"""Column whose old and new values a preview shows; other tables show which columns differ."""

CODE: Final = "territory_code"
WITHOUT_FIGURE: Final = "sin_dato"


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change.

    Attributes:
        changes: one row per row of the table that is added, changed or removed: its key,
            ``change``, ``before`` and ``after``, and ``columns``, those that differ.
        by_indicator: counts of added, changed, removed and same rows, by indicator; by table
            where there are none.
        territories: codes that are touched.
        competing: cells of the file for which another source has a figure; both are kept.
    """

    changes: pd.DataFrame
    by_indicator: pd.DataFrame
    territories: tuple[str, ...]
    competing: int

    @property
    def counts(self) -> dict[str, int]:
        """Rows added, changed, removed and equal."""
        return {str(name): int(total) for name, total in self.by_indicator.sum().items()}

    @property
    def any_change(self) -> bool:
        """Whether a row would be added, changed or removed."""
        counts = self.counts
        return any(counts.get(what, 0) for what in (ADDED, CHANGED, REMOVED))


def compare(old: pd.DataFrame, new: pd.DataFrame, kind: Kind, *, whole_source: bool) -> Preview:
    """What the rows ``new`` would change in the table ``old``."""
    if new.empty:
        new = old.head(0)
    pairs = paired(old, new, kind, whole=whole_source)
    changes = pd.concat(_changes(old, new, kind, pairs), ignore_index=True)
    real = changes[changes["change"] != SAME].reset_index(drop=True)
    codes = real[CODE].astype("str").str.split("|").explode() if CODE in real else pd.Series()
    return Preview(
        changes=real,
        by_indicator=_counted(changes, kind),
        territories=tuple(sorted(set(codes) - {""})),
        competing=_competing(old, new, kind),
    )


def _changes(
    old: pd.DataFrame, new: pd.DataFrame, kind: Kind, pairs: Paired
) -> Iterator[pd.DataFrame]:
    replaced = np.flatnonzero(pairs.place >= 0)
    before = old.iloc[replaced].reset_index(drop=True)
    after = new.iloc[pairs.place[replaced]].reset_index(drop=True)
    differing = _differing(before, after, kind)
    word = pd.Series(SAME, index=differing.index).mask(differing != "", CHANGED)
    yield _described(after, kind, word, before, after).assign(columns=differing)
    gone = old[pairs.dropped].reset_index(drop=True)
    yield _described(gone, kind, REMOVED, gone, None)
    fresh = new[pairs.fresh].reset_index(drop=True)
    yield _described(fresh, kind, ADDED, None, fresh)


def _differing(before: pd.DataFrame, after: pd.DataFrame, kind: Kind) -> pd.Series:
    """Names of the columns that differ, joined; empty for equal rows."""
    names = pd.Series("", index=before.index)
    for column in (entry.name for entry in TABLES[kind.table]):
        left, right = before[column], after[column]
        unequal = (left != right) & ~(left.isna() & right.isna())
        names = names.mask(unequal, names + f"{column} ")
    return names.str.strip().str.replace(" ", "|", regex=False)


def _described(
    rows: pd.DataFrame,
    kind: Kind,
    change: pd.Series | str,
    before: pd.DataFrame | None,
    after: pd.DataFrame | None,
) -> pd.DataFrame:
    shown = SHOWN.get(kind.table, "")
    named = [*kind.key, *([CODE] if CODE in rows and CODE not in kind.key else [])]
    return rows[named].assign(
        change=change,
        before=_told(before, shown) if before is not None and shown else None,
        after=_told(after, shown) if after is not None and shown else None,
        columns="",
    )


def _told(rows: pd.DataFrame, shown: str) -> pd.Series:
    """Values, and where an observation has none, the code that says why."""
    values = rows[shown].astype(object)
    if "quality" not in rows:
        return values
    why = rows["quality"].astype(str).replace("", WITHOUT_FIGURE)
    return values.where(rows[shown].notna(), why)


def _counted(changes: pd.DataFrame, kind: Kind) -> pd.DataFrame:
    by = changes[INDICATOR] if INDICATOR in changes else pd.Series(kind.table, changes.index)
    counts = pd.crosstab(by, changes["change"])
    return counts.reindex(columns=[ADDED, CHANGED, REMOVED, SAME], fill_value=0)


def _competing(old: pd.DataFrame, new: pd.DataFrame, kind: Kind) -> int:
    if kind.table != "observations":
        return 0
    cell = [name for name in kind.key if name not in (SOURCE, "series")]
    others = old.merge(new[[*cell, SOURCE]], on=cell, suffixes=("", "_new"))
    rival = others[others[SOURCE] != others[f"{SOURCE}_new"]]
    return len(rival[[*cell, f"{SOURCE}_new"]].drop_duplicates())
