"""Who does what where: organisations on record by axis and municipality, and where none is.

What is not on record is not known: nobody on record never means that nobody works there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pandas as pd

from indicators.frameworks import places_of
from indicators.spec import Axis

AXES: Final = tuple(str(axis) for axis in Axis if axis is not Axis.CONTEXT)
LOCAL_DIGITS: Final = 5
TOGETHER: Final = 2
"""Organisations of one axis and municipality from which they meet there."""


@dataclass(frozen=True)
class Presence:
    """Organisations on record in a set of municipalities.

    Attributes:
        codes: the municipalities looked at, whether anybody is on record there or not.
        local: one row for each organisation, programme, axis and municipality of ``codes``.
        wider: those on record for a department of ``codes`` or for the nation: where exactly
            they work is not known, so that they are counted in no municipality.
        axes: those looked at.
    """

    codes: pd.Index
    local: pd.DataFrame
    wider: pd.DataFrame
    axes: tuple[str, ...]

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Organisations by municipality (rows, all of ``codes``) and axis; 0 is none on record."""
        pairs = self.local[["territory_code", "axis", "organisation"]].drop_duplicates()
        found = pd.crosstab(pairs["territory_code"], pairs["axis"])
        return found.reindex(index=self.codes, columns=list(self.axes), fill_value=0).astype(int)

    def count(self, code: str, axis: str) -> int:
        """Organisations of one municipality and axis."""
        found = self.counts[axis]
        return int(found[code])

    @cached_property
    def organisations(self) -> pd.Series:
        """Organisations of each municipality, each counted once whatever its axes."""
        pairs = self.local[["territory_code", "organisation"]].drop_duplicates()
        return pairs["territory_code"].value_counts().reindex(self.codes, fill_value=0)

    @property
    def served(self) -> pd.Index:
        """Municipalities with anybody on record, those with most organisations first."""
        some = self.organisations[self.organisations > 0]
        return some.sort_values(ascending=False, kind="stable").index

    @property
    def unserved(self) -> pd.Index:
        """Municipalities with nobody on record."""
        return self.organisations.index[self.organisations == 0]

    def gaps(self, code: str) -> tuple[str, ...]:
        """Axes with nobody on record in a municipality."""
        return tuple(axis for axis in self.axes if not self.count(code, axis))

    @cached_property
    def overlaps(self) -> tuple[tuple[str, str, int], ...]:
        """Municipality, axis and number of organisations that meet there, most first."""
        met = [
            (str(code), axis, self.count(str(code), axis))
            for code in self.served
            for axis in self.axes
            if self.count(str(code), axis) >= TOGETHER
        ]
        return tuple(sorted(met, key=lambda one: -one[2]))

    @cached_property
    def matrix(self) -> pd.DataFrame:
        """Municipalities of each organisation (rows, by name and kind) and axis; 0 is none."""
        pairs = self.local[["organisation", "kind", "axis", "territory_code"]].drop_duplicates()
        found = pd.crosstab([pairs["organisation"], pairs["kind"]], pairs["axis"])
        table = found.reindex(columns=list(self.axes), fill_value=0)
        return table.loc[table.sum(axis=1).sort_values(ascending=False, kind="stable").index]


def spread(actors: pd.DataFrame) -> pd.DataFrame:
    """``actors`` with one row for each territory, where a row speaks of several together."""
    several = [list(places_of(str(codes))) for codes in actors["territory_code"]]
    each = actors.assign(
        territory_code=pd.Series(several, actors.index, dtype=object),
        **{name: actors[name].astype("str") for name in ("organisation", "kind", "axis")},
    )
    return each.explode("territory_code", ignore_index=True).drop_duplicates(ignore_index=True)


def presence(
    actors: pd.DataFrame, codes: Sequence[str], axis: str = "", kind: str = ""
) -> Presence:
    """Who is on record in ``codes``.

    Args:
        actors: as the snapshot has them.
        codes: municipalities.
        axis: only those of this axis; of all seven without it. The context is no axis.
        kind: only organisations of this kind.
    """
    axes = (axis,) if axis else AXES
    rows = spread(actors)
    rows = rows[rows["axis"].isin(axes)]
    if kind:
        rows = rows[rows["kind"] == kind]
    places = rows["territory_code"]
    around = {code[:2] for code in codes} | {"00"}
    return Presence(
        codes=pd.Index(list(codes)),
        local=rows[places.isin(list(codes))].reset_index(drop=True),
        wider=rows[places.isin(around)].reset_index(drop=True),
        axes=axes,
    )
