"""The committed reference is the rendered one, and leaves no entry out."""

from dataclasses import replace
from pathlib import Path

import pytest

from indicators.describe import NEVER, described, document, tables
from indicators.follow_up.cohorts import OUTCOMES
from indicators.gaps.method import METHOD
from indicators.measures.registry import MEASURES
from indicators.registry import INDICATORS, UNPUBLISHED
from indicators.sector_terms import FORMULAS, TERMS
from indicators.spec import Text

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "docs" / "indicators.md"


@pytest.fixture(scope="module")
def specifications():
    files = sorted((ROOT / "tests" / "spec").glob("*.py"))
    return "".join(file.read_text(encoding="utf-8") for file in files)


@pytest.fixture(scope="module")
def rendered(specifications):
    return document(specifications)


def test_the_committed_document_is_the_rendered_one(rendered):
    assert COMMITTED.read_text(encoding="utf-8") == rendered, (
        "Render it again: cat tests/spec/*.py | python -m indicators > docs/indicators.md"
    )


@pytest.mark.parametrize("key", [*INDICATORS, *MEASURES, *FORMULAS])
def test_no_entry_is_undocumented(rendered, key):
    assert rendered.count(f"(`{key}`)\n") == 1


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_every_measure_is_complete(measure):
    for field in ("title", "definition", "formula", "universe", "caveat"):
        text = getattr(measure, field)
        assert isinstance(text, Text)
        for sentence in (text.es, text.en):
            assert sentence == sentence.strip()
            assert sentence.endswith(".") is (field != "title"), sentence
        assert text.es != text.en
    module, _, name = measure.function.rpartition(".")
    assert callable(getattr(__import__(module, fromlist=[name]), name))
    assert measure.reference
    assert measure.keys


def test_methods_and_terms_are_told(rendered):
    for choice in METHOD.choices:
        assert choice.en in rendered
    for key in (*(term.key for term in TERMS.values()), *OUTCOMES):
        assert f"`{key}`" in rendered


def test_tables_of_the_tests_are_told(rendered, specifications):
    found = list(tables(specifications))
    assert len(found) > 10
    for text in found:
        assert text.partition("\n")[2].strip() in rendered


def test_a_changed_entry_changes_the_document():
    entry = INDICATORS["nbi"]
    other = replace(entry, caveat=Text("Otra.", "Another."))
    assert described(entry) != described(other)


def test_what_nobody_publishes_is_said():
    for entry in INDICATORS.values():
        unpublished = any(need.key in UNPUBLISHED for need in entry.needs)
        assert (NEVER in described(entry)) is unpublished
