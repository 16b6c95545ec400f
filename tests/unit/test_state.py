"""The address bar: any text opens some view, and a view writes an address that opens it again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callbacks.state import LAYERS, Parsed, Selection, Vocabulary
from geodata.schema import SECTIONS
from indicators.registry import INDICATORS
from indicators.scopes import SCOPES
from indicators.spec import Kind

VOCABULARY = Vocabulary(
    indicators=INDICATORS,
    municipalities=frozenset({"44430", "54874", "27493", "94343"}),
    departments=frozenset({"44", "54"}),
    successors={"27086": "27493", "94663": "94343"},
)

FILLS = [key for key, indicator in INDICATORS.items() if indicator.kind is not Kind.COUNT]

selections = st.builds(
    Selection,
    ambito=st.sampled_from(list(SCOPES)),
    departamento=st.sampled_from(["", "44", "54"]),
    municipio=st.sampled_from(["", "44430", "54874"]),
    indicador=st.sampled_from(list(INDICATORS)),
    sector=st.sampled_from(["total", *SECTIONS]),
    sexo=st.sampled_from(["total", "mujeres", "hombres"]),
    periodo=st.sampled_from(["", "2018", "2025"]),
    medida=st.sampled_from(["", "brecha"]),
    segundo=st.sampled_from(["", *FILLS]),
    capas=st.sets(st.sampled_from(LAYERS)).map(lambda s: tuple(x for x in LAYERS if x in s)),
    panel=st.sampled_from(["", "lista", "ficha"]),
    idioma=st.sampled_from(["es", "en"]),
    espacio=st.sampled_from(["publicado", "demostracion"]),
    seleccion=st.sets(st.sampled_from(["44430", "54874", "27493"])).map(lambda s: tuple(sorted(s))),
    pesos=st.sampled_from(["", "1,1,5,1,0,1,1", "0,0,0,0,0,0,1"]),
    ocupados=st.sampled_from(["1", "2", "5"]),
    comparar=st.lists(st.sampled_from(["44430", "54874", "54"]), unique=True).map(tuple),
    contra=st.sampled_from(["departamento", "nacion"]),
)


@given(selections)
def test_round_trip(selection):
    parsed = Parsed.from_url(selection.to_url(), VOCABULARY)
    assert parsed == Parsed(selection)


@given(st.text())
def test_any_text_opens_a_view(text):
    parsed = Parsed.from_url("?" + text, VOCABULARY)
    assert parsed.selection.indicador in INDICATORS
    assert parsed.selection.ambito in SCOPES


def test_the_default_view_has_no_query():
    assert Selection().to_url() == ""


@pytest.mark.parametrize(
    ("search", "dropped"),
    [
        pytest.param("?indicador=nada", (("indicador", "nada"),), id="unknown indicator"),
        pytest.param("?municipio=5001", (("municipio", "5001"),), id="code without its zero"),
        pytest.param("?periodo=ayer", (("periodo", "ayer"),), id="not a year"),
        pytest.param("?periodo=٢٠٢٥", (("periodo", "٢٠٢٥"),), id="digits of another script"),
        pytest.param("?capas=personas,rojo", (("capas", "personas,rojo"),), id="unknown layer"),
        pytest.param("?color=rojo", (("color", "rojo"),), id="unknown field"),
        pytest.param("?sector=Z", (("sector", "Z"),), id="not a section"),
        pytest.param("?medida=nivel", (("medida", "nivel"),), id="unknown measure"),
        pytest.param("?segundo=nada", (("segundo", "nada"),), id="unknown second indicator"),
        pytest.param("?segundo=vacantes", (("segundo", "vacantes"),), id="a count fills no area"),
    ],
)
def test_what_is_not_understood_is_named(search, dropped):
    parsed = Parsed.from_url(search, VOCABULARY)
    assert parsed.dropped == dropped
    assert parsed.selection == Selection()


def test_retired_codes_are_replaced():
    parsed = Parsed.from_url("?municipio=27086", VOCABULARY)
    assert parsed.selection.municipio == "27493"
    assert parsed.replaced == (("27086", "27493"),)


def test_no_layers_is_a_choice():
    assert Parsed.from_url("?capas=ninguna", VOCABULARY).selection.capas == ()


def test_home_yields_to_the_address():
    assert Parsed.from_url("", VOCABULARY, home="44430").selection.municipio == "44430"
    assert (
        Parsed.from_url("?municipio=54874", VOCABULARY, home="44430").selection.municipio == "54874"
    )


@pytest.mark.parametrize("codes", ["99999", "44430,99999", "", ",".join(["44430"] * 61)])
def test_a_choice_of_municipalities_that_cannot_be_is_dropped_whole(codes):
    """Half of a choice would show other numbers than the ones in the minutes."""
    parsed = Parsed.from_url(f"?seleccion={codes}", VOCABULARY)
    assert parsed.selection.seleccion == ()
    assert bool(parsed.dropped) == bool(codes)
