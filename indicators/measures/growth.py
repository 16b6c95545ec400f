"""Change between two years and part of a whole, only where the figures may be compared."""

from enum import IntEnum, unique
from typing import Final

import numpy as np
import pandas as pd

from indicators import units
from indicators.compute import PER_HUNDRED
from indicators.details import details
from indicators.evaluate import Result
from indicators.measures.spec import Measure
from indicators.spec import Text
from indicators.states import State

FRESH: Final = (State.VALUE, State.UNRELIABLE)
"""States whose figure is of the very year asked for."""


@unique
class Break(IntEnum):
    """Why a change is not computed. The first that applies is given."""

    NONE = 0
    NO_START = 1
    NO_END = 2
    OTHER_SERIES = 3
    OTHER_WINDOW = 4
    FROM_ZERO = 5


SENTENCES: Final = {
    Break.NONE: Text(
        "Las dos cifras son de la misma serie.", "Both figures are of the same series."
    ),
    Break.NO_START: Text(
        "Falta la cifra del año inicial.", "The figure of the first year is missing."
    ),
    Break.NO_END: Text("Falta la cifra del año final.", "The figure of the last year is missing."),
    Break.OTHER_SERIES: Text(
        "Entre los dos años cambió la definición, el marco o el régimen: no se comparan.",
        "Definition, frame or regime changed between the two years: they are not compared.",
    ),
    Break.OTHER_WINDOW: Text(
        "Las dos cifras son de ventanas distintas: no se comparan.",
        "The two figures are of different windows: they are not compared.",
    ),
    Break.FROM_ZERO: Text(
        "La cifra inicial es cero: hay diferencia, pero no porcentaje.",
        "The first figure is zero: there is a difference but no percentage.",
    ),
}

GROWTH: Final = Measure(
    key="crecimiento",
    title=Text("Crecimiento", "Growth"),
    definition=Text(
        "Cuánto cambió una cifra entre dos años, en su unidad y en porcentaje de la primera.",
        "How much a figure changed between two years, in its unit and as a percentage of the "
        "first.",
    ),
    formula=Text(
        "(Cifra final − cifra inicial) ÷ cifra inicial, por cien.",
        "(Last figure − first figure) ÷ first figure, times a hundred.",
    ),
    unit=units.PERCENT,
    universe=Text("El del indicador que se compara.", "That of the indicator compared."),
    reference="ONU, Principios fundamentales de las estadísticas oficiales; serie de cada fuente",
    caveat=Text(
        "Solo dentro de una misma serie: entre agosto de 2021 y febrero de 2022 el ETPV hizo "
        "visibles a personas que ya estaban, y eso no es crecimiento.",
        "Only within one series: between August 2021 and February 2022 the ETPV made visible "
        "people who were already here, which is no growth.",
    ),
    keys=("poblacion_migrante_venezolana",),
    function="indicators.measures.growth.growth",
)

PART: Final = Measure(
    key="participacion_en_el_total",
    title=Text("Participación en el total", "Share of the whole"),
    definition=Text(
        "Qué parte de la cifra de un departamento o del país está en cada municipio.",
        "Which part of a department's or the nation's figure is in each municipality.",
    ),
    formula=Text(
        "Cifra del municipio ÷ cifra publicada del total, por cien.",
        "Figure of the municipality ÷ published figure of the whole, times a hundred.",
    ),
    unit=units.PERCENT,
    universe=Text("El del indicador que se reparte.", "That of the indicator divided."),
    reference="Migración Colombia; DANE",
    caveat=Text(
        "El total es el publicado, no la suma de los municipios con dato; ambas cifras son de la "
        "misma serie y periodo.",
        "The whole is the published one, not the sum of the municipalities with data; both "
        "figures are of the same series and period.",
    ),
    keys=("poblacion_migrante_venezolana",),
    function="indicators.measures.growth.part_of",
)


def growth(before: Result, now: Result) -> pd.DataFrame:
    """Change of each territory between two results of one board.

    Returns:
        Indexed by territory code: ``before``, ``now``, ``difference`` (in the indicator's unit),
        ``percent`` and ``reason`` (a ``Break``). Figures that do not belong to the year asked for
        are missing here: an earlier figure would hide part of the change.
    """
    first, last = details(before), details(now).reindex(before.table.index)
    old = first["value"].where(first["state"].isin(FRESH))
    new = last["value"].where(last["state"].isin(FRESH))
    other_window = before.span != now.span
    reason = np.select(
        [old.isna(), new.isna(), first["series"] != last["series"], other_window, old == 0],
        list(Break)[1:],
        Break.NONE,
    )
    comparable = np.isin(reason, (Break.NONE, Break.FROM_ZERO))
    difference = (new - old).where(comparable)
    percent = difference / old.where(old > 0) * PER_HUNDRED
    columns = {"before": old, "now": new, "difference": difference, "percent": percent}
    return pd.DataFrame(columns).assign(reason=reason.astype(np.int8))


def part_of(parts: Result, whole: Result) -> pd.Series:
    """Percentage of the one territory of ``whole`` that each territory of ``parts`` holds.

    Missing where series or period differ, or where either figure is missing.
    """
    inside, total = details(parts), details(whole).iloc[0]
    alike = (inside["series"] == total["series"]) & (inside["period"] == total["period"])
    bottom = total["value"] if total["value"] > 0 else np.nan
    share: pd.Series = inside["value"].where(alike) / bottom * PER_HUNDRED
    return share
