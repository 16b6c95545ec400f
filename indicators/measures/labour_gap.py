"""Employment gaps between two populations, from figures that were published side by side."""

from dataclasses import dataclass
from enum import Enum, unique
from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import Group, Quality, Sex
from indicators import units
from indicators.cube import Cell, cell_rows
from indicators.figures import mappable, ranked
from indicators.measures.spec import Measure
from indicators.spec import Text

SHARED: Final = ["period", "series", "source_id"]
"""What both sides of a gap must have in common: period, universe and publication."""

LABOUR_GAP: Final = Measure(
    key="brecha_laboral",
    title=Text("Brecha laboral", "Employment gap"),
    definition=Text(
        "Puntos porcentuales que separan la tasa de migrantes y no migrantes, o de mujeres y "
        "hombres.",
        "Percentage points between the rate of migrants and non-migrants, or of women and men.",
    ),
    formula=Text(
        "Tasa del primer grupo − tasa del segundo, del mismo periodo, serie y fuente.",
        "Rate of the first group − rate of the second, of the same period, series and source.",
    ),
    unit=units.PERCENTAGE_POINTS,
    universe=Text("El de la tasa que se compara.", "That of the rate compared."),
    reference="OIT, Guía sobre indicadores clave del mercado de trabajo; DANE, GEIH",
    caveat=Text(
        "No se restan cifras de periodos, series o fuentes distintas aunque sean las únicas.",
        "Figures of different periods, series or sources are not subtracted, even if they are the "
        "only ones.",
    ),
    keys=("tasa_desocupacion", "tasa_ocupacion", "tasa_informalidad"),
    function="indicators.measures.labour_gap.labour_gap",
)

NOT_PUBLISHED: Final = Text(
    "No calculable: nadie publica los dos grupos de este territorio.",
    "Not computable: nobody publishes both groups of this territory.",
)
NOT_TOGETHER: Final = Text(
    "No calculable: los dos grupos se publican, pero de periodos, series o fuentes distintas.",
    "Not computable: both groups are published, but of different periods, series or sources.",
)


@unique
class Pair(Enum):
    """Two populations compared: the gap is the first minus the second."""

    MIGRANT_HOST = (
        Cell(population_group=Group.VENEZUELAN),
        Cell(population_group=Group.NON_MIGRANT),
    )
    RECENT_HOST = (
        Cell(population_group=Group.RECENT_VENEZUELAN),
        Cell(population_group=Group.NON_MIGRANT),
    )
    WOMEN_MEN = (Cell(sex=Sex.WOMEN), Cell(sex=Sex.MEN))


@dataclass(frozen=True, slots=True)
class PairedGap:
    """A gap in percentage points, or the sentence that says why there is none.

    Attributes:
        first: rate of the first group; ``second`` that of the other; missing without a gap.
    """

    pair: Pair
    points: float | None
    first: float | None = None
    second: float | None = None
    period: str = ""
    series: str = ""
    source_id: str = ""
    reason: Text | None = None


def labour_gap(observations: pd.DataFrame, code: str, pair: Pair) -> PairedGap:
    """The newest gap of one territory.

    Args:
        observations: those of one rate.
        code: a territory of any level.
        pair: the two populations.
    """
    mine = observations[observations["territory_code"] == code]
    first, second = (_usable(mine, cell) for cell in pair.value)
    if first.empty or second.empty:
        return PairedGap(pair, None, reason=NOT_PUBLISHED)
    both = first.merge(second, on=SHARED, suffixes=("_first", "_second"))
    if both.empty:
        return PairedGap(pair, None, reason=NOT_TOGETHER)
    newest = both.iloc[-1]
    one, other = float(newest["value_first"]), float(newest["value_second"])
    period, series, source_id = (str(newest[name]) for name in SHARED)
    return PairedGap(pair, one - other, one, other, period, series, source_id)


def _usable(rows: pd.DataFrame, cell: Cell) -> pd.DataFrame:
    """Figures of ``cell`` that may be compared, one for each thing shared, the newest last."""
    inside = cell_rows(rows, cell)
    open_ones = inside["quality"].astype("str").isin(("", Quality.UNRELIABLE))
    placed = mappable([str(text) for text in inside["flags"]]) & (inside["period"] != "")
    usable = inside[open_ones & placed & np.isfinite(inside["value"])]
    ordered: pd.DataFrame = usable.iloc[ranked(usable)][[*SHARED, "value"]]
    return ordered.drop_duplicates(SHARED, keep="last")
