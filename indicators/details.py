"""Everything known of each value of a result: period, source, terms, margin and the reason.

Maps and ranks read ``Result.table`` alone; what is here is asked for where a number is argued
from, in a table, a card or a download.
"""

from enum import IntEnum, unique
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.compute import Ratio
from indicators.evaluate import Result
from indicators.figures import HAS_VALUE, NONE
from indicators.spec import Text
from indicators.states import State

TEXTS: Final = ("period", "source_id", "series", "margin")
"""Columns copied from the leading observation; empty where there is none."""

Floats = npt.NDArray[np.float64]


@unique
class Reason(IntEnum):
    """Why a territory has the state that it has. The first that applies is given."""

    NONE = 0
    SUPPRESSED = 1
    NOT_APPLICABLE = 2
    OTHER_WINDOW = 3
    NOT_PUBLISHED = 4
    NO_DENOMINATOR = 5
    EMPTY_DENOMINATOR = 6
    IMPOSSIBLE = 7
    EARLIER = 8
    UNRELIABLE = 9


SENTENCES: Final = {
    Reason.NONE: Text("Cifra del periodo pedido.", "Figure of the period asked for."),
    Reason.SUPPRESSED: Text(
        "Suprimido: son tan pocas personas que se podría saber quiénes son.",
        "Suppressed: so few people that they could be recognised.",
    ),
    Reason.NOT_APPLICABLE: Text(
        "La pregunta no aplica a este territorio.", "The question does not apply here."
    ),
    Reason.OTHER_WINDOW: Text(
        "Hay una cifra, pero de otra ventana (mes, trimestre o año móvil): no se compara con las "
        "demás.",
        "There is a figure, but of another window (month, moving quarter or moving year): it is "
        "not compared with the others.",
    ),
    Reason.NOT_PUBLISHED: Text(
        "Nadie ha publicado la cifra de este territorio en el tiempo que se tolera.",
        "Nobody has published the figure of this territory within the time tolerated.",
    ),
    Reason.NO_DENOMINATOR: Text(
        "Falta el denominador a tres años o menos de la cifra: no se calcula.",
        "The denominator is missing within three years of the figure: not computed.",
    ),
    Reason.EMPTY_DENOMINATOR: Text(
        "El denominador es cero o negativo: la razón no tiene sentido.",
        "The denominator is zero or negative: the ratio has no meaning.",
    ),
    Reason.IMPOSSIBLE: Text(
        "El resultado está fuera de lo posible para este indicador: no se muestra.",
        "The result is outside what is possible for this indicator: it is not shown.",
    ),
    Reason.EARLIER: Text(
        "Sin dato del periodo pedido: se muestra la cifra anterior más reciente.",
        "No data for the period asked for: the latest earlier figure is shown.",
    ),
    Reason.UNRELIABLE: Text(
        "La fuente advierte que la cifra es poco confiable.",
        "The source warns that the figure is unreliable.",
    ),
}

EMPTY_SCOPE: Final = Text(
    "Ningún territorio cumple los filtros: quite alguno o elija otro ámbito.",
    "No territory meets the filters: remove one or choose another scope.",
)
ONE_TERRITORY: Final = Text(
    "El ámbito tiene un solo territorio: se muestra su cifra, sin puesto ni comparación.",
    "The scope has one territory: its figure is shown, without rank or comparison.",
)
ALL_SUPPRESSED: Final = Text(
    "Todas las cifras están suprimidas para proteger a las personas: elija un ámbito mayor.",
    "Every figure is suppressed to protect people: choose a larger scope.",
)
NOTHING_KNOWN: Final = Text(
    "Ningún territorio del ámbito tiene una cifra utilizable: elija otro año o indicador.",
    "No territory of the scope has a usable figure: choose another year or indicator.",
)


def details(result: Result) -> pd.DataFrame:
    """What is known of each territory of ``result``, indexed by its code.

    Returns:
        ``value`` and ``state`` as in ``result.table``; ``period`` (ISO 8601, the whole of it),
        ``source_id``, ``series`` and ``margin`` (as its source writes it) of the leading
        observation; ``numerator``, ``denominator`` and ``sample_size``, missing where unknown or
        where the state has no value; ``reason``, a ``Reason``.
    """
    table = result.table
    shown = HAS_VALUE[table["state"]]
    top, bottom = _terms(result)
    columns: dict[str, object] = {"value": table["value"], "state": table["state"]}
    columns |= {name: _text(result, name) for name in TEXTS}
    columns |= {
        "numerator": np.where(shown, top, np.nan),
        "denominator": np.where(shown, bottom, np.nan),
        "sample_size": np.where(shown, _number(result, "sample_size"), np.nan),
        "reason": reasons(result),
    }
    return pd.DataFrame(columns, index=table.index)


def reasons(result: Result) -> npt.NDArray[np.int8]:
    """A ``Reason`` for each territory of ``result``, in its order."""
    table = result.table
    lead = result.inputs[result.indicator.needs[0].key].to_numpy(dtype=float)
    bottom = _terms(result)[1]
    ratio = isinstance(result.indicator.compute, Ratio)
    found = np.select(
        [
            table["state"] == State.SUPPRESSED,
            table["state"] == State.NOT_APPLICABLE,
            table.index.isin(result.passed_over),
            (table["row"] == NONE) | np.isnan(lead),
            ratio & _no_terms(result),
            ratio & ~(bottom > 0),
            table["value"].isna(),
            table["state"] == State.EARLIER,
            table["state"] == State.UNRELIABLE,
        ],
        list(Reason)[1:],
        Reason.NONE,
    )
    return found.astype(np.int8)


def sentence(result: Result) -> Text | None:
    """Why ``result`` as a whole does not answer, or answers less than asked; else ``None``."""
    states = result.table["state"]
    if not len(states):
        return EMPTY_SCOPE
    if states.isin((State.SUPPRESSED,)).all():
        return ALL_SUPPRESSED
    if result.values.empty:
        return NOTHING_KNOWN
    return ONE_TERRITORY if len(states) == 1 else None


def _terms(result: Result) -> tuple[Floats, Floats]:
    """Numerator and denominator: computed where the formula is a ratio, else as published."""
    formula = result.indicator.compute
    if not isinstance(formula, Ratio):
        return _number(result, "numerator"), _number(result, "denominator")
    codes = result.table.index
    top, bottom = formula.numerator(result.inputs), formula.denominator(result.inputs)
    return top.reindex(codes).to_numpy(float), bottom.reindex(codes).to_numpy(float)


def _no_terms(result: Result) -> npt.NDArray[np.bool_]:
    """Where any term of a ratio is missing."""
    missing = [series.isna().to_numpy(dtype=bool) for series in result.inputs.values()]
    anywhere: npt.NDArray[np.bool_] = np.logical_or.reduce(missing)
    return anywhere


def _number(result: Result, column: str) -> Floats:
    rows = result.table["row"].to_numpy(dtype=np.int64)
    found = np.full(len(rows), np.nan)
    found[rows != NONE] = result.observations[column].to_numpy(dtype=float)[rows[rows != NONE]]
    return found


def _text(result: Result, column: str) -> npt.NDArray[np.object_]:
    rows = result.table["row"].to_numpy(dtype=np.int64)
    used = result.observations[column].iloc[rows[rows != NONE]]
    found = np.full(len(rows), "", dtype=object)
    found[rows != NONE] = used.to_numpy(dtype=object)
    return found
