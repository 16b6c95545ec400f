"""The running order in a link: what is written is read again, and hostile text stays text."""

from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacks.state import LAYERS
from geodata.schema import SECTIONS, Sex
from indicators.registry import INDICATORS
from layouts.mesa.order import (
    LONGEST,
    MOST_CHARACTERS,
    MOST_SCENES,
    SCENES,
    Known,
    Order,
    Problem,
    Scene,
    length,
    moved,
    proposed,
    refused,
    replaced,
    tidy,
    without,
    written,
)

KNOWN = Known(INDICATORS, LAYERS, frozenset({"54874", "44430"}), tuple(SECTIONS), tuple(Sex))

texts = st.text(max_size=80).map(tidy)
CHOICES = {
    "indicador": st.sampled_from(["", *INDICATORS]),
    "capas": st.sets(st.sampled_from(LAYERS)).map(lambda s: "-".join(x for x in LAYERS if x in s)),
    "periodo": st.sampled_from(["", "2018", "2025"]),
    "sector": st.sampled_from(["", *SECTIONS]),
    "sexo": st.sampled_from(["", "mujeres"]),
    "cerca": st.sampled_from(["", "si"]),
    "municipio": st.sampled_from(["", "54874", "44430"]),
}


def scenes():
    def of(kind):
        names = (*SCENES[kind], "nota")
        options = {name: CHOICES.get(name, texts) for name in names}
        return st.fixed_dictionaries(options).map(lambda given: Scene.of(kind, given))

    return st.sampled_from(list(SCENES)).flatmap(of)


orders = st.lists(scenes(), max_size=4).map(tuple).filter(lambda s: refused(written(s)) is None)


@given(orders)
def test_an_order_survives_its_link(order):
    query = urlencode({"guion": written(order)}, safe="*,")
    back = parse_qs(query).get("guion", [""])[0]
    assert Order.read(back, KNOWN) == Order(order)


@given(st.text(max_size=400))
def test_any_text_gives_some_order_that_survives_its_link(text):
    read = Order.read(text, KNOWN)
    assert Order.read(read.written(), KNOWN).scenes == read.scenes


@given(st.lists(st.sampled_from(["mapa", "texto", ".", "~", "-", "*", "_", "*p", "nota", "\x00"])))
def test_any_marks_give_some_order_that_survives_its_link(marks):
    read = Order.read("".join(marks), KNOWN)
    assert Order.read(read.written(), KNOWN).scenes == read.scenes


def test_a_link_is_compact_and_can_be_read():
    order = (Scene.of("portada", {"titulo": "Mesa de marzo"}), Scene.of("ficha", {}))
    assert written(order) == "portada.titulo-Mesa_de_marzo~ficha"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "=HYPERLINK(0)",
        "a.b~c_d*e-f",
        "una línea\notra",
        "\u202etexto al revés",
        "{{7*7}} {0} %s",
    ],
)
def test_hostile_text_is_kept_as_text(text):
    scene = Scene.of("texto", {"texto": tidy(text)})
    assert Order.read(scene.written(), KNOWN).scenes == (scene,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("baile", Problem("unknown_scene", "baile")),
        ("brechas.color-rojo", Problem("unknown_option", "brechas.color")),
        ("mapa.indicador-nada", Problem("wrong_value", "indicador=nada")),
        ("mapa.capas-personas-rojo", Problem("wrong_value", "capas=personas-rojo")),
        ("mapa.periodo-٢٠٢٥", Problem("wrong_value", "periodo=٢٠٢٥")),
        ("ficha.municipio-99999", Problem("wrong_value", "municipio=99999")),
        (f"texto.titulo-{'a' * 91}", Problem("long_text", "texto.titulo", 90)),
    ],
)
def test_what_is_wrong_is_left_out_and_named(text, problem):
    read = Order.read(f"portada~{text}~brechas", KNOWN)
    assert read.problems == (problem,)
    assert [s.kind for s in read.scenes][:: len(read.scenes) - 1] == ["portada", "brechas"]


def test_a_long_order_is_refused_with_the_limit():
    read = Order.read("~".join(["brechas"] * 600), KNOWN)
    assert read.scenes == ()
    assert read.problems == (Problem("too_long", str(600 * 8 - 1), MOST_CHARACTERS),)


def test_escapes_count_as_the_address_writes_them():
    assert length("texto.texto-ñ") == len("texto.texto-") + 6


def test_no_more_scenes_than_the_limit():
    read = Order.read("~".join(["ficha"] * (MOST_SCENES + 2)), KNOWN)
    assert len(read.scenes) == MOST_SCENES
    assert read.problems == (Problem("too_many", str(MOST_SCENES + 2), MOST_SCENES),)


@pytest.mark.parametrize("codes", [(), ("54874",), ("54874", "44430")])
def test_what_is_proposed_is_valid(codes):
    read = Order.read(proposed(codes), KNOWN)
    assert read.problems == ()
    assert [s.get("municipio") for s in read.scenes if s.kind == "ficha"] == list(codes or [""])


def test_scenes_move_go_and_change():
    a, b, c = (Scene(kind) for kind in ("portada", "brechas", "ficha"))
    assert moved((a, b, c), 2, -1) == (a, c, b)
    assert moved((a, b, c), 0, -1) == (a, b, c)
    assert moved((a, b, c), 0, 9) == (b, c, a)
    assert without((a, b, c), 1) == (a, c)
    assert replaced((a, b, c), 1, a) == (a, a, c)


@pytest.mark.parametrize("name", LONGEST)
def test_a_text_of_the_longest_length_is_kept(name):
    kind = next(kind for kind in SCENES if name in (*SCENES[kind], "nota"))
    scene = Scene.of(kind, {name: "a" * LONGEST[name]})
    assert Order.read(scene.written(), KNOWN) == Order((scene,))
