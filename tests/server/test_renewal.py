"""A release with other data: what people imported stays, whatever the release changes."""

import shutil

import pandas as pd
import pytest

from geodata.errors import DataUnavailableError
from geodata.history import collect
from geodata.imports.context import context_of
from geodata.imports.pipeline import ImportOptions, publish_staged
from geodata.imports.staging import stage_file
from geodata.publish import prepare_published
from geodata.renewal import inherited
from geodata.snapshot import Manifest, Reason, Workspace, current_folder
from geodata.store import Store
from tests.server.conftest import ROOT

PUBLISHED = Workspace.PUBLISHED
KEY = "poblacion_migrante_venezolana"
IMPORTED = "codigo;indicador;periodo;valor;fuente\n44430;" + KEY + ";2025;85001;fucai_2024\n"
REASON = Reason("Registro de 2025", "Alcaldía de Maicao")


@pytest.fixture
def release(tmp_path):
    """A workspace with an import, and the data folder that a release may change."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    var = tmp_path / "var"
    prepare_published(var, data)
    file = tmp_path / "maicao.csv"
    file.write_text(IMPORTED, encoding="utf-8")
    publish_staged(var, *_staged(var, file), REASON, accept_warnings=True)
    return var, data


def _staged(var, file):
    store = Store.open(var, PUBLISHED)
    context = context_of(store, pd.Timestamp("2026-11-20").date())
    return store, stage_file(file, "observaciones", ImportOptions(), context, store)


def edit(data, change):
    path = data / "observations.csv"
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    change(table).to_csv(path, index=False)


def values(var, code, period):
    rows = Store.open(var, PUBLISHED).observations(KEY)
    here = rows[(rows["territory_code"] == code) & (rows["period"] == period)]
    return here["value"].tolist()


@pytest.mark.parametrize("spoiled", ["pointer", "no pointer", "manifest"])
def test_a_damaged_pointer_never_makes_room_for_the_defaults(release, spoiled):
    """Serving the defaults in silence would hide what was imported behind older figures."""
    var, data = release
    pointer = var / PUBLISHED / "CURRENT"
    if spoiled == "pointer":
        pointer.write_bytes(b"\xff\x00rubbish")
    elif spoiled == "no pointer":
        pointer.unlink()
    else:
        (current_folder(var, PUBLISHED) / "manifest.json").write_text("{", encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in (var / PUBLISHED).rglob("*")}
    with pytest.raises(DataUnavailableError, match="rollback"):
        prepare_published(var, data)
    assert {path: path.stat().st_mtime_ns for path in (var / PUBLISHED).rglob("*")} == before


def test_an_import_survives_a_release_that_changes_other_figures(release):
    var, data = release
    before = current_folder(var, PUBLISHED).name
    edit(data, lambda table: table[table["indicator"] != "ipm"])
    renewed = prepare_published(var, data)
    assert renewed.parent == before
    assert [record.file for record in renewed.imports] == ["maicao.csv"]
    assert 85001 in values(var, "44430", "2025")
    assert Store.open(var, PUBLISHED).observations("ipm").empty, "the release is there too"
    assert prepare_published(var, data).id == renewed.id, "once is enough"


def test_it_survives_a_second_release_and_a_collection_in_between(release):
    var, data = release
    edit(data, lambda table: table[table["indicator"] != "ipm"])
    prepare_published(var, data)
    collect(var, PUBLISHED, keep=1)
    edit(data, lambda table: table[table["indicator"] != "nbi"])
    prepare_published(var, data)
    assert 85001 in values(var, "44430", "2025")
    assert Store.open(var, PUBLISHED).observations("nbi").empty


def test_without_the_old_defaults_nothing_is_replaced(release, caplog):
    var, data = release
    served = Manifest.read(current_folder(var, PUBLISHED))
    for folder in (var / PUBLISHED).glob("*/"):
        if folder.name not in (served.id, "PINNED"):
            shutil.rmtree(folder)
    edit(data, lambda table: table[table["indicator"] != "ipm"])
    assert prepare_published(var, data).id == served.id
    assert "defaults under the imports" in caplog.text


def table(drawn):
    """``a=1 b=2`` as a table of two rows."""
    rows = [word.split("=") for word in drawn.split()]
    return pd.DataFrame({"key": [key for key, _ in rows], "value": [int(v) for _, v in rows]})


@pytest.mark.parametrize(
    ("base", "ours", "fresh", "expected"),
    [
        ("a=1", "a=1", "a=2", "a=2"),
        ("a=1", "a=5", "a=2", "a=5"),
        ("a=1", "a=1 b=7", "a=2", "a=2 b=7"),
        ("a=1 b=2", "a=1", "a=1 b=2 c=3", "a=1 c=3"),
        ("a=1 b=2", "a=1 b=2", "b=2", "b=2"),
        ("a=1 b=2", "a=1 b=9", "a=1", "a=1 b=9"),
        ("a=1 a=2", "a=1 a=2 a=3", "a=1 a=2", "a=1 a=2 a=3"),
    ],
    ids=["release", "both", "added", "removed", "dropped", "kept-though-dropped", "repeated"],
)
def test_rows_of_a_three_way_merge(base, ours, fresh, expected):
    found = inherited(table(base), table(ours), table(fresh), ("key",))
    shown = zip(found["key"], found["value"], strict=True)
    assert " ".join(f"{key}={value}" for key, value in shown) == expected
