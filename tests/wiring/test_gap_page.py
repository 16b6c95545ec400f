"""The views of gaps and of method, as the browser gets them, in both workspaces and languages."""

import re

import pandas as pd
import pytest

from callbacks.pages import GAPS, METHOD, gap_view
from geodata.schema import Level
from geodata.snapshot import Workspace
from indicators.evaluate import WINDOW_RULE
from indicators.gaps import METHOD as GAP_METHOD
from indicators.gaps.items import ITEMS
from indicators.measures.registry import MEASURES
from indicators.registry import INDICATORS
from indicators.sector_terms import FORMULAS, TERMS
from layouts.gap_matrix import shade
from layouts.gap_page import gap_page
from layouts.gap_sectors import SHOWN_TERMS
from layouts.gap_sources import sources_of
from layouts.gap_view import GapView
from layouts.text import CATALOGUES

BANNED = re.compile(r"\b(?:nan|NaN|N/A|None|inf|Traceback)\b")
DEMO = "espacio=demostracion"


def words_of(node):
    """All words of a tree, titles and plain elements included."""
    if isinstance(node, str | int | float):
        return [str(node)]
    if isinstance(node, list | tuple):
        return [word for child in node for word in words_of(child)]
    if isinstance(node, dict):
        return words_of(node.get("props", node).get("children", node.get("tree", [])))
    title = getattr(node, "title", None)
    inner = words_of(getattr(node, "children", None) or [])
    data = getattr(node, "data", None)
    tree = words_of(data["tree"]) if isinstance(data, dict) and "tree" in data else []
    return [*inner, *tree, *([title] if isinstance(title, str) else [])]


def shown(pages, path, query=""):
    return " ".join(words_of(pages.at(path, query)))


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "municipio=44430",
        "municipio=27493",
        "ambito=linea_venezuela",
        f"{DEMO}",
        f"{DEMO}&municipio=54874&ocupados=3",
        f"{DEMO}&ambito=pais&municipio=11001",
        f"{DEMO}&pesos=0,0,5,0,0,0,1",
        f"{DEMO}&departamento=88",
        f"{DEMO}&periodo=1990",
    ],
)
def test_gaps_of_any_address_read_well(pages, query, language):
    text = shown(pages, GAPS, f"{query}&idioma={language}")
    assert not BANNED.search(text), BANNED.search(text)
    assert CATALOGUES[language].axes["empleo"] in text


def test_published_figures_do_not_make_a_matrix_and_the_page_says_who_holds_them(pages):
    text = shown(pages, GAPS)
    assert "suficientes indicadores" in text
    assert "Qué haría falta y quién lo tiene" in text
    assert "Ver esta página con datos de demostración" in text
    for inside in ITEMS.values():
        for item in inside:
            assert item.title.es in text


def test_the_demonstration_has_a_matrix_in_people_and_in_deviations(pages):
    text = shown(pages, GAPS, f"{DEMO}&municipio=54874")
    assert "Matriz de brechas" in text
    assert "Villa del Rosario" in text
    assert re.search(r"(?:Faltan|Sobran) [\d.]+ (?:cupos|puestos)", text)
    assert re.search(r"Su mayor brecha está en|En ningún eje", text)
    assert "Calculado con" in text, "a cell says what it stands on"


def test_weights_of_the_address_change_the_order_and_bad_ones_are_dropped(pages):
    desk = pages.desks.desk(Workspace.DEMO)

    def order(query):
        selection = pages.desks.parse(f"{DEMO}&{query}").selection
        return list(gap_view(selection, desk.engine).order)

    assert order("pesos=1,1,1,1,1,1,1") == order("")
    assert order("pesos=5,0,0,0,0,0,0") != order("")
    for bad in ("0,0,0,0,0,0,0", "1,1", "9,1,1,1,1,1,1", "a", "-1,1,1,1,1,1,1"):
        parsed = pages.desks.parse(f"{DEMO}&pesos={bad}")
        assert ("pesos", bad) in parsed.dropped
        assert parsed.selection.pesos == ""


def test_an_empty_scope_says_so(pages):
    """No municipality at all: no matrix, no section up close, a sentence."""
    desk = pages.desks.desk(Workspace.DEMO)

    class Nobody(GapView):
        codes = desk.engine.snapshot.territories.index[:0]

    view = Nobody(desk.engine, CATALOGUES["es"], "pais", "")
    frame = pages._frame(GAPS, pages.desks.parse(DEMO))
    text = " ".join(words_of(gap_page(frame, view)))
    assert "Ningún territorio cumple los filtros" in text
    assert not BANNED.search(text)


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_method_documents_every_figure_measure_and_rule(pages, language):
    side = 0 if language == "es" else 1
    text = shown(pages, METHOD, f"idioma={language}")
    assert not BANNED.search(text)
    declared = [
        *(x for i in INDICATORS.values() for x in (i.title, i.definition, i.formula, i.universe,
                                                   i.source_rule, i.caveat)),
        *(x for m in MEASURES.values() for x in (m.title, m.definition, m.formula, m.caveat)),
        *GAP_METHOD.choices, WINDOW_RULE,
        *(x for f in FORMULAS.values() for x in (f.title, f.text, f.caveat)),
    ]  # fmt: skip
    for sentence in declared:
        assert (sentence.es, sentence.en)[side] in text


def test_every_indicator_can_be_linked_to(pages):
    layout = str(pages.at(METHOD, "").to_plotly_json())
    for key in INDICATORS:
        assert f"id='{key}'" in layout


@pytest.mark.parametrize(
    ("gap", "expected"),
    [(0.0, "near"), (0.49, "near"), (0.5, "worse-1"), (1.5, "worse-2"), (-0.5, "better-1"),
     (-2.0, "better-2")],
)  # fmt: skip
def test_shades_are_neutral_at_zero_and_alike_on_both_sides(gap, expected):
    assert shade(gap) == expected


def test_every_term_of_the_sector_gap_tells_its_source_and_period(pages):
    desk = pages.desks.desk(Workspace.DEMO)
    parsed = pages.desks.parse(f"{DEMO}&municipio=54874")
    view = gap_view(parsed.selection, desk.engine)
    known = view.sectors.terms.loc["54874", list(SHOWN_TERMS)].notna().any()
    told = [" ".join(words_of(entry)) for entry in sources_of(SHOWN_TERMS, view)]
    assert known.sum() >= 4
    for term in known.index[known]:
        assert any(f"{TERMS[term].name.es} · " in text for text in told), term
    publishers = set(view.engine.snapshot.sources["publisher"])
    assert any(str(publisher) in " ".join(told) for publisher in publishers)


def test_only_municipalities_are_compared(pages):
    desk = pages.desks.desk(Workspace.DEMO)
    view = gap_view(pages.desks.parse(f"{DEMO}&ambito=pais").selection, desk.engine)
    levels = desk.engine.snapshot.territories.loc[view.codes, "level"]
    assert set(levels) <= {Level.MUNICIPALITY, Level.NON_MUNICIPAL}
    assert isinstance(view.matrix.total, pd.Series)
