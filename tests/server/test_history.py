"""Going back in time: list, open, roll back, pin, collect, and who came second."""

import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from geodata.__main__ import main
from geodata.durable import DRAFT
from geodata.errors import DataUnavailableError
from geodata.history import (
    HistoryError,
    collect,
    inspect,
    open_store,
    pin,
    pinned,
    rollback,
    snapshots,
    unpin,
)
from geodata.lock import LockError, exclusive
from geodata.schema import OBSERVATIONS
from geodata.snapshot import (
    MANIFEST,
    Manifest,
    Provenance,
    Reason,
    SnapshotMovedError,
    Workspace,
    current_folder,
    publish,
    verify,
)
from geodata.store import Store

ROOT = Path(__file__).parents[2]
PUBLISHED = Workspace.PUBLISHED


def tables(edition):
    """Two small tables whose figure names the edition."""
    cells = {column.name: "" for column in OBSERVATIONS if column.kind == "text"}
    cells |= {"territory_code": "44430", "indicator": "poblacion", "source_id": "DANE"}
    figures = pd.DataFrame([cells | {"sector": "total", "value": float(edition)}])
    sources = pd.DataFrame({"source_id": ["DANE"], "licence": ["CC BY 4.0"]})
    return {"observations": figures, "sources": sources}


def put(root, edition, **options):
    return publish(root, PUBLISHED, tables(edition), {}, inputs=str(edition), **options)


@pytest.fixture
def editions(tmp_path):
    """Ids of four snapshots, oldest first; the last is current."""
    return [put(tmp_path, number).id for number in range(4)]


def imported(name, sources=("DANE",)):
    counts = {"read": 10, "added": 1}
    when = "2026-01-02T03:04:05+00:00"
    return Provenance(
        name, "0" * 64, "observaciones", {"Municipio": "name"}, counts, "Ana", when, sources
    )


def names(home):
    return {path.name for path in home.iterdir()}


def test_a_snapshot_says_who_published_it_why_and_from_which_files(tmp_path):
    reason = Reason("corrige Maicao", "Alcaldía de Maicao", (imported("a.xlsx"),))
    put(tmp_path, 1, reason=reason)
    read = Manifest.read(current_folder(tmp_path, PUBLISHED))
    assert (read.note, read.author, read.imports) == (
        "corrige Maicao",
        reason.author,
        reason.imports,
    )
    assert read.sources == {"CC BY 4.0": 1}


def test_imports_are_carried_forward_while_their_sources_remain(tmp_path):
    for number, sources in ((1, ("DANE",)), (2, ("OTHER",)), (3, ())):
        put(tmp_path, number, reason=Reason(imports=(imported(f"{number}.csv", sources),)))
    put(tmp_path, 4)
    read = Manifest.read(current_folder(tmp_path, PUBLISHED))
    assert [record.file for record in read.imports] == ["1.csv", "3.csv"]
    assert read.note == ""


def test_equal_content_from_another_file_changes_nothing_of_a_snapshot(tmp_path):
    """What was said when it was published stays: a snapshot never changes."""
    put(tmp_path, 1, reason=Reason(imports=(imported("a.csv"),)))
    manifest = (current_folder(tmp_path, PUBLISHED) / "manifest.json").read_bytes()
    put(tmp_path, 1, reason=Reason("otra nota", imports=(imported("b.csv"),)))
    read = verify(current_folder(tmp_path, PUBLISHED))
    assert [record.file for record in read.imports] == ["a.csv"]
    assert (current_folder(tmp_path, PUBLISHED) / "manifest.json").read_bytes() == manifest


def test_a_manifest_without_the_later_fields_is_still_read(tmp_path, editions):
    path = tmp_path / PUBLISHED / editions[0] / MANIFEST
    fields = json.loads(path.read_text(encoding="utf-8"))
    for name in ("note", "imports", "sources"):
        del fields[name]
    path.write_text(json.dumps(fields), encoding="utf-8")
    read = verify(path.parent)
    assert (read.note, read.imports, read.sources) == ("", (), {})


def test_snapshots_are_listed_newest_first_with_their_parents(tmp_path, editions):
    listed = snapshots(tmp_path / PUBLISHED)
    assert [manifest.id for manifest in listed] == editions[::-1]
    assert [manifest.parent for manifest in listed] == [*editions[2::-1], ""]


def test_a_snapshot_is_never_its_own_parent(tmp_path, editions):
    (current_folder(tmp_path, PUBLISHED) / "sources.parquet").write_bytes(b"")
    assert put(tmp_path, 3).parent == editions[2]


@pytest.mark.parametrize("length", [6, 9, 12])
def test_an_older_snapshot_opens_by_id_or_prefix(tmp_path, editions, length):
    store = open_store(tmp_path, PUBLISHED, editions[1][:length])
    assert store.snapshot_id == editions[1]
    assert store.observations("poblacion")["value"].tolist() == [1.0]
    assert open_store(tmp_path, PUBLISHED).snapshot_id == editions[3]


@pytest.mark.parametrize("name", ["000000", "abc", "../x", "*", "[0-9]*", "ZZZZZZ"])
def test_an_unknown_snapshot_is_answered_with_those_that_exist(tmp_path, editions, name):
    with pytest.raises(DataUnavailableError, match="Use al menos seis caracteres") as caught:
        open_store(tmp_path, PUBLISHED, name)
    assert all(known in str(caught.value) for known in editions)


def test_a_prefix_of_two_snapshots_names_both(tmp_path, editions):
    home = tmp_path / PUBLISHED
    twin = editions[0][:6] + "".join("0" if c != "0" else "1" for c in editions[0][6:])
    (home / twin).mkdir()
    with pytest.raises(DataUnavailableError, match="nombra más de una edición"):
        Store.open(tmp_path, PUBLISHED, editions[0][:6])


def test_rolling_back_serves_the_older_one_and_removes_nothing(tmp_path, editions):
    assert rollback(tmp_path, PUBLISHED, editions[1][:6]).id == editions[1]
    assert Store.open(tmp_path, PUBLISHED).snapshot_id == editions[1]
    assert {m.id for m in snapshots(tmp_path / PUBLISHED)} == set(editions)
    assert put(tmp_path, 9).parent == editions[1]


def test_a_damaged_snapshot_is_not_rolled_back_to(tmp_path, editions):
    (tmp_path / PUBLISHED / editions[0] / "sources.parquet").write_bytes(b"")
    with pytest.raises(DataUnavailableError, match="está dañado o fue modificado"):
        rollback(tmp_path, PUBLISHED, editions[0])
    with pytest.raises(DataUnavailableError, match="No existe la edición"):
        rollback(tmp_path, PUBLISHED, "")
    assert current_folder(tmp_path, PUBLISHED).name == editions[3]


def test_collecting_spares_the_current_the_pinned_and_the_newest(tmp_path, editions):
    rollback(tmp_path, PUBLISHED, editions[0])
    assert pin(tmp_path, PUBLISHED, editions[1][:6]) == editions[1]
    assert collect(tmp_path, PUBLISHED, keep=1) == [editions[2]]
    assert {m.id for m in snapshots(tmp_path / PUBLISHED)} == set(editions) - {editions[2]}
    unpin(tmp_path, PUBLISHED, editions[1])
    assert pinned(tmp_path / PUBLISHED) == frozenset()
    assert collect(tmp_path, PUBLISHED, keep=1) == [editions[1]]
    assert names(tmp_path / PUBLISHED) == {
        *("CURRENT", "CHOSEN", "PINNED"),
        *(editions[0], editions[3]),
    }


def test_what_somebody_reads_or_writes_is_not_collected(tmp_path, editions):
    home = tmp_path / PUBLISHED
    reader = Store.open(tmp_path, PUBLISHED, editions[0])
    (home / ".staging-new").mkdir()
    assert set(collect(tmp_path, PUBLISHED, keep=1)) == {editions[1], editions[2]}
    assert reader.observations("poblacion")["value"].tolist() == [0.0]
    assert (home / ".staging-new").is_dir()
    del reader
    assert collect(tmp_path, PUBLISHED, keep=1) == [editions[0]]


READER = """
import sys
from pathlib import Path
from geodata.store import Store
store = Store.open(Path(sys.argv[1]), "publicado", sys.argv[2])
print("open", flush=True)
sys.stdin.readline()
"""


def test_what_another_process_reads_is_not_collected_until_it_is_killed(tmp_path, editions):
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(tmp_path), editions[0]],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout.readline() == "open\n"
    assert editions[0] not in collect(tmp_path, PUBLISHED, keep=1)
    reader.kill()
    reader.communicate()
    assert collect(tmp_path, PUBLISHED, keep=1) == [editions[0]]


def test_a_folder_that_cannot_be_read_is_not_collected(tmp_path, editions):
    (tmp_path / PUBLISHED / editions[0] / MANIFEST).write_text("")
    assert editions[0] not in collect(tmp_path, PUBLISHED, keep=1)
    assert (tmp_path / PUBLISHED / editions[0]).is_dir()


def test_what_cannot_be_collected_or_unpinned_is_said(tmp_path, editions):
    with pytest.raises(HistoryError, match="conservar al menos una"):
        collect(tmp_path, PUBLISHED, keep=0)
    with pytest.raises(HistoryError, match=f"{editions[0]} no estaba fijada"):
        unpin(tmp_path, PUBLISHED, editions[0])


def test_every_fault_of_every_snapshot_is_reported(tmp_path, editions):
    home = tmp_path / PUBLISHED
    (home / editions[0] / "sources.parquet").unlink()
    (home / editions[0] / "observations.parquet").write_bytes(b"x")
    (home / editions[1] / MANIFEST).write_text("{}")
    faults = {report.id: report.faults for report in inspect(tmp_path, PUBLISHED)}
    assert [len(faults[name]) for name in editions] == [2, 1, 0, 0]
    assert inspect(tmp_path, PUBLISHED, editions[2][:6])[0].faults == ()


def test_who_publishes_upon_an_old_snapshot_is_told_and_keeps_the_work(tmp_path, editions):
    put(tmp_path, 7, parent=editions[3], reason=Reason("nueva", "Ana"))
    before = names(tmp_path / PUBLISHED)
    with pytest.raises(SnapshotMovedError, match=r"Otra persona publicó .*Ana, «nueva»") as caught:
        put(tmp_path, 8, parent=editions[3])
    assert "revise los cambios y publique de nuevo" in str(caught.value)
    draft = Store(caught.value.draft, verify(caught.value.draft))
    assert draft.observations("poblacion")["value"].tolist() == [8.0]
    assert names(tmp_path / PUBLISHED) - before == {f"{DRAFT}{draft.snapshot_id}"}
    assert Store.open(tmp_path, PUBLISHED).observations("poblacion")["value"].tolist() == [7.0]
    again = put(tmp_path, 8, parent=current_folder(tmp_path, PUBLISHED).name)
    assert Store.open(tmp_path, PUBLISHED).snapshot_id == again.id == draft.snapshot_id


def test_who_publishes_the_same_as_the_other_has_nothing_to_review(tmp_path, editions):
    first = put(tmp_path, 7, parent=editions[3])
    assert put(tmp_path, 7, parent=editions[3]).id == first.id


def test_the_first_publisher_expects_nothing(tmp_path):
    first = put(tmp_path, 1, parent="")
    with pytest.raises(SnapshotMovedError, match=first.id):
        put(tmp_path, 2, parent="")


def test_a_publisher_that_does_not_finish_is_named(tmp_path, editions):
    home = tmp_path / PUBLISHED
    with (
        exclusive(home),
        pytest.raises(LockError, match=r"está publicando en .*publicado"),
        exclusive(home, patience_s=0.1),
    ):
        pass


def command(capsys, root, *arguments):
    status = main([arguments[0], "--var", str(root), *arguments[1:]])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_commands(tmp_path, editions, capsys):
    status, out, _ = command(capsys, tmp_path, "snapshots")
    assert (status, [line[:12] for line in out.splitlines()]) == (0, editions[::-1])
    assert "vigente" in out.splitlines()[0]
    assert command(capsys, tmp_path, "pin", editions[0])[0] == 0
    assert "fijada" in command(capsys, tmp_path, "snapshots")[1].splitlines()[3]
    assert editions[2] in command(capsys, tmp_path, "rollback", editions[2])[1]
    assert command(capsys, tmp_path, "verify")[1].count("íntegra") == 4
    assert "retiradas: 1" in command(capsys, tmp_path, "collect", "--keep", "1")[1]
    assert command(capsys, tmp_path, "unpin", editions[0])[0] == 0
    status, out, _ = command(capsys, tmp_path, "diff", editions[0], editions[2])
    assert status == 0
    assert "Observaciones: 0 filas nuevas, 1 cambiada, 0 retiradas, en 1 indicador." in out
    assert "~ 44430 · poblacion · DANE: value «0.0» → «2.0»" in out


def test_commands_that_fail_say_why_in_one_line(tmp_path, editions, capsys):
    (tmp_path / PUBLISHED / editions[0] / "sources.parquet").unlink()
    status, out, _ = command(capsys, tmp_path, "verify")
    assert (status, out.count("dañada"), out.count("Falta el archivo")) == (1, 1, 1)
    for arguments in (("rollback", "ffffff"), ("diff", editions[1], "ffffff"), ("pin", "ffffff")):
        status, _, err = command(capsys, tmp_path, *arguments)
        assert (status, err.count("\n")) == (1, 1)
        assert "No existe la edición «ffffff»" in err
    for name in ("snapshots", "verify"):
        assert command(capsys, tmp_path / "empty", name)[0] == 1
