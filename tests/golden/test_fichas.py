"""The golden fichas: what a mayor reads stays what a person has read and found good."""

import re

import pytest

from callbacks.desk import Desks
from geodata.shelf import OpenShelf
from geodata.snapshot import Workspace
from indicators.registry import INDICATORS
from indicators.search import plain_text
from layouts.ficha.here import competing
from tests.golden.write import PLACES, path_of, profile_of, text_of

UNSAID = re.compile(r"\b(?:nan|NaN|N/A|None|null|inf)\b|\{|\}")
FIGURE = re.compile(r"^- .*\d")

UNFIT = {
    "a plural of one": r"(?<![\d.,])1 (?:personas|indicadores|municipios|territorios|centros)\b",
    "a median of a few": r"mediana de [1-4] (?:territorios|municipios|de )",
    "what others publish is not known": r"Nadie (?:ha publicado|publica (?:la|los|el))",
    "a city within its municipality": r"\((?:ciudad|encuesta en la ciudad)\), que incluye",
    "a department by the name of its capital": r"Ficha de Arauca|Para comparar: Arauca",
    "from a value to the same": r"de ([\d.,]+) en [^·;:]+ a \1 en ",
    "a hundred per cent of everything": r"Participación de la rama.* · 100,0 %",
    "a percentage that lost its sign": r"\(%\) \| [\d.,]+ (?:\(en uso\) )?\|",
    "a note of whoever carried a figure over": r"\| n = [^|]*no visto",
    "the capital of a sentence inside one": r"(?:funciona|verificar|cerrado|anunciado) · Desde",
}
"""What a mayor, a statistician or a neighbour of the place stumbled over once."""

SHARE = re.compile(
    r"([\d,]+) (?:de cada 1\.000 |no lo).*?, (casi |más de )?(\d+) de cada (\d+)[,:;]"
)
NEAR = 1 / 30


@pytest.fixture(scope="module")
def desks(published, demonstration):
    shelf = OpenShelf({Workspace.PUBLISHED: published, Workspace.DEMO: demonstration})
    return Desks(shelf, INDICATORS)


@pytest.mark.parametrize("workspace", Workspace)
@pytest.mark.parametrize("name", PLACES)
def test_a_ficha_says_what_was_reviewed(desks, name, workspace):
    """Where it should say something else now: make golden, read the difference, commit it."""
    golden = path_of(name, workspace).read_text(encoding="utf-8")
    assert text_of(profile_of(desks, name, workspace)) == golden


@pytest.mark.parametrize("workspace", Workspace)
@pytest.mark.parametrize("name", PLACES)
def test_nothing_reviewed_is_empty_and_every_figure_has_its_source(name, workspace):
    """The last part of the line of a figure is who published it."""
    golden = path_of(name, workspace).read_text(encoding="utf-8")
    assert not UNSAID.search(golden), UNSAID.search(golden)
    figures = [line for line in golden.splitlines() if FIGURE.match(line)]
    assert len(figures) > 30
    for line in figures:
        assert re.search("[A-Za-z]", line.rsplit(" · ", 1)[-1]), line
        assert not re.match(r"\d{4}", line.rsplit(" · ", 1)[-1]), line


def texts():
    return [
        pytest.param(path_of(name, workspace).read_text(encoding="utf-8"), id=f"{workspace}-{name}")
        for workspace in Workspace
        for name in PLACES
    ]


@pytest.mark.parametrize("golden", texts())
@pytest.mark.parametrize("fault", UNFIT)
def test_nothing_reviewed_has_a_fault_that_was_found_before(golden, fault):
    found = re.search(UNFIT[fault], golden)
    assert found is None, found


@pytest.mark.parametrize("golden", texts())
def test_a_fraction_says_whether_it_is_more_or_less(golden):
    for line in golden.splitlines()[1:6]:
        for value, near, part, whole in SHARE.findall(line):
            share = float(value.replace(",", ".")) / (1000 if "de cada 1.000" in line else 100)
            apart = share / (int(part) / int(whole)) - 1
            said = {"": 0, "casi ": -1, "más de ": 1}[near]
            assert said == 0 or said * apart > 0, line
            assert abs(apart) < (0.12 if said else NEAR + 0.01), line


@pytest.mark.parametrize("golden", texts())
def test_programmes_say_when_or_that_nobody_says(golden):
    section = golden.partition("## Programas\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("  ")]
    assert rows or "No hay resultados" in section
    assert not [line for line in rows if re.search(r"\|\s*(?:\||$)", line)]


@pytest.mark.parametrize("workspace", Workspace)
def test_the_centres_of_a_border_are_all_accounted_for(workspace):
    golden = path_of("frontera", workspace).read_text(encoding="utf-8")
    line = next(row for row in golden.splitlines() if row.startswith("Centros Intégrate conoc"))
    known, *parts = (int(number) for number in re.findall(r": (\d+)", line))
    assert known == sum(parts)
    assert len(parts) == 3


def test_names_are_listed_as_in_a_spanish_index():
    golden = path_of("norte-de-santander", Workspace.PUBLISHED).read_text(encoding="utf-8")
    names = golden.partition("Municipios sin dato reciente: ")[2].splitlines()[1].split(" · ")
    assert names[0] == "Ábrego"
    assert names == sorted(names, key=plain_text)


@pytest.mark.parametrize("name", [name for name in PLACES if name != "frontera"])
def test_years_and_moments_of_one_publication_do_not_compete(desks, name):
    """The demonstration has one single publication, in which nothing can be disputed."""
    assert list(competing(profile_of(desks, name, Workspace.DEMO))) == []
    for key, observation in competing(profile_of(desks, name, Workspace.PUBLISHED)):
        assert observation["indicator"] == key


def test_a_difference_that_the_sample_does_not_carry_is_not_told_as_one(desks):
    """396 people asked in San José de Cúcuta leave 2.1 points within the margin."""
    city = text_of(profile_of(desks, "cucuta", Workspace.DEMO))
    department = text_of(profile_of(desks, "norte-de-santander", Workspace.DEMO))
    assert "puntos porcentuales, cabe en el margen de la muestra" in city
    assert "puntos porcentuales más que en el país" in department


def test_a_centre_that_was_only_announced_is_not_told_as_shut(desks):
    arauca = text_of(profile_of(desks, "arauca", Workspace.PUBLISHED))
    assert "Centro Intégrate Arauca | Arauca | aquí | anunciado, apertura sin confirmar" in arauca
    assert "aquí se anunció uno, Centro Intégrate Arauca" in arauca


def test_every_centre_that_works_inside_a_department_is_told(desks):
    golden = text_of(profile_of(desks, "norte-de-santander", Workspace.DEMO))
    assert "Aquí funcionan 2 Centros Intégrate: " in golden


def test_nobody_has_a_place_among_a_few(desks):
    golden = text_of(profile_of(desks, "norte-de-santander", Workspace.PUBLISHED))
    assert "\n  Villa del Rosario | 301,9 | 37.271 |" in golden
    assert "Puesto |" not in golden
    assert "Sin puestos: hay cifra de menos de cinco municipios." in golden


def test_what_is_known_of_the_department_is_told_where_nothing_is_of_the_place(desks):
    golden = text_of(profile_of(desks, "arauca", Workspace.PUBLISHED))
    assert "En el departamento de Arauca, 161 de cada 1.000 habitantes" in golden


def test_what_is_closest_to_the_place_is_told_first(desks):
    """Maicao: its own, then its department's; how many there are in the country comes last."""
    golden = text_of(profile_of(desks, "maicao", Workspace.PUBLISHED))
    work = golden.partition("## Empleo\n")[2].partition("\n## ")[0].splitlines()
    whose = [line for line in work if line.startswith("- ")]
    assert "departamento de La Guajira" in whose[0]
    assert "Cifra nacional" in whose[-1]
    assert " personas " in whose[-1]
