"""A link with ``corte`` shows the figures of that snapshot, whatever has been published since."""

import shutil
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from callbacks.desk import Desks
from callbacks.state import Selection
from callbacks.values import draw_map
from geodata.history import rollback
from geodata.publish import prepare_published
from geodata.schema import TABLES
from geodata.shelf import FileShelf
from geodata.snapshot import Workspace, publish
from geodata.store import Store
from indicators.registry import INDICATORS

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def two(published, tmp_path):
    """A shelf with the shipped snapshot and, served now, one where a figure changed."""
    home = tmp_path / Workspace.PUBLISHED
    shutil.copytree(published.folder, home / published.snapshot_id)
    (home / "CURRENT").write_text(published.snapshot_id)
    tables = {name: pd.read_parquet(published.folder / f"{name}.parquet") for name in TABLES}
    figures = tables["observations"]
    rosario = (figures["territory_code"] == "54874") & (figures["value"] == 37271)
    assert rosario.sum() == 1
    tables["observations"] = figures.assign(value=figures["value"].mask(rosario, 40000.0))
    newer = publish(tmp_path, Workspace.PUBLISHED, tables, {}, inputs="changed")
    return Desks(FileShelf(tmp_path), INDICATORS), published.snapshot_id, newer.id


def migrants(desks, search):
    fill = draw_map(f"?indicador=poblacion_migrante_venezolana{search}", desks=desks)["fill"]
    year = fill["years"].index(2024)
    return fill["values"][year][fill["codes"].index("54874")]


def test_the_newest_is_shown_and_the_older_one_by_its_link(two):
    desks, older, newer = two
    assert older != newer
    assert migrants(desks, "") == 40000
    assert migrants(desks, f"&corte={older}") == 37271
    assert migrants(desks, f"&corte={newer}") == 40000


def test_answers_of_two_snapshots_are_never_mixed(two):
    desks, older, _ = two
    ask = desks.remember(lambda request: migrants(desks, request.removeprefix("?")), 8)
    assert ask("?&periodo=2024") == 40000
    assert ask(f"?&corte={older}") == 37271
    assert ask("?&periodo=2024") == 40000


def test_what_is_published_meanwhile_is_seen(two, tmp_path):
    desks, older, _ = two
    assert migrants(desks, "") == 40000
    (tmp_path / Workspace.PUBLISHED / "CURRENT").write_text(older)
    assert migrants(desks, "") == 37271


def test_an_unknown_snapshot_is_dropped_and_named(two):
    desks, _, _ = two
    parsed = desks.parse("?corte=000000000000")
    assert parsed.dropped == (("corte", "000000000000"),)
    assert parsed.selection == Selection()


def test_the_link_keeps_its_snapshot(two):
    desks, older, _ = two
    chosen = desks.parse(f"?corte={older}").selection
    assert replace(chosen).to_url() == f"?corte={older}"


def test_going_back_survives_the_next_start(tmp_path):
    prepared = prepare_published(tmp_path, DATA)
    store = Store.open(tmp_path, Workspace.PUBLISHED)
    tables = {name: pd.read_parquet(store.folder / f"{name}.parquet") for name in TABLES}
    fewer = tables | {"actors": tables["actors"].head(3)}
    older = publish(tmp_path, Workspace.PUBLISHED, fewer, {}, inputs="of another release")
    assert prepare_published(tmp_path, DATA).id == prepared.id, "the data of this release win"
    rollback(tmp_path, Workspace.PUBLISHED, older.id)
    assert prepare_published(tmp_path, DATA).id == older.id, "but not over a person's choice"
