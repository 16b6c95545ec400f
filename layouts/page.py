"""The map view, empty of figures; callbacks and the browser fill it."""

from typing import Any

import dash_bootstrap_components as dbc
import pandas as pd
from dash import dcc, html

from indicators.scopes import SCOPES, local_territories
from indicators.spec import Axis, Kind
from layouts import controls, ids
from layouts.aria import aria
from layouts.export_menu import map_menu
from layouts.frame import Frame, header, notices
from layouts.map import inset, main_map
from layouts.reading import data
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.data_words import DATA_WORDS


def page(frame: Frame) -> html.Div:
    """Header, filters, map and side panel."""
    texts = frame.texts
    return html.Div(
        [
            html.A(texts.skip_to_list, href="#" + ids.Side.LIST_BOX, className="skip-link"),
            *_memory(frame),
            header(frame),
            filters(frame),
            notices(frame.notices),
            dbc.Alert(id=ids.Page.MESSAGE, is_open=False, color="warning", dismissable=True),
            html.Main([map_column(frame), side_column(texts)], className="columns"),
        ],
        className="page demo" if frame.is_demo else "page",
        lang=texts.language,
    )


def _memory(frame: Frame) -> list[Any]:
    """The address and what the browser remembers while the page is open."""
    return [
        dcc.Location(id=ids.Page.URL, refresh=False),
        dcc.Store(id=ids.Page.ADDRESS_REQUEST),
        dcc.Store(id=ids.Page.RESOLVED),
        dcc.Store(id=ids.Page.SELECTION, data=dict(frame.chosen)),
        dcc.Store(id=ids.Page.CATALOGUE, data=browser_catalogue(frame)),
        dcc.Store(id=ids.Map.PICKED),
        dcc.Store(id=ids.Map.SLICE),
        dcc.Store(id=ids.Map.PAINTED, data=frame.scope_key),
        dcc.Store(id=ids.Map.POINTS),
        dcc.Store(id=ids.Side.PANEL_REQUEST),
        dcc.Store(id=ids.Side.PANEL_TREE),
        dcc.Store(id=ids.Side.PANEL_SHOWN),
    ]


def filters(frame: Frame) -> html.Form:
    """The row of filters."""
    texts, chosen = frame.texts, frame.chosen
    return html.Form(
        [
            controls.chip(
                ids.Filter.SCOPE, texts.scope, controls.scope_options(texts), chosen["ambito"]
            ),
            controls.chip(
                ids.Filter.DEPARTMENT,
                texts.department,
                controls.department_options(frame.territories, texts),
                chosen["departamento"] or controls.ANY,
            ),
            controls.indicator_picker(frame.indicators, chosen["indicador"], texts),
            controls.chip(
                ids.Filter.SECTOR, texts.sector, controls.section_options(texts), chosen["sector"]
            ),
            controls.chip(
                ids.Filter.GROUP,
                texts.group,
                controls.group_options(texts),
                chosen["grupo"] or controls.ANY,
            ),
            controls.chip(ids.Filter.SEX, texts.sex, controls.sex_options(texts), chosen["sexo"]),
            controls.chip(
                ids.Filter.YEAR,
                texts.period,
                [{"label": texts.newest, "value": controls.ANY}],
                chosen["periodo"] or controls.ANY,
            ),
            html.A(
                DATA_WORDS[texts.language].download,
                href="/datos?tabla=mapa",
                className="download",
                title=DATA_WORDS[texts.language].download_map,
                **data(keep="yes"),
            ),
            map_menu(frame),
        ],
        className="filters",
        **aria(label=texts.filters),
    )


def map_column(frame: Frame) -> html.Section:
    """The map with its floating cards."""
    texts = frame.texts
    loading: dict[str, Any] = {"data-loading": texts.loading}
    cards = html.Div(
        [
            html.P(id=ids.Map.ANSWER, className="float answer", role="status", **loading),
            html.Div(id=ids.Map.LEGEND, className="float legend"),
            html.Div(id=ids.Map.TIME, className="float time", hidden=True),
            layer_card(frame),
            analyst_card(frame),
        ],
        className="cards",
    )
    home = html.Button(
        "⌂", id=ids.Map.HOME, className="home", title=texts.home, **aria(label=texts.home)
    )
    watermark = [html.P(texts.watermark, className="watermark")] if frame.is_demo else []
    return html.Section(
        [
            main_map(frame.bounds, texts),
            # A drawing tool lays this over the map: what is drawn does not move it.
            html.Div(id=ids.Map.GROUND, className="ground", hidden=True),
            home,
            drawing_tools(texts),
            cards,
            inset(ids.Map.INSET_BOX, texts.inset, "cucuta"),
            inset(ids.Map.ISLANDS, texts.islands, "islands"),
            *watermark,
        ],
        className="map-column",
    )


def drawing_tools(texts: Catalogue) -> html.Div:
    """Box and lasso, which choose several municipalities by mouse or finger."""
    tools = ((ids.Map.BOX, texts.choose_box), (ids.Map.LASSO, texts.choose_lasso))
    buttons = [
        html.Button(
            html.I(**aria(hidden="true")),
            id=name,
            type="button",
            title=words,
            **aria(label=words, pressed="false"),
        )
        for name, words in tools
    ]
    return html.Div(buttons, className="tools", role="group", **aria(label=texts.choose_several))


def layer_card(frame: Frame) -> html.Fieldset:
    """Switches of the layers, over the words of those that are on."""
    return html.Fieldset(
        [
            html.Legend(frame.texts.layers),
            controls.layer_switches(frame.chosen["capas"], frame.texts),
            html.Div(id=ids.Map.LEGEND_LAYERS),
        ],
        className="float legend-layers",
    )


def analyst_card(frame: Frame) -> html.Details:
    """Two further readings of the map, closed until asked for."""
    texts, chosen = frame.texts, frame.chosen
    return html.Details(
        [
            html.Summary(texts.analysts),
            controls.chip(
                ids.Filter.MEASURE,
                texts.measure,
                controls.measure_options(texts),
                chosen["medida"] or controls.ANY,
            ),
            controls.chip(
                ids.Filter.SECOND,
                texts.second,
                controls.second_options(frame.indicators, texts),
                chosen["segundo"] or controls.ANY,
            ),
        ],
        className="float analysts",
        open=bool(chosen["medida"] or chosen["segundo"]),
    )


def side_column(texts: Catalogue) -> html.Aside:
    """Ranked list and municipal panel, one at a time."""
    tabs = html.Div(
        [
            html.Button(
                texts.list_tab,
                id=ids.Side.TAB_LIST,
                role="tab",
                **aria(controls=ids.Side.LIST_BOX, selected="true"),
            ),
            html.Button(
                texts.no_place,
                id=ids.Side.TAB_PANEL,
                role="tab",
                **aria(controls=ids.Side.PANEL_BOX, selected="false"),
            ),
        ],
        className="tabs",
        role="tablist",
    )
    close = html.Button(
        "✕", id=ids.Side.CLOSE, type="button", title=texts.close, **aria(label=texts.close)
    )
    return html.Aside(
        [
            html.Div([tabs, close], className="side-head"),
            chosen_several(texts),
            html.Div(html.Div(id=ids.Side.LIST), id=ids.Side.LIST_BOX, role="tabpanel", tabIndex=0),
            html.Div(
                [
                    html.Div(id=ids.Side.PANEL_HEAD),
                    html.Div(id=ids.Side.CHART),
                    html.Div(id=ids.Side.PANEL),
                ],
                id=ids.Side.PANEL_BOX,
                className="panel",
                role="tabpanel",
                tabIndex=0,
                hidden=True,
            ),
        ],
        className="side",
    )


def chosen_several(texts: Catalogue) -> html.Div:
    """Over list and panel: how many are in sight, in numbers, and the way back to all."""
    style = "btn btn-sm btn-outline-secondary"
    only = html.Button(texts.chosen_rest, id=ids.Side.ONLY, type="button", className=style)
    clear = html.Button(texts.chosen_clear, id=ids.Side.CLEAR, type="button", className=style)
    beside = html.A(
        texts.chosen_compare, id=ids.Side.COMPARE, href="/comparar", hidden=True, **data(keep="yes")
    )
    parts = [html.Span(role="status"), beside, only, clear]
    return html.Div(parts, id=ids.Side.CHOSEN, hidden=True)


def browser_catalogue(frame: Frame) -> dict[str, Any]:
    """What the browser needs of the registries and the texts to paint without asking."""
    texts = frame.texts
    return {
        "geometry": frame.geometry,
        "snapshot": frame.snapshot,
        "version": frame.version,
        "defaults": dict(frame.defaults),
        "language": texts.language,
        "indicators": {
            key: {
                "axis": list(Axis).index(indicator.axis),
                "groups": [str(group) for group in indicator.groups],
                "bySex": indicator.by_sex,
                "bySector": indicator.by_sector,
                "count": indicator.kind is Kind.COUNT,
            }
            for key, indicator in frame.indicators.items()
        },
        "states": [texts.states[state] for state in texts.states],
        "statesExplained": [texts.state_explained[state] for state in texts.states],
        "countries": texts.countries,
        "scopes": {key: in_language(s.title, texts.language) for key, s in SCOPES.items()},
        "departments": _names(frame.territories, "departamento"),
        "unplaced": _unplaced(frame.territories),
        "groups": texts.groups,
        "words": {name: getattr(texts, name) for name in _BROWSER_WORDS},
    }


def _names(territories: pd.DataFrame, level: str) -> dict[str, str]:
    rows = territories[territories["level"] == level]
    return dict(zip(rows.index, rows["name"], strict=True))


def _unplaced(territories: pd.DataFrame) -> dict[str, str]:
    """Territories in force that the boundary file does not draw: they can still be found."""
    local = local_territories(territories)
    missing = local[~local["has_geometry"]]
    return dict(zip(missing.index, missing["name"], strict=True))


_BROWSER_WORDS = (
    "newest", "legend_title", "by_department", "source_and_method", "sources_of_map", "list_tab",
    "list_title", "list_title_department", "list_kick", "list_profile", "list_without", "list_more",
    "list_domains", "rank", "place", "value", "no_place", "earlier", "circles_area", "play",
    "pause", "years", "side_by_side", "every_sector", "close", "chosen", "chosen_sum",
    "chosen_middle", "chosen_none", "chosen_most", "chosen_only", "chosen_rest", "choose",
    "chosen_compare", "chosen_compare_first", "layer_names", "centre_kinds", "centre_status",
    "not_split", "values_stale", "values_failed", "nation", "classes", "rule_natural", "rule_count",
    "rule_signed", "rule_cross", "rule_limits", "gap_title", "gap_none", "cross_count",
    "cross_level", "cross_cell", "as_picture", "many_keys", "many_left", "many_none", "zoom_in",
    "zoom_out", "home", "loading", "below", "between", "or_more",
)  # fmt: skip
