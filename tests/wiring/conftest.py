"""The application over the published snapshot, without a browser."""

import pytest

from app import ROOT, Settings, create_app
from callbacks.desk import Desks
from callbacks.fichas import Fichas
from callbacks.pages import Pages
from callbacks.serve import Maps
from callbacks.values import Values
from geodata.map_file import MapFile
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS


@pytest.fixture(scope="session")
def application(published):
    return create_app(Settings(), OpenShelf({Workspace.PUBLISHED: published}))


@pytest.fixture(scope="session")
def desks(published):
    return Desks(OpenShelf({Workspace.PUBLISHED: published}), INDICATORS)


@pytest.fixture(scope="session")
def desks_at_home(desks):
    return Desks(desks.shelf, INDICATORS, home="44430")


@pytest.fixture(scope="session")
def geometry_url():
    return f"/geometry/{MapFile.of(ROOT / 'data' / 'geometry').name}"


@pytest.fixture(scope="session")
def pages(published, demonstration):
    """Every view over both workspaces, without a browser."""
    shelf = OpenShelf({Workspace.PUBLISHED: published, Workspace.DEMO: demonstration})
    desks = Desks(shelf, INDICATORS)
    maps = Maps(desks, MapFile.of(ROOT / "data" / "geometry"))
    return Pages(desks, maps, Values(desks, "0"), Fichas(desks), editing=False)
