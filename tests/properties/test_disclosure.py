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

from geodata.disclosure.observations import protected
from geodata.disclosure.policy import Policy
from geodata.schema import FEWEST_PERSONS

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
        values = [count(self, row) for row in self.rows]
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

    def __init__(self, register, shown):
        self.members = [register.members(row) for row in register.rows]
        values = np.array([m @ register.counts for m in self.members])
        self.equal = np.array([m for m, s in zip(self.members, shown, strict=True) if s])
        self.sums = values[shown]
        hidden = ~shown & (values > 0)
        self.least = np.array([m for m, h in zip(self.members, hidden, strict=True) if h])
        groups = list(register.people)
        free = [self._possible(register, groups, group) for group in groups]
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
        filled = [dict.fromkeys(empty.columns, "") | usual | row for row in rows]
        table = pd.DataFrame(filled, columns=empty.columns).astype({"value": float})
        numbers = [c for c in empty if empty[c].dtype.kind in "fi" and c != "value"]
        return table.assign(**dict.fromkeys(numbers, np.nan))

    return build


def found(register, shown):
    """Withheld rows that the attacker tells, give or take less than one person."""
    attacker = Attacker(register, shown)
    hidden = [row for row, seen in zip(register.rows, shown, strict=True) if not seen]
    ranges = [attacker.range_of(register.members(row)) for row in hidden]
    return [row for row, (low, high) in zip(hidden, ranges, strict=True) if high - low < ONE_APART]


def shown_of(table):
    return (table["quality"] == "").to_numpy(bool)


wide = settings(max_examples=60)


@wide
@given(register=registers(complete=True))
def test_nothing_withheld_is_found_in_a_whole_table(full, register):
    assert found(register, shown_of(protected(register.observations(full)))) == []


@wide
@given(register=registers(), data=st.data())
def test_nothing_withheld_is_found_where_totals_and_zeros_have_no_row(full, register, data):
    """So are tables that somebody has grouped: what does not occur has no row."""
    whole = list(product(*({g[axis] for g in register.people} for axis in range(3))))
    details = [g for g in whole if UNKNOWN not in g and len(g[0]) == 5 and register.people[g]]
    totals = data.draw(st.permutations([r for r in register.rows if r not in whole]))
    rows = [*details, *totals[: len(totals) * 3 // 4]]
    hidden = frozenset(n for n in register.withheld if n < len(rows))
    grouped = Register(register.people, rows, hidden)
    assert found(grouped, shown_of(protected(grouped.observations(full)))) == []


@wide
@given(register=registers())
def test_no_small_count_is_found_whatever_rows_are_missing(full, register):
    table = register.observations(full)
    few = table["value"].between(1, FEWEST_PERSONS - 1) | table["value"].isna()
    secret = {row for row, is_secret in zip(register.rows, few, strict=True) if is_secret}
    assert secret.isdisjoint(found(register, shown_of(protected(table))))


@given(register=registers(complete=True))
def test_no_small_count_of_a_whole_table_is_left(full, register):
    table = protected(register.observations(full))
    left = table.loc[shown_of(table), "value"]
    assert not left.between(1, FEWEST_PERSONS - 1).any()
    assert table.loc[~shown_of(table), "value"].isna().all()


def test_with_small_counts_alone_withheld_the_attacker_does_find_one(full):
    """The audit can fail: three women are what is missing between seventeen men and twenty."""
    people = {("54001", "mujeres", "A"): 3, ("54001", "hombres", "A"): 17}
    rows = [("54001", sex, "A") for sex in ("total", "mujeres", "hombres")]
    register = Register(people, rows)
    primary_only = register.observations(full)["value"].ge(FEWEST_PERSONS).to_numpy()
    assert found(register, primary_only) == [("54001", "mujeres", "A")]
    assert found(register, shown_of(protected(register.observations(full)))) == []


@wide
@given(register=registers(complete=True, source=False), stricter=st.integers(6, 12))
def test_two_roles_together_find_no_more_than_one(full, register, stricter):
    table = register.observations(full)
    strict = shown_of(protected(table, Policy(stricter)))
    assert not (strict & ~shown_of(protected(table))).any()
    assert found(register, strict) == []


@wide
@given(register=registers(complete=True, source=False))
def test_no_withheld_rate_is_found_nor_any_small_part_of_it(full, register):
    """Those in section A are the numerator, all of them the denominator.

    One of the three counts of a withheld rate may be found, if it is large or nobody.
    """
    people = {group: n for group, n in register.people.items() if group[2] != UNKNOWN}
    cells = sorted({(place, sex) for place, sex, _ in register.rows})
    parts = [[(*cell, part) for cell in cells] for part in ("A", "C", "total")]
    counted = Register(people, [row for part in parts for row in part])
    rates = protected(rates_of(counted, cells, full))
    open_rate, open_whole = shown_of(rates), rates["denominator"].notna().to_numpy()
    shown = np.concatenate([open_rate, open_rate, open_whole])
    told = {row for row in found(counted, shown) if count(counted, row) > 0}
    known = told | {row for row, seen in zip(counted.rows, shown, strict=True) if seen}
    assert all(count(counted, row) >= FEWEST_PERSONS for row in told)
    for cell, is_open in zip(cells, open_rate, strict=True):
        assert is_open or not {(*cell, "A"), (*cell, "total")} <= known


def count(register, row):
    return float(register.members(row) @ register.counts)


def rates_of(register, cells, full):
    rows = [{"territory_code": p, "sex": s, "sector": "total", "period": "2024"} for p, s in cells]
    table = full([row | {"value": 50.0, "quality": "", "unit": "percent"} for row in rows])
    return table.assign(
        numerator=[count(register, (*cell, "A")) for cell in cells],
        denominator=[count(register, (*cell, "total")) for cell in cells],
    )


@given(register=registers())
def test_a_second_pass_lets_nothing_out(full, register):
    """It may withhold more: it cannot see the counts that the first one took out."""
    once = protected(register.observations(full))
    hidden = ~shown_of(once)
    assert (hidden <= ~shown_of(protected(once))).all()


@given(register=registers(), data=st.data())
def test_the_order_of_the_rows_does_not_matter(full, register, data):
    table = register.observations(full)
    turned = table.loc[data.draw(st.permutations(list(table.index)))]
    pd.testing.assert_frame_equal(protected(turned).sort_index(), protected(table))


@given(register=registers())
def test_the_input_is_left_as_it_was(full, dictionaries, register):
    for table in (register.observations(full), dictionaries(register.observations(full))):
        before = table.copy(deep=True)
        protected(table)
        pd.testing.assert_frame_equal(table, before)


@given(register=registers(complete=True, source=False))
def test_nothing_goes_where_nothing_is_small(full, register):
    people = {group: 5 * n for group, n in register.people.items()}
    large = Register(people, register.rows).observations(full)
    pd.testing.assert_frame_equal(protected(large), large)


@given(register=registers())
def test_an_all_withheld_table_stays_so(full, register):
    every = Register(register.people, register.rows, frozenset(range(len(register.rows))))
    assert not shown_of(protected(every.observations(full))).any()


@given(count=st.integers(0, 30), place=st.sampled_from(["54001", "54", "00"]))
def test_a_single_row_goes_only_if_it_is_small(full, count, place):
    register = Register({("54001", "mujeres", "A"): count}, [(place, "total", "total")])
    small = 0 < count < FEWEST_PERSONS
    assert shown_of(protected(register.observations(full))).tolist() == [not small]
