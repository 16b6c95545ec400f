"""Every callback names ids that exist, and every server callback runs for every kind of address."""

from collections import Counter

import pytest
from dash import html
from dash.development.base_component import Component

from callbacks import address, panel_view
from callbacks.pages import PATHS
from callbacks.values import draw_map, draw_points
from indicators.registry import INDICATORS
from indicators.scopes import SCOPES


def ids_on_page(layout):
    parts = [layout, *layout._traverse()]
    return Counter(str(p.id) for p in parts if isinstance(p, Component) and hasattr(p, "id"))


def ids_in_callbacks(app):
    app._setup_server()
    named = set()
    for spec in app.callback_map.values():
        outputs = spec["output"] if isinstance(spec["output"], list) else [spec["output"]]
        named |= {str(o.component_id) for o in outputs}
        named |= {str(i["id"]) for i in spec["inputs"] + spec["state"]}
    return named


def test_callbacks_name_only_ids_on_the_page(application):
    views = html.Div([application.pages.at(path, "") for path in PATHS])
    everywhere = set(ids_on_page(views))
    assert ids_in_callbacks(application) - everywhere == set()


def test_ids_are_unique(application):
    assert [i for i, n in ids_on_page(application.layout()).items() if n > 1] == []


def test_every_server_callback_is_called_here(application):
    application._setup_server()
    server_side = {key for key, spec in application.callback_map.items() if "callback" in spec}
    called = {"page-resolved.data", "side-panel-tree.data"}
    assert all(any(name in key for name in called) for key in server_side), server_side


def resolved_over_http(application, search):
    outputs = [
        {"id": "page-resolved", "property": "data"},
        {"id": "page-notices", "property": "children"},
        {"id": "page-notices", "property": "is_open"},
    ]
    asked = {"id": "page-address-request", "property": "data", "value": search}
    body = {
        "output": "..{}..".format("...".join("{id}.{property}".format(**o) for o in outputs)),
        "outputs": outputs,
        "inputs": [asked],
        "changedPropIds": ["page-address-request.data"],
    }
    return application.server.test_client().post("/_dash-update-component", json=body)


@pytest.mark.parametrize("indicator", INDICATORS)
def test_map_slice_of_every_indicator(desks, indicator):
    slice_ = draw_map(f"?indicador={indicator}&ambito=pais&capas=personas", desks=desks)
    fill = slice_["fill"]
    assert fill["indicator"] == indicator
    assert len(slice_["scope"]) == 1122
    for values, states in zip(fill["values"], fill["states"], strict=True):
        assert len(values) == len(states) == len(fill["codes"])
        shown = [state in "045" for state in states]
        assert shown == [value is not None for value in values], "a state was given a value"


def test_a_slice_says_how_it_is_crossed_compared_and_marked(desks):
    fill = draw_map("?ambito=pais", desks=desks)["fill"]
    assert len(fill["thirdLabels"]) == len(fill["thirds"]) + 1 == 3
    assert len(fill["gap"]["labels"]) == len(fill["gap"]["breaks"]) + 1
    assert len(fill["gap"]["nation"]) == len(fill["years"])
    assert any(value is not None for value in fill["gap"]["nation"])
    assert all(len(row) == len(fill["years"]) for row in fill["departments"].values())
    assert "54" in fill["departments"]


def test_counts_have_groups_but_are_not_crossed_nor_compared(desks):
    fill = draw_map("?indicador=poblacion&ambito=pais", desks=desks)["fill"]
    assert len(fill["labels"]) == 5
    assert (fill["thirds"], fill["gap"], fill["departments"]) == ([], None, {})


@pytest.mark.parametrize("scope", SCOPES)
def test_map_slice_of_every_scope(desks, scope):
    slice_ = draw_map(f"?ambito={scope}", desks=desks)
    (south, west), (north, east) = slice_["bounds"]
    assert south < north
    assert west < east
    assert slice_["fill"]["codes"] == slice_["scope"]


@pytest.mark.parametrize("code", ["44430", "54874", "81001", "27493", "91263", "11001", "88564"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_panel(desks, code, language):
    tree, _ = panel_view.draw_panel(f"?municipio={code}&idioma={language}", desks=desks)
    words = " ".join(text_of([tree["head"], *tree["body"]]))
    name = desks.desk("publicado").engine.name(code)
    assert name in words
    for banned in ("nan", "NaN", "N/A", "None", "Traceback"):
        assert banned not in words.split(), banned


def test_panel_without_a_municipality_says_what_to_do(desks):
    tree, chart = panel_view.draw_panel("?", desks=desks)
    assert "Elija un municipio" in text_of(tree["head"])
    (link,) = [child.children for child in tree["head"].children if hasattr(child.children, "href")]
    assert (link.href, link.children) == ("/frontera", "Ficha de la frontera")
    assert chart is None


def text_of(component):
    """All words of a component tree."""
    if isinstance(component, str | int | float):
        return [str(component)]
    if isinstance(component, list | tuple):
        return [word for child in component for word in text_of(child)]
    return text_of(getattr(component, "children", None) or [])


def test_figures_that_compete_stand_side_by_side_with_the_one_in_use(desks):
    """Two publishers give the unemployment of Cúcuta A.M. for one quarter; the choice is told."""
    tree, _ = panel_view.draw_panel("?municipio=54001", desks=desks)
    shown = " ".join(text_of([tree["head"], *tree["body"]]))
    assert "Ver las 2 cifras publicadas" in shown
    pair = shown.partition("Ver las 2 cifras publicadas")[2].partition("En uso: el corte")[0]
    assert pair.count("(en uso)") == 1


def test_http_error_is_a_sentence(application):
    answer = resolved_over_http(application, 3)
    assert answer.status_code == 200
    sides = answer.get_json()["sideUpdate"]
    assert sides["page-message"]["is_open"] is True
    assert "Error" not in str(sides)


def test_resolve_reports_what_was_dropped(desks):
    resolved, sentences, is_open = address.resolve(
        "?indicador=nada&municipio=99999&color=rojo", desks=desks
    )
    words = " ".join(text_of(sentences))
    assert is_open
    for dropped in ("indicador «nada»", "municipio «99999»", "color «rojo»"):
        assert dropped in words
    assert resolved["selection"]["indicador"] == "migrantes_por_mil"


@pytest.mark.parametrize(("old", "new"), [("27086", "27493"), ("94663", "94343")])
def test_retired_code_leads_to_its_successor(desks, old, new):
    resolved, sentences, _ = address.resolve(f"?municipio={old}", desks=desks)
    assert resolved["selection"]["municipio"] == new
    assert f"El código {old} ya no está vigente" in " ".join(text_of(sentences))


def test_home_is_the_municipality_of_the_first_view(desks_at_home):
    assert desks_at_home.parse("").selection.municipio == "44430"


def test_page_in_english(application):
    with application.server.test_request_context("/", headers={"Referer": "http://x/?idioma=en"}):
        words = text_of(application.layout())
    assert "Scope" in words
    assert "Ámbito" not in words


def test_document_names_its_language(application):
    client = application.server.test_client()
    assert '<html lang="en" ' in client.get("/?idioma=en").get_data(as_text=True)
    assert '<html lang="es" ' in client.get("/?idioma=xx").get_data(as_text=True)


@pytest.mark.parametrize(("accepted", "coding"), [("gzip, br", "br"), ("gzip", "gzip"), ("", None)])
def test_geometry_is_immutable_and_compressed(application, geometry_url, accepted, coding):
    client = application.server.test_client()
    answer = client.get(geometry_url, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == coding
    assert "immutable" in answer.headers["Cache-Control"]


def test_health_and_ready(application):
    client = application.server.test_client()
    assert client.get("/health").status_code == 200
    assert set(client.get("/ready").get_json()) >= {"publicado"}


def test_no_foreign_address_in_the_document(application):
    document = application.server.test_client().get("/").get_data(as_text=True)
    for line in document.splitlines():
        assert 'src="http' not in line
        assert 'href="http' not in line


def test_points_are_centres_and_units(desks):
    answer = draw_points("?capas=centros,unidades", desks=desks)
    cucuta = next(c for c in answer["centres"] if c["properties"]["code"] == "54001")
    assert cucuta["properties"]["lines"][0].startswith("Centro Intégrate")
    assert any(line.startswith("Fuente") for line in cucuta["properties"]["lines"])
    nothing = draw_points("?capas=ninguna", desks=desks)
    assert (nothing["centres"], nothing["units"]) == ([], None)


@pytest.mark.parametrize(
    ("search", "note"),
    [
        pytest.param("", None, id="nothing to say"),
        pytest.param("?sector=G", "no se publica por sector", id="indicator without sectors"),
        pytest.param("?departamento=05", "Antioquia no hace parte de", id="department outside"),
        pytest.param(
            "?indicador=ocupados_por_rama&sector=O",
            "La sección O no se publica sola, sino junto con P, Q",
            id="published together",
        ),
    ],
)
def test_notes_of_a_view(desks, search, note):
    notes = draw_map(search, desks=desks)["notes"]
    assert (notes == []) if note is None else (note in notes[0])


def page_at(application, path):
    with application.server.test_request_context("/", headers={"Referer": f"http://x{path}"}):
        return application.layout()


def test_data_view_lists_snapshots_indicators_and_sources(application, published):
    shown = page_at(application, "/datos")
    (tree,) = [part.data for part in shown._traverse() if getattr(part, "id", "") == "data-tree"]
    words = text_of(tree["tree"])
    assert published.snapshot_id[:6] in words
    assert "Migrantes venezolanos por 1.000 habitantes" in words
    assert f"Fuentes · {len(published.sources)}" in words


def test_data_view_does_not_import_unless_the_server_allows_it(application):
    words = " ".join(text_of(page_at(application, "/datos?idioma=en")))
    assert "This server does not accept changes." in words


def test_an_address_without_a_page_shows_the_map_and_says_so(pages):
    shown = str(pages.at("/nada", "espacio=demostracion").to_plotly_json())
    assert "/nada" in shown
    assert "El enlace pedía algo que no existe aquí" in shown
    assert "El enlace pedía" not in str(pages.at("/", "").to_plotly_json())
