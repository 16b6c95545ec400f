"""Snapshots on a real disk: whole or not there, whoever is killed and whoever comes second."""

import json
import os
import time
from pathlib import Path

import pytest

from geodata.checksum import fingerprint
from geodata.errors import DataUnavailableError
from geodata.schema import TABLES
from geodata.snapshot import (
    CURRENT,
    LEFTOVER_AGE_SECONDS,
    MANIFEST,
    Manifest,
    Workspace,
    WorkspaceMixError,
    current_folder,
    publish,
    verify,
)
from geodata.store import Store

ROOT = Path(__file__).parents[2]
REMEDY = "Vuelva a una edición sana"


def without_first(tables, rows=1):
    return tables | {"observations": tables["observations"].iloc[rows:]}


def test_a_snapshot_holds_every_table_and_says_what_it_holds(served, small):
    root, folder = served
    manifest = verify(folder)
    assert set(manifest.files) == {f"{name}.parquet" for name in TABLES}
    assert manifest.rows == {name: len(table) for name, table in small.items()}
    assert (manifest.id, manifest.parent, manifest.inputs) == (folder.name, "", "first")
    assert manifest == Manifest.read(folder)
    assert sorted(p.name for p in folder.parent.iterdir()) == sorted([CURRENT, folder.name])
    assert current_folder(root, Workspace.PUBLISHED) == folder


def test_the_same_content_twice_is_one_snapshot(served, small):
    root, folder = served
    again = publish(root, Workspace.PUBLISHED, small, {}, inputs="first")
    assert again == Manifest.read(folder)
    assert [p for p in folder.parent.iterdir() if p.is_dir()] == [folder]


def test_other_content_is_another_snapshot_and_the_old_one_stays(served, small):
    root, folder = served
    second = publish(root, Workspace.PUBLISHED, without_first(small), {}, inputs="second")
    assert (second.id != folder.name, second.parent) == (True, folder.name)
    assert current_folder(root, Workspace.PUBLISHED).name == second.id
    assert verify(folder).id == folder.name


def test_files_are_carried_along(tmp_path, small):
    extra = tmp_path / "note.txt"
    extra.write_text("hola")
    manifest = publish(tmp_path, Workspace.PUBLISHED, small, {"note.txt": extra}, inputs="x")
    folder = tmp_path / Workspace.PUBLISHED / manifest.id
    assert (folder / "note.txt").read_text() == "hola"
    assert "note.txt" in manifest.files


def test_nothing_published_yet_says_what_to_run(tmp_path):
    with pytest.raises(DataUnavailableError, match=r"No hay datos .*publicado.*`make run`"):
        Store.open(tmp_path, Workspace.PUBLISHED)


@pytest.mark.parametrize("name", [f"{name}.parquet" for name in TABLES])
def test_a_missing_file_is_named_with_its_remedy(served, name):
    root, folder = served
    (folder / name).unlink()
    with pytest.raises(DataUnavailableError, match=f"Falta el archivo .*{name}. {REMEDY}"):
        Store.open(root, Workspace.PUBLISHED)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda b: b[:-1], id="cut-short"),
        pytest.param(lambda b: b[:200] + bytes([b[200] ^ 1]) + b[201:], id="one-bit"),
        pytest.param(lambda b: b"", id="empty"),
        pytest.param(lambda b: b + b"\n", id="edited"),
    ],
)
def test_a_changed_file_is_named_with_its_remedy(served, spoil):
    root, folder = served
    path = folder / "observations.parquet"
    path.write_bytes(spoil(path.read_bytes()))
    sentence = rf"observations\.parquet está dañado o fue modificado\. {REMEDY}"
    with pytest.raises(DataUnavailableError, match=sentence):
        Store.open(root, Workspace.PUBLISHED)


def test_a_folder_in_the_place_of_a_file_is_named(served):
    root, folder = served
    (folder / "places.parquet").unlink()
    (folder / "places.parquet").mkdir()
    with pytest.raises(
        DataUnavailableError, match=rf"No se puede leer .*places\.parquet. {REMEDY}"
    ):
        Store.open(root, Workspace.PUBLISHED)


def edited(**changes):
    return lambda text: json.dumps(json.loads(text) | changes)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda _: "", id="empty"),
        pytest.param(lambda _: "null", id="null"),
        pytest.param(lambda _: "[1, 2]", id="a-list"),
        pytest.param(lambda text: text[: len(text) // 2], id="cut-short"),
        pytest.param(edited(format=1), id="an-older-format"),
        pytest.param(edited(workspace="otro"), id="unknown-workspace"),
        pytest.param(edited(files="none"), id="files-that-are-no-list"),
        pytest.param(edited(surprise=1), id="an-unknown-field"),
        pytest.param(lambda text: text.replace('"id"', '"ident"'), id="a-field-less"),
    ],
)
def test_a_broken_manifest_is_named_with_its_remedy(served, spoil):
    root, folder = served
    path = folder / MANIFEST
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(
        DataUnavailableError, match=rf"No se puede leer .*manifest\.json\. {REMEDY}"
    ):
        Store.open(root, Workspace.PUBLISHED)


@pytest.mark.parametrize("changes", [{"files": {}}, {"id": "0" * 12}], ids=["files", "id"])
def test_a_manifest_that_was_edited_is_found_out(served, changes):
    root, folder = served
    path = folder / MANIFEST
    path.write_text(edited(**changes)(path.read_text()))
    with pytest.raises(DataUnavailableError, match=rf"manifest\.json fue modificado\. {REMEDY}"):
        Store.open(root, Workspace.PUBLISHED)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "CURRENT no nombra ninguna", id="empty"),
        pytest.param(b"../demostracion/x", "CURRENT no nombra ninguna", id="a-path"),
        pytest.param(b"\xff\xfe", "No se puede leer .*CURRENT", id="no-text"),
        pytest.param(b"0123456789ab", r"No se puede leer .*0123456789ab.manifest\.json", id="gone"),
    ],
)
def test_a_broken_pointer_is_named_with_its_remedy(served, small, content, sentence):
    root, folder = served
    (folder.parent / CURRENT).write_bytes(content)
    with pytest.raises(DataUnavailableError, match=f"{sentence}.*{REMEDY}"):
        Store.open(root, Workspace.PUBLISHED)
    assert publish(root, Workspace.PUBLISHED, small, {}, inputs="first").id == folder.name
    assert Store.open(root, Workspace.PUBLISHED).snapshot_id == folder.name


def test_a_damaged_snapshot_is_mended_by_publishing_it_again(served, small):
    root, folder = served
    (folder / "actors.parquet").write_bytes(b"")
    publish(root, Workspace.PUBLISHED, small, {}, inputs="first")
    assert Store.open(root, Workspace.PUBLISHED).snapshot_id == folder.name
    assert sorted(p.name for p in folder.parent.iterdir()) == sorted([CURRENT, folder.name])


def test_equal_content_from_other_inputs_is_noted(served, small):
    root, folder = served
    assert publish(root, Workspace.PUBLISHED, small, {}, inputs="second").inputs == "second"
    assert verify(folder).inputs == "second"


def test_leftovers_are_ignored_and_removed_after_a_day(served, small):
    root, folder = served
    names = [".staging-old", ".staging-new", ".CURRENT-old", ".CURRENT-new"]
    for name in names:
        path = folder.parent / name
        path.mkdir() if "staging" in name else path.write_text("half")
        if name.endswith("old"):
            long_ago = time.time() - LEFTOVER_AGE_SECONDS - 60
            os.utime(path, (long_ago, long_ago))
    assert Store.open(root, Workspace.PUBLISHED).snapshot_id == folder.name
    publish(root, Workspace.PUBLISHED, small, {}, inputs="first")
    left = {p.name for p in folder.parent.iterdir()} - {CURRENT, folder.name}
    assert left == {".staging-new", ".CURRENT-new"}


def test_a_publisher_that_fails_leaves_nothing_behind(served, small):
    root, folder = served
    broken = small | {"observations": small["observations"].drop(columns="sector")}
    with pytest.raises(KeyError, match="sector"):
        publish(root, Workspace.PUBLISHED, broken, {}, inputs="broken")
    assert sorted(p.name for p in folder.parent.iterdir()) == sorted([CURRENT, folder.name])


@pytest.mark.parametrize(
    ("workspace", "licence", "sentence"),
    [
        pytest.param(Workspace.PUBLISHED, "sintético", "no pueden publicarse", id="published"),
        pytest.param(Workspace.DEMO, "CC BY 4.0", "solo admite cifras sintéticas", id="demo"),
    ],
)
def test_synthetic_and_published_figures_never_meet(tmp_path, small, workspace, licence, sentence):
    mixed = small | {"sources": small["sources"].assign(licence=licence)}
    with pytest.raises(WorkspaceMixError, match=sentence):
        publish(tmp_path, workspace, mixed, {}, inputs="x")
    assert not (tmp_path / workspace).exists()


def test_a_fingerprint_depends_on_content_and_name_and_not_on_place_or_order(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a").write_text("1")
        (tmp_path / folder / "b").write_text("2")
    one, two = ([tmp_path / folder / name for name in "ab"] for folder in ("one", "two"))
    assert fingerprint(one) == fingerprint(two[::-1])
    two[0].write_text("2")
    two[1].write_text("1")
    assert fingerprint(one) != fingerprint(two)
