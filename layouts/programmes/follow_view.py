"""What follow-up has to tell of the chosen place: cohorts, flows, and change of perception."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd

from geodata.schema import Group
from indicators import seguimiento as keys
from indicators.cube import Cell
from indicators.follow_up import OUTCOMES, Change, Mobility, cohorts, perception
from indicators.follow_up.cohorts import BASELINE, MOBILITY, moment_of
from indicators.follow_up.flows import Flow, everybody, flows
from indicators.registry import INDICATORS
from indicators.spec import Axis, Indicator
from layouts.programmes.view import NATION, ProgrammeView
from layouts.text.follow_words import FOLLOW_WORDS, FollowWords

GROUPS: Final = (Group.VENEZUELAN, Group.RETURNED, Group.MIXED, Group.HOST)
"""Those followed; the host community is always shown beside the others."""

QUESTIONS: Final = tuple(
    one for one in INDICATORS.values() if one.axis is Axis.COHESION and len(one.needs) == 1
)


@dataclass(frozen=True)
class Asked:
    """A question of perception with its change in one place."""

    indicator: Indicator
    code: str
    change: Change


@dataclass(frozen=True)
class FollowUp:
    """Follow-up as far as the reader chose to see; what may not leave is not in it."""

    view: ProgrammeView

    @property
    def words(self) -> FollowWords:
        """Sentences of follow-up."""
        return FOLLOW_WORDS[self.view.texts.language]

    def observations(self, key: str) -> pd.DataFrame:
        """Observations of one key after disclosure control."""
        return self.view.engine.snapshot.observations(key)

    @cached_property
    def code(self) -> str:
        """The chosen municipality; else that of the scope with most people followed, or none."""
        if self.view.chosen.municipality:
            return self.view.chosen.municipality
        rows = self.observations(keys.FOLLOWED)
        first = [moment_of(str(series)) == BASELINE for series in rows["series"]]
        begun = rows[np.array(first, dtype=bool)]
        begun = begun[begun["territory_code"].isin(list(self.view.local))]
        sums = begun.groupby("territory_code", observed=True)["value"].sum()
        return str(sums.idxmax()) if len(sums) else ""

    @cached_property
    def cohorts(self) -> dict[Group, pd.DataFrame]:
        """Cohorts of each population that was followed; see ``indicators.follow_up.cohorts``."""
        tables = {key: self.observations(key) for key in (keys.FOLLOWED, *OUTCOMES)}
        sex = self.view.chosen.sex
        found = {
            group: cohorts(tables, self.code, Cell(sex=sex, population_group=str(group)))
            for group in (*GROUPS, Group.TOTAL)
        }
        return {group: rows for group, rows in found.items() if not rows.empty}

    @cached_property
    def mobility(self) -> Mobility:
        """Flows from everywhere, with what is withheld decided over all of them."""
        return everybody(self.observations(MOBILITY))

    @cached_property
    def flows(self) -> tuple[Flow, ...]:
        """Flows that begin or end in the chosen place."""
        return flows(self.mobility, frozenset(str(code) for code in self.view.local))

    @cached_property
    def perception(self) -> tuple[Asked, ...]:
        """Questions asked twice in the same survey: in the place, else in the whole country."""
        return tuple(self._asked())

    def _asked(self) -> Iterator[Asked]:
        for indicator in QUESTIONS:
            sex = self.view.chosen.sex if indicator.by_sex else "total"
            rows = self.observations(indicator.needs[0].key)
            for code in dict.fromkeys(filter(None, (self.code, NATION))):
                change = perception(rows, code, Cell(sex=sex, population_group=indicator.own_group))
                if change.points is not None:
                    yield Asked(indicator, code, change)
                    break

    @property
    def known(self) -> bool:
        """Whether anybody was followed anywhere."""
        return not self.observations(keys.FOLLOWED).empty or not self.mobility.matrix.empty
