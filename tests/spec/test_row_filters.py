"""Filters of rows: what the address says and what it leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.rows.filters import Condition, Order, conditions, kept

ROWS = [
    {"territorio": "Cúcuta", "valor": 10.0, "estado": "con cifra"},
    {"territorio": "Villa del Rosario", "valor": 2.5, "estado": "poco confiable"},
    {"territorio": "Arauca", "valor": None, "estado": "sin dato"},
    {"territorio": "Ábrego", "valor": 0.0, "estado": "con cifra"},
    {"territorio": None, "valor": -4.0, "estado": None},
]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", [0, 1, 2, 3, 4]),
        ("territorio~contiene~cucu", [0]),
        ("territorio~contiene~ROSARIO", [1]),
        ("territorio~empieza~abr", [3]),
        ("territorio~es~arauca", [2]),
        ("territorio~no_contiene~r", [0, 4]),
        ("territorio~vacio", [4]),
        ("territorio~lleno", [0, 1, 2, 3]),
        ("valor~es~0", [3]),
        ("valor~min~2.5", [0, 1]),
        ("valor~mas~2.5", [0]),
        ("valor~menos~0", [4]),
        ("valor~max~0", [3, 4]),
        ("valor~entre~0,10", [0, 1, 3]),
        ("valor~vacio", [2]),
        ("estado~de~con%20cifra", [0, 3]),
        ("estado~de~sin%20dato,poco%20confiable", [1, 2]),
        ("estado~de~con%20cifra;valor~mas~0", [0]),
    ],
)
def test_what_a_filter_leaves(text, left):
    """A missing number never passes a comparison: it is not zero."""
    assert kept(ROWS, conditions(text), None) == [ROWS[i] for i in left]


@pytest.mark.parametrize(
    "text",
    [
        "nada~es~1", "valor", "valor~contiene~1", "valor~min~x", "valor~min", "valor~entre~1",
        "valor~min~nan", "valor~min~inf", "territorio~es~a,b", "estado~de", "corte~es~x",
        "valor~min~1;valor~max~2", "valor~vacio~1", ";",
        "territorio~contiene~" + "x" * 2001,
    ],
)  # fmt: skip
def test_what_is_not_a_filter(text):
    assert conditions(text) is None


@pytest.mark.parametrize(
    ("text", "order"),
    [("valor", [2, 4, 3, 1, 0]), ("-valor", [0, 1, 3, 4, 2]), ("territorio", [4, 3, 2, 0, 1])],
)
def test_order_puts_missing_cells_lowest_and_sees_no_accents(text, order):
    assert kept(ROWS, (), Order.read(text)) == [ROWS[i] for i in order]


def test_periods_are_sorted_by_date_not_by_their_words():
    rows = [
        {"periodo": "mayo de 2024", "periodo_iso": "2024-05"},
        {"periodo": "abril de 2025", "periodo_iso": "2025-04"},
    ]
    assert kept(rows, (), Order.read("periodo")) == rows


@given(st.text(min_size=1, max_size=30))
def test_any_words_survive_the_address(words):
    condition = Condition("territorio", "contiene", (words,))
    assert Condition.read(condition.written()) == condition
