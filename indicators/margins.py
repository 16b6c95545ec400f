"""Half-widths of 95 % intervals: published where they are, computed where a sample allows it."""

import re
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.details import details
from indicators.evaluate import Result
from indicators.spec import Indicator, Text, Window
from indicators.states import State

TWO_SIDED_95: Final = 1.959964
"""Standard normal deviate of a two-sided interval of 95 %."""

PERCENT: Final = 100.0
SURVEYS: Final = (Window.LABOUR_SURVEY, Window.SURVEY_ROUND)
_NUMBER: Final = r"(\d+(?:[.,]\d+)?)"
_MARGIN: Final = re.compile(rf"^(?:±|\+/-)?\s*{_NUMBER}\s*(?:pp|%|puntos)?$")
_VARIATION: Final = re.compile(rf"^CV\s*(?:de\s*)?{_NUMBER}\s*%?$", re.IGNORECASE)

METHOD: Final = Text(
    "Margen de 95 %: el publicado (±, o coeficiente de variación por 1,96); si no lo hay y se "
    "publica la muestra, el de un muestreo aleatorio simple, que es menor que el verdadero; un "
    "registro no tiene error de muestreo; una encuesta sin margen ni muestra no se ordena.",
    "95 % margin: the published one (±, or coefficient of variation times 1.96); failing that, if "
    "the sample is published, that of a simple random sample, smaller than the true one; a "
    "register has no sampling error; a survey with neither margin nor sample is not ranked.",
)


def published_margin(text: str, value: float) -> float | None:
    """Half-width that a source writes, such as ``±1,5 pp`` or ``CV 4,2 %``; else ``None``."""
    margin = _MARGIN.match(text.strip())
    if margin:
        return _number(margin[1])
    variation = _VARIATION.match(text.strip())
    return TWO_SIDED_95 * _number(variation[1]) / PERCENT * abs(value) if variation else None


def half_widths(result: Result) -> pd.Series:
    """Half-width of each value of ``result``, by territory code.

    Missing where there is no value of the very period, and where nothing is known of its error;
    zero for registers.
    """
    told = details(result)
    known = told["state"] == State.VALUE
    sampled = result.indicator.window in SURVEYS
    width = _of_sample(told, result) if sampled else np.zeros(len(told))
    written = [
        published_margin(str(text), float(value)) if text else None
        for text, value in zip(told["margin"], told["value"], strict=True)
    ]
    published = np.array([np.nan if w is None else w for w in written], dtype=float)
    chosen = np.where(np.isnan(published), width, published)
    return pd.Series(chosen, told.index).where(known)


def half_width(indicator: Indicator, value: float, margin: str, sample: float) -> float | None:
    """Half-width of one value of the very period; ``None`` where nothing is known of its error.

    Args:
        indicator: of the value; a register has no sampling error.
        value: in the unit of the indicator.
        margin: as its source writes it, or empty.
        sample: people asked; missing where unknown.
    """
    published = published_margin(margin, value) if margin else None
    if published is not None or indicator.window not in SURVEYS:
        return published or 0.0
    if indicator.valid_range != (0.0, PERCENT) or not sample > 0:
        return None
    return float(TWO_SIDED_95 * np.sqrt(value * (PERCENT - value) / sample))


def _of_sample(told: pd.DataFrame, result: Result) -> npt.NDArray[np.float64]:
    """Half-width of a percentage by simple random sampling; missing for anything else."""
    if result.indicator.valid_range != (0.0, PERCENT):
        return np.full(len(told), np.nan)
    size = told["sample_size"].where(told["sample_size"] > 0).to_numpy(dtype=float)
    value = told["value"].to_numpy(dtype=float)
    width: npt.NDArray[np.float64] = TWO_SIDED_95 * np.sqrt(value * (PERCENT - value) / size)
    return width


def _number(text: str) -> float:
    return float(text.replace(",", "."))
