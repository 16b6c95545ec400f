"""Perception before and after: paired where the same people answered twice, else labelled so."""

import math
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import Quality
from indicators.compute import PER_HUNDRED
from indicators.cube import Cell, cell_rows
from indicators.figures import mappable, ranked
from indicators.margins import TWO_SIDED_95
from indicators.spec import Text

LARGEST_EXACT: Final = 1000
"""Discordant pairs up to which the exact test is computed; beyond, the normal approximation."""

PAIRED: Final = Text(
    "Pareado: las mismas personas antes y después (prueba de McNemar).",
    "Paired: the same people before and after (McNemar's test).",
)
UNPAIRED: Final = Text(
    "No pareado: solo se publican los porcentajes de cada ronda; no son las mismas personas.",
    "Unpaired: only the percentages of each round are published; they are not the same people.",
)
NO_MARGIN: Final = Text(
    "No pareado y sin margen: no se publica el tamaño de las dos muestras.",
    "Unpaired and without margin: the size of both samples is not published.",
)
NOBODY: Final = Text(
    "No calculable: nadie respondió las dos veces.", "Not computable: nobody answered twice."
)
IMPOSSIBLE: Final = Text(
    "No calculable: hay cifras negativas, porcentajes fuera de 0 a 100 o muestras vacías.",
    "Not computable: there are negative figures, percentages outside 0 to 100, or empty samples.",
)
ONE_ROUND: Final = Text(
    "No calculable: hay una sola ronda de la misma encuesta.",
    "Not computable: there is only one round of the same survey.",
)


@dataclass(frozen=True, slots=True)
class Change:
    """Change of a percentage between two moments, in points.

    Attributes:
        margin: half-width of the 95 % interval; ``None`` where the samples are not known.
        p_value: of McNemar's test; only for paired answers.
        n: people who answered twice or, unpaired, both samples together.
        label: whether it is paired, or why there is no change.
    """

    points: float | None
    margin: float | None
    p_value: float | None
    n: int | None
    paired: bool
    label: Text
    before: str = ""
    after: str = ""

    @property
    def is_clear(self) -> bool:
        """Whether zero lies outside the interval."""
        return (
            self.points is not None and self.margin is not None and abs(self.points) > self.margin
        )


def paired_change(both: int, lost: int, gained: int, neither: int) -> Change:
    """Change of a yes/no answer of the same people.

    Args:
        both: people who said yes before and after.
        lost: yes before, no after.
        gained: no before, yes after.
        neither: no both times.
    """
    counts, n = (both, lost, gained, neither), both + lost + gained + neither
    if min(counts) < 0:
        return Change(None, None, None, None, paired=True, label=IMPOSSIBLE)
    if n == 0:
        return Change(None, None, None, 0, paired=True, label=NOBODY)
    difference = (gained - lost) / n
    variance = max((gained + lost) / n - difference**2, 0.0) / n
    margin = TWO_SIDED_95 * math.sqrt(variance) * PER_HUNDRED
    p_value = mcnemar(lost, gained)
    return Change(difference * PER_HUNDRED, margin, p_value, n, paired=True, label=PAIRED)


def mcnemar(lost: int, gained: int) -> float:
    """Two-sided probability of so uneven a split of the people who changed (McNemar, 1947)."""
    changed, fewer = lost + gained, min(lost, gained)
    if changed == 0:
        return 1.0
    if changed > LARGEST_EXACT:
        return math.erfc(abs(gained - lost) / math.sqrt(changed) / math.sqrt(2))
    tail = sum(math.comb(changed, k) for k in range(fewer + 1))
    return float(min(1.0, 2 * tail / 2**changed))


def unpaired_change(
    before: float, after: float, sizes: tuple[float, float] | None = None
) -> Change:
    """Difference of two published percentages, with its margin where both samples are known."""
    shares = np.array([before, after])
    if not ((shares >= 0) & (shares <= PER_HUNDRED)).all() or (sizes and min(sizes) <= 0):
        return Change(None, None, None, None, paired=False, label=IMPOSSIBLE)
    points = after - before
    if sizes is None or not np.isfinite(sizes).all():
        return Change(points, None, None, None, paired=False, label=NO_MARGIN)
    variance = float(np.sum(shares * (PER_HUNDRED - shares) / np.array(sizes)))
    margin, n = TWO_SIDED_95 * math.sqrt(variance), int(sum(sizes))
    return Change(points, margin, None, n, paired=False, label=UNPAIRED)


def perception(observations: pd.DataFrame, code: str, cell: Cell) -> Change:
    """Change between the first and the last round of the newest survey of one territory.

    Only rounds of one series are compared: the same question of the same survey.
    """
    mine = cell_rows(observations[observations["territory_code"] == code], cell)
    open_ones = mine["quality"].astype("str").isin(("", Quality.UNRELIABLE))
    placed = mappable([str(text) for text in mine["flags"]]) & (mine["period"] != "")
    usable = mine[open_ones & placed & np.isfinite(mine["value"])]
    ordered = usable.iloc[ranked(usable)].drop_duplicates(["series", "period"], keep="last")
    repeated = ordered[ordered.duplicated("series", keep=False)]
    if repeated.empty:
        return Change(None, None, None, None, paired=False, label=ONE_ROUND)
    rounds = repeated[repeated["series"] == repeated["series"].iloc[-1]]
    first, last = rounds.iloc[0], rounds.iloc[-1]
    sizes = (float(first["sample_size"]), float(last["sample_size"]))
    found = unpaired_change(
        float(first["value"]), float(last["value"]), sizes if np.isfinite(sizes).all() else None
    )
    return replace(found, before=str(first["period"]), after=str(last["period"]))
