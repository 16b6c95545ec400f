"""How long productive units stay open: the product-limit estimate, open ones counted as open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators import units
from indicators.compute import PER_HUNDRED
from indicators.measures.spec import Measure
from indicators.periods import MONTHS_IN_A_YEAR, middle
from indicators.spec import Text

UNIT: Final = "unidad_productiva"
"""Kind of place that is a productive unit."""

HORIZONS: Final = (12, 24, 36)
"""Months after opening at which survival is told."""

FEWEST_AT_RISK: Final = 10
"""Fewer units still followed than this carry no estimate."""

TWO_SIDED_95: Final = 1.959964
"""Standard normal deviate of a two-sided interval of 95 %."""

SURVIVAL: Final = Measure(
    key="supervivencia_unidades",
    title=Text("Supervivencia de las unidades productivas", "Survival of productive units"),
    definition=Text(
        "De cada cien unidades que abrieron, cuántas siguen abiertas a los 12, 24 y 36 meses.",
        "Of every hundred units that opened, how many are still open after 12, 24 and 36 months.",
    ),
    formula=Text(
        "Producto límite (Kaplan-Meier): producto de (1 − cierres ÷ unidades en seguimiento) en "
        "cada mes con cierres; margen de 95 % de Greenwood, en la escala log(−log).",
        "Product limit (Kaplan-Meier): product of (1 − closures ÷ units followed) over the months "
        "with closures; Greenwood's 95 % interval on the log(−log) scale.",
    ),
    unit=units.PERCENT,
    universe=Text(
        "Unidades productivas con fecha de apertura; las que siguen abiertas cuentan hasta la "
        "fecha de corte.",
        "Productive units with an opening date; those still open count up to the cut-off.",
    ),
    reference="Kaplan y Meier (1958); Greenwood (1926)",
    caveat=Text(
        "No se estima con menos de 10 unidades en seguimiento; las que no dicen cuándo abrieron "
        "se cuentan aparte.",
        "Not estimated with fewer than 10 units followed; those that do not say when they opened "
        "are counted apart.",
    ),
    keys=("places",),
    function="indicators.measures.survival.survival",
)

TOO_FEW: Final = Text(
    "No calculable: quedan menos de 10 unidades en seguimiento a ese plazo.",
    "Not computable: fewer than 10 units are still followed at that term.",
)

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Survival:
    """Survival of a set of units.

    Attributes:
        table: one row for each horizon: ``months``, ``share`` (percent), ``low``, ``high``,
            ``at_risk``; the three numbers are missing where ``at_risk`` is below
            ``FEWEST_AT_RISK`` (``TOO_FEW`` says it).
        n: units with an opening date; ``undated`` those without.
    """

    table: pd.DataFrame
    n: int
    undated: int


def survival(places: pd.DataFrame, at: str, horizons: Sequence[int] = HORIZONS) -> Survival:
    """Survival of the productive units among ``places``, as known on ``at`` (ISO 8601).

    Units that open after ``at`` do not exist yet; those that close after it are open.
    """
    found = places[places["kind"] == UNIT]
    opened, closed = _months(found["valid_from"]), _months(found["valid_to"])
    now = middle(at) * MONTHS_IN_A_YEAR
    known = opened <= now
    ended = (closed <= now)[known]
    last = np.where(ended, closed[known], now)
    lived = np.maximum(last - opened[known], 0.0)
    rows = [_at_horizon(lived, ended, months) for months in horizons]
    return Survival(pd.DataFrame(rows), int(known.sum()), int(np.isnan(opened).sum()))


def _at_horizon(lived: Floats, ended: npt.NDArray[np.bool_], months: int) -> dict[str, float]:
    at_risk = int((lived >= months).sum())
    share, low, high = np.nan, np.nan, np.nan
    if at_risk >= FEWEST_AT_RISK:
        share, low, high = _product_limit(lived, ended, months)
    return {
        "months": months,
        "share": share * PER_HUNDRED,
        "low": low * PER_HUNDRED,
        "high": high * PER_HUNDRED,
        "at_risk": at_risk,
    }


def _product_limit(
    lived: Floats, ended: npt.NDArray[np.bool_], months: int
) -> tuple[float, float, float]:
    """Estimate and interval; an interval of one point where nobody has closed."""
    times = np.unique(lived[ended & (lived <= months)])
    followed = (lived[None, :] >= times[:, None]).sum(axis=1)
    closures = ((lived[None, :] == times[:, None]) & ended).sum(axis=1)
    share = float(np.prod(1 - closures / followed))
    if not 0 < share < 1:
        return share, share, share
    greenwood = float(np.sum(closures / (followed * (followed - closures))))
    spread = np.exp(TWO_SIDED_95 * np.sqrt(greenwood) / np.log(share))
    return share, float(share ** (1 / spread)), float(share**spread)


def _months(dates: pd.Series) -> Floats:
    """Months since year 0, to the month; missing where there is no date."""
    return np.array([middle(d) * MONTHS_IN_A_YEAR if d else np.nan for d in dates.astype(str)])
