"""What a slide must say, whoever hands it over."""

import pytest

from layouts.slides import Slide, source_line


def test_a_slide_without_a_source_is_refused():
    with pytest.raises(ValueError, match=r"'Desempleo'.*'Fuente'"):
        Slide("Desempleo")


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_source_line_begins_with_the_same_word_in_both_languages(language):
    line = source_line(["DANE."], ["frontera"], "2025", "abc123", language)
    assert line.startswith("Fuente")
    assert all(part in line for part in ("DANE", "frontera", "2025", "abc123"))


def test_sources_are_named_once_and_the_rest_is_counted():
    line = source_line(["A", "A.", "B", "C", "D", "E"], [], "", "abc123", "es")
    assert line == "Fuente: A; B; C y 2 más. Instantánea abc123."


def test_without_any_source_the_line_says_so():
    assert "nadie publica" in source_line([], [], "", "abc123", "es")
