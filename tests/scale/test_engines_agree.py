"""The same expressions give the same figures on DuckDB, PostgreSQL and a Spark cluster."""

import duckdb
import pytest

from bench.rivals import sums as by_hand
from geodata.aggregate import expressions
from geodata.aggregate.address import parse
from geodata.aggregate.engines import opened
from geodata.aggregate.figures import Records
from geodata.aggregate.inputs import records
from geodata.aggregate.rows import KEYS
from geodata.schema import FEWEST_PERSONS
from tests.scale.equal import added_up, assert_same, differences

KINDS = pytest.mark.parametrize("kind", list(Records), ids=lambda kind: kind.value)


@pytest.fixture(scope="session")
def on_duckdb(microdata):
    return {kind: added_up(kind, "duckdb", microdata.file(kind)) for kind in Records}


SQL = {
    "vacancies": (Records.VACANCIES, by_hand.VACANCIES, ["territory_code", "period", "sector"]),
    "offers_read": (Records.VACANCIES, by_hand.OFFERS_READ, ["read"]),
    "follow_up": (Records.FOLLOW_UP, by_hand.FOLLOW_UP, list(expressions.CELL)),
    "moves": (Records.FOLLOW_UP, by_hand.MOVES, list(expressions.TRIP)),
    "interviews_read": (Records.FOLLOW_UP, by_hand.INTERVIEWS_READ, ["read"]),
    "repeated": (Records.FOLLOW_UP, by_hand.REPEATED, ["repeated"]),
}
WITH_THRESHOLD = ("vacancies", "follow_up", "moves")


@pytest.mark.parametrize("name", SQL)
def test_an_expression_says_what_sql_written_by_hand_says(microdata, name):
    kind, sql, keys = SQL[name]
    words = (FEWEST_PERSONS,) if name in WITH_THRESHOLD else ()
    with opened(parse("duckdb"), str(microdata.file(kind))) as source:
        ours = source.run(getattr(expressions, name)(records(source, kind), *words))
    with duckdb.connect() as raw:
        raw.execute(f"CREATE VIEW records AS FROM read_parquet('{microdata.file(kind)}')")
        theirs = raw.execute(sql).to_arrow_table().to_pandas()
    assert len(ours) > 0
    assert differences(ours, theirs[list(ours.columns)], keys) == []


@KINDS
def test_the_records_are_bad_enough_to_prove_something(on_duckdb, kind):
    told = on_duckdb[kind]
    assert told.unplaced > 0
    assert told.in_total_only > 0
    assert 0 < told.suppressed < len(told.rows)


@KINDS
def test_postgresql_agrees_with_duckdb(microdata, on_duckdb, postgresql, kind):
    postgresql.load(microdata.file(kind), microdata.table(kind))
    assert_same(on_duckdb[kind], added_up(kind, postgresql.url, microdata.table(kind)))


@pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")
@KINDS
def test_spark_agrees_with_duckdb(microdata, on_duckdb, spark, kind):
    assert_same(on_duckdb[kind], added_up(kind, spark.url, microdata.file(kind)))


@KINDS
def test_a_difference_of_a_millionth_is_found(on_duckdb, kind):
    rows = on_duckdb[kind].rows
    shown = rows.index[rows["value"] > 0][0]
    changed = rows.copy()
    changed.loc[shown, "value"] *= 1 + 1e-6
    assert differences(rows, changed, KEYS) == ["value: 1 cells differ"]
    changed = rows.copy()
    changed.loc[shown, "quality"] = "suprimido"
    assert differences(rows, changed, KEYS) == ["quality: 1 cells differ"]
    assert differences(rows, rows.drop(index=shown), KEYS) != []
