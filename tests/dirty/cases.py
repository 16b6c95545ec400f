"""Dirty files, one defect each and some together, with the table and the findings expected.

A finding is written ``(rule, row, column, value)``; a table is the row number and its cells.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from geodata.reading.raw import ReadOptions
from tests.dirty.formats import book, ods, table, text, xls


@dataclass(frozen=True)
class Case:
    name: str
    write: Callable[[Path], object]
    columns: list[str]
    rows: dict[int, list[str]]
    findings: list[tuple] = ()
    options: ReadOptions = field(default_factory=ReadOptions)
    encoding: str = ""


HEAD = "codigo,municipio,valor\n"
PLAIN = ["codigo", "municipio", "valor"]
CUCUTA = ["54001", "Cúcuta", "10"]
IPIALES = ["52356", "Ipiales", "20"]
BOTH = {2: CUCUTA, 3: IPIALES}
LINES = "54001,Cúcuta,10\n52356,Ipiales,20\n"
AS_ROWS = (PLAIN, ["54001", "Cúcuta", 10], ["52356", "Ipiales", 20])


def utf8(content):
    return text(content)


TEXTS = [
    Case("clean", utf8(HEAD + LINES), PLAIN, BOTH, encoding="utf-8"),
    Case("byte order mark", text(HEAD + LINES, "utf-8-sig"), PLAIN, BOTH, encoding="utf-8"),
    Case("utf-16 of Excel", text((HEAD + LINES).replace(",", "\t"), "utf-16"), PLAIN, BOTH,
         encoding="utf-16"),
    Case("cp1252", text(HEAD + LINES, "cp1252"), PLAIN, BOTH, encoding="cp1252"),
    Case("cp850 said", text(HEAD + LINES, "cp850"), PLAIN, BOTH,
         options=ReadOptions(encoding="cp850"), encoding="cp850"),
    Case("cp850 not said", text(HEAD + LINES, "cp850"), PLAIN,
         {2: ["54001", "C£cuta", "10"], 3: IPIALES},
         [("codificacion_dudosa", None, "", "")], encoding="cp1252"),
    Case("semicolon and decimal comma", utf8("codigo;municipio;valor\n54001;Cúcuta;1,5\n"), PLAIN,
         {2: ["54001", "Cúcuta", "1,5"]}, encoding="utf-8"),
    Case("pipe", utf8((HEAD + LINES).replace(",", "|")), PLAIN, BOTH, encoding="utf-8"),
    Case("tab", utf8((HEAD + LINES).replace(",", "\t")), PLAIN, BOTH, encoding="utf-8"),
    Case("carriage returns", utf8((HEAD + LINES).replace("\n", "\r\n")), PLAIN, BOTH,
         encoding="utf-8"),
    Case("quotes hold a separator and a line break",
         utf8('codigo,municipio,valor\n54001,"San José,\nde ""Cúcuta""",10\n52356,Ipiales,20\n'),
         PLAIN, {2: ["54001", 'San José,\nde "Cúcuta"', "10"], 3: IPIALES}, encoding="utf-8"),
    Case("blank lines", utf8(HEAD + "\n54001,Cúcuta,10\n,,\n52356,Ipiales,20\n\n"), PLAIN,
         {3: CUCUTA, 5: IPIALES}, encoding="utf-8"),
    Case("trailing separators", utf8("codigo,municipio,valor,\n54001,Cúcuta,10,\n"), PLAIN,
         {2: CUCUTA}, encoding="utf-8"),
    Case("separators beyond the header", utf8(HEAD + "54001,Cúcuta,10,,\n"), PLAIN, {2: CUCUTA},
         encoding="utf-8"),
    Case("a row too long", utf8(HEAD + LINES + "05001,Medellín,1,5\n"), PLAIN,
         {**BOTH, 4: ["05001", "Medellín", "1"]}, [("fila_irregular", 4, "", "")],
         encoding="utf-8"),
    Case("a row too short", utf8(HEAD + LINES + "05001,Medellín\n"), PLAIN,
         {**BOTH, 4: ["05001", "Medellín", ""]}, [("fila_irregular", 4, "", "")],
         encoding="utf-8"),
    Case("repeated headers", utf8("codigo,valor,valor\n54001,1,2\n"),
         ["codigo", "valor", "valor (2)"], {2: ["54001", "1", "2"]},
         [("encabezado_repetido", 1, "valor", "")], encoding="utf-8"),
    Case("a column without header", utf8("codigo,,valor\n54001,Cúcuta,10\n"),
         ["codigo", "columna B", "valor"], {2: CUCUTA}, [("encabezado_vacio", 1, "columna B", "")],
         encoding="utf-8"),
    Case("no header", utf8(LINES), ["54001", "Cúcuta", "10"], {2: IPIALES},
         [("sin_encabezado", 1, "", "54001")], encoding="utf-8"),
    Case("no header, but somebody says it is one", utf8(LINES), ["54001", "Cúcuta", "10"],
         {2: IPIALES}, options=ReadOptions(header_row=1), encoding="utf-8"),
    Case("simple ages as headers", utf8("municipio,0,1,2\nCúcuta,5,6,7\n"),
         ["municipio", "0", "1", "2"], {2: ["Cúcuta", "5", "6", "7"]}, encoding="utf-8"),
    Case("years as headers", utf8("municipio,2023,2024p\nCúcuta,5,6\n"),
         ["municipio", "2023", "2024p"], {2: ["Cúcuta", "5", "6"]}, encoding="utf-8"),
    Case("titles above", utf8("Proyecciones de población\n\nCorte,2024\n" + HEAD + LINES), PLAIN,
         {5: CUCUTA, 6: IPIALES},
         [("fila_de_titulo", 1, "", "Proyecciones de población"),
          ("fila_de_titulo", 3, "", "Corte")], encoding="utf-8"),
    Case("two rows of header",
         utf8("codigo,municipio,2024,,2025,\n,,Hombres,Mujeres,Hombres,Mujeres\n"
              "54001,Cúcuta,1,2,3,4\n"),
         ["codigo", "municipio", "2024 · Hombres", "2024 · Mujeres", "2025 · Hombres",
          "2025 · Mujeres"], {3: ["54001", "Cúcuta", "1", "2", "3", "4"]},
         [("encabezado_unido", 2, "", "")], encoding="utf-8"),
    Case("header row said", utf8("a,b,c\n" + HEAD + LINES), PLAIN, {3: CUCUTA, 4: IPIALES},
         [("fila_de_titulo", 1, "", "a")], ReadOptions(header_row=2), "utf-8"),
    Case("totals",
         utf8(HEAD + LINES + ",TOTAL NACIONAL,30\nTotal general,,30\n00,Total Nariño,20\n"),
         PLAIN, BOTH,
         [("fila_de_total", 4, "", "TOTAL NACIONAL"), ("fila_de_total", 5, "", "Total general"),
          ("fila_de_total", 6, "", "Total Nariño")], encoding="utf-8"),
    Case("total is a value of sex", utf8("codigo,sexo,valor\n54001,total,10\n54001,mujeres,6\n"),
         ["codigo", "sexo", "valor"], {2: ["54001", "total", "10"], 3: ["54001", "mujeres", "6"]},
         encoding="utf-8"),
    Case("source and notes below",
         utf8(HEAD + LINES + "\nFuente: DANE, GEIH 2024\nNota: cifras provisionales\nActualizado el"
              " 3 de mayo\n"), PLAIN, BOTH,
         [("nota_al_pie", 5, "", "Fuente: DANE"),
          ("nota_al_pie", 6, "", "Nota: cifras provisionales"),
          ("nota_al_pie", 7, "", "Actualizado el 3 de mayo")], encoding="utf-8"),
    Case("serial dates in text", utf8("codigo,fecha de corte\n54001,45838\n52356,2025-07-01\n"),
         ["codigo", "fecha de corte"], {2: ["54001", "2025-06-30"], 3: ["52356", "2025-07-01"]},
         [("fecha_de_serie", 2, "fecha de corte", "45838")], encoding="utf-8"),
    Case("title, ragged row, total and source together, in cp1252",
         text("Población\ncodigo;municipio;valor\n54001;Cúcuta;10\n52356;Ipiales\nTotal;;30\n"
              "Fuente: DANE\n", "cp1252"), PLAIN,
         {3: CUCUTA, 4: ["52356", "Ipiales", ""]},
         [("fila_de_titulo", 1, "", "Población"), ("fila_irregular", 4, "", ""),
          ("fila_de_total", 5, "", "Total"), ("nota_al_pie", 6, "", "Fuente: DANE")],
         encoding="cp1252"),
]  # fmt: skip


def numbers(sheet, _):
    sheet.write_row(0, 0, ["codigo", "valor"])
    for row, value in enumerate([5001.0, 0.1 + 0.2, 1e-7, 123456789012.0, 1.234, 1e15], 1):
        sheet.write_row(row, 0, [f"c{row}", value])


def dates(sheet, workbook):
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["fecha", "cumple"])
    sheet.write_datetime(1, 0, dt.date(2025, 7, 1), day)
    sheet.write_boolean(1, 1, 1)
    sheet.write_number(2, 0, 45838)
    sheet.write_boolean(2, 1, 0)


def formulas(sheet, _):
    sheet.write_row(0, 0, ["codigo", "valor"])
    sheet.write_row(1, 0, ["54001", 10])
    sheet.write_string(2, 0, "52356")
    sheet.write_formula(2, 1, "=B2*2", None, "")
    sheet.write_string(3, 0, "05001")
    sheet.write_formula(3, 1, "=B2*3", None, 30)


def errors(sheet, _):
    sheet.write_row(0, 0, ["codigo", "valor"])
    sheet.write_row(1, 0, ["54001", 10])
    for row, (formula, error) in enumerate([("=NA()", "#N/A"), ("=1/0", "#DIV/0!")], 2):
        sheet.write_string(row, 0, f"c{row}")
        sheet.write_formula(row, 1, formula, None, error)


def merged_header(sheet, _):
    sheet.merge_range("A1:E1", "Población por sexo")
    sheet.merge_range("A2:A3", "municipio")
    sheet.merge_range("B2:C2", 2024)
    sheet.merge_range("D2:E2", 2025)
    sheet.write_row("B3", ["Hombres", "Mujeres", "Hombres", "Mujeres"])
    sheet.write_row("A4", ["Cúcuta", 1, 2, 3, 4])


def merged_cells(sheet, _):
    sheet.write_row("A1", ["departamento", "municipio", "x", "y"])
    sheet.merge_range("A2:A3", "Nariño")
    sheet.write_row("B2", ["Ipiales", 1, 2])
    sheet.write("B3", "Pasto")
    sheet.merge_range("C3:D3", 7)


def sections(sheet, _):
    sheet.write_row("A1", ["municipio", "valor", "nota"])
    sheet.merge_range("A2:C2", "Frontera con Ecuador")
    sheet.write_row("A3", ["Ipiales", 20, "x"])
    sheet.merge_range("A5:C5", "Fuente: DANE")


def hidden(sheet, workbook):
    sheet.write_row("A1", ["municipio", "valor"])
    sheet.write_row("A2", ["Cúcuta", 10])
    workbook.add_worksheet("cálculos").hide()
    workbook.add_worksheet("listas").very_hidden()
    workbook.add_worksheet("otra")


def text_numbers(sheet, _):
    sheet.write_row("A1", ["municipio", "valor"])
    sheet.write_row("A2", ["Cúcuta", 10.5])
    sheet.write_row("A3", ["Ipiales", "1.234"])
    sheet.write_row("A4", ["Maicao", "1.234,5"])


def shifted(sheet, _):
    sheet.write_row("C4", ["municipio", "valor"])
    sheet.write_row("C5", ["Cúcuta", 10])


def total_formula(sheet, _):
    sheet.write_row("A1", ["municipio", "valor"])
    sheet.write_row("A2", ["Cúcuta", 10])
    sheet.write("A3", "Total")
    sheet.write_formula("B3", "=SUM(B2:B2)", None, "")


def everything(sheet, workbook):
    sheet.merge_range("A1:C1", "Informe")
    sheet.merge_range("A3:A4", "departamento")
    sheet.merge_range("B3:C3", "2024")
    sheet.write_row("B4", ["Hombres", "Mujeres"])
    sheet.merge_range("A5:A6", "Nariño")
    sheet.write_row("B5", [1, 2])
    sheet.write("B6", 3)
    sheet.write_formula("C6", "=1+1", None, "")
    sheet.write_row("A7", ["TOTAL NACIONAL", 4, 2])
    sheet.write("A9", "Fuente: DANE")
    workbook.add_worksheet("base").hide()


SEX = ["2024 · Hombres", "2024 · Mujeres"]

WORKBOOKS = [
    Case("clean workbook", table(*AS_ROWS), PLAIN, BOTH),
    Case("Excel 97", xls(*AS_ROWS), PLAIN, BOTH),
    Case("ODS", ods(*AS_ROWS), PLAIN, BOTH),
    Case("numbers as seen", book(numbers), ["codigo", "valor"],
         {2: ["c1", "5001"], 3: ["c2", "0.3"], 4: ["c3", "0.0000001"], 5: ["c4", "123456789012"],
          6: ["c5", "1.234"], 7: ["c6", "1000000000000000"]}),
    Case("dates and truths", book(dates), ["fecha", "cumple"],
         {2: ["2025-07-01", "VERDADERO"], 3: ["2025-06-30", "FALSO"]},
         [("fecha_de_serie", 3, "fecha", "45838")]),
    Case("a formula without result", book(formulas), ["codigo", "valor"],
         {2: ["54001", "10"], 3: ["52356", ""], 4: ["05001", "30"]},
         [("formula_sin_valor", 3, "valor", "")]),
    Case("formulas that fail", book(errors), ["codigo", "valor"],
         {2: ["54001", "10"], 3: ["c2", "#N/D"], 4: ["c3", "#¡DIV/0!"]},
         [("celda_con_error", 4, "valor", "#¡DIV/0!")]),
    Case("merged header under a title", book(merged_header),
         ["municipio", *SEX, "2025 · Hombres", "2025 · Mujeres"],
         {4: ["Cúcuta", "1", "2", "3", "4"]},
         [("fila_de_titulo", 1, "", "Población por sexo"), ("encabezado_unido", 3, "", "")]),
    Case("merged cells", book(merged_cells), ["departamento", "municipio", "x", "y"],
         {2: ["Nariño", "Ipiales", "1", "2"], 3: ["Nariño", "Pasto", "7", "7"]},
         [("celdas_combinadas", 2, "departamento", "Nariño"), ("celdas_combinadas", 3, "x", "7")]),
    Case("headings and source across the table", book(sections), ["municipio", "valor", "nota"],
         {3: ["Ipiales", "20", "x"]},
         [("fila_de_seccion", 2, "", "Frontera con Ecuador"),
          ("nota_al_pie", 5, "", "Fuente: DANE")]),
    Case("hidden sheets", book(hidden), ["municipio", "valor"], {2: ["Cúcuta", "10"]},
         [("hojas_ocultas", None, "", "")]),
    Case("text among numbers", book(text_numbers), ["municipio", "valor"],
         {2: ["Cúcuta", "10.5"], 3: ["Ipiales", "1.234"], 4: ["Maicao", "1.234,5"]},
         [("numero_como_texto", 3, "valor", "1.234"),
          ("numero_como_texto", 4, "valor", "1.234,5")]),
    Case("a table away from the corner", book(shifted), ["municipio", "valor"],
         {5: ["Cúcuta", "10"]}),
    Case("a total without result", book(total_formula), ["municipio", "valor"],
         {2: ["Cúcuta", "10"]}, [("fila_de_total", 3, "", "Total")]),
    Case("ODS formula without result",
         ods(["codigo", "valor"], ["54001", 5],
             ["52356", '<table:table-cell table:formula="of:=1"/>']),
         ["codigo", "valor"], {2: ["54001", "5"], 3: ["52356", ""]},
         [("formula_sin_valor", 3, "valor", "")]),
    Case("everything at once", book(everything), ["departamento", *SEX],
         {5: ["Nariño", "1", "2"], 6: ["Nariño", "3", ""]},
         [("hojas_ocultas", None, "", ""), ("fila_de_titulo", 1, "", "Informe"),
          ("encabezado_unido", 4, "", ""), ("celdas_combinadas", 5, "departamento", "Nariño"),
          ("formula_sin_valor", 6, "2024 · Mujeres", ""),
          ("fila_de_total", 7, "", "TOTAL NACIONAL"), ("nota_al_pie", 9, "", "Fuente: DANE")]),
]  # fmt: skip


def columns_of_every_type(path):
    columns = {
        "codigo": pa.array(["54001", None]).dictionary_encode(),
        "valor": pa.array([5001.0, 0.5]),
        "dia": pa.array([dt.date(2025, 7, 1), None]),
        "cumple": pa.array([True, False]),
        "n": pa.array([1, None], pa.int64()),
    }
    pq.write_table(pa.table(columns), path)


COLUMNAR = [
    Case("Parquet of every type", columns_of_every_type, ["codigo", "valor", "dia", "cumple", "n"],
         {1: ["54001", "5001", "2025-07-01", "VERDADERO", "1"], 2: ["", "0.5", "", "FALSO", ""]}),
]  # fmt: skip

CASES = [*TEXTS, *WORKBOOKS, *COLUMNAR]
