import pytest

from bench.__main__ import arguments, chosen
from bench.budget import (
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
from bench.rows import BENCHMARKS
from bench.rows.wire import Class, class_of
from bench.shapes import collection

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


def test_one_broken_promise_is_enough():
    kept = outcome(Judged.TIMES_FASTER, [100], [1500])
    broken = outcome(Judged.TIMES_FASTER, [100], [100])
    assert not must_is_missed([kept])
    assert must_is_missed([kept, broken])


def test_names_are_unique():
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_names_a_rival_and_two_bounds_in_order(row):
    assert row.what
    assert row.rival
    assert row.must >= 0
    more = row.judged in (Judged.TIMES_FASTER, Judged.OURS_AT_LEAST)
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
