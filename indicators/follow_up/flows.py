"""Flows between municipalities as a list, from the matrix of everybody: a filter reveals nothing.

What is withheld is decided over all origins at once, whatever the reader looks at: were it decided
for each choice, two choices could be set against each other.
"""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from indicators.follow_up.mobility import Mobility, mobility


@dataclass(frozen=True, slots=True)
class Flow:
    """People who went from one municipality to another, or stayed.

    Attributes:
        people: ``None`` where the flow is withheld.
    """

    origin: str
    to: str
    people: int | None

    @property
    def stayed(self) -> bool:
        """Whether it is of people who stayed."""
        return self.origin == self.to


def everybody(observations: pd.DataFrame) -> Mobility:
    """Flows from every origin that the observations have."""
    origins = sorted(set(observations["territory_code"].astype("str")))
    return mobility(observations, origins)


def flows(found: Mobility, codes: Collection[str]) -> tuple[Flow, ...]:
    """Flows that begin or end in ``codes``: the largest first, the withheld ones at the end.

    Pairs between which nobody moved are left out.
    """
    listed = [
        Flow(str(origin), str(to), None if withheld else int(people))
        for origin in found.matrix.index
        for to in found.matrix.columns
        for people, withheld in [(found.matrix.loc[origin, to], found.withheld.loc[origin, to])]
        if (str(origin) in codes or str(to) in codes) and (withheld or people > 0)
    ]
    return tuple(sorted(listed, key=lambda flow: (-(flow.people or 0), flow.origin, flow.to)))
