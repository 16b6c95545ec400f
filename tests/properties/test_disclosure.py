"""An attacker tries to find what is withheld, by linear programming.

The attacker shares nothing with the solution. The unknowns are the smallest groups of persons
(municipality, sex, sector, each possibly "not known"); every figure that leaves is the sum of
some of them. The attacker also knows the rule (a withheld count is not zero) and which questions
were always answered (nobody of unknown sex, say), and asks for the least and the largest number
that each withheld figure can be.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from geodata.schema import FEWEST_PERSONS
from indicators.disclosure.observations import protected
from indicators.disclosure.policy import Policy

UNKNOWN = ""
PLACES = ("54001", "54874", "44001", "44430", "54", "44")
"""The last two are persons of the department whose municipality is not known."""

PARENT = {"00": ("5", "4"), "54": ("54",), "44": ("44",)}
SEXES = ("mujeres", "hombres", UNKNOWN)
SECTORS = ("A", "C", UNKNOWN)
ONE_APART = 1 - 1e-6


@dataclass(frozen=True)
class Register:
    """Persons by smallest group, and the rows that somebody made of them."""

    people: dict[tuple[str, str, str], int]
    rows: list[tuple[str, str, str]]
    withheld: frozenset[int] = frozenset()
    """Rows that the source withheld."""

    def __repr__(self):
        said = {k: n for k, n in self.people.items() if n}
        return f"Register({said}, {self.rows}, {self.withheld})"

    def members(self, row):
        """The smallest groups that a row adds up, as a row of 0 and 1."""
        return np.array([all(map(is_in, group, row)) for group in self.people], float)

    @property
    def counts(self):
        return np.array(list(self.people.values()), float)

    def observations(self, full):
        values = [float(self.members(row) @ self.counts) for row in self.rows]
        hidden = [n in self.withheld for n in range(len(self.rows))]
        return full(
            [
                {"territory_code": place, "sex": sex, "sector": sector, "period": "2024",
                 "value": np.nan if gone else value, "quality": "suprimido" if gone else ""}
                for (place, sex, sector), value, gone in zip(self.rows, values, hidden, strict=True)
            ]
        )  # fmt: skip


def is_in(own, asked):
    """Whether a group (a municipality, a sex, a sector) belongs to what a row is about."""
    return asked in ("total", own) or own.startswith(PARENT.get(asked, ("?",)))


class Attacker:
    """Knows what leaves, the rule, and which questions everybody answered."""

    def __init__(self, register, shown, *, answered=True):
        self.members = [register.members(row) for row in register.rows]
        values = np.array([m @ register.counts for m in self.members])
        self.equal = np.array([m for m, s in zip(self.members, shown, strict=True) if s])
        self.sums = values[shown]
        hidden = ~shown & (values > 0)
        self.least = np.array([m for m, h in zip(self.members, hidden, strict=True) if h])
        groups = list(register.people)
        free = [not answered or self._possible(register, groups, group) for group in groups]
        self.bounds = [(0, None if possible else 0) for possible in free]

    @staticmethod
    def _possible(register, groups, group):
        """Nobody is in a group whose question every person of the register answered."""
        for axis, name in enumerate(group):
            unanswered = [g for g in groups if g[axis] == name]
            if (name == UNKNOWN or len(name) == 2) and not any(
                register.people[g] for g in unanswered
            ):
                return False
        return True

    def range_of(self, members):
        """The least and the largest that a sum of groups can be."""
        return self._best(members), -self._best(-members)

    def _best(self, cost):
        known = {"A_eq": self.equal, "b_eq": self.sums} if len(self.equal) else {}
        rule = {"A_ub": -self.least, "b_ub": -np.ones(len(self.least))} if len(self.least) else {}
        found = linprog(cost, bounds=self.bounds, method="highs", **known, **rule)
        assert found.status in (0, 3), found.message
        return found.fun if found.status == 0 else -np.inf


def finds(register, shown, target, **knowledge):
    """Whether the attacker tells a withheld row, give or take less than one person."""
    attacker = Attacker(register, shown, **knowledge)
    low, high = attacker.range_of(register.members(target))
    return high - low < ONE_APART


@st.composite
def registers(draw, *, complete=False, source=True):
    places = draw(st.sampled_from([PLACES[:2], PLACES[:3], PLACES[:4]]))
    sexes, sectors = SEXES[: draw(st.integers(2, 3))], SECTORS[: draw(st.integers(2, 3))]
    if draw(st.booleans()):
        places = (*places, "54")
    groups = list(product(places, sexes, sectors))
    size = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 7, 9, 20])
    people = {group: draw(size) for group in groups}
    named = [p for p in places if len(p) == 5]
    wholes = ["00", *sorted({p[:2] for p in named})]
    full = list(
        product([*named, *wholes], ("total", "mujeres", "hombres"), ("total", *sectors[:2]))
    )
    kept = full if complete else draw(st.lists(st.sampled_from(full), min_size=1, unique=True))
    if not complete and draw(st.booleans()):
        kept = [row for row in full if row not in kept[: len(full) // 4]]
    some = st.frozensets(st.integers(0, len(kept) - 1), max_size=3 if source else 0)
    return Register(people, kept, draw(some))


@pytest.fixture(scope="module")
def full(figures):
    empty = figures("territory_code period value\n")

    def build(rows):
        usual = {"population_group": "total", "indicator": "x", "unit": "persons",
                 "source_id": "S", "series": "registro_importado"}  # fmt: skip
        filled = pd.DataFrame([dict.fromkeys(empty.columns, "") | usual | row for row in rows])
        numbers = [c for c in empty if empty[c].dtype.kind in "fi" and c != "value"]
        return filled[list(empty.columns)].assign(**dict.fromkeys(numbers, np.nan))

    return build


def attacked(register, table):
    """Withheld rows that the attacker finds."""
    shown = (table["quality"] == "").to_numpy()
    hidden = [row for row, seen in zip(register.rows, shown, strict=True) if not seen]
    attacker = Attacker(register, shown)
    ranges = [attacker.range_of(register.members(row)) for row in hidden]
    return [row for row, (low, high) in zip(hidden, ranges, strict=True) if high - low < ONE_APART]


@given(register=registers(complete=True))
@settings(max_examples=60)
def test_nothing_withheld_is_found_in_a_whole_table(full, register):
    assert attacked(register, protected(register.observations(full))) == []


@given(register=registers())
@settings(max_examples=60)
def test_nothing_withheld_is_found_where_rows_are_missing(full, register):
    assert attacked(register, protected(register.observations(full))) == []
