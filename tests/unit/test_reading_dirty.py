"""Every dirty file gives the table and the findings written beside it, to the cell."""

import pytest

from geodata.findings import Severity
from geodata.reading.extract import ROW_COLUMN, extract
from geodata.reading.notes import RULES
from tests.dirty.cases import CASES


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def read(request, tmp_path):
    """A case and what reading its file gave, in this process."""
    path = tmp_path / "subido"
    request.param.write(path)
    return request.param, extract(path, request.param.options)


def test_the_table_is_the_one_expected(read):
    case, found = read
    cells = found.cells.to_pandas().set_index(ROW_COLUMN)
    assert list(cells.columns) == case.columns
    assert dict(zip(cells.index, cells.to_numpy().tolist(), strict=True)) == case.rows


def test_the_findings_are_the_ones_expected(read):
    case, found = read
    findings = [(f.rule, f.row, f.column, f.value) for f in found.notebook.close()]
    assert findings == list(case.findings)


def test_the_encoding_is_told(read):
    case, found = read
    assert found.about.get("encoding", "") == case.encoding


def test_cases_are_enough_and_have_different_names():
    assert len({case.name for case in CASES}) == len(CASES) >= 40


def test_every_finding_has_a_sentence_in_both_languages(read):
    for finding in read[1].notebook.close():
        assert finding.sentence("es").endswith(".")
        assert finding.sentence("en").endswith(".")
        assert finding.severity is RULES[finding.rule].severity
        assert isinstance(finding.severity, Severity)
