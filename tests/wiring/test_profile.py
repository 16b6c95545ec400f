"""The ficha of a place: what it says, where it leads, and that its download says the same."""

import csv
import io
import re

import pytest

from callbacks.downloads import as_csv
from geodata.snapshot import Workspace
from layouts.ficha.page import ficha_tree
from layouts.ficha.row import COLUMNS
from layouts.ficha.rows import ficha_rows
from layouts.ficha.trail import trail
from layouts.ficha.work import windows
from tests.golden.reading import flat
from tests.wiring.test_gap_page import BANNED, words_of

OTHERS = ["27493", "91263", "11001", "88564"]
LARGER = ["/departamento/05", "/departamento/88", "/frontera"]
DEMO = "espacio=demostracion"
BORDERS = ["ambito=linea_venezuela", "ambito=pais", f"{DEMO}&ambito=franja_50_km"]


def shown(pages, path, query=""):
    return re.sub(r"\s+", " ", " ".join(words_of(pages.at(path, query))))


@pytest.mark.parametrize("path", [*(f"/municipio/{code}" for code in OTHERS), *LARGER])
@pytest.mark.parametrize("query", ["", f"idioma=en&{DEMO}"])
def test_every_ficha_reads_well(pages, path, query):
    text = shown(pages, path, query)
    name = pages.found_profile(path, query).name
    assert name in text
    assert not BANNED.search(text), BANNED.search(text)
    assert ".." not in text.replace("...", "")
    assert "{" not in text


@pytest.mark.parametrize("query", BORDERS)
def test_a_border_is_any_scope(pages, query):
    text = shown(pages, "/frontera", query)
    assert pages.found_profile("/frontera", query).name in text
    assert not BANNED.search(text), BANNED.search(text)


def test_the_headlines_of_villa_del_rosario(pages):
    text = shown(pages, "/municipio/54874")
    assert "Toca la línea con Venezuela en 28 km" in text
    assert "302 de cada 1.000 habitantes son personas migrantes venezolanas" in text
    assert "3 de cada 10" in text
    assert "Ficha municipal · departamento de Norte de Santander · 54874" in text
    assert "buscan trabajo en Cúcuta A.M., 12,6 no lo encuentran" in text
    assert "en línea recta, que no es tiempo de viaje" in text
    assert "cuyo estado está por verificar" in text


@pytest.mark.parametrize(("old", "new"), [("27086", "27493"), ("94663", "94343")])
def test_retired_codes_lead_to_their_successor_with_a_notice(pages, old, new):
    text = shown(pages, f"/municipio/{old}")
    assert f"El código {old} ya no está vigente" in text
    assert new in text
    assert pages.found_profile(f"/municipio/{old}", "").place.code == new


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/municipio/99999", "99999"),
        ("/municipio/5400", "5400"),
        ("/municipio/<b>x", "<b>x"),
        ("/departamento/98", "98"),
        ("/departamento/Cesar", "Cesar"),
    ],
)
def test_an_unknown_code_gets_a_page_that_leads_on(pages, path, code):
    text = shown(pages, path)
    assert f"No hay un lugar con el código {code}" in text
    targets = links_of(pages.at(path, ""))
    assert {"/frontera", "/departamento/54", "/municipio/54874"} <= set(targets)
    assert pages.found_profile(path, "") is None


@pytest.mark.parametrize(
    ("path", "meant"),
    [("/departamento/54874", "/municipio/54874"), ("/municipio/54", "/departamento/54")],
)
def test_a_code_of_another_level_is_offered_first(pages, path, meant):
    inside = [link for link in links_of(pages.at(path, "")) if link.startswith(("/m", "/d"))]
    assert inside[inside.index(meant)] == meant
    assert "Ese código es de:" in shown(pages, path)


def links_of(node):
    """Addresses of all links of a tree, in order."""
    if isinstance(node, list | tuple):
        return [link for child in node for link in links_of(child)]
    if isinstance(node, dict):
        return links_of(node.get("tree", node.get("props", node).get("children", [])))
    own = [node.href] if getattr(node, "href", None) else []
    inner = links_of(getattr(node, "children", None) or [])
    return [*own, *inner, *links_of(getattr(node, "data", None) or [])]


def test_places_lead_to_each_other_to_the_map_and_to_their_file(pages):
    municipality = links_of(pages.at("/municipio/54874", ""))
    assert {"/departamento/54", "/frontera", "/?municipio=54874"} <= set(municipality)
    assert "/municipio/54874.csv" in municipality
    department = links_of(pages.at("/departamento/54", ""))
    assert {"/municipio/54874", "/frontera", "/?departamento=54"} <= set(department)
    assert "/departamento/54.csv" in department
    border = links_of(pages.at("/frontera", ""))
    assert {"/municipio/54874", "/?ambito=frontera_venezuela", "/frontera.csv"} <= set(border)


@pytest.mark.parametrize(
    ("path", "query", "steps"),
    [
        ("/municipio/54874", "", ["Frontera con Venezuela", "Norte de Santander"]),
        ("/municipio/54874", "ambito=linea_venezuela&departamento=44",
         ["Municipios en la línea", "Norte de Santander"]),
        ("/municipio/11001", "", ["Bogotá, D.C."]),
        ("/departamento/54", "idioma=en", ["Border with Venezuela"]),
        ("/departamento/05", "", []),
    ],
)  # fmt: skip
def test_the_way_down_from_the_border_stands_over_the_title(pages, path, query, steps):
    """A place that is not of the border does not say that it is; the border is still a link."""
    shown_trail = trail(pages.found_profile(path, query))
    names = [" ".join(words_of(link)) for link in links_in(shown_trail)]
    assert names == steps
    page = links_of(pages.at(path, query))
    assert "/frontera" in page
    assert set(links_of(shown_trail)) <= set(page)


def links_in(node):
    """All links of a tree, in order."""
    if isinstance(node, list | tuple):
        return [link for child in node for link in links_in(child)]
    if type(node).__name__ == "A":
        return [node]
    return links_in(getattr(node, "children", None) or [])


def test_a_border_has_nothing_above_it(pages):
    assert trail(pages.found_profile("/frontera", "")) == []


def rows_of(pages, path, query=""):
    text = as_csv(COLUMNS, ficha_rows(pages.found_profile(path, query)))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


PLACES = ["/municipio/54874", "/municipio/44430", "/municipio/94001", "/municipio/20001",
          "/departamento/54", "/frontera"]  # fmt: skip
NUMBER = re.compile(r"(?<![\w.,])\d[\d.]*(?:,\d+)?")
COUNTS_OF_LINES = re.compile(
    r"Ver \d+ más|Ver las \d+ cifras|mayor: \d+\.|Y \d+ más|\d+ munic|sin dato reciente: \d+"
)
"""How many lines are folded, missing or left to the file: lines of the file, not figures."""


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("query", ["", DEMO])
def test_each_number_of_the_ficha_is_in_its_download(pages, path, query):
    """Of values as rounded on the page; of years, samples and names as they are written.

    Not looked for: how many lines are folded, places of a list, and the definitions under
    "source and method", which speak of the indicator and not of the place.
    """
    rows = rows_of(pages, path, query)
    values = {float(row["valor"]) for row in rows if row["valor"]}
    cells = " ".join(cell for row in rows for name, cell in row.items() if name != "valor")
    written = {plain(number) for number in re.findall(r"\d+(?:[.,]\d+)*", cells)}
    dates = " ".join(row["periodo"] for row in rows) + " ".join(row["titulo"] for row in rows)
    written |= {str(int(part)) for part in re.findall(r"\d+", dates)}
    lines = printed(ficha_tree(pages.found_profile(path, query)))
    numbers = [n for line in lines for n in NUMBER.findall(line)]
    assert len(numbers) > 60
    lost = {n for n in numbers if not known(n, values) and plain(n) not in written}
    assert lost == set()


def plain(number):
    return number.rstrip(".,").replace(".", "").replace(",", ".")


def known(number, values):
    """Whether a value is written as ``number``, rounded to as many decimals, up or down."""
    decimals = len(number.rstrip(".").partition(",")[2])
    value = float(plain(number))
    return any(abs(value - abs(other)) <= 0.5 * 10**-decimals + 1e-9 for other in values)


def printed(node):
    """Lines with numbers on the page, without methods and counts of lines."""
    if isinstance(node, list | tuple):
        return [line for child in node for line in printed(child)]
    if isinstance(node, str | int | float) or type(node).__name__ in LINES:
        return [COUNTS_OF_LINES.sub("", flat(node))]
    if isinstance(node, dict):
        return printed(node.get("props", node).get("children", []))
    skipped = "method" in (getattr(node, "className", "") or "") or type(node).__name__ == "Svg"
    return [] if skipped else printed(getattr(node, "children", None) or [])


LINES = ("P", "Td", "Th", "Li", "H4", "Summary")


@pytest.mark.parametrize("path", PLACES)
def test_the_download_names_its_sources_and_its_snapshot(pages, path):
    rows = rows_of(pages, path)
    snapshot = pages.desks.desk(Workspace.PUBLISHED).store.snapshot_id
    assert {row["corte"] for row in rows} == {snapshot}
    for row in rows:
        assert not row["valor"] or row["editor"], row
    assert {row["estado"] for row in rows} <= {
        "valor", "dato_anterior", "poco_confiable", "suprimido", "sin_dato", "",
        "funciona", "por verificar", "no funciona",
    }  # fmt: skip
    assert any(row["parte"] == "titulares" for row in rows)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/municipio/54874.csv", "ficha-54874.csv"),
        ("/departamento/54.csv", "ficha-54.csv"),
        ("/frontera.csv", "ficha-frontera_venezuela.csv"),
    ],
)
def test_the_download_is_served(application, address, name):
    found = application.server.test_client().get(address)
    assert found.status_code == 200
    assert found.mimetype == "text/csv"
    assert f'filename="{name}"' in found.headers["Content-Disposition"]


@pytest.mark.parametrize("address", ["/municipio/99999.csv", "/departamento/98.csv"])
def test_there_is_no_download_of_an_unknown_place(application, address):
    assert application.server.test_client().get(address).status_code == 404


def test_no_table_of_the_employment_panel_holds_two_windows(pages):
    for path in PLACES:
        for (series, period), figures in windows(pages.found_profile(path, "")).items():
            assert {str(f.observation["series"]) for f in figures} == {series}
            assert {str(f.observation["period"]) for f in figures} == {period}


def test_a_ficha_is_made_once_for_each_snapshot_and_view(pages):
    first = pages.fichas.tree(pages.found_profile("/municipio/94001", ""))
    again = pages.fichas.tree(pages.found_profile("/municipio/94001", ""))
    other = pages.fichas.tree(pages.found_profile("/municipio/94001", "idioma=en"))
    assert first is again
    assert first is not other
