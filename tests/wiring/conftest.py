"""The application over the published snapshot, without a browser."""

import pytest

from app import ROOT, Settings, create_app
from callbacks.desk import Desk, Desks
from callbacks.serve import Geometry
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS


@pytest.fixture(scope="session")
def application(published):
    return create_app(Settings(), {Workspace.PUBLISHED: published})


@pytest.fixture(scope="session")
def desks(published):
    return Desks({Workspace.PUBLISHED: Desk.over(published, INDICATORS)})


@pytest.fixture(scope="session")
def desks_at_home(desks):
    return Desks(desks.by_workspace, home="44430")


@pytest.fixture(scope="session")
def geometry_url():
    return Geometry.of(ROOT / "data" / "geometry").url
