"""Which rows a reader asked for, and how a long table is given in pages."""

import pandas as pd
import pytest

from indicators import paging
from indicators.paging import Cursor, Wanted, page

ROWS = pd.DataFrame(
    {
        "place": ["a", "b", "a|b", "c", "a"],
        "period": ["2024", "2024-05", "2023-12/2024-02", "20240", ""],
    }
)
ALL = [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("words", "period", "rows"),
    [
        pytest.param({}, "", ALL, id="no condition"),
        pytest.param({"place": {"a"}}, "", [0, 2, 4], id="one of several words is enough"),
        pytest.param({"place": {"a", "c"}}, "", [0, 2, 3, 4], id="any of the words"),
        pytest.param({"place": {"d"}}, "", [], id="a word that nothing has"),
        pytest.param({}, "2024", [0, 1], id="a year and what starts in it"),
        pytest.param({}, "2023-12", [2], id="a month and the interval that starts in it"),
        pytest.param({}, "202", [], id="half a year is no period"),
        pytest.param({"place": {"b"}}, "2024", [1], id="all conditions hold"),
    ],
)
def test_wanted_rows(words, period, rows):
    wanted = Wanted({column: frozenset(found) for column, found in words.items()}, period)
    assert wanted.positions(ROWS, 0).tolist() == rows
    assert wanted.positions(ROWS, 2).tolist() == [row for row in rows if row >= 2]
    assert wanted.positions(ROWS, 99).tolist() == []


TABLES = {"x": ROWS.iloc[:2], "y": ROWS.iloc[2:2], "z": ROWS.iloc[2:]}


@pytest.mark.parametrize(
    ("start", "limit", "given", "following"),
    [
        pytest.param("", 1, [0], "0.1", id="inside a table"),
        pytest.param("0.1", 1, [1], "1.0", id="up to the end of a table"),
        pytest.param("1.0", 1, [2], "2.1", id="past an empty table"),
        pytest.param("0.1", 3, [1, 2, 3], "2.2", id="over two tables"),
        pytest.param("2.2", 9, [4], None, id="the last page"),
        pytest.param("2.3", 9, [], None, id="past the last row"),
        pytest.param("7.0", 9, [], None, id="past the last table"),
        pytest.param("", 4, [0, 1, 2, 3], "2.2", id="almost all"),
        pytest.param("", 5, ALL, None, id="all"),
    ],
)
def test_pages(start, limit, given, following):
    parts, cursor = page(list(TABLES), TABLES.__getitem__, Wanted(), Cursor.parse(start), limit)
    assert [row for part in parts for row in part.index] == given
    assert (str(cursor) if cursor else None) == following


def test_a_page_that_has_looked_through_enough_says_where_to_go_on(monkeypatch):
    monkeypatch.setattr(paging, "SCANNED_ROWS", 2)
    nothing = Wanted({"place": frozenset({"d"})})
    parts, cursor = page(list(TABLES), TABLES.__getitem__, nothing, Cursor(), 9)
    assert sum(map(len, parts)) == 0
    assert cursor == Cursor(1, 0)
