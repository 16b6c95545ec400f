"""What a set of territories says together is made from: the figure of each of them."""

from dataclasses import dataclass

import pandas as pd

from indicators.engine import Engine
from indicators.proof import Reference
from indicators.scopes import SCOPES
from indicators.spec import Indicator
from indicators.spread import Spread, together

YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True, eq=False)
class SetProof:
    """A sum or a median, and the figures that it is made of.

    Attributes:
        reference: its ``territory`` is a scope, its ``period`` a year.
        members: by territory code, the ``value``, its ``state`` and the ``period`` it is of;
            the largest first.
    """

    reference: Reference
    told: Spread
    members: pd.DataFrame


def names_a_set(reference: Reference) -> bool:
    """Whether a name is that of several territories together."""
    return reference.territory in SCOPES


def prove_set(engine: Engine, indicator: Indicator, reference: Reference) -> SetProof | None:
    """The proof of what a scope says in a year; ``None`` where it says nothing in that year."""
    year = reference.period
    if not (year.isascii() and year.isdigit() and len(year) == YEAR_DIGITS):
        return None
    codes = engine.codes(reference.territory, "")
    found = together(engine, indicator, codes, reference.cell, int(year))
    if found is None:
        return None
    rows = found.result.observations.iloc[found.kept["row"].to_numpy()]
    members = found.kept[["value", "state"]].assign(period=rows["period"].astype("str").to_numpy())
    return SetProof(reference, found.told, members.sort_values("value", ascending=False))
