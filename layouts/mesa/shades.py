"""Classes, colours, states and their counts, as the map in the browser has them.

The rules are those of ``assets/mirador/classes.mjs``; a test compares the two.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from indicators.classify import class_of
from indicators.states import State

RAMP: Final = tuple(f"var(--ramp-{i})" for i in range(1, 6))
DIVERGING: Final = tuple(
    f"var(--{name})" for name in ("below-2", "below-1", "level", "above-1", "above-2")
)
_DIVERGING_OF: Final[Mapping[int, tuple[int, ...]]] = {
    1: (2,), 2: (1, 3), 3: (1, 2, 3), 4: (0, 1, 3, 4),
}  # fmt: skip
COUNT_FILL: Final = "var(--count-fill)"
STATE_FILL: Final[Mapping[State, str]] = {
    State.NO_DATA: "url(#sin-dato)",
    State.SUPPRESSED: "url(#suprimido)",
    State.NOT_APPLICABLE: "url(#no-aplica)",
}


@dataclass(frozen=True, slots=True)
class Shade:
    """What a map shows of one territory.

    Attributes:
        value: ``None`` where the state has none.
        level: its class, from the lowest; ``None`` without a value.
        fill: colour or pattern, by its name in ``theme.css`` or in the document.
    """

    code: str
    value: float | None
    state: State
    level: int | None
    fill: str


def palette(fill: Mapping[str, Any]) -> list[str]:
    """Colours of the classes of a map, from the lowest."""
    n = len(fill["labels"])
    if fill["signed"]:
        return [DIVERGING[i] for i in _DIVERGING_OF.get(n, (0, 1, 2, 3, 4))]
    if n <= 1:
        return [RAMP[2]]
    # Half up, as JavaScript rounds: Python would round a half to the even one.
    return [RAMP[int(i * (len(RAMP) - 1) / (n - 1) + 0.5)] for i in range(n)]


def shades(fill: Mapping[str, Any], index: int) -> list[Shade]:
    """One entry for each territory of a map in one of its years; ``-1`` where there is none.

    Args:
        fill: of ``layouts.payload``.
        index: position of the year.
    """
    colours = palette(fill)
    blank = [None] * len(fill["codes"])
    values = fill["values"][index] if index >= 0 else blank
    states = fill["states"][index] if index >= 0 else str(int(State.NO_DATA)) * len(blank)
    pairs = zip(fill["codes"], values, states, strict=True)
    return [_shade(code, value, State(int(s)), fill, colours) for code, value, s in pairs]


def _shade(
    code: str,
    value: float | None,
    state: State,
    fill: Mapping[str, Any],
    colours: Sequence[str],
) -> Shade:
    if value is None or not state.has_value:
        told = state if state in STATE_FILL else State.NO_DATA
        return Shade(code, None, told, None, STATE_FILL[told])
    level = class_of(value, fill["breaks"])
    return Shade(code, value, state, level, COUNT_FILL if fill["count"] else colours[level])


def tally(all_of: Sequence[Shade], classes: int) -> tuple[list[int], dict[State, int]]:
    """How many territories are in each class and in each state."""
    levels = [shade.level for shade in all_of]
    states = [shade.state for shade in all_of]
    by_class = [levels.count(i) for i in range(classes)]
    return by_class, {state: states.count(state) for state in State}


def year_index(years: Sequence[int], chosen: str) -> int:
    """Position of the year to show: the chosen one, the newest without a choice, else ``-1``."""
    if not chosen:
        return len(years) - 1
    return years.index(int(chosen)) if int(chosen) in years else -1
