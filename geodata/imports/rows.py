"""From a checked file to rows of a table of the snapshot."""

from typing import Final

import numpy as np
import pandas as pd

from geodata.imports import aggregate
from geodata.imports.context import Context
from geodata.imports.encode import Encoded
from geodata.imports.kinds import Kind
from geodata.imports.shape import Shaped
from geodata.schema import TABLES, TOTAL, Column, Quality

NUMBERS: Final = ("number", "whole")
PLACES: Final = "places"
OBSERVATIONS: Final = "observations"
GROUP: Final = "population_group"


def rows_of(shaped: Shaped, encoded: Encoded, kind: Kind, context: Context) -> pd.DataFrame:
    """Rows of ``kind.table``; records of persons or vacancies come out as sums only.

    A file of boundaries or a list of territories gives its fields: see ``imports.territories``.
    """
    cells = _Cells(shaped, encoded, kind)
    if kind.shapes:
        return _frame(cells, [f.name for f in kind.fields])
    if kind.single:
        return aggregate.SUMS[kind.name](_frame(cells, [f.name for f in kind.fields]))
    table = pd.DataFrame({c.name: cells.of_column(c) for c in TABLES[kind.table]})
    if kind.table == PLACES:
        return _seated(table, context.territories)
    if kind.table != OBSERVATIONS:
        return table
    named = table if GROUP in shaped.cells else _grouped(table, context)
    return _measured(named, encoded, context)


class _Cells:
    """The cells of a file, one column at a time, typed."""

    def __init__(self, shaped: Shaped, encoded: Encoded, kind: Kind) -> None:
        self.shaped, self.encoded, self.kind = shaped, encoded, kind

    def of(self, name: str) -> pd.Series | None:
        """Typed cells of a field, ``None`` when the file does not have it."""
        if name in self.encoded.words:
            return self.encoded.values(name)
        field = self.kind.field(name)
        if field and field.is_number and name in self.shaped.cells:
            return self.encoded.numbers(name)
        if name not in self.shaped.cells:
            return None
        return self.shaped.cells[name].str.strip().reset_index(drop=True)

    def of_column(self, column: Column) -> pd.Series:
        """Cells of a column of the table, its default where the file has none."""
        found = self.of(column.name)
        if found is not None:
            return found
        field = self.kind.field(column.name)
        usual = field.default if field else ""
        number = column.kind in NUMBERS
        return pd.Series(
            np.nan if number else usual,
            index=range(len(self.shaped.cells)),
            dtype="float64" if number else "str",
        )


def _frame(cells: _Cells, names: list[str]) -> pd.DataFrame:
    found = {name: cells.of(name) for name in names}
    frame = pd.DataFrame({name: series for name, series in found.items() if series is not None})
    defaults = {f.name: f.default for f in cells.kind.fields if f.name not in frame}
    return frame.assign(**defaults)


def _seated(table: pd.DataFrame, territories: pd.DataFrame) -> pd.DataFrame:
    """Places without a point stand at the seat of their municipality, and say so."""
    seats = territories.drop_duplicates("territory_code").set_index("territory_code")
    without = table["lon"].isna()
    seat = table["territory_code"]
    precision = table["precision"].mask(table["precision"] == "", "address")
    return table.assign(
        lon=table["lon"].fillna(seat.map(seats["lon"])),
        lat=table["lat"].fillna(seat.map(seats["lat"])),
        precision=precision.mask(without, "seat"),
    )


def _grouped(table: pd.DataFrame, context: Context) -> pd.DataFrame:
    """Figures whose file names no population: that of their indicator."""
    groups = {key: limits.group for key, limits in context.indicators.items()}
    return table.assign(population_group=table["indicator"].map(groups).fillna(TOTAL))


def _measured(table: pd.DataFrame, encoded: Encoded, context: Context) -> pd.DataFrame:
    """Figures with the unit of their indicator; withheld ones are marked."""
    units = {key: limits.unit for key, limits in context.indicators.items()}
    unit = table["unit"].mask(table["unit"] == "", table["indicator"].map(units).fillna(""))
    quality = table["quality"].mask(encoded.withheld("value"), Quality.SUPPRESSED.value)
    return table.assign(unit=unit, quality=quality)
