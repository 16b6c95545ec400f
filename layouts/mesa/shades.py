"""Classes, colours, states and their counts of a map, by the names of ``theme.css``.

The rule is that of ``layouts.drawing.shown``, which is the one of the screen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from indicators.states import State
from layouts.drawing import inks, shown

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
    return [f"var(--{ink})" for ink in inks.palette(len(fill["labels"]), signed=fill["signed"])]


def shades(fill: Mapping[str, Any], index: int) -> list[Shade]:
    """One entry for each territory of a map in one of its years; ``-1`` where there is none.

    Args:
        fill: of ``layouts.payload``.
        index: position of the year.
    """
    return [_shade(entry) for entry in shown.entries(fill, index if index >= 0 else None)]


def _shade(entry: shown.Entry) -> Shade:
    state = entry.state if entry.value is not None or entry.state in STATE_FILL else State.NO_DATA
    fill = f"var(--{entry.ink})" if entry.ink else STATE_FILL[state]
    return Shade(entry.code, entry.value, state, entry.level, fill)


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
