"""From the base value of a key to all its cells: groups, sexes and sections."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from geodata.schema import Group
from indicators.demo.model import PERCENT, Model, dealt, logistic, logit, section_weights
from indicators.demo.plan import KeyPlan
from indicators.demo.rules import Lifted, Net, Share
from indicators.demo.world import Floats, stream
from indicators.spec import Better

SHARE_OF_ALL: Final[Mapping[str, float]] = MappingProxyType(
    {
        Group.TOTAL: 1.0,
        Group.MIXED: 1.0,
        Group.VENEZUELAN: 0.30,
        Group.RECENT_VENEZUELAN: 0.15,
        Group.HOST: 0.55,
        Group.RETURNED: 0.10,
    }
)
"""Part of a count that belongs to each group; groups without an entry get ``OTHER_SHARE``."""

OTHER_SHARE: Final = 0.5

DISADVANTAGE: Final[Mapping[str, float]] = MappingProxyType(
    {
        Group.VENEZUELAN: 0.30,
        Group.RECENT_VENEZUELAN: 0.45,
        Group.RETURNED: 0.15,
        Group.HOST: -0.05,
        Group.NON_MIGRANT: -0.05,
    }
)
"""Logits by which a group is worse off than everyone."""

DIRECTION: Final[Mapping[Better, float]] = MappingProxyType(
    {Better.LOWER: 1.0, Better.HIGHER: -1.0, Better.NEITHER: 0.3}
)
WOMEN_SPREAD: Final = 0.04
"""Standard deviation of the share of women in a count, around one half."""

FEW_WOMEN: Final = 0.2
"""No count has a smaller share of either sex, rounding apart."""

SMALL_GAP: Final = 1.0
"""Standard deviation of the points between women and the total where no rule says."""


def cell_values(plan: KeyPlan, model: Model) -> Floats:
    """Values by cell (in the order of ``plan.cells``), territory and year, counts whole."""
    parts = [_people(plan, model)]
    if len(plan.sectors) > 1:
        parts.append(_sections(plan, model))
    return np.concatenate(parts)


def _people(plan: KeyPlan, model: Model) -> Floats:
    rule = model.rule(plan.key)
    if isinstance(rule, Net):
        participation = _people(model.plans[rule.of], model)
        return participation * (1 - _people(model.plans[rule.without], model) / PERCENT)
    grouped = [_of_group(plan, group, model) for group in plan.groups]
    return np.concatenate([_by_sex(plan, values, model) for values in grouped])


def _sections(plan: KeyPlan, model: Model) -> Floats:
    if plan.is_count:
        return model.sections(plan.key)
    weights = section_weights(model.world, plan.key) * PERCENT
    years = model.world.population.shape[1]
    return np.repeat(weights[:, :, None], years, axis=2)


def _of_group(plan: KeyPlan, group: str, model: Model) -> Floats:
    first = plan.groups[0]
    if len(plan.sectors) > 1 and not plan.is_count:
        return np.full(model.world.population.shape, PERCENT)
    base = model.base(plan.key)
    if group == first:
        return base
    if plan.is_count:
        share = SHARE_OF_ALL.get(group, OTHER_SHARE) / SHARE_OF_ALL.get(first, OTHER_SHARE)
        return np.rint(base * share)
    worse = DISADVANTAGE.get(group, 0.0) - DISADVANTAGE.get(first, 0.0)
    width = plan.high - plan.low
    odds = logit((base - plan.low) / width) + DIRECTION[plan.better] * worse
    return plan.low + width * logistic(odds)


def _by_sex(plan: KeyPlan, values: Floats, model: Model) -> Floats:
    """The total and, where asked for, women and men, in this order."""
    if len(plan.sexes) == 1:
        return values[None]
    numbers = stream(model.world.seed, "sex", plan.key)
    if plan.is_count:
        women = 0.5 + WOMEN_SPREAD * numbers.normal(size=len(values))
        women = np.clip(women, FEW_WOMEN, 1 - FEW_WOMEN)
        return np.concatenate([values[None], dealt(values, np.stack([women, 1 - women]))])
    rule = model.rule(plan.key)
    fixed = rule.gap if isinstance(rule, Share | Lifted) else 0.0
    gap = (fixed or SMALL_GAP * numbers.normal()) * (1 + 0.1 * numbers.normal(size=len(values)))
    room = np.minimum(values - plan.low, plan.high - values)
    above = np.clip(gap[:, None], -room / 2, room / 2)
    return np.stack([values, values + above, values - above])
