"""Every dirty file is described to the cell: rule, row, column and value, and nothing else."""

import io
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from geodata.findings import Severity
from geodata.imports.context import context_of
from geodata.imports.pipeline import ImportOptions, stage_table
from geodata.imports.sentences import SENTENCES
from geodata.reading.raw import RawTable
from tests.dirty_imports.files import CASES, HEADER

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def context(published):
    return context_of(published, TODAY)


@pytest.fixture(scope="module")
def source(published):
    return published.sources.index[0]


def read(text):
    cells = pd.read_csv(io.StringIO(text), dtype="str", keep_default_na=False)
    cells.index = pd.RangeIndex(2, len(cells) + 2)
    return RawTable(Path("archivo.csv"), cells, encoding="utf-8")


def staged(case, context, source):
    constants = {name: word.replace("{source}", source) for name, word in case.options.items()}
    options = ImportOptions(constants=constants)
    return stage_table(read(case.text(source)), case.kind, options, context)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_wrong_is_named_to_the_cell(case, context, source):
    found = staged(case, context, source).findings
    assert sorted((f.rule, str(f.row), f.column, f.value) for f in found) == sorted(
        (rule, str(row), column, value) for rule, row, column, value in case.expected
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_of_a_file_with_errors_is_imported(case, context, source):
    result = staged(case, context, source)
    errors = [f for f in result.findings if f.severity is Severity.ERROR]
    assert result.counts["errors"] == len(errors)
    assert result.rows.empty == bool(errors)
    assert result.publishable(accept_warnings=True) == (not errors)


def test_there_are_forty_dirty_files_and_every_rule_of_cells_is_in_one():
    assert len(CASES) >= 40
    seen = {rule for case in CASES for rule, *_ in case.expected}
    of_files = {"archivo_vacio", "demasiados_hallazgos", "clave_repetida_nota", "numero_oculto"}
    of_boundaries = {
        *("limites_faltantes", "poligonos_unidos", "limites_no_encajan", "limite_en_otro_lugar"),
        *("frontera_distinta", "franja_distinta", "municipio_nuevo", "municipio_ausente"),
    }  # see tests/server/test_boundaries.py
    assert set(SENTENCES) - seen == of_files | of_boundaries


def test_a_finding_is_a_sentence_with_row_column_value_rule_and_remedy(context, source):
    case = next(case for case in CASES if case.name == "sector unknown")
    (finding,) = staged(case, context, source).findings
    assert finding.sentence() == (
        "Fila 3, columna «sector», valor «Z»: no es una sección CIIU. Use una letra de la A a la U."
    )
    assert finding.sentence("en") == (
        "Row 3, column «sector», value «Z»: is not an ISIC section. Use a letter from A to U."
    )


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("retired code", "Se tomó el código vigente: Nuevo Belén de Bajirá (27493)."),
        ("absorbed area", "Se tomó el código vigente: Barrancominas (94343)."),
        ("code without its zero", "Se completó: Medellín (05001)."),
        ("name instead of code",
         "Se tomó como Villa del Rosario (54874, Norte de Santander); confírmelo."),
        ("serial date", "Se tomó como 2024-12-31."),
        ("sector by its class", "Se tomó su sección, la G."),
    ],
)  # fmt: skip
def test_what_was_mended_says_what_was_taken(name, remedy, context, source):
    case = next(case for case in CASES if case.name == name)
    (finding,) = staged(case, context, source).findings
    assert finding.severity is Severity.WARNING
    assert finding.remedy_es == remedy


def test_an_ambiguous_name_lists_its_candidates(context, source):
    case = next(case for case in CASES if case.name == "name of several municipalities")
    (finding,) = staged(case, context, source).findings
    assert "Villanueva (44874, La Guajira)" in finding.remedy_es
    assert "Villanueva (85440, Casanare)" in finding.remedy_es


def test_many_findings_of_one_rule_are_counted_and_the_list_stays_whole(context, source):
    codes = [f"90{n}" for n in range(100, 1000)]
    rows = [
        f"{code},poblacion,{year},total,total,total,1,{source}"
        for year in (2023, 2024)
        for code in codes
    ]
    text = "\n".join([HEADER, *rows])
    result = stage_table(read(text), "observaciones", ImportOptions(), context)
    shown = result.findings
    assert len(shown) == 1001
    assert shown[-1].remedy_es == "Hay 800 más; descargue la lista completa."
    assert len(list(result.all_findings())) == result.counts["errors"] == 1800
