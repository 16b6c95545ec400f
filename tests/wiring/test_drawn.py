"""Maps that are drawn before anybody asks for them."""

import os
import shutil
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import brotli
import pytest

from app import ROOT
from callbacks.desk import Desks
from callbacks.drawn import FOLDER, SCOPES, Drawn, StoppedError, while_wanted
from callbacks.state import Selection
from callbacks.values import Values
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS
from layouts.text import LANGUAGES

FEW = ("poblacion", "unidades_productivas", "unidades_productivas_fortalecidas")


def nothing():
    """What a drawing is interrupted by: nothing."""


@pytest.fixture
def desks(published):
    few = {key: INDICATORS[key] for key in FEW}
    return Desks(OpenShelf({Workspace.PUBLISHED: published}), few)


@pytest.fixture
def values(desks, tmp_path):
    return Values(desks, "v1", Drawn(tmp_path, "v1"))


@pytest.fixture
def var_prepared(published, tmp_path):
    return Path(shutil.copytree(published.folder.parents[1], tmp_path / "var"))


def address(values, key="poblacion", **chosen):
    view = asdict(replace(Selection(), indicador=key, ambito="pais", **chosen))
    default = values.addresses(view, values.desks.shelf.current(Workspace.PUBLISHED))[0]
    path, _, query = default.partition("?")
    return tuple(path.removeprefix("/valores/").split("/")), query


def test_what_is_drawn_is_what_would_be_made(values, desks):
    before = values.answer(*address(values), br=True)
    values.draw_ahead(Workspace.PUBLISHED, nothing)
    after = Values(desks, "v1", values.drawn).answer(*address(values), br=True)
    assert brotli.decompress(after) == brotli.decompress(before)
    assert len(after) < len(before), "there is time for the densest compression"


def test_every_opening_is_drawn_once(values, published, tmp_path):
    assert values.to_draw(Workspace.PUBLISHED)
    values.draw_ahead(Workspace.PUBLISHED, nothing)
    assert not values.to_draw(Workspace.PUBLISHED)
    (folder,) = (tmp_path / FOLDER).iterdir()
    assert folder.name == f"publicado-{published.snapshot_id}-v1"
    assert len(list(folder.iterdir())) == len(FEW) * len(SCOPES) * len(LANGUAGES)


def test_what_is_not_an_opening_is_made_when_asked_for(values):
    values.draw_ahead(Workspace.PUBLISHED, nothing)
    assert values.answer(*address(values, departamento="54"), br=True)
    assert values.answer(*address(values), br=False)


def test_another_program_draws_anew_and_the_old_maps_go(values, desks, tmp_path):
    values.draw_ahead(Workspace.PUBLISHED, nothing)
    renewed = Values(desks, "v2", Drawn(tmp_path, "v2"))
    assert renewed.to_draw(Workspace.PUBLISHED)
    renewed.draw_ahead(Workspace.PUBLISHED, nothing)
    assert [path.name[-2:] for path in (tmp_path / FOLDER).iterdir()] == ["v2"]


def test_a_drawing_that_stops_half_way_leaves_nothing(values, tmp_path):
    steps = iter([None, None])

    def stop_soon():
        if next(steps, "over"):
            raise StoppedError

    with pytest.raises(StoppedError):
        values.draw_ahead(Workspace.PUBLISHED, stop_soon)
    assert values.to_draw(Workspace.PUBLISHED)
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_workspace_that_is_not_prepared_has_nothing_to_draw(values):
    assert not values.to_draw(Workspace.DEMO)
    values.draw_ahead(Workspace.DEMO, nothing)


def test_a_drawing_goes_on_while_its_server_runs():
    while_wanted(os.getppid())()
    with pytest.raises(StoppedError):
        while_wanted(os.getpid())()


def test_a_drawing_whose_server_has_gone_ends_by_itself(var_prepared):
    command = [sys.executable, "app.py", "--draw-for", str(os.getppid())]
    environment = os.environ | {"MIRADOR_VAR": str(var_prepared)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=False, capture_output=True, timeout=90
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert list((var_prepared / FOLDER).glob("[!.]*")) == []
