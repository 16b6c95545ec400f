"""Departments, the nation and survey domains, from the territories that they are made of."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from indicators.demo.plan import KeyPlan
from indicators.demo.world import Floats, World

NATION: Final = "00"
SURVEYED: Final = ("AM", "CI")
"""How the codes of metropolitan areas and of cities of a labour survey begin."""


@dataclass(frozen=True, slots=True)
class Wholes:
    """Codes of the wholes, and which territory belongs to each (wholes by territories, 0 or 1)."""

    codes: tuple[str, ...]
    members: Floats

    def of(self, plan: KeyPlan, cells: Floats, population: Floats) -> Floats:
        """Sums of counts; means of everything else, weighted with the population."""
        weights = self.members
        if not plan.is_count:
            weights = weights * population.mean(axis=1)
            weights = weights / weights.sum(axis=1, keepdims=True)
        whole: Floats = np.einsum("wt,cty->cwy", weights, cells, optimize=True)
        return whole


def administrative(world: World) -> Wholes:
    """The departments and the nation."""
    positions = np.arange(len(world.departments))
    inside = (positions[:, None] == world.department).astype(float)
    everywhere = np.ones((1, len(world.codes)))
    return Wholes((*world.departments, NATION), np.concatenate([inside, everywhere]))


def survey_domains(world: World, domains: pd.DataFrame) -> Wholes:
    """Metropolitan areas and cities of the labour survey that have known members."""
    place = {code: position for position, code in enumerate(world.codes)}
    found: dict[str, list[int]] = {}
    for code, members in zip(domains["territory_code"], domains["members"], strict=True):
        inside = [place[member] for member in str(members).split("|") if member in place]
        if inside and str(code).startswith(SURVEYED):
            found[str(code)] = inside
    marks = np.zeros((len(found), len(world.codes)))
    for row, inside in enumerate(found.values()):
        marks[row, inside] = 1.0
    return Wholes(tuple(found), marks)
