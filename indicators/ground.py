"""Facts of the territories of one snapshot, read out of the table once: lookups cost nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import Level

CORNERS: Final = ("south", "west", "north", "east")


@dataclass(frozen=True)
class Ground:
    """The territories of a snapshot, indexed by code."""

    territories: pd.DataFrame

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Name of each territory, of any level."""
        return dict(zip(self._codes, self.territories["name"].tolist(), strict=True))

    @cached_property
    def all_departments(self) -> pd.Index:
        """Every department, in the order of the table."""
        return self.territories.index[list(self._department_rows.values())]

    def departments(self, codes: pd.Index) -> pd.Index:
        """Departments that ``codes`` belong to, in the order of the table.

        Raises:
            KeyError: a code does not exist.
        """
        own = self._departments
        found = {own[code] for code in codes.tolist()}
        wanted = [place for code, place in self._department_rows.items() if code in found]
        return self.territories.index[wanted]

    def bounds(self, codes: Sequence[str]) -> list[list[float]]:
        """South-west and north-east corners of a set, ``[[lat, lon], [lat, lon]]``.

        Missing numbers where no territory of the set has a shape.
        """
        corners = self._corners[[self._rows[code] for code in codes]]
        drawn = corners[~np.isnan(corners).any(axis=1)]
        if not len(drawn):
            return [[np.nan, np.nan], [np.nan, np.nan]]
        low, high = drawn[:, :2].min(axis=0), drawn[:, 2:].max(axis=0)
        return [low.tolist(), high.tolist()]

    def without_shape(self, codes: pd.Index) -> Mapping[str, str]:
        """Names of those of ``codes`` that no map draws."""
        return {code: self.names[code] for code in codes.tolist() if code not in self._drawn}

    def domains(self, codes: pd.Index) -> Mapping[str, list[float]]:
        """Longitude and latitude of the seats of those of ``codes`` that are survey domains."""
        return {code: self._seats[code] for code in codes.tolist() if code in self._seats}

    @cached_property
    def _codes(self) -> list[str]:
        codes: list[str] = self.territories.index.tolist()
        return codes

    @cached_property
    def _rows(self) -> Mapping[str, int]:
        return {code: row for row, code in enumerate(self._codes)}

    @cached_property
    def _departments(self) -> Mapping[str, str]:
        return dict(zip(self._codes, self.territories["department_code"].tolist(), strict=True))

    @cached_property
    def _department_rows(self) -> Mapping[str, int]:
        levels = self.territories["level"].tolist()
        return {c: row for c, row in self._rows.items() if levels[row] == Level.DEPARTMENT}

    @cached_property
    def _corners(self) -> npt.NDArray[np.float64]:
        return self.territories[list(CORNERS)].to_numpy(dtype=float)

    @cached_property
    def _drawn(self) -> frozenset[str]:
        return frozenset(self.territories.index[self.territories["has_geometry"]])

    @cached_property
    def _seats(self) -> Mapping[str, list[float]]:
        domains = self.territories[self.territories["level"] == Level.SURVEY_DOMAIN]
        seats = domains[["lon", "lat"]].to_numpy().tolist()
        return dict(zip(domains.index.tolist(), seats, strict=True))
