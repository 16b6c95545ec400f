"""Synthetic and published figures live in two workspaces that refuse each other's tables."""

from pathlib import Path

import pandas as pd
import pytest

from geodata.defaults import demo_inputs, kept_demo
from geodata.publish import publish_demo
from geodata.snapshot import Workspace, WorkspaceMixError, current_folder, publish
from geodata.sources.published import read
from geodata.store import Store

DATA = Path(__file__).parents[2] / "data"
SYNTHETIC = {"source_id": "DEMO", "licence": "sintético"}
WITH_LICENCE = {"source_id": "DANE", "licence": "CC BY 4.0"}


def tables(*sources):
    figures = pd.DataFrame(
        {
            "territory_code": ["44430"],
            "indicator": ["poblacion"],
            "sector": ["total"],
            "source_id": [sources[0]["source_id"]],
        }
    )
    return {"observations": figures, "sources": pd.DataFrame(sources)}


def test_synthetic_figures_are_not_published(tmp_path):
    with pytest.raises(WorkspaceMixError, match="son sintéticas y no pueden publicarse"):
        publish(tmp_path, Workspace.PUBLISHED, tables(SYNTHETIC), {}, inputs="")
    assert list(tmp_path.iterdir()) == []


def test_one_synthetic_source_among_published_ones_is_enough(tmp_path):
    with pytest.raises(WorkspaceMixError, match="Retire las fuentes marcadas como sintéticas"):
        publish(tmp_path, Workspace.PUBLISHED, tables(WITH_LICENCE, SYNTHETIC), {}, inputs="")


@pytest.mark.parametrize("sources", [(WITH_LICENCE,), (SYNTHETIC, WITH_LICENCE)])
def test_published_figures_do_not_enter_the_demonstration(tmp_path, sources):
    with pytest.raises(WorkspaceMixError, match="solo admite cifras sintéticas"):
        publish_demo(tmp_path, tables(*sources), "")
    assert list(tmp_path.iterdir()) == []


def test_the_tables_that_the_project_ships_do_not_enter_the_demonstration(tmp_path):
    with pytest.raises(WorkspaceMixError, match="publique las cifras con fuente en el espacio"):
        publish_demo(tmp_path, read(DATA), "")


def test_a_refused_table_leaves_the_workspace_as_it_was(tmp_path):
    before = publish_demo(tmp_path, tables(SYNTHETIC), "first")
    with pytest.raises(WorkspaceMixError):
        publish_demo(tmp_path, tables(WITH_LICENCE), "second")
    assert current_folder(tmp_path, Workspace.DEMO).name == before.id


def test_a_second_start_keeps_the_demonstration(tmp_path):
    assert kept_demo(tmp_path, "same") is None
    manifest = publish_demo(tmp_path, tables(SYNTHETIC), "same")
    assert kept_demo(tmp_path, "same") == manifest
    assert kept_demo(tmp_path, "other") is None
    assert Store.open(tmp_path, Workspace.DEMO).is_demo


def test_a_demonstration_depends_on_its_model_and_on_the_geometry():
    assert demo_inputs(DATA, "one") == demo_inputs(DATA, "one")
    assert demo_inputs(DATA, "one") != demo_inputs(DATA, "two")
