"""A table of an older release is read as if it had the columns that came later, all empty."""

import numpy as np
import pandas as pd
import pytest

from geodata.completed import completed
from geodata.imports.snapshot_tables import read_table_of
from geodata.schema import PLACES
from geodata.store import Store

LATER = ["programme", "formalisation", "jobs"]


@pytest.fixture
def older(published, tmp_path):
    """A snapshot whose places know neither programme nor formalisation nor jobs."""
    places = published.places.drop(columns=LATER)
    unit = places.head(1).assign(id="up-1", kind="unidad_productiva", status="activo")
    pd.concat([places, unit], ignore_index=True).to_parquet(tmp_path / "places.parquet")
    return Store(tmp_path, published.manifest)


@pytest.mark.parametrize("read", [lambda s: s.places, lambda s: read_table_of(s, "places")])
def test_an_older_snapshot_has_every_column_of_today(older, published, read):
    found = read(older)
    assert list(found.columns) == [column.name for column in PLACES]
    assert set(found["programme"]) == set(found["formalisation"]) == {""}
    assert found["jobs"].dtype == float
    assert found["jobs"].isna().all()
    assert found["id"].tolist()[:-1] == published.places["id"].tolist()


def test_units_of_an_older_snapshot_have_the_states_of_units(older):
    states = older.places.set_index("id")["status"]
    assert states["up-1"] == "activa"
    assert states["integrate-riohacha"] == "activo", "a centre keeps its own words"


def test_a_table_of_today_is_left_alone(published):
    assert completed("places", published.places) is published.places
    lacking = pd.DataFrame({"source_id": ["S"], "publisher": ["P"], "title": ["T"]})
    found = completed("sources", lacking)
    assert found["url"].tolist() == [""]
    assert "licence" not in found, "a required column is missed, not made up"
    assert np.array_equal(found["title"], lacking["title"])
