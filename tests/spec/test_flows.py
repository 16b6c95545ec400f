"""Flows as a list: what is withheld is withheld whatever the reader looks at.

| from \\ to | A | B | C |
|---|---|---|---|
| A | 90 | 3 | 12 |
| B | 7 | 80 | 9 |
"""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.follow_up.flows import Flow, everybody, flows
from indicators.follow_up.mobility import FEWEST, towards

PLACES = ("54001", "54874", "44430", "81001")


def moves(table):
    rows = [
        {"territory_code": origin, "series": towards(to), "value": float(people), "quality": "",
         "period": "2024"}
        for (origin, to), people in table.items()
    ]  # fmt: skip
    columns = ["territory_code", "series", "value", "quality", "period"]
    return pd.DataFrame(rows, columns=columns)


TABLE = {
    ("54001", "54001"): 90, ("54001", "54874"): 3, ("54001", "44430"): 12,
    ("54874", "54001"): 7, ("54874", "54874"): 80, ("54874", "44430"): 9,
}  # fmt: skip


def test_a_small_flow_is_listed_without_its_number():
    found = flows(everybody(moves(TABLE)), {"54001"})
    small = next(flow for flow in found if (flow.origin, flow.to) == ("54001", "54874"))
    assert small == Flow("54001", "54874", None)
    assert found[-1].people is None, "what is withheld comes last"


def test_people_who_stayed_are_told_apart():
    found = flows(everybody(moves(TABLE)), {"54874"})
    assert [flow.stayed for flow in found if flow.origin == flow.to] == [True]


def test_pairs_between_which_nobody_moved_are_left_out():
    assert not flows(everybody(moves({("54001", "54874"): 0})), {"54001"})


def test_no_observations_are_no_flows():
    assert flows(everybody(moves({})), set(PLACES)) == ()


PAIRS = st.tuples(st.sampled_from(PLACES), st.sampled_from(PLACES))


@given(st.dictionaries(PAIRS, st.integers(0, 40), max_size=16), st.sets(st.sampled_from(PLACES)))
def test_no_choice_of_places_shows_a_small_flow_or_what_another_choice_withholds(table, places):
    found = everybody(moves(table))
    whole = {(f.origin, f.to): f.people for f in flows(found, set(PLACES))}
    for flow in flows(found, places):
        assert flow.people is None or flow.people >= FEWEST
        assert whole[flow.origin, flow.to] == flow.people


@pytest.mark.parametrize("places", [{"54001"}, {"54874"}, set(PLACES)])
def test_the_small_flow_is_not_alone_in_its_row(places):
    """Where one flow of an origin is withheld another is too: a sum of the row does not tell it."""
    found = everybody(moves(TABLE))
    hidden = [f for f in flows(found, places) if f.people is None and f.origin == "54001"]
    assert len(hidden) >= 2 or places == {"54874"}
