"""Employment in the units follows the filters that it may follow, and says which it does not."""

import re

import pandas as pd
import pytest

from indicators.cube import Cell
from indicators.registry import INDICATORS
from indicators.unit_figures import JOBS
from layouts.places.jobs import jobs_section
from layouts.text.place_words import PLACE_WORDS
from tests.golden.reading import flat
from tests.wiring.test_places import DEMO, view_of
from tests.wiring.test_proofs import nodes
from tests.wiring.test_wiring import text_of

WORDS = PLACE_WORDS["es"]


def section(pages, query):
    return jobs_section(view_of(pages, f"{DEMO}&{query}"))


def said(pages, query):
    return " ".join(text_of(section(pages, query)))


def sentences(pages, query):
    """The sentences that hold sums."""
    found = [n for n in nodes(section(pages, query)) if type(n).__name__ == "P"]
    return [flat(one) for one in found if getattr(one, "className", None) is None]


def people(pages, code, sector):
    engine = pages.desks.of(pages.desks.parse(f"?{DEMO}").selection).engine
    board = engine.board(INDICATORS[JOBS], Cell(sector=sector), pd.Index([code]))
    return board.at(board.years[-1]).table["value"].iloc[0]


@pytest.mark.parametrize("sector", ["G", "C", "A"])
@pytest.mark.parametrize("where", ["departamento=54", "municipio=54874", "municipio=54001"])
def test_the_sum_is_that_of_the_sector_of_the_department(pages, where, sector):
    """By municipality and section it is withheld everywhere, and the page says whose sum it is."""
    told = said(pages, f"{where}&sector={sector}")
    number = f"{people(pages, '54', sector):,.0f}".replace(",", ".")
    assert f"{number} personas" in sentences(pages, f"{where}&sector={sector}")[0]
    assert f"Norte de Santander ({sector} · " in told
    assert ("no se dice por sector" in told) == where.startswith("municipio")
    assert WORDS.jobs_sectors.split("{")[0] not in told, "the other sectors are not asked for"


@pytest.mark.parametrize("where", ["", "departamento=54", "municipio=54874", "ambito=pais"])
@pytest.mark.parametrize("sector", ["", "&sector=G"])
@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ("estado=en_riesgo", "estado"),
        ("estado=cerrada&formalizacion=registrada", "estado, formalización"),
        ("programa=sin_dato", "programa"),
    ],
)
def test_no_smaller_sum_leaves_and_the_page_says_so(pages, where, sector, filters, names):
    """The sentences with a sum are, to the letter, those without the filters."""
    whole = sentences(pages, f"{where}{sector}")
    narrowed = sentences(pages, f"{where}{sector}&{filters}")
    assert whole[0] == narrowed[0]
    assert f"sin el filtro de {names}:" in said(pages, f"{where}{sector}&{filters}")
    assert "sin el filtro de" not in said(pages, f"{where}{sector}")
    own = re.findall(r"\d[\d.]*", " ".join(whole))
    assert set(re.findall(r"\d[\d.]*", " ".join(narrowed))) <= set(own)


def test_centres_have_no_employment(pages):
    assert section(pages, "clase=centro") == []
    assert section(pages, "clase=unidad") != []


def test_a_section_that_nobody_counts_is_told(pages):
    empty = [s for s in "TU" if not people_known(pages, s)]
    assert empty
    told = said(pages, f"departamento=88&sector={empty[0]}")
    assert "dice cuántas personas trabajan en ella" in told


def people_known(pages, sector):
    engine = pages.desks.of(pages.desks.parse(f"?{DEMO}").selection).engine
    codes = pd.Index(["88"])
    return bool(engine.board(INDICATORS[JOBS], Cell(sector=sector), codes).years)
