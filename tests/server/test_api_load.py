"""Thirty-two clients at once get every answer, from a server that listens."""

from collections import Counter

from bench.load import load
from bench.rows.api import CLIENTS, HEALTH, mixed, questions
from bench.stage import served

SECONDS = 4.0


def test_no_client_sees_an_error(published):
    asked = questions()
    with served(["bench.ours", str(published.folder.parents[1])]) as address:
        calls = load(address, lambda c, r: mixed(c, r, asked), CLIENTS, SECONDS)
    assert Counter(call.status for call in calls) == {200: len(calls)}
    resources = {call.path.split("?")[0].split("/")[3] for call in calls if call.path != HEALTH}
    assert resources >= {"territories", "geometry", "observations", "values", "sources", "places"}
    assert len(calls) > CLIENTS * 4
    assert all(call.size for call in calls)
