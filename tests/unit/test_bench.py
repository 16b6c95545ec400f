import socket
from datetime import UTC, datetime

import pandas as pd
import pytest

from app import ROOT
from bench.__main__ import arguments, chosen
from bench.budget import (
    MORE_IS_BETTER,
    TIMES,
    Judged,
    Measured,
    Outcome,
    Row,
    Verdict,
    bound_words,
    must_is_missed,
    table,
)
from bench.crowd import Caller
from bench.report import Circumstances, distance, is_whole, page
from bench.rivals import static
from bench.rows import BENCHMARKS
from bench.rows.interaction import GROWN, WARM_UP, asked_in_turn
from bench.rows.wire import Class, class_of
from bench.rows.workers import request
from bench.shapes import collection
from bench.sizes import cut
from bench.workers import ENVIRONMENT, PRODUCT, WORDS
from indicators.cube import Cell
from indicators.engine import Engine
from indicators.registry import INDICATORS

ROWS = [benchmark.row for benchmark in BENCHMARKS]


def outcome(judged, ours, rival, must=10.0, stretch=15.0):
    row = Row("name", "what", "a rival", must, stretch, judged, "ms")
    return Outcome(row, Measured(ours, rival))


@pytest.mark.parametrize(
    ("ours", "rival", "ratio", "verdict"),
    [
        pytest.param([100], [1500], 15.0, Verdict.STRETCH, id="equal to stretch keeps it"),
        pytest.param([100], [1499], 14.99, Verdict.MUST, id="just below stretch"),
        pytest.param([100], [1000], 10.0, Verdict.MUST, id="equal to must keeps it"),
        pytest.param([100], [999], 9.99, Verdict.MISSES, id="just below must"),
        pytest.param([90, 100, 9000], [1, 1200, 1300], 12.0, Verdict.MUST, id="medians"),
    ],
)
def test_faster_than_the_rival(ours, rival, ratio, verdict):
    measured = outcome(Judged.TIMES_FASTER, ours, rival)
    assert measured.ratio == pytest.approx(ratio)
    assert measured.verdict is verdict


@pytest.mark.parametrize(
    ("ours", "verdict"),
    [
        pytest.param([60], Verdict.STRETCH, id="equal to stretch keeps it"),
        pytest.param([50], Verdict.MUST, id="equal to must keeps it"),
        pytest.param([49], Verdict.MISSES, id="just below must"),
    ],
)
def test_the_more_the_better(ours, verdict):
    measured = outcome(Judged.OURS_AT_LEAST, ours, [9], must=50.0, stretch=60.0)
    assert measured.verdict is verdict
    assert bound_words(measured.row, 50.0) == "≥ 50 ms"


@pytest.mark.parametrize(
    ("ours", "verdict"),
    [
        pytest.param([250], Verdict.STRETCH, id="equal to stretch keeps it"),
        pytest.param([251], Verdict.MUST, id="just above stretch"),
        pytest.param([350], Verdict.MUST, id="equal to must keeps it"),
        pytest.param([351], Verdict.MISSES, id="just above must"),
    ],
)
def test_times_the_rival(ours, verdict):
    measured = outcome(Judged.TIMES_THE_RIVAL, ours, [100], must=3.5, stretch=2.5)
    assert measured.ratio == pytest.approx(ours[0] / 100)
    assert measured.verdict is verdict


@pytest.mark.parametrize(
    ("ours", "verdict"),
    [
        pytest.param([140], Verdict.STRETCH, id="stretch"),
        pytest.param([170], Verdict.MUST, id="must"),
        pytest.param([170.1], Verdict.MISSES, id="missed although the rival is larger"),
    ],
)
def test_our_own_number_is_judged_without_the_rival(ours, verdict):
    assert outcome(Judged.OURS, ours, [9000], must=170, stretch=140).verdict is verdict


@pytest.mark.parametrize(
    ("judged", "words"),
    [
        (Judged.TIMES_FASTER, f"≥ 3.5{TIMES}"),
        (Judged.TIMES_THE_RIVAL, f"≤ 3.5{TIMES}"),
        (Judged.OURS, "≤ 3.5 ms"),
    ],
)
def test_bounds_are_written_as_in_the_budget(judged, words):
    measured = outcome(judged, [1], [1], must=3.5)
    assert bound_words(measured.row, measured.row.must) == words


def test_the_table_has_a_line_per_row_under_aligned_heads():
    lines = table([outcome(Judged.TIMES_FASTER, [100], [1200])]).splitlines()
    head, rule, line, _, note = lines
    assert head.split() == ["row", "ours", "rival", "ratio", "must", "stretch", "verdict"]
    assert len(rule) == len(head)
    assert [cell.strip() for cell in line.split("  ") if cell.strip()] == [
        "name", "100.0 ms", "1,200.0 ms",
        f"12.00{TIMES}", f"≥ 10{TIMES}", f"≥ 15{TIMES}", "meets must",
    ]  # fmt: skip
    assert line.index("100.0 ms") == head.index("ours")
    assert note == "name: what, against a rival."


@pytest.mark.parametrize(
    ("ours", "verdict"),
    [
        pytest.param([800], Verdict.STRETCH, id="equal to stretch keeps it"),
        pytest.param([799], Verdict.MUST, id="just below stretch"),
        pytest.param([500], Verdict.MUST, id="equal to must keeps it"),
        pytest.param([499], Verdict.MISSES, id="just below must"),
    ],
)
def test_a_part_of_the_rival(ours, verdict):
    measured = outcome(Judged.PART_OF_THE_RIVAL, ours, [1000], must=0.5, stretch=0.8)
    assert measured.ratio == pytest.approx(ours[0] / 1000)
    assert measured.verdict is verdict
    assert bound_words(measured.row, 0.5) == f"≥ 0.5{TIMES}"


@pytest.mark.parametrize(
    ("judged", "ours", "words"),
    [
        pytest.param(Judged.OURS, [15], "reached", id="reached"),
        pytest.param(Judged.OURS, [18], "20% away", id="our own number, less is better"),
        pytest.param(Judged.TIMES_FASTER, [100], "20% away", id="a ratio, more is better"),
        pytest.param(Judged.PART_OF_THE_RIVAL, [14400], "20% away", id="a part of the rival"),
    ],
)
def test_how_far_the_stretch_is(judged, ours, words):
    assert (
        distance(outcome(judged, ours, [1200], must=20 if judged is Judged.OURS else 10)) == words
    )


SEEN = Circumstances(
    machine="Linux",
    processor="A processor",
    cores=2,
    memory_gib=23.5,
    load=0.42,
    when=datetime(2026, 11, 28, 15, 30, tzinfo=UTC),
    commit="abc1234",
)


def test_the_published_page_says_where_when_and_of_what():
    kept = outcome(Judged.TIMES_FASTER, [100, 90, 110], [1200])
    text = page([kept], SEEN)
    for words in ("2026-11-28 15:30 UTC", "abc1234", "A processor, 2 cores, 24 GiB", "0.4"):
        assert words in text
    assert (
        f"| name | 100.0 ms | 1,200.0 ms | 12.00{TIMES} | ≥ 10{TIMES} | ≥ 15{TIMES} "
        "| meets must | 20% away |"
    ) in text.splitlines()
    assert "- **name**: what, against a rival. The ratio is judged" in text
    assert "Median of 3." in text


def test_every_row_has_a_line_and_a_meaning_in_the_published_page():
    outcomes = [Outcome(row, Measured([row.must], [row.must + 1])) for row in ROWS]
    text = page(outcomes, SEEN)
    for row in ROWS:
        assert f"| {row.name} |" in text
        assert f"- **{row.name}**: {row.what}, against {row.rival}." in text


@pytest.mark.parametrize(
    ("rows", "rounds", "whole"),
    [([], None, True), (["wire"], None, False), ([], 3, False), (["wire"], 3, False)],
)
def test_only_a_whole_run_is_published(rows, rounds, whole):
    assert is_whole(rows, rounds) is whole


def test_the_circumstances_of_now_are_known():
    now = Circumstances.now()
    assert now.cores >= 1
    assert now.memory_gib > 0
    assert now.processor
    assert now.commit


def test_a_light_client_waits_for_the_whole_answer():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        caller = Caller(ours, turn=3)
        caller.ask([b"GET /0", b"GET /1"], step=2)
        assert (theirs.recv(100), caller.turn) == (b"GET /1", 5)
        theirs.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab")
        assert not caller.is_answered()
        theirs.sendall(b"cde")
        assert caller.is_answered()


@pytest.mark.parametrize("said", [b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", b""])
def test_a_light_client_takes_no_refusal_for_an_answer(said):
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            theirs.sendall(said)
        with pytest.raises(RuntimeError):
            Caller(ours, turn=0).is_answered()


def test_requests_are_written_whole():
    assert request("GET", "/a") == (
        "GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n\r\n"
    )
    assert request("POST", "/a", "{}").endswith("Content-Length: 2\r\n\r\n{}")


def test_indicators_of_an_interaction_are_asked_for_once_and_not_before():
    asked = asked_in_turn(25)
    assert len(set(asked)) == 25
    assert not set(asked) & set(WARM_UP)


def test_the_static_rival_answers_twenty_kilobytes():
    client = static.create_server().test_client()
    answer = client.post("/_dash-update-component", json=static.question())
    assert answer.status_code == 200
    assert 19_900 < len(answer.data) < 20_200


def test_a_cut_keeps_what_a_map_shows_and_counts_its_rows(demonstration, tmp_path):
    keys = [need.key for key in GROWN for need in INDICATORS[key].needs]
    scope = "linea_venezuela"
    small = cut(demonstration, tmp_path, 6_000, keys, scope)
    assert small.manifest.rows["observations"] == 6_000
    whole, part = Engine(demonstration), Engine(small)
    codes = whole.codes(scope, "")
    for key in ("nbi", "tasa_desocupacion"):
        indicator = INDICATORS[key]
        pd.testing.assert_frame_equal(
            part.at(indicator, Cell(), codes, 2024).table.drop(columns="row"),
            whole.at(indicator, Cell(), codes, 2024).table.drop(columns="row"),
        )


def test_one_broken_promise_is_enough():
    kept = outcome(Judged.TIMES_FASTER, [100], [1500])
    broken = outcome(Judged.TIMES_FASTER, [100], [100])
    assert not must_is_missed([kept])
    assert must_is_missed([kept, broken])


def test_processes_are_served_as_the_makefile_serves_them():
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\nserve:")[2]
    recipe = recipe.partition("\n\n")[0]
    pairs = [f"{WORDS[i]} {WORDS[i + 1]}" for i in range(0, len(WORDS), 2)]
    for words in (PRODUCT, *pairs, *(f"{k}={v}" for k, v in ENVIRONMENT.items())):
        assert words in recipe


def test_names_are_unique():
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_names_a_rival_and_two_bounds_in_order(row):
    assert row.what
    assert row.rival
    assert row.must >= 0
    more = row.judged in MORE_IS_BETTER
    assert (row.stretch - row.must if more else row.must - row.stretch) >= 0


def test_rows_are_chosen_by_the_start_of_their_name():
    assert [b.row.name for b in chosen(["wire-geo"])] == ["wire-geometry"]
    assert len(chosen([])) == len(BENCHMARKS)


def test_an_unknown_row_is_refused_with_the_names_that_exist(capsys):
    with pytest.raises(SystemExit):
        arguments(["--row", "nothing"])
    assert "recolour-naive" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "kind", "expected"),
    [
        ("/geometry/map.abc.json", "Fetch", Class.GEOMETRY),
        ("/_dash-update-component", "Fetch", Class.VALUES),
        ("/assets/mirador.css", "Stylesheet", Class.CODE),
        ("/assets/mirador/map.mjs", "Other", Class.CODE),
        ("/_dash-component-suites/a/async-x.js", "Script", Class.CODE),
        ("/_dash-layout", "Fetch", Class.VALUES),
        ("/vocabulario/2ab44b172d59/es.0123456789ab.json", "Other", Class.CODE),
        ("/valores/2ab/pais/nbi.12.json", "Fetch", Class.VALUES),
        ("/conjuntos/2ab/pais/nbi.0.12.json", "Fetch", Class.AHEAD),
        ("/", "Document", Class.REST),
    ],
)
def test_answers_are_classed_by_what_they_carry(path, kind, expected):
    assert class_of(path, kind) is expected


def test_shapes_are_decoded_with_reversed_arcs():
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [-70.0, 4.0]},
        "arcs": [[[0, 0], [2, 0]], [[0, 0], [0, 2], [2, -2]]],
        "objects": {
            "municipios": {"geometries": [{"type": "Polygon", "id": "05001", "arcs": [[0, ~1]]}]}
        },
    }
    [feature] = collection(topology, "municipios")["features"]
    assert feature["id"] == "05001"
    assert feature["geometry"]["coordinates"] == [
        [(-70.0, 4.0), (-69.0, 4.0), (-70.0, 5.0), (-70.0, 4.0)]
    ]
