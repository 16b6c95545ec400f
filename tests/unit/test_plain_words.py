"""Names in a list, and fractions that say whether they are more or less."""

import pytest

from layouts.format import listed, near_words, one_in
from layouts.text import catalogue


@pytest.mark.parametrize(
    ("names", "es", "en"),
    [
        ([], "", ""),
        (["Maicao"], "Maicao", "Maicao"),
        (["Maicao", "Arauca"], "Maicao y Arauca", "Maicao and Arauca"),
        (["Maicao", "Inírida"], "Maicao e Inírida", "Maicao and Inírida"),
        (["Arauca", "Maicao", "Ipiales"], "Arauca, Maicao e Ipiales", "Arauca, Maicao and Ipiales"),
        (["Maicao", "Hierro"], "Maicao y Hierro", "Maicao and Hierro"),
        (["Maicao", "**Ituango**"], "Maicao e **Ituango**", "Maicao and **Ituango**"),
    ],
)
def test_names_are_joined_as_they_are_said(names, es, en):
    assert listed(names, catalogue("es")) == es
    assert listed(names, catalogue("en")) == en


@pytest.mark.parametrize(
    ("share", "fraction", "side"),
    [
        pytest.param(0.396, (2, 5), "", id="as good as two of five"),
        pytest.param(0.2725, (1, 4), "más de ", id="more than a quarter"),
        pytest.param(0.229, (1, 4), "casi ", id="almost a quarter"),
        pytest.param(0.175, (1, 6), "más de ", id="more than a sixth"),
        pytest.param(0.25, (1, 4), "", id="a quarter"),
    ],
)
def test_a_fraction_knows_on_which_side_it_is(share, fraction, side):
    assert one_in(share) == fraction
    assert near_words(share, fraction, catalogue("es")) == side
