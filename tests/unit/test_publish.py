"""From the tables of ``data/`` to the published snapshot: what is added, what stops it."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from geodata import publish
from geodata.defaults import input_files
from geodata.errors import DataUnavailableError
from geodata.publish import prepare_published, published_tables, territory_table
from geodata.snapshot import CURRENT, Manifest
from geodata.sums import population_sums

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def tables():
    return published_tables(DATA)


@pytest.fixture
def data(tmp_path):
    """A copy of ``data/`` that a test may spoil."""
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path / "data"


def people(tables, length):
    rows = tables["observations"]
    rows = rows[(rows["indicator"] == "poblacion") & (rows["territory_code"].str.len() == length)]
    return rows[rows["territory_code"] != "00"]


def test_the_people_of_a_department_are_those_of_its_municipalities(tables):
    municipal = people(tables, 5)
    place = [municipal["territory_code"].str[:2], municipal["period"]]
    summed = municipal.groupby(place)["value"].sum()
    departments = people(tables, 2).set_index(["territory_code", "period"])["value"]
    pd.testing.assert_series_equal(departments.sort_index(), summed.sort_index())
    assert len(departments) == 33 * 9


def test_the_people_of_the_nation_are_those_of_all_municipalities(tables):
    rows = tables["observations"]
    nation = rows[(rows["indicator"] == "poblacion") & (rows["territory_code"] == "00")]
    expected = people(tables, 5).groupby("period")["value"].sum()
    assert nation.set_index("period")["value"].to_dict() == expected.to_dict()
    assert nation["note"].str.endswith("; suma de los municipios").all()


def test_only_municipal_rows_of_one_cell_and_series_are_added_up(figures):
    rows = figures(
        """
        territory_code period value sex     series
        54001          2024   10    total   a
        54874          2024   1     total   a
        54874          2024   100   mujeres a
        54874          2024   1000  total   b
        54             2024   9999  total   a
        """,
        indicator="poblacion",
    )
    departments, nation = population_sums(rows)
    for code, summed in (("54", departments), ("00", nation)):
        assert set(summed["territory_code"]) == {code}
        found = summed.set_index(["sex", "series"])["value"].to_dict()
        assert found == {("total", "a"): 11, ("mujeres", "a"): 100, ("total", "b"): 1000}


@pytest.mark.parametrize("name", ["observations", "places", "results", "components", "actors"])
def test_every_source_that_is_named_exists(tables, name):
    named = tables[name]["source_id"].str.split("|").explode()
    assert set(named) <= set(tables["sources"]["source_id"])
    assert named.ne("").all()


@pytest.mark.parametrize("name", ["observations", "places", "results", "actors"])
def test_every_territory_that_is_named_exists(tables, name):
    named = tables[name]["territory_code"].str.split("|").explode()
    assert set(named) <= set(tables["territories"]["territory_code"])


def test_survey_domains_are_territories_at_their_seats(tables):
    territories = tables["territories"].set_index("territory_code")
    domains = tables["domains"]
    placed = territories.loc[domains["territory_code"]]
    assert (placed["level"] == "dominio").all()
    assert not placed["has_geometry"].any()
    assert placed["geometry"].isna().all()
    with_seat = domains[domains["seat"] != ""]
    for code, seat in zip(with_seat["territory_code"], with_seat["seat"], strict=True):
        assert tuple(territories.loc[code, ["lon", "lat"]]) == tuple(
            territories.loc[seat, ["lon", "lat"]]
        )
    assert territories.loc[domains.loc[domains["seat"] == "", "territory_code"], "lon"].isna().all()


def test_members_of_a_domain_exist(tables):
    members = tables["domains"]["members"].str.split("|").explode()
    assert set(members) - {""} <= set(tables["territories"]["territory_code"])


def test_domains_lie_in_no_department_and_touch_no_border(tables):
    territories = tables["territories"]
    domains = territories[territories["level"] == "dominio"]
    flags = [c for c in domains if c.startswith(("touches_", "within_"))]
    assert len(flags) == 6
    assert {dtype.kind for dtype in territories[flags].dtypes} == {"b"}
    assert not domains[flags].to_numpy().any()
    assert (domains[["department_code", "valid_to", "successor"]] == "").all(axis=None)


def test_corners_enclose_the_representative_point(tables):
    shaped = tables["territories"][lambda t: t["has_geometry"]]
    assert shaped["lon"].between(shaped["west"], shaped["east"]).all()
    assert shaped["lat"].between(shaped["south"], shaped["north"]).all()


def test_prepared_once_and_again_when_an_input_changes(data, tmp_path, monkeypatch):
    first = prepare_published(tmp_path, data)
    with monkeypatch.context() as nothing:
        nothing.setattr(publish, "published_tables", lambda _: pytest.fail("made again"))
        assert prepare_published(tmp_path, data) == first
    file = data / "domains.csv"
    file.write_text(file.read_text().replace("Cúcuta A.M.", "Cúcuta y su área"))
    second = prepare_published(tmp_path, data)
    assert (second.id != first.id, second.parent) == (True, first.id)


def test_an_input_without_effect_on_the_tables_is_not_made_into_a_snapshot_each_time(
    data, tmp_path, monkeypatch
):
    first = prepare_published(tmp_path, data)
    with (data / "left_out.csv").open("a") as file:
        file.write("\n")
    assert prepare_published(tmp_path, data).id == first.id
    monkeypatch.setattr(publish, "published_tables", lambda _: pytest.fail("made again"))
    assert prepare_published(tmp_path, data).id == first.id


def test_a_damaged_manifest_is_made_anew(data, tmp_path):
    manifest = prepare_published(tmp_path, data)
    home = tmp_path / "publicado"
    (home / manifest.id / "manifest.json").write_text("{")
    assert prepare_published(tmp_path, data).id == manifest.id
    assert Manifest.read(home / (home / CURRENT).read_text()).id == manifest.id


@pytest.mark.parametrize("name", ["observations", "population", "places", "sources", "domains"])
def test_a_missing_table_is_named(data, tmp_path, name):
    (data / f"{name}.csv").unlink()
    with pytest.raises(DataUnavailableError, match=rf"{name}\.csv .*git checkout -- data"):
        prepare_published(tmp_path, data)
    assert not (tmp_path / "publicado" / CURRENT).exists()


@pytest.mark.parametrize(
    ("name", "spoil", "sentence"),
    [
        pytest.param(
            "observations", (",total,", ",nadie,"), r"observations\.csv tiene .*nadie", id="word"
        ),
        pytest.param(
            "places",
            ("migravenezuela_cilm", "no_such"),
            r"data/places\.csv tiene errores.*no_such",
            id="unknown-source",
        ),
        pytest.param(
            "actors",
            ("81001", "81999"),
            r"data/actors\.csv tiene errores.*81999",
            id="unknown-territory",
        ),
        pytest.param("population", ("2427133", "many"), r"population\.csv.*'many'", id="number"),
        pytest.param(
            "results", ("programme,", "program,"), r"results\.csv.*programme", id="column"
        ),
    ],
)
def test_a_corrupt_table_stops_with_a_sentence_that_names_the_file(data, name, spoil, sentence):
    file = data / f"{name}.csv"
    text = file.read_text(encoding="utf-8")
    assert spoil[0] in text
    file.write_text(text.replace(*spoil, 1), encoding="utf-8")
    with pytest.raises(DataUnavailableError, match=sentence):
        prepare_published(data.parent, data)


def test_bytes_that_are_no_text_are_named(data, tmp_path):
    (data / "actors.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataUnavailableError, match=r"actors\.csv is not a readable table"):
        prepare_published(tmp_path, data)


def test_missing_boundaries_are_named_with_the_two_remedies(data):
    (data / "geometry" / "territories.parquet").unlink()
    with pytest.raises(
        DataUnavailableError,
        match=r"territories\.parquet, los límites.*git checkout -- data.*make data",
    ):
        input_files(data)


def test_unreadable_boundaries_are_named(tables, tmp_path):
    path = tmp_path / "territories.parquet"
    path.write_bytes(b"PAR1 not really")
    with pytest.raises(DataUnavailableError, match=r"No se puede leer .*territories\.parquet"):
        territory_table(path, tables["domains"])
