"""The value of every key in its base cell, by territory and year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from geodata.schema import SECTIONS
from indicators.demo.plan import YEARS, KeyPlan
from indicators.demo.rules import (
    DEFAULT_PART,
    DEFAULT_SHARE,
    PEOPLE,
    RULES,
    Lifted,
    Net,
    Part,
    Rated,
    Rest,
    Rule,
    Share,
    Thinned,
    Units,
)
from indicators.demo.world import Floats, World, stream

PERCENT: Final = 100.0
FRAME_YEAR: Final = 2022
"""First year of the second frame of the invented labour survey."""

FRAME_JUMP: Final = 0.12
"""Logits that the second frame adds."""

CENTRE_YEAR: Final = 2021
TREND_YEARS: Final = 4
"""A trend is zero in the first and adds its whole amount in so many years."""

DEPARTMENT_SPREAD: Final = 0.22
FIELD_SPREAD: Final = 0.22
OWN_SPREAD: Final = 0.18
NOISE_SPREAD: Final = 0.05
"""Standard deviations of the terms of a share, in logits."""

SECTION_LOGS: Final = (
    1.6, -1.5, 1.3, -2.0, -1.5, 0.9, 2.0, 1.0, 1.2, -0.8, -0.9,
    -1.2, -0.2, 0.0, 0.5, 0.6, 0.3, -0.3, 0.4, 0.1, -4.0,
)  # fmt: skip
"""Logarithm of the typical weight of the sections A to U: farming and trade are large."""

SECTION_SPREAD: Final = 0.3


def logistic(x: Floats) -> Floats:
    """Inverse of the logit."""
    value: Floats = 1.0 / (1.0 + np.exp(-x))
    return value


def logit(share: Floats | float) -> Floats:
    """Logarithm of the odds of a share strictly between 0 and 1."""
    odds: Floats = np.log(share) - np.log1p(-np.asarray(share))
    return odds


def whole(x: Floats) -> Floats:
    """The nearest whole numbers."""
    rounded: Floats = np.rint(x)
    return rounded


def added(parts: Sequence[Floats]) -> Floats:
    """The sum of ``parts``; zero when there are none."""
    total: Floats = np.sum(parts, axis=0, dtype=np.float64)
    return total


@dataclass(frozen=True, slots=True)
class Model:
    """Base values, computed when first asked for.

    Attributes:
        plans: what is asked of each key.
        units: open productive units by section, territory and year.
    """

    world: World
    plans: Mapping[str, KeyPlan]
    units: Floats
    _known: dict[str, Floats] = field(default_factory=dict, repr=False)

    def base(self, key: str) -> Floats:
        """Values by territory and year of the first group of ``key``, both sexes, all sections."""
        if key == PEOPLE:
            return self.world.population
        if key not in self._known:
            self._known[key] = self._compute(key)
        return self._known[key]

    def rule(self, key: str) -> Rule:
        """How ``key`` is made."""
        plan = self.plans.get(key)
        return RULES.get(key, DEFAULT_SHARE if plan and not plan.is_count else DEFAULT_PART)

    def sections(self, key: str) -> Floats:
        """Counts of ``key`` by section, territory and year; they add up to its base."""
        match self.rule(key):
            case Units():
                return self.units
            case Thinned(of, level):
                items = self.sections(of).astype(np.int64)
                numbers = stream(self.world.seed, "thin", key)
                return np.asarray(numbers.binomial(items, level / PERCENT), dtype=np.float64)
            case _:
                return dealt(self.base(key), section_weights(self.world, key))

    def _compute(self, key: str) -> Floats:
        match self.rule(key):
            case Share() | Net() | Lifted() as rule:
                return self._percentage(key, rule)
            case Part(of, level, border, trend):
                return whole(self.base(of) * self._fraction(key, Tilt(level, border, trend)))
            case Rest(of, minus):
                return self.base(of) - added([self.base(part) for part in minus])
            case Rated(of, rate):
                return whole(self.base(of) * self.base(rate) / PERCENT)
            case _:
                return added(list(self.sections(key)))

    def _percentage(self, key: str, rule: Share | Net | Lifted) -> Floats:
        if isinstance(rule, Share):
            plan = self.plans[key]
            share = self._fraction(key, Tilt(rule.level, rule.border, rule.trend))
            return plan.low + (plan.high - plan.low) * share
        if isinstance(rule, Net):
            return self.base(rule.of) * (1 - self.base(rule.without) / PERCENT)
        return PERCENT * logistic(logit(self.base(rule.of) / PERCENT) + rule.logits)

    def _fraction(self, key: str, tilt: "Tilt") -> Floats:
        """Shares between 0 and 1 by territory and year: the formula of ``indicators.demo``."""
        world, years = self.world, np.array(YEARS)
        numbers = stream(world.seed, "fraction", key)
        place = (
            logit(tilt.level / PERCENT)
            + tilt.border * world.near
            + DEPARTMENT_SPREAD * world.of_department(key)
            + FIELD_SPREAD * world.field(key)
            + OWN_SPREAD * numbers.normal(size=len(world.codes))
        )
        time = tilt.trend * (years - CENTRE_YEAR) / TREND_YEARS
        if key in self.plans and self.plans[key].is_labour_survey:
            time = time + FRAME_JUMP * (years >= FRAME_YEAR)
        noise = NOISE_SPREAD * numbers.normal(size=(len(world.codes), len(years)))
        return logistic(place[:, None] + time[None, :] + noise)


@dataclass(frozen=True, slots=True)
class Tilt:
    """Level in percent, pull of the Venezuelan line and trend over four years, in logits."""

    level: float
    border: float
    trend: float


def section_weights(world: World, key: str) -> Floats:
    """Share of each section in each territory, sections first; they add up to 1."""
    numbers = stream(world.seed, "sections", key)
    logs = np.array(SECTION_LOGS)[:, None] + SECTION_SPREAD * numbers.normal(
        size=(len(SECTIONS), len(world.codes))
    )
    regional = np.array([world.of_department("section", letter) for letter in SECTIONS])
    weights = np.exp(logs + SECTION_SPREAD * regional)
    shares: Floats = weights / weights.sum(axis=0)
    return shares


def dealt(total: Floats, shares: Floats) -> Floats:
    """Whole parts of ``total`` in proportion to ``shares`` (first axis); they add up exactly.

    Args:
        total: by territory and year.
        shares: by part and territory, adding up to 1.
    """
    limits = np.rint(np.cumsum(shares, axis=0)[:, :, None] * total)
    limits[-1] = total
    return np.diff(limits, axis=0, prepend=0.0)
