"""Invented records: same seed, same records; written in batches and read back as they were."""

import pandas as pd
import pytest

from geodata.errors import DataUnavailableError
from geodata.microdata import write_batches
from indicators.demo import microdata
from indicators.demo.microdata import MONTHS, follow_up, vacancies

CODES = [f"{number:05d}" for number in range(44001, 44201)]


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(microdata, "BATCH_ROWS", 400)


def whole(batches):
    return pd.concat(list(batches), ignore_index=True)


@pytest.mark.parametrize("records", [vacancies, follow_up])
def test_same_seed_same_records(small_batches, records):
    first, again, other = (whole(records(900, CODES, seed)) for seed in (7, 7, 8))
    pd.testing.assert_frame_equal(first, again)
    assert not first.equals(other)


@pytest.mark.parametrize(("records", "each"), [(vacancies, 1), (follow_up, len(MONTHS))])
def test_records_survive_the_file(tmp_path, small_batches, records, each):
    path = tmp_path / "records.parquet"
    assert write_batches(path, records(900, CODES, 7)) == 900 * each
    expected = whole(records(900, CODES, 7))
    pd.testing.assert_frame_equal(pd.read_parquet(path), expected, check_dtype=False)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_file_that_fails_half_way_never_appears(tmp_path):
    def broken():
        yield pd.DataFrame({"a": [1]})
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        write_batches(tmp_path / "records.parquet", broken())
    assert list(tmp_path.iterdir()) == []


def test_no_records_no_file(tmp_path):
    with pytest.raises(DataUnavailableError, match="No hay registros"):
        write_batches(tmp_path / "records.parquet", vacancies(0, CODES, 7))


def test_vacancies_are_what_they_say(small_batches):
    table = whole(vacancies(20_000, CODES, 7))
    assert table["vacancy_id"].is_unique
    assert table["salary"].isna().mean() == pytest.approx(0.12, abs=0.01)
    assert (table["salary"].dropna() > 0).all()
    assert (table["positions"] >= 1).all()
    assert (table["year"] == table["date"].dt.year).all()
    assert table["year"].between(2018, 2025).all()
    assert set(table["territory_code"]) <= set(CODES)


def test_vacancies_are_skewed_over_the_municipalities():
    counts = whole(vacancies(20_000, CODES, 7))["territory_code"].value_counts(normalize=True)
    assert counts.iloc[0] > 20 / len(CODES)
    assert counts.iloc[:10].sum() > 0.4


def test_each_person_is_asked_at_every_month(small_batches):
    table = whole(follow_up(1000, CODES, 7))
    assert table["person_id"].nunique() == 1000
    assert table["month"].tolist() == [*MONTHS] * 1000
    constant = ["cohort", "programme", "territory_code", "sex", "population_group"]
    assert len(table[["person_id", *constant]].drop_duplicates()) == 1000


def test_a_lost_person_stays_lost_and_says_nothing():
    table = whole(follow_up(1000, CODES, 7))
    lost = table["attrition"]
    answers = ["employed", "contract_kept", "income", "regularised"]
    assert table.loc[lost, answers].isna().all(axis=None)
    assert (table.loc[lost, "moved_to"] == "").all()
    assert table.loc[~lost, "employed"].notna().all()
    assert table.groupby("person_id")["attrition"].apply(lambda x: x.is_monotonic_increasing).all()
    assert 0.15 < lost[table["month"] == 24].mean() < 0.35


def test_only_the_employed_have_a_contract_and_an_income():
    table = whole(follow_up(1000, CODES, 7))
    heard = table[~table["attrition"]]
    assert (heard["employed"] | ~heard["contract_kept"]).all()
    assert (heard["income"].notna() == heard["employed"]).all()
    moved = heard[heard["moved_to"] != ""]
    assert len(moved) > 0
    assert (moved["moved_to"].astype(str) != moved["territory_code"].astype(str)).all()
