"""Reading the shipped tables: types, folding of population, and errors that say what to do."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from geodata.errors import DataUnavailableError
from geodata.schema import OBSERVATIONS, TABLES
from geodata.sources.published import population, read

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def tables():
    return read(DATA)


@pytest.fixture
def folder(tmp_path):
    for file in DATA.glob("*.csv"):
        shutil.copy(file, tmp_path)
    return tmp_path


def test_every_table_but_territories_is_read(tables):
    assert set(tables) == set(TABLES) - {"territories"}


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"territories"}))
def test_columns_are_those_of_the_schema_in_order(tables, name):
    assert list(tables[name].columns) == [column.name for column in TABLES[name]]


def test_codes_keep_their_leading_zero(tables):
    assert {"05001", "00"} <= set(tables["observations"]["territory_code"])


def test_texts_are_never_missing_and_numbers_may_be(tables):
    observations = tables["observations"]
    for column in OBSERVATIONS:
        if column.kind == "text":
            assert observations[column.name].notna().all(), column.name
    assert observations["sample_size"].isna().any()
    assert observations["value"].dtype == float


def test_population_becomes_observations_of_one_series():
    compact = pd.DataFrame(
        {
            "territory_code": ["05001"],
            "period": ["2025"],
            "value": [2.0],
            "source_id": ["s"],
        }
    )
    (row,) = population(compact).to_dict("records")
    assert (row["indicator"], row["territory_code"], row["value"]) == ("poblacion", "05001", 2.0)
    assert (row["sex"], row["population_group"], row["sector"]) == ("total", "total", "total")
    assert (row["unit"], row["series"]) == ("persons", "dane_cnpv2018")
    assert row["note"] == "proyección DANE, edición por confirmar"


def test_a_missing_file_is_named_with_what_to_do(folder):
    (folder / "places.csv").unlink()
    with pytest.raises(DataUnavailableError, match=r"places\.csv is missing.*git checkout"):
        read(folder)


def test_an_empty_file_is_not_a_table(folder):
    (folder / "actors.csv").write_text("")
    with pytest.raises(DataUnavailableError, match=r"actors\.csv is not a readable table"):
        read(folder)


def test_a_file_in_another_encoding_is_not_a_table(folder):
    (folder / "domains.csv").write_bytes("territory_code,name\nAM1,Cúcuta\n".encode("latin-1"))
    with pytest.raises(DataUnavailableError, match=r"domains\.csv is not a readable table"):
        read(folder)


def test_lacking_columns_are_named(folder):
    (folder / "sources.csv").write_text("source_id,publisher\na,b\n")
    with pytest.raises(DataUnavailableError, match=r"sources\.csv lacks the columns original, tit"):
        read(folder)


def test_a_word_where_a_number_belongs_is_shown_with_its_line(folder):
    path = folder / "population.csv"
    path.write_text("territory_code,period,value,source_id\n05001,2025,1,s\n05002,2025,mil,s\n")
    with pytest.raises(DataUnavailableError, match=r"line 3, column value: 'mil' is not a number"):
        read(folder)
