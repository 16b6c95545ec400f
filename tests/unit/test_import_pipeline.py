"""From a file to a snapshot: what changes is shown first, and what is published is exactly that."""

import io
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from geodata.errors import UserFacingError
from geodata.imports.checking import locked
from geodata.imports.context import Limits, context_of
from geodata.imports.kinds import KINDS
from geodata.imports.pipeline import (
    ImportOptions,
    NotPublishableError,
    kind_of,
    preview,
    publish_staged,
    stage_table,
)
from geodata.imports.sentences import SENTENCES
from geodata.imports.shape import MappingError
from geodata.publish import prepare_published
from geodata.reading.raw import RawTable, ReadOptions
from geodata.snapshot import Reason, SnapshotMovedError, Workspace
from geodata.store import Store

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 20)
WHO = Reason("prueba", "alcaldía")
KEY = "poblacion_migrante_venezolana"
TABLES = {
    "observations": "observaciones",
    "places": "centros",
    "results": "resultados",
    "actors": "actores",
    "sources": "fuentes",
    "components": "componentes",
    "domains": "ambitos",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    var = tmp_path_factory.mktemp("imports")
    prepare_published(var, DATA)
    return var


@pytest.fixture
def store(root):
    return Store.open(root, Workspace.PUBLISHED)


@pytest.fixture
def fresh(tmp_path):
    """A workspace of its own, for tests that publish something new."""
    prepare_published(tmp_path, DATA)
    return tmp_path


def table(text, **given):
    cells = pd.read_csv(io.StringIO(text), dtype="str", keep_default_na=False)
    cells.index = pd.RangeIndex(2, len(cells) + 2)
    return RawTable(Path("cifras.csv"), cells, **({"encoding": "utf-8"} | given))


def staged(store, text, kind="observaciones", **options):
    context = context_of(store, TODAY)
    return stage_table(table(text), kind, ImportOptions(**options), context)


def figures(store, *rows):
    source = store.sources.index[0]
    header = "codigo,indicador,periodo,valor,fuente"
    return "\n".join([header, *(f"{row},{source}" for row in rows)])


@pytest.mark.parametrize(("name", "kind"), TABLES.items())
def test_a_table_that_is_exported_and_imported_gives_the_same_snapshot(root, store, name, kind):
    rows = pd.read_parquet(store.folder / f"{name}.parquet")
    text = rows.to_csv(index=False)
    result = staged(store, text, kind, read=ReadOptions(decimal="."))
    assert not result.counts["errors"], result.findings[:3]
    assert preview(result, store).counts == {"added": 0, "changed": 0, "removed": 0,
                                             "same": len(rows)}  # fmt: skip
    manifest = publish_staged(root, store, result, WHO, accept_warnings=True)
    assert manifest.id == store.snapshot_id


def test_new_changed_and_competing_figures_are_told_apart(store):
    rows = pd.read_parquet(store.folder / "observations.parquet")
    plain = rows[(rows["indicator"] == KEY) & (rows["sector"] == "total")].iloc[:1]
    changed = plain.assign(value=plain["value"] + 1)
    rival = plain.assign(source_id=store.sources.index[0])
    added = plain.assign(period="2019-01-02")
    text = pd.concat([changed, rival, added]).to_csv(index=False)
    found = preview(staged(store, text, read=ReadOptions(decimal=".")), store)
    assert found.counts == {"added": 2, "changed": 1, "removed": 0, "same": 0}
    assert found.competing == 1
    row = found.changes[found.changes["change"] == "changed"].iloc[0]
    assert (row["before"] + 1, row["columns"]) == (row["after"], "value")
    assert found.territories == (plain["territory_code"].iloc[0],)
    assert list(found.by_indicator.index) == [KEY]


def test_what_is_published_is_what_was_previewed_and_leads_back_to_its_file(fresh):
    store = Store.open(fresh, Workspace.PUBLISHED)
    result = staged(store, figures(store, f"54874,{KEY},2011,77", f"5001,{KEY},2011,<5"))
    manifest = publish_staged(fresh, store, result, WHO, accept_warnings=True)
    after = Store.open(fresh, Workspace.PUBLISHED)
    rows = after.observations(KEY)
    here = rows[rows["period"] == "2011"].sort_values("territory_code")
    assert list(here["territory_code"]) == ["05001", "54874"]
    assert list(here["quality"]) == ["suprimido", ""]
    assert here["value"].isna().tolist() == [True, False]
    assert set(here["unit"]) == {"persons"}
    (record,) = manifest.imports
    assert (record.file, record.kind, record.who) == ("cifras.csv", "observaciones", "alcaldía")
    assert record.mapping["codigo"] == "territory_code"
    assert (record.rows["read"], record.rows["added"]) == (2, 2)
    assert record.sources == (store.sources.index[0],)
    assert (manifest.parent, manifest.note) == (store.snapshot_id, "prueba")


def test_the_same_source_replaces_its_cell_and_no_other(fresh):
    store = Store.open(fresh, Workspace.PUBLISHED)
    first = staged(store, figures(store, f"54874,{KEY},2011,77"))
    publish_staged(fresh, store, first, WHO)
    again = Store.open(fresh, Workspace.PUBLISHED)
    second = staged(again, figures(again, f"54874,{KEY},2011,78"))
    publish_staged(fresh, again, second, WHO)
    last = Store.open(fresh, Workspace.PUBLISHED)
    rows = last.observations(KEY)
    assert rows.loc[rows["period"] == "2011", "value"].tolist() == [78.0]
    assert last.manifest.rows["observations"] == store.manifest.rows["observations"] + 1


def test_a_whole_source_drops_what_it_no_longer_says(store):
    rows = pd.read_parquet(store.folder / "observations.parquet")
    own = rows[rows["source_id"] == "IPM2025_GH"]
    kept = own.iloc[1:].to_csv(index=False)
    options = {"read": ReadOptions(decimal="."), "whole_source": True}
    found = preview(staged(store, kept, **options), store)
    assert found.counts == {"added": 0, "changed": 0, "removed": 1, "same": len(own) - 1}


def test_sums_of_population_follow_their_municipalities(fresh):
    store = Store.open(fresh, Workspace.PUBLISHED)
    rows = store.observations("poblacion")
    row = rows[(rows["territory_code"] == "54001") & (rows["period"] == "2024")]
    text = row.assign(value=row["value"] + 1000).to_csv(index=False)
    result = staged(store, text, read=ReadOptions(decimal="."))
    publish_staged(fresh, store, result, WHO, accept_warnings=True)
    after = Store.open(fresh, Workspace.PUBLISHED).observations("poblacion")
    for code in ("54", "00"):
        both = [
            frame[(frame["territory_code"] == code) & (frame["period"] == "2024")]["value"].item()
            for frame in (rows, after)
        ]
        assert both[1] - both[0] == 1000


def test_errors_and_unread_warnings_stop_a_publication(root, store):
    wrong = staged(store, figures(store, f"99999,{KEY},2011,77"))
    with pytest.raises(NotPublishableError, match="hay 1 errores"):
        publish_staged(root, store, wrong, WHO, accept_warnings=True)
    doubtful = staged(store, figures(store, f"5001,{KEY},2011,77"))
    with pytest.raises(NotPublishableError, match="hay 1 avisos"):
        publish_staged(root, store, doubtful, WHO)
    assert Store.open(root, Workspace.PUBLISHED).snapshot_id == store.snapshot_id


def test_of_two_who_publish_upon_the_same_snapshot_the_second_is_told(fresh):
    store = Store.open(fresh, Workspace.PUBLISHED)
    publish_staged(fresh, store, staged(store, figures(store, f"54874,{KEY},2011,1")), WHO)
    late = staged(store, figures(store, f"54874,{KEY},2011,2"))
    with pytest.raises(SnapshotMovedError):
        publish_staged(fresh, store, late, WHO)


def test_indicators_in_the_header_become_rows(store):
    source = store.sources.index[0]
    text = f"municipio,departamento,año,{KEY},ocupados\nVillanueva,Casanare,2015,10,"
    result = staged(store, text, constants={"source_id": source})
    assert [f.rule for f in result.findings] == ["nombre_por_codigo"]
    row = result.rows.iloc[0]
    assert (len(result.rows), row["territory_code"], row["indicator"]) == (1, "85440", KEY)
    assert result.melted == (KEY, "ocupados")


def test_columns_can_be_assigned_and_left_out(store):
    text = f"lugar,x1,nota,fecha,cosa,fuente\n54001,5,hola,2011,{KEY},{store.sources.index[0]}"
    mapping = {"lugar": "territory_code", "x1": "value", "cosa": "indicator", "nota": "-"}
    result = staged(store, text, mapping=mapping)
    assert result.columns["value"] == "x1"
    assert result.rows["note"].tolist() == [""]


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ({"azul": "value"}, "El archivo no tiene la columna «azul»"),
        ({"valor": "azul"}, "«azul» no es un campo de observaciones"),
    ],
)
def test_a_column_or_field_that_does_not_exist_is_named(store, mapping, sentence):
    with pytest.raises(MappingError, match=sentence):
        staged(store, figures(store, f"54001,{KEY},2011,1"), mapping=mapping)


def test_a_kind_that_does_not_exist_lists_those_that_do():
    with pytest.raises(UserFacingError, match="Use uno de estos: observaciones, centros"):
        kind_of("fotos")


def test_a_file_without_rows_is_an_error(store):
    result = staged(store, "codigo,indicador,periodo,valor,fuente\n")
    assert [f.rule for f in result.findings] == ["archivo_vacio"]


def test_personal_columns_are_refused(store):
    source = store.sources.index[0]
    text = f"codigo,indicador,valor,fuente,cedula,notas\n54001,{KEY},1,{source},1,ana@correo.co"
    rules = {finding.rule for finding in staged(store, text).findings}
    assert {"dato_personal_encabezado", "dato_personal_contenido"} <= rules


def test_numbers_that_a_workbook_keeps_as_numbers_are_never_ambiguous(store):
    text = figures(store, "54001,ipm,2011,1.234")
    raw = table(text, encoding="", typed=frozenset({"valor"}))
    result = stage_table(raw, "observaciones", ImportOptions(), context_of(store, TODAY))
    assert result.rows["value"].tolist() == [1.234]


def test_limits_of_the_registry_are_used_where_they_are_given(store):
    context = context_of(store, TODAY, {KEY: Limits("persons", 0, 10)})
    text = figures(store, f"54001,{KEY},2011,11")
    result = stage_table(table(text), "observaciones", ImportOptions(), context)
    assert [f.rule for f in result.findings] == ["fuera_de_rango"]


def test_a_centre_without_a_point_stands_at_the_seat_and_says_so(store):
    source = store.sources.index[0]
    header = "id,nombre,codigo,longitud,latitud,fuente"
    text = f'{header}\na,Uno,54001,,,{source}\nb,Dos,54001,"-72,5","7,9",{source}'
    rows = staged(store, text, "centros").rows
    assert rows["precision"].tolist() == ["seat", "address"]
    assert rows["lon"].iloc[0] == store.territories.loc["54001", "lon"]
    assert rows["lat"].iloc[1] == 7.9
    assert rows["kind"].tolist() == ["centro_integrate"] * 2


def test_the_database_of_the_rules_reads_no_file_and_changes_no_setting(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("a\n1\n", encoding="utf-8")
    with locked() as connection:
        for sql in (f"FROM read_csv('{file}')", f"COPY (SELECT 1) TO '{tmp_path}/b.csv'"):
            with pytest.raises(duckdb.PermissionException):
                connection.execute(sql)
        for sql in ("SET enable_external_access = true", "INSTALL httpfs", "SET threads = 8"):
            with pytest.raises(duckdb.Error):
                connection.execute(sql)


def test_the_guide_names_every_kind_and_every_rule():
    guide = (DATA.parent / "docs" / "importar.md").read_text(encoding="utf-8")
    for name in (*KINDS, *SENTENCES):
        assert f"`{name}`" in guide, name
