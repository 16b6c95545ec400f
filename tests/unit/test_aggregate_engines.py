"""Engines: addresses, what is refused with a sentence, and what a locked engine can reach."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import duckdb
import pandas as pd
import pytest

from geodata.aggregate.address import Engine, parse
from geodata.aggregate.engines import opened
from geodata.aggregate.errors import (
    EngineFailedError,
    EngineUnreachableError,
    MissingDriverError,
    RecordsMissingError,
    RecordsUnfitError,
    UnknownEngineError,
)
from geodata.aggregate.figures import Records
from geodata.aggregate.run import Request, aggregate
from geodata.errors import UserFacingError
from indicators.demo.microdata import follow_up, vacancies

CODES = ["54001", "54874", "44430"]
SECRET = "hunter2"  # noqa: S105 - an invented word that no sentence may repeat


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A thousand offers and interviews, whole and in two parts."""
    made = tmp_path_factory.mktemp("records")
    offers = next(vacancies(1000, CODES, 1))
    offers.to_parquet(made / "vacantes.parquet")
    next(follow_up(250, CODES, 1)).to_parquet(made / "seguimiento.parquet")
    (made / "parts" / "year=2024").mkdir(parents=True)
    offers.head(400).to_parquet(made / "parts" / "a.parquet")
    offers.tail(600).to_parquet(made / "parts" / "year=2024" / "b.parquet")
    return made


def added_up(kind, place, engine="duckdb"):
    return aggregate(Request(kind, engine, str(place), "S"))


@pytest.mark.parametrize(
    ("text", "engine", "shown"),
    [
        ("duckdb", Engine.DUCKDB, ""),
        ("duckdb://", Engine.DUCKDB, ""),
        ("postgresql://u:p@db.example:6000/obs", Engine.POSTGRESQL, "db.example:6000/obs"),
        ("postgres://db.example", Engine.POSTGRESQL, "db.example:5432"),
        ("sc://spark.example/;token=t", Engine.SPARK, "spark.example:15002"),
    ],
)
def test_addresses(text, engine, shown):
    address = parse(text)
    assert (address.engine, address.shown) == (engine, shown)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", r"No se conoce el motor «\?»"),
        ("mysql://u:hunter2@db/x", "No se conoce el motor «mysql»"),
        ("postgresql://", "no está completa"),
        ("duckdb://db.example", "no está completa"),
        ("sc://spark:hunter2", "no es un número"),
        ("postgresql://u:hunter2@[db/x", "no se entiende"),
    ],
)
def test_wrong_addresses_are_named_without_their_secrets(text, sentence):
    with pytest.raises(UnknownEngineError, match=sentence) as caught:
        parse(text)
    assert SECRET not in str(caught.value)


def test_an_address_never_prints_its_url():
    assert SECRET not in repr(parse(f"postgresql://u:{SECRET}@db/x"))


def test_nobody_lets_us_in(monkeypatch):
    refused = FakePsycopg(f"connection with password {SECRET} failed")
    monkeypatch.setitem(sys.modules, "psycopg", refused)
    with pytest.raises(EngineUnreachableError, match="en db:9/x") as caught:
        added_up(Records.VACANCIES, "t", f"postgresql://u:{SECRET}@db:9/x")
    assert SECRET not in str(caught.value)
    assert caught.value.__cause__ is None


class FakePsycopg:
    """A driver that cannot connect; the real one is tried in tests/scale."""

    class Error(Exception):
        """As the driver's."""

    def __init__(self, message):
        self.message = message

    def connect(self, *_words, **_options):
        raise self.Error(self.message)


@pytest.mark.parametrize(
    ("module", "address"),
    [("psycopg", "postgresql://127.0.0.1/x"), ("pyspark.errors", "sc://127.0.0.1")],
)
def test_a_driver_that_is_not_installed(monkeypatch, module, address):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingDriverError, match="make engines"):
        added_up(Records.VACANCIES, "t", address)


def test_a_file_and_its_parts_give_the_same_figures(folder):
    whole = added_up(Records.VACANCIES, folder / "vacantes.parquet")
    parts = added_up(Records.VACANCIES, folder / "parts")
    assert whole.read == parts.read == 1000
    pd.testing.assert_frame_equal(whole.rows, parts.rows)


def test_no_file(tmp_path):
    with pytest.raises(RecordsMissingError, match=r"No hay archivos Parquet en .*nada\.parquet"):
        added_up(Records.VACANCIES, tmp_path / "nada.parquet")
    with pytest.raises(RecordsMissingError, match="No hay archivos Parquet"):
        added_up(Records.VACANCIES, tmp_path)


def test_a_file_that_is_no_parquet(tmp_path):
    (tmp_path / "a.parquet").write_text("territory_code,date\n", encoding="utf-8")
    with pytest.raises(RecordsMissingError, match="no se puede leer como Parquet"):
        added_up(Records.VACANCIES, tmp_path / "a.parquet")


def test_all_wrong_columns_are_named_at_once(tmp_path):
    wrong = pd.DataFrame(
        {"territory_code": [5001], "positions": ["x"], "date": [datetime(2024, 1, 1, tzinfo=UTC)]}
    )
    wrong.to_parquet(tmp_path / "a.parquet")
    with pytest.raises(RecordsUnfitError) as caught:
        added_up(Records.VACANCIES, tmp_path / "a.parquet")
    for part in (
        "«territory_code» debe ser texto y es int64",
        "«date» debe ser fecha sin zona horaria",
        "falta «sector» (texto)",
        "«positions» debe ser número entero y es string",
    ):
        assert part in str(caught.value)


def test_a_person_twice_at_the_same_months_is_refused(folder, tmp_path):
    interviews = pd.read_parquet(folder / "seguimiento.parquet")
    twice = pd.concat([interviews, interviews.head(3)])
    twice.to_parquet(tmp_path / "a.parquet")
    with pytest.raises(RecordsUnfitError, match="3 personas tienen varias filas") as caught:
        added_up(Records.FOLLOW_UP, tmp_path / "a.parquet")
    assert str(interviews["person_id"][0]) not in str(caught.value)


def test_an_engine_that_gives_up_says_so(folder):
    place = str(folder / "vacantes.parquet")
    with (
        pytest.raises(EngineFailedError, match="DuckDB no terminó"),
        opened(parse("duckdb"), place),
    ):
        raise duckdb.OutOfMemoryException("no room")


REACHED = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_parquet('{beside}')",
    "COPY (SELECT 1) TO '{beside}.csv'",
    "SET enable_external_access = true",
    "SET allowed_paths = ['/etc/passwd']",
    "INSTALL httpfs",
]


@pytest.mark.parametrize("sql", REACHED)
def test_the_engine_reaches_its_file_and_no_other(folder, sql):
    beside = folder / "seguimiento.parquet"
    with opened(parse("duckdb"), str(folder / "vacantes.parquet")) as source:
        assert source.backend.raw_sql("SELECT count(*) FROM records").fetchone() == (1000,)
        with pytest.raises((duckdb.PermissionException, duckdb.InvalidInputException)):
            source.backend.raw_sql(sql.format(beside=beside))


def test_each_thread_has_a_connection_of_its_own(folder):
    """ibis#10346: one connection for several threads fails; one each does not."""
    with ThreadPoolExecutor(8) as threads:
        told = list(
            threads.map(
                lambda _: added_up(Records.VACANCIES, folder / "vacantes.parquet"), range(24)
            )
        )
    for one in told[1:]:
        pd.testing.assert_frame_equal(one.rows, told[0].rows)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"kind": Records.FOLLOW_UP, "fewest": 4}, "El umbral de seguimiento es al menos 5"),
        ({"kind": Records.VACANCIES, "fewest": 0}, "El umbral de vacantes es al menos 1"),
        ({"kind": Records.FOLLOW_UP, "monthly": True}, "Solo las vacantes se suman por mes"),
    ],
)
def test_what_cannot_be_asked(options, sentence):
    with pytest.raises(UserFacingError, match=sentence):
        Request(engine="duckdb", place="x", **options)


def test_complementary_suppression_is_applied_before_anybody_sees_the_rows(folder):
    def hide_all(rows):
        return rows.assign(value=float("nan"), quality="suprimido")

    request = Request(Records.VACANCIES, "duckdb", str(folder / "vacantes.parquet"), "S")
    told = aggregate(request, hide_all)
    assert told.suppressed == len(told.rows) > 0
    assert told.rows["value"].isna().all()
