"""What holds for every table of observations, and the engine against a slow reading of the rules.

The reference below is the definition in plain Python, one row at a time. It shares nothing with
the engine but the vocabulary.
"""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.schema import FLAGS
from indicators.compute import per_thousand
from indicators.cube import Cell
from indicators.evaluate import board
from indicators.figures import Figures
from indicators.spec import Need
from indicators.states import State

CODES = ("54001", "54874", "44430")
YEARS = (2018, 2020, 2021, 2024, 2026)
TOTAL = Cell()
TOLERANCE_YEARS = 2
PERIODS = ("", "2018", "2019", "2020-06", "2020", "2021", "2023-11/2024-01", "2024", "2020/2024")

number = st.one_of(st.integers(0, 50).map(float), st.sampled_from([0.0, -1.0, math.nan, math.inf]))
row = st.fixed_dictionaries(
    {
        "territory_code": st.sampled_from(["54874"] * 3 + [*CODES, "99999"]),
        "period": st.sampled_from(PERIODS),
        "value": number,
        "quality": st.sampled_from(["", "", "suprimido", "no_aplica", "poco_confiable"]),
        "flags": st.sampled_from(["", "", "rounded", "rounded|conflict", "undated"]),
        "source_id": st.sampled_from(["A", "B"]),
        "series": st.sampled_from(["a", "b"]),
        "sex": st.sampled_from(["total", "total", "mujeres"]),
    }
)
tables = st.lists(row, max_size=14)
both = st.fixed_dictionaries({"x": tables, "y": tables})
cells = st.sampled_from([TOTAL, Cell(sex="mujeres"), Cell(sector="G")])


@pytest.fixture(scope="module")
def full(figures):
    """A function from drawn rows to a whole table of observations."""
    empty = figures("territory_code period value\n")

    def build(rows):
        usual = {"population_group": "total", "sector": "total", "indicator": "x"}
        filled = [dict.fromkeys(empty.columns, "") | usual | r for r in rows]
        drawn = pd.DataFrame(filled, columns=empty.columns)
        numeric = [c for c in empty if empty[c].dtype.kind in "fi" and c != "value"]
        return drawn.astype({"value": float}).assign(**dict.fromkeys(numeric, math.nan))

    return build


@pytest.fixture(scope="module")
def made(full, counted):
    """A function from drawn rows by key to the board of a count ``x`` or a rate ``x`` to ``y``."""
    rate = {"needs": (Need("x"), Need("y", keeps=())), "compute": per_thousand("x", "y")}
    indicators = {"count": counted(), "rate": counted(**rate)}

    def make(kind, rows, cell=TOTAL, codes=CODES, pack=lambda table: table):
        needed = {key: Figures.of(pack(full(drawn))) for key, drawn in rows.items()}
        return board(indicators[kind], needed, cell, pd.Index(codes))

    return make


few = settings(max_examples=50)  # each example is read once for every year
each_kind = pytest.mark.parametrize("kind", ["count", "rate"])


def months(period):
    start, _, end = period.partition("/")

    def at(text, otherwise):
        return int(text[:4]) * 12 + int(text[5:7] or otherwise)

    return at(start, 1), at(end or start, 12)


def year(period):
    """The year in which a period of at most a year ends."""
    if not period or months(period)[1] - months(period)[0] >= 12:
        return None
    return (months(period)[1] - 1) // 12


def preference(row):
    """Sorts the figure in use last: written from the sentence in the method, not from the code."""
    start, end = months(row["period"])
    letters = tuple(-ord(row[name]) for name in ("source_id", "series"))
    value = -math.inf if math.isnan(row["value"]) else row["value"]
    hidden = row["quality"] == "suprimido"
    return end, start, -len([f for f in row["flags"].split("|") if f]), *letters, hidden, -value


def spoken(row):
    """State and value of a row by itself; ``None`` where it says nothing."""
    states = {"": 0, "suprimido": 2, "no_aplica": 3, "poco_confiable": 5}
    state = State(states[row["quality"]])
    if not state.has_value:
        return state, None
    return (state, row["value"]) if math.isfinite(row["value"]) else None


def by_year(rows, code, cell):
    """The figure in use of one territory, by year."""
    mine = [
        row
        for row in rows
        if (row["territory_code"], row["sex"], "total") == (code, cell.sex, cell.sector)
        and year(row["period"]) is not None
        and all(FLAGS[flag].in_map for flag in row["flags"].split("|") if flag)
        and spoken(row) is not None
    ]
    return {year(row["period"]): row for row in sorted(mine, key=preference)}


def reference(kind, rows, code, cell, asked):
    """State, value and year of one territory: the rules, one after the other."""
    used = by_year(rows["x"], code, cell)
    near = [y for y in used if asked - TOLERANCE_YEARS <= y <= asked]
    if not near:
        return State.NO_DATA, None, 0
    state, value = spoken(used[max(near)])
    if kind == "rate" and value is not None:
        value = ratio(value, by_year(rows["y"], code, TOTAL), max(near))
    if not state.has_value:
        return state, None, max(near)
    if value is None or value < 0:
        return State.NO_DATA, None, max(near)
    older = state is State.VALUE and max(near) < asked
    return State.EARLIER if older else state, value, max(near)


def ratio(part, wholes, own):
    """Per thousand of the closest whole, three years away at most, the earlier of two."""
    reach = [y for y in sorted(wholes) if abs(y - own) <= 3]
    if not reach:
        return None
    whole = spoken(wholes[min(reach, key=lambda y: abs(y - own))])[1]
    return part / whole * 1000 if whole is not None and whole > 0 else None


def read(result):
    """A result as plain tuples, by code."""
    return {
        code: (State(int(s)), None if math.isnan(v) else v, int(y))
        for code, v, s, y in result.table[["value", "state", "year"]].itertuples()
    }


@each_kind
@few
@given(rows=both, cell=cells)
def test_the_engine_does_what_the_rules_say(made, dictionaries, kind, rows, cell):
    plain, coded = made(kind, rows, cell), made(kind, rows, cell, pack=dictionaries)
    for asked in YEARS:
        found = read(plain.at(asked))
        for code in CODES:
            state, value, used = reference(kind, rows, code, cell, asked)
            assert found[code] == (state, pytest.approx(value), used)
        assert read(coded.at(asked)) == found


@each_kind
@few
@given(rows=both, cell=cells)
def test_no_state_without_value_is_ever_given_a_value(made, kind, rows, cell):
    everything = made(kind, rows, cell)
    for asked in YEARS:
        table = everything.at(asked).table
        for value, state in zip(table["value"], table["state"], strict=True):
            assert math.isnan(value) is not State(state).has_value
            assert not math.isinf(value)


@given(rows=both, code=st.sampled_from(CODES))
def test_a_zero_stays_a_value_of_zero(made, rows, code):
    zero = {"territory_code": code, "period": "2025", "value": 0.0, "sex": "total"}
    zero |= {"quality": "", "flags": "", "source_id": "A", "series": "a"}
    found = read(made("count", rows | {"x": [*rows["x"], zero]}).at(2025))
    assert found[code] == (State.VALUE, 0.0, 2025)


@each_kind
@few
@given(rows=both, data=st.data())
def test_the_order_of_the_rows_does_not_matter(made, kind, rows, data):
    turned = {key: data.draw(st.permutations(drawn)) for key, drawn in rows.items()}
    for asked in YEARS:
        assert read(made(kind, turned).at(asked)) == read(made(kind, rows).at(asked))


@each_kind
@few
@given(rows=both, asked=st.sampled_from(YEARS))
def test_rows_of_other_territories_do_not_matter(made, kind, rows, asked):
    code = "54874"
    mine = {k: [r for r in drawn if r["territory_code"] == code] for k, drawn in rows.items()}
    alone = read(made(kind, mine, codes=[code]).at(asked))
    assert read(made(kind, rows, codes=[code]).at(asked)) == alone
    assert read(made(kind, rows).at(asked))[code] == alone[code]


@given(rows=both, factor=st.sampled_from([2.0, 4.0, 1024.0]))
def test_a_rate_does_not_depend_on_the_unit_of_both_parts(made, rows, factor):
    scaled = {k: [r | {"value": r["value"] * factor} for r in d] for k, d in rows.items()}
    for asked in YEARS:
        assert read(made("rate", scaled).at(asked)) == read(made("rate", rows).at(asked))


@each_kind
@few
@given(rows=both)
def test_the_input_is_left_as_it_was(made, kind, rows):
    kept = []

    def pack(table):
        kept.append((table, table.copy(deep=True)))
        return table

    made(kind, rows, pack=pack).at(2024)
    for table, before in kept:
        pd.testing.assert_frame_equal(table, before)
