"""Survival of productive units by the year in which they opened."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from indicators import units
from indicators.compute import PER_HUNDRED
from indicators.measures.spec import Measure
from indicators.measures.survival import FEWEST_AT_RISK, UNIT
from indicators.spec import Text
from indicators.unit_figures import CLOSED, OPEN

YEAR_DIGITS: Final = 4

COHORTS: Final = Measure(
    key="cohortes_de_unidades",
    title=Text("Unidades que siguen abiertas, por cohorte", "Units still open, by cohort"),
    definition=Text(
        "De cada cien unidades que abrieron en un año, cuántas siguen activas o en riesgo según "
        "la última verificación.",
        "Of every hundred units that opened in a year, how many are still active or at risk as "
        "last verified.",
    ),
    formula=Text(
        "Activas y en riesgo ÷ (activas, en riesgo y cerradas) de las que abrieron ese año, por "
        "cien.",
        "Active and at risk ÷ (active, at risk and closed) of those that opened that year, times "
        "a hundred.",
    ),
    unit=units.PERCENT,
    universe=Text(
        "Unidades productivas del registro con fecha de apertura; las que están por verificar se "
        "cuentan aparte.",
        "Productive units of the register with an opening date; those to be verified are counted "
        "apart.",
    ),
    reference="Registro de unidades productivas importado; ver la fuente de cada una",
    caveat=Text(
        "Una cohorte reciente ha tenido menos tiempo para cerrar: no se comparan cohortes sin "
        "mirar su edad. No se calcula con menos de 10 unidades.",
        "A recent cohort has had less time to close: cohorts are not compared without looking at "
        "their age. Not computed with fewer than 10 units.",
    ),
    keys=("places",),
    function="indicators.measures.cohorts.cohorts",
)


@dataclass(frozen=True, slots=True)
class Cohorts:
    """Units by the year in which they opened.

    Attributes:
        table: indexed by year (text), with ``registered``, ``open``, ``closed``, ``unverified``
            and ``share``, the percentage still open; ``share`` is missing where fewer than
            ``FEWEST_AT_RISK`` units are known to be open or closed.
        undated: units that do not say when they opened.
    """

    table: pd.DataFrame
    undated: int


def cohorts(places: pd.DataFrame) -> Cohorts:
    """Cohorts of the productive units among ``places``, in order of year."""
    found = places[places["kind"] == UNIT]
    year = found["valid_from"].fillna("").astype("str").str[:YEAR_DIGITS]
    dated, status = year != "", found["status"]
    counted = pd.DataFrame(
        {
            "registered": dated,
            "open": dated & status.isin(OPEN),
            "closed": dated & (status == CLOSED),
        }
    )
    table = counted[dated].groupby(year[dated]).sum().astype(int)
    known = table["open"] + table["closed"]
    share = table["open"] / known.mask(known < FEWEST_AT_RISK) * PER_HUNDRED
    table = table.assign(unverified=table["registered"] - known, share=share.astype(float))
    return Cohorts(table.rename_axis("cohort"), int(np.sum(~dated)))
