"""A worker that dies in the middle of a job costs time, not figures."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from geodata.aggregate.figures import Records
from tests.scale.equal import added_up, assert_same
from tests.scale.ports import wait_until

pytestmark = pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")
"""The client of Spark and ibis use names that pandas 4 will drop; nobody else may."""

ROWS = 1_000_000
LONGEST_S = 120


def test_a_worker_killed_during_the_job_changes_no_figure(microdata_of, spark):
    """Last of the folder: afterwards the cluster has one worker."""
    file = microdata_of(ROWS).file(Records.FOLLOW_UP)
    expected = added_up(Records.FOLLOW_UP, "duckdb", file)
    before = {folder: spark.tasks(folder) for folder in spark.workers}
    with ThreadPoolExecutor(1) as beside:
        job = beside.submit(added_up, Records.FOLLOW_UP, spark.url, file)
        wait_until(lambda: spark.busier_than(before), LONGEST_S, "no task began")
        assert not job.done()
        spark.kill(spark.busier_than(before)[0])
        assert_same(expected, job.result(LONGEST_S))
    assert spark.lost() > 0
    wait_until(lambda: spark.alive() == 1, LONGEST_S, "the master still counts on the dead")
