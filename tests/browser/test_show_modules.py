"""What keys, clicks and swipes mean in a show, its clock, and the links of an order."""

import json

import pytest


@pytest.mark.parametrize(
    ("event", "asked"),
    [
        ({"key": "ArrowRight"}, "next"),
        ({"key": "PageDown"}, "next"),
        ({"key": " "}, "next"),
        ({"key": " ", "shiftKey": True}, "previous"),
        ({"key": "PageUp"}, "previous"),
        ({"key": "Home"}, "first"),
        ({"key": "End"}, "last"),
        ({"key": "Escape"}, "list"),
        ({"key": "F"}, "full"),
        ({"key": "."}, "blank"),
        ({"key": "f", "ctrlKey": True}, ""),
        ({"key": "ArrowLeft", "altKey": True}, ""),
        ({"key": "x"}, ""),
        ({"key": "constructor"}, ""),
    ],
)
def test_keys(run, event, asked):
    assert run("show_steps", f"m.askedBy({json.dumps(event)})") == asked


@pytest.mark.parametrize(
    ("step", "at", "to"),
    [("next", 0, 1), ("next", 7, 7), ("previous", 0, 0), ("first", 5, 0), ("last", 2, 7),
     ("?", 3, 3)],
)  # fmt: skip
def test_steps_stop_at_both_ends(run, step, at, to):
    assert run("show_steps", f"m.stepped('{step}', {at}, 8)") == to


@pytest.mark.parametrize(
    ("hash_", "scene"), [("#3", 2), ("", 0), ("#0", 0), ("#99", 7), ("#-1", 0), ("#x", 0)]
)
def test_an_address_names_a_scene(run, hash_, scene):
    assert run("show_steps", f"m.sceneOf('{hash_}', 8)") == scene


@pytest.mark.parametrize(
    ("dx", "dy", "step"),
    [(-80, 0, "next"), (80, 10, "previous"), (-20, 0, ""), (-80, 90, ""), (0, 0, "")],
)
def test_swipes(run, dx, dy, step):
    assert run("show_steps", f"m.swiped({dx}, {dy})") == step


@pytest.mark.parametrize(("x", "step"), [(0, "previous"), (249, "previous"), (250, "next")])
def test_clicks(run, x, step):
    assert run("show_steps", f"m.clicked({x}, 1000)") == step


@pytest.mark.parametrize(
    ("ms", "words"), [(0, "0:00"), (59_999, "0:59"), (60_000, "1:00"), (3_723_000, "1:02:03"),
                      (-5, "0:00")],
)  # fmt: skip
def test_the_clock(run, ms, words):
    assert run("show_steps", f"m.clock({ms})") == words


def test_a_stopped_watch_stands_and_goes_on(run):
    told = run(
        "show_steps",
        "(() => { let w = m.toggled({since: 0, kept: 0}, 1000); w = m.toggled(w, 4000);"
        " const stood = m.elapsed(w, 9000); w = m.toggled(w, 9000);"
        " return [stood, m.elapsed(w, 9500)]; })()",
    )
    assert told == [3000, 3500]


def test_themes_go_round(run):
    assert run("show_steps", "['light', 'dark', 'more'].map(m.followingTheme)") == [
        "dark", "more", "light",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("codes", "code", "address"),
    [
        ("", "44430", "/mesa?guion=ficha&seleccion=44430"),
        ("54874", "44430", "/mesa?guion=ficha&seleccion=54874,44430"),
        ("54874", "54874", "/mesa?guion=ficha&seleccion=54874"),
    ],
)
def test_a_municipality_is_added_once(run, codes, code, address):
    call = f"m.withMunicipality('?guion=ficha&municipio=1', '{codes}', '{code}')"
    assert run("mesa", call) == address


def test_the_language_of_the_header_follows_the_order(run):
    made = run("mesa", "m.refreshed('/mesa?idioma=en&guion=ficha', '?guion=brechas&corte=1')")
    assert made == "/mesa?guion=brechas&corte=1&idioma=en"
