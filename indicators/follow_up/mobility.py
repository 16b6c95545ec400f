"""Labour mobility: from where people left to where they work, without the flows of a few people.

An observation of ``movilidad_laboral`` has the origin as its territory, the cohort as its period
and the destination in its series: ``destino|54001``, with the moment behind it where several are
known: ``destino|54001|12_meses``. Those who stayed are a flow too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.schema import Quality
from indicators.spec import Text

FEWEST: Final = 5
"""Flows of 1 to one less than this are withheld."""

TOWARDS: Final = "destino|"
YEAR: Final = 12
_FLOW: Final = r"destino\|\w+(?:\|{months}_meses)?"

NOTHING: Final = Text("No hay flujos que mostrar.", "There are no flows to show.")
SHOWN_ONLY: Final = Text(
    "Los flujos de menos de cinco personas se omiten, y con ellos otro de su fila y columna para "
    "que no se deduzcan; las sumas son solo de lo que se muestra.",
    "Flows of fewer than five people are left out, and with them another of their row and column "
    "so that they cannot be deduced; sums are only of what is shown.",
)
IMPOSSIBLE: Final = Text(
    "Había flujos negativos o sin número: se dejaron fuera.",
    "There were negative flows or flows without a number: they were left out.",
)

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Mobility:
    """Flows of people.

    Attributes:
        matrix: origins (rows) by destinations (columns); missing where withheld, 0 where nobody
            went.
        withheld: ``True`` where a flow is withheld.
        note: what the reader must know.
    """

    matrix: pd.DataFrame
    withheld: pd.DataFrame
    note: Text


def towards(code: str) -> str:
    """The series of a flow, as the tables write it."""
    return f"{TOWARDS}{code}"


def mobility(
    observations: pd.DataFrame, origins: Sequence[str], fewest: int = FEWEST, months: int = YEAR
) -> Mobility:
    """Flows from ``origins`` over all cohorts, small ones withheld.

    Of flows that name their moment, those of ``months`` after leaving: nobody is counted twice.
    Cohorts are added up before anything is withheld, except that a flow withheld in one cohort is
    withheld in the sum: its size is not known. A single flow withheld in a row or column takes
    the smallest shown one along; the disclosure control of the engine is not replaced by this.
    """
    rows = observations[observations["territory_code"].isin(list(origins))]
    rows = rows[rows["series"].astype("str").str.fullmatch(_FLOW.format(months=months))]
    if rows.empty:
        none = pd.DataFrame(dtype=float)
        return Mobility(none, none.astype(bool), NOTHING)
    impossible = ~(rows["value"] >= 0) & (rows["quality"] != Quality.SUPPRESSED)
    summed = _summed(rows[~impossible])
    hidden = _withheld(summed.to_numpy(dtype=float), fewest)
    withheld = pd.DataFrame(hidden, summed.index, summed.columns)
    note = IMPOSSIBLE if impossible.any() else SHOWN_ONLY
    return Mobility(summed.mask(withheld), withheld, note)


def _summed(rows: pd.DataFrame) -> pd.DataFrame:
    """People by origin and destination; missing where any cohort is withheld, 0 without rows."""
    flows = pd.DataFrame(
        {
            "origin": rows["territory_code"].astype("str"),
            "to": rows["series"].astype("str").str.split("|").str[1],
            "people": rows["value"].astype(float),
        }
    )
    added = flows.groupby(["origin", "to"])["people"].agg(lambda people: people.sum(skipna=False))
    return added.unstack(fill_value=0)  # noqa: PD010 - pivot would not fill


def _withheld(flows: Floats, fewest: int) -> Flags:
    """Small and unknown flows, and those that would give a single one of them away."""
    hidden: Flags = np.isnan(flows) | ((flows > 0) & (flows < fewest))
    before = -1
    while before != hidden.sum():
        before = int(hidden.sum())
        _protect(flows, hidden)
        _protect(flows.T, hidden.T)
    return hidden


def _protect(flows: Floats, hidden: Flags) -> None:
    """Withhold the smallest shown flow of each row of which a single one is withheld, in place."""
    for row in np.flatnonzero(hidden.sum(axis=1) == 1):
        shown = np.flatnonzero(~hidden[row] & (flows[row] > 0))
        if len(shown):
            hidden[row, shown[np.argmin(flows[row, shown])]] = True
