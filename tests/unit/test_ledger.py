"""The log of a roundtable only grows; what is kept beside it is little and known."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from geodata.durable import StorageError
from geodata.evidence import MOST_BYTES, Evidence, EvidenceError
from geodata.ledger import PENDING, Entry, Item, Kind, Ledger, Status

DUE = {"que": "Abrir", "fecha": "2027-03-31"}


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path / "mesa")


def commitment(**body):
    return Entry(Kind.COMMITMENT, "publicado", "0123456789ab", {**DUE, **body})


def test_nothing_is_made_by_reading(ledger):
    assert ledger.items("publicado") == []
    assert not ledger.folder.exists()


def test_what_is_written_is_read(ledger):
    first = ledger.append(commitment(que="Año «ñ» 'x'"))
    second = ledger.append(Entry(Kind.STATE, "publicado", "0123456789ab",
                                 {"estado": "cumplido"}, first.subject))  # fmt: skip
    assert ledger.items("publicado") == [Item(first, (second,))]
    assert (first.id, second.id) == (1, 2)
    assert first.body["que"] == "Año «ñ» 'x'"


def test_workspaces_never_mix(ledger):
    ledger.append(commitment())
    assert ledger.items("demostracion") == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET body = '{}'",
        "DELETE FROM entries",
        "INSERT OR REPLACE INTO entries VALUES (1, 'x', 'estado', '', '', '', '{}')",
        "REPLACE INTO entries VALUES (1, 'x', 'compromiso', '', 'publicado', '', '{}')",
    ],
)
def test_what_is_written_can_be_neither_changed_nor_deleted(ledger, statement):
    kept = ledger.append(commitment())
    with sqlite3.connect(ledger.path) as file, pytest.raises(sqlite3.IntegrityError, match="no se"):
        file.execute(statement)
    assert [item.entry for item in ledger.items("publicado")] == [kept]


@pytest.mark.parametrize("kind", ["", "borrado"])
def test_only_known_kinds_are_written(ledger, kind):
    ledger.append(commitment())
    with sqlite3.connect(ledger.path) as file, pytest.raises(sqlite3.IntegrityError):
        file.execute(
            "INSERT INTO entries (subject, kind, made, workspace, snapshot, body) "
            "VALUES ('x', ?, '', '', '', '{}')",
            (kind,),
        )


def test_several_writers_lose_nothing(ledger):
    with ThreadPoolExecutor(8) as pool:
        written = list(pool.map(lambda n: ledger.append(commitment(que=str(n))), range(40)))
    assert {entry.id for entry in written} == set(range(1, 41))
    assert {item.entry.body["que"] for item in ledger.items("publicado")} == set(
        map(str, range(40))
    )


def test_a_disk_that_refuses_is_a_sentence(tmp_path):
    ledger = Ledger(tmp_path)
    ledger.path.mkdir()
    with pytest.raises(StorageError, match="No se pudo guardar"):
        ledger.append(commitment())


@pytest.mark.parametrize(
    ("said", "today", "status"),
    [
        ((), "2027-03-31", Status.OPEN),
        ((), "2027-04-01", Status.OVERDUE),
        (("en_curso",), "2027-01-01", Status.UNDER_WAY),
        (("en_curso",), "2027-04-01", Status.OVERDUE),
        (("en_curso", "cumplido"), "2027-04-01", Status.DONE),
        (("retirado",), "2027-04-01", Status.WITHDRAWN),
        (("cumplido", "abierto"), "2027-01-01", Status.OPEN),
    ],
)
def test_the_last_state_counts_and_dates_pass(said, today, status):
    states = tuple(Entry(Kind.STATE, "", "", {"estado": one}) for one in said)
    item = Item(commitment(), states)
    assert item.status(today) is status
    assert (status in PENDING) == (status not in (Status.DONE, Status.WITHDRAWN))


def test_the_newest_word_of_a_field_counts():
    states = (Entry(Kind.STATE, "", "", {"revision": "2027-02-01"}),
              Entry(Kind.STATE, "", "", {"estado": "en_curso"}))  # fmt: skip
    assert Item(commitment(revision="2027-01-01"), states).field("revision") == "2027-02-01"


PDF = b"%PDF-1.7\n..."


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("acta.exe", b"MZ", "type"),
        ("acta", PDF, "type"),
        ("acta.svg", b"<svg onload=alert(1)>", "type"),
        ("acta.html", b"<script>", "type"),
        ("acta.pdf.exe", PDF, "type"),
        ("acta.pdf", b"", "empty"),
        ("acta.pdf", b"<script>alert(1)</script>", "content"),
        ("foto.png", PDF, "content"),
        ("datos.csv", b"a,b\x00", "content"),
        ("acta.pdf", PDF + b"x" * MOST_BYTES, "size"),
    ],
)
def test_what_is_no_evidence_is_refused(tmp_path, name, content, why):
    with pytest.raises(EvidenceError) as refused:
        Evidence(tmp_path / "e").keep(name, content)
    assert refused.value.why == why
    assert not (tmp_path / "e").exists()


def test_evidence_is_kept_by_its_content(tmp_path):
    evidence = Evidence(tmp_path / "e")
    kept = evidence.keep("../../Acta final.PDF", PDF)
    assert kept == evidence.keep("otra.pdf", PDF)
    assert evidence.path(kept).read_bytes() == PDF
    assert [path.name for path in (tmp_path / "e").iterdir()] == [kept]


@pytest.mark.parametrize("name", ["../compromisos.sqlite", "x.pdf", "", "a" * 64 + ".pdf"])
def test_only_kept_names_are_found(tmp_path, name):
    assert Evidence(tmp_path).path(name) is None
