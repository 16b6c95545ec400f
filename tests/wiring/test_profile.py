"""The ficha of a municipality: what it says, and that its download says the same."""

import csv
import io
import re

import pytest

from callbacks.downloads import as_csv
from geodata.snapshot import Workspace
from layouts.profile_rows import COLUMNS, profile_rows
from tests.wiring.test_gap_page import BANNED, words_of

GOLDEN = ["44430", "54874", "81001", "54001", "44001", "99001", "94001", "20001"]
DEMO = "espacio=demostracion"


def shown(pages, code, query=""):
    return " ".join(words_of(pages.at(f"/municipio/{code}", query)))


@pytest.mark.parametrize("code", [*GOLDEN, "27493", "91263", "11001", "88564"])
@pytest.mark.parametrize("query", ["", "idioma=en", DEMO])
def test_every_ficha_reads_well(pages, code, query):
    text = shown(pages, code, query)
    name = pages.desks.desk(Workspace.PUBLISHED).engine.name(code)
    assert name in text
    assert not BANNED.search(text), BANNED.search(text)
    assert ".." not in text.replace("...", "")


def test_the_headlines_of_villa_del_rosario(pages):
    text = shown(pages, "54874")
    assert "toca la línea con Venezuela en 28 km" in text
    assert "302 de cada 1.000 habitantes son personas migrantes venezolanas" in re.sub(
        " +", " ", text
    )
    assert "De cada cien personas que quieren trabajar, 12,6 no encuentran" in re.sub(
        " +", " ", text
    )
    assert "en línea recta, que no es tiempo de viaje" in text
    assert "cuyo estado está por verificar" in text


@pytest.mark.parametrize(("old", "new"), [("27086", "27493"), ("94663", "94343")])
def test_retired_codes_lead_to_their_successor_with_a_notice(pages, old, new):
    text = shown(pages, old)
    assert f"El código {old} ya no está vigente" in text
    assert new in text


def test_an_unknown_code_opens_the_map_with_a_notice(pages):
    text = shown(pages, "99999")
    assert "Se descartó" in text
    assert "99999" in text


def rows_of(pages, code, query=""):
    profile = pages.found_profile(code, query)
    return list(
        csv.DictReader(io.StringIO(as_csv(COLUMNS, profile_rows(profile)).removeprefix("\ufeff")))
    )


@pytest.mark.parametrize("code", ["54874", "44430", "94001"])
@pytest.mark.parametrize("query", ["", DEMO])
def test_each_value_of_the_ficha_is_in_its_download(pages, code, query):
    """The large numbers beside each indicator and the references under it."""
    rows = rows_of(pages, code, query)
    known = {round(float(row["valor"]), 4) for row in rows if row["valor"]}
    text = words_in_class(pages.at(f"/municipio/{code}", query), ("value", "marks"))
    numbers = [n for words in text for n in re.findall(r"\d[\d.]*(?:,\d+)?", words)]
    assert len(numbers) > 10
    for number in numbers:
        decimals = len(number.partition(",")[2])
        value = float(number.replace(".", "").replace(",", "."))
        near = any(abs(value - other) <= 0.5 * 10**-decimals + 1e-9 for other in known)
        assert near or value in PER_THOUSAND_OR_COUNT, number


PER_THOUSAND_OR_COUNT = {1000.0, *map(float, range(2, 1123))}
"""Words of a unit, and of how many territories a median is."""


def words_in_class(node, names):
    """Words of every element of a class."""
    if isinstance(node, list | tuple):
        return [word for child in node for word in words_in_class(child, names)]
    data = getattr(node, "data", None)
    if isinstance(data, dict) and "tree" in data:
        return words_in_class(data["tree"], names)
    if getattr(node, "className", None) in names:
        return [" ".join(words_of(node))]
    children = getattr(node, "children", None)
    return words_in_class(children, names) if isinstance(children, list | tuple) or children else []


def test_the_download_names_its_sources_and_its_snapshot(pages):
    rows = rows_of(pages, "54874")
    snapshot = pages.desks.desk(Workspace.PUBLISHED).store.snapshot_id
    assert {row["corte"] for row in rows} == {snapshot}
    own = [row for row in rows if not row["referencia"]]
    assert all(row["editor"] and row["titulo"] for row in own)
    assert {row["estado"] for row in own} <= {
        "valor",
        "dato_anterior",
        "poco_confiable",
        "suprimido",
    }
    assert any(row["referencia"] == "nación" for row in rows)


def test_the_download_is_served_and_an_unknown_code_is_not(application):
    client = application.server.test_client()
    found = client.get("/municipio/54874.csv")
    assert found.status_code == 200
    assert found.mimetype == "text/csv"
    assert 'filename="ficha-54874.csv"' in found.headers["Content-Disposition"]
    assert client.get("/municipio/99999.csv").status_code == 404
