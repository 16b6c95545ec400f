"""A view as plain markup: what is seen is written, what is remembered is not, and text is text."""

import re
from pathlib import Path

import dash_bootstrap_components as dbc
import dash_leaflet as dl
import pytest
from dash import dcc, html

from layouts.document import (
    FIRST_MODULES,
    completed,
    deferred,
    held,
    start_after_picture,
    still_page,
)
from layouts.still import still

OPTIONS = [{"label": "Uno", "value": "1"}, {"label": "Dos <b>", "value": "2"}]


@pytest.mark.parametrize(
    ("component", "markup"),
    [
        (html.P("Año < 2020 & más", className="a"), '<p class="a">Año &lt; 2020 &amp; más</p>'),
        (html.Div([html.B(1), None, "x"], hidden=True), "<div hidden><b>1</b>x</div>"),
        (html.Div(hidden=False, title='"'), '<div title="&quot;"></div>'),
        (html.Nav(**{"aria-label": "Vistas"}), '<nav aria-label="Vistas"></nav>'),
        (dcc.Store(id="s", data={"secret": 1}), ""),
        (dbc.Alert("Aviso", is_open=False), ""),
        (dl.Map([dl.GeoJSON()], className="map"), '<div class="map"></div>'),
        (
            dbc.Select(id="f", options=OPTIONS, value="2"),
            '<select id="f" class="form-select form-select-sm" inert>{}</select>'.format(
                "<option>Dos &lt;b&gt;</option>"
            ),
        ),
    ],
)
def test_what_is_seen_is_written(component, markup):
    assert still(component) == markup


def test_an_open_notice_and_a_placeholder_are_seen():
    assert "Se descartó" in still(dbc.Alert("Se descartó", is_open=True, color="light"))
    assert "Buscar" in still(dcc.Dropdown(id="d", options=[], placeholder="Buscar"))


def test_a_checked_switch_is_checked():
    boxes = dbc.Checklist(id="c", options=OPTIONS, value=["1"], className="layers")
    assert still(boxes).count(" checked") == 1


def test_words_are_never_read_for_marks():
    assert completed("%A% %B%", {"%A%": "%B%", "%B%": "b"}) == "%B% b"


def test_facts_cannot_end_their_script():
    page = still_page("", {"notice": "</script><script>alert(1)</script>"})
    assert page.count("<script") == 2


def test_scripts_wait_for_the_document():
    assert deferred('<script src="/a.js"></script>') == '<script defer src="/a.js"></script>'


def test_scripts_wait_for_the_first_picture():
    page = held('<script src="/a.js"></script>\n<script src="/b.js"></script>')
    assert re.findall(r'<script type="text/plain" data-src="([^"]+)"></script>', page) == [
        "/a.js", "/b.js",
    ]  # fmt: skip
    assert " src=" not in page
    assert 'data-src="/assets/mirador/main.mjs"' in start_after_picture()


def test_the_first_picture_asks_early_for_every_module_that_it_needs():
    folder = Path(__file__).parents[2] / "assets" / "mirador"
    needed, found = {"first"}, set()
    while needed - found:
        name = (needed - found).pop()
        found.add(name)
        text = (folder / f"{name}.mjs").read_text(encoding="utf-8")
        needed |= set(re.findall(r'^import .* from "\./(\w+)\.mjs";', text, re.MULTILINE))
    assert set(FIRST_MODULES) == needed
