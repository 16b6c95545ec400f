"""Whatever the bytes are, reading gives a table or a sentence."""

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.reading.extract import ROW_COLUMN, extract
from geodata.reading.raw import ReadOptions
from geodata.reading.refusals import UnreadableFileError
from tests.dirty.formats import table

CELLS = st.sampled_from(
    ["", "a", "b", "Total", "total nacional", "Fuente: x", "Nota", "2024", "1.234", "5", "fecha",
     "45838", "municipio", "é", '"', '"a"', " ", "#N/D", "\u00a0", "*", "(1)"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=12)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("cualquiera")


def rows_of(path):
    """Numbers of the rows read and of those written down as left aside."""
    found = extract(path, ReadOptions())
    kept = found.cells[ROW_COLUMN].to_pylist()
    aside = [finding.row for finding in found.notebook.close() if finding.rule in ASIDE]
    return kept, aside, found.about["header_row"]


ASIDE = {"fila_de_titulo", "fila_de_total", "nota_al_pie", "fila_de_seccion"}


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, separator=st.sampled_from(",;\t|"))
def test_no_row_of_a_text_is_lost_in_silence(folder, rows, separator):
    path = folder / "x.csv"
    path.write_text("\n".join(separator.join(row) for row in rows), "utf-8")
    with contextlib.suppress(UnreadableFileError):
        kept, aside, header = rows_of(path)
        assert kept == sorted(set(kept))
        assert not set(kept) & set(aside)
        assert all(row > header for row in kept)


@settings(max_examples=200)
@given(content=st.binary(max_size=400))
def test_any_bytes_give_a_table_or_a_sentence(folder, content):
    path = folder / "bytes"
    path.write_bytes(content)
    with contextlib.suppress(UnreadableFileError):
        extract(path, ReadOptions())


@settings(max_examples=100)
@given(rows=st.lists(st.lists(CELLS.filter(str.strip), min_size=2, max_size=6), min_size=2))
def test_every_row_of_a_workbook_is_read_or_told(folder, rows):
    path = folder / "x.xlsx"
    table(*rows)(path)
    kept, aside, header = rows_of(path)
    numbers = set(range(1, len(rows) + 1))
    assert numbers - set(kept) - set(aside) <= {header, header - 1}
