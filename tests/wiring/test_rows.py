"""Datos: every table, its files, their refusals and the proof of a figure."""

import csv
import io
import json
from dataclasses import replace
from urllib.parse import quote

import geopandas as gpd
import pytest
from plotly.io.json import to_json_plotly
from python_calamine import CalamineWorkbook

from app import Settings, create_app
from callbacks.rows import table_of
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.proof import Reference, prove
from layouts.proof_view import proof_tree
from layouts.rows.grid import grid_data, shown_columns
from layouts.rows.tables import TABLES
from layouts.text import catalogue
from tests.wiring.test_gap_page import words_of

VIEWS = [
    "?",
    "?indicador=tasa_desocupacion&ambito=pais&espacio=demostracion",
    "?indicador=ipm&ambito=pais&idioma=en",
    "?tabla=serie&indicador=poblacion_migrante_venezolana&departamento=54",
    "?tabla=serie&indicador=ocupados_por_rama&sector=G&espacio=demostracion",
    "?tabla=ficha&municipio=54874",
    "?tabla=ficha&municipio=44430&espacio=demostracion",
    "?tabla=comparar&seleccion=54001,44430&espacio=demostracion",
    "?tabla=comparar&comparar=54,81001,44430",
    "?tabla=brechas&espacio=demostracion",
    "?espacio=demostracion&filtro=valor~min~100;departamento~de~La%2520Guajira&orden=-valor",
]


@pytest.fixture(scope="module")
def server(published, demonstration):
    shelf = OpenShelf({Workspace.PUBLISHED: published, Workspace.DEMO: demonstration})
    return create_app(Settings(), shelf).server.test_client()


def table(pages, query):
    return table_of(pages.desks.parse(query).selection, pages.desks)


def on_screen(made):
    """The cells that the grid shows, row by row, once filtered and sorted."""
    columns = shown_columns(made)
    return [{c.key: row.get(c.shown or c.key) for c in columns} for row in made.rows], [
        c.shown or c.key for c in columns
    ]


def as_text(cell):
    return "" if cell is None else str(cell)


@pytest.mark.parametrize("query", VIEWS)
def test_every_cell_of_the_grid_is_in_its_csv(pages, server, query):
    made = table(pages, query)
    cells, keys = on_screen(made)
    assert cells, "an empty table proves nothing"
    body = server.get(f"/datos/filas.csv{query}").get_data()
    read = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    assert len(read) == len(cells)
    for row, shown in zip(read, cells, strict=True):
        for key, cell in zip(keys, shown.values(), strict=True):
            if isinstance(cell, int | float):
                assert float(row[key]) == pytest.approx(cell, abs=1e-9), key
            else:
                assert row[key].removeprefix("'") == as_text(cell), key


@pytest.mark.parametrize("query", VIEWS[-2:])
def test_every_format_has_the_same_rows(pages, server, query, tmp_path):
    made = table(pages, query)
    codes = [row["territorio_codigo"] for row in made.rows]
    values = [row["valor"] for row in made.rows]
    read = json.loads(server.get(f"/datos/filas.json{query}").get_data())
    assert [(r["territorio_codigo"], r["valor"]) for r in read["rows"]] == [
        *zip(codes, values, strict=True)
    ]
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(server.get(f"/datos/filas.xlsx{query}").get_data())
    )
    head, *rows = book.get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == codes
    assert [row[head.index("valor")] for row in rows] == ["" if v is None else v for v in values]
    for form in ("gpkg", "parquet"):
        path = tmp_path / f"filas.{form}"
        path.write_bytes(server.get(f"/datos/filas.{form}{query}").get_data())
        shaped = gpd.read_parquet(path) if form == "parquet" else gpd.read_file(path)
        assert shaped["territorio_codigo"].tolist() == codes
        assert shaped.geometry.notna().any()


@pytest.mark.parametrize("query", ["comparar=54,81001,44430", "comparar=54,81001&sexo=mujeres",
                                   "seleccion=81001,44430"])  # fmt: skip
@pytest.mark.parametrize("space", ["", "&espacio=demostracion"])
def test_the_rows_of_a_comparison_are_the_figures_of_its_view(pages, query, space):
    """Of the very territories and in their order, those that stand in for another named as such."""
    made = table(pages, f"?tabla=comparar&{query}{space}")
    selection = pages.desks.parse(f"?{query}{space}").selection
    asked = replace(selection, comparar=selection.comparar or selection.seleccion)
    view = pages.comparison(asked)
    shown = {row.indicator.key: row for row in view.rows}
    assert {row["indicador_clave"] for row in made.rows} == set(shown)
    for start in range(0, len(made.rows), len(asked.comparar)):
        rows = made.rows[start : start + len(asked.comparar)]
        figures = shown[rows[0]["indicador_clave"]].figures
        for row, figure, code in zip(rows, figures, asked.comparar, strict=True):
            borrowed = figure is not None and figure.territory_code != code
            assert bool(row["referencia"]) == borrowed
            assert row["territorio_codigo"] == (figure.territory_code if borrowed else code)
            own = None if figure is None else figure.value
            assert row["valor_exacto"] == (None if own is None else pytest.approx(own))


def test_what_is_compared_comes_before_what_was_chosen_on_the_map(pages):
    made = table(pages, "?tabla=comparar&comparar=54,44&seleccion=81001&municipio=44430")
    assert made.asked.chosen == ("54", "44")
    assert table(pages, "?tabla=comparar&municipio=44430").asked.chosen == ("44430",)


@pytest.mark.parametrize(
    ("query", "name", "value"),
    [
        ("comparar=54,44&seleccion=81001", "comparar", "54,44"),
        ("seleccion=81001,44430", "seleccion", "81001,44430"),
    ],
)
def test_the_form_of_a_comparison_keeps_its_territories(pages, query, name, value):
    """And under one name only: the other would decide the next time."""
    page = to_json_plotly(pages.at("/datos", f"tabla=comparar&{query}"))
    fields = [one for one in inputs(json.loads(page)) if one["name"] in ("comparar", "seleccion")]
    assert [(one["name"], one["value"]) for one in fields] == [(name, value)]


def inputs(node):
    """Properties of all input elements with a name."""
    if isinstance(node, list):
        return [one for child in node for one in inputs(child)]
    if not isinstance(node, dict):
        return []
    own = [node["props"]] if node.get("type") == "input" and "name" in node["props"] else []
    return own + [one for child in node.values() for one in inputs(child)]


def test_a_filter_of_the_address_is_the_filter_of_the_file(pages):
    made = table(pages, VIEWS[-1])
    assert 0 < len(made.rows) < len(made.whole)
    assert {row["departamento"] for row in made.rows} == {"La Guajira"}
    values = [row["valor"] for row in made.rows]
    assert min(values) >= 100
    assert values == sorted(values, reverse=True)
    assert dict(made.notes())["Filtros"].endswith(
        "Valor como mínimo 100; Departamento es una de: La Guajira"
    )


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("name", TABLES)
def test_no_table_says_nan_or_none(pages, name, language):
    query = f"?tabla={name}&municipio=54874&seleccion=54874&idioma={language}"
    told = json.dumps(grid_data(table(pages, query)), ensure_ascii=False)
    for banned in ("NaN", "None", "nan,", "N/A", "Traceback"):
        assert banned not in told


def test_invented_figures_say_so_in_every_file(server):
    query = "?espacio=demostracion&departamento=81"
    for form in ("csv", "json"):
        body = server.get(f"/datos/filas.{form}{query}").get_data(as_text=True)
        assert "cifras sintéticas, no citar" in body
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(server.get(f"/datos/filas.xlsx{query}").get_data())
    )
    assert "cifras sintéticas" in book.get_sheet_by_name("notas").to_python()[0][0]
    shown = server.get("/datos/filas.csv?departamento=81").get_data(as_text=True)
    assert "sintéticas" not in shown


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        pytest.param("?indicador=nada", "indicador = «nada»", id="unknown word"),
        pytest.param("?filtro=valor~min~mucho", "filtro = «valor~min~mucho»", id="no filter"),
        pytest.param("?separador=tabulador", "separador = «tabulador»", id="no separator"),
        pytest.param("?x=" + "1" * 4100, "el límite es 4000 caracteres", id="long address"),
        pytest.param(
            "?tabla=serie&ambito=pais&indicador=poblacion&espacio=demostracion",
            None,
            id="many rows",
        ),
    ],
)
def test_a_question_that_has_no_file_gets_a_sentence(server, query, sentence, monkeypatch):
    monkeypatch.setattr("callbacks.downloads.MOST_ROWS", 1000)
    answer = server.get(f"/datos/filas.csv{query}")
    assert answer.status_code == 400
    told = answer.get_data(as_text=True)
    assert (sentence or "el límite es 20.000") in told


def test_an_unknown_format_is_not_found(server):
    assert server.get("/datos/filas.exe").status_code == 404


def test_only_datos_has_the_scripts_of_the_grid(server):
    def scripts(path):
        page = server.get(path).get_data(as_text=True)
        return [
            line for line in page.splitlines() if "<script" in line and "/dash_ag_grid/" in line
        ]

    assert len(scripts("/datos")) == 1
    for path in ("/", "/brechas", "/metodologia", "/municipio/54001"):
        assert scripts(path) == []


def proof(server, name, query=""):
    answer = server.get(f"/datos/cifra.json?cifra={quote(name)}{query}")
    return answer.status_code, answer.get_data(as_text=True)


def test_every_row_of_the_map_leads_to_its_proof(pages, server, published):
    row = next(r for r in table(pages, "?").rows if r["valor"] is not None)
    status, told = proof(server, row["cifra"])
    assert status == 200
    for words in (row["territorio"], row["valor_mostrado"], row["licencia"], row["corte"]):
        assert json.dumps(words, ensure_ascii=False)[1:-1] in told
    assert published.sources.loc[row["fuente_clave"], "publisher"] in told


@pytest.mark.parametrize("key", ["migrantes_por_mil", "tasa_desocupacion", "afiliacion_salud"])
def test_a_proof_has_the_value_of_its_row_and_what_it_was_made_from(pages, key):
    made = table(pages, f"?indicador={key}&espacio=demostracion")
    engine = made.asked.view.engine
    for row in [r for r in made.rows if r["valor"] is not None][:20]:
        found = prove(engine, pages.desks.indicators[key], Reference.read(row["cifra"]))
        assert found.in_use
        assert found.value == pytest.approx(row["valor_exacto"])
        assert set(found.others) <= {need.key for need in found.indicator.needs[1:]}
        if len(found.indicator.needs) == 2:
            (under,) = found.others.values()
            assert under["value"] == row["denominador"]


@pytest.mark.parametrize(
    "name",
    ["", "x", "nada:54001:2025:total.total.total", "migrantes_por_mil:99999:2025:total.total.total",
     "migrantes_por_mil:54001:siempre:total.total.total",
     "migrantes_por_mil:54001:1901:total.migrante_venezolana.total"],
)  # fmt: skip
def test_a_figure_that_is_not_there_gets_a_sentence(server, name):
    status, told = proof(server, name)
    assert status == 404
    assert "no tiene la cifra" in told


def test_a_proof_of_the_demonstration_says_that_it_is_invented(pages, server):
    row = next(r for r in table(pages, "?espacio=demostracion").rows if r["cifra"])
    _, told = proof(server, row["cifra"], "&espacio=demostracion")
    assert "cifras sintéticas" in told


def test_the_proof_of_a_suppressed_figure_has_no_number(pages):
    suppressed = next(
        (key, row)
        for key in pages.desks.indicators
        for row in table(pages, f"?indicador={key}&espacio=demostracion").rows
        if row["estado_clave"] == "suprimido"
    )
    key, row = suppressed
    engine = table(pages, "?espacio=demostracion").asked.view.engine
    found = prove(engine, pages.desks.indicators[key], Reference.read(row["cifra"]))
    assert found.value is None
    told = " ".join(words_of(proof_tree(found, engine, catalogue("es"), demo=True)))
    assert "suprimido" in told
    assert (row["valor"], row["valor_exacto"], row["numerador"]) == (None, None, None)


def test_a_reference_survives_the_address():
    name = "migrantes_por_mil:54874:2025-05/2025-07:mujeres.migrante_venezolana.G"
    assert Reference.read(name).written() == name
