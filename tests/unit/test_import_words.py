"""Words, periods, territories and numbers as offices write them."""

from datetime import date

import pyarrow as pa
import pytest

from geodata.imports.amounts import AMBIGUOUS, EMPTY, HIDDEN, NUMBER, WRONG, amounts, decimal_mark
from geodata.imports.catalogue import BETWEEN, Catalogue
from geodata.imports.columns import CODES, SECTOR, SEX
from geodata.imports.context import Context
from geodata.imports.kinds import KINDS
from geodata.imports.mended import Mend
from geodata.imports.periods import period
from geodata.imports.understand import understand
from geodata.imports.words import plain


@pytest.fixture(scope="module")
def catalogue(published):
    return Catalogue(published.territories.reset_index(drop=True))


@pytest.fixture(scope="module")
def context(published):
    return Context(
        published.territories.reset_index(drop=True), {}, frozenset(), date(2026, 11, 20)
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024", "2024"),
        ("2024.0", "2024"),
        ("2024-3-5", "2024-03-05"),
        ("31/12/2024", "2024-12-31"),
        ("12/2024", "2024-12"),
        ("2024-T1", "2024-01/2024-03"),
        ("2024Q3", "2024-07/2024-09"),
        ("IV trim 2023", "2023-10/2023-12"),
        ("Trimestre II de 2025", "2025-04/2025-06"),
        ("ene-mar 2025", "2025-01/2025-03"),
        ("Nov 24 - ene 25", "2024-11/2025-01"),
        ("dic - feb 2025", "2024-12/2025-02"),
        ("diciembre de 2024", "2024-12"),
        ("2024-01/2024-06", "2024-01/2024-06"),
        ("45657", "2024-12-31"),
        ("32/12/2024", ""),
        ("xyz 2024", ""),
        ("abc-mar 2024", ""),
        ("pronto", ""),
    ],
)
def test_a_period_becomes_iso_or_nothing(text, found):
    assert period(text).value == found


@pytest.mark.parametrize(
    ("text", "code", "mend"),
    [
        ("05001", "05001", Mend.NONE),
        ("5001", "05001", Mend.ZERO),
        ("5", "05", Mend.ZERO),
        ("54874.0", "54874", Mend.NONE),
        ("am54001", "AM54001", Mend.NONE),
        ("27086", "27493", Mend.SUCCESSOR),
        (f"94663{BETWEEN}{BETWEEN}2018", "94663", Mend.NONE),
        (f"94663{BETWEEN}{BETWEEN}2021", "94343", Mend.SUCCESSOR),
        (f"Villanueva{BETWEEN}Casanare", "85440", Mend.NAME),
        (f"Villanueva{BETWEEN}85", "85440", Mend.NAME),
        ("VILLANUEVA", "", Mend.AMBIGUOUS),
        ("San José de Cúcuta", "54001", Mend.NAME),
        ("Cúcuta A.M.", "AM54001", Mend.NAME),
        ("Total nacional", "00", Mend.NAME),
        ("123456", "", Mend.UNKNOWN),
        ("Aracua", "", Mend.UNKNOWN),
    ],
)
def test_a_word_means_one_territory_or_says_why_not(catalogue, text, code, mend):
    word = catalogue.word(text)
    assert (word.value, word.mend) == (code, mend)


def test_a_misspelt_name_is_answered_with_those_like_it(catalogue):
    assert "Arauca (81" in catalogue.word("Aracua").detail


def test_men_or_women_depends_on_the_letter_beside_it(context):
    assert [w.value for w in understand(SEX, context, ["F", "M"])] == ["mujeres", "hombres"]
    assert [w.value for w in understand(SEX, context, ["H", "M"])] == ["hombres", "mujeres"]
    assert understand(SEX, context, ["M"])[0].mend is Mend.AMBIGUOUS


def test_codes_joined_in_one_cell_are_mended_one_by_one(context):
    good, bad = understand(CODES, context, ["5001 | 54001", "5001|99999"])
    assert (good.value, good.mend) == ("05001|54001", Mend.ZERO)
    assert (bad.value, bad.mend) == ("", Mend.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("g", "G"),
        ("Comercio", "G"),
        ("4711", "G"),
        ("111", ""),
        ("opq", "OPQ"),
        ("00", ""),
        ("Z", ""),
    ],
)
def test_a_sector_is_a_letter_a_name_or_a_class(context, text, section):
    assert understand(SECTOR, context, [text])[0].value == section


@pytest.mark.parametrize(
    ("text", "decimal", "value", "state"),
    [
        ("1234", "", 1234.0, NUMBER),
        ("1.234", "", None, AMBIGUOUS),
        ("1.234", ",", 1234.0, NUMBER),
        ("1.234", ".", 1.234, NUMBER),
        ("1.234,5", "", 1234.5, NUMBER),
        ("12,5 %", "", 12.5, NUMBER),
        ("ND", "", None, EMPTY),
        ("", "", None, EMPTY),
        ("<5", "", None, HIDDEN),
        ("*", "", None, HIDDEN),
        ("Suprimido", "", None, HIDDEN),
        ("diez", "", None, WRONG),
    ],
)
def test_a_number_is_read_or_the_reason_is_kept(text, decimal, value, state):
    read = amounts(pa.array([text], pa.large_string()), decimal)
    assert read.states[0] == state
    assert value is None or read.values[0] == value


def test_one_cell_tells_the_decimal_mark_of_all_columns():
    columns = [pa.array(["1.234", "7"]), pa.array(["0,5"])]
    assert decimal_mark(columns) == ","


def test_words_are_compared_without_accents_capitals_or_punctuation():
    assert plain("  Código  DANE (mpio.) ") == "codigo dane mpio"


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [
        ("status", "Activo", "activa"),
        ("status", "en riesgo", "en_riesgo"),
        ("status", "Liquidada", "cerrada"),
        ("formalisation", "Sí", "registrada"),
        ("formalisation", "Con RUT", "en_tramite"),
        ("formalisation", "Informal", "sin_registro"),
        ("formalisation", "quizás", ""),
    ],
)
def test_words_of_productive_units(context, field, text, word):
    found = understand(KINDS["unidades-productivas"].field(field), context, (text,))
    assert next(iter(found)).value == word
