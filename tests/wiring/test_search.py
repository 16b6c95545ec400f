"""The search: what people type leads to what they mean, grouped by kind, in both languages."""

import pytest

from geodata.snapshot import Workspace
from indicators.registry import INDICATORS
from layouts.found import ALSO_CALLED, WEIGHTS


@pytest.fixture(scope="module")
def find(application):
    client = application.server.test_client()

    def asked(typed, **query):
        return client.get("/buscar.json", query_string={"q": typed, **query}).get_json()

    return asked


def first(answer):
    best = answer["groups"][0]["items"][0]
    return best["kind"], best["code"]


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("Maicao", "municipio", "44430"),
        ("maycao", "municipio", "44430"),
        ("Vila del Rosario", "municipio", "54874"),
        ("villa del rosario norte de santander", "municipio", "54874"),
        ("cucuta", "municipio", "54001"),
        ("CÚCUTA", "municipio", "54001"),
        ("inirida", "municipio", "94001"),
        ("puerto careno", "municipio", "99001"),
        ("rioacha", "municipio", "44001"),
        ("54874", "municipio", "54874"),
        ("arauca", "municipio", "81001"),
        ("frontera", "frontera", "frontera_venezuela"),
        ("ficha de la frontera", "frontera", "frontera_venezuela"),
        ("todas las fronteras", "frontera", "todas_las_fronteras"),
        ("norte de santander", "departamento", "54"),
        ("guajira", "departamento", "44"),
        ("integrate riohacha", "centro", "integrate-riohacha"),
        ("desocupacion", "indicador", "tasa_desocupacion"),
        ("desempleo", "indicador", "tasa_desocupacion"),
        ("informalidad", "indicador", "tasa_informalidad"),
        ("banco amable", "programa", "Banco Amable 1.0"),
    ],
)
def test_what_is_typed_leads_to_what_is_meant(find, typed, kind, code):
    assert first(find(typed)) == (kind, code)


def test_other_languages_have_their_own_words(find):
    assert first(find("unemployment", idioma="en")) == ("indicador", "tasa_desocupacion")
    assert first(find("border", idioma="en")) == ("frontera", "frontera_venezuela")
    assert find("maicao", idioma="en")["groups"][0]["title"] == "Municipalities"


@pytest.mark.parametrize("typed", ["zzzzzz", "maicao zzzzzz", "%", "<zz>"])
def test_nothing_found_is_said(find, typed):
    answer = find(typed)
    assert answer["groups"] == []
    assert "Nada se llama así" in answer["told"]


@pytest.mark.parametrize("typed", ["", "  ", "a" * 5000, "á" * 300])
def test_any_text_has_an_answer(find, typed):
    assert isinstance(find(typed)["groups"], list)


def test_a_field_may_ask_for_some_kinds_only(find):
    groups = find("arauca", tipo="municipio,departamento")["groups"]
    assert {item["kind"] for group in groups for item in group["items"]} == {
        "municipio",
        "departamento",
    }


def test_all_that_is_found_is_told(find):
    answer = find("arauca")
    n = sum(len(group["items"]) for group in answer["groups"])
    assert answer["told"] == f"{n} resultados."
    assert len({group["title"] for group in answer["groups"]}) == len(answer["groups"])


def test_an_indicator_with_several_names_is_found_once(find):
    groups = find("migrantes")["groups"]
    found = [item["code"] for group in groups for item in group["items"]]
    assert len(found) == len(set(found))
    assert set(ALSO_CALLED) <= set(INDICATORS)


@pytest.mark.parametrize("kind", WEIGHTS)
def test_whatever_is_found_opens_without_a_notice(find, desks, kind):
    """Every link is an address that the application understands."""
    answer = find("a", tipo=kind)
    for group in answer["groups"]:
        for item in group["items"]:
            query = item["href"].partition("#")[0].partition("?")[2]
            assert desks.parse(query).dropped == ()
    assert desks.prepared(Workspace.PUBLISHED)
