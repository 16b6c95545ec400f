"""Two snapshots compared: added, changed and removed rows, with their values."""

import pandas as pd
import pytest

from geodata.changes import MOST_ROWS, NAMES, changes, summary
from geodata.keys import KEYS
from geodata.schema import TABLES
from geodata.snapshot import Workspace, publish
from geodata.store import Store

SOURCES = pd.DataFrame({"source_id": ["DANE"], "licence": ["CC BY 4.0"]})


def figures(*rows):
    """Observations from ``(territory, indicator, value)``, or a mapping for other columns."""
    usual = {"period": "2024", "sex": "total", "sector": "total", "source_id": "DANE", "note": ""}
    names = ("territory_code", "indicator", "value")
    return pd.DataFrame(
        [usual | (r if isinstance(r, dict) else dict(zip(names, r, strict=True))) for r in rows]
    )


@pytest.fixture
def compared(tmp_path):
    """Publish two sets of tables and compare them."""

    def compare(before, after):
        stores = []
        for tables in (before, after):
            publish(tmp_path, Workspace.PUBLISHED, {"sources": SOURCES} | tables, {}, inputs="")
            stores.append(Store.open(tmp_path, Workspace.PUBLISHED))
        return changes(*stores)

    return compare


def observed(compared, before, after):
    return compared({"observations": before}, {"observations": after}).tables["observations"]


def test_every_table_has_a_key_of_its_own_columns_and_a_name():
    assert set(KEYS) == set(TABLES) == set(NAMES)
    for table, key in KEYS.items():
        assert set(key) <= {column.name for column in TABLES[table]}


def test_rows_are_added_changed_and_removed_with_their_values(compared):
    found = observed(
        compared,
        figures(("44430", "a", 1.0), ("54001", "a", 2.0), ("81001", "b", 3.0), ("05001", "c", 9.0)),
        figures(("44430", "a", 1.5), ("54001", "a", 2.0), ("08001", "b", 4.0), ("05001", "c", 9.0)),
    )
    assert found.counts.values.tolist() == [["a", 0, 1, 0], ["b", 1, 0, 1]]
    cell = found.changed.iloc[0]
    assert found.changed.shape[0] == 1
    assert (cell["territory_code"], cell["indicator"], cell["column"]) == ("44430", "a", "value")
    assert (cell["before"], cell["after"]) == ("1.0", "1.5")
    assert found.added[["territory_code", "value"]].values.tolist() == [["08001", 4.0]]
    assert found.removed[["territory_code", "value"]].values.tolist() == [["81001", 3.0]]


def test_each_changed_cell_is_one_row_and_each_changed_row_counts_once(compared):
    old = figures({"territory_code": "44430", "indicator": "a", "value": 1.0, "note": "x"})
    found = observed(compared, old, old.assign(value=[float("nan")], note=["y"]))
    assert found.total("changed") == 1
    assert found.changed[["column", "before", "after"]].values.tolist() == [
        ["note", "x", "y"],
        ["value", "1.0", ""],
    ]


def test_the_same_figure_of_another_source_is_another_row(compared):
    old = figures(("44430", "a", 1.0))
    found = observed(compared, old, old.assign(source_id="OTHER"))
    assert [found.total(what) for what in ("added", "changed", "removed")] == [1, 0, 1]


def test_order_types_and_ways_of_being_empty_are_no_change(compared):
    old = figures(("44430", "a", 1.0), ("54001", "a", 2.0)).assign(margin="")
    new = old.iloc[::-1].assign(margin=None, sex=lambda t: t["sex"].astype("category"))
    assert compared({"observations": old}, {"observations": new}).tables == {}
    whole = new.assign(value=new["value"].astype(int))
    assert compared({"observations": old}, {"observations": whole}).tables == {}


def test_a_duplicate_that_goes_is_one_row_removed(compared):
    one = figures(("44430", "a", 1.0))
    found = observed(compared, pd.concat([one] * 3), one)
    assert found.counts.values.tolist() == [["a", 0, 0, 2]]
    back = observed(compared, one, pd.concat([one, one.assign(value=2.0)]))
    assert back.counts.values.tolist() == [["a", 1, 0, 0]]


def test_a_new_column_is_a_change_of_the_rows_that_fill_it(compared):
    old = figures(("44430", "a", 1.0), ("54001", "a", 2.0))
    found = observed(compared, old, old.assign(unit=["persons", ""]))
    assert found.changed[["territory_code", "column", "before", "after"]].values.tolist() == [
        ["44430", "unit", "", "persons"]
    ]


def test_a_table_that_appears_is_added(compared):
    places = pd.DataFrame({"id": ["1"], "name": ["Centro"], "territory_code": ["44430"]})
    found = compared({}, {"places": places})
    assert found.tables["places"].total("added") == 1
    assert found.tables["places"].counts["indicator"].tolist() == [""]
    assert compared({"places": places}, {}).tables["places"].total("removed") == 1


def test_a_moved_boundary_is_a_changed_cell(compared, published):
    old = pd.read_parquet(published.folder / "territories.parquet").head(3)
    new = old.assign(geometry=[old["geometry"].iloc[1], *old["geometry"].iloc[1:]])
    found = compared({"territories": old}, {"territories": new}).tables["territories"]
    assert found.changed[["territory_code", "column"]].values.tolist() == [
        [old["territory_code"].iloc[0], "geometry"]
    ]


def test_counts_are_whole_when_rows_are_not(compared):
    many = MOST_ROWS + 5
    old = figures(*((f"{n:05}", "a", 1.0) for n in range(many)))
    found = observed(compared, old, old.assign(value=2.0))
    assert (found.total("changed"), len(found.changed)) == (many, MOST_ROWS)
    assert found.changed["territory_code"].iloc[0] == "00000"


def test_a_table_of_keys_alone_only_gains_and_loses(compared):
    key = dict.fromkeys(KEYS["actors"], "x")
    two = pd.DataFrame([key, key | {"axis": "y"}])
    found = compared({"actors": two.head(1)}, {"actors": two}).tables["actors"]
    assert found.counts.values.tolist() == [["", 1, 0, 0]]
    assert found.changed.empty


def test_the_summary_counts_in_spanish(compared):
    old = figures(*((f"{n:05}", "a", 1.0) for n in range(1200)))
    new = pd.concat([old.head(1).assign(value=3.0), figures(("44430", "b", 1.0))])
    said = summary(compared({"observations": old}, {"observations": new}))
    expected = "Observaciones: 1 fila nueva, 1 cambiada, 1.199 retiradas, en 2 indicadores."
    assert said.splitlines()[1] == expected


def test_a_snapshot_does_not_differ_from_itself(published):
    found = changes(published, published)
    assert found.tables == {}
    assert "tienen las mismas filas" in summary(found)
