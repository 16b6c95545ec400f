"""Official layouts, records that only enter as sums, and what a person downloads."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from geodata.errors import UserFacingError
from geodata.exports.delimited import neutral
from geodata.imports.aggregate import EMPLOYED, FOLLOWED
from geodata.imports.context import context_of
from geodata.imports.kinds import KINDS
from geodata.imports.pipeline import ImportOptions, stage_table
from geodata.imports.templates import (
    dictionary,
    findings_csv,
    marked_workbook,
    template,
    write,
    write_findings,
)
from geodata.reading.raw import RawTable
from geodata.reading.table import read_table


@pytest.fixture(scope="module")
def context(published):
    return context_of(published, date(2026, 11, 20))


@pytest.fixture(scope="module")
def source(published):
    return published.sources.index[0]


@pytest.fixture
def staged(context, source):
    def stage(text, kind="observaciones", **constants):
        cells = pd.read_csv(io.StringIO(text), dtype="str", keep_default_na=False)
        cells.index = pd.RangeIndex(2, len(cells) + 2)
        raw = RawTable(Path("a.csv"), cells, encoding="utf-8")
        options = ImportOptions(constants={"source_id": source} | constants)
        return stage_table(raw, kind, options, context)

    return stage


def cells(rows, *columns):
    return sorted(map(tuple, rows[list(columns)].to_numpy().tolist()))


def test_projections_by_area_and_year(staged):
    found = staged(
        "DP,DPNOM,MPIO,DPMP,AÑO,ÁREA GEOGRÁFICA,Total\n"
        "5,Antioquia,5001,Medellín,2030,Cabecera Municipal,10\n"
        "5,Antioquia,5001,Medellín,2030,Total,12\n"
    )
    assert found.layout == "dane_proyecciones"
    assert {f.rule for f in found.findings} <= {"codigo_sin_cero", "columna_sin_usar"}
    assert cells(found.rows, "territory_code", "indicator", "period", "value") == [
        ("05001", "poblacion", "2030", 12.0),
        ("05001", "poblacion_cabecera", "2030", 10.0),
    ]


def test_projections_with_years_in_the_header(staged):
    found = staged("DP,MPIO,Municipio,Área geográfica,2025,2026\n54,54001,Cúcuta,Resto,7,8\n")
    assert cells(found.rows, "indicator", "period", "value") == [
        ("poblacion_rural", "2025", 7.0),
        ("poblacion_rural", "2026", 8.0),
    ]


def test_an_unknown_area_is_named_by_its_own_header(staged):
    found = staged("DP,MPIO,Área geográfica,2025\n54,54001,Vereda,7\n")
    assert [(f.rule, f.row) for f in found.findings if f.severity.value == "error"] == [
        ("indicador_desconocido", 2)
    ]


def test_survey_of_cities_by_moving_quarter(staged):
    found = staged(
        "Ciudad,Concepto,Nov 24 - ene 25,Ene - mar 2025\n"
        '"Cúcuta A.M.",TD,"11,2","10,15"\n"Medellín A.M.",TGP,"65,0","66,1"\n'
    )
    assert found.layout == "geih_ciudades"
    assert cells(found.rows, "territory_code", "indicator", "period", "value") == [
        ("AM05001", "tasa_global_participacion", "2024-11/2025-01", 65.0),
        ("AM05001", "tasa_global_participacion", "2025-01/2025-03", 66.1),
        ("AM54001", "tasa_desocupacion", "2024-11/2025-01", 11.2),
        ("AM54001", "tasa_desocupacion", "2025-01/2025-03", 10.15),
    ]
    assert set(found.rows["series"]) == {"geih2018|trimestre_movil"}


def test_migrants_by_sex_in_columns(staged):
    found = staged(
        "Departamento,Municipio,Mujeres,Hombres,Total\nArauca,Saravena,6,5,11\n", period="2025-08"
    )
    assert found.layout == "migracion_colombia"
    assert cells(found.rows, "territory_code", "sex", "value") == [
        ("81736", "hombres", 5.0),
        ("81736", "mujeres", 6.0),
        ("81736", "total", 11.0),
    ]
    assert set(found.rows["population_group"]) == {"migrante_venezolana"}


def test_vacancies_are_added_up_by_municipality_year_and_section(staged):
    found = staged(
        "Código municipio,Año,Mes,Sección,Vacantes\n"
        "54001,2025,Enero,G,3\n54001,2025,2,G,4\n54001,2025,3,,1\n54001,2024,12,C,9\n",
        "vacantes",
    )
    assert found.layout == "vacantes_spe"
    assert cells(found.rows, "period", "sector", "value") == [
        ("2024", "C", 9.0),
        ("2024", "total", 9.0),
        ("2025", "G", 7.0),
        ("2025", "total", 8.0),
    ]


def test_an_offer_without_a_number_of_posts_is_one(staged):
    found = staged("codigo,fecha,sector\n54001,31/01/2025,4711\n54001,2025-02,G\n", "vacantes")
    assert not found.counts["errors"], found.findings
    assert cells(found.rows, "sector", "value") == [("G", 2.0), ("total", 2.0)]


def followed(*counts):
    """Persons by sex and situation, as the file of a programme."""
    lines = ["seudonimo,codigo,periodo,momento,sexo,grupo,situacion"]
    number = 0
    for sex, situation, count in counts:
        for _ in range(count):
            number += 1
            lines.append(f"p{number},54001,2026,corto,{sex},migrante,{situation}")
    return "\n".join(lines)


def test_persons_enter_as_counts_and_none_is_below_five(staged):
    found = staged(
        followed(("F", "ocupada", 6), ("F", "desocupada", 6), ("M", "ocupado", 5),
                 ("M", "desocupado", 5)), "seguimiento")  # fmt: skip
    assert "person" not in found.rows
    assert cells(found.rows, "indicator", "sex", "value") == [
        (EMPLOYED, "hombres", 5.0),
        (EMPLOYED, "mujeres", 6.0),
        (EMPLOYED, "total", 11.0),
        (FOLLOWED, "hombres", 10.0),
        (FOLLOWED, "mujeres", 12.0),
        (FOLLOWED, "total", 22.0),
    ]


def test_a_small_sex_hides_the_other_too(staged):
    found = staged(followed(("F", "ocupada", 20), ("M", "ocupado", 4)), "seguimiento")
    rows = found.rows[found.rows["indicator"] == FOLLOWED].set_index("sex")
    assert rows.loc["total", "value"] == 24
    assert rows.loc[["mujeres", "hombres"], "value"].isna().all()
    assert set(rows.loc[["mujeres", "hombres"], "quality"]) == {"suprimido"}


def test_few_who_do_not_work_are_hidden_as_those_who_do(staged):
    found = staged(followed(("F", "ocupada", 20), ("F", "desocupada", 2)), "seguimiento")
    rows = found.rows.set_index(["indicator", "sex"])["value"]
    assert np.isnan(rows[EMPLOYED, "total"])
    assert rows[FOLLOWED, "total"] == 22


def test_few_persons_of_unknown_sex_hide_both(staged):
    text = followed(("F", "ocupada", 9), ("M", "ocupado", 9), ("total", "ocupada", 2))
    rows = staged(text, "seguimiento").rows.set_index(["indicator", "sex"])["value"]
    assert rows[FOLLOWED, "total"] == 20
    assert rows[[(FOLLOWED, "mujeres"), (FOLLOWED, "hombres")]].isna().all()


def test_one_person_counts_once(staged):
    text = followed(("F", "ocupada", 6))
    found = staged(f"{text}\n{text.splitlines()[1]}", "seguimiento")
    assert not found.counts["errors"], found.findings
    assert found.rows["value"].max() == 6


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_template_is_a_sound_file_of_its_kind(kind, context, source, tmp_path):
    path = tmp_path / "plantilla.xlsx"
    write(path, kind)
    raw = read_table(path)
    assert list(raw.cells.columns) == [field.name for field in kind.fields]
    own = replace_source(raw, source)
    found = stage_table(own, kind.name, ImportOptions(), context)
    assert [f.sentence() for f in found.findings if f.severity.value == "error"] == []
    assert len(found.rows) > 0
    assert list(dictionary(kind)["columna"]) == list(raw.cells.columns)


def replace_source(raw, source):
    known = {"DANE_2025": source}
    return RawTable(raw.path, raw.cells.replace(known), typed=raw.typed, encoding="")


def test_a_template_opens_with_its_accents():
    assert template(KINDS["centros"], "csv").startswith(b"\xef\xbb\xbfid,kind,name,")


def test_another_format_is_refused():
    with pytest.raises(UserFacingError, match="Use csv o xlsx"):
        template(KINDS["centros"], "pdf")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+1", "@x", "\tx", "\rx"])
def test_no_text_becomes_a_formula(text):
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-72.505", "-1", "-0,5", "sano"])
def test_negative_numbers_and_words_stay_as_they_are(text):
    assert neutral(text) == text


def test_findings_download_as_csv_and_as_the_same_sheet_with_marks(staged, tmp_path):
    found = staged("codigo,indicador,periodo,valor,nota\n=cmd,poblacion,2024,x,bien\n")
    rows = list(csv.reader(io.StringIO(findings_csv(found).decode("utf-8-sig"))))
    assert [row[:5] for row in rows[1:]] == [
        ["error", "nombre_desconocido", "2", "codigo", "'=cmd"],
        ["error", "numero_invalido", "2", "valor", "x"],
    ]
    english = list(csv.reader(io.StringIO(findings_csv(found, "en").decode("utf-8-sig"))))
    assert english[0][:5] == ["severity", "rule", "row", "column", "value"]
    assert [row[:5] for row in english[1:]] == [row[:5] for row in rows[1:]]
    assert "is not a number" in english[2][5]
    for name in ("hallazgos.csv", "hallazgos.xlsx"):
        write_findings(tmp_path / name, found)
    book = tmp_path / "hallazgos.xlsx"
    assert book.read_bytes()[:2] == b"PK"
    with zipfile.ZipFile(book) as parts:
        comments = parts.read("xl/comments1.xml").decode()
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "columna «valor», valor «x»: no es un número" in comments
    assert "<f>" not in sheet
    read = read_table(book)
    assert read.cells["codigo"].tolist() == ["'=cmd"]
    assert len(marked_workbook(found)) > 0
