"""Numbers as Spanish offices write them."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.reading.numbers import (
    NotNumber,
    column_numbers,
    detect_decimal,
    number,
    number_findings,
)

AMBIGUOUS, INVALID = NotNumber.AMBIGUOUS, NotNumber.INVALID
MISSING, SUPPRESSED = NotNumber.MISSING, NotNumber.SUPPRESSED

TABLE = [
    # text, nothing said, comma said, point said
    ("12", 12, 12, 12),
    ("1.234", AMBIGUOUS, 1234, 1.234),
    ("1,234", AMBIGUOUS, 1.234, 1234),
    ("-1.234", AMBIGUOUS, -1234, -1.234),
    ("0.123", 0.123, INVALID, 0.123),
    ("0,123", 0.123, 0.123, INVALID),
    ("1234,567", 1234.567, 1234.567, INVALID),
    ("1.234,5", 1234.5, 1234.5, INVALID),
    ("1,234.5", 1234.5, INVALID, 1234.5),
    ("1.234.567", 1234567, 1234567, INVALID),
    ("1.2345", 1.2345, INVALID, 1.2345),
    ("1.23.456", INVALID, INVALID, INVALID),
    ("1 234 567", 1234567, 1234567, 1234567),
    ("1\u00a0234,5", 1234.5, 1234.5, INVALID),
    ("1\u202f234", 1234, 1234, 1234),
    ("1 23", INVALID, INVALID, INVALID),
    ("12,5 %", 12.5, 12.5, INVALID),
    ("(12,5)", -12.5, -12.5, INVALID),
    ("−5", -5, -5, -5),
    ("+5", 5, 5, 5),
    ("(-5)", INVALID, INVALID, INVALID),
    ("$ 1.200.000", 1200000, 1200000, INVALID),
    ("1,2E+05", INVALID, INVALID, INVALID),
    ("doce", INVALID, INVALID, INVALID),
    ("5 a 9", INVALID, INVALID, INVALID),
]


@pytest.mark.parametrize(("text", "unsaid", "comma", "point"), TABLE)
def test_a_text_means_what_the_decimal_sign_says(text, unsaid, comma, point):
    assert (number(text), number(text, ","), number(text, ".")) == (unsaid, comma, point)


@pytest.mark.parametrize(
    "text", ["", " ", "#N/D", "#N/A", "ND", "N/D", "n.d.", "-", "—", "…", "...", "s.d.", "S/D"]
)
def test_what_offices_write_for_no_figure_is_missing(text):
    assert number(text) is MISSING


@pytest.mark.parametrize("text", ["<5", "< 5", "≤5", "<=10", "Menos de 5", "menor a 3"])
def test_a_figure_hidden_for_being_small_is_suppressed(text):
    assert number(text) is SUPPRESSED


@pytest.mark.parametrize(
    ("texts", "decimal"),
    [
        (["1.234", "5,5"], ","),
        (["1.234", "5.25"], "."),
        (["1.234", "1.234.567"], ","),
        (["1.234", "2.345"], ""),
        (["1,5", "2.5"], ""),
        (["12", "ND", ""], ""),
    ],
)
def test_the_whole_column_tells_its_decimal_sign(texts, decimal):
    assert detect_decimal(texts) == decimal
    assert column_numbers(pd.Series(texts)).decimal == decimal


def test_a_column_is_read_by_the_sign_that_one_cell_proves():
    texts = pd.Series(["1.234", "5,5", "ND", "<5", "12", "x"], index=[4, 5, 6, 7, 9, 10], name="v")
    found = column_numbers(texts)
    assert found.values.to_dict() | {6: None, 7: None, 10: None} == {
        4: 1234.0, 5: 5.5, 6: None, 7: None, 9: 12.0, 10: None,
    }  # fmt: skip
    assert found.values.isna().tolist() == [False, False, True, True, False, True]
    assert found.states.tolist() == ["", "", "faltante", "suprimido", "", "invalido"]
    assert [(f.rule, f.row, f.column, f.value) for f in number_findings(texts, found)] == [
        ("numero_invalido", 10, "v", "x")
    ]


def test_an_ambiguous_cell_is_asked():
    texts = pd.Series(["1.234", "12"], index=[2, 3], name="valor")
    (finding,) = number_findings(texts, column_numbers(texts))
    assert finding.sentence() == (
        "Fila 2, columna «valor», valor «1.234»: puede ser un decimal o un número con separador de"
        " miles. Indique el separador decimal del archivo."
    )
    assert number_findings(texts, column_numbers(texts, ",")) == ()


def test_two_signs_in_a_column_leave_only_the_ambiguous_to_be_asked():
    found = column_numbers(pd.Series(["1,5", "2.5", "1.234"]))
    assert found.values.tolist()[:2] == [1.5, 2.5]
    assert found.states.tolist() == ["", "", "ambiguo"]


@given(st.lists(st.text("0123456789.,-<% ()xN/D", max_size=9), min_size=1), st.sampled_from(",. "))
def test_a_column_gives_what_its_cells_give(texts, decimal):
    said = decimal.strip()
    found = column_numbers(pd.Series(texts, dtype="str"), said)
    for text, value, state in zip(texts, found.values, found.states, strict=True):
        alone = number(text, found.decimal)
        if isinstance(alone, NotNumber):
            assert (np.isnan(value), state) == (True, str(alone))
        else:
            assert (value, state) == (alone, "")
