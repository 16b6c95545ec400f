"""The table of a map is what the map shows: a missing figure is empty and its state says why."""

import csv
import io

import pytest

from app import Settings, create_app
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace


@pytest.fixture(scope="module")
def client(published, demonstration):
    stores = {Workspace.PUBLISHED: published, Workspace.DEMO: demonstration}
    return create_app(Settings(), OpenShelf(stores)).server.test_client()


def rows(client, query):
    answer = client.get(f"/mapa.csv?{query}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))


def test_every_municipality_of_the_scope_has_a_row(client):
    table = rows(client, "espacio=demostracion&ambito=pais&indicador=tasa_desocupacion")
    assert len(table) == len({row["codigo"] for row in table}) > 1100
    assert all(row["fuentes"] and row["corte"] and row["unidad"] for row in table)


def test_a_missing_figure_is_empty_and_says_why(client):
    table = rows(client, "espacio=demostracion&ambito=pais&indicador=vacantes")
    without = [row for row in table if row["estado"] in {"sin_dato", "suprimido", "no_aplica"}]
    assert without
    assert {row["valor"] for row in without} == {""}
    assert all(row["valor"] for row in table if row["estado"] == "valor")


def test_an_earlier_figure_is_of_its_own_year(client):
    table = rows(client, "espacio=demostracion&indicador=migrantes_por_mil")
    earlier = {row["periodo"] for row in table if row["estado"] == "dato_anterior"}
    newest = {row["periodo"] for row in table if row["estado"] == "valor"}
    assert len(newest) == 1
    assert earlier
    assert not earlier & newest


def test_a_year_without_figures_has_no_rows(client):
    assert rows(client, "indicador=poblacion&periodo=1990") == []
