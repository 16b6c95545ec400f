"""What the areas of a map show for one year, from the very answer that the browser paints.

The counterpart of ``assets/mirador/classes.mjs`` and ``shown.mjs``; a test compares both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from indicators.classify import class_of
from indicators.states import State
from layouts.drawing.inks import palette
from layouts.text.catalogue import Catalogue

Fill = Mapping[str, Any]
"""The ``fill`` of ``layouts.slice.map_slice``."""

THIRDS: Final = 3
PLACES: Final[Mapping[int, tuple[int, ...]]] = {1: (1,), 2: (0, 2)}
"""Thirds that are used where ties leave fewer groups."""

TIMES: Final = "\N{MULTIPLICATION SIGN}"

COUNT_INK: Final = "count-fill"


@dataclass(frozen=True, slots=True)
class Entry:
    """One territory in one year.

    Attributes:
        value: missing where the state has none.
        level: class from 0; missing without a value.
        ink: name of the colour of its class; empty where its state has a pattern instead.
        used: year of the figure where it is an older one.
    """

    code: str
    value: float | None
    state: State
    level: int | None
    ink: str
    used: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the map: the answer as it is shown, the column of its year, and its territories.

    Attributes:
        said: why it is not shown as it was asked for; empty where it is.
        second: the indicator that it is crossed with, and the column of its year.
    """

    fill: Fill
    index: int | None
    entries: tuple[Entry, ...]
    inks: tuple[str, ...]
    labels: tuple[str, ...]
    said: str = ""
    second: tuple[Fill, int | None] | None = None

    @property
    def year(self) -> int | None:
        """Year that is shown, where there is any figure."""
        return None if self.index is None else int(self.fill["years"][self.index])


def year_index(years: Sequence[int], chosen: str) -> int | None:
    """Column of the chosen year, or of the newest; ``None`` where there is none."""
    if not chosen or not int(chosen):
        return len(years) - 1 if years else None
    return list(years).index(int(chosen)) if int(chosen) in years else None


def entries(fill: Fill, index: int | None) -> tuple[Entry, ...]:
    """Every territory of an answer in the year of a column."""
    limits = fill["breaks"]
    inks = palette(len(limits) + 1, signed=fill["signed"])
    return tuple(_entry(fill, index, i, inks) for i in range(len(fill["codes"])))


def _entry(fill: Fill, index: int | None, i: int, inks: Sequence[str]) -> Entry:
    code = str(fill["codes"][i])
    if index is None:
        return Entry(code, None, State.NO_DATA, None, "")
    state, value = State(int(fill["states"][index][i])), fill["values"][index][i]
    if not state.has_value or value is None:
        return Entry(code, None, State.NO_DATA if state.has_value else state, None, "")
    level = class_of(value, fill["breaks"])
    ink = COUNT_INK if fill["count"] else inks[level]
    return Entry(code, value, state, level, ink, fill["used"][index].get(code))


def shown(fill: Fill, second: Fill | None, period: str, measure: str, texts: Catalogue) -> Shown:
    """What a choice shows: a level, the difference from the nation, or two indicators at once."""
    index = year_index(fill["years"], period)
    if second is not None:
        said = _cannot_cross(fill, second, texts)
        return _plain(fill, index, said) if said else _crossed(fill, second, index, period)
    if not measure:
        return _plain(fill, index)
    gap = _difference(fill, texts)
    return _plain(fill, index, texts.gap_none) if gap is None else _plain(gap, index)


def _plain(fill: Fill, index: int | None, said: str = "") -> Shown:
    labels = tuple(fill["labels"])
    inks = palette(len(labels), signed=fill["signed"])
    return Shown(fill, index, entries(fill, index), inks, labels, said)


def _difference(fill: Fill, texts: Catalogue) -> Fill | None:
    """The answer whose values are differences from the nation of the same year."""
    gap = fill["gap"]
    if not gap or fill["count"]:
        return None
    places = fill["decimals"] + 1
    values = [
        [None if v is None or nation is None else round(v - nation, places) for v in row]
        for row, nation in zip(fill["values"], gap["nation"], strict=True)
    ]
    scale = {name: gap[name] for name in ("breaks", "labels", "unit")}
    return {**fill, **scale, "signed": True, "values": values,
            "title": texts.gap_title.format(fill["title"])}  # fmt: skip


def _cannot_cross(first: Fill, second: Fill, texts: Catalogue) -> str:
    if first["count"] or second["count"]:
        return texts.cross_count
    return "" if first["level"] == second["level"] else texts.cross_level


def third_of(value: float, limits: Sequence[float]) -> int:
    """Third of a value, 0 to 2; where ties leave two groups, they are the outer ones."""
    return _places(len(limits) + 1)[class_of(value, limits)]


def _places(groups: int) -> tuple[int, ...]:
    return PLACES.get(groups, tuple(range(THIRDS)))


def axis_of(fill: Fill) -> tuple[str, ...]:
    """Words of the three places of an axis, empty where ties leave a place out."""
    places = _places(len(fill["thirds"]) + 1)
    words = dict(zip(places, fill["thirdLabels"], strict=True))
    return tuple(words.get(place, "") for place in range(THIRDS))


def _crossed(first: Fill, second: Fill, index: int | None, period: str) -> Shown:
    other = year_index(second["years"], period)
    others = {entry.code: entry for entry in entries(second, other)}
    columns, rows = axis_of(first), axis_of(second)
    both = tuple(_cross(one, others.get(one.code), first, second) for one in entries(first, index))
    inks = tuple(f"cross-{level + 1}" for level in range(THIRDS * THIRDS))
    labels = tuple(f"{column} {TIMES} {row}" for row in rows for column in columns)
    return Shown(first, index, both, inks, labels, second=(second, other))


def _cross(one: Entry, other: Entry | None, first: Fill, second: Fill) -> Entry:
    """Missing where either is."""
    if one.value is None:
        return one
    if other is None or other.value is None:
        return Entry(one.code, None, other.state if other else State.NO_DATA, None, "")
    level = third_of(other.value, second["thirds"]) * THIRDS + third_of(one.value, first["thirds"])
    return replace(one, level=level, state=one.state or other.state, ink=f"cross-{level + 1}")


def tally(all_of_them: Sequence[Entry], classes: int) -> tuple[list[int], dict[State, int]]:
    """How many territories stand in each class and in each state."""
    levels = [0] * classes
    states = dict.fromkeys(State, 0)
    for entry in all_of_them:
        states[entry.state] += 1
        if entry.level is not None:
            levels[entry.level] += 1
    return levels, states
