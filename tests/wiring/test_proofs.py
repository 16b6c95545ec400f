"""Every figure that is read leads to its proof, and the proof says that very figure."""

import re
from urllib.parse import quote

import pytest

from callbacks.pages import COMPARE
from callbacks.proofs import answered
from callbacks.rows import table_of
from indicators.gaps.proof import GapReference
from indicators.proof import Reference
from layouts.ficha.page import ficha_tree
from tests.golden.reading import flat
from tests.wiring.test_profile import PLACES
from tests.wiring.test_wiring import text_of

SPACES = ["", "espacio=demostracion"]
FIGURE = re.compile(r"[−-]?\d[\d.]*(?:,\d+)?")


def nodes(node):
    """Every component of a tree, in order."""
    if isinstance(node, list | tuple):
        return [one for child in node for one in nodes(child)]
    if isinstance(node, dict):
        return nodes(node.get("tree", node.get("props", node).get("children", [])))
    if node is None or isinstance(node, str | int | float):
        return []
    inner = nodes(getattr(node, "children", None) or [])
    return [node, *inner, *nodes(getattr(node, "data", None) or [])]


def is_proven(node):
    return "proven" in (getattr(node, "className", None) or "").split()


def name_of(link):
    return getattr(link, "data-proof")


def links_of(tree):
    return [node for node in nodes(tree) if is_proven(node)]


def proof_of(pages, name, query):
    tree, found = answered(f"{query}&cifra={quote(name)}", pages.desks)
    assert found, name
    return tree


def number(text):
    found = FIGURE.search(text.replace("\N{NO-BREAK SPACE}", " "))
    plain = found[0].replace(".", "").replace(",", ".") if found else ""
    return plain.replace("−", "-")


def says(tree, text):
    """Whether a proof says ``text``: as its value, rounded alike, or as one of its publications."""
    value = next(node for node in nodes(tree) if getattr(node, "className", "") == "value")
    told, asked = number(flat(value)), number(text)
    if not asked:
        return flat(text) in " ".join(text_of(tree)) or "suprimid" in " ".join(text_of(tree))
    decimals = len(asked.partition(".")[2])
    if told and abs(float(told) - float(asked)) <= 0.5 * 10**-decimals + 1e-9:
        return True
    others = filter(None, (number(part) for node in nodes(tree) for part in text_of(node)))
    return float(asked) in map(float, others)


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("query", SPACES)
def test_each_figure_of_a_ficha_has_a_proof_that_says_it(pages, path, query):
    links = links_of(ficha_tree(pages.found_profile(path, query)))
    assert len(links) > 40
    proofs = {name: proof_of(pages, name, query) for name in {name_of(link) for link in links}}
    wrong = [(flat(k), name_of(k)) for k in links if not says(proofs[name_of(k)], flat(k))]
    assert wrong == []


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("query", SPACES)
def test_no_value_of_a_ficha_stands_without_its_proof(pages, path, query):
    """Of the axes, of employment, cohesion and sectors, of the municipalities, of what competes."""
    tree = ficha_tree(pages.found_profile(path, query))
    values = [
        node for node in nodes(tree) if "value" in (getattr(node, "className", "") or "").split()
    ]
    assert values
    assert [flat(one) for one in values if not links_of(one)] == []
    checked = 0
    for section, columns in TABLES.items():
        for line in lines_of(tree, section):
            for column in columns:
                cell = line.children[column]
                if number(flat(cell)):
                    assert links_of(cell), flat(line)
                    checked += 1
    assert checked > 10


TABLES = {"work": (1,), "answers": (1,), "by-section": (1,), "members": (-4, -3)}
"""Columns of values by section of the page; of the sectors, further columns follow the first."""


def lines_of(tree, section):
    inside = [n for n in nodes(tree) if section in (getattr(n, "className", "") or "").split()]
    rows = [n for one in inside for n in nodes(one) if type(n).__name__ == "Tr"]
    return [row for row in rows if type(row.children[0]).__name__ == "Td"]


def test_what_competes_has_the_proof_that_shows_both(pages):
    """The publication that is not in use stands in the same proof as the one that is."""
    tree = ficha_tree(pages.found_profile("/municipio/54001", ""))
    rows = [line for line in lines_of(tree, "listed") if links_of(line)]
    names = [name_of(links_of(row.children[1])[0]) for row in rows]
    assert len(set(names)) < len(names), "two publications of one figure have one name"


def test_an_interview_does_not_compete_with_a_later_one(pages):
    profile = pages.found_profile("/municipio/44430", "espacio=demostracion")
    assert not [key for key in profile.rivals if key.startswith("seguimiento")]


@pytest.mark.parametrize("query", SPACES)
def test_department_and_nation_beside_a_figure_have_a_proof_that_says_them(pages, query):
    tree = ficha_tree(pages.found_profile("/municipio/54874", query))
    marks = [n for n in nodes(tree) if getattr(n, "className", "") == "marks"]
    links = [link for one in marks for link in links_of(one)]
    assert {flat(link).split()[0] for link in links} >= {"departamento", "nación"}
    for link in links:
        assert says(proof_of(pages, name_of(link), query), flat(link)), flat(link)


def test_the_first_figure_of_a_sentence_leads_to_its_proof(pages):
    tree = ficha_tree(pages.found_profile("/municipio/54874", ""))
    told = [n for n in nodes(tree) if getattr(n, "className", "") == "headline"]
    names = [Reference.read(name_of(links_of(one)[0])) for one in told[:2]]
    assert [name.indicator for name in names] == ["migrantes_por_mil", "tasa_desocupacion"]
    assert links_of(told[2]) == []


@pytest.mark.parametrize("query", ["comparar=44430,54874,81001", "comparar=54,44,20001"])
@pytest.mark.parametrize("space", SPACES)
def test_each_figure_of_a_comparison_has_a_proof_that_says_it(pages, query, space):
    tree = pages.at(COMPARE, f"{query}&{space}")
    values = [n for n in nodes(tree) if getattr(n, "className", "") == "value"]
    assert len(values) > 40
    assert all(links_of(one) for one in values)
    links = links_of(tree)
    assert len(links) > len(values), "department and nation have their proof as well"
    for link in links:
        written = flat(link).rpartition(": ")[2]
        assert says(proof_of(pages, name_of(link), space), written), flat(link)


def test_a_link_of_a_figure_says_what_it_is_for(pages):
    link = links_of(ficha_tree(pages.found_profile("/municipio/54874", "")))[0]
    assert getattr(link, "aria-label") == f"{flat(link)}: De dónde sale esta cifra"
    assert link.href == f"/datos?cifra={quote(name_of(link), safe='')}"


@pytest.mark.parametrize(
    "query",
    ["espacio=demostracion", "espacio=demostracion&departamento=54",
     "espacio=demostracion&pesos=1,1,3,1,0,1,1&ambito=linea_venezuela", ""],
)  # fmt: skip
def test_every_row_of_the_gaps_leads_to_the_gap_and_what_it_is_made_of(pages, query):
    made = table_of(pages.desks.parse(f"?tabla=brechas&{query}").selection, pages.desks)
    assert all(row["cifra"] and row["fuente"] for row in made.rows)
    assert len({row["cifra"] for row in made.rows}) == len(made.rows)
    for row in made.rows[:8] + made.rows[-8:]:
        tree = proof_of(
            pages, row["cifra"], "&".join(p for p in query.split("&") if "espacio" in p)
        )
        value = next(n for n in nodes(tree) if getattr(n, "className", "") == "value")
        assert flat(value).split(" desv")[0] == row["valor_mostrado"] or row["valor"] is None
        told = " ".join(text_of(tree))
        assert row["territorio"] in told
        assert row["eje"] in told
        for link in links_of(tree):
            assert says(proof_of(pages, name_of(link), query), flat(link)), name_of(link)


def test_the_name_of_a_gap_survives_the_address():
    name = "brecha:54874:2025:empleo.linea_venezuela.54.1-1-3-1-0-1-1"
    assert GapReference.read(name).written() == name
    assert Reference.read("brecha:54874:2025:empleo") is None


@pytest.mark.parametrize(
    "name",
    ["brecha:54874:2025:nada.frontera_venezuela..", "brecha:54874:2025:empleo.nada..",
     "brecha:99999:2025:empleo.frontera_venezuela..", "brecha:11001:2025:empleo.linea_venezuela..",
     "brecha:54874:siempre:empleo.pais..", "brecha:54874:2025:empleo.pais..9-9",
     "brecha:54874:2025:empleo.pais.99x.", "migrantes_por_mil:pais:1901:total.total.total",
     "migrantes_por_mil:pais:2025-05/2025-07:total.total.total",
     "nada:pais:2025:total.total.total"],
)  # fmt: skip
def test_a_gap_or_a_sum_that_is_not_there_gets_a_sentence(pages, name):
    tree, found = answered(f"cifra={quote(name)}", pages.desks)
    assert not found
    assert "no tiene la cifra" in " ".join(text_of(tree))
