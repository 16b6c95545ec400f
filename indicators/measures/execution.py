"""Programme execution: what was done over what was planned, added up only where it may be."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import TOTAL
from indicators import units
from indicators.compute import PER_HUNDRED
from indicators.measures.spec import Measure
from indicators.spec import Text

NOT_ADDED: Final = (
    "proporción", "porcentaje", "tasa", "promedio", "acumulad", "mensual", "cota", "no personas",
    "no se suma",
)  # fmt: skip
"""Words of a unit rule that forbid adding: shares, running totals, monthly stocks, bounds."""

NOT_ADDED_UNITS: Final = ("percent", "services")
SAME: Final = ("programme", "indicator", "unit", "unit_rule", "population_group", "period")
"""Columns in which rows must agree to be added: other people, other times, other counts."""

NATION: Final = "00"
PLACES_APART: Final = "|"
"""Joins the codes of a result that speaks of several territories together."""

EXECUTION: Final = Measure(
    key="ejecucion_programa",
    title=Text("Ejecución de la meta", "Achievement of the target"),
    definition=Text(
        "Qué parte de la meta de un programa se ha cumplido.",
        "Which part of a programme's target has been met.",
    ),
    formula=Text("Resultado ÷ meta, por cien.", "Actual ÷ target, times a hundred."),
    unit=units.PERCENT,
    universe=Text(
        "Un programa, indicador, población y periodo; ambos sexos.",
        "One programme, indicator, population and period; both sexes.",
    ),
    reference="OCDE, Glosario de gestión basada en resultados",
    caveat=Text(
        "No se suman porcentajes, acumulados, totales mensuales, servicios ni cotas, ni resultados "
        "de programas, periodos o indicadores distintos: la misma persona contaría dos veces.",
        "Shares, running totals, monthly totals, services and bounds are not added, nor results of "
        "different programmes, periods or indicators: one person would count twice.",
    ),
    keys=("results",),
    function="indicators.measures.execution.execution",
)

NO_ROWS: Final = Text("No hay resultados que mostrar.", "There are no results to show.")
RULE_FORBIDS: Final = Text(
    "No se suma: la regla de la unidad («{rule}») no lo permite.",
    "Not added up: the rule of the unit ('{rule}') forbids it.",
)
DIFFERENT: Final = Text(
    "No se suma: hay programas, indicadores, unidades, poblaciones o periodos distintos.",
    "Not added up: there are different programmes, indicators, units, populations or periods.",
)
OVERLAP: Final = Text(
    "No se suma: varias filas hablan del mismo territorio.",
    "Not added up: several rows speak of the same territory.",
)
NO_TARGET: Final = Text("Sin meta publicada.", "No published target.")
NO_ACTUAL: Final = Text("Sin resultado publicado.", "No published result.")
IMPOSSIBLE: Final = Text(
    "La meta o el resultado son negativos o la meta es cero: no se calcula.",
    "Target or result are negative, or the target is zero: not computed.",
)


@dataclass(frozen=True, slots=True)
class Execution:
    """Target, result and percentage met; ``reason`` says why any of them is missing."""

    target: float | None
    actual: float | None
    percent: float | None
    reason: Text | None = None


def execution(results: pd.DataFrame) -> Execution:
    """Execution of the rows of ``results`` together; a single row is never refused a sum.

    Rows of one sex are left out where there is a row for both.
    """
    both = results[results["sex"] == TOTAL]
    rows = both if len(both) else results
    refused = _refusal(rows)
    if refused is not None:
        return Execution(None, None, None, refused)
    target, actual = (_sum(rows[name]) for name in ("target", "actual"))
    return Execution(target, actual, *_met(target, actual))


def _refusal(rows: pd.DataFrame) -> Text | None:
    """Why the rows may not be added, or ``None``."""
    if rows.empty:
        return NO_ROWS
    if len(rows) == 1:
        return None
    if len(rows[[*SAME]].astype(str).drop_duplicates()) > 1:
        return DIFFERENT
    rule = str(rows["unit_rule"].iloc[0])
    if rows["unit"].iloc[0] in NOT_ADDED_UNITS or any(word in rule.lower() for word in NOT_ADDED):
        return Text(RULE_FORBIDS.es.format(rule=rule), RULE_FORBIDS.en.format(rule=rule))
    places = [code for codes in rows["territory_code"] for code in codes.split(PLACES_APART)]
    return OVERLAP if _overlap(places) else None


def _overlap(places: list[str]) -> bool:
    """Whether two rows share a territory, or one is the department or nation of another."""
    repeated = len(set(places)) < len(places)
    inside = any(
        code != other and (code == NATION or (code.isdigit() and other.startswith(code)))
        for code in places
        for other in places
    )
    return repeated or inside


def _sum(column: pd.Series) -> float | None:
    """The sum, or nothing where any part is missing: a part unknown is not zero."""
    return None if column.isna().any() else float(column.sum())


def _met(target: float | None, actual: float | None) -> tuple[float | None, Text | None]:
    if target is None:
        return None, NO_TARGET
    if actual is None:
        return None, NO_ACTUAL
    if target <= 0 or actual < 0 or not np.isfinite([target, actual]).all():
        return None, IMPOSSIBLE
    return actual / target * PER_HUNDRED, None
