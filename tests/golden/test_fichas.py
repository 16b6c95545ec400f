"""The golden fichas: what a mayor reads stays what a person has read and found good."""

import re

import pytest

from callbacks.desk import Desks
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS
from tests.golden.write import PLACES, path_of, profile_of, text_of

UNSAID = re.compile(r"\b(?:nan|NaN|N/A|None|null|inf)\b|\{|\}")
FIGURE = re.compile(r"^- .*\d")


@pytest.fixture(scope="module")
def desks(published, demonstration):
    shelf = OpenShelf({Workspace.PUBLISHED: published, Workspace.DEMO: demonstration})
    return Desks(shelf, INDICATORS)


@pytest.mark.parametrize("workspace", Workspace)
@pytest.mark.parametrize("name", PLACES)
def test_a_ficha_says_what_was_reviewed(desks, name, workspace):
    """Where it should say something else now: make golden, read the difference, commit it."""
    golden = path_of(name, workspace).read_text(encoding="utf-8")
    assert text_of(profile_of(desks, name, workspace)) == golden


@pytest.mark.parametrize("workspace", Workspace)
@pytest.mark.parametrize("name", PLACES)
def test_nothing_reviewed_is_empty_and_every_figure_has_its_source(name, workspace):
    """The last part of the line of a figure is who published it."""
    golden = path_of(name, workspace).read_text(encoding="utf-8")
    assert not UNSAID.search(golden), UNSAID.search(golden)
    figures = [line for line in golden.splitlines() if FIGURE.match(line)]
    assert len(figures) > 30
    for line in figures:
        assert re.search("[A-Za-z]", line.rsplit(" · ", 1)[-1]), line
        assert not re.match(r"\d{4}", line.rsplit(" · ", 1)[-1]), line
