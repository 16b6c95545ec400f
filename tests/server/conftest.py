"""A small published workspace, as the tests of snapshots need it."""

from pathlib import Path

import pytest

from geodata.publish import published_tables
from geodata.snapshot import Workspace, publish

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tables():
    return published_tables(ROOT / "data")


@pytest.fixture(scope="module")
def small(tables):
    """Whole tables with few observations: quick to write, complete to read."""
    return tables | {"observations": tables["observations"].head(500)}


@pytest.fixture
def served(tmp_path, small):
    """A workspace with one snapshot, and its folder."""
    manifest = publish(tmp_path, Workspace.PUBLISHED, small, {}, inputs="first")
    return tmp_path, tmp_path / Workspace.PUBLISHED / manifest.id
