"""Territories side by side: what is said, what is not, and that the download says the same."""

import csv
import io
import re

import pytest

from callbacks.downloads import as_csv
from callbacks.pages import COMPARE
from layouts.compare_rows import COLUMNS, compare_rows
from tests.wiring.test_gap_page import BANNED, DEMO, words_of
from tests.wiring.test_profile import links_of

THREE = "comparar=44430,54874,81001"
FOUR = "comparar=44430,54874,81001,54"


def shown(pages, query):
    return re.sub(r"\s+", " ", " ".join(words_of(pages.at(COMPARE, query))))


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    "query",
    ["", THREE, "comparar=94343,91263,54", f"{DEMO}&{FOUR}&contra=parecidos", "comparar=11001,001",
     f"{THREE}&contra=nacion", f"{DEMO}&{THREE}&sexo=mujeres&sector=G&contra=ambito"],
)  # fmt: skip
def test_any_comparison_reads_well(pages, query, language):
    text = shown(pages, f"{query}&idioma={language}")
    assert not BANNED.search(text), BANNED.search(text)
    assert ".." not in text.replace("...", "")


def test_without_territories_it_says_where_to_begin(pages):
    text = shown(pages, "")
    assert "Elija los territorios" in text
    for name in ("Maicao", "Villa del Rosario", "Arauca"):
        assert name in text


def test_every_territory_leads_to_its_ficha_and_the_page_to_its_rows(pages):
    """A department has a ficha as well; the rows are of the very territories, in their order."""
    links = links_of(pages.at(COMPARE, f"{DEMO}&{FOUR}"))
    fichas = {f"/municipio/{code}" for code in ("44430", "54874", "81001")}
    assert fichas | {"/departamento/54"} <= set(links)
    (rows,) = [link for link in links if link.startswith("/datos?tabla=comparar")]
    selection = pages.desks.parse(rows.partition("?")[2]).selection
    assert selection.comparar == ("44430", "54874", "81001", "54")


def test_differences_are_told_in_words(pages):
    text = shown(pages, f"{DEMO}&{FOUR}")
    assert re.search(r"[\d.,]+ de cada 1\.000 habitantes menos que Maicao\.", text)
    assert re.search(r"[\d.,]+ puntos porcentuales \(pp\) (?:más|menos) que su departamento", text)
    assert re.search(r"No se puede afirmar que difiera de .{3,60}: sus márgenes de 95 % se", text)


def test_a_stand_in_is_named_and_never_compared(pages):
    """Arauca publishes no count of its own: that of its department is shown, off the scale."""
    text = shown(pages, THREE)
    assert "No es cifra propia: es de Arauca. No se compara como si lo fuera." in text
    assert "Fuera de la escala: Arauca." in text


def rows_of(pages, query):
    comparison = pages.found_comparison(query)
    text = as_csv(COLUMNS, compare_rows(comparison))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("query", [THREE, f"{DEMO}&{FOUR}"])
def test_the_download_has_the_rows_of_the_screen(pages, query):
    rows, text = rows_of(pages, query), shown(pages, query)
    codes = query.rpartition("=")[2].split(",")
    asked = [row for row in rows if not row["referencia"]]
    assert [row["codigo"] for row in asked[: len(codes)]] == codes
    assert len(asked) % len(codes) == 0
    assert {row["indicador"] for row in rows} == {
        t for t in {r["indicador"] for r in rows} if t in text
    }
    for row in asked:
        assert bool(row["valor"]) == (row["estado"] in ("valor", "dato_anterior", "poco_confiable"))
        if row["valor"] and row["codigo"] != row["codigo_cifra"]:
            assert not row["diferencia_primero"]
            assert not row["diferencia_referencia"]
        assert not (row["diferencia_referencia"] and row["motivo_referencia"])
        assert not row["valor"] or row["editor"]


def test_a_difference_of_the_download_is_that_of_its_figures(pages):
    rows = [r for r in rows_of(pages, f"{DEMO}&{THREE}") if not r["referencia"]]
    told = [r for r in rows if r["diferencia_primero"]]
    assert told
    for row in told:
        lead = next(r for r in rows if r["clave"] == row["clave"])
        apart = float(row["valor"]) - float(lead["valor"])
        assert float(row["diferencia_primero"]) == pytest.approx(apart)
        assert (row["serie"], row["periodo"][:4]) == (lead["serie"], lead["periodo"][:4])


def test_the_download_is_served_and_nothing_is_not(application):
    client = application.server.test_client()
    found = client.get(f"/comparar.csv?{THREE}")
    assert found.status_code == 200
    assert "comparar-44430-54874-81001.csv" in found.headers["Content-Disposition"]
    assert client.get("/comparar.csv?comparar=99999").status_code == 404


@pytest.mark.parametrize(
    ("asked", "kept", "notice"),
    [
        ("27086,44430", ["27493", "44430"], "El código 27086 ya no está vigente"),
        ("44430,99999", ["44430"], "99999"),
        ("44430,44430,54", ["44430", "54"], ""),
        ("44430,54874,81001,54,44", ["44430", "54874", "81001", "54"], "44"),
    ],
)
def test_codes_of_the_address_are_judged_one_by_one(pages, asked, kept, notice):
    query = f"comparar={asked}"
    assert list(pages.desks.parse(query).selection.comparar) == kept
    frame = pages._frame(COMPARE, pages.desks.parse(query))
    assert notice in " ".join(frame.notices)
    assert bool(frame.notices) == bool(notice)
