"""Two figures set against each other: how far apart, and why nothing may be said where so."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from indicators.margins import SURVEYS, half_width
from indicators.nearest import Figure, Origin
from indicators.periods import span_months
from indicators.spec import SPAN_MATTERS, Kind, Text, Window
from indicators.states import State

ABSENT: Final = Text("una de las dos no tiene cifra", "one of the two has no figure")
COUNTS: Final = Text(
    "los conteos no se restan: un lugar mayor tiene más de todo",
    "counts are not subtracted: a larger place has more of everything",
)
STAND_IN: Final = Text(
    "una de las dos es la cifra de un territorio mayor",
    "one of the two is the figure of a larger territory",
)
CAUTION: Final = Text(
    "la fuente advierte que una de las dos es poco confiable",
    "the source warns that one of the two is unreliable",
)
OTHER_WINDOW: Final = Text(
    "son de ventanas distintas (mes, trimestre o año)",
    "they are of different windows (month, quarter or year)",
)
OTHER_SERIES: Final = Text(
    "son de series distintas: cambia la definición, el marco o la fuente",
    "they are of different series: the definition, the frame or the source changes",
)
OTHER_PERIOD: Final = Text("son de periodos distintos", "they are of different periods")
NO_MARGIN: Final = Text(
    "no se publica el margen de una de las dos", "the margin of one of the two is not published"
)
CONFLICT: Final = Text(
    "otras publicaciones contradicen una de las dos, o es solo un mínimo",
    "other publications contradict one of the two, or it is a minimum only",
)
DOUBTS: Final = frozenset({"conflict", "lower_bound"})
"""Cautions with which a figure is shown and nothing is said to differ from it."""

OVERLAP: Final = Text("sus márgenes de 95 % se cruzan", "their 95 % margins overlap")
MEDIAN: Final = Text(
    "una mediana de cifras de encuesta no tiene margen conocido",
    "a median of survey figures has no known margin",
)

METHOD: Final = Text(
    "Dos cifras se restan si son propias, del mismo indicador, ventana, serie y periodo (el mismo "
    "año en los registros). Se afirma que difieren si sus intervalos de 95 % no se tocan. Sin "
    "margen ni muestra publicados no se afirma nada; los conteos no se restan.",
    "Two figures are subtracted if each is its territory's own, of the same indicator, window, "
    "series and period (the same year for registers). They are said to differ if their 95 % "
    "intervals do not touch. Without a published margin or sample nothing is said; counts are not "
    "subtracted.",
)


@dataclass(frozen=True, slots=True)
class Contrast:
    """A figure against another.

    Attributes:
        other: the value that it is set against; ``None`` where there is none.
        difference: figure less the other, in its unit; ``None`` where subtracting makes no sense.
        reason: why nothing may be said; ``None`` where it may.
    """

    other: float | None = None
    difference: float | None = None
    reason: Text | None = None


def contrast(figure: Figure | None, other: Figure | None) -> Contrast:
    """``figure`` less ``other``, as far as both may be compared."""
    if figure is None or other is None or figure.value is None or other.value is None:
        return Contrast(reason=ABSENT)
    refused = refusal(figure, other)
    if refused is not None:
        return Contrast(other.value, reason=refused)
    return Contrast(other.value, figure.value - other.value, _unsure(figure, other))


def against_median(figure: Figure, median: float) -> Contrast:
    """``figure`` less the median of comparable figures; see ``indicators.benchmark``."""
    if figure.value is None:
        return Contrast(reason=ABSENT)
    if figure.state is not State.VALUE:
        return Contrast(median, reason=CAUTION)
    surveyed = MEDIAN if figure.indicator.window in SURVEYS else None
    doubted = CONFLICT if DOUBTS.intersection(_flags(figure)) else None
    return Contrast(median, figure.value - median, doubted or surveyed)


def refusal(figure: Figure, other: Figure) -> Text | None:
    """Why two figures with a value are not subtracted; ``None`` where they are."""
    periods = [str(one.observation["period"]) for one in (figure, other)]
    series = [str(one.observation["series"]) for one in (figure, other)]
    spans = [span_months(period) for period in periods]
    window = figure.indicator.window
    same_time = figure.year == other.year if window is Window.STOCK else len(set(periods)) == 1
    tests = (
        (figure.indicator.kind is Kind.COUNT, COUNTS),
        (figure.origin is not Origin.OWN or other.origin is not Origin.OWN, STAND_IN),
        (window in SPAN_MATTERS and spans[0] != spans[1], OTHER_WINDOW),
        (series[0] != series[1], OTHER_SERIES),
        (not same_time, OTHER_PERIOD),
        (figure.state is not State.VALUE or other.state is not State.VALUE, CAUTION),
    )
    return next((reason for failed, reason in tests if failed), None)


def width_of(figure: Figure) -> float | None:
    """Half-width of the 95 % interval of a figure; ``None`` where it is not known."""
    if figure.value is None or figure.state is not State.VALUE:
        return None
    row = figure.observation
    sample = float("nan") if pd.isna(row["sample_size"]) else float(row["sample_size"])
    return half_width(figure.indicator, figure.value, str(row["margin"] or ""), sample)


def _unsure(figure: Figure, other: Figure) -> Text | None:
    """Why two figures that may be subtracted cannot be said to differ."""
    if any(DOUBTS.intersection(_flags(one)) for one in (figure, other)):
        return CONFLICT
    own, others = width_of(figure), width_of(other)
    if own is None or others is None or figure.value is None or other.value is None:
        return NO_MARGIN
    reach = own + others
    return OVERLAP if reach > 0 and abs(figure.value - other.value) <= reach else None


def _flags(figure: Figure) -> list[str]:
    return str(figure.observation["flags"] or "").split("|")
