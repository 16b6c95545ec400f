"""Names compared as people type them."""

import pytest

from indicators.search import Entry, Index, plain_text


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        pytest.param("Cúcuta", "cucuta", id="accent"),
        pytest.param("URIBIA", "uribia", id="capitals"),
        pytest.param("Nariño", "narino", id="tilde"),
        pytest.param("Güicán", "guican", id="diaeresis"),
        pytest.param("La Jagua de Ibirico", "la jagua de ibirico", id="spaces-stay"),
    ],
)
def test_plain_text(name, typed):
    assert plain_text(name) == plain_text(typed) == typed


NAMES = ("Maicao", "Villa del Rosario", "Rosario", "La Gloria", "San Juan", "Tasa de ocupación")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("rosario", ["Rosario", "Villa del Rosario"], id="the whole name first"),
        pytest.param("villa rosario", ["Villa del Rosario"], id="every word counts"),
        pytest.param("maycao", ["Maicao"], id="a wrong letter"),
        pytest.param("mai", ["Maicao"], id="the beginning"),
        pytest.param("sam", [], id="short words are not mistyped"),
        pytest.param("de", [], id="an empty word alone"),
        pytest.param("", [], id="nothing typed"),
        pytest.param("¿?", [], id="no word"),
    ],
)
def test_find(typed, expected):
    index = Index.of([Entry(name) for name in NAMES])
    assert [NAMES[place] for place, _ in index.find(typed)] == expected


def test_words_beside_a_name_count_less_than_the_name():
    index = Index.of([Entry("Fortul", beside="Arauca"), Entry("Arauca", beside="Arauca")])
    assert [place for place, _ in index.find("arauca")] == [1, 0]


def test_typing_errors_are_allowed_in_names_only():
    """Definitions have so many words that something in them is always alike."""
    index = Index.of([Entry("Reparto", beside="se rosea en cada plaza"), Entry("Rosca")])
    assert [place for place, _ in index.find("rosea")] == [0, 1]
    assert [place for place, _ in index.find("plasa")] == []
    assert [place for place, _ in index.find("roscas")] == [1]
