"""What is told of a round: nothing of a few people, and nothing that a subtraction would find.

| counts | withheld |
|---|---|
| 10, 8, 0 | none: zero is a value |
| 10, 8, 2 | 2, and 8: with the sum, 2 would be known |
| 20, 1, 1 | all: 1 and 1 are known to be two people |
| 20, 3, 4 | 3 and 4 |
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.participation import (
    AFTER,
    BEFORE,
    QUESTIONS,
    SILENT,
    tally,
    understood,
    withheld,
)

FEWEST = 5


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ((10, 8, 0), set()),
        ((10, 8, 2), {"b", "c"}),
        ((20, 1, 1), {"a", "b", "c"}),
        ((20, 3, 4), {"b", "c"}),
        ((5, 0, 0), set()),
    ],
)
def test_which_counts_are_withheld(counts, hidden):
    assert withheld(dict(zip("abc", counts, strict=True)), FEWEST) == hidden


@given(st.lists(st.integers(0, 30), min_size=2, max_size=7))
def test_no_small_count_is_shown_nor_found_by_subtraction(numbers):
    counts = {str(i): n for i, n in enumerate(numbers)}
    hidden = withheld(counts, FEWEST)
    assert all(n == 0 or n >= FEWEST for option, n in counts.items() if option not in hidden)
    if hidden and sum(numbers) >= FEWEST:
        others = [option for option, n in counts.items() if n and option not in hidden]
        assert len(hidden) >= 2 or not others
        assert sum(counts[option] for option in hidden) >= FEWEST or not others


def answers(n, **given):
    return [dict(given)] * n


def test_a_round_of_few_tells_nothing_at_all():
    found = tally(answers(4, trato="si"))
    assert (found.people, found.counts, found.change) == (None, {}, None)


def test_counts_have_every_option_and_those_who_kept_silent():
    found = tally(answers(6, trato="si") + answers(7))
    assert found.people == 13
    assert found.counts["trato"] == {"no": 0, "si": 6, SILENT: 7}
    assert set(found.counts) == {question.key for question in QUESTIONS}


def test_change_is_paired_and_told_with_its_test():
    rows = (
        answers(10, **{BEFORE: "buena", AFTER: "buena"})
        + answers(5, **{BEFORE: "buena", AFTER: "mala"})
        + answers(15, **{BEFORE: "regular", AFTER: "muy_buena"})
        + answers(10, **{BEFORE: "mala", AFTER: "mala"})
    )
    change = tally(rows).change
    assert change.paired
    assert change.points == pytest.approx(25)
    assert change.p_value == pytest.approx(0.0414, abs=0.0001)


@pytest.mark.parametrize("few", [1, 4])
def test_a_change_of_a_few_people_is_withheld(few):
    rows = answers(20, **{BEFORE: "buena", AFTER: "buena"})
    rows += answers(few, **{BEFORE: "mala", AFTER: "buena"})
    assert tally(rows).change is None


def test_only_choices_that_exist_are_understood():
    given_ = {"quien": "acogida", "trato": "'; DROP TABLE answers", "cedula": "123", "antes": ""}
    assert understood(given_) == {"quien": "acogida"}
