"""Names compared as people type them."""

import pytest

from indicators.search import plain_text


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
