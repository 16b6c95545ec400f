"""Each format opened again by another program holds the rows that were written."""

import csv
import io
import json
import zipfile

import geopandas as gpd
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from geodata.exports.delimited import Dialect, as_csv, as_json
from geodata.exports.geographic import as_geopackage, as_geoparquet
from geodata.exports.sheet import Nature, Sheet, SheetColumn
from geodata.exports.workbook import as_workbook

SQUARE = b'{"type":"Polygon","coordinates":[[[-72,7],[-71,7],[-71,8],[-72,8],[-72,7]]]}'
ROWS = (
    {"codigo": "05001", "nombre": "Ábrego; «Cúcuta», ñ", "valor": 1234.5},
    {"codigo": "00", "nombre": '=HYPERLINK("http://x")', "valor": -0.25},
    {"codigo": "54001", "nombre": "-3,4", "valor": 0},
    {"codigo": "44001", "nombre": None, "valor": None},
    {"codigo": "44430", "nombre": "@suma\ny otra línea", "valor": 1e-7},
)
HARMLESS = ("'=HYPERLINK", "'@suma")
"""How words that a spreadsheet would compute begin once they are neutralised."""


@pytest.fixture
def sheet():
    return Sheet(
        name="prueba",
        title="Una prueba",
        columns=(
            SheetColumn("codigo", Nature.CODE, "Código"),
            SheetColumn("nombre", Nature.TEXT, "Nombre"),
            SheetColumn("valor", Nature.NUMBER, "Valor"),
        ),
        rows=ROWS,
        notes=(("Filtros", "=1+1"), ("Reserva", "los conteos pequeños se suprimen")),
        titles=("datos", "notas", "columnas"),
        watermark="cifras sintéticas",
    )


def lines(body, separator=","):
    text = body.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))


def test_csv_says_that_it_is_utf_8_and_keeps_every_cell(sheet):
    body = as_csv(sheet)
    assert body.startswith(b"\xef\xbb\xbf")
    read = lines(body)
    assert [row["codigo"] for row in read] == ["05001", "00", "54001", "44001", "44430"]
    assert [row["valor"] for row in read] == ["1234.5", "-0.25", "0", "", "0.0000001"]
    assert read[0]["nombre"] == "Ábrego; «Cúcuta», ñ"
    assert [row["nombre"][:10] for row in read if row["nombre"].startswith("'")] == [
        "'=HYPERLIN", "'@suma\ny o",
    ]  # fmt: skip
    assert read[2]["nombre"] == "-3,4", "a negative number computes nothing"


def test_csv_with_semicolons_has_decimal_commas(sheet):
    read = lines(as_csv(sheet, Dialect.SEMICOLON), ";")
    assert [row["valor"] for row in read] == ["1234,5", "-0,25", "0", "", "0,0000001"]
    assert [row["codigo"] for row in read] == [row["codigo"] for row in ROWS]


def test_json_has_rows_notes_and_watermark(sheet):
    read = json.loads(as_json(sheet))
    assert read["rows"] == [dict(row) for row in ROWS]
    assert read["watermark"] == "cifras sintéticas"
    assert read["notes"][1] == {"name": "Reserva", "words": "los conteos pequeños se suprimen"}


def test_workbook_keeps_codes_as_text_and_computes_nothing(sheet):
    body = as_workbook(sheet)
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    assert book.sheet_names == ["datos", "notas", "columnas"]
    head, *rows = book.get_sheet_by_name("datos").to_python()
    assert head == ["codigo", "nombre", "valor"]
    assert [row[0] for row in rows] == ["05001", "00", "54001", "44001", "44430"]
    assert [row[2] for row in rows] == [1234.5, -0.25, 0, "", 1e-7]
    assert rows[1][1].startswith(HARMLESS)
    assert rows[4][1].startswith(HARMLESS)
    pages = zipfile.ZipFile(io.BytesIO(body))
    assert not any(b"<f>" in pages.read(name) for name in pages.namelist() if "sheet" in name)


def test_workbook_tells_notes_columns_and_watermark(sheet):
    body = as_workbook(sheet)
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    notes = book.get_sheet_by_name("notas").to_python()
    assert notes[0] == ["cifras sintéticas", "Una prueba"]
    assert ["Filtros", "'=1+1"] in notes
    assert ["valor", "Valor"] in book.get_sheet_by_name("columnas").to_python()
    printed = zipfile.ZipFile(io.BytesIO(body)).read("xl/worksheets/sheet1.xml").decode()
    assert "&amp;Ccifras sintéticas" in printed, "a printed page says it too"


@pytest.mark.parametrize("form", ["gpkg", "parquet"])
def test_geographic_files_have_shapes_in_degrees_and_the_same_cells(sheet, form, tmp_path):
    write = {"gpkg": as_geopackage, "parquet": as_geoparquet}[form]
    path = tmp_path / f"filas.{form}"
    path.write_bytes(write(sheet, {"54001": SQUARE}, "codigo"))
    read = gpd.read_parquet(path) if form == "parquet" else gpd.read_file(path)
    assert read.crs.to_epsg() == 4326
    assert read["codigo"].tolist() == [row["codigo"] for row in ROWS]
    for key in ("valor", "nombre"):
        cells = read[key].astype(object).where(read[key].notna(), None).tolist()
        assert cells == [row[key] for row in ROWS]
    shaped = read.set_index("codigo").geometry
    assert shaped["54001"].bounds == (-72.0, 7.0, -71.0, 8.0)
    assert shaped.drop("54001").isna().all(), "a territory without a shape stays, without one"


def test_geoparquet_carries_notes_and_watermark(sheet, tmp_path):
    path = tmp_path / "filas.parquet"
    path.write_bytes(as_geoparquet(sheet, {}, "codigo"))
    told = json.dumps({k.decode(): v.decode() for k, v in pq.read_metadata(path).metadata.items()})
    assert "cifras sint" in told
    assert "conteos peque" in told
