"""What map, panel and ficha say of one thing is the same, in the same words."""

import re

import pandas as pd
import pytest

from callbacks import panel_view
from layouts import points
from layouts.ficha.page import sentences
from layouts.slice import map_slice
from layouts.text import catalogue
from tests.wiring.test_wiring import text_of

MIDDLE = re.compile(r"mediana de los ([\d.]+) municipios con cifra del mismo año.*? ([\d.,]+)[,.]")


@pytest.mark.parametrize("query", ["", "&departamento=54", "&ambito=linea_venezuela"])
@pytest.mark.parametrize("code", ["54874", "44430", "20001"])
def test_the_panel_and_the_ficha_tell_the_same_median(pages, code, query):
    """Of the same territories and of one year: figures of earlier years are not in it."""
    address = f"espacio=demostracion&municipio={code}{query}"
    tree, _ = panel_view.draw_panel(f"?{address}", desks=pages.desks)
    told = " ".join(text_of(tree["head"]))
    profile = pages.found_profile(f"/municipio/{code}", address)
    ficha = " ".join(text_of(sentences(profile)))
    n, median = MIDDLE.search(ficha).groups()
    assert f"los {n} municipios con cifra del mismo año en" in told
    assert f"es {median}." in told
    assert profile.view.where in told


def test_the_answer_names_the_department_that_is_framed(pages):
    view = pages.desks.view(pages.desks.parse("?departamento=54&espacio=demostracion").selection)
    assert all("Norte de Santander" in told for told in map_slice(view)["fill"]["answers"])


def test_units_on_the_map_tell_dates_in_words(pages):
    """Each unit its own date, as the rest of the product writes it; nothing where nobody says."""
    for language, months in (("es", "enero de"), ("en", "January ")):
        search = f"?espacio=demostracion&capas=unidades&idioma={language}"
        view = pages.desks.view(pages.desks.parse(search).selection)
        since = points.map_points(view)["units"]["since"]
        assert any(months in told for told in since)
        assert not any(re.search(r"\d-\d", told) for told in since)
    units = pd.DataFrame({"valid_from": ["2024-03-18", "", None, "2023"]})
    assert points._since(units["valid_from"], catalogue("es")) == [
        "Desde 18 de marzo de 2024", "", "", "Desde 2023",
    ]  # fmt: skip
