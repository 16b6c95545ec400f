"""Reading a snapshot: every row of a key and no other, for many threads, in bounded memory."""

from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from geodata import store as store_module
from geodata.schema import Level
from geodata.store import Store


@pytest.fixture(scope="module")
def everything(published):
    return pd.read_parquet(published.folder / "observations.parquet")


def test_observations_of_a_key_are_the_rows_of_the_table(published, everything):
    texts = [c for c in everything if everything[c].dtype != float]
    for key, expected in everything.groupby("indicator"):
        found = published.observations(key).astype(dict.fromkeys(texts, everything["note"].dtype))
        pd.testing.assert_frame_equal(found, expected.reset_index(drop=True))


def test_a_key_without_observations_has_the_columns_and_no_rows(published, everything):
    found = published.observations("no_such_key")
    assert list(found.columns) == list(everything.columns)
    assert found.empty


def test_periods_keep_their_order(published):
    periods = published.observations("poblacion")["period"]
    assert (periods.min(), periods.max()) == ("2018", "2026")


def test_many_threads_read_the_same_rows_though_memory_is_short(published, everything, monkeypatch):
    monkeypatch.setattr(store_module, "KEPT_ROWS", 60)
    shared = Store(published.folder, published.manifest)
    sizes = everything["indicator"].value_counts()
    keys = [*sizes.index, "no_such_key"]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda key: (key, shared.observations(key)), keys * 4))
    for key, rows in answers:
        assert len(rows) == sizes.get(key, 0), key
        assert set(rows["indicator"]) <= {key}
    assert sum(map(len, shared._kept.values())) <= max(60, sizes.max())


def test_what_was_read_is_kept(published):
    assert published.observations("nbi") is published.observations("nbi")


def test_tables_of_a_store(published):
    rows = published.manifest.rows
    assert len(published.territories) == rows["territories"]
    assert "geometry" not in published.territories
    assert len(published.latest_codes(Level.MUNICIPALITY)) == 1104
    assert published.sources.index.is_unique
    assert len(published.results) == rows["results"]
    assert len(published.places) == rows["places"]
    assert published.is_demo is False
    assert published.snapshot_id == published.manifest.id
    assert published.domains["54874"] == ("AM54001", "CJ54001")
    assert {"G13", "G23", "INV5"} <= set(published.survey_sets)
