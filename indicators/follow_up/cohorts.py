"""Cohorts at 3, 6, 12 and 24 months, with what was lost beside every share.

An observation of follow-up has the cohort as its period and the moment in its series:
``seguimiento|6_meses``, ``seguimiento|linea_base``, or the words of the importer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import Quality
from indicators import seguimiento as keys
from indicators.compute import PER_HUNDRED
from indicators.cube import Cell, cell_rows
from indicators.figures import ranked
from indicators.margins import TWO_SIDED_95
from indicators.spec import Text
from indicators.states import State

BASELINE: Final = 0
"""Months of the moment at which the cohort begins."""

MONTHS: Final = (3, 6, 12, 24)
PREFIX: Final = "seguimiento|"
MOBILITY: Final = "movilidad_laboral"
"""Key of the flows between municipalities; see ``indicators.follow_up.mobility``."""

_WORDS: Final[Mapping[str, int]] = MappingProxyType(
    {"linea_base": BASELINE, "corto": 6, "mediano": 12, "largo": 24}
)
"""Months that the importer's words stand for."""

OUTCOMES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        keys.EMPLOYED: Text("Trabajan", "Work"),
        keys.CONTRACT: Text("Conservan el contrato del incentivo", "Keep the incentive's contract"),
        keys.REGULARISED: Text("Están regularizadas", "Are regularised"),
        keys.MOVED: Text("Viven en otro municipio", "Live in another municipality"),
    }
)
"""Shares of the people followed, by observation key."""

COLUMNS: Final = (
    "cohort", "months", "outcome", "value", "low", "high", "least", "most",
    "n", "base", "attrition", "state", "reason",
)  # fmt: skip

OF_THE_FOLLOWED: Final = Text(
    "Porcentaje de quienes respondieron; el margen de 95 % es el de Wilson y no cuenta la pérdida.",
    "Percentage of those who answered; the 95 % interval is Wilson's and leaves attrition out.",
)
NO_BASELINE: Final = Text(
    "Sin línea base: no se sabe a cuántas personas se perdió.",
    "No baseline: how many people were lost is not known.",
)
NOT_FOLLOWED: Final = Text(
    "No calculable: no se sabe cuántas personas se siguieron en ese momento.",
    "Not computable: how many people were followed at that moment is not known.",
)
NOT_ASKED: Final = Text(
    "Sin dato: no se importó esta respuesta.", "No data: this answer was not imported."
)
FEW: Final = Text(
    "Suprimido: son tan pocas personas que se podría saber quiénes son.",
    "Suppressed: so few people that they could be recognised.",
)
IMPOSSIBLE: Final = Text(
    "No calculable: hay más personas con la respuesta que personas en seguimiento, o son menos de "
    "cero.",
    "Not computable: more people gave the answer than were followed, or fewer than none.",
)


@dataclass(frozen=True, slots=True)
class _Count:
    """A count at one cohort and moment; ``people`` is missing where hidden or unknown."""

    people: float = np.nan
    hidden: bool = False


_Counts = Mapping[tuple[str, int], _Count]


def moment_of(series: str) -> int | None:
    """Months of a follow-up series, 0 for the baseline; ``None`` for any other series."""
    if not series.startswith(PREFIX):
        return None
    word = series.removeprefix(PREFIX).removesuffix("_meses")
    return int(word) if word.isdigit() else _WORDS.get(word)


def series_of(months: int) -> str:
    """The series of a moment, as the tables write it."""
    return f"{PREFIX}{months}_meses" if months else f"{PREFIX}linea_base"


def cohorts(
    observations: Mapping[str, pd.DataFrame], code: str, cell: Cell | None = None
) -> pd.DataFrame:
    """Outcomes of each cohort of one territory at each moment.

    Args:
        observations: those of ``seguimiento_personas`` and of the keys of ``OUTCOMES``.
        code: a territory.
        cell: sex and population group; the totals without it.

    Returns:
        One row for each cohort, moment after the baseline and outcome, in this order. ``value``,
        ``low`` and ``high`` (Wilson, 95 %) are percentages of the ``n`` people followed; ``least``
        and ``most`` are those of the whole ``base`` if none or all of the people lost had the
        outcome; ``attrition`` is the percentage of the base that was lost. ``state`` is a
        ``State``, ``reason`` a ``Text``. Empty where nobody was followed.
    """
    counts = {
        key: _counts(observations[key], code, cell or Cell())
        for key in (keys.FOLLOWED, *OUTCOMES)
        if key in observations
    }
    followed = counts.get(keys.FOLLOWED, {})
    moments = sorted({at for table in counts.values() for at in table if at[1] != BASELINE})
    rows = [
        _row(at, key, counts.get(key, {}).get(at), followed) for at in moments for key in OUTCOMES
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def wilson(part: float, whole: float) -> tuple[float, float]:
    """95 % interval of a percentage, after Wilson (1927); ``whole`` is above zero."""
    share, z = part / whole, TWO_SIDED_95
    spread = 1 + z**2 / whole
    middle = (share + z**2 / (2 * whole)) / spread
    half = z / spread * np.sqrt(share * (1 - share) / whole + z**2 / (4 * whole**2))
    return max(middle - half, 0.0) * PER_HUNDRED, min(middle + half, 1.0) * PER_HUNDRED


def _counts(rows: pd.DataFrame, code: str, cell: Cell) -> _Counts:
    """The count in use of each cohort and moment."""
    mine = cell_rows(rows[rows["territory_code"] == code], cell)
    ordered = mine.iloc[ranked(mine)]
    found: dict[tuple[str, int], _Count] = {}
    columns = (ordered[name] for name in ("period", "series", "value", "quality"))
    for period, series, value, quality in zip(*columns, strict=True):
        months = moment_of(str(series))
        if months is not None:
            hidden = quality == Quality.SUPPRESSED
            found[str(period), months] = _Count(np.nan if hidden else float(value), hidden)
    return found


def _row(
    at: tuple[str, int], key: str, part: _Count | None, followed: _Counts
) -> dict[str, object]:
    whole, base = followed.get(at, _Count()), followed.get((at[0], BASELINE), _Count()).people
    known = np.isfinite(base) and 0 < whole.people <= base
    lost = (base - whole.people) / base * PER_HUNDRED if known else np.nan
    row: dict[str, object] = {"cohort": at[0], "months": at[1], "outcome": key}
    row |= {"n": whole.people, "base": base, "attrition": lost}
    refused = _refusal(part, whole)
    if refused is not None or part is None:
        state, reason = refused or (State.NO_DATA, NOT_ASKED)
        return row | {"state": state, "reason": reason}
    row |= _shares(part.people, whole.people, base if known else np.nan)
    return row | {"state": State.VALUE, "reason": OF_THE_FOLLOWED if known else NO_BASELINE}


def _refusal(part: _Count | None, whole: _Count) -> tuple[State, Text] | None:
    """Why there is no share, or ``None``."""
    if part is None:
        return State.NO_DATA, NOT_ASKED
    if part.hidden or whole.hidden:
        return State.SUPPRESSED, FEW
    if not whole.people > 0:
        return State.NO_DATA, NOT_FOLLOWED
    if not np.isfinite(part.people):
        return State.NO_DATA, NOT_ASKED
    possible = 0 <= part.people <= whole.people
    return None if possible else (State.NO_DATA, IMPOSSIBLE)


def _shares(part: float, whole: float, base: float) -> dict[str, float]:
    low, high = wilson(part, whole)
    return {
        "value": part / whole * PER_HUNDRED,
        "low": low,
        "high": high,
        "least": part / base * PER_HUNDRED,
        "most": (part + base - whole) / base * PER_HUNDRED,
    }
