"""What real servers refuse is one sentence without their secrets."""

import pandas as pd
import psycopg
import pytest

from geodata.__main__ import main
from geodata.aggregate.address import parse
from geodata.aggregate.engines import opened
from geodata.aggregate.errors import (
    EngineFailedError,
    EngineUnreachableError,
    RecordsMissingError,
    RecordsUnfitError,
)
from geodata.aggregate.figures import Records
from geodata.disclosure.observations import protected_keys
from tests.scale.equal import added_up
from tests.scale.ports import HOST, free_port

ROWS = 100_000


@pytest.fixture(scope="module")
def offers(microdata_of):
    return microdata_of(ROWS).file(Records.VACANCIES)


def test_a_wrong_password_is_not_repeated(postgresql):
    wrong = postgresql.url.replace(postgresql.password, "hunter2")
    with pytest.raises(EngineUnreachableError, match=f"en {HOST}:{postgresql.port}/") as caught:
        added_up(Records.VACANCIES, wrong, "t")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["postgresql", "sc"])
def test_nobody_listens(scheme):
    port = free_port()
    with pytest.raises(EngineUnreachableError, match=f"en {HOST}:{port}"):
        added_up(Records.VACANCIES, f"{scheme}://{HOST}:{port}", "t")


def test_postgresql_has_no_such_table(postgresql):
    with pytest.raises(RecordsMissingError, match=r"No hay una tabla «public\.nada»"):
        added_up(Records.VACANCIES, postgresql.url, "public.nada")


def test_postgresql_columns_that_do_not_fit(postgresql):
    with psycopg.connect(postgresql.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE bad (territory_code int, date timestamptz, sector text)")
    with pytest.raises(RecordsUnfitError) as caught:
        added_up(Records.VACANCIES, postgresql.url, "public.bad")
    for part in ("«territory_code» debe ser texto", "«date» debe ser fecha", "falta «positions»"):
        assert part in str(caught.value)


def test_postgresql_that_stops_in_the_middle(postgresql):
    """A view that divides by zero fails only when it is read."""
    with psycopg.connect(postgresql.url, autocommit=True) as connection:
        connection.execute(
            "CREATE VIEW broken AS SELECT '54001' AS territory_code, date '2024-01-01' AS date, "
            "'G' AS sector, 1 / (random() * 0)::int AS positions"
        )
    with pytest.raises(EngineFailedError, match=f"PostgreSQL .{HOST}:{postgresql.port}"):
        added_up(Records.VACANCIES, postgresql.url, "broken")


def test_postgresql_is_only_read(postgresql, offers):
    postgresql.load(offers, "kept")
    with (
        pytest.raises(EngineFailedError, match="PostgreSQL"),
        opened(parse(postgresql.url), "kept") as source,
    ):
        source.backend.raw_sql("DELETE FROM kept")


def test_the_command_reads_a_table_of_a_schema(postgresql, offers, tmp_path, capsys):
    with psycopg.connect(postgresql.url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA programa")
    postgresql.load(offers, "programa.vacantes")
    out = tmp_path / "cifras.parquet"
    words = ["aggregate", "vacantes", "programa.vacantes", "--engine", postgresql.url]
    assert main([*words, "--out", str(out), "--source", "S"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("100.000 filas leídas")
    assert postgresql.password not in said
    sums = protected_keys(added_up(Records.VACANCIES, "duckdb", offers).rows)
    pd.testing.assert_frame_equal(pd.read_parquet(out), sums)


def test_spark_cannot_see_the_file(spark):
    with pytest.raises(RecordsMissingError, match="El clúster no puede leer /no/existe"):
        added_up(Records.VACANCIES, spark.url, "/no/existe.parquet")


def test_spark_columns_that_do_not_fit(spark, offers):
    with pytest.raises(RecordsUnfitError, match="falta «person_id»"):
        added_up(Records.FOLLOW_UP, spark.url, offers)
