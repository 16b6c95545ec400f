"""Every invariant of the shipped geometry can fail: break one thing, expect its sentence."""

import json
import shutil
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata import territories, web_map
from geodata.__main__ import main

FOLDER = Path(__file__).parents[2] / "data" / "geometry"


def spoil_column(column, code, *, value):
    def spoil(folder):
        table = gpd.read_parquet(folder / territories.TABLE)
        table.loc[table["territory_code"] == code, column] = value
        table.to_parquet(folder / territories.TABLE, index=False)

    return spoil


def spoil_shape(folder):
    table = gpd.read_parquet(folder / territories.TABLE)
    row = table.index[table["territory_code"] == "54874"][0]
    table.loc[row, "geometry"] = shapely.buffer(table.geometry[row], 0.01)
    table.to_parquet(folder / territories.TABLE, index=False)


def spoil_hole(folder):
    table = gpd.read_parquet(folder / territories.TABLE)
    inland = table["territory_code"] == "11001"
    table.loc[inland, "geometry"] = None
    table.to_parquet(folder / territories.TABLE, index=False)


def drop_row(folder):
    table = gpd.read_parquet(folder / territories.TABLE)
    table[table["territory_code"] != "54874"].to_parquet(folder / territories.TABLE, index=False)


def reverse_rows(folder):
    gpd.read_parquet(folder / territories.TABLE)[::-1].to_parquet(
        folder / territories.TABLE, index=False
    )


def drop_column(folder):
    gpd.read_parquet(folder / territories.TABLE).drop(columns="note").to_parquet(
        folder / territories.TABLE, index=False
    )


def drop_pair(folder):
    pairs = pd.read_csv(folder / territories.NEIGHBOURS, dtype=str)
    pairs[1:].to_csv(folder / territories.NEIGHBOURS, index=False)


def move_unit(folder):
    """Give an inland municipality the code of a far department."""
    table = gpd.read_parquet(folder / territories.TABLE)
    table.loc[table["territory_code"] == "54874", "territory_code"] = "76999"
    pairs = pd.read_csv(folder / territories.NEIGHBOURS, dtype=str).replace("54874", "76999")
    table.to_parquet(folder / territories.TABLE, index=False)
    pairs.to_csv(folder / territories.NEIGHBOURS, index=False)


def rename_map(folder):
    for path in folder.glob("map.*.json.*"):
        path.rename(path.with_name(path.name.replace(path.name.split(".")[1], "0" * 12)))


def rewrite_map(change):
    def spoil(folder):
        _, topology = web_map.read(folder)
        change(topology)
        web_map.write(json.dumps(topology).encode(), folder)

    return spoil


def drop_unit_from_map(topology):
    topology["objects"]["municipios"]["geometries"].pop()


def shift_an_arc(topology):
    units = topology["objects"]["municipios"]["geometries"]
    (one,) = [geometry for geometry in units if geometry["id"] == "11001"]
    arc = one["arcs"][0][0]
    topology["arcs"][arc if arc >= 0 else ~arc][1][0] += 3_000


def shift_the_map(topology):
    topology["transform"]["translate"][0] += 0.05


SPOILS = [
    (spoil_column("touches_venezuela", "54874", value=False), "The flags of 'venezuela' are not"),
    (spoil_column("within_50km_venezuela", "68820", value=False), "The flags of 'belt' are not"),
    (
        spoil_column("frontage_venezuela_km", "54874", value=0.0),
        "touches Venezuela without a border",
    ),
    (spoil_column("distance_venezuela_km", "54874", value=1.0), "touches Venezuela at a distance"),
    (spoil_column("lon", "54874", value=0.0), r"outside their territory: ['54874']"),
    (spoil_column("area_km2", "54874", value=1.0), "Areas that differ from the shape: ['54874']"),
    (spoil_column("area_km2", "54", value=1.0), "not the sum of their municipalities: ['54']"),
    (spoil_column("name", "54874", value=" "), "Territories without a name: ['54874']"),
    (spoil_column("has_geometry", "27493", value=True), "Column has_geometry does not say"),
    (spoil_column("level", "91263", value="municipio"), "Count 'non_municipal' is 17, expected 18"),
    (spoil_shape, "are not a coverage"),
    (spoil_hole, "leave 1 gaps"),
    (drop_row, "Count 'units' is 1121, expected 1122"),
    (reverse_rows, "codes repeat or are not sorted"),
    (drop_column, "The columns are"),
    (drop_pair, "neighbours.csv does not list"),
    (drop_pair, "in one direction only"),
    (drop_pair, "neighbours.csv is not the file that the manifest describes"),
    (move_unit, "Without a neighbour in their own department: ['76999']"),
    (rename_map, "The name of the map does not match"),
    (rewrite_map(drop_unit_from_map), "does not draw exactly"),
    (rewrite_map(shift_an_arc), "The drawn municipalities overlap or leave gaps"),
    (rewrite_map(shift_the_map), "Drawn too differently"),
]


@pytest.fixture
def copy(tmp_path):
    folder = tmp_path / "geometry"
    shutil.copytree(FOLDER, folder)
    return folder


@pytest.mark.parametrize(("spoil", "sentence"), SPOILS, ids=[sentence for _, sentence in SPOILS])
def test_a_spoiled_edition_is_reported(copy, spoil, sentence):
    spoil(copy)
    violations = territories.check(copy).violations
    assert any(sentence in violation for violation in violations), violations


def test_a_heavy_map_is_reported(copy, monkeypatch):
    monkeypatch.setattr(territories, "MAX_MAP_BYTES", 1_000)
    assert any("more than 1000" in violation for violation in territories.check(copy).violations)


def test_a_manifest_with_other_counts_is_reported(copy):
    manifest = json.loads((copy / territories.MANIFEST).read_text(encoding="utf-8"))
    manifest["counts"]["units"] = 1
    (copy / territories.MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    (violation,) = territories.check(copy).violations
    assert violation.startswith("The manifest counts")


def test_command_without_check_only_counts(copy, capsys):
    drop_pair(copy)
    assert main(["territories", "--data", str(copy)]) == 0
    assert capsys.readouterr().err == ""


def test_command_fails_with_one_sentence_per_violation(copy, capsys):
    drop_pair(copy)
    assert main(["territories", "--check", "--data", str(copy)]) == 1
    sentences = capsys.readouterr().err.splitlines()
    assert len(sentences) == 3
    assert all(sentence.endswith(".") for sentence in sentences)


def test_command_on_an_empty_folder_says_what_to_do(tmp_path, capsys):
    assert main(["territories", "--check", "--data", str(tmp_path)]) == 1
    assert "Run `make data`" in capsys.readouterr().err
