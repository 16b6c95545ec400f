"""Which observations the demonstration must hold so that every choice on screen finds a figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from geodata.schema import SECTIONS, TOTAL, Group, Sex
from indicators.cube import Cell
from indicators.spec import Better, Indicator, Kind, Need, Window

YEARS: Final = tuple(range(2018, 2026))
"""Years of the demonstration, the ones that a reader is offered."""

COUNTED: Final = "persons"
"""Unit of a denominator that has no entry of its own in the registry."""


@dataclass(frozen=True, slots=True)
class KeyPlan:
    """One observation key and the cells that readers may ask of it.

    Attributes:
        groups: the first one is the base that the others are derived from.
        sexes: the total first.
        sectors: the total first; sections are given for the base group only.
    """

    key: str
    is_count: bool
    unit: str
    low: float
    high: float
    decimals: int
    window: Window
    better: Better
    sexes: tuple[str, ...]
    groups: tuple[str, ...]
    sectors: tuple[str, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell: sexes within groups, then sections."""
        people = [Cell(sex, group) for group in self.groups for sex in self.sexes]
        sections = [Cell(TOTAL, self.groups[0], sector) for sector in self.sectors[1:]]
        return (*people, *sections)

    @property
    def is_labour_survey(self) -> bool:
        """Whether its series breaks with the survey frame and survey domains have figures."""
        return self.window is Window.LABOUR_SURVEY


def plans(indicators: Mapping[str, Indicator]) -> tuple[KeyPlan, ...]:
    """One plan for every key that any indicator reads, in alphabetical order.

    Keys whose series tell moments apart are left to ``indicators.demo.follow_up``.
    """
    readers: dict[str, list[tuple[Indicator, Need]]] = {}
    for indicator in indicators.values():
        for need in (need for need in indicator.needs if not need.series):
            readers.setdefault(need.key, []).append((indicator, need))
    return tuple(_plan(key, indicators.get(key), readers[key]) for key in sorted(readers))


def _plan(key: str, own: Indicator | None, readers: list[tuple[Indicator, Need]]) -> KeyPlan:
    entry = own or readers[0][0]
    is_count = own is None or own.kind is Kind.COUNT
    by_sex = any(i.by_sex and "sex" in n.keeps for i, n in readers)
    by_sector = any(i.by_sector and "sector" in n.keeps for i, n in readers)
    groups = dict.fromkeys(str(group) for i, n in readers for group in _groups(i, n))
    return KeyPlan(
        key=key,
        is_count=is_count,
        unit=own.unit.key if own else COUNTED,
        low=0.0 if own is None else own.valid_range[0],
        high=float("inf") if own is None else own.valid_range[1],
        decimals=0 if is_count else max(entry.decimals, 1),
        window=entry.window,
        better=entry.better,
        sexes=tuple(map(str, Sex)) if by_sex else (TOTAL,),
        groups=tuple(groups),
        sectors=(TOTAL, *SECTIONS) if by_sector else (TOTAL,),
    )


def _groups(indicator: Indicator, need: Need) -> tuple[str, ...]:
    """Population groups that ``need`` may be read in."""
    if need.group is not None:
        return (str(need.group),)
    if "population_group" in need.keeps:
        return tuple(map(str, indicator.groups))
    return (str(Group.TOTAL),)
