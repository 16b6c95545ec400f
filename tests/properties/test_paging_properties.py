"""Pages put together are the rows that were asked for, whatever the limit."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from indicators.paging import Cursor, Wanted, page

words = st.sampled_from(["a", "b", "c", "a|b", ""])
tables = st.lists(st.lists(words, max_size=8), max_size=5)


@given(tables, st.frozensets(st.sampled_from("abc")), st.integers(1, 9))
def test_pages_are_the_wanted_rows_once_and_in_order(columns, wanted, limit):
    frames = {str(n): pd.DataFrame({"w": column}, dtype=str) for n, column in enumerate(columns)}
    asked = Wanted({"w": wanted} if wanted else {})
    given_, cursor = [], Cursor()
    while cursor is not None:
        parts, cursor = page(list(frames), frames.__getitem__, asked, cursor, limit)
        rows = [word for part in parts for word in part["w"]]
        assert len(rows) <= limit
        given_ += rows
    every = [word for column in columns for word in column]
    assert given_ == [w for w in every if not wanted or wanted & set(w.split("|"))]


@given(st.integers(0, 9999), st.integers(0, 10**9 - 1))
def test_a_cursor_is_read_as_it_is_written(table, row):
    assert Cursor.parse(str(Cursor(table, row))) == Cursor(table, row)
