"""The part of Datos that shows rows: which table, which filters, and the files."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from geodata.schema import TOTAL
from indicators.scopes import local_territories
from layouts import controls
from layouts.aria import aria
from layouts.format import numbers
from layouts.frame import Frame
from layouts.reading import data, element
from layouts.rows.columns import Filtered, RowColumn
from layouts.rows.table import MOST_ROWS, Table
from layouts.rows.tables import TABLES
from layouts.text import in_language
from layouts.text.catalogue import Catalogue

FORMATS: Final = ("csv", "csv-punto-y-coma", "xlsx", "gpkg", "parquet", "json")
LEAST_WORDS: Final = 2
"""Words of a column below which a choice among them is no choice."""

CARRIED: Final = ("idioma", "espacio", "corte", "comparar", "seleccion", "municipio", "pesos")
"""Fields that a form keeps although it does not show them."""


def table_head(frame: Frame, table: Table) -> list[Component]:
    """What stands over the grid."""
    words = table.asked.writer.words
    many = len(table.whole) > MOST_ROWS
    return [
        html.P(_table_links(table), className="choices", **aria(label=words.tables_label)),
        html.P(words.about[table.name], className="whose"),
        _form(frame, table),
        html.H3(table.title),
        html.P(table.told(), className="kick"),
        *_universe(table),
        *([html.P(too_many(table), className="note")] if many else []),
        *([] if table.whole else [html.P(words.none, className="note")]),
        html.Div(
            [
                html.P(_count_words(table), id="data-count", role="status"),
                *_facets(table),
                element("button", {"id": "data-clear", "type": "button", "hidden": "hidden"},
                        [words.clear]),
                html.A(f"{words.download} ↓", href="#descargar", className="jump"),
            ],
            className="facets",
        ),
        html.P(words.grid_help, id="data-grid-help", className="visually-hidden"),
    ]  # fmt: skip


def too_many(table: Table) -> str:
    """Why a table is not shown, and what to do."""
    write = numbers(table.asked.view.texts)
    words = table.asked.writer.words.too_many
    return words.format(n=write(len(table.rows)), limit=write(MOST_ROWS))


def table_foot(table: Table) -> list[Component]:
    """The files, under the grid."""
    words, texts = table.asked.writer.words, table.asked.view.texts
    snapshot = table.asked.view.engine.snapshot.snapshot_id
    links: list[Component | str] = []
    for name in FORMATS:
        form, _, dialect = name.partition("-")
        query = f"corte={snapshot}" + (f"&separador={dialect}" if dialect else "")
        links.append(
            html.A(words.formats[name], href=f"/datos/filas.{form}?{query}", className="file",
                   **data(keep="yes", form=name))
        )  # fmt: skip
    return [
        html.Div([html.B(words.download), *links], className="downloads", id="descargar"),
        html.P(
            [f"{words.download_help} ", html.A(texts.api, href="/api/v1/docs")],
            className="whose",
        ),
    ]


def _count_words(table: Table) -> str:
    words, n = table.asked.writer.words, len(table.whole)
    return words.one_row if n == 1 else words.rows.format(n=numbers(table.asked.view.texts)(n))


def _table_links(table: Table) -> list[Component]:
    words = table.asked.writer.words
    return [
        html.A(
            words.tables[name],
            href=f"/datos?tabla={name}&filtro=&orden=&cifra=",
            **data(keep="yes"),
            **(aria(current="true") if name == table.name else {}),
        )
        for name in TABLES
    ]


def _universe(table: Table) -> list[Component]:
    if "universo" not in table.kind.fixed:
        return []
    indicator, texts = table.asked.view.question.indicator, table.asked.view.texts
    universe, caveat = (in_language(t, texts.language) for t in (indicator.universe,
                                                                 indicator.caveat))  # fmt: skip
    return [
        html.P([html.B(f"{texts.universe}: "), universe], className="whose"),
        html.P([html.B(f"{texts.caveat}: "), caveat], className="whose"),
    ]


def _facets(table: Table) -> list[Component]:
    """For each column of words, which of them are shown; the grid itself filters the rest."""
    columns = [c for c in table.kind.columns if c.filtered is Filtered.WORDS]
    return [facet for column in columns if (facet := _facet(column, table))]


def _facet(column: RowColumn, table: Table) -> Component | None:
    counted = Counter(str(row.get(column.key) or "") for row in table.whole)
    if len(counted) < LEAST_WORDS:
        return None
    texts, words = table.asked.view.texts, table.asked.writer.words
    title = in_language(column.title, texts.language)
    boxes = [
        html.Label(
            [
                element("input", {"type": "checkbox", "value": word, **data(facet=column.key)}),
                f" {word or '—'} ",
                html.Small(numbers(texts)(n)),
            ]
        )
        for word, n in sorted(counted.items())
    ]
    return html.Details(
        [
            html.Summary([f"{title}: ", html.B(words.all_words, **data(chosen=column.key))]),
            html.Div(boxes, className="words"),
        ],
        className="facet",
    )


def _form(frame: Frame, table: Table) -> Any:  # noqa: ANN401 - elements that Dash has no class for
    words, fields = table.asked.writer.words, table.kind.fields
    options = _options(frame, table)
    shown = [_field(name, options, frame, table) for name in fields]
    chosen, defaults = frame.chosen, frame.defaults
    kept = [
        (name, _text(chosen[name]))
        for name in (*CARRIED, *table.kind.carried, "tabla")
        if name not in fields
        and not (name == "seleccion" and "comparar" in fields)
        and _text(chosen[name]) != _text(defaults[name])
    ]
    hidden = [element("input", {"type": "hidden", "name": n, "value": v}) for n, v in kept]
    button = element("button", {"type": "submit", "className": "show"}, [words.show])
    return element(
        "form",
        {"action": "/datos", "method": "get", "className": "filters", **aria(label=words.form)},
        [*shown, *hidden, button],
    )


def _text(value: Any) -> str:  # noqa: ANN401 - a field of the selection
    return ",".join(value) if isinstance(value, list | tuple) else str(value)


def _field(
    name: str, options: Mapping[str, list[dict[str, Any]]], frame: Frame, table: Table
) -> Component:
    label = _labels(frame.texts)[name]
    if name == "comparar":
        # More than can be compared at once come from the map, under the name that it gives them.
        field = name if frame.chosen[name] else "seleccion"
        value = ",".join(table.asked.chosen)
        box = element("input", {"name": field, "value": value, "size": "28",
                                "placeholder": "54001,44430"})  # fmt: skip
        text = table.asked.writer.words.municipalities
        return html.Label([html.Span(text), box], className="chip")
    value = _text(frame.chosen[name])
    listed = [_option(option, value) for option in options[name]]
    select = element("select", {"name": name, "className": "form-select form-select-sm"}, listed)
    return html.Label([html.Span(label), select], className="chip")


def _option(option: Mapping[str, Any], chosen: str) -> Any:  # noqa: ANN401 - see ``element``
    value = "" if option["value"] == controls.ANY else str(option["value"])
    marks = {"selected": "selected"} if value == chosen else {}
    off = {"disabled": "disabled"} if option.get("disabled") else {}
    return element("option", {"value": value, **marks, **off}, [option["label"]])


def _labels(texts: Catalogue) -> Mapping[str, str]:
    return {
        "indicador": texts.indicator,
        "ambito": texts.scope,
        "departamento": texts.department,
        "sector": texts.sector,
        "grupo": texts.group,
        "sexo": texts.sex,
        "periodo": texts.period,
        "municipio": texts.place,
        "comparar": "",
    }


def _options(frame: Frame, table: Table) -> Mapping[str, list[dict[str, Any]]]:
    texts, indicator = frame.texts, table.asked.view.question.indicator
    groups = [{"label": texts.groups[g], "value": str(g)} for g in indicator.groups]
    first = [{**groups[0], "value": controls.ANY}] if groups else []
    all_groups = [{"label": texts.groups[TOTAL], "value": controls.ANY}]
    return {
        "indicador": controls.indicator_options(frame.indicators, texts),
        "ambito": controls.scope_options(texts),
        "departamento": controls.department_options(frame.territories, texts),
        "sector": controls.section_options(texts) if indicator.by_sector
        else controls.section_options(texts)[:1],
        "grupo": [*first, *groups[1:]] or all_groups,
        "sexo": controls.sex_options(texts)[: None if indicator.by_sex else 1],
        "periodo": [{"label": texts.newest, "value": controls.ANY}, *_years(table)],
        "municipio": list(_places(frame)) if "municipio" in table.kind.fields else [],
    }  # fmt: skip


def _years(table: Table) -> Iterator[dict[str, Any]]:
    years = table.asked.board.years
    if "indicador" not in table.kind.fields:
        years = tuple(range(min(years, default=0), max(years, default=-1) + 1))
    return ({"label": str(year), "value": str(year)} for year in reversed(years))


def _places(frame: Frame) -> Iterator[dict[str, Any]]:
    local = local_territories(frame.territories).sort_values(["department_name", "name"])
    yield {"label": frame.texts.no_place, "value": controls.ANY}
    for code, name, department in zip(
        local.index, local["name"], local["department_name"], strict=True
    ):
        yield {"label": f"{name} ({department})", "value": code}
